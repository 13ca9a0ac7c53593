#!/usr/bin/env python3
"""The letters of whole interviews, readable side by side with their notes: golden_letters.py [--write]

The interviews are those of the tables in tests/letters/data, one file a company. Without --write they go to standard
output; with it they replace tests/letters/golden.
"""

import sys
from datetime import datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
GOLDEN = ROOT / "tests/letters/golden"
TABLES = ("notes_visible.tsv", "holdout_seen.tsv")
MOST_NOTES = 4
sys.path.insert(0, str(ROOT))

from followup_desktop.core.records import Case, Interview, Me, Note, Person  # noqa: E402  (the path comes first)
from followup_desktop.letters.compose import panel  # noqa: E402
from followup_desktop.letters.lexicon import Lexicon  # noqa: E402
from followup_desktop.letters.notes import understand  # noqa: E402
from followup_desktop.letters.template_set import TemplateSet, gather  # noqa: E402


def read(folder: str) -> dict[str, str]:
    """The text files of a folder."""
    return {path.name: path.read_text(encoding="utf-8") for path in (ROOT / folder).glob("*.txt")}


def rows() -> list[dict[str, str]]:
    """The rows of all tables."""
    found = []
    for table in TABLES:
        head, *lines = (ROOT / "tests/letters/data" / table).read_text(encoding="utf-8").splitlines()
        found += [dict(zip(head.split("\t"), line.split("\t"), strict=False)) for line in lines]
    return found


def interviews() -> dict[str, Case]:
    """One case for each company, with the first notes of each interviewer."""
    cases = {}
    for company in dict.fromkeys(row["company"] for row in rows()):
        own = [row for row in rows() if row["company"] == company]
        people, notes = [], []
        for at, name in enumerate(dict.fromkeys(row["interviewer"] for row in own)):
            theirs = [row for row in own if row["interviewer"] == name]
            people.append(Person(id=f"p{at}", name=name, pronoun=theirs[0]["pronoun"]))
            step = max(1, len(theirs) // MOST_NOTES)
            notes += [
                Note(id=row["id"], interview="i", person=f"p{at}", text=row["note"]) for row in theirs[::step][: MOST_NOTES + 1]
            ]
        start = datetime(2026, 11, 23, 10)  # noqa: DTZ001  (wall time)
        interview = Interview(id="i", company=company, role=own[0]["role"], start=start, people=tuple(each.id for each in people))
        cases[company] = Case(interview, tuple(people), tuple(notes))
    return cases


def told(case: Case, lexicon: Lexicon, templates: TemplateSet) -> str:
    """Notes and letters of one interview as text."""
    me = Me(name="Robin Ashworth")
    lines = [f"{case.interview.company}, {case.interview.role}", ""]
    for letter, person in zip(panel(case, me, lexicon, templates), case.interviewers, strict=True):
        lines += ["=" * 100, f"{person.name} ({person.pronoun})", ""]
        for note in case.notes_about(person.id):
            outcome = understand(note, case, me, lexicon, person)
            result = outcome.sentence or (str(outcome.question.words) if outcome.question else outcome.kind)
            lines += [f"  {note.text}", f"      {outcome.route}: {result}"]
        lines += ["", letter.text, letter.signature, ""]
        lines += [f"  [{finding.level}] {finding.words}" for finding in letter.findings]
    return "\n".join(lines).rstrip() + "\n"


def main(*, write: bool) -> None:
    """Print the golden letters, or write them."""
    lexicon, templates = Lexicon.parse(read("resources/words")), gather(read("resources/templates"), {})
    for company, case in interviews().items():
        text = told(case, lexicon, templates)
        if write:
            name = "".join(char if char.isalnum() else "-" for char in company.lower())
            (GOLDEN / f"{name}.txt").write_text(text, encoding="utf-8")
        else:
            sys.stdout.write(text)


if __name__ == "__main__":
    main(write="--write" in sys.argv)
