"""Doors: the three ways into the program on its first start."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QStyle, QWidget

from followup_desktop.ui.look import font, px, tone
from followup_desktop.ui.parts import measures
from followup_desktop.ui.parts.controls import paint_icon
from followup_desktop.ui.parts.key_caps import cap_size, paint_cap
from followup_desktop.ui.parts.painting import box, disc
from followup_desktop.ui.parts.sentence import Run, paint_runs, runs_height

_DISCS = {"ink": ("ink_wash", "ink"), "stamp": ("stamp_wash", "stamp"), "": ("hover", "text2")}
_WRAP = Qt.TextFlag.TextWordWrap
_TITLE_TOP = 104
_TITLE_GAP = 6


class Door(QAbstractButton):
    """A large button: an icon on a disc, what it is, what comes then, and the digit that opens it.

    `family` colours the disc: ink, stamp or "" (neutral). With `flat` it is a row with the icon at its left.
    """

    def __init__(self, icon: str, family: str, title: str, words: str, digit: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._family, self._words, self._digit = icon, family, words, digit
        self.flat = False
        self.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(words)
        self.setShortcut(digit)
        self.setProperty("ring_radius", measures.RADIUS_DOOR)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_flat(self, flat: bool) -> None:
        """Show it as a row, for narrow windows and large fonts."""
        self.flat = flat
        self.updateGeometry()
        self.update()

    def _title_font(self) -> QFont:
        return font("title")

    def _words_top_and_left(self) -> tuple[int, int]:
        side = px(measures.DOOR_SIDE)
        if self.flat:
            return px(16), side + px(measures.DOOR_DISC) + px(16)
        return px(_TITLE_TOP), side

    def _boxes(self, width: int) -> tuple[QRect, QRect]:
        """Where title and words stand at that width."""
        top, left = self._words_top_and_left()
        right = px(measures.DOOR_SIDE) + (px(measures.ICON_LARGE) if self.flat else 0)
        area = QRect(left, top, max(px(60), width - left - right), 10_000)
        title = QFontMetrics(self._title_font()).boundingRect(area, int(_WRAP), self.text())
        spread = runs_height((Run(self._words),), area.width())
        below = title.bottom() + px(_TITLE_GAP)
        return QRect(left, top, area.width(), title.height()), QRect(left, below, area.width(), spread)

    def hasHeightForWidth(self) -> bool:
        """True: a narrow door is taller."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Room for all words; never less than the design's height."""
        bottom = self._boxes(width)[1].bottom()
        if self.flat:
            return max(bottom + px(16), px(measures.DOOR_DISC + 2 * 16))
        foot = cap_size(self._digit).height() + px(20)
        return max(px(measures.DOOR_HEIGHT), bottom + px(24) + foot)

    def sizeHint(self) -> QSize:
        """320 x 276 design pixels, taller where the words need it."""
        width = px(measures.DOOR_WIDTH)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """240 design pixels wide."""
        width = px(measures.DOOR_LEAST)
        return QSize(width, self.heightForWidth(max(width, self.width())))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the door."""
        del event
        ground = "pressed" if self.isDown() else "hover" if self.underMouse() else "sheet"
        line = "ink_line" if self.hasFocus() else "line"
        side = px(measures.DOOR_SIDE)
        title, words = self._boxes(self.width())
        if self.flat:
            down = (self.height() - px(16) - words.bottom()) // 2
            title, words = title.translated(0, down), words.translated(0, down)
        with QPainter(self) as painter:
            box(painter, self.rect(), px(measures.RADIUS_DOOR), tone(ground), tone(line))
            self._paint_disc(painter)
            painter.setFont(self._title_font())
            painter.setPen(tone("text"))
            painter.drawText(self._mirrored(title), int(_WRAP), self.text())
            paint_runs(painter, self._mirrored(words), (Run(self._words, tone="text2"),))
            if self.flat:
                place = QRect(self.width() - side - px(8), 0, px(measures.ICON_LARGE), self.height())
                paint_icon(painter, self._mirrored(place), self._onward(), "ink")
                return
            cap = cap_size(self._digit)
            foot = self.height() - px(20) - cap.height()
            paint_cap(painter, self._mirrored(QRect(side, foot, cap.width(), cap.height())), self._digit)
            place = QRect(self.width() - side - px(measures.ICON), foot, px(measures.ICON), cap.height())
            paint_icon(painter, self._mirrored(place), self._onward(), "ink")

    def _mirrored(self, place: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), place)

    def _onward(self) -> str:
        return "forward" if self.layoutDirection() == Qt.LayoutDirection.LeftToRight else "back"

    def _paint_disc(self, painter: QPainter) -> None:
        wash, ink = _DISCS[self._family]
        side, across = px(measures.DOOR_SIDE), px(measures.DOOR_DISC)
        top = (self.height() - across) // 2 if self.flat else px(measures.DOOR_SIDE + 3)
        place = self._mirrored(QRect(side, top, across, across))
        disc(painter, QRectF(place).center(), across, tone(wash), None, 0)
        paint_icon(painter, place, self._icon, ink, measures.ICON_DOOR)
