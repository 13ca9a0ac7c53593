"""Settings: where things are, the notebook's folder and the calendar file that other calendars read."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from followup_desktop.desk import kept_calendar
from followup_desktop.desk.desk import Desk
from followup_desktop.ui.parts.button import button
from followup_desktop.ui.settings_rows import Row, Section
from followup_desktop.ui.settings_work import SettingsWork

translate = QCoreApplication.translate


class PlacesSection(Section):
    """Everything is on this computer; here is where."""

    def __init__(self, desk: Desk, work: SettingsWork) -> None:
        told = translate("Settings", "Everything you write is on this computer, and the app sends nothing anywhere.")
        super().__init__(translate("Settings", "Where things are"), told)
        self._desk, self._work = desk, work
        self.open_button = button(self.tr("Open folder"), "disk")
        self.choose_button = button(self.tr("Choose a folder…"), "calendar")
        self.stop_button = button(self.tr("Stop"), role="flat", tip=self.tr("Keep no calendar file; the one there stays"))
        self._folder = self.add(Row(self.tr("Your notebook"), " ", [self.open_button], self.tr("data folder")))
        buttons = [self.stop_button, self.choose_button]
        self._calendar = self.add(Row(self.tr("Calendar file"), " ", buttons, self.tr("ics subscribe phone export")))
        self.open_button.clicked.connect(self._open)
        self.choose_button.clicked.connect(self._choose)
        self.stop_button.clicked.connect(lambda: work.set(kept_calendar.SETTING, "", ""))

    def refresh(self) -> None:
        """Show the paths as they are now."""
        self._folder.say(str(self._desk.folder))
        kept = self._desk.settings.get(kept_calendar.SETTING, "")
        told = self.tr("Kept up to date in a folder of yours, such as one that your phone shares, for its calendar to read.")
        self._calendar.say(self.tr("Kept up to date: {0}").format(kept) if kept else told)
        self.choose_button.setText(self.tr("Another folder…") if kept else self.tr("Choose a folder…"))
        self.stop_button.setVisible(bool(kept))

    def _open(self) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._desk.folder))):
            self._folder.say(self.tr("{0} (nothing here opens folders)").format(self._desk.folder))

    def _choose(self) -> None:
        kept = self._desk.settings.get(kept_calendar.SETTING, "")
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name = QFileDialog.getExistingDirectory(
            self.window(), self.tr("Folder for the calendar file"), str(Path(kept).parent) if kept else documents
        )
        if name:
            self._work.set(kept_calendar.SETTING, str(Path(name) / kept_calendar.NAME), "")
