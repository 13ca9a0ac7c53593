"""Motion: at most one thing moves, briefly, and nothing where less motion is wanted."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QStyle, QWidget


def allow(app: QApplication, *, wanted: bool) -> None:
    """Let things move, or not. The system's own wish for less motion holds in any case."""
    app.setProperty("still", not wanted)


def duration(widget: QWidget, wanted_ms: int) -> int:
    """How long a motion of the widget lasts in milliseconds: 0 where the system or the user asks for none."""
    allowed = widget.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, widget)
    return wanted_ms if allowed > 0 else 0
