"""The focus ring: one frame that follows the keyboard's focus around the control that has it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractSlider, QApplication, QFocusFrame, QWidget
from shiboken6 import isValid

from followup_desktop.ui.parts import measures


def wants_ring(widget: QWidget) -> bool:
    """Whether the control is one that shows the ring: buttons, sliders, and what carries the property ``ring``.

    Fields show their focus by their own outline, lists and calendars inside themselves.
    """
    asked = widget.property("ring")
    return bool(asked) if asked is not None else isinstance(widget, (QAbstractButton, QAbstractSlider))


def ring_radius(widget: QWidget | None) -> float:
    """The control's corner radius in design pixels: its property ``ring_radius``, else that of a button."""
    found = widget.property("ring_radius") if widget is not None else None
    return float(found) if isinstance(found, (int, float)) else measures.RADIUS


class FocusRing(QObject):
    """Keeps the ring around the control with the keyboard's focus. It is shown for keys, not for the mouse."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._frame: QFocusFrame | None = None
        app.focusChanged.connect(self._on_focus_changed)

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        del old
        by_key = new is not None and new.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        target = new if new is not None and by_key and wants_ring(new) else None
        if target is None and (self._frame is None or not isValid(self._frame)):
            return
        self._living_frame().setWidget(target)  # type: ignore[arg-type]  # (Qt takes none; its stub does not)

    def _living_frame(self) -> QFocusFrame:
        """The frame; made anew when the window it last lay in took it along."""
        if self._frame is None or not isValid(self._frame):
            self._frame = QFocusFrame()
        return self._frame
