"""The sample job hunt: a made-up one that looks alive on whatever day it is opened."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

from followup_desktop.core import dates, promise
from followup_desktop.core.records import (
    Box,
    Card,
    CardState,
    Change,
    Channel,
    Interview,
    Me,
    Note,
    Outcome,
    Permission,
    Person,
    Promise,
    Record,
    Touch,
    Workdays,
    added,
    card_id,
    new_id,
)
from followup_desktop.core.words import QT_TRANSLATE_NOOP, Words

ENDED = time(11, 30)
"""The story's interview of the day is over by then."""


def job_hunt(text: str, now: datetime, zone: str, workdays: Workdays, me: Me) -> Change:
    """The job hunt of `resources/sample.toml` told from the last business day whose morning is over at `now`.

    What is already known about `me` (country, locale) is kept. Raises `tomllib.TOMLDecodeError` and `KeyError` for a
    file that is not the one we ship.
    """
    story = tomllib.loads(text)
    today = now.date() if now.time() >= ENDED else now.date() - timedelta(days=1)
    anchor = today if workdays.is_workday(today) else workdays.before(today)
    writer = replace(me, name=story["me"]["name"], emails=tuple(story["me"]["emails"]), address=story["me"]["address"])
    records: list[Record] = []
    for telling in story["interview"]:
        records += _told(telling, anchor, now, zone, workdays)
    change = added(Words(QT_TRANSLATE_NOOP("core", "Fill with the sample job hunt")), *records)
    return replace(change, pairs=((me if me != Me() else None, writer), *change.pairs))


def workday(anchor: date, count: int, workdays: Workdays) -> date:
    """The business day `count` business days from `anchor`; backwards for a negative one."""
    if count > 0:
        return workdays.after(anchor, count)
    for _ in range(-count):
        anchor = workdays.before(anchor)
    return anchor


def _told(telling: dict[str, Any], anchor: date, now: datetime, zone: str, workdays: Workdays) -> list[Record]:
    """One interview of the story as records, people before what names them."""
    day = workday(anchor, telling["day"], workdays)
    met = [_person(each, telling["company"]) for each in telling["person"]]
    by_name = {person.name: person.id for person in met}
    arranged = [_person(telling["arranged_by"], telling["company"])] if "arranged_by" in telling else []
    outcome_day = telling.get("outcome_day")
    interview = Interview(
        id=new_id(),
        company=telling["company"],
        role=telling["role"],
        start=datetime.combine(day, time.fromisoformat(telling["start"])),
        end=datetime.combine(day, time.fromisoformat(telling["end"])),
        zone=zone,
        place=telling.get("place", ""),
        people=tuple(person.id for person in met),
        arranged_by=arranged[0].id if arranged else None,
        permission=Permission(telling.get("permission", Permission.NOT_ASKED)),
        outcome=Outcome(telling.get("outcome", Outcome.WAITING)),
        outcome_on=None if outcome_day is None else workday(anchor, outcome_day, workdays),
    )
    records: list[Record] = [*met, *arranged, interview]
    after = interview.ends()
    for each, person in zip(telling["person"], met, strict=True):
        records += _notes(each.get("notes", ()), interview.id, person.id, after + timedelta(minutes=20))
        records += _cards(each.get("card"), interview.id, person.id, min(after + timedelta(minutes=40), now))
    said = telling.get("promise")
    if said:
        when = workday(anchor, said["by"], workdays) if "by" in said else day
        words = said["words"].replace("{by}", f"{dates.WEEKDAYS[when.weekday()]} {when.day} {dates.MONTHS[when.month - 1]}")
        window = promise.read(words, day, workdays, "en_GB")
        kept = Promise(id=new_id(), interview=interview.id, words=words, heard=day, by=by_name[said["who"]])
        records.append(replace(kept, earliest=window.earliest, latest=window.latest))
    asked = telling.get("touch")
    if asked:
        on = workday(anchor, asked["day"], workdays)
        touch = Touch(id=new_id(), interview=interview.id, person=by_name[asked["who"]], kind=Channel(asked["kind"]), on=on)
        records.append(touch)
    return records


def _person(telling: dict[str, str], company: str) -> Person:
    return Person(
        id=new_id(),
        name=telling["name"],
        address_as=telling.get("as", ""),
        pronoun=telling.get("pronoun", ""),
        title=telling.get("title", ""),
        email=telling.get("email", ""),
        company=company,
        tier=telling.get("tier", ""),
    )


def _notes(lines: list[str], interview: str, person: str, written: datetime) -> list[Note]:
    """Notes told as "box: words"; words without a box stand in none."""
    notes: list[Note] = []
    for line in lines:
        box, _, words = line.partition(": ")
        known = box in set(Box)
        notes.append(
            Note(
                id=new_id(),
                interview=interview,
                person=person,
                text=words if known else line,
                box=Box(box) if known else Box.ANY,
                position=sum(note.box == (box if known else Box.ANY) for note in notes),
                written=written,
            )
        )
    return notes


def _cards(state: str | None, interview: str, person: str, at: datetime) -> list[Card]:
    """The card as far as the story says it is."""
    if state is None:
        return []
    card = Card(id=card_id(interview, person), interview=interview, person=person, state=CardState(state))
    return [replace(card, posted_at=at, printed_at=at) if state == CardState.POSTED else card]
