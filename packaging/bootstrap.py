#!/usr/bin/env python3
"""Set this checkout up and start something in it: ``python3 packaging/bootstrap.py VERB [ARGUMENT ...]``.

It needs nothing but Python 3.11 to 3.14 and is what every line of the Makefile calls; on Windows and macOS call it
directly. The first run makes `.venv`, installs the project there (editable, versions as in constraints.txt) and looks
for the system's libraries that Qt wants; later runs find a stamp in `.venv` and install nothing. A run that was
interrupted leaves a mark, and the next one starts afresh. Whatever the user set for pip (pip.conf, PIP_...) holds.

Syntax and imports stay readable for Python 3.6, so that an old one can say what is wrong in one sentence.
"""

import contextlib
import ctypes
import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, NoReturn

OLDEST, NEWEST = (3, 11), (3, 14)


def start_with_another_python() -> int:
    """Run this script with a Python of the right age and give its exit status; 1 and a sentence where there is none."""
    for minor in range(NEWEST[1], OLDEST[1] - 1, -1):
        for command in ([f"python3.{minor}"], ["py", f"-3.{minor}"]):
            right_age = f"import sys; sys.exit(sys.version_info[:2] != (3, {minor}))"
            with contextlib.suppress(OSError):  # not there; a pyenv shim is there and fails
                if subprocess.call([*command, "-c", right_age], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) == 0:
                    return subprocess.call([*command, __file__, *sys.argv[1:]])
    this = ".".join(str(part) for part in sys.version_info[:2])
    print(
        f"Follow-Up Desktop needs Python 3.{OLDEST[1]} to 3.{NEWEST[1]}; this is {this} and no other was found.", file=sys.stderr
    )
    return 1


if __name__ == "__main__" and not OLDEST <= sys.version_info[:2] <= NEWEST:
    sys.exit(start_with_another_python())

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
VENV_PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "followup-stamp.json"
UNFINISHED = VENV / "followup-unfinished"
TOOLS = ROOT / ".tools"
CONSTRAINTS = ROOT / "packaging" / "constraints.txt"
DEMO = Path("build", "demo")
SCREENLESS = ("offscreen", "minimal", "vnc", "linuxfb", "eglfs")
"""Qt platforms that need no desktop: whoever asks for one of them gets it."""

QT = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
}
"""What Qt needs to start at all, and Debian's package for each; proved on a bare root by packaging/linux/fresh_root.sh."""

WINDOW = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libcups.so.2": "libcups2",
}
"""What a window under X needs besides; without libcups there would be no printers, and Qt would not say so."""

REAL = (
    *("xvfb", "xauth", "openbox", "xdotool", "imagemagick", "x11-utils"),
    *("at-spi2-core", "dbus", "dbus-daemon", "gir1.2-atspi-2.0", "python3-gi"),
    *("cups", "cups-daemon", "cups-client", "cups-bsd", "cups-ipp-utils", "cups-filters", "printer-driver-cups-pdf"),
    *("poppler-utils", "avahi-daemon"),
    *("dunst", "trayer", "libglib2.0-bin", "desktop-file-utils"),
    *("khal", "calcurse"),
    *("pcmanfm", "dex", "libgtk-3-bin", "shared-mime-info", "appstream", "libxml2-utils", "man-db", "file", "nsis"),
)
"""Debian's packages for the tests with a real screen, a real printer and real calendars (tests/real)."""

PACKAGING = {"objcopy": "binutils", "xz": "xz-utils", "desktop-file-validate": "desktop-file-utils", "appstreamcli": "appstream"}
"""The programs that `package` wants besides, and Debian's package for each."""


class Stop(Exception):  # noqa: N818  (a word for people, as core.problems.Problem)
    """Something that a person has to mend first, said in one sentence."""


def say(text: str) -> None:
    """Print one line at once, so that it stands before what a child prints."""
    print(text, flush=True)


def stop(text: str) -> NoReturn:
    """Give up with one sentence."""
    raise Stop(text)


def environment() -> dict[str, str]:
    """The environment of every child: the user's, without what would lead Python or pip past `.venv`."""
    env = {name: value for name, value in os.environ.items() if name not in {"PYTHONHOME", "PIP_TARGET", "PIP_PREFIX"}}
    return {**env, "PIP_USER": "0", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}


def call(command: Sequence[str | Path], **extra: str) -> int:
    """Run a command in the checkout with `extra` in its environment; 128 + N when signal N ended it."""
    status = subprocess.run([str(part) for part in command], cwd=ROOT, env={**environment(), **extra}, check=False).returncode
    return status if status >= 0 else 128 - status


def answer(command: Sequence[str | Path], seconds: float = 60) -> str | None:
    """What a command prints on standard output; None where it cannot be run, fails or takes longer than `seconds`."""
    with contextlib.suppress(OSError, subprocess.SubprocessError):
        words = [str(part) for part in command]
        done = subprocess.run(words, cwd=ROOT, env=environment(), capture_output=True, text=True, check=True, timeout=seconds)
        return done.stdout
    return None


# --- what the system must have -----------------------------------------------------------------------------------------


def missing_libraries(wanted: dict[str, str]) -> list[str]:
    """Those sonames of `wanted` that this computer cannot load."""
    missing = []
    for soname in wanted:
        try:
            ctypes.CDLL(soname)
        except OSError:
            missing.append(soname)
    return missing


def missing_packages(wanted: Iterable[str]) -> list[str]:
    """Those of Debian's packages that are not installed."""
    listed = answer(["dpkg-query", "--show", "--showformat", "${Package} ${db:Status-Status}\n"]) or ""
    there = {line.split()[0] for line in listed.splitlines() if line.endswith(" installed")}
    return [name for name in wanted if name not in there]


def apt_install(packages: Sequence[str], why: str) -> bool:
    """Name the one apt line that brings `packages`; run it as root on Debian or Ubuntu. True when they are there then."""
    line = f"apt-get install --yes --no-install-recommends {' '.join(packages)}"
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    if not root or not shutil.which("apt-get") or os.environ.get("FOLLOWUP_NO_APT") == "1":
        say(f"{why} On Debian and Ubuntu this line brings what is missing:\n  {'' if root else 'sudo '}{line}")
        return False
    say(f"{why} Running: apt-get update && {line}")
    patient = "-qq -o Acquire::Retries=3 -o DPkg::Lock::Timeout=120"
    quiet = "" if sys.stdout.isatty() else ">/dev/null"  # errors stay: they go to standard error
    for _ in range(2):  # a mirror may be slow, or change between its list and its packages
        # Some source failing does not matter to the update: the install decides.
        if (
            call(["sh", "-c", f"apt-get update {patient} {quiet}; {line} {patient} {quiet}"], DEBIAN_FRONTEND="noninteractive")
            == 0
        ):
            return True
    return False


def need_libraries(*, window: bool) -> None:
    """See to the libraries that Qt needs; those of a window too where there is a screen. Stop without the first."""
    if not sys.platform.startswith("linux"):
        return
    wanted = {**QT, **(WINDOW if window else {})}
    missing = missing_libraries(wanted)
    if missing:
        apt_install([wanted[soname] for soname in missing], f"Qt needs libraries of the system: {', '.join(missing)}.")
        still = missing_libraries(QT)
        if still:
            stop(f"Without {', '.join(still)} Qt cannot start.")


# --- .venv ---------------------------------------------------------------------------------------------------------------


def wanted_stamp(*, dev: bool) -> dict[str, object]:
    """What `.venv` was made from and for; any difference means that it has to be brought up to date."""
    inputs = hashlib.sha256((ROOT / "pyproject.toml").read_bytes() + CONSTRAINTS.read_bytes()).hexdigest()
    return {"root": str(ROOT), "python": list(sys.version_info[:2]), "inputs": inputs, "dev": dev}


def found_stamp() -> dict[str, object]:
    """The stamp of the last set-up that was finished; empty where there is none."""
    try:
        return dict(json.loads(STAMP.read_text("utf-8")))
    except (OSError, ValueError):
        return {}


def is_ready(*, dev: bool) -> bool:
    """True when `.venv` has everything, and the tools of a developer too if `dev`."""
    found = found_stamp()
    return VENV_PYTHON.exists() and not UNFINISHED.exists() and found in (wanted_stamp(dev=True), wanted_stamp(dev=dev))


@contextlib.contextmanager
def alone() -> Iterator[None]:
    """Hold this checkout's lock, so that two commands started at once do not both set it up."""
    TOOLS.mkdir(exist_ok=True)
    with (TOOLS / "lock").open("a+b") as lock:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415  (Windows has no fcntl)

            taken = False
            while not taken:
                with contextlib.suppress(OSError):  # it gives up after ten seconds
                    msvcrt.locking(lock.fileno(), msvcrt.LK_LOCK, 1)
                    taken = True
        else:
            import fcntl  # noqa: PLC0415  (nobody else has msvcrt)

            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


class Installer(NamedTuple):
    """How `.venv` is made and filled: two commands, what its Python must be able to do, and the commands' environment."""

    make: Sequence[str | Path]
    install: Sequence[str | Path]
    check: Sequence[str]
    env: dict[str, str]


def make_ready(*, dev: bool) -> None:
    """Bring `.venv` up to date if it is not: the project with what it needs, and a developer's tools if `dev`."""
    if is_ready(dev=dev):
        return
    with alone():
        if is_ready(dev=dev):
            return
        dev = dev or bool(found_stamp().get("dev"))
        say("Setting up .venv; the first time this takes a minute or two ...")
        installer = pip_installer() if importlib.util.find_spec("ensurepip") else uv_installer()
        if not is_sound(installer.check) and call(installer.make, **installer.env) != 0:
            stop("The folder .venv could not be made; the lines above say why.")
        UNFINISHED.touch()
        STAMP.unlink(missing_ok=True)
        project = ("--constraint", CONSTRAINTS, "--editable", ".[dev]" if dev else ".")
        status = call([*installer.install, *project], **installer.env)
        UNFINISHED.unlink()  # a failure leaves no half-installed package, only a kill or a power cut does
        if status != 0:
            stop("The packages could not be installed; the lines above say why. The same command tries once more.")
        STAMP.write_text(json.dumps(wanted_stamp(dev=dev)), "utf-8")


def is_sound(check: Sequence[str]) -> bool:
    """True when `.venv` is no leftover, belongs to this folder and this Python, and its Python passes `check`."""
    if UNFINISHED.exists() or found_stamp().get("root", str(ROOT)) != str(ROOT):
        return False
    same_age = f"import sys; sys.exit(sys.version_info[:2] != {sys.version_info[:2]})"
    return answer([VENV_PYTHON, "-c", same_age]) is not None and answer([VENV_PYTHON, *check]) is not None


def base_python() -> str:
    """The Python outside of any virtual environment, so that `.venv` may be replaced by a command started inside it."""
    return str(getattr(sys, "_base_executable", "") or sys.executable)


def pip_installer() -> Installer:
    """Python's own venv, filled by the pip inside it."""
    make = (base_python(), "-m", "venv", "--clear", VENV)
    quiet = () if sys.stdout.isatty() else ("-qq",)  # but for what goes wrong
    return Installer(make, (VENV_PYTHON, "-m", "pip", "install", *quiet), ("-m", "pip", "--version"), {})


def uv_installer() -> Installer:
    """The way where Python came without ensurepip (Debian's own): pip brings uv into `.tools`, uv does the rest."""
    uv = TOOLS / "bin" / "uv"
    if answer([uv, "--version"]) is None:
        if answer([base_python(), "-m", "pip", "--version"]) is None and not apt_install(["python3-pip"], "Python has no pip."):
            stop("This Python has neither ensurepip nor pip.")
        bring = ("-m", "pip", "install", "-qq", "--upgrade", "--constraint", CONSTRAINTS, "--target", TOOLS, "uv")
        if call([base_python(), *bring], PIP_ROOT_USER_ACTION="ignore") != 0:
            stop("pip could not install uv; the lines above say why.")
    make = (uv, "venv", "--quiet", "--clear", "--no-python-downloads", "--python", base_python(), VENV)
    quiet = () if sys.stdout.isatty() else ("-q",)
    return Installer(make, (uv, "pip", "install", "--python", VENV_PYTHON, *quiet), ("--version",), pip_settings_for_uv())


def pip_settings_for_uv() -> dict[str, str]:
    """Where the user's pip looks for packages, as the environment of uv, which reads neither pip.conf nor PIP_..."""
    found: dict[str, str] = {}
    lines = (answer([base_python(), "-m", "pip", "config", "list"]) or "").splitlines()
    for line in sorted(lines, key=pip_setting_rank):
        name, _, value = line.partition("=")
        found[name.rpartition(".")[2]] = value.strip("'\"").replace("\\n", " ")
    names = {
        "index-url": "UV_DEFAULT_INDEX",
        "extra-index-url": "UV_INDEX",
        "no-index": "UV_NO_INDEX",
        "trusted-host": "UV_INSECURE_HOST",
        "timeout": "UV_HTTP_TIMEOUT",
        "default-timeout": "UV_HTTP_TIMEOUT",
        "cert": "SSL_CERT_FILE",
    }
    env = {theirs: found[ours] for ours, theirs in names.items() if ours in found}
    if "find-links" in found:
        env["UV_FIND_LINKS"] = ",".join(found["find-links"].split())
    # As pip does: the best version from all indexes. Copies, since .venv and the cache may be on two disks.
    return {**env, "UV_INDEX_STRATEGY": "unsafe-best-match", "UV_LINK_MODE": "copy"}


def pip_setting_rank(line: str) -> int:
    """How strong a line of ``pip config list`` is: files, then a file's word for `install`, then the environment."""
    return 2 if line.startswith(":env:") else 1 if line.startswith("install.") else 0


# --- verbs ---------------------------------------------------------------------------------------------------------------


def names_a_screen() -> bool:
    """True off Linux, and on Linux when the environment names a screen or a Qt platform that needs none."""
    return not sys.platform.startswith("linux") or any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    )


def screen_works() -> bool:
    """True when Qt can open a window here. Tried in a child: a screen that is named but dead aborts the whole process."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0] in SCREENLESS:
        return True
    attempt = "from PySide6.QtGui import QGuiApplication; print(len(QGuiApplication([]).screens()))"
    return names_a_screen() and (answer([VENV_PYTHON, "-c", attempt], seconds=20) or "0").strip() not in {"", "0"}


def run(arguments: list[str]) -> int:
    """Open the app; without a screen make the demo instead."""
    if screen_works():
        return call([VENV_PYTHON, "-m", "followup_desktop", *arguments])
    say("There is no screen here that a window could open on, so the demo is made instead.")
    return demo([])


def demo(arguments: list[str]) -> int:
    """Fill build/demo with the sample job hunt's PDFs and with pictures of every page."""
    platform = {"QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")} if sys.platform.startswith("linux") else {}
    (ROOT / DEMO).mkdir(parents=True, exist_ok=True)
    return call([VENV_PYTHON, "-m", "followup_desktop", "demo", *(arguments or [str(DEMO)])], **platform)


SPREAD = ("-n", "auto", "--maxprocesses", "8", "--dist", "loadgroup")
"""Words for pytest that spread tests over the processors."""


def test(arguments: list[str]) -> int:
    """Run the tests, spread over the processors; with arguments just those, as pytest takes them."""
    return call([VENV_PYTHON, "-m", "pytest", *(arguments or SPREAD)])


def slow(arguments: list[str]) -> int:
    """Run the tests that take long: whole rooms mutated, many windows, installed wheels."""
    return call([VENV_PYTHON, "-m", "pytest", "-m", "slow", *(arguments or SPREAD)])


LONG = {
    "FOLLOWUP_KILLS": "10000",
    "FOLLOWUP_MUTATIONS": "1000000",
    "FOLLOWUP_BACKUP_KILLS": "500",
    "FOLLOWUP_MIGRATION_KILLS": "2000",
    "FOLLOWUP_RESTORE_KILLS": "500",
    "FOLLOWUP_FLIPS": "5000",
}
"""How often `faults` does what the tests do a few times; a number in the environment is stronger."""


def faults(arguments: list[str]) -> int:
    """Run the tests of kills and hostile files in their long form (about 50 minutes)."""
    stored = ("test_saved_means_on_disk.py", "test_backup.py", "test_older_notebooks.py", "test_damage_is_seen.py")
    where = arguments or [*(f"tests/store/{name}" for name in stored), "tests/exchange/test_hostile.py"]
    times = {name: os.environ.get(name, many) for name, many in LONG.items()}
    return call([VENV_PYTHON, "-m", "pytest", "-n", "auto", *where], **times)


def lint(arguments: list[str]) -> int:
    """Check style with ruff, then the format."""
    paths = arguments or ["."]
    return call([VENV_PYTHON, "-m", "ruff", "check", *paths]) or call([VENV_PYTHON, "-m", "ruff", "format", "--check", *paths])


def types(arguments: list[str]) -> int:
    """Check the types with mypy."""
    return call([VENV_PYTHON, "-m", "mypy", *arguments])


def real(arguments: list[str]) -> int:
    """Run the tests with a real screen and a real printer (Debian and Ubuntu)."""
    missing = missing_packages(REAL) if shutil.which("dpkg-query") else list(REAL)
    if missing and not apt_install(missing, "The tests with a real screen and printer need programs of the system."):
        return 1
    need_libraries(window=True)
    return call([VENV_PYTHON, "-m", "pytest", "-m", "real", *(arguments or ["tests/real"])])


def bench(arguments: list[str]) -> int:
    """Measure speed beside the yardsticks: ratios of CPU time, no tests."""
    return max(call([VENV_PYTHON, script, *arguments]) for script in sorted((ROOT / "tests" / "bench").glob("bench_*.py")))


def wheel(arguments: list[str]) -> int:
    """Build the source archive and, from it, the wheel into dist."""
    shutil.rmtree(ROOT / "dist", ignore_errors=True)
    build: list[str | Path] = [VENV_PYTHON, "-m", "build", "--no-isolation", "--outdir", "dist", *arguments]
    return call(build, SOURCE_DATE_EPOCH=day_of_this_state())


def day_of_this_state() -> str:
    """Seconds since 1970 for everything that is built: as the environment says, else the last commit, else the changelog."""
    committed = (answer(["git", "log", "-1", "--format=%ct"]) or "").strip()
    return os.environ.get("SOURCE_DATE_EPOCH") or committed or str(int((ROOT / "CHANGELOG.md").stat().st_mtime))


def need_packaging() -> None:
    """See to what PyInstaller and the makers of packages want of the system. Stop where it is not there."""
    missing = {PACKAGING[name] for name in PACKAGING if not shutil.which(name)}
    shared = "from PyInstaller.depend.bindepend import get_python_library_path; get_python_library_path()"
    if answer([VENV_PYTHON, "-c", shared]) is None:
        missing.add(f"libpython{sys.version_info[0]}.{sys.version_info[1]}")
    if missing and not apt_install(sorted(missing), "Packages cannot be made yet."):
        stop(f"Without {', '.join(sorted(missing))} no packages can be made.")


def package(arguments: list[str]) -> int:
    """Build into dist all that people install: wheel, frozen program, .tar.xz and .deb (--level 1: faster), .exe, .dmg."""
    is_linux = sys.platform.startswith("linux")
    if is_linux:
        need_packaging()
    same = {"SOURCE_DATE_EPOCH": day_of_this_state(), "PYTHONHASHSEED": "0"}
    work = ROOT / "build" / "pyinstaller"
    places = ("--distpath", "dist", "--workpath", work, ROOT / "packaging" / "followup-desktop.spec")
    freeze: list[str | Path] = [VENV_PYTHON, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN", *places]
    status = wheel([]) or call(freeze, **same, PYINSTALLER_CONFIG_DIR=str(work))
    system = ROOT / "packaging" / {"win32": "windows", "darwin": "macos"}.get(sys.platform, "linux")
    pack: list[str | Path] = [VENV_PYTHON, system / "package.py", Path("dist", "followup-desktop"), "dist", *arguments]
    status = status or call(pack, **same)
    return status or (call([VENV_PYTHON, system / "check.py", "dist"]) if is_linux else 0)


def clean(arguments: list[str]) -> int:
    """Remove what was built and what tools remember; `.venv` stays."""
    del arguments
    caches = (".pytest_cache", ".mypy_cache", ".ruff_cache", ".hypothesis")
    for folder in (*(ROOT / name for name in ("build", "dist", *caches)), *ROOT.glob("[!.]*/**/__pycache__")):
        shutil.rmtree(folder, ignore_errors=True)
    return 0


def set_up(arguments: list[str]) -> int:
    """Only set up, with a developer's tools."""
    del arguments
    say(f"Ready: {VENV_PYTHON}")
    return 0


class Verb(NamedTuple):
    """One thing to do. `act` gets the arguments; `needs` is "app", "dev" (a developer's tools too) or "" (no `.venv`)."""

    act: Callable[[list[str]], int]
    needs: str
    qt: bool = False


VERBS = {
    "run": Verb(run, "app", qt=True),
    "demo": Verb(demo, "app", qt=True),
    "test": Verb(test, "dev", qt=True),
    "slow": Verb(slow, "dev", qt=True),
    "faults": Verb(faults, "dev", qt=True),
    "lint": Verb(lint, "dev"),
    "types": Verb(types, "dev"),
    "real": Verb(real, "dev", qt=True),
    "bench": Verb(bench, "dev"),
    "wheel": Verb(wheel, "dev"),
    "package": Verb(package, "dev", qt=True),
    "setup": Verb(set_up, "dev", qt=True),
    "clean": Verb(clean, ""),
}


def main(arguments: list[str]) -> int:
    """Do what the first argument says, with the rest; the exit status."""
    name = arguments[0] if arguments else "help"
    if name not in VERBS:
        say("bootstrap.py VERB [ARGUMENT ...]")
        for each, verb in VERBS.items():
            say(f"  {each:7} {verb.act.__doc__}")
        return 0 if name in {"help", "-h", "--help"} else 2
    verb = VERBS[name]
    try:
        if verb.qt:
            need_libraries(window=name == "run" and names_a_screen())
        if verb.needs:
            make_ready(dev=verb.needs == "dev")
        return verb.act(arguments[1:])
    except (Stop, OSError) as fault:
        print(fault, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped. The same command takes it up again.", file=sys.stderr)
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
