"""A card of the user's own is measured: its name, its width and height as it lies closed, and whether it is folded."""

from __future__ import annotations

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QDialogButtonBox, QDoubleSpinBox, QWidget

from followup_desktop.core.problems import Problem
from followup_desktop.core.records import Stock
from followup_desktop.ui import look
from followup_desktop.ui.form import Form
from followup_desktop.ui.language import said
from followup_desktop.ui.parts.button import button
from followup_desktop.ui.parts.segments import Segments
from followup_desktop.ui.stocks import Stocks

INCH = 25.4
MOST_MM = 500.0
USUAL = (105.0, 148.0), (127.0, 177.8)
"""A6, and 5 x 7 in: what a drawer holds most often, in mm."""
MM, INCHES = "mm", "in"
HALF, FLAT = "half", "flat"
NUMBER = 124
"""Width of a field for a length with its two steps."""


class StockForm(Form):
    """Asks for one card; accepted, `kept` is the one that was kept, None where it was removed."""

    def __init__(self, locale: QLocale, stocks: Stocks, before: Stock | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stocks, self._before = stocks, before
        self.kept: Stock | None = None
        inches = locale.measurementSystem() is QLocale.MeasurementSystem.ImperialUSSystem
        self.name_it(self.tr("Measure your card") if before is None else self.tr("Change your card"), self.tr("Keep it"))
        self.name = self.field(self.tr("Name"), before.name if before else "", self.tr("such as “linen cards from the drawer”"))
        self.fold = Segments(((HALF, self.tr("Folded once")), (FLAT, self.tr("Not folded"))), self.tr("Fold"))
        self.fold.set_current(before.fold if before else HALF)
        self.fold.chosen.connect(lambda _: self._hint())
        self.unit = Segments(((MM, self.tr("Millimetres")), (INCHES, self.tr("Inches"))), self.tr("Measured in"))
        self.unit.set_current(INCHES if inches else MM)
        self.unit.chosen.connect(self._on_unit)
        self.width_field, self.height_field = QDoubleSpinBox(), QDoubleSpinBox()
        self._shown = MM
        for field, name, length in zip(
            (self.width_field, self.height_field),
            (self.tr("Width, as it lies closed"), self.tr("Height")),
            before.panel if before else USUAL[inches],
            strict=True,
        ):
            field.setAccessibleName(name)
            field.setFixedWidth(look.px(NUMBER))
            field.setRange(0.0, MOST_MM)
            field.setDecimals(2)
            field.setValue(length)
            self.rows.addRow(self.label(name), field)
        self.rows.addRow(self.label(self.tr("Measured in")), self.unit)
        self.rows.addRow(self.label(self.tr("Fold")), self.fold)
        if before is not None:
            remove = button(self.tr("Remove it"), "trash", role="flat", tip=self.tr("Take this card off the list"))
            remove.setAutoDefault(False)
            remove.clicked.connect(self._remove)
            self.buttons.addButton(remove, QDialogButtonBox.ButtonRole.ResetRole)
        self._on_unit(self.unit.current() or MM)
        self.finish_layout()
        self._hint()

    def _lengths(self) -> tuple[float, float]:
        """Width and height in mm."""
        factor = INCH if self._shown == INCHES else 1.0
        return self.width_field.value() * factor, self.height_field.value() * factor

    def _on_unit(self, unit: str) -> None:
        """Say the same lengths in that unit."""
        lengths, self._shown = self._lengths(), unit
        inches = unit == INCHES
        for field, length in zip((self.width_field, self.height_field), lengths, strict=True):
            field.setDecimals(3 if inches else 1)
            field.setSingleStep(0.125 if inches else 0.5)
            field.setSuffix(self.tr(" in") if inches else self.tr(" mm"))
            field.setRange(0.0, MOST_MM / INCH if inches else MOST_MM)
            field.setValue(length / INCH if inches else length)

    def _hint(self) -> None:
        if self.fold.current() == HALF:
            self.say(self.tr("It goes into the printer open, and is folded at its left edge. Both sides are printed."))
        else:
            self.say(self.tr("The front stands on one side, the words on the other."))

    def _remove(self) -> None:
        if self._before is None:
            return
        try:
            self._stocks.remove(self._before.id)
        except Problem as problem:
            self.say(said(problem.what))
            return
        super().accept()

    def accept(self) -> None:
        """Keep the card, or say why that cannot be."""
        from followup_desktop.paper.stock import measured  # noqa: PLC0415  (the PDF library loads when it is needed)

        try:
            made = measured(self.name.text(), *self._lengths(), self.fold.current() or HALF)
            self.kept = self._stocks.add(made, self._before.id if self._before else "")
        except Problem as problem:
            self.say(said(problem.what))
            return
        super().accept()
