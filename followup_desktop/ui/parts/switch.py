"""The switch: on or off, and at once."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from followup_desktop.ui.look import px, tone
from followup_desktop.ui.parts import measures
from followup_desktop.ui.parts.painting import box, disc


class Switch(QCheckBox):
    """A check box that looks like a switch; to screen readers it is a check box with that name."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setProperty("ring_radius", measures.SWITCH_HEIGHT / 2)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """36 x 20 design pixels."""
        return QSize(px(measures.SWITCH_WIDTH), px(measures.SWITCH_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Never smaller."""
        return self.sizeHint()

    def hitButton(self, position: object) -> bool:
        """All of it switches."""
        del position
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint track and knob: filled at the far end when on, hollow at the near end when off."""
        del event
        on, enabled = self.isChecked(), self.isEnabled()
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        area = QRectF(self.rect())
        half = area.height() / 2
        with QPainter(self) as painter:
            if on:
                fill = "ink" if enabled else "hover"
                box(painter, area, half, tone(fill), None if enabled else tone("line"))
            else:
                ground = tone("hover") if self.underMouse() and enabled else None
                box(painter, area, half, ground, tone("field_line" if enabled else "line"))
            far = on is not mirrored
            centre = QPointF(area.right() - half if far else area.left() + half, area.center().y())
            knob = ("on_ink" if on else "field_line") if enabled else "disabled"
            disc(painter, centre, px(measures.SWITCH_KNOB), tone(knob), None, 0)
