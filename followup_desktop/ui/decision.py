"""What they said about the decision, read back as dates at once, and whether and with whom the user may follow up."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QComboBox, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from followup_desktop.core import changes, etiquette, promise
from followup_desktop.core.promise import Reading
from followup_desktop.core.records import Case, Change, Permission, Promise
from followup_desktop.desk.desk import Desk
from followup_desktop.ui import look
from followup_desktop.ui.language import day_words, said
from followup_desktop.ui.note_box import SaveClock
from followup_desktop.ui.note_field import NoteField
from followup_desktop.ui.note_preview import ROW, SIDE
from followup_desktop.ui.parts import measures
from followup_desktop.ui.parts.button import button
from followup_desktop.ui.parts.flow import FlowLayout
from followup_desktop.ui.parts.label import ElidedLabel, label
from followup_desktop.ui.parts.painting import box
from followup_desktop.ui.parts.segments import Segments
from followup_desktop.ui.parts.sentence import Run, Sentence
from followup_desktop.ui.what_if_open import see_weeks

_DATE = re.compile(r"(\{\d\}\S*)")


class ReadBack(QWidget):
    """A line under the field: the dates read from it, in strong letters."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = QLabel()
        self._icon.setFixedWidth(look.px(measures.ICON))
        self._words = Sentence(most=3)
        self.weeks = button(self.tr("See the weeks"), role="link", small=True, key="Ctrl+I", tip=self.tr("What follows from it"))
        self.weeks.setProperty("key", "")
        self.weeks.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its key does it: one stop less on the way through the debrief
        self.weeks.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(SIDE), look.px(3), look.px(8), look.px(3))
        row.setSpacing(look.px(8))
        row.addWidget(self._icon)
        row.addWidget(self._words, 1)
        row.addWidget(self.weeks)
        row.addStrut(look.px(ROW - 6))

    def say(self, text: str, *dates: str) -> None:
        """Show a sentence whose fields {0}, {1} are these dates; an empty one keeps the line free."""
        runs = []
        for part in _DATE.split(text):
            strong = bool(_DATE.fullmatch(part))
            runs.append(
                Run(
                    part.strip().format(*dates),
                    QFont.Weight.DemiBold if strong else QFont.Weight.Normal,
                    "text" if strong else "text2",
                )
            )
        self._words.set_runs(*runs)
        self._icon.setPixmap(look.pixmap("calendar", "ink" if text else "sheet"))
        self.weeks.setVisible(bool(text))
        self.setAccessibleName(self._words.text())


class WhenQuestion(QWidget):
    """Asks for the date that their words do not hold."""

    dated = Signal(str)
    left_open = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.about = ""
        """The words it asks about."""
        icon = QLabel()
        icon.setPixmap(look.pixmap("ask", "stamp"))
        icon.setFixedWidth(look.px(measures.ICON))
        self._words = label(kind="name", wrap=True)
        self.field = QLineEdit()
        self.field.setProperty("small", True)
        self.field.setAccessibleName(self.tr("When they decide"))
        self.field.setPlaceholderText(self.tr("10 December"))
        self.field.setFixedWidth(look.px(150))
        self.field.returnPressed.connect(lambda: self.dated.emit(self.field.text()))
        self.open_button = button(self.tr("Leave it open"), role="flat", small=True, key="Ctrl+0")
        self.open_button.clicked.connect(self.left_open)
        answers = FlowLayout(gap=4)
        answers.addWidget(self.field)
        answers.addWidget(self.open_button)
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(SIDE), look.px(3), look.px(8), look.px(3))
        row.setSpacing(look.px(8))
        row.addWidget(icon)
        row.addWidget(self._words, 1)
        row.addLayout(answers)
        row.addStrut(look.px(ROW - 6))

    def ask(self, words: str) -> None:
        """Ask what these words mean."""
        self.about = words
        self.field.clear()
        self._say(self.tr("When is “{0}”? Type a date, or leave it open.").format(words))

    def refuse(self, typed: str) -> None:
        """Say that what was typed holds no date either."""
        self._say(self.tr("“{0}” holds no date. Type one such as 10 December, or leave it open.").format(typed))
        self.field.selectAll()

    def _say(self, words: str) -> None:
        self._words.setText(words)
        self.setAccessibleName(words)
        self.field.setAccessibleDescription(words)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The wash of a question."""
        del event
        with QPainter(self) as painter:
            box(painter, self.rect(), look.px(measures.RADIUS_PANEL), look.tone("stamp_wash"), look.tone("stamp_line"))


class Decision(QWidget):
    """Their words with what is read from them. Whoever owns it writes them down when `wanted` comes."""

    wanted = Signal()
    """What stands here is to be saved now."""
    chosen = Signal(object)
    """A `Change`: a permission, a contact, a date for their words."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._case: Case | None = None
        self._left_open: set[tuple[str, str]] = set()
        self.clock = SaveClock(self)
        self.clock.due.connect(self.wanted)
        self.field = NoteField(self.tr("Their words about the decision"), self.tr("within the next two weeks"), single=True)
        self.field.textChanged.connect(self._on_typed)
        self.field.left.connect(self._on_left)
        self.read_back, self.when = ReadBack(), WhenQuestion()
        self.read_back.weeks.clicked.connect(self.see_weeks)
        self.when.dated.connect(self._on_dated)
        self.when.left_open.connect(self.leave_open)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(2))
        for part in (self.field, self.read_back, self.when):
            column.addWidget(part)
        self.when.hide()
        self._loading = False
        self._build_asks()

    def _build_asks(self) -> None:
        """Permission and contact: they stand in a row of their own on the sheet."""
        self.may_i = Segments(
            (
                (Permission.YES.value, self.tr("Yes")),
                (Permission.NO.value, self.tr("No")),
                (Permission.NOT_ASKED.value, self.tr("I did not ask")),
            ),
            self.tr("May I follow up?"),
            checks=True,
        )
        self.may_i.chosen.connect(self._set_permission)
        self.contact = QComboBox()
        self.contact.setAccessibleName(self.tr("With whom"))
        self.contact.activated.connect(lambda _: self._set_contact())
        self._why = ElidedLabel(kind="caption", tone="text2")
        self.asks = QWidget()
        row = FlowLayout(self.asks, gap=12)
        for part in (self.may_i, label(self.tr("with"), tone="text2"), self.contact, self._why):
            row.addWidget(part)

    # Showing

    def show_case(self, case: Case, words: str | None = None) -> None:
        """Show what is known; `words` stand for what was typed and is not on disk yet."""
        self._case = case
        told = words if words is not None else case.promise.words if case.promise else ""
        if not self.clock.is_pending and told != self.field.words():
            self._loading = True
            self.field.set_lines([told])
            self._loading = False
        self._read(asks=True)
        self.may_i.set_current(case.interview.permission.value)
        for each in Permission:
            cell, is_on = self.may_i.cell(each.value), each is case.interview.permission
            cell.updateGeometry()  # the check takes room
            cell.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_on else Qt.FocusPolicy.ClickFocus)
        right, why = etiquette.right_person(case)
        names = [(each.name, each.id) for each in case.people]
        if names != [(self.contact.itemText(at), self.contact.itemData(at)) for at in range(self.contact.count())]:
            self.contact.clear()
            for name, person in names:
                self.contact.addItem(name, person)
            wide = max((self.contact.fontMetrics().horizontalAdvance(name) for name, _ in names), default=0)
            self.contact.setMinimumWidth(wide + look.px(measures.FIELD_SIDE + measures.COMBO_ARROW + 8))
        chosen = case.interview.contact or (right.id if right else None)
        self.contact.setCurrentIndex(self.contact.findData(chosen))
        self.contact.setEnabled(bool(names))
        self._why.setText("" if case.interview.contact or right is None else said(why, self._desk.today()))
        self._why.setVisible(bool(self._why.text()))

    def _on_typed(self) -> None:
        if not self._loading:
            self.clock.typed()
            self._read(asks=False)

    def _on_left(self) -> None:
        if self.clock.is_pending:
            self.wanted.emit()
        self._read(asks=True)
        if not self.when.isHidden():
            QTimer.singleShot(0, self, self._go_to_question)

    def _go_to_question(self) -> None:
        """Whoever left their words by a key comes to the question first that has just appeared below them."""
        focused = QApplication.focusWidget()
        by_mouse = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        if focused is not None and self.may_i.isAncestorOf(focused) and not self.when.isHidden() and not by_mouse:
            self.when.field.setFocus(Qt.FocusReason.TabFocusReason)

    def _read(self, *, asks: bool) -> None:
        """Read their words back; where they hold no date, ask once the field is left."""
        case, words = self._case, self.field.words()
        if case is None or not words:
            self.when.hide()
            self.read_back.show()
            self.read_back.say("")
            return
        heard = self.heard(case, words)
        known = heard.earliest is not None or heard.latest is not None
        is_asked = not known and (case.interview.id, words) not in self._left_open
        is_open = is_asked and (not self.when.isHidden() or (asks and not self.field.hasFocus()))
        if is_open and self.when.about != words:
            self.when.ask(words)
        self.read_back.setVisible(not is_open)
        self.when.setVisible(is_open)
        wait = etiquette.wait(replace(case, promises=(heard,)), self._desk.workdays(), self._desk.rules())
        text = (
            self.tr("Not before {0}, best {1}. It goes into your calendar, never on a card.")
            if known
            else self.tr("No date in these words. Not before {0}, best {1}.")
        )
        today = self._desk.today()
        self.read_back.say(text, day_words(wait.floor, today), day_words(wait.best, today))

    # What it means

    def heard(self, case: Case, words: str) -> Promise:
        """The promise that these words make; the one that is kept, where the words are the same."""
        if case.promise is not None and case.promise.words == words:
            return case.promise
        made = self.promised(case, words)
        kept = [after for _, after in made.pairs if isinstance(after, Promise)]
        return kept[0] if kept else Promise(id="", interview=case.interview.id, words=words, heard=changes.heard_on(case))

    def promised(self, case: Case, words: str, by: str | None = None, date_words: str = "") -> Change:
        """Writing these words down; the dates are read from them, or from `date_words`."""
        return changes.promise_heard(case, words, self._reading(case, date_words or words), changes.heard_on(case), by)

    def _reading(self, case: Case, words: str) -> Reading:
        locale = self._desk.me().locale or self._desk.locale
        return promise.read(words, changes.heard_on(case), self._desk.workdays(), locale)

    def _on_dated(self, typed: str) -> None:
        """A date was typed for words that hold none."""
        if not typed.strip():
            self.leave_open()
            return
        self.wanted.emit()
        case = self._case
        if case is None:
            return
        if not self._reading(case, typed).found:
            self.when.refuse(typed)
            return
        self._go_on()
        self.chosen.emit(self.promised(case, self.field.words(), date_words=typed))

    def see_weeks(self) -> None:
        """Show the weeks that follow from the words in the field, or from others that are tried there."""
        if self.clock.is_pending:
            self.wanted.emit()
        if self._case is not None:
            see_weeks(self._desk, self._case, self, self._take_words, self.field.words())

    def _take_words(self, change: Change, words: str) -> None:
        """Words that were tried are theirs."""
        self._loading = True
        self.field.set_lines([words])
        self._loading = False
        self.chosen.emit(change)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave_open(self) -> None:
        """Their words hold no date, and that is all right."""
        if self._case is not None and not self.when.isHidden():
            self._left_open.add((self._case.interview.id, self.field.words()))
            self._go_on()
            self._read(asks=False)

    def _go_on(self) -> None:
        """To the next question; the one about the date goes."""
        key = self.may_i.current()
        if key is not None:
            self.may_i.cell(key).setFocus(Qt.FocusReason.TabFocusReason)
        self.when.hide()

    def _set_permission(self, choice: str) -> None:
        if self._case is not None:
            self.chosen.emit(changes.permission_set(self._case, Permission(choice)))

    def _set_contact(self) -> None:
        if self._case is not None:
            self.chosen.emit(changes.contact_set(self._case, self.contact.currentData()))

    def stops(self) -> Sequence[QWidget]:
        """What Tab goes through, in order."""
        cells = [self.may_i.cell(each.value) for each in (Permission.YES, Permission.NO, Permission.NOT_ASKED)]
        return (self.field, self.when.field, self.when.open_button, *cells, self.contact)
