"""What every page of the window is: a header for the top row and a body below the NEXT strip."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from followup_desktop.core.agenda import Next
from followup_desktop.desk.desk import Desk
from followup_desktop.ui import look
from followup_desktop.ui.parts.button import button
from followup_desktop.ui.parts.panel import Hairline


class Page(QWidget):
    """A page: the widget itself is the body, `header` is its row above the NEXT strip.

    `has_strip` is False where the page itself is the next step (debrief, first start), `has_status` where it has a
    foot of its own. Pages know nothing of one
    another: what they want of the window they say with signals.
    """

    left = Signal()
    """The user wants to go back to where this page was opened from."""
    has_strip = True
    has_status = True
    has_card = False
    """True where one card is in front, to be printed or posted."""
    is_about_people = True
    """False for a page that hides names by itself, or has none: the others stand behind a curtain while names are hidden."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.header = QWidget(self)
        self.header_row = QHBoxLayout(self.header)
        self.header_row.setContentsMargins(0, 0, 0, 0)
        self.header_row.setSpacing(look.px(8))

    @property
    def interview(self) -> str | None:
        """Id of the interview that the page is about, if it is about one."""
        return None

    @property
    def person(self) -> str | None:
        """Id of the person that the page is about, if it is about one."""
        return None

    def next_step(self) -> Next | None:
        """The next step on this page, where it knows better than the whole notebook does."""
        return None

    def finish(self) -> None:
        """Put on disk what is still being typed; called before the page is left and before the window closes."""

    def status_words(self) -> str:
        """What the status line says at its end while this page is in front; empty for what is owed."""
        return ""

    def areas(self) -> Sequence[QWidget]:
        """The parts that F6 goes through, in their order."""
        return (self,)

    def is_unsaved(self) -> bool:
        """True while something typed could not be put on disk."""
        return False

    def act(self, name: str) -> bool:  # noqa: ARG002  (the pages that know acts look at it)
        """Do the menu's act of that name if it is this page's; True when it was."""
        return False

    def can_act(self, name: str) -> bool:  # noqa: ARG002  (as `act`)
        """Whether the menu's act of that name, which other pages do too, has something to do on this one."""
        return False


def upright_line() -> QWidget:
    """The short line between the way back and the title."""
    line = Hairline("line_strong", upright=True)
    line.setFixedHeight(look.px(24))
    return line


def back_button(words: str) -> QPushButton:
    """The flat button with an arrow at the left of a header."""
    return button(words, "back", "flat", key="Esc", tip=QCoreApplication.translate("page", "Back"))
