"""A message to one person: drafted, looked over while it is typed, and handed to the user's own mail program.

Nothing is sent from here. That it was sent is what the user says; a follow-up then counts as a touch.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from followup_desktop.core import changes, employer
from followup_desktop.core.problems import Problem
from followup_desktop.core.records import Case, Change, Channel, Me, Person
from followup_desktop.desk.desk import Desk
from followup_desktop.letters import messages
from followup_desktop.letters.writer import Writer
from followup_desktop.ui import look
from followup_desktop.ui.form import fit_screen
from followup_desktop.ui.kit_saving import UNFIT
from followup_desktop.ui.language import said
from followup_desktop.ui.message_text import MessageText
from followup_desktop.ui.message_words import short_words
from followup_desktop.ui.note_box import SaveClock
from followup_desktop.ui.parts.avatar import Avatar
from followup_desktop.ui.parts.button import button, set_icon
from followup_desktop.ui.parts.flow import FlowLayout
from followup_desktop.ui.parts.label import ElidedLabel, label
from followup_desktop.ui.parts.panel import Hairline
from followup_desktop.ui.parts.scrolling import scrolling
from followup_desktop.ui.parts.segments import Segments
from followup_desktop.ui.reason_line import ReasonLine

if TYPE_CHECKING:
    from followup_desktop.exchange.mail import Mail

WIDTH, HEIGHT = 700, 720
FOOT_SHARE = 0.4
"""What the buttons below the text may take of the sheet's height before they scroll with it."""


class MessageSheet(QDialog):
    """Drafts a message and hands it on. What is typed is on disk a second later and there when it is opened again."""

    def __init__(
        self,
        desk: Desk,
        writer: Callable[[], Writer],
        case: Case,
        person: str,
        kind: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._writer = desk, writer
        self._case, self._person = case, person
        self._may_lose = False
        self._turn = 0
        self.kinds = messages.kinds_for(case, person, desk.now(), desk.rules()) or (kind or messages.CONNECT,)
        self._kind = kind if kind in self.kinds else self.kinds[0]
        self._build_parts()
        self._lay_out()
        self._connect()
        self._show_person()
        self.show_kind(self._kind)
        fit_screen(self, WIDTH, HEIGHT)
        self.text.body.setFocus()

    # Building

    def _build_parts(self) -> None:
        self._name, self._about = ElidedLabel(kind="title"), ElidedLabel(kind="caption", tone="text2")
        self.choice = Segments([(each, short_words(each)) for each in self.kinds], self.tr("Which message"), small=True)
        self.tone = Segments(
            (("warm", self.tr("Warm")), ("formal", self.tr("Formal")), ("brief", self.tr("Brief"))),
            self.tr("In which tone"),
            small=True,
        )
        self.tone.set_current(self._case.card(self._person).tone)
        self._soon = label(kind="caption", tone="stamp", wrap=True)
        self._to_label = label(self.tr("To"), tone="text2")
        self.to = QLineEdit()
        self.to.setAccessibleName(self.tr("E-mail address"))
        self._to_hint = label(kind="caption", tone="text2", wrap=True)
        self.text = MessageText()
        self.hand_over = button(
            self.tr("Open in mail program"), "envelope", "primary", tip=self.tr("Nothing is sent before you send it")
        )
        self.save = button(self.tr("Save as .eml"), "save", tip=self.tr("A draft that a mail program opens"), key="Ctrl+S")
        self.copy = button(self.tr("Copy text"), "copy", key="Ctrl+Shift+C", tip=self.tr("Copy the text, to paste it"))
        self.sent = button(self.tr("I have sent it"), "check", tip=self.tr("Note it, once you have sent it"))
        self.close_button = button(self.tr("Close"), role="flat", key="Esc", tip=self.tr("Keep the words for later"))
        for each in (self.hand_over, self.save, self.copy, self.sent, self.close_button):
            each.setProperty("key", "")
            each.setAutoDefault(False)
        self._told = label(kind="caption", tone="text2", wrap=True)
        self.why = ReasonLine()
        self._clock = SaveClock(self)

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(look.px(20), look.px(16), look.px(20), look.px(12))
        column.setSpacing(look.px(10))
        column.addLayout(self._header())
        choices = FlowLayout(gap=8)
        choices.addWidget(self.choice)
        choices.addWidget(self.tone)
        column.addLayout(choices)
        column.addWidget(self._soon)
        to = QHBoxLayout()
        to.setSpacing(look.px(12))
        to.addWidget(self._to_label)
        to.addWidget(self.to, 1)
        column.addLayout(to)
        column.addWidget(self._to_hint)
        column.addWidget(self.text, 1)
        width = max(each.sizeHint().width() for each in (self._to_label, label(self.tr("Subject"))))
        self._to_label.setMinimumWidth(width)
        self._to_hint.setContentsMargins(width + look.px(12), 0, 0, 0)
        self.text.set_label_width(width)
        self._inside = column
        self._outside = QVBoxLayout(self)
        self._outside.setContentsMargins(0, 0, 0, 0)
        self._outside.setSpacing(0)
        self._scroll = scrolling(inside)
        self._outside.addWidget(self._scroll, 1)
        self._foot_line = Hairline()
        self._foot = self._make_foot()
        self._outside.addWidget(self._foot_line)
        self._outside.addWidget(self._foot)

    def _header(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(look.px(12))
        person = self._case.person(self._person)
        row.addWidget(Avatar(person.name if person else ""))
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._name)
        names.addWidget(self._about)
        row.addLayout(names, 1)
        return row

    def _make_foot(self) -> QWidget:
        foot = QWidget()
        column = QVBoxLayout(foot)
        column.setSpacing(look.px(8))
        column.addWidget(self.why)
        column.addWidget(self._told)
        buttons = FlowLayout(gap=8)
        for each in (self.hand_over, self.save, self.copy, self.sent, self.close_button):
            buttons.addWidget(each)
        column.addLayout(buttons)
        return foot

    def _connect(self) -> None:
        self.choice.chosen.connect(self.show_kind)
        self.tone.chosen.connect(lambda _: self._redraft())
        self.text.changed.connect(self._offer)
        self.text.changed.connect(self._clock.typed)
        self._clock.due.connect(self._keep_words)
        self.text.other_wanted.connect(self._other_words)
        self.text.person_wanted.connect(self._show_other)
        self.to.textChanged.connect(self._offer)
        self.to.editingFinished.connect(self._keep_address)
        self.hand_over.clicked.connect(self._open)
        self.save.clicked.connect(self._save)
        self.copy.clicked.connect(self._copy)
        self.sent.clicked.connect(self._sent)
        self.close_button.clicked.connect(self.reject)
        self.why.given.connect(self._record)
        self.why.left.connect(self._on_left)
        self._desk.failed.connect(self._on_failed)
        for key, act in (("Ctrl+S", self.save), ("Ctrl+Shift+C", self.copy), ("Ctrl+Return", self.hand_over)):
            QShortcut(QKeySequence(key), self).activated.connect(act.click)

    # Showing

    def _show_person(self) -> None:
        person = self._met()
        self.setWindowTitle(self.tr("Write to {0}").format(person.name))
        self._name.setText(self.tr("Write to {0}").format(person.name))
        told = self._case.interview
        self._about.setText("  ·  ".join(part for part in (told.company, told.role) if part))
        self.to.setPlaceholderText(self.tr("their e-mail address"))
        self.to.setText(person.email)

    def _met(self) -> Person:
        person = self._case.person(self._person)
        assert person is not None
        return person

    def _writing(self) -> Me:
        return replace(self._desk.me(), country=self._desk.country())

    def show_kind(self, kind: str) -> None:
        """Show the message of that kind: as the user left it, else freshly drafted."""
        if kind != self._kind:
            self._keep_words()
            self._desk.end_typing()
        self._kind, self._turn = kind, 0
        self.choice.set_current(kind)
        draft = self._case.draft(self._person, kind)
        self._redraft((draft.subject, draft.body) if draft else None)
        soon = messages.too_soon(self._case, kind, self._desk.today(), self._desk.workdays(), self._desk.rules())
        self._soon.setText(said(soon, self._desk.today()) if soon else "")
        self._soon.setVisible(soon is not None)
        connects = kind == messages.CONNECT
        for each in (self.to, self._to_label, self.hand_over, self.save, self.sent):
            each.setVisible(not connects)
        set_role(self.copy, "primary" if connects else "", "copy")
        self._tell(self.tr("Nothing is sent from here. You paste and send it yourself.") if connects else self._usual())
        self.why.close_up()
        self._offer()

    def _usual(self) -> str:
        return self.tr("Nothing is sent from here. You send it yourself.")

    def _redraft(self, kept: tuple[str, str] | None = None) -> None:
        avoid = employer.printed_sentences(self._desk.cases(), self._case)
        me, tone = self._writing(), self.tone.current() or ""
        made = self._writer().message(
            self._case, self._person, self._kind, me, self._desk.today(), avoid, tone=tone, turn=self._turn
        )
        self.text.show_message(self._case, me, made, kept)

    def _other_words(self) -> None:
        self._turn += 1
        self._redraft()

    def _show_other(self, person: str) -> None:
        """Write to somebody else of this interview."""
        self._keep_words()
        self._desk.end_typing()
        self._person = person
        self._show_person()
        self.show_kind(self._kind)

    def _offer(self) -> None:
        """Offer what can be done with the words as they stand."""
        from followup_desktop.exchange import mail  # noqa: PLC0415  (loads when a message is written)

        address = self.to.text()
        fault = mail.address_fault(address) if address.strip() else None
        hint = said(fault) if fault else "" if address.strip() else self.tr("Without an address your mail program asks for it.")
        self._to_hint.setText(hint)
        self._to_hint.setVisible(bool(hint) and self._kind != messages.CONNECT)
        fits = fault is None and not mail.is_too_long(mail.mailto(self._mail()))
        empty = not self.text.words()[1].strip()
        self.hand_over.setEnabled(fits and not empty)
        self.save.setEnabled(fault is None and not empty)
        self.copy.setEnabled(not empty)
        if fault is None and not fits:
            self._tell(self.tr("Too long to hand to a mail program. Save it as .eml, which holds any length."))
        elif self._told.text().startswith(self.tr("Too long")):
            self._tell(self._usual())

    def _tell(self, words: str) -> None:
        self._told.setText(words)

    # Doing

    def _mail(self) -> Mail:
        from followup_desktop.exchange.mail import Mail  # noqa: PLC0415  (loads when a message is written)

        me = self._writing()
        subject, body = self.text.words()
        return Mail(
            to=self.to.text(),
            to_name=self._met().name,
            sender=me.emails[0] if me.emails else "",
            sender_name=me.name,
            subject=subject,
            body=body,
        )

    def _open(self) -> None:
        from followup_desktop.exchange import mail  # noqa: PLC0415  (loads when a message is written)

        self._keep_address()
        link = mail.mailto(self._mail())
        if QDesktopServices.openUrl(QUrl.fromEncoded(link.encode())):
            self._tell(self.tr("Your mail program has it. Say here when you have sent it."))
            self.sent.setFocus()
        else:
            self._tell(self.tr("Nothing here opens e-mail. Save it as .eml, or copy the text."))

    def _save(self) -> None:
        from followup_desktop.exchange import mail  # noqa: PLC0415  (loads when a message is written)

        self._keep_address()
        company = UNFIT.sub(" ", self._case.interview.company).strip() or self._case.interview.day.isoformat()
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = Path(documents) if documents and Path(documents).is_dir() else Path()
        proposed = str(folder / self.tr("Message to {0}.eml").format(company))
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Save the message"), proposed, self.tr("E-mail (*.eml)"))
        if not name:
            return
        try:
            made = mail.eml(self._mail())
        except Problem as problem:
            self._on_failed(problem)
            return
        if self._desk.save_file(Path(name), made):
            self._tell(self.tr("Saved as “{0}”. Open it, and your mail program has it.").format(Path(name).name))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.words()[1])
        self._tell(self.tr("Copied. Paste it where it belongs."))

    def _sent(self) -> None:
        """Note that it was sent; a touch too soon wants a reason first."""
        soon = messages.too_soon(self._case, self._kind, self._desk.today(), self._desk.workdays(), self._desk.rules())
        if soon is None or self._kind not in messages.TOUCHES:
            self._record("")
        else:
            self._soon.hide()
            self.why.ask(said(soon, self._desk.today()))
            self._arrange()
            QTimer.singleShot(0, self, self._show_why)

    def _show_why(self) -> None:
        """Scroll to the question, once everything has its place."""
        inside = self._scroll.widget()
        if inside is not None and inside.isAncestorOf(self.why):
            bar = self._scroll.verticalScrollBar()
            inside.resize(inside.width(), max(inside.heightForWidth(inside.width()), inside.minimumSizeHint().height()))
            self._inside.activate()
            bar.setValue(min(self.why.mapTo(inside, self.why.rect().topLeft()).y(), bar.maximum()))

    def _on_left(self) -> None:
        self._soon.setVisible(bool(self._soon.text()))
        self.sent.setFocus(Qt.FocusReason.OtherFocusReason)

    def _record(self, reason: str) -> None:
        self._keep_address()
        if self._kind in messages.TOUCHES:
            change = changes.touch_made(self._case, self._person, Channel.EMAIL, self._desk.today(), reason)
        else:
            change = changes.thanked_by_mail(self._case, self._person, self._desk.today())
        self._clock.saved()
        sent = changes.draft_kept(self._case, self._person, self._kind, None)
        if self._desk.do(Change(change.label, (*change.pairs, *sent.pairs))):
            self.accept()

    def _keep_address(self) -> None:
        """An address that was typed here is the person's from now on."""
        from followup_desktop.exchange.mail import address_fault  # noqa: PLC0415  (loads when a message is written)

        address, person = self.to.text().strip(), self._met()
        if address and address != person.email and address_fault(address) is None:
            self._desk.do(changes.person_edited(person, replace(person, email=address)))
            self._case = self._desk.case(self._case.interview.id) or self._case

    def _keep_words(self) -> bool:
        """Put what the user made of the draft on disk; False where that could not be done."""
        change = changes.draft_kept(self._case, self._person, self._kind, self.text.own_words())
        if not self._desk.do_typing(f"draft.{self._case.interview.id}.{self._person}.{self._kind}", change):
            return False
        self._clock.saved()
        self._case = self._desk.case(self._case.interview.id) or self._case
        return True

    def _on_failed(self, problem: Problem) -> None:
        self._tell(said(problem.what, self._desk.today()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus and no other: in a field it must not take a finding's fix."""
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)
            return
        focused = self.focusWidget()
        if isinstance(focused, QPushButton):
            focused.click()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the buttons in sight where there is room for them below the text, else let them scroll with it."""
        super().resizeEvent(event)
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        """Everything has its size from now on."""
        super().showEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        high = self._foot.heightForWidth(self.width())
        below = high < self.height() * FOOT_SHARE
        home = self._outside if below else self._inside
        if home.indexOf(self._foot) < 0:
            home.addWidget(self._foot)
        self._foot_line.setVisible(below)
        side = look.px(20) if below else 0
        layout = self._foot.layout()
        assert layout is not None
        layout.setContentsMargins(side, look.px(10 if below else 4), side, look.px(16) if below else 0)

    def done(self, result: int) -> None:
        """Leave; words that cannot be put on disk keep the sheet open once."""
        if result != QDialog.DialogCode.Accepted:
            self._keep_address()
            if not self._keep_words() and not self._may_lose:
                self._may_lose = True
                return
            self._desk.end_typing()
        super().done(result)


def set_role(made: QPushButton, role: str, icon: str) -> None:
    """Let a button look like another sort: "primary", or "" for an ordinary one."""
    made.setProperty("role", role)
    set_icon(made, icon)
    made.style().unpolish(made)
    made.style().polish(made)
    made.update()
