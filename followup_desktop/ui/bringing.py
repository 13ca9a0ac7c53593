"""Bringing in invitations and address books: a file or a pasted text becomes one `Change`, or one plain sentence and nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from followup_desktop.core import changes
from followup_desktop.core.problems import Problem
from followup_desktop.core.records import Change
from followup_desktop.desk.desk import Desk
from followup_desktop.desk.kept_backups import Why
from followup_desktop.ui.bars import Bars
from followup_desktop.ui.done_words import done_words
from followup_desktop.ui.language import said
from followup_desktop.ui.parts.bar import Bar

NOT_ME = "none"
_MOST_REMARKS = 3
"""Remarks about single entries of one address book: where there are more than one over, they are counted."""


class Bringing(QObject):
    """Reads invitations, asks once which address is the user's own, and brings them in."""

    brought = Signal(str)
    """An interview (id) came in, or what was known of it followed a change."""
    form_wanted = Signal()
    """The user would rather type it in."""
    choose_wanted = Signal()
    """The user would rather choose another file."""

    def __init__(self, desk: Desk, bars: Bars, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._bars = desk, bars
        self._asked = self._none_is_me = False
        self._refused: list[Bar] = []
        """What was said of files that did not come in."""

    def bring_files(self, names: Sequence[str]) -> None:
        """Bring in each of these files, all of it or nothing."""
        from followup_desktop.exchange import bring_in_contacts, ics, whole  # noqa: PLC0415  (load when there is a file to read)

        self._forget_refused()
        for path in map(Path, names):
            if whole.is_whole(path.name):
                self._bring_whole(path)
                continue
            people = bring_in_contacts.is_address_book(path.name)
            data = self._desk.read_file(path, bring_in_contacts.most_bytes(path.name) if people else ics.MOST_BYTES)
            if data is not None:
                (self._bring_people if people else self._bring)(data, path.name)

    def bring_text(self, text: str) -> None:
        """Bring in the text of a calendar file."""
        self._forget_refused()
        self._bring(text.encode(), self.tr("the pasted invitation"))

    def _bring_whole(self, path: Path) -> None:
        """Bring in a whole notebook that was exported: what is not here yet; what differs stays as it is here."""
        from followup_desktop.exchange import whole  # noqa: PLC0415

        desk = self._desk
        data = desk.read_file(path, whole.MOST_BYTES)
        if data is None:
            return
        try:
            plan = whole.plan(whole.read(data, path.name), desk.everything(), path.name)
        except Problem as problem:
            self._refuse(problem, [("choose", self.tr("Choose a file"))])
            return
        if plan.skipped:
            one = self.tr("{0} entry of “{1}” differs from your notebook; it was left as it is here.")
            many = self.tr("{0} entries of “{1}” differ from your notebook; they were left as they are here.")
            self._bars.tell((one if len(plan.skipped) == 1 else many).format(len(plan.skipped), path.name))
        if plan.change is None:
            self._bars.tell(self.tr("Everything in “{0}” is in your notebook already; nothing has changed.").format(path.name))
        elif self._do(plan.change):
            interviews, people = plan.new.get("interview", 0), plan.new.get("person", 0)
            came = self.tr("1 interview") if interviews == 1 else self.tr("{0} interviews").format(interviews)
            met = self.tr("1 person") if people == 1 else self.tr("{0} people").format(people)
            told = self.tr("“{0}” is in your notebook. New in it: {1}, {2}.")
            self._bars.undo(told.format(path.name, came, met), desk.undo)

    def _do(self, change: Change) -> bool:
        """Bring it in, after what was there was kept; False, and nothing is changed, where a bar says why not."""
        try:
            self._desk.backups.keep(Why.IMPORT)
        except Problem as problem:
            self._bars.error(said(problem.what, self._desk.today()))
            return False
        return self._desk.do(change)

    def _bring_people(self, data: bytes, name: str) -> None:
        """Bring in an address book: whoever is new in it is known, not met."""
        from followup_desktop.exchange import bring_in_contacts  # noqa: PLC0415

        desk = self._desk
        try:
            contacts = bring_in_contacts.read(data, name)
        except Problem as problem:
            self._refuse(problem, [("choose", self.tr("Choose a file"))])
            return
        me = replace(desk.me(), country=desk.country())
        plan = bring_in_contacts.plan(contacts, desk.cases(), desk.people(), me)
        remarks = [f"{where}: {said(why, desk.today())}" for where, why in (*plan.doubts, *plan.skipped)]
        few = len(remarks) <= _MOST_REMARKS + 1
        for remark in remarks if few else remarks[:_MOST_REMARKS]:
            self._bars.tell(remark)
        if not few:
            more = self.tr("{0} more entries of “{1}” were left out or may be double.")
            self._bars.tell(more.format(len(remarks) - _MOST_REMARKS, name))
        if plan.change is None:
            if plan.same:
                same = self.tr("Everybody in “{0}” is in your notebook already; nothing has changed.")
                self._bars.tell(same.format(name))
        elif self._do(plan.change):
            self._bars.undo(done_words(plan.change, desk.today()), desk.undo)

    def _bring(self, data: bytes, name: str) -> None:
        from followup_desktop.exchange import bring_in, ics  # noqa: PLC0415

        desk = self._desk
        try:
            events = ics.read_ics(data, desk.zone, name)
        except Problem as problem:
            answers = [("choose", self.tr("Choose a file")), ("type", self.tr("Type it in"))]
            self._refuse(problem, answers)
            return
        plan = bring_in.plan(events, desk.cases(), desk.people(), desk.me(), none_is_me=self._none_is_me)
        if plan.whose and not self._asked:
            answers = [(address, address) for address in plan.whose[:3]]
            question = self.tr("Which of these is you?")
            why = self.tr("You are not your own interviewer.")
            self._bars.ask(
                question, why, [*answers, (NOT_ME, self.tr("None of them"))], lambda own: self._on_told(own, data, name)
            )
            return
        for where, why_not in (*plan.skipped, *plan.doubts):
            self._bars.tell(f"{where}: {said(why_not, desk.today())}" if where else said(why_not, desk.today()))
        if plan.change is None:
            if plan.same:
                self._bars.tell(self.tr("“{0}” is in your notebook already; nothing has changed.").format(name))
        elif self._do(plan.change):
            self._bars.undo(done_words(plan.change, desk.today()), desk.undo)
        if plan.interview:
            self.brought.emit(plan.interview)

    def _on_told(self, own: str, data: bytes, name: str) -> None:
        """The user said which address is theirs (or that none is): it is kept, and never asked again."""
        self._asked = True
        me = self._desk.me()
        self._none_is_me = own == NOT_ME
        if own != NOT_ME:
            self._desk.do(changes.me_set(me, replace(me, emails=(*me.emails, own))))
        self._bring(data, name)

    def _refuse(self, problem: Problem, answers: Sequence[tuple[str, str]]) -> None:
        """Say why nothing came in, until another file is tried."""
        self._refused.append(self._bars.error(said(problem.what, self._desk.today()), answers, self._on_refused))

    def _forget_refused(self) -> None:
        for bar in self._refused:
            if bar in self._bars.bars():
                bar.leave()
        self._refused.clear()

    def _on_refused(self, answer: str) -> None:
        (self.choose_wanted if answer == "choose" else self.form_wanted).emit()
