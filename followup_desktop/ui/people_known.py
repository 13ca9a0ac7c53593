"""A new opening at a known company: who is known there, with what was noted about them (E41, E42)."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from followup_desktop.core.records import Case, Person
from followup_desktop.core.sentences import listed
from followup_desktop.core.staying import known_at
from followup_desktop.desk.desk import Desk
from followup_desktop.ui import look
from followup_desktop.ui.parts.button import button
from followup_desktop.ui.parts.label import label

MOST_NOTES, LONGEST = 2, 80
"""So many notes are quoted, each of so many characters at most."""

translate = QCoreApplication.translate


def known_words(company: str, people: Iterable[Person], cases: Collection[Case]) -> str:
    """Who is known there, who of them has moved on, and a note or two about them; empty for nobody."""
    told = tuple(people)
    if not told:
        return ""
    words = translate("people", "You know {0} at {1}.").format(listed([each.name for each in told]), company)
    notes: list[str] = []
    for person in told:
        texts = (note.text.strip() for case in cases for note in case.notes_of(person.id))
        text = next((text for text in texts if text and "\n" not in text and len(text) <= LONGEST), "")
        if text:
            notes.append(translate("people", "{0}: “{1}”").format(person.address_as or person.name, text.rstrip(".")))
    return " ".join([words, "  ·  ".join(notes[:MOST_NOTES])]).strip()


def shortened(company: str, most: int = 16) -> str:
    """A company's name as a segment has room for it."""
    return company if len(company) <= most else company[: most - 1].rstrip() + "…"


class KnownLine(QWidget):
    """One line that says so, with a way to them; hidden where nobody is known."""

    person_wanted = Signal(str)
    """The page of somebody (id)."""

    def __init__(self, desk: Desk, parent: QWidget | None = None, *, button_words: str = "", inset: int = 0) -> None:
        super().__init__(parent)
        self._desk, self._person = desk, ""
        icon = QLabel()
        icon.setPixmap(look.pixmap("people", "ink"))
        self.words = label(kind="caption", tone="text2", wrap=True)
        self.show_them = button(button_words, small=True)
        self.show_them.setVisible(bool(button_words))
        self.show_them.setAutoDefault(False)
        self.show_them.clicked.connect(lambda: self.person_wanted.emit(self._person))
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(inset), look.px(inset // 2), look.px(inset), look.px(inset // 2))
        row.setSpacing(look.px(8))
        row.addWidget(icon)
        row.addWidget(self.words, 1)
        row.addWidget(self.show_them)
        self.hide()

    def show_company(self, company: str, without: Collection[str] = ()) -> None:
        """Say who is known at that company, but for those of `without` (ids)."""
        cases = self._desk.cases()
        people = [each for each in known_at(company, cases, self._desk.people()) if each.id not in without]
        words = known_words(company.strip(), people, cases)
        self._person = people[0].id if people else ""
        self.words.setText(words)
        self.setVisible(bool(words))
