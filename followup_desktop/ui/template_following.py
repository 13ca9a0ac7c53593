"""What another program does to the user's templates meanwhile: followed, or asked about; nothing typed here is lost."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from followup_desktop.core.problems import Problem
from followup_desktop.desk.desk import Desk
from followup_desktop.ui.template_acts import TemplateActs
from followup_desktop.ui.template_edit import TemplateEdit
from followup_desktop.ui.template_saving import TemplateSaving
from followup_desktop.ui.template_shelf import Listed, own_key

LOOK_EVERY_MS = 2000
"""How often the folder is looked at while the page is in front: signals of the system miss network disks."""
THEIRS, MINE = "theirs", "mine"


class TemplateFollowing(QObject):
    """Looks at the folder from time to time and brings the template in front up to date."""

    moved = Signal()
    """Something in the folder is not as it was."""
    told = Signal(str)
    asked = Signal(str, str, object, object)
    """A question: its two parts, its answers, and what is to be done with the key of the one that is pressed."""

    def __init__(
        self,
        desk: Desk,
        edit: TemplateEdit,
        saving: TemplateSaving,
        acts: TemplateActs,
        current: Callable[[], Listed | None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._desk, self._edit, self._saving, self._acts, self._current = desk, edit, saving, acts, current
        self._stamp: object = None
        self.is_busy = False
        """True while the text is changed from here: that is no typing."""
        self.clock = QTimer(self)
        self.clock.setInterval(LOOK_EVERY_MS)
        self.clock.timeout.connect(self.look)
        saving.elsewhere.connect(self._ask_whose)

    def look(self) -> None:
        """Follow what has changed since the last look."""
        before = self._stamp
        self.note_stamp()
        if self._stamp == before:
            return
        here = self._current()
        if here is not None and here.is_own and here.unreadable is None and here.file not in self._saving.kept:
            self._follow_one(here)
        self.moved.emit()

    def note_stamp(self) -> None:
        """The folder is known as it is now."""
        try:
            self._stamp = self._desk.templates.stamp()
        except Problem:
            self._stamp = None

    def _follow_one(self, here: Listed) -> None:
        there, mine = self._saving.on_disk(here.file), self._edit.words()
        if there is None and not any(each == here.file for each in self._files()):
            words = self.tr("Another program has deleted “{0}”.").format(here.name)
            self._acts.offer_undo(words, lambda: self._acts.put_back(here.file, mine))
        elif there is not None and there != mine:
            self._take_over(here.file, there)
            self.told.emit(self.tr("Another program has changed “{0}”; it is shown as it is now.").format(here.name))

    def _files(self) -> tuple[str, ...]:
        try:
            return tuple(each.file for each in self._desk.templates.all())
        except Problem:
            return ()

    def _take_over(self, file: str, text: str) -> None:
        """Show what stands in the file now; undoing in the text brings back what stood here."""
        self.is_busy = True
        self._edit.replace_all(text)
        self.is_busy = False
        self._saving.forget(file)
        self._saving.saw(file, text)

    def _ask_whose(self, file: str) -> None:
        here = self._current()
        name = here.name if here is not None and here.key == own_key(file) else file
        strong = self.tr("Another program has changed “{0}” too.").format(name)
        answers = [(MINE, self.tr("Keep mine")), (THEIRS, self.tr("Use theirs"))]
        self.asked.emit(strong, self.tr("Yours is here and not saved yet."), answers, lambda key: self._settle(file, key))

    def _settle(self, file: str, key: str) -> None:
        there, here = self._saving.on_disk(file), self._current()
        if key == MINE or there is None:
            self._saving.write_over(file)
        elif here is not None and here.key == own_key(file):
            self._take_over(file, there)
        else:
            self._saving.forget(file)
        self.moved.emit()
