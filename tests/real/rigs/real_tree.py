"""What somebody with a screen reader gets of a program, and the hands such a person has."""

import json
import subprocess
from pathlib import Path
from typing import NamedTuple

from print_shop import wait_for


class Node(NamedTuple):
    """One thing on the screen as it is read aloud."""

    role: str
    name: str
    description: str
    text: str
    showing: bool


CONTROLS = {
    *("button", "toggle button", "check box", "radio button", "combo box", "spin button", "slider", "menu item"),
    *("text", "entry", "list", "table", "tree"),
}
"""Roles of what a person can use: each has a name."""


class Tree:
    """The accessibility tree of the program whose name holds `app`, on a screen."""

    def __init__(self, screen, app):
        self.app = app
        script = Path(__file__).with_name("at_spi_hands.py")
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True, "env": screen.env}
        self._hands = screen.processes.start("/usr/bin/python3", script, log=screen.folder / "at_spi_hands.log", **pipes)
        screen.processes.callback(self._hands.stdout.close)
        screen.processes.callback(self._hands.stdin.close)

    def nodes(self):
        """Everything in the tree, each before what it holds; empty while the program is not on the bus yet."""
        found = self._ask("walk")
        return [Node(**each) for each in found] if isinstance(found, list) else []

    def wait(self, role, name, seconds=15.0):
        """The node of that role and name, once it is to be seen."""
        return self._until(f"{role} {name!r}", lambda: self._showing(role, name), seconds)[0]

    def press(self, role, name):
        """Press the button, tick the box or open the menu of that name."""
        self._until(f"{role} {name!r} to press", lambda: self._ask("press", role=role, name=name) is True)

    def focus(self, role, name):
        """Put the keyboard's focus there."""
        self._until(f"{role} {name!r} to focus", lambda: self._ask("focus", role=role, name=name) is True)

    def write(self, role, name, text):
        """Replace the text of the field of that name."""
        self._until(f"{role} {name!r} to write in", lambda: self._ask("write", role=role, name=name, text=text) is True)

    def seen(self):
        """What is to be seen, a line each: role, name, text."""
        return [f"{node.role} | {node.name} | {node.text}" for node in self.nodes() if node.showing and (node.name or node.text)]

    def nameless(self):
        """Controls on the screen that have no name to be read aloud."""
        return [node for node in self.nodes() if node.showing and node.role in CONTROLS and not node.name]

    def _until(self, what, found, seconds=15.0):
        try:
            return wait_for(what, found, seconds)
        except AssertionError as fault:
            fault.add_note("\n".join([f"{self.app} shows:", *self.seen()]))
            raise

    def _showing(self, role, name):
        return [node for node in self.nodes() if node.showing and (node.role, node.name) == (role, name)]

    def _ask(self, act, **more):
        print(json.dumps({"do": act, "app": self.app, **more}), file=self._hands.stdin, flush=True)
        return json.loads(self._hands.stdout.readline())
