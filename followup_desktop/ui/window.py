"""The main window: menus, the page's header, quiet bars, the NEXT strip, the page, the status line.

It wires the pages to one another: their wishes arrive as signals and end in another page or in a `Change`. What is
written here is only who opens what; each act lives in the room it belongs to.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QStandardPaths, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFileDialog,
    QMainWindow,
    QMenu,
    QPlainTextEdit,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from followup_desktop.core import agenda, changes, etiquette
from followup_desktop.core.agenda import Does, Next
from followup_desktop.core.moving import Plan
from followup_desktop.core.problems import Problem
from followup_desktop.core.records import Case, Change, Outcome, Stock
from followup_desktop.core.what_if import is_open
from followup_desktop.desk.desk import Desk
from followup_desktop.desk.kept_backups import Backup
from followup_desktop.ui import help_pages, look, privacy, releases
from followup_desktop.ui.actions import build_menus
from followup_desktop.ui.away import AwayPanel
from followup_desktop.ui.bars import Bars
from followup_desktop.ui.bringing import Bringing
from followup_desktop.ui.erasing import Erasing
from followup_desktop.ui.exporting import Exporting
from followup_desktop.ui.first_start import FirstStart
from followup_desktop.ui.kit_saving import KitSaving
from followup_desktop.ui.language import said, time_words
from followup_desktop.ui.main_page import MainPage
from followup_desktop.ui.note_tasks import follow_notes
from followup_desktop.ui.page import Page
from followup_desktop.ui.page_stack import PageStack
from followup_desktop.ui.parts.next_strip import NextStrip
from followup_desktop.ui.parts.status_line import StatusLine
from followup_desktop.ui.privacy import Veiling, shown
from followup_desktop.ui.record_forms import RecordForms
from followup_desktop.ui.reminding import Reminding
from followup_desktop.ui.what_if_open import see_weeks

if TYPE_CHECKING:
    from followup_desktop.letters.writer import Writer
    from followup_desktop.ui.debrief import DebriefPage
    from followup_desktop.ui.insight_page import InsightPage
    from followup_desktop.ui.interview_page import InterviewPage
    from followup_desktop.ui.listing_print import ListingPrint
    from followup_desktop.ui.people_page import PeoplePage
    from followup_desktop.ui.settings_page import SettingsPage
    from followup_desktop.ui.studio import StudioPage
    from followup_desktop.ui.templates_page import TemplatesPage

LEAST = 560, 400
"""Least size of the window in px; below that, pages scroll (LOOK 9)."""
USUAL = 1240, 800
FIRST_ANSWER = "Ctrl+1"
MORNING = 9
EVENING = 18


class Window(QMainWindow):
    """The window on one notebook."""

    sample_wanted = Signal()
    """The user wants to look at the sample job hunt."""
    own_wanted = Signal()
    """The user wants to leave the sample for their own notebook."""
    restore_wanted = Signal(object)
    """The backup in that file (a path) is to be put in the notebook's place: this window is void then."""
    quit_wanted = Signal()
    """The user wants the program to end, also where closing the window leaves it in the tray."""

    def __init__(
        self,
        desk: Desk,
        writer: Callable[[], Writer],
        stocks: Callable[[], tuple[Stock, ...]],
        *,
        is_sample: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.desk = desk
        self._writer, self._stocks, self._is_sample = writer, stocks, is_sample
        follow_notes(desk, writer)
        self._may_lose = False
        self._listing_print: ListingPrint | None = None
        self._reminders: AwayPanel | None = None
        self.setWindowTitle(self.tr("Follow-Up Desktop"))
        self.setMinimumSize(*LEAST)
        self.setAcceptDrops(True)
        self.resize(*USUAL)
        self.veiling = Veiling(desk, self)
        self.bars = Bars()
        self.strip = NextStrip()
        self.status = StatusLine()
        self.pages = PageStack(self)
        self.forms = RecordForms(desk, self.bars, self, self.finish)
        self._lay_out()
        self.actions_by_name = build_menus(self.menuBar(), self, self._slots())
        for menu in self.menuBar().findChildren(QMenu):
            menu.aboutToShow.connect(self._offer_acts)
        for name in (*SCHEMES, privacy.SETTING):
            self.actions_by_name[name].setCheckable(True)
        self.bringing = Bringing(desk, self.bars, self)
        self.kit_saving = KitSaving(desk, self.bars, stocks, self)
        self.exporting = Exporting(desk, self.bars, self)
        self.erasing = Erasing(desk, self.bars, self)
        self.main = self.pages.page(MainPage, self._main_page)
        self.first_start = self.pages.page(FirstStart, self._first_start)
        self._connect()
        self._restore()
        self.show_page(self.first_start if not desk.cases() and not is_sample else self.main)
        self._refresh()
        if is_sample:
            self._mark_sample()

    # Building

    def _lay_out(self) -> None:
        centre = QWidget()
        self._column = column = QVBoxLayout(centre)
        column.setContentsMargins(look.px(16), look.px(8), look.px(16), 0)
        column.setSpacing(look.px(12))
        for part in (self.pages.headers, self.bars, self.strip):
            column.addWidget(part)
        column.addWidget(self.pages.bodies, 1)
        column.addWidget(self.status)
        self.setCentralWidget(centre)

    def _slots(self) -> dict[str, Callable[[], object]]:
        """The slot of every act in `actions.MENUS`; acts that belong to a page are offered to the page on top."""
        own: dict[str, Callable[[], object]] = {
            "new": self.forms.new_interview,
            "open_file": self.choose_file,
            "paste": self.paste,
            "print_month": lambda: self._listings().month(self.main.calendar.month.month),
            "print_agenda": lambda: self._listings().agenda(),
            "proof": lambda: self._listings().proof(),
            "addresses": lambda: self._listings().addresses(),
            "export": lambda: self.exporting.choose(self),
            "settings": lambda: self.open_settings(),  # noqa: PLW0108  (a triggered act tells whether it is checked)
            "quit": self._quit,
            "undo": self.undo,
            "redo": self.redo,
            "debrief": lambda: self.debrief(self._chosen()),
            "edit": self.edit_chosen,
            "what_if": lambda: self.what_if(self._chosen()),
            "cancel": lambda: self.forms.cancel_interview(self._chosen()),
            "delete": lambda: self.forms.delete_interview(self._chosen()),
            "write": lambda: self.write_cards(self._chosen()),
            "kit": lambda: self.save_kit(self._chosen()),
            "templates": self.open_templates,
            "people": self.open_people,
            "insight": self.open_insight,
            "add_person": lambda: self.add_person(self._chosen()),
            "next_step": self.strip.button.click,
            "area": self._next_area,
            "private": lambda: self.veiling.toggle(),  # noqa: PLW0108  (a triggered act tells whether it is checked)
            "light": lambda: self._look("light"),
            "dark": lambda: self._look("dark"),
            "system": lambda: self._look("system"),
            "tips": lambda: help_pages.show_tips(self),
            "keys": lambda: help_pages.show_keys(self, self.actions_by_name),
            "where": lambda: help_pages.show_where(self, self.desk.folder),
            "releases": lambda: releases.show_releases(self),
            "about": self.about,
        }
        for name in ("save_pdf", "print", "posted", "take_back", "find", "month", "week", "agenda", "today", "previous", "next"):
            own[name] = partial(self._act_on_page, name)
        return own

    def _main_page(self) -> MainPage:
        page = MainPage(self.desk)
        page.new_wanted.connect(self.forms.new_interview)
        page.debrief_wanted.connect(lambda: self.debrief(self._chosen()))
        page.cards_wanted.connect(lambda: self.write_cards(self._chosen()))
        page.opened.connect(self.open_interview)
        page.act_wanted.connect(self._do)
        page.move_wanted.connect(self._move)
        page.just_had_wanted.connect(self.forms.just_had_one)
        page.sample_wanted.connect(self.sample_wanted)
        return page

    def _first_start(self) -> FirstStart:
        page = FirstStart(self.desk)
        page.coming_wanted.connect(self.forms.new_interview)
        page.just_had_wanted.connect(self.forms.just_had_one)
        page.sample_wanted.connect(self.sample_wanted)
        page.file_wanted.connect(self.choose_file)
        return page

    def _wire_interview(self, page: InterviewPage) -> InterviewPage:
        page.card_wanted.connect(self.open_card)
        page.debrief_wanted.connect(self.debrief)
        page.edit_wanted.connect(self.forms.edit_interview)
        page.person_wanted.connect(self.add_person)
        page.kit_wanted.connect(self.save_kit)
        page.what_if_wanted.connect(self.what_if)
        page.person_edited.connect(self.forms.edit_person)
        page.known_wanted.connect(self.open_people)
        page.employer_wanted.connect(lambda who: self.open_people(who, employer=True))
        page.left.connect(self.go_back)
        return page

    def _wire_debrief(self, page: DebriefPage) -> DebriefPage:
        page.cards_wanted.connect(self.write_cards)
        page.person_edited.connect(self.forms.edit_person)
        page.left.connect(self.go_back)
        return page

    def _wire_studio(self, page: StudioPage) -> StudioPage:
        page.person_edited.connect(self.forms.edit_person)
        page.debrief_wanted.connect(self.debrief)
        page.me_wanted.connect(self.forms.edit_me)
        page.templates_wanted.connect(self.open_templates)
        page.problem.connect(self.show_problem)
        page.not_printed.connect(self._offer_pdf)
        page.told.connect(self.bars.tell)
        page.saved.connect(self.kit_saving.offer)
        page.step_changed.connect(self._refresh)
        page.left.connect(self.go_back)
        return page

    def _connect(self) -> None:
        self.desk.changed.connect(self._on_changed)
        self.desk.failed.connect(self.show_problem)
        self.desk.saved.connect(lambda: QTimer.singleShot(0, self, self._tell_saved))
        self.desk.clock.minute_changed.connect(self._refresh)
        self.strip.pressed.connect(lambda: self._do_next(self._next))
        self.strip.later.connect(self._put_off)
        self.bringing.brought.connect(self._on_brought)
        self.bringing.form_wanted.connect(self.forms.new_interview)
        self.bringing.choose_wanted.connect(self.choose_file)
        self.main.list.chosen.connect(lambda _: self._offer_acts())
        self.pages.turned.connect(self._on_page_turned)
        self.pages.curtain.left.connect(self.go_back)
        self.forms.interview_added.connect(self._on_added)
        self.forms.interview_over.connect(self._on_over)
        self.forms.person_known.connect(self.open_people)
        back = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        back.activated.connect(self.go_back)

    def tell_update(self, kept: Path) -> None:
        """Say that an older notebook was brought up to date, and where the old one is."""
        told = self.tr("Your notebook was brought up to date for this version. As it was, it is kept among the backups: {0}.")
        self.bars.tell(told.format(kept.name))

    def tell_restored(self, before: Backup | None) -> None:
        """Say that a backup is in place; `before` is the notebook as it was, None where it was kept already."""
        told = self.tr("The backup is in place.")
        if before is None:
            self.bars.tell(told)
        else:
            path = before.path
            self.bars.offer(told, [("undo", self.tr("Put back what was there"))], lambda _: self._put_back(path))

    def _put_back(self, path: Path) -> None:
        self.restore_wanted.emit(path)

    def about(self) -> None:
        """What this program is and what it is made of."""
        from followup_desktop.ui.about import About  # noqa: PLC0415  (reads what all is installed)

        About(self).open()

    # Pages

    def show_page(self, page: Page) -> None:
        """Put that page in front."""
        self.pages.show(page)

    def _on_page_turned(self) -> None:
        page, seen = self.page, self.pages.seen
        if page is None or seen is None:
            return
        self.bars.give_way(any(key_of(each) == FIRST_ANSWER for each in page.findChildren(QShortcut)))
        self.strip.setVisible(page.has_strip)
        if self._reminders is not None:
            self._reminders.allow(page.has_strip)
        self.status.setVisible(page.has_status)
        seen.setFocus()
        self._refresh()

    @property
    def page(self) -> Page | None:
        """The page in front."""
        return self.pages.front

    def go_back(self) -> None:
        """Back to the page from which this one was opened; first from one part of it to the other, where they take turns."""
        if self.page is not None and self.page.act("back"):
            return
        if not self.pages.back() and self.page is self.first_start and self.desk.cases():
            self.pages.start_at(self.main)

    def open_interview(self, interview: str) -> None:
        """The interview's own page; that of a person, where it is their id."""
        if self._case(interview) is None:
            self.open_people(interview)
            return
        from followup_desktop.ui.interview_page import InterviewPage  # noqa: PLC0415  (not needed for the first paint)

        page = self.pages.page(InterviewPage, lambda: self._wire_interview(InterviewPage(self.desk, self._writer)))
        page.show_interview(interview)
        self.show_page(page)

    def debrief(self, interview: str | None) -> None:
        """The debrief of that interview, of the one that ended last where none is chosen."""
        interview = interview or self._last_ended()
        if interview is None:
            self.forms.just_had_one()
            return
        from followup_desktop.ui.debrief import DebriefPage  # noqa: PLC0415  (not needed for the first paint)

        page = self.pages.page(DebriefPage, lambda: self._wire_debrief(DebriefPage(self.desk, self._writer)))
        page.show_interview(interview)
        self.show_page(page)

    def write_cards(self, interview: str | None) -> None:
        """The studio, at the first card that is still owed."""
        interview = interview or self._last_ended()
        if interview is None:
            self.forms.new_interview()
            return
        self.open_card(interview, "")

    def open_card(self, interview: str, person: str) -> None:
        """The studio at that person's card; the first owed one where none is named."""
        from followup_desktop.ui.studio import StudioPage  # noqa: PLC0415  (not needed for the first paint)

        page = self.pages.page(StudioPage, lambda: self._wire_studio(StudioPage(self.desk, self._writer, self._stocks)))
        page.show_card(interview, person)
        self.show_page(page)

    def _wire_people(self, page: PeoplePage) -> PeoplePage:
        page.person_wanted.connect(lambda: self.forms.know_person(None))
        page.edit_wanted.connect(self.forms.know_person)
        page.erase_wanted.connect(self.erasing.ask)
        page.card_wanted.connect(self.open_card)
        page.interview_wanted.connect(self.open_interview)
        page.change_wanted.connect(self.forms.do)
        page.undo_told.connect(lambda words: self.bars.undo(words, self.desk.undo))
        page.left.connect(self.go_back)
        return page

    def open_people(self, person: object = "", *, employer: bool = False) -> None:
        """Everybody met or known, with that person (id) chosen; without one, whoever the page in front is about."""
        from followup_desktop.ui.people_page import PeoplePage  # noqa: PLC0415  (seldom the first page: no start-up time)

        page = self.pages.page(PeoplePage, lambda: self._wire_people(PeoplePage(self.desk, self._writer)))
        wanted = person if isinstance(person, str) and person else (self.page.person if self.page is not None else None)
        page.show_people(wanted or "", employer=employer)
        if self.page is not page:
            self.show_page(page)

    def _wire_insight(self, page: InsightPage) -> InsightPage:
        page.left.connect(self.go_back)
        return page

    def open_insight(self) -> None:
        """How it went so far, in three figures."""
        from followup_desktop.ui.insight_page import InsightPage  # noqa: PLC0415  (seldom opened: no start-up time)

        self.show_page(self.pages.page(InsightPage, lambda: self._wire_insight(InsightPage(self.desk))))

    def _wire_templates(self, page: TemplatesPage) -> TemplatesPage:
        page.problem.connect(self.show_problem)
        page.told.connect(self.bars.tell)
        page.told_undo.connect(self.bars.undo)
        page.asked.connect(self.bars.ask)
        page.state_changed.connect(self._refresh)
        page.left.connect(self.go_back)
        return page

    def open_templates(self) -> None:
        """The words that letters are drawn from, shown in a letter to whoever the page in front is about."""
        from followup_desktop.ui.templates_page import TemplatesPage  # noqa: PLC0415  (seldom opened: no start-up time)

        page = self.pages.page(TemplatesPage, lambda: self._wire_templates(TemplatesPage(self.desk, self._writer)))
        if self.page is not page:
            page.show_templates(self._chosen(), self.page.person if self.page else None)
            self.show_page(page)

    def _wire_settings(self, page: SettingsPage) -> SettingsPage:
        page.look_wanted.connect(self._look)
        page.problem.connect(self.show_problem)
        page.stepped.connect(self._refresh)
        page.restore_wanted.connect(self.restore_wanted)
        page.undo_told.connect(lambda words: self.bars.undo(words, self.desk.undo))
        page.export_wanted.connect(lambda: self.exporting.choose(self))
        page.left.connect(self.go_back)
        return page

    def open_settings(self, section: str = "") -> None:
        """Every choice there is; a change counts at once."""
        from followup_desktop.ui.settings_page import SettingsPage  # noqa: PLC0415  (seldom opened: no start-up time)

        page = self.pages.page(SettingsPage, lambda: self._wire_settings(SettingsPage(self.desk, self._stocks)))
        if section:
            page.show_section(section)
        self.show_page(page)

    # Acts on interviews and people

    def edit_chosen(self) -> None:
        """Change by hand what the page is about: a template's name where it knows of one, else the interview."""
        if self.page is None or not self.page.act("edit"):
            self.forms.edit_interview(self._chosen())

    def what_if(self, interview: str | None) -> None:
        """What the weeks would look like if they said something; where their words are asked for, with those."""
        case = self._case(interview)
        if case is not None and is_open(case) and not (self.page is not None and self.page.act("what_if")):
            see_weeks(self.desk, case, self, lambda change, _: self.forms.do(change))

    def add_person(self, interview: str | None) -> None:
        """Add somebody who interviewed; somebody known, on the page of all people."""
        if self._case(interview) is not None:
            self.forms.add_person(interview or "")
        elif self.page is not None:
            self.page.act("add_person")

    # Bringing in

    def choose_file(self) -> None:
        """Choose invitations and address books to bring in."""
        endings = "*.ics *.ical *.ifb *.icalendar *.vcf *.vcard *.csv *.tsv *.followup *.json"
        kinds = f"{self.tr('Invitations, contacts, notebooks')} ({endings});;{self.tr('All files')} (*)"
        folder = usual_folder(QStandardPaths.StandardLocation.DownloadLocation)
        names, _ = QFileDialog.getOpenFileNames(self, self.tr("Open an invitation"), folder, kinds)
        self.bring_in(names)

    def bring_in(self, names: list[str]) -> None:
        """Bring in these files, each all or nothing."""
        self.bringing.bring_files(names)

    def paste(self) -> None:
        """Bring in the invitation on the clipboard: a calendar file's text, or an e-mail's."""
        text = QGuiApplication.clipboard().text()
        if "BEGIN:VCALENDAR" in text:
            self.bringing.bring_text(text)
        else:
            self.forms.new_interview(text=text)

    def come_forward(self, names: list[str]) -> None:
        """What a second start of the program hands over: come to the front and bring in its files."""
        self.setWindowState((self.windowState() & ~Qt.WindowState.WindowMinimized) | Qt.WindowState.WindowActive)
        self.show()
        self.raise_()
        self.activateWindow()
        self.bring_in(names)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and text that are dragged over any part of the window."""
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Bring in what was dropped."""
        data = event.mimeData()
        names = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
        if names:
            self.bring_in(names)
        elif "BEGIN:VCALENDAR" in data.text():
            self.bringing.bring_text(data.text())
        elif data.text().strip():
            self.forms.new_interview(text=data.text())
        event.acceptProposedAction()

    def _on_brought(self, interview: str) -> None:
        self._leave_first_start()
        self.main.choose(interview)

    # Undo

    def undo(self) -> None:
        """Take the last change back; while a field has typing of its own to undo, that first."""
        if not self._in_field("undo") and not (self.page is not None and self.page.act("undo")):
            self._step_in_time(self.desk.undo)

    def redo(self) -> None:
        """Do again what was taken back."""
        if not self._in_field("redo") and not (self.page is not None and self.page.act("redo")):
            self._step_in_time(self.desk.redo)

    def _step_in_time(self, step: Callable[[], bool]) -> None:
        """Undo or redo; an interview that comes back with it is the chosen one again."""
        known = self.desk.cases()
        if step() and not self.main.interview:
            back = [case.interview.id for case in self.desk.cases() if case not in known]
            if back:
                self.main.choose(back[0])

    @staticmethod
    def _has_own(name: str) -> bool:
        """True when the focused text field has typing of its own to undo, or to redo."""
        field = QApplication.focusWidget()
        document = field.document() if isinstance(field, QTextEdit | QPlainTextEdit) else field
        can = getattr(document, f"is{name.title()}Available", None)
        return bool(can() if callable(can) else can)

    def _in_field(self, name: str) -> bool:
        """Let the focused text field undo or redo its own typing, where it has any."""
        available = self._has_own(name)
        if available:
            getattr(QApplication.focusWidget(), name)()
        return available

    def _on_added(self, interview: str) -> None:
        self._leave_first_start()
        self.main.choose(interview)
        self.open_interview(interview)

    def _on_over(self, interview: str) -> None:
        self._leave_first_start()
        self.debrief(interview)

    def _leave_first_start(self) -> None:
        """The first interview is there: on to the main page, and once the question who writes."""
        if self.page is not self.first_start:
            return
        self.pages.start_at(self.main)
        if not self.desk.me().name:
            QTimer.singleShot(0, self.forms.edit_me)

    # The next step

    def _do_next(self, step: Next) -> None:
        self._do(step.does, step.interview or "", step.task or step.person or "")

    def _do(self, does: Does, interview: str, person: str) -> None:
        """Do what a next step or a line of the calendar offers; where that is a promise, `person` is its task's id."""
        if does is Does.ADD:
            self.forms.new_interview()
        elif does is Does.DEBRIEF:
            self.debrief(interview)
        elif does in {Does.PRINT, Does.POST} and self.page is not None and self.page.has_card:
            self._act_on_page("print_card" if does is Does.PRINT else "posted")
        elif does in {Does.WRITE, Does.PRINT, Does.POST}:
            self.open_card(interview, person)
        elif does is Does.TASK:
            self._tick_off(interview, person)
        elif does is Does.KIT:
            self.save_kit(interview)
        elif person and (does is Does.GREET or not interview):
            self.open_people(person)
        elif interview:
            self.open_interview(interview)

    def _tick_off(self, interview: str, task: str) -> None:
        case = self._case(interview)
        for each in case.tasks if case is not None else ():
            if each.id == task:
                self.forms.do(changes.task_done(each, self.desk.today()))

    def save_kit(self, interview: str | None) -> None:
        """The kit to take along to that interview, as a PDF to print."""
        case = self._case(interview)
        if case is not None:
            self.kit_saving.save(case)

    def _listings(self) -> ListingPrint:
        """What prints lists, made when something is printed: printing is no matter of the start."""
        from followup_desktop.ui.listing_print import ListingPrint  # noqa: PLC0415

        if self._listing_print is None:
            self._listing_print = ListingPrint(self.desk, self.bars, self)
        return self._listing_print

    def _put_off(self, choice: str) -> None:
        """Put the next step off: in an hour, this evening, tomorrow morning, or for good."""
        now = self.desk.now()
        until: datetime | None = {
            "hour": now + timedelta(hours=1),
            "evening": at_hour(now, EVENING),
            "tomorrow": at_hour(now + timedelta(days=1), MORNING),
        }.get(choice)
        self.desk.do(changes.later(self.desk.laters(), self._next.key, until))

    def remind(self, reminding: Reminding) -> None:
        """Show what it has to tell between bars and NEXT, and do what its buttons ask for."""
        self._reminders = reminding.panel
        self._column.insertWidget(self._column.indexOf(self.strip), reminding.panel)
        reminding.panel.allow(self.page is not None and self.page.has_strip)
        reminding.act_wanted.connect(self._do)
        reminding.change_wanted.connect(self.forms.do)

    # Keeping up

    def _on_changed(self, _change: Change) -> None:
        self.bars.forget_undo()
        self._leave_what_is_gone()
        self.pages.heed_privacy()
        if self.page is self.first_start and self.desk.cases():
            self._leave_first_start()
        self._refresh()

    def _leave_what_is_gone(self) -> None:
        """A page about an interview that was deleted, or whose coming was taken back, has nothing to show any more."""
        self.pages.keep(lambda page: page is self.main or not page.interview or self._case(page.interview) is not None, self.main)

    def _refresh(self) -> None:
        """Show the next step, what can be undone, and the counts of the status line."""
        desk, now = self.desk, self.desk.now()
        cases, workdays = desk.cases(), desk.workdays()
        on_page = self.page.next_step() if self.page else None
        self._next = on_page or agenda.next_step(cases, now, workdays, desk.laters(), desk.rules(), desk.known())
        step, today = self._next, now.date()
        button = said(step.button, today) if step.button else ""
        can_wait = step.does not in {Does.ADD, Does.NOTHING}
        act, reason = shown(said(step.act, today)), shown(said(step.reason, today))
        self.strip.set(act, reason, button, STEP_ICONS.get(step.does, ""), can_wait=can_wait)
        for name, label in (("undo", desk.undo_label()), ("redo", desk.redo_label())):
            self._name_undo(self.actions_by_name[name], name, shown(said(label, today)) if label else "")
        self.status.set_owed((self.page.status_words() if self.page else "") or self._owed_words())
        self._tell_saved()
        self._offer_acts()

    def _owed_words(self) -> str:
        """What is owed, and how many employers may be asked today."""
        desk, now = self.desk, self.desk.now()
        owed = sum(len(etiquette.owed(case, now)) for case in desk.cases())
        others, workdays, rules = agenda.around(desk.cases(), desk.touches()), desk.workdays(), desk.rules()
        waited = (case for case in desk.cases() if case.interview.outcome is Outcome.WAITING)
        steps = (agenda.case_step(case, now, workdays, rules, others.get(case.interview.id)) for case in waited)
        asks = sum(step.does is Does.ASK for step in steps)
        cards = self.tr("1 card owed") if owed == 1 else self.tr("{0} cards owed").format(owed)
        questions = self.tr("1 question allowed") if asks == 1 else self.tr("{0} questions allowed").format(asks)
        return "  ·  ".join(words for words, count in ((cards, owed), (questions, asks)) if count)

    def _move(self, plan: Plan) -> None:
        """An entry was dragged elsewhere: do it, ask about it where it is unwise, or say why it cannot be."""
        today, change = self.desk.today(), plan.change
        if plan.refusal is not None or change is None:
            self.bars.tell(said(plan.refusal, today) if plan.refusal is not None else "")
        elif plan.why is None or plan.question is None:
            self.forms.do(change(""))
        else:
            answers = [("move", self.tr("Move anyway")), ("back", self.tr("Put it back"))]
            strong, question = said(plan.why, today), said(plan.question, today)
            self.bars.ask_reason(strong, question, answers, "move", lambda answer, why: self._on_answer(change, answer, why))

    def _on_answer(self, change: Callable[[str], Change], answer: str, reason: str) -> None:
        if answer == "move":
            self.forms.do(change(reason))
        if self.page is not None:
            self.page.setFocus()

    def _name_undo(self, action: QAction, name: str, label: str) -> None:
        plain = self.tr("&Undo") if name == "undo" else self.tr("&Redo")
        with_label = self.tr("&Undo: {0}") if name == "undo" else self.tr("&Redo: {0}")
        action.setText(with_label.format(label.replace("&", "&&")) if label else plain)

    def _tell_saved(self) -> None:
        saved = self.desk.last_saved
        if self._is_unsaved():
            self.status.set_saved(self.tr("Not saved yet"), "unsaved")
            return
        self.bars.forget_unsaved()
        self.status.set_saved(self.tr("Saved {0}").format(time_words(saved.time())) if saved else self.tr("Nothing to save"))

    def show_problem(self, problem: Problem) -> None:
        """A fault of the world in one quiet bar; where it keeps words off the disk, one press tries again."""
        words = said(problem.what, self.desk.today())
        if self._is_unsaved():
            self.bars.not_saved(words, self.finish)
        else:
            self.bars.error(words)
        self._tell_saved()

    def _is_unsaved(self) -> bool:
        """True while any page, also one that was left since, holds words that could not be put on disk."""
        return any(page.is_unsaved() for page in self.pages.pages)

    def _offer_pdf(self, problem: Problem) -> None:
        """Nothing was printed: try again, or have the PDF."""
        answers = [("print", self.tr("Try again")), ("open_pdf", self.tr("Open in viewer")), ("save_pdf", self.tr("Save PDF"))]
        self.bars.error(said(problem.what, self.desk.today()), answers, self._act_on_page)

    # The rest

    def tour(self) -> list[tuple[str, Callable[[], object]]]:
        """Every page by its name, with what shows it: for the demo's pictures and for the self-test."""
        over = self._last_ended()
        if over is None:
            return [("first-start", lambda: self.show_page(self.first_start)), ("empty", lambda: self.show_page(self.main))]
        return [
            ("month", lambda: self._act_on_page("month")),
            ("week", lambda: self._act_on_page("week")),
            ("agenda", lambda: self._act_on_page("agenda")),
            ("interview", lambda: self.open_interview(over)),
            ("debrief", lambda: self.debrief(over)),
            ("studio", lambda: self.write_cards(over)),
            ("templates", self.open_templates),
            ("people", self.open_people),
            ("insight", self.open_insight),
            ("settings", lambda: self.open_settings("asking")),
        ]

    def _case(self, interview: str | None) -> Case | None:
        return self.desk.case(interview) if interview else None

    def _chosen(self) -> str | None:
        """The interview that the page is about."""
        return self.page.interview if self.page else None

    def _last_ended(self) -> str | None:
        """The interview that ended last and was not cancelled."""
        now = self.desk.now()
        over = [case.interview for case in self.desk.cases() if case.interview.ends() <= now and not case.interview.cancelled]
        return max(over, key=lambda each: each.ends()).id if over else None

    def _act_on_page(self, name: str, _checked: object = None) -> None:
        if self.page is None or self.page.act(name):
            return
        if name in MAIN_ACTS:
            self.pages.start_at(self.main)
            self.main.act(name)
        elif name == "print":
            self.write_cards(self._chosen())

    def _next_area(self) -> None:
        """Move the focus to the next of: header, bars, NEXT, the parts of the page."""
        if self.page is None:
            return
        reminders = [] if self._reminders is None else [self._reminders]
        curtain = self.pages.curtain
        header, parts = (curtain.header, (curtain,)) if self.pages.is_covered() else (self.page.header, self.page.areas())
        areas = [area for area in (header, self.bars, *reminders, self.strip, *parts) if area.isVisible()]
        focused = QApplication.focusWidget()
        holds = [focused is not None and (focused is area or area.isAncestorOf(focused)) for area in areas]
        at = holds.index(True) if True in holds else -1
        for step in range(1, len(areas) + 1):
            target = first_focus(areas[(at + step) % len(areas)])
            if target is not None:
                target.setFocus(Qt.FocusReason.TabFocusReason)
                return

    def _look(self, scheme: look.Scheme) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        look.apply(app, scheme)
        self.desk.settings.set("look", scheme)
        self._offer_acts()

    def _offer_acts(self) -> None:
        """Menus offer only what can be done now; the words of an act that turns something on say when it would turn it off."""
        case = self._case(self._chosen())
        on_card = self.page is not None and self.page.has_card
        can = {
            "undo": self.desk.can_undo() or self._has_own("undo") or (self.page is not None and self.page.can_act("undo")),
            "redo": self.desk.can_redo() or self._has_own("redo") or (self.page is not None and self.page.can_act("redo")),
            "edit": case is not None or (self.page is not None and self.page.can_act("edit")),
            **dict.fromkeys(("cancel", "delete", "kit"), case is not None),
            "what_if": case is not None and is_open(case),
            "add_person": case is not None or (self.page is not None and self.page.can_act("add_person")),
            **dict.fromkeys(("save_pdf", "posted", "take_back"), on_card),
            "print": on_card or case is not None,
            "next_step": self.strip.isVisibleTo(self) and self.strip.button.isVisibleTo(self.strip),
        }
        for name, possible in can.items():
            self.actions_by_name[name].setEnabled(possible)
        cancelled = case is not None and case.interview.cancelled
        self.actions_by_name["cancel"].setText(self.tr("Take it up &again") if cancelled else self.tr("It was &cancelled"))
        chosen = self.desk.settings.get("look", "system")
        for name in SCHEMES:
            self.actions_by_name[name].setChecked(name == chosen)
        self.actions_by_name[privacy.SETTING].setChecked(privacy.is_on())

    def _mark_sample(self) -> None:
        words = self.tr("Sample notebook. Nothing here is kept.")
        self.bars.stay(words, [("own", self.tr("Start my own"))], lambda _: self.own_wanted.emit())

    def _restore(self) -> None:
        """The place on the screen that the window had when it was last closed."""
        kept = self.desk.settings.get("window", "")
        if isinstance(kept, str) and kept and not self._is_sample:
            self.restoreGeometry(QByteArray.fromBase64(kept.encode()))

    def finish(self) -> None:
        """Put on disk whatever is still being typed, and what could not be put there before."""
        for page in self.pages.pages:
            if page is self.page or page.is_unsaved():
                page.finish()
        self._tell_saved()

    def _quit(self) -> None:
        if self.close():
            self.quit_wanted.emit()

    def _on_last_words(self, answer: str) -> None:
        self._may_lose = answer == "close"
        QTimer.singleShot(0, self, self.close)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Everything typed is saved before the window goes; what cannot be saved keeps it open until the user decides."""
        self.finish()
        if self._is_unsaved() and not self._may_lose:
            event.ignore()
            words = self.tr("Your last words are not on disk yet. They are lost when the window closes now.")
            answers = [("again", self.tr("Try again")), ("close", self.tr("Close all the same"))]
            self.bars.error(words, answers, self._on_last_words)
            return
        if not self._is_sample:
            self.desk.settings.set("window", bytes(self.saveGeometry().toBase64().data()).decode())
        self._may_lose = False  # in the tray it may be opened again
        event.accept()


SCHEMES: tuple[look.Scheme, ...] = ("light", "dark", "system")
MAIN_ACTS = frozenset({"find", "month", "week", "agenda", "today", "previous", "next"})
STEP_ICONS = {
    Does.ADD: "plus",
    Does.DEBRIEF: "debrief",
    Does.WRITE: "card",
    Does.PRINT: "print",
    Does.POST: "posted",
    Does.ASK: "ask",
    Does.KIT: "kit",
    Does.TASK: "check",
    Does.GREET: "sprout",
}


def at_hour(moment: datetime, hour: int) -> datetime:
    """That hour of the moment's day; the next day's where it has passed."""
    found = moment.replace(hour=hour, minute=0, second=0, microsecond=0)
    return found if found > moment else found + timedelta(days=1)


def usual_folder(kind: QStandardPaths.StandardLocation) -> str:
    """Where this system keeps files of that kind; empty where it has no such folder."""
    folder = QStandardPaths.writableLocation(kind)
    return folder if folder and Path(folder).is_dir() else ""


def key_of(shortcut: QShortcut) -> str:
    """Its key in portable form (a `QKeySequence` that is older than the application takes the process with it)."""
    return shortcut.key().toString(QKeySequence.SequenceFormat.PortableText)


def first_focus(widget: QWidget) -> QWidget | None:
    """The first list or table inside that takes the focus by Tab, else the first of all that do."""
    inside = [widget, *widget.findChildren(QWidget)]
    takes = [each for each in inside if each.isVisible() and each.isEnabled() and each.focusPolicy() & Qt.FocusPolicy.TabFocus]
    return next((each for each in takes if isinstance(each, QAbstractItemView)), takes[0] if takes else None)
