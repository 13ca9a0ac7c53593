"""The self-test of what was shipped: everything that the program loads is loaded, and the whole way is gone once.

It names what must be there, since in an installed program there is nothing to compare with. All of it happens in a scratch
folder and without a screen; what is missing is said in one sentence each.
"""

from __future__ import annotations

import ctypes
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from types import TracebackType
from zoneinfo import ZoneInfo

from followup_desktop import places, shipped
from followup_desktop.core import changes, promise, sample
from followup_desktop.core.records import Case, Me, Person, Workdays, added, zone
from followup_desktop.core.words import Words
from followup_desktop.letters.occasions import MESSAGES, OCCASIONS, TONES
from followup_desktop.store import backup, restore
from followup_desktop.store.notebook import Notebook
from followup_desktop.store.workdays import workdays

NOW = datetime(2026, 11, 23, 12, 41, tzinfo=ZoneInfo("Europe/London"))
INVITATION = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Follow-Up Desktop//self-test//EN
METHOD:REQUEST
BEGIN:VEVENT
UID:self-test
DTSTART:20261123T100000Z
DTEND:20261123T113000Z
SUMMARY:Interview: Platform engineer - Acme
ATTENDEE;CN=Nguyễn Thị Hồng:mailto:hong@acme.example
ATTENDEE;CN=Robin Ashworth:mailto:robin@ashworth.example
END:VEVENT
END:VCALENDAR
"""
NOTE = "she began her career as a technical writer"
LEAST_PICTURE = 5_000
"""Bytes that a page with anything on it takes at the least."""
SETTLE_MS = 150
"""How long a page gets to draw itself."""

ICONS = (
    *("app", "ask", "back", "bell", "best-day", "by-hand", "calendar", "card", "check", "check-circle", "clock"),
    *("close", "copy", "debrief", "disk", "door", "down", "envelope", "filter", "forward", "info", "interview"),
    *("keyboard", "kit", "link", "lock", "look", "menu-more", "minus", "note", "pdf", "pen", "people", "person"),
    *("phone", "place", "plus", "posted", "print", "quiet", "quote", "redo", "sample", "save", "search", "settings"),
    *("sort", "sprout", "stamp", "stop", "trash", "undo", "up", "warning"),
)
"""Every icon, as the program calls it."""
WORDS = (
    *("abbreviations", "adjectives", "adverbs", "against", "calendar", "classes", "cold", "delicate", "misspellings"),
    *("names", "nouns", "places", "private", "schedule", "short_names", "unpleasant", "verbs", "warm"),
)
"""Every list of words."""
ZONES = (
    *("Africa/Lagos", "America/Los_Angeles", "America/New_York", "America/Sao_Paulo", "Asia/Kolkata", "Asia/Tokyo"),
    *("Australia/Sydney", "Europe/Berlin", "Europe/London", "Pacific/Auckland"),
)
LANDS = ("AU", "BR", "CA", "DE", "ES", "FR", "GB", "IE", "IN", "IT", "JP", "NL", "NZ", "PL", "SE", "US")
"""Countries whose public holidays, and whose way of writing addresses, stand for those of all."""
LANGUAGES = ("en_GB", "en_US")
"""The languages that letters are written in: each has words that may be hyphenated."""

PLUGINS: Mapping[str, tuple[str, ...]] = {
    "linux": (
        *("platforms/libqxcb.so", "platforms/libqwayland*.so", "platforms/libqoffscreen.so"),
        *("iconengines/libqsvgicon.so", "imageformats/libqsvg.so", "printsupport/libcupsprintersupport.so"),
    ),
    "win32": ("platforms/qwindows.dll", "platforms/qoffscreen.dll", "iconengines/qsvgicon.dll", "imageformats/qsvg.dll"),
    "darwin": (
        *("platforms/libqcocoa.dylib", "platforms/libqoffscreen.dylib", "iconengines/libqsvgicon.dylib"),
        *("imageformats/libqsvg.dylib", "printsupport/libcocoaprintersupport.dylib"),
    ),
}
"""Parts that Qt loads by name, by system. On Windows printing needs none."""
CUPS, OF_CUPS = "libcups.so.2", "printsupport/libcups"

Missing = Iterator[str]
"""What is missing, one sentence each."""


def self_test() -> int:
    """Run every check and say what is missing; the exit status: 0 when all is well, else 1."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    bad = 0
    with tempfile.TemporaryDirectory(prefix="followup-self-test-") as folder:
        for name, check in CHECKS:
            told = tuple(faults(check, Path(folder)))
            for sentence in told:
                print(f"missing  {sentence}")  # noqa: T201
            if not told:
                print(f"ok       {name}")  # noqa: T201
            bad += len(told)
    return 1 if bad else 0


def faults(check: Callable[[Path], Missing], folder: Path) -> Missing:
    """What a check finds; a fault that it did not expect ends it and is told by its kind."""
    try:
        yield from check(folder)
    except Exception as fault:  # noqa: BLE001  (whatever is missing is to be said)
        words = str(fault).splitlines() or [""]
        yield f"{check.__doc__ or ''} This does not work: {type(fault).__name__}: {words[0]}"


def _resources(_folder: Path) -> Missing:
    """Words, templates, card sizes, icons and the sample are files beside the program."""
    names = [f"icons/{name}.svg" for name in ICONS]
    names += [f"words/{name}.txt" for name in WORDS]
    names += [f"templates/{what}-{tone}.txt" for what in (*OCCASIONS, *MESSAGES) for tone in TONES]
    names += ["look/app.qss", "sample.toml", "stock.toml"]
    for name in names:
        path = places.resource(name)
        if not path.is_file() or not path.stat().st_size:
            yield f"The file {name} of the resources is not there."


def _words_and_templates(_folder: Path) -> Missing:
    """The writer of letters reads its words and templates."""
    writer = shipped.writer()
    for lists in (
        "verbs",
        "nouns",
        "adjectives",
        "adverbs",
        "names",
        "short_names",
        "private",
        "calendar",
        "schedule",
        "delicate",
    ):
        if not getattr(writer.lexicon, lists):
            yield f"The words “{lists}” are empty."
    have = {(template.occasion, template.tone) for template in writer.templates.templates}
    for what in (*OCCASIONS, *MESSAGES):
        for tone in TONES:
            if (what, tone) not in have:
                yield f"There is no {tone} template for “{what}”."
    if not shipped.stocks():
        yield "There are no card sizes."


def _zones(_folder: Path) -> Missing:
    """Time zones, public holidays and the ways of writing addresses are data of libraries."""
    from followup_desktop.exchange import addresses  # noqa: PLC0415
    from followup_desktop.exchange.contacts import Address  # noqa: PLC0415

    for name in ZONES:
        if str(zone(name)) != name:
            yield f"The time zone {name} is not known."
    for land in LANDS:
        if not workdays(land, NOW.date()).holidays:
            yield f"The public holidays of {land} are not known."
        if not addresses.lines(Address(street="1 Row", city="Town", postcode="12345"), land):
            yield f"How addresses are written in {land} is not known."


def _faces(_folder: Path) -> Missing:
    """Every face that cards are set in opens, and words can be hyphenated."""
    from followup_desktop.paper.faces import BOOK_FACES, HANDS, face  # noqa: PLC0415
    from followup_desktop.paper.lines import hyphenated  # noqa: PLC0415

    for name in HANDS + BOOK_FACES:
        try:
            found = face(name).characters
        except Exception as fault:  # noqa: BLE001  (each face is told of by itself)
            yield f"The face {name} cannot be read: {type(fault).__name__}."
        else:
            if not found:
                yield f"The face {name} has no letters."
    for language in LANGUAGES:
        if not hyphenated("conversation", (), language):
            yield f"There are no rules for hyphens of {language}."


def _the_way(folder: Path) -> Missing:
    """An invitation and a note become a card whose text another program's reader finds."""
    from followup_desktop.exchange import bring_in, ics  # noqa: PLC0415
    from followup_desktop.paper import by_hand, card, envelope, kit, preview  # noqa: PLC0415

    with Notebook.open(folder / "way") as notebook:
        me = Me(name="Robin Ashworth", emails=("robin@ashworth.example",), address="7 Chapel Row\nLeeds", country="GB")
        notebook.apply(changes.me_set(notebook.me(), me))
        plan = bring_in.plan(ics.read_ics(INVITATION.encode(), "Europe/London"), (), (), me)
        if plan.change is None:
            yield "An invitation is not understood."
            return
        notebook.apply(plan.change)
        case = _only(notebook)
        notebook.apply(changes.note_added(case, case.interviewers[0].id, NOTE, NOW)[0])
        if not promise.read("by Thursday 3 December", NOW.date(), Workdays(), "en_GB").latest:
            yield "The words of a promise are not understood."
        case = _only(notebook)
    letters, stock = shipped.writer().panel(case, me), shipped.stocks()[0]
    if not letters or not letters[0].finished:
        yield "No letter is finished."
    pdf = card.pdf(letters, stock)
    if "technical writer" not in " ".join(preview.text(pdf).split()):
        yield "The words of a card are not found in its PDF."
    if not preview.render_panel(pdf, stock).pixels:
        yield "The picture of a card is empty."
    covers = envelope.Envelopes((case.interviewers[0],), me, envelope.envelope_for(stock))
    papers = {
        "guide sheet": by_hand.pdf(letters, stock, by_hand.Writing(), "Caveat"),
        "envelope": envelope.pdf(covers),
        "kit": kit.pdf(kit.kit_for(case, me, stock)),
    }
    for name, made in papers.items():
        if not preview.text(made).strip():
            yield f"There are no words in the PDF of the {name}."


def _only(notebook: Notebook) -> Case:
    (case,) = notebook.cases()
    return case


def _out_and_back(folder: Path) -> Missing:
    """A notebook goes out as files and comes back, and a backup of it is put in its place."""
    from followup_desktop.core import agenda  # noqa: PLC0415
    from followup_desktop.exchange import bring_in_contacts, calendar_out, interviews_csv, mail, people_vcf, whole  # noqa: PLC0415

    with _sample(folder / "out") as notebook:
        cases, held = notebook.cases(), notebook.everything()
        if whole.read(whole.document(held)) != held:
            yield "A notebook that was written to a file does not come back from it as it was."
        if len(bring_in_contacts.read(people_vcf.cards(notebook.people()), "a.vcf")) != len(notebook.people()):
            yield "The people that were written to a file do not come back from it."
        entries = agenda.all_entries(cases, NOW, workdays("GB", NOW.date()))
        if b"BEGIN:VEVENT" not in calendar_out.calendar(entries, cases, NOW):
            yield "The calendar file is empty."
        if cases[0].interview.company.encode() not in interviews_csv.table(cases):
            yield "The table of interviews is empty."
        if not mail.eml(mail.Mail(to="hong@acme.example", subject="x", body="x")):
            yield "The draft of an e-mail is empty."
        made = backup.make(folder / "out", NOW, backup.Why.ASKED)
        if made is None or restore.inside(made.path).interviews != len(cases):
            yield "A backup does not hold what is in the notebook."
        else:
            notebook.apply(added(Words("One more"), Person(id="one-more", name="One More")))
            notebook.restore(made.path, NOW)
            if notebook.everything() != held:
                yield "A backup that was put in the notebook's place does not hold what it held."


def _parts_of_qt(_folder: Path) -> Missing:
    """Qt finds the parts that it loads by name: for the screen, icons and printing."""
    from PySide6.QtCore import QLibraryInfo, QPluginLoader  # noqa: PLC0415
    from PySide6.QtGui import QImageReader  # noqa: PLC0415

    plugins = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath))
    for name in PLUGINS.get(sys.platform, ()):
        found = sorted(plugins.glob(name))
        if not found:
            yield f"Qt's part {name} is not there."
        for path in found:
            if name.startswith(OF_CUPS) and not _has_cups():
                continue
            loader = QPluginLoader(str(path))
            if not loader.load() and getattr(sys, "frozen", False):
                yield f"Qt's part {path.name} cannot be loaded: {loader.errorString()}."
    if b"svg" not in [format_.data() for format_ in QImageReader.supportedImageFormats()]:
        yield "Qt cannot read SVG pictures."


def _has_cups() -> bool:
    """True where the system has the library through which Qt prints."""
    try:
        ctypes.CDLL(CUPS)
    except OSError:
        return False
    return True


def _pages(folder: Path) -> Missing:
    """Every page of the window is drawn once."""
    from followup_desktop import app  # noqa: PLC0415  (brings Qt)
    from followup_desktop.ui import look  # noqa: PLC0415
    from followup_desktop.ui.printing import printers  # noqa: PLC0415

    _sample(folder / "pages").close()
    with _overheard() as overheard:
        for start in ("pages", "empty"):
            for name, picture in app.pictures(folder / start, NOW, "light", SETTLE_MS):
                if len(picture) < LEAST_PICTURE:
                    yield f"The page “{name}” is empty."
        printers()
        for name in ICONS:
            if look.pixmap(name, "text").toImage().isNull():
                yield f"The icon “{name}” cannot be drawn."
    for fault in dict.fromkeys(overheard):
        yield f"Drawing the pages does not work: {fault}"


def _sample(folder: Path) -> Notebook:
    """A notebook with the sample job hunt in it, open."""
    notebook = Notebook.open(folder)
    text = places.resource("sample.toml").read_text("utf-8")
    notebook.apply(sample.job_hunt(text, NOW, "Europe/London", workdays("GB", NOW.date()), notebook.me()))
    return notebook


@contextmanager
def _overheard() -> Iterator[list[str]]:
    """What goes wrong in what Qt calls, where nobody else hears of it."""
    heard: list[str] = []

    def hear(kind: type[BaseException], fault: BaseException, _trace: TracebackType | None) -> None:
        heard.append(f"{kind.__name__}: {fault}")

    before, sys.excepthook = sys.excepthook, hear
    try:
        yield heard
    finally:
        sys.excepthook = before


CHECKS: tuple[tuple[str, Callable[[Path], Missing]], ...] = (
    ("files of words, templates, card sizes, icons", _resources),
    ("words and templates", _words_and_templates),
    ("time zones, holidays, addresses", _zones),
    ("faces and hyphens", _faces),
    ("from an invitation to a card", _the_way),
    ("out and back, backups", _out_and_back),
    ("parts of Qt", _parts_of_qt),
    ("every page of the window", _pages),
)
