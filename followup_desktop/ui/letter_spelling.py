"""Ordinary spelling in the letter that is being written, looked up beside the window in a dictionary of this computer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from followup_desktop.core.records import Case, Finding, Letter
from followup_desktop.desk.background import Task
from followup_desktop.desk.desk import Desk
from followup_desktop.letters.spelling import Speller

LOOK_AFTER_MS = 400
"""A word that is still being typed is no mistake yet."""
SETTING = "words"
"""Under this key the settings of this computer hold the words that the user has added."""


class LetterSpelling(QObject):
    """Looks letters up, the newest first; without a dictionary on this computer it finds nothing."""

    looked = Signal()
    """There is something else to be said than before."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._page = desk, page
        self._spellers: dict[str, Speller] = {}
        self._asked: tuple[Letter, Case] | None = None
        self._found: tuple[Finding, ...] = ()
        self._about: tuple[str, str] = ("", "")
        self._task: Task[tuple[Finding, ...]] | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(LOOK_AFTER_MS)
        self._pause.timeout.connect(self._look)

    def findings(self, letter: Letter, case: Case) -> tuple[Finding, ...]:
        """What is known about that letter by now; more may come a moment later."""
        if self._asked is None or self._is_other(*self._asked, letter, case):
            self._asked = letter, case
            self._pause.start()
        if self._about != (letter.interview, letter.person):
            return ()
        return tuple(each for each in self._found if _still_there(each, letter))

    @staticmethod
    def _is_other(letter: Letter, case: Case, later: Letter, now: Case) -> bool:
        """Whether there is something to look up that was not there before: other words, or other names."""
        return (letter.sentences, case.interview, case.people) != (later.sentences, now.interview, now.people)

    def own_words(self) -> list[str]:
        """The words that the user has added."""
        kept: Sequence[object] = self._desk.settings.get(SETTING, [])
        return [each for each in kept if isinstance(each, str)]

    def add(self, word: str) -> None:
        """That word is right from now on."""
        self._desk.settings.set(SETTING, sorted({*self.own_words(), word}))
        self._look()

    def _look(self) -> None:
        if self._asked is None or not self._page.isVisible():
            return
        letter, case = self._asked
        me, own = self._desk.me(), self.own_words()
        locale = me.locale or self._desk.locale
        speller = self._spellers.setdefault(locale, Speller(locale))
        if self._task is not None:
            self._task.cancel()
        self._task = self._desk.background.run(
            lambda: speller.look(letter, case, me, own), lambda found: self._on_looked(letter, found), lambda _: None
        )

    def _on_looked(self, letter: Letter, found: tuple[Finding, ...]) -> None:
        about = letter.interview, letter.person
        self._task = None
        if (about, found) != (self._about, self._found):
            self._about, self._found = about, found
            self.looked.emit()


def _still_there(finding: Finding, letter: Letter) -> bool:
    """Whether the word that a finding is about still stands in its sentence, and nothing else in it has changed."""
    at = finding.sentence
    return at is not None and at < len(letter.sentences) and str(finding.words.values["word"]) in letter.sentences[at].text
