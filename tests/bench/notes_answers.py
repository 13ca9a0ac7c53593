#!/usr/bin/env python3
"""What one press leads to: notes_answers.py TABLE.tsv [--rows]

Of the notes of TABLE that should stand on a card and get no sentence at first, how many get a right one by one of the first
three answers to their question (as many as are on the screen). See notes_score.py for what is right.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from notes_outcomes import outcome, rows, words
from notes_score import verdict

from followup_desktop.core.records import LEAVE_OUT

ON_THE_SCREEN = 3


def main(table: str, *, show: bool = False) -> None:
    """Write how many are asked about and how many of them one press mends."""
    lexicon = words()
    asked = mended = 0
    for row in rows(table):
        if row["route"] != "card" or "borderline" in row["why"]:
            continue
        first = outcome(row, lexicon)
        if first.sentence:
            continue
        asked += 1
        keys = [choice.key for choice in first.question.choices if choice.key != LEAVE_OUT] if first.question else []
        said = [outcome(row, lexicon, key).sentence or "" for key in keys[:ON_THE_SCREEN]]
        if any(verdict(row, sentence) == "right" for sentence in said if sentence):
            mended += 1
        elif show:
            sys.stdout.write(f"{row['note']!r} -> {said}\n")
    sys.stdout.write(f"asked {asked}, right after one answer {mended} ({mended / max(asked, 1):.0%})\n")


if __name__ == "__main__":
    main(sys.argv[1], show="--rows" in sys.argv)
