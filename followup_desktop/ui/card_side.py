"""The right side of the studio: what lies on the table beside the letter, and the choices for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from followup_desktop.core.records import Case, Letter, Stock
from followup_desktop.desk.desk import Desk
from followup_desktop.paper.impose import Panel, message_panel
from followup_desktop.ui import card_table, hands, look
from followup_desktop.ui.card_address import CardAddress
from followup_desktop.ui.card_foot import CardFoot
from followup_desktop.ui.card_making import CardMaking
from followup_desktop.ui.card_options import CardOptions
from followup_desktop.ui.card_ruler import RulerForm, screen_dpi
from followup_desktop.ui.card_table import Made, Table, Thing
from followup_desktop.ui.card_view import TRUE_SIZE, CardView
from followup_desktop.ui.language import said
from followup_desktop.ui.parts.scrolling import scrolling
from followup_desktop.ui.parts.segments import Segments

WIDEST_SHEET = 560
"""Width of the table in design pixels at most, where a whole sheet lies on it."""
LEAST_TABLE, LEAST_TABLE_NARROW = 120, 320
"""Height of the table in design pixels at least, beside the letter and alone on the page."""
FOOT = 38
"""Height of the choices above the table and of what stands under it, each."""


class CardSide(QWidget):
    """Shows the card of a letter, its guide sheet, its envelope or the kit as it will be printed; the newest letter wins."""

    made = Signal(object)
    """The `Made` that is shown now."""
    problem = Signal(object)
    resized = Signal()
    """The table, or the choices above it, want another size."""

    def __init__(self, desk: Desk, stocks: Callable[[], tuple[Stock, ...]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._letter: Letter | None = None
        self._case: Case | None = None
        self._is_narrow = False
        self._page = 0
        self._panel = Panel.INSIDE_RIGHT
        things = (
            (Thing.CARD, self.tr("Print")),
            (Thing.BY_HAND, self.tr("By hand")),
            (Thing.ENVELOPES, self.tr("Envelopes")),
            (Thing.KIT, self.tr("Kit")),
        )
        self.thing_choice = Segments([(each.value, words) for each, words in things], self.tr("What lies on the table"))
        kept = str(desk.settings.get("table", ""))
        self.thing_choice.set_current(kept if kept in list(Thing) else Thing.CARD)
        self.thing_choice.chosen.connect(lambda key: self.put(Thing(key)))
        self.making = CardMaking(desk, self)
        self.options, self.address, self.foot = CardOptions(desk, stocks), CardAddress(desk), CardFoot()
        self.view = CardView(lambda: screen_dpi(desk, self.screen()))
        self._connect()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.px(8))
        area = scrolling(self.view)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        area.setCornerWidget(QWidget())  # else the style draws a grip between the two bars
        for part in (self.options, self.address, area, self.foot):
            self._column.addWidget(part, int(part is area))
        self._area: QScrollArea = area
        self._show_choices()

    def _connect(self) -> None:
        self.making.made.connect(self._on_made)
        self.making.problem.connect(self.problem)
        self.options.changed.connect(self._on_chosen)
        self.options.problem.connect(self.problem)
        self.address.typed.connect(self._make)
        self.view.picture_wanted.connect(self._make)
        self.view.pressed.connect(self.true_size)
        self.foot.panel_chosen.connect(self._on_panel)
        self.foot.page_stepped.connect(self._on_page)
        self.foot.zoom_stepped.connect(self.view.step)
        self.foot.true_size_wanted.connect(self.true_size)
        self.foot.ruler_wanted.connect(self._measure)

    @property
    def last(self) -> Made | None:
        """What lies on the table now, as it was made."""
        return self.making.last

    # Choosing

    @property
    def thing(self) -> Thing:
        """What lies on the table."""
        return Thing(self.thing_choice.current() or Thing.CARD)

    @property
    def stock(self) -> Stock | None:
        """The card that was chosen."""
        setup = self.options.setup()
        return None if setup is None else setup.stock

    @property
    def hand(self) -> str:
        """The hand that was chosen."""
        setup = self.options.setup()
        return hands.HAND if setup is None else setup.hand

    def fill(self) -> None:
        """Offer what there is to choose from."""
        self.options.fill()

    def put(self, thing: Thing) -> None:
        """Put that thing on the table; it lies there next time too."""
        self.thing_choice.set_current(thing)
        self._desk.settings.set("table", thing.value)
        self._page, self.view.zoom = 0, 0
        self._on_chosen()

    def use_hand(self, name: str) -> None:
        """Take that hand from now on."""
        self.options.use_hand(name)

    def _on_chosen(self) -> None:
        self.making.forget()
        self._show_choices()
        self.resized.emit()
        self._make()

    def _on_panel(self, panel: str) -> None:
        self._panel = Panel(panel)
        self._on_chosen()

    def _on_page(self, by: int) -> None:
        self._page = max(0, self._page + by)
        self._make()

    def _show_choices(self) -> None:
        """Show the choices for what lies on the table."""
        thing, stock = self.thing, self.stock
        known = card_table.panels(stock) if thing is Thing.CARD and stock is not None else ()
        if known and self._panel not in known:
            self._panel = known[0]
        self.options.show_thing(thing, self._panel)
        self.foot.show_panels(known, self._panel)
        met = self._case.person(self._letter.person) if self._case and self._letter else None
        self.address.setVisible(thing is Thing.ENVELOPES and met is not None)
        if met is not None:
            self.address.show_person(met)
        self.updateGeometry()

    # Showing

    def hold(self, choice: Segments) -> None:
        """Take the choice of what lies on the table in above everything else."""
        self._column.insertWidget(0, choice)

    def show_letter(self, letter: Letter | None, case: Case | None) -> None:
        """Have the worker make that letter's card; None leaves the table empty."""
        if letter is None or (self.last is not None and self.last.letter.person != letter.person):
            self.making.forget()
        self._letter, self._case = letter, case
        if letter is None:
            self.view.clear()
        self._show_choices()
        self._make()

    def table(self) -> Table | None:
        """What lies on the table, with the address as it is being typed."""
        setup = self.options.setup()
        if self._letter is None or self._case is None or setup is None:
            return None
        typed = self.address.person() if self.thing is Thing.ENVELOPES else None
        people = tuple(typed if typed and each.id == typed.id else each for each in self._case.people)
        me = replace(self._desk.me(), country=self._desk.country())
        return Table(self.thing, setup, self._letter, replace(self._case, people=people), me)

    def size_words(self) -> str:
        """How large it is, and that of its letters or what to stick on, for the status line."""
        if self.last is None:
            return ""
        scale = self.view.scale()
        size = self.tr("True size") if scale == TRUE_SIZE else self.tr("{0} % of the true size").format(scale)
        parts = [self.tr("{0}, {1} × {2} mm").format(size, *map(_mm, self.last.size))]
        thing = self.last.table.thing
        if thing is Thing.CARD:
            parts.append(self.tr("letter height {0} mm").format(f"{self.last.x_height:.1f}"))
        elif self.last.remarks:
            parts.append(said(self.last.remarks[-1], self._desk.today()))
        return "  ·  ".join(parts)

    def best_width(self, height: int) -> int:
        """How wide the table wants to be at that height of this side."""
        wide = self.view.best_width(height - 2 * look.px(FOOT))
        return wide if self.thing is Thing.CARD else min(wide, look.px(WIDEST_SHEET))

    def _make(self) -> None:
        table = self.table()
        self.making.cancel()
        if table is None:
            return
        if table.thing is Thing.CARD:
            self._take_size(table.setup.stock.panel)
        panel = self._panel if self._panel in card_table.panels(table.setup.stock) else message_panel(table.setup.stock)
        self.making.ask(table, panel, self._page, self.view.render_dpi())

    def _take_size(self, size: tuple[float, float]) -> bool:
        """True where the thing is of another size than what lay there."""
        if not self.view.set_size(size):
            return False
        self.resized.emit()
        return True

    def _on_made(self, made: Made) -> None:
        self._page = made.page
        if self._take_size(made.size):
            self._make()  # the picture was made for another scale
        self.view.show_picture(made.picture, self._words(made))
        self.foot.show_pages(made.page, made.pages)
        self.foot.show_scale(self.view.scale(), self.view.fitting(self._area.viewport().size()))
        self.made.emit(made)
        self.options.hand_choice.look_around()

    def _words(self, made: Made) -> str:
        words = {
            Thing.CARD: self.tr("The card to {0}"),
            Thing.BY_HAND: self.tr("The guide sheet for the card to {0}"),
            Thing.ENVELOPES: self.tr("The envelope to {0}"),
            Thing.KIT: self.tr("The kit for {1}"),
        }[made.table.thing]
        return words.format(made.letter.name, made.letter.company)

    # Size

    def true_size(self) -> None:
        """True size, or as large as there is room where it is that already."""
        self.view.set_zoom(0 if self.view.scale() == TRUE_SIZE else TRUE_SIZE)

    def _measure(self) -> None:
        screen = self.screen()
        form = RulerForm(self._desk, screen, self.window())
        form.measured.connect(self.view.measured)
        form.exec()

    def hasHeightForWidth(self) -> bool:
        """False: what lies on the table takes the height that is left, however the choices wrap."""
        return False

    def minimumSizeHint(self) -> QSize:
        """All choices, and a look at what lies on the table; it scrolls inside."""
        parts = [part for part in (self.thing_choice, self.options, self.address, self.foot) if part.parent() is self]
        shown = [part for part in parts if not part.isHidden()]
        high = sum(max(part.heightForWidth(self.width()), part.minimumSizeHint().height()) for part in shown)
        least = LEAST_TABLE_NARROW if self._is_narrow else LEAST_TABLE
        return QSize(look.px(200), high + len(shown) * self._column.spacing() + look.px(least))

    def set_narrow(self, *, narrow: bool) -> None:
        """Alone on the page, the table is high enough to read: the page scrolls."""
        if narrow != self._is_narrow:
            self._is_narrow = narrow
            self.updateGeometry()


def _mm(length: float) -> str:
    return f"{length:.1f}".removesuffix(".0")
