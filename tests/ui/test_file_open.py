"""Files that macOS hands to the running program by an event come to whoever listens."""

import pytest
from PySide6.QtCore import QEvent, QUrl
from PySide6.QtGui import QFileOpenEvent

from followup_desktop.ui.file_open import FileOpen


@pytest.fixture
def heard(qapp):
    opened, heard = FileOpen(qapp), []
    opened.asked.connect(heard.append)
    yield heard
    qapp.removeEventFilter(opened)
    opened.deleteLater()


@pytest.mark.parametrize("named", [str, QUrl.fromLocalFile], ids=["path", "address"])
def test_a_file_that_is_to_be_opened_is_told(qapp, heard, tmp_path, named):
    path = str(tmp_path / "Łukasz & co.ics")
    qapp.sendEvent(qapp, QFileOpenEvent(named(path)))
    assert heard == [[path]]


def test_an_address_elsewhere_and_other_events_are_left(qapp, heard):
    qapp.sendEvent(qapp, QFileOpenEvent(QUrl("https://example.org/invitation.ics")))
    qapp.sendEvent(qapp, QEvent(QEvent.Type.User))
    assert heard == []
