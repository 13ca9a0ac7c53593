"""The line of a person or an employer: what is due, then what was, each with its day, its icon and its words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from followup_desktop.core.sentences import NOTHING
from followup_desktop.core.timeline import Moment, What
from followup_desktop.ui import look
from followup_desktop.ui.language import said, short_day_words
from followup_desktop.ui.parts import measures
from followup_desktop.ui.parts.label import label

translate = QCoreApplication.translate

_ICONS = {
    What.INTERVIEW: "interview",
    What.CARD: "posted",
    What.CALL: "phone",
    What.LETTER: "envelope",
    What.VISIT: "people",
    What.ANSWER: "info",
    What.PROMISE: "quote",
    What.TASK: "check",
    What.DUE: "calendar",
    What.ASK: "ask",
    What.HELLO: "sprout",
}
MOST = 40
"""So many are shown; what is older is counted."""


def when_words(day: date, today: date) -> str:
    """A day on the line: "Today", "17 Nov", "5 Jan 2027"."""
    if day == today:
        return translate("timeline", "Today")
    short = short_day_words(day)
    return short if day.year == today.year else f"{short} {day.year}"


class TimelineLines(QWidget):
    """Moments as lines, in the order they come in. Nothing on it is pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(look.px(8))
        self._grid.setVerticalSpacing(look.px(6))
        self._grid.setColumnStretch(2, 1)

    def show_moments(self, moments: Sequence[Moment], today: date) -> None:
        """Show these."""
        while self._grid.count():
            item = self._grid.takeAt(0)
            gone = item.widget() if item is not None else None
            if gone is not None:
                gone.hide()
                gone.deleteLater()
        metrics = QFontMetrics(look.font("body"))
        widest = max((metrics.horizontalAdvance(when_words(each.day, today)) for each in moments[:MOST]), default=0)
        self._grid.setColumnMinimumWidth(0, max(look.px(52), widest + look.px(4)))
        for row, moment in enumerate(moments[:MOST]):
            self._put(row, moment, today)
        if len(moments) > MOST:
            more = translate("timeline", "and {0} more before").format(len(moments) - MOST)
            self._grid.addWidget(label(more, "caption", "text2"), MOST, 2)

    def _put(self, row: int, moment: Moment, today: date) -> None:
        top = Qt.AlignmentFlag.AlignTop
        tone = "text" if moment.done else "ink"
        self._grid.addWidget(label(when_words(moment.day, today), tone="text2" if moment.done else "ink"), row, 0, top)
        picture = QLabel()
        icon = _ICONS[moment.what]
        picture.setPixmap(look.pixmap(icon, tone, measures.ICON))
        picture.setFixedHeight(QFontMetrics(look.font("body")).height())
        self._grid.addWidget(picture, row, 1, top)
        words = said(moment.words, today)
        inside = QWidget()
        column = QGridLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(label(words, tone=tone, wrap=True), 0, 0)
        if moment.detail != NOTHING:
            column.addWidget(label(said(moment.detail, today), "caption", "text2", wrap=True), 1, 0)
        self._grid.addWidget(inside, row, 2)
