#!/usr/bin/env python3
"""How many planted errors the check finds, and how many sound letters it stops: check_score.py [PART] [--rows] [--time]

The tables are planted.tsv and sound.tsv of tests/letters/data; PART is "unseen" for the third of them that was split off
before the check was written, "later" for sentences that were written after it. --rows lists what was
missed and what was stopped (and the warnings on sound letters), --time how long one check takes in a panel of twelve.
"""

import csv
import statistics
import sys
import time
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "tests/letters/data"
sys.path.insert(0, str(ROOT))

from followup_desktop.core.records import Case, Finding, Interview, Letter, Level, Me, Origin, Person, Sentence  # noqa: E402
from followup_desktop.letters.check import check  # noqa: E402

ME = Me(name="Robin Ashworth")
FRAME_MS = 16
"""One frame of a screen at 60 Hz, in ms."""
CASES = tomllib.loads((DATA / "check_cases.toml").read_text(encoding="utf-8"))


def table(name: str) -> list[dict[str, str]]:
    """The rows of a table in tests/letters/data."""
    with (DATA / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def case_of(key: str) -> Case:
    """The interview of that name in check_cases.toml."""
    told = CASES[key]
    people = tuple(
        Person(id=f"p{at}", name=name, address_as=called, pronoun=pronoun)
        for at, (name, called, pronoun) in enumerate(told["people"])
    )
    start = datetime.combine(told["day"], datetime.min.time()).replace(hour=10)
    interview = Interview(
        id="i", company=told["company"], role=told["role"], start=start, people=tuple(each.id for each in people)
    )
    return Case(interview, people)


def letter_of(key: str, case: Case, at: int, sentences: tuple[Sentence, ...] | None = None) -> Letter:
    """A sound letter to that person, or one of these sentences."""
    told = CASES[key]
    person = case.people[at]
    details = tuple(Sentence(text, f"n{n}", Origin.NOTE) for n, text in enumerate(told["details"]))
    body = (Sentence(told["thanks"]), *details, Sentence(told["ending"], paragraph=1))
    return Letter(
        interview="i",
        company=told["company"],
        person=person.id,
        name=person.name,
        greeting=f"Dear {person.address_as},",
        sentences=body if sentences is None else sentences,
        closing="Kind regards,",
        signature=ME.name,
    )


def findings(row: dict[str, str]) -> tuple[tuple[Finding, ...], Letter]:
    """What the check says about the letter of that row, and the letter."""
    key, _, number = row["case"].partition(".")
    case, text, how = case_of(key), row["text"], row["how"]
    letter = letter_of(key, case, int(number))
    more: dict[str, object] = {"elsewhere": [told["company"] for name, told in CASES.items() if name != key]}
    if how in {"add", "note", "others", "sent"}:
        text, _, other = text.partition(" || ")
        planted = Sentence(text, None if how != "note" else "n9", Origin.NOTE if how == "note" else Origin.YOURS, 1)
        letter = replace(letter, sentences=(*letter.sentences, planted))
        if how == "others":
            at = (int(number) + 1) % len(case.people)
            more["others"] = [letter_of(key, case, at, (Sentence(other, origin=Origin.YOURS),))]
        elif how == "sent":
            more["sent"] = [other]
    elif how == "greet":
        letter = replace(letter, greeting=text)
    elif how in {"body", "template", "selling"}:
        origin = Origin.TEMPLATE if how == "template" else Origin.YOURS
        body = tuple(Sentence(each, origin=origin) for each in text.split(" | ") if each)
        letter = replace(letter, sentences=(*letter.sentences, *body) if how == "selling" else body)
    elif how == "first":
        letter = replace(letter, sentences=(Sentence(text, origin=Origin.YOURS), *letter.sentences[1:]))
    elif how == "long":
        long = "The lab was a joy to see" + ", and so was the garden" * int(text) + "."
        letter = replace(letter, sentences=(*letter.sentences, Sentence(long, origin=Origin.YOURS)))
    elif how == "twin":
        more["others"] = [letter_of(key, case, int(text))]
    elif how == "late":
        more["now"] = case.interview.ends().astimezone(UTC) + timedelta(hours=int(text))
    return check(letter, case, ME, **more), letter


def is_found(row: dict[str, str]) -> bool:
    """True where the fault of that row is found, at its level and in its place."""
    found, letter = findings(row)
    at = {"s": len(letter.sentences) - 1, "-": None}.get(row["place"], row["place"])
    at = int(at) if isinstance(at, str) else at
    return any(each.code == row["code"] and each.level == row["level"] and each.sentence == at for each in found)


def score(planted: str, sound: str) -> tuple[list[dict[str, str]], list[dict[str, str]]]:
    """The planted rows that were missed, the sound ones that were stopped."""
    missed = [row for row in table(planted) if not is_found(row)]
    stopped = [row for row in table(sound) if any(each.level is Level.STOP for each in findings(row)[0])]
    return missed, stopped


def twelve() -> Iterator[tuple[Letter, Case, list[Letter]]]:
    """A panel of twelve with the letters of the sound table's sentences, each freshly typed."""
    case = case_of("acme")
    people = tuple(replace(case.people[at % 4], id=f"q{at}", name=f"{case.people[at % 4].name}") for at in range(12))
    case = replace(case, people=people, interview=replace(case.interview, people=tuple(each.id for each in people)))
    texts = [row["text"] for row in table("sound") if row["how"] == "add"]
    letters = [
        letter_of("acme", case, at, tuple(Sentence(text, origin=Origin.YOURS) for text in texts[at * 6 : at * 6 + 6]))
        for at in range(12)
    ]
    for letter in letters:
        yield letter, case, [other for other in letters if other is not letter]


def timed() -> list[float]:
    """Milliseconds of processor time of one check while a letter in a panel of twelve is typed, stroke by stroke."""
    taken = []
    for letter, case, others in twelve():
        for stroke in range(1, 31):
            last = letter.sentences[-1]
            typed = replace(letter, sentences=(*letter.sentences[:-1], replace(last, text=f"{last.text[:stroke]}.")))
            began = time.thread_time()
            check(
                typed,
                case,
                ME,
                others=others,
                sent=[other.sentences[0].text for other in others],
                elsewhere=["Northwind Traders"] * 20,
            )
            taken.append((time.thread_time() - began) * 1000)
    return taken


def put(line: str) -> None:
    """A line on standard output."""
    sys.stdout.write(line + "\n")


def main() -> None:
    """Print the figures."""
    part = next((f"_{part}" for part in ("unseen", "later") if part in sys.argv), "")
    missed, stopped = score(f"planted{part}", f"sound{part}")
    planted, sound = table(f"planted{part}"), table(f"sound{part}")
    put(f"planted found {len(planted) - len(missed)} of {len(planted)}; sound letters stopped {len(stopped)} of {len(sound)}")
    if "--rows" in sys.argv:
        for row in missed:
            put(f"missed   {row['id']}  {row['code']}  {row['text']}")
        for row in sound:
            for each in findings(row)[0]:
                if each.code not in {"short", "late"}:
                    put(f"{each.level:8} {row['id']}  {each.code}  {row['text']}  {each.words}")
    if "--time" in sys.argv:
        taken = sorted(timed())
        middle, worst = statistics.median(taken), taken[int(len(taken) * 0.99)]
        put(f"one check in a panel of 12: median {middle:.2f} ms, 99 of 100 {worst:.2f} ms, {middle / FRAME_MS:.3f} of a frame")


if __name__ == "__main__":
    main()
