"""The address on an envelope: asked for where it is missing, typed right here, and on disk a second later."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from followup_desktop.core import changes
from followup_desktop.core.records import Change, Person
from followup_desktop.desk.desk import Desk
from followup_desktop.ui import look
from followup_desktop.ui.note_box import SaveClock
from followup_desktop.ui.parts.label import label, set_tone
from followup_desktop.ui.unsaved import Unsaved

HIGH = 84


class _Field(QPlainTextEdit):
    """A few lines; Tab leaves it."""

    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class CardAddress(QWidget):
    """Shows and changes one person's postal address."""

    typed = Signal()
    unsaved_changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._person: Person | None = None
        self._unsaved = Unsaved(desk, self)
        self._unsaved.changed.connect(self.unsaved_changed)
        self.clock = SaveClock(self)
        self.clock.due.connect(self.save)
        self._words = label("", "caption", "text2", wrap=True)
        self.field = _Field()
        self.field.setProperty("role", "field")
        self.field.setTabChangesFocus(True)
        self.field.setFixedHeight(look.px(HIGH))
        self.field.textChanged.connect(self._on_typed)
        self.field.left.connect(self._on_left)
        self._words.setBuddy(self.field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(4))
        column.addWidget(self._words)
        column.addWidget(self.field)
        self._loading = False

    @property
    def is_unsaved(self) -> bool:
        """True while an address could not be written."""
        return bool(self._unsaved)

    def person(self) -> Person | None:
        """The person with the address as it stands here."""
        return None if self._person is None else replace(self._person, address=self.text())

    def text(self) -> str:
        """The lines that are typed, without empty ones at the ends."""
        return self.field.toPlainText().strip()

    def show_person(self, person: Person) -> None:
        """Ask for that person's address; what is being typed stays."""
        if self._person is not None and self._person.id != person.id:
            self.save()
        is_new = self._person is None or self._person.id != person.id
        self._person = person
        kept = self._unsaved.words(self._key(person.id))
        told = kept if isinstance(kept, str) else person.address
        if (is_new or not self.clock.is_pending) and told.strip() != self.text():
            self._loading = True
            self.field.setPlainText(told)
            self._loading = False
        self._say()

    def _say(self) -> None:
        assert self._person is not None
        missing = not self.text()
        ask = self.tr("The address of {0} is missing: ask reception for it, and type it in here.")
        words = (ask if missing else self.tr("Address of {0}")).format(self._person.name)
        self._words.setText(words)
        set_tone(self._words, "stamp" if missing else "text2")
        self.field.setAccessibleName(self.tr("Address of {0}").format(self._person.name))
        self.field.setAccessibleDescription(words)

    @staticmethod
    def _key(person: str) -> str:
        return f"address {person}"

    def _on_typed(self) -> None:
        if not self._loading and self._person is not None:
            self.clock.typed()
            self._say()
            self.typed.emit()

    def _on_left(self) -> None:
        self.save()
        self._desk.end_typing()

    def save(self) -> None:
        """Keep what is typed."""
        if not self.clock.is_pending or self._person is None:
            return
        address, person = self.text(), self._person.id

        def change() -> Change | None:
            before = next((each for each in self._desk.people() if each.id == person), None)
            return None if before is None else changes.person_edited(before, replace(before, address=address))

        self._unsaved.save(self._key(person), address, change)
        self.clock.saved()

    def retry(self) -> None:
        """Try to write what could not be written."""
        self._unsaved.retry()
