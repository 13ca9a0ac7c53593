"""What messages are called on the screen, how long they are, and what can be done about a finding, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from followup_desktop.core.records import Case, Finding, Person
from followup_desktop.letters import messages
from followup_desktop.letters.message_check import ADDED, DROPPED, counted
from followup_desktop.ui.card_words import Fix

translate = QCoreApplication.translate


def short_words(kind: str) -> str:
    """A message's name on a segment."""
    return {
        messages.THANK_YOU: translate("messages", "Thank you"),
        messages.FOLLOW_UP: translate("messages", "Follow-up"),
        messages.AFTER_REJECTION: translate("messages", "After the no"),
        messages.KEEP_IN_TOUCH: translate("messages", "Hello"),
        messages.CONNECT: translate("messages", "Connect"),
    }[kind]


def kind_words(kind: str) -> str:
    """A message's name in a menu."""
    return {
        messages.THANK_YOU: translate("messages", "Thank-you e-mail"),
        messages.FOLLOW_UP: translate("messages", "Follow-up e-mail"),
        messages.AFTER_REJECTION: translate("messages", "Thanks after the no"),
        messages.KEEP_IN_TOUCH: translate("messages", "A hello"),
        messages.CONNECT: translate("messages", "Text to connect"),
    }[kind]


def length_words(kind: str, body: str) -> tuple[str, bool]:
    """How long the text is, and whether that is too long."""
    count, most = counted(kind, body)
    if kind == messages.CONNECT:
        told = translate("messages", "{0} of {1} characters").format(count, most)
        over = count - (most or count)
        return (told + "  ·  " + translate("messages", "{0} too many").format(over) if over > 0 else told), over > 0
    words = translate("messages", "1 word") if count == 1 else translate("messages", "{0} words").format(count)
    if most is not None and count > most:
        return translate("messages", "{0}, up to {1} are read").format(words, most), True
    return words, False


def fixes(finding: Finding, case: Case, right: Person | None) -> tuple[Fix, ...]:
    """What one press can do about a finding; `right` is the person to ask."""
    code = finding.code
    if code == "right-person" and right is not None:
        return (Fix("person", translate("messages", "Write to {0}").format(right.address_as or right.name)),)
    if code == "misspelt" and finding.sentence is not None:
        return (Fix("mend", translate("messages", "Use “{0}”").format(finding.words.values["right"])),)
    if code in DROPPED or finding.fix == "":
        return (Fix("mend", translate("messages", "Leave it out")),)
    if code in ADDED and (code != "no-date" or case.promise is not None):
        return (Fix("mend", translate("messages", "Add it")),)
    words = {
        "reproach": translate("messages", "Say it kindly"),
        "exclamation": translate("messages", "Use full stops"),
        "too-long": translate("messages", "Shorten it") if "characters" in finding.words.text else "",
    }.get(code, translate("messages", "Put it right") if finding.fix else "")
    return (Fix("mend", words),) if words else ()
