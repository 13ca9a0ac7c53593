"""One day of the month as it is drawn: where everything stands in its cell, and the painting of it.

Lengths are design pixels through `look.px`. Where a cell is too narrow or too low for words, entries become icons beside
the number and the quiet ribbon moves to the foot. Everything is laid out from left to right and mirrored at the end.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyle

from followup_desktop.core.agenda import Kind
from followup_desktop.ui import look
from followup_desktop.ui.days import Item
from followup_desktop.ui.entry_words import Mark, brief, mark
from followup_desktop.ui.look import px, tone
from followup_desktop.ui.parts import measures
from followup_desktop.ui.parts.painting import box, line_width

HEAD = 24
"""From a cell's top to its first entry."""
ENTRY = 18
PITCH = 19
WIDEST_PITCH = 20
SIDE = 3
BAR = 3
"""The bar at an interview's leading side."""
NUMBER = 28
"""Width of the plain patch that the number stands on."""
DISC = 20
ICONS = 25
"""Where icons begin in a cell without room for words."""
MOST_ICONS = 2
MORE = 16
"""Width of "+1" behind the icons."""
RIBBON = 14
RIBBON_TOP = 5
FRAME = 2
FRAME_FOCUSED = 4
"""The chosen day's frame with the keyboard's focus: a second ring inside would cross the number and the entries."""
FOOT_RIBBON = 5
"""Height of the ribbon where cells hold icons, and its distance from the foot."""
NARROW = 100
"""Below this width entries go by name alone and a ribbon's names become its icon."""
NARROWEST = 66
"""Below this width, or without room for one line of words, entries are icons."""


@dataclass(frozen=True, slots=True)
class Ribbon:
    """The quiet days in one cell: who is not to be asked, and whether the stretch begins or ends here."""

    names: tuple[str, ...]
    begins: bool
    ends: bool


@dataclass(frozen=True, slots=True)
class Cell:
    """One day of the month with what stands on it."""

    day: date
    items: tuple[Item, ...]
    ribbon: Ribbon | None
    in_month: bool
    today: date

    @property
    def weekend(self) -> bool:
        """True on Saturday and Sunday."""
        return self.day.weekday() > 4  # noqa: PLR2004  (Friday is 4)


@dataclass(frozen=True, slots=True)
class Place:
    """Where one entry stands in its cell (left to right), or where "n more" does: `item` is None then."""

    rect: QRect
    item: Item | None
    more: int = 0
    """How many further entries this place stands for."""


@dataclass(frozen=True, slots=True)
class State:
    """What is so about a cell for the moment."""

    chosen: bool = False
    focused: bool = False
    hovered: bool = False
    target: bool = False
    dragged: Item | None = None
    """The entry that is being dragged away, if it is one of this cell's."""
    right_to_left: bool = False
    outermost: bool = False
    """True in the last column: the panel's own edge stands for the grid's line there."""
    icons: bool = False
    """True while the month has no room for words."""


def lanes(height: int) -> int:
    """How many entries fit one below the other into a cell of that height."""
    return max(0, (height - px(HEAD)) // px(PITCH))


def height_for(count: int) -> int:
    """The height at which a row just holds `count` lanes, the grid's line included: 63 for two (design pixels)."""
    return px(HEAD) + count * px(PITCH) + 1


def height_free() -> int:
    """The least height of a row without entries: its number and a little room."""
    return px(HEAD) + px(8)


def height_wanted(count: int) -> int:
    """The height at which `count` lanes stand well: 64 for two, 84 for three (design pixels)."""
    return max(height_for(count), px(HEAD) + count * px(WIDEST_PITCH))


def icons_only(size: QSize) -> bool:
    """True where the largest cell of a month, being of that size, has no room for words: then none shows any."""
    return size.width() < px(NARROWEST) or lanes(size.height()) == 0


def places(cell: Cell, size: QSize, *, icons: bool) -> tuple[Place, ...]:
    """Where the entries of `cell` stand in a cell of that size; what does not fit is counted in the last place."""
    if not cell.items:
        return ()
    return _icon_places(cell, size) if icons else _lane_places(cell, size)


def _lane_places(cell: Cell, size: QSize) -> tuple[Place, ...]:
    room = max(1, lanes(size.height()))
    items = _main_items(cell.items) if room == 1 else cell.items
    count = len(items)
    pitch = min(px(WIDEST_PITCH), (size.height() - px(HEAD) - 1) // room)
    left, width = px(SIDE), size.width() - 2 * px(SIDE)
    rects = [QRect(left, px(HEAD) + lane * pitch, width, px(ENTRY)) for lane in range(min(room, count))]
    if count <= room:
        return tuple(Place(rect, item) for rect, item in zip(rects, items, strict=True))
    if room == 1:
        return (Place(rects[0], items[0], count - 1),)
    shown = [Place(rect, item) for rect, item in zip(rects[:-1], items[: room - 1], strict=True)]
    return (*shown, Place(rects[-1], None, count - room + 1))


def _main_items(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """Where there is one line only: without the cards that went, unless nothing else happened."""
    return tuple(item for item in items if item.entry.kind is not Kind.POSTED) or items


def _icon_places(cell: Cell, size: QSize) -> tuple[Place, ...]:
    """Up to two icons, then how many more there are."""
    side, step, start = px(ENTRY), px(ENTRY) + px(2), px(ICONS)
    top = _icons_middle(size.height()) - side // 2
    count, room = len(cell.items), size.width() - px(2) - start
    shown = max((n for n in range(min(count, MOST_ICONS) + 1) if n * step + (n < count) * px(MORE) <= room), default=0)
    found = [Place(QRect(start + n * step, top, side, side), item) for n, item in enumerate(cell.items[:shown])]
    if shown < count:
        found.append(Place(QRect(start + shown * step, top, px(MORE), side), None, count - shown))
    return tuple(found)


def _icons_middle(height: int) -> int:
    """The middle of number and icons: centred over the ribbon's place at the foot, whether a ribbon is there or not."""
    return max(px(DISC) // 2, (height - px(4) - px(FOOT_RIBBON)) // 2)


def inner_of(rect: QRect, *, right_to_left: bool) -> QRect:
    """A cell without the grid's lines, which are its last row and its last column of pixels."""
    return rect.adjusted(1, 0, 0, -1) if right_to_left else rect.adjusted(0, 0, -1, -1)


def mirrored(rect: QRect, inner: QRect, *, right_to_left: bool) -> QRect:
    """A rectangle of a cell in the view's coordinates, mirrored where the language is."""
    moved = rect.translated(inner.topLeft())
    return QStyle.visualRect(Qt.LayoutDirection.RightToLeft, inner, moved) if right_to_left else moved


class CellPainter:
    """Paints cells in the colours and the font now in force; made anew when either changes. Caches elided words."""

    def __init__(self) -> None:
        self._px = cache(px)
        self._entry = {weight: look.font("caption", weight) for weight in (400, 500)}
        self._number = {weight: look.font("caption", weight) for weight in (400, 600, 700)}
        self._small = look.font("small")
        self._elided: dict[tuple[str, int, int], tuple[str, int]] = {}
        self._metrics = {id(font): QFontMetrics(font) for font in (*self._entry.values(), self._small)}

    def paint(self, painter: QPainter, rect: QRect, cell: Cell, state: State) -> None:
        """Paint `cell` into `rect`; its last pixel column and row are the grid's lines."""
        inner = inner_of(rect, right_to_left=state.right_to_left)
        _paint_ground(painter, rect, cell, state)
        icons = state.icons
        if cell.ribbon is not None:
            self._paint_ribbon(painter, inner, cell.ribbon, state, icons=icons)
        self._paint_number(painter, inner, cell, state, icons=icons)
        for place in places(cell, inner.size(), icons=icons):
            if place.item is None or place.item != state.dragged:
                self._paint_place(painter, inner, place, cell.today, state)
        if state.chosen:
            _paint_frame(painter, inner, self._px(FRAME_FOCUSED if state.focused else FRAME))

    def paint_dragged(self, painter: QPainter, rect: QRect, item: Item, today: date) -> None:
        """Paint an entry that is being dragged, with a 1 px ink outline."""
        self.paint_entry(painter, rect, item, today, narrow=rect.width() < self._px(NARROW), right_to_left=False)
        box(painter, rect, self._px(measures.RADIUS_SMALL), None, tone("ink"))

    def _paint_number(self, painter: QPainter, inner: QRect, cell: Cell, state: State, *, icons: bool) -> None:
        middle = _icons_middle(inner.height()) if icons else self._px(HEAD) // 2
        patch = _placed(QRect(0, middle - self._px(DISC) // 2, self._px(NUMBER), self._px(DISC)), inner, state)
        disc = QRect(0, 0, self._px(DISC), self._px(DISC))
        disc.moveCenter(patch.center())
        is_today = cell.day == cell.today
        if is_today or state.hovered:
            box(painter, disc, disc.width() / 2, tone("ink" if is_today else "hover"))
        painter.setFont(self._number[700 if is_today else 600 if cell.in_month else 400])
        painter.setPen(tone("on_ink" if is_today else "text" if cell.in_month else "text2"))
        painter.drawText(patch, Qt.AlignmentFlag.AlignCenter, str(cell.day.day))

    def _paint_ribbon(self, painter: QPainter, inner: QRect, ribbon: Ribbon, state: State, *, icons: bool) -> None:
        end = inner.width() - (self._px(4) if ribbon.ends and not icons else 0)
        if icons:
            top, height, start = inner.height() - self._px(4) - self._px(FOOT_RIBBON), self._px(FOOT_RIBBON), 0
        else:
            top, height, start = self._px(RIBBON_TOP), self._px(RIBBON), self._px(NUMBER)
            if ribbon.begins:
                start = self._paint_names(painter, inner, ribbon.names, state, self._px(NUMBER))
        band = QRect(start, top, end - start, height)
        if band.width() < self._px(3):
            return
        _paint_hatching(painter, band, inner, state, round_end=ribbon.ends and not icons)

    def paint_lane_ribbon(self, painter: QPainter, inner: QRect, ribbon: Ribbon, state: State) -> None:
        """Paint the quiet days of a column that has no number, such as a day of the week's lane."""
        start = self._paint_names(painter, inner, ribbon.names, state, self._px(6)) if ribbon.begins else 0
        band = QRect(start, self._px(RIBBON_TOP), inner.width() - (self._px(4) if ribbon.ends else 0) - start, self._px(RIBBON))
        if band.width() >= self._px(3):
            _paint_hatching(painter, band, inner, state, round_end=ribbon.ends)

    def _paint_names(self, painter: QPainter, inner: QRect, names: tuple[str, ...], state: State, lead: int) -> int:
        """Paint the moon and the names from `lead` on; returns where the hatching may begin."""
        icon = QRect(lead + self._px(2), self._px(RIBBON_TOP + 1), self._px(12), self._px(12))
        painter.drawPixmap(_placed(icon, inner, state).topLeft(), look.pixmap("quiet", "text2", 12))
        after, start = lead + self._px(18), lead + self._px(16)
        room = inner.width() - start - self._px(2)
        if inner.width() < self._px(NARROW) or room < self._px(30):
            return after
        words, width = self.fitted(", ".join(names), room, self._small)
        painter.setFont(self._small)
        painter.setPen(tone("text2"))
        where = QRect(start, self._px(RIBBON_TOP) - self._px(2), width + self._px(2), self._px(RIBBON) + self._px(4))
        painter.drawText(_placed(where, inner, state), _line(right_to_left=state.right_to_left), words)
        return start + width + self._px(6)

    def _paint_place(self, painter: QPainter, inner: QRect, place: Place, today: date, state: State) -> None:
        rect = _placed(place.rect, inner, state)
        if place.item is None:
            icons = state.icons
            words = f"+{place.more}" if icons else QCoreApplication.translate("Month", "{0} more").format(place.more)
            painter.setFont(self._entry[400])
            painter.setPen(tone("text2"))
            where = rect.adjusted(0 if icons else self._px(6), 0, 0, 0)
            painter.drawText(where, _line(right_to_left=state.right_to_left), words)
            return
        if state.icons:
            paint_icon(painter, rect, mark(place.item, today))
            return
        narrow = inner.width() < self._px(NARROW)
        if place.more:
            words, width = self.fitted(f"+{place.more}", rect.width(), self._entry[400])
            badge = _placed(
                QRect(place.rect.right() - width - self._px(2), place.rect.y(), width + self._px(2), place.rect.height()),
                inner,
                state,
            )
            painter.setFont(self._entry[400])
            painter.setPen(tone("text2"))
            painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, words)
            rect = _placed(place.rect.adjusted(0, 0, -width - self._px(6), 0), inner, state)
        self.paint_entry(painter, rect, place.item, today, narrow=narrow, right_to_left=state.right_to_left)

    def paint_entry(self, painter: QPainter, rect: QRect, item: Item, today: date, *, narrow: bool, right_to_left: bool) -> None:
        """Paint one entry as a line of words into `rect`; where it is `narrow`, by its name alone."""
        self.paint_words(painter, rect, item, today, brief(item, today)[narrow], right_to_left=right_to_left)

    def paint_words(self, painter: QPainter, rect: QRect, item: Item, today: date, told: str, *, right_to_left: bool) -> None:
        """Paint one entry with the words `told`."""
        look_of = mark(item, today)
        paint_shape(painter, rect, look_of, right_to_left=right_to_left)
        lead = self._px(8)
        if look_of.icon:
            icon = mirrored(QRect(self._px(4), self._px(2), self._px(14), self._px(14)), rect, right_to_left=right_to_left)
            painter.drawPixmap(icon.topLeft(), look.pixmap(look_of.icon, look_of.words, 14))
            lead = self._px(20)
        font = self._entry[look_of.weight]
        words, _ = self.fitted(told, rect.width() - lead - self._px(4), font)
        painter.setFont(font)
        painter.setPen(tone(look_of.words))
        where = mirrored(QRect(lead, 0, rect.width() - lead - self._px(2), rect.height()), rect, right_to_left=right_to_left)
        painter.drawText(where, _line(right_to_left=right_to_left), words)

    def fitted(self, words: str, room: int, font: QFont) -> tuple[str, int]:
        """The words elided to `room` and their width then; measured once."""
        key = (words, room, id(font))
        known = self._elided.get(key)
        if known is None:
            metrics = self._metrics[id(font)]
            elided = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
            known = self._elided[key] = (elided, metrics.horizontalAdvance(elided))
        return known


def _paint_ground(painter: QPainter, rect: QRect, cell: Cell, state: State) -> None:
    if state.target or cell.weekend:
        painter.fillRect(rect, tone("ink_wash" if state.target else "weekend"))
    line = tone("line")
    if not state.outermost:
        edge = rect.left() if state.right_to_left else rect.right()
        painter.fillRect(edge, rect.top(), 1, rect.height(), line)
    painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, line)


_UPRIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
_FROM_LEFT, _FROM_RIGHT = _UPRIGHT | Qt.AlignmentFlag.AlignLeft, _UPRIGHT | Qt.AlignmentFlag.AlignRight


def _line(*, right_to_left: bool) -> Qt.AlignmentFlag:
    return _FROM_RIGHT if right_to_left else _FROM_LEFT


def _placed(rect: QRect, inner: QRect, state: State) -> QRect:
    return mirrored(rect, inner, right_to_left=state.right_to_left)


def _paint_frame(painter: QPainter, inner: QRect, width: int) -> None:
    rect, colour = inner, tone("ink")
    painter.fillRect(rect.x(), rect.y(), rect.width(), width, colour)
    painter.fillRect(rect.x(), rect.bottom() - width + 1, rect.width(), width, colour)
    painter.fillRect(rect.x(), rect.y(), width, rect.height(), colour)
    painter.fillRect(rect.right() - width + 1, rect.y(), width, rect.height(), colour)


def paint_shape(painter: QPainter, rect: QRect, drawn: Mark, *, right_to_left: bool) -> None:
    """The ground of an entry: its wash, its outline (dashed: 3 on, 2 off), its bar."""
    radius = px(measures.RADIUS_SMALL)
    line = drawn.line or ("text" if drawn.fill and look.is_high_contrast() else "")
    if drawn.dashed:
        pen = QPen(tone(line), line_width())
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([3, 2])
        half = pen.widthF() / 2
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(pen)
        painter.setBrush(tone(drawn.fill))
        painter.drawRoundedRect(QRectF(rect).adjusted(half, half, -half, -half), radius, radius)
        painter.restore()
    elif drawn.fill or line:
        box(painter, rect, radius, tone(drawn.fill) if drawn.fill else None, tone(line) if line else None)
    if drawn.bar:
        bar = mirrored(QRect(0, 0, px(BAR), rect.height()), rect, right_to_left=right_to_left)
        painter.save()
        painter.setClipRect(bar)
        box(painter, rect, radius, tone(drawn.bar))
        painter.restore()


def paint_icon(painter: QPainter, rect: QRect, drawn: Mark) -> None:
    """An entry where there is room for its icon only: 14 px on its wash."""
    paint_shape(painter, rect, replace(drawn, bar=""), right_to_left=False)
    token = "ink" if drawn.bar == "ink" else drawn.words
    inset = (rect.width() - px(14)) // 2
    painter.drawPixmap(rect.topLeft() + QPoint(inset, inset), look.pixmap(drawn.icon or "interview", token, 14))


def _paint_hatching(painter: QPainter, band: QRect, inner: QRect, state: State, *, round_end: bool) -> None:
    """Hatch `band` between two lines, its far end round where the stretch ends."""
    rect = QRectF(_placed(band, inner, state)).adjusted(0, 0.5, 0, -0.5)
    radius = rect.height() / 2 if round_end else 0.0
    outline = QPainterPath()
    if state.right_to_left:
        outline.moveTo(rect.right(), rect.top())
        outline.lineTo(rect.left() + radius, rect.top())
        if round_end:
            outline.arcTo(rect.left(), rect.top(), 2 * radius, 2 * radius, 90, 180)
        else:
            outline.moveTo(rect.left(), rect.bottom())
        outline.lineTo(rect.right(), rect.bottom())
    else:
        outline.moveTo(rect.left(), rect.top())
        outline.lineTo(rect.right() - radius, rect.top())
        if round_end:
            outline.arcTo(rect.right() - 2 * radius, rect.top(), 2 * radius, 2 * radius, 90, -180)
        else:
            outline.moveTo(rect.right(), rect.bottom())
        outline.lineTo(rect.left(), rect.bottom())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ground = QPainterPath(outline)
    if not round_end:
        ground = QPainterPath()
        ground.addRect(rect)
    painter.setBrushOrigin(0, 0)
    painter.fillPath(ground, look.hatch_brush())
    painter.setPen(QPen(tone("hatch"), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(outline)
    painter.restore()
