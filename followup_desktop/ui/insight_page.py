"""How it went so far: cards in time, promised days against real ones, answers to follow-ups. Small, and honest.

A figure over fewer than ten cases is called too few to tell; its cases are shown all the same, one mark each.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from followup_desktop.core import insight
from followup_desktop.core.insight import Insight
from followup_desktop.core.records import Change
from followup_desktop.desk.desk import Desk
from followup_desktop.ui import look
from followup_desktop.ui.insight_panels import CardsPanel, PromisesPanel, RepliesPanel
from followup_desktop.ui.page import Page, back_button, upright_line
from followup_desktop.ui.parts.label import ElidedLabel, label
from followup_desktop.ui.parts.scrolling import scrolling

WIDEST, NARROW = 76, 52
"""Width of the panels in em, at most, and below which words stand under their picture."""


class InsightPage(Page):
    """Three panels, each with its picture, its figure and a legend in words."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.told = Insight()
        """What is shown now."""
        self._build_header()
        self.cards, self.promises, self.replies = CardsPanel(), PromisesPanel(), RepliesPanel()
        inside = QWidget()
        panels = QVBoxLayout()
        panels.setSpacing(look.px(12))
        for panel in (self.cards, self.promises, self.replies):
            panels.addWidget(panel)
        panels.addStretch(1)
        self._middle = QWidget()
        self._middle.setLayout(panels)
        panels.setContentsMargins(0, 0, 0, look.px(12))
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(self._middle, 1000)
        row.addStretch(1)
        self._stack = QStackedWidget()
        self._stack.addWidget(scrolling(inside))
        self._stack.addWidget(self._make_empty())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        desk.changed.connect(self._on_changed)
        desk.clock.day_changed.connect(lambda _: self._show())

    def _build_header(self) -> None:
        back = back_button(self.tr("Back"))
        back.setProperty("key", "")
        back.clicked.connect(self.left)
        self._about = ElidedLabel(tone="text2")
        self.header_row.addWidget(back)
        self.header_row.addWidget(upright_line())
        self.header_row.addSpacing(look.px(8))
        self.header_row.addWidget(label(self.tr("Insight"), "title"))
        self.header_row.addSpacing(look.px(8))
        self.header_row.addWidget(self._about, 1)

    def _make_empty(self) -> QWidget:
        made = QWidget()
        picture = QLabel()
        picture.setPixmap(look.pixmap("sprout", "text2", 28))
        self.empty = label(self.tr("Nothing to tell yet"), "name", wrap=True)
        words = self.tr("After your first interviews you see here how it went: your cards, their promises, their answers.")
        told = label(words, tone="text2", wrap=True)
        inside = QVBoxLayout(made)
        inside.setContentsMargins(look.px(24), look.px(72), look.px(24), look.px(24))
        inside.setSpacing(look.px(6))
        centre = Qt.AlignmentFlag.AlignHCenter
        inside.addWidget(picture, 0, centre)
        for each in (self.empty, told):
            each.setAlignment(centre)
            inside.addWidget(each)
        inside.addStretch(1)
        return made

    # Showing

    def _show(self) -> None:
        """Count anew."""
        desk = self.desk
        self.told = insight.insight(desk.cases(), desk.now(), desk.rules())
        self._about.setText(self.tr("a figure takes at least {0} cases").format(insight.ENOUGH) if not self.told.is_empty else "")
        self._stack.setCurrentIndex(1 if self.told.is_empty else 0)
        self.cards.show_cards(self.told)
        self.promises.show_promises(self.told, desk)
        self.replies.show_replies(self.told)

    def _on_changed(self, _change: Change) -> None:
        if self.isVisible():
            self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Be up to date when the page comes to the front."""
        super().showEvent(event)
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """No wider than is easily read; words under the pictures where it is narrow."""
        super().resizeEvent(event)
        self._middle.setMaximumWidth(WIDEST * look.font_px())
        narrow = self.width() < NARROW * look.font_px()
        for panel in (self.cards, self.promises, self.replies):
            panel.set_narrow(narrow=narrow)
