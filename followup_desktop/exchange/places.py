"""Where a meeting takes place, told shortly: an address or a room, "by video" or "by phone"."""

from __future__ import annotations

import re

from followup_desktop.exchange import clean

BY_VIDEO = "by video"
BY_PHONE = "by phone"

_LINK = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_VIDEO_LINK = re.compile(
    r"https?://(?:[\w-]+\.){0,4}(?:zoom\.us|zoomgov\.com|meet\.google\.com|teams\.microsoft\.com|teams\.live\.com|webex\.com|"
    r"whereby\.com|meet\.jit\.si|gotomeeting\.com|gotomeet\.me|bluejeans\.com|chime\.aws|around\.co|hirevue\.com|karat\.io|"
    r"coderpad\.io|skype\.com|8x8\.vc|ringcentral\.com|big-?bluebutton\.\w+|facetime\.apple\.com|discord\.gg|tuple\.app)",
    re.IGNORECASE,
)
_VIDEO_NAME = re.compile(
    r"\b(?:microsoft )?teams(?:[- ](?:meeting|besprechung|sitzung|call))?\b|\bréunion (?:microsoft )?teams\b|\bgoogle meet\b"
    r"|\bhangouts?\b|\bzoom(?: (?:meeting|call|video|link))?\b|\bwebex(?: meeting)?\b|\bskype(?: meeting)?\b|\bwhereby\b"
    r"|\bfacetime\b|\bvideo ?(?:call|conference|chat|meeting|interview)\b|\bvideo(?:konferenz|anruf)\b|\bvisio(?:conférence)?\b"
    r"|\bonline(?: meeting)?\b|\bvirtual(?: meeting)?\b|\bremote\b|\bvideo\b",
    re.IGNORECASE,
)
_PHONE_NAME = re.compile(
    r"\b(?:by (?:tele)?phone|over the phone|on the phone|(?:tele)?phone(?: (?:call|interview|screen))?|we(?:'|’)ll call you"
    r"|(?:we )?(?:will )?call you|telefon(?:isch)?|par téléphone)\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?:tel:)?\s?(\+?\d[\d\s().-]{6,20}\d)")
_BETWEEN = re.compile(r"\s*[;,|()\[\]]\s*|\s+[/–—-]\s+")
_ROWS = re.compile(r"[ \t]*[,;]?[\r\n][ \t\r\n]*")
_EMPTY_BRACKETS = re.compile(r"[(\[]\s*[)\]]")
_LEFT_OVER = re.compile(
    r"(?:[\s:.]|\b(?:or|and|via|on|link|by|meeting|id|join|at|details|below|tbd|see|description)\b)*", re.IGNORECASE
)


def place(location: str, description: str = "", *, online: bool = False) -> str:
    """The place that a LOCATION tells, at most `clean.ONE_LINE` characters.

    A link, or the name of a service for video calls alone, is "by video"; so is no place at all where the meeting has
    such a link (`online`, or one in its description). A telephone number is kept behind "by phone".
    """
    told = clean.line(_ROWS.sub(", ", location[: clean.ONE_LINE * 4].strip()))
    if not told:
        return BY_VIDEO if online or _VIDEO_LINK.search(description) else ""
    number = _NUMBER.fullmatch(_PHONE_NAME.sub(" ", told).strip(" ,;:()"))
    if number:
        return f"{BY_PHONE}, {' '.join(number[1].split())}"
    by_video = bool(_LINK.search(told) or _VIDEO_NAME.search(told))
    rest = _LINK.sub(" ", told)
    for piece in _BETWEEN.split(rest):
        if piece.strip() and _LEFT_OVER.fullmatch(_VIDEO_NAME.sub(" ", piece)):
            rest = rest.replace(piece, " ", 1)
    rest = clean.line(_EMPTY_BRACKETS.sub(" ", rest)).strip(" ,;:|/–—-")
    if not rest:
        return BY_VIDEO if by_video else ""
    return BY_PHONE if _LEFT_OVER.fullmatch(_PHONE_NAME.sub(" ", rest)) else rest
