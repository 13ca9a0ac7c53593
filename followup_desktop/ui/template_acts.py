"""What can be done to a template as a file: made, renamed, deleted; each is taken back by a bar or by the undo key."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from followup_desktop.core.problems import Problem
from followup_desktop.desk.desk import Desk
from followup_desktop.ui.template_saving import TemplateSaving
from followup_desktop.ui.template_shelf import Listed, own_key

T = TypeVar("T")


class TemplateActs(QObject):
    """Does things to the user's template files; where the world refuses, nothing has changed and `problem` says why."""

    shown = Signal(str)
    """The template (its key) that is to be in front now."""
    problem = Signal(object)
    told_undo = Signal(str, object)
    """What was done, in words, and what takes it back."""
    changed = Signal()
    """There is something else to undo, or nothing any more."""

    def __init__(self, desk: Desk, saving: TemplateSaving, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._saving = desk, saving
        self._to_undo: Callable[[], object] | None = None

    def make(self, name: str, text: str, words: str, before: str) -> bool:
        """A new file called after `name`; taken back, the template with the key `before` is in front again."""
        self._saving.save()
        made = self._tried(lambda: self._desk.templates.add(name, text))
        if made is None:
            return False
        file = made[0]
        self.shown.emit(own_key(file))

        def take_back() -> None:
            typed = self._saving.kept.get(file) or self._saving.on_disk(file) or text
            if self._tried(lambda: self._desk.templates.remove(file)):
                self._saving.forget(file)
                self.shown.emit(before)
                if typed != text:  # what was typed since is not lost with it
                    self.offer_undo(self.tr("“{0}” is deleted.").format(file), lambda: self.put_back(file, typed))

        self.offer_undo(words, take_back)
        return True

    def remove(self, here: Listed, then: str, words: str) -> None:
        """Delete that file; the template with the key `then` comes to the front."""
        if self._tried(lambda: self._desk.templates.remove(here.file)):
            self._saving.forget(here.file)
            self.shown.emit(then)
            self.offer_undo(words, lambda: self.put_back(here.file, here.text))

    def put_back(self, file: str, text: str) -> None:
        """A file that was deleted, as it was."""
        if self._tried(lambda: self._desk.templates.save(file, text)):
            self.shown.emit(own_key(file))

    def rename(self, file: str, name: str) -> str:
        """Call the file after `name`; gives its name from now on."""
        self._saving.save()
        if file in self._saving.kept:
            return file  # the words come first: they are not on disk yet, and a bar has said why
        made = self._tried(lambda: self._desk.templates.rename(file, name))
        if made is None or made[0] == file:
            return file
        self._saving.forget(file)
        return made[0]

    def _tried(self, act: Callable[[], T]) -> tuple[T] | None:
        """What `act` gives, alone in a tuple; None where the world refuses."""
        try:
            done = (act(),)
        except Problem as problem:
            self.problem.emit(problem)
            return None
        self._saving.tell_saved()
        return done

    # Taking back

    def offer_undo(self, words: str, act: Callable[[], object]) -> None:
        """Say that something was done, with what takes it back."""

        def undo() -> None:
            if self._to_undo is undo:
                self._to_undo = None
                act()
                self.changed.emit()

        self._to_undo = undo
        self.told_undo.emit(words, undo)
        self.changed.emit()

    def can_undo(self) -> bool:
        """True while the last thing done can be taken back."""
        return self._to_undo is not None

    def undo(self) -> bool:
        """Take the last thing back; False where there is none."""
        if self._to_undo is None:
            return False
        self._to_undo()
        return True
