"""Settings: who writes. The name under every card, the own addresses, the country behind paper and holidays."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

from PySide6.QtCore import QCoreApplication, QLocale

from followup_desktop.core import changes, promise
from followup_desktop.desk.desk import Desk
from followup_desktop.ui.language import short_day_words
from followup_desktop.ui.me_form import ADDRESS, country_box
from followup_desktop.ui.settings_fields import Choice, Line, Lines
from followup_desktop.ui.settings_rows import Row, Section
from followup_desktop.ui.settings_work import SettingsWork

translate = QCoreApplication.translate


class YouSection(Section):
    """Name, e-mail addresses, address, country and the language that dates are read in."""

    def __init__(self, desk: Desk, work: SettingsWork) -> None:
        super().__init__(self.tr("You and your address"), self.tr("What stands under your cards and on your envelopes."))
        self._desk, self._work = desk, work
        self.name_field = Line(self.tr("Your name"), self.tr("as you sign a card"))
        self.emails = Line(self.tr("Your e-mail"), self.tr("several with a comma between"))
        self.address = Lines(self.tr("Your address"))
        self.country = Choice(self.tr("Country"), offered_countries())
        self.locale_choice = Choice(self.tr("How dates are written"), offered_locales())
        self.add(Row(self.tr("Your name"), self.tr("The signature of every card."), [self.name_field]))
        told = self.tr("Tells you apart from your interviewers in an invitation.")
        self._emails = self.add(Row(self.tr("Your e-mail"), told, [self.emails]))
        self._emails_told = told
        self.add(Row(self.tr("Your address"), self.tr("The return address on envelopes."), [self.address]))
        self.add(
            Row(
                self.tr("Country"),
                self.tr("Decides public holidays, paper and spelling."),
                [self.country],
                self.tr("holidays of"),
            )
        )
        self._locale = self.add(Row(self.tr("How dates are written"), " ", [self.locale_choice], self.tr("language locale")))
        self.name_field.picked.connect(lambda words: self._change(name=" ".join(words.split())))
        self.emails.picked.connect(self._on_emails)
        self.address.picked.connect(lambda words: self._change(address=words.strip()))
        self.country.picked.connect(lambda code: self._change(country=code))
        self.locale_choice.picked.connect(lambda name: self._change(locale=name))

    def refresh(self) -> None:
        """Show who writes."""
        me = self._desk.me()
        self.name_field.put(me.name)
        self.emails.put(", ".join(me.emails))
        self.address.put(me.address)
        self.country.put(me.country)
        self.locale_choice.put(me.locale)
        self._locale.say(reading_words(self._desk))

    def finish(self) -> None:
        """Take what is still being typed."""
        for field in (self.name_field, self.emails, self.address):
            field.tell()

    def _on_emails(self, words: str) -> None:
        emails = tuple(dict.fromkeys(part.strip() for part in words.replace(";", ",").split(",") if part.strip()))
        odd = next((each for each in emails if not ADDRESS.fullmatch(each)), None)
        self.emails.setProperty("fault", odd is not None)
        self.emails.update()
        self._emails.say(self._emails_told if odd is None else self.tr("“{0}” is no e-mail address yet.").format(odd))
        if odd is None:
            self._change(emails=emails)

    def _change(self, **fields: Any) -> None:  # noqa: ANN401  (each caller names a field with its own type)
        before = self._desk.me()
        self._work.do(changes.me_set(before, replace(before, **fields), self._desk.cases()))


@cache
def offered_countries() -> tuple[tuple[str, object], ...]:
    """Every country by its name in the user's language, the computer's own first."""
    box = country_box("")
    return tuple((box.itemText(at), box.itemData(at)) for at in range(box.count()))


@cache
def offered_locales() -> tuple[tuple[str, object], ...]:
    """The computer's own, then English as it is written in each country, then all others."""
    here = translate("Settings", "As this computer")
    kinds = QLocale.Language.AnyLanguage, QLocale.Script.AnyScript, QLocale.Country.AnyCountry
    named: dict[str, str] = {}
    for locale in QLocale.matchingLocales(*kinds):
        name = locale.name()
        if name.count("_") == 1:
            words = (QLocale.languageToString(locale.language()), QLocale.territoryToString(locale.territory()))
            named.setdefault(name, "{}, {}".format(*words))
    order = sorted(named, key=lambda name: (not name.startswith("en_"), named[name].casefold()))
    return ((here, ""), *((named[name], name) for name in order))


def reading_words(desk: Desk) -> str:
    """How a date of two numbers is read where the user is."""
    read = promise.read("by 12/3", desk.today(), desk.workdays(), desk.me().locale or desk.locale)
    return translate("Settings", "“12/3” is read as {0}.").format(short_day_words(read.latest)) if read.latest else ""
