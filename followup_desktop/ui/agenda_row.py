"""One line of an agenda: when, an icon, what, the second words, why, and one small button."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QWidget

from followup_desktop.ui import look
from followup_desktop.ui.days import Item
from followup_desktop.ui.entry_words import act, hours, row_icon, row_words, sentence
from followup_desktop.ui.language import said
from followup_desktop.ui.look import px, tone
from followup_desktop.ui.parts import measures
from followup_desktop.ui.parts.button import button
from followup_desktop.ui.parts.focus import take_focus
from followup_desktop.ui.parts.label import label, tooltip
from followup_desktop.ui.parts.painting import hairline
from followup_desktop.ui.privacy import shown

ROW = 38
ROW_COMPACT = 35
TWO_LINES = 54
"""Height of a row too narrow for one line."""
END = 12
BUTTON = 60
WHOLE_TIME = 84
"""A time column at least that wide (design pixels) holds "10:00–11:30"."""
ICON_STEP = 24
DETAIL_GAP = 10
NARROW = 440
"""Below this width (design pixels) time and second words go under the first words."""

WALK = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}

translate = QCoreApplication.translate


def row_height(*, compact: bool) -> int:
    """The height of a row of one line, in pixels."""
    return measures.tall(ROW_COMPACT if compact else ROW, look.font("body"))


def walk(rows: Sequence[AgendaRow], row: AgendaRow, step: int) -> AgendaRow:
    """Give the keyboard's focus to the row that many further; the first and the last row are the ends."""
    target = rows[max(0, min(len(rows) - 1, rows.index(row) + step))]
    take_focus(target.stop)
    return target


class AgendaRow(QWidget):
    """An entry as a row. `lead` is where the time stands and `time_room` its column, both in design pixels."""

    act_wanted = Signal(object, str, object)
    """The button was pressed: what it does (`Does`), the interview's id, the promise's or the person's id or None."""
    opened = Signal(str)
    """Enter on a row without a button: the interview's id."""
    walked = Signal(int)
    """Down (1) or Up (-1) was pressed in this row."""

    def __init__(self, item: Item, today: date, *, lead: int, time_room: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.item = item
        self._lead, self._time_room = lead, time_room
        self._time = hours(item, today, short=time_room < WHOLE_TIME)
        self._bold, self._plain, self._detail = row_words(item, today)
        self._icon, self._icon_tone = row_icon(item)
        self._line = False
        self.setAccessibleName(sentence(item, today))
        self.setToolTip(tooltip(sentence(item, today)))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._why_button, self._why = self._make_why(today)
        self._button = self._make_button(today)
        for made in (self._why_button, self._button):
            if made is not None:
                made.installEventFilter(self)
        if self._button is None:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setProperty("ring", True)

    def _make_why(self, today: date) -> tuple[QPushButton | None, QLabel | None]:
        if self.item.entry.why is None or self.item.entry.done:
            return None, None
        reason = shown(said(self.item.entry.why, today))
        words = label(reason, "caption", "text2", wrap=True)
        words.setParent(self)
        words.hide()
        why = button(translate("AgendaRow", "Why?"), role="link", tip=reason)
        why.setParent(self)
        why.setAccessibleDescription(reason)
        why.clicked.connect(self._on_why_pressed)
        return why, words

    def _make_button(self, today: date) -> QPushButton | None:
        found = act(self.item, today)
        if found is None:
            return None
        words, does = found
        made = button(words, small=True)
        made.setParent(self)
        made.setAccessibleName(f"{words}: {self._bold}{self._plain}")
        made.setAccessibleDescription(self.accessibleName())
        entry = self.item.entry
        made.clicked.connect(lambda: self.act_wanted.emit(does, entry.interview, entry.task or entry.person))
        return made

    def set_line(self, shown: bool) -> None:
        """Whether a line closes the row, as it does between two rows."""
        self._line = shown
        self.update()

    @property
    def stop(self) -> QWidget:
        """What takes the keyboard's focus in this row: its button, else the row itself."""
        return self._button or self

    @property
    def why_shown(self) -> bool:
        """True while the reason is shown under the row."""
        return self._why is not None and self._why.isVisibleTo(self)

    def _on_why_pressed(self) -> None:
        if self._why is not None:
            self._why.setVisible(not self.why_shown)
        self.updateGeometry()
        self._arrange()

    # Room

    def _is_narrow(self, width: int) -> bool:
        return width < px(NARROW)

    def _words_left(self, width: int) -> int:
        return px(self._lead + (0 if self._is_narrow(width) else self._time_room) + ICON_STEP)

    def _row_height(self, width: int) -> int:
        if self._is_narrow(width):
            return max(
                px(TWO_LINES), QFontMetrics(look.font("body")).height() + QFontMetrics(look.font("caption")).height() + px(10)
            )
        return row_height(compact=self._time_room < WHOLE_TIME)

    def hasHeightForWidth(self) -> bool:
        """The reason below a row may need more than one line."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The row's height, with the reason below it while that is shown."""
        height = self._row_height(width) + 1
        if self._why is not None and self.why_shown:
            height += self._why.heightForWidth(width - self._words_left(width) - px(END)) + px(8)
        return height

    def sizeHint(self) -> QSize:
        """The height at the present width; the width is the layout's."""
        return QSize(px(NARROW), self.heightForWidth(max(self.width(), px(NARROW))))

    def minimumSizeHint(self) -> QSize:
        """One line of words."""
        return QSize(px(200), self._row_height(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the buttons anew."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Put the button at the far end, "Why?" behind the second words, the reason below them."""
        row, left = self._row_height(self.width()), self._words_left(self.width())
        if self._button is not None:
            size = self._button.sizeHint().expandedTo(QSize(px(BUTTON), 0))
            self._put(
                self._button,
                QRect(self.width() - px(END) - size.width(), (row - size.height()) // 2, size.width(), size.height()),
            )
        if self._why_button is not None:
            size = self._why_button.sizeHint().boundedTo(QSize(px(400), row))
            x = self._detail_rect().left() + self._shown_detail()[1] + px(2)
            top = (row - size.height()) // 2 if not self._is_narrow(self.width()) else row // 2
            self._put(self._why_button, QRect(x, top, size.width(), min(size.height(), row - top)))
        if self._why is not None:
            room = self.width() - left - px(END)
            self._put(self._why, QRect(left, row - px(4), room, self._why.heightForWidth(room)))
        self.update()

    def _put(self, widget: QWidget, rect: QRect) -> None:
        if self.isRightToLeft():
            rect = QRect(self.width() - rect.right() - 1, rect.y(), rect.width(), rect.height())
        widget.setGeometry(rect)

    def _room_right(self) -> int:
        """Where words must end: before the button, or the room that a button would take."""
        taken = px(END) + (max(px(BUTTON), self._button.sizeHint().width()) + px(12) if self._button is not None else 0)
        return self.width() - taken

    def _fonts(self) -> tuple[QFont, QFont, QFont]:
        """Fonts of the bold words, the plain ones, and the second words."""
        narrow = self._is_narrow(self.width())
        return look.font("body", 600), look.font("body"), look.font("caption" if narrow else "body")

    def _shown_words(self) -> tuple[str, int, str, int]:
        """The bold and the plain words as they fit, each with its width."""
        bold_font, plain_font, _ = self._fonts()
        room = self._room_right() - self._words_left(self.width())
        bold = QFontMetrics(bold_font).elidedText(self._bold, Qt.TextElideMode.ElideRight, room)
        bold_width = QFontMetrics(bold_font).horizontalAdvance(bold)
        plain = QFontMetrics(plain_font).elidedText(self._plain, Qt.TextElideMode.ElideRight, max(0, room - bold_width))
        return bold, bold_width, plain, QFontMetrics(plain_font).horizontalAdvance(plain)

    def _detail_rect(self) -> QRect:
        row, left = self._row_height(self.width()), self._words_left(self.width())
        why = self._why_button.sizeHint().width() + px(2) if self._why_button is not None else 0
        if self._is_narrow(self.width()):
            return QRect(left, row // 2, max(0, self._room_right() - left - why), row // 2 - px(4))
        _, bold_width, _, plain_width = self._shown_words()
        start = left + bold_width + plain_width + px(DETAIL_GAP)
        return QRect(start, 0, max(0, self._room_right() - start - why), row)

    def _shown_detail(self) -> tuple[str, int]:
        narrow = self._is_narrow(self.width())
        words = " · ".join(part for part in (self._time, self._detail) if part) if narrow else self._detail
        metrics = QFontMetrics(self._fonts()[2])
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, self._detail_rect().width())
        return shown, metrics.horizontalAdvance(shown)

    # Painting and keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down lead from row to row; a button by itself would go on to the next thing that takes the focus."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in WALK:
            self.walked.emit(WALK[Qt.Key(event.key())])
            return True
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint time, icon and words, each elided to its room."""
        del event
        with QPainter(self) as painter:
            row, narrow = self._row_height(self.width()), self._is_narrow(self.width())
            first = QRect(0, px(6) if narrow else 0, self.width(), row // 2 - px(4) if narrow else row)
            if not narrow:
                painter.setPen(tone("text2"))
                painter.setFont(look.font("body"))
                self._draw(painter, QRect(px(self._lead), 0, px(self._time_room), row), self._time)
            side = px(measures.ICON)
            icon_left = self._words_left(self.width()) - px(ICON_STEP)
            icon = self._mirrored(QRect(icon_left, first.center().y() - side // 2 + 1, side, side))
            painter.drawPixmap(icon.topLeft(), look.pixmap(self._icon, self._icon_tone))
            self._draw_words(painter, first)
            if self._line:
                hairline(painter, QPointF(0, self.height() - 1), self.width())

    def _draw_words(self, painter: QPainter, first: QRect) -> None:
        bold_font, plain_font, detail_font = self._fonts()
        bold, bold_width, plain, plain_width = self._shown_words()
        left = self._words_left(self.width())
        painter.setPen(tone("text2" if self.item.entry.done and not bold else "text"))
        painter.setFont(bold_font)
        self._draw(painter, QRect(left, first.y(), bold_width + 1, first.height()), bold)
        painter.setFont(plain_font)
        self._draw(painter, QRect(left + bold_width, first.y(), plain_width + 1, first.height()), plain)
        painter.setPen(tone("text2"))
        painter.setFont(detail_font)
        self._draw(painter, self._detail_rect().adjusted(0, 0, 1, 0), self._shown_detail()[0])

    def _mirrored(self, rect: QRect) -> QRect:
        if self.isRightToLeft():
            return QRect(self.width() - rect.right() - 1, rect.y(), rect.width(), rect.height())
        return rect

    def _draw(self, painter: QPainter, rect: QRect, words: str) -> None:
        side = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute | Qt.TextFlag.TextSingleLine
        painter.drawText(self._mirrored(rect), flags, words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down lead on; Enter and Space open a row that has no button."""
        if event.key() in WALK:
            self.walked.emit(WALK[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._button is None:
            self.opened.emit(self.item.entry.opens)
        else:
            super().keyPressEvent(event)
