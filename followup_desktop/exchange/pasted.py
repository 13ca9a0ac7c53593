"""The text of an invitation, copied out of a mail or a calendar: the same as a typed line would tell.

Google and Outlook write labelled lines ("When:", "Where", "Required Attendees:"); people write prose ("... for the position
of X at Y on Tuesday, 1 December at 14:00 with Jonas Weidmann"). A calendar that was pasted whole is read as one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from followup_desktop.core.records import Me
from followup_desktop.exchange import clean, employers, names, places, titles
from followup_desktop.exchange.clocks import read_clocks
from followup_desktop.exchange.days import read_days
from followup_desktop.exchange.events import Attendee, Draft, Event, Skipped
from followup_desktop.exchange.ics import read_ics
from followup_desktop.exchange.own import Own
from followup_desktop.exchange.when import When, read_when

_LABELS = {
    "when": "when|date and time|date ?/ ?time|date|time|wann|zeit|beginn|termin|datum|quand|date et heure|cuándo|fecha|quando",
    "where": "where|location|joining info|join(?: online)?|wo|ort|lieu|où|dónde|lugar|dove|luogo|address|venue",
    "who": "who|guests?|attendees?|required(?: attendees?)?|optional(?: attendees?)?|participants?|invitees?|interviewers?|panel"
    "|teilnehmer|erforderlich(?:e teilnehmer)?|optional(?:e teilnehmer)?|gäste|wer|invités|participants obligatoires|invitados"
    "|partecipanti",
    "to": "to|cc|an|à|para",
    "from": "from|organi[sz]er|sent by|von|organisator|de|organisateur|organizador",
    "title": "subject|title|event|betreff|titel|objet|asunto|oggetto|what|was",
    "role": "position|role|job title|job|stelle|poste",
    "company": "company|employer|firma|unternehmen|entreprise",
    "end": "calendar|description|details|notes?|sent|gesendet|kalender|view all guest info|reply for|meeting id|passcode|duration"
    "|phone|attachments?",
}
_LABEL = re.compile(
    "|".join(rf"(?P<{kind}>{words})" for kind, words in _LABELS.items()),
    re.IGNORECASE,
)
_LABELLED = re.compile(r"[*_\s]*(?P<label>[^\W\d_][^:：\n]{0,24}?)[*_ ]*(?:[:：][*_ ]*(?P<value>.*))?$")
_ALONE = frozenset(
    {"when", "where", "who", "guests", "organizer", "attendees", "location", "wann", "wo", "wer", "gäste", "quand", "où"}
)
"""Labels that stand on a line of their own, without a colon (Google)."""
_ORGANIZER = re.compile(
    r"\s*[-–—(,]\s*(?:organi[sz]er|creator|organisator(?:in)?|organisateur|organizador)\)?\s*$", re.IGNORECASE
)
_ANSWERS = re.compile(r"\s*[-–—(]\s*(?:accepted|declined|tentative|optional|required|no response|creator)\)?\s*$", re.IGNORECASE)
_MAILBOX = re.compile(
    r"[<\[(]?(?:mailto:)?([^\s<>()\[\],;:\"]{1,64}@[^\s<>()\[\],;:\"@]{1,190}\.[^\s<>()\[\],;:\".@]{2,30})[>\])]?(?=$|[\s,;.])",
    re.IGNORECASE,
)
_GREETING = re.compile(
    r"^\s*(?:hi|hello|hey|dear|hallo|liebe[r]?|guten tag|sehr geehrte[r]?|bonjour|hola|ciao)\s+"
    r"(?:(?:mr|ms|mrs|dr|herr|frau)\.?\s+)?([^\W\d_][\w'’-]*)",
    re.IGNORECASE | re.MULTILINE,
)
_CLOSING = re.compile(
    r"^\s*(?:best|best wishes|(?:kind|best|warm) regards|regards|sincerely|thanks|thank you|many thanks|cheers|yours|"
    r"(?:mit )?(?:freundlichen|besten|herzlichen|viele) grüßen?|viele grüße|cordialement|saludos)\s*[,.!]?\s*$",
    re.IGNORECASE | re.MULTILINE,
)
_PLACE = re.compile(
    r"\b(?:at|in)\s+(?:our|the)\s+"
    r"(?P<office>(?:[\w'’-]+\s+){0,3}?(?:office|headquarters|hq|campus|site|store|restaurant)s?\b(?:\s+(?:at|in|on)\s+[^\n.;]{3,120})?)"
    r"|\b(?:address|adresse)\s*:\s*(?P<address>[^\n]{3,160})",
    re.IGNORECASE,
)
_BY_PHONE = re.compile(
    r"\b(?:phone (?:interview|call|screen)|by (?:tele)?phone|over the phone|(?:will|['’]ll) call you|telefonisch)\b",
    re.IGNORECASE,
)
_LAST_FIRST = re.compile(r"[^\s,]+, [^\s,]+")
_MOST_ROWS = 400
_MOST_CHARACTERS = 20_000


@dataclass(slots=True)
class _Told:
    """What labelled lines tell, and the lines that stand outside them."""

    fields: dict[str, list[str]] = field(default_factory=dict)
    prose: list[str] = field(default_factory=list)

    def first(self, kind: str) -> str:
        """The first line behind a label of that kind."""
        return next(iter(self.fields.get(kind, ())), "")


def read_invitation_text(
    text: str, today: date, zone: str, locale: str = "en_US", *, me: Me | None = None
) -> Draft | tuple[Event | Skipped, ...]:
    """The interview that a pasted text tells; what it does not tell is missing from the draft, never guessed.

    A text with a calendar in it gives that calendar's meetings instead (for `bring_in.plan`) and raises `Problem` like
    `read_ics`. `me` keeps the user's own name and addresses out of the interviewers.
    """
    if "BEGIN:VCALENDAR" in text:
        return read_ics(text[text.index("BEGIN:VCALENDAR") :].encode("utf-8", "replace"), zone)
    bare = clean.lines(text, _MOST_CHARACTERS)
    told = _labelled(bare)
    prose = _CLOSING.split("\n".join(told.prose))[0]
    when = _when(told, prose, today, zone, locale)
    everybody, organizer = _people(told)
    own = Own(me or Me(), ())
    others = tuple(each for each in everybody if not own.is_me(each) and not _is_addressed(each, bare))
    title = told.first("title")
    company, role = told.first("company"), told.first("role")
    addresses = [each.email for each in (*others, *filter(None, [organizer])) if each.email]
    guess = titles.guess(title, prose, [each.name for each in everybody], addresses)
    spoken = names.introduced(_CLOSING.split(bare)[0], [company or guess.company])
    called = [each.name for each in (*everybody, *spoken)]
    headings = titles.from_lines((_undated(row, today, locale) for row in prose.split("\n")), called)
    company = clean.line(company or guess.company or headings.company, clean.NAME)
    role = clean.line(role or guess.role or headings.role, clean.NAME)
    if not others:
        others = tuple(
            each
            for each in spoken
            if not names.alike(each.name, company) and not own.is_me(each) and not _is_addressed(each, bare)
        )
    if organizer and own.is_me(organizer):
        organizer = None
    return Draft(
        company=company,
        role=role,
        start=when.start if when else None,
        end=when.end if when else None,
        zone=when.zone if when else zone,
        place=_place(told, prose),
        organizer=organizer,
        people=tuple(_named(each) for each in others),
        doubts=when.doubts if when else (),
    )


def _undated(row: str, today: date, locale: str) -> str:
    """A line without the days and times in it."""
    days = [day.span for day in read_days(row, today, locale, all_languages=True)]
    for start, end in sorted([*days, *(clock.span for clock in read_clocks(row, days))], reverse=True):
        row = f"{row[:start]} | {row[end:]}"
    return row


def _labelled(text: str) -> _Told:
    """The lines of a text, sorted by the labels before them; a label holds until the next one or a blank line."""
    told = _Told()
    kind = ""
    for row in text.split("\n")[:_MOST_ROWS]:
        line = row.strip("* \t")
        label = _label(line)
        if label is not None:
            kind, value = label
            if value and kind != "end":
                told.fields.setdefault(kind, []).append(value)
        elif not line:
            kind = kind if kind in {"who", "when", "where"} and not told.fields.get(kind) else ""
        elif kind and kind != "end" and (kind == "who" or not told.fields.get(kind)):
            told.fields.setdefault(kind, []).append(line)
        elif kind != "end":
            told.prose.append(line)
    return told


def _label(line: str) -> tuple[str, str] | None:
    """The kind of label that a line begins with, and the value behind it; None for any other line."""
    found = _LABELLED.fullmatch(line)
    if found is None:
        return None
    label = " ".join(found["label"].split())
    kind = _LABEL.fullmatch(label)
    if kind is None or (found["value"] is None and label.casefold() not in _ALONE and kind.lastgroup != "end"):
        return None
    return str(kind.lastgroup), (found["value"] or "").strip()


def _when(told: _Told, prose: str, today: date, zone: str, locale: str) -> When | None:
    """Day and time: behind "When:" (where date and time may be two lines), else in the title, else in the prose."""
    labelled = " ".join(told.fields.get("when", ()))
    for text in (labelled, told.first("title"), prose):
        when = read_when(clean.line(text, clean.TEXT), today, zone, locale, all_languages=True) if text else None
        if when is not None:
            return when
    return None


def _people(told: _Told) -> tuple[tuple[Attendee, ...], Attendee | None]:
    """Everybody whom the labelled lines name, and who organizes it."""
    found: list[Attendee] = []
    organizer = next(iter(_attendees(told.first("from"))), None)
    for row in told.fields.get("who", ()):
        line = row.strip("* \t•·-")
        organizes = _ORGANIZER.search(line)
        for each in _attendees(_ANSWERS.sub("", _ORGANIZER.sub("", line))):
            if organizes:
                organizer = each
            if not any(_is_same(each, known) for known in found):
                found.append(each)
    return tuple(found), organizer


def _is_same(one: Attendee, other: Attendee) -> bool:
    return (bool(one.email) and one.email.casefold() == other.email.casefold()) or (
        bool(one.name) and not (one.email and other.email) and names.alike(one.name, other.name)
    )


def _attendees(text: str) -> tuple[Attendee, ...]:
    """The people on one line: "Hong Nguyen <hong@acme.com>; Kaya, Aylin", or names with commas between them."""
    pieces = [piece for piece in text.split(";") if piece.strip()]
    if len(pieces) == 1:
        pieces = _between_mailboxes(text) if _MAILBOX.search(text) else pieces
    found: list[Attendee] = []
    for piece in pieces:
        mailbox = _MAILBOX.search(piece)
        if mailbox is None and len(pieces) == 1 and not _LAST_FIRST.fullmatch(piece.strip()):
            listed, end = names.listed(piece)
            if listed and not piece[end:].strip(" .,"):
                return listed
        name, title = names.spoken(_MAILBOX.sub("", piece).strip(" ,\"'"))
        email = clean.address(mailbox[1]) if mailbox else ""
        if email or (name and name[0].isalpha() and not name[0].islower()):
            found.append(Attendee(name=name, email=email, title=title))
    return tuple(found)


def _between_mailboxes(text: str) -> list[str]:
    """`text` taken apart behind each mail address."""
    pieces: list[str] = []
    at = 0
    for mailbox in _MAILBOX.finditer(text):
        pieces.append(text[at : mailbox.end()].strip(" ,"))
        at = mailbox.end()
    rest = text[at:].strip(" ,")
    return [*pieces, rest] if rest else pieces


def _is_addressed(attendee: Attendee, text: str) -> bool:
    """True for the person whom the mail greets ("Hi Jane,"): that is the user."""
    greeting = _GREETING.search(text)
    called = attendee.name or employers.name_from(attendee.email)
    return bool(greeting and called) and clean.folded(str(greeting and greeting[1])) in clean.folded(called).split()


def _named(attendee: Attendee) -> Attendee:
    """`attendee` with a name: from the address where none is told."""
    name = attendee.name or employers.name_from(attendee.email)
    return Attendee(name=name, email=attendee.email, title=attendee.title)


def _place(told: _Told, prose: str) -> str:
    """Where it takes place: behind "Where:", else in the prose."""
    labelled = told.first("where")
    if labelled:
        return places.place(labelled, prose)
    spoken = _PLACE.search(prose)
    if spoken:
        return clean.line(spoken["office"] or spoken["address"]).strip(" ,")
    return places.BY_PHONE if _BY_PHONE.search(prose) else places.place("", prose)
