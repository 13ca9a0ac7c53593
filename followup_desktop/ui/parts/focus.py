"""The focus ring: one frame that follows the keyboard's focus around the control that has it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
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


def take_focus(widget: QWidget) -> None:
    """Give a control the focus as if the keyboard had brought it there: its ring is shown.

    For the one place where a page means to say "press Enter": the first door, the first answer.
    """
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    app = QApplication.instance()
    ring = app.findChild(FocusRing) if app is not None else None
    if ring is not None and widget.hasFocus():
        ring.surround(widget)


class FocusRing(QObject):
    """Keeps the ring around the control that has the focus, once the keyboard is used and until the mouse is."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._frame: QFocusFrame | None = None
        self._keys_came_last = False
        app.focusChanged.connect(self._on_focus_changed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note which hand the user has on the computer; it takes no event away."""
        if event.type() == QEvent.Type.MouseButtonPress:
            self._keys_came_last = False
        elif event.type() == QEvent.Type.KeyPress:
            self._keys_came_last = True
        return super().eventFilter(watched, event)

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        del old
        self.surround(new if new is not None and self._by_keys(new) else None)

    def surround(self, widget: QWidget | None) -> None:
        """Put the ring around a control, or take it away; only controls that want it get it."""
        target = widget if widget is not None and wants_ring(widget) else None
        if target is None and (self._frame is None or not isValid(self._frame)):
            return
        self._living_frame().setWidget(target)  # type: ignore[arg-type]  # (Qt takes none; its stub does not)

    def _by_keys(self, focused: QWidget) -> bool:
        window = focused.window()
        handle = window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)  # once is enough, and more often does no harm
        if QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            return False
        return self._keys_came_last or window.testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)

    def _living_frame(self) -> QFocusFrame:
        """The frame; made anew when the window it last lay in took it along."""
        if self._frame is None or not isValid(self._frame):
            self._frame = QFocusFrame()
        return self._frame
