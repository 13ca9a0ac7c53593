"""Card rings: how many of an interview's cards are posted, and how far one person's card is.

Thickness says it without colour: posted arcs are thick and ink, owed ones thin and stamp.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEasingCurve, QPointF, QRect, QRectF, QSize, Qt, QVariantAnimation
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from followup_desktop.core.records import CardState
from followup_desktop.ui import look
from followup_desktop.ui.look import font, px, tone
from followup_desktop.ui.parts import measures
from followup_desktop.ui.parts.motion import duration

_FULL = 360.0
_SIXTEENTHS = 16
_PERSON_ICONS = {
    CardState.TO_WRITE: "plus",
    CardState.DRAFTED: "pen",
    CardState.PRINTED: "print",
    CardState.POSTED: "check",
}
_PERSON_PART = {CardState.DRAFTED: 0.5, CardState.PRINTED: 0.75}
"""How much of one person's ring is thick."""


def ring_words(states: Sequence[CardState]) -> str:
    """What a ring says, in words: "1 of 3 cards posted"."""
    posted = sum(state is CardState.POSTED for state in states)
    if len(states) == 1:
        once = QCoreApplication.translate("rings", "The card is posted")
        return once if posted else QCoreApplication.translate("rings", "1 card owed")
    return QCoreApplication.translate("rings", "{posted} of {all} cards posted").format(posted=posted, all=len(states))


def person_ring_words(state: CardState) -> str:
    """What one person's ring says, in words."""
    return {
        CardState.TO_WRITE: QCoreApplication.translate("rings", "Card to write"),
        CardState.DRAFTED: QCoreApplication.translate("rings", "Card drafted"),
        CardState.PRINTED: QCoreApplication.translate("rings", "Card printed"),
        CardState.POSTED: QCoreApplication.translate("rings", "Card posted"),
    }[state]


def arcs(count: int) -> list[tuple[float, float]]:
    """Where each person's arc begins and how far it goes, in degrees clockwise from 12 o'clock (up to 8 people)."""
    if count <= 1:
        return [(0.0, _FULL)] * count
    gap = measures.RING_GAP_FEW if count <= measures.RING_FEW else measures.RING_GAP_MANY
    step = _FULL / count
    return [(number * step + gap / 2, step - gap) for number in range(count)]


class _Circle:
    """A painter's circle inside a ring's rectangle, scaled to it."""

    def __init__(self, painter: QPainter, rect: QRectF) -> None:
        side = min(rect.width(), rect.height())
        self.unit = side / measures.CARD_RING
        self.painter = painter
        self.centre = rect.center()
        radius = measures.RING_RADIUS * self.unit
        self._area = QRectF(self.centre.x() - radius, self.centre.y() - radius, 2 * radius, 2 * radius)

    def arc(self, start: float, span: float, width: float, colour: QColor) -> None:
        pen = QPen(colour, width * self.unit, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        self.painter.setPen(pen)
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        if span >= _FULL:
            self.painter.drawEllipse(self._area)
        else:
            self.painter.drawArc(self._area, round((90 - start) * _SIXTEENTHS), round(-span * _SIXTEENTHS))

    def flat_arc(self, start: float, span: float, width: float, colour: QColor) -> None:
        pen = QPen(colour, width * self.unit, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
        self.painter.setPen(pen)
        self.painter.drawArc(self._area, round((90 - start) * _SIXTEENTHS), round(-span * _SIXTEENTHS))

    def dots(self, colour: QColor) -> None:
        width = measures.RING_DOT * self.unit
        pen = QPen(colour, width, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.RoundCap)
        pen.setDashPattern([1.0, measures.RING_DOT_GAP / measures.RING_DOT])
        self.painter.setPen(pen)
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.drawEllipse(self._area)

    def icon(self, name: str, token: str) -> None:
        design = measures.ICON_SMALL if name == "check" else measures.ICON
        size = design * self.unit * look.DESIGN_FONT_PX / look.font_px()
        side = px(size)
        corner = QPointF(self.centre.x() - side / 2, self.centre.y() - side / 2)
        self.painter.drawPixmap(corner, look.pixmap(name, token, size))

    def number(self, count: int) -> None:
        digits = font("body", QFont.Weight.DemiBold)
        digits.setPixelSize(max(1, round(measures.RING_DIGITS * self.unit)))
        self.painter.setFont(digits)
        self.painter.setPen(tone("stamp"))
        half = measures.CARD_RING * self.unit / 2
        area = QRectF(self.centre.x() - half, self.centre.y() - half, 2 * half, 2 * half)
        self.painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), str(count))


def paint_ring(
    painter: QPainter,
    rect: QRect | QRectF,
    states: Sequence[CardState],
    icon: str = "",
    *,
    bare: bool = False,
    sweep: tuple[int, float] | None = None,
) -> None:
    """Paint the ring of an interview's cards, in the order the people were met.

    `icon` ("calendar" before the interview, "sprout" for keeping in touch) makes it the dotted one, without cards.
    `bare` leaves the middle empty (small rings). `sweep` is the arc that is just being posted and how much of it.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    circle = _Circle(painter, QRectF(rect))
    owed = sum(state is not CardState.POSTED for state in states)
    if icon or not states:
        circle.dots(tone("line_strong"))
        if icon:
            circle.icon(icon, "text2")
    elif len(states) > measures.RING_MANY:
        posted = _FULL * (len(states) - owed) / len(states)
        circle.arc(0, _FULL, measures.RING_THIN, tone("stamp_mark")) if owed else None
        circle.arc(0, posted, measures.RING_THICK, tone("ink")) if posted else None
    else:
        _paint_arcs(circle, states, sweep)
    if states and not icon and not bare:
        circle.number(owed) if owed else circle.icon("check", "ink")
    painter.restore()


def _paint_arcs(circle: _Circle, states: Sequence[CardState], sweep: tuple[int, float] | None) -> None:
    places = list(zip(states, arcs(len(states)), strict=True))
    for number, (state, (start, span)) in enumerate(places):
        swept = sweep[1] if sweep is not None and sweep[0] == number else 1.0
        posted = state is CardState.POSTED
        if not posted or swept < 1:
            circle.arc(start, span, measures.RING_THIN, tone("stamp_mark"))
        if posted and swept > 0:
            circle.arc(start, span * swept, measures.RING_THICK, tone("ink"))


def paint_person_ring(painter: QPainter, rect: QRect | QRectF, state: CardState) -> None:
    """Paint how far one person's card is."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    circle = _Circle(painter, QRectF(rect))
    if state is CardState.POSTED:
        circle.arc(0, _FULL, measures.RING_PERSON, tone("ink"))
        circle.icon("check", "ink")
    else:
        circle.arc(0, _FULL, measures.RING_THIN, tone("stamp_mark"))
        part = _PERSON_PART.get(state, 0)
        if part:
            circle.flat_arc(0, _FULL * part, measures.RING_THICK, tone("stamp_mark"))
        circle.icon(_PERSON_ICONS[state], "stamp")
    painter.restore()


class CardRing(QWidget):
    """The ring of an interview's cards. An arc that has just been posted sweeps in once."""

    def __init__(self, *, small: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._small = small
        self._states: tuple[CardState, ...] = ()
        self._icon = ""
        self._sweep: tuple[int, float] | None = None
        self._motion = QVariantAnimation(self)
        self._motion.setStartValue(0.0)
        self._motion.setEndValue(1.0)
        self._motion.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._motion.valueChanged.connect(self._on_motion)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set(self, states: Sequence[CardState], icon: str = "") -> None:
        """Show these cards, or the dotted ring with an icon."""
        before = self._states
        self._states, self._icon = tuple(states), icon
        self.setAccessibleName("" if icon or not states else ring_words(states))
        self.setToolTip(self.accessibleName())
        just = [
            number
            for number, (old, new) in enumerate(zip(before, self._states, strict=False))
            if new is CardState.POSTED and old is not new
        ]
        time = duration(self, measures.RING_MOTION_MS) if self.isVisible() and len(just) == 1 else 0
        if time and len(before) == len(self._states):
            self._sweep = (just[0], 0.0)
            self._motion.setDuration(time)
            self._motion.start()
        self.update()

    def _on_motion(self, value: object) -> None:
        part = float(value) if isinstance(value, (int, float)) else 1.0
        self._sweep = (self._sweep[0], part) if self._sweep is not None and part < 1 else None
        self.update()

    def sizeHint(self) -> QSize:
        """32 x 32 design pixels, 24 x 24 for a small one."""
        side = px(measures.CARD_RING_SMALL if self._small else measures.CARD_RING)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ring."""
        del event
        with QPainter(self) as painter:
            paint_ring(painter, self.rect(), self._states, self._icon, bare=self._small, sweep=self._sweep)


class PersonRing(QWidget):
    """How far one person's card is."""

    def __init__(self, state: CardState = CardState.TO_WRITE, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set(state)

    def set(self, state: CardState) -> None:
        """Show that state."""
        self._state = state
        self.setAccessibleName(person_ring_words(state))
        self.setToolTip(self.accessibleName())
        self.update()

    def sizeHint(self) -> QSize:
        """32 x 32 design pixels."""
        return QSize(px(measures.CARD_RING), px(measures.CARD_RING))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ring."""
        del event
        with QPainter(self) as painter:
            paint_person_ring(painter, self.rect(), self._state)
