"""The installed program on a desktop: found in the menu, opened with a file, started at login, its reminders seen."""

import shutil
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from print_shop import wait_for
from user_desktop import COMMAND, UserDesktop

ROOT = Path(__file__).resolve().parents[2]
PICTURES = ROOT / "build" / "desktop"
WINDOW = "Follow-Up Desktop"
PATIENCE = 40
"""Seconds for a program to come or go, on a busy machine."""
INVITATION = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//example//EN
METHOD:REQUEST
BEGIN:VEVENT
UID:{company}@example
DTSTAMP:{begin}
DTSTART:{begin}
DTEND:{end}
SUMMARY:Interview: Platform engineer - {company}
ORGANIZER;CN=Hong Nguyen:mailto:hong@{company}.example
ATTENDEE;CN=Hong Nguyen:mailto:hong@{company}.example
ATTENDEE;CN=Robin Ashworth:mailto:robin@ashworth.example
END:VEVENT
END:VCALENDAR
"""
pytestmark = pytest.mark.skipif(
    not all(map(shutil.which, ("pcmanfm", "dex", "gtk-launch", "gio", "desktop-file-validate", "appstreamcli", "xmllint"))),
    reason="a file manager or what else belongs to a desktop is not installed (make real brings it)",
)


@pytest.fixture(scope="module")
def desktop(screen):
    """The desktop of a user for whom it is about noon, since at night nothing is said."""
    desktop = UserDesktop(screen)
    desktop.env["TZ"] = f"Etc/GMT{datetime.now(UTC).hour - 12:+d}"
    desktop.run(COMMAND, "me", "--name", "Robin Ashworth", "--email", "robin@ashworth.example", "--country", "GB")
    yield desktop
    desktop.close_folder()


@pytest.fixture
def leave(screen, desktop):
    """Ends the program by the keyboard, and waits until it has gone."""

    def left():
        screen.window(WINDOW)
        screen.keys("ctrl+q")
        wait_for("the program to end", lambda: not screen.has(WINDOW) and not desktop.is_running(), PATIENCE)

    yield left
    assert not desktop.is_running()


def invitation(folder, company):
    """A file with an invitation to a talk that is over for an hour."""
    begin = datetime.now(UTC) - timedelta(hours=2)
    end = begin + timedelta(hours=1)
    file = folder / f"{company}.ics"
    file.write_text(INVITATION.format(company=company, begin=f"{begin:%Y%m%dT%H%M00Z}", end=f"{end:%Y%m%dT%H%M00Z}"))
    return file


def wait_listed(tree, company):
    """Wait until the window lists the interview with them."""
    told = tree(COMMAND)
    begins = f"{company}, Platform engineer"
    wait_for(f"{company} in the list", lambda: [each for each in told.nodes() if each.name.startswith(begins)], PATIENCE)


def test_a_double_click_on_the_menu_entry_opens_the_window(screen, desktop, leave):
    desktop.double_click(desktop.menu_entry, PICTURES / "menu-entry.png")
    window = screen.window(WINDOW, PATIENCE)
    assert f'"{COMMAND}", "{COMMAND}"' in desktop.run("xprop", "-id", window, "WM_CLASS")  # StartupWMClass
    screen.shot(PICTURES / "opened-from-menu.png")
    leave()


def test_gtk_launch_opens_the_window(screen, desktop, leave):
    desktop.ask("gtk-launch", COMMAND)
    screen.window(WINDOW, PATIENCE)
    leave()


def test_invitations_open_the_program_and_are_brought_into_the_one_window(screen, desktop, tree, leave, tmp_path):
    desktop.double_click(invitation(tmp_path, "Acme"), PICTURES / "invitation.png")
    screen.window(WINDOW, PATIENCE)
    wait_listed(tree, "Acme")
    screen.shot(PICTURES / "opened-with-invitation.png")
    desktop.ask("gio", "open", invitation(tmp_path, "Globex"))
    wait_listed(tree, "Globex")
    assert screen.titles().count(WINDOW) == 1
    screen.shot(PICTURES / "second-invitation.png")
    leave()


def test_started_at_login_it_reminds_on_the_desktop(screen, desktop, notified, tree, leave, tmp_path):
    desktop.ask("gtk-launch", COMMAND)
    screen.window(WINDOW, PATIENCE)
    screen.keys("ctrl+comma")
    settings = tree(COMMAND)
    settings.wait("label", "Settings")
    screen.keys("ctrl+f")
    screen.type("log in")
    settings.press("check box", "Start when I log in")
    wait_for("the autostart file", (desktop.home / ".config" / "autostart" / f"{COMMAND}.desktop").exists)
    screen.shot(PICTURES / "start-at-login.png")
    leave()
    desktop.run(COMMAND, "import", invitation(tmp_path, "Initech"))

    desktop.log_in()
    assert notified.wait_shown(1).summary == "How was Initech?"
    wait_for("the notification's window", lambda: "Dunst" in screen.titles())
    screen.shot(PICTURES / "reminder-after-login.png")
    notified.press("Debrief")
    tree(COMMAND).wait("label", "How was Initech?")
    leave()


# What the desktop's own tools say of what it is told


@pytest.fixture(scope="module")
def share(tmp_path_factory):
    folder = tmp_path_factory.mktemp("share")
    subprocess.run([sys.executable, ROOT / "packaging" / "linux" / "share.py", folder], check=True)
    return folder


@pytest.mark.parametrize(
    ("command", "files"),
    [
        (("desktop-file-validate",), "applications/*.desktop"),
        (("appstreamcli", "validate", "--no-net"), "metainfo/*.xml"),
        (("xmllint", "--noout"), "*/**/*.xml"),
        (("man", "--warnings", "-E", "UTF-8", "-Tutf8", "-Z", "-l"), "man/man1/*.1"),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else "",
)
def test_they_find_no_fault(share, command, files):
    found = [*share.glob(files)]
    assert found
    done = subprocess.run([*command, *found], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, ""), done.stdout + done.stderr
