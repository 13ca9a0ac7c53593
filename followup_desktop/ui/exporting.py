"""Writing what is in the notebook to a file of the user's: everything, interviews as a table, people, or the calendar."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from followup_desktop.core import agenda
from followup_desktop.desk.desk import Desk
from followup_desktop.ui.bars import Bars


class Exporting(QObject):
    """Asks for a file and writes it by its ending; what was there before is replaced whole or not at all."""

    def __init__(self, desk: Desk, bars: Bars, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._bars = desk, bars

    def choose(self, over: QWidget) -> None:
        """Ask where to, and write it."""
        kinds = {
            self.tr("Everything, for another computer (*.followup)"): ".followup",
            self.tr("Everything, as JSON (*.json)"): ".json",
            self.tr("Interviews, for a spreadsheet (*.csv)"): ".csv",
            self.tr("People, for an address book (*.vcf)"): ".vcf",
            self.tr("The calendar (*.ics)"): ".ics",
        }
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        start = str(Path(folder) / f"{self.tr('My notebook')}.followup")
        name, kind = QFileDialog.getSaveFileName(over, self.tr("Export"), start, ";;".join(kinds))
        if not name:
            return
        path = Path(name)
        if path.suffix.lower() not in kinds.values():
            path = path.with_name(path.name + kinds.get(kind, ".followup"))
        self.write(path)

    def write(self, path: Path) -> None:
        """Write the file; the bar tells of it, or why it could not be written."""
        if self._desk.save_file(path, self._data(path.suffix.lower())):
            words = self.tr("“{0}” is written. It holds names and notes: keep it as you keep the notebook.").format(path.name)
            self._bars.offer(words, [("open", self.tr("Open the folder"))], lambda _: self._open(path.parent))

    def _data(self, suffix: str) -> bytes:
        """What the file holds."""
        from followup_desktop.exchange import calendar_out, interviews_csv, people_vcf, whole  # noqa: PLC0415  (seldom needed)

        desk = self._desk
        match suffix:
            case ".csv":
                return interviews_csv.table(desk.cases())
            case ".vcf":
                return people_vcf.cards(desk.people())
            case ".ics":
                entries = agenda.all_entries(desk.cases(), desk.now(), desk.workdays(), desk.rules(), desk.known())
                return calendar_out.calendar(sorted(entries, key=agenda.entry_order), desk.cases(), desk.now())
            case _:
                return whole.document(desk.everything())

    @staticmethod
    def _open(folder: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
