"""What has happened with one interview so far, newest first, in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time

from PySide6.QtCore import QCoreApplication

from followup_desktop.core.records import CardState, Case, Channel, Outcome
from followup_desktop.core.sentences import task_title
from followup_desktop.ui.language import day_words, said, time_words

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Happened:
    """One thing that happened: its moment (midnight where only the day is known), icon and words."""

    moment: datetime
    icon: str
    words: str
    has_time: bool = True

    def when(self, today: date) -> str:
        """The time of today's things, the day of earlier ones."""
        day = self.moment.date()
        return time_words(self.moment.time()) if day == today and self.has_time else day_words(day, today)


def happened(case: Case, now: datetime) -> list[Happened]:
    """Everything that is known to have happened up to `now`, newest first."""
    zone = now.tzinfo

    def on(day: date) -> datetime:
        return datetime.combine(day, time(), zone)

    told: list[Happened] = []
    for card in case.cards:
        met = case.person(card.person)
        name = (met.address_as or met.name) if met else ""
        if card.state is CardState.POSTED and card.posted_at is not None:
            told.append(
                Happened(card.posted_at.astimezone(zone), "posted", translate("so_far", "Card to {0} posted").format(name))
            )
        elif card.printed_at is not None:
            told.append(
                Happened(card.printed_at.astimezone(zone), "print", translate("so_far", "Card to {0} printed").format(name))
            )
    written = [note.written for note in case.notes if note.written is not None]
    if written:
        count = len(written)
        words = translate("so_far", "1 note written") if count == 1 else translate("so_far", "{0} notes written").format(count)
        told.append(Happened(max(written).astimezone(zone), "note", words))
    kinds = {
        Channel.CALL: ("phone", translate("so_far", "Called {0}")),
        Channel.EMAIL: ("envelope", translate("so_far", "Wrote to {0}")),
        Channel.LETTER: ("envelope", translate("so_far", "Sent {0} a letter")),
        Channel.VISIT: ("door", translate("so_far", "Went to see {0}")),
    }
    for touch in case.touches:
        met = case.person(touch.person)
        icon, words = kinds[touch.kind]
        what = words.format(met.name if met else case.interview.company)
        if touch.reason:
            what = translate("so_far", "{0}: {1}").format(what, touch.reason)
        told.append(Happened(on(touch.on), icon, what, has_time=False))
        if touch.answered_on is not None:
            answer = translate("so_far", "{0} answered").format(met.name if met else case.interview.company)
            told.append(Happened(on(touch.answered_on), "info", answer, has_time=False))
    told += [Happened(on(day), "check", words, has_time=False) for day, words in _kept(case)]
    if case.interview.outcome is not Outcome.WAITING and case.interview.outcome_on is not None:
        words = {
            Outcome.OFFER: translate("so_far", "They made an offer"),
            Outcome.ACCEPTED: translate("so_far", "You accepted"),
            Outcome.DECLINED: translate("so_far", "You declined"),
            Outcome.REJECTED: translate("so_far", "They said no"),
            Outcome.WITHDRAWN: translate("so_far", "You withdrew"),
            Outcome.NO_ANSWER: translate("so_far", "Closed without an answer"),
        }[case.interview.outcome]
        told.append(Happened(on(case.interview.outcome_on), "info", words, has_time=False))
    return sorted(told, key=lambda each: each.moment, reverse=True)


def _kept(case: Case) -> list[tuple[date, str]]:
    """The promises that were kept, each with its day."""
    words = translate("so_far", "Kept: {0}")
    return [(task.done_on, words.format(said(task_title(task, case)))) for task in case.tasks if task.done_on is not None]
