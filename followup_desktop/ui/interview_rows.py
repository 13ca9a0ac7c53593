"""The rows of the interview list: which interviews, in which groups, in which order, and the model that holds them.

Derived, never stored: `core.agenda` says where an interview stands and what its next step is. What lies in the folded
group of closed interviews costs nothing until it is looked at.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, tzinfo
from enum import StrEnum

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from followup_desktop.core import agenda
from followup_desktop.core.agenda import Around, Does, Group, Kind, Next
from followup_desktop.core.find import folded
from followup_desktop.core.records import CardState, Case
from followup_desktop.core.steps.step import order
from followup_desktop.desk.desk import Desk
from followup_desktop.ui.language import day_words, moment_words, said, short_day_words, time_words
from followup_desktop.ui.parts.rings import ring_words
from followup_desktop.ui.privacy import shown

RECORD_ROLE = Qt.ItemDataRole.UserRole
"""Role of the row itself: a `Heading` or a `Line`."""
ID_ROLE = Qt.ItemDataRole.UserRole + 1
"""Role of the interview's id; empty for a heading."""
SORT_ROLE = Qt.ItemDataRole.UserRole + 2
"""Role of what a line is sorted by within its group, a native value."""

MOST_FOUND = 200
"""A search shows so many interviews; the newest come first."""

Index = QModelIndex | QPersistentModelIndex
translate = QCoreApplication.translate


class Order(StrEnum):
    """What lines are sorted by within a group."""

    NEXT_STEP = "next-step"
    DATE = "date"
    COMPANY = "company"


def group_words(group: Group) -> str:
    """A group's name."""
    return {
        Group.TODAY: translate("InterviewList", "Today"),
        Group.COMING: translate("InterviewList", "Coming"),
        Group.WAITING: translate("InterviewList", "Waiting"),
        Group.KEEP_IN_TOUCH: translate("InterviewList", "Keep in touch"),
        Group.CLOSED: translate("InterviewList", "Closed"),
    }[group]


@dataclass(frozen=True, slots=True)
class Heading:
    """The row above a group. `folds` is True for the one that can be opened and closed.

    Without a group it is the last row of a search that found more than is shown; `count` is how many more.
    """

    group: Group | None
    count: int
    folds: bool = False
    folded: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One interview in the list."""

    case: Case
    group: Group

    @property
    def id(self) -> str:
        """The interview's id."""
        return self.case.interview.id

    @property
    def states(self) -> tuple[CardState, ...]:
        """How far each interviewer's card is, in the order they were met."""
        return tuple(self.case.card(person.id).state for person in self.case.interviewers)

    @property
    def ring_icon(self) -> str:
        """The icon of the dotted ring where cards are not what it is about; empty for the ring of cards."""
        if self.group is Group.KEEP_IN_TOUCH:
            return "sprout"
        if self.group is Group.COMING:
            return "calendar"
        return "" if self.case.interviewers else "interview"


Row = Heading | Line


def when_words(line: Line, today: date, zone: tzinfo | None = None) -> str:
    """When an interview is, as shortly as its group allows: "10:00", "Wed 2 Dec", "10 Nov".

    The time is that of the user's clock in `zone`; None: of the interview's own place.
    """
    interview = line.case.interview
    begins = interview.begins_in(zone or interview.starts().tzinfo)
    if line.group is Group.TODAY and begins is not None:
        return time_words(begins.time()) if begins.date() == today else moment_words(begins, today)
    if line.group in (Group.TODAY, Group.COMING):
        return day_words(interview.day, today)
    short = short_day_words(interview.day)
    return short if interview.day.year == today.year else f"{short} {interview.day.year}"


def step_mark(step: Next) -> tuple[str, str]:
    """The icon of a line's second words, and the token of their colour."""
    if step.does is Does.DEBRIEF:
        return "debrief", "ink"
    marks = {
        Kind.CARD: ("card", "stamp"),
        Kind.FLOOR: ("ask", "ink"),
        Kind.BEST: ("ask", "ink"),
        Kind.KIT: ("kit", "text2"),
        Kind.CHECK_IN: ("sprout", "text2"),
        Kind.KEEP_IN_TOUCH: ("sprout", "text2"),
        Kind.TASK: ("note", "stamp"),
        Kind.OUTCOME: ("info", "text2"),
        Kind.INTERVIEW: ("clock", "ink"),
    }
    return ("quiet", "text2") if step.kind is None else marks.get(step.kind, ("info", "text2"))


class InterviewRows(QAbstractListModel):
    """Headings and lines, always in step with the desk. Headings cannot be selected."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._rows: list[Row] = []
        self._lines: dict[str, Line] = {}
        self._steps: dict[str, tuple[Case, datetime, Next]] = {}
        self._goes_by = desk.workdays(), desk.rules()
        self._around: dict[str, Around] = {}
        self._group: Group | None = None
        self._order = Order.NEXT_STEP
        self._found: frozenset[str] | None = None
        self._left_out = 0
        self._open = False
        self._now = desk.now()
        desk.changed.connect(self.refresh)
        desk.clock.minute_changed.connect(self.refresh)
        self.refresh()

    # What is shown

    @property
    def shown_group(self) -> Group | None:
        """The one group that is shown; None for all."""
        return self._group

    @property
    def sorted_by(self) -> Order:
        """What lines are sorted by."""
        return self._order

    @property
    def now(self) -> datetime:
        """The moment that the rows hold for."""
        return self._now

    def show_group(self, group: Group | None) -> None:
        """Show that group only; None for all."""
        self._group = group
        self._arrange()

    def sort_by(self, order_wanted: Order) -> None:
        """Sort the lines of each group that way."""
        self._order = order_wanted
        self._arrange()

    def show_only(self, ids: Sequence[str] | None) -> None:
        """Show those interviews only, closed ones too, of very many the first; None for all."""
        self._found = None if ids is None else frozenset(ids[:MOST_FOUND])
        self._left_out = 0 if ids is None else max(0, len(ids) - MOST_FOUND)
        self._arrange()

    def toggle_closed(self) -> None:
        """Open the group of closed interviews, or fold it."""
        self._open = not self._open
        self._arrange()

    def lines(self) -> list[Line]:
        """The interviews shown, in order."""
        return [row for row in self._rows if isinstance(row, Line)]

    def row(self, index: Index) -> Row:
        """The heading or line at that index."""
        return self._rows[index.row()]

    def index_of(self, interview: str) -> QModelIndex:
        """The index of that interview; an invalid one where it is not shown."""
        found = next((n for n, row in enumerate(self._rows) if isinstance(row, Line) and row.id == interview), -1)
        return self.index(found) if found >= 0 else QModelIndex()

    def index_of_fold(self) -> QModelIndex:
        """The index of the heading that folds; an invalid one where there is none."""
        found = next((n for n, row in enumerate(self._rows) if isinstance(row, Heading) and row.folds), -1)
        return self.index(found) if found >= 0 else QModelIndex()

    def step(self, line: Line) -> Next:
        """The next step of that interview; worked out when first asked for."""
        known = self._steps.get(line.id)
        if known is None or known[0] is not line.case or (known[1] != self._now and line.group is not Group.CLOSED):
            made = agenda.case_step(line.case, self._now, *self._goes_by, self._around.get(line.id))
            known = self._steps[line.id] = (line.case, self._now, made)
        return known[2]

    def refresh(self) -> None:
        """Work out again where every interview stands."""
        self._now = self._desk.now()
        cases = self._desk.cases()
        self._around = agenda.around(cases, self._desk.touches())
        before, self._goes_by = self._goes_by, (self._desk.workdays(), self._desk.rules())
        kept = self._steps if before == self._goes_by else {}
        self._steps = {case.interview.id: known for case in cases if (known := kept.get(case.interview.id))}
        lines = (Line(case, agenda.group(case, self._now, self._around.get(case.interview.id))) for case in cases)
        self._lines = {line.id: line for line in lines}
        self._arrange()

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
        groups: dict[Group, list[Line]] = {group: [] for group in Group}
        shown = self._lines.values() if self._found is None else map(self._lines.get, self._found)
        for line in shown:
            if line is not None:
                groups[line.group].append(line)
        rows: list[Row] = []
        for group, lines in groups.items():
            if not lines or self._group not in (None, group):
                continue
            folds = group is Group.CLOSED and self._group is None and self._found is None
            is_folded = folds and not self._open
            rows.append(Heading(group, len(lines), folds, is_folded))
            if not is_folded:
                in_order: list[Line] = sorted(lines, key=self._sort_key)
                rows.extend(in_order)
        if self._left_out:
            rows.append(Heading(None, self._left_out))
        return rows

    def _sort_key(self, line: Line) -> tuple[object, ...]:
        interview = line.case.interview
        start = datetime.combine(interview.day, interview.start.time() if isinstance(interview.start, datetime) else time())
        ahead = line.group in (Group.TODAY, Group.COMING)
        by_date = start.toordinal() * (1 if ahead else -1), (start.hour * 60 + start.minute) * (1 if ahead else -1)
        by_company = folded(interview.company)
        if self._order is Order.COMPANY:
            return by_company, by_date, interview.id
        if self._order is Order.DATE or line.group is Group.CLOSED:
            return by_date, by_company, interview.id
        return order(self.step(line)), by_date, by_company, interview.id

    # What Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own default, never changed)
        """Headings and lines."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Lines can be selected; a heading that folds can be reached; the others are words."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        row = self.row(index)
        if isinstance(row, Line):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemIsEnabled if row.folds else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row, its id, its sort value, or the whole of it in words; a look-up that cannot fail."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == RECORD_ROLE:
            return row
        if role == ID_ROLE:
            return row.id if isinstance(row, Line) else ""
        if role == SORT_ROLE:
            return self._sort_key(row) if isinstance(row, Line) else None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.sentence(row)
        return None

    def sentence(self, row: Row) -> str:
        """A row in words: "Acme, Platform engineer, today 10:00. 1 of 3 cards posted. Write 2 cards by 17:00."."""
        if isinstance(row, Heading):
            return _heading_sentence(row)
        today = self._now.date()
        interview = row.case.interview
        when, begins = day_words(interview.day, today), interview.begins_in(self._now.tzinfo)
        if begins is not None and row.group in (Group.TODAY, Group.COMING):
            when = f"{day_words(begins.date(), today)} {time_words(begins.time())}"
        parts = [", ".join(part for part in (shown(interview.company), interview.role, when) if part)]
        if row.states and not row.ring_icon:
            parts.append(ring_words(row.states))
        parts.append(shown(said(self.step(row).short, today)).rstrip("."))
        return ". ".join(part for part in parts if part) + "."


def heading_words(row: Heading) -> str:
    """What a heading says."""
    if row.group is None:
        return translate("InterviewList", "{0} more. Another word finds fewer.").format(row.count)
    return group_words(row.group)


def _heading_sentence(row: Heading) -> str:
    words = heading_words(row)
    if not row.folds:
        return words
    folded_words = translate("InterviewList", "{0}, {1} folded away. Enter opens them.")
    open_words = translate("InterviewList", "{0}, {1} shown. Enter folds them away.")
    return (folded_words if row.folded else open_words).format(words, row.count)


def _key(row: Row) -> tuple[object, ...]:
    """What makes a row the same one as before, whatever it says now."""
    return (row.group, row.folds, row.folded) if isinstance(row, Heading) else (row.group, row.id)
