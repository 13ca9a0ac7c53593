"""The one door between the screen and the notebook: every change goes through `Desk.do`, and every page hears of it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QLocale, QObject, Signal

from followup_desktop.core import rules_kept, trash
from followup_desktop.core.erasing import Who
from followup_desktop.core.etiquette import Rules
from followup_desktop.core.history import History
from followup_desktop.core.problems import Problem
from followup_desktop.core.records import Binned, Case, Change, Later, Me, Person, Record, Touch, Workdays
from followup_desktop.core.staying import Known
from followup_desktop.core.words import QT_TRANSLATE_NOOP, Words
from followup_desktop.desk.background import Background
from followup_desktop.desk.clock import Clock, local_zone_name
from followup_desktop.desk.kept_backups import KeptBackups, Why
from followup_desktop.store import erase, files
from followup_desktop.store.notebook import Notebook
from followup_desktop.store.own_stocks import OwnStocks
from followup_desktop.store.own_templates import OwnTemplates
from followup_desktop.store.reading import begins
from followup_desktop.store.settings import Settings
from followup_desktop.store.workdays import workdays

NOT_KEPT = QT_TRANSLATE_NOOP("desk", "The settings could not be written. They hold until you close the window.")
MOST_BEFORE = 20 * files.MEGABYTE
"""A file larger than this is not looked into before it is replaced."""


class Desk(QObject):
    """The notebook as the window sees it.

    A change is written first, then kept for undo, then told: `changed` comes once for each change that is on disk, and
    an undo is a change like any other. Where the world is at fault nothing changes, and `failed` says why.
    `zone` and `locale` are the computer's; empty, they are asked of Qt. The desk owns the notebook and closes it.
    """

    changed = Signal(object)
    """The `Change` that has just been written."""
    saved = Signal()
    """Something is on disk, as of `last_saved`."""
    failed = Signal(object)
    """The `Problem` that kept something from being done."""

    def __init__(self, notebook: Notebook, clock: Clock, zone: str = "", locale: str = "", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.clock = clock
        self._zone = zone
        self.locale = locale or local_locale()
        """POSIX locale of the computer, such as en_GB."""
        self.background = Background(self)
        self.settings = Settings(notebook.folder)
        self.backups = KeptBackups(notebook.folder, self.settings, self.background, clock, self)
        self.templates = OwnTemplates(notebook.folder)
        self.own_stocks = OwnStocks(notebook.folder)
        self.follow: Callable[[Change], Change] = _as_it_is
        """Completes a change with what must be written together with it (the tasks that notes hold); undone as one."""
        self.last_saved: datetime | None = None
        """When something was last put on disk in this session."""
        self._notebook = notebook
        self._history = History()
        self.left_behind: Problem | None = None
        """What the last `erase` may have left in the notebook's file; None where it was written anew."""
        self._cases: dict[str, Case] | None = None
        self._beside: Known | None = None
        self._workdays: tuple[str, int, Workdays] | None = None

    def close(self) -> None:
        """End the work in the background and let go of the notebook. Nothing is saved here: everything is saved already."""
        self.background.close()
        self._notebook.close()

    def restore(self, path: Path) -> bool:
        """Put a backup in the notebook's place; False, and nothing changed, where `failed` says why not.

        What was known before is void then: the desk and every page on it are to be made anew.
        """
        try:
            self._notebook.restore(path, self.now())
        except Problem as problem:
            self.failed.emit(problem)
            return False
        self._cases, self._history = None, History()
        return True

    def erase(self, whom: Who) -> bool:
        """Take a person out of the notebook for good; False where `failed` says why not.

        What was known before is void then, as after `restore`; `backups.erase` does the same to the backups. Where only the
        file could not be written anew, the person is gone all the same, and `left_behind` says what may be left.
        """
        try:
            self.backups.keep(Why.ERASE)
            self.left_behind = erase.from_notebook(self._notebook, whom)
        except Problem as problem:
            self.failed.emit(problem)
            return False
        self._cases, self._beside, self._history = None, None, History()
        return True

    @property
    def kept_older(self) -> Path | None:
        """Where the notebook is as it was, when an older one was brought up to date at this start."""
        return self._notebook.kept_older

    def everything(self) -> tuple[Record, ...]:
        """Every record of the notebook, to be written out as a whole."""
        return self._notebook.everything()

    # What the notebook holds.

    @property
    def folder(self) -> Path:
        """Where the user's data is."""
        return self._notebook.folder

    def me(self) -> Me:
        """Who writes; `Me()` where that is not known yet."""
        return self._notebook.me()

    def cases(self) -> tuple[Case, ...]:
        """All interviews with everything about them, by their start."""
        return tuple(self._known().values())

    def case(self, interview: str) -> Case | None:
        """The interview of that id with everything about it."""
        return self._known().get(interview)

    def people(self) -> tuple[Person, ...]:
        """Everybody met."""
        return self.known().people

    def touches(self) -> tuple[Touch, ...]:
        """The touches that are about no interview, oldest first; the others stand in their cases."""
        return self.known().touches

    def known(self) -> Known:
        """Everybody, with the words that were about no interview: what stands beside the cases."""
        if self._beside is None:
            self._beside = Known(self._notebook.people(), self._notebook.touches())
        return self._beside

    def laters(self) -> tuple[Later, ...]:
        """The next steps that were put off."""
        return self._notebook.laters()

    def binned(self) -> tuple[Binned, ...]:
        """What lies in the trash, in the order in which it was deleted."""
        return self._notebook.binned()

    def put_back(self, binned: Binned) -> bool:
        """Put back what lies in the trash, as a change that can be undone; False where `failed` says why not."""
        try:
            change = trash.put_back(binned, self.everything())
        except Problem as problem:
            self.failed.emit(problem)
            return False
        return self.do(change)

    def empty_trash(self) -> None:
        """Let go of what has lain in the trash for long enough: it is no change of the user's, so nothing takes it back."""
        change = trash.emptied(self.binned(), self.today())
        if change.pairs:
            self._written(change)

    def search(self, text: str) -> tuple[str, ...]:
        """Ids of the interviews in which every word of `text` is found, the newest first; all of them for no word."""
        return self._notebook.search(text)

    # What day it is, and where.

    @property
    def zone(self) -> str:
        """IANA name of the zone the computer is in now, for what is entered here: somebody who travels has another one."""
        return self._zone or local_zone_name()

    def now(self) -> datetime:
        """This moment, with the zone the user is in."""
        return self.clock.now()

    def today(self) -> date:
        """The day where the user is."""
        return self.clock.today()

    def country(self) -> str:
        """The writer's country (ISO 3166-1 alpha-2); where none is set, that of the computer's locale."""
        return self.me().country or self.locale.partition("_")[2][:2].upper()

    def workdays(self) -> Workdays:
        """The business days around today in `country`."""
        asked = (self.country(), self.today().year)
        if self._workdays is None or self._workdays[:2] != asked:
            self._workdays = (*asked, workdays(asked[0], self.today(), keep=self.folder))
        return self._workdays[2]

    def rules(self) -> Rules:
        """The rules of following up with the user's own numbers: what everything on the screen is derived by."""
        return rules_kept.read(self.settings.get(rules_kept.SETTING, {}))

    def set_setting(self, key: str, value: object) -> None:
        """Set what pages go by and tell them: as if who writes were another, which concerns them all. None takes it out.

        It is no change of the notebook, so `undo` knows nothing of it. Where it cannot be written `failed` says so, and it
        holds until the program ends.
        """
        kept = self.settings.set(key, value)
        me = self.me()
        label = Words(QT_TRANSLATE_NOOP("desk", "Change a setting"))
        if kept:
            self._tell(Change(label, ((me, me),)))
        else:
            self.changed.emit(Change(label, ((me, me),)))
            self.failed.emit(Problem(Words(NOT_KEPT)))

    # Changing it.

    def do(self, change: Change) -> bool:
        """Write a change and tell of it; False, and nothing changed, where `failed` says why.

        A change of nothing is done already. Raises `RuntimeError` where the change does not fit what is stored.
        """
        return self._do(change, None)

    def do_typing(self, field: str, change: Change) -> bool:
        """`do` for a save of a field that is being typed into; all until `end_typing` are undone as one."""
        return self._do(change, field)

    def end_typing(self) -> None:
        """The field has been left: its next save is a change of its own."""
        self._history.end_typing()

    def _do(self, change: Change, typing: str | None) -> bool:
        change = Change(change.label, tuple(pair for pair in change.pairs if pair[0] != pair[1]))
        change = trash.kept(self.follow(change), self.today())
        if not change.pairs:
            return True
        if not self._written(change):
            return False
        self._history.done(change, typing)
        self._tell(change)
        return True

    def undo(self) -> bool:
        """Take the last change back; False where there is none, or where `failed` says why not."""
        change = self._history.to_undo()
        if change is None or not self._written(change.reversed()):
            return False
        self._history.undone()
        self._tell(change.reversed())
        return True

    def redo(self) -> bool:
        """Do again what was last taken back; False where there is nothing, or where `failed` says why not."""
        change = self._history.to_redo()
        if change is None or not self._written(change):
            return False
        self._history.redone()
        self._tell(change)
        return True

    def can_undo(self) -> bool:
        """True when there is a change to take back."""
        return self._history.to_undo() is not None

    def can_redo(self) -> bool:
        """True when there is a change to do again."""
        return self._history.to_redo() is not None

    def undo_label(self) -> Words | None:
        """What `undo` would take back."""
        change = self._history.to_undo()
        return None if change is None else change.label

    def redo_label(self) -> Words | None:
        """What `redo` would do again."""
        change = self._history.to_redo()
        return None if change is None else change.label

    def _written(self, change: Change) -> bool:
        """True when the change is on disk; the cases that it concerns have been read again."""
        try:
            self._notebook.apply(change)
        except Problem as problem:
            self.failed.emit(problem)
            return False
        self._read_again(change)
        self.backups.note_change()
        return True

    def _tell(self, change: Change) -> None:
        self.last_saved = self.now()
        self.saved.emit()
        self.changed.emit(change)

    def _known(self) -> dict[str, Case]:
        """The cases by id, in the order of their start."""
        if self._cases is None:
            self._cases = {case.interview.id: case for case in self._notebook.cases()}
        return self._cases

    def _read_again(self, change: Change) -> None:
        """Bring the known cases up to date; where they cannot be read just now, all are read when next asked for."""
        if any(isinstance(record, Person | Touch) for pair in change.pairs for record in pair):
            self._beside = None
        if self._cases is None:
            return
        known, self._cases = self._cases, None
        with suppress(Problem):
            concerned = self._notebook.concerned(change)
            fresh = {case.interview.id: case for case in self._notebook.cases(concerned)}
            if {each: _begins(fresh.get(each)) for each in concerned} == {each: _begins(known.get(each)) for each in concerned}:
                self._cases = known | fresh  # none came, went or moved: the order stays
            else:
                others = (case for case in known.values() if case.interview.id not in concerned)
                self._cases = {
                    case.interview.id: case
                    for case in sorted((*others, *fresh.values()), key=lambda case: begins(case.interview))
                }

    # Files, so that no page opens one itself.

    def save_file(self, path: Path, data: bytes) -> bool:
        """Put a file of the user's at `path`, whole or not at all; False where `failed` says why not."""
        try:
            files.atomic_write(path, data)
        except Problem as problem:
            self.failed.emit(problem)
            return False
        return True

    def read_file(self, path: Path, limit: int) -> bytes | None:
        """The bytes of a file of the user's, at most `limit`; None where `failed` says why not."""
        try:
            return files.read_limited(path, limit)
        except Problem as problem:
            self.failed.emit(problem)
            return None

    def file_before(self, path: Path) -> bytes:
        """What a file of the user's holds that is about to be replaced (`files.read_if_there`)."""
        return files.read_if_there(path, MOST_BEFORE)


def _as_it_is(change: Change) -> Change:
    return change


def _begins(case: Case | None) -> tuple[str, str] | None:
    """What cases are sorted by; None where there is none."""
    return None if case is None else begins(case.interview)


def local_locale() -> str:
    """The computer's locale as Qt knows it; en_US where it names none."""
    name = QLocale.system().name()
    return name if "_" in name else "en_US"
