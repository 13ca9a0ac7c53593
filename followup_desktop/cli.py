"""The command line: its words become a `Wish`, which a verb carries out, or which the window is opened for. Imports no Qt."""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Sequence
from datetime import date, datetime, time
from difflib import get_close_matches
from pathlib import Path
from typing import NoReturn

import followup_desktop
from followup_desktop import places
from followup_desktop.core.problems import Problem
from followup_desktop.core.records import zone
from followup_desktop.verbs.table import VERBS
from followup_desktop.verbs.wish import DONE, PROBLEM, Wish, in_local_zone, say


class Parser(argparse.ArgumentParser):
    """An argument parser whose errors are one line, exit status 2."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the words of the call, and where to look."""
        self.exit(PROBLEM, f"followup-desktop: {message}. See {self.prog} --help.\n")


def parse(words: Sequence[str]) -> Wish:
    """The wish in these command line words. Exits with status 2 and one line where they make none."""
    options = Parser(prog="followup-desktop", add_help=False, allow_abbrev=False)
    options.add_argument("--data", type=Path, metavar="DIR", help="the folder of the notebook")
    options.add_argument("--now", type=moment, metavar="TIME", help="fix the clock, such as 2026-11-24T10:00")
    options.add_argument("--today", type=noon, metavar="DATE", help="fix the clock at noon of that day")
    options.add_argument("--in-background", action="store_true", help="open no window in the way: for the start at login")
    options.add_argument("-h", "--help", action="store_true")
    options.add_argument("--version", action="store_true")
    options.add_argument("--self-test", action="store_true", help="check that everything shipped works, and say what is missing")
    options.add_argument("rest", nargs=argparse.REMAINDER, metavar="VERB ... | FILE ...")
    given = options.parse_args(list(words))
    if given.version:
        print(f"followup-desktop {followup_desktop.__version__}")
        raise SystemExit(DONE)
    if given.help:
        print(help_text(options))
        raise SystemExit(DONE)
    clock = given.now or given.today
    now = in_local_zone(clock) if clock else datetime.now(zone(places.local_zone()))
    folder = given.data or places.data_dir()
    if given.self_test:
        return Wish("self-test", folder, now, clock is not None)
    rest = given.rest[1:] if given.rest[:1] == ["--"] else given.rest
    if rest and rest[0] in VERBS:
        verb = VERBS[rest[0]]
        parser = Parser(prog=f"followup-desktop {rest[0]}", description=verb.help, allow_abbrev=False)
        verb.arguments(parser)
        return Wish(rest[0], folder, now, clock is not None, words=parser.parse_intermixed_args(rest[1:]))
    unknown = next((word for word in rest if word.startswith("-")), None)
    if unknown:
        options.error(f"there is no option {unknown} here")
    if rest and not looks_like_file(rest[0]):
        close = get_close_matches(rest[0], VERBS, 1)
        options.error(f"there is no verb and no file “{rest[0]}”" + (f"; did you mean {close[0]}?" if close else ""))
    return Wish(None, folder, now, clock is not None, files=tuple(rest), in_background=given.in_background)


def looks_like_file(word: str) -> bool:
    """True for a word that is meant as a file: one that is there, or that has a folder or an ending in its name."""
    return "/" in word or "\\" in word or "." in word or Path(word).exists()


def help_text(options: argparse.ArgumentParser) -> str:
    """The verbs, a line each, under the common options."""
    lines = [f"  {name:<10} {verb.help}" for name, verb in VERBS.items()]
    return options.format_help() + "\nverbs (VERB --help tells more):\n" + "\n".join(lines)


def moment(text: str) -> datetime:
    """A time on the command line: ISO 8601, or a date for its noon."""
    value = datetime.fromisoformat(text)
    return noon(text) if value.time() == time() and len(text) <= len("2026-11-24") else value


def noon(text: str) -> datetime:
    """Noon of that ISO date."""
    return datetime.combine(date.fromisoformat(text), time(12))


def run(wish: Wish) -> int:
    """Do what the wish asks and give the exit status. Never raises for a fault of the world or a wrong word."""
    assert wish.verb is not None
    if wish.verb == "self-test":
        from followup_desktop.selftest import self_test  # noqa: PLC0415  (brings Qt)

        return self_test()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # words that no encoding has are no reason to stop half way
    try:
        return VERBS[wish.verb].do(wish)
    except Problem as problem:
        say(str(problem))
        return PROBLEM
    except BrokenPipeError:
        sys.stderr.close()
        return DONE
