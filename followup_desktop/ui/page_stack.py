"""The pages of a window: which there are, the way the user came through them, and the curtain before those about people."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QSizePolicy, QStackedWidget

from followup_desktop.ui import privacy
from followup_desktop.ui.curtain import Curtain
from followup_desktop.ui.page import Page

_Kind = TypeVar("_Kind", bound=Page)


class PageStack(QObject):
    """One page is in front; those that it was opened from are kept as the way back.

    `headers` and `bodies` are for the window to lay out: the row above NEXT and what is below it.
    """

    turned = Signal()
    """Another page is in front, or the curtain came or went."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.headers, self.bodies = QStackedWidget(), QStackedWidget()
        self.curtain = Curtain()
        self.curtain.lifted.connect(self._lift_curtain)
        self._pages: dict[type[Page], Page] = {}
        self._trail: list[Page] = []
        self._unveiled: Page | None = None
        self._put(self.curtain)

    def page(self, kind: type[_Kind], make: Callable[[], _Kind]) -> _Kind:
        """The page of that kind, made when it is first needed: what is not looked at costs no start-up time."""
        made = self._pages.get(kind)
        if not isinstance(made, kind):
            made = self._pages[kind] = make()
            self._put(made)
        return made

    def _put(self, page: Page | Curtain) -> None:
        self.bodies.addWidget(page)
        self.headers.addWidget(page.header)

    @property
    def pages(self) -> tuple[Page, ...]:
        """Every page made so far, also those that were left."""
        return tuple(self._pages.values())

    @property
    def front(self) -> Page | None:
        """The page in front, also while the curtain covers it; None before the first."""
        return self._trail[-1] if self._trail else None

    @property
    def seen(self) -> Page | Curtain | None:
        """What the user sees of it: the page in front, or the curtain."""
        return self.curtain if self.is_covered() else self.front

    def is_covered(self) -> bool:
        """Whether the curtain is shown in place of the page in front."""
        return self.bodies.currentWidget() is self.curtain

    def show(self, page: Page) -> None:
        """Put that page in front; what was typed on the one before is put on disk."""
        before = self.front
        if before is not None and before is not page:
            before.finish()
        self._trail = [each for each in self._trail if each is not page] + [page]
        self._turn()

    def start_at(self, page: Page) -> None:
        """Put that page in front, with no way back from it."""
        if self.front is not None and self.front is not page:
            self.front.finish()
        self._trail = [page]
        self._turn()

    def back(self) -> bool:
        """To the page from which the one in front was opened; False where there is none."""
        if len(self._trail) < 2:  # noqa: PLR2004  (the one in front, and one behind it)
            return False
        self._trail[-1].finish()
        self._trail.pop()
        self._turn()
        return True

    def keep(self, still_there: Callable[[Page], bool], at_least: Page) -> None:
        """Leave the pages on the way that have nothing to show any more; `at_least` is what remains."""
        there = [page for page in self._trail if still_there(page)]
        if there != self._trail:
            self._trail = there or [at_least]
            self._turn()

    def heed_privacy(self) -> None:
        """Draw the curtain, or take it away, where hiding names was switched on or off."""
        if self.front is not None and self._wants_cover(self.front) is not self.is_covered():
            self._turn()

    def _turn(self) -> None:
        page = self._trail[-1]
        if self._unveiled is not page:
            self._unveiled = None
        front = self.curtain if self._wants_cover(page) else page
        self.bodies.setCurrentWidget(front)
        policies = QSizePolicy.Policy
        for at in range(self.headers.count()):  # the row is as high as the header in it, not as the highest of all
            header = self.headers.widget(at)
            if header is not None:
                header.setSizePolicy(policies.Preferred, policies.Preferred if header is front.header else policies.Ignored)
        self.headers.setCurrentWidget(front.header)
        self.turned.emit()

    def _wants_cover(self, page: Page) -> bool:
        """True while names are hidden and that page is about people, until the user wants to see it all the same."""
        return privacy.is_on() and page.is_about_people and page is not self._unveiled

    def _lift_curtain(self) -> None:
        if self.front is not None:
            self._unveiled = self.front
            self._turn()
