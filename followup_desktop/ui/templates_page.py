"""Letter templates: every wording the app can draw from, the user's own copies, and the letter that one of them makes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from followup_desktop.core.problems import Problem
from followup_desktop.desk.desk import Desk
from followup_desktop.letters.occasions import TONES
from followup_desktop.letters.templates import Fault
from followup_desktop.letters.writer import Writer
from followup_desktop.ui import look
from followup_desktop.ui.language import said
from followup_desktop.ui.page import Page, back_button, upright_line
from followup_desktop.ui.parts.button import button
from followup_desktop.ui.parts.label import ElidedLabel, label
from followup_desktop.ui.template_acts import TemplateActs
from followup_desktop.ui.template_faults import wrong_word
from followup_desktop.ui.template_following import TemplateFollowing
from followup_desktop.ui.template_letter import TemplateLetter
from followup_desktop.ui.template_rooms import NARROW, TEXT, TemplateRooms
from followup_desktop.ui.template_saving import TemplateSaving
from followup_desktop.ui.template_shelf import Listed, Standing, fresh, listed, own_key, own_texts, with_head

FIRST = "interview-warm.txt"
"""The template that is shown first: the one most letters are drawn from."""


class TemplatesPage(Page):
    """Lists templates, edits the user's own, and shows the letter that comes of them."""

    problem = Signal(object)
    """The `Problem` that kept something from being done."""
    told_undo = Signal(str, object)
    """What was done, in words, and what takes it back."""
    asked = Signal(str, str, object, object)
    """A question: its two parts, its answers, and what is to be done with the key of the one that is pressed."""
    told = Signal(str)
    state_changed = Signal()
    """What was typed could not be written, or is on disk again; there is something else to undo, or more or less to mend."""

    def __init__(self, desk: Desk, writer: Callable[[], Writer], parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._listed: tuple[Listed, ...] = ()
        self._key = FIRST
        self._is_closed = False
        self.rooms = TemplateRooms(self)
        self.panel, self.faults, self.preview = self.rooms.panel, self.rooms.faults, self.rooms.preview
        self.list, self.edit = self.rooms.list, self.rooms.panel.edit
        self.saving = TemplateSaving(desk, self)
        self.acts = TemplateActs(desk, self.saving, self)
        self.letter = TemplateLetter(desk, writer, self.preview, self.current, self)
        self.following = TemplateFollowing(desk, self.edit, self.saving, self.acts, self.current, self)
        self._build_header()
        self._connect()
        self._keys()

    def _build_header(self) -> None:
        self.back = back_button(self.tr("Back"))
        self.back.clicked.connect(self.left)
        self.new_button = button(self.tr("New template"), "plus", tip=self.tr("A template of your own, for what is chosen now"))
        self.new_button.clicked.connect(self.add_template)
        self.hint = ElidedLabel(self.tr("Of lines with a star, one is drawn for each letter"), tone="text2")
        for part in (self.back, upright_line(), label(self.tr("Letter templates"), "title"), self.hint):
            self.header_row.addWidget(part)
        self.header_row.addStretch(1)
        self.header_row.addWidget(self.new_button)

    def _connect(self) -> None:
        self.rooms.chosen.connect(self._pick)
        self.list.entered.connect(self._go_to_text)
        self.list.deleted.connect(self.delete_template)
        self.edit.edited.connect(self._on_edited)
        self.edit.left.connect(self.saving.save)
        self.panel.renamed.connect(self._rename)
        self.panel.occasion_chosen.connect(lambda value: self._set_head("occasion", value))
        self.panel.tone_chosen.connect(lambda value: self._set_head("tone", value))
        self.panel.copy_wanted.connect(self.change_a_copy)
        self.panel.back_wanted.connect(self.back_to_built_in)
        self.panel.delete_wanted.connect(self.delete_template)
        self.faults.line_wanted.connect(self._go_to_fault)
        self.faults.fix_wanted.connect(self._fix)
        self.acts.shown.connect(self._come_to)
        self.acts.told_undo.connect(self.told_undo)
        self.following.moved.connect(self._on_moved)
        self.following.told.connect(self.told)
        self.following.asked.connect(self.asked)
        for source in (self.saving.failed, self.acts.problem):
            source.connect(self.problem)
        for change in (self.saving.changed, self.acts.changed):
            change.connect(self.state_changed)
        self.desk.changed.connect(self._on_changed)

    def _keys(self) -> None:
        for keys, act in (("Ctrl+Tab", self.rooms.turn), ("F8", self._go_to_next_fault)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    # Showing

    def show_templates(self, interview: str | None = None, person: str | None = None) -> None:
        """Come to the front; the letter is to somebody of that interview, where one was open."""
        self.letter.write_to(interview, person)
        self._refresh()
        self._load()

    def current(self) -> Listed | None:
        """The template in front."""
        return next((each for each in self._listed if each.key == self._key), None)

    def _refresh(self) -> None:
        """Work out again what there is and what is used; the editor keeps what stands in it."""
        own = {}
        try:
            own = own_texts(self.desk)
            self._is_closed = False
        except Problem as problem:
            if not self._is_closed:
                self._is_closed = True
                self.problem.emit(problem)
        before = self.status_words()
        self._listed = listed(own, self.saving.kept)
        if self.status_words() != before:
            self.state_changed.emit()
        if self.current() is None:
            self._key = FIRST
            self._load()
        self._show_current()

    def _show_current(self) -> None:
        """Show everything about the template in front but its text and its letter."""
        here = self.current()
        self.rooms.show_templates(self._listed, self._key)
        if here is None:
            return
        self.panel.show_template(here, can_go_back=self._can_go_back(here), yours=self._own_of(here))
        self.edit.mark({fault.line: said(fault.words) for fault in here.faults})
        self.faults.show_faults(here.faults, self._all_well(here), is_well=here.unreadable is None)

    def _can_go_back(self, here: Listed) -> bool:
        """Whether there is a built-in one to go back to; what cannot be read could not be put back afterwards."""
        return here.is_own and here.unreadable is None and self._stands_in_for(here) is not None

    def _all_well(self, here: Listed) -> str:
        if here.unreadable is not None:
            return said(here.unreadable)
        if not here.is_own:
            used = here.standing is Standing.IN_USE
            return self.tr("Letters use this one.") if used else self.tr("Letters use yours instead of this one.")
        if here.standing is Standing.BEHIND:
            return self.tr("Nothing to mend, but another one of yours for the same comes first: letters use that.")
        return self.tr("Nothing to mend. Letters use this one.")

    def _stands_in_for(self, here: Listed) -> Listed | None:
        """The built-in template for the same occasion and tone, or for that occasion alone."""
        shipped = [each for each in self._listed if not each.is_own and each.occasion == here.occasion]
        return next((each for each in shipped if each.tone == here.tone), shipped[0] if shipped else None)

    def _own_of(self, here: Listed) -> Listed | None:
        """The user's own template that comes in the place of a built-in one."""
        slot = here.occasion, here.tone
        return next(
            (each for each in self._listed if each.is_own and not here.is_own and (each.occasion, each.tone) == slot), None
        )

    def _load(self) -> None:
        """Put the text of the template in front into the editor, and show its letter."""
        here = self.current()
        if here is None:
            return
        if here.is_own and here.file not in self.saving.kept:
            self.saving.saw(here.file, here.text)
        self.edit.load(here.text, read_only=not here.is_own or here.unreadable is not None)
        self._show_current()
        self.letter.begin(self._stands_in_for(here))

    def _pick(self, key: str) -> None:
        if key != self._key:
            self.saving.save()
            self._key = key
            self._load()
            self.state_changed.emit()

    # Typing

    def _on_edited(self) -> None:
        here = self.current()
        if here is not None and here.is_own and not self.following.is_busy:
            self.saving.keep(here.file, self.edit.words())
            self._refresh()
            self.letter.show_soon()

    def _set_head(self, key: str, value: str) -> None:
        self.edit.replace_all(with_head(self.edit.words(), key, value))

    def _go_to_text(self) -> None:
        self.rooms.show_tab(TEXT)
        self.edit.setFocus(Qt.FocusReason.TabFocusReason)

    def _go_to_name(self) -> None:
        self.rooms.show_tab(TEXT)
        if self.panel.called.isVisible():
            self.panel.called.setFocus(Qt.FocusReason.TabFocusReason)
            self.panel.called.selectAll()

    # Faults

    def _go_to_fault(self, fault: Fault) -> None:
        self.edit.go_to(fault.line, wrong_word(fault))

    def _go_to_next_fault(self) -> None:
        here = self.current()
        if here is not None and here.faults:
            line = self.edit.textCursor().blockNumber() + 1
            self._go_to_fault(next((fault for fault in here.faults if fault.line > line), here.faults[0]))

    def _fix(self, fault: Fault) -> None:
        if self.edit.put_right(fault.line, wrong_word(fault), str(fault.words.values["near"])):
            self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    # Acts

    def add_template(self) -> None:
        """A new template of the user's, for the occasion that is chosen, in a tone they have none for yet."""
        here = self.current()
        occasion = here.occasion if here and here.occasion else "interview"
        taken = {each.tone for each in self._listed if each.is_own and each.occasion == occasion}
        tones = [here.tone if here and here.tone else TONES[0], *TONES]
        tone = next((each for each in tones if each not in taken), tones[0])
        name = self.tr("My own words")
        words = self.tr("Letters use your new template from now on.")
        if self.acts.make(name, fresh(name, occasion, tone), words, self._key):
            self._go_to_name()

    def change_a_copy(self) -> None:
        """A copy of the built-in template in front, to be changed; where there is one already, that."""
        here = self.current()
        if here is None or here.is_own:
            return
        yours = self._own_of(here)
        words = self.tr("Letters use your copy from now on.")
        if yours is not None:
            self._pick(yours.key)
        elif not self.acts.make(here.file.removesuffix(".txt"), here.text, words, here.key):
            return
        self._go_to_text()

    def back_to_built_in(self) -> None:
        """Delete the user's copy and show the built-in template again."""
        here = self.current()
        stands_in = self._stands_in_for(here) if here else None
        if here is not None and stands_in is not None:
            self.acts.remove(here, stands_in.key, self.tr("Letters use the built-in template again."))

    def delete_template(self) -> None:
        """Delete the user's template in front; the bar that says so takes it back."""
        here = self.current()
        if here is not None and here.is_own and here.unreadable is None:
            keys = [each.key for each in self._listed]
            at = keys.index(here.key)
            beside = next(iter(keys[at + 1 : at + 2] or keys[at - 1 : at]), FIRST)
            self.acts.remove(here, beside, self.tr("“{0}” is deleted.").format(here.name))

    def _rename(self, name: str) -> None:
        here = self.current()
        if here is None or not here.is_own:
            return
        self._set_head("name", name)
        file = self.acts.rename(here.file, name)
        if file != here.file:
            self.saving.saw(file, self.edit.words())
            self._key = own_key(file)
            self.following.note_stamp()
        self._refresh()
        self.acts.offer_undo(self.tr("It is called “{0}” now.").format(name), lambda: self._rename_back(file, here.name))

    def _rename_back(self, file: str, name: str) -> None:
        self._pick(own_key(file))
        self._rename(name)

    def _come_to(self, key: str) -> None:
        """Show another template after something was made or taken away."""
        self._key = key
        self.following.note_stamp()
        self._refresh()
        self._load()
        self.state_changed.emit()

    def _on_moved(self) -> None:
        self._refresh()
        self.letter.show_now()

    # What every page does

    def act(self, name: str) -> bool:
        """Undo the last thing made or deleted here; rename the template in front."""
        if name == "edit":
            self._go_to_name()
            return True
        return name == "undo" and self.acts.undo()

    def can_act(self, name: str) -> bool:
        """Whether `act` has something to do now."""
        here = self.current()
        can_rename = here is not None and here.is_own and here.unreadable is None
        return can_rename if name == "edit" else name == "undo" and self.acts.can_undo()

    def status_words(self) -> str:
        """How many are the user's own, and how many of those have to be mended."""
        own = [each for each in self._listed if each.is_own]
        broken = sum(each.standing is Standing.BROKEN for each in own)
        if not own:
            return self.tr("No template of your own yet")
        count = self.tr("1 template of your own") if len(own) == 1 else self.tr("{0} templates of your own").format(len(own))
        return self.tr("{0}, {1} to mend").format(count, broken) if broken else count

    def areas(self) -> Sequence[QWidget]:
        """List, text, faults, letter."""
        return self.rooms.parts()

    def finish(self) -> None:
        """Put on disk what is being typed."""
        self.saving.save()

    def is_unsaved(self) -> bool:
        """True while something typed could not be put on disk."""
        return self.saving.has_failed

    def _on_changed(self, _change: object) -> None:
        if self.isVisible():
            self.letter.find_readers()
            self.letter.show_now()

    def showEvent(self, event: QShowEvent) -> None:
        """Be up to date, and look at the folder from time to time."""
        super().showEvent(event)
        self.following.note_stamp()
        self.following.clock.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing has to be looked at while the page is away."""
        super().hideEvent(event)
        self.following.clock.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Three columns, two, or one of three tabs."""
        super().resizeEvent(event)
        self.hint.setVisible(self.width() >= NARROW * look.font_px())
        self.rooms.arrange(self.width(), self.height())
        self.setFocusProxy(self.rooms.first())
