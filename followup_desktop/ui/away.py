"""What has fallen due, in a quiet panel above the page: at the start what the last days brought, later what comes.

Never a dialog: it can be left standing, answered row by row, or closed as a whole. What it shows stays in the calendar.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from followup_desktop.core.reminders import Reminder
from followup_desktop.ui import reminder_words as words_of
from followup_desktop.ui.look import font, font_px, px
from followup_desktop.ui.parts import measures
from followup_desktop.ui.parts.button import button, icon_button, set_icon
from followup_desktop.ui.parts.controls import paint_icon
from followup_desktop.ui.parts.focus import take_focus
from followup_desktop.ui.parts.label import label
from followup_desktop.ui.parts.next_strip import NARROW_EM
from followup_desktop.ui.parts.painting import hairline
from followup_desktop.ui.parts.panel import Panel
from followup_desktop.ui.parts.sentence import Run, Sentence

ROWS = ((40, 1), (55, 2))
"""How many reminders are shown at once where the window is lower than so many em: they must not push the page away."""
MOST_ROWS = 3
LINES = 3
"""How many lines the words of a row may take; the rest stands in the tooltip."""
WORDS_LEAST = 200
"""Below this width (design pixels) for the words, the buttons go under them."""
SHORT_EM = 32
"""In a window lower than this the panel has no head."""


class AwayPanel(Panel):
    """The reminders that are open, each with its button, "Later" and "Dismiss"; not there at all where there are none."""

    answered = Signal(object, str)
    """A button of that `Reminder`, by its key in `reminder_words`."""
    closed = Signal()
    """The user has seen them all."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._told: tuple[tuple[Reminder, str, str], ...] = ()
        self._most = MOST_ROWS
        self._allowed = True
        self._head, self._more = label(kind="name"), label(kind="caption", tone="text2")
        self.close_button = icon_button("close", self.tr("Close"), small=True)
        self.close_button.clicked.connect(self.closed)
        self._top = QWidget()
        head = QHBoxLayout(self._top)
        head.setContentsMargins(px(measures.BAR_SIDE), px(6), px(8), px(4))
        head.setSpacing(px(10))
        head.addWidget(self._head)
        head.addWidget(self._more)
        head.addStretch(1)
        head.addWidget(self.close_button)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._top)
        self._rows: list[AwayRow] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    @property
    def rows(self) -> tuple[AwayRow, ...]:
        """The rows as they stand."""
        return tuple(self._rows)

    def show_reminders(self, told: Sequence[Reminder], today: date, *, missed: bool) -> None:
        """Show these, the most pressing first. `missed`: they fell due before the program started."""
        ordered = sorted(told, key=lambda each: (each.until, each.key))
        self._head.setText(self.tr("While you were away") if missed else self.tr("To do now"))
        self.setAccessibleName(self._head.text())
        shown = tuple((each, *words_of.row_words(each, today)) for each in ordered)
        if shown != self._told:
            self._told = shown
            self._make()
        self._appear()

    def allow(self, allowed: bool) -> None:
        """Whether the page in front has room for it: one that is itself the next step has none."""
        self._allowed = allowed
        self._appear()

    def _appear(self) -> None:
        self.setVisible(self._allowed and bool(self._told))

    def _make(self) -> None:
        """Rows for what there is room for; the focus stays in the row at its place, where it was in one."""
        cut = len(self._told) > self._most
        self._more.setText(self.tr("{0} of {1}").format(self._most, len(self._told)) if cut else "")
        at = next((at for at, row in enumerate(self._rows) if row.has_focus()), None)
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [AwayRow(*each, parent=self) for each in self._told[: self._most]]
        for row in self._rows:
            row.answered.connect(self.answered)
            self._column.addWidget(row)
            row.show()
        self._top.raise_()  # F6 goes to the rows first
        stops = [stop for row in self._rows for stop in row.stops()]
        for one, other in pairwise([*stops, self.close_button]):
            QWidget.setTabOrder(one, other)
        if at is not None and self._rows:
            take_focus(self._rows[min(at, len(self._rows) - 1)].act)
        self._keep_height()

    def _keep_height(self) -> None:
        """Never lower than its words need, however little room the page below leaves."""
        slim = self.width() < NARROW_EM * font_px()
        for at, row in enumerate(self._rows):
            row.dress(slim=slim, line=at > 0 or not self._top.isHidden())
        edge = self.contentsMargins().top() + self.contentsMargins().bottom()
        self.setMinimumHeight(self._column.heightForWidth(self.width() - edge) + edge)

    def _on_window_resized(self) -> None:
        em = self.window().height() / font_px()
        most = next((rows for high, rows in ROWS if em < high), MOST_ROWS)
        self._top.setVisible(em >= SHORT_EM)
        if most != self._most:
            self._most = most
            self._make()
        self._keep_height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """At another width the words need another height."""
        super().resizeEvent(event)
        self._keep_height()

    def changeEvent(self, event: QEvent) -> None:
        """In another window, and in another font, there is other room."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ParentChange and self.parentWidget() is not None:
            self.window().installEventFilter(self)
            self._on_window_resized()
        elif event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            # Qt is on its way through all widgets there are, and one that goes while it is on its way kills the process.
            QTimer.singleShot(0, self, self._on_window_resized)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See how high the window becomes; it takes no event away."""
        if event.type() == QEvent.Type.Resize and watched is self.window():
            self._on_window_resized()
        return super().eventFilter(watched, event)


class AwayRow(QWidget):
    """One reminder: its icon, its words, its three buttons; where it is narrow the buttons stand under the words."""

    answered = Signal(object, str)
    """One of its buttons, by the key in `reminder_words`."""

    def __init__(self, reminder: Reminder, strong: str, why: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reminder = reminder
        self._words = Sentence(LINES, self)
        self._words.set_runs(Run(strong, QFont.Weight.DemiBold), Run(why, tone="text2"))
        self.act = self._button(words_of.act_words(reminder), words_of.ACT, "")
        self.later = button(self.tr("Later"), role="flat", small=True, tip=self.tr("Remind me of this another time"))
        self.dismiss = self._button(self.tr("Dismiss"), words_of.DISMISS, "flat", self.tr("Do not tell me again"))
        self._slim, self._line = False, True
        self.menu = QMenu(self)
        for key, words in ((words_of.HOUR, self.tr("In an hour")), (words_of.TOMORROW, self.tr("Tomorrow morning"))):
            self.menu.addAction(words).setData(key)
        self.menu.triggered.connect(lambda action: self.answered.emit(self._reminder, str(action.data())))
        self.later.setMenu(self.menu)
        self.later.setParent(self)
        whole = self._words.text()
        for each in self.stops():
            each.setAccessibleName(f"{each.text()}: {strong}")
            each.setAccessibleDescription(whole)
        self.setAccessibleName(whole)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _button(self, words: str, key: str, role: str, tip: str = "") -> QPushButton:
        made = button(words, role=role, small=True, tip=tip)
        made.setParent(self)
        made.clicked.connect(lambda: self.answered.emit(self._reminder, key))
        return made

    def stops(self) -> tuple[QPushButton, ...]:
        """What takes the keyboard's focus, in order."""
        return self.act, self.later, self.dismiss

    def has_focus(self) -> bool:
        """True while the keyboard is in this row."""
        return any(each.hasFocus() for each in self.stops())

    def _plan(self, width: int) -> tuple[QRect, list[QRect], int]:
        """Where the words and the buttons go at that width, and the height this takes."""
        side, gap, least = px(measures.BAR_SIDE), px(measures.BETWEEN_BUTTONS), measures.tall(measures.BAR, font("body"))
        left = side + px(measures.ICON_LARGE) + gap
        sizes = [each.sizeHint() for each in self.stops()]
        beside = sum(size.width() for size in sizes) + gap * (len(sizes) - 1)
        end = px(8)
        room = width - left - 2 * gap - beside - end
        below = room < min(px(WORDS_LEAST), self._words.full_width())
        words_width = width - left - side if below else room
        words_height = self._words.heightForWidth(words_width)
        high = max(size.height() for size in sizes)
        pad = px(8)
        if below:
            at, top, height = left - px(2), pad + words_height + px(6), pad + words_height + px(6) + high + pad
        else:
            height = max(least, words_height + 2 * pad)
            at, top = width - end - beside, (height - high) // 2
        words = QRect(left, pad if below else (height - words_height) // 2, words_width, words_height)
        places = []
        for size in sizes:
            places.append(QRect(QPoint(at, top), size))
            at += size.width() + gap
        return words, places, height

    def hasHeightForWidth(self) -> bool:
        """True: it grows with its words."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Pixels it needs at that width."""
        return self._plan(width)[2]

    def sizeHint(self) -> QSize:
        """Everything on one line."""
        width = self._words.full_width() + sum(each.sizeHint().width() for each in self.stops()) + px(100)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """It may become narrow, never lower than its words need."""
        least = px(240)
        return QSize(least, self.heightForWidth(max(self.width(), least)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put words and buttons in their places."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        words, places, _ = self._plan(self.width())
        for each, place in zip((self._words, *self.stops()), (words, *places), strict=True):
            each.setGeometry(self._mirrored(place))

    def dress(self, *, slim: bool, line: bool) -> None:
        """Slim, "Later" is its arrow alone and "Dismiss" a cross; `line` is the one above, there between two rows."""
        if line != self._line:
            self._line = line
            self.update()
        if slim != self._slim:
            self._slim = slim
            self.later.setText("" if slim else self.tr("Later"))
            self.dismiss.setText("" if slim else self.tr("Dismiss"))
            set_icon(self.dismiss, "close" if slim else "")
            self.updateGeometry()
            self._place()

    def _mirrored(self, place: QRect) -> QRect:
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            place.moveLeft(self.width() - place.left() - place.width())
        return place

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line above and the icon beside the first line."""
        del event
        name, tone = words_of.icon(self._reminder)
        lines = max(1, self._words.lines_at(self._words.width()))
        top = self._words.y() + (self._words.height() - lines * self._words.line_height()) // 2
        place = QRect(px(measures.BAR_SIDE), top, px(measures.ICON_LARGE), self._words.line_height())
        with QPainter(self) as painter:
            if self._line:
                hairline(painter, self.rect().topLeft().toPointF(), self.width())
            paint_icon(painter, self._mirrored(place), name, tone, measures.ICON)
