"""One person whole: who they are, what comes next and why, their rhythm, the line of what was, and words to write."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt, QUrl, Signal
from PySide6.QtGui import QAction, QActionGroup, QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QVBoxLayout, QWidget

from followup_desktop.core import etiquette, keeping, rhythm, timeline
from followup_desktop.core.records import Case, Person
from followup_desktop.core.rhythm import TIERS
from followup_desktop.core.staying import Known, Stay
from followup_desktop.desk.desk import Desk
from followup_desktop.letters import messages
from followup_desktop.letters.writer import Writer
from followup_desktop.ui import look
from followup_desktop.ui.language import said
from followup_desktop.ui.parts.avatar import Avatar
from followup_desktop.ui.parts.button import button, icon_button, key_name
from followup_desktop.ui.parts.chip import Chip
from followup_desktop.ui.parts.flow import FlowLayout
from followup_desktop.ui.parts.label import ElidedLabel, label, set_tone, tooltip
from followup_desktop.ui.parts.panel import Hairline, Panel
from followup_desktop.ui.parts.scrolling import scrolling
from followup_desktop.ui.parts.segments import Segments
from followup_desktop.ui.people_known import shortened
from followup_desktop.ui.people_log import TouchLog
from followup_desktop.ui.people_rows import step_words
from followup_desktop.ui.people_text import PersonText
from followup_desktop.ui.timeline_lines import TimelineLines

PERSON, EMPLOYER = "person", "employer"
MOST_OPEN = 6
"""So many interviews stand in the menu."""

translate = QCoreApplication.translate


class PersonDetail(Panel):
    """The pane at the right of the people page."""

    noted = Signal(str)
    """A word was noted; the sentence that says so."""
    change_wanted = Signal(object)
    """A `Change` that the window is to make, with a bar that takes it back."""
    edit_wanted = Signal(str)
    erase_wanted = Signal(str)
    """The person of that id is to be erased for good."""
    message_wanted = Signal(str, str, str)
    """Interview, person and kind."""
    card_wanted = Signal(str, str)
    """Interview and person."""
    interview_wanted = Signal(str)

    def __init__(self, desk: Desk, writer: Callable[[], Writer], parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._desk = desk
        self._stay: Stay | None = None
        self._build_head()
        self.log = TouchLog(desk)
        self.log.noted.connect(self.noted)
        self.text = PersonText(desk, writer)
        self.text.letter_wanted.connect(self.message_wanted)
        self.whose = Segments(((PERSON, ""), (EMPLOYER, "")), self.tr("Whose line"), small=True)
        self.whose.set_current(PERSON)
        self.whose.chosen.connect(lambda _: self._show_line())
        self.lines = TimelineLines()
        self._moved = label(kind="caption", tone="text2", wrap=True)
        self._lay_out()
        self.hide_all()

    # Building

    def _build_head(self) -> None:
        self._avatar = Avatar()
        self._name, self._about = ElidedLabel(kind="title"), ElidedLabel(tone="text2")
        self.more = icon_button("menu-more", self.tr("More"))
        self._menu = QMenu(self.more)
        self.more.clicked.connect(lambda: self._menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft())))
        self.spoke = button(
            self.tr("Log a touch"), "check", small=True, key="L", tip=self.tr("Note that you were in touch today")
        )
        self.email = button(self.tr("E-mail"), "envelope", small=True)
        self.card = button(self.tr("Card"), "card", small=True)
        self.spoke.clicked.connect(self._log)
        self.email.clicked.connect(self._write)
        self.card.clicked.connect(self._open_card)
        self._step_icon = QLabel()
        self._step, self._why = label(kind="name", wrap=True), label(kind="caption", tone="text2", wrap=True)
        self.rhythm = button("", role="link", small=True, tip=self.tr("How often they hear from you"))
        self._rhythms = QMenu(self.rhythm)
        self.rhythm.setMenu(self._rhythms)
        self._tags = QWidget()
        self._tag_row = FlowLayout(self._tags, gap=6)

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._text_line = Hairline()
        for part in (self._top(), Hairline(), self._middle(), self._text_line):
            column.addWidget(part)
        column.addWidget(self._bottom(), 1)
        self._scroll = scrolling(inside)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(self._scroll)

    def _top(self) -> QWidget:
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._name)
        names.addWidget(self._about)
        head = QHBoxLayout()
        head.setSpacing(look.px(12))
        head.addWidget(self._avatar)
        head.addLayout(names, 1)
        head.addWidget(self.more)
        buttons = FlowLayout(gap=8)
        for each in (self.spoke, self.email, self.card):
            buttons.addWidget(each)
        step = QHBoxLayout()
        step.setSpacing(look.px(6))
        step.addWidget(self._step_icon)
        step.addWidget(self._step, 1)
        step.addWidget(self.rhythm, 0, Qt.AlignmentFlag.AlignTop)
        made, column = section(top=16)
        column.addLayout(head)
        column.addLayout(buttons)
        column.addWidget(self.log)
        told = QVBoxLayout()
        told.setSpacing(0)
        told.addLayout(step)
        told.addWidget(self._why)
        column.addLayout(told)
        column.addWidget(self._tags)
        return made

    def _middle(self) -> QWidget:
        head = QHBoxLayout()
        head.setSpacing(look.px(8))
        head.addWidget(label(self.tr("So far"), tone="text2"), 1)
        head.addWidget(self.whose)
        made, column = section()
        column.addLayout(head)
        column.addWidget(self.lines)
        column.addWidget(self._moved)
        return made

    def _bottom(self) -> QWidget:
        made, column = section()
        column.addWidget(self.text, 1)
        column.addStretch(0)
        return made

    # Showing

    @property
    def person(self) -> str | None:
        """Id of the person shown."""
        return self._stay.person.id if self._stay is not None else None

    def hide_all(self) -> None:
        """Nobody is chosen."""
        self.show_person(None)

    def show_person(self, stay: Stay | None) -> None:
        """Show that person; nothing for None."""
        is_new = (stay.person.id if stay else None) != self.person
        self._stay = stay
        self._scroll.setVisible(stay is not None)
        self.log.show_person(stay)
        has_text = self.text.show_person(stay)
        self._text_line.setVisible(has_text)
        if stay is None:
            return
        if is_new:
            self._scroll.verticalScrollBar().setValue(0)
            self.whose.set_current(PERSON)
        person = stay.person
        self._avatar.set(person.name)
        self._name.setText(person.name)
        self._about.setText(", ".join(part for part in (person.title, stay.company) if part) or self.tr("Nothing more is known"))
        self._show_step(stay)
        self._show_rhythm(stay)
        self._show_tags(person)
        self._offer(stay)
        self._show_line()

    def _show_step(self, stay: Stay) -> None:
        today = self._desk.today()
        icon, tone, words = step_words(stay, today)
        if stay.hello is not None:
            icon, words = "sprout", said(stay.step, today)
        self._step_icon.setPixmap(look.pixmap(icon, tone) if icon else look.pixmap("person", "text2"))
        met = self.tr("Nothing is due") if stay.met else self.tr("Known, not met")
        self._step.setText(words or met)
        set_tone(self._step, tone)
        why = said(stay.why, today) if stay.why.text else ""
        self._why.setText(why)
        self._why.setVisible(bool(why))

    def _show_rhythm(self, stay: Stay) -> None:
        self._rhythms.clear()
        group = QActionGroup(self._rhythms)
        choices = [("", self.tr("As usual"))]
        choices += [(tier.value, f"{tier.value}  {said(each.words)}") for tier, each in TIERS.items()]
        for value, words in choices:
            action = QAction(words, self._rhythms)
            action.setCheckable(True)
            action.setChecked(stay.person.tier == value)
            action.triggered.connect(lambda _=False, which=value: self._choose_rhythm(which))
            group.addAction(action)
            self._rhythms.addAction(action)
        told = said(stay.rhythm.words) if stay.rhythm else self.tr("No rhythm")
        if stay.rhythm is not None and stay.rhythm.tier is not None:
            told = f"{stay.rhythm.tier}  {told}"
        self.rhythm.setText(told)
        self.rhythm.setAccessibleName(self.tr("Rhythm: {0}").format(told))

    def _show_tags(self, person: Person) -> None:
        while self._tag_row.count():
            item = self._tag_row.takeAt(0)
            gone = item.widget() if item is not None else None
            if gone is not None:
                gone.hide()
                gone.deleteLater()
        for tag in person.tags:
            carries = rhythm.tag_rhythm(tag) is not None
            self._tag_row.addWidget(Chip(tag, "sprout" if carries else ""))
        if person.quiet:
            self._tag_row.addWidget(Chip(self.tr("Quiet list"), "quiet"))
        self._tags.setVisible(self._tag_row.count() > 0)

    def _offer(self, stay: Stay) -> None:
        """Buttons and menu as they fit that person; what cannot be done says why."""
        kind, _ = self._message(stay)
        can_write = bool(kind) or bool(stay.person.email)
        self.email.setEnabled(can_write)
        tip = self.tr("Write to {0}").format(stay.person.name) if can_write else self.tr("No e-mail address is known")
        self.email.setToolTip(tooltip(tip))
        carded = self._carded(stay)
        self.card.setEnabled(carded is not None)
        tip = (
            self.tr("Their card for {0}").format(carded.interview.company)
            if carded
            else self.tr("No interview with them is over")
        )
        self.card.setToolTip(tooltip(tip))
        self.spoke.setToolTip(tooltip(self.tr("Note that you were in touch today; again to change how"), key_name("L")))
        self._menu.clear()
        edit = self._menu.addAction(look.icon("pen"), self.tr("Edit…"))
        edit.triggered.connect(lambda: self.edit_wanted.emit(stay.person.id))
        words = self.tr("Take off the quiet list") if stay.person.quiet else self.tr("Put on the quiet list")
        quiet = self._menu.addAction(look.icon("quiet"), words)
        quiet.triggered.connect(lambda: self.change_wanted.emit(keeping.quietened(stay.person, quiet=not stay.person.quiet)))
        if keeping.removable(stay.person, self._desk.cases()):
            delete = self._menu.addAction(look.icon("trash"), self.tr("Delete"))
            gone = keeping.person_removed(stay.person, self._desk.touches(), self._desk.cases())
            delete.triggered.connect(lambda: self.change_wanted.emit(gone))
        erase = self._menu.addAction(look.icon("stop"), self.tr("Erase for good…"))
        erase.triggered.connect(lambda: self.erase_wanted.emit(stay.person.id))
        if stay.cases:
            self._menu.addSeparator()
        for each in reversed(stay.cases[-MOST_OPEN:]):
            named = ", ".join(part for part in (each.interview.company, each.interview.role) if part).replace("&", "&&")
            opens = self._menu.addAction(look.icon("interview"), named)
            opens.triggered.connect(lambda _=False, which=each.interview.id: self.interview_wanted.emit(which))

    def show_employer(self) -> None:
        """Turn to the line of their employer."""
        self.whose.set_current(EMPLOYER)
        self._show_line()

    def _show_line(self) -> None:
        """The line of the person, or of their employer over all interviews."""
        stay = self._stay
        if stay is None:
            return
        desk, company = self._desk, stay.company
        known = Known(desk.people(), desk.touches())
        self.whose.setVisible(bool(company) and bool(stay.cases))
        self.whose.cell(PERSON).setText(stay.person.address_as or stay.person.name.split()[0])
        self.whose.cell(EMPLOYER).setText(shortened(company))
        self.whose.cell(EMPLOYER).setToolTip(tooltip(company))
        self.whose.updateGeometry()
        moved: tuple[Person, ...] = ()
        rest = desk.cases(), known, desk.now(), desk.workdays(), desk.rules()
        if self.whose.current() == EMPLOYER and company:
            moments = timeline.of_employer(company, *rest)
            moved = timeline.moved_on(company, desk.cases())
        else:
            moments = timeline.of_person(stay.person, *rest)
        self.lines.show_moments(moments, desk.today())
        told = [self.tr("{0} is at {1} now.").format(each.name, each.company) for each in moved]
        if not moments:
            told = [self.tr("Nothing yet. Log a touch when you have spoken.")]
        self._moved.setText(" ".join(told))
        self._moved.setVisible(bool(told))

    # Doing

    def _message(self, stay: Stay) -> tuple[str, Case | None]:
        """The likeliest message to that person, and the interview that it is about."""
        for case in reversed(stay.cases):
            fitting = messages.kinds_for(case, stay.person.id, self._desk.now(), self._desk.rules())
            kinds = [kind for kind in fitting if kind != messages.CONNECT]
            if kinds:
                return kinds[0], case
        return "", None

    def _carded(self, stay: Stay) -> Case | None:
        """The last interview with them that is over: a card may be written for it."""
        now, person = self._desk.now(), stay.person
        over = [case for case in stay.cases if etiquette.met(case, now) and person in case.interviewers]
        return over[-1] if over else None

    def _log(self) -> None:
        self.log.log()

    def _write(self) -> None:
        if self._stay is None:
            return
        kind, case = self._message(self._stay)
        if case is not None:
            self.message_wanted.emit(case.interview.id, self._stay.person.id, kind)
        elif self._stay.person.email:
            from followup_desktop.exchange.mail import Mail, mailto  # noqa: PLC0415  (loads when a message is written)

            person, me = self._stay.person, self._desk.me()
            sender = me.emails[0] if me.emails else ""
            mail = Mail(to=person.email, to_name=person.name, sender=sender, sender_name=me.name, subject="", body="")
            QDesktopServices.openUrl(QUrl.fromEncoded(mailto(mail).encode()))

    def _open_card(self) -> None:
        case = self._carded(self._stay) if self._stay is not None else None
        if case is not None and self._stay is not None:
            self.card_wanted.emit(case.interview.id, self._stay.person.id)

    def _choose_rhythm(self, tier: str) -> None:
        if self._stay is not None:
            self.change_wanted.emit(keeping.rhythm_chosen(self._stay.person, tier))


def section(top: int = 12) -> tuple[QWidget, QVBoxLayout]:
    """A part of the pane with its column."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(look.px(16), look.px(top), look.px(16), look.px(10))
    column.setSpacing(look.px(8))
    return made, column
