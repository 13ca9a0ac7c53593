"""The studio: who gets a card, the letter with its sources, what wants a look, and the card itself beside it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from followup_desktop.core import agenda, changes, employer
from followup_desktop.core.agenda import Next
from followup_desktop.core.problems import Problem
from followup_desktop.core.records import CardState, Case, Change, Finding, Letter, Level, Stock
from followup_desktop.desk.desk import Desk
from followup_desktop.letters import check
from followup_desktop.letters.writer import Writer
from followup_desktop.ui import hands, look, printing
from followup_desktop.ui.card_view import CardView
from followup_desktop.ui.findings_panel import FindingsPanel
from followup_desktop.ui.interview_page import scroll
from followup_desktop.ui.language import ago_words, moment_words, said
from followup_desktop.ui.letter_edit import LetterEdit
from followup_desktop.ui.note_box import SAVE_AFTER_MS, Preview
from followup_desktop.ui.page import Page, back_button, upright_line
from followup_desktop.ui.parts.button import button
from followup_desktop.ui.parts.label import ElidedLabel, label
from followup_desktop.ui.parts.panel import Hairline, Panel
from followup_desktop.ui.parts.segments import Segments
from followup_desktop.ui.studio_people import CardLine, StudioPeople

PEOPLE, LETTER, CARD = "people", "letter", "card"
NO_LIMIT = 16_777_215
PEOPLE_WIDTH = 196
LETTER_LEAST = 360
NARROW = 60
TONES = ("warm", "formal", "brief")
HANDS = ("Caveat", "Indie Flower", "Kalam", "Dancing Script")


@dataclass(frozen=True, slots=True)
class Made:
    """What the worker made of a letter: how it fits and the picture of its panel."""

    letter: Letter
    findings: tuple[Finding, ...]
    x_height: float
    picture: object


def make(letter: Letter, stock: Stock, hand: str, dpi: float) -> Made:
    """Lay a letter out, make its PDF and a picture of the panel it stands on. A pure function, done in the worker."""
    from followup_desktop.paper import card, preview  # noqa: PLC0415  (the PDF library loads when it is needed)
    from followup_desktop.paper.fit import fit  # noqa: PLC0415
    from followup_desktop.paper.stops import of_fit  # noqa: PLC0415

    found = fit(letter, stock, hand)
    pdf = card.screen_pdf(letter, stock, hand)
    return Made(letter, of_fit(found), found.x_height, preview.render_panel(pdf, stock, dpi=dpi))


class StudioPage(Page):
    """Finishes the cards of one interview, one after the other."""

    person_edited = Signal(str, str)
    debrief_wanted = Signal(str)
    problem = Signal(object)
    told = Signal(str)
    step_changed = Signal()

    def __init__(
        self,
        desk: Desk,
        writer: Callable[[], Writer],
        stocks: Callable[[], tuple[Stock, ...]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, parent)
        self._writer, self._stocks = writer, stocks
        self._interview = self._person = ""
        self._letters: dict[str, Letter] = {}
        self._made: Made | None = None
        self._task: object = None
        self._is_pending = False
        self._save = QTimer(self)
        self._save.setSingleShot(True)
        self._save.setInterval(SAVE_AFTER_MS)
        self._save.timeout.connect(self._save_edit)
        self._build_header()
        self._build_people()
        self._build_letter()
        self._build_card()
        self._lay_out()
        desk.changed.connect(self._on_changed)

    # Building

    def _build_header(self) -> None:
        self._back = back_button("")
        self._back.setProperty("key", "")
        self._back.clicked.connect(self.left)
        self._about = ElidedLabel(tone="text2")
        self.print_button = button(self.tr("Print"), "print", tip=self.tr("Print this card"), key="Ctrl+P")
        self.save_button = button(self.tr("Save PDF"), "pdf", tip=self.tr("Save this card as a PDF"), key="Ctrl+S")
        self.post_button = button(self.tr("Mark as posted"), "posted", tip=self.tr("It is in the post"), key="Ctrl+Shift+P")
        for each, act in ((self.print_button, "print"), (self.save_button, "save_pdf"), (self.post_button, "posted")):
            each.setProperty("key", "")
            each.clicked.connect(lambda _=False, which=act: self.act(which))
        self.header_row.addWidget(self._back)
        self.header_row.addWidget(upright_line())
        self.header_row.addSpacing(look.px(8))
        self.header_row.addWidget(label(self.tr("Cards"), "title"))
        self.header_row.addSpacing(look.px(8))
        self.header_row.addWidget(self._about, 1)
        for each in (self.print_button, self.save_button, self.post_button):
            self.header_row.addWidget(each)

    def _build_people(self) -> None:
        self._side = QWidget()
        column = QVBoxLayout(self._side)
        column.setContentsMargins(0, look.px(4), 0, look.px(12))
        column.setSpacing(look.px(8))
        self._panel_words = label(kind="small", tone="text2")
        self._panel_words.setContentsMargins(look.px(12), 0, 0, 0)
        self.people = StudioPeople()
        self.people.chosen.connect(lambda person: self.show_card(self._interview, person))
        hint = label(
            self.tr("Interviewers compare notes, so each card says something of its own."), "caption", "text2", wrap=True
        )
        hint.setContentsMargins(look.px(10), 0, 0, 0)
        column.addWidget(self._panel_words)
        column.addWidget(self.people)
        column.addStretch(1)
        column.addWidget(hint)

    def _build_letter(self) -> None:
        self._heading, self._count = label(kind="name"), label(tone="text2")
        self.tone = QComboBox()
        self.tone.setAccessibleName(self.tr("Tone"))
        for key, words in zip(TONES, (self.tr("Warm"), self.tr("Formal"), self.tr("Brief")), strict=True):
            self.tone.addItem(words, key)
        self.tone.activated.connect(lambda _: self._set_tone())
        self.other_words = button(self.tr("Other words"), "redo", tip=self.tr("Draft this letter in other words"))
        self.other_words.clicked.connect(self._use_other_words)
        self.greeting, self.closing = label(kind="letter"), label(kind="letter")
        self.edit = LetterEdit()
        self.edit.edited.connect(self._on_edited)
        self.edit.left.connect(self._save_edit)
        self.edit.moved.connect(self._show_source)
        self._sign = label(self.tr("you sign here in ink"), "letter", "text2")
        self._questions = QVBoxLayout()
        self._questions.setSpacing(look.px(6))
        self._source = ElidedLabel(tone="text2")
        self._open_notes = button(self.tr("Open the notes"), role="link")
        self._open_notes.clicked.connect(lambda: self.debrief_wanted.emit(self._interview))
        self.findings = FindingsPanel()
        self.findings.fix_wanted.connect(self._fix)

    def _build_card(self) -> None:
        self.stock = QComboBox()
        self.stock.setAccessibleName(self.tr("Card"))
        self.stock.activated.connect(lambda _: self._on_stock())
        self.hand = QComboBox()
        self.hand.setAccessibleName(self.tr("Hand"))
        for name in HANDS:
            self.hand.addItem(name, name)
        self.hand.activated.connect(lambda _: self._on_stock())
        self.card = CardView()
        self.card.picture_wanted.connect(self._make)
        self._size = label(kind="caption", tone="text2", wrap=True)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(look.px(14), look.px(6), look.px(12), look.px(6))
        head.setSpacing(look.px(8))
        head.addWidget(self._heading)
        head.addWidget(self._count, 1)
        head.addWidget(label(self.tr("Tone"), tone="text2"))
        head.addWidget(self.tone)
        head.addWidget(self.other_words)
        inside = QWidget()
        body = QVBoxLayout(inside)
        body.setContentsMargins(0, look.px(14), 0, look.px(12))
        body.setSpacing(0)
        for part in (self.greeting, self.edit, self.closing, self._sign):
            if part is not self.edit:
                part.setContentsMargins(look.px(44), 0, look.px(16), 0)
            body.addWidget(part)
            if part in (self.greeting, self.edit):
                body.addSpacing(look.px(6))
        body.addSpacing(look.px(12))
        questions = QWidget()
        questions.setLayout(self._questions)
        self._questions.setContentsMargins(look.px(44), 0, look.px(16), 0)
        body.addWidget(questions)
        body.addStretch(1)
        foot = QHBoxLayout()
        foot.setContentsMargins(look.px(14), look.px(6), look.px(12), look.px(6))
        foot.addWidget(self._source, 1)
        foot.addWidget(self._open_notes)
        letter = Panel()
        column = QVBoxLayout(letter)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Hairline())
        column.addWidget(scroll(inside), 1)
        column.addWidget(Hairline())
        column.addLayout(foot)
        middle = QWidget()
        down = QVBoxLayout(middle)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(look.px(12))
        down.addWidget(letter, 1)
        down.addWidget(self.findings)
        self._right = QWidget()
        right = QVBoxLayout(self._right)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(look.px(8))
        choices = QHBoxLayout()
        choices.setSpacing(look.px(8))
        choices.addWidget(self.stock, 3)
        choices.addWidget(self.hand, 2)
        right.addLayout(choices)
        right.addWidget(self.card, 1)
        right.addWidget(self._size)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(look.px(12))
        self._row.addWidget(self._side)
        self._row.addWidget(middle, 1)
        self._row.addWidget(self._right)
        self._middle = middle
        self.tabs = Segments(
            ((PEOPLE, self.tr("People")), (LETTER, self.tr("Letter")), (CARD, self.tr("Card"))), self.tr("What to show")
        )
        self.tabs.set_current(LETTER)
        self.tabs.chosen.connect(lambda _: self._arrange())
        turn = QShortcut(QKeySequence("Ctrl+Tab"), self)
        turn.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        turn.activated.connect(self._turn)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(look.px(8))
        outer.addWidget(self.tabs, 0, Qt.AlignmentFlag.AlignLeft)
        outer.addLayout(self._row, 1)

    # Showing

    @property
    def interview(self) -> str | None:
        """The interview whose cards are here."""
        return self._interview or None

    @property
    def person(self) -> str | None:
        """The person whose card is here."""
        return self._person or None

    def show_card(self, interview: str, person: str = "") -> None:
        """Show that person's card; without one, the first that is still owed."""
        self._save_edit()
        self._interview = interview
        case = self._case()
        if case is None:
            return
        owed = [each.id for each in case.interviewers if case.card(each.id).state is not CardState.POSTED]
        everybody = [each.id for each in case.interviewers]
        self._person = person or next(iter(owed or everybody), "")
        self._fill_stocks()
        self._show()
        self._mark_drafted()

    def _case(self) -> Case | None:
        return self.desk.case(self._interview)

    def _letter(self) -> Letter | None:
        return self._letters.get(self._person)

    def _fill_stocks(self) -> None:
        if self.stock.count():
            return
        from followup_desktop.paper.stock import default_stock  # noqa: PLC0415

        known = self._stocks()
        for each in known:
            self.stock.addItem(each.name, each)
        kept = self.desk.settings.get("stock", "")
        chosen = next((each for each in known if each.id == kept), None) or default_stock(known, self.desk.country())
        self.stock.setCurrentIndex(known.index(chosen))
        self.hand.setCurrentIndex(max(0, self.hand.findData(self.desk.settings.get("hand", hands.HAND))))
        for number, name in enumerate(HANDS):
            family = hands.family(name)
            if family:
                font = look.font("title", 400)
                font.setFamily(family)
                self.hand.setItemData(number, font, Qt.ItemDataRole.FontRole)

    def _show(self) -> None:
        case = self._case()
        if case is None:
            return
        told = case.interview
        self._back.setText(told.company)
        self._about.setText(f"{told.company}, {told.role}")
        count = len(case.interviewers)
        people = self.tr("1 person") if count == 1 else self.tr("{0} people").format(count)
        self._panel_words.setText(f"{told.company} · {people}")
        avoid = employer.printed_sentences(self.desk.cases(), case)
        self._letters = {each.person: each for each in self._writer().panel(case, self.desk.me(), avoid)}
        self._show_letter(case)
        self._show_people(case)
        self._make()
        self.step_changed.emit()

    def _show_people(self, case: Case) -> None:
        lines = []
        for each in case.interviewers:
            state, letter = case.card(each.id).state, self._letters.get(each.id)
            words, owed = self._state_words(case, each.id, letter)
            lines.append(CardLine(each.id, each.name, state, words, owed))
        self.people.show_lines(lines, self._person)

    def _state_words(self, case: Case, person: str, letter: Letter | None) -> tuple[str, bool]:
        """How far a card is, in words, and whether something is owed."""
        card = case.card(person)
        changed = letter is not None and bool(card.printed_text) and letter.text != card.printed_text
        if card.state is CardState.POSTED:
            return (
                self.tr("Posted {0}").format(moment_words(card.posted_at, self.desk.today()))
                if card.posted_at
                else self.tr("Posted")
            ), False
        if card.state is CardState.PRINTED:
            return (self.tr("Printed, but the notes have changed") if changed else self.tr("Printed, to sign and post")), changed
        stops = sum(each.level is Level.STOP for each in letter.findings) if letter else 0
        if stops:
            return (self.tr("1 thing to fix") if stops == 1 else self.tr("{0} things to fix").format(stops)), True
        return self.tr("Drafted, ready to print"), False

    def _show_letter(self, case: Case) -> None:
        letter, met = self._letter(), case.person(self._person)
        shown = letter is not None and met is not None
        for part in (self.greeting, self.edit, self.closing, self._sign, self.tone, self.other_words):
            part.setVisible(shown)
        for part in (self.print_button, self.save_button, self.post_button):
            part.setEnabled(shown)
        if letter is None or met is None:
            self._heading.setText(self.tr("Nobody to write to yet"))
            self._count.setText("")
            return
        self._heading.setText(self.tr("Letter to {0}").format(met.address_as or met.name))
        self.greeting.setText(letter.greeting)
        self.closing.setText(letter.closing)
        if not self._is_pending:
            self.edit.load(letter.sentences, {note.id: note.text for note in case.notes})
        card = case.card(self._person)
        self.tone.setCurrentIndex(max(0, self.tone.findData(card.tone)))
        posted = card.state is CardState.POSTED
        self.post_button.setText(self.tr("Take it back") if posted else self.tr("Mark as posted"))
        self._show_questions(letter, case)
        self._show_findings(letter)
        self._show_source()

    def _show_questions(self, letter: Letter, case: Case) -> None:
        while (item := self._questions.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        texts = {note.id: note for note in case.notes}
        for question in letter.questions:
            note = texts.get(question.note)
            if note is None:
                continue
            asked = Preview()
            asked.ask(question, note.text)
            asked.answered.connect(lambda key, which=note: self.desk.do(changes.note_answered(which, key)))
            self._questions.addWidget(asked)

    def _show_findings(self, letter: Letter) -> None:
        words = len(" ".join(letter.paragraphs).split())
        self._count.setText(self.tr("{0} words").format(words))
        paper = self._made.findings if self._made is not None and self._made.letter.person == letter.person else ()
        findings = sorted((*paper, *letter.findings), key=lambda each: each.level is not Level.STOP)
        case = self._case()
        fits = self.tr("fits the card") if not paper else ""
        ended = case.interview.ends() if case else None
        now = self.desk.now()
        late = self.tr("the interview ended {0}").format(ago_words(ended, now)) if ended is not None and ended <= now else ""
        well = "  ·  ".join(part for part in (self.tr("Names are spelt right"), fits, late) if part)
        fixes = {
            "alike": self.tr("Use other words"),
            "shared": self.tr("Use other words"),
            "cliche": self.tr("Use other words"),
            "greeting": self.tr("Edit the person"),
            "honorific": self.tr("Edit the person"),
            "no-detail": self.tr("Open the notes"),
        }
        has_stop = any(each.level is Level.STOP for each in findings)
        self.findings.show_findings(findings, "" if has_stop else well, fixes)
        alike = [each.sentence for each in findings if each.code in {"alike", "shared"} and each.sentence is not None]
        self.edit.mark_alike(alike)

    def _show_source(self) -> None:
        words = self.edit.source_words(self.edit.current()) if self.edit.hasFocus() else ""
        self._source.setText(words or self.tr("Put the caret in a sentence to see the note behind it."))

    # The card

    def _chosen_stock(self) -> Stock | None:
        found = self.stock.currentData()
        return found if isinstance(found, Stock) else None

    def _on_stock(self) -> None:
        stock = self._chosen_stock()
        if stock is not None:
            self.desk.settings.set("stock", stock.id)
            self.desk.settings.set("hand", self.hand.currentData())
        self._make()

    def _make(self) -> None:
        """Have the worker make the card of the letter as it stands; the newest one is shown."""
        letter, stock = self._letter(), self._chosen_stock()
        if letter is None or stock is None or not self.isVisible():
            return
        letter = replace(letter, sentences=self.edit.sentences()) if self._is_pending else letter
        self.card.set_stock(stock)
        hand, dpi = self.hand.currentData(), self.card.render_dpi()
        if self._task is not None:
            self._task.cancel()  # type: ignore[attr-defined]
        self._task = self.desk.background.run(lambda: make(letter, stock, hand, dpi), self._on_made, self.problem.emit)

    def _on_made(self, made: Made) -> None:
        self._task = None
        self._made = made
        stock, letter = self._chosen_stock(), self._letter()
        if stock is None or letter is None:
            return
        self.card.show_picture(made.picture, self.tr("The card to {0}").format(letter.name))  # type: ignore[arg-type]
        width, height = stock.panel
        scale = self.card.scale()
        size = self.tr("True size") if scale == SCALE_TRUE else self.tr("{0} % of the true size").format(scale)
        told = self.tr("{0}, {1} × {2} mm  ·  letter height {3} mm")
        self._size.setText(told.format(size, f"{width:g}", f"{height:g}", f"{made.x_height:.1f}"))
        if not self._is_pending:
            self._show_findings(letter)

    # Editing

    def _on_edited(self) -> None:
        self._is_pending = True
        self._save.start()
        case, letter = self._case(), self._letter()
        if case is None or letter is None:
            return
        edited = replace(letter, sentences=self.edit.sentences())
        others = [each for each in self._letters.values() if each.person != self._person]
        self._show_findings(replace(edited, findings=check.check(edited, case, self.desk.me(), others=others)))
        self._make()

    def _save_edit(self) -> None:
        """Keep the letter as the user left it."""
        self._save.stop()
        case = self._case()
        if self._is_pending and case is not None and self._person:
            change = changes.card_edited(case, self._person, sentences=self.edit.sentences())
            self._is_pending = not self.desk.do_typing(f"letter {self._interview} {self._person}", change)
        if not self.edit.hasFocus():
            self.desk.end_typing()

    def _set_tone(self) -> None:
        case = self._case()
        if case is not None:
            self._save_edit()
            self.desk.do(changes.card_edited(case, self._person, tone=self.tone.currentData(), sentences=None))

    def _use_other_words(self) -> None:
        """Draft anew in other words; what the user typed goes with it, and Ctrl+Z brings it back."""
        self._save_edit()
        case = self._case()
        if case is not None:
            variant = case.card(self._person).variant + 1
            self.desk.do(changes.card_edited(case, self._person, variant=variant, sentences=None))

    def _fix(self, code: str) -> None:
        if code in {"greeting", "honorific"}:
            self.person_edited.emit(self._interview, self._person)
        elif code == "no-detail":
            self.debrief_wanted.emit(self._interview)
        else:
            self._use_other_words()

    # Acts

    def next_step(self) -> Next | None:
        """Write, print or post the card in hand."""
        case = self._case()
        if case is None or not self._person:
            return None
        return agenda.person_step(case, self._person, self.desk.now(), self.desk.workdays())

    def act(self, name: str) -> bool:
        """Print, save as PDF, mark as posted, take back."""
        acts = {"print": self._print, "save_pdf": self._save_pdf, "posted": self._post, "take_back": self._take_back}
        if name not in acts or self._letter() is None:
            return False
        self._save_edit()
        acts[name]()
        return True

    def _finished(self) -> bool:
        """True when nothing stops the card; else the first stop is said."""
        letter = self._letter()
        paper = self._made.findings if self._made is not None else ()
        stops = [each for each in (*paper, *(letter.findings if letter else ())) if each.level is Level.STOP]
        if stops:
            self.told.emit(said(stops[0].words, self.desk.today()))
        return not stops

    def _pdf(self) -> bytes | None:
        from followup_desktop.paper import card  # noqa: PLC0415

        letter, stock = self._letter(), self._chosen_stock()
        if letter is None or stock is None or not self._finished():
            return None
        try:
            return card.pdf([letter], stock, self.hand.currentData())
        except Problem as problem:
            self.problem.emit(problem)
            return None

    def _save_pdf(self) -> None:
        data = self._pdf()
        if data is None:
            return
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Save the card"), self.tr("card.pdf"), self.tr("PDF (*.pdf)"))
        if name and self.desk.save_file(Path(name), data):
            self.told.emit(self.tr("The card is in “{0}”.").format(Path(name).name))

    def _print(self) -> None:
        """Print the card; it is marked as printed only when the printer has taken it."""
        data, stock = self._pdf(), self._chosen_stock()
        letter = self._letter()
        if data is None or stock is None or letter is None:
            return
        try:
            printer = printing.print_card(data, stock, self.desk.settings, self)
        except Problem as problem:
            self.problem.emit(problem)
            return
        case = self._case()
        if printer and case is not None:
            self.desk.do(changes.card_marked(case, self._person, CardState.PRINTED, self.desk.now(), letter.text))
            self.told.emit(self.tr("“{0}” has taken the card. Sign it, then post it.").format(printer))

    def _post(self) -> None:
        case, letter = self._case(), self._letter()
        if case is None or letter is None:
            return
        if case.card(self._person).state is CardState.POSTED:
            self._take_back()
        else:
            self.desk.do(changes.card_marked(case, self._person, CardState.POSTED, self.desk.now(), letter.text))

    def _take_back(self) -> None:
        """From posted back to printed, from printed back to drafted."""
        case = self._case()
        if case is None:
            return
        card = case.card(self._person)
        printed = card.state is CardState.POSTED and card.printed_at is not None
        state = CardState.PRINTED if printed else CardState.DRAFTED
        self.desk.do(changes.card_marked(case, self._person, state, card.printed_at or self.desk.now(), card.printed_text))

    def _mark_drafted(self) -> None:
        """A card that is here for the first time and has nothing to fix is drafted from now on."""
        case, letter = self._case(), self._letter()
        if case is None or letter is None or not letter.finished:
            return
        if case.card(self._person).state is CardState.TO_WRITE:
            self.desk.do(changes.card_marked(case, self._person, CardState.DRAFTED, self.desk.now()))

    # Keeping up

    def finish(self) -> None:
        """Save what is still being typed."""
        self._save_edit()

    def is_unsaved(self) -> bool:
        """True while the letter holds words that could not be written."""
        return self._is_pending

    def _on_changed(self, _change: Change) -> None:
        if self.isVisible() and self._case() is not None:
            self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Be up to date when the page comes back to the front."""
        super().showEvent(event)
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Three columns, or one of three tabs."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        narrow = self.width() < NARROW * look.font_px()
        self.tabs.setVisible(narrow)
        for name, part in ((PEOPLE, self._side), (LETTER, self._middle), (CARD, self._right)):
            part.setVisible(not narrow or self.tabs.current() == name)
        self._side.setMaximumWidth(NO_LIMIT if narrow else look.px(PEOPLE_WIDTH))
        self._side.setMinimumWidth(0 if narrow else look.px(150))
        card = self.card.sizeHint().width()
        room = self.width() - look.px(PEOPLE_WIDTH + LETTER_LEAST + 24)
        self._right.setMinimumWidth(0 if narrow else max(look.px(200), min(card, room)))
        self._right.setMaximumWidth(NO_LIMIT if narrow else max(card, look.px(260)))

    def _turn(self) -> None:
        """The next of the three tabs."""
        names = (PEOPLE, LETTER, CARD)
        self.tabs.set_current(names[(names.index(self.tabs.current() or LETTER) + 1) % len(names)])
        self._arrange()


SCALE_TRUE = 100
