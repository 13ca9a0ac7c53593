"""The text of a template in an editor: numbered lines, fields and ways lightly marked, faulty lines with a sign."""

from __future__ import annotations

import re
from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QFontMetrics,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QSyntaxHighlighter,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QToolTip, QWidget

from followup_desktop.letters.templates import ALONE, FIELDS
from followup_desktop.ui import look
from followup_desktop.ui.parts import measures
from followup_desktop.ui.parts.label import tooltip
from followup_desktop.ui.parts.scrolling import keep_in_sight

FIELD = re.compile(r"\{\??([^{}]*)\}")
BESIDE = 8
"""Between the numbers and the words."""
LEAST_HEIGHT = 120
HEAD = 1
"""State of the blocks that are the template's head."""


class Marks(QSyntaxHighlighter):
    """Sets fields in ink, unknown ones in brick with a wave, the star before a way strong, and the head's keys quiet."""

    def highlightBlock(self, text: str) -> None:
        """Mark one line."""
        line, before = text.rstrip(), self.previousBlockState()
        is_rule = line == "---"
        in_head = is_rule if self.currentBlock().blockNumber() == 0 else before == HEAD and not is_rule
        self.setCurrentBlockState(HEAD if in_head else 0)
        if is_rule:
            self.setFormat(0, len(text), shade("text2"))
        elif in_head:
            self.setFormat(0, text.find(":") + 1, shade("text2"))
            self._mark_fields(text)
        else:
            self._mark_body(text)
            self._mark_fields(text)

    def _mark_body(self, text: str) -> None:
        if text.startswith("* "):
            self.setFormat(0, 1, shade("ink", 700))
        for match in re.finditer(r"[\[\]]", text):
            self.setFormat(units(text[: match.start()]), 1, shade("ink", 700))

    def _mark_fields(self, text: str) -> None:
        for match in FIELD.finditer(text):
            made = shade("ink", 500)
            if match[1] not in FIELDS:
                made = shade("brick", 500)
                made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
                made.setUnderlineColor(look.tone("brick_mark"))
            self.setFormat(units(text[: match.start()]), units(match[0]), made)


def units(text: str) -> int:
    """How long Qt takes `text` to be: a letter beyond the first 65,536, such as an emoji, counts as two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def shade(token: str, weight: int = 400) -> QTextCharFormat:
    """Letters in a role's colour and that weight."""
    made = QTextCharFormat()
    made.setForeground(look.tone(token))
    made.setFontWeight(weight)
    return made


class TemplateEdit(QPlainTextEdit):
    """Edits one template. Tab leaves it. Only what the user does, or what can be undone, is told by `edited`."""

    edited = Signal()
    left = Signal()
    """The focus has gone elsewhere."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "plain")
        self.setAccessibleName(self.tr("Text of the template"))
        self.setTabChangesFocus(True)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # what the fields are called reads that way in any language
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextEditorInteraction)
        self.document().setDocumentMargin(look.px(6))
        self._is_loading = False
        self._last = ""
        self._faults: dict[int, str] = {}
        self._numbers = Numbers(self)
        self._marks = Marks(self.document())
        self.textChanged.connect(self._on_text)
        self.blockCountChanged.connect(lambda _: self._make_room())
        self.updateRequest.connect(self._on_update)
        self.cursorPositionChanged.connect(self._on_caret)
        self._make_room()

    # The text

    def load(self, text: str, *, read_only: bool) -> None:
        """Show another template: its own undoing begins here."""
        self._is_loading = True
        self.setPlainText(text)
        self._is_loading = False
        self._put_caret_below_head()
        flags = Qt.TextInteractionFlag
        keys = flags.TextSelectableByKeyboard | flags.TextSelectableByMouse
        self.setTextInteractionFlags(keys if read_only else flags.TextEditorInteraction)
        self.setAccessibleDescription(self.tr("built-in, cannot be changed") if read_only else "")
        self._wash()

    def _put_caret_below_head(self) -> None:
        """Begin at the greeting: the head is seldom touched."""
        block = self.document().begin().next()
        while block.isValid() and block.text().rstrip() != "---":
            block = block.next()
        if block.next().isValid():
            self.setTextCursor(QTextCursor(block.next()))
            self.verticalScrollBar().setValue(0)

    def words(self) -> str:
        """All that stands here, each letter as it is (`toPlainText` makes plain spaces of fixed ones)."""
        return self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    def replace_all(self, text: str) -> None:
        """Put other words in the place of all, changing only what differs; that can be undone."""
        before, after = self.words(), text
        first = next((at for at, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), min(len(before), len(after)))
        back = 0
        most = min(len(before), len(after)) - first
        while back < most and before[-1 - back] == after[-1 - back]:
            back += 1
        cursor = QTextCursor(self.document())
        cursor.setPosition(units(before[:first]))
        cursor.setPosition(units(before[: len(before) - back]), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(after[first : len(after) - back])

    def insert_field(self, name: str) -> None:
        """Put a field where the caret is; one that stands alone gets a line of its own."""
        cursor = self.textCursor()
        cursor.beginEditBlock()
        if name in (*ALONE, "me") and cursor.block().text().strip():
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
            cursor.insertBlock()
        cursor.insertText("{" + name + "}")
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def insert_way(self) -> None:
        """Begin another way to say what the caret's line says: a line with a star behind it; the line itself gets one too."""
        cursor = self.textCursor()
        block = cursor.block()
        cursor.beginEditBlock()
        if block.text().strip() and not block.text().startswith("* "):
            cursor.setPosition(block.position())
            cursor.insertText("* ")
        cursor.setPosition(block.position() + block.length() - 1)
        cursor.insertText("\n* " if block.text().strip() else "* ")
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def insert_piece(self) -> None:
        """Put square brackets around what is selected, or where the caret is with the caret between them."""
        cursor = self.textCursor()
        selected = cursor.selectedText()
        cursor.insertText(f"[{selected}]")
        if not selected:
            cursor.movePosition(QTextCursor.MoveOperation.PreviousCharacter)
        self.setTextCursor(cursor)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def put_right(self, line: int, wrong: str, right: str) -> bool:
        """Replace the first `wrong` in that line (from 1); it can be undone. False where it is not there any more."""
        block = self.document().findBlockByNumber(line - 1)
        at = block.text().find(wrong)
        if at < 0:
            return False
        cursor = self._selected(block, at, wrong)
        cursor.insertText(right)
        self.setTextCursor(cursor)
        return True

    def go_to(self, line: int, word: str = "") -> None:
        """Put the caret into that line (from 1), with `word` selected where it is there, and the focus here."""
        block = self.document().findBlockByNumber(min(line, self.blockCount()) - 1)
        at = block.text().find(word) if word else -1
        cursor = self._selected(block, at, word) if at >= 0 else QTextCursor(block)
        if at < 0:
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        self.setTextCursor(cursor)
        self.centerCursor()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    @staticmethod
    def _selected(block: QTextBlock, at: int, word: str) -> QTextCursor:
        """A cursor that selects `word`, which stands at that letter of the line."""
        cursor, first = QTextCursor(block), block.position() + units(block.text()[:at])
        cursor.setPosition(first)
        cursor.setPosition(first + units(word), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def mark(self, faults: Mapping[int, str]) -> None:
        """Mark these lines (from 1), each with what is wrong in it; the sign beside it tells that under the mouse."""
        if self._faults != dict(faults):
            self._faults = dict(faults)
            if not self.isReadOnly():
                lines = ", ".join(map(str, sorted(self._faults)))
                self.setAccessibleDescription(self.tr("To mend, in line: {0}").format(lines) if lines else "")
            self._wash()
            self._numbers.update()

    # Keeping up

    def _on_text(self) -> None:
        """Tell of other words; Qt also calls it a change when only colours are others."""
        before, self._last = self._last, self.words()
        if not self._is_loading and self._last != before:
            self.edited.emit()

    def _on_caret(self) -> None:
        self._wash()
        if self.hasFocus():
            keep_in_sight(self.viewport(), self.cursorRect().center(), look.px(40))

    def _wash(self) -> None:
        """The wash behind the line with the caret and behind faulty ones."""
        washes = [self._full_line(line, "stamp_wash") for line in self._faults if line <= self.blockCount()]
        if self.hasFocus() and not self.isReadOnly() and self.textCursor().blockNumber() + 1 not in self._faults:
            washes.insert(0, self._full_line(self.textCursor().blockNumber() + 1, "ink_wash"))
        self.setExtraSelections(washes)
        self._numbers.update()

    def _full_line(self, line: int, token: str) -> QTextEdit.ExtraSelection:
        made = QTextEdit.ExtraSelection()
        wash = QTextCharFormat()
        wash.setBackground(look.tone(token))
        wash.setProperty(QTextFormat.Property.FullWidthSelection.value, True)
        cursor = QTextCursor(self.document().findBlockByNumber(line - 1))
        cursor.movePosition(QTextCursor.MoveOperation.NextBlock, QTextCursor.MoveMode.KeepAnchor)  # to the edge, all its rows
        made.cursor, made.format = cursor, wash
        return made

    def _on_update(self, area: QRect, down: int) -> None:
        if down:
            self._numbers.scroll(0, down)
        else:
            self._numbers.update(0, area.y(), self._numbers.width(), area.height())

    def _make_room(self) -> None:
        self.setViewportMargins(self.numbers_width(), 0, look.px(8), 0)
        self._place_numbers()

    def _place_numbers(self) -> None:
        inside = self.contentsRect()
        self._numbers.setGeometry(QRect(inside.left(), inside.top(), self.numbers_width(), inside.height()))

    def numbers_width(self) -> int:
        """Room for the sign of a fault and the highest number."""
        digits = max(2, len(str(self.blockCount())))
        return look.px(8 + measures.ICON_SMALL + 4 + BESIDE) + QFontMetrics(self.number_font(500)).horizontalAdvance("0") * digits

    @staticmethod
    def number_font(weight: int) -> QFont:
        """What the numbers are set in."""
        return look.tabular(look.font("small", weight))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the numbers beside the words."""
        super().resizeEvent(event)
        self._place_numbers()

    def changeEvent(self, event: QEvent) -> None:
        """Another scheme has other colours, another font other widths."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.FontChange} and hasattr(self, "_marks"):
            self._marks.rehighlight()
            self._make_room()
            self._wash()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the caret is."""
        super().focusInEvent(event)
        self._wash()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the text was left."""
        super().focusOutEvent(event)
        self._wash()
        self.left.emit()

    def sizeHint(self) -> QSize:
        """As wide as a letter, as high as may be: it takes what is left."""
        return QSize(look.px(420), look.px(LEAST_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """A few lines; the rest scrolls."""
        return QSize(look.px(200), look.px(LEAST_HEIGHT))

    # The numbers

    def visible_lines(self) -> list[tuple[QTextBlock, QRect]]:
        """The lines that are seen, each with its first row's place."""
        found = []
        block = self.firstVisibleBlock()
        while block.isValid():
            area = self.blockBoundingGeometry(block).translated(self.contentOffset())
            if area.top() > self.viewport().height():
                break
            row = block.layout().lineAt(0)
            high = round(row.height() if row.isValid() else area.height())
            found.append((block, QRect(0, round(area.top()), self.numbers_width(), high)))
            block = block.next()
        return found

    def paint_numbers(self, painter: QPainter) -> None:
        """Number every line; a faulty one has a sign and a strong number. A file that cannot be read has none."""
        if self.isReadOnly() and self.document().isEmpty():
            return
        current = self.textCursor().blockNumber()
        for block, row in self.visible_lines():
            number, is_faulty = block.blockNumber(), block.blockNumber() + 1 in self._faults
            token = "stamp" if is_faulty else "text" if number == current and self.hasFocus() else "text2"
            painter.setFont(self.number_font(600 if is_faulty else 400))
            painter.setPen(look.tone(token))
            place = row.adjusted(0, 0, -look.px(BESIDE), 0)
            beside = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
            painter.drawText(place, int(beside), str(number + 1))
            if is_faulty:
                side = look.px(measures.ICON_SMALL)
                top = row.top() + (row.height() - side) // 2
                painter.drawPixmap(look.px(8), top, look.pixmap("warning", "stamp_mark", measures.ICON_SMALL))

    def line_at(self, place: QPoint) -> int:
        """The line (from 1) at that height; 0 below the last."""
        return next((b.blockNumber() + 1 for b, row in reversed(self.visible_lines()) if row.top() <= place.y()), 0)

    def fault_at(self, place: QPoint) -> str:
        """What is wrong in the line at that height; empty where nothing is."""
        return self._faults.get(self.line_at(place), "")


class Numbers(QWidget):
    """The strip of line numbers. A press selects the line; a sign tells its fault under the mouse."""

    def __init__(self, edit: TemplateEdit) -> None:
        super().__init__(edit)
        self._edit = edit

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint them."""
        del event
        with QPainter(self) as painter:
            self._edit.paint_numbers(painter)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the caret into the line."""
        line = self._edit.line_at(event.position().toPoint())
        if line:
            self._edit.go_to(line)

    def event(self, event: QEvent) -> bool:
        """Tell the fault of a marked line."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            words = self._edit.fault_at(event.pos())
            QToolTip.showText(event.globalPos(), tooltip(words) if words else "", self)
            return True
        return super().event(event)
