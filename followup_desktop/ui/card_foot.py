"""What stands under the table: which side of the card or which page is seen, and how large."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from followup_desktop.paper.impose import Panel
from followup_desktop.ui import look
from followup_desktop.ui.card_view import TRUE_SIZE
from followup_desktop.ui.parts.button import button, icon_button
from followup_desktop.ui.parts.flow import FlowLayout
from followup_desktop.ui.parts.label import label, tooltip
from followup_desktop.ui.parts.segments import Segments


class CardFoot(QWidget):
    """The switch between inside, front and back, or from page to page; smaller, larger, true size."""

    panel_chosen = Signal(str)
    page_stepped = Signal(int)
    zoom_stepped = Signal(int)
    true_size_wanted = Signal()
    ruler_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sides = (
            (Panel.INSIDE_RIGHT, self.tr("Inside")),
            (Panel.FRONT, self.tr("Front")),
            (Panel.BACK, self.tr("Back")),
        )
        self.panels = Segments([(each.value, words) for each, words in sides], self.tr("Side of the card"), small=True)
        self.panels.chosen.connect(self.panel_chosen)
        self._pages = self._build_pages()
        self.zoom = button("", role="flat", small=True)
        self.zoom.clicked.connect(self.true_size_wanted)
        smaller = icon_button("minus", self.tr("Smaller"), "Ctrl+-", small=True)
        larger = icon_button("plus", self.tr("Larger"), "Ctrl++", small=True)
        smaller.clicked.connect(lambda: self.zoom_stepped.emit(-1))
        larger.clicked.connect(lambda: self.zoom_stepped.emit(1))
        ruler = icon_button("settings", self.tr("Measure this screen"), small=True)
        ruler.clicked.connect(self.ruler_wanted)
        sizes = QWidget()
        row = QHBoxLayout(sizes)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for part in (smaller, self.zoom, larger, ruler):
            row.addWidget(part)
        flow = FlowLayout(self, gap=8)
        for group in (self.panels, self._pages, sizes):
            flow.addWidget(group)

    def _build_pages(self) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(4))
        self.before = icon_button("back", self.tr("Page before"), small=True)
        self.after = icon_button("forward", self.tr("Next page"), small=True)
        self.before.clicked.connect(lambda: self.page_stepped.emit(-1))
        self.after.clicked.connect(lambda: self.page_stepped.emit(1))
        self.page = label("", "caption", "text2")
        for part in (self.before, self.page, self.after):
            row.addWidget(part)
        return made

    def show_panels(self, known: Sequence[Panel], shown: Panel) -> None:
        """Offer these sides of the card; none where no card lies on the table."""
        self.panels.setVisible(bool(known))
        for each in Panel:
            if each is not Panel.INSIDE_LEFT:
                self.panels.cell(each.value).setVisible(each in known)
        self.panels.set_current(shown.value)

    def show_pages(self, page: int, pages: int) -> None:
        """Say which page (from 0) of how many is seen; nothing for one."""
        self._pages.setVisible(pages > 1)
        self.page.setText(self.tr("{0} of {1}").format(page + 1, pages))
        self.page.setAccessibleName(self.tr("Page {0} of {1}").format(page + 1, pages))
        self.before.setEnabled(page > 0)
        self.after.setEnabled(page + 1 < pages)

    def show_scale(self, scale: int, fitting: int) -> None:
        """Say how large it is shown, and what a click does."""
        self.zoom.setText(self.tr("{0} %").format(scale))
        if scale != TRUE_SIZE:
            words = self.tr("{0} % of the true size. Click for true size.").format(scale)
        elif fitting != TRUE_SIZE:
            words = self.tr("True size. Click to see all of it.")
        else:
            words = self.tr("True size, and all of it.")
        self.zoom.setToolTip(tooltip(words))
        self.zoom.setAccessibleName(words)
