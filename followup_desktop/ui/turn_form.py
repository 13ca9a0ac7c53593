"""Between two sides: the user turns the sheets over and puts them in again, for a printer that knows one side only."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from followup_desktop.ui.form import Form


class TurnForm(Form):
    """Waits until the sheets, or the envelopes where `envelopes`, lie in the printer again. Left, nothing more is printed."""

    def __init__(self, *, envelopes: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name_it(self.tr("The other side"), self.tr("Print the other side"))
        if envelopes:
            self.say(
                self.tr("Turn the envelopes over, the first one on top, the flap still on the same side; put them in again.")
            )
        else:
            self.say(self.tr("Turn the sheets over like the pages of a book, the first one on top, and put them in again."))
        self.finish_layout()
