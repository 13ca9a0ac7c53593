"""Help: the five tips and where each lives, the keys, where the data is."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, QUrl
from PySide6.QtGui import QAction, QDesktopServices, QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from followup_desktop.core.words import QT_TRANSLATE_NOOP
from followup_desktop.ui import look
from followup_desktop.ui.form import fit_screen
from followup_desktop.ui.parts.label import label

TIPS = (
    (
        QT_TRANSLATE_NOOP("help", "Ask when they will decide, and whether you may follow up."),
        QT_TRANSLATE_NOOP("help", "Debrief: their words about the decision, and “May I follow up?”"),
    ),
    (
        QT_TRANSLATE_NOOP("help", "Follow up no sooner than they said, and with the right person."),
        QT_TRANSLATE_NOOP("help", "The interview’s page: not before, best day, with whom, how often so far."),
    ),
    (
        QT_TRANSLATE_NOOP("help", "Send a thank-you card, on real paper, to everyone who interviewed you."),
        QT_TRANSLATE_NOOP(
            "help",
            "Cards (Ctrl+K): one for each interviewer, each different. Letter templates (Ctrl+Shift+T): their words, made yours.",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("help", "Send it at once, with kind words that come from the conversation."),
        QT_TRANSLATE_NOOP("help", "Debrief (Ctrl+D): notes in the car become sentences; the calendar says by when."),
    ),
    (
        QT_TRANSLATE_NOOP("help", "Keep in touch, even if you do not get the job."),
        QT_TRANSLATE_NOOP("help", "Set “How did it end?”; the calendar brings the day for a hello."),
    ),
)
"""The five tips, each with where it lives in the app."""


WIDTH, MOST_HEIGHT = 640, 560
"""In design pixels."""


class HelpPage(QDialog):
    """A quiet page of words over the window; Esc closes it."""

    def __init__(self, title: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(look.px(24), look.px(20), look.px(24), look.px(16))
        column.setSpacing(look.px(12))
        column.addWidget(words(title, "title"))
        inside = QWidget()
        self.grid = QGridLayout(inside)
        self.grid.setContentsMargins(0, 0, look.px(8), 0)
        self.grid.setHorizontalSpacing(look.px(16))
        self.grid.setVerticalSpacing(look.px(8))
        scroll = self._scroll = QScrollArea()
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setWidget(inside)
        column.addWidget(scroll, 1)
        self.buttons = QDialogButtonBox()
        close = QPushButton(self.tr("Close"))
        self.buttons.addButton(close, QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.rejected.connect(self.reject)
        column.addWidget(self.buttons)

    def open(self) -> None:
        """Show it as high as its words want, as far as the screen goes; what is longer scrolls."""
        fit_screen(self, WIDTH, MOST_HEIGHT)
        margins = self._column.contentsMargins()
        words_width = self.width() - margins.left() - margins.right() - self.grid.contentsMargins().right()
        others = self._column.sizeHint().height() - self._scroll.sizeHint().height()
        self.resize(self.width(), min(self.height(), others + self.grid.heightForWidth(words_width) + look.px(24)))
        super().open()


def words(text: str, kind: str = "body", *, quiet: bool = False) -> QLabel:
    """Plain words on a page, wrapped, that can be selected."""
    made = label(text, kind, "text2" if quiet else "text", wrap=True)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made


def show_tips(parent: QWidget) -> HelpPage:
    """The five tips that the app puts to work."""
    page = HelpPage(QCoreApplication.translate("help", "The five tips"), parent)
    for row, (tip, where) in enumerate(TIPS):
        number = words(str(row + 1), "name")
        number.setAlignment(Qt.AlignmentFlag.AlignTop)
        page.grid.addWidget(number, 2 * row, 0)
        page.grid.addWidget(words(QCoreApplication.translate("help", tip), "name"), 2 * row, 1)
        page.grid.addWidget(words(QCoreApplication.translate("help", where), quiet=True), 2 * row + 1, 1)
    page.grid.setColumnStretch(1, 1)
    page.grid.setRowStretch(2 * len(TIPS), 1)
    page.open()
    return page


def show_keys(parent: QWidget, actions: Mapping[str, QAction]) -> HelpPage:
    """Every key, by what it does; those of the question bars and the debrief as well."""
    page = HelpPage(QCoreApplication.translate("help", "Keys"), parent)
    native = QKeySequence.SequenceFormat.NativeText
    rows = [
        (a.shortcut().toString(native), a.text().replace("&", "").rstrip("…"))
        for a in actions.values()
        if not a.shortcut().isEmpty()
    ]
    rows += [
        ("Esc", QCoreApplication.translate("help", "Back")),
        ("Tab", QCoreApplication.translate("help", "The next box or button")),
        ("Ctrl+Down, Ctrl+Up", QCoreApplication.translate("help", "The next or the previous person of a debrief")),
        ("Ctrl+Tab", QCoreApplication.translate("help", "People, letter, card, where one stands for all")),
        ("F8", QCoreApplication.translate("help", "The next line to mend in a letter template")),
        ("Ctrl+Enter", QCoreApplication.translate("help", "From the debrief to the cards")),
        ("Ctrl+1, Ctrl+2", QCoreApplication.translate("help", "Answer a question")),
        ("Ctrl+0", QCoreApplication.translate("help", "Leave it out")),
    ]
    for row, (key, does) in enumerate(rows):
        page.grid.addWidget(words(key), row, 0)
        page.grid.addWidget(words(does), row, 1)
    page.grid.setColumnStretch(1, 1)
    page.open()
    return page


def show_where(parent: QWidget, folder: Path) -> HelpPage:
    """Where the notebook is, and that nothing else knows."""
    page = HelpPage(QCoreApplication.translate("help", "Where is my data?"), parent)
    page.grid.addWidget(
        words(QCoreApplication.translate("help", "Everything you write is in this folder on this computer:")), 0, 0
    )
    page.grid.addWidget(words(str(folder), "title"), 1, 0)
    told = QCoreApplication.translate(
        "help",
        "The app sends nothing anywhere. Copy the folder to keep a copy; "
        "start with --data and another folder to use another notebook.",
    )
    page.grid.addWidget(words(told, quiet=True), 2, 0)
    page.grid.setRowStretch(3, 1)
    show = QPushButton(QCoreApplication.translate("help", "Open the folder"))
    show.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))))
    page.buttons.addButton(show, QDialogButtonBox.ButtonRole.ActionRole)
    page.open()
    return page
