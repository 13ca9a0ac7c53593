"""The words and signs of a note, one by one."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Token:
    """One word, sign or quotation. `gap` is True where a space stands before it; `fixed` ones are never changed."""

    text: str
    gap: bool = True
    fixed: bool = False
    role: str = ""
    """What the word stands for: "subject", "object", "your", "yours", "self" when it means the reader."""
    many: bool = False
    """Whether the word was "they", which has its verb without -s."""

    def copy(self) -> Token:
        """Another token like this one; much faster than `dataclasses.replace`."""
        return Token(self.text, self.gap, self.fixed, self.role, self.many)

    @property
    def low(self) -> str:
        """The word in lower case."""
        return self.text.lower()

    @property
    def word(self) -> bool:
        """True for a word or number, False for a sign."""
        return self.fixed or self.text[:1].isalnum() or len(self.text) > 1


def join(tokens: list[Token]) -> str:
    """The tokens as a text again."""
    return "".join((" " if token.gap and at else "") + token.text for at, token in enumerate(tokens))


def low_at(tokens: list[Token], at: int) -> str:
    """The word at that place in lower case; an empty text before the first and behind the last."""
    return tokens[at].low if 0 <= at < len(tokens) else ""
