"""The letter being written: one line of the editor for each sentence, with a mark in the gutter for where it came from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QMargins, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextBlockUserData,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
)
from PySide6.QtWidgets import QSizePolicy, QTextEdit, QToolTip, QWidget

from followup_desktop.core.records import Origin, Sentence
from followup_desktop.ui import look
from followup_desktop.ui.parts.label import tooltip

GUTTER = 44
BETWEEN_PARAGRAPHS = 10
LINE = 1.73
"""Line height as a multiple of the font's size (LOOK, "Type": letter)."""
ICONS = {Origin.NOTE: "note", Origin.YOURS: "pen"}


def line_height() -> int:
    """Pixels from one line of the letter to the next."""
    return round(look.font("letter").pixelSize() * LINE)


class Source(QTextBlockUserData):
    """Which sentence a line of the editor began as."""

    def __init__(self, sentence: Sentence) -> None:
        super().__init__()
        self.sentence = sentence


class _Gutter(QWidget):
    """The marks at the left of the sentences."""

    def __init__(self, letter: LetterEdit) -> None:
        super().__init__(letter)
        self._letter = letter

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        self._letter.paint_gutter(self)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            words = self._letter.source_words_at(event.pos())
            QToolTip.showText(event.globalPos(), tooltip(words) if words else "", self)
            return True
        return super().event(event)


class LetterEdit(QTextEdit):
    """Edits the body of a letter. What the user changes becomes theirs; `sentences()` tells what stands here now."""

    edited = Signal()
    """The user has typed."""
    moved = Signal()
    """The caret is in another sentence."""
    left = Signal()
    """The focus has gone elsewhere."""

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
        self.document().setDocumentMargin(0)
        self._gutter = _Gutter(self)
        self._notes: dict[str, str] = {}
        self._alike: tuple[int, ...] = ()
        self._loading = False
        self._line = -1
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.textChanged.connect(self._on_text)
        self.cursorPositionChanged.connect(self._on_caret)
        self.setViewportMargins(QMargins(look.px(GUTTER), 0, look.px(16), 0))

    # What stands here

    def load(self, sentences: Sequence[Sentence], notes: dict[str, str]) -> None:
        """Show these sentences; `notes` are the notes' words by id. Nothing happens where they stand here already."""
        self._notes = notes
        if tuple(sentences) == self.sentences():
            return
        self._loading = True
        self.document().setDefaultFont(look.font("letter"))
        self.clear()
        cursor = QTextCursor(self.document())
        before = 0
        for number, sentence in enumerate(sentences):
            if number:
                cursor.insertBlock()
            cursor.setBlockFormat(self._block_format(first=number == 0 or sentence.paragraph != before))
            cursor.insertText(sentence.text, QTextCharFormat())
            cursor.block().setUserData(Source(sentence))
            before = sentence.paragraph
        if not sentences:
            cursor.setBlockFormat(self._block_format(first=True))
        self.document().clearUndoRedoStacks()
        self._loading = False
        self._fit()
        self._on_caret()

    @staticmethod
    def _block_format(*, first: bool) -> QTextBlockFormat:
        made = QTextBlockFormat()
        made.setLineHeight(line_height(), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        made.setTopMargin(look.px(BETWEEN_PARAGRAPHS) if first else 0)
        return made

    def _blocks(self) -> list[QTextBlock]:
        block, found = self.document().begin(), []
        while block.isValid():
            found.append(block)
            block = block.next()
        return found

    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences as they stand; an empty line begins a new paragraph."""
        told: list[Sentence] = []
        paragraph, broken = 0, False
        for block in self._blocks():
            text = " ".join(block.text().split())
            data = block.userData()
            source = data.sentence if isinstance(data, Source) else None
            if not text:
                broken = bool(told)
                continue
            if source is not None and told and source.paragraph > told[-1].paragraph:
                broken = True
            if broken:
                paragraph, broken = paragraph + 1, False
            if source is not None and source.text == text:
                told.append(replace(source, paragraph=paragraph))
            else:
                told.append(Sentence(text, source.note if source else None, Origin.YOURS, paragraph))
        return tuple(told)

    def current(self) -> Sentence | None:
        """The sentence with the caret."""
        data = self.textCursor().block().userData()
        text = " ".join(self.textCursor().block().text().split())
        if not isinstance(data, Source):
            return Sentence(text, None, Origin.YOURS) if text else None
        return data.sentence if data.sentence.text == text else replace(data.sentence, text=text, origin=Origin.YOURS)

    def source_words(self, sentence: Sentence | None) -> str:
        """Where a sentence came from, in words; empty for one of the letter's own."""
        if sentence is None:
            return ""
        if sentence.origin is Origin.YOURS:
            return self.tr("Typed by you.")
        note = self._notes.get(sentence.note or "", "")
        return self.tr("From your note: “{0}”").format(note) if note else ""

    def source_words_at(self, place: QPoint) -> str:
        """Where the sentence beside that place of the gutter came from."""
        block = self.cursorForPosition(QPoint(1, place.y())).block()
        data = block.userData()
        return self.source_words(data.sentence if isinstance(data, Source) else None)

    def mark_alike(self, sentences: Sequence[int]) -> None:
        """Underline these sentences: another card of the panel says nearly the same."""
        self._alike = tuple(sentences)
        self._mark()

    # Keeping up

    def _on_text(self) -> None:
        if not self._loading:
            self._gutter.update()
            self.edited.emit()

    def _on_caret(self) -> None:
        self._mark()
        self._gutter.update()
        line = self.textCursor().blockNumber()
        if line != self._line and not self._loading:
            self._line = line
            self.moved.emit()

    def _mark(self) -> None:
        """The wash behind the sentence with the caret, and the wavy lines."""
        marks = []
        if self.hasFocus():
            here = QTextEdit.ExtraSelection()
            form = QTextCharFormat()
            form.setBackground(look.tone("ink_wash"))
            form.setProperty(QTextFormat.Property.FullWidthSelection, True)
            here.format = form
            cursor = self.textCursor()
            cursor.clearSelection()
            cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            here.cursor = cursor
            marks.append(here)
        blocks = self._blocks()
        for number in self._alike:
            if number < len(blocks):
                wavy = QTextEdit.ExtraSelection()
                form = QTextCharFormat()
                form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
                form.setUnderlineColor(look.tone("stamp_mark"))
                wavy.format = form
                cursor = QTextCursor(blocks[number])
                cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
                wavy.cursor = cursor
                marks.append(wavy)
        self.setExtraSelections(marks)

    def _fit(self) -> None:
        wanted = max(look.px(60), round(self.document().size().height()) + 2)
        if wanted != self.height():
            self.setFixedHeight(wanted)
        self._gutter.setGeometry(0, 0, look.px(GUTTER), wanted)
        self._gutter.update()

    def paint_gutter(self, gutter: QWidget) -> None:
        """Paint a mark beside each sentence that came from a note or from the user."""
        layout = self.document().documentLayout()
        current = self.textCursor().blockNumber() if self.hasFocus() else -1
        with QPainter(gutter) as painter:
            for block in self._blocks():
                area = layout.blockBoundingRect(block)
                top = area.top()
                if block.blockNumber() == current:
                    painter.fillRect(QRectF(0, top, gutter.width(), area.height()), look.tone("ink_wash"))
                data = block.userData()
                text = " ".join(block.text().split())
                kept = isinstance(data, Source) and data.sentence.text == text
                origin = data.sentence.origin if kept and isinstance(data, Source) else Origin.YOURS if text else Origin.TEMPLATE
                icon = ICONS.get(origin)
                if icon:
                    picture = look.pixmap(icon, "ink" if block.blockNumber() == current else "text2")
                    side = round(picture.deviceIndependentSize().width())
                    left, down = (gutter.width() - side) // 2, (line_height() - side) // 2
                    painter.drawPixmap(left, round(top) + down, picture)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the caret is."""
        super().focusInEvent(event)
        self._on_caret()
        self.moved.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the letter was left."""
        super().focusOutEvent(event)
        self._on_caret()
        self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew."""
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        """As high as its lines."""
        return QSize(look.px(480), self.height())
