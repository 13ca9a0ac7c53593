"""The promise line: from the interview to the best day to ask, one slot a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from followup_desktop.ui.language import bare_day_words, day_words, initial_words
from followup_desktop.ui.look import font, font_px, hatch_brush, px, tone
from followup_desktop.ui.parts import measures
from followup_desktop.ui.parts.painting import disc, line_width

ROWS_EM = 26
"""Below this width the line becomes rows of words."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One day that matters: `kind` is interview, theirs, floor or best; `words` say what it is."""

    day: date
    kind: str
    words: str


@dataclass(frozen=True, slots=True)
class _Label:
    mark: Mark
    date: str
    left: float
    row: int
    width: float


def slots(first: date, last: date, floor: date, most: int) -> tuple[list[date], int | None]:
    """The days shown, and the index of the slot that the cut stands in front of (None: all days are shown).

    Where there are more than `most`, days in the middle of the quiet part are left out: the first three stay, and all
    from some days before the floor on.
    """
    days = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    if len(days) <= most:
        return days, None
    quiet = max(1, (floor - first).days)
    head = max(1, min(3, quiet - 1, most // 3))
    tail = days[-(most - head - 1) :]
    return days[:head] + tail, head


class PromiseLine(QWidget):
    """Shows the interview, the day they named, the first day to ask and the best one, on one line of days."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks: tuple[Mark, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set(self, interview: date, theirs: date | None, floor: date, best: date) -> None:
        """Show these days; `theirs` is the last day of the window they named, if they named one."""
        marks = [Mark(interview, "interview", self.tr("interview"))]
        if theirs is not None and interview < theirs < floor:
            marks.append(Mark(theirs, "theirs", self.tr("their date")))
        if floor < best:
            marks.append(Mark(floor, "floor", self.tr("not before")))
        marks.append(Mark(max(best, floor), "best", self.tr("best")))
        self._marks = tuple(marks)
        self.setAccessibleName("; ".join(f"{day_words(mark.day)}: {mark.words}" for mark in marks))
        self.updateGeometry()
        self.update()

    # Lengths

    def in_rows(self, width: int) -> bool:
        """Whether it shows rows of words at that width."""
        return width < ROWS_EM * font_px()

    def _edge(self) -> int:
        return px(measures.PROMISE_DOT)

    def _days(self, width: int) -> tuple[list[date], int | None]:
        room = width - 2 * self._edge()
        most = min(measures.PROMISE_MOST_DAYS, max(7, room // px(measures.PROMISE_LEAST_SLOT)))
        floor = next((mark.day for mark in self._marks if mark.kind in {"floor", "best"}), self._marks[-1].day)
        return slots(self._marks[0].day, self._marks[-1].day, floor, most)

    def _centres(self, width: int) -> tuple[dict[date, float], int | None]:
        """The middle of each day's slot, and the cut."""
        days, cut = self._days(width)
        gap = px(measures.PROMISE_ZIGZAG) * 2 if cut is not None else 0
        steps = max(1, len(days) - 1)
        step = (width - 2 * self._edge() - gap) / steps
        places = {
            day: self._edge() + number * step + (gap if cut is not None and number >= cut else 0)
            for number, day in enumerate(days)
        }
        return places, cut

    def _labels(self, width: int) -> list[_Label]:
        """Where the words stand: under their dots, moved apart.

        Where they would touch, months said before are left out; where they still would, the middle ones stand lower.
        """
        full = self._labels_with(width, [day_words(mark.day) for mark in self._marks])
        if not any(label.row for label in full):
            return full
        return self._labels_with(width, [_short(mark.day, before.day) for before, mark in _pairs(self._marks)])

    def _labels_with(self, width: int, dates: list[str]) -> list[_Label]:
        places, _ = self._centres(width)
        strong, plain = QFontMetrics(font("caption", QFont.Weight.DemiBold)), QFontMetrics(font("caption"))
        wide = [
            1.0 + max(strong.horizontalAdvance(day), plain.horizontalAdvance(mark.words))
            for day, mark in zip(dates, self._marks, strict=True)
        ]
        edge = self._edge() - px(measures.PROMISE_DOT) / 2
        lefts = [
            min(max(places[mark.day] - room / 2, edge), width - edge - room) for mark, room in zip(self._marks, wide, strict=True)
        ]
        rows = _rows(lefts, wide, px(measures.PROMISE_LABEL_GAP))
        return [_Label(*each) for each in zip(self._marks, dates, rows[0], rows[1], wide, strict=True)]

    def label_places(self, width: int) -> list[QRectF]:
        """Where each day's label stands at that width, in pixels from the widget's top left corner."""
        high = self._row_height()
        top = self._labels_top()
        return [QRectF(label.left, top + label.row * (2 * high + px(4)), label.width, 2 * high) for label in self._labels(width)]

    def _middle(self) -> float:
        """Height of the line's middle."""
        return px(measures.PROMISE_INITIALS) + px(4) + px(measures.PROMISE_BEST_DOT) / 2

    def _labels_top(self) -> float:
        return self._middle() + px(measures.PROMISE_BEST_DOT) / 2 + px(6)

    def _row_height(self) -> int:
        return round(font("caption").pixelSize() * 1.33)

    def hasHeightForWidth(self) -> bool:
        """True: a narrow one shows rows of words, and crowded labels take two lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Pixels needed at that width."""
        if not self._marks:
            return 0
        if self.in_rows(width):
            return len(self._marks) * self._words_row()
        rows = 1 + max(label.row for label in self._labels(width))
        return round(self._labels_top()) + rows * 2 * self._row_height() + (rows - 1) * px(4)

    def _words_row(self) -> int:
        return max(px(24), QFontMetrics(font("body")).height() + px(6))

    def sizeHint(self) -> QSize:
        """27 design pixels a day."""
        width = px(27) * (len(self._days(10_000)[0]) if self._marks else 1) + 2 * self._edge()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Rows of words need little width."""
        return QSize(px(160), self.heightForWidth(max(self.width(), px(160))))

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line, or rows of words where it is narrow."""
        del event
        if not self._marks:
            return
        with QPainter(self) as painter:
            painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
            if self.in_rows(self.width()):
                self._paint_rows(painter)
                return
            places, cut = self._centres(self.width())
            self._paint_initials(painter, places)
            middle = self._middle()
            self._paint_bar(painter, places, middle, cut)
            for mark in self._marks:
                paint_dot(painter, QPointF(places[mark.day], middle), mark.kind)
            self._paint_labels(painter)

    def _paint_initials(self, painter: QPainter, places: dict[date, float]) -> None:
        painter.setFont(font("small"))
        painter.setPen(tone("text2"))
        for day, x in places.items():
            area = QRectF(x - px(12), 0, px(24), px(measures.PROMISE_INITIALS))
            painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), initial_words(day))

    def _paint_bar(self, painter: QPainter, places: dict[date, float], middle: float, cut: int | None) -> None:
        """Hatched up to the first day to ask, washed from there on."""
        half = px(measures.PROMISE_BAR) / 2
        first, last = self._marks[0].day, self._marks[-1].day
        floor = next(mark.day for mark in self._marks if mark.kind in {"floor", "best"})
        whole = QRectF(places[first] - half, middle - half, places[last] - places[first] + 2 * half, 2 * half)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = QPainterPath()
        shape.addRoundedRect(whole, half, half)
        painter.setClipPath(shape)
        quiet = QRectF(whole.left(), whole.top(), places[floor] - whole.left(), whole.height())
        painter.fillRect(quiet, hatch_brush())
        after = QRectF(quiet.right(), whole.top(), whole.right() - quiet.right(), whole.height())
        painter.fillRect(after, tone("ink_wash"))
        painter.setClipping(False)
        for part, role in ((quiet, "hatch"), (after, "ink_line")):
            painter.setClipRect(part)
            painter.setPen(QPen(tone(role), line_width()))
            inner = whole.adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(inner, half, half)
        painter.restore()
        if cut is not None:
            shown = list(places.values())
            self._paint_cut(painter, (shown[cut - 1] + shown[cut]) / 2, whole)

    def _paint_cut(self, painter: QPainter, x: float, bar: QRectF) -> None:
        """A zigzag in a gap: days were left out here."""
        wide = px(measures.PROMISE_ZIGZAG)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(x - wide / 2, bar.top() - 1, wide, bar.height() + 2), tone("sheet"))
        painter.setPen(QPen(tone("field_line"), px(measures.RING_THIN * 2) / 2))
        for edge in (x - wide / 2, x + wide / 2):
            quarter = bar.height() / 4
            tooth = px(2)
            points = [QPointF(edge + (tooth if n % 2 else -tooth), bar.top() + n * quarter) for n in range(5)]
            painter.drawPolyline(points)
        painter.restore()

    def _paint_labels(self, painter: QPainter) -> None:
        high, width = self._row_height(), self.width()
        centres, _ = self._centres(width)
        for label, place in zip(self._labels(width), self.label_places(width), strict=True):
            align = _alignment(label, centres[label.mark.day])
            area = QRectF(place.left(), place.top(), place.width(), high)
            painter.setFont(font("caption", QFont.Weight.DemiBold))
            painter.setPen(tone("ink" if label.mark.kind in {"floor", "best"} else "text"))
            painter.drawText(area, int(align), label.date)
            painter.setFont(font("caption"))
            painter.setPen(tone("text2"))
            painter.drawText(area.translated(0, high), int(align), label.mark.words)

    def _paint_rows(self, painter: QPainter) -> None:
        high = self._words_row()
        left = px(measures.PROMISE_BEST_DOT) + px(8)
        for number, mark in enumerate(self._marks):
            middle = number * high + high / 2
            paint_dot(painter, QPointF(px(measures.PROMISE_BEST_DOT) / 2, middle), mark.kind)
            painter.setFont(font("body", QFont.Weight.DemiBold))
            painter.setPen(tone("ink" if mark.kind in {"floor", "best"} else "text"))
            area = QRect(left, number * high, self.width() - left, high)
            flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
            painter.drawText(area, flags, day_words(mark.day))
            area.setLeft(left + QFontMetrics(painter.font()).horizontalAdvance(day_words(mark.day)) + px(8))
            painter.setFont(font("body"))
            painter.setPen(tone("text2"))
            painter.drawText(area, flags, mark.words)


def _pairs(marks: tuple[Mark, ...]) -> list[tuple[Mark, Mark]]:
    """Each mark with the one before it; the first with itself."""
    return list(zip((marks[0], *marks), marks, strict=False))


def _short(day: date, before: date) -> str:
    """A day without its month where the day before on the line is in the same one."""
    said_already = day != before and (day.year, day.month) == (before.year, before.month)
    return bare_day_words(day) if said_already else day_words(day)


def _rows(lefts: list[float], wide: list[float], gap: float) -> tuple[list[float], list[int]]:
    """Lefts moved leftwards until none touch; where that would carry one away from its dot, a second line instead."""
    moved = list(lefts)
    for number in range(len(moved) - 2, 0, -1):
        moved[number] = min(moved[number], moved[number + 1] - gap - wide[number])
    touches = len(moved) > 1 and moved[1] < moved[0] + wide[0] + gap
    far = any(old - new > width * 0.75 for old, new, width in zip(lefts, moved, wide, strict=True))
    if not touches and not far:
        return moved, [0] * len(moved)
    last = len(lefts) - 1
    rows = [0 if number in {0, last} else 1 for number in range(len(lefts))] if last > 1 else [0, 1][: last + 1]
    moved = list(lefts)
    for number in range(len(moved) - 3, 0, -1):
        moved[number] = min(moved[number], moved[number + 1] - gap - wide[number])
    return moved, rows


def _alignment(label: _Label, centre: float) -> Qt.AlignmentFlag:
    """Both lines of a label are set towards its dot."""
    middle = label.left + label.width / 2
    if abs(middle - centre) <= 1:
        return Qt.AlignmentFlag.AlignHCenter
    return Qt.AlignmentFlag.AlignRight if middle < centre else Qt.AlignmentFlag.AlignLeft


def paint_dot(painter: QPainter, centre: QPointF, kind: str) -> None:
    """A day's dot: filled for the interview, hollow for their date and the floor, a target for the best day."""
    thin = px(measures.RING_THIN * 2) / 2
    if kind == "interview":
        disc(painter, centre, px(measures.PROMISE_DOT), tone("ink"), None, 0)
    elif kind == "theirs":
        disc(painter, centre, px(measures.PROMISE_THEIR_DOT), tone("sheet"), tone("text2"), thin)
    elif kind == "floor":
        disc(painter, centre, px(measures.PROMISE_DOT), tone("sheet"), tone("ink"), thin)
    else:
        disc(painter, centre, px(measures.PROMISE_BEST_DOT), tone("sheet"), tone("ink"), thin)
        disc(painter, centre, px(measures.PROMISE_BEST_CORE), tone("ink"), None, 0)
