"""An interview by hand: one typed line, or a pasted invitation, is read into fields that can be put right."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import Qt, QTime, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QTimeEdit, QWidget

from followup_desktop.core import changes
from followup_desktop.core.records import Case, Change, Interview, Talk, new_id
from followup_desktop.core.referral import with_referrer
from followup_desktop.desk.desk import Desk
from followup_desktop.exchange.events import Draft
from followup_desktop.ui import look
from followup_desktop.ui.form import Form
from followup_desktop.ui.language import said
from followup_desktop.ui.parts.day_field import DayField
from followup_desktop.ui.parts.label import label
from followup_desktop.ui.people_known import KnownLine
from followup_desktop.ui.weeks import weeks

READ_AFTER_MS = 200
ROOMY = 40
"""Width in em from which the parts of a row stand side by side; below it under one another."""
LINE_MOST = 200
"""A longer text, or one of several lines, is read as a pasted invitation."""


class OneLine(QPlainTextEdit):
    """Takes one line, or a pasted invitation: Enter is done, Shift+Enter begins another line."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter."""
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class InterviewForm(Form):
    """Adds an interview (with `case`: changes it). After `exec()` is true, `change` and `interview` (its id) are set."""

    def __init__(
        self,
        desk: Desk,
        parent: QWidget | None = None,
        *,
        case: Case | None = None,
        day: date | None = None,
        text: str = "",
        just_over: bool = False,
    ) -> None:
        super().__init__(parent)
        self._desk, self._case = desk, case
        self._before = case.interview if case else None
        self.interview = self._before.id if self._before else new_id()
        self.name_it(self._title(just_over=just_over), self.tr("Save") if case else self.tr("Add interview"))
        self._own: set[QWidget] = set()
        self._is_filling = self._has_own_time = False
        self._seconds = 3600
        self._zone = self._before.zone if self._before else desk.zone
        self.line = OneLine()
        self.line.entered.connect(self.accept)
        self._build_line()
        self.company = self.field(self.tr("Company"))
        self.known = KnownLine(desk)
        self.rows.addRow("", self.known)
        self.rows.setRowVisible(self.known, False)
        self.company.textChanged.connect(self._show_known_people)
        self.role = self.field(self.tr("Position"))
        self._build_time()
        self.place = self.field(self.tr("Place"), "", self.tr("an address, by phone, by video"))
        self.people = self.field(self.tr("With"), "", self.tr("names, with a comma between"))
        self._build_talk()
        self._start_values(day, just_over=just_over)
        self._has_own_time = day is not None
        for part in (self.company, self.role, self.place, self.people):
            part.textEdited.connect(lambda _, which=part: self._own.add(which))
        self.end.timeChanged.connect(lambda _: self._on_end())
        self.start.timeChanged.connect(lambda _: self._keep_length())
        for changed in (self.day.dateChanged, self.start.timeChanged, self.end.timeChanged, self.all_day.toggled):
            changed.connect(lambda _: self._keep_time())
        self.finish_layout()
        if case is not None:
            self._show_known(case)
            self.company.setFocus()
        else:
            self.line.setPlainText(text)
            self._read()
            self.line.setFocus()

    def _title(self, *, just_over: bool) -> str:
        if self._case is not None:
            return self.tr("Edit the interview")
        return self.tr("The interview you just had") if just_over else self.tr("A new interview")

    def _build_line(self) -> None:
        self.line.setProperty("role", "field")
        self.line.setAccessibleName(self.tr("The interview in one line"))
        self.line.setPlaceholderText(self.tr("Globex data engineer, Thu 14:00, with Marta"))
        self.line.setTabChangesFocus(True)
        self.line.setFixedHeight(look.px(64))
        hint = label(
            self.tr("One line is enough. The text of an invitation can be pasted here too."), "caption", "text2", wrap=True
        )
        self.column.addWidget(self.line)
        self.column.addWidget(hint)
        self.line.setVisible(self._case is None)
        hint.setVisible(self._case is None)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(READ_AFTER_MS)
        self._pause.timeout.connect(self._read)
        self.line.textChanged.connect(self._pause.start)

    def _build_time(self) -> None:
        self.day, self.start, self.end = DayField(self._desk.today()), QTimeEdit(), QTimeEdit()
        self.day.begin_weeks_on(weeks(self._desk).first)
        self.day.setMinimumWidth(self.day.fontMetrics().horizontalAdvance("Wed, 30 Sep, 2026") + look.px(52))
        for field in (self.start, self.end):
            field.setButtonSymbols(QTimeEdit.ButtonSymbols.NoButtons)
            field.setMaximumWidth(look.px(88))
        self.all_day = QCheckBox(self.tr("All day"))
        for part, name in (
            (self.day, self.tr("Day")),
            (self.start, self.tr("From")),
            (self.end, self.tr("Until")),
        ):
            part.setAccessibleName(name)
        dash = label("–", tone="text2")
        row = self._row([(self.day, 3)], [(self.start, 1), (dash, 0), (self.end, 1)], [(self.all_day, 0)])
        self.all_day.toggled.connect(self.start.setDisabled)
        self.all_day.toggled.connect(self.end.setDisabled)
        self.rows.addRow(self.label(self.tr("When")), row)

    def _build_talk(self) -> None:
        """What sort of talk it was and who gave the user's name, in one row: most often neither is touched."""
        self.talk = QComboBox()
        self.talk.setAccessibleName(self.tr("What sort of talk was it?"))
        for words, value in (
            (self.tr("Interview"), Talk.INTERVIEW),
            (self.tr("Phone screen"), Talk.PHONE_SCREEN),
            (self.tr("Panel"), Talk.PANEL),
            (self.tr("Informational talk"), Talk.INFORMATIONAL),
        ):
            self.talk.addItem(words, value)
        self.talk.setToolTip(self.tr("The cards speak of it in that way"))
        self.referrer = QLineEdit()
        self.referrer.setAccessibleName(self.tr("Who referred you?"))
        self.referrer.setPlaceholderText(self.tr("nobody, or a name"))
        self.referrer.setToolTip(self.tr("Who put your name forward is owed a card too"))
        row = self._row([(self.talk, 0)], [(label(self.tr("referred by"), tone="text2"), 0), (self.referrer, 1)])
        self.rows.addRow(self.label(self.tr("Sort of talk")), row)

    def _row(self, *parts: list[tuple[QWidget, int]]) -> QBoxLayout:
        """Parts side by side, each with its share of the room; in large letters on a small screen, group under group."""
        sideways, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        is_narrow = self.minimumWidth() < ROOMY * look.font_px()
        row = QBoxLayout(down if is_narrow else sideways)
        for group in parts:
            line = row
            if is_narrow:
                line = QBoxLayout(sideways)
                row.addLayout(line)
            line.setSpacing(look.px(8))
            for part, share in group:
                line.addWidget(part, share)
        row.setSpacing(look.px(8))
        return row

    def _show_known_people(self, company: str) -> None:
        """At a company where people are known, say who they are: a new opening there brings them forward."""
        if self._case is None:
            self.known.show_company(company)
            self.rows.setRowVisible(self.known, bool(self.known.words.text()))

    def _start_values(self, day: date | None, *, just_over: bool) -> None:
        """A day and times to begin with: the chosen day, with a time where one was; the last full hour for what is just over."""
        now = self._desk.now()
        start = day if isinstance(day, datetime) else datetime.combine(day or now.date() + timedelta(days=1), time(10))
        if just_over:
            start = now.replace(minute=0, second=0, microsecond=0) - timedelta(hours=1)
        self._show_time(start, start + timedelta(hours=1))

    def _keep_time(self) -> None:
        """The user has put day or time right: the line no longer tells it."""
        self._has_own_time = self._has_own_time or not self._is_filling

    def _keep_length(self) -> None:
        """Beginning later, it ends later too."""
        if not self._is_filling:
            self._is_filling = True
            self.end.setTime(self.start.time().addSecs(self._seconds))
            self._is_filling = False

    def _on_end(self) -> None:
        self._seconds = self.start.time().secsTo(self.end.time())

    def _show_time(self, start: datetime | date, end: datetime | None) -> None:
        self._is_filling = True
        day = start.date() if isinstance(start, datetime) else start
        self.day.set_day(day)
        self.all_day.setChecked(not isinstance(start, datetime))
        if isinstance(start, datetime):
            until = end or start + timedelta(hours=1)
            self.start.setTime(QTime(start.hour, start.minute))
            self.end.setTime(QTime(until.hour, until.minute))
            self._on_end()
        self._is_filling = False

    def _show_known(self, case: Case) -> None:
        told = case.interview
        self.company.setText(told.company)
        self.role.setText(told.role)
        self.place.setText(told.place)
        self.talk.setCurrentIndex(max(0, self.talk.findData(told.talk)))
        gave_name = case.person(told.referred_by)
        self.referrer.setText(gave_name.name if gave_name else "")
        self._show_time(told.start, told.end)
        self.rows.setRowVisible(self.people, False)

    # Reading the line

    def _read(self) -> None:
        """Fill the fields that the user has not touched with what the line says."""
        text = self.line.toPlainText().strip()
        if text:
            self._fill(self._draft(text))

    def _draft(self, text: str) -> Draft:
        from followup_desktop.exchange.one_line import read_line  # noqa: PLC0415  (readers load when they are needed)
        from followup_desktop.exchange.pasted import read_invitation_text  # noqa: PLC0415

        desk = self._desk
        locale = desk.me().locale or desk.locale
        if "\n" in text or len(text) > LINE_MOST:
            told = read_invitation_text(text, desk.today(), desk.zone, locale, me=desk.me())
            if isinstance(told, Draft):
                return told
        known = {case.interview.company for case in desk.cases()}
        return read_line(text, desk.today(), desk.zone, locale, known=known)

    def _fill(self, draft: Draft) -> None:
        people = ", ".join(each.name or each.email for each in draft.people)
        for field, words in (
            (self.company, draft.company),
            (self.role, draft.role),
            (self.place, draft.place),
            (self.people, people),
        ):
            if field not in self._own:
                field.setText(words)
        if draft.start is not None and not self._has_own_time:
            self._show_time(draft.start, draft.end)
        self._zone = draft.zone
        told = [*([draft.question] if draft.question else []), *draft.doubts]
        self.say(" ".join(said(words, self._desk.today()) for words in told))

    # Taking it

    def accept(self) -> None:
        """Take the fields as they stand; company and position are needed."""
        self._pause.stop()
        if self._case is None:
            self._read()
        for field, words in ((self.company, self.tr("Which company is it?")), (self.role, self.tr("Which position is it?"))):
            if not field.text().strip():
                self.say(words)
                field.setFocus()
                return
        self.change = self._told()
        super().accept()

    def _told(self) -> Change:
        """The interview that the fields tell, with the people in it."""
        before, known = self._before, self._desk.people()
        start, end = self._time()
        after = replace(
            before or Interview(id=self.interview, company="", role="", start=start),
            company=" ".join(self.company.text().split()),
            role=" ".join(self.role.text().split()),
            start=start,
            end=end,
            place=self.place.text().strip(),
            zone=self._zone,
            talk=Talk(self.talk.currentData()),
        )
        if before is None:
            names = [" ".join(name.split()) for name in self.people.text().replace(";", ",").split(",") if name.strip()]
            change = changes.interview_added(after, names, known)
        else:
            change = Change(changes.interview_edited(before, after).label, ((before, after),))
        return with_referrer(change, self.referrer.text(), known)

    def _time(self) -> tuple[datetime | date, datetime | None]:
        """Start and end as the fields say; an end before the start is on the next day."""
        day = self.day.day()
        if self.all_day.isChecked():
            return day, None
        start = datetime.combine(day, time(self.start.time().hour(), self.start.time().minute()))
        end = datetime.combine(day, time(self.end.time().hour(), self.end.time().minute()))
        return start, end if end > start else end + timedelta(days=1)
