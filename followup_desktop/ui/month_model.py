"""The days of a month as a table model: six weeks of cells, looked up from the desk's days."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QLocale, QModelIndex, QObject, QPersistentModelIndex, Qt

from followup_desktop.ui.days import Days
from followup_desktop.ui.entry_words import sentence
from followup_desktop.ui.language import long_day_words, weekday_words
from followup_desktop.ui.month_cells import Cell, Ribbon
from followup_desktop.ui.weeks import Weeks, week_number

WEEKS = 6
"""As many as a month can touch, so that the rows stay where they are from month to month."""
DAYS = 7
ONE_DAY = timedelta(days=1)

CELL_ROLE = Qt.ItemDataRole.UserRole
"""Role of the `Cell`."""
DAY_ROLE = Qt.ItemDataRole.UserRole + 1
"""Role of the `date`."""

Index = QModelIndex | QPersistentModelIndex
translate = QCoreApplication.translate


def first_shown(month: date, weeks: Weeks) -> date:
    """The first day of the six weeks: the first day of a week, on or before the first of the month."""
    return weeks.begin(month.replace(day=1))


class MonthModel(QAbstractTableModel):
    """Six weeks of `Cell`s, looked up from the desk's days. Row 0, column 0 is the first day shown."""

    def __init__(self, days: Days, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._days = days
        self._only = ""
        self._month = days.today.replace(day=1)
        self._cells: list[Cell] = []
        self._load()
        days.changed.connect(self._on_days_changed)

    @property
    def month(self) -> date:
        """The first of the month shown."""
        return self._month

    def show_month(self, month: date) -> None:
        """Show the month that `month` lies in."""
        if month.replace(day=1) != self._month:
            self.beginResetModel()
            self._month = month.replace(day=1)
            self._load()
            self.endResetModel()

    def show_quiet_of(self, interview: str) -> None:
        """Show the quiet days of that interview only; of all for an empty id."""
        if interview != self._only:
            self._only = interview
            self._on_days_changed()

    def index_of(self, day: date) -> QModelIndex:
        """The index of that day; an invalid one when it is not shown."""
        away = (day - self._cells[0].day).days
        return self.index(away // DAYS, away % DAYS) if 0 <= away < WEEKS * DAYS else QModelIndex()

    def cell(self, index: Index) -> Cell:
        """What stands at that index."""
        return self._cells[index.row() * DAYS + index.column()]

    def lanes_needed(self) -> list[int]:
        """The most entries of a day, for each week."""
        weeks = [self._cells[row * DAYS : (row + 1) * DAYS] for row in range(WEEKS)]
        return [max(len(cell.items) for cell in week) for week in weeks]

    def _load(self) -> None:
        first = first_shown(self._month, self._days.weeks)
        days = [first + timedelta(days=n) for n in range(WEEKS * DAYS)]
        quiet = self._days.quiet_between(first - ONE_DAY, days[-1] + ONE_DAY, self._only)
        today = self._days.today
        self._cells = [
            Cell(
                day, self._days.on(day), ribbon_of(day, quiet, n % DAYS), (day.year, day.month) == _year_month(self._month), today
            )
            for n, day in enumerate(days)
        ]

    def _on_days_changed(self) -> None:
        self._load()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, DAYS - 1)
        self.dataChanged.emit(self.index(0, 0), self.index(WEEKS - 1, DAYS - 1))

    # What Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own default, never changed)
        """The weeks."""
        return 0 if parent.isValid() else WEEKS

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (the same)
        """The days of a week."""
        return 0 if parent.isValid() else DAYS

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The cell, its day, or the day in words; a look-up that cannot fail."""
        if not index.isValid():
            return None
        cell = self.cell(index)
        if role == CELL_ROLE:
            return cell
        if role == DAY_ROLE:
            return cell.day
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return cell_sentence(cell)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The weekday or the week's number: short to be seen, whole to be read aloud."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        aloud = role == Qt.ItemDataRole.AccessibleTextRole
        if orientation == Qt.Orientation.Horizontal:
            return weekday_words(self._cells[section].day, whole=aloud)
        number = week_number(self._cells[section * DAYS].day)
        return translate("Month", "Week {0}").format(number) if aloud else QLocale().toString(number)


def _year_month(day: date) -> tuple[int, int]:
    return day.year, day.month


def ribbon_of(day: date, quiet: dict[date, tuple[str, ...]], column: int, count: int = DAYS) -> Ribbon | None:
    """The quiet days in the cell of `day`, which stands in that column of so many; None where nobody is to be left alone."""
    names = quiet[day]
    if not names:
        return None
    begins = column == 0 or quiet[day - ONE_DAY] != names
    ends = column == count - 1 or quiet[day + ONE_DAY] != names
    return Ribbon(names, begins, ends)


def cell_sentence(cell: Cell) -> str:
    """A day in words: "Monday 23 November, today: 2 cards to post by 17:00; ... Quiet: Globex"."""
    day = long_day_words(cell.day, cell.today)
    if cell.day == cell.today:
        day = translate("Month", "{0}, today").format(day)
    entries = "; ".join(sentence(item, cell.today).rstrip(".") for item in cell.items) or translate("Month", "nothing")
    said = f"{day}: {entries}"
    if cell.ribbon is not None:
        said = translate("Month", "{0}. Quiet: {1}").format(said, ", ".join(cell.ribbon.names))
    return said
