"""The settings: a change counts at once everywhere, is taken back by Ctrl+Z, and is found by name and by keyboard."""

import ast
import json
from datetime import time

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QFont, QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QFileDialog, QLineEdit, QPlainTextEdit, QWidget

from followup_desktop import cli, shipped
from followup_desktop.core import rules_kept
from followup_desktop.core.etiquette import DEFAULTS, Rules
from followup_desktop.desk.reminders import quiet_hours
from followup_desktop.ui import look
from followup_desktop.ui.interview_page import InterviewPage
from followup_desktop.ui.parts.switch import Switch
from followup_desktop.ui.settings_page import SettingsPage
from followup_desktop.ui.settings_rules import ASKING, THANKING
from followup_desktop.ui.weeks import weeks
from followup_desktop.ui.window import Window

pytestmark = pytest.mark.slow

KEYS = ("you", "asking", "thanking", "cards", "reminders", "calendar", "look", "keys", "places", "backups", "trash")


@pytest.fixture
def window(qtbot, qapp, told):
    look.apply(qapp, "light")
    made = Window(told, shipped.writer, shipped.stocks)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    yield made
    told.background.close()
    look.apply(qapp, "light")


@pytest.fixture
def page(window):
    window.actions_by_name["settings"].trigger()
    assert isinstance(window.page, SettingsPage)
    return window.page


def section(page, key):
    page.show_section(key)
    return page.section(key)


def seen(page):
    return [key for key in KEYS if page.section(key).isVisible()]


def listed(folder, capsys, *words):
    assert cli.run(cli.parse(["--data", str(folder), "--now", "2026-11-23T12:41", *words, "--json"])) == 0
    return json.loads(capsys.readouterr().out)


def company(window, name):
    return next(case for case in window.desk.cases() if case.interview.company == name).interview.id


# The rules


def test_every_number_of_the_rules_can_be_set(page):
    shown = {each.field for each in (*ASKING, *THANKING)}
    assert shown == set(Rules.__dataclass_fields__)
    for key in ("asking", "thanking"):
        for name, row in section(page, key).fields.items():
            assert row.field.accessibleName()
            assert "Advised" in row.hint.text()
            assert not row.back.isVisible()
            if isinstance(row.field, Switch):
                assert row.field.isChecked() is getattr(DEFAULTS, name)


def test_a_changed_number_counts_in_the_window_and_in_the_verbs(window, page, capsys):
    acme, folder = company(window, "Acme"), window.desk.folder
    best = [entry for entry in listed(folder, capsys, "agenda") if (entry["interview"], entry["kind"]) == (acme, "best")]
    assert [entry["date"] for entry in best] == ["2026-12-07"]
    section(page, "asking").fields["best_after_promise"].field.stepUp()
    window.open_interview(acme)
    assert isinstance(window.page, InterviewPage)
    assert "best Tue 8 Dec" in window.page._why.text()
    best = [entry for entry in listed(folder, capsys, "agenda") if (entry["interview"], entry["kind"]) == (acme, "best")]
    assert [entry["date"] for entry in best] == ["2026-12-08"]
    assert next(each for each in listed(folder, capsys, "list") if each["id"] == acme)["best"] == "2026-12-08"


def test_the_floor_moves_with_its_number_everywhere(window, page, capsys):
    acme = company(window, "Acme")
    window.desk.do(promise_taken_back(window.desk, acme))
    days = window.main.calendar._days
    floors = {}
    for number in (5, 6):
        section(page, "asking").fields["floor_without"].changed.emit("floor_without", number)
        quiet = days.quiet_between(*two_weeks())
        floors[number] = (
            max(day for day, names in quiet.items() if "Acme" in names),
            next(each for each in listed(window.desk.folder, capsys, "list") if each["id"] == acme)["floor"],
        )
    assert [str(floors[number][0]) for number in (5, 6)] == ["2026-11-29", "2026-11-30"]
    assert [floors[number][1] for number in (5, 6)] == ["2026-11-30", "2026-12-01"]


def promise_taken_back(desk, interview):
    from followup_desktop.core.records import Change  # noqa: PLC0415
    from followup_desktop.core.words import Words  # noqa: PLC0415

    return Change(Words("Forget"), tuple((each, None) for each in desk.case(interview).promises))


def two_weeks():
    from datetime import date  # noqa: PLC0415

    return date(2026, 11, 23), date(2026, 12, 6)


ASKED = {"entries", "all_entries", "next_step", "case_step", "person_step", "quiet", "stays", "reminders"}
ASKED |= {"wait", "too_soon", "nagging", "thank_you", "after_no", "silent_since", "also_email", "kinds_for"}


def test_whoever_asks_by_the_rules_hands_over_the_users(request):
    package = request.config.rootpath / "followup_desktop"
    files = [*package.glob("ui/**/*.py"), *package.glob("desk/*.py"), *package.glob("verbs/*.py"), package / "as_json.py"]
    without = []
    for file in files:
        text = file.read_text("utf-8")
        for call in (each for each in ast.walk(ast.parse(text)) if isinstance(each, ast.Call)):
            name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
            room = getattr(getattr(call.func, "value", None), "id", "")
            asks = name in ASKED and (isinstance(call.func, ast.Name) or room in {"agenda", "etiquette", "messages"})
            words = (ast.get_source_segment(text, call) or "") if asks else "rules"
            if "rules" not in words and "_goes_by" not in words:
                without.append(f"{file.name}:{call.lineno}: {words}")
    assert without == []


def test_the_effect_shows_the_days_and_the_advice_comes_back(page, window):
    fields = section(page, "asking").fields
    days = [each.accessibleName() for each in page.effect._shown]
    assert "Acme: Mon 7 Dec" in days
    fields["best_after_promise"].field.stepUp()
    assert "Acme: Tue 8 Dec" in [each.accessibleName() for each in page.effect._shown]
    assert fields["best_after_promise"].back.isVisible()
    page.effect.back.click()
    assert window.desk.rules() == DEFAULTS
    assert [each.accessibleName() for each in page.effect._shown] == days
    assert rules_kept.SETTING not in window.desk.settings._values


def test_one_number_goes_back_to_the_advice_alone(page, window):
    fields = section(page, "asking").fields
    fields["between_touches"].field.stepUp()
    fields["most_touches"].field.stepUp()
    fields["most_touches"].back.click()
    assert window.desk.rules() == rules_kept.changed(DEFAULTS, "between_touches", 6)


def test_the_best_day_moves_along_with_the_first_one(page):
    fields = section(page, "asking").fields
    fields["floor_without"].changed.emit("floor_without", 9)
    assert fields["best_without"].field.value() == 9


def test_the_meter_counts_to_the_users_most(page, window):
    section(page, "asking").fields["most_touches"].field.stepUp()
    window.open_interview(company(window, "Initech"))
    assert window.page.meter.accessibleName().endswith("of 3 times")


# Taking back


def test_undo_and_redo_go_through_settings_and_who_writes_in_one_order(page, window):
    you = section(page, "you")
    before = window.desk.me()
    you.name_field.setText("Robin A.")
    you.name_field.tell()
    section(page, "asking").fields["floor_without"].field.stepUp()
    assert (window.desk.me().name, window.desk.rules().floor_without) == ("Robin A.", 6)
    window.undo()
    assert (window.desk.me().name, window.desk.rules().floor_without) == ("Robin A.", 5)
    window.undo()
    assert window.desk.me() == before
    window.redo()
    window.redo()
    assert (window.desk.me().name, window.desk.rules().floor_without) == ("Robin A.", 6)
    assert you.name_field.text() == "Robin A."


def test_undo_on_another_page_leaves_settings_alone(page, window):
    section(page, "asking").fields["floor_without"].field.stepUp()
    window.go_back()
    window.undo()
    assert window.desk.rules().floor_without == 6


# The sections


def test_who_writes_is_changed_as_it_is_left(page, window):
    you = section(page, "you")
    you.emails.setText("robin@ashdown.example; r@a.example")
    you.address.setPlainText("1 High St\nLeeds")
    page.finish()
    me = window.desk.me()
    assert (me.emails, me.address) == (("robin@ashdown.example", "r@a.example"), "1 High St\nLeeds")


def test_an_address_that_is_none_is_said_and_not_kept(page, window):
    you = section(page, "you")
    before = window.desk.me()
    you.emails.setText("robin at ashdown")
    you.emails.tell()
    assert window.desk.me() == before
    assert "no e-mail address yet" in you._emails.hint.text()


def test_country_and_language_decide_holidays_and_how_dates_are_read(page, window):
    you = section(page, "you")
    assert you._locale.hint.text() == "“12/3” is read as 12 Mar."
    you.locale_choice.put("en_US")
    you.locale_choice.picked.emit("en_US")
    assert you._locale.hint.text() == "“12/3” is read as 3 Dec."
    you.country.picked.emit("US")
    assert window.desk.workdays().country == "US"


def test_reminders_and_quiet_hours(page, window):
    told, settings = section(page, "reminders"), window.desk.settings
    told.on.click()
    assert settings.get("reminders", True) is False
    assert not told.first.isEnabled()
    told.on.click()
    told.first.setTime(told.first.time().addSecs(3600))
    assert quiet_hours(settings).first == time(22)


def test_initials_instead_of_names_belong_to_the_look_and_are_found_by_privacy(page, window):
    told = section(page, "look")
    told.private.click()
    assert window.actions_by_name["private"].isChecked()
    assert window.desk.settings.get("private", False) is True
    page.search.setText("hide names")
    assert told.isVisible()
    assert next(row.words() for row in told.rows() if row.isVisible()).startswith("show initials instead of names")


def test_start_at_login_is_the_file_in_the_autostart_folder(page, home):
    told = section(page, "reminders")
    told.login.click()
    (file,) = (home / "xdg_config_home" / "autostart").iterdir()
    assert "--in-background" in file.read_text()
    assert told.login.isChecked()
    page.act("undo")
    assert not file.exists()
    assert not told.login.isChecked()


def test_weeks_begin_where_the_user_says(page, window):
    told = section(page, "calendar")
    told.first.picked.emit(6)
    told.numbers.click()
    assert weeks(window.desk).first == 6
    assert weeks(window.desk).numbers is False
    assert window.main.calendar._days.weeks == weeks(window.desk)


def test_light_and_dark_hold_at_once(page, window):
    told = section(page, "look")
    told.scheme.cell("dark").click()
    assert look.is_dark()
    assert window.actions_by_name["dark"].isChecked()
    page.act("undo")
    assert not look.is_dark()


def test_cards_hand_and_printer(page, window):
    told = section(page, "cards")
    assert told.stock.itemText(0).startswith("Usual: A6")
    told.stock.picked.emit("5x7")
    told.hand.use("Kalam")
    assert window.desk.settings.get("stock", "") == "5x7"
    assert window.desk.settings.get("hand", "") == "Kalam"
    page.act("undo")
    assert window.desk.settings.get("hand", "Caveat") == "Caveat"
    assert told.hand.hand() == "Caveat"


def test_the_calendar_file_is_kept_in_the_folder_that_is_chosen(page, window, tmp_path, monkeypatch):
    told = section(page, "places")
    assert str(window.desk.folder) in told._folder.hint.text()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    told.choose_button.click()
    assert window.desk.settings.get("calendar file", "") == str(tmp_path / "Follow-Up Desktop.ics")
    assert told.stop_button.isVisible()
    told.stop_button.click()
    assert window.desk.settings.get("calendar file", "") == ""


def test_a_settings_file_that_cannot_be_written_is_said(page, window, monkeypatch):
    from followup_desktop.core.problems import Problem  # noqa: PLC0415
    from followup_desktop.core.words import Words  # noqa: PLC0415
    from followup_desktop.store import settings  # noqa: PLC0415

    def refuse(*_):
        raise Problem(Words("The disk is full."))

    monkeypatch.setattr(settings, "atomic_write", refuse)
    section(page, "asking").fields["floor_without"].field.stepUp()
    assert any("could not be written" in bar.accessibleName() for bar in window.bars.bars())
    assert window.desk.rules().floor_without == 6


# Finding, keyboard, sizes


def test_settings_are_found_by_their_words(page, qtbot):
    page.act("find")
    qtbot.keyClicks(page.search, "night")
    assert seen(page) == ["reminders"]
    assert [row._name for row in section_rows(page, "reminders")] == ["Quiet hours"]
    page.search.setText("zzz")
    assert page._nothing.text() == "No setting with “zzz”."
    qtbot.keyClick(page.search, Qt.Key.Key_Escape)
    assert seen(page) == [page._key]


def test_words_are_found_by_how_they_begin(page):
    page.search.setText("log in")
    found = {row._name for key in seen(page) for row in section_rows(page, key)}
    assert "Printer" not in found
    assert any("log in" in name.lower() for name in found)


def section_rows(page, key):
    return [row for row in page.section(key).rows() if row.isVisible()]


def test_arrows_go_through_the_sections(page, qtbot):
    page.list.setFocus()
    found = []
    for _ in KEYS:
        found += seen(page)
        qtbot.keyClick(page.list, Qt.Key.Key_Down)
    assert tuple(found) == KEYS


def test_every_control_has_a_name(page):
    for key in KEYS:
        for control in section(page, key).findChildren(QWidget):
            if control.focusPolicy() & Qt.FocusPolicy.TabFocus and control.isVisible():
                inside = isinstance(control.parentWidget(), QAbstractSpinBox | QComboBox)
                named = control.accessibleName() or (hasattr(control, "text") and control.text())
                assert inside or named, (key, control)


def test_the_wheel_over_a_field_scrolls_the_page(page):
    told = section(page, "asking")
    field = told.fields["floor_without"].field
    page.list.setFocus()
    turn = QWheelEvent(
        QPointF(5, 5),
        QPointF(field.mapToGlobal(QPoint(5, 5))),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(field, turn)
    assert field.value() == 5


@pytest.mark.parametrize(("size", "pixels"), [((560, 400), 13), ((1240, 800), 26), ((900, 600), 13), ((1240, 800), 13)])
def test_nothing_is_clipped_at_any_size(window, qapp, qtbot, size, pixels):
    before = qapp.font()
    font = QFont(before)
    font.setPixelSize(pixels)
    qapp.setFont(font)
    try:
        window.resize(*size)
        window.open_settings("asking")
        page = window.page
        for key in KEYS:
            shown = section(page, key)
            qtbot.wait(50)
            assert shown.width() <= page._area.viewport().width()
            for row in shown.rows():
                assert row.height() >= row.heightForWidth(row.width()), (key, row._name)
                for control in row.findChildren(QWidget):
                    if control.isVisible() and isinstance(
                        control, QAbstractSpinBox | QComboBox | Switch | QLineEdit | QPlainTextEdit
                    ):
                        if isinstance(control.parentWidget(), QAbstractSpinBox | QComboBox):
                            continue
                        assert row.rect().contains(control.rect().translated(control.mapTo(row, QPoint()))), (key, control)
    finally:
        qapp.setFont(before)
