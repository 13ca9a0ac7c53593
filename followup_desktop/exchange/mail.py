"""An e-mail for the user's own mail program: as a `mailto:` link or as an `.eml` file. Nothing is sent from here.

The link is that of RFC 6068. The file is a draft (`X-Unsent: 1`) by RFC 5322 with encoded words (RFC 2047); only an
address whose local part is not ASCII makes it a file of RFC 6532. It has no Date and no Message-ID: the mail program
gives them when the user sends it, and nothing tells when or where the file was made.
"""

from __future__ import annotations

import quopri
import re
import unicodedata
from base64 import b64encode
from dataclasses import dataclass
from urllib.parse import quote

from followup_desktop.core.problems import Problem
from followup_desktop.core.words import QT_TRANSLATE_NOOP, Words

LONGEST_LINK = 2_000
"""Characters of a link that are handed to a mail program: Windows cuts at 2,083 (INTERNET_MAX_URL_LENGTH)."""
LONGEST_ADDRESS = 254
"""Characters of an address (RFC 5321 4.5.3.1.3, less the brackets)."""
LONGEST_SUBJECT = 300
LONGEST_NAME = 120
LONGEST_LINE = 76
"""Characters of a header line (RFC 2047, 2)."""
PART = 42
"""Bytes in one encoded word: 56 characters as base64, and the 12 around them stay under 75 beside any header's name."""

_ADDRESS = re.compile(r"[^\s@<>()\[\]\\,;:\"?&]+@[^\s@<>()\[\]\\,;:\"/?#%&=]+")
_DOMAIN = re.compile(r"(?!-)[a-z0-9-]{1,63}(?<!-)(?:\.(?!-)[a-z0-9-]{1,63}(?<!-))*")
_PATH_SAFE = "!$'*+-._~"
"""What stands unencoded in the local part of a link's address, beside letters and digits (RFC 6068, 2)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """What an e-mail is made of. Empty addresses are left to the mail program; `body` has plain newlines."""

    to: str = ""
    to_name: str = ""
    sender: str = ""
    sender_name: str = ""
    subject: str = ""
    body: str = ""


def address_fault(address: str) -> Words | None:
    """Why that is no address an e-mail can go to; None where it is one. An empty text is none."""
    text = address.strip()
    if _ADDRESS.fullmatch(text) and len(text) <= LONGEST_ADDRESS and all(_visible(each) for each in text):
        local, _, domain = text.rpartition("@")
        sound = not local.startswith(".") and not local.endswith(".") and ".." not in local
        if sound and _DOMAIN.fullmatch(_ascii_domain(domain)):
            return None
    return Words(QT_TRANSLATE_NOOP("exchange", "“{address}” is no e-mail address."), {"address": _line(address, LONGEST_ADDRESS)})


def mailto(mail: Mail) -> str:
    """The link that opens that e-mail in a mail program (RFC 6068), line breaks as %0D%0A.

    Raises `Problem` where the address is none. A link of more than `LONGEST_LINK` characters is too long for some mail
    programs (`is_too_long`): then there is the file.
    """
    local, at, domain = _address(mail.to).rpartition("@")
    text = _body(mail.body).replace("\n", "\r\n")
    parts = ((name, value) for name, value in (("subject", _line(mail.subject, LONGEST_SUBJECT)), ("body", text)) if value)
    query = "&".join(f"{name}={quote(value, safe='')}" for name, value in parts)
    to = f"{quote(local, safe=_PATH_SAFE)}{at}{quote(domain, safe='')}"
    return f"mailto:{to}?{query}" if query else f"mailto:{to}"


def is_too_long(link: str) -> bool:
    """True for a link that some mail program would cut."""
    return len(link) > LONGEST_LINK


def eml(mail: Mail) -> bytes:
    """That e-mail as a file that a mail program opens as a draft. Raises `Problem` where an address is none."""
    lines = ["X-Unsent: 1"]
    for header, address, name in (("From", mail.sender, mail.sender_name), ("To", mail.to, mail.to_name)):
        if address.strip():
            lines.append(_header(header, _mailbox(address, name)))
    lines += [
        _header("Subject", _unstructured(_line(mail.subject, LONGEST_SUBJECT))),
        "MIME-Version: 1.0",
        'Content-Type: text/plain; charset="utf-8"',
        "Content-Transfer-Encoding: quoted-printable",
    ]
    body = quopri.encodestring(_body(mail.body).encode() + b"\n").replace(b"\n", b"\r\n")
    return "\r\n".join([*lines, "", ""]).encode() + body


def _address(address: str) -> str:
    """That address with its domain in ASCII; an empty one stays empty. Raises `Problem`."""
    if not address.strip():
        return ""
    fault = address_fault(address)
    if fault is not None:
        raise Problem(fault)
    local, _, domain = address.strip().rpartition("@")
    return f"{local}@{_ascii_domain(domain)}"


def _ascii_domain(domain: str) -> str:
    """The domain as the network knows it ("xn--..."), lower case; an empty text where it has no such form."""
    try:
        return domain.encode("idna").decode("ascii").lower()
    except UnicodeError:
        return ""


def _mailbox(address: str, name: str) -> list[str]:
    """A display name, in any script, with its address, as the parts between which a header may be folded."""
    where = f"<{_address(address)}>"
    called = _line(name, LONGEST_NAME)
    if not called:
        return [where]
    if called.isascii() and "=?" not in called:
        return ['"' + called.replace("\\", "\\\\").replace('"', '\\"') + '"', where]
    return [*_encoded(called), where]


def _unstructured(text: str) -> list[str]:
    """A subject as the parts between which its header may be folded."""
    plain = text.isascii() and "=?" not in text and len(text) < LONGEST_LINE - len("Subject: ")
    return [text] if plain else _encoded(text)


def _encoded(text: str) -> list[str]:
    """`text` as encoded words (RFC 2047), cut behind a blank where that is possible and never inside a character."""
    parts = [b""]
    for word in re.findall(r"\S+\s*", text):
        pieces = [word] if len(word.encode()) <= PART else list(word)
        for piece in pieces:
            if len(parts[-1]) + len(piece.encode()) > PART:
                parts.append(b"")
            parts[-1] += piece.encode()
    return [f"=?utf-8?b?{b64encode(part).decode()}?=" for part in parts if part]


def _header(name: str, parts: list[str]) -> str:
    """A header of these parts, folded between them."""
    lines = [f"{name}:"]
    for part in parts:
        if len(lines[-1]) + 1 + len(part) <= LONGEST_LINE or lines[-1] == f"{name}:":
            lines[-1] += f" {part}"
        else:
            lines.append(f" {part}")
    return "\r\n".join(lines)


def _line(text: str, limit: int) -> str:
    """`text` as one line without controls: what a header may hold."""
    flat = "".join(each if _visible(each) else " " for each in text)
    return " ".join(flat.split())[:limit].rstrip()


def _body(text: str) -> str:
    """`text` with newlines alone as line breaks and without other controls or halves of characters."""
    broken = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n\n")
    return "".join(each for each in broken if each in "\n\t" or _visible(each)).strip()


def _visible(character: str) -> bool:
    """True for a character that may go out: no control, no line break, no half of a character."""
    return unicodedata.category(character) not in {"Cc", "Cs", "Zl", "Zp"}
