"""The composition root: the log, then notebook -> desk -> window, then Qt's loop. `build` is apart so that tests can use it."""

from __future__ import annotations

import gc
import logging
import logging.handlers
import os
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from datetime import datetime
from functools import partial
from io import TextIOWrapper
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QDir, QEventLoop, QObject, QSize, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QStyle

from followup_desktop import places, shipped
from followup_desktop.core import erasing
from followup_desktop.core.agenda import Entry
from followup_desktop.core.problems import Problem
from followup_desktop.core.records import Case, Me, added
from followup_desktop.core.words import QT_TRANSLATE_NOOP, Words
from followup_desktop.desk.clock import Clock
from followup_desktop.desk.desk import Desk
from followup_desktop.desk.first_window import FirstWindow, hand_over
from followup_desktop.desk.kept_calendar import KeptCalendar
from followup_desktop.store import restore
from followup_desktop.store.notebook import Notebook
from followup_desktop.store.trouble import Damaged, InUse
from followup_desktop.ui import faults, look
from followup_desktop.ui.file_open import FileOpen
from followup_desktop.ui.language import said
from followup_desktop.ui.reminding import Reminding
from followup_desktop.ui.window import SCHEMES, Window
from followup_desktop.verbs.wish import PROBLEM, Wish, holidays

NO_SCRATCH = QT_TRANSLATE_NOOP("desk", "The sample notebook cannot be made: {fault}. Your own notebook is as it was.")
NOT_IN_SAMPLE = QT_TRANSLATE_NOOP("desk", "This is only the sample. Go back to your own notebook for that.")
LOG_BYTES, LOGS_KEPT = 256_000, 2
PICTURE = 1240, 800
AFTER_PAINT_MS = 250
"""When reminders are looked at: the window has been painted by then."""
SETTLE_MS = 600
"""How long a page may still do work in the background before its picture is taken."""


class Session(QObject):
    """The windows of one run: the user's own notebook, and the sample one while it is looked at."""

    def __init__(self, folder: Path, now: datetime | None) -> None:
        super().__init__()
        self._folder, self._now = folder, now
        self._scratch: Path | None = None
        """Where the sample notebook is while it is looked at."""
        self._reminding: Reminding | None = None
        self._is_over = False
        """True when the notebook could not be opened again: there is no window, and the program ends."""
        self._open()

    def _open(self) -> None:
        """Open the user's own notebook, with a desk and a window on it. Raises `Problem`; then nobody has it open."""
        with ExitStack() as given_up:
            notebook = given_up.enter_context(Notebook.open(self._folder))
            self.desk = self._desk(notebook)
            given_up.callback(self.desk.close)
            given_up.callback(self._drop_begun)
            self.window = self._own = self._window(self.desk, is_sample=False)
            self._own.restore_wanted.connect(self.restore)
            self._own.erasing.wanted.connect(self.erase)
            self._kept_calendar = KeptCalendar(self.desk, calendar_file, self)
            for part in (self._kept_calendar, self.desk.backups):
                part.failed.connect(self._own.show_problem)
            if self.desk.kept_older is not None:
                self._own.tell_update(self.desk.kept_older)
            given_up.pop_all()

    def _drop_begun(self) -> None:
        """Take away the window that was begun on a notebook that turned out to be damaged, and its keys with it."""
        for each in QApplication.topLevelWidgets():
            if isinstance(each, Window) and each.desk is self.desk:
                each.deleteLater()

    def _desk(self, notebook: Notebook) -> Desk:
        return Desk(notebook, Clock(self._now), places.local_zone(), places.local_locale(), parent=self)

    def _window(self, desk: Desk, *, is_sample: bool) -> Window:
        window = Window(desk, lambda: shipped.writer_for(desk.templates), shipped.stocks, is_sample=is_sample)
        window.sample_wanted.connect(self.show_sample)
        window.own_wanted.connect(self.show_own)
        window.quit_wanted.connect(QApplication.quit)
        return window

    def start(self, *, in_background: bool) -> None:
        """Show the window; in the background it is only in the tray, or in the task bar where there is no tray."""
        is_resident = self._begin(at_window=not in_background)
        self._stay_on_screen()
        if not in_background:
            self.window.show()
        elif not is_resident:
            self.window.showMinimized()

    def _stay_on_screen(self) -> None:
        """Make the window, with its frame, small enough for a small screen."""
        frame = QSize(0, self.window.style().pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight))
        self.window.resize(self.window.size().boundedTo(self.window.screen().availableGeometry().size() - frame))

    def _begin(self, *, at_window: bool) -> bool:
        """Remind, keep the calendar file and make backups from now on. True when the program stays in the tray."""
        self._reminding = Reminding(self.desk, str(places.resource("icons/app.svg")), places.APP, self)
        self._own.remind(self._reminding)
        self._reminding.window_wanted.connect(self._show_own_in_front)
        self._reminding.quit_wanted.connect(self._own.quit_wanted)
        is_resident = self._follow_tray()
        self.desk.clock.minute_changed.connect(self._follow_tray)  # a tray may come and go
        self.desk.changed.connect(self._follow_tray)
        QTimer.singleShot(AFTER_PAINT_MS, self._reminding, partial(self._reminding.start, at_window=at_window))
        QTimer.singleShot(AFTER_PAINT_MS, self._kept_calendar, self._kept_calendar.start)
        QTimer.singleShot(AFTER_PAINT_MS, self.desk.backups, self.desk.backups.start)
        QTimer.singleShot(AFTER_PAINT_MS, self.desk, self.desk.empty_trash)
        return is_resident

    def restore(self, path: Path) -> None:
        """Put a backup in the notebook's place and show that; the notebook as it was can be put back by the bar."""
        self._own.finish()
        newest = self.desk.backups.newest
        if not self.desk.restore(path):
            return
        before = self.desk.backups.newest
        if self._renew():
            self._own.tell_restored(before if before != newest else None)

    def erase(self, person: str) -> None:
        """Erase a person from the notebook, then from the backups; nothing of what was done before can be undone."""
        self._own.finish()
        known = next((each for each in self.desk.people() if each.id == person), None)
        if known is None:
            return
        whom = erasing.who(known)
        if not self.desk.erase(whom):
            return
        left_behind = self.desk.left_behind
        self._renew()
        if left_behind is not None:
            self._own.show_problem(left_behind)
        self.desk.backups.erase(whom, self._own.erasing.tell, self._own.show_problem)

    def _renew(self) -> bool:
        """The user's own notebook holds something else now: everything on it is made anew, the window where it was.

        False where it cannot be opened again: then that was said, and the program ends.
        """
        is_running = self._reminding is not None
        old, geometry = self._own, self._own.saveGeometry()
        self._finish()
        old.hide()
        old.deleteLater()
        for part in (self._reminding, self._kept_calendar, self.desk):
            if part is not None:
                part.deleteLater()
        try:
            self._open()
        except Problem as problem:
            self._is_over = True
            QApplication.exit(faults.show_problem(problem))
            return False
        self._own.restoreGeometry(geometry)
        self._own.show()
        if is_running:
            self._begin(at_window=True)
        return True

    def _finish(self) -> None:
        """Let go of the user's own notebook; nothing is left on the desktop."""
        if self._reminding is not None:
            self._reminding.close()
        self._own.hide()
        self._own.finish()
        self._kept_calendar.finish()
        self.desk.close()

    def _follow_tray(self, _change: object = None) -> bool:
        """Be in the tray as the user has set it: only there does the program outlive its window. True when it is there."""
        assert self._reminding is not None
        is_resident = self._reminding.stay_in_tray(self.desk.settings.get("tray", False))
        QApplication.setQuitOnLastWindowClosed(not is_resident)
        return is_resident

    def show_sample(self) -> None:
        """Open the sample job hunt in a scratch notebook that is thrown away afterwards; a fresh one if it is open already."""
        from followup_desktop.core import sample  # noqa: PLC0415  (only whoever looks at the sample needs it)
        from followup_desktop.letters import tasks  # noqa: PLC0415  (only notes need it)

        self.show_own()
        text = places.resource("sample.toml").read_text("utf-8")
        now, me = self.desk.now(), self.desk.me()
        hunt = tasks.with_all(sample.job_hunt(text, now, places.local_zone(), holidays(me, now), me), shipped.writer().lexicon)
        try:
            self._scratch = Path(tempfile.mkdtemp(prefix="followup-sample-"))
            notebook = Notebook.open(self._scratch)
            try:
                if me != Me():
                    notebook.apply(added(hunt.label, me))  # as in the own notebook, of which the hunt goes out
                notebook.apply(hunt)
            except Problem:
                notebook.close()
                raise
        except (Problem, OSError) as fault:
            self._throw_away()
            words = fault.what if isinstance(fault, Problem) else Words(NO_SCRATCH, {"fault": fault.strerror or ""})
            self.window.show_problem(Problem(words))
            return
        desk = self._desk(notebook)
        desk.settings = self.desk.settings  # light or dark is the user's own choice, in the sample too
        window = self._window(desk, is_sample=True)
        for wish in (window.restore_wanted, window.erasing.wanted):
            wish.connect(lambda _: window.bars.tell(said(Words(NOT_IN_SAMPLE))))
        self._swap(window)

    def show_own(self) -> None:
        """Back to the user's own notebook; the sample one is thrown away."""
        shown = self.window
        if shown is self._own:
            return
        self._swap(self._own)
        shown.desk.close()
        shown.deleteLater()
        self._throw_away()

    def _throw_away(self) -> None:
        if self._scratch is not None:
            shutil.rmtree(self._scratch, ignore_errors=True)
            self._scratch = None

    def _swap(self, window: Window) -> None:
        window.setGeometry(self.window.geometry())
        window.show()
        if window is not self.window:
            self.window.hide()
        self.window = window

    def _show_own_in_front(self) -> None:
        self.show_own()
        self.window.come_forward([])

    def come_forward(self, names: list[str]) -> None:
        """A second start was made: this one's window comes to the front and brings the files in, never into the sample."""
        if self._is_over:
            return
        if names:
            self.show_own()
        self.window.come_forward(names)

    def close(self) -> None:
        """End the run: everything typed is on disk, the scratch notebook is gone, no reminder is left on the desktop."""
        if not self._is_over:
            self.show_own()
            self._finish()


class PrivateLog(logging.handlers.RotatingFileHandler):
    """A small log whose every file, also one begun later, only the user may read (0600)."""

    def _open(self) -> TextIOWrapper:
        Path(self.baseFilename).touch(mode=0o600)
        return super()._open()


def start_log(folder: Path) -> None:
    """A small log for the user's eyes only. It never holds a name or a note."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handler = PrivateLog(folder / "followup-desktop.log", maxBytes=LOG_BYTES, backupCount=LOGS_KEPT, encoding="utf-8")
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)


def calendar_file(entries: Iterable[Entry], cases: Sequence[Case], now: datetime, before: bytes) -> bytes:
    """The calendar file of those entries; the library that writes it loads when there is one to write."""
    from followup_desktop.exchange.calendar_out import calendar  # noqa: PLC0415

    return calendar(entries, cases, now, before)


def build(argv: Sequence[str]) -> QApplication:
    """The Qt application, dressed, before any window."""
    app = QApplication(list(argv[:1]))
    app.setApplicationName(places.APP)
    app.setApplicationDisplayName("Follow-Up Desktop")
    app.setDesktopFileName(places.APP)
    QDir.addSearchPath("icons", str(places.resource("icons")))
    app.setWindowIcon(QIcon("icons:app.svg"))
    look.apply(app)
    return app


def pictures(folder: Path, now: datetime, scheme: look.Scheme, settle: int = SETTLE_MS) -> Iterator[tuple[str, bytes]]:
    """Every page of the window on that notebook, by name, as a PNG; drawn without a screen where there is none.

    `settle` is how long each page gets to draw itself, in milliseconds.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    known = QApplication.instance()
    app = known if isinstance(known, QApplication) else build(sys.argv)
    look.apply(app, scheme)
    session = Session(folder, now)
    session.window.resize(*PICTURE)
    session.window.show()
    for name, show in session.window.tour():
        show()
        _settle(settle)
        data = QByteArray()
        buffer = QBuffer(data)  # the picture opens it
        session.window.grab().save(buffer, "PNG")
        yield name, bytes(data.data())
    session.close()
    session.deleteLater()
    _settle(0)


def _settle(milliseconds: int) -> None:
    """Let a page finish what it has asked for."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def chosen_look(desk: Desk) -> look.Scheme:
    """Light or dark as the user last chose under View; else as the system has it."""
    kept = desk.settings.get("look", "")
    return next((scheme for scheme in SCHEMES if scheme == kept), "system")


def opened(wish: Wish) -> Session | None:
    """The session on the notebook; where it is damaged the newest good backup is offered, and None when it is not taken.

    Raises `Problem`.
    """
    fixed = wish.now if wish.fixed else None
    try:
        return Session(wish.folder, fixed)
    except Damaged as problem:
        found = restore.newest(wish.folder, wish.now)
        if found is None:
            raise
        kept, inside = found
        if not faults.offers_backup(problem, kept, inside, wish.now):
            return None
        restore.in_place_of_damaged(wish.folder, kept.path, wish.now)
    return Session(wish.folder, fixed)


def run(wish: Wish) -> int:
    """Show the window for what the command line asks and stay until it is closed."""
    start_log(places.log_dir())
    app = build(sys.argv)
    faults.watch()
    gc.disable()  # what is read at the start stays: looking through it for rubbish takes a fifth of a long notebook's start
    try:
        session = opened(wish)
    except InUse as problem:
        if wish.in_background or hand_over(wish.folder, [str(Path(name).absolute()) for name in wish.files]):
            return 0
        return faults.show_problem(problem)
    except Problem as problem:
        return faults.show_problem(problem)
    if session is None:
        return PROBLEM
    look.apply(app, chosen_look(session.desk))
    first = FirstWindow(wish.folder)
    first.handed.connect(session.come_forward)
    if sys.platform == "darwin":  # elsewhere files come on the command line
        FileOpen(app).asked.connect(session.come_forward)
    app.aboutToQuit.connect(session.close)
    session.start(in_background=wish.in_background)
    if wish.files:
        QTimer.singleShot(0, lambda: session.window.bring_in(list(wish.files)))
    QTimer.singleShot(AFTER_PAINT_MS, app, partial(settle, app, soon()))
    return app.exec()


def soon() -> Iterator[None]:
    """Load, a piece at a time, what the first paint does without and the first click wants."""
    import followup_desktop.letters.writer  # noqa: PLC0415

    yield
    import followup_desktop.ui.debrief  # noqa: PLC0415
    import followup_desktop.ui.interview_form  # noqa: PLC0415
    import followup_desktop.ui.interview_page  # noqa: PLC0415

    yield
    import followup_desktop.ui.studio  # noqa: F401, PLC0415

    yield


def settle(app: QApplication, loading: Iterator[None]) -> None:
    """Load the rest behind the first paint; then collect rubbish again, but no more among what was there at the start."""
    for _ in loading:
        QTimer.singleShot(0, app, partial(settle, app, loading))
        return
    gc.freeze()
    gc.enable()
