"""Help > Releases: the page of new versions, in the user's own browser. The program itself never looks for any."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

import followup_desktop
from followup_desktop import places
from followup_desktop.ui.help_pages import HelpPage, words

ADDRESS = "releases.url"
"""The resource that holds the page's address, one line; whoever publishes a copy puts it there."""


def address() -> QUrl:
    """The page's address; an empty one where this copy names none, or none that is https."""
    try:
        told = QUrl(places.resource(ADDRESS).read_text("utf-8").strip(), QUrl.ParsingMode.StrictMode)
    except (OSError, UnicodeDecodeError):
        return QUrl()
    return told if told.isValid() and told.scheme() == "https" and told.host() else QUrl()


def show_releases(parent: QWidget) -> HelpPage | None:
    """Open the page in the browser; where that cannot be done, say the address, or that there is none."""
    page = address()
    if not page.isEmpty() and QDesktopServices.openUrl(page):
        return None
    told = HelpPage(QCoreApplication.translate("help", "Releases"), parent)
    version = QCoreApplication.translate("help", "This is version {0}.").format(followup_desktop.__version__)
    told.grid.addWidget(words(version), 0, 0)
    if page.isEmpty():
        none = QCoreApplication.translate(
            "help", "This copy names no page with newer ones; where you had it from, there you will find them."
        )
        told.grid.addWidget(words(none, quiet=True), 1, 0)
    else:
        where = QCoreApplication.translate("help", "Nothing here opens pages. Newer versions are at this address:")
        told.grid.addWidget(words(where, quiet=True), 1, 0)
        told.grid.addWidget(words(page.toDisplayString(), "name"), 2, 0)
    told.grid.setRowStretch(3, 1)
    told.open()
    return told
