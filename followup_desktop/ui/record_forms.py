"""Adding, changing and deleting interviews and people by hand: the forms, and the changes that come out of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from followup_desktop.core import changes
from followup_desktop.core.records import Case, Change
from followup_desktop.desk.desk import Desk
from followup_desktop.ui.bars import Bars
from followup_desktop.ui.done_words import done_words


class RecordForms(QObject):
    """Shows a form over the window, does the change that comes out of it, and offers to take it back."""

    interview_added = Signal(str)
    """An interview (id) that is still to come, or of which nothing more is known."""
    interview_over = Signal(str)
    """An interview (id) that the user comes from."""
    person_known = Signal(str)
    """Somebody (id) was added to or changed among all people, outside of an interview."""

    def __init__(self, desk: Desk, bars: Bars, window: QWidget, finish: Callable[[], object]) -> None:
        super().__init__(window)
        self._desk, self._bars, self._window, self._finish = desk, bars, window, finish

    def do(self, change: Change) -> bool:
        """Do a change that can be taken back from a bar; False where it changes nothing or could not be saved."""
        done = bool(change.pairs) and self._desk.do(change)
        if done:
            self._bars.undo(done_words(change, self._desk.today()), self._desk.undo)
        return done

    def _case(self, interview: str | None) -> Case | None:
        return self._desk.case(interview) if interview else None

    def new_interview(self, day: date | None = None, text: str = "") -> None:
        """Ask for an interview in one line."""
        from followup_desktop.ui.interview_form import InterviewForm  # noqa: PLC0415  (forms load when one is opened)

        form = InterviewForm(self._desk, self._window, day=day if isinstance(day, date) else None, text=text)
        if form.exec() and form.change is not None and self._desk.do(form.change):
            self.interview_added.emit(form.interview)

    def just_had_one(self) -> None:
        """Ask for an interview that is just over."""
        from followup_desktop.ui.interview_form import InterviewForm  # noqa: PLC0415

        form = InterviewForm(self._desk, self._window, just_over=True)
        if form.exec() and form.change is not None and self._desk.do(form.change):
            self.interview_over.emit(form.interview)

    def edit_interview(self, interview: str | None) -> None:
        """Change an interview by hand: company, role, day, time, place."""
        from followup_desktop.ui.interview_form import InterviewForm  # noqa: PLC0415

        case = self._case(interview)
        if case is None:
            return
        form = InterviewForm(self._desk, self._window, case=case)
        if form.exec() and form.change is not None:
            self.do(form.change)

    def cancel_interview(self, interview: str | None) -> None:
        """Mark an interview as cancelled, or take it up again."""
        case = self._case(interview)
        if case is not None:
            after = changes.with_cancelled(case.interview, cancelled=not case.interview.cancelled)
            self.do(changes.interview_edited(case.interview, after))

    def delete_interview(self, interview: str | None) -> None:
        """Delete an interview with its notes, also those that are still being typed."""
        if self._case(interview) is None:
            return
        self._finish()
        case = self._case(interview)
        if case is not None:
            self.do(changes.interview_removed(case))

    def add_person(self, interview: str) -> None:
        """Add somebody who interviewed."""
        self._ask_person(self._case(interview), None)

    def edit_person(self, interview: str, person: str) -> None:
        """Change a name, a way of address, an address; or say that they were not there."""
        case = self._case(interview)
        if case is not None and case.person(person) is not None:
            self._ask_person(case, person)

    def _ask_person(self, case: Case | None, person: str | None) -> None:
        from followup_desktop.ui.person_form import PersonForm  # noqa: PLC0415

        if case is None:
            return
        form = PersonForm(self._desk, case, case.person(person) if person else None, self._window)
        if form.exec() and form.change is not None:
            self.do(form.change)

    def know_person(self, person: str | None) -> None:
        """Add somebody known, or change anybody, outside of an interview."""
        from followup_desktop.ui.person_form import PersonForm  # noqa: PLC0415

        known = next((each for each in self._desk.people() if each.id == person), None)
        form = PersonForm(self._desk, None, known, self._window)
        if form.exec() and form.change is not None:
            self.do(form.change)
            self.person_known.emit(form.person)

    def edit_me(self) -> None:
        """Ask who writes: name, own addresses, country."""
        from followup_desktop.ui.me_form import MeForm  # noqa: PLC0415

        form = MeForm(self._desk, self._window)
        form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        form.accepted.connect(lambda: self._desk.do(form.change) if form.change is not None else None)
        form.open()
