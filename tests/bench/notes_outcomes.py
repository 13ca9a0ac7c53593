#!/usr/bin/env python3
"""What the engine makes of a table of notes: notes_outcomes.py TABLE.tsv > OUTCOMES.tsv

TABLE has the columns `id split interviewer pronoun company role note ...` (UTF-8, tab-separated, quotes are plain
characters). Written are `id route sentence`; `notes_score.py TABLE OUTCOMES` scores them.
"""

import sys
from datetime import datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from followup_desktop.core.records import Case, Interview, Me, Note, Person  # noqa: E402  (the path comes first)
from followup_desktop.letters.lexicon import Lexicon  # noqa: E402
from followup_desktop.letters.notes import Outcome, understand  # noqa: E402


def words() -> Lexicon:
    """The word lists of this checkout."""
    return Lexicon.parse({path.name: path.read_text(encoding="utf-8") for path in (ROOT / "resources/words").glob("*.txt")})


def rows(table: str) -> list[dict[str, str]]:
    """The lines of a table by column."""
    head, *lines = Path(table).read_text(encoding="utf-8").splitlines()
    return [dict(zip(head.split("\t"), line.split("\t"), strict=False)) for line in lines if line.strip()]


def outcome(row: dict[str, str], lexicon: Lexicon, answer: str = "") -> Outcome:
    """What becomes of one row's note on the card for its interviewer."""
    person = Person(id="person", name=row["interviewer"], pronoun=row["pronoun"], company=row["company"])
    start = datetime(2026, 11, 23, 10)  # noqa: DTZ001  (wall time)
    interview = Interview(id="interview", company=row["company"], role=row["role"], start=start, people=("person",))
    note = Note(id=row["id"], interview="interview", person="person", text=row["note"], answer=answer)
    return understand(note, Case(interview, (person,), (note,)), Me(name="Sam Doe"), lexicon)


def main(table: str) -> None:
    """Write the outcomes of `table`."""
    lexicon = words()
    sys.stdout.write("id\troute\tsentence\n")
    for row in rows(table):
        made = outcome(row, lexicon)
        sys.stdout.write(f"{row['id']}\t{made.route}\t{made.sentence or ''}\n")


if __name__ == "__main__":
    main(sys.argv[1])
