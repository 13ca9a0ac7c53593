"""What scrolls where there is no room for it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


def scrolling(inside: QWidget) -> QScrollArea:
    """`inside` as wide as there is room, scrolling up and down; it shows the ground behind it."""
    made = QScrollArea()
    made.setWidgetResizable(True)
    made.setFrameShape(QFrame.Shape.NoFrame)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setWidget(inside)
    for each in (made.viewport(), inside):
        each.setAutoFillBackground(False)
    return made


def keep_in_sight(part: QWidget, place: QPoint, around: int) -> None:
    """Scroll whatever `part` lies in so that `place` of it is seen, with up to `around` pixels above and below."""
    above = part.parentWidget()
    while above is not None and not above.isWindow():
        inside = above.widget() if isinstance(above, QScrollArea) else None
        if isinstance(above, QScrollArea) and inside is not None:
            at = part.mapTo(inside, place)
            above.ensureVisible(at.x(), at.y(), 0, min(around, above.viewport().height() // 3))
        above = above.parentWidget()
