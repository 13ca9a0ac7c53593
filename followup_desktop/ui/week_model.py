"""A week as a table model: a column a day, an entry a cell; what a screen reader is told of the painted week."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from followup_desktop.core.agenda import Kind
from followup_desktop.ui.days import Days, Item
from followup_desktop.ui.entry_words import sentence
from followup_desktop.ui.language import long_day_words
from followup_desktop.ui.month_cells import Ribbon
from followup_desktop.ui.month_model import ribbon_of
from followup_desktop.ui.week_layout import ALL

Index = QModelIndex | QPersistentModelIndex
translate = QCoreApplication.translate
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Day:
    """One day of the week with what stands on it: `lane` at any time, `timed` at its hours; `items` are both, in that order."""

    day: date
    lane: tuple[Item, ...]
    timed: tuple[Item, ...]
    ribbon: Ribbon | None

    @property
    def items(self) -> tuple[Item, ...]:
        """What has no hour, then what has one."""
        return self.lane + self.timed

    @property
    def weekend(self) -> bool:
        """True on Saturday and Sunday."""
        return self.day.weekday() > 4  # noqa: PLR2004  (Friday is 4)


class WeekModel(QAbstractTableModel):
    """The days of a stretch of `count` days from `first` on; row n of a column is that day's n-th entry."""

    def __init__(self, days: Days, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._days = days
        self._first, self._count, self._only = days.today, ALL, ""
        self.shown: list[Day] = []
        """The days shown, in order."""
        self._load()
        days.changed.connect(self._reload)

    @property
    def first(self) -> date:
        """The first day shown."""
        return self._first

    def show_days(self, first: date, count: int) -> None:
        """Show so many days from that one on."""
        if (first, count) != (self._first, self._count):
            self._first, self._count = first, count
            self._reload()

    def show_quiet_of(self, interview: str) -> None:
        """Show the quiet days of that interview only; of all for an empty id."""
        if interview != self._only:
            self._only = interview
            self._reload()

    def column_of(self, day: date) -> int:
        """The column of that day; -1 where it is not shown."""
        away = (day - self._first).days
        return away if 0 <= away < self._count else -1

    def item(self, index: Index) -> Item | None:
        """The entry at that index; None where a day has none there."""
        items = self.shown[index.column()].items if index.isValid() else ()
        return items[index.row()] if 0 <= index.row() < len(items) else None

    def _reload(self) -> None:
        self.beginResetModel()
        self._load()
        self.endResetModel()

    def _load(self) -> None:
        days = [self._first + timedelta(days=n) for n in range(self._count)]
        quiet = self._days.quiet_between(days[0] - ONE_DAY, days[-1] + ONE_DAY, self._only)
        self.shown = []
        for column, day in enumerate(days):
            items = self._days.on(day)
            timed = tuple(item for item in items if item.entry.kind is Kind.INTERVIEW and item.entry.time is not None)
            lane = tuple(item for item in items if item not in timed)
            self.shown.append(Day(day, lane, timed, ribbon_of(day, quiet, column, self._count)))

    # What Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own default, never changed)
        """As many as the fullest day has entries, one at least."""
        return 0 if parent.isValid() else max([1, *(len(day.items) for day in self.shown)])

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (the same)
        """The days shown."""
        return 0 if parent.isValid() else self._count

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Only what is there can be reached: a day's entries, or the word that it has none."""
        there = index.isValid() and (index.row() == 0 or self.item(index) is not None)
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable if there else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The entry in whole words; "nothing" for the first one of a day without any."""
        if not index.isValid() or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        item = self.item(index)
        if item is not None:
            return sentence(item, self._days.today)
        return translate("Week", "nothing") if index.row() == 0 else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The day in whole words with who is not to be asked on it; the number of an entry."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if orientation == Qt.Orientation.Vertical:
            return translate("Week", "Entry {0}").format(section + 1)
        day = self.shown[section]
        words = long_day_words(day.day, self._days.today)
        if day.day == self._days.today:
            words = translate("Month", "{0}, today").format(words)
        if day.ribbon is not None:
            words = translate("Month", "{0}. Quiet: {1}").format(words, ", ".join(day.ribbon.names))
        return words
