"""A card out of the drawer is measured in the studio, offered from then on, changed and removed; a broken list says so."""

from datetime import datetime

import pytest
from PySide6.QtCore import QLocale, QTimer
from PySide6.QtWidgets import QApplication

from followup_desktop import shipped
from followup_desktop.core.records import Interview, Person, Stock, added
from followup_desktop.core.words import Words
from followup_desktop.ui import kit_saving, look
from followup_desktop.ui.card_options import CHANGE, MEASURE, CardOptions
from followup_desktop.ui.card_stock_form import INCHES, MM, StockForm
from followup_desktop.ui.stocks import Stocks

BRITISH, AMERICAN = QLocale("en_GB"), QLocale("en_US")


@pytest.fixture
def options(qtbot, qapp, desk):
    look.apply(qapp, "light")
    desk.locale = "en_GB"
    made = CardOptions(desk, shipped.stocks)
    qtbot.addWidget(made)
    yield made
    desk.background.close()


def press(options, data):
    choice = options.stock_choice
    choice.setCurrentIndex(choice.findData(data))
    choice.activated.emit(choice.currentIndex())


def answering(answer):
    """Have the dialog that opens next answered by `answer`."""

    def now():
        form = QApplication.activeModalWidget()
        assert isinstance(form, StockForm)
        answer(form)
        if form.isVisible():
            form.reject()

    QTimer.singleShot(0, now)


def offered(options):
    return [options.stock_choice.itemText(at) for at in range(options.stock_choice.count())]


def test_a_card_is_measured_offered_changed_and_removed(options, desk):
    options.fill()
    usual = options.setup().stock

    def measure(form):
        form.name.setText("Linen")
        form.width_field.setValue(110)
        form.height_field.setValue(150)
        form.accept()

    answering(measure)
    press(options, MEASURE)
    mine = options.setup().stock
    assert (mine.name, mine.panel, mine.fold) == ("Linen", (110, 150), "half")
    assert "Linen" in (desk.folder / "stock.toml").read_text()
    assert offered(options)[-2:] == ["Measure your card…", "Change or remove “Linen”…"]
    again = CardOptions(desk, shipped.stocks)
    again.fill()
    assert again.setup().stock == mine
    again.deleteLater()

    def change(form):
        assert form.width_field.value() == 110
        form.fold.set_current("flat")
        form.accept()

    answering(change)
    press(options, CHANGE)
    assert (options.setup().stock.name, options.setup().stock.fold) == ("Linen", "flat")

    answering(lambda form: form._remove())
    press(options, CHANGE)
    assert options.setup().stock == usual
    assert offered(options)[-1] == "Measure your card…"
    assert not (desk.folder / "stock.toml").exists()


def test_leaving_the_dialog_changes_nothing(options):
    options.fill()
    usual = options.setup().stock
    answering(lambda _form: None)
    press(options, MEASURE)
    assert options.setup().stock == usual


def test_a_card_that_cannot_be_one_is_said_in_the_dialog(options, desk, qtbot):
    form = StockForm(BRITISH, Stocks(desk, shipped.stocks))
    qtbot.addWidget(form)
    form.accept()
    assert "name" in form.hint.text()
    form.name.setText("Tiny")
    form.width_field.setValue(10)
    form.accept()
    assert "between 50 and 500 mm" in form.hint.text()
    assert form.kept is None


def test_lengths_are_asked_for_as_the_country_measures(desk, qtbot):
    for locale, unit, width in ((BRITISH, MM, 105.0), (AMERICAN, INCHES, 5.0)):
        form = StockForm(locale, Stocks(desk, shipped.stocks))
        qtbot.addWidget(form)
        assert form.unit.current() == unit
        assert form.width_field.value() == width
    form.unit.cell(MM).click()
    assert (form.width_field.value(), form.height_field.value()) == (127.0, 177.8)
    form.name.setText("Invitation")
    form.accept()
    assert form.kept.panel == (127.0, 177.8)


def test_a_friend_s_list_joins_and_a_broken_one_is_said_once_and_stops_nothing(options, desk):
    told = []
    options.problem.connect(told.append)
    file = desk.folder / "stock.toml"
    file.write_text("[[stock]\nbroken")
    for _ in range(3):
        options.fill()
    assert [str(each.what).partition(":")[0] for each in told] == ["The list of card sizes cannot be read"]
    assert options.setup().stock in shipped.stocks()
    friend = '[[stock]]\nid="linen"\nname="Linen"\nsheet=[200,140]\npanel=[100,140]\nfold="half"\nmedia=""\n'
    file.write_text(friend + '[[stock]]\nid="bad"\n')
    options.fill()
    assert "Card size 2 is not complete" in str(told[-1].what)
    assert "Linen" in offered(options)
    answering(lambda form: (form.name.setText("Mine"), form.accept()))
    press(options, MEASURE)
    assert 'id="bad"' in (desk.folder / "stock-before.toml").read_text()
    assert {"Linen", "Mine"} <= set(offered(options))


def test_the_kit_is_made_for_the_card_that_was_measured(desk):
    mine = Stocks(desk, shipped.stocks).add(Stock("own-linen", "Linen", (200.0, 140.0), (100.0, 140.0), "half"))
    start = datetime(2026, 11, 23, 10)  # noqa: DTZ001  (local wall time is kept)
    ann = Person(id="p", name="Ann Lee")
    desk.do(
        added(
            Words("Add"),
            ann,
            Interview(id="i", company="Acme", role="Engineer", start=start, zone="Europe/London", people=("p",)),
        )
    )
    stocks = Stocks(desk, shipped.stocks)()
    assert mine in stocks
    assert kit_saving.kit_pdf(desk.case("i"), desk.me(), stocks, mine.id) != kit_saving.kit_pdf(
        desk.case("i"), desk.me(), stocks, ""
    )
