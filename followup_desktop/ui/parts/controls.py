"""How Qt's own controls are painted on our paper: push buttons, fields, combo boxes, number fields, checks, menu items.

The style (`ui.style`) decides when; this module knows how each looks in each of its states (LOOK, "States").
"""

from __future__ import annotations

from PySide6.QtCore import QMargins, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QIcon, QPainter
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QStyle,
    QStyleOption,
    QStyleOptionButton,
    QStyleOptionComboBox,
    QStyleOptionMenuItem,
    QStyleOptionSpinBox,
    QWidget,
)

from followup_desktop.ui import look
from followup_desktop.ui.look import font, px, tone
from followup_desktop.ui.parts import measures
from followup_desktop.ui.parts.painting import box, disc, hairline, line_width

_State = QStyle.StateFlag
_Sub = QStyle.SubControl
_MenuItem = QStyleOptionMenuItem.MenuItemType
_Check = QStyleOptionMenuItem.CheckType

_WORDS = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextHideMnemonic | Qt.TextFlag.TextSingleLine


def flag(widget: QWidget | None, name: str) -> bool:
    """Whether the widget carries that dynamic property and it is true."""
    return widget is not None and widget.property(name) is True


def text(widget: QWidget | None, name: str) -> str:
    """The widget's dynamic property of that name, where it is text; else empty."""
    value = widget.property(name) if widget is not None else None
    return value if isinstance(value, str) else ""


class ButtonLook:
    """Colours, font and inner lengths of one push button in the state its option tells."""

    def __init__(self, option: QStyleOptionButton, widget: QWidget | None) -> None:
        state = option.state
        self.role = text(widget, "role")
        self.key = text(widget, "key")
        self.enabled = bool(state & _State.State_Enabled)
        self.down = bool(state & _State.State_Sunken)
        self.on = bool(state & _State.State_On)
        self.hover = bool(state & _State.State_MouseOver)
        self.menu = bool(option.features & QStyleOptionButton.ButtonFeature.HasMenu)
        small = flag(widget, "small")
        weight = QFont.Weight.DemiBold if self.role == "primary" or self.on else QFont.Weight.Medium
        self.font = font("caption" if small else "body", weight)
        self.key_font = font("small")
        self.height = measures.tall(measures.BUTTON_SMALL if small else measures.BUTTON, self.font)
        side = measures.BUTTON_SIDE_SMALL if small else measures.BUTTON_SIDE
        self.side = px(measures.LINK_SIDE if self.role == "link" else side)

    def fill(self) -> str | None:
        """The token of the ground, None for none."""
        if self.role == "primary":
            return "hover" if not self.enabled else "ink_pressed" if self.down else "ink_hover" if self.hover else "ink"
        if self.role == "link" or not self.enabled:
            return None
        if self.down:
            return "pressed"
        if self.on:
            return "ink_wash"
        return "hover" if self.hover else None if self.role == "flat" else "raised"

    def line(self) -> str | None:
        """The token of the outline, None for none."""
        if self.role in {"flat", "link"} and not self.on:
            return None
        if not self.enabled:
            return "line"
        if self.role == "primary":
            return None
        return "ink_line" if self.on else "line_strong"

    def words(self) -> str:
        """The token of the words."""
        if not self.enabled:
            return "disabled"
        if self.role == "primary":
            return "on_ink"
        return "ink" if self.on or self.role == "link" else "text"

    def key_words(self) -> str:
        """The token of the key's name: quieter than the words where the ground allows it."""
        words = self.words()
        return "text2" if words in {"text", "ink"} else words

    def pieces(self, option: QStyleOptionButton) -> list[tuple[str, int]]:
        """What stands in the button in reading order, each with its width in pixels: icon, words, key, menu."""
        found: list[tuple[str, int]] = []
        if not option.icon.isNull():
            found.append(("icon", option.iconSize.width()))
        if option.text:
            found.append(("words", QFontMetrics(self.font).size(Qt.TextFlag.TextHideMnemonic, option.text).width()))
        if self.key:
            found.append(("key", QFontMetrics(self.key_font).horizontalAdvance(self.key)))
        if self.menu:
            found.append(("menu", px(measures.MENU_ARROW)))
        return found


def button_size(option: QStyleOptionButton, widget: QWidget | None) -> QSize:
    """The size a push button wants: its pieces and their gaps, square for an icon alone."""
    shown = ButtonLook(option, widget)
    pieces = shown.pieces(option)
    if [name for name, _ in pieces] in (["icon"], ["menu"]):
        return QSize(shown.height, shown.height)
    inner = sum(width for _, width in pieces) + px(measures.ICON_GAP) * max(0, len(pieces) - 1)
    return QSize(inner + 2 * shown.side, shown.height)


def paint_button(painter: QPainter, option: QStyleOptionButton, widget: QWidget | None) -> None:
    """Paint a push button: ground, outline, icon, words, the key's name, the menu's arrow."""
    shown = ButtonLook(option, widget)
    fill, line = shown.fill(), shown.line()
    if fill or line:
        box(painter, option.rect, px(measures.RADIUS), tone(fill) if fill else None, tone(line) if line else None)
    pieces = shown.pieces(option)
    gap = px(measures.ICON_GAP)
    inner = sum(width for _, width in pieces) + gap * max(0, len(pieces) - 1)
    area = QRect(option.rect)
    left = area.left() + max(min(shown.side, (area.width() - inner) // 2), (area.width() - inner) // 2, 0)
    if flag(widget, "left"):
        left = area.left() + shown.side
    for name, width in pieces:
        room = min(width, area.right() + 1 - left)
        place = QStyle.visualRect(option.direction, area, QRect(left, area.top(), room, area.height()))
        _paint_piece(painter, name, place, option, shown)
        left += width + gap


def _paint_piece(painter: QPainter, name: str, place: QRect, option: QStyleOptionButton, shown: ButtonLook) -> None:
    if name == "icon":
        mode = QIcon.Mode.Normal if shown.enabled else QIcon.Mode.Disabled
        state = QIcon.State.On if shown.on else QIcon.State.Off
        option.icon.paint(painter, place, Qt.AlignmentFlag.AlignCenter, mode, state)
    elif name == "menu":
        paint_icon(painter, place, "down", shown.words(), measures.MENU_ARROW)
    else:
        key = name == "key"
        painter.setFont(shown.key_font if key else shown.font)
        painter.setPen(tone(shown.key_words() if key else shown.words()))
        painter.drawText(place, int(_WORDS), shown.key if key else option.text)


def paint_icon(painter: QPainter, place: QRect, name: str, token: str, size: float = measures.ICON) -> None:
    """Paint an icon in the middle of a place."""
    side = px(size)
    left, top = place.left() + (place.width() - side) // 2, place.top() + (place.height() - side) // 2
    painter.drawPixmap(left, top, look.pixmap(name, token, size))


def paint_field(painter: QPainter, rect: QRect, state: QStyle.StateFlag, widget: QWidget | None) -> None:
    """Paint the ground and outline of a field: two pixels of ink with the focus, brick where it needs a look."""
    if not state & _State.State_Enabled:
        fill, line, width = "window", "line", line_width()
    elif state & _State.State_HasFocus:
        fill, line, width = "sheet", "ink", px(measures.FIELD_FOCUS)
    else:
        fill, line, width = "sheet", "brick_mark" if flag(widget, "fault") else "field_line", line_width()
    if flag(widget, "calm") and line == "field_line":
        line = "line_strong"
    box(painter, rect, px(measures.RADIUS), tone(fill), tone(line), width)


def combo_rect(option: QStyleOption, part: QStyle.SubControl) -> QRect | None:
    """Where a part of a combo box lies, for text that runs rightwards; None for a part that is Qt's business."""
    rect = QRect(option.rect)
    arrow = px(measures.COMBO_ARROW)
    if part == _Sub.SC_ComboBoxEditField:
        return rect.adjusted(px(measures.FIELD_SIDE), 1, -arrow, -1)
    if part == _Sub.SC_ComboBoxArrow:
        return QRect(rect.right() + 1 - arrow, rect.top(), arrow, rect.height())
    return None


def paint_combo(painter: QPainter, option: QStyleOptionComboBox, widget: QWidget | None) -> None:
    """Paint a combo box without its words."""
    if option.frame:
        paint_field(painter, option.rect, option.state, widget)
    arrow = combo_rect(option, _Sub.SC_ComboBoxArrow)
    assert arrow is not None
    token = "text" if option.state & _State.State_Enabled else "disabled"
    paint_icon(painter, QStyle.visualRect(option.direction, option.rect, arrow), "down", token)


def spin_rect(option: QStyleOptionSpinBox, part: QStyle.SubControl) -> QRect | None:
    """Where a part of a number field lies, for text that runs rightwards: words, then less, then more."""
    rect = QRect(option.rect)
    bare = option.buttonSymbols == QAbstractSpinBox.ButtonSymbols.NoButtons
    step = 0 if bare else px(measures.STEPPER)
    if part == _Sub.SC_SpinBoxEditField:
        return rect.adjusted(px(measures.FIELD_SIDE), 1, -2 * step - 2, -1)
    if part == _Sub.SC_SpinBoxUp:
        return QRect(rect.right() + 1 - step, rect.top(), step, rect.height())
    if part == _Sub.SC_SpinBoxDown:
        return QRect(rect.right() + 1 - 2 * step, rect.top(), step, rect.height())
    return rect if part == _Sub.SC_SpinBoxFrame else None


def paint_spin(painter: QPainter, option: QStyleOptionSpinBox, widget: QWidget | None) -> None:
    """Paint a number field without its words."""
    paint_field(painter, option.rect, option.state, widget)
    if option.buttonSymbols == QAbstractSpinBox.ButtonSymbols.NoButtons:
        return
    step = QAbstractSpinBox.StepEnabledFlag
    inside = option.rect.adjusted(2, 2, -2, -2)
    for part, name, can in (
        (_Sub.SC_SpinBoxDown, "minus", step.StepDownEnabled),
        (_Sub.SC_SpinBoxUp, "plus", step.StepUpEnabled),
    ):
        found = spin_rect(option, part)
        assert found is not None
        cell = QStyle.visualRect(option.direction, option.rect, found)
        usable = bool(option.stepEnabled & can) and bool(option.state & _State.State_Enabled)
        if usable and option.activeSubControls == part and option.state & _State.State_MouseOver:
            painter.fillRect(cell.intersected(inside), tone("pressed" if option.state & _State.State_Sunken else "hover"))
        hairline(painter, QPointF(cell.left(), inside.top()), inside.height(), upright=True, role="line_strong")
        paint_icon(painter, cell, name, "text" if usable else "disabled")


def _check_tones(option: QStyleOption) -> tuple[str, str, str]:
    """Ground, outline and mark of a check or radio button."""
    enabled = bool(option.state & _State.State_Enabled)
    if option.state & (_State.State_On | _State.State_NoChange):
        return ("ink", "ink", "on_ink") if enabled else ("hover", "line", "disabled")
    ground = "pressed" if option.state & _State.State_Sunken else "hover" if option.state & _State.State_MouseOver else "sheet"
    return (ground, "field_line", "text") if enabled else ("window", "line", "disabled")


def paint_check(painter: QPainter, option: QStyleOption) -> None:
    """Paint the box of a check button, with a check when on and a bar when partly."""
    fill, line, mark = _check_tones(option)
    box(painter, option.rect, px(measures.CHECK_RADIUS), tone(fill), tone(line))
    if option.state & _State.State_NoChange:
        paint_icon(painter, option.rect, "minus", mark, measures.ICON_SMALL)
    elif option.state & _State.State_On:
        paint_icon(painter, option.rect, "check", mark, measures.ICON_SMALL)


def paint_radio(painter: QPainter, option: QStyleOption) -> None:
    """Paint the circle of a radio button, with a dot when on."""
    fill, line, mark = _check_tones(option)
    area = QRectF(option.rect)
    disc(painter, area.center(), min(area.width(), area.height()), tone(fill), tone(line), line_width())
    if option.state & _State.State_On:
        disc(painter, area.center(), px(measures.PROMISE_BEST_CORE), tone(mark), None, 0)


def paint_tool(painter: QPainter, option: QStyleOption) -> None:
    """Paint the ground of a tool button: none, until the mouse is over it or it is on."""
    state = option.state
    if state & _State.State_On:
        box(painter, option.rect, px(measures.RADIUS), tone("ink_wash"), tone("ink_line"))
    elif state & _State.State_Enabled and state & (_State.State_MouseOver | _State.State_Sunken):
        token = "pressed" if state & _State.State_Sunken else "hover"
        box(painter, option.rect, px(measures.RADIUS), tone(token))


def _column(option: QStyleOptionMenuItem) -> int:
    """Pixels before a menu item's words, for its check or icon."""
    return px(measures.MENU_COLUMN) if option.menuHasCheckableItems or option.maxIconWidth > 0 else 0


def _row_tones(option: QStyleOption) -> tuple[str, str]:
    """Ground and words of a menu row: under the mouse a warmer ground, or the system's own where contrast is high."""
    if not option.state & _State.State_Enabled:
        return "raised", "disabled"
    if not option.state & _State.State_Selected:
        return "raised", "text"
    return ("ink", "on_ink") if look.is_high_contrast() else ("hover", "text")


def choice_size(option: QStyleOptionMenuItem, size: QSize) -> QSize:
    """The size of a row in a combo box's list whose words need `size`."""
    width = size.width() + px(measures.FIELD_SIDE) + px(measures.CHOICE_CHECK)
    return QSize(width, max(px(measures.MENU_ROW), option.fontMetrics.height() + px(measures.WORDS_ROOM)))


def paint_choice(painter: QPainter, option: QStyleOptionMenuItem) -> None:
    """Paint one row of a combo box's list: words under the words of the box, the check under its arrow."""
    rect = QRect(option.rect)
    ground, ink = _row_tones(option)
    painter.fillRect(rect, tone(ground))
    painter.setFont(option.font)
    painter.setPen(tone(ink))
    area = rect.adjusted(px(measures.FIELD_SIDE) - 1, 0, -px(measures.CHOICE_CHECK), 0)
    leading = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeft)
    words = QFontMetrics(option.font).elidedText(option.text, Qt.TextElideMode.ElideRight, area.width())
    place = QStyle.visualRect(option.direction, rect, area)
    painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine | leading), words)
    if option.checked:
        end = QRect(area.right() + 1, rect.top(), px(measures.CHOICE_CHECK), rect.height())
        paint_icon(painter, QStyle.visualRect(option.direction, rect, end), "check", "ink" if ink == "text" else ink)


def menu_item_size(option: QStyleOptionMenuItem, size: QSize) -> QSize:
    """The size of a menu item whose words and shortcut need `size`."""
    if option.menuItemType == _MenuItem.Separator:
        return QSize(size.width(), 2 * px(measures.RADIUS_SMALL) + line_width())
    width = size.width() + _column(option) + 2 * px(measures.MENU_SIDE)
    if "\t" in option.text or option.menuItemType == _MenuItem.SubMenu:
        width += px(measures.MENU_SHORTCUT_GAP)
    return QSize(width, max(px(measures.MENU_ROW), option.fontMetrics.height() + px(measures.WORDS_ROOM)))


def paint_menu_item(painter: QPainter, option: QStyleOptionMenuItem) -> None:
    """Paint one row of a menu."""
    rect = QRect(option.rect)
    if option.menuItemType == _MenuItem.Separator:
        hairline(painter, QPointF(rect.left(), rect.center().y()), rect.width())
        return
    ground, ink = _row_tones(option)
    if ground != "raised":
        box(painter, rect, px(measures.RADIUS_SMALL), tone(ground))
    side, column = px(measures.MENU_SIDE), _column(option)
    inner = rect.marginsRemoved(QMargins(side, 0, side, 0))
    if column:
        place = QStyle.visualRect(option.direction, rect, QRect(inner.left(), inner.top(), px(measures.ICON), inner.height()))
        _paint_menu_mark(painter, place, option, ink)
        inner.setLeft(inner.left() + column)
    words, _, shortcut = option.text.partition("\t")
    painter.setFont(option.font)
    painter.setPen(tone(ink))
    leading = Qt.AlignmentFlag.AlignLeft if option.direction == Qt.LayoutDirection.LeftToRight else Qt.AlignmentFlag.AlignRight
    area = QStyle.visualRect(option.direction, rect, inner)
    painter.drawText(area, int(_WORDS | leading), words)
    if option.menuItemType == _MenuItem.SubMenu:
        end = QRect(inner.right() + 1 - px(measures.ICON), inner.top(), px(measures.ICON), inner.height())
        name = "forward" if option.direction == Qt.LayoutDirection.LeftToRight else "back"
        paint_icon(
            painter, QStyle.visualRect(option.direction, rect, end), name, "text2" if ink == "text" else ink, measures.ICON_SMALL
        )
    elif shortcut:
        trailing = Qt.AlignmentFlag.AlignRight if leading == Qt.AlignmentFlag.AlignLeft else Qt.AlignmentFlag.AlignLeft
        painter.setPen(tone("text2" if ink == "text" else ink))
        painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine | trailing), shortcut)


def _paint_menu_mark(painter: QPainter, place: QRect, option: QStyleOptionMenuItem, ink: str) -> None:
    """Paint what stands before a menu item's words: its check when checked, else its icon."""
    if option.checkType != _Check.NotCheckable and option.checked:
        paint_icon(painter, place, "check", "ink" if ink == "text" else ink)
    elif not option.icon.isNull():
        mode = QIcon.Mode.Disabled if ink == "disabled" else QIcon.Mode.Normal
        side = px(measures.ICON)
        square = QRect(place.left(), place.top() + (place.height() - side) // 2, side, side)
        option.icon.paint(painter, square, Qt.AlignmentFlag.AlignCenter, mode)
