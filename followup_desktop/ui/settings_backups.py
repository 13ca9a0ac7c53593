"""Settings: backups that are made by themselves, what is in each, the second place, and putting one back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog

from followup_desktop.core.problems import Problem
from followup_desktop.desk.background import Task
from followup_desktop.desk.desk import Desk
from followup_desktop.desk.kept_backups import SECOND, Backup, Check, Inside, Why
from followup_desktop.ui.language import day_words, moment_words, said
from followup_desktop.ui.parts.button import button
from followup_desktop.ui.settings_fields import Choice
from followup_desktop.ui.settings_rows import Row, Section
from followup_desktop.ui.settings_work import SettingsWork

translate = QCoreApplication.translate
BACKUPS = "*.sqlite"


class BackupsSection(Section):
    """What was kept, and how to come back to it."""

    restore_wanted = Signal(object)
    """The backup in that file (a path) is to be put in the notebook's place."""
    export_wanted = Signal()
    """What is in the notebook is to be written to a file of the user's."""

    def __init__(self, desk: Desk, work: SettingsWork) -> None:
        told = translate(
            "Settings",
            "Made by themselves at the start and every half hour of work, and looked at from end to end.",
        )
        super().__init__(translate("Settings", "Backups"), told)
        self._desk, self._work = desk, work
        self._chosen: Path | None = None
        """The file outside of the list that the user chose, until another backup is chosen."""
        self._looking: Task[Inside] | None = None
        """What is looked into for whoever chooses: its answer is of use only while that backup is the chosen one."""
        self._add_now()
        self._add_putting_back()
        self._add_second()
        self._add_check()
        desk.backups.changed.connect(self.refresh)

    def _add_now(self) -> None:
        self.now_button = button(self.tr("Back up now"), "save")
        self._last = self.add(Row(self.tr("Last backup"), " ", [self.now_button], self.tr("save copy safe")))
        self.now_button.clicked.connect(lambda: self._desk.backups.make(Why.ASKED))

    def _add_putting_back(self) -> None:
        self.choice = Choice(self.tr("Backup to put back"))
        self.file_button = button(self.tr("From a file…"), role="flat", tip=self.tr("A backup that lies somewhere else"))
        self.restore_button = button(self.tr("Put it back"), "undo", tip=self.tr("The notebook as it is now is kept too"))
        self._which = self.add(Row(self.tr("Go back to"), " ", [self.file_button, self.choice], self.tr("restore")))
        told = self.tr("Everything is then as it was in that backup. What is there now is kept as a backup before.")
        self._restore = self.add(Row(self.tr("Put this backup in place"), told, [self.restore_button], self.tr("restore undo")))
        self.choice.picked.connect(self._on_chosen)
        self.file_button.clicked.connect(self._choose_file)
        self.restore_button.clicked.connect(self._on_restore)

    def _add_second(self) -> None:
        self.second_button = button(self.tr("Choose a folder…"), "disk")
        self.stop_button = button(self.tr("Stop"), role="flat", tip=self.tr("Make no more copies there; those there stay"))
        row = Row(self.tr("A second place"), " ", [self.stop_button, self.second_button], self.tr("folder stick disk copies"))
        self._second = self.add(row)
        self.second_button.clicked.connect(self._choose_second)
        self.stop_button.clicked.connect(lambda: self._work.set(SECOND, "", ""))

    def _add_check(self) -> None:
        self.check_button = button(self.tr("Check"), "check-circle")
        told = self.tr("Looks at the notebook and all backups from end to end.")
        self._check = self.add(Row(self.tr("Is everything sound?"), told, [self.check_button], self.tr("damage verify")))
        self.export_button = button(self.tr("Export…"), "pdf")
        told = self.tr("Everything as one file for another computer, interviews as a table, people, or the calendar.")
        self.add(Row(self.tr("Take it with you"), told, [self.export_button], self.tr("export csv vcf ics json followup")))
        self.check_button.clicked.connect(self._on_check)
        self.export_button.clicked.connect(self.export_wanted)

    # Showing

    def showEvent(self, event: QShowEvent) -> None:
        """Look into the backup that is offered first, as soon as it is seen: only what was looked into can be put back."""
        super().showEvent(event)
        self._on_chosen(self.choice.currentData())

    def refresh(self) -> None:
        """Show what is kept now."""
        kept, today = self._desk.backups.all(), self._desk.today()
        fault = self._desk.backups.fault
        if fault is not None:
            self._last.say(said(fault.what, today))
        elif kept:
            told = self.tr("{0}; {1} kept.").format(self._when(kept[0]), len(kept))
            self._last.say(told)
        else:
            self._last.say(self.tr("There is none yet."))
        self._offer(kept)
        second = self._desk.backups.second
        second_fault = self._desk.backups.second_fault
        copies = self._desk.backups.copies
        told = self.tr("Another folder gets a copy of every backup, such as one on a stick; several computers may share it.")
        self._second.say(said(second_fault.what, today) if copies and second_fault else str(copies or told))
        self.second_button.setText(self.tr("Another folder…") if second else self.tr("Choose a folder…"))
        self.stop_button.setVisible(bool(second))

    def _offer(self, kept: tuple[Backup, ...]) -> None:
        """The backups to choose from; the one that was chosen stays chosen."""
        before = self.choice.currentData()
        offered: list[tuple[str, object]] = [(self._named(each), str(each.path)) for each in kept]
        if self._chosen is not None:
            offered.insert(0, (self._chosen.name, str(self._chosen)))
        self.choice.offer(offered)
        self.choice.put(before)
        self.choice.setEnabled(bool(offered))
        self._forget()
        if not offered:
            self._which.say(self.tr("There is no backup yet."))
        elif self.isVisible():
            self._on_chosen(self.choice.currentData())

    def _when(self, kept: Backup) -> str:
        words = moment_words(kept.made.astimezone(self._desk.now().tzinfo), self._desk.today())
        return words[:1].upper() + words[1:]

    def _named(self, kept: Backup) -> str:
        reasons = {
            Why.START: self.tr("at the start"),
            Why.WORK: self.tr("by itself"),
            Why.ASKED: self.tr("asked for"),
            Why.IMPORT: self.tr("before an import"),
            Why.RESTORE: self.tr("before going back"),
            Why.ERASE: self.tr("before erasing"),
            Why.UPDATE: self.tr("before an update"),
        }
        return self.tr("{0}, {1}").format(self._when(kept), reasons[kept.why])

    def _forget(self) -> None:
        """Nothing is known of the backup that is chosen now, and what is still told of another one is not meant."""
        self.restore_button.setEnabled(False)
        if self._looking is not None:
            self._looking.cancel()
            self._looking = None

    def _on_chosen(self, path: object) -> None:
        """Tell what is in it; only then it can be put back."""
        self._forget()
        if isinstance(path, str):
            self._which.say(self.tr("Looking inside…"))
            self._looking = self._desk.backups.look_inside(Path(path), self._on_inside, self._on_not_inside)

    def _on_inside(self, inside: Inside) -> None:
        counts = (
            self.tr("1 interview") if inside.interviews == 1 else self.tr("{0} interviews").format(inside.interviews),
            self.tr("1 person") if inside.people == 1 else self.tr("{0} people").format(inside.people),
            self.tr("1 note") if inside.notes == 1 else self.tr("{0} notes").format(inside.notes),
        )
        told = self.tr("Holds {0}, {1}, {2}.").format(*counts)
        if inside.last is not None:
            latest = self.tr("The last interview in it is {0}.").format(day_words(inside.last, self._desk.today()))
            told = f"{told} {latest}"
        self._which.say(told)
        self.restore_button.setEnabled(True)

    def _on_not_inside(self, problem: Problem) -> None:
        self._which.say(said(problem.what, self._desk.today()))

    # What can be done

    def _choose_file(self) -> None:
        start = str(self._desk.backups.copies or self._documents())
        name, _ = QFileDialog.getOpenFileName(
            self.window(), self.tr("Backup to put back"), start, self.tr("Backups") + f" ({BACKUPS})"
        )
        if name:
            self._chosen = Path(name)
            self._offer(self._desk.backups.all())
            self.choice.put(name)
            self._on_chosen(name)

    def _on_restore(self) -> None:
        path = self.choice.currentData()
        if isinstance(path, str):
            self.restore_wanted.emit(Path(path))

    def _choose_second(self) -> None:
        start = self._desk.backups.second or self._documents()
        name = QFileDialog.getExistingDirectory(self.window(), self.tr("Second place for backups"), start)
        if name:
            self._work.set(SECOND, name, "")
            self._desk.backups.make(Why.WORK)

    def _on_check(self) -> None:
        self._check.say(self.tr("Looking…"))
        self.check_button.setEnabled(False)
        self._desk.backups.check(self._on_checked, self._on_not_sound)

    def _on_checked(self, found: Check) -> None:
        self.check_button.setEnabled(True)
        if found.rotten:
            names = ", ".join(each.path.name for each in found.rotten)
            self._check.say(self.tr("The notebook is sound. These backups are not, and can be deleted: {0}.").format(names))
        elif found.backups == 1:
            self._check.say(self.tr("The notebook and its backup are sound."))
        else:
            self._check.say(self.tr("The notebook and all {0} backups are sound.").format(found.backups))

    def _on_not_sound(self, problem: Problem) -> None:
        self.check_button.setEnabled(True)
        self._check.say(said(problem.what, self._desk.today()))

    @staticmethod
    def _documents() -> str:
        return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
