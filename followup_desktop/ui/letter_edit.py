"""The letter being written: one line of the editor for each sentence, with a mark beside it for where it came from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextBlockUserData,
    QTextCharFormat,
    QTextCursor,
    QTextLayout,
    QTextLine,
)
from PySide6.QtWidgets import QSizePolicy, QTextEdit, QToolTip, QWidget

from followup_desktop.core.records import Origin, Sentence
from followup_desktop.ui import look
from followup_desktop.ui.parts import lines
from followup_desktop.ui.parts.label import tooltip

GUTTER = 44
BESIDE = 16
"""Room at the right of the words."""
BETWEEN_PARAGRAPHS = 10
LINE = 1.73
"""Line height as a multiple of the font's size (LOOK, "Type": letter)."""
ICONS = {Origin.NOTE: "note", Origin.YOURS: "pen"}
DROP, UP, DOWN, OTHER = "drop", "up", "down", "other"
"""What is asked of one sentence: out, up, down, in other words."""
ACTS = {
    (Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier): DROP,
    (Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier): UP,
    (Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier): DOWN,
    (Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier): OTHER,
}
"""Keys that act on the sentence with the caret."""

Span = tuple[int, int, int]
"""Sentence, first and last place of letters in it."""


class Source(QTextBlockUserData):
    """Which sentence a line of the editor began as."""

    def __init__(self, sentence: Sentence) -> None:
        super().__init__()
        self.sentence = sentence


class LetterEdit(QTextEdit):
    """Edits the body of a letter. What the user changes becomes theirs; `sentences()` tells what stands here now."""

    edited = Signal()
    """The user has typed."""
    moved = Signal()
    """The caret is in another sentence."""
    left = Signal()
    """The focus has gone elsewhere."""
    acted = Signal(str)
    """`DROP`, `UP`, `DOWN` or `OTHER` was asked for the sentence with the caret."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "plain")
        self.setAccessibleName(self.tr("The letter"))
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._notes: dict[str, str] = {}
        self._known: dict[str, Sentence] = {}
        self._alike: tuple[Span, ...] = ()
        self._loading = False
        self._line = -1
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.textChanged.connect(self._on_text)
        self.cursorPositionChanged.connect(self._on_caret)

    # What stands here

    def load(self, sentences: Sequence[Sentence], notes: dict[str, str]) -> None:
        """Show these sentences; `notes` are the notes' words by id. Nothing happens where they stand here already.

        The caret keeps its place as far as there still is one.
        """
        self._notes = notes
        if tuple(sentences) == self.sentences():
            return
        before = self.textCursor()
        line, column = before.blockNumber(), before.positionInBlock()
        self._loading = True
        self._known = {each.text: each for each in sentences}
        self._write(sentences)
        self._loading = False
        self.put_caret(line, column)
        self._fit()

    def _write(self, sentences: Sequence[Sentence]) -> None:
        font = look.font("letter")
        self.document().setDefaultFont(font)
        self.clear()
        frame = self.document().rootFrame().frameFormat()
        frame.setMargin(0)
        frame.setLeftMargin(look.px(GUTTER))
        frame.setRightMargin(look.px(BESIDE))
        self.document().rootFrame().setFrameFormat(frame)
        cursor = QTextCursor(self.document())
        paragraph = sentences[0].paragraph if sentences else 0
        cursor.setBlockFormat(lines.block_format(font, LINE))
        for number, sentence in enumerate(sentences):
            if number:
                made = lines.block_format(font, LINE)
                made.setTopMargin(look.px(BETWEEN_PARAGRAPHS) if sentence.paragraph != paragraph else 0)
                cursor.insertBlock(made)
            cursor.insertText(sentence.text, QTextCharFormat())
            cursor.block().setUserData(Source(sentence))
            paragraph = sentence.paragraph
        self.document().clearUndoRedoStacks()

    def put_caret(self, line: int, column: int = 0) -> None:
        """Put the caret into the sentence of that number, or the last one."""
        block = self.document().findBlockByNumber(max(0, min(line, self.document().blockCount() - 1)))
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + min(column, block.length() - 1))
        self.setTextCursor(cursor)
        self._on_caret()

    def _blocks(self) -> list[QTextBlock]:
        block, found = self.document().begin(), []
        while block.isValid():
            found.append(block)
            block = block.next()
        return found

    def _told(self, block: QTextBlock, paragraph: int = 0) -> Sentence | None:
        """The sentence of one line, with where it came from; None for an empty line."""
        text = " ".join(block.text().split())
        if not text:
            return None
        if text in self._known:
            return replace(self._known[text], paragraph=paragraph)
        data = block.userData()
        note = data.sentence.note if isinstance(data, Source) else None
        return Sentence(text, note, Origin.YOURS, paragraph)

    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences as they stand; an empty line begins a new paragraph."""
        told: list[Sentence] = []
        paragraph, begins = 0, False
        for block in self._blocks():
            begins = (begins or not block.text().strip() or block.blockFormat().topMargin() > 0) and bool(told)
            sentence = self._told(block, paragraph + begins)
            if sentence is not None:
                paragraph, begins = paragraph + begins, False
                told.append(sentence)
        return tuple(told)

    def index(self) -> int:
        """Which of `sentences()` has the caret; -1 on an empty line."""
        here = self.textCursor().blockNumber()
        if self._told(self.textCursor().block()) is None:
            return -1
        return sum(self._told(block) is not None for block in self._blocks()[:here])

    def current(self) -> Sentence | None:
        """The sentence with the caret."""
        return self._told(self.textCursor().block())

    def source_words(self, sentence: Sentence | None) -> str:
        """Where a sentence came from, in words; empty for one of the letter's own."""
        if sentence is None:
            return ""
        if sentence.origin is Origin.YOURS:
            return self.tr("Typed by you.")
        note = self._notes.get(sentence.note or "", "")
        return self.tr("From your note: “{0}”").format(note) if note else ""

    def mark_alike(self, spans: Sequence[Span]) -> None:
        """Underline these words with a wave: another card of the panel says nearly the same."""
        if self._alike != tuple(spans):
            self._alike = tuple(spans)
            self.viewport().update()

    def alike(self) -> tuple[str, ...]:
        """The words that are underlined."""
        told = [block.text() for block in self._blocks() if block.text().strip()]
        return tuple(told[number][first:last] for number, first, last in self._alike if number < len(told))

    # Keeping up

    def _on_text(self) -> None:
        if not self._loading:
            self.edited.emit()

    def _on_caret(self) -> None:
        self.viewport().update()
        line = self.textCursor().blockNumber()
        if line != self._line and not self._loading:
            self._line = line
            self.moved.emit()

    def _fit(self) -> None:
        wanted = max(lines.pitch(look.font("letter"), LINE), round(self.document().size().height())) + look.px(2)
        if wanted != self.height():
            self.setFixedHeight(wanted)
        self.viewport().update()

    # Painting

    def wash(self) -> QRectF:
        """Where the sentence with the caret stands, all of the width; empty while the focus is elsewhere."""
        block = self.textCursor().block()
        return self._area(block) if self.hasFocus() else QRectF()

    def _area(self, block: QTextBlock) -> QRectF:
        high = lines.pitch(look.font("letter"), LINE)
        return QRectF(0, round(lines.top(block, high)), self.viewport().width(), block.layout().lineCount() * high)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the wash behind the sentence with the caret and the marks beside all, then the words."""
        high = lines.pitch(look.font("letter"), LINE)
        current = self.textCursor().blockNumber() if self.hasFocus() else -1
        with QPainter(self.viewport()) as painter:
            for block in self._blocks():
                area = self._area(block)
                here = block.blockNumber() == current
                if here:
                    painter.fillRect(area, look.tone("ink_wash"))
                told = self._told(block)
                icon = ICONS.get(told.origin) if told is not None else None
                if icon:
                    picture = look.pixmap(icon, "ink" if here else "text2")
                    side = round(picture.deviceIndependentSize().width())
                    painter.drawPixmap((look.px(GUTTER) - side) // 2, round(area.top() + (high - side) / 2), picture)
            self._paint_waves(painter)
        super().paintEvent(event)

    def _paint_waves(self, painter: QPainter) -> None:
        """A wave under the words that another card has too; Qt's own is too fine to be seen."""
        blocks = [block for block in self._blocks() if block.text().strip()]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.tone("stamp_mark"), look.px(5) / 4))
        for number, first, last in self._alike:
            if number < len(blocks):
                self._paint_wave(painter, blocks[number].layout(), first, last)

    @staticmethod
    def _paint_wave(painter: QPainter, layout: QTextLayout, first: int, last: int) -> None:
        step, high = look.px(3), look.px(3) / 2
        for at in range(layout.lineCount()):
            line = layout.lineAt(at)
            begin, end = max(first, line.textStart()), min(last, line.textStart() + line.textLength())
            if begin >= end:
                continue
            x, to = (layout.position().x() + x_of(line, spot) for spot in (begin, end))
            y = layout.position().y() + line.y() + line.ascent() + look.px(4)
            wave = QPainterPath(QPointF(x, y))
            turn = -high
            while x < to:
                wave.quadTo(QPointF(x + step / 2, y + 2 * turn), QPointF(x + step, y))
                x, turn = x + step, -turn
            painter.drawPath(wave)

    # Events

    def event(self, event: QEvent) -> bool:
        """Keep the keys that act on a sentence from the menus."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _act(event):
            event.accept()
            return True
        return super().event(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell under the mouse where a sentence came from."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            words = self.source_words(self._told(self.cursorForPosition(QPoint(look.px(GUTTER), event.pos().y())).block()))
            QToolTip.showText(event.globalPos(), tooltip(words) if words else "", self)
            return True
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on the sentence with the caret; a new line goes on in the same paragraph."""
        act = _act(event)
        if act:
            self.acted.emit(act)
            return
        super().keyPressEvent(event)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.textCursor().blockFormat().topMargin() > 0:
            cursor, made = self.textCursor(), QTextBlockFormat()
            made.setTopMargin(0)
            cursor.joinPreviousEditBlock()
            cursor.mergeBlockFormat(made)
            cursor.endEditBlock()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the caret is."""
        super().focusInEvent(event)
        self.viewport().update()
        self.moved.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the letter was left."""
        super().focusOutEvent(event)
        self.viewport().update()
        self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew."""
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        """As high as its lines."""
        return QSize(look.px(480), self.height())


def x_of(line: QTextLine, place: int) -> float:
    """How far from the left that place of a line is."""
    found: object = line.cursorToX(place)  # (x, place), whatever the stubs of a version say
    return float(found[0] if isinstance(found, tuple) else found)  # type: ignore[arg-type]


def _act(event: QKeyEvent) -> str:
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return ACTS.get((Qt.Key(event.key()), modifiers), "")
