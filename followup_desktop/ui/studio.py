"""The studio: who gets a card, the letter with its sources, what wants a look, and the card itself beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent

from followup_desktop.core import agenda, changes
from followup_desktop.core.agenda import Next
from followup_desktop.core.records import CardState, Case, Change, Finding, Letter, Level, Sentence, Stock
from followup_desktop.desk.desk import Desk
from followup_desktop.letters import check
from followup_desktop.letters.alike import common_phrases
from followup_desktop.letters.writer import Writer
from followup_desktop.ui import card_words
from followup_desktop.ui.card_acts import CardActs
from followup_desktop.ui.card_printing import CardPrinting
from followup_desktop.ui.letter_edit import DOWN, DROP
from followup_desktop.ui.letter_panel import OTHER
from followup_desktop.ui.letter_work import LetterWork
from followup_desktop.ui.note_box import SAVE_AFTER_MS, SAVE_AT_MOST_MS
from followup_desktop.ui.page import Page
from followup_desktop.ui.studio_header import StudioHeader
from followup_desktop.ui.studio_people import CardLine
from followup_desktop.ui.studio_rooms import StudioRooms
from followup_desktop.ui.unsaved import Unsaved

ACTS = frozenset({"print", "save_pdf", "posted", "take_back"})
"""The acts of the menus that this page does."""


class StudioPage(Page):
    """Finishes the cards of one interview, one after the other."""

    person_edited = Signal(str, str)
    debrief_wanted = Signal(str)
    me_wanted = Signal()
    problem = Signal(object)
    not_printed = Signal(object)
    """The `Problem` that kept a card from being printed; it could be saved as a PDF instead."""
    told = Signal(str)
    step_changed = Signal()

    def __init__(
        self, desk: Desk, writer: Callable[[], Writer], stocks: Callable[[], tuple[Stock, ...]], parent: StudioPage | None = None
    ) -> None:
        super().__init__(desk, parent)
        self._work = LetterWork(desk, writer)
        self._interview = self._person = ""
        self._letters: dict[str, Letter] = {}
        self._dismissed: set[tuple[str, str, str]] = set()
        self._is_pending = False
        self._told_size = ""
        self._unsaved = Unsaved(desk, self)
        self._unsaved.changed.connect(self.step_changed)
        self._save, self._save_at_most = QTimer(self), QTimer(self)
        for timer, after in ((self._save, SAVE_AFTER_MS), (self._save_at_most, SAVE_AT_MOST_MS)):
            timer.setSingleShot(True)
            timer.setInterval(after)
            timer.timeout.connect(self._save_edit)
        self.printing = CardPrinting(desk)
        self.heading = StudioHeader(self.header_row, self.printing)
        self.rooms = StudioRooms(desk, stocks, self)
        self.letter_panel, self.findings = self.rooms.letter_panel, self.rooms.findings
        self.people, self.card = self.rooms.people, self.rooms.card
        self.acts = CardActs(desk, self.card, self.printing, self)
        self._connect()
        self._keys()
        desk.changed.connect(self._on_changed)

    def _connect(self) -> None:
        self.heading.back.clicked.connect(self.left)
        for name, made in self.heading.acts.items():
            made.clicked.connect(lambda _=False, which=name: self.act(which))
        panel = self.letter_panel
        panel.edit.edited.connect(self._on_edited)
        panel.edit.left.connect(self._on_left)
        panel.sentence_wanted.connect(self._change_sentence)
        panel.tone_chosen.connect(lambda tone: self._redraft(tone=tone))
        panel.other_words_wanted.connect(self._use_other_words)
        panel.answered.connect(self._answer)
        panel.notes_wanted.connect(lambda: self.debrief_wanted.emit(self._interview))
        self.rooms.person_chosen.connect(lambda person: self.show_card(self._interview, person))
        self.rooms.arranger_wanted.connect(self._add_arranger)
        self.findings.fix_wanted.connect(self._fix)
        self.findings.dismissed.connect(self._dismiss)
        self.card.made.connect(self._on_made)
        for source in (self.card, self.acts):
            source.problem.connect(self.problem)
        self.acts.told.connect(self.told)
        self.printing.printed.connect(
            lambda printer: self.told.emit(self.tr("“{0}” has taken it. Sign, then post.").format(printer))
        )
        self.printing.failed.connect(self.not_printed)

    def _keys(self) -> None:
        for keys, act in (
            ("Ctrl+Tab", self.rooms.turn),
            *((f"Ctrl+{number}", partial(self.letter_panel.press, number)) for number in (1, 2, 3, 0)),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

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
        self._is_pending = False
        self.card.fill()
        self._show()
        case, letter = self._case(), self._letters.get(self._person)
        if case is not None and letter is not None:
            self.acts.mark_drafted(case, letter)

    def _case(self) -> Case | None:
        return self.desk.case(self._interview)

    def letter(self) -> Letter | None:
        """The letter in front as it stands now, with what is being typed."""
        letter = self._letters.get(self._person)
        if letter is None or not self._is_pending:
            return letter
        return replace(letter, sentences=self.letter_panel.edit.sentences())

    def _show(self) -> None:
        case = self._case()
        if case is None:
            return
        if case.person(self._person) is None:
            self._person = case.interviewers[0].id if case.interviewers else ""
        self._letters = {each.person: self._with_unsaved(each) for each in self._work.panel(case)}
        self.heading.show_case(case, self._person)
        self.rooms.show_case(case)
        letter = self._letters.get(self._person)
        self.letter_panel.show_letter(letter, case, keep_words=self._is_pending)
        self._show_people(case)
        self._show_findings()
        self.card.show_letter(self.letter())
        self.step_changed.emit()

    def _with_unsaved(self, letter: Letter) -> Letter:
        """That letter with what was typed into it and is not on disk yet."""
        kept = self._unsaved.words(self._field(letter.person))
        return replace(letter, sentences=kept) if isinstance(kept, tuple) else letter

    def _field(self, person: str) -> str:
        return f"letter {self._interview} {person}"

    def _show_people(self, case: Case) -> None:
        lines = []
        for each in case.interviewers:
            words, owed = card_words.state_words(case, each.id, self._letters.get(each.id), self.desk.today())
            lines.append(CardLine(each.id, each.name, case.card(each.id).state, words, owed))
        self.rooms.show_people(lines, self._person)

    def _show_findings(self) -> None:
        """What the letter as it stands and the paper say; what another card says too is underlined."""
        letter, case = self.letter(), self._case()
        if letter is None or case is None:
            self.findings.show_findings((), "")
            return
        others = [each for each in self._letters.values() if each.person != self._person]
        if self._is_pending or self._unsaved:
            letter = replace(letter, findings=check.check(letter, case, self.desk.me(), others=others))
        self.letter_panel.show_count(len(" ".join(letter.paragraphs).split()))
        made = self.card.last
        found = sorted((*(made.findings if made else ()), *letter.findings), key=lambda each: each.level is not Level.STOP)
        hidden = [each for each in found if self._mark_of(each) not in self._dismissed]
        hand = made.other_hand if made else ""
        fixes = [(each, card_words.fix_words(each, hand)) for each in hidden]
        self.findings.show_findings(fixes, card_words.all_well_words(case, found, self.desk.now()))
        alike = any(each.code in {"alike", "shared"} for each in hidden)
        self.letter_panel.edit.mark_alike(common_phrases(letter, others) if alike else ())

    def _on_made(self, _made: object) -> None:
        self._show_findings()
        if self.status_words() != self._told_size:
            self._told_size = self.status_words()
            self.step_changed.emit()

    def _mark_of(self, finding: Finding) -> tuple[str, str, str]:
        return self._field(self._person), finding.code, str(finding.words)

    # Editing

    def _on_edited(self) -> None:
        self._is_pending = True
        self._save.start()
        if not self._save_at_most.isActive():
            self._save_at_most.start()
        self._show_findings()
        self.card.show_letter(self.letter())

    def _on_left(self) -> None:
        self._save_edit()
        self.desk.end_typing()

    def _save_edit(self) -> None:
        """Keep the letter as the user left it."""
        self._save.stop()
        self._save_at_most.stop()
        if not self._is_pending or not self._person:
            return
        letter, told = self._letters.get(self._person), self.letter_panel.edit.sentences()
        if letter is not None:
            self._unsaved.save(self._field(self._person), told, self._work.keeper(letter, told))
        self._is_pending = False

    def _redraft(self, **parts: str | int) -> None:
        """Draft anew in another tone or in other words; what the user typed stays."""
        self._save_edit()
        case, letter = self._case(), self._letters.get(self._person)
        if case is not None and letter is not None:
            self.desk.do(self._work.redrafted(case, letter, **parts))

    def _use_other_words(self) -> None:
        case = self._case()
        if case is not None:
            self._redraft(variant=case.card(self._person).variant + 1)

    def _change_sentence(self, act: str, at: int | None = None) -> None:
        """Leave a sentence out, move it, or say it in other words; the one with the caret, else that number."""
        edit = self.letter_panel.edit
        at = edit.index() if at is None else at
        self._save_edit()
        letter, case = self._letters.get(self._person), self._case()
        if letter is None or case is None or not 0 <= at < len(letter.sentences):
            return
        told = list(letter.sentences)
        to = at
        if act == DROP:
            del told[at]
        elif act == OTHER:
            told = self._work.reworded(case, letter, at, self._letters.values())
        else:
            to = at + (1 if act == DOWN else -1)
            if not 0 <= to < len(told):
                return
            told[at], told[to] = replace(told[to], paragraph=told[at].paragraph), replace(told[at], paragraph=told[to].paragraph)
        self._keep(letter, told)
        edit.put_caret(to)

    def _keep(self, letter: Letter, told: Sequence[Sentence]) -> None:
        """Keep a letter that was changed at one press."""
        change = self._work.keeper(letter, tuple(told))()
        if change is not None:
            self.desk.do(change)

    def _answer(self, note: str, choice: str) -> None:
        self._save_edit()
        case = self._case()
        asked = next((each for each in case.notes if each.id == note), None) if case else None
        if asked is not None:
            self.desk.do(changes.note_answered(asked, choice))

    def _add_arranger(self) -> None:
        case = self._case()
        arranger = case.person(case.interview.arranged_by) if case else None
        if case is not None and arranger is not None:
            self.desk.do(changes.arranger_joins(case, arranger))

    # Findings

    def _fix(self, finding: Finding) -> None:
        code, at = finding.code, finding.sentence
        if code in card_words.PERSON or (code == "misspelt" and at is None):
            self.person_edited.emit(self._interview, self._person)
        elif code == "misspelt" and at is not None:
            self._spell(at, str(finding.words.values["word"]), str(finding.words.values["right"]))
        elif code in card_words.DROPS:
            self._change_sentence(DROP, at)
        elif code == "missing-letter" and self.card.last is not None:
            self.card.use_hand(self.card.last.other_hand)
        elif code == "no-detail":
            self.debrief_wanted.emit(self._interview)
        elif code == "no-name":
            self.me_wanted.emit()
        elif at is not None:
            self._change_sentence(OTHER, at)
        else:
            self._use_other_words()

    def _spell(self, at: int, word: str, right: str) -> None:
        self._save_edit()
        letter = self._letters.get(self._person)
        if letter is not None and at < len(letter.sentences):
            told = list(letter.sentences)
            told[at] = card_words.respelt(told[at], word, right)
            self._keep(letter, told)

    def _dismiss(self, finding: Finding) -> None:
        self._dismissed.add(self._mark_of(finding))
        self._show_findings()

    # Acts

    def next_step(self) -> Next | None:
        """Write, print or post the card in hand."""
        case = self._case()
        if case is None or not self._person:
            return None
        return agenda.person_step(case, self._person, self.desk.now(), self.desk.workdays())

    def status_words(self) -> str:
        """The size of the card on the table."""
        return self.card.size_words()

    def act(self, name: str) -> bool:
        """Print, save as PDF, mark as posted, take back."""
        if name not in ACTS or self._letters.get(self._person) is None:
            return False
        self._save_edit()
        case, letter = self._case(), self._letters.get(self._person)
        if case is None or letter is None:
            return False
        if name == "print":
            self.acts.print_card(case, letter, self._letters.values())
        elif name == "save_pdf":
            self.acts.save_pdf(letter)
        elif name == "posted":
            self.acts.post(case, letter)
        else:
            self.acts.take_back(case, letter)
        return True

    # Keeping up

    def finish(self) -> None:
        """Save what is still being typed."""
        self._save_edit()
        self._unsaved.retry()

    def is_unsaved(self) -> bool:
        """True while a letter holds words that could not be written."""
        return bool(self._unsaved)

    def _on_changed(self, _change: Change) -> None:
        if self.isVisible() and self._case() is not None:
            self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Be up to date when the page comes back to the front."""
        super().showEvent(event)
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Three columns, two, or one of three tabs."""
        super().resizeEvent(event)
        self.heading.arrange(self.width())
        self.rooms.arrange(self.width(), self.height())
