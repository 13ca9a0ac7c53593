"""Labels of plain text: words from people's notes and files never reach Qt's markup reader, not even in tooltips."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from followup_desktop.ui.look import px
from followup_desktop.ui.parts.paragraph import Paragraph


def tooltip(words: str, key: str = "") -> str:
    """A tooltip that shows exactly `words`, then the name of the key that does the same."""
    shown = f"{words}  {key}" if key else words
    if "<" not in shown:
        return shown
    import html  # noqa: PLC0415  (rarely needed, and slow to load at the start)

    return f"<span>{html.escape(shown)}</span>"


def label(words: str = "", kind: str = "body", tone: str = "text", *, wrap: bool = False) -> QLabel:
    """A label of plain text.

    `kind` is display, page, title, letter, name (semibold), body, caption or small; `tone` is text, text2, ink, stamp
    or brick. Colour and size come from the style sheet, so they follow scheme and font by themselves.
    """
    made = Paragraph(words) if wrap else QLabel(words)
    _dress(made, kind, tone)
    return made


def _dress(made: QLabel, kind: str, tone: str) -> None:
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("type", kind)
    made.setProperty("tone", tone)


def set_tone(made: QLabel, tone: str, kind: str = "") -> None:
    """Give a label another of the colours it may have, and with `kind` another type as well."""
    made.setProperty("tone", tone)
    if kind:
        made.setProperty("type", kind)
    style = made.style()
    style.unpolish(made)
    style.polish(made)


class ElidedLabel(QLabel):
    """A label of one line that ends in "..." where it has no room; the whole stands in its tooltip."""

    def __init__(self, words: str = "", kind: str = "body", tone: str = "text", parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        _dress(self, kind, tone)
        self._own_tip = False

    def minimumSizeHint(self) -> QSize:
        """Room for a few letters: it may shrink to that."""
        least = QFontMetrics(self.font()).averageCharWidth() * 4
        return QSize(min(super().sizeHint().width(), least), super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        """Room for all its words."""
        metrics = QFontMetrics(self.font())
        margins = self.contentsMargins()
        width = metrics.horizontalAdvance(self.text()) + margins.left() + margins.right() + px(1)
        return QSize(width, max(super().sizeHint().height(), metrics.height()))

    def elided(self) -> str:
        """What is shown now."""
        room = self.contentsRect().width()
        return QFontMetrics(self.font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, room)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Offer the whole in the tooltip while it is cut."""
        super().resizeEvent(event)
        self._offer_whole()

    def setText(self, words: str) -> None:
        """Show other words."""
        super().setText(words)
        self._offer_whole()

    def _offer_whole(self) -> None:
        cut = self.elided() != self.text()
        if cut or self._own_tip:
            self.setToolTip(tooltip(self.text()) if cut else "")
        self._own_tip = cut

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words, cut where there is no room."""
        del event
        with QPainter(self) as painter:
            painter.setPen(self.palette().color(self.foregroundRole()))
            painter.drawText(self.contentsRect(), int(self.alignment() | Qt.TextFlag.TextSingleLine), self.elided())
