"""What a change has done, as a fact: the undo menu names the act ("Cancel Acme"), a bar says what is so now."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from followup_desktop.core.records import Change, Interview
from followup_desktop.core.words import QT_TRANSLATE_NOOP, Value, Words
from followup_desktop.ui.language import said

FACTS = {
    "Add {company}": QT_TRANSLATE_NOOP("done", "{company} is in your notebook."),
    "Bring in invitations": QT_TRANSLATE_NOOP("done", "The invitations are in your notebook."),
    "Bring in {name}": QT_TRANSLATE_NOOP("done", "{name} is in your notebook."),
    "Bring in {count} contacts": QT_TRANSLATE_NOOP("done", "{count} contacts are in your notebook."),
    "Follow the invitation to {company}": QT_TRANSLATE_NOOP("done", "{company} is as the new invitation says."),
    "Cancel {company}": QT_TRANSLATE_NOOP("done", "{company} is cancelled."),
    "Take up {company} again": QT_TRANSLATE_NOOP("done", "{company} is taken up again."),
    "Move {company}": QT_TRANSLATE_NOOP("done", "{company} moved to {day}."),
    "Ask {company} on {day}": QT_TRANSLATE_NOOP("done", "You ask {company} on {day}."),
    "Ask {company} when it is best": QT_TRANSLATE_NOOP("done", "You ask {company} on the best day again."),
    "Post {company}’s cards on {day}": QT_TRANSLATE_NOOP("done", "{company}’s cards go out on {day}."),
    "Post {company}’s cards when they are due": QT_TRANSLATE_NOOP("done", "{company}’s cards go out when they are due again."),
    "Change when a promise is due": QT_TRANSLATE_NOOP("done", "The promise has another day."),
    "Edit {company}": QT_TRANSLATE_NOOP("done", "{company} is changed."),
    "Delete {company}": QT_TRANSLATE_NOOP("done", "{company} is deleted, with its notes."),
    "Add {name}": QT_TRANSLATE_NOOP("done", "{name} is among the people you met."),
    "Edit {name}": QT_TRANSLATE_NOOP("done", "{name} is changed."),
    "Tick off a promise": QT_TRANSLATE_NOOP("done", "The promise is ticked off."),
    "Put off a reminder": QT_TRANSLATE_NOOP("done", "It comes again later."),
    "Dismiss a reminder": QT_TRANSLATE_NOOP("done", "Dismissed. It stays in the calendar."),
    "Change how often {name} hears from you": QT_TRANSLATE_NOOP("done", "{name} hears from you in another rhythm."),
    "Put {name} on the quiet list": QT_TRANSLATE_NOOP("done", "{name} is on the quiet list."),
    "Take {name} off the quiet list": QT_TRANSLATE_NOOP("done", "{name} is off the quiet list."),
    "Delete {name}": QT_TRANSLATE_NOOP("done", "{name} is deleted."),
    "Take {name} out": QT_TRANSLATE_NOOP("done", "{name} is taken out, with the notes about them."),
}
"""By the label of a change (the source text of `core.changes` and of `exchange`), what is so after it."""


def done_words(change: Change, today: date) -> str:
    """The sentence for a bar; the label itself for a change that no bar tells of."""
    fact = FACTS.get(change.label.text)
    if fact is None:
        return said(change.label, today)
    days = [after.day for _, after in change.pairs if isinstance(after, Interview)]
    values: dict[str, Value] = {"day": days[0]} if days else {}
    return said(Words(QCoreApplication.translate("done", fact), {**values, **change.label.values}), today)
