"""The same job hunt under six locales: what is kept and what scripts read is the same to the byte, with plain digits."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOCALES = ("C", "de_DE", "tr_TR", "ar_EG", "fa_IR", "th_TH")
HARD = ("tr_TR", "ar_EG", "th_TH")
"""Those with letters, digits and years of their own: there the whole simulated year is gone through as well."""
NOW = "2026-11-23T12:41"
HUNT = f"""
import contextlib, io, json, random, secrets, sqlite3, sys, tempfile
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QLocale
from followup_desktop import cli
dice = random.Random(7)  # the same ids each time
secrets.choice, secrets.token_hex = dice.choice, lambda count: f"{{dice.getrandbits(8 * count):0{{2 * count}}x}}"
QLocale.setDefault(QLocale(sys.argv[1]))
app = QCoreApplication([])  # lets Qt call setlocale
assert sys.argv[1] != "ar_EG" or QLocale().toString(7) != "7"
told = []
with tempfile.TemporaryDirectory() as folder:
    def say(*words):
        out = io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
            code = cli.run(cli.parse(["--data", folder, "--now", "{NOW}", *words]))
        told.append([code, out.getvalue().replace(folder, "")])
    say("me", "--name", "Robin", "--country", "GB", "--locale", "en_GB")
    say("sample")
    say("promise", "acme", "within the next two weeks", "--permission", "yes")
    say("touch", "initech", "dana", "email", "--on", "2026-11-24")
    say("when", "by 3/12", "--on", "2026-11-23", "--json")
    for verb in ("list", "agenda", "letters"):
        say(verb, "--json")
        say(verb)
    with contextlib.closing(sqlite3.connect(Path(folder) / "notebook.sqlite")) as book:
        kept = [row for row in book.iterdump() if "INSERT INTO" in row and "sqlite_" not in row]
print(json.dumps([told, kept]))
"""


def child(*words: str | Path, name: str) -> str:
    """What a child process prints whose computer has that locale."""
    env = {**os.environ, "LC_ALL": f"{name}.UTF-8", "LANG": f"{name}.UTF-8", "FOLLOWUP_TEST_LOCALE": f"{name}.UTF-8"}
    done = subprocess.run(words, cwd=ROOT, env=env, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, f"{name}\n{done.stdout[-3000:]}{done.stderr[-3000:]}"
    return done.stdout


def hunted(name: str) -> str:
    """The job hunt there."""
    return child(sys.executable, "-c", HUNT, name, name=name)


@pytest.mark.slow
def test_a_job_hunt_is_kept_and_told_alike_in_every_locale():
    with ThreadPoolExecutor(2) as two:
        told = dict(zip(LOCALES, two.map(hunted, LOCALES), strict=True))
    plain = told["C"]
    assert "2026-11-23T10:00" in plain
    for name, each in told.items():
        assert each == plain, name


@pytest.mark.slow
def test_the_rules_hold_in_every_locale():
    command = [sys.executable, "-m", "pytest", "-q", "-n0", "-p", "no:cacheprovider"]

    def tested(name: str) -> str:
        rooms = ("dates", "etiquette", "tasks", *(["year"] if name in HARD else []))
        return child(*command, *(f"tests/core/test_{room}.py" for room in rooms), name=name)

    with ThreadPoolExecutor(2) as two:
        told = list(two.map(tested, LOCALES))
    assert all(" passed" in each and "failed" not in each for each in told), told
