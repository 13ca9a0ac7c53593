"""What a letter must not go out with (stops) and what wants a second look (warnings).

Every finding explains itself, and most carry the sentence that settles them (`Finding.fix`). A letter is finished when
nothing stops it. The rules are those of ETIQUETTE E14, E26 and E28-E34 and CARDS ("Check"); `checks` holds one module for
each sort.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from followup_desktop.core.records import Case, Finding, Letter, Level, Me
from followup_desktop.core.words import QT_TRANSLATE_NOOP
from followup_desktop.letters.checks import alikeness, content, facts, form, names, spelt
from followup_desktop.letters.checks.alikeness import likeness
from followup_desktop.letters.checks.found import Looked, stop, warn
from followup_desktop.letters.checks.turns import THANKS

__all__ = ["ON_TIME", "THANKS", "check", "likeness"]

ON_TIME = timedelta(hours=24)
"""E19: a thank-you is on time up to 24 hours after the interview."""


def check(
    letter: Letter,
    case: Case,
    me: Me,
    *,
    others: Sequence[Letter] = (),
    sent: Sequence[str] = (),
    now: datetime | None = None,
    elsewhere: Sequence[str] = (),
) -> tuple[Finding, ...]:
    """Everything found about `letter`, stops first.

    `others` are the panel's other letters, `sent` sentences that posted cards to this employer have used; `now` (with a
    zone) turns on the finding about lateness. `elsewhere` names the companies of the user's other interviews.
    """
    found: list[Finding] = []
    if not letter.sentences:
        found.append(stop("empty", QT_TRANSLATE_NOOP("letters", "There is nothing on this card yet.")))
    else:
        looked = Looked(letter, case, me, case.person(letter.person), tuple(elsewhere))
        for look in _LOOKS:
            found += look(looked)
        found += alikeness.shared(looked, others, sent)
        found += alikeness.alike(looked, others)
        found += _whole(case, me, now)
    return tuple(sorted(found, key=lambda finding: finding.level is not Level.STOP))


_LOOKS = (
    form.left_over,
    content.turns,
    content.missing,
    names.greeting,
    names.honorifics,
    spelt.spelling,
    names.other_company,
    names.third_person,
    form.pictures,
    form.shouting,
    form.slang,
    form.twice,
    form.ends,
    form.marks,
    facts.wrong_day,
    facts.wrong_role,
    content.selling,
    content.measure,
)
"""What is looked for, in the order in which it is told."""


def _whole(case: Case, me: Me, now: datetime | None) -> list[Finding]:
    """Who writes, and when."""
    found = []
    if not me.name.strip():
        found.append(warn("no-name", QT_TRANSLATE_NOOP("letters", "Your own name is not known yet. You sign the card in ink.")))
    if now is not None and now - case.interview.ends() > ON_TIME:
        said = QT_TRANSLATE_NOOP("letters", "The interview is more than a day ago. A late card is still welcome.")
        found.append(warn("late", said))
    return found
