"""A real screen and a real printer for the tests of this folder (make real); each starts once and ends with the run."""

import os
import shutil
import sys
import tempfile
from pathlib import Path

import pytest

RIGS = Path(__file__).parent / "rigs"
PICTURES = Path(__file__).resolve().parents[2] / "build" / "real"
sys.path.insert(0, str(RIGS))

from notification_desk import NotificationDesk  # noqa: E402  (the line above finds them)
from print_shop import PrintShop, Processes  # noqa: E402
from real_screen import Screen  # noqa: E402
from real_tree import Tree  # noqa: E402


def pytest_collection_modifyitems(items):
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.real)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """Leave a picture of the screen where a test on it failed."""
    report = yield
    screen = getattr(item, "funcargs", {}).get("screen")
    if report.failed and screen:
        screen.shot(PICTURES / f"failed-{item.name}.png")
        report.sections.append(("Picture", str(PICTURES / f"failed-{item.name}.png")))
    return report


@pytest.fixture(scope="session")
def processes():
    with Processes() as started:
        yield started


@pytest.fixture(scope="session")
def scratch():
    """A folder with a short path (sockets stand in it) that other users may enter (the print server's filters do)."""
    with tempfile.TemporaryDirectory(prefix="followup-real-") as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


@pytest.fixture(scope="session")
def screen(scratch, processes):
    (scratch / "screen").mkdir()
    return Screen(scratch / "screen", processes)


@pytest.fixture
def notified(screen, processes, tmp_path):
    """The program that shows notifications on the screen; it ends with the test."""
    if shutil.which("dunst") is None:
        pytest.skip("dunst, the notification daemon, is not installed (make real brings it)")
    desk = NotificationDesk(screen.env, tmp_path / "notifications", processes)
    yield desk
    desk.kill()


@pytest.fixture(scope="session")
def shop(scratch, processes):
    if os.geteuid() != 0:
        pytest.skip("a printer on loopback needs an Avahi of its own, and that needs root")
    (scratch / "shop").mkdir()
    return PrintShop(scratch / "shop", processes)


@pytest.fixture(scope="session")
def card_printer(shop):
    """Prints both sides, on paper from A6 to Letter, and on any size between."""
    return shop.printer("card")


@pytest.fixture(scope="session")
def office_printer(shop):
    """Prints one side, on Letter."""
    return shop.printer("office")


@pytest.fixture
def tree(screen):
    """Makes the tree of the program whose name holds what it is called with."""
    return lambda app: Tree(screen, app)
