"""Lines of one distance in the fields one types into, whatever the font says about itself."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontMetricsF, QTextBlock, QTextBlockFormat

_BASELINE = 0.8
"""Where Qt puts the baseline of a line of fixed height: four fifths down (qtextdocumentlayout.cpp)."""


def pitch(font: QFont, factor: float) -> int:
    """Pixels from one line to the next: `factor` times the font's pixels, never less than its letters need."""
    return max(round(font.pixelSize() * factor), round(QFontMetricsF(font).height()))


def block_format(font: QFont, factor: float) -> QTextBlockFormat:
    """The format of a block whose lines stand `pitch` apart."""
    made = QTextBlockFormat()
    made.setLineHeight(pitch(font, factor), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    return made


def top(block: QTextBlock, high: int) -> float:
    """Where the first line of a block begins in its document, were its text in the middle of lines `high` apart."""
    line = block.layout().lineAt(0)
    if not line.isValid():
        return block.layout().position().y()
    baseline = block.layout().position().y() + line.y() + line.ascent()
    return baseline - line.ascent() - (high - line.ascent() - line.descent()) / 2


def drop(font: QFont, factor: float) -> float:
    """How many pixels lower than the middle of its line the text stands in such a block."""
    metrics, high = QFontMetricsF(font), pitch(font, factor)
    middle = (high - metrics.ascent() - metrics.descent()) / 2 + metrics.ascent()
    return high * _BASELINE - max(0.0, metrics.leading()) - middle
