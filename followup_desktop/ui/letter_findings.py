"""What the letter in the editor and its paper leave to look at, and what one press on a finding does."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from followup_desktop.core.records import CardState, Case, Finding, Letter, Level
from followup_desktop.desk.desk import Desk
from followup_desktop.letters import check
from followup_desktop.letters.alike import common_phrases
from followup_desktop.ui import card_words
from followup_desktop.ui.card_side import CardSide
from followup_desktop.ui.card_words import Fix
from followup_desktop.ui.findings_panel import FindingsPanel
from followup_desktop.ui.letter_edit import DROP, OTHER
from followup_desktop.ui.letter_editing import LetterEditing
from followup_desktop.ui.letter_panel import LetterPanel
from followup_desktop.ui.letter_spelling import LetterSpelling


class LetterFindings(QObject):
    """Keeps the findings below the letter true while it is typed, and settles them; what it cannot settle are signals."""

    person_wanted = Signal()
    """The form of the person whose letter this is."""
    notes_wanted = Signal()
    me_wanted = Signal()
    templates_wanted = Signal()
    """The user's own templates, one of which has a fault."""

    def __init__(self, desk: Desk, editing: LetterEditing, panel: LetterPanel, shown: FindingsPanel, card: CardSide) -> None:
        super().__init__(shown)
        self._desk, self._editing, self._letter, self._shown, self._card = desk, editing, panel, shown, card
        self._dismissed: set[tuple[str, str, str, str]] = set()
        self.spelling = LetterSpelling(desk, panel)
        self.spelling.looked.connect(self.show)
        shown.fix_wanted.connect(self._fix)
        shown.dismissed.connect(self._dismiss)

    def checked(self, case: Case, letter: Letter) -> Letter:
        """That letter, the one in the editor, with what is to be said about it as it stands and at this moment."""
        posted = case.card(letter.person).state is CardState.POSTED
        here = case.interview
        found = check.check(
            letter,
            case,
            self._desk.me(),
            others=self._editing.others(),
            sent=self._editing.sent,
            now=None if posted else self._desk.now(),
            elsewhere=[each.interview.company for each in self._desk.cases() if each.interview.company != here.company],
        )
        of_template = (each for each in letter.findings if each.code == card_words.TEMPLATE)
        return replace(letter, findings=(*found, *of_template))

    def show(self) -> Letter | None:
        """Show what letter and paper say; what another card says too is underlined. The letter with its findings."""
        letter, case = self._editing.letter(), self._editing.case()
        if letter is None or case is None:
            self._shown.show_findings((), "")
            return None
        letter = self.checked(case, letter)
        self._letter.show_count(len(" ".join(letter.paragraphs).split()))
        spelt = self.spelling.findings(letter, case)
        found = sorted((*self._card.making.findings(), *letter.findings, *spelt), key=lambda each: each.level is not Level.STOP)
        told = [each for each in found if self._mark_of(each) not in self._dismissed]
        fixes = [(each, card_words.fixes(each, self._card.making.other_hand())) for each in told]
        self._shown.show_findings(fixes, card_words.all_well_words(case, found, self._desk.now()))
        alike = any(each.code in {"alike", "shared"} for each in told)
        self._letter.edit.mark_alike(common_phrases(letter, self._editing.others()) if alike else ())
        return letter

    def _mark_of(self, finding: Finding) -> tuple[str, str, str, str]:
        return self._editing.interview, self._editing.person, finding.code, str(finding.words)

    def _dismiss(self, finding: Finding) -> None:
        self._dismissed.add(self._mark_of(finding))
        self._letter.edit.setFocus()  # the button goes with its finding
        self.show()

    def _fix(self, finding: Finding, fix: Fix) -> None:
        """Do what a button of a finding says (`card_words.fixes`)."""
        key = fix.key
        at = finding.sentence
        if key in card_words.SETTLE_HERE:
            self._letter.edit.setFocus()  # the button goes with its finding
        if key == card_words.DROP:
            self._editing.change_sentence(DROP, at)
        elif key == card_words.PUT and at is not None and finding.fix is not None:
            self._editing.put_sentence(at, finding.fix)
        elif key == card_words.HAND:
            self._card.use_hand(self._card.making.other_hand())
        elif key == card_words.SPELL and at is not None:
            self._editing.spell(at, str(finding.words.values["word"]), fix.right)
        elif key == card_words.ADD_WORD:
            self.spelling.add(str(finding.words.values["word"]))
        elif key == card_words.BRIEF:
            self._editing.redraft(tone=card_words.BRIEF)
        elif key == card_words.OTHER_WORDS and at is not None:
            self._editing.change_sentence(OTHER, at)
        elif key == card_words.OTHER_WORDS:
            self._editing.use_other_words()
        else:
            wishes = {
                card_words.PERSON: self.person_wanted,
                card_words.NOTES: self.notes_wanted,
                card_words.ME: self.me_wanted,
                card_words.TEMPLATES: self.templates_wanted,
            }
            wishes[key].emit()
