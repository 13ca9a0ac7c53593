"""One interview: its people with their cards and notes, what they promised, whom to ask, how often, how it ended."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from followup_desktop.core import agenda, changes, etiquette
from followup_desktop.core.etiquette import DEFAULTS, Wait
from followup_desktop.core.find import folded
from followup_desktop.core.records import Case, Change, Channel, Outcome, Permission
from followup_desktop.core.standing import ALONE
from followup_desktop.core.what_if import is_open
from followup_desktop.desk.desk import Desk
from followup_desktop.letters import messages
from followup_desktop.letters.writer import Writer
from followup_desktop.ui import look
from followup_desktop.ui.answer_lines import AnswerLines
from followup_desktop.ui.checklist import Checklist
from followup_desktop.ui.language import day_words, moment_words, said, span_words, time_words
from followup_desktop.ui.message_offers import RaceLine, not_thanked
from followup_desktop.ui.page import Page, back_button, upright_line
from followup_desktop.ui.parts.button import button
from followup_desktop.ui.parts.label import ElidedLabel, label
from followup_desktop.ui.parts.nag_meter import NagMeter
from followup_desktop.ui.parts.panel import Hairline, Panel
from followup_desktop.ui.parts.promise_line import PromiseLine
from followup_desktop.ui.parts.rings import CardRing, ring_words
from followup_desktop.ui.parts.segments import Segments
from followup_desktop.ui.people_known import KnownLine, shortened
from followup_desktop.ui.person_row import NoteLines, PersonRow
from followup_desktop.ui.so_far import happened
from followup_desktop.ui.task_lines import TaskLines
from followup_desktop.ui.touch_line import TouchLine

RIGHT, RIGHT_LEAST = 436, 400
NO_LIMIT = 16_777_215
NARROW = 68
"""Below this width in em the right column goes under the left one (LOOK 9)."""
OUTCOMES = (Outcome.WAITING, Outcome.OFFER, Outcome.REJECTED, Outcome.WITHDRAWN, Outcome.NO_ANSWER)


class InterviewPage(Page):
    """What is known about one interview, and what may be done about it."""

    card_wanted = Signal(str, str)
    debrief_wanted = Signal(str)
    edit_wanted = Signal(str)
    person_wanted = Signal(str)
    person_edited = Signal(str, str)
    employer_wanted = Signal(str)
    """The line of the employer, on the page of somebody (id) there."""
    known_wanted = Signal(str)
    """The page of somebody (id) who is known at this company."""
    kit_wanted = Signal(str)
    what_if_wanted = Signal(str)

    def __init__(self, desk: Desk, writer: Callable[[], Writer], parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._writer = writer
        self._interview = ""
        self._build_header()
        self._left = self._build_people()
        self._right = self._build_right()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(look.px(12))
        self._right_scroll = scroll(self._right)
        self._row.addWidget(self._left, 1)
        self._row.addWidget(self._right_scroll)
        inside = QWidget()
        inside.setLayout(self._row)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._scroll = scroll(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)
        desk.changed.connect(self._on_changed)
        desk.clock.day_changed.connect(lambda _: self._show())

    # Building

    def _build_header(self) -> None:
        back = back_button(self.tr("Interviews"))
        back.clicked.connect(self.left)
        self._company, self._about = label(kind="title"), ElidedLabel(tone="text2")
        debrief = button(self.tr("Debrief"), "debrief", tip=self.tr("Tell how it was"), key="Ctrl+D")
        edit = button(self.tr("Edit"), "pen", tip=self.tr("Company, position, day, place"), key="F2")
        for each in (debrief, edit, back):
            each.setProperty("key", "")
        debrief.clicked.connect(lambda: self.debrief_wanted.emit(self._interview))
        edit.clicked.connect(lambda: self.edit_wanted.emit(self._interview))
        self.header_row.addWidget(back)
        self.header_row.addWidget(upright_line())
        self.header_row.addSpacing(look.px(8))
        self.header_row.addWidget(self._company)
        self.header_row.addSpacing(look.px(8))
        self.header_row.addWidget(self._about, 1)
        self.header_row.addWidget(debrief)
        self.header_row.addWidget(edit)

    def _build_people(self) -> Panel:
        panel = Panel()
        self._people = QVBoxLayout(panel)
        self._people.setContentsMargins(0, 0, 0, 0)
        self._people.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(look.px(16), look.px(8), look.px(16), look.px(8))
        head.setSpacing(look.px(8))
        self._ring = CardRing(small=True)
        self._ring_words = label(tone="text2")
        add = button(self.tr("Person"), "plus", "flat", tip=self.tr("Add somebody who was there"), key="Ctrl+Shift+N")
        add.setProperty("key", "")
        add.clicked.connect(lambda: self.person_wanted.emit(self._interview))
        for part in (self._ring, label(self.tr("People and notes"), "name"), self._ring_words):
            head.addWidget(part)
        head.addStretch(1)
        head.addWidget(add)
        self._people.addLayout(head)
        self._rows_inside = QWidget()
        inside = QVBoxLayout(self._rows_inside)
        inside.setContentsMargins(0, 0, 0, 0)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        inside.addLayout(self._rows)
        inside.addStretch(1)
        self._rows_scroll = scroll(self._rows_inside)
        self._people.addWidget(self._rows_scroll, 1)
        self._arranged = QWidget()
        row = QHBoxLayout(self._arranged)
        row.setContentsMargins(look.px(16), look.px(8), look.px(16), look.px(8))
        self._arranged_words = label(tone="text2", wrap=True)
        self._add_arranged, leave = button("", small=True), button(self.tr("No, thanks"), role="flat", small=True)
        self._add_arranged.clicked.connect(lambda: self._card_for_arranger(wanted=True))
        leave.clicked.connect(lambda: self._card_for_arranger(wanted=False))
        row.addWidget(self._arranged_words, 1)
        row.addWidget(self._add_arranged)
        row.addWidget(leave)
        self.race = RaceLine()
        self.race.wanted.connect(self.write_message)
        self.known = KnownLine(self.desk, button_words=self.tr("Show"), inset=16)
        self.known.person_wanted.connect(self.known_wanted)
        self._race_line = Hairline()
        self._arranged_line = Hairline()
        for each in (self.known, self._race_line, self.race, self._arranged_line, self._arranged):
            self._people.addWidget(each)
        return panel

    def _build_right(self) -> QWidget:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(12))
        self.checklist = Checklist(self.desk)
        self.checklist.kit_wanted.connect(lambda: self.kit_wanted.emit(self._interview))
        column.addWidget(self.checklist)
        column.addWidget(self._build_promise())
        self.tasks = TaskLines(self.desk)
        column.addWidget(self.tasks)
        column.addWidget(self._build_following(), 1)
        return right

    def _build_promise(self) -> Panel:
        panel = Panel()
        column = padded(panel)
        head = QHBoxLayout()
        head.setSpacing(look.px(8))
        quote = QLabel()
        quote.setPixmap(look.pixmap("quote", "text"))
        head.addWidget(quote)
        head.addWidget(label(self.tr("They said:"), tone="text2"), 1)
        self.what_if = button(self.tr("What if…"), role="link", tip=self.tr("See the weeks before they say it"), key="Ctrl+I")
        self.what_if.setProperty("key", "")
        self.what_if.clicked.connect(lambda: self.what_if_wanted.emit(self._interview))
        head.addWidget(self.what_if)
        self._change_words = button(self.tr("Change"), role="link")
        self._change_words.clicked.connect(lambda: self.debrief_wanted.emit(self._interview))
        head.addWidget(self._change_words)
        self._said = label(kind="title", wrap=True)
        self._line = PromiseLine()
        self._dates = label(wrap=True)
        self._why_button = button(self.tr("Why?"), role="link")
        self._why = label(tone="text2", wrap=True)
        self._why_button.clicked.connect(lambda: self._why.setVisible(self._why.isHidden()))
        self._why.hide()
        below = QHBoxLayout()
        below.addWidget(self._dates, 1)
        below.addWidget(self._why_button, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        column.addWidget(self._said)
        column.addWidget(self._line)
        column.addLayout(below)
        column.addWidget(self._why)
        return panel

    def _build_following(self) -> Panel:
        panel = Panel()
        column = padded(panel)
        self.may_i = Segments(
            (
                (Permission.YES.value, self.tr("Yes")),
                (Permission.NO.value, self.tr("No")),
                (Permission.NOT_ASKED.value, self.tr("I did not ask")),
            ),
            self.tr("May I follow up?"),
            small=True,
        )
        self.may_i.chosen.connect(lambda key: self._do(lambda case: changes.permission_set(case, Permission(key))))
        self.contact = QComboBox()
        self.contact.setAccessibleName(self.tr("With whom"))
        self.contact.activated.connect(lambda _: self._do(lambda case: changes.contact_set(case, self.contact.currentData())))
        self._contact_why = label(kind="caption", tone="text2", wrap=True)
        self.write = button("", "envelope", small=True, tip=self.tr("Ask how things stand, by e-mail"))
        self.write.clicked.connect(lambda: self.write_message(self.contact.currentData(), messages.FOLLOW_UP))
        self.meter = NagMeter()
        self.touch = TouchLine(self.desk)
        self.touch.made.connect(self._on_touch)
        self.answers = AnswerLines(self.desk)
        again = self._build_outcome()
        whom = QHBoxLayout()
        whom.setSpacing(look.px(8))
        whom.addWidget(self.contact, 1)
        whom.addWidget(self.write)
        asked = QHBoxLayout()
        asked.setSpacing(look.px(8))
        asked.addWidget(self.meter)
        self._friendly = ElidedLabel("", "caption", "text2")
        asked.addWidget(self._friendly, 1)
        asked.addWidget(self.touch.asked)
        for words, parts in (
            (self.tr("May I follow up?"), (self.may_i,)),
            (self.tr("With whom"), (whom, self._contact_why)),
            (self.tr("Asked so far"), (asked, self.answers, self.touch)),
            (self.tr("How did it end?"), (self.outcome, self._accepted, again)),
        ):
            column.addWidget(label(words, tone="text2"))
            for part in parts:
                if isinstance(part, QHBoxLayout):
                    column.addLayout(part)
                else:
                    column.addWidget(part)
            column.addSpacing(look.px(4))
            column.addWidget(Hairline())
        self._build_so_far(column)
        column.addStretch(1)
        return panel

    def _build_outcome(self) -> QHBoxLayout:
        """How it ended and what was answered; gives the line that offers to thank them once more."""
        self.outcome = Segments(
            [(each.value, self._outcome_words(each)) for each in OUTCOMES], self.tr("How did it end?"), small=True
        )
        self.outcome.chosen.connect(lambda key: self._do(lambda case: changes.outcome_set(case, Outcome(key), self.desk.today())))
        self._accepted = Segments(
            ((Outcome.ACCEPTED.value, self.tr("I accepted")), (Outcome.DECLINED.value, self.tr("I declined"))),
            self.tr("What did you answer?"),
            small=True,
        )
        self._accepted.chosen.connect(
            lambda key: self._do(lambda case: changes.outcome_set(case, Outcome(key), self.desk.today()))
        )
        self.thank_again = button(self.tr("Thank them once more"), "envelope", small=True)
        self.thank_again.clicked.connect(self._thank_again)
        again = QHBoxLayout()
        again.addWidget(self.thank_again)
        again.addStretch(1)
        return again

    def _build_so_far(self, column: QVBoxLayout) -> None:
        self.employer = button("", role="link", tip=self.tr("Everything with them, over all rounds and applications"))
        self.employer.clicked.connect(lambda: self.employer_wanted.emit(self.contact.currentData() or ""))
        so_far = QHBoxLayout()
        so_far.addWidget(label(self.tr("So far"), tone="text2"), 1)
        so_far.addWidget(self.employer)
        column.addLayout(so_far)
        self._so_far = QVBoxLayout()
        self._so_far.setSpacing(look.px(6))
        column.addLayout(self._so_far)

    def _outcome_words(self, outcome: Outcome) -> str:
        return {
            Outcome.WAITING: self.tr("Waiting"),
            Outcome.OFFER: self.tr("Offer"),
            Outcome.REJECTED: self.tr("No"),
            Outcome.WITHDRAWN: self.tr("Withdrew"),
            Outcome.NO_ANSWER: self.tr("No answer"),
        }[outcome]

    # Showing

    @property
    def interview(self) -> str | None:
        """The interview on the page."""
        return self._interview or None

    def show_interview(self, interview: str) -> None:
        """Show that interview."""
        self._interview = interview
        self._why.hide()
        self._show()

    def _case(self) -> Case | None:
        return self.desk.case(self._interview)

    def _show(self) -> None:
        case = self._case()
        if case is None:
            return
        told = case.interview
        when = self._when(case)
        self._company.setText(told.company)
        state = self.tr("cancelled") if told.cancelled else ""
        self._about.setText("  ·  ".join(part for part in (told.role, when, told.place, state) if part))
        self._show_people(case)
        self.checklist.show_case(case)
        self._show_promise(case)
        self.tasks.show_case(case)
        self._show_following(case)
        self._arrange()
        QTimer.singleShot(0, self, self._arrange)  # rows that have just been made have no height yet

    def _when(self, case: Case) -> str:
        told = case.interview
        day = day_words(told.day, None)
        if not isinstance(told.start, datetime):
            return day
        there = f"{day}, {span_words(told.start.time(), told.local_end.time())}"
        begins = told.begins_in(self.desk.now().tzinfo)
        if begins is None or begins == told.start:
            return there
        here = time_words(begins.time()) if begins.date() == told.day else moment_words(begins)
        return self.tr("{0} there, {1} here").format(there, here)

    def _show_people(self, case: Case) -> None:
        clear(self._rows)
        states = [case.card(each.id).state for each in case.interviewers]
        self._ring.set(states)
        self._ring.setVisible(bool(states))
        self._ring_words.setText(ring_words(states) if states else self.tr("Nobody yet"))
        writer, me = self._writer(), self.desk.me()
        for person in case.interviewers:
            row = PersonRow(person)
            card = case.card(person.id)
            changed = bool(card.printed_text) and writer.letter(case, person.id, me).text != card.printed_text
            row.show_card(card, changed_since=changed)
            row.show_notes([(note, writer.understand(note, case, me)) for note in case.notes_of(person.id)])
            row.card_wanted.connect(lambda which: self.card_wanted.emit(self._interview, which))
            row.edit_wanted.connect(lambda which: self.person_edited.emit(self._interview, which))
            row.answered.connect(self._answer)
            row.message_wanted.connect(self.write_message)
            row.write.show_kinds(messages.kinds_for(case, person.id, self.desk.now(), self.desk.rules()))
            self._rows.addWidget(Hairline())
            self._rows.addWidget(row)
        self._show_notes_about_all(case)
        if not states:
            empty = label(
                self.tr("Who was there? Add the people, or drop the invitation on this window."), tone="text2", wrap=True
            )
            empty.setContentsMargins(look.px(16), look.px(12), look.px(16), look.px(12))
            self._rows.addWidget(Hairline())
            self._rows.addWidget(empty)
        self._show_arranged(case)
        self.known.hide()
        if case.interview.outcome is Outcome.WAITING:
            self.known.show_company(case.interview.company, {each.id for each in case.people})
        self.race.show_case(case, self.desk.now(), self.desk.rules())
        self._race_line.setVisible(not self.race.isHidden())

    def _show_notes_about_all(self, case: Case) -> None:
        told = [(note, self._writer().understand(note, case, self.desk.me())) for note in case.notes if note.person is None]
        if not told:
            return
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(look.px(16), look.px(14), look.px(16), look.px(14))
        column.setSpacing(look.px(7))
        column.addWidget(label(self.tr("About everybody"), "name"))
        lines = NoteLines(told)
        lines.answered.connect(self._answer)
        column.addWidget(lines)
        self._rows.addWidget(Hairline())
        self._rows.addWidget(made)

    def _show_arranged(self, case: Case) -> None:
        arranged = case.person(case.interview.arranged_by)
        put_off = {each.id for each in self.desk.laters()}
        shown = arranged is not None and arranged.id not in case.interview.people and arranger_key(self._interview) not in put_off
        self._arranged.setVisible(shown)
        self._arranged_line.setVisible(shown)
        if arranged is not None:
            name = arranged.address_as or arranged.name
            self._arranged_words.setText(self.tr("{0} arranged the day. A card for them too?").format(arranged.name))
            self._add_arranged.setText(self.tr("Add {0}").format(name))

    def _show_promise(self, case: Case) -> None:
        told, wait = case.promise, self._wait(case)
        today = self.desk.today()
        asked = told is not None
        self.what_if.setVisible(is_open(case))
        self._said.setText(self.tr("“{0}”").format(told.words) if told else self.tr("Nothing about the decision yet."))
        self._change_words.setText(self.tr("Change") if asked else self.tr("Write it down"))
        self._line.set(case.interview.last_day, told.latest if told else None, wait.floor, wait.best)
        dates = self.tr("Best on {0}, not before {1}.").format(day_words(wait.best), day_words(wait.floor))
        chosen, reason = case.interview.ask_on, case.interview.ask_reason
        if chosen is not None:
            own = self.tr("You chose {0}: {1}") if reason else self.tr("You chose {0}.")
            dates = f"{dates} {own.format(day_words(chosen), reason)}"
        self._dates.setText(dates)
        self._why.setText(said(wait.why, today))

    def _wait(self, case: Case) -> Wait:
        """From when to ask by the rules, with what was asked so far; their promise alone where nothing is to be asked."""
        workdays, rules = self.desk.workdays(), self.desk.rules()
        company = folded(case.interview.company)
        others = agenda.around([each for each in self.desk.cases() if folded(each.interview.company) == company])
        asked = others.get(case.interview.id, ALONE).touches
        return etiquette.advised_ask(case, workdays, rules, asked) or etiquette.wait(case, workdays, rules)

    def _show_following(self, case: Case) -> None:
        self.may_i.set_current(case.interview.permission.value)
        right, why = etiquette.right_person(case)
        self.contact.clear()
        for each in case.people:
            self.contact.addItem(each.name, each.id)
        chosen = case.interview.contact or (right.id if right else None)
        self.contact.setCurrentIndex(self.contact.findData(chosen))
        self.contact.setVisible(self.contact.count() > 0)
        own = case.interview.contact is not None
        self._contact_why.setText(self.tr("You chose them.") if own else said(why, self.desk.today()))
        self._show_asked(case)
        self.touch.show_case(case, chosen)
        self.answers.show_case(case)
        asked = case.person(chosen)
        if asked is not None:
            self.write.setText(self.tr("Write to {0}").format(asked.address_as or asked.name))
            self.write.setAccessibleName(self.tr("Write to {0}").format(asked.name))
        now, rules = self.desk.now(), self.desk.rules()
        self.write.setVisible(asked is not None and messages.FOLLOW_UP in messages.kinds_for(case, asked.id, now, rules))
        self.thank_again.setVisible(not_thanked(case, now, rules) is not None)
        kept = case.interview.outcome
        answered = kept in {Outcome.ACCEPTED, Outcome.DECLINED}
        self.outcome.set_current(Outcome.OFFER.value if answered else kept.value)
        self._accepted.setVisible(answered or kept is Outcome.OFFER)
        self._accepted.set_current(kept.value if answered else None)
        clear(self._so_far)
        for event in happened(case, self.desk.now())[:12]:
            self._so_far.addWidget(self._line_of(event.when(self.desk.today()), event.icon, event.words))

    def _show_asked(self, case: Case) -> None:
        """How often they were asked, out of how often is friendly (E10)."""
        most = self.desk.rules().most_touches
        self.meter.set(len(case.touches), most)
        self._offer_employer(case)
        if most == 1:
            words = self.tr("one is friendly, two nag")
        elif most == DEFAULTS.most_touches:
            words = self.tr("two are friendly, three nag")
        else:
            words = self.tr("{0} are friendly, more nag").format(most)
        self._friendly.setText(words)

    def _offer_employer(self, case: Case) -> None:
        """The way to the line of the employer, where there was more than this interview."""
        company = case.interview.company
        self.employer.setText(self.tr("All of {0}").format(shortened(company)))
        rounds = sum(folded(each.interview.company) == folded(company) for each in self.desk.cases())
        self.employer.setVisible(rounds > 1 and self.contact.currentData() is not None)

    @staticmethod
    def _line_of(when: str, icon: str, words: str) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(12))
        first = label(when, tone="text2")
        first.setMinimumWidth(look.px(72))
        picture = QLabel()
        picture.setPixmap(look.pixmap(icon, "text"))
        row.addWidget(first)
        row.addWidget(picture)
        row.addWidget(label(words, wrap=True), 1)
        return made

    # Doing

    def _do(self, make: Callable[[Case], Change]) -> None:
        case = self._case()
        if case is not None:
            self.desk.do(make(case))

    def _answer(self, note: str, choice: str) -> None:
        case = self._case()
        found = next((each for each in case.notes if each.id == note), None) if case else None
        if found is not None:
            self.desk.do(changes.note_answered(found, choice))

    def _on_touch(self, kind: str, reason: str) -> None:
        person = self.contact.currentData()
        if person:
            self._do(lambda case: changes.touch_made(case, person, Channel(kind), self.desk.today(), reason))

    def write_message(self, person: str, kind: str) -> None:
        """Open the sheet on that message to that person."""
        from followup_desktop.ui.message_sheet import MessageSheet  # noqa: PLC0415  (loads when a message is written)

        case = self._case()
        if case is None or case.person(person) is None:
            return
        self.sheet = MessageSheet(self.desk, self._writer, case, person, kind, self)
        self.sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.sheet.open()

    def _thank_again(self) -> None:
        case = self._case()
        person = not_thanked(case, self.desk.now(), self.desk.rules()) if case else None
        if person is not None:
            self.write_message(person.id, messages.AFTER_REJECTION)

    def _card_for_arranger(self, *, wanted: bool) -> None:
        case = self._case()
        arranged = case.person(case.interview.arranged_by) if case else None
        if case is None or arranged is None:
            return
        if wanted:
            self.desk.do(changes.arranger_joins(case, arranged))
        else:
            self.desk.do(changes.later(self.desk.laters(), arranger_key(self._interview), None))

    def _on_changed(self, _change: Change) -> None:
        if self.isVisible():
            self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Be up to date when the page comes back to the front."""
        super().showEvent(event)
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One column or two."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Two columns that scroll each by itself, or one under the other on a page that scrolls as a whole."""
        narrow = self.width() < NARROW * look.font_px()
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.BottomToTop if narrow else directions.LeftToRight)
        self._right_scroll.setMinimumWidth(0 if narrow else look.px(RIGHT_LEAST))
        self._right_scroll.setMaximumWidth(NO_LIMIT if narrow else look.px(RIGHT))
        policies = Qt.ScrollBarPolicy
        for area, inside in ((self._rows_scroll, self._rows_inside), (self._right_scroll, self._right)):
            wanted = max(inside.heightForWidth(self.width() - look.px(24)), inside.minimumSizeHint().height())
            area.setVerticalScrollBarPolicy(policies.ScrollBarAlwaysOff if narrow else policies.ScrollBarAsNeeded)
            area.setMinimumHeight(wanted if narrow else 0)


def arranger_key(interview: str) -> str:
    """The key under which "no, thanks" to a card for whoever arranged the day is kept."""
    return f"arranger.{interview}"


def padded(panel: Panel) -> QVBoxLayout:
    """A column of a panel with the usual padding."""
    column = QVBoxLayout(panel)
    column.setContentsMargins(look.px(16), look.px(14), look.px(16), look.px(14))
    column.setSpacing(look.px(8))
    return column


def scroll(inside: QWidget) -> QScrollArea:
    """`inside` where it scrolls when there is no room."""
    made = QScrollArea()
    made.setWidgetResizable(True)
    made.setFrameShape(QFrame.Shape.NoFrame)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setWidget(inside)
    for each in (made.viewport(), inside):
        each.setAutoFillBackground(False)
    return made


def clear(layout: QVBoxLayout) -> None:
    """Take everything out of a layout."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
