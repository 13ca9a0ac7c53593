"""What a reminder says: in a row of the window, and on the desktop, where others may look over one's shoulder."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from PySide6.QtCore import QCoreApplication

from followup_desktop.core.agenda import Does, Kind
from followup_desktop.core.reminders import MORNING, Reminder
from followup_desktop.desk.notifications import DEFAULT, Notice
from followup_desktop.ui import privacy
from followup_desktop.ui.language import said

translate = QCoreApplication.translate

ACT, HOUR, TOMORROW, DISMISS = "act", "hour", "tomorrow", "dismiss"
"""The keys of a reminder's buttons."""
MOST_LINES = 4
"""How many reminders a notification names: beyond that it only counts them."""

_ICONS = {
    Kind.CARD: ("card", "stamp"),
    Kind.BEST: ("best-day", "ink"),
    Kind.KIT: ("kit", "text2"),
    Kind.OUTCOME: ("info", "text2"),
    Kind.TASK: ("note", "stamp"),
    Kind.CHECK_IN: ("sprout", "text2"),
    Kind.KEEP_IN_TOUCH: ("sprout", "text2"),
}


def icon(reminder: Reminder) -> tuple[str, str]:
    """The icon of its row and the token of its colour."""
    if reminder.does is Does.DEBRIEF:
        return "debrief", "ink"
    return _ICONS.get(reminder.kind, ("interview", "ink"))


def row_words(reminder: Reminder, today: date) -> tuple[str, str]:
    """What it says and why, as whole sentences; names are initials where the user wants none on the screen."""
    return privacy.shown(_sentence(said(reminder.title, today))), privacy.shown(said(reminder.text, today))


def act_words(reminder: Reminder) -> str:
    """What stands on its button."""
    words = {
        Does.DEBRIEF: translate("reminders", "Debrief"),
        Does.WRITE: translate("reminders", "Write cards"),
        Does.KIT: translate("reminders", "Print kit"),
    }
    return words.get(reminder.does, translate("reminders", "Open"))


def notice(told: Sequence[Reminder], today: date, *, private: bool) -> Notice:
    """The one notification for all these reminders (at least one); nothing personal in it where the user is private."""
    wait = {HOUR: translate("reminders", "In an hour"), TOMORROW: translate("reminders", "Tomorrow morning")}
    count = len(told)
    several = translate("reminders", "{0} things to do").format(count)
    show = translate("reminders", "Show them") if count > 1 else translate("reminders", "Open")
    if private:
        title = translate("reminders", "Something to do") if count == 1 else several
        return Notice(title, "", {DEFAULT: show, ACT: show, **wait})
    if count == 1:
        (one,) = told
        words = act_words(one)
        answers = {DEFAULT: words, ACT: words, **wait, DISMISS: translate("reminders", "Dismiss")}
        return Notice(said(one.title, today), said(one.text, today), answers)
    lines = [said(each.title, today) for each in told[:MOST_LINES]]
    if count > MOST_LINES:
        lines.append(translate("reminders", "and {0} more").format(count - MOST_LINES))
    return Notice(several, "\n".join(lines), {DEFAULT: show, ACT: show, **wait})


def until(key: str, now: datetime) -> datetime | None:
    """The moment until which a button puts a reminder off; None: for good."""
    if key == HOUR:
        return now + timedelta(hours=1)
    if key == TOMORROW:
        return datetime.combine(now.date() + timedelta(days=1), MORNING, now.tzinfo)
    return None


def _sentence(words: str) -> str:
    """A title as a sentence of its own, in front of another one."""
    return words if words.endswith((".", "?", "!", "…", "”")) else translate("reminders", "{0}.").format(words)
