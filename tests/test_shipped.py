"""What people install holds everything that the program needs and nothing else, and works away from the checkout."""

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

import followup_desktop

ROOT = Path(__file__).resolve().parent.parent
START = (
    "import sys; from importlib.metadata import entry_points as e; sys.exit(e(group='gui_scripts')['followup-desktop'].load()())"
)

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("shipped")]  # one build for all


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The folder with the source archive and the wheel that was made from it."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture(scope="module")
def wheel(built):
    (file,) = built.glob("*.whl")
    return file


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """Runs the wheel's own command from another folder, with the wheel unpacked as an installer would; gives what it did."""
    site = tmp_path_factory.mktemp("site")
    zipfile.ZipFile(wheel).extractall(site)  # noqa: S202  (our own, made a moment ago)

    def run(*words, folder):
        program = [sys.executable, "-c", START, *words]
        return subprocess.run(
            program, cwd=folder, env={**os.environ, "PYTHONPATH": str(site)}, capture_output=True, text=True, check=False
        )

    return run


def in_checkout(folder):
    """Names of the files in a folder of the checkout, below the root, without what Python leaves behind."""
    files = (path for path in (ROOT / folder).rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {path.relative_to(ROOT).as_posix() for path in files}


def test_the_wheel_holds_the_program_and_its_resources_and_nothing_else(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    resources = {f"followup_desktop/{name}" for name in in_checkout("resources")}
    assert {name for name in names if ".dist-info/" not in name} == in_checkout("followup_desktop") | resources


def test_the_wheel_brings_the_command_and_the_licence(wheel):
    archive = zipfile.ZipFile(wheel)
    about = {Path(name).name: name for name in archive.namelist() if ".dist-info/" in name}
    assert "LICENSE" in about
    assert "[gui_scripts]\nfollowup-desktop = followup_desktop.__main__:main" in archive.read(about["entry_points.txt"]).decode()
    metadata = archive.read(about["METADATA"]).decode().lower()
    assert f"\nversion: {followup_desktop.__version__}\n" in metadata
    assert "\nrequires-dist: pyside6-essentials!=6.12.0,>=6.8\n" in metadata


def test_the_source_archive_holds_what_is_needed_to_build_and_test(built):
    (file,) = built.glob("*.tar.gz")
    with tarfile.open(file) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    whole = set().union(*(in_checkout(folder) for folder in ("followup_desktop", "resources", "tests", "packaging")))
    assert whole | {"pyproject.toml", "README.md", "LICENSE", "Makefile"} <= names


def test_the_installed_command_tells_its_version(installed, tmp_path):
    done = installed("--version", folder=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert followup_desktop.__version__ in done.stdout


def test_the_installed_program_passes_its_own_test(installed, tmp_path):
    done = installed("--self-test", folder=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
