"""Settings: every choice of the app on one page. A change counts at once, shows its effect, and Ctrl+Z takes it back."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from followup_desktop.core.find import folded
from followup_desktop.core.records import Stock
from followup_desktop.core.words import QT_TRANSLATE_NOOP
from followup_desktop.desk.desk import Desk
from followup_desktop.ui import look
from followup_desktop.ui.page import Page, back_button, upright_line
from followup_desktop.ui.parts.button import key_name
from followup_desktop.ui.parts.label import ElidedLabel, label, tooltip
from followup_desktop.ui.parts.scrolling import scrolling
from followup_desktop.ui.parts.search_field import SearchField
from followup_desktop.ui.settings_backups import BackupsSection
from followup_desktop.ui.settings_cards import CardsSection
from followup_desktop.ui.settings_fields import Choice
from followup_desktop.ui.settings_list import WIDTH, SectionList
from followup_desktop.ui.settings_look import SCHEME, USUAL, KeysSection, LookSection
from followup_desktop.ui.settings_places import PlacesSection
from followup_desktop.ui.settings_rows import Section
from followup_desktop.ui.settings_rules import AskingSection, Effect, ThankingSection
from followup_desktop.ui.settings_time import CalendarSection, RemindersSection
from followup_desktop.ui.settings_trash import TrashSection
from followup_desktop.ui.settings_work import SettingsWork
from followup_desktop.ui.settings_you import YouSection

WIDE, NARROW = 84, 60
"""Widths in em below which the effect goes under the middle, and the list of sections is a choice above it (LOOK 9)."""
MIDDLE, EFFECT = 720, 264
SEARCH = 240
SECTIONS = (
    ("you", QT_TRANSLATE_NOOP("SettingsPage", "You and your address"), "person"),
    ("asking", QT_TRANSLATE_NOOP("SettingsPage", "When to ask"), "ask"),
    ("thanking", QT_TRANSLATE_NOOP("SettingsPage", "Thanks and hellos"), "sprout"),
    ("cards", QT_TRANSLATE_NOOP("SettingsPage", "Cards and paper"), "card"),
    ("reminders", QT_TRANSLATE_NOOP("SettingsPage", "Reminders"), "bell"),
    ("calendar", QT_TRANSLATE_NOOP("SettingsPage", "Calendar"), "calendar"),
    ("look", QT_TRANSLATE_NOOP("SettingsPage", "Look and privacy"), "look"),
    ("keys", QT_TRANSLATE_NOOP("SettingsPage", "Keys"), "keyboard"),
    ("places", QT_TRANSLATE_NOOP("SettingsPage", "Where things are"), "disk"),
    ("backups", QT_TRANSLATE_NOOP("SettingsPage", "Backups"), "save"),
    ("trash", QT_TRANSLATE_NOOP("SettingsPage", "Trash"), "trash"),
)
"""Each section's key, name and icon, in their order."""


class SettingsPage(Page):
    """Sections at the left, the one that is chosen in the middle, at the right what it leads to."""

    is_about_people = False
    look_wanted = Signal(str)
    """The scheme "system", "light" or "dark" is to be shown."""
    problem = Signal(object)
    """The `Problem` that kept something from being done."""
    restore_wanted = Signal(object)
    """The backup in that file (a path) is to be put in the notebook's place."""
    export_wanted = Signal()
    """What is in the notebook is to be written to a file of the user's."""
    undo_told = Signal(str)
    """A change was made that a bar is to offer back."""
    stepped = Signal()
    """There is something else to take back."""

    def __init__(self, desk: Desk, stocks: Callable[[], tuple[Stock, ...]], parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.work = SettingsWork(desk, self)
        self._stocks = stocks
        self._made: dict[str, Section] = {}
        self.effect = Effect(desk, self.work)
        self._key = SECTIONS[0][0]
        self._build_header()
        self._lay_out()
        self.list.picked.connect(self.show_section)
        self.choice.picked.connect(self.show_section)
        self.search.textChanged.connect(self._on_search)
        self.work.was_set.connect(self._on_set)
        self.work.stepped.connect(self.stepped)
        desk.changed.connect(self._on_changed)

    def _build_header(self) -> None:
        back = back_button(self.tr("Back"))
        back.clicked.connect(self.left)
        self.search = SearchField()
        self.search.setPlaceholderText(self.tr("Search settings"))
        self.search.setAccessibleName(self.tr("Search settings"))
        self.search.setToolTip(tooltip(self.tr("Search settings"), key_name("Ctrl+F")))
        self.search.setMaximumWidth(look.px(SEARCH))
        self.search.setProperty("calm", True)
        for part in (back, upright_line(), label(self.tr("Settings"), "title")):
            self.header_row.addWidget(part)
        self.header_row.addStretch(1)
        self.header_row.addWidget(self.search, 1)

    def _lay_out(self) -> None:
        named = [(key, QCoreApplication.translate("SettingsPage", name), icon) for key, name, icon in SECTIONS]
        self.list = SectionList(named)
        self.choice = Choice(self.tr("Section"), [(name, key) for key, name, _ in named])
        self._nothing = ElidedLabel("", tone="text2")
        middle = QWidget()
        self._column = QVBoxLayout(middle)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.px(12))
        self._column.addWidget(self._nothing)
        self._column.addStretch(1)
        self._middle = middle
        inside = QWidget()
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._beside.setContentsMargins(0, 0, look.px(4), look.px(12))
        self._beside.setSpacing(look.px(20))
        self._beside.addWidget(middle, 1, Qt.AlignmentFlag.AlignTop)
        self._beside.addWidget(self.effect, 0, Qt.AlignmentFlag.AlignTop)
        self._beside.addStretch(0)
        self._area = scrolling(inside)
        row = QHBoxLayout()
        row.setSpacing(look.px(20))
        row.addWidget(self.list)
        row.addWidget(self._area, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(look.px(8))
        outer.addWidget(self.choice, 0, Qt.AlignmentFlag.AlignLeft)
        outer.addLayout(row, 1)

    def section(self, key: str) -> Section:
        """The section of that key, made when it is first looked at or searched. Raises `KeyError` for an unknown key."""
        if key not in self._made:
            made = self._made[key] = self._make(key)
            made.arrange(narrow=self._is_narrow())
            made.refresh()
            order = [each[0] for each in SECTIONS]
            before = sum(order.index(each) < order.index(key) for each in self._made)
            self._column.insertWidget(1 + before, made)
        return self._made[key]

    def _make(self, key: str) -> Section:
        desk, work = self.desk, self.work
        makers: dict[str, Callable[[], Section]] = {
            "you": lambda: YouSection(desk, work),
            "asking": lambda: AskingSection(desk, work),
            "thanking": lambda: ThankingSection(desk, work),
            "cards": lambda: CardsSection(desk, work, self._stocks),
            "reminders": lambda: RemindersSection(desk, work),
            "calendar": lambda: CalendarSection(desk, work),
            "look": lambda: LookSection(desk, work),
            "keys": KeysSection,
            "places": lambda: PlacesSection(desk, work),
            "backups": lambda: BackupsSection(desk, work),
            "trash": lambda: TrashSection(desk),
        }
        made = makers[key]()
        if isinstance(made, (RemindersSection, CardsSection)):
            made.problem.connect(self.problem)
        if isinstance(made, BackupsSection):
            made.restore_wanted.connect(self.restore_wanted)
            made.export_wanted.connect(self.export_wanted)
        if isinstance(made, TrashSection):
            made.told.connect(self.undo_told)
        return made

    # Showing

    def show_section(self, key: str) -> None:
        """Show the section of that key (`SECTIONS`)."""
        self.search.clear()
        self._key = key
        self._show()

    def _show(self) -> None:
        words = folded(self.search.text()).split()
        self.list.show_section(self._key)
        self.choice.put(self._key)
        found = 0
        for key in [each[0] for each in SECTIONS] if words else [self._key]:
            count = self.section(key).show_found(words)
            self.section(key).setVisible(bool(count))
            found += count
        for key, section in self._made.items():
            if not words and key != self._key:
                section.hide()
        self._nothing.setVisible(not found)
        self._nothing.setText(self.tr("No setting with “{0}”.").format(self.search.text().strip()))
        self.effect.setVisible(not words and self._key == "asking")
        self._area.verticalScrollBar().setValue(0)

    def _on_search(self) -> None:
        self._show()

    def _on_changed(self, _change: object) -> None:
        if self.isVisible():
            self.refresh()

    def _on_set(self, key: str) -> None:
        if key == SCHEME:
            self.look_wanted.emit(self.desk.settings.get(SCHEME, USUAL))

    def refresh(self) -> None:
        """Show everything as it is set now."""
        for section in self._made.values():
            section.refresh()
        self.effect.refresh()

    # What every page does

    def act(self, name: str) -> bool:
        """Find, take back, do again."""
        if name == "find":
            self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.search.selectAll()
            return True
        return (name == "undo" and self.work.undo()) or (name == "redo" and self.work.redo())

    def can_act(self, name: str) -> bool:
        """Whether there is something to take back, or to do again."""
        return (name == "undo" and self.work.can_undo()) or (name == "redo" and self.work.can_redo())

    def status_words(self) -> str:
        """That nothing has to be confirmed."""
        return self.tr("Changes count at once")

    def areas(self) -> Sequence[QWidget]:
        """Sections, settings, effect."""
        return (self.list, self.choice, self._middle, self.effect)

    def finish(self) -> None:
        """Take what is still being typed; what was changed is done."""
        for section in self._made.values():
            section.finish()
        self.work.forget()

    def showEvent(self, event: QShowEvent) -> None:
        """Be up to date."""
        super().showEvent(event)
        self.refresh()
        self._show()

    def _is_narrow(self) -> bool:
        return self.width() < NARROW * look.font_px()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Three columns; the effect under the middle; or one column below a choice of sections."""
        super().resizeEvent(event)
        em = look.font_px()
        narrow, wide = self._is_narrow(), self.width() >= WIDE * em
        self.list.setVisible(not narrow)
        self.list.setFixedWidth(look.px(WIDTH))
        self.choice.setVisible(narrow)
        direction = QBoxLayout.Direction
        self._beside.setDirection(direction.LeftToRight if wide else direction.TopToBottom)
        self._middle.setMaximumWidth(look.px(MIDDLE))
        self.effect.setFixedWidth(look.px(EFFECT))
        for section in self._made.values():
            section.arrange(narrow=narrow)
        self.setFocusProxy(self.choice if narrow else self.list)
