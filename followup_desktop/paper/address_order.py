"""Where the names stand in an address: before it, or behind one that goes from large to small, as in East Asia."""

from __future__ import annotations

import re
from collections.abc import Sequence

_EAST_ASIAN = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
"""Kana, Han and Hangul: written in these, an address begins with its largest part (Japan Post, China Post, Korea Post)."""


def with_names(names: Sequence[str], address: Sequence[str]) -> tuple[str, ...]:
    """The lines of `address` with `names` (the person, then the company) where the post looks for them.

    Behind an East Asian address the company stands before the person; a Korean postcode stays last.
    """
    if not any(_EAST_ASIAN.search(line) for line in address):
        return (*names, *address)
    postcode = tuple(address[-1:]) if address[-1].isdigit() else ()
    return (*address[: len(address) - len(postcode)], *reversed(names), *postcode)
