"""The one style: Fusion, with our own buttons, fields, checks, menu rows and focus ring.

Dynamic properties choose the variant. On buttons: ``role`` ("primary", "flat" or "link"), ``small``, ``key`` (the
shortcut's name, shown after the words), ``left`` (words at the left, not in the middle). On fields: ``small``, ``fault``
(it needs a look), ``calm`` (a search box: quiet outline). On anything: ``ring`` and ``ring_radius`` (`parts.focus`).
"""

from __future__ import annotations

from PySide6.QtCore import QMargins, QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QFocusFrame,
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QStyleOptionButton,
    QStyleOptionComboBox,
    QStyleOptionComplex,
    QStyleOptionFrame,
    QStyleOptionMenuItem,
    QStyleOptionSpinBox,
    QWidget,
)

from followup_desktop.ui.look import px, tone
from followup_desktop.ui.parts import controls, measures
from followup_desktop.ui.parts.focus import FocusRing, ring_radius
from followup_desktop.ui.parts.painting import box, focus_ring

_Primitive = QStyle.PrimitiveElement
_Control = QStyle.ControlElement
_Complex = QStyle.ComplexControl
_Contents = QStyle.ContentsType
_Metric = QStyle.PixelMetric
_Hint = QStyle.StyleHint

_METRICS: dict[QStyle.PixelMetric, int] = {
    _Metric.PM_FocusFrameHMargin: measures.RING_ROOM,
    _Metric.PM_FocusFrameVMargin: measures.RING_ROOM,
    _Metric.PM_IndicatorWidth: measures.CHECK,
    _Metric.PM_IndicatorHeight: measures.CHECK,
    _Metric.PM_ExclusiveIndicatorWidth: measures.CHECK,
    _Metric.PM_ExclusiveIndicatorHeight: measures.CHECK,
    _Metric.PM_CheckBoxLabelSpacing: 8,
    _Metric.PM_RadioButtonLabelSpacing: 8,
    _Metric.PM_ButtonIconSize: measures.ICON,
    _Metric.PM_SmallIconSize: measures.ICON,
    _Metric.PM_LineEditIconSize: measures.ICON,
    _Metric.PM_LineEditIconMargin: 9,
    _Metric.PM_SplitterWidth: 12,
    _Metric.PM_MenuHMargin: 4,
    _Metric.PM_MenuVMargin: 4,
    _Metric.PM_MenuPanelWidth: 1,
}
"""Lengths of the style in design pixels."""

_OFF = frozenset({_Hint.SH_EtchDisabledText, _Hint.SH_DitherDisabledText, _Hint.SH_UnderlineShortcut})


class PaperStyle(QProxyStyle):
    """Fusion on our paper. All it knows of colours and lengths it asks of `ui.look` each time it paints."""

    def __init__(self) -> None:
        super().__init__("Fusion")

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returnData: QStyleHintReturn | None = None,  # noqa: N803  (Qt's own name)
    ) -> int:
        """Fusion's answer, but a ring above its control, no etched words, and no motion where it was switched off."""
        if hint == _Hint.SH_FocusFrame_AboveWidget:
            return 1
        if hint == _Hint.SH_Widget_Animation_Duration:
            app = QApplication.instance()
            if app is not None and app.property("still") is True:
                return 0
        return 0 if hint in _OFF else super().styleHint(hint, option, widget, returnData)

    def pixelMetric(self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None) -> int:
        """Our length where we have one, grown with the font; else Fusion's."""
        design = _METRICS.get(metric)
        return super().pixelMetric(metric, option, widget) if design is None else px(design)

    def sizeFromContents(
        self, kind: QStyle.ContentsType, option: QStyleOption, size: QSize, widget: QWidget | None = None
    ) -> QSize:
        """Sizes of buttons, fields and menu rows; else Fusion's."""
        if kind == _Contents.CT_PushButton and isinstance(option, QStyleOptionButton):
            return controls.button_size(option, widget)
        if kind == _Contents.CT_MenuItem and isinstance(option, QStyleOptionMenuItem):
            return controls.choice_size(option, size) if _in_combo(widget) else controls.menu_item_size(option, size)
        rooms = {
            _Contents.CT_LineEdit: 2 * measures.FIELD_SIDE,
            _Contents.CT_ComboBox: measures.FIELD_SIDE + measures.COMBO_ARROW,
            _Contents.CT_SpinBox: measures.FIELD_SIDE + 2 * measures.STEPPER + 2,
        }
        room = rooms.get(kind)
        if room is None:
            return super().sizeFromContents(kind, option, size, widget)  # type: ignore[arg-type]  # (Qt takes none; its stub does not)
        least = px(measures.BUTTON_SMALL if controls.flag(widget, "small") else measures.FIELD)
        return QSize(size.width() + px(room), max(least, option.fontMetrics.height() + px(measures.WORDS_ROOM)))

    def subElementRect(self, element: QStyle.SubElement, option: QStyleOption, widget: QWidget | None = None) -> QRect:
        """The words of a field keep away from its outline."""
        if element == QStyle.SubElement.SE_LineEditContents and isinstance(option, QStyleOptionFrame) and option.lineWidth > 0:
            side = px(measures.FIELD_SIDE) - 2  # QLineEdit adds two pixels of its own
            icons = [child.x() < option.rect.center().x() for child in _icons_in(widget)]
            before, after = (px(2) if any(icons) else side), (px(2) if not all(icons) else side)
            return option.rect.marginsRemoved(QMargins(before, 1, after, 1))
        return super().subElementRect(element, option, widget)  # type: ignore[arg-type]  # (Qt takes none; its stub does not)

    def subControlRect(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        part: QStyle.SubControl,
        widget: QWidget | None = None,
    ) -> QRect:
        """Where the arrow of a combo box and the two cells of a number field lie."""
        found: QRect | None = None
        if control == _Complex.CC_ComboBox:
            found = controls.combo_rect(option, part)
        elif control == _Complex.CC_SpinBox and isinstance(option, QStyleOptionSpinBox):
            found = controls.spin_rect(option, part)
        if found is None:
            return super().subControlRect(control, option, part, widget)  # type: ignore[arg-type]  # (Qt takes none; its stub does not)
        return QStyle.visualRect(option.direction, option.rect, found)

    def drawPrimitive(
        self, element: QStyle.PrimitiveElement, option: QStyleOption, painter: QPainter, widget: QWidget | None = None
    ) -> None:
        """Grounds of fields, checks, tool buttons and menus; else Fusion's."""
        if element == _Primitive.PE_FrameFocusRect:
            return  # the ring is `FocusRing`'s business, and rows draw their own
        if element == _Primitive.PE_PanelLineEdit:
            if isinstance(option, QStyleOptionFrame) and option.lineWidth > 0:
                controls.paint_field(painter, option.rect, option.state, widget)
        elif element == _Primitive.PE_IndicatorCheckBox:
            controls.paint_check(painter, option)
        elif element == _Primitive.PE_IndicatorRadioButton:
            controls.paint_radio(painter, option)
        elif element == _Primitive.PE_PanelButtonTool:
            controls.paint_tool(painter, option)
        elif element == _Primitive.PE_PanelMenu:
            painter.fillRect(option.rect, tone("raised"))
        elif element == _Primitive.PE_FrameMenu:
            box(painter, option.rect, 0, None, tone("line_strong"))
        else:
            super().drawPrimitive(element, option, painter, widget)

    def drawControl(
        self, element: QStyle.ControlElement, option: QStyleOption, painter: QPainter, widget: QWidget | None = None
    ) -> None:
        """Push buttons, menu rows and the focus ring; else Fusion's."""
        if element == _Control.CE_PushButton and isinstance(option, QStyleOptionButton):
            controls.paint_button(painter, option, widget)
        elif element == _Control.CE_MenuItem and isinstance(option, QStyleOptionMenuItem):
            paint = controls.paint_choice if _in_combo(widget) else controls.paint_menu_item
            paint(painter, option)
        elif element == _Control.CE_FocusFrame:
            room = px(measures.RING_ROOM)
            around = widget.widget() if isinstance(widget, QFocusFrame) else None
            focus_ring(painter, option.rect.adjusted(room, room, -room, -room), px(ring_radius(around)))
        elif element != _Control.CE_Splitter:
            super().drawControl(element, option, painter, widget)

    def drawComplexControl(
        self, control: QStyle.ComplexControl, option: QStyleOptionComplex, painter: QPainter, widget: QWidget | None = None
    ) -> None:
        """Combo boxes and number fields; else Fusion's."""
        if control == _Complex.CC_ComboBox and isinstance(option, QStyleOptionComboBox):
            controls.paint_combo(painter, option, widget)
        elif control == _Complex.CC_SpinBox and isinstance(option, QStyleOptionSpinBox):
            controls.paint_spin(painter, option, widget)
        else:
            super().drawComplexControl(control, option, painter, widget)


def _icons_in(field: QWidget | None) -> list[QAbstractButton]:
    """The icons that stand in a line of text; Qt keeps room for them itself."""
    return [] if field is None else field.findChildren(QAbstractButton)


def _in_combo(widget: QWidget | None) -> bool:
    """Whether a menu row is one of a combo box's list: then Qt names the combo box as its widget."""
    return isinstance(widget, QComboBox)


def dress_widgets(app: QApplication) -> None:
    """Give the application our style and its focus ring, once."""
    app.setStyle(PaperStyle())
    FocusRing(app)
