"""Segments: a few choices side by side of which one is on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from followup_desktop.ui import look
from followup_desktop.ui.look import font, px, tone
from followup_desktop.ui.parts import measures
from followup_desktop.ui.parts.controls import paint_icon
from followup_desktop.ui.parts.label import tooltip
from followup_desktop.ui.parts.painting import box, hairline, line_width


class _Segment(QRadioButton):
    """One choice; to screen readers a radio button."""

    def __init__(self, words: str, parent: Segments) -> None:
        super().__init__(words, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    @property
    def _row(self) -> Segments:
        row = self.parentWidget()
        assert isinstance(row, Segments)
        return row

    def _font(self, *, strong: bool) -> QFont:
        weight = QFont.Weight.DemiBold if strong else QFont.Weight.Medium
        return font("caption" if self._row.small else "body", weight)

    def _icon_room(self) -> int:
        return px(measures.ICON_SMALL + measures.ICON_GAP) if self._row.checks and self.isChecked() else 0

    def sizeHint(self) -> QSize:
        """Room for the strong words, so that nothing moves when another one is chosen."""
        strong = self._font(strong=True)
        height = measures.tall(measures.BUTTON_SMALL if self._row.small else measures.BUTTON, strong)
        side = measures.BUTTON_SIDE_SMALL if self._row.small else measures.SEGMENT_SIDE
        words = QFontMetrics(strong).horizontalAdvance(self.text())
        return QSize(words + self._icon_room() + 2 * px(side) + line_width(), height)

    def minimumSizeHint(self) -> QSize:
        """Words are never cut."""
        return self.sizeHint()

    def hitButton(self, position: object) -> bool:
        """The whole cell is the button."""
        del position
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrow keys choose the neighbour."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            sideways = event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}
            self._row.step(-step if mirrored and sideways else step)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground and words; the row paints the outline around all."""
        del event
        on, enabled = self.isChecked(), self.isEnabled()
        words = "disabled" if not enabled else self._row.words_on() if on else "text"
        with QPainter(self) as painter:
            self._row.fill_cell(painter, self)
            area = QRect(self.rect())
            painter.setFont(self._font(strong=on))
            painter.setPen(tone(words))
            room = self._icon_room()
            if room:
                wide = QFontMetrics(painter.font()).horizontalAdvance(self.text()) + room
                left = (self.width() - wide) // 2
                paint_icon(painter, QRect(left, 0, px(measures.ICON_SMALL), self.height()), "check", words, measures.ICON_SMALL)
                area.setLeft(left + room)
                area.setWidth(wide - room + 1)
            painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine), self.text())


class Segments(QWidget):
    """A row of choices, one of them on. Tab reaches the row, the arrow keys choose.

    `choices` are (key, words). `chosen` carries the key, only when the user chooses. With `checks` the one that is on
    shows a check before its words.
    """

    chosen = Signal(str)

    def __init__(
        self,
        choices: Sequence[tuple[str, str]],
        name: str = "",
        *,
        small: bool = False,
        checks: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.small, self.checks = small, checks
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._cells: dict[str, _Segment] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for key, words in choices:
            cell = _Segment(words, self)
            self._cells[key] = cell
            self._group.addButton(cell)
            row.addWidget(cell)
        self._group.buttonClicked.connect(self._on_clicked)
        self._group.buttonToggled.connect(self.update)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def _on_clicked(self, cell: QAbstractButton) -> None:
        self.chosen.emit(next(key for key, each in self._cells.items() if each is cell))

    def current(self) -> str | None:
        """The key of the choice that is on, if one is."""
        return next((key for key, cell in self._cells.items() if cell.isChecked()), None)

    def set_current(self, key: str | None) -> None:
        """Put that choice on without emitting; None puts all off."""
        self._group.setExclusive(key is not None)
        for each, cell in self._cells.items():
            cell.setChecked(each == key)
        self._group.setExclusive(True)

    def set_tip(self, key: str, words: str, shortcut: str = "") -> None:
        """Give one choice a tooltip with its shortcut's name."""
        self._cells[key].setToolTip(tooltip(words, shortcut))

    def cell(self, key: str) -> QRadioButton:
        """The button of one choice, to hide or disable it."""
        return self._cells[key]

    def step(self, by: int) -> None:
        """Choose the neighbour `by` cells further, and move the focus there."""
        keys = [key for key, cell in self._cells.items() if cell.isEnabled() and not cell.isHidden()]
        focused = next((key for key in keys if self._cells[key].hasFocus()), keys[0])
        wanted = keys[max(0, min(len(keys) - 1, keys.index(focused) + by))]
        self._cells[wanted].setFocus(Qt.FocusReason.TabFocusReason)
        if not self._cells[wanted].isChecked():
            self._cells[wanted].click()

    def words_on(self) -> str:
        """The role of the words of the cell that is on: it is filled where a wash could not be seen."""
        return "on_ink" if look.is_high_contrast() else "ink"

    def fill_cell(self, painter: QPainter, cell: _Segment) -> None:
        """Paint the ground of one cell, rounded where it is the first or the last, and the row's outline over it."""
        hovered = cell.underMouse() and cell.isEnabled()
        on = "ink" if look.is_high_contrast() else "ink_wash"
        token = on if cell.isChecked() else "pressed" if cell.isDown() else "hover" if hovered else "raised"
        whole = QRectF(self.rect()).translated(-cell.x(), -cell.y())
        outline = QPainterPath()
        outline.addRoundedRect(whole, px(measures.RADIUS), px(measures.RADIUS))
        painter.save()
        painter.setClipRect(cell.rect())
        painter.setRenderHint(painter.RenderHint.Antialiasing)
        painter.fillPath(outline, tone(token))
        painter.restore()
        if cell.x() > 0:
            hairline(painter, cell.rect().topLeft().toPointF(), cell.height(), upright=True, role="line_strong")
        box(painter, whole, px(measures.RADIUS), None, tone("line_strong" if self.isEnabled() else "line"))
