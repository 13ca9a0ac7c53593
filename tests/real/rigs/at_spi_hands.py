#!/usr/bin/python3
"""Reads and uses a running program through its accessibility tree: one JSON request a line in, one JSON answer a line out.

    {"do": "walk", "app": PART OF ITS NAME}                       -> [{"role", "name", "description", "text", "showing"}, ...]
    {"do": "press" | "focus", "app", "role", "name"}             -> true where there was one to be seen that could
    {"do": "write", "app", "role", "name", "text"}               -> the same

Runs with the system's Python, for Debian's python3-gi and gir1.2-atspi-2.0, inside the session whose program is meant.
"""

import json
import sys

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402  (the version is said first)

MOST_CHILDREN, DEEPEST = 400, 24


def nodes(app):
    """Every node of the programs whose name holds `app`, each before its children."""
    desktop = Atspi.get_desktop(0)
    waiting = [(desktop.get_child_at_index(i), 0) for i in reversed(range(desktop.get_child_count()))]
    waiting = [(node, depth) for node, depth in waiting if node and app in (node.get_name() or "")]
    while waiting:
        node, depth = waiting.pop()
        if node is None:
            continue
        yield node
        if depth < DEEPEST:
            waiting += [
                (node.get_child_at_index(i), depth + 1) for i in reversed(range(min(node.get_child_count(), MOST_CHILDREN)))
            ]


def role_of(node):
    """Its role; "button" for what older systems call a push button."""
    return {"push button": "button"}.get(node.get_role_name(), node.get_role_name())


def is_showing(node):
    return node.get_state_set().contains(Atspi.StateType.SHOWING)


def text_of(node):
    interface = node.get_text_iface()
    return Atspi.Text.get_text(interface, 0, -1) if interface else ""


def describe(node):
    return {
        "role": role_of(node),
        "name": node.get_name() or "",
        "description": node.get_description() or "",
        "text": text_of(node),
        "showing": is_showing(node),
    }


def press(node, _request):
    action = node.get_action_iface()
    names = [Atspi.Action.get_action_name(action, i) for i in range(action.get_n_actions())] if action else []
    wanted = [names.index(name) for name in ("Press", "Toggle", "ShowMenu") if name in names]
    return bool(wanted) and Atspi.Action.do_action(action, wanted[0])


def focus(node, _request):
    component = node.get_component_iface()
    return bool(component) and Atspi.Component.grab_focus(component)


def write(node, request):
    editable = node.get_editable_text_iface()
    return bool(editable) and Atspi.EditableText.set_text_contents(editable, request["text"])


ACTS = {"press": press, "focus": focus, "write": write}


def answer(request):
    if request["do"] == "walk":
        return [describe(node) for node in nodes(request["app"])]
    for node in nodes(request["app"]):
        if role_of(node) == request["role"] and node.get_name() == request["name"] and is_showing(node):
            return ACTS[request["do"]](node, request)
    return False


Atspi.init()
for line in sys.stdin:
    try:
        result = answer(json.loads(line))
    except GLib.Error as fault:  # a node that went away while it was read: the asker tries again
        result = {"fault": str(fault)}
    sys.stdout.write(json.dumps(result) + "\n")
    sys.stdout.flush()
