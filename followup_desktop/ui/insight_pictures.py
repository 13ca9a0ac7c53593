"""The pictures of the insight page: every case is one mark, and beside each picture stands in words what it shows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from followup_desktop.core.insight import PromiseCase, Reply, Sent, Word
from followup_desktop.ui.look import pixmap, px, tone
from followup_desktop.ui.parts.painting import disc, hairline

RING, RING_WIDTH, ARC_GAP = 112, 12, 6.0
"""Diameter and width of the ring in design pixels, and degrees between two arcs."""
MANY = 30
"""Of more cards, those of one kind are one arc."""
DOT, STEP = 11, 17
SOONER, LATER = 10, 20
"""Days before and after the promised one that a strip has room for; what is further off stands at its end."""
STRIP, SIDE = 26, 10
_FULL = 360 * 16
_QUARTER = 90 * 16
_ARCS = {
    Sent.IN_TIME: ("ink", 1.0),
    Sent.LATER: ("stamp_mark", 1.0),
    Sent.NOT_SENT: ("stamp_mark", 0.3),
    Sent.OPEN: ("line_strong", 1.0),
    Sent.UNKNOWN: ("field_line", 0.3),
}
"""The colour of each arc, and how much of the ring's width it takes."""


def mark(painter: QPainter, centre: QPointF, kind: Sent | Word | Reply) -> None:
    """Paint the mark of one case: full where it went well, ochre where it came later, hollow where nothing came."""
    side, thin = px(DOT), max(1.5, px(3) / 2)
    if kind in (Sent.IN_TIME, Word.KEPT, Reply.ANSWERED):
        disc(painter, centre, side, tone("ink"), None, 0)
    elif kind in (Sent.LATER, Word.LATER):
        disc(painter, centre, side, tone("stamp_mark"), None, 0)
    elif kind in (Sent.NOT_SENT, Word.NEVER, Reply.NONE_NOTED):
        disc(painter, centre, side, tone("sheet"), tone("stamp_mark"), thin)
    else:
        pen = QPen(tone("field_line"), thin, Qt.PenStyle.DotLine, Qt.PenCapStyle.RoundCap)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(pen)
        painter.setBrush(tone("sheet"))
        half = (side - thin) / 2
        painter.drawEllipse(centre, half, half)
        painter.restore()


class MarkPicture(QWidget):
    """One mark beside the words that say what it means."""

    def __init__(self, kind: Sent | Word | Reply, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = kind
        self.setFixedSize(px(DOT + 3), px(DOT + 3))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it in the middle."""
        del event
        with QPainter(self) as painter:
            mark(painter, QRectF(self.rect()).center(), self._kind)


class CardsRing(QWidget):
    """A ring with an arc for each card, those in time first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sent: tuple[Sent, ...] = ()
        self.setFixedSize(px(RING), px(RING))

    def set(self, sent: Sequence[Sent], words: str) -> None:
        """Show these cards; `words` say the same."""
        order = [*Sent]
        self._sent = tuple(sorted(sent, key=order.index))
        self.setAccessibleName(words)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ring around a card."""
        del event
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            wide = px(RING_WIDTH)
            circle = QRectF(self.rect()).adjusted(wide / 2, wide / 2, -wide / 2, -wide / 2)
            icon = px(28)
            middle = QRect(0, 0, icon, icon)
            middle.moveCenter(self.rect().center())
            painter.drawPixmap(middle, pixmap("card", "text2", 28))
            if not self._sent:
                self._arc(painter, circle, 0, _FULL, Sent.OPEN)
                return
            arcs = [(sent, 1) for sent in self._sent]
            if len(arcs) > MANY:
                arcs = [(sent, self._sent.count(sent)) for sent in Sent if sent in self._sent]
            gap, start = ARC_GAP * 16 if len(arcs) > 1 else 0, 0.0
            for sent, count in arcs:
                span = _FULL * count / len(self._sent)
                self._arc(painter, circle, start + gap / 2, max(span - gap, 16), sent)
                start += span

    @staticmethod
    def _arc(painter: QPainter, circle: QRectF, start: float, span: float, sent: Sent) -> None:
        """One arc, clockwise from the top; angles in sixteenths of a degree."""
        role, share = _ARCS[sent]
        style = Qt.PenStyle.SolidLine
        painter.setPen(QPen(tone(role), px(RING_WIDTH) * share, style, Qt.PenCapStyle.FlatCap))
        painter.drawArc(circle, round(_QUARTER - start - span), round(span))


def place_of(days: int, width: int) -> float:
    """Where a day so many after the promised one stands on a strip of that width."""
    within = min(max(days, -SOONER), LATER)
    return px(SIDE) + (within + SOONER) * (width - 2 * px(SIDE)) / (SOONER + LATER)


class PromiseStrip(QWidget):
    """One employer's promised days: each answer so many days before or after the upright line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cases: tuple[PromiseCase, ...] = ()
        self._today = date.min
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set(self, cases: Sequence[PromiseCase], today: date, words: str) -> None:
        """Show these cases; `words` say the same."""
        self._cases, self._today = tuple(cases), today
        self.setAccessibleName(words)
        self.update()

    def sizeHint(self) -> QSize:
        """Ten design pixels a day."""
        return QSize(px(10 * (SOONER + LATER)), px(STRIP))

    def minimumSizeHint(self) -> QSize:
        """Two design pixels a day."""
        return QSize(px(2 * (SOONER + LATER)), px(STRIP))

    def place(self, days: int) -> float:
        """Where a day so many after the promised one is, in pixels from the left."""
        return place_of(days, self.width())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the day they named, then each answer on its stem."""
        del event
        with QPainter(self) as painter:
            middle = self.height() / 2
            hairline(painter, QPointF(px(SIDE), middle), self.width() - 2 * px(SIDE))
            hairline(painter, QPointF(self.place(0), 0), self.height(), upright=True, role="line_strong")
            known = [(case, days) for case in self._cases if (days := self._days(case)) is not None]
            for case, days in known:
                if case.word is not Word.OPEN:
                    self._paint_stem(painter, case, days, middle)
            for case, days in known:
                mark(painter, QPointF(self.place(days), middle), case.word)

    def _days(self, case: PromiseCase) -> int | None:
        """How many days after the promised one its mark stands; where it is still open, at today's place."""
        if case.word is Word.NEVER:
            return LATER
        return (self._today - case.promised).days if case.word is Word.OPEN else case.days

    def _paint_stem(self, painter: QPainter, case: PromiseCase, days: int, middle: float) -> None:
        at, start = self.place(days), self.place(0)
        role = "ink_line" if case.word is Word.KEPT else "stamp_line"
        painter.fillRect(QRectF(min(at, start), middle - px(3) / 2, abs(at - start), px(3)), tone(role))


class ReplyDots(QWidget):
    """A dot for each follow-up, in the order they were made; as many lines as it takes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._replies: tuple[Reply, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set(self, replies: Sequence[Reply], words: str) -> None:
        """Show these; `words` say the same."""
        self._replies = tuple(replies)
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """True: many dots take several lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Pixels needed at that width."""
        a_line = max(1, width // px(STEP))
        return px(STRIP - STEP) + px(STEP) * max(1, -(-len(self._replies) // a_line))

    def sizeHint(self) -> QSize:
        """A line of twenty."""
        return QSize(px(20 * STEP), self.heightForWidth(px(20 * STEP)))

    def minimumSizeHint(self) -> QSize:
        """A line of six."""
        return QSize(px(6 * STEP), self.heightForWidth(max(self.width(), px(6 * STEP))))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may take another number of lines."""
        super().resizeEvent(event)
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint dot after dot."""
        del event
        a_line = max(1, self.width() // px(STEP))
        with QPainter(self) as painter:
            for at, reply in enumerate(self._replies):
                line, place = divmod(at, a_line)
                centre = QPointF((place + 0.5) * px(STEP), px(STRIP) / 2 + line * px(STEP))
                mark(painter, centre, reply)
