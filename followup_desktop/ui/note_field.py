"""A large field for what was said: as high as its lines, with room between them, and nothing but plain text in it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QSizePolicy, QTextEdit, QWidget

from followup_desktop.ui import look
from followup_desktop.ui.parts import lines, measures

HEIGHT = 44
LINE = 1.5
"""Line distance as a multiple of the font's size (LOOK, "Type": title)."""


class NoteField(QTextEdit):
    """Tab leaves it. Enter begins the next line; in a field of one line it goes on to the next field."""

    left = Signal()
    """The focus has gone elsewhere."""

    def __init__(self, name: str, hint: str, parent: QWidget | None = None, *, single: bool = False) -> None:
        super().__init__(parent)
        self._hint, self._single = hint, single
        self.setProperty("role", "note")
        self.setAccessibleName(name)
        self.setAccessibleDescription(hint)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFont(look.font("title", 400))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.document().setDefaultFont(self.font())
        self.document().documentLayout().documentSizeChanged.connect(self.fit)
        self.set_lines([])

    def lines(self) -> list[str]:
        """The lines as they stand, empty ones too."""
        return self.toPlainText().split("\n")

    def words(self) -> str:
        """All that stands here, as one line."""
        return " ".join(self.toPlainText().split())

    def set_lines(self, told: Sequence[str]) -> None:
        """Put other lines in; the caret keeps its place as far as there still is one, at the end where it had none."""
        before = self.textCursor()
        line, column, was_used = before.blockNumber(), before.positionInBlock(), self.hasFocus() and bool(self.toPlainText())
        self.setPlainText("\n".join(told))
        pad = (look.px(HEIGHT) - lines.pitch(self.font(), LINE)) / 2 - look.px(measures.FIELD_FOCUS)
        lower = lines.drop(self.font(), LINE)
        frame = self.document().rootFrame().frameFormat()
        frame.setTopMargin(max(0.0, pad - lower))
        frame.setBottomMargin(max(0.0, pad + lower))
        self.document().rootFrame().setFrameFormat(frame)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(lines.block_format(self.font(), LINE))
        self.document().clearUndoRedoStacks()
        cursor.movePosition(QTextCursor.MoveOperation.End)
        if was_used:
            block = self.document().findBlockByNumber(min(line, self.document().blockCount() - 1))
            cursor.setPosition(block.position() + min(column, block.length() - 1))
        self.setTextCursor(cursor)
        self.fit()

    def begin_line(self, words: str) -> None:
        """Put the caret behind `words` on a line of their own at the end; that can be undone."""
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.beginEditBlock()
        if cursor.block().text().strip():
            cursor.insertBlock()
        cursor.insertText(words)
        cursor.endEditBlock()
        self.setTextCursor(cursor)

    def fit(self) -> None:
        """Take the height of the lines as they are wrapped now."""
        frame = 2 * look.px(measures.FIELD_FOCUS)
        wanted = max(look.px(HEIGHT), round(self.document().size().height()) + frame)
        if wanted != self.height():
            self.setFixedHeight(wanted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew."""
        super().resizeEvent(event)
        self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on to the next field where there is but one line."""
        if self._single and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.focusNextChild()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the field was left."""
        super().focusOutEvent(event)
        self.left.emit()

    def minimumSizeHint(self) -> QSize:
        """A few words."""
        return QSize(look.px(120), look.px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines, or the hint while there are none."""
        super().paintEvent(event)
        if self._hint and self.document().isEmpty():
            with QPainter(self.viewport()) as painter:
                painter.setPen(self.palette().placeholderText().color())
                painter.setFont(self.font())
                area = QRectF(self.viewport().rect())
                words = painter.fontMetrics().elidedText(self._hint, Qt.TextElideMode.ElideRight, int(area.width()))
                painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), words)
