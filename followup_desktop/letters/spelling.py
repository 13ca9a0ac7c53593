"""Ordinary words against a Hunspell dictionary of this computer, where there is one (the extra `spelling`).

Loading takes about 0.2 s and a suggestion as long again, so a `Speller` works beside the window (`desk.background`).
Without the library or without a dictionary nothing is found and nothing is said.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from followup_desktop.core.records import Case, Finding, Letter, Me
from followup_desktop.core.words import QT_TRANSLATE_NOOP
from followup_desktop.letters.checks.found import warn
from followup_desktop.letters.checks.spelt import replaced
from followup_desktop.letters.lexicon import fold

MOST_SUGGESTIONS = 3
BRITISH = ("en_AU", "en_IE", "en_IN", "en_NZ", "en_ZA")
"""English that is spelt as in Britain, near enough, where its own dictionary is missing."""
LATIN = 0x24F
"""The last letter of "Latin Extended-B": words with later ones are in another language (cảm ơn)."""
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_HERE = {
    "darwin": ("~/Library/Spelling", "/Library/Spelling", "/opt/homebrew/share/hunspell", "/usr/local/share/hunspell"),
    "win32": ("~/AppData/Roaming/hunspell", "C:/Program Files/LibreOffice/share/extensions/dict-en", "C:/Hunspell"),
}
_ELSEWHERE = (
    "~/.local/share/hunspell",
    "/usr/local/share/hunspell",
    "/usr/share/hunspell",
    "/usr/share/myspell",
    "/usr/share/myspell/dicts",
    "/usr/lib/libreoffice/share/extensions/dict-en",
)


def usual_folders(platform: str = sys.platform) -> tuple[Path, ...]:
    """Where dictionaries are kept on that platform, the user's own first."""
    return tuple(Path(folder).expanduser() for folder in _HERE.get(platform, _ELSEWHERE))


def find(locale: str, folders: Iterable[Path]) -> Path | None:
    """The dictionary for letters by somebody of that locale (POSIX, such as en_GB), without its suffix.

    Letters are in English: another language gets American English, then British. No dictionary is better than one that
    calls "colour" wrong.
    """
    languages: Sequence[str] = (locale, "en_GB") if locale in BRITISH else (locale,)
    if not locale.startswith("en"):
        languages = ("en_US", "en_GB")
    kept = tuple(folders)
    for language in languages:
        for folder in kept:
            stem = folder / language
            if all(stem.with_name(f"{language}{suffix}").is_file() for suffix in (".aff", ".dic")):
                return stem
    return None


class Speller:
    """The spelling of one locale's English. It belongs to the worker: all of its work is done in one thread."""

    def __init__(self, locale: str, folders: Iterable[Path] | None = None) -> None:
        self._locale = locale or "en_US"
        self._folders = tuple(usual_folders() if folders is None else folders)
        self._asked = False
        self._dictionary: Any = None
        self._suggested = lru_cache(maxsize=4096)(self._suggestions)

    def look(self, letter: Letter, case: Case, me: Me, own: Iterable[str] = ()) -> tuple[Finding, ...]:
        """Words of the letter that the dictionary does not have, as warnings with suggestions (code "spelling").

        Names, company, position and places of the records are right, and `own`, the words that the user has added. The
        first call loads the dictionary.
        """
        if self._load() is None:
            return ()
        right = _right_words(case, me, own)
        found = []
        for at, sentence in enumerate(letter.sentences):
            for word in _unknown_shape(sentence.text):
                if fold(word) in right or not (told := self._suggested(word.replace("’", "'"))):
                    continue
                found.append(_finding(at, sentence.text, word, told[1:]))
        return tuple(found)

    def _load(self) -> Any:  # noqa: ANN401  (the library has no types)
        if not self._asked:
            self._asked = True
            stem = find(self._locale, self._folders)
            self._dictionary = _opened(stem) if stem is not None else None
        return self._dictionary

    def _suggestions(self, word: str) -> tuple[str, ...]:
        """Empty for a word that is right; else the word itself, then what it may be meant for."""
        parts = re.split(r"['-]", word)
        plain = fold(word) if not word.isascii() else word
        if self._has(word) or self._has(plain) or ("-" in word and all(len(part) < 2 or self._has(part) for part in parts)):  # noqa: PLR2004
            return ()
        return (word, *self._dictionary.suggest(word)[:MOST_SUGGESTIONS])

    def _has(self, word: str) -> bool:
        return bool(self._dictionary.spell(word))


def _opened(stem: Path) -> Any:  # noqa: ANN401  (the library has no types)
    """The dictionary, or None where the library is not installed or cannot read it."""
    try:
        from hunspell import Hunspell  # noqa: PLC0415  (an extra, and 30 ms)

        return Hunspell(stem.name, hunspell_data_dir=str(stem.parent))
    except (ImportError, OSError, ValueError):
        return None


def _right_words(case: Case, me: Me, own: Iterable[str]) -> frozenset[str]:
    interview = case.interview
    told = [interview.company, interview.role, interview.place, me.name, me.address, *own]
    told += [text for each in case.people for text in (each.name, each.address_as, each.title, each.company, each.address)]
    return frozenset(fold(word) for text in told for word in _parts(text))


def _parts(text: str) -> list[str]:
    words = _WORD.findall(text)
    return [*words, *(f"{word}'s" for word in words), *(f"{word}’s" for word in words)]


def _unknown_shape(text: str) -> list[str]:
    """The words of a sentence that a dictionary can judge: no names, abbreviations or words of another script."""
    found = []
    for match in _WORD.finditer(text):
        word = match[0]
        begins = match.start() == 0 or text[: match.start()].rstrip(" “\"'(")[-1:] in (".", "!", "?", ":", "")
        is_name = any(char.isupper() for char in word[1:]) or (word[0].isupper() and not begins)
        beside = text[match.start() - 1 : match.start()] + text[match.end() : match.end() + 1]
        if (
            not is_name
            and len(word) > 1
            and ord(max(word.replace("’", ""), default="a")) <= LATIN
            and not re.search(r"[\d@/_]", beside)
        ):
            found.append(word)
    return list(dict.fromkeys(found))


def _finding(at: int, text: str, word: str, suggestions: Sequence[str]) -> Finding:
    if not suggestions:
        return warn("spelling", QT_TRANSLATE_NOOP("letters", "“{word}” is not in the dictionary."), at, word=word)
    said = QT_TRANSLATE_NOOP("letters", "“{word}” is not in the dictionary. “{right}” is.")
    right = suggestions[0]
    more = ", ".join(suggestions[1:])
    return warn("spelling", said, at, replaced(text, word, right), word=word, right=right, more=more)
