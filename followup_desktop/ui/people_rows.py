"""The rows of the people table: who is shown, in which groups and which order, and the model that holds them.

Derived, never stored: `core.staying` says where everybody stands. The rows hold its values, no copies.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from followup_desktop.core.find import folded
from followup_desktop.core.records import Person
from followup_desktop.core.rhythm import tag_label
from followup_desktop.core.staying import Circle, Known, Stay, stays
from followup_desktop.core.steps.step import Kind
from followup_desktop.desk.desk import Desk
from followup_desktop.ui.language import day_words, said, short_day_words

RECORD_ROLE = Qt.ItemDataRole.UserRole
"""Role of the row itself: a `Heading` or a `Line`."""
ID_ROLE = Qt.ItemDataRole.UserRole + 1
"""Role of the person's id; empty for a heading."""

Index = QModelIndex | QPersistentModelIndex
translate = QCoreApplication.translate


class Shown(StrEnum):
    """The three ways to look at people."""

    EVERYONE = "everyone"
    KEEP_IN_TOUCH = "keep-in-touch"
    BY_COMPANY = "by-company"


class Column(StrEnum):
    """The columns, which are also what may be sorted by."""

    PERSON = "person"
    LAST = "last"
    RHYTHM = "rhythm"
    NEXT = "next"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for: all of it must fit."""

    shown: Shown = Shown.EVERYONE
    rhythm: str = ""
    """A letter of the four, "own" for any rhythm, or empty."""
    tag: str = ""
    """A tag's label, folded."""
    due: bool = False
    """Only those with whom something is to be done by today."""
    text: str = ""

    @property
    def filters(self) -> bool:
        """True where somebody may be left out by more than the way of looking."""
        return bool(self.rhythm or self.tag or self.due)


@dataclass(frozen=True, slots=True)
class Heading:
    """The row above a group: a circle's, or a company's."""

    circle: Circle | None
    company: str
    count: int

    @property
    def words(self) -> str:
        """What it is called."""
        if self.circle is None:
            return self.company or translate("people", "No company")
        return {
            Circle.NOW: translate("people", "Now"),
            Circle.COMING: translate("people", "Coming"),
            Circle.WAITING: translate("people", "Waiting for their answer"),
            Circle.KEEP_IN_TOUCH: translate("people", "Keep in touch"),
            Circle.KNOWN: translate("people", "Known, not met"),
            Circle.QUIET: translate("people", "Quiet list"),
        }[self.circle]


@dataclass(frozen=True, slots=True)
class Line:
    """One person in the table."""

    stay: Stay

    @property
    def id(self) -> str:
        """The person's id."""
        return self.stay.person.id

    @property
    def about(self) -> str:
        """Where they work and as what."""
        return ", ".join(part for part in (self.stay.company, self.stay.person.title) if part)


Row = Heading | Line


def last_words(stay: Stay, today: date) -> tuple[str, str]:
    """When the last touch was, and what it was."""
    if stay.last is None:
        return "", ""
    on, how = stay.last.on, said(stay.last.how)
    if on == today:
        return translate("people", "Today"), how
    short = short_day_words(on)
    return (short if on.year == today.year else f"{short} {on.year}"), how


def rhythm_words(stay: Stay) -> tuple[str, str]:
    """The letter of their rhythm, where it has one, and how long it is."""
    if stay.rhythm is None:
        return "", ""
    return (str(stay.rhythm.tier) if stay.rhythm.tier else ""), said(stay.rhythm.words)


def step_words(stay: Stay, today: date) -> tuple[str, str, str]:
    """The next thing: its icon (or none), the token of its colour, and its words."""
    words = said(stay.step, today)
    marks = {
        Kind.CARD: ("card", "stamp"),
        Kind.FLOOR: ("ask", "ink"),
        Kind.BEST: ("ask", "ink"),
        Kind.INTERVIEW: ("calendar", "ink"),
        Kind.OUTCOME: ("info", "ink"),
    }
    if stay.kind in marks:
        return *marks[stay.kind], words
    if stay.kind in (Kind.CHECK_IN, Kind.KEEP_IN_TOUCH):
        if stay.hello is not None and stay.circle is not Circle.NOW:
            return "", "text2", day_words(stay.hello.on, today)
        return "sprout", "ink", words
    return ("quiet" if words else ""), "text2", words


class PeopleRows(QAbstractListModel):
    """Headings and lines. `refresh` brings them up to date with the desk."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._rows: list[Row] = []
        self._stays: tuple[Stay, ...] = ()
        self._wanted = Wanted()
        self._sorted_by: Column | None = None
        self._downwards = False
        self.today = desk.today()

    # What is shown

    @property
    def wanted(self) -> Wanted:
        """What is asked for."""
        return self._wanted

    @property
    def sorted_by(self) -> tuple[Column | None, bool]:
        """The column that groups are sorted by, None for the order of the groups themselves; True for the last first."""
        return self._sorted_by, self._downwards

    def want(self, wanted: Wanted) -> None:
        """Show what fits."""
        self._wanted = wanted
        self._arrange()

    def sort_by(self, column: Column) -> None:
        """Sort each group by a column; asked again, the other way round, and then as at first."""
        if self._sorted_by is not column:
            self._sorted_by, self._downwards = column, False
        elif not self._downwards:
            self._downwards = True
        else:
            self._sorted_by, self._downwards = None, False
        self._arrange()

    def refresh(self) -> None:
        """Work out again where everybody stands."""
        desk = self._desk
        self.today = desk.today()
        known = Known(desk.people(), desk.touches())
        self._stays = stays(desk.cases(), known, desk.now(), desk.workdays(), desk.rules())
        self._arrange()

    def everybody(self) -> tuple[Stay, ...]:
        """All people, shown or not."""
        return self._stays

    def stay(self, person: str) -> Stay | None:
        """How that person stands."""
        return next((each for each in self._stays if each.person.id == person), None)

    def lines(self) -> list[Line]:
        """The people shown, in order."""
        return [row for row in self._rows if isinstance(row, Line)]

    def row(self, index: Index) -> Row:
        """The heading or line at that index."""
        return self._rows[index.row()]

    def index_of(self, person: str) -> QModelIndex:
        """The index of that person; an invalid one where they are not shown."""
        found = next((n for n, row in enumerate(self._rows) if isinstance(row, Line) and row.id == person), -1)
        return self.index(found) if found >= 0 else QModelIndex()

    def tags(self) -> list[str]:
        """Every tag's label, in the order of the alphabet."""
        labels = {folded(tag_label(tag)): tag_label(tag) for stay in self._stays for tag in stay.person.tags}
        return [labels[key] for key in sorted(labels)]

    def whole_tags(self) -> list[str]:
        """Every tag as it was written, with its rhythm."""
        return sorted({tag for stay in self._stays for tag in stay.person.tags}, key=folded)

    def _arrange(self) -> None:
        """Put the lines into rows; the view hears of it only as far as something differs."""
        rows = self._arranged()
        if [_key(row) for row in rows] == [_key(row) for row in self._rows]:
            self._rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def _arranged(self) -> list[Row]:
        words = folded(self._wanted.text).split()
        fitting = [stay for stay in self._stays if self._fits(stay) and (not words or _has_words(stay, words))]
        groups: dict[object, list[Stay]] = {}
        by_company = self._wanted.shown is Shown.BY_COMPANY
        if not by_company:
            groups = {circle: [] for circle in Circle}
        for stay in fitting:
            groups.setdefault(folded(stay.company) if by_company else stay.circle, []).append(stay)
        keys = sorted(groups, key=lambda key: (key == "", str(key))) if by_company else list(groups)
        rows: list[Row] = []
        for key in keys:
            members = groups[key]
            if members:
                circle = key if isinstance(key, Circle) else None
                rows.append(Heading(circle, members[0].company, len(members)))
                rows += [Line(stay) for stay in self._in_order(members)]
        return rows

    def _fits(self, stay: Stay) -> bool:
        wanted, rhythm = self._wanted, stay.rhythm
        if wanted.shown is Shown.KEEP_IN_TOUCH and not _is_kept(stay):
            return False
        if wanted.rhythm == "own" and rhythm is None:
            return False
        if wanted.rhythm not in ("", "own") and (rhythm is None or rhythm.tier != wanted.rhythm):
            return False
        if wanted.tag and wanted.tag not in {folded(tag_label(tag)) for tag in stay.person.tags}:
            return False
        return not wanted.due or stay.circle is Circle.NOW

    def _in_order(self, members: Sequence[Stay]) -> list[Stay]:
        if self._sorted_by is None:
            return sorted(members, key=_usual)
        told = {stay.person.id: self._sort_value(stay) for stay in members}
        with_value = sorted(
            (each for each in members if told[each.person.id] is not None), key=lambda each: folded(each.person.name)
        )
        with_value.sort(key=lambda each: told[each.person.id] or 0, reverse=self._downwards)
        return with_value + [each for each in members if told[each.person.id] is None]

    def _sort_value(self, stay: Stay) -> float | str | None:
        """What the person is sorted by; None stands last either way."""
        if self._sorted_by is Column.LAST:
            return -stay.last.on.toordinal() if stay.last else None
        if self._sorted_by is Column.RHYTHM:
            return stay.rhythm.length if stay.rhythm else None
        if self._sorted_by is Column.NEXT:
            return stay.due.toordinal() if stay.due else None
        return folded(stay.person.name)

    # What Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own default, never changed)
        """Headings and lines."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Lines can be selected; headings are words."""
        if index.isValid() and isinstance(self.row(index), Line):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row, the person's id, or the whole of it in words; a look-up that cannot fail."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == RECORD_ROLE:
            return row
        if role == ID_ROLE:
            return row.id if isinstance(row, Line) else ""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.sentence(row)
        return None

    def sentence(self, row: Row) -> str:
        """A row in words: "Marta Lindholm, Kestrel Tools. 17 Nov, thanked by e-mail. A, 3 weeks. Say hello from Thu 17 Dec."."""
        if isinstance(row, Heading):
            return row.words
        stay = row.stay
        parts = [", ".join(part for part in (stay.person.name, row.about) if part)]
        parts.append(", ".join(part for part in last_words(stay, self.today) if part))
        parts.append(", ".join(part for part in rhythm_words(stay) if part))
        parts.append(said(stay.step, self.today).rstrip("."))
        return ". ".join(part for part in parts if part) + "."


def _usual(stay: Stay) -> tuple[bool, bool, date, str]:
    """What members of a group are sorted by: cards that are owed, then what is due first, then by name."""
    return stay.kind is not Kind.CARD, stay.due is None, stay.due or date.max, folded(stay.person.name)


def _is_kept(stay: Stay) -> bool:
    """True for those to stay in touch with: their interviews are done with, or they have a rhythm."""
    return stay.circle is Circle.KEEP_IN_TOUCH or stay.kind in (Kind.CHECK_IN, Kind.KEEP_IN_TOUCH) or stay.rhythm is not None


def _has_words(stay: Stay, words: Sequence[str]) -> bool:
    """True when every word is found in the person, their tags, their interviews' companies, or the notes about them."""
    person: Person = stay.person
    told = [person.name, person.address_as, person.title, person.company, person.email, *person.tags]
    for case in stay.cases:
        told += [case.interview.company, case.interview.role, *(note.text for note in case.notes_of(person.id))]
    text = folded(" ".join(told))
    return all(word in text for word in words)


def _key(row: Row) -> tuple[object, ...]:
    """What makes a row the same one as before, whatever it says now."""
    return ("", row.circle, row.company) if isinstance(row, Heading) else (row.id,)
