"""The letter beside a template: as it stands now, or as it last was while the template has something to mend."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSizePolicy, QTextEdit, QVBoxLayout, QWidget

from followup_desktop.ui import look
from followup_desktop.ui.parts import lines
from followup_desktop.ui.parts.button import button
from followup_desktop.ui.parts.label import label
from followup_desktop.ui.parts.panel import Hairline, Panel
from followup_desktop.ui.template_draft import Draft, Reader
from followup_desktop.ui.template_edit import units

HEAD, FOOT = 44, 36
LINE = 1.5
SIDE = 16


class TemplatePreview(Panel):
    """Shows a draft. The last good one stays while there is none, and says so."""

    reader_chosen = Signal(int)
    """Another reader was chosen, by place."""
    other_words_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._draft = Draft("")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self._head(), Hairline(), self._remark(), self._body(), Hairline(), self._foot()):
            column.addWidget(part, int(part is self.letter))

    def _head(self) -> QWidget:
        self.reader = QComboBox()
        self.reader.setProperty("small", True)
        self.reader.setAccessibleName(self.tr("Whose letter is shown"))
        self.reader.setToolTip(self.tr("Whose letter is shown; nothing is written to them"))
        self.reader.setMinimumContentsLength(8)
        self.reader.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.reader.activated.connect(self.reader_chosen)
        self.other_words = button(
            self.tr("Next wording"), "redo", small=True, key="", tip=self.tr("Draw the next of the ways that the template offers")
        )
        self.other_words.clicked.connect(self.other_words_wanted)
        head = QWidget()
        head.setMinimumHeight(look.px(HEAD))
        row = QHBoxLayout(head)
        row.setContentsMargins(look.px(12), look.px(6), look.px(12), look.px(6))
        row.setSpacing(look.px(8))
        row.addWidget(self.reader, 1)
        row.addWidget(self.other_words)
        return head

    def _remark(self) -> QWidget:
        self.remark = QWidget()
        around = QHBoxLayout(self.remark)
        around.setContentsMargins(look.px(8), look.px(8), look.px(8), 0)
        ground = Panel("stamp_wash", "stamp_line")
        around.addWidget(ground)
        row = QHBoxLayout(ground)
        row.setContentsMargins(look.px(12), look.px(8), look.px(12), look.px(8))
        row.setSpacing(look.px(8))
        icon = QLabel()
        icon.setPixmap(look.pixmap("warning", "stamp_mark"))
        self.remark_words = label(tone="text", wrap=True)
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.remark_words, 1)
        self.remark.hide()
        return self.remark

    def _body(self) -> QWidget:
        self.letter = QTextEdit()
        self.letter.setProperty("role", "plain")
        self.letter.setAccessibleName(self.tr("The letter with this template"))
        self.letter.setReadOnly(True)
        self.letter.setTabChangesFocus(True)
        flags = Qt.TextInteractionFlag
        self.letter.setTextInteractionFlags(flags.TextSelectableByKeyboard | flags.TextSelectableByMouse)
        self.letter.setFrameShape(QTextEdit.Shape.NoFrame)
        self.letter.setMinimumHeight(look.px(80))
        self.letter.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        return self.letter

    def _foot(self) -> QWidget:
        self._swatch = Panel("ink_wash", "ink_line")
        self._swatch.setFixedSize(QSize(look.px(20), look.px(14)))
        self.legend = label(self.tr("made from your notes"), "caption", "text2", wrap=True)
        foot = self._foot_row = QWidget()
        foot.setMinimumHeight(look.px(FOOT))
        row = QHBoxLayout(foot)
        row.setContentsMargins(look.px(SIDE), look.px(4), look.px(12), look.px(4))
        row.setSpacing(look.px(8))
        row.addWidget(self._swatch)
        row.addWidget(self.legend, 1)
        return foot

    # Showing

    def show_readers(self, readers: Sequence[Reader], current: int) -> None:
        """Who may be written to."""
        self.reader.clear()
        for each in readers:
            words = self.tr("{0} (made up)") if each.is_sample else self.tr("{0}, {1}")
            self.reader.addItem(words.format(each.person.name, each.case.interview.company))
        self.reader.setCurrentIndex(current)

    def show_draft(self, draft: Draft) -> None:
        """Show that letter; what was made from notes is shaded."""
        self.remark.hide()
        if draft != self._draft:
            self._draft = draft
            self._write()

    def show_stale(self, words: str) -> None:
        """Keep the letter, and say why it is not the template's as it stands now."""
        self.remark_words.setText(words)
        self.remark.show()

    def text(self) -> str:
        """The letter shown, a message with its subject."""
        told = self._draft
        return f"{self.tr('Subject: {0}').format(told.subject)}\n\n{told.text}" if told.subject else told.text

    def _write(self) -> None:
        font = look.font("letter")
        bar = self.letter.verticalScrollBar()
        place = bar.value()
        self.letter.document().setDefaultFont(font)
        self.letter.setPlainText(self.text())
        frame = self.letter.document().rootFrame().frameFormat()
        frame.setMargin(look.px(SIDE) - self.letter.document().documentMargin())
        self.letter.document().rootFrame().setFrameFormat(frame)
        cursor = QTextCursor(self.letter.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(lines.block_format(font, LINE))
        self.letter.setExtraSelections([each for words in self._draft.from_notes for each in self._shaded(words)])
        self._foot_row.setVisible(bool(self._draft.from_notes))
        bar.setValue(place)

    def _shaded(self, words: str) -> list[QTextEdit.ExtraSelection]:
        """Those words shaded where they stand."""
        at = self.text().find(words)
        if at < 0:
            return []
        made, wash = QTextEdit.ExtraSelection(), QTextCharFormat()
        wash.setBackground(look.tone("ink_wash"))
        cursor = QTextCursor(self.letter.document())
        first = units(self.text()[:at])
        cursor.setPosition(first)
        cursor.setPosition(first + units(words), QTextCursor.MoveMode.KeepAnchor)
        made.cursor, made.format = cursor, wash
        return [made]

    def changeEvent(self, event: QEvent) -> None:
        """Another scheme has other colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "letter"):
            self._write()
