"""The parts that pages are made of: nothing is cut at double size, everything has a name, the keys work."""

from datetime import date, datetime, time

import pytest
from PySide6.QtCore import QLocale, QPoint, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QFocusFrame, QLineEdit, QPushButton, QSpinBox, QVBoxLayout, QWidget

from followup_desktop.core.records import CardState
from followup_desktop.core.words import Words
from followup_desktop.ui import language, look
from followup_desktop.ui.look import font, px
from followup_desktop.ui.parts import measures
from followup_desktop.ui.parts.avatar import Avatar, initials
from followup_desktop.ui.parts.bar import LEAVE_OUT, Bar, BarStack
from followup_desktop.ui.parts.button import button, icon_button
from followup_desktop.ui.parts.chip import Chip
from followup_desktop.ui.parts.day_field import DayField
from followup_desktop.ui.parts.door import Door
from followup_desktop.ui.parts.focus import take_focus
from followup_desktop.ui.parts.hand_line import HandLine, hand_font
from followup_desktop.ui.parts.key_caps import KeyCaps
from followup_desktop.ui.parts.label import ElidedLabel, label, tooltip
from followup_desktop.ui.parts.motion import allow
from followup_desktop.ui.parts.nag_meter import NagMeter
from followup_desktop.ui.parts.next_strip import NextStrip
from followup_desktop.ui.parts.promise_line import PromiseLine, slots
from followup_desktop.ui.parts.rings import CardRing, PersonRing, arcs, paint_ring, ring_words
from followup_desktop.ui.parts.segments import Segments
from followup_desktop.ui.parts.status_line import StatusLine
from followup_desktop.ui.parts.switch import Switch

POSTED, TO_WRITE, DRAFTED, PRINTED = CardState.POSTED, CardState.TO_WRITE, CardState.DRAFTED, CardState.PRINTED
ANSWERS = [("me", "I did"), ("them", "Tomáš did"), (LEAVE_OUT, "Leave it out")]


@pytest.fixture(params=[13, 26], ids=["13px", "26px"], autouse=True)
def dressed(qapp, request):
    """Every test runs at the design's font and at double size."""
    before = QApplication.font()
    sized = QFont(before)
    sized.setPixelSize(request.param)
    qapp.setFont(sized)
    look.apply(qapp, "light")
    allow(qapp, wanted=False)
    yield qapp
    allow(qapp, wanted=True)
    qapp.setFont(before)


@pytest.fixture
def shown(qtbot):
    """Shows parts in a window of that width in em, as a page would; gives the window."""

    kept = []

    def show(*parts, em=92):
        window = QWidget()
        kept.append(window)
        qtbot.addWidget(window)
        column = QVBoxLayout(window)
        for part in parts:
            column.addWidget(part)
        column.addStretch()
        window.resize(em * look.font_px(), 60 * look.font_px())
        window.show()
        window.activateWindow()
        QApplication.processEvents()
        return window

    return show


def advance(words, name="body", weight=None):
    return QFontMetrics(font(name, weight)).horizontalAdvance(words)


# --- the strip -----------------------------------------------------------------------------------------------------------


def strip():
    made = NextStrip()
    made.set("Write 2 cards for Acme.", "Tomáš Řehák and Ngozi Okafor are still waiting.", "Write cards", "card")
    return made


def test_the_strip_says_the_whole_sentence_to_screen_readers(shown):
    made = strip()
    shown(made, em=46)
    assert made.accessibleName() == "Next: Write 2 cards for Acme. Tomáš Řehák and Ngozi Okafor are still waiting."
    assert "Ngozi Okafor" in made.button.accessibleDescription()


def test_the_strips_button_is_the_act_and_later_offers_four_ways(shown, qtbot):
    made = strip()
    shown(made)
    with qtbot.waitSignal(made.pressed):
        made.button.click()
    actions = made.later_menu.actions()
    assert [action.text() for action in actions] == ["In an hour", "This evening", "Tomorrow morning", "Leave it"]
    with qtbot.waitSignal(made.later) as put_off:
        actions[2].trigger()
    assert put_off.args == ["tomorrow"]


def test_a_strip_with_nothing_to_do_stays_and_has_no_button(shown):
    made = NextStrip()
    made.set("Nothing to do today.", "Next: Hallbrück AG on Wed 2 Dec.")
    shown(made)
    assert made.isVisible()
    assert not [child for child in made.findChildren(QPushButton) if child.isVisible()]


def test_the_strip_takes_two_lines_where_it_is_narrow(shown):
    wide, narrow = strip(), strip()
    shown(wide, em=92)
    shown(narrow, em=46)
    assert not wide.is_narrow()
    assert narrow.is_narrow()
    assert narrow.height() >= 2 * QFontMetrics(font("body")).height()
    assert wide.height() == measures.tall(measures.STRIP, font("body"))


@pytest.mark.parametrize("em", [46, 62, 92])
def test_nothing_in_the_strip_overlaps(shown, em):
    made = strip()
    shown(made, em=em)
    places = [
        child.geometry()
        for child in made.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        if child.isVisible()
    ]
    for number, place in enumerate(places):
        assert made.rect().contains(place)
        assert not any(place.intersects(other) for other in places[number + 1 :])


# --- bars ----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("key", "answer"), [(Qt.Key.Key_1, "me"), (Qt.Key.Key_2, "them"), (Qt.Key.Key_0, LEAVE_OUT)])
def test_a_question_is_answered_by_its_keys_while_typing(shown, qtbot, key, answer):
    asked = Bar("question", "Who loved it, you or Tomáš?", answers=ANSWERS)
    box = QLineEdit()
    window = shown(box, asked)
    box.setFocus()
    told = []
    asked.chosen.connect(told.append)
    with qtbot.waitSignal(asked.closed):
        QTest.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
    assert told == [answer]
    assert asked.isHidden()


def test_an_answer_counts_once(shown):
    asked = Bar("question", "Who loved it?", answers=ANSWERS)
    shown(asked)
    told = []
    asked.chosen.connect(told.append)
    asked.answers["me"].click()
    asked.answers["them"].click()
    assert told == ["me"]


def test_an_undo_bar_leaves_by_itself_but_not_under_the_keyboard(shown, qtbot, monkeypatch):
    monkeypatch.setattr(measures, "UNDO_STAYS_MS", 30)
    bar = Bar("undo", "Hallbrück AG moved to Thu 3 Dec.", answers=[("undo", "Undo")])
    other = QLineEdit()
    shown(bar, other)
    bar.answers["undo"].setFocus()
    qtbot.wait(120)
    assert bar.isVisible()
    other.setFocus()
    qtbot.waitUntil(bar.isHidden, timeout=3000)


def test_an_error_stays_until_it_is_dismissed(shown, qtbot, monkeypatch):
    monkeypatch.setattr(measures, "UNDO_STAYS_MS", 10)
    bar = Bar("error", "The disk is full.", "Your words are safe.", [("again", "Try again")])
    shown(bar)
    qtbot.wait(60)
    assert bar.isVisible()
    with qtbot.waitSignal(bar.closed):
        bar.close_button.click()


@pytest.mark.parametrize("em", [92, 46, 26])
def test_a_bar_grows_with_its_words_and_cuts_none(shown, em):
    bar = Bar(
        "error",
        "Caveat has no “ễ”,",
        "so Nguyễn Thị Hồng would not print right. Indie Flower has it.",
        [("a", "Use Indie Flower"), ("b", "Other hands")],
    )
    shown(bar, em=em)
    assert bar.height() == bar.heightForWidth(bar.width()) >= px(measures.BAR)
    children = [child for child in bar.findChildren(QWidget) if child.isVisible()]
    assert len(children) == 4
    for number, child in enumerate(children):
        assert bar.rect().contains(child.geometry())
        assert not any(child.geometry().intersects(other.geometry()) for other in children[number + 1 :])
    words = bar.findChild(QWidget, "words")
    assert words.toolTip() == ""


def test_the_newest_bar_is_shown_and_says_how_many_wait(shown):
    stack = BarStack()
    shown(stack)
    first, second = Bar("error", "The disk is full."), Bar("error", "The printer did not answer.")
    stack.put(first)
    stack.put(second)
    assert first.isHidden()
    assert "and 1 more" in second.findChild(QWidget, "words").text()
    second.leave()
    assert first.isVisible()
    assert "more" not in first.findChild(QWidget, "words").text()
    first.leave()
    assert stack.isHidden()


def test_only_the_last_change_can_be_taken_back_from_the_bar(shown):
    stack = BarStack()
    shown(stack)
    for words in ("Moved.", "Removed."):
        stack.put(Bar("undo", words, answers=[("undo", "Undo")]))
    assert len(stack.bars()) == 1


# --- small parts ---------------------------------------------------------------------------------------------------------


def test_buttons_and_chips_hold_their_words():
    for role in ("", "primary", "flat", "link"):
        made = button("Write cards", "card", role)
        assert made.sizeHint().width() >= advance("Write cards", weight=QFont.Weight.DemiBold if role == "primary" else 500) + px(
            16
        )
        assert made.sizeHint().height() >= QFontMetrics(font("body")).height() + px(12)
    keyed = button("I did", small=True, key="Ctrl+1")
    assert keyed.sizeHint().width() >= advance("I did", "caption", 500) + advance("Ctrl+1", "small")
    assert Chip("Quiet until Mon 7 Dec", "quiet").sizeHint().width() >= advance("Quiet until Mon 7 Dec", "caption", 500) + px(14)


def test_fields_hold_their_words():
    combo = QComboBox()
    combo.addItems(["Warm", "United Kingdom, England"])
    assert combo.sizeHint().width() >= advance("United Kingdom, England") + px(34)
    spin = QSpinBox()
    spin.setSuffix(" days")
    spin.setRange(0, 99)
    assert spin.sizeHint().width() >= advance("99 days") + 2 * px(26)
    assert QLineEdit().sizeHint().height() >= px(32)


def test_an_icon_without_words_has_a_name_and_a_tooltip():
    made = icon_button("sort", "Sort", "Ctrl+Shift+S")
    assert made.accessibleName() == "Sort"
    assert made.toolTip() == "Sort  Ctrl+Shift+S"
    assert made.sizeHint().width() == made.sizeHint().height() >= px(28)


def test_words_of_users_are_never_read_as_markup(shown):
    nasty = "<img src='/etc/passwd'>"
    assert "<img" not in tooltip(nasty)
    assert tooltip("Tomáš & Hong") == "Tomáš & Hong"
    for made in (label(nasty), ElidedLabel(nasty), Chip(nasty)):
        assert made.textFormat() == Qt.TextFormat.PlainText
    short = ElidedLabel(nasty * 3)
    short.setMaximumWidth(px(60))
    shown(short)
    assert "<img" not in short.toolTip()
    assert short.toolTip()


def test_a_label_without_room_is_cut_and_keeps_the_whole_in_its_tooltip(shown):
    made = ElidedLabel("Site reliability engineer", "caption", "text2")
    made.setMaximumWidth(px(60))
    shown(made)
    assert made.elided().endswith("…")
    assert made.toolTip() == "Site reliability engineer"
    made.setMaximumWidth(px(600))
    QApplication.processEvents()
    assert made.elided() == "Site reliability engineer"
    assert made.toolTip() == ""


@pytest.mark.parametrize("kind", ["caption", "body", "title"])
def test_a_paragraph_holds_all_its_lines(shown, kind):
    words = "Interviewers compare notes, so each card says something of its own.\nAdd one that is coming up."
    made, one = label(words, kind, wrap=True), label("One line.", kind, wrap=True)
    shown(made, one, em=20)
    assert made.height() >= made.heightForWidth(made.width()) > 3 * QFontMetrics(made.font()).height()
    assert one.heightForWidth(one.width()) == QFontMetrics(one.font()).height()
    assert made.minimumSizeHint().width() < made.width() < made.sizeHint().width() + px(400)


def test_segments_choose_one_and_follow_the_arrow_keys(shown, qtbot):
    made = Segments((("month", "Month"), ("week", "Week"), ("agenda", "Agenda")), "View")
    made.set_current("month")
    shown(made)
    told = []
    made.chosen.connect(told.append)
    made.cell("month").setFocus()
    QTest.keyClick(made.cell("month"), Qt.Key.Key_Right)
    assert (made.current(), told) == ("week", ["week"])
    QTest.keyClick(made.cell("week"), Qt.Key.Key_End)
    QTest.mouseClick(made.cell("agenda"), Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    assert told == ["week", "agenda"]
    made.set_current(None)
    assert made.current() is None
    made.set_current("week")
    assert told == ["week", "agenda"]
    assert made.cell("week").accessibleName() or made.cell("week").text() == "Week"


def test_segments_do_not_move_when_another_is_chosen(shown):
    made = Segments((("y", "Yes"), ("n", "No")))
    before = made.sizeHint()
    made.set_current("n")
    assert made.sizeHint() == before


def test_a_switch_is_a_check_box_with_a_name(shown):
    made = Switch("Wait twice as long over the holidays")
    shown(made)
    QTest.mouseClick(made, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert made.isChecked()
    QTest.keyClick(made, Qt.Key.Key_Space)
    assert not made.isChecked()
    assert made.accessibleName()


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Hong Nguyen", "HN"),
        ("Tomáš Řehák", "TŘ"),
        ("Dr Ngozi Okafor", "NO"),
        ("Jean-Luc van der Berg", "JB"),
        ("李小龍", "李"),
        ("Nguyễn Thị Hồng", "NH"),
        ("Toma\u0301s\u030c R\u030ceha\u0301k", "TŘ"),
        ("Ελένη", "Ε"),
        ("เอกชัย", "อ"),
        ("محمد علي", "م"),
        ("o’neil", "O"),
        ("  ", ""),
        ("(Bob)", "B"),
    ],
)
def test_initials_suit_the_script(name, letters):
    assert initials(name) == letters


@pytest.mark.parametrize("name", ["Wolfgang Wimmer", "李小龍", ""])
def test_initials_stay_in_their_circle(name):
    for small in (False, True):
        avatar = Avatar(name, small=small)
        assert avatar.sizeHint().width() > advance(initials(name), "small", 600)
        assert not avatar.grab().isNull()


def test_key_caps_have_a_cap_for_each_key():
    caps = KeyCaps("Ctrl+Down")
    assert caps.accessibleName() == "Ctrl+Down"
    assert caps.sizeHint().width() >= advance("Ctrl↓", "small") + 2 * px(10)


def test_the_meter_says_how_often_was_asked():
    meter = NagMeter()
    meter.set(1)
    two = meter.sizeHint().width()
    assert meter.accessibleName() == "Asked 1 of 2 times"
    meter.set(3)
    assert meter.sizeHint().width() > two


def test_the_status_line_says_both_sides():
    status = StatusLine()
    status.set_saved("Not saved yet", "unsaved")
    status.set_owed("2 cards owed")
    assert status.accessibleName() == "Not saved yet. 2 cards owed"
    assert status.sizeHint().height() >= px(30)


# --- rings ---------------------------------------------------------------------------------------------------------------


def painted(paint, side=128):
    picture = QImage(side, side, QImage.Format.Format_ARGB32)
    picture.fill(Qt.GlobalColor.white)
    with QPainter(picture) as painter:
        paint(painter, QRect(0, 0, side, side))
    return picture


def count(picture, token):
    wanted = look.tone(token)
    return sum(picture.pixelColor(x, y) == wanted for x in range(picture.width()) for y in range(picture.height()))


@pytest.mark.parametrize("people", range(1, 9))
def test_arcs_go_round_once_without_touching(people):
    places = arcs(people)
    assert len(places) == people
    for (start, span), (following, _) in zip(places, [*places[1:], (360 + places[0][0], 0)], strict=True):
        gap = following - start - span
        assert gap == pytest.approx(0 if people == 1 else 26 if people <= 4 else 18)


@pytest.mark.parametrize("people", [1, 3, 8, 12])
def test_posted_arcs_are_thicker_not_only_another_colour(people):
    posted = painted(lambda painter, rect: paint_ring(painter, rect, (POSTED,) * people, bare=True))
    owed = painted(lambda painter, rect: paint_ring(painter, rect, (TO_WRITE,) * people, bare=True))
    assert count(posted, "ink") > 1.8 * count(owed, "stamp_mark") > 0


def test_a_ring_says_in_words_what_it_shows():
    assert ring_words((POSTED, TO_WRITE, PRINTED)) == "1 of 3 cards posted"
    ring = CardRing()
    ring.set((POSTED, TO_WRITE))
    assert ring.accessibleName() == "1 of 2 cards posted"
    ring.set((), "calendar")
    assert ring.accessibleName() == ""
    assert PersonRing(DRAFTED).accessibleName() == "Card drafted"


def test_a_ring_just_posted_sweeps_once_and_ends_whole(shown, dressed, qtbot):
    allow(dressed, wanted=True)
    ring, still = CardRing(), CardRing()
    ring.set((TO_WRITE, TO_WRITE))
    still.set((POSTED, TO_WRITE))
    shown(ring, still)
    ring.set((POSTED, TO_WRITE))
    qtbot.waitUntil(lambda: ring.grab().toImage() == still.grab().toImage(), timeout=3000)


def test_every_state_of_a_person_looks_different():
    pictures = [PersonRing(state).grab().toImage() for state in CardState]
    assert all(one != other for number, one in enumerate(pictures) for other in pictures[number + 1 :])


# --- the promise line ----------------------------------------------------------------------------------------------------


def test_the_promise_line_names_its_days():
    line = PromiseLine()
    line.set(date(2026, 11, 23), date(2026, 12, 3), date(2026, 12, 4), date(2026, 12, 7))
    assert line.accessibleName() == "Mon 23 Nov: interview; Thu 3 Dec: their date; Fri 4 Dec: not before; Mon 7 Dec: best"


def test_a_long_promise_is_cut_in_its_quiet_part():
    first, floor, last = date(2026, 11, 23), date(2027, 1, 4), date(2027, 1, 5)
    days, cut = slots(first, last, floor, 21)
    assert len(days) <= 21
    assert days[0] == first
    assert days[-1] == last
    assert cut is not None
    assert days[cut] <= floor
    assert (days[cut] - days[cut - 1]).days > 1
    assert slots(first, date(2026, 12, 7), date(2026, 12, 4), 21)[1] is None


@pytest.mark.parametrize("em", [100, 40, 31, 18])
@pytest.mark.parametrize(
    ("theirs", "floor", "best"),
    [
        (date(2026, 12, 3), date(2026, 12, 4), date(2026, 12, 7)),
        (date(2026, 11, 24), date(2026, 11, 25), date(2026, 11, 26)),
        (date(2026, 12, 31), date(2027, 1, 4), date(2027, 1, 5)),
        (None, date(2026, 11, 30), date(2026, 12, 2)),
        (None, date(2026, 11, 24), date(2026, 11, 24)),
        (date(2027, 2, 26), date(2027, 3, 1), date(2027, 3, 3)),
    ],
)
def test_labels_of_the_promise_line_never_touch(shown, em, theirs, floor, best):
    line = PromiseLine()
    line.set(date(2026, 11, 23), theirs, floor, best)
    shown(line, em=em)
    assert line.height() >= line.heightForWidth(line.width())
    if line.in_rows(line.width()):
        return
    places = line.label_places(line.width())
    for number, place in enumerate(places):
        assert place.left() >= 0
        assert place.right() <= line.width()
        assert place.bottom() <= line.height() + 1
        for other in places[number + 1 :]:
            room = px(measures.PROMISE_LABEL_GAP) - 1
            assert not place.adjusted(0, 0, room, 0).intersects(other)


# --- doors and hands -----------------------------------------------------------------------------------------------------


def door():
    return Door(
        "calendar",
        "ink",
        "I have an interview coming up",
        "Add the day and the people. The evening before, print envelopes.",
        "1",
    )


@pytest.mark.parametrize("flat", [False, True])
def test_a_door_holds_all_its_words_and_opens_by_its_digit(shown, qtbot, flat):
    made = door()
    made.set_flat(flat)
    window = shown(made, em=26)
    assert made.height() >= made.heightForWidth(made.width())
    assert made.accessibleName() == "I have an interview coming up"
    with qtbot.waitSignal(made.clicked):
        QTest.keyClick(window, Qt.Key.Key_1)


def test_a_hand_without_the_letter_falls_back_to_italics(shown):
    assert hand_font("No Such Hand", "Dear Hong").italic()
    line = HandLine("No Such Hand")
    empty = line.sizeHint().height()
    line.setText("I enjoyed hearing how you started out.")
    assert line.sizeHint().height() == empty
    shown(line)


# --- focus ---------------------------------------------------------------------------------------------------------------


def ring_of(window):
    return [frame for frame in window.findChildren(QFocusFrame) if frame.isVisible()]


def test_the_keyboard_shows_the_ring_and_the_mouse_does_not(shown):
    first, second = button("Open"), button("Later", role="flat")
    window = shown(QLineEdit(), first, second)
    QTest.mouseClick(second, Qt.MouseButton.LeftButton)
    second.setFocus(Qt.FocusReason.MouseFocusReason)
    assert not ring_of(window)
    first.setFocus(Qt.FocusReason.MouseFocusReason)
    QTest.keyClick(first, Qt.Key.Key_Tab)
    frames = ring_of(window)
    assert [frame.widget() for frame in frames] == [second]
    assert frames[0].geometry().contains(second.geometry().adjusted(-px(3), -px(3), px(3), px(3)))


@pytest.mark.parametrize("make", [lambda: button("Open"), lambda: Switch("On"), door, lambda: icon_button("sort", "Sort")])
def test_focus_can_be_seen_on_every_control(shown, make):
    control = make()
    window = shown(QLineEdit(), control, em=30)
    around = control.geometry().adjusted(-px(6), -px(6), px(6), px(6))
    before = window.grab(around).toImage()
    take_focus(control)
    QApplication.processEvents()
    after = window.grab(around).toImage()
    assert count_changes(before, after) > 4 * px(20)


def count_changes(before, after):
    ink = look.tone("ink")
    spots = ((x, y) for x in range(before.width()) for y in range(before.height()))
    return sum(after.pixelColor(x, y) == ink and before.pixelColor(x, y) != ink for x, y in spots)


def test_a_field_shows_its_focus_by_a_thicker_outline(shown):
    field = QLineEdit("Leeds")
    shown(field, QLineEdit(), em=20)
    field.clearFocus()
    before = field.grab().toImage()
    field.setFocus()
    after = field.grab().toImage()
    assert count_changes(before, after) > field.width()


def test_the_ring_leaves_with_its_window(shown):
    control = button("Open")
    window = shown(control)
    take_focus(control)
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(None, 0)
    other = button("Later")
    again = shown(other)
    take_focus(other)
    assert ring_of(again)


def test_weekends_in_the_day_fields_calendar_are_not_red(shown, dressed):
    field = DayField(date(2026, 11, 23), "Day of the interview")
    shown(field)
    for scheme in ("light", "dark"):
        look.apply(dressed, scheme)
        sunday = field.calendarWidget().weekdayTextFormat(Qt.DayOfWeek.Sunday)
        assert sunday.foreground().color() == look.tone("text")
    field.set_day(date(2026, 12, 1))
    assert field.day() == date(2026, 12, 1)
    assert field.accessibleName() == "Day of the interview"


def test_the_day_fields_weeks_and_days_are_as_the_user_and_the_locale_have_them(shown):
    usual = QLocale()
    try:
        QLocale.setDefault(QLocale("en_US"))
        field = DayField(date(2026, 11, 23), "Day")
        assert field.text() == "Mon, Nov 23, 2026"
        assert field.calendarWidget().firstDayOfWeek() is Qt.DayOfWeek.Sunday
        field.begin_weeks_on(5)
        assert field.calendarWidget().firstDayOfWeek() is Qt.DayOfWeek.Saturday
    finally:
        QLocale.setDefault(usual)
    assert DayField(date(2026, 11, 23), "Day").text() == "Mon 23 Nov 2026"


# --- words ---------------------------------------------------------------------------------------------------------------


def test_sentences_of_other_rooms_are_filled_with_days_and_names():
    words = Words("Not before {floor}; ask {name}.", {"floor": date(2026, 12, 4), "name": "Hong {x}"})
    assert language.said(words) == "Not before Fri 4 Dec; ask Hong {x}."
    today = date(2026, 12, 3)
    assert language.said(Words("{day} is best.", {"day": date(2026, 12, 4)}), today) == "Tomorrow is best."
    assert language.said(Words("Posted {at}.", {"at": datetime(2026, 12, 3, 9, 5)}), today) == "Posted today, 09:05."  # noqa: DTZ001
    assert language.day_words(date(2027, 1, 4), today) == "Mon 4 Jan 2027"


@pytest.mark.parametrize(
    ("day", "words"),
    [(24, "tomorrow"), (25, "in 2 days"), (36, "in 13 days"), (37, "in 2 weeks"), (44, "in 3 weeks")],
)
def test_distances_are_counted_in_days_then_in_weeks(day, words):
    today = date(2026, 11, 23)
    assert language.distance_words(date.fromordinal(today.toordinal() + day - 23), today) == words


def test_times_carry_no_seconds():
    assert language.time_words(time(9, 5)) == "09:05"
    assert language.span_words(time(10), time(11, 30)) == "10:00–11:30"
