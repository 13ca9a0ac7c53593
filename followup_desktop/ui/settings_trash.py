"""Settings: the trash, from which what was deleted is put back for thirty days."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal

from followup_desktop.core import trash
from followup_desktop.core.records import Binned, Change
from followup_desktop.core.words import QT_TRANSLATE_NOOP, Words
from followup_desktop.desk.desk import Desk
from followup_desktop.ui.language import day_words
from followup_desktop.ui.parts.button import button
from followup_desktop.ui.settings_fields import Choice
from followup_desktop.ui.settings_rows import Row, Section

translate = QCoreApplication.translate


class TrashSection(Section):
    """What was deleted, when it goes for good, and the way back."""

    told = Signal(str)
    """Something was done that a bar is to offer back."""

    def __init__(self, desk: Desk) -> None:
        told = translate("Settings", "Interviews and people that you delete stay here for 30 days, with all that went with them.")
        super().__init__(translate("Settings", "Trash"), told)
        self._desk = desk
        self.choice = Choice(self.tr("In the trash"))
        self.back_button = button(self.tr("Put it back"), "undo")
        self.gone_button = button(self.tr("Delete now"), "trash")
        self._which = self.add(Row(self.tr("In the trash"), " ", [self.choice], self.tr("deleted bin")))
        buttons = [self.gone_button, self.back_button]
        hint = self.tr("Notes, cards and follow-ups come back with it.")
        self.add(Row(self.tr("Put it back, or let it go"), hint, buttons, self.tr("restore delete")))
        self.choice.picked.connect(lambda _: self._show())
        self.back_button.clicked.connect(self._put_back)
        self.gone_button.clicked.connect(self._let_go)

    def refresh(self) -> None:
        """Show what lies there now, the latest first."""
        before = self.choice.currentData()
        self.choice.offer([(each.title, each.id) for each in reversed(self._desk.binned())])
        self.choice.put(before)
        self._show()

    def _chosen(self) -> Binned | None:
        wanted = self.choice.currentData()
        return next((each for each in self._desk.binned() if each.id == wanted), None)

    def _show(self) -> None:
        chosen, today = self._chosen(), self._desk.today()
        for each in (self.choice, self.back_button, self.gone_button):
            each.setEnabled(chosen is not None)
        if chosen is None:
            self._which.say(self.tr("It is empty."))
            return
        told = self.tr("Deleted {0}; it goes for good after {1}.")
        self._which.say(told.format(day_words(chosen.on, today), day_words(trash.last_day(chosen), today)))

    def _put_back(self) -> None:
        chosen = self._chosen()
        if chosen is not None and self._desk.put_back(chosen):
            self.told.emit(self.tr("{0} is back.").format(chosen.title))

    def _let_go(self) -> None:
        chosen = self._chosen()
        label = Words(QT_TRANSLATE_NOOP("core", "Delete from the trash"))
        if chosen is not None and self._desk.do(Change(label, ((chosen, None),))):
            self.told.emit(self.tr("{0} is gone from the trash.").format(chosen.title))
