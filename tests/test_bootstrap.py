"""What packaging/bootstrap.py decides. That it sets up a bare computer is shown by packaging/linux/fresh_root.sh."""

import ast
import importlib.util
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SCRIPT = ROOT / "packaging" / "bootstrap.py"

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="asks for libraries and screens only on Linux")


@pytest.fixture
def bootstrap():
    """The script as a module of the test's own."""
    spec = importlib.util.spec_from_file_location("bootstrap", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def checkout(bootstrap, tmp_path):
    """The script, looking at a checkout that is set up for running and not for developing; gives a function that sets it up."""
    bootstrap.ROOT = tmp_path / "check out"
    bootstrap.VENV = bootstrap.ROOT / ".venv"
    bootstrap.CONSTRAINTS = bootstrap.ROOT / "constraints.txt"
    bootstrap.STAMP, bootstrap.UNFINISHED = bootstrap.VENV / "stamp", bootstrap.VENV / "unfinished"
    bootstrap.VENV_PYTHON = bootstrap.VENV / "python"
    bootstrap.VENV.mkdir(parents=True)
    for path in (bootstrap.VENV_PYTHON, bootstrap.CONSTRAINTS, bootstrap.ROOT / "pyproject.toml"):
        path.touch()

    def set_up(*, dev):
        bootstrap.STAMP.write_text(json.dumps(bootstrap.wanted_stamp(dev=dev)), "utf-8")

    return set_up


def test_an_old_python_can_still_read_the_script():
    ast.parse(SCRIPT.read_text("utf-8"), feature_version=(3, 7))


@pytest.mark.parametrize("version", [(3, 10), (3, 15)])
def test_a_python_of_the_wrong_age_is_told_in_one_sentence(version, tmp_path):
    start = f"import runpy, sys; sys.version_info = {version}; sys.argv = ['', 'run']"
    program = f"{start}; runpy.run_path({str(SCRIPT)!r}, run_name='__main__')"
    nothing = {"PATH": str(tmp_path)}
    done = subprocess.run([sys.executable, "-c", program], env=nothing, capture_output=True, text=True, check=False)
    this = ".".join(map(str, version))
    assert done.returncode == 1
    assert done.stderr == f"Follow-Up Desktop needs Python 3.11 to 3.14; this is {this} and no other was found.\n"


def test_every_verb_is_a_target_of_the_makefile(bootstrap):
    targets = re.findall(r"^(\w+):$", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert sorted(targets) == sorted([*bootstrap.VERBS, "help"])


def test_an_unknown_verb_shows_the_known_ones(bootstrap, capsys):
    assert bootstrap.main(["fly"]) == 2
    assert "  run " in capsys.readouterr().out


def test_what_is_set_up_is_not_set_up_again(bootstrap, checkout):
    checkout(dev=False)
    assert bootstrap.is_ready(dev=False)
    assert not bootstrap.is_ready(dev=True)
    checkout(dev=True)
    assert bootstrap.is_ready(dev=True)
    assert bootstrap.is_ready(dev=False)


@pytest.mark.parametrize("name", ["pyproject.toml", "constraints.txt"])
def test_other_requirements_are_installed(bootstrap, checkout, name):
    checkout(dev=True)
    (bootstrap.ROOT / name).write_text("more", "utf-8")
    assert not bootstrap.is_ready(dev=True)


def test_an_interrupted_installation_is_not_trusted(bootstrap, checkout):
    checkout(dev=True)
    bootstrap.UNFINISHED.touch()
    assert not bootstrap.is_ready(dev=True)
    assert not bootstrap.is_sound(["--version"])


def test_a_folder_that_was_moved_or_lost_its_python_is_not_trusted(bootstrap, checkout):
    checkout(dev=True)
    bootstrap.STAMP.write_text(json.dumps({**bootstrap.wanted_stamp(dev=True), "root": "/elsewhere"}), "utf-8")
    assert not bootstrap.is_ready(dev=True)
    assert not bootstrap.is_sound(["--version"])
    checkout(dev=True)
    bootstrap.VENV_PYTHON.unlink()
    assert not bootstrap.is_ready(dev=True)


@linux
def test_missing_libraries_are_named_in_one_apt_line(bootstrap, monkeypatch, capsys):
    monkeypatch.setenv("FOLLOWUP_NO_APT", "1")
    bootstrap.QT = {"libnot-there.so.1": "libnot-there1", "libneither.so.2": "libneither2", "libc.so.6": "libc6"}
    assert bootstrap.main(["test"]) == 1
    told = capsys.readouterr()
    assert "apt-get install --yes --no-install-recommends libnot-there1 libneither2\n" in told.out
    assert told.err == "Without libnot-there.so.1, libneither.so.2 Qt cannot start.\n"


def test_the_users_index_is_handed_to_uv(bootstrap, monkeypatch, tmp_path):
    (tmp_path / "pip.conf").write_text(
        "[global]\nindex-url = https://index.invalid/simple\nextra-index-url =\n  https://one.invalid\n  https://two.invalid\n",
        "utf-8",
    )
    monkeypatch.setenv("PIP_CONFIG_FILE", str(tmp_path / "pip.conf"))
    monkeypatch.setenv("PIP_INDEX_URL", "https://stronger.invalid/simple")
    monkeypatch.setenv("PIP_FIND_LINKS", "/wheels /more")
    monkeypatch.setenv("PIP_CERT", "/own.pem")
    settings = bootstrap.pip_settings_for_uv()
    assert settings["UV_DEFAULT_INDEX"] == "https://stronger.invalid/simple"
    assert settings["UV_INDEX"].split() == ["https://one.invalid", "https://two.invalid"]
    assert settings["UV_FIND_LINKS"] == "/wheels,/more"
    assert settings["SSL_CERT_FILE"] == "/own.pem"


@linux
@pytest.mark.parametrize(
    ("env", "works"),
    [
        ({}, False),
        ({"DISPLAY": ":59999"}, False),
        ({"WAYLAND_DISPLAY": "none-such"}, False),
        ({"QT_QPA_PLATFORM": "none-such"}, False),
        ({"QT_QPA_PLATFORM": "offscreen"}, True),
        ({"QT_QPA_PLATFORM": "minimal:enable_fonts", "DISPLAY": ":59999"}, True),
    ],
)
def test_a_screen_counts_only_if_a_window_could_open(bootstrap, monkeypatch, env, works):
    bootstrap.VENV_PYTHON = Path(sys.executable)
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    assert bootstrap.screen_works() is works
