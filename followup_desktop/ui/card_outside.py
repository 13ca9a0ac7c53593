"""What stands on the outside of every card: the front as the user chose it, and a line on the back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QWidget

from followup_desktop.core.problems import Problem
from followup_desktop.desk.desk import Desk
from followup_desktop.paper.impose import Panel
from followup_desktop.ui import look
from followup_desktop.ui.card_combo import ElidedCombo
from followup_desktop.ui.parts.label import label

if TYPE_CHECKING:
    from followup_desktop.paper.outside import Outside
    from followup_desktop.paper.picture import CardPicture

LONGEST_BACK = 60
"""Letters of the line on the back: so many have room on the narrowest card."""
THANK_YOU, BLANK, PICTURE, OTHER_PICTURE = "thank-you", "blank", "picture", "other"


class CardOutside(QWidget):
    """The choices for front and back; kept in the settings of this computer. One of them is shown at a time."""

    changed = Signal()
    problem = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._picture: tuple[str, CardPicture] | None = None
        self._outside: Outside | None = None
        self.front = ElidedCombo(self.tr("Front of the card"))
        self.front.addItem(self.tr("“Thank you” and a small drawing"), THANK_YOU)
        self.front.addItem(self.tr("Nothing on the front"), BLANK)
        self.front.addItem(self.tr("Your own picture…"), PICTURE)
        self.front.activated.connect(self._on_front)
        self.back = QLineEdit(str(desk.settings.get("back_line", "")))
        self.back.setProperty("small", True)
        self.back.setPlaceholderText(self.tr("a line at the foot of the back, or nothing"))
        self.back.setAccessibleName(self.tr("Line on the back"))
        self.back.setMaxLength(LONGEST_BACK)
        self.back.textEdited.connect(self._on_back)
        self._back_words = label(self.tr("Back"), tone="text2")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(8))
        for part in (self.front, self._back_words, self.back):
            row.addWidget(part, int(part is not self._back_words))
        self._show_front()

    def show_panel(self, panel: Panel) -> None:
        """Offer what can be chosen for that panel; nothing for the inside."""
        self.front.setVisible(panel is Panel.FRONT)
        for part in (self._back_words, self.back):
            part.setVisible(panel is Panel.BACK)
        self.setVisible(panel in {Panel.FRONT, Panel.BACK})

    def outside(self) -> Outside:
        """The outside as it is chosen; what cannot be printed is left away, and `problem` has said why."""
        from followup_desktop.paper.outside import Front, Outside  # noqa: PLC0415  (the PDF library loads when it is needed)

        if self._outside is None:
            chosen = str(self._desk.settings.get("front", THANK_YOU))
            picture = self._read() if chosen == PICTURE else None
            front = Front.PICTURE if picture else Front.BLANK if chosen == BLANK else Front.THANK_YOU
            try:
                self._outside = Outside(front, picture, str(self._desk.settings.get("back_line", "")))
            except Problem as problem:
                self._outside = Outside(front, picture)
                self.problem.emit(problem)
        return self._outside

    def _read(self) -> CardPicture | None:
        """The user's picture, read once; None where it cannot be read any more."""
        from followup_desktop.paper.picture import MOST_BYTES, read_picture  # noqa: PLC0415  (loads Pillow)

        path = str(self._desk.settings.get("front_picture", ""))
        if self._picture is not None and self._picture[0] == path:
            return self._picture[1]
        data = self._desk.read_file(Path(path), MOST_BYTES) if path else None
        if data is None:
            return None
        try:
            self._picture = path, read_picture(data)
        except Problem as problem:
            self.problem.emit(problem)
            return None
        return self._picture[1]

    def _show_front(self) -> None:
        chosen = str(self._desk.settings.get("front", THANK_YOU))
        path = str(self._desk.settings.get("front_picture", ""))
        at = self.front.findData(PICTURE)
        self.front.setItemText(at, self.tr("Your picture: {0}").format(Path(path).name) if path else self.tr("Your own picture…"))
        other = self.front.findData(OTHER_PICTURE)
        if path and other < 0:
            self.front.addItem(self.tr("Another picture…"), OTHER_PICTURE)
        self.front.setCurrentIndex(max(0, self.front.findData(chosen)))

    def _on_front(self) -> None:
        chosen = str(self.front.currentData())
        if chosen == OTHER_PICTURE or (chosen == PICTURE and not self._desk.settings.get("front_picture", "")):
            self._choose_picture()
        else:
            self._put_front(chosen)

    def _choose_picture(self) -> None:
        pictures = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
        title, kinds = self.tr("Choose a picture for the front"), self.tr("Pictures (*.png *.jpg *.jpeg)")
        name, _ = QFileDialog.getOpenFileName(self.window(), title, pictures, kinds)
        before = self._desk.settings.get("front_picture", "")
        if name:
            self._desk.settings.set("front_picture", name)
            if self._read() is None:
                self._desk.settings.set("front_picture", before or None)
            else:
                self._put_front(PICTURE)
        self._show_front()

    def _put_front(self, chosen: str) -> None:
        self._desk.settings.set("front", chosen)
        self._outside = None
        self._show_front()
        self.changed.emit()

    def _on_back(self, line: str) -> None:
        from followup_desktop.paper.outside import Outside  # noqa: PLC0415

        try:
            Outside(back=line)
        except Problem as problem:
            self.problem.emit(problem)
            return
        self._desk.settings.set("back_line", line)
        self._outside = None
        self.changed.emit()
