"""A combo box whose words end in "…" where they have no room; the whole stands in its tooltip."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter, QWidget

from followup_desktop.ui.parts.label import tooltip


class ElidedCombo(QComboBox):
    """Choices that may be longer than the box: it shrinks to a few letters, its list is as wide as its words."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setProperty("small", True)
        self.setMinimumContentsLength(6)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.currentIndexChanged.connect(self._offer_whole)

    def _room(self) -> int:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        field = QStyle.SubControl.SC_ComboBoxEditField
        return self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, self).width()

    def _elided(self) -> str:
        return self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, self._room())

    def _offer_whole(self) -> None:
        name = self.accessibleName()
        self.setToolTip(tooltip(f"{name}: {self.currentText()}" if self._elided() != self.currentText() else name))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Offer the whole in the tooltip while it is cut."""
        super().resizeEvent(event)
        self._offer_whole()

    def _width_of(self, at: int) -> int:
        """Width of the words at that place, in their own font where they have one."""
        font = self.itemData(at, Qt.ItemDataRole.FontRole)
        metrics = QFontMetrics(font) if isinstance(font, QFont) else self.fontMetrics()
        return metrics.horizontalAdvance(self.itemText(at))

    def showPopup(self) -> None:
        """Show the list as wide as its words."""
        wide = max((self._width_of(at) for at in range(self.count())), default=0)
        self.view().setMinimumWidth(max(self.width(), wide + 2 * self.height()))
        super().showPopup()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box with the words as they have room."""
        del event
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        option.currentText = self._elided()
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()
