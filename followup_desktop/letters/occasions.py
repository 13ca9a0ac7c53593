"""What a letter may be written for, and what a card to a person is for (E25, E27, E28, E37)."""

from __future__ import annotations

from followup_desktop.core.records import CardState, Case, Outcome, Person, Talk
from followup_desktop.core.words import QT_TRANSLATE_NOOP, Words

TALKS = ("interview", "phone-screen", "panel", "informational")
"""What a card says after a conversation while nothing is decided."""
EVERYONE = "everyone"
"""One card to whoever arranged the day that names all who were met (E25)."""
OCCASIONS = (
    "interview",
    "phone-screen",
    "panel",
    "rejection",
    "withdrawn",
    "offer-accepted",
    "offer-declined",
    "informational",
    "referral",
    "coordinator",
    EVERYONE,
    "keep-in-touch",
)
"""What goes on paper."""
MESSAGES = ("thank-you-email", "follow-up", "after-rejection", "keep-in-touch-email", "connect")
"""What goes by mail or into the box of a network."""
TONES = ("warm", "formal", "brief")
MOST_SINGLE_CARDS = 6
"""E25: from more interviewers on, one card may name them all."""

AFTER = {
    Outcome.ACCEPTED: "offer-accepted",
    Outcome.DECLINED: "offer-declined",
    Outcome.REJECTED: "rejection",
    Outcome.NO_ANSWER: "rejection",
    Outcome.WITHDRAWN: "withdrawn",
}
"""Outcomes after which a card must not speak of a wish to join: what it is written for instead."""

SAID = {
    "interview": QT_TRANSLATE_NOOP("letters", "After an interview"),
    "phone-screen": QT_TRANSLATE_NOOP("letters", "After a phone screen"),
    "panel": QT_TRANSLATE_NOOP("letters", "After meeting several people together"),
    "rejection": QT_TRANSLATE_NOOP("letters", "After a rejection"),
    "withdrawn": QT_TRANSLATE_NOOP("letters", "After you withdrew"),
    "offer-accepted": QT_TRANSLATE_NOOP("letters", "After you accepted the offer"),
    "offer-declined": QT_TRANSLATE_NOOP("letters", "After you declined the offer"),
    "informational": QT_TRANSLATE_NOOP("letters", "After a talk for advice"),
    "referral": QT_TRANSLATE_NOOP("letters", "For putting in a word for you"),
    "coordinator": QT_TRANSLATE_NOOP("letters", "For arranging the day"),
    EVERYONE: QT_TRANSLATE_NOOP("letters", "One card that names everybody"),
    "keep-in-touch": QT_TRANSLATE_NOOP("letters", "To keep in touch"),
    "thank-you-email": QT_TRANSLATE_NOOP("letters", "Thank-you e-mail"),
    "follow-up": QT_TRANSLATE_NOOP("letters", "Follow-up"),
    "after-rejection": QT_TRANSLATE_NOOP("letters", "E-mail after a rejection"),
    "keep-in-touch-email": QT_TRANSLATE_NOOP("letters", "E-mail to keep in touch"),
    "connect": QT_TRANSLATE_NOOP("letters", "Connection request"),
}
TONES_SAID = {
    "warm": QT_TRANSLATE_NOOP("letters", "Warm"),
    "formal": QT_TRANSLATE_NOOP("letters", "Formal"),
    "brief": QT_TRANSLATE_NOOP("letters", "Brief"),
}


def occasion(case: Case, person_id: str) -> str:
    """What a card to that person is for: as the user chose, as long as that is true; else as the interview has it.

    A wish to join never outlives the outcome: what was chosen before it was known gives way to it. What was posted stays
    what it was.
    """
    choices = fitting(case, person_id)
    card = case.card(person_id)
    chosen = card.occasion
    if card.state is CardState.POSTED and chosen in OCCASIONS:
        return chosen
    return chosen if chosen in choices else choices[0]


def fitting(case: Case, person_id: str) -> tuple[str, ...]:
    """What a card to that person may be for, likeliest first. Whoever was not there can only have arranged it."""
    told = case.interview
    many = (EVERYONE,) if len(told.people) > MOST_SINGLE_CARDS else ()
    if person_id not in told.people:
        own = ("referral", "coordinator") if person_id == told.referred_by else ("coordinator",)
        return (*own, *many, "keep-in-touch")
    many = many if told.arranged_by is None else ()
    if told.talk is Talk.INFORMATIONAL:
        return ("informational", *many, "keep-in-touch")
    after = AFTER.get(told.outcome)
    if after is not None:
        return (after, *many, "keep-in-touch")
    offered = ("offer-accepted", "offer-declined") if told.outcome is Outcome.OFFER else ()
    talks = dict.fromkeys((str(told.talk), *TALKS))
    return (*talks, *offered, "withdrawn", *many, "keep-in-touch")


def with_cards(case: Case) -> tuple[Person, ...]:
    """Everybody who gets a card: who interviewed, then who arranged the day or referred the user, where a card is begun."""
    begun = {card.person for card in case.cards}
    others = (each for each in case.people if each not in case.interviewers and each.id in begun)
    return (*case.interviewers, *others)


def said(name: str) -> Words:
    """The occasion `name` in words for a menu."""
    return Words(SAID[name])


def tone_said(tone: str) -> Words:
    """The tone in words for a menu."""
    return Words(TONES_SAID[tone])
