"""What the window says in bars: a fault, a question, something done that can be taken back, a remark."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShortcut

from followup_desktop.ui.parts.bar import Bar, BarStack, Kind
from followup_desktop.ui.privacy import shown

Answers = Sequence[tuple[str, str]]


class Bars(BarStack):
    """The bars of one window. Sentences come whole; their first sentence is set in strong letters."""

    _keys_taken = False

    def error(self, words: str, answers: Answers = (), done: Callable[[str], object] | None = None) -> Bar:
        """A fault: it stays until it is solved or dismissed. The same fault is not shown twice."""
        for bar in self.bars():
            if (
                bar.kind == "error"
                and bar.says(shown(words))
                and not bar.is_gone()
                and list(bar.answers) == [key for key, _ in answers]
            ):
                return bar
        return self._show("error", words, answers, done)

    def not_saved(self, words: str, again: Callable[[], object]) -> Bar:
        """A fault that keeps words off the disk: it leaves when they are there."""
        return self.error(words, [("again", self.tr("Try again"))], lambda _: QTimer.singleShot(0, self, again))

    def forget_unsaved(self) -> None:
        """Everything is on disk: whatever asked to try again is solved."""
        for bar in self.bars():
            if bar.kind == "error" and "again" in bar.answers:
                bar.leave()

    def ask(self, strong: str, words: str, answers: Answers, done: Callable[[str], object]) -> Bar:
        """A question with its answers; `done` gets the key of the one that was pressed."""
        bar = Bar("question", shown(strong), shown(words), answers)
        bar.chosen.connect(done)
        self.put(bar)
        self.give_way(self._keys_taken)
        return bar

    def ask_reason(self, strong: str, words: str, answers: Answers, reason_for: str, done: Callable[[str, str], object]) -> Bar:
        """The same with a line for the reason that the answer `reason_for` needs; `done` gets the answer and the reason.

        Another question of this kind takes the place of one that was not answered.
        """
        for old in self.bars():
            if old.kind == "question" and old.reason.isVisibleTo(old):
                old.leave()
        bar = Bar("question", shown(strong), shown(words), answers, reason_for=reason_for)
        bar.chosen.connect(lambda answer: done(answer, bar.reason.words()))
        self.put(bar)
        self.give_way(self._keys_taken)
        bar.reason.setFocus(Qt.FocusReason.OtherFocusReason)
        return bar

    def give_way(self, taken: bool) -> None:
        """The page in front answers its own questions by Ctrl+1 and Ctrl+2: two with one key would both stay silent."""
        self._keys_taken = taken
        for bar in self.bars():
            for shortcut in bar.findChildren(QShortcut):
                shortcut.setEnabled(not taken)

    def forget_undo(self) -> None:
        """Something else was done since: what a bar offers to take back is no longer the last change.

        A question about a move goes too: it was asked about how things stood before.
        """
        for bar in self.bars():
            if bar.kind == "undo" or bar.reason.isVisibleTo(bar):
                bar.leave()

    def undo(self, words: str, act: Callable[[], object]) -> Bar:
        """Something was done; for ten seconds a button takes it back (the undo key does so at any time)."""
        return self._show("undo", words, [("undo", self.tr("Undo"))], lambda _: act())

    def offer(self, words: str, answers: Answers, done: Callable[[str], object]) -> Bar:
        """A remark with something that may be done about it, to be dismissed otherwise."""
        self._drop("remark", words)
        return self._show("remark", words, answers, done, closable=True)

    def tell(self, words: str) -> Bar:
        """A remark, to be dismissed."""
        self._drop("remark", words)
        return self._show("remark", words, (), None, closable=True)

    def stay(self, words: str, answers: Answers, done: Callable[[str], object]) -> Bar:
        """A remark that stays with the window, such as that this notebook is only a sample; other bars do not count it."""
        bar = Bar("remark", words, "", answers, closable=False)
        bar.is_furniture = True
        bar.chosen.connect(done)
        self.put(bar)
        return bar

    def _show(
        self, kind: Kind, words: str, answers: Answers, done: Callable[[str], object] | None, *, closable: bool | None = None
    ) -> Bar:
        words = shown(words)
        strong, rest = (words, "") if kind in {"undo", "remark"} else halves(words)
        bar = Bar(kind, strong, rest, answers, closable=closable)
        if done is not None:
            bar.chosen.connect(done)
        self.put(bar)
        return bar

    def _drop(self, kind: str, words: str) -> None:
        for bar in self.bars():
            if bar.kind == kind and bar.says(shown(words)):
                bar.leave()


def halves(words: str) -> tuple[str, str]:
    """What happened, and the rest: cut after the first sentence, or after the first comma that comes before its end."""
    ends = [at for mark in (". ", ", so ") if (at := words.find(mark)) >= 0]
    cut = min(ends, default=-1)
    return (words, "") if cut < 0 else (words[: cut + 1], words[cut + 2 :])
