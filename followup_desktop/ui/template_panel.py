"""The template in the middle of its page: what it is called and for, its text, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from followup_desktop.letters import occasions
from followup_desktop.ui import look
from followup_desktop.ui.language import said
from followup_desktop.ui.parts.button import button, icon_button
from followup_desktop.ui.parts.flow import FlowLayout
from followup_desktop.ui.parts.label import ElidedLabel, label
from followup_desktop.ui.parts.panel import Hairline, Panel
from followup_desktop.ui.template_edit import TemplateEdit
from followup_desktop.ui.template_fields import PIECE, WAY, TemplateFields
from followup_desktop.ui.template_list import occasion_words
from followup_desktop.ui.template_shelf import Listed

HEAD = 44


class TemplatePanel(Panel):
    """Shows one template; what the user wants of it are signals."""

    renamed = Signal(str)
    occasion_chosen = Signal(str)
    tone_chosen = Signal(str)
    copy_wanted = Signal()
    back_wanted = Signal()
    delete_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.edit = TemplateEdit()
        self.fields = TemplateFields()
        self.fields.wanted.connect(self._insert)
        self._called = ""
        self._is_own, self._is_roomy = False, True
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._tools = self._tool_rows()
        for part in (self._head(), self._for_row(), Hairline(), self._tools, self.edit):
            column.addWidget(part, int(part is self.edit))
        self.show_room(roomy=True)

    # Building

    def _head(self) -> QWidget:
        self.called = QLineEdit()
        self.called.setProperty("small", True)
        self.called.setAccessibleName(self.tr("Name of the template"))
        self.called.setToolTip(self.tr("What you call it; letters never show it  F2"))
        self.called.editingFinished.connect(self._on_called)
        self.title = ElidedLabel(kind="name")
        self.copy_button = button(self.tr("Change a copy"), "pen", small=True, tip=self.tr("Letters use your copy from then on"))
        self.copy_button.clicked.connect(self.copy_wanted)
        self.back_button = button(
            self.tr("Back to the built-in"), "undo", small=True, tip=self.tr("Deletes yours; that can be undone")
        )
        self.back_button.clicked.connect(self.back_wanted)
        self.delete_button = icon_button("trash", self.tr("Delete this template"), small=True)
        self.delete_button.clicked.connect(self.delete_wanted)
        head = QWidget()
        head.setMinimumHeight(look.px(HEAD))
        row = QHBoxLayout(head)
        row.setContentsMargins(look.px(12), look.px(6), look.px(10), look.px(4))
        row.setSpacing(look.px(8))
        row.addWidget(self.called, 1)
        row.addWidget(self.title, 1)
        for part in (self.copy_button, self.back_button, self.delete_button):
            row.addWidget(part)
        return head

    def _for_row(self) -> QWidget:
        self.occasion, self.tone = QComboBox(), QComboBox()
        for each in (*occasions.OCCASIONS, *occasions.MESSAGES):
            self.occasion.addItem(occasion_words(each), each)
        for each in occasions.TONES:
            self.tone.addItem(said(occasions.tone_said(each)), each)
        self.occasion.setAccessibleName(self.tr("What it is for"))
        self.tone.setAccessibleName(self.tr("Tone"))
        for choice in (self.occasion, self.tone):
            choice.setProperty("small", True)
        for choice, letters in ((self.occasion, 17), (self.tone, 6)):
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            choice.setMinimumContentsLength(letters)
        self.occasion.activated.connect(lambda _: self.occasion_chosen.emit(self.occasion.currentData()))
        self.tone.activated.connect(lambda _: self.tone_chosen.emit(self.tone.currentData()))
        self._for = QWidget()
        row = QHBoxLayout(self._for)
        row.setContentsMargins(look.px(12), 0, look.px(10), look.px(8))
        flow = FlowLayout(gap=8)
        row.addLayout(flow)
        self.occasion.setToolTip(self.tr("What letters it is for"))
        self.tone.setToolTip(self.tr("The tone it is for"))
        self._names = (label(self.tr("For"), tone="text2"), label(self.tr("Tone"), tone="text2"))
        for part in (self._names[0], self.occasion, self._names[1], self.tone):
            flow.addWidget(part)
        flow.addWidget(self.fields.menu_button)
        return self._for

    def _tool_rows(self) -> QWidget:
        tools = QWidget()
        row = QHBoxLayout(tools)
        row.setContentsMargins(look.px(10), look.px(8), look.px(10), look.px(6))
        row.addWidget(self.fields)
        self._line_below = Hairline()
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(tools)
        column.addWidget(self._line_below)
        return made

    # Showing

    def show_template(self, listed: Listed, *, can_go_back: bool, yours: Listed | None) -> None:
        """Show what that template is called and is for; its text is the editor's own matter.

        `yours` is the user's own template that stands in the place of this built-in one.
        """
        can_edit = listed.is_own and listed.unreadable is None
        self._is_own, self._called = can_edit, listed.name
        self.called.setVisible(listed.is_own)
        self.called.setEnabled(can_edit)
        self.title.setVisible(not listed.is_own)
        if not self.called.hasFocus():
            self.called.setText(listed.name)
        self.title.setText(self.tr("{0} (built-in)").format(listed.name))
        self.copy_button.setVisible(not listed.is_own)
        self.copy_button.setText(self.tr("Change yours") if yours else self.tr("Change a copy"))
        self.back_button.setVisible(can_go_back)
        self.delete_button.setVisible(can_edit)
        self._for.setVisible(can_edit)
        self.occasion.setCurrentIndex(self.occasion.findData(listed.occasion))
        self.tone.setCurrentIndex(self.tone.findData(listed.tone))
        self.show_room(roomy=self._is_roomy)

    def show_room(self, *, roomy: bool) -> None:
        """Offer the fields as a row of buttons, or as one menu where there is little room; nothing where nothing is typed."""
        self._is_roomy = roomy
        self._tools.setVisible(self._is_own and roomy)
        self.fields.menu_button.setVisible(self._is_own and not roomy)
        for each in self._names:
            each.setVisible(roomy)

    def _insert(self, name: str) -> None:
        if name == WAY:
            self.edit.insert_way()
        elif name == PIECE:
            self.edit.insert_piece()
        else:
            self.edit.insert_field(name)

    def _on_called(self) -> None:
        words = " ".join(self.called.text().split())
        if words and words != self._called:
            self._called = words
            self.renamed.emit(words)
        elif not words:
            self.called.setText(self._called)
