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
        chosen = Path(name)
        path = with_ending(chosen, kinds.get(kind, ""), tuple(kinds.values()))
        if path == chosen or not path.exists():
            self.write(path)
            return
        # The dialog asked about another name than this one.
        question = self.tr("“{0}” is there already.").format(path.name)
        answers = [("leave", self.tr("Leave it")), ("replace", self.tr("Replace it"))]
        self._bars.ask(question, self.tr("Replace it?"), answers, lambda answer: self._on_answered(answer, path))

    def _on_answered(self, answer: str, path: Path) -> None:
        if answer == "replace":
            self.write(path)

    def write(self, path: Path) -> None:
        """Write the file; the bar tells of it, or why it could not be written."""
        if self._desk.save_file(path, self._data(path)):
            words = self.tr("“{0}” is written. It holds names and notes: keep it as you keep the notebook.").format(path.name)
            self._bars.offer(words, [("open", self.tr("Open the folder"))], lambda _: self._open(path.parent))

    def _data(self, path: Path) -> bytes:
        """What the file holds."""
        from followup_desktop.exchange import calendar_out, interviews_csv, people_vcf, whole  # noqa: PLC0415  (seldom needed)

        desk = self._desk
        match path.suffix.lower():
            case ".csv":
                return interviews_csv.table(desk.cases())
            case ".vcf":
                return people_vcf.cards(desk.people())
            case ".ics":
                entries = agenda.all_entries(desk.cases(), desk.now(), desk.workdays(), desk.rules(), desk.known())
                told = sorted(entries, key=agenda.entry_order)
                return calendar_out.calendar(told, desk.cases(), desk.now(), desk.file_before(path))
            case _:
                return whole.document(desk.everything())

    @staticmethod
    def _open(folder: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def with_ending(chosen: Path, kind: str, endings: tuple[str, ...]) -> Path:
    """The file that was chosen, with the ending that says what is in it.

    The ending of the kind that was picked (empty: none was) takes the place of the one that was proposed, the first of
    `endings`; any other of them was typed, and stays.
    """
    ending = chosen.suffix.lower()
    if ending == endings[0] and kind:
        return chosen if kind == ending else chosen.with_suffix(kind)
    return chosen if ending in endings else chosen.with_name(chosen.name + (kind or endings[0]))
