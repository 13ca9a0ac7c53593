"""Bars: one quiet line that says what was done, asks, or tells of a fault, with the answers beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QEasingCurve, QEvent, QPoint, QPropertyAnimation, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QKeySequence, QPainter, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QButtonGroup,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from followup_desktop.ui.look import font, px, tone
from followup_desktop.ui.parts import measures
from followup_desktop.ui.parts.button import button, icon_button, key_name
from followup_desktop.ui.parts.controls import paint_icon
from followup_desktop.ui.parts.motion import duration
from followup_desktop.ui.parts.painting import WASHES, box
from followup_desktop.ui.parts.sentence import Run, Sentence

Kind = Literal["undo", "question", "error", "remark"]

LEAVE_OUT = "leave-out"
"""The answer that Ctrl+0 gives."""

_ICONS = {"undo": ("undo", "text"), "question": ("ask", "stamp"), "error": ("warning", "brick"), "remark": ("info", "text2")}
_FAMILY = {"question": "stamp", "error": "brick"}
_MOST_WIDTH = 16_777_215  # QWIDGETSIZE_MAX: no limit
_LINES = 4


class ReasonField(QLineEdit):
    """A line in a bar for why something is done all the same; as high as the buttons beside it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setPlaceholderText(self.tr("Your reason"))
        self.setAccessibleName(self.tr("Your reason"))

    def words(self) -> str:
        """What was typed, without blanks at its ends."""
        return " ".join(self.text().split())

    def sizeHint(self) -> QSize:
        """Room for a few words."""
        return QSize(px(190), measures.tall(measures.BUTTON_SMALL, self.font()))


class Bar(QWidget):
    """A bar of one kind with its words and answers.

    `strong` are the words that matter, `words` the rest. `answers` are (key, words on the button). `chosen` carries the
    key of the answer; `closed` comes once, when the bar leaves: answered, dismissed, or (undo) after ten seconds without
    mouse or keyboard on it. A question's answers have the keys Ctrl+1, Ctrl+2 ... and Ctrl+0 for `LEAVE_OUT`.
    """

    chosen = Signal(str)
    closed = Signal()

    def __init__(
        self,
        kind: Kind,
        strong: str,
        words: str = "",
        answers: Sequence[tuple[str, str]] = (),
        *,
        closable: bool | None = None,
        reason_for: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.kind = kind
        self.is_furniture = False
        """True for one that always stays: it waits behind the others and is not counted among them."""
        self._gone = False
        self._words = Sentence(_LINES, self)
        self._words.setObjectName("words")
        weight = QFont.Weight.Normal if kind in {"undo", "remark"} else QFont.Weight.DemiBold
        self._runs = (Run(strong, weight), Run(words))
        self._words.set_runs(*self._runs)
        self.setAccessibleName(self._words.text())
        self.answers: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._on_answered)
        self.reason = ReasonField(self)
        """What is typed before the answer `reason_for`, which needs it; hidden in other bars."""
        self._reason_for = reason_for
        self.reason.setVisible(bool(reason_for))
        for number, (key, label) in enumerate(answers, start=1):
            self._add_answer(key, label, number)
        if reason_for:
            self.reason.returnPressed.connect(self.answers[reason_for].click)
        self.close_button = icon_button("close", self.tr("Close"), small=True)
        self.close_button.setParent(self)
        self.close_button.clicked.connect(self.leave)
        self._closable = kind in {"undo", "error"} if closable is None else closable
        self.close_button.setVisible(self._closable)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._clock = QTimer(self)
        self._clock.timeout.connect(self._on_time)
        if kind == "undo":
            self._clock.start(measures.UNDO_STAYS_MS)

    def _add_answer(self, key: str, label: str, number: int) -> None:
        leaves_out = key == LEAVE_OUT
        keys = f"Ctrl+{0 if leaves_out else number}" if self.kind == "question" else ""
        made = button(label, role="flat" if leaves_out else "", small=True, key=keys)
        made.setParent(self)
        self._group.addButton(made)
        if keys:
            made.setAccessibleDescription(key_name(keys))
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.activated.connect(made.click)
        self.answers[key] = made

    def set_more(self, words: str) -> None:
        """Say at the end how many other bars wait, such as "and 2 more"; empty for none."""
        self._words.set_runs(*self._runs, Run(words, tone="text2"))
        self.updateGeometry()

    def _on_answered(self, pressed: QAbstractButton) -> None:
        if self._reason_for and pressed is self.answers[self._reason_for] and not self.reason.words():
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self._gone:
            self.chosen.emit(next(key for key, each in self.answers.items() if each is pressed))
            if isValid(self):  # whoever was told may have thrown the page away
                self.leave()

    def says(self, words: str) -> bool:
        """Whether it was made with these words."""
        return " ".join(run.text for run in self._runs if run.text) == words

    def is_gone(self) -> bool:
        """Whether it has left or is leaving."""
        return self._gone

    def leave(self) -> None:
        """Go away, once."""
        if self._gone:
            return
        self._gone = True
        self._clock.stop()
        self._slide(self.height(), 0, then=self._leave_now)

    def _leave_now(self) -> None:
        self.hide()
        self.closed.emit()

    def appear(self) -> None:
        """Show the bar: its height grows, nothing else moves."""
        self.show()
        wanted = self.heightForWidth(self.width())
        self._slide(0, wanted, then=lambda: self.setMaximumHeight(_MOST_WIDTH))

    def _slide(self, start: int, end: int, then: object) -> None:
        time = duration(self, measures.BAR_MOTION_MS) if self.isVisible() else 0
        assert callable(then)
        if not time:
            then()
            return
        motion = QPropertyAnimation(self, b"maximumHeight", self)
        motion.setDuration(time)
        motion.setEasingCurve(QEasingCurve.Type.OutCubic)
        motion.setStartValue(start)
        motion.setEndValue(end)
        motion.finished.connect(then)
        motion.start(QPropertyAnimation.DeletionPolicy.DeleteWhenStopped)

    def _on_time(self) -> None:
        focused = QApplication.focusWidget()
        busy = self.underMouse() or (focused is not None and self.isAncestorOf(focused))
        if busy:
            self._clock.start(1000)
        else:
            self.leave()

    def _plan(self, width: int) -> tuple[QRect, list[tuple[QWidget, QRect]], int]:
        """Where the words, the field and the buttons go at that width, and the height this takes."""
        side, gap = px(measures.BAR_SIDE), px(measures.BETWEEN_BUTTONS)
        left = side + px(measures.ICON_LARGE) + gap
        least = measures.tall(measures.BAR, font("body"))
        pad = (least - px(measures.BUTTON_SMALL)) // 2
        row: list[QWidget] = [self.reason] if self._reason_for else []
        row += [*self.answers.values(), *([self.close_button] if self._closable else [])]
        sizes = [each.sizeHint() for each in row]
        beside = sum(size.width() for size in sizes) + gap * len(sizes)
        room = width - left - side - beside
        own_row = bool(row) and room < min(self._words.full_width(), px(240))
        words_width = max(px(80), width - left - side if own_row else room)
        words_height = self._words.heightForWidth(words_width)
        if not own_row:
            height = max(least, words_height + 2 * px(8))
            right = width - side + px(3)
            places: list[tuple[QWidget, QRect]] = []
            for each, size in reversed(list(zip(row, sizes, strict=True))):
                right -= size.width()
                places.append((each, QRect(QPoint(right, (height - size.height()) // 2), size)))
                right -= gap
            return QRect(left, (height - words_height) // 2, words_width, words_height), places, height
        top = pad + px(2)
        places, bottom = _flow(row, sizes, QRect(left, top + words_height + gap, width - left - side, 0), gap)
        return QRect(left, top, words_width, words_height), places, bottom + pad

    def hasHeightForWidth(self) -> bool:
        """True: it grows with its words."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Pixels it needs at that width."""
        return self._plan(width)[2]

    def sizeHint(self) -> QSize:
        """Everything on one line."""
        buttons: list[QWidget] = [*self.answers.values(), self.close_button, *([self.reason] if self._reason_for else [])]
        width = self._words.full_width() + sum(each.sizeHint().width() + px(measures.BETWEEN_BUTTONS) for each in buttons)
        width += 2 * px(measures.BAR_SIDE) + px(measures.ICON_LARGE + measures.BETWEEN_BUTTONS)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """It may become narrow, never lower than its words need."""
        return QSize(px(220), min(self.maximumHeight(), self.heightForWidth(max(self.width(), px(220)))))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put words and buttons in their places."""
        super().resizeEvent(event)
        words, places, needed = self._plan(self.width())
        down = max(0, (self.height() - needed) // 2)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for each, place in [(self._words, words), *places]:
            if mirrored:
                place.moveLeft(self.width() - place.left() - place.width())
            each.setGeometry(place.translated(0, down))

    def changeEvent(self, event: QEvent) -> None:
        """Another font needs another height."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the icon beside the first line."""
        del event
        wash, line, _ = WASHES.get(_FAMILY.get(self.kind, ""), ("raised", "line_strong", ""))
        name, ink = _ICONS[self.kind]
        size = measures.ICON_LARGE if self.kind == "question" else measures.ICON
        with QPainter(self) as painter:
            box(painter, self.rect(), px(measures.RADIUS_PANEL), tone(wash), tone(line))
            lines = max(1, self._words.lines_at(self._words.width()))
            top = self._words.y() + (self._words.height() - lines * self._words.line_height()) // 2
            place = QRect(px(measures.BAR_SIDE), top, px(measures.ICON_LARGE), self._words.line_height())
            if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                place.moveLeft(self.width() - place.left() - place.width())
            paint_icon(painter, place, name, ink, size)


def _flow(row: Sequence[QWidget], sizes: Sequence[QSize], area: QRect, gap: int) -> tuple[list[tuple[QWidget, QRect]], int]:
    """The buttons from left to right in lines no wider than the area, and where the last line ends."""
    places: list[tuple[QWidget, QRect]] = []
    left, top, high = area.left(), area.top(), 0
    for each, size in zip(row, sizes, strict=True):
        if left > area.left() and left + size.width() > area.left() + area.width():
            left, top, high = area.left(), top + high + gap // 2, 0
        places.append((each, QRect(QPoint(left, top), size)))
        left += size.width() + gap
        high = max(high, size.height())
    return places, top + high


class BarStack(QWidget):
    """The place for bars between toolbar and strip: the newest is shown, and says how many wait behind it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars: list[Bar] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()

    def put(self, bar: Bar) -> None:
        """Show a bar. An undo bar takes the place of the one before it: the newest change is the one to take back."""
        if bar.kind == "undo":
            for old in [each for each in self._bars if each.kind == "undo"]:
                old.leave()
        bar.closed.connect(self._on_closed)
        self._bars.append(bar)
        self._column.addWidget(bar)
        self._show_newest(appear=True)

    def bars(self) -> tuple[Bar, ...]:
        """The bars that are here, oldest first."""
        return tuple(self._bars)

    def _on_closed(self) -> None:
        for bar in [each for each in self._bars if each.is_gone()]:
            self._bars.remove(bar)
            self._column.removeWidget(bar)
            bar.deleteLater()
        self._show_newest(appear=False)

    def _show_newest(self, *, appear: bool) -> None:
        self.setVisible(bool(self._bars))
        for bar in self._bars[:-1]:
            bar.hide()
        if not self._bars:
            return
        more = sum(not bar.is_furniture for bar in self._bars[:-1])
        newest = self._bars[-1]
        newest.set_more(self.tr("and {0} more").format(more) if more else "")
        if appear:
            newest.appear()
        else:
            newest.show()
