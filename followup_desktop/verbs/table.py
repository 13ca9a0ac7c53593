"""Every verb of the command line by its name, in the order of the help."""

from __future__ import annotations

from collections.abc import Mapping

from followup_desktop.verbs import calendar, data, letters, notes, printing, records, safety, tasks
from followup_desktop.verbs.wish import Verb

KNOWN: Mapping[str, Verb] = {
    **data.VERBS,
    **records.VERBS,
    **notes.VERBS,
    **letters.VERBS,
    **printing.VERBS,
    **calendar.VERBS,
    **safety.VERBS,
    **tasks.VERBS,
}

ORDER = (
    *("sample", "me", "import", "add", "person", "list", "note", "answer", "promise", "when", "task", "touch", "outcome"),
    *("letters", "message", "cards", "mark", "kit", "agenda", "proof", "export", "backup", "restore", "check", "demo"),
)
"""The order of the help; a verb that it does not name comes last."""

VERBS: Mapping[str, Verb] = {name: KNOWN[name] for name in dict.fromkeys((*ORDER, *KNOWN))}
"""Every verb."""
