"""The menus as one table: every act with its words, its key and its icon. The window gives each a slot by its name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenuBar, QWidget

from followup_desktop.core.words import QT_TRANSLATE_NOOP
from followup_desktop.ui import look


@dataclass(frozen=True, slots=True)
class Act:
    """One act of the menus: `name` is the key of its slot, `key` its shortcut in portable form (or empty)."""

    name: str
    text: str
    key: str = ""
    icon: str = ""


SEPARATOR = Act("", "")

MENUS: tuple[tuple[str, tuple[Act, ...]], ...] = (
    (
        QT_TRANSLATE_NOOP("actions", "&File"),
        (
            Act("new", QT_TRANSLATE_NOOP("actions", "&New interview…"), "Ctrl+N", "plus"),
            Act("open_file", QT_TRANSLATE_NOOP("actions", "&Open an invitation…"), "Ctrl+O", "calendar"),
            Act("paste", QT_TRANSLATE_NOOP("actions", "&Paste an invitation"), "Ctrl+Shift+V", "copy"),
            SEPARATOR,
            Act("save_pdf", QT_TRANSLATE_NOOP("actions", "&Save PDF…"), "Ctrl+S", "pdf"),
            Act("print", QT_TRANSLATE_NOOP("actions", "P&rint…"), "Ctrl+P", "print"),
            SEPARATOR,
            Act("print_month", QT_TRANSLATE_NOOP("actions", "Print the &month…"), "", "calendar"),
            Act("print_agenda", QT_TRANSLATE_NOOP("actions", "Print the &agenda…"), "", "note"),
            Act("proof", QT_TRANSLATE_NOOP("actions", "Proo&f of search…"), "", "check"),
            Act("addresses", QT_TRANSLATE_NOOP("actions", "Address &list…"), "", "place"),
            SEPARATOR,
            Act("export", QT_TRANSLATE_NOOP("actions", "E&xport…"), "Ctrl+Shift+S", "save"),
            SEPARATOR,
            Act("settings", QT_TRANSLATE_NOOP("actions", "S&ettings…"), "Ctrl+,", "settings"),
            Act("quit", QT_TRANSLATE_NOOP("actions", "&Quit"), "Ctrl+Q"),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("actions", "&Edit"),
        (
            Act("undo", QT_TRANSLATE_NOOP("actions", "&Undo"), "Ctrl+Z", "undo"),
            Act("redo", QT_TRANSLATE_NOOP("actions", "&Redo"), "Ctrl+Shift+Z", "redo"),
            SEPARATOR,
            Act("find", QT_TRANSLATE_NOOP("actions", "&Find"), "Ctrl+F", "search"),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("actions", "&Interview"),
        (
            Act("debrief", QT_TRANSLATE_NOOP("actions", "&Debrief"), "Ctrl+D", "debrief"),
            Act("edit", QT_TRANSLATE_NOOP("actions", "&Edit…"), "F2", "pen"),
            Act("what_if", QT_TRANSLATE_NOOP("actions", "&What if they say…"), "Ctrl+I", "quote"),
            Act("kit", QT_TRANSLATE_NOOP("actions", "Save the &kit…"), "", "kit"),
            Act("cancel", QT_TRANSLATE_NOOP("actions", "It was &cancelled"), "", "close"),
            Act("delete", QT_TRANSLATE_NOOP("actions", "De&lete"), "Ctrl+Del", "trash"),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("actions", "&Card"),
        (
            Act("write", QT_TRANSLATE_NOOP("actions", "&Write cards"), "Ctrl+K", "card"),
            Act("posted", QT_TRANSLATE_NOOP("actions", "Mark as &posted"), "Ctrl+Shift+P", "posted"),
            Act("take_back", QT_TRANSLATE_NOOP("actions", "&Take the card back"), "", "undo"),
            SEPARATOR,
            Act("templates", QT_TRANSLATE_NOOP("actions", "&Letter templates…"), "Ctrl+Shift+T", "by-hand"),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("actions", "&People"),
        (
            Act("people", QT_TRANSLATE_NOOP("actions", "&Everybody"), "Ctrl+Shift+E", "people"),
            Act("add_person", QT_TRANSLATE_NOOP("actions", "&Add a person…"), "Ctrl+Shift+N", "person"),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("actions", "&View"),
        (
            Act("month", QT_TRANSLATE_NOOP("actions", "&Month"), "Alt+1", "calendar"),
            Act("week", QT_TRANSLATE_NOOP("actions", "&Week"), "Alt+2", "calendar"),
            Act("agenda", QT_TRANSLATE_NOOP("actions", "&Agenda"), "Alt+3", "note"),
            SEPARATOR,
            Act("insight", QT_TRANSLATE_NOOP("actions", "&Insight"), "Ctrl+Shift+I", "sprout"),
            SEPARATOR,
            Act("today", QT_TRANSLATE_NOOP("actions", "&Today"), "Ctrl+T", "calendar"),
            Act("previous", QT_TRANSLATE_NOOP("actions", "&Earlier days"), "Alt+Left", "back"),
            Act("next", QT_TRANSLATE_NOOP("actions", "Later da&ys"), "Alt+Right", "forward"),
            SEPARATOR,
            Act("next_step", QT_TRANSLATE_NOOP("actions", "The ne&xt step"), "Ctrl+J", "forward"),
            Act("area", QT_TRANSLATE_NOOP("actions", "Next a&rea"), "F6"),
            SEPARATOR,
            Act("private", QT_TRANSLATE_NOOP("actions", "&Hide names"), "Ctrl+Shift+H", "lock"),
            SEPARATOR,
            Act("light", QT_TRANSLATE_NOOP("actions", "&Light"), "", "look"),
            Act("dark", QT_TRANSLATE_NOOP("actions", "&Dark"), "", "look"),
            Act("system", QT_TRANSLATE_NOOP("actions", "As the &system"), "", "look"),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("actions", "&Help"),
        (
            Act("tips", QT_TRANSLATE_NOOP("actions", "The five &tips"), "F1", "info"),
            Act("keys", QT_TRANSLATE_NOOP("actions", "&Keys"), "Ctrl+?", "keyboard"),
            SEPARATOR,
            Act("where", QT_TRANSLATE_NOOP("actions", "&Where is my data?"), "", "disk"),
            Act("releases", QT_TRANSLATE_NOOP("actions", "&Releases…"), "", "link"),
            Act("about", QT_TRANSLATE_NOOP("actions", "&About"), "", "info"),
        ),
    ),
)
"""Every menu with its acts, in their order on the screen."""


def build_menus(bar: QMenuBar, owner: QWidget, slots: Mapping[str, Callable[[], object]]) -> dict[str, QAction]:
    """Fill `bar` from the table; each act calls its slot. Raises KeyError for an act without a slot."""
    actions: dict[str, QAction] = {}
    for title, acts in MENUS:
        menu = bar.addMenu(QCoreApplication.translate("actions", title))
        for act in acts:
            if act is SEPARATOR:
                menu.addSeparator()
                continue
            action = QAction(QCoreApplication.translate("actions", act.text), owner)
            if act.icon:
                action.setIcon(look.icon(act.icon))
            if act.key:
                action.setShortcut(QKeySequence.fromString(act.key, QKeySequence.SequenceFormat.PortableText))
            action.triggered.connect(slots[act.name])
            menu.addAction(action)
            actions[act.name] = action
    return actions
