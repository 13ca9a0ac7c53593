"""Push buttons by what they are for: ordinary, primary, flat, link, and icons without words."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon, QKeySequence
from PySide6.QtWidgets import QPushButton

from followup_desktop.ui import look
from followup_desktop.ui.look import px
from followup_desktop.ui.parts import measures
from followup_desktop.ui.parts.label import tooltip

_ICON_TONES = {"primary": "on_ink", "link": "ink"}


def key_name(key: str | QKeySequence | QKeySequence.StandardKey) -> str:
    """A key as this computer names it: "Ctrl+K"."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def button(words: str, icon: str = "", role: str = "", *, small: bool = False, key: str = "", tip: str = "") -> QPushButton:
    """A push button with words.

    `role` is "" (ordinary), "primary" (one a page), "flat" or "link". `key` is shown after the words, `tip` in the
    tooltip. The key is only named here; the action that owns the shortcut is the window's.
    """
    made = QPushButton(words)
    made.setProperty("role", role)
    made.setProperty("small", small)
    made.setProperty("key", key_name(key) if key else "")
    set_icon(made, icon)
    made.setToolTip(tooltip(tip, key_name(key) if key else "") if tip else "")
    return made


def set_icon(made: QPushButton, icon: str) -> None:
    """Give a button another icon, in the colour of its words."""
    role = made.property("role")
    side = px(measures.ICON_SMALL if made.property("small") else measures.ICON)
    made.setIconSize(QSize(side, side))
    made.setIcon(look.icon(icon, _ICON_TONES.get(str(role), "text")) if icon else QIcon())


def icon_button(icon: str, name: str, key: str = "", role: str = "flat", *, small: bool = False) -> QPushButton:
    """A square button with an icon alone: `name` says what it does to the tooltip and to screen readers."""
    made = button("", icon, role, small=small)
    made.setToolTip(tooltip(name, key_name(key) if key else ""))
    made.setAccessibleName(name)
    return made
