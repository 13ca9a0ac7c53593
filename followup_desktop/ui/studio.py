"""The studio: who gets a card, the letter with its sources, what wants a look, and the card itself beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from followup_desktop.core import agenda
from followup_desktop.core.agenda import Does, Next
from followup_desktop.core.records import CardState, Case, Change, Letter, Level, Stock
from followup_desktop.core.sentences import NOTHING
from followup_desktop.core.words import QT_TRANSLATE_NOOP, Words
from followup_desktop.desk.desk import Desk
from followup_desktop.letters.occasions import with_cards
from followup_desktop.letters.writer import Writer
from followup_desktop.ui import card_words
from followup_desktop.ui.card_acts import CardActs
from followup_desktop.ui.card_printing import CardPrinting
from followup_desktop.ui.card_table import Thing
from followup_desktop.ui.letter_editing import LetterEditing
from followup_desktop.ui.letter_findings import LetterFindings
from followup_desktop.ui.page import Page
from followup_desktop.ui.studio_header import StudioHeader
from followup_desktop.ui.studio_offers import card_begun
from followup_desktop.ui.studio_people import CardLine
from followup_desktop.ui.studio_rooms import StudioRooms

ACTS = frozenset({"print", "print_card", "save_pdf", "open_pdf", "posted", "take_back"})
"""The acts of the menus and of NEXT that this page does; NEXT speaks of the card, whatever lies on the table."""


class StudioPage(Page):
    """Finishes the cards of one interview, one after the other.

    `editing` holds the letters and keeps what is typed, `findings` says what wants a look, `acts` prints, saves and marks;
    the page shows what they hold and hears of every change of the notebook.
    """

    has_card = True
    person_edited = Signal(str, str)
    debrief_wanted = Signal(str)
    me_wanted = Signal()
    templates_wanted = Signal()
    problem = Signal(object)
    not_printed = Signal(object)
    """The `Problem` that kept a card from being printed; it could be saved as a PDF instead."""
    told = Signal(str)
    saved = Signal(object, str)
    """The `Path` of a PDF that was saved, and what to say about it."""
    step_changed = Signal()

    def __init__(
        self, desk: Desk, writer: Callable[[], Writer], stocks: Callable[[], tuple[Stock, ...]], parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, parent)
        self._told_size = ""
        self.printing = CardPrinting(desk)
        self.rooms = StudioRooms(desk, stocks, self)
        self.heading = StudioHeader(self.header_row, self.printing, self.rooms.card.thing_choice)
        self.letter_panel, self.people, self.card = self.rooms.letter_panel, self.rooms.people, self.rooms.card
        self.editing = LetterEditing(desk, writer, self.letter_panel.edit)
        self.findings = LetterFindings(desk, self.editing, self.letter_panel, self.rooms.findings, self.card)
        self.acts = CardActs(desk, self.card, self.printing, self)
        self._connect()
        self._keys()
        desk.changed.connect(self._on_changed)

    def _connect(self) -> None:
        self.heading.back.clicked.connect(self.left)
        for name, made in self.heading.acts.items():
            made.clicked.connect(partial(self._on_act, name))
        panel, editing, findings = self.letter_panel, self.editing, self.findings
        editing.typed.connect(self._on_typed)
        editing.unsaved_changed.connect(self.step_changed)
        panel.sentence_wanted.connect(editing.change_sentence)
        panel.tone_chosen.connect(lambda tone: editing.redraft(tone=tone))
        panel.occasion_chosen.connect(lambda occasion: editing.redraft(occasion=occasion))
        panel.other_words_wanted.connect(editing.use_other_words)
        panel.answered.connect(editing.answer)
        for source in (panel, findings):
            source.notes_wanted.connect(lambda: self.debrief_wanted.emit(editing.interview))
        findings.person_wanted.connect(lambda: self.person_edited.emit(editing.interview, editing.person))
        findings.me_wanted.connect(self.me_wanted)
        findings.templates_wanted.connect(self.templates_wanted)
        self.rooms.person_chosen.connect(lambda person: self.show_card(editing.interview, person))
        self.rooms.card_wanted.connect(self._begin_card)
        self.card.made.connect(self._on_made)
        for told_by in (self.card, self.acts):
            told_by.problem.connect(self.problem)
        self.acts.told.connect(self.told)
        self.acts.saved.connect(self.saved)
        for words in (self.printing.printed, self.printing.waits):
            words.connect(self.told)
        self.card.resized.connect(self._arrange)
        self.card.address.unsaved_changed.connect(self.step_changed)
        self.printing.failed.connect(self.not_printed)

    def _keys(self) -> None:
        for keys, act in (
            ("Ctrl+Tab", self.rooms.turn),
            ("Ctrl+Shift+R", self.editing.use_other_words),
            ("Ctrl+Down", lambda: self._step_person(1)),
            ("Ctrl+Up", lambda: self._step_person(-1)),
            ("Ctrl++", partial(self.card.view.step, 1)),
            ("Ctrl+-", partial(self.card.view.step, -1)),
            *((f"Ctrl+{number}", partial(self.letter_panel.press, number)) for number in (1, 2, 3, 0)),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    # Showing

    @property
    def interview(self) -> str | None:
        """The interview whose cards are here."""
        return self.editing.interview or None

    @property
    def person(self) -> str | None:
        """The person whose card is here."""
        return self.editing.person or None

    def areas(self) -> Sequence[QWidget]:
        """People, letter, findings and card."""
        return self.rooms.areas()

    def show_card(self, interview: str, person: str = "") -> None:
        """Show that person's card; without one, the first that is still owed."""
        case = self.desk.case(interview)
        if case is None:
            return
        everybody = [each.id for each in with_cards(case)]
        owed = [each for each in everybody if case.card(each).state is not CardState.POSTED]
        self.editing.take_up(interview, person or next(iter(owed or everybody), ""))
        self.card.fill()
        self._show()
        case, letter = self.editing.case(), self.editing.letter()
        if case is not None and letter is not None:
            self.acts.mark_drafted(case, self.findings.checked(case, letter))

    def letter(self) -> Letter | None:
        """The letter in front as it stands now, with what is being typed."""
        return self.editing.letter()

    def _show(self) -> None:
        case, editing = self.editing.case(), self.editing
        if case is None:
            return
        everybody = [each.id for each in with_cards(case)]
        if editing.person not in everybody:
            editing.person = next(iter(everybody), "")
        editing.draft(case)
        self.heading.show_case(case, editing.person)
        self.rooms.show_case(case)
        self.letter_panel.show_letter(editing.letters.get(editing.person), case, keep_words=editing.is_pending)
        self._show_state(case)
        self.card.show_letter(editing.letter(), case)
        self.step_changed.emit()

    def _show_state(self, case: Case) -> None:
        """What is found about the letter as it stands, and how far everybody's card is."""
        shown, editing = self.findings.show(), self.editing
        lines = []
        for each in with_cards(case):
            letter = shown if shown is not None and each.id == editing.person else editing.letters.get(each.id)
            words, owed = card_words.state_words(case, each.id, letter, self.desk.today())
            lines.append(CardLine(each.id, each.name, case.card(each.id).state, words, owed))
        self.rooms.show_people(lines, editing.person)

    def _on_typed(self) -> None:
        case = self.editing.case()
        if case is not None:
            self._show_state(case)
        self.card.show_letter(self.editing.letter(), case)

    def _on_made(self, _made: object) -> None:
        case = self.editing.case()
        if case is not None:
            self._show_state(case)
        if self.status_words() != self._told_size:
            self._told_size = self.status_words()
            self.step_changed.emit()

    def _begin_card(self, person: str, occasion: str) -> None:
        """Begin a card that nobody is owed, and show it."""
        case = self.editing.case()
        met = case.person(person) if case else None
        if case is not None and met is not None and self.desk.do(card_begun(case, met, occasion)):
            self.show_card(self.editing.interview, person)

    def _step_person(self, by: int) -> None:
        """The next card, or the one before."""
        case = self.editing.case()
        everybody = [each.id for each in with_cards(case)] if case else []
        if self.editing.person in everybody:
            at = everybody.index(self.editing.person) + by
            if 0 <= at < len(everybody):
                self.show_card(self.editing.interview, everybody[at])

    # Acts

    def next_step(self) -> Next | None:
        """Write, print or post the card in hand; what stops it from being printed comes first."""
        case = self.editing.case()
        if case is None or not self.editing.person:
            return None
        step = agenda.person_step(case, self.editing.person, self.desk.now(), self.desk.workdays(), self.desk.rules())
        letter = self.editing.letters.get(self.editing.person)
        stop = next((each for each in letter.findings if each.level is Level.STOP), None) if letter is not None else None
        if step.does is not Does.PRINT or stop is None:
            return step
        act = Words(QT_TRANSLATE_NOOP("core", "Mend the card below before it is printed."))
        return replace(step, act=act, reason=stop.words, does=Does.NOTHING, button=NOTHING)

    def status_words(self) -> str:
        """The size of the card on the table."""
        return self.card.size_words()

    def _on_act(self, name: str, _checked: object = None) -> None:
        self.act(name)

    def act(self, name: str) -> bool:
        """Print, save as PDF, open that in its viewer, mark as posted, take back."""
        if name not in ACTS:
            return False
        self.editing.save()
        self.card.address.save()
        case, letter = self.editing.case(), self.editing.letter()
        if case is None or letter is None:
            return False
        letter = self.findings.checked(case, letter)
        if name == "print_card":
            self.card.put(Thing.CARD)
        if name in {"print", "print_card"}:
            self.acts.print_it(case, letter, self.editing.letters.values())
        elif name == "save_pdf":
            self.acts.save_pdf(letter)
        elif name == "open_pdf":
            self.acts.open_pdf(letter)
        elif name == "posted":
            self.acts.post(case, letter)
        else:
            self.acts.take_back(case, letter)
        return True

    # Keeping up

    def finish(self) -> None:
        """Save what is still being typed."""
        self.editing.save()
        self.editing.retry()
        self.card.address.save()
        self.card.address.retry()

    def is_unsaved(self) -> bool:
        """True while a letter or an address holds words that could not be written."""
        return self.editing.is_unsaved or self.card.address.is_unsaved

    def _on_changed(self, _change: Change) -> None:
        if self.isVisible():
            self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Be up to date when the page comes back to the front."""
        super().showEvent(event)
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Three columns, two, or one of three tabs."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        if not self.heading.arrange(self.width()):
            self.card.hold(self.card.thing_choice)
        self.rooms.arrange(self.width(), self.height())
