"""Settings: light, dark, or as the system has it, with names or without; and every key of the app in one list."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from followup_desktop.desk.desk import Desk
from followup_desktop.ui import privacy
from followup_desktop.ui.actions import MENUS
from followup_desktop.ui.parts.key_caps import KeyCaps
from followup_desktop.ui.parts.segments import Segments
from followup_desktop.ui.parts.switch import Switch
from followup_desktop.ui.settings_rows import Row, Section
from followup_desktop.ui.settings_work import SettingsWork

SCHEME, USUAL = "look", "system"
"""The setting that holds the scheme, and its usual value."""


class LookSection(Section):
    """The scheme, live, and whether others may read names over the user's shoulder."""

    def __init__(self, desk: Desk, work: SettingsWork) -> None:
        super().__init__(self.tr("Look and privacy"), self.tr("The card on its table stays paper in the dark."))
        self._desk = desk
        choices = (("system", self.tr("As the system")), ("light", self.tr("Light")), ("dark", self.tr("Dark")))
        self.scheme = Segments(choices, self.tr("Colours"))
        self.scheme.chosen.connect(lambda key: work.set(SCHEME, key, USUAL))
        self.add(Row(self.tr("Colours"), "", [self.scheme], self.tr("theme dark mode")))
        told = self.tr("Letters and contrast follow the system’s own settings, up to twice the size.")
        self.add(Row(self.tr("Size of the letters"), told, [], self.tr("font")))
        name = self.tr("Show initials instead of names")
        self.private = Switch(name)
        self.private.clicked.connect(lambda on: work.set(privacy.SETTING, on, False))
        told = self.tr("For a train or a shared screen: others read no names here, and notifications name nobody.")
        self.add(Row(name, told, [self.private], self.tr("hide names private privacy")))

    def refresh(self) -> None:
        """Show what is set."""
        kept = self._desk.settings.get(SCHEME, USUAL)
        self.scheme.set_current(kept if kept in {"light", "dark"} else USUAL)
        self.private.setChecked(self._desk.settings.get(privacy.SETTING, False))


class KeysSection(Section):
    """Every act that has a key."""

    def __init__(self) -> None:
        super().__init__(self.tr("Keys"), self.tr("Everything can be done from the keyboard."))
        for title, acts in MENUS:
            menu = QCoreApplication.translate("actions", title).replace("&", "")
            for act in acts:
                if act.key:
                    name = QCoreApplication.translate("actions", act.text).replace("&", "").rstrip("…")
                    self.add(Row(name, "", [KeyCaps(act.key)], f"{menu} {act.key}", low=True))
