"""Opens the sheet of a what-if; the sheet itself loads when it is first wanted."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from followup_desktop.core.records import Case, Change
from followup_desktop.core.what_if import is_open
from followup_desktop.desk.desk import Desk


def see_weeks(desk: Desk, case: Case, over: QWidget, record: Callable[[Change, str], object], words: str = "") -> None:
    """Show what would follow from `words` over that widget; `record` gets the change and the words to be recorded.

    Nothing is shown of an interview that was answered or cancelled.
    """
    from followup_desktop.ui.what_if import WhatIfSheet  # noqa: PLC0415  (loads when it is wanted)

    if not is_open(case):
        return
    sheet = WhatIfSheet(desk, case, words, over)
    sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    sheet.wanted.connect(record)
    sheet.open()
