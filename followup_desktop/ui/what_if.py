"""“What if they say Friday?”: words are read and the coming weeks shown, and nothing is recorded before it is said so."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from followup_desktop.core.records import Case
from followup_desktop.core.standing import ALONE, around
from followup_desktop.core.what_if import Mark, WhatIf, what_if
from followup_desktop.desk.desk import Desk
from followup_desktop.ui import look
from followup_desktop.ui.form import fit_screen
from followup_desktop.ui.language import day_words, said
from followup_desktop.ui.parts.button import button
from followup_desktop.ui.parts.flow import FlowLayout
from followup_desktop.ui.parts.label import ElidedLabel, label, set_tone
from followup_desktop.ui.parts.panel import Hairline
from followup_desktop.ui.parts.scrolling import scrolling
from followup_desktop.ui.weeks import weeks
from followup_desktop.ui.what_if_strip import SignPicture, WeekStrip

WIDTH, HEIGHT = 660, 720


class WhatIfSheet(QDialog):
    """Shows what would follow from words; `wanted` brings the change that records them."""

    wanted = Signal(object, str)
    """The `Change`, and the words."""

    def __init__(self, desk: Desk, case: Case, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._case = desk, case
        self._found: WhatIf | None = None
        self.setWindowTitle(self.tr("What if they say…"))
        self._build_parts()
        self._lay_out()
        self.field.textChanged.connect(lambda _: self._show())
        self.strip.day_chosen.connect(lambda day: self._day.setText(self.strip.words_of(day)))
        self.record.clicked.connect(self._record)
        self.close_button.clicked.connect(self.reject)
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self.record.click)
        self.field.setText(words)
        self._show()
        fit_screen(self, WIDTH, HEIGHT)
        self.field.setFocus()

    # Building

    def _build_parts(self) -> None:
        told = self._case.interview
        self._about = ElidedLabel("  ·  ".join(part for part in (told.company, told.role) if part), "caption", "text2")
        self.field = QLineEdit()
        self.field.setAccessibleName(self.tr("Their words about the decision"))
        self.field.setPlaceholderText(self.tr("within the next two weeks"))
        self.tries = [
            button(words, role="flat", small=True)
            for words in (
                self.tr("by Friday"),
                self.tr("next week"),
                self.tr("in two weeks"),
                self.tr("by the end of the month"),
                self.tr("we will be in touch"),
            )
        ]
        for each in self.tries:
            each.setAutoDefault(False)
            each.clicked.connect(partial(self.field.setText, each.text()))
        self._read = label(kind="name", wrap=True)
        self.strip = WeekStrip()
        self._day = label(kind="caption", tone="text2", wrap=True)
        self.lines = QVBoxLayout()
        self.lines.setSpacing(look.px(8))
        self._told = label(self.tr("Nothing is recorded before you say so."), "caption", "text2", wrap=True)
        self.record = button(self.tr("Record this"), "check", "primary", key="Ctrl+Return", tip=self.tr("Write their words down"))
        self.close_button = button(self.tr("Close"), role="flat", key="Esc", tip=self.tr("Leave everything as it is"))
        for each in (self.record, self.close_button):
            each.setProperty("key", "")
            each.setAutoDefault(False)

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(look.px(20), look.px(16), look.px(20), look.px(12))
        column.setSpacing(look.px(10))
        head = QVBoxLayout()
        head.setSpacing(0)
        head.addWidget(label(self.tr("What if they say…"), "title"))
        head.addWidget(self._about)
        tries = FlowLayout(gap=2)
        for each in self.tries:
            tries.addWidget(each)
        column.addLayout(head)
        column.addWidget(self.field)
        column.addLayout(tries)
        column.addWidget(self._read)
        column.addWidget(self.strip)
        column.addWidget(self._day)
        column.addWidget(Hairline())
        column.addLayout(self.lines)
        column.addStretch(1)
        foot = QHBoxLayout()
        foot.setContentsMargins(look.px(20), look.px(12), look.px(20), look.px(12))
        foot.setSpacing(look.px(8))
        foot.addWidget(self._told, 1)
        foot.addWidget(self.record)
        foot.addWidget(self.close_button)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.setSpacing(0)
        outside.addWidget(scrolling(inside), 1)
        outside.addWidget(Hairline())
        outside.addLayout(foot)

    # Showing

    def _show(self) -> None:
        """Read the words and show the weeks, with a reason for each day that matters."""
        desk, words = self._desk, self.field.text()
        now, today = desk.now(), desk.today()
        others = around(desk.cases(), desk.touches()).get(self._case.interview.id, ALONE)
        found = what_if(
            self._case,
            words,
            now,
            desk.workdays(),
            desk.rules(),
            locale=desk.me().locale or desk.locale,
            surroundings=others,
            week_starts=weeks(desk).first,
        )
        self._found = found
        self._read.setText(said(found.words, today))
        set_tone(self._read, "text" if found.reading.found or not words.strip() else "stamp")
        self.strip.set(found, today)
        day = self.strip.day
        self._day.setText(self.strip.words_of(day) if day is not None else self.tr("Arrow keys go from day to day."))
        self.record.setEnabled(bool(found.change.pairs))
        self._show_lines(found)

    def _show_lines(self, found: WhatIf) -> None:
        while (item := self.lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        today = self._desk.today()
        wide = max((self._day_width(mark) for mark in found.marks), default=0)
        for mark in found.marks:
            self.lines.addWidget(self._line(SignPicture(mark.sign), mark, wide))
        for advice in found.advice:
            picture = QLabel()
            picture.setPixmap(look.pixmap("info", "text2"))
            made, row = self._row(picture)
            row.addWidget(label(said(advice, today), wrap=True), 1)
            self.lines.addWidget(made)
        if found.holidays:
            made, row = self._row(QLabel())
            days = ", ".join(day_words(day, today) for day in found.holidays)
            row.addWidget(label(self.tr("Public holidays do not count: {0}.").format(days), "caption", "text2", wrap=True), 1)
            self.lines.addWidget(made)

    def _day_width(self, mark: Mark) -> int:
        return QFontMetrics(look.font("body", 600)).horizontalAdvance(day_words(mark.day, self._desk.today()))

    def _line(self, picture: QWidget, mark: Mark, wide: int) -> QWidget:
        """The sign, the day, what it is, and why it is that day."""
        today = self._desk.today()
        made, row = self._row(picture)
        day = label(day_words(mark.day, today), "name", wrap=True)
        day.setMinimumWidth(wide + look.px(6))
        row.addWidget(day, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        what = label(said(mark.words, today), wrap=True)
        words.addWidget(what)
        for first in (day, what):  # as high as the sign, so that the three stand on one line
            first.setMinimumHeight(picture.minimumHeight())
        why = said(mark.why, today)
        if why:
            words.addWidget(label(why, "caption", "text2", wrap=True))
        row.addLayout(words, 1)
        return made

    @staticmethod
    def _row(picture: QWidget) -> tuple[QWidget, QHBoxLayout]:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(8))
        picture.setMinimumWidth(look.px(18))
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        return made, row

    def _record(self) -> None:
        if self._found is not None and self._found.change.pairs:
            self.wanted.emit(self._found.change, self.field.text().strip())
            self.accept()
