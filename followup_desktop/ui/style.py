"""The one style: Fusion, painted on paper. Buttons, fields, checks, the switch and the focus ring."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QProxyStyle


class PaperStyle(QProxyStyle):
    """Fusion with our own buttons, fields and focus ring."""

    def __init__(self) -> None:
        super().__init__("Fusion")


def dress_widgets(app: QApplication) -> None:
    """Give the application our style."""
    app.setStyle(PaperStyle())
