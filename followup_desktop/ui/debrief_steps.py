"""The steps of the debrief: a numbered circle for each person and each question, with how far it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QSizePolicy, QWidget

from followup_desktop.ui import look
from followup_desktop.ui.parts import measures
from followup_desktop.ui.parts.label import tooltip
from followup_desktop.ui.parts.painting import box, disc

CIRCLE = 20
HEIGHT = 44


@dataclass(frozen=True, slots=True)
class Step:
    """One step: its key, its two lines, and whether it is done."""

    key: str
    title: str
    detail: str
    done: bool = False


class StepButton(QPushButton):
    """One step; checked while it is the one on the page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setProperty("role", "flat")
        self.step = Step("", "", "")
        self.number = 0
        self.compact = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_step(self, step: Step, number: int) -> None:
        """Show that step under that number."""
        self.step, self.number = step, number
        self.setAccessibleName(f"{number}. {step.title}")
        self.setAccessibleDescription(step.detail)
        self.setToolTip(tooltip(f"{step.title}: {step.detail}") if self.compact else "")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Two lines, or only the circle where there is little room."""
        if self.compact:
            side = look.px(measures.BUTTON)
            return QSize(side, side)
        name, detail = QFontMetrics(look.font("body", 600)), QFontMetrics(look.font("caption"))
        height = max(look.px(HEIGHT), name.height() + detail.height() + look.px(8))
        return QSize(
            look.px(60) + max(name.horizontalAdvance(self.step.title), detail.horizontalAdvance(self.step.detail)), height
        )

    def minimumSizeHint(self) -> QSize:
        """Narrower than all its words: they are elided."""
        return QSize(look.px(measures.BUTTON), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the wash, the circle and the two lines."""
        del event
        with QPainter(self) as painter:
            radius = look.px(measures.RADIUS)
            if self.isChecked():
                box(painter, self.rect(), radius, look.tone("ink_wash"), look.tone("ink_line"))
            elif self.underMouse():
                box(painter, self.rect(), radius, look.tone("hover"))
            self._circle(painter)
            if not self.compact:
                self._words(painter)

    def _circle(self, painter: QPainter) -> None:
        side = look.px(CIRCLE)
        left = (self.width() - side) / 2 if self.compact else float(look.px(12))
        centre = QPointF(left + side / 2, self.height() / 2)
        chosen = self.isChecked()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.step.done:
            disc(painter, centre, side, look.tone("ink"), None, 0)
            icon = look.pixmap("check", "on_ink", 14)
            half = icon.deviceIndependentSize().width() / 2
            painter.drawPixmap(QPointF(centre.x() - half, centre.y() - half), icon)
            return
        line = look.tone("ink" if chosen else "field_line")
        disc(painter, centre, side, look.tone("sheet") if chosen else None, line, max(1.0, look.px(1)))
        painter.setFont(look.font("small", 600))
        painter.setPen(look.tone("ink" if chosen else "text2"))
        around = QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side)
        painter.drawText(around, int(Qt.AlignmentFlag.AlignCenter), str(self.number))

    def _words(self, painter: QPainter) -> None:
        left = look.px(44)
        name_font, detail_font = look.font("body", 600), look.font("caption")
        name, detail = QFontMetrics(name_font), QFontMetrics(detail_font)
        top = (self.height() - name.height() - detail.height()) // 2
        room = self.width() - left - look.px(8)
        painter.setFont(name_font)
        painter.setPen(look.tone("text"))
        elide = Qt.TextElideMode.ElideRight
        line = QRect(left, top, room, name.height())
        painter.drawText(line, int(Qt.AlignmentFlag.AlignVCenter), name.elidedText(self.step.title, elide, room))
        painter.setFont(detail_font)
        painter.setPen(look.tone("text2"))
        below = QRect(left, top + name.height(), room, detail.height())
        painter.drawText(below, int(Qt.AlignmentFlag.AlignVCenter), detail.elidedText(self.step.detail, elide, room))


class Steps(QWidget):
    """All steps, under one another, or as a row of circles where the window is narrow."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(look.px(4))
        self._buttons: list[StepButton] = []
        self._is_compact = False

    def show_steps(self, steps: Sequence[Step], current: str, first: int = 1) -> None:
        """Show these steps, numbered from `first`, the current one marked."""
        while len(self._buttons) < len(steps):
            made = StepButton(self)
            made.compact = self._is_compact
            made.clicked.connect(lambda _=False, which=made: self.chosen.emit(which.step.key))
            self._buttons.append(made)
            self._layout.addWidget(made)
        for number, made in enumerate(self._buttons):
            made.setVisible(number < len(steps))
            if number < len(steps):
                made.show_step(steps[number], first + number)
                made.setChecked(steps[number].key == current)

    def current(self) -> StepButton | None:
        """The step that is on the page, if it is one of these."""
        return next((made for made in self._buttons if made.isChecked() and not made.isHidden()), None)

    def set_compact(self, *, compact: bool) -> None:
        """A row of circles, or a column of two lines each."""
        self._is_compact = compact
        directions = QBoxLayout.Direction
        self._layout.setDirection(directions.LeftToRight if compact else directions.TopToBottom)
        for made in self._buttons:
            made.compact = compact
            made.setSizePolicy(QSizePolicy.Policy.Fixed if compact else QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            made.updateGeometry()
