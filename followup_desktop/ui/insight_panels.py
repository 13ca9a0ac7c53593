"""The three panels of the insight page, each with its picture, its figure in words, and a legend with counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from followup_desktop.core import insight
from followup_desktop.core.insight import Figure, Insight, PromiseCase, Reply, Sent, TouchCase, Word
from followup_desktop.desk.desk import Desk
from followup_desktop.ui import look
from followup_desktop.ui.insight_pictures import CardsRing, MarkPicture, PromiseStrip, ReplyDots, place_of
from followup_desktop.ui.parts.flow import FlowLayout
from followup_desktop.ui.parts.label import ElidedLabel, label
from followup_desktop.ui.parts.panel import Panel, column

COMPANY, OUTCOME = 168, 132
"""Widths of the columns before and behind the pictures in design pixels."""


def figure_words(figure: Figure, enough: str, few: str, none: str) -> str:
    """The figure in words: `enough` with {count} of {told}; `few` with {told} where it tells nothing; `none` without cases."""
    words = enough if figure.is_enough else few if figure.told else none
    return words.format(count=figure.count, told=figure.told)


class Legend(QWidget):
    """What the marks mean, each with how many there are; a mark that does not occur is left out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self, gap=14)

    def show_counts(self, told: Sequence[tuple[Sent | Word | Reply, str, int]]) -> None:
        """Show these marks with their words and counts."""
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for kind, words, count in told:
            if count:
                made = QWidget(self)
                row = QHBoxLayout(made)
                row.setContentsMargins(0, 0, 0, 0)
                row.setSpacing(look.px(5))
                row.addWidget(MarkPicture(kind))
                row.addWidget(label(f"{count}  {words}", "caption", "text2"))
                self._flow.addWidget(made)
                made.show()
        self.updateGeometry()


class CardsPanel(Panel):
    """Cards in the post within 24 hours."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.ring = CardsRing()
        self.figure = label(kind="title", wrap=True)
        self._legend = Legend()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(look.px(20))
        words = QVBoxLayout()
        words.setSpacing(look.px(8))
        words.addStretch(1)
        words.addWidget(label(self.tr("Your cards"), tone="text2"))
        words.addWidget(self.figure)
        words.addWidget(self._legend)
        words.addStretch(1)
        self._row.addWidget(self.ring, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addLayout(words, 1)
        column(self, top=14).addLayout(self._row)

    def show_cards(self, told: Insight) -> None:
        """Show these cards."""
        counts = Counter(each.sent for each in told.cards)
        enough = self.tr("{count} of {told} cards were in the post within 24 hours.")
        few = self.tr("Too few cards to tell: {told} so far.")
        self.figure.setText(figure_words(told.in_time, enough, few, self.tr("No card to count yet.")))
        words = (
            (Sent.IN_TIME, self.tr("within 24 hours")),
            (Sent.LATER, self.tr("later, still welcome")),
            (Sent.NOT_SENT, self.tr("not posted")),
            (Sent.OPEN, self.tr("still in time")),
            (Sent.UNKNOWN, self.tr("posted, day unknown")),
        )
        shown = [(kind, name, counts[kind]) for kind, name in words]
        self._legend.show_counts(shown)
        self.ring.set([each.sent for each in told.cards], in_words(shown))

    def set_narrow(self, *, narrow: bool) -> None:
        """Put the words under the ring, or beside it."""
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)


class PromisesPanel(Panel):
    """The day each employer named, and the day their answer came."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.figure = label(kind="title", wrap=True)
        self._usual = label(tone="text2", wrap=True)
        self._legend = Legend()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(look.px(12))
        self._grid.setVerticalSpacing(look.px(4))
        self._grid.setColumnStretch(1, 1)
        self._axis = Axis()
        self._grid.addWidget(self._axis, 0, 1)
        self.strips: list[PromiseStrip] = []
        """One for each employer, in their order."""
        self._narrow = False
        self._rows: list[QWidget] = []
        rows = column(self, top=14)
        rows.addWidget(label(self.tr("Their promises"), tone="text2"))
        rows.addWidget(self.figure)
        rows.addWidget(self._usual)
        rows.addSpacing(look.px(4))
        rows.addLayout(self._grid)
        rows.addWidget(self._legend)

    def show_promises(self, told: Insight, desk: Desk) -> None:
        """Show the promised days by employer."""
        counts = Counter(each.word for each in told.promises)
        enough = self.tr("They kept {count} of {told} promised days.")
        few = self.tr("Too few promises to tell: {told} so far.")
        self.figure.setText(figure_words(told.kept, enough, few, self.tr("No promised day to count yet.")))
        self._usual.setText(self._usual_words(told.usual_days))
        self._usual.setVisible(bool(self._usual.text()))
        words = (
            (Word.KEPT, self.tr("kept")),
            (Word.LATER, self.tr("answered later")),
            (Word.NEVER, self.tr("never answered")),
            (Word.OPEN, self.tr("still open")),
            (Word.UNKNOWN, self.tr("day not known")),
        )
        self._legend.show_counts([(kind, name, counts[kind]) for kind, name in words])
        self._fill(told, desk)

    def _usual_words(self, days: int | None) -> str:
        if days is None:
            return ""
        if days <= 0:
            return self.tr("Half of the answers had come by the day they named.")
        one, more = self.tr("Half of the answers had come a day later."), self.tr("Half of the answers had come {0} days later.")
        return one if days == 1 else more.format(days)

    def _fill(self, told: Insight, desk: Desk) -> None:
        for each in self._rows:
            self._grid.removeWidget(each)
            each.hide()
            each.deleteLater()
        self._rows, self.strips = [], []
        self._axis.setVisible(bool(told.promises))
        for row, (company, cases) in enumerate(told.by_employer, 1):
            name, strip = ElidedLabel(company, "name"), PromiseStrip()
            outcome = ElidedLabel(self._outcome_words(cases), "caption", "text2")
            strip.set(cases, desk.today(), self.tr("{0}: {1}").format(company, outcome.text()))
            for place, each in enumerate((name, strip, outcome)):
                self._grid.addWidget(each, row, place)
            self._rows += [name, strip, outcome]
            self.strips.append(strip)
        self._set_widths()

    def _set_widths(self) -> None:
        share = 0.5 if self._narrow else 1
        for name, outcome in zip(self._rows[::3], self._rows[2::3], strict=True):
            name.setFixedWidth(look.px(COMPANY * share))
            outcome.setMinimumWidth(look.px(OUTCOME * share))

    def _outcome_words(self, cases: Sequence[PromiseCase]) -> str:
        """What came of one promised day; of several how many were kept."""
        if len(cases) > 1:
            known = [case for case in cases if case.word not in (Word.OPEN, Word.UNKNOWN)]
            kept = sum(case.word is Word.KEPT for case in known)
            return self.tr("{0} of {1} kept").format(kept, len(known)) if known else self.tr("still open")
        (case,) = cases
        if case.days is None:
            told = {Word.NEVER: self.tr("never answered"), Word.OPEN: self.tr("still open")}
            return told.get(case.word, self.tr("day not known"))
        if case.days == 0:
            return self.tr("on the day")
        if abs(case.days) == 1:
            return self.tr("a day later") if case.days > 0 else self.tr("a day sooner")
        return (self.tr("{0} days later") if case.days > 0 else self.tr("{0} days sooner")).format(abs(case.days))

    def set_narrow(self, *, narrow: bool) -> None:
        """Less room for names."""
        self._narrow = narrow
        self._set_widths()


class Axis(QWidget):
    """The words above the strips, over the places they name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = (self.tr("sooner"), self.tr("the day they named"), self.tr("later"))
        self._labels = [label(each, "caption", "text2") for each in words]
        for each in self._labels:
            each.setParent(self)

    def sizeHint(self) -> QSize:
        """One line of words."""
        return QSize(sum(each.sizeHint().width() for each in self._labels), self._labels[0].sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """As narrow as a strip: words that have no room go."""
        return QSize(0, self._labels[0].sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the words over the ends and the day; those at the ends go where there is no room."""
        super().resizeEvent(event)
        sooner, named, later = self._labels
        for each in self._labels:
            each.resize(each.sizeHint())
        left = max(0, round(place_of(0, self.width()) - named.width() / 2))
        named.move(left, 0)
        named.setVisible(named.width() <= self.width())
        later.move(self.width() - later.width(), 0)
        sooner.setVisible(left > sooner.width() + look.px(8))
        later.setVisible(later.x() > left + named.width() + look.px(8))


class RepliesPanel(Panel):
    """Answers to the first and to the second follow-up."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._legend = Legend()
        self.dots, self.figures = (ReplyDots(), ReplyDots()), (label(wrap=True), label(wrap=True))
        self._names = (label(self.tr("First question"), "name"), label(self.tr("Second question"), "name"))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(look.px(12))
        self._grid.setColumnStretch(1, 1)
        rows = column(self, top=14)
        rows.addWidget(label(self.tr("Answers to your questions"), tone="text2"))
        rows.addLayout(self._grid)
        rows.addWidget(self._legend)
        self.set_narrow(narrow=False)

    def show_replies(self, told: Insight) -> None:
        """Show what came of the follow-ups."""
        both = (told.first, told.second)
        enough, few = self.tr("{count} of {told} answered"), self.tr("Too few to tell: {told} so far")
        none = self.tr("None to count yet")
        for dots, figure, name, cases in zip(self.dots, self.figures, self._names, both, strict=True):
            figure.setText(figure_words(insight.answered(cases), enough, few, none))
            dots.set([each.reply for each in cases], in_words(self._shown(cases)) or name.text())
        self._legend.show_counts(self._shown([*told.first, *told.second]))

    def _shown(self, cases: Sequence[TouchCase]) -> list[tuple[Reply, str, int]]:
        counts = Counter(each.reply for each in cases)
        words = (
            (Reply.ANSWERED, self.tr("answered")),
            (Reply.NONE_NOTED, self.tr("no answer noted")),
            (Reply.OPEN, self.tr("still open")),
        )
        return [(kind, name, counts[kind]) for kind, name in words]

    def set_narrow(self, *, narrow: bool) -> None:
        """Put each figure under its dots, or beside them."""
        for at, (name, dots, figure) in enumerate(zip(self._names, self.dots, self.figures, strict=True)):
            for each in (name, dots, figure):
                self._grid.removeWidget(each)
            name.setMinimumWidth(0 if narrow else look.px(COMPANY))
            figure.setMinimumWidth(0 if narrow else look.px(OUTCOME))
            for beside, part in enumerate((name, dots, figure)):
                row, place = (3 * at + beside, 0) if narrow else (at, beside)
                self._grid.addWidget(part, row, place)
        self._grid.setColumnStretch(1, 0 if narrow else 1)


def in_words(shown: Sequence[tuple[Sent | Word | Reply, str, int]]) -> str:
    """A picture in words: "3 within 24 hours, 1 later"."""
    return ", ".join(f"{count} {words}" for _, words, count in shown if count)
