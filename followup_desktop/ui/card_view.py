"""The card on the table: the panel of the very PDF that is printed, at true size where there is room."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from followup_desktop.core.records import Stock
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
"""Per cent of the true size that the card is shown at, the first that fits (LOOK 6)."""
INCH = 25.4
LEAST_DPI, MOST_DPI = 60.0, 300.0
"""What a screen's own word about its size is believed within."""


class CardView(QWidget):
    """Shows the picture of one panel; asks for another when it needs one of another size."""

    picture_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stock: Stock | None = None
        self._image: QImage | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def dpi(self) -> float:
        """The screen's true dots per inch (device-independent)."""
        screen = self.screen()
        told = screen.physicalDotsPerInch() if screen else 96.0
        return told if LEAST_DPI <= told <= MOST_DPI else 96.0

    def scale(self) -> int:
        """Per cent of the true size at which the card is shown now."""
        if self._stock is None:
            return 100
        return self._scale_in(self.size())

    def _scale_in(self, size: QSize) -> int:
        room = size - QSize(2 * look.px(LEAST_AROUND), 2 * look.px(LEAST_AROUND))
        for scale in SCALES:
            size = self._card_size(scale)
            if size.width() <= room.width() and size.height() <= room.height():
                return scale
        return SCALES[-1]

    def best_width(self, height: int) -> int:
        """How wide the table wants to be at that height: the card as large as it then can be, and room around it."""
        if self._stock is None:
            return self.sizeHint().width()
        scale = self._scale_in(QSize(self.sizeHint().width(), height))
        return self._card_size(scale).width() + 2 * look.px(AROUND)

    def _card_size(self, scale: int) -> QSize:
        assert self._stock is not None
        width, height = self._stock.panel
        per_mm = self.dpi() * scale / 100 / INCH
        return QSize(round(width * per_mm), round(height * per_mm))

    def render_dpi(self) -> float:
        """Dots per inch that the picture is wanted in, for this scale and this screen's pixels."""
        return self.dpi() * self.scale() / 100 * self.devicePixelRatioF()

    def set_stock(self, stock: Stock) -> None:
        """The card's size."""
        self._stock = stock
        self.updateGeometry()
        self.update()

    def clear(self) -> None:
        """Only the table."""
        self._stock = self._image = None
        self.setAccessibleName("")
        self.update()

    def show_picture(self, picture: Picture, words: str) -> None:
        """Show that picture; `words` say what is on it to a screen reader."""
        image = QImage(picture.pixels, picture.width, picture.height, picture.width * 4, QImage.Format.Format_RGB32)
        self._image = image.copy()
        self._image.setDevicePixelRatio(self.devicePixelRatioF())
        self.setAccessibleName(words)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the table and the card on it."""
        del event
        with QPainter(self) as painter:
            box(painter, self.rect(), look.px(measures.RADIUS_PANEL), look.tone("desk"))
            if self._stock is None:
                return
            size = self._card_size(self.scale())
            left = (self.width() - size.width()) // 2
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
        self.picture_wanted.emit()

    def sizeHint(self) -> QSize:
        """The card at true size, with the table around it."""
        if self._stock is None:
            return QSize(look.px(420), look.px(580))
        return self._card_size(100) + QSize(2 * look.px(AROUND), 2 * look.px(AROUND))

    def minimumSizeHint(self) -> QSize:
        """The card at half its size."""
        if self._stock is None:
            return QSize(look.px(200), look.px(280))
        return self._card_size(SCALES[-1]) + QSize(2 * look.px(AROUND), 2 * look.px(AROUND))
