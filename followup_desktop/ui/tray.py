"""The program's place in the tray: open the window, the next step in words, quit; and a reminder where there is no better way."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from followup_desktop.core import agenda
from followup_desktop.core.agenda import Does, Next
from followup_desktop.desk.desk import Desk
from followup_desktop.desk.notifications import Notice
from followup_desktop.ui import privacy
from followup_desktop.ui.language import said


def is_there() -> bool:
    """True where the desktop has a tray; some have none, and one may go and come with its panel."""
    return QSystemTrayIcon.isSystemTrayAvailable()


class Tray(QObject):
    """An icon in the tray, there from the start until `close`."""

    open_wanted = Signal()
    """The user wants the window."""
    step_wanted = Signal(object)
    """The user wants this next step, a `Next`."""
    quit_wanted = Signal()
    """The user wants the program to end."""
    pressed = Signal(object)
    """The message that tells this `Notice` was pressed."""

    def __init__(self, desk: Desk, icon: QIcon, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._told: Notice | None = None
        self.menu = QMenu()
        self.open_action = self.menu.addAction(self.tr("Open Follow-Up Desktop"))
        self.open_action.triggered.connect(self.open_wanted)
        self.step_action = self.menu.addAction("")
        self.step_action.triggered.connect(lambda: self.step_wanted.emit(self._next))
        self.menu.addSeparator()
        self.quit_action = self.menu.addAction(self.tr("Quit"))
        self.quit_action.triggered.connect(self.quit_wanted)
        self.menu.aboutToShow.connect(self.offer_step)
        self.icon = QSystemTrayIcon(icon, self)
        self.icon.setToolTip(self.tr("Follow-Up Desktop"))
        self.icon.setContextMenu(self.menu)
        self.icon.activated.connect(self._on_activated)
        self.icon.messageClicked.connect(self._on_message_clicked)
        self.offer_step()
        self.icon.show()

    def tell(self, notice: Notice) -> bool:
        """Say it in a message of the tray, without its buttons; False where no tray shows messages."""
        if not is_there() or not QSystemTrayIcon.supportsMessages():
            return False
        self._told = notice
        self.icon.showMessage(notice.title, notice.body, self.icon.icon())
        return True

    def offer_step(self) -> None:
        """Put the next step into the menu; without its words where names are hidden."""
        desk = self._desk
        self._next: Next = agenda.next_step(desk.cases(), desk.now(), desk.workdays(), desk.laters(), desk.rules(), desk.known())
        words = said(self._next.act, desk.today()).rstrip(".")
        private = desk.settings.get(privacy.SETTING, False)
        self.step_action.setText(self.tr("The next step") if private else words.replace("&", "&&"))
        self.step_action.setVisible(self._next.does is not Does.NOTHING)

    def close(self) -> None:
        """Leave the tray."""
        self.icon.hide()
        self.menu.deleteLater()
        self.deleteLater()

    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in {QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.DoubleClick}:
            self.open_wanted.emit()

    def _on_message_clicked(self) -> None:
        if self._told is not None:
            self.pressed.emit(self._told)
