"""Which of those invited is the user."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from followup_desktop.core.records import Me
from followup_desktop.exchange import employers, names
from followup_desktop.exchange.events import Attendee, Event, Kind


def _mailbox(email: str) -> str:
    """An address as its mailbox is known: case, "+tag" and Gmail's dots do not matter."""
    local, _, domain = email.casefold().rpartition("@")
    local = local.partition("+")[0]
    if domain in {"gmail.com", "googlemail.com"}:
        return f"{local.replace('.', '')}@gmail.com"
    return f"{local}@{domain}"


class Own:
    """Knows the user among those invited: by own address or name, else by what all these invitations have in common."""

    def __init__(self, me: Me, events: Sequence[Event]) -> None:
        self.name = me.name
        self._mailboxes = {_mailbox(email) for email in me.emails}
        self.known = bool(self._mailboxes) or any(self._by_name(each) for event in events for each in event.attendees)
        self.likely = "" if self.known else likely(events)

    def is_me(self, attendee: Attendee) -> bool:
        """True when that is the user, as far as can be told."""
        mailbox = _mailbox(attendee.email) if attendee.email else ""
        return mailbox in {*self._mailboxes, self.likely} - {""} or self._by_name(attendee)

    def _by_name(self, attendee: Attendee) -> bool:
        called = names.spoken(attendee.name)[0] or (employers.name_from(attendee.email) if attendee.email else "")
        return bool(self.name) and names.alike(called, self.name)


def _candidates(event: Event) -> dict[str, str]:
    """Addresses in an invitation that may be the user's, by mailbox: not the organizer's, not a room's."""
    inviter = _mailbox(event.organizer.email) if event.organizer else ""
    found = {
        _mailbox(each.email): each.email
        for each in event.attendees
        if each.email and each.kind in {Kind.INDIVIDUAL, Kind.UNKNOWN} and not employers.is_machine(each.name, each.email)
    }
    found.pop(inviter, None)
    return found


def likely(events: Sequence[Event]) -> str:
    """The mailbox that must be the user's: the only one in all invitations, or the only one there from outside.

    An empty text where more than one can be it.
    """
    told = [event for event in events if _candidates(event)]
    if not told:
        return ""
    counts = Counter(mailbox for event in told for mailbox in _candidates(event))
    everywhere = [mailbox for mailbox, count in counts.items() if count == len(told)]
    inviters = {employers.registered(event.organizer.email) for event in told if event.organizer}
    outside = [mailbox for mailbox in everywhere if employers.registered(mailbox) not in inviters]
    for choice in (everywhere, [mailbox for mailbox in everywhere if employers.is_free_mail(mailbox)], outside):
        if len(choice) == 1:
            return choice[0]
    return ""


def whose(own: Own, events: Iterable[Event]) -> tuple[str, ...]:
    """The addresses to ask about when the user's own are not known, the likeliest first; none where they are known."""
    if own.known:
        return ()
    found: dict[str, str] = {}
    for event in events:
        found.update(_candidates(event))
    return tuple(sorted(found.values(), key=lambda email: (_mailbox(email) != own.likely, not employers.is_free_mail(email))))
