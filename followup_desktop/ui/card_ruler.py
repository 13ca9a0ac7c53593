"""True size on a screen that lies about its own: a bank card is held against the screen once, and what fits is kept."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QScreen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QSlider, QWidget

from followup_desktop.desk.desk import Desk
from followup_desktop.ui import look
from followup_desktop.ui.form import Form
from followup_desktop.ui.parts.button import button
from followup_desktop.ui.parts.focus import take_focus
from followup_desktop.ui.parts.label import label
from followup_desktop.ui.parts.painting import box

INCH = 25.4
LEAST_DPI, MOST_DPI = 60.0, 300.0
"""What a screen's own word about its size is believed within."""
USUAL_DPI = 96.0
BANK_CARD = 85.60, 53.98
"""Width and height in mm of every bank card (ISO/IEC 7810, ID-1)."""
BANK_CARD_RADIUS = 3.18
SETTING = "screens"
"""Under this key the settings hold the measured dots per inch by the screen's name."""
STEPS = 10
"""Steps of the slider for each dot per inch."""


def screen_dpi(desk: Desk, screen: QScreen | None) -> float:
    """The screen's true dots per inch, device-independent: as measured by the user, else as the screen itself says."""
    if screen is None:
        return USUAL_DPI
    measured = desk.settings.get(SETTING, {}).get(screen.name())
    if isinstance(measured, (int, float)) and LEAST_DPI <= measured <= MOST_DPI:
        return float(measured)
    told = screen.physicalDotsPerInch()
    return told if LEAST_DPI <= told <= MOST_DPI else USUAL_DPI


class _BankCard(QWidget):
    """The outline of a bank card at so many dots per inch."""

    def __init__(self) -> None:
        super().__init__()
        self.dpi = USUAL_DPI
        self.setSizePolicy(QSizePolicy.Policy.MinimumExpanding, QSizePolicy.Policy.Fixed)

    def show_dpi(self, dpi: float) -> None:
        self.dpi = dpi
        self.setFixedHeight(self.sizeHint().height())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(*(round(side / INCH * self.dpi) + 2 * look.px(8) for side in BANK_CARD))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        width, height, radius = (side / INCH * self.dpi for side in (*BANK_CARD, BANK_CARD_RADIUS))
        with QPainter(self) as painter:
            area = QRectF(look.px(8), look.px(8), width, height)
            box(painter, area, radius, look.tone("ink_wash"), look.tone("ink"))
            painter.setPen(look.tone("text2"))
            painter.setFont(look.font("caption"))
            painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), self.tr("Your bank card"))


class RulerForm(Form):
    """Asks how large a bank card is on this screen; `measured` comes once it is kept."""

    measured = Signal()

    def __init__(self, desk: Desk, screen: QScreen, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._screen = desk, screen
        self.name_it(self.tr("Measure this screen"), self.tr("It fits"))
        words = self.tr("Hold a bank card against the screen and move the slider until the frame is as large as the card.")
        self.column.addWidget(label(words, tone="text2", wrap=True))
        self._card = _BankCard()
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(round(LEAST_DPI * STEPS), round(MOST_DPI * STEPS))
        self.slider.setSingleStep(2)
        self.slider.setPageStep(STEPS * 2)
        self.slider.setAccessibleName(self.tr("Size of the frame"))
        self.slider.valueChanged.connect(self._on_moved)
        self._told = QLabel()
        as_told = button(self.tr("As the screen says"), role="flat", small=True, tip=self.tr("Take the screen’s own word again"))
        as_told.clicked.connect(self._forget)
        self.column.addWidget(self._card)
        self.column.addSpacing(look.px(8))
        self.column.addWidget(self.slider)
        row = QHBoxLayout()
        row.addWidget(self._told, 1)
        row.addWidget(as_told)
        self.column.addLayout(row)
        self.finish_layout()
        self.slider.setValue(round(screen_dpi(desk, screen) * STEPS))
        self._on_moved()
        take_focus(self.slider)
        self.accepted.connect(self._keep)

    def _on_moved(self) -> None:
        dpi = self.slider.value() / STEPS
        self._card.show_dpi(dpi)
        self._told.setText(self.tr("{0} dots per inch").format(f"{dpi:.1f}"))

    def _keep(self) -> None:
        self._put(self.slider.value() / STEPS)

    def _forget(self) -> None:
        self._put(None)
        self.slider.setValue(round(screen_dpi(self._desk, self._screen) * STEPS))

    def _put(self, dpi: float | None) -> None:
        known: dict[str, object] = dict(self._desk.settings.get(SETTING, {}))
        if dpi is None:
            known.pop(self._screen.name(), None)
        else:
            known[self._screen.name()] = dpi
        self._desk.settings.set(SETTING, known)
        self.measured.emit()
