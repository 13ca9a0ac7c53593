"""Who writes: the name under every card, the own addresses in invitations, the country behind paper and holidays."""

from __future__ import annotations

import re
from dataclasses import replace

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QWidget

from followup_desktop.core import changes
from followup_desktop.desk.desk import Desk
from followup_desktop.ui import look
from followup_desktop.ui.form import Form

ADDRESS = re.compile(r"[^@\s]+@[^@\s]+")
"""What an e-mail address has at least; everything more is for the post to judge."""


class MeForm(Form):
    """Asks for what the app needs to know about its user; every field can stay empty."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name_it(self.tr("Who writes"), self.tr("Save"))
        self._desk = desk
        me = desk.me()
        self.name = self.field(self.tr("Your name"), me.name, self.tr("as you sign a card"))
        self.emails = self.field(self.tr("Your e-mail"), ", ".join(me.emails), self.tr("several with a comma between"))
        self.address = QPlainTextEdit(me.address)
        self.address.setAccessibleName(self.tr("Your address"))
        self.address.setProperty("role", "field")
        self.address.setTabChangesFocus(True)
        self.address.setFixedHeight(look.px(72))
        self.rows.addRow(self.label(self.tr("Your address")), self.address)
        self.country = country_box(me.country)
        self.country.setAccessibleName(self.tr("Country"))
        self.rows.addRow(self.label(self.tr("Country")), self.country)
        self.say(self.tr("Your e-mail tells you apart from your interviewers. The country decides paper, holidays and spelling."))
        self.finish_layout()
        self.name.setFocus()

    def accept(self) -> None:
        """Take the fields as they stand."""
        before = self._desk.me()
        emails = tuple(dict.fromkeys(part.strip() for part in self.emails.text().replace(";", ",").split(",") if part.strip()))
        odd = next((each for each in emails if not ADDRESS.fullmatch(each)), None)
        if odd is not None:
            self.say(self.tr("“{0}” is no e-mail address yet.").format(odd))
            self.emails.setFocus()
            return
        after = replace(
            before,
            name=" ".join(self.name.text().split()),
            emails=emails,
            address=self.address.toPlainText().strip(),
            country=self.country.currentData(),
        )
        self.change = changes.me_set(before, after, self._desk.cases())
        super().accept()


def country_box(chosen: str) -> QComboBox:
    """Every country by its name in the user's language, the computer's own first."""
    box = QComboBox()
    here = QLocale.system().territory()
    named = QLocale.territoryToString(here) if here is not QLocale.Country.AnyTerritory else ""
    codes: dict[str, str] = {}
    for locale in QLocale.matchingLocales(QLocale.Language.AnyLanguage, QLocale.Script.AnyScript, QLocale.Country.AnyCountry):
        code = QLocale.territoryToCode(locale.territory())
        if len(code) == 2 and code.isalpha():  # noqa: PLR2004  (ISO 3166-1 alpha-2)
            codes.setdefault(code, QLocale.territoryToString(locale.territory()))
    box.addItem(box.tr("As this computer: {0}").format(named) if named else box.tr("As this computer"), "")
    for code, name in sorted(codes.items(), key=lambda item: item[1].casefold()):
        box.addItem(name, code)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    return box
