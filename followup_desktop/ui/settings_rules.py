"""Settings: the numbers of the rules, each with its rule in words and the article's advice, and the days that they lead to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import time

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from followup_desktop.core import agenda, changes, rules_kept
from followup_desktop.core.agenda import Kind
from followup_desktop.core.etiquette import DEFAULTS, Rules
from followup_desktop.core.words import QT_TRANSLATE_NOOP
from followup_desktop.desk.desk import Desk
from followup_desktop.ui import look
from followup_desktop.ui.language import day_words, time_words
from followup_desktop.ui.parts.button import button, icon_button
from followup_desktop.ui.parts.label import ElidedLabel, label
from followup_desktop.ui.parts.panel import Panel, column
from followup_desktop.ui.parts.switch import Switch
from followup_desktop.ui.privacy import shown
from followup_desktop.ui.settings_fields import Choice, Clock, Number
from followup_desktop.ui.settings_rows import Row, Section
from followup_desktop.ui.settings_work import SettingsWork
from followup_desktop.ui.settings_you import offered_countries

translate = QCoreApplication.translate
MOST_SHOWN = 8
"""How many days the panel at the right shows."""


@dataclass(frozen=True, slots=True)
class Told:
    """One field of `Rules` in words."""

    field: str
    name: str
    hint: str
    unit: str = "day"


_N = QT_TRANSLATE_NOOP
ASKING = (
    Told(
        "best_after_promise",
        _N("Settings", "They gave a date: the best day after it"),
        _N("Settings", "Never before the first business day after it."),
    ),
    Told(
        "floor_without",
        _N("Settings", "They gave no date: the first day you may ask"),
        _N("Settings", "Counted from the interview."),
    ),
    Told(
        "best_without",
        _N("Settings", "They gave no date: the best day"),
        _N("Settings", "Never before the first day you may ask."),
    ),
    Told(
        "normal_without",
        _N("Settings", "They gave no date: still normal"),
        _N("Settings", "Up to then silence means nothing."),
    ),
    Told(
        "between_touches",
        _N("Settings", "Between two questions to one company"),
        _N("Settings", "Sooner than this feels like nagging."),
    ),
    Told(
        "most_touches",
        _N("Settings", "Questions per application"),
        _N("Settings", "After these, one more asks you for a reason first."),
        "time",
    ),
    Told(
        "silence",
        _N("Settings", "Silence that counts as no answer"),
        _N("Settings", "Then the app proposes to close it."),
    ),
    Told(
        "double_over_new_year",
        _N("Settings", "Wait twice as long over the New Year"),
        _N("Settings", "20 December to 5 January, when no date was given."),
        "switch",
    ),
    Told(
        "double_over_summer",
        _N("Settings", "Wait twice as long over the summer"),
        _N("Settings", "July and August, in the south January and February; as above."),
        "switch",
    ),
    Told(
        "work_from",
        _N("Settings", "Their working day begins"),
        _N("Settings", "No call in its first hour; a card catches the first collection."),
        "clock",
    ),
    Told(
        "work_until",
        _N("Settings", "Their working day ends"),
        _N("Settings", "No call in its last hour; a card catches the last collection."),
        "clock",
    ),
)
"""What "When to ask" holds, in its order (E4 to E11, E18, E44)."""

THANKING = (
    Told(
        "late_interview",
        _N("Settings", "Too late for that day’s post"),
        _N("Settings", "After an interview that ends later, cards go the next morning."),
        "clock",
    ),
    Told("on_time_hours", _N("Settings", "A card is on time"), _N("Settings", "Counted from the interview’s end."), "hour"),
    Told("late_hours", _N("Settings", "A card is late"), _N("Settings", "Then it is overdue, and still welcome."), "hour"),
    Told(
        "posting_days",
        _N("Settings", "Longest time in the post"),
        _N("Settings", "A card that would come too late gets an e-mail beside it."),
        "calendar",
    ),
    Told(
        "decided_before",
        _N("Settings", "Minds are made up"),
        _N("Settings", "So long before the date they gave."),
        "calendar",
    ),
    Told(
        "quiet_after_no",
        _N("Settings", "Quiet after a no"),
        _N("Settings", "Counted from your thanks; then a first hello."),
        "calendar",
    ),
    Told(
        "second_check_in",
        _N("Settings", "The second hello after a no"),
        _N("Settings", "Counted from your thanks."),
        "calendar",
    ),
)
"""What "Thanks and keeping in touch" holds (E19, E20, E23, E41)."""

UNITS = {
    "day": (_N("Settings", "day"), _N("Settings", "days")),
    "calendar": (_N("Settings", "day"), _N("Settings", "days")),
    "hour": (_N("Settings", "hour"), _N("Settings", "hours")),
    "time": (_N("Settings", "time"), _N("Settings", "times")),
}


class RuleRow(Row):
    """One number, time or switch of the rules; where it is not the advice, a button takes it back."""

    changed = Signal(str, object)
    """The field and what the user has chosen for it."""

    def __init__(self, told: Told) -> None:
        self._rule = told
        self.field = self._make(translate("Settings", told.name))
        self.back = icon_button("undo", translate("Settings", "Back to the advice"), small=True)
        self.back.clicked.connect(lambda: self.changed.emit(told.field, getattr(DEFAULTS, told.field)))
        policy = self.back.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.back.setSizePolicy(policy)
        super().__init__(
            translate("Settings", told.name),
            translate("Settings", told.hint),
            [self.back, self.field],
            told.field.replace("_", " "),
        )

    def _make(self, name: str) -> Number | Clock | Switch:
        field, unit = self._rule.field, self._rule.unit
        made: Number | Clock | Switch
        if unit == "switch":
            made = Switch(name)
            made.clicked.connect(lambda on: self.changed.emit(field, on))
        elif unit == "clock":
            made = Clock(name)
            made.limit(*rules_kept.HOURS[field])
            made.picked.connect(lambda value: self.changed.emit(field, value))
        else:
            one, many = (translate("Settings", word) for word in UNITS[unit])
            made = Number(name, rules_kept.LIMITS[field], one, many)
            made.picked.connect(lambda value: self.changed.emit(field, value))
        return made

    def show_rules(self, rules: Rules) -> None:
        """Show the number, with what is advised."""
        value, advice = getattr(rules, self._rule.field), getattr(DEFAULTS, self._rule.field)
        if isinstance(self.field, Switch):
            self.field.setChecked(value)
        else:
            self.field.put(value)
        words = self._advice_words(advice)
        told = translate("Settings", self._rule.hint)
        self.say(translate("Settings", "{0} Advised: {1}.").format(told, words))
        self.back.setVisible(value != advice)
        tip = translate("Settings", "Back to the advice: {0}").format(words)
        self.back.setToolTip(tip)
        self.back.setAccessibleName(f"{translate('Settings', self._rule.name)}: {tip}")

    def arrange(self, *, narrow: bool) -> None:
        """Under its words the field comes first."""
        super().arrange(narrow=narrow)
        direction = QBoxLayout.Direction
        self._controls.setDirection(direction.RightToLeft if narrow else direction.LeftToRight)

    def _advice_words(self, advice: object) -> str:
        if isinstance(advice, bool):
            return translate("Settings", "on") if advice else translate("Settings", "off")
        if isinstance(advice, time):
            return time_words(advice)
        return str(advice)


class RulesSection(Section):
    """Numbers of the rules; each counts at once."""

    def __init__(self, desk: Desk, work: SettingsWork, name: str, words: str, told: Sequence[Told]) -> None:
        super().__init__(name, words)
        self._desk, self._work = desk, work
        self.fields: dict[str, RuleRow] = {}
        for each in told:
            row = self.fields[each.field] = RuleRow(each)
            row.changed.connect(self._change)
            self.add(row)

    def refresh(self) -> None:
        """Show the rules as they are now."""
        rules = self._desk.rules()
        for row in self.fields.values():
            row.show_rules(rules)

    def _change(self, field: str, value: bool | int | time) -> None:
        rules = rules_kept.changed(self._desk.rules(), field, value)
        self._work.set(rules_kept.SETTING, rules_kept.kept(rules), {})


class AskingSection(RulesSection):
    """When the app says that asking is fine."""

    def __init__(self, desk: Desk, work: SettingsWork) -> None:
        told = translate("Settings", "How long the app tells you to wait. Business days leave out weekends and holidays.")
        super().__init__(desk, work, translate("Settings", "When to ask"), told, ASKING)
        name = translate("Settings", "Public holidays of")
        self.country = Choice(name, offered_countries())
        self.country.picked.connect(self._on_country)
        self.add(Row(name, "", [self.country], translate("Settings", "country")))

    def refresh(self) -> None:
        """Show the rules and the country as they are now."""
        super().refresh()
        self.country.put(self._desk.me().country)

    def _on_country(self, code: str) -> None:
        before = self._desk.me()
        self._work.do(changes.me_set(before, replace(before, country=code), self._desk.cases()))


class ThankingSection(RulesSection):
    """When cards are due, and when people are greeted after a no."""

    def __init__(self, desk: Desk, work: SettingsWork) -> None:
        told = translate("Settings", "When a card is due, and when to say hello after a no.")
        super().__init__(desk, work, translate("Settings", "Thanks and hellos"), told, THANKING)


class Effect(QWidget):
    """What the rules lead to: the best day to ask each company, and the way back to the advice."""

    def __init__(self, desk: Desk, work: SettingsWork) -> None:
        super().__init__()
        self._desk, self._work = desk, work
        self._panel = Panel()
        self._rows = column(self._panel, top=14, spacing=8)
        self._rows.addWidget(label(self.tr("With these settings"), "name"))
        self._shown: list[QWidget] = []
        self.back = button(self.tr("Back to the article’s advice"), "undo", "link")
        self.back.clicked.connect(lambda: work.set(rules_kept.SETTING, {}, {}))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(look.px(12))
        outer.addWidget(self._panel)
        outer.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        outer.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def refresh(self) -> None:
        """Show the days as they are now."""
        desk = self._desk
        found: dict[str, str] = {}
        entries = agenda.all_entries(desk.cases(), desk.now(), desk.workdays(), desk.rules(), desk.known())
        for entry in sorted(entries, key=agenda.entry_order):
            case = desk.case(entry.interview)
            if entry.kind is Kind.BEST and not entry.done and case is not None and entry.day >= desk.today():
                found.setdefault(shown(case.interview.company), day_words(entry.day, desk.today()))
        for row in self._shown:
            self._rows.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._shown = [_day_row(shown(company), day) for company, day in list(found.items())[:MOST_SHOWN]]
        if not found:
            self._shown = [label(self.tr("No company to ask just now."), tone="text2", wrap=True)]
        for row in self._shown:
            self._rows.addWidget(row)
        self.back.setEnabled(desk.rules() != DEFAULTS)


def _day_row(company: str, day: str) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(look.px(8))
    mark = QLabel()
    mark.setPixmap(look.pixmap("best-day", "ink"))
    row.addWidget(mark)
    row.addWidget(ElidedLabel(company), 1)
    row.addWidget(label(day, "name"))
    made.setAccessibleName(f"{company}: {day}")
    return made
