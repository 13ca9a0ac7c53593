"""One person: name, how to address them, title and employer, addresses, rhythm; or that they were not there after all."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialogButtonBox,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from followup_desktop.core import changes, keeping
from followup_desktop.core.records import Case, Change, Interview, Person, new_id
from followup_desktop.core.rhythm import TIERS
from followup_desktop.desk.desk import Desk
from followup_desktop.ui import look
from followup_desktop.ui.form import Form
from followup_desktop.ui.language import said


class PersonForm(Form):
    """Adds a person to an interview, or somebody known (`case` None); or changes one who is in the notebook."""

    def __init__(self, desk: Desk, case: Case | None, person: Person | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = self.tr("Somebody you know")
        if case is not None:
            title = self.tr("Somebody you met at {0}").format(case.interview.company)
        self.name_it(title, self.tr("Save") if person else self.tr("Add"))
        self._desk, self._case, self._before = desk, case, person
        company = case.interview.company if case is not None else ""
        told = person or Person(id=new_id(), name="", company=company, met=case is not None)
        self._told = told
        self.person = told.id
        """Id of the person that the form is about."""
        self.name = self.field(self.tr("Name"), told.name, self.tr("spelt as on their card"))
        self.address_as = self.field(
            self.tr("Dear …"), told.address_as, self.tr("how you call them: Hong, Ms Whitlock, Dr Okafor")
        )
        self.pronoun = QComboBox()
        self.pronoun.setAccessibleName(self.tr("Pronoun"))
        for words, value in (
            (self.tr("not known"), ""),
            (self.tr("she"), "she"),
            (self.tr("he"), "he"),
            (self.tr("they"), "they"),
        ):
            self.pronoun.addItem(words, value)
        self.pronoun.setCurrentIndex(max(0, self.pronoun.findData(told.pronoun)))
        self.rows.addRow(self.label(self.tr("Pronoun")), self.pronoun)
        self.title = self.field(self.tr("Title"), told.title, self.tr("Head of Platform"))
        self.company = self.field(self.tr("Company"), told.company, self.tr("where they work now"))
        self.email = self.field(self.tr("E-mail"), told.email)
        self.phone = self.field(self.tr("Phone"), told.phone)
        self.address = QPlainTextEdit(told.address)
        self.address.setAccessibleName(self.tr("Postal address"))
        self.address.setProperty("role", "field")
        self.address.setTabChangesFocus(True)
        self.address.setFixedHeight(look.px(60))
        self.rows.addRow(self.label(self.tr("Postal address")), self.address)
        self._build_staying(told)
        self.referred = QCheckBox(self.tr("Put my name forward"))
        self.referred.setToolTip(self.tr("Who referred you is owed a card too"))
        self.referred.setChecked(case is not None and case.interview.referred_by == told.id)
        if case is not None:
            self.rows.addRow("", self.referred)
        if case is not None and person is not None:
            self._offer_leaving_out()
        self.finish_layout()
        self.name.setFocus()

    def _build_staying(self, told: Person) -> None:
        """How often they hear from the user, their tags, and whether they are left in peace."""
        self.tier = QComboBox()
        self.tier.setAccessibleName(self.tr("Rhythm"))
        self.tier.addItem(self.tr("as usual"), "")
        for tier, rhythm in TIERS.items():
            self.tier.addItem(f"{tier.value}  {said(rhythm.words)}", tier.value)
        self.tier.setCurrentIndex(max(0, self.tier.findData(told.tier)))
        self.quiet = QCheckBox(self.tr("Quiet list"))
        self.quiet.setToolTip(self.tr("No reminders about them"))
        self.quiet.setChecked(told.quiet)
        row = QHBoxLayout()
        row.setSpacing(look.px(12))
        row.addWidget(self.tier)
        row.addWidget(self.quiet)
        row.addStretch(1)
        self.rows.addRow(self.label(self.tr("Rhythm")), row)
        self.tags = self.field(self.tr("Tags"), ", ".join(told.tags), self.tr("alumni, mentors every 6 weeks"))

    def _offer_leaving_out(self) -> None:
        gone = QPushButton(self.tr("Was not there"))
        gone.setProperty("role", "flat")
        gone.setToolTip(self.tr("Takes them out of this interview, with the notes about them"))
        gone.clicked.connect(self._leave_out)
        self.buttons.addButton(gone, QDialogButtonBox.ButtonRole.ResetRole)

    def accept(self) -> None:
        """Take the fields as they stand; a name is needed."""
        name = " ".join(self.name.text().split())
        if not name:
            self.say(self.tr("A card needs a name."))
            self.name.setFocus()
            return
        after = replace(
            self._told,
            name=name,
            address_as=" ".join(self.address_as.text().split()),
            pronoun=self.pronoun.currentData(),
            title=self.title.text().strip(),
            company=" ".join(self.company.text().split()),
            tier=self.tier.currentData(),
            tags=tuple(dict.fromkeys(tag for each in self.tags.text().split(",") if (tag := " ".join(each.split())))),
            quiet=self.quiet.isChecked(),
            email=self.email.text().strip(),
            phone=self.phone.text().strip(),
            address=self.address.toPlainText().strip(),
        )
        if self._before is not None:
            made = changes.person_edited(self._before, after)
        elif self._case is not None:
            made = changes.person_added(self._case, after)
        else:
            made = keeping.person_introduced(after)
        self.change = self._with_referral(made, after, self._case.interview) if self._case is not None else made
        super().accept()

    def _with_referral(self, change: Change, person: Person, told: Interview) -> Change:
        """That change, and whether this is who referred the user."""
        if self.referred.isChecked() == (told.referred_by == person.id):
            return change
        others = tuple(pair for pair in change.pairs if not isinstance(pair[1], Interview))
        changed = [after for _, after in change.pairs if isinstance(after, Interview)]
        after = replace(changed[0] if changed else told, referred_by=person.id if self.referred.isChecked() else None)
        return replace(change, pairs=(*others, (told, after)))

    def _leave_out(self) -> None:
        assert self._before is not None
        assert self._case is not None
        self.change = changes.person_left_out(self._case, self._before)
        super().accept()
