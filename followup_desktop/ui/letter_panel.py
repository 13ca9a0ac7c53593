"""The letter in the middle of the studio: its header, the words with their marks, open questions, and where a line is from."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from followup_desktop.core.records import CardState, Case, Letter, Origin, Question
from followup_desktop.letters import occasions
from followup_desktop.ui import look
from followup_desktop.ui.card_combo import ElidedCombo
from followup_desktop.ui.language import said
from followup_desktop.ui.letter_edit import BESIDE, BETWEEN_PARAGRAPHS, DOWN, DROP, GUTTER, ICONS, LINE, OTHER, UP, LetterEdit
from followup_desktop.ui.note_preview import Preview
from followup_desktop.ui.parts import lines, measures
from followup_desktop.ui.parts.button import button, icon_button
from followup_desktop.ui.parts.label import ElidedLabel, label, tooltip
from followup_desktop.ui.parts.panel import Hairline, Panel
from followup_desktop.ui.parts.scrolling import keep_in_sight, scrolling

HEAD, FOOT = 44, 40
WIDEST = 72
"""Characters of a line at most (LOOK 9)."""
ROOMY, COUNTED = 44, 44
"""From these widths in em on, the header has words beside its icons, and says how many words the letter has."""


class _Sheet(QWidget):
    """What the letter stands on: the wash behind the sentence with the caret goes across all of it."""

    def __init__(self, edit: LetterEdit) -> None:
        super().__init__()
        self._edit = edit
        edit.cursorPositionChanged.connect(self.update)
        edit.moved.connect(self.update)
        edit.left.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        area = self._edit.wash()
        if not area.isEmpty():
            top = self._edit.mapTo(self, area.topLeft().toPoint()).y()
            with QPainter(self) as painter:
                painter.fillRect(QRectF(0, top, self.width(), area.height()), look.tone("ink_wash"))


class LetterPanel(Panel):
    """Shows one letter; what the user wants of it are signals."""

    tone_chosen = Signal(str)
    occasion_chosen = Signal(str)
    other_words_wanted = Signal()
    sentence_wanted = Signal(str)
    """`DROP`, `UP`, `DOWN` or `OTHER` for the sentence with the caret."""
    answered = Signal(str, str)
    """The note whose question was answered, and the key of the choice."""
    notes_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._asked: tuple[tuple[Question, str], ...] = ()
        self.questions: list[Preview] = []
        self.edit = LetterEdit()
        self.edit.moved.connect(self._show_source)
        self.edit.edited.connect(self._show_source)
        self.edit.acted.connect(self.sentence_wanted)
        self.edit.cursorPositionChanged.connect(self._keep_in_sight)
        self.edit.document().documentLayout().documentSizeChanged.connect(self._keep_in_sight)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._scroll = scrolling(self._body())
        for part in (self._head(), Hairline(), self._scroll, Hairline(), self._foot()):
            column.addWidget(part, int(part is self._scroll))
        self._show_source()

    # Building

    def _head(self) -> QWidget:
        self.heading, self._count = ElidedLabel(kind="name"), label(tone="text2")
        self.tone = QComboBox()
        self.tone.setAccessibleName(self.tr("Tone"))
        self.tone.setToolTip(tooltip(self.tr("Tone")))
        self.tone.setProperty("small", True)
        for key in occasions.TONES:
            self.tone.addItem(said(occasions.tone_said(key)), key)
        self.tone.activated.connect(lambda _: self.tone_chosen.emit(self.tone.currentData()))
        self.occasion = ElidedCombo(self.tr("Occasion"))
        self.occasion.activated.connect(lambda _: self.occasion_chosen.emit(self.occasion.currentData()))
        tip = self.tr("Draft this letter in other words; what you typed stays")
        self.other_words = button(self.tr("Other words"), "redo", small=True, tip=tip, key="Ctrl+Shift+R")
        self.other_words.setProperty("key", "")
        self.other_words.setAccessibleName(self.tr("Other words"))
        self.other_words.clicked.connect(self.other_words_wanted)
        head = QWidget()
        head.setMinimumHeight(look.px(HEAD))
        row = QHBoxLayout(head)
        row.setContentsMargins(look.px(14), look.px(6), look.px(12), look.px(6))
        row.setSpacing(look.px(8))
        row.addWidget(self.heading)
        row.addWidget(self._count)
        row.addStretch(1)
        row.addWidget(self.occasion, 20)
        row.addWidget(self.tone)
        row.addWidget(self.other_words)
        return head

    def _show_occasion(self, case: Case, person: str) -> None:
        """Offer what a card to that person may be written for."""
        fitting, chosen = occasions.fitting(case, person), occasions.occasion(case, person)
        if [self.occasion.itemData(at) for at in range(self.occasion.count())] != list(fitting):
            self.occasion.clear()
            for each in fitting:
                self.occasion.addItem(said(occasions.said(each)), each)
        self.occasion.setCurrentIndex(self.occasion.findData(chosen))
        wide = self.occasion.fontMetrics().horizontalAdvance(self.occasion.currentText())
        self.occasion.setMaximumWidth(wide + look.px(2 * measures.FIELD_SIDE + measures.COMBO_ARROW))

    def _body(self) -> QWidget:
        self.greeting, self.closing, self._sign = self._letter_line(), self._letter_line(), self._letter_line("text2")
        self._sign.setText(self.tr("you sign here in ink"))
        asked = QWidget()
        self._questions = QVBoxLayout(asked)
        self._questions.setContentsMargins(look.px(GUTTER), look.px(12), look.px(BESIDE), 0)
        self._questions.setSpacing(look.px(6))
        made = QWidget()
        made.setMaximumWidth(look.px(GUTTER + BESIDE) + WIDEST * self.greeting.fontMetrics().averageCharWidth())
        column = QVBoxLayout(made)
        column.setContentsMargins(0, look.px(12), 0, look.px(12))
        column.setSpacing(0)
        lower = round(lines.drop(look.font("letter"), LINE))
        column.addWidget(self.greeting)
        column.addSpacing(look.px(BETWEEN_PARAGRAPHS) - lower)
        column.addWidget(self.edit)
        column.addSpacing(look.px(BETWEEN_PARAGRAPHS) + lower)
        for part in (self.closing, self._sign, asked):
            column.addWidget(part)
        self._held = QVBoxLayout()
        self._held.setContentsMargins(look.px(12), look.px(12), look.px(12), 0)
        column.addLayout(self._held)
        column.addStretch(1)
        around = _Sheet(self.edit)
        row = QHBoxLayout(around)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(made, 1)
        return around

    @staticmethod
    def _letter_line(tone: str = "text") -> QLabel:
        """One of the letter's lines that are not edited here."""
        made = ElidedLabel(kind="letter", tone=tone)
        made.setContentsMargins(look.px(GUTTER), 0, look.px(BESIDE), 0)
        made.setFixedHeight(lines.pitch(look.font("letter"), LINE))
        return made

    def _foot(self) -> QWidget:
        foot = QWidget()
        foot.setMinimumHeight(look.px(FOOT))
        row = QHBoxLayout(foot)
        row.setContentsMargins(look.px(14), look.px(4), look.px(12), look.px(4))
        row.setSpacing(look.px(2))
        self._source_icon = QLabel()
        self._source_icon.setFixedWidth(look.px(GUTTER - 14))
        self.source = ElidedLabel(tone="text2")
        row.addWidget(self._source_icon)
        row.addWidget(self.source, 1)
        self.sentence_buttons = {
            UP: icon_button("up", self.tr("Move this sentence up"), "Alt+Up", small=True),
            DOWN: icon_button("down", self.tr("Move this sentence down"), "Alt+Down", small=True),
            OTHER: icon_button("redo", self.tr("Other words for this sentence"), "Ctrl+R", small=True),
            DROP: icon_button("trash", self.tr("Leave this sentence out"), "Ctrl+Del", small=True),
        }
        for act, made in self.sentence_buttons.items():
            made.clicked.connect(partial(self._want, act))
            row.addWidget(made)
        self.open_notes = button(self.tr("Open the notes"), role="link", small=True)
        self.open_notes.clicked.connect(self.notes_wanted)
        row.addSpacing(look.px(6))
        row.addWidget(self.open_notes)
        return foot

    def _want(self, act: str, _checked: object = None) -> None:
        self.sentence_wanted.emit(act)

    # Showing

    def show_letter(self, letter: Letter | None, case: Case, *, keep_words: bool = False) -> None:
        """Show that letter, or that there is nobody to write to; with `keep_words` the words being typed stay as they are."""
        met = case.person(letter.person) if letter is not None else None
        for part in (self.greeting, self.edit, self.closing, self._sign, self.occasion, self.tone, self.other_words, self._count):
            part.setVisible(met is not None)
        if letter is None or met is None:
            self.heading.setText(self.tr("Nobody to write to yet"))
            self._show_questions(())
            return
        self.heading.setText(self.tr("Letter to {0}").format(met.address_as or met.name))
        self.greeting.setText(letter.greeting)
        self.closing.setText(letter.closing)
        is_sent = case.card(letter.person).state is CardState.POSTED
        self.edit.setReadOnly(is_sent)
        for part in (self.occasion, self.tone, self.other_words):
            part.setEnabled(not is_sent)
        if not keep_words:
            self.edit.load(letter.sentences, {note.id: note.text for note in case.notes})
        self._show_occasion(case, letter.person)
        self.tone.setCurrentIndex(max(0, self.tone.findData(case.card(letter.person).tone)))
        notes = {note.id: note.text for note in case.notes}
        self._show_questions(tuple((each, notes[each.note]) for each in letter.questions if each.note in notes))
        self._show_source()

    def show_count(self, words: int) -> None:
        """Say how long the letter is."""
        self._count.setText(self.tr("1 word") if words == 1 else self.tr("{0} words").format(words))

    def _show_questions(self, asked: tuple[tuple[Question, str], ...]) -> None:
        if asked == self._asked:
            return
        self._asked = asked
        while (item := self._questions.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.questions = []
        for question, text in asked:
            made = Preview(names_keys=False)
            made.ask(question, text)
            made.answered.connect(partial(self.answered.emit, question.note))
            self._questions.addWidget(made)
            self.questions.append(made)

    def hold(self, part: QWidget) -> None:
        """Take a part of the page in below the letter, where there is no room for it beside."""
        self._held.addWidget(part)

    def holds(self, part: QWidget) -> bool:
        """True when that part is in here."""
        return self._held.indexOf(part) >= 0

    def press(self, number: int) -> None:
        """Answer the first open question."""
        if self.questions:
            self.questions[0].press(number)

    def _show_source(self) -> None:
        """Say where the sentence with the caret is from; it stays said when the focus goes to the buttons beside it."""
        sentence = self.edit.current()
        words = self.edit.source_words(sentence)
        if sentence is not None and not words:
            words = self.tr("One of the letter’s own sentences.")
        icon = ICONS.get(sentence.origin, "") if sentence is not None else ""
        self.edit.setAccessibleDescription(words)
        self.source.setText(words or self.tr("Put the caret in a sentence to see the note behind it."))
        self._source_icon.setPixmap(look.pixmap(icon or "note", "ink" if icon else "sheet"))
        for act, made in self.sentence_buttons.items():
            typed = sentence is not None and sentence.origin is Origin.YOURS and sentence.note is None
            made.setEnabled(sentence is not None and not (act == OTHER and typed))

    def _keep_in_sight(self, _size: object = None) -> None:
        if self.edit.hasFocus():
            keep_in_sight(self.edit, self.edit.cursorRect().center(), look.px(BETWEEN_PARAGRAPHS + 26))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the words off the header's buttons where there is little room."""
        super().resizeEvent(event)
        roomy = self.width() >= ROOMY * look.font_px()
        self.other_words.setText(self.tr("Other words") if roomy else "")
        self._count.setVisible(self.width() >= COUNTED * look.font_px())
        self.open_notes.setVisible(roomy)
