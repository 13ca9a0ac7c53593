"""Where the parts of the templates page stand: list, text and letter side by side, two of them, or one of three tabs."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from followup_desktop.ui import look
from followup_desktop.ui.parts.scrolling import scrolling
from followup_desktop.ui.parts.segments import Segments
from followup_desktop.ui.template_faults import TemplateFaults
from followup_desktop.ui.template_list import WIDTH, TemplateList, occasion_words, standing_words, tone_words
from followup_desktop.ui.template_panel import TemplatePanel
from followup_desktop.ui.template_preview import TemplatePreview
from followup_desktop.ui.template_shelf import Listed

LIST, TEXT, LETTER = "list", "text", "letter"
WIDE, NARROW = 84, 60
"""Widths in em below which the list is a choice above the text, and the parts are tabs (LOOK 9)."""
SHORT = 34
"""Height of the page in em below which the fields are a menu."""
PREVIEW = 0.3
"""Share of the page's width that the letter takes."""
NO_LIMIT = 16_777_215


class TemplateRooms(QWidget):
    """Holds the parts of the page; it fills the page it is made for."""

    chosen = Signal(str)
    """A template (its key) was picked, in the list or in the choice that stands for it."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self.list, self.panel, self.preview = TemplateList(), TemplatePanel(), TemplatePreview()
        self.faults = TemplateFaults(self.panel.edit)
        self.list.picked.connect(self.chosen)
        self.list.clicked.connect(lambda _: self.show_tab(TEXT))
        self.choice = QComboBox()
        self.choice.setAccessibleName(self.tr("Which template"))
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choice.activated.connect(lambda _: self.chosen.emit(self.choice.currentData()))
        names = ((LIST, self.tr("Templates")), (TEXT, self.tr("Text")), (LETTER, self.tr("Letter")))
        self.tabs = Segments(names, self.tr("What to show"))
        self.tabs.set_current(TEXT)
        self.tabs.chosen.connect(lambda _: self._show_tab())
        self._is_narrow, self._is_wide = False, True
        self._shown: object = None
        self._middle = QWidget()
        down = QVBoxLayout(self._middle)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(look.px(12))
        down.addWidget(self.choice)
        down.addWidget(self.panel, 1)
        down.addWidget(self.faults)
        row = QHBoxLayout()
        row.setSpacing(look.px(12))
        row.addWidget(self.list)
        row.addWidget(self._middle, 1)
        row.addWidget(self.preview)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addLayout(row, 1)
        fill = QVBoxLayout(page)
        fill.setContentsMargins(0, 0, 0, 0)
        fill.setSpacing(look.px(8))
        fill.addWidget(self.tabs, 0, Qt.AlignmentFlag.AlignLeft)
        fill.addWidget(scrolling(self), 1)

    def show_templates(self, listed: tuple[Listed, ...], current: str) -> None:
        """Show these in the list and in the choice that stands for it; nothing is done where they say what they said before."""
        says = [(each.key, each.name, each.occasion, each.tone, each.standing, each.faults[:1]) for each in listed]
        if self._shown == (says, current):
            return
        self._shown = says, current
        self.list.show_templates(listed, current)
        words = [self._choice_words(each) for each in listed]
        if words != [self.choice.itemText(at) for at in range(self.choice.count())]:
            self.choice.clear()
            for text, each in zip(words, listed, strict=True):
                self.choice.addItem(text, each.key)
        self.choice.setCurrentIndex(self.choice.findData(current))

    def _choice_words(self, each: Listed) -> str:
        return self.tr("{0}, {1}: {2}").format(occasion_words(each.occasion), tone_words(each).lower(), standing_words(each))

    def arrange(self, width: int, height: int) -> None:
        """Find a place for each part in a page of that size."""
        em = look.font_px()
        self._is_narrow, self._is_wide = width < NARROW * em, width >= WIDE * em
        self.panel.show_room(roomy=not self._is_narrow and height >= SHORT * em)
        fixed = round(width * (PREVIEW if self._is_wide else 0.42))
        self.preview.setMinimumWidth(0 if self._is_narrow else fixed)
        self.preview.setMaximumWidth(NO_LIMIT if self._is_narrow else fixed)
        self.list.setMinimumWidth(0 if self._is_narrow else look.px(WIDTH))
        self.list.setMaximumWidth(NO_LIMIT if self._is_narrow else look.px(WIDTH))
        self._show_tab()

    def _show_tab(self) -> None:
        shown = self.tabs.current()
        self.tabs.setVisible(self._is_narrow)
        self.list.setVisible(shown == LIST if self._is_narrow else self._is_wide)
        self._middle.setVisible(not self._is_narrow or shown == TEXT)
        self.preview.setVisible(not self._is_narrow or shown == LETTER)
        self.choice.setVisible(not self._is_narrow and not self._is_wide)

    def first(self) -> QWidget:
        """What has the focus when the page comes to the front: the list, or what stands in its place."""
        return self.list if self._is_wide else self.tabs if self._is_narrow else self.choice

    def turn(self) -> None:
        """The next of the three tabs."""
        if self._is_narrow:
            names = (LIST, TEXT, LETTER)
            self.show_tab(names[(names.index(self.tabs.current() or TEXT) + 1) % len(names)])

    def show_tab(self, name: str) -> None:
        """That tab, where the parts are tabs."""
        self.tabs.set_current(name)
        self._show_tab()

    def parts(self) -> tuple[QWidget, ...]:
        """What F6 goes through."""
        return (self.list, self.panel, self.faults, self.preview)
