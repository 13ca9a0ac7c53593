"""The table: a page or panel of the very PDF that is printed, at its true size where there is room."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from followup_desktop.paper.preview import Picture
from followup_desktop.ui import look
from followup_desktop.ui.parts import measures
from followup_desktop.ui.parts.painting import box

AROUND = 12
"""Room around the card on the table."""
LEAST_AROUND = 6
"""With no more than this around it, it is still shown at the larger size."""
TRUE_SIZE = 100
SCALES = (TRUE_SIZE, 90, 75, 66, 50)
"""Per cent of the true size that a card is shown at, the first that fits (LOOK 6)."""
SMALLER = (45, 40, 33, 25)
"""And those for what is larger than a card."""
ZOOMS = (25, 33, 50, 66, 75, 90, TRUE_SIZE, 125, 150, 200, 300)
"""What larger and smaller go through."""
INCH = 25.4
NO_SIZE = (0.0, 0.0)


class CardView(QWidget):
    """Shows a picture of something of so many mm; asks for another picture when it needs one of another size.

    `dpi` gives the screen's true dots per inch. `zoom` is 0 for as large as there is room, else per cent of the true size.
    """

    picture_wanted = Signal()
    pressed = Signal()

    def __init__(self, dpi: Callable[[], float], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.dpi = dpi
        self.zoom = 0
        self._size = NO_SIZE
        self._room = QSize()
        self._image: QImage | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def scale(self) -> int:
        """Per cent of the true size at which it is shown now."""
        return self.zoom or self.fitting(self._viewport())

    def _viewport(self) -> QSize:
        """The room there is: that of the scroll area that this lies in."""
        above = self.parentWidget()
        area = above.parentWidget() if above is not None else None
        return area.viewport().size() if isinstance(area, QScrollArea) else self.size()

    def fitting(self, size: QSize) -> int:
        """Per cent of the true size that fits into `size`."""
        room = size - QSize(2 * look.px(LEAST_AROUND), 2 * look.px(LEAST_AROUND))
        for scale in (*SCALES, *SMALLER):
            size = self._shown_size(scale)
            if size.width() <= room.width() and size.height() <= room.height():
                return scale
        return SMALLER[-1]

    def best_width(self, height: int) -> int:
        """How wide the table wants to be at that height: the card as large as it then can be, and room around it."""
        if self._size == NO_SIZE:
            return self.sizeHint().width()
        scale = self.fitting(QSize(self.sizeHint().width(), height))
        return self._shown_size(scale).width() + 2 * look.px(AROUND)

    def _shown_size(self, scale: int) -> QSize:
        per_mm = self.dpi() * scale / 100 / INCH
        return QSize(*(round(side * per_mm) for side in self._size))

    def render_dpi(self) -> float:
        """Dots per inch that the picture is wanted in, for this scale and this screen's pixels."""
        return self.dpi() * self.scale() / 100 * self.devicePixelRatioF()

    def set_zoom(self, zoom: int) -> None:
        """Show it at that per cent of its true size; 0 for as large as there is room."""
        self.zoom = zoom
        self._fit()
        self.picture_wanted.emit()

    def step(self, by: int) -> None:
        """The next larger or smaller size."""
        now = self.scale()
        further = [each for each in ZOOMS if (each > now if by > 0 else each < now)]
        if further:
            self.set_zoom(further[0] if by > 0 else further[-1])

    def set_size(self, size: tuple[float, float]) -> bool:
        """How large the thing is, in mm; True where that is new."""
        if size == self._size:
            return False
        self._size, self._image = size, None
        self._fit()
        return True

    def measured(self) -> None:
        """The screen's dots are known better now."""
        self._fit()
        self.picture_wanted.emit()

    def _fit(self) -> None:
        around = QSize(2 * look.px(AROUND), 2 * look.px(AROUND))
        self.setMinimumSize(self._shown_size(self.zoom) + around if self.zoom else QSize(0, 0))
        self.updateGeometry()
        self.update()

    def clear(self) -> None:
        """Only the table."""
        self._size, self._image = NO_SIZE, None
        self.setAccessibleName("")
        self._fit()

    def show_picture(self, picture: Picture, words: str) -> None:
        """Show that picture; `words` say what is on it to a screen reader."""
        image = QImage(picture.pixels, picture.width, picture.height, picture.width * 4, QImage.Format.Format_RGB32)
        self._image = image.copy()
        self._image.setDevicePixelRatio(self.devicePixelRatioF())
        self.setAccessibleName(words)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click: true size, or back to all of it."""
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.pressed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the table and what lies on it."""
        del event
        with QPainter(self) as painter:
            box(painter, self.rect(), look.px(measures.RADIUS_PANEL), look.tone("desk"))
            if self._size == NO_SIZE:
                return
            size = self._shown_size(self.scale())
            left = max(0, (self.width() - size.width()) // 2)
            top = min(look.px(AROUND), max(0, (self.height() - size.height()) // 2))
            card = QRectF(left, top, size.width(), size.height())
            painter.fillRect(card, look.tone("paper"))
            if self._image is not None:
                painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
                painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
                painter.drawImage(card, self._image)
                painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
            box(painter, card, 0, None, look.tone("paper_line"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another size may want another picture."""
        super().resizeEvent(event)
        room = self._viewport()
        if room != self._room:
            self._room = room
            self.picture_wanted.emit()

    def sizeHint(self) -> QSize:
        """The thing at true size, with the table around it."""
        if self._size == NO_SIZE:
            return QSize(look.px(420), look.px(580))
        return self._shown_size(self.zoom or TRUE_SIZE) + QSize(2 * look.px(AROUND), 2 * look.px(AROUND))

    def minimumSizeHint(self) -> QSize:
        """Small: it is shown as large as there is room, and what is enlarged scrolls."""
        return QSize(look.px(160), look.px(100))
