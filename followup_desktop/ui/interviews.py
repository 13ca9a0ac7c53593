"""The interview list: two lines an interview, in groups, with a filter, an order, search, and what to do while it is empty."""

from __future__ import annotations

from difflib import get_close_matches
from typing import cast

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QAction,
    QActionGroup,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QMenu,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from followup_desktop.core.agenda import Group
from followup_desktop.core.find import folded
from followup_desktop.core.problems import Problem
from followup_desktop.desk.desk import Desk
from followup_desktop.ui import look, privacy
from followup_desktop.ui.interview_rows import (
    RECORD_ROLE,
    Heading,
    InterviewRows,
    Line,
    Order,
    group_words,
    heading_words,
    step_mark,
    when_words,
)
from followup_desktop.ui.language import said
from followup_desktop.ui.look import px, tone
from followup_desktop.ui.parts import measures
from followup_desktop.ui.parts.button import button, icon_button
from followup_desktop.ui.parts.label import label, tooltip
from followup_desktop.ui.parts.painting import box, focus_ring
from followup_desktop.ui.parts.rings import paint_ring
from followup_desktop.ui.privacy import shown

ROW = 54
ROW_COMPACT = 46
HEADING = 34
HEADING_COMPACT = 28
COMPACT = 256
"""Below this width (design pixels) rows are lower and margins smaller."""
SIDE = 12
SIDE_COMPACT = 8
LINE_GAP = 3
"""Between the two lines of a row."""
LEAST_ROLE = 44
"""A position is shown from that width on; where rows are compact, only whole."""
HEAD = 40
WIDTH = 280
LEAST_WIDTH = 200
CLOSE_ENOUGH = 0.6
"""How alike a name must be to be offered for a search that found nothing (difflib's ratio)."""

Index = QModelIndex | QPersistentModelIndex
translate = QCoreApplication.translate


class RowDelegate(QStyledItemDelegate):
    """Paints headings and lines; all lengths follow the font."""

    def __init__(self, rows: InterviewRows, parent: RowsView) -> None:
        super().__init__(parent)
        self._rows = rows
        self._view = parent
        self._measured_for: tuple[bool, int] | None = None
        self._measured = (0, 0)

    def _compact(self) -> bool:
        return self._view.viewport().width() < px(COMPACT)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """A line's height or a heading's; the width is the view's."""
        del option
        heading, line = self._heights()
        return QSize(0, heading if isinstance(self._rows.row(index), Heading) else line)

    def _heights(self) -> tuple[int, int]:
        """Heights of a heading and of a line; measured once for each font and width."""
        compact, size = self._compact(), look.font_px()
        if self._measured_for != (compact, size):
            self._measured_for = (compact, size)
            small = QFontMetrics(look.font("small", 600)).height()
            both = QFontMetrics(look.font("body", 600)).height() + QFontMetrics(look.font("caption")).height()
            self._measured = (
                max(px(HEADING_COMPACT if compact else HEADING), small + px(12)),
                max(px(ROW_COMPACT if compact else ROW), both + px(12)),
            )
        return self._measured

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        row = self._rows.row(index)
        painter.save()
        painter.setLayoutDirection(option.direction)
        if isinstance(row, Heading):
            self._paint_heading(painter, option, row)
        else:
            self._paint_line(painter, option, row)
        painter.restore()

    def _has_ring(self, option: QStyleOptionViewItem) -> bool:
        return self._view.by_key and bool(option.state & QStyle.StateFlag.State_HasFocus)

    def _paint_heading(self, painter: QPainter, option: QStyleOptionViewItem, row: Heading) -> None:
        rect, side = option.rect, px(SIDE)
        middle = rect.bottom() - px(12)
        font = look.font("small", 600)
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 104)
        painter.setFont(font)
        left = rect.x() + side
        if row.folds:
            arrow = px(measures.ICON_SMALL)
            place = QStyle.visualRect(option.direction, rect, QRect(left, middle - arrow // 2, arrow, arrow))
            hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
            if hovered or self._has_ring(option):
                area = rect.adjusted(px(4), px(4), -px(4), px(0))
                box(painter, area, px(measures.RADIUS), tone("hover") if hovered else None)
            painter.drawPixmap(place.topLeft(), look.pixmap(_fold_icon(row, option), "text2", measures.ICON_SMALL))
            left += px(20)
        words = heading_words(row)
        width = painter.fontMetrics().horizontalAdvance(words)
        height = painter.fontMetrics().height()
        painter.setPen(tone("text2"))
        where = QRect(left, middle - height // 2, width + px(2), height)
        _draw(painter, option, where, words)
        if row.folds:
            painter.setFont(look.font("small"))
            _draw(painter, option, QRect(left + width + px(6), where.y(), px(60), height), str(row.count))
            if self._has_ring(option):
                focus_ring(painter, rect.adjusted(px(4) + 4, px(4) + 4, -px(4) - 4, -4), px(measures.RADIUS) - 3, 0)

    def _paint_line(self, painter: QPainter, option: QStyleOptionViewItem, line: Line) -> None:
        rect, compact = option.rect, self._compact()
        self._paint_ground(painter, option)
        side = px(SIDE_COMPACT if compact else SIDE)
        ring = px(measures.CARD_RING)
        circle = QRect(rect.x() + side, rect.y() + (rect.height() - ring) // 2, ring, ring)
        paint_ring(painter, QStyle.visualRect(option.direction, rect, circle), line.states, line.ring_icon)
        left, right = rect.x() + side + ring + px(8 if compact else 10), rect.right() + 1 - side
        first = QFontMetrics(look.font("body", 600)).height()
        second = QFontMetrics(look.font("caption")).height()
        top = rect.y() + (rect.height() - first - second - px(LINE_GAP)) // 2
        self._paint_first(painter, option, line, QRect(left, top, right - left, first))
        self._paint_second(painter, option, line, QRect(left, top + first + px(LINE_GAP), right - left, second))

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        area, radius = option.rect, px(measures.RADIUS)
        if self._has_ring(option):
            width = px(measures.RING_WIDTH)
            box(painter, area, radius + 2, None, tone("ink"), width)
            area = area.adjusted(width + 1, width + 1, -width - 1, -width - 1)
        if selected:
            box(painter, area, radius, tone("ink_wash"), tone("ink_line"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            box(painter, area, radius, tone("hover"))

    def _paint_first(self, painter: QPainter, option: QStyleOptionViewItem, line: Line, area: QRect) -> None:
        """The company, its position where there is room, and when."""
        bold, caption = look.font("body", 600), look.font("caption")
        when = when_words(line, self._rows.now.date(), self._rows.now.tzinfo)
        small = QFontMetrics(caption)
        when_width = small.horizontalAdvance(when)
        painter.setFont(caption)
        painter.setPen(tone("text2"))
        _draw(painter, option, QRect(area.right() + 1 - when_width, area.y(), when_width + 1, area.height()), when)
        room = area.width() - when_width - px(11)
        company = QFontMetrics(bold).elidedText(shown(line.case.interview.company), Qt.TextElideMode.ElideRight, room)
        company_width = QFontMetrics(bold).horizontalAdvance(company)
        left_over = room - company_width - px(7)
        role = line.case.interview.role
        role_width = small.horizontalAdvance(role)
        if role and left_over >= (role_width if self._compact() else min(px(LEAST_ROLE), role_width)):
            fitted = small.elidedText(role, Qt.TextElideMode.ElideRight, left_over)
            _draw(painter, option, QRect(area.x() + company_width + px(7), area.y(), left_over + 1, area.height()), fitted)
        painter.setFont(bold)
        painter.setPen(tone("text"))
        _draw(painter, option, QRect(area.x(), area.y(), company_width + 1, area.height()), company)

    def _paint_second(self, painter: QPainter, option: QStyleOptionViewItem, line: Line, area: QRect) -> None:
        """The next step: its icon and its words, in the colour of what it is."""
        step = self._rows.step(line)
        icon, token = step_mark(step)
        side = px(measures.ICON_SMALL)
        place = QRect(area.x(), area.y() + (area.height() - side) // 2, side, side)
        painter.drawPixmap(
            QStyle.visualRect(option.direction, option.rect, place).topLeft(), look.pixmap(icon, token, measures.ICON_SMALL)
        )
        caption = look.font("caption")
        words = shown(said(step.short, self._rows.now.date()))
        room = area.width() - side - px(4)
        painter.setFont(caption)
        painter.setPen(tone(token))
        fitted = QFontMetrics(caption).elidedText(words, Qt.TextElideMode.ElideRight, room)
        _draw(painter, option, QRect(area.x() + side + px(4), area.y(), room + 1, area.height()), fitted)

    def is_cut(self, index: Index) -> bool:
        """True where the row's width cuts some of its words."""
        row = self._rows.row(index)
        if isinstance(row, Heading):
            return False
        caption, bold = QFontMetrics(look.font("caption")), QFontMetrics(look.font("body", 600))
        side = px(SIDE_COMPACT if self._compact() else SIDE)
        room = self._view.viewport().width() - 2 * side - px(measures.CARD_RING) - px(10)
        first = bold.horizontalAdvance(shown(row.case.interview.company)) + caption.horizontalAdvance(row.case.interview.role)
        first += caption.horizontalAdvance(when_words(row, self._rows.now.date(), self._rows.now.tzinfo)) + px(18)
        second = caption.horizontalAdvance(shown(said(self._rows.step(row).short, self._rows.now.date()))) + px(18)
        return max(first, second) > room


def _fold_icon(row: Heading, option: QStyleOptionViewItem) -> str:
    if not row.folded:
        return "down"
    return "back" if option.direction == Qt.LayoutDirection.RightToLeft else "forward"


def _draw(painter: QPainter, option: QStyleOptionViewItem, rect: QRect, words: str) -> None:
    mirrored = option.direction == Qt.LayoutDirection.RightToLeft
    side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
    place = QStyle.visualRect(option.direction, option.rect, rect)
    flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute | Qt.TextFlag.TextSingleLine
    painter.drawText(place, flags, words)


class RowsView(QListView):
    """The list itself. Enter opens an interview or folds a group; Esc lets the selection go."""

    opened = Signal(str)
    """An interview (id) is to be opened."""
    picked = Signal(str)
    """The user picked an interview (id) by key or mouse; empty when the selection was let go."""

    def __init__(self, rows: InterviewRows, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self.by_key = False
        """True while the keyboard was used last here: then the row with the focus shows its ring."""
        self._delegate = RowDelegate(rows, self)
        self.setModel(rows)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName(translate("InterviewList", "Interviews"))
        self.doubleClicked.connect(self._on_double_clicked)

    def line_at(self, index: QModelIndex) -> Line | None:
        """The interview at that index, if it is one."""
        row = index.data(RECORD_ROLE) if index.isValid() else None
        return row if isinstance(row, Line) else None

    def selectionCommand(self, index: Index, event: QEvent | None = None) -> QItemSelectionModel.SelectionFlag:
        """Going to a heading keeps the selected interview selected."""
        if index.isValid() and isinstance(self._rows.row(index), Heading):
            return QItemSelectionModel.SelectionFlag.NoUpdate
        return super().selectionCommand(index, event)

    def selected_line(self) -> Line | None:
        """The selected interview."""
        chosen = self.selectionModel().selectedIndexes()
        return self.line_at(chosen[0]) if chosen else None

    def _on_double_clicked(self, index: QModelIndex) -> None:
        line = self.line_at(index)
        if line is not None:
            self.opened.emit(line.id)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press picks an interview, or folds the group whose heading it hits."""
        self.by_key = False
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        line = self.line_at(index)
        if line is not None:
            self.picked.emit(line.id)
        elif index.isValid() and event.button() == Qt.MouseButton.LeftButton and self._rows.row(index) is not None:
            self._fold(index)

    def _fold(self, index: QModelIndex) -> None:
        row = self._rows.row(index)
        if isinstance(row, Heading) and row.folds:
            self._rows.toggle_closed()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Left and Right fold and unfold, Esc lets go; the rest is the list's own."""
        self.by_key = True
        index, key = self.currentIndex(), event.key()
        row = self._rows.row(index) if index.isValid() else None
        enter = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if isinstance(row, Heading) and (enter or key == Qt.Key.Key_Space):
            self._fold(index)
        elif isinstance(row, Heading) and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            if row.folded is (key == Qt.Key.Key_Right):
                self._fold(index)
        elif isinstance(row, Line) and enter:
            self.opened.emit(row.id)
        elif key == Qt.Key.Key_Escape and self.selectionModel().hasSelection():
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
            self.picked.emit("")
        else:
            before = self.selected_line()
            super().keyPressEvent(event)
            line = self.selected_line()
            if line is not None and (before is None or line.id != before.id):
                self.picked.emit(line.id)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring, unless the mouse brought the focus."""
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self.by_key = event.reason() != Qt.FocusReason.MouseFocusReason
        self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        """The mouse rests on a row: its whole words, where the row had to cut them."""
        if event.type() == QEvent.Type.ToolTip:
            index = self.indexAt(event.pos())  # type: ignore[attr-defined]  # (a QHelpEvent)
            words = self._rows.sentence(self._rows.row(index)) if index.isValid() and self._delegate.is_cut(index) else ""
            self.setToolTip(tooltip(words) if words else "")
        return super().viewportEvent(event)


class _Envelopes(QWidget):
    """Two envelopes, one with its stamp: the picture of an empty list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(px(80), px(56))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        scale = self.width() / 80
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.scale(scale, scale)
            painter.setPen(QPen(tone("field_line"), 1.5))
            painter.setBrush(tone("sheet"))
            painter.drawRect(27, 1, 51, 38)
            painter.setPen(QPen(tone("stamp_mark"), 1.5))
            painter.drawRect(63, 7, 8, 10)
            painter.setPen(QPen(tone("field_line"), 1.5))
            painter.drawRect(1, 11, 59, 43)
            painter.drawPolyline([QPointF(1, 11), QPointF(30.5, 34), QPointF(60, 11)])


class _Empty(QWidget):
    """What stands in place of rows: a picture, a few words, and what can be done."""

    def __init__(self, title: str, words: str, *buttons: QPushButton, picture: bool = False) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(px(SIDE), px(92 if picture else 24), px(SIDE), px(12))
        column.setSpacing(px(4))
        if picture:
            column.addWidget(_Envelopes(), 0, Qt.AlignmentFlag.AlignHCenter)
            column.addSpacing(px(26))
        self.title = label(title, "name", wrap=True)
        self.words = label(words, tone="text2", wrap=True)
        for each in (self.title, self.words):
            each.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            each.setVisible(bool(each.text()))
            column.addWidget(each)
        column.addSpacing(px(14))
        for made in buttons:
            made.setMinimumWidth(px(176) if not made.property("role") else 0)
            column.addWidget(made, 0, Qt.AlignmentFlag.AlignHCenter)
            column.addSpacing(px(4))
        column.addStretch()


class InterviewPanel(QWidget):
    """The pane at the left of the main page: heading, filter, order, list; or what to do while there is nothing to list."""

    chosen = Signal(str)
    """Another interview (id) is the selected one, however that came; empty for none."""
    selected = Signal(str)
    """The user selected an interview (id), or let it go (empty)."""
    opened = Signal(str)
    """An interview (id) is to be opened."""
    just_had_wanted = Signal()
    """Empty list: "I just had one"."""
    sample_wanted = Signal()
    """Empty list: "Show sample data"."""
    search_wanted = Signal(str)
    """"Did you mean" was pressed: that text is now searched for; the search field should say so."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._chosen = ""
        self._holding = False
        self._on_fold = False
        self._begun = False
        self._text = ""
        self.rows = InterviewRows(desk, self)
        self.view = RowsView(self.rows)
        self._filter_button, self._filter_actions = self._make_filter()
        self._sort_button, self._sort_actions = self._make_sort()
        self._none = self._make_none()
        self._nothing_found = self._make_nothing_found()
        self._stack = QStackedWidget()
        for each in (self.view, self._none, self._nothing_found):
            self._stack.addWidget(each)
        self._lay_out()
        self.view.opened.connect(self.opened)
        self.view.picked.connect(self.selected)
        self.view.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self.view.selectionModel().currentChanged.connect(self.view.viewport().update)
        self.rows.modelAboutToBeReset.connect(self._hold_selection)
        self.rows.modelReset.connect(self._on_reset)
        self.rows.dataChanged.connect(self._show_state)
        desk.changed.connect(self._search_again)
        desk.changed.connect(self.view.viewport().update)  # names may be hidden now, or shown again
        self._on_reset()

    def _lay_out(self) -> None:
        heading = label(translate("InterviewList", "Interviews"), "name")
        head = QHBoxLayout()
        head.setContentsMargins(px(SIDE), 0, px(4), 0)
        head.setSpacing(0)
        head.addWidget(heading)
        head.addStretch()
        head.addWidget(self._filter_button)
        head.addWidget(self._sort_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._stack, 1)
        self._filter_button.setMinimumHeight(px(HEAD) - px(8))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """280 design pixels wide."""
        return QSize(px(WIDTH), px(400))

    def minimumSizeHint(self) -> QSize:
        """The least width at which rows can still be read."""
        return QSize(px(LEAST_WIDTH), px(160))

    # Filter and order

    def _make_filter(self) -> tuple[QPushButton, dict[Group | None, QAction]]:
        made = button("", role="flat", small=True, tip=translate("InterviewList", "Which interviews are shown"))
        made.setAccessibleName(translate("InterviewList", "Which interviews are shown"))
        menu = QMenu(made)
        choices = QActionGroup(menu)
        actions: dict[Group | None, QAction] = {}
        for group in (None, *Group):
            words = translate("InterviewList", "All") if group is None else group_words(group)
            action = menu.addAction(words)
            action.setCheckable(True)
            choices.addAction(action)
            action.triggered.connect(lambda _=False, wanted=group: self.show_group(wanted))
            actions[group] = action
        actions[None].setChecked(True)
        made.setMenu(menu)
        made.setText(actions[None].text())
        return made, actions

    def _make_sort(self) -> tuple[QPushButton, dict[Order, QAction]]:
        made = icon_button("sort", translate("InterviewList", "Order of the interviews"), small=True)
        menu = QMenu(made)
        choices = QActionGroup(menu)
        words = {
            Order.NEXT_STEP: translate("InterviewList", "By next step"),
            Order.DATE: translate("InterviewList", "By date"),
            Order.COMPANY: translate("InterviewList", "By company"),
        }
        actions: dict[Order, QAction] = {}
        for order, text in words.items():
            action = menu.addAction(text)
            action.setCheckable(True)
            choices.addAction(action)
            action.triggered.connect(lambda _=False, wanted=order: self.sort_by(wanted))
            actions[order] = action
        actions[Order.NEXT_STEP].setChecked(True)
        made.clicked.connect(lambda: menu.popup(made.mapToGlobal(made.rect().bottomLeft())))
        return made, actions

    def show_group(self, group: Group | None) -> None:
        """Show that group only; None for all."""
        self.rows.show_group(group)
        self._filter_actions[group].setChecked(True)
        self._filter_button.setText(self._filter_actions[group].text())

    def sort_by(self, order: Order) -> None:
        """Sort the lines of each group that way."""
        self.rows.sort_by(order)
        self._sort_actions[order].setChecked(True)

    # Search

    def search(self, text: str) -> None:
        """Show the interviews in which every word of `text` is found; all for no words. To be called while typing."""
        self._text = text.strip()
        self._search_again()

    def _search_again(self) -> None:
        if not self._text:
            self.rows.show_only(None)
            return
        try:
            found = self._desk.search(self._text)
        except Problem as problem:
            self._desk.failed.emit(problem)
            return
        self.rows.show_only(found)
        self._show_state()

    def meant(self) -> str:
        """A company's or a person's name that is close to what was searched for; empty where none is."""
        names: dict[str, str] = {}
        for case in self._desk.cases():
            for name in (case.interview.company, *(person.name for person in case.people)):
                names[folded(name)] = name
                for word in folded(name).split():
                    names.setdefault(word, name)
        close = get_close_matches(folded(self._text), names, 1, CLOSE_ENOUGH)
        return names[close[0]] if close else ""

    # Selection

    def current(self) -> str:
        """Id of the selected interview; empty for none."""
        return self._chosen

    def take_focus(self) -> None:
        """Put the keyboard's focus on the list."""
        self.view.setFocus(Qt.FocusReason.TabFocusReason)

    def choose(self, interview: str) -> None:
        """Select that interview and bring it into sight; an empty id selects none."""
        index = self.rows.index_of(interview)
        if not index.isValid() and interview and any(case.interview.id == interview for case in self._desk.cases()):
            self._make_visible(interview)
            index = self.rows.index_of(interview)
        self.view.setCurrentIndex(index)
        if index.isValid():
            self.view.scrollTo(index)

    def _make_visible(self, interview: str) -> None:
        """Take away what hides an interview that was asked for: the filter, or the fold."""
        self.show_group(None)
        if not self.rows.index_of(interview).isValid() and not self._text:
            self.rows.toggle_closed()

    def _on_selection_changed(self) -> None:
        line = self.view.selected_line()
        self._set_chosen(line.id if line is not None else "")

    def _set_chosen(self, interview: str) -> None:
        if interview != self._chosen and not self._holding:
            self._chosen = interview
            self.chosen.emit(interview)

    def _hold_selection(self) -> None:
        """Rows are about to be arranged anew: remember what is selected, and whether the focus is on the fold."""
        self._holding = True
        current = self.view.currentIndex()
        self._on_fold = current.isValid() and isinstance(self.rows.row(current), Heading)

    def _on_reset(self) -> None:
        self._holding = False
        held, lines = self._chosen, self.rows.lines()
        index = self.rows.index_of(held) if held else QModelIndex()
        if lines and not self._begun:
            self._begun = True
            index = self.rows.index_of(lines[0].id)
        self.view.setCurrentIndex(index)
        if self._on_fold:
            self.view.setCurrentIndex(self.rows.index_of_fold())
        self._on_selection_changed()
        self._show_state()

    # Empty states

    def _make_none(self) -> _Empty:
        had_one = button(translate("InterviewList", "I just had one"), "debrief")
        had_one.clicked.connect(self.just_had_wanted)
        sample = button(translate("InterviewList", "Show sample data"), "sample", "link")
        sample.clicked.connect(self.sample_wanted)
        words = translate(
            "InterviewList", "Add one that is coming up, or the one you just had. The app keeps the dates; you keep the words."
        )
        return _Empty(translate("InterviewList", "No interviews yet"), words, had_one, sample, picture=True)

    def _make_nothing_found(self) -> _Empty:
        self._other = button(translate("InterviewList", "Show all"), role="link")
        self._other.clicked.connect(self._on_other_pressed)
        return _Empty("", "", self._other)

    def _on_other_pressed(self) -> None:
        if self._text:
            meant = "" if privacy.is_on() else self.meant()
            self.search(meant)
            self.search_wanted.emit(meant)
        else:
            self.show_group(None)

    def _show_state(self) -> None:
        """Show the rows, or why there are none."""
        empty = not self._desk.cases()
        self._sort_button.setVisible(not empty)
        if empty:
            self._stack.setCurrentWidget(self._none)
        elif self.rows.rowCount():
            self._stack.setCurrentWidget(self.view)
        else:
            self._say_nothing_found()
            self._stack.setCurrentWidget(self._nothing_found)

    def _say_nothing_found(self) -> None:
        if not self._text:
            group = cast("Group", self.rows.shown_group)
            words = translate("InterviewList", "Nothing under “{0}”.").format(group_words(group))
            self._other.setText(translate("InterviewList", "Show all"))
            self._other.show()
        else:
            meant = "" if privacy.is_on() else self.meant()
            found = translate("InterviewList", "Nothing with “{0}”.").format(self._text)
            asked = translate("InterviewList", "Nothing with “{0}”. Did you mean {1}?").format(self._text, meant)
            words = asked if meant else found
            self._other.setText(meant)
            self._other.setVisible(bool(meant))
        self._nothing_found.words.setText(words)
        self._nothing_found.words.show()
