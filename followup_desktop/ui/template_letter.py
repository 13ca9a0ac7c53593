"""Keeps the letter beside a template in step with it: whose letter it is, which wording, and the last good one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from followup_desktop.desk.desk import Desk
from followup_desktop.letters.writer import Writer
from followup_desktop.ui.template_draft import Draft, Reader, draft, readers
from followup_desktop.ui.template_preview import TemplatePreview
from followup_desktop.ui.template_shelf import Listed

DRAFT_AFTER_MS = 120
"""The letter follows the text after a pause in typing as short as that."""


class TemplateLetter(QObject):
    """Drafts with the template that `current` gives, and shows the draft in `preview`."""

    def __init__(
        self,
        desk: Desk,
        writer: Callable[[], Writer],
        preview: TemplatePreview,
        current: Callable[[], Listed | None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._desk, self._writer, self._preview, self._current = desk, writer, preview, current
        self._about: tuple[str | None, str | None] = (None, None)
        self._readers: tuple[Reader, ...] = ()
        self._reader = self._turn = 0
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(DRAFT_AFTER_MS)
        self._pause.timeout.connect(self.show_now)
        preview.reader_chosen.connect(self._choose_reader)
        preview.other_words_wanted.connect(self._next_wording)

    def write_to(self, interview: str | None, person: str | None) -> None:
        """The letter is to somebody of that interview, the person first; to somebody of the sample where there is none."""
        self._about, self._reader = (interview, person), 0
        self.find_readers()

    def find_readers(self) -> None:
        """Take what is known about the readers now."""
        self._readers = readers(self._desk, *self._about)
        self._reader = min(self._reader, len(self._readers) - 1)
        self._preview.show_readers(self._readers, self._reader)

    def begin(self, stands_in: Listed | None) -> None:
        """Another template is in front; where that is broken, the letter begins as the one that stands in has it."""
        self._turn = 0
        here = self._current()
        if here is not None and here.template is None:
            self._preview.show_draft(self._draft(stands_in) if stands_in else Draft(""))
        self.show_now()

    def show_soon(self) -> None:
        """Show it after a short pause in typing."""
        self._pause.start()

    def show_now(self) -> None:
        """The letter with the template as it stands; the last one stays while there is something to mend."""
        self._pause.stop()
        here = self._current()
        if here is None or not self._readers:
            return
        if here.template is not None:
            self._preview.show_draft(self._draft(here))
        elif here.unreadable is not None:
            self._preview.show_stale(self.tr("This file cannot be read, so letters use the built-in one."))
        else:
            words = self.tr("As it last was: line {0} has to be mended. Letters use the built-in one.")
            self._preview.show_stale(words.format(here.faults[0].line))

    def _draft(self, here: Listed) -> Draft:
        if here.template is None or not self._readers:
            return Draft("")
        reader = self._readers[self._reader]
        return draft(here.template, reader, self._writer(), self._desk.me(), self._desk.today(), self._turn)

    def _choose_reader(self, at: int) -> None:
        self._reader = at
        self.show_now()

    def _next_wording(self) -> None:
        self._turn += 1
        self.show_now()
