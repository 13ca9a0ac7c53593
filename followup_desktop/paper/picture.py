"""The user's own picture for the front of a card: PNG or JPEG, right way up, with nothing in it but the picture.

What a camera writes beside the picture (place, time, name of the phone) is left behind: only the points are kept, as a
JPEG no larger than a card needs.
"""

from __future__ import annotations

import io
import warnings
from dataclasses import dataclass

from PIL import Image, ImageOps, UnidentifiedImageError
from PIL.Image import open as open_picture

from followup_desktop.core.problems import Problem
from followup_desktop.core.words import QT_TRANSLATE_NOOP, Words

MOST_BYTES = 40_000_000
"""Largest file that is read: more than any phone writes."""
MOST_POINTS = 120_000_000
"""Most points that are unpacked (a file of few bytes can hold very many)."""
LONGEST = 2100
"""Points along the longer side that are kept: 300 to the inch on a panel 7 in high."""
_QUALITY = 90
_FORMATS = ("PNG", "JPEG")


@dataclass(frozen=True, slots=True)
class CardPicture:
    """A picture as it is kept and printed: `jpeg` without any metadata, `width` x `height` points."""

    jpeg: bytes
    width: int
    height: int


def read_picture(data: bytes) -> CardPicture:
    """The picture in a file of PNG or JPEG. Raises `Problem` for anything else, for a damaged file and for one too large."""
    if len(data) > MOST_BYTES:
        what = QT_TRANSLATE_NOOP("paper", "The picture is larger than {most} MB. Save a smaller one and choose that.")
        raise Problem(Words(what, {"most": MOST_BYTES // 1_000_000}))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with open_picture(io.BytesIO(data), formats=_FORMATS) as opened:
                _refuse_too_many(opened.width, opened.height)
                return _plain(opened)
    except (UnidentifiedImageError, Image.DecompressionBombError) as fault:
        what = QT_TRANSLATE_NOOP("paper", "This is no picture that can be printed: choose a PNG or a JPEG.")
        raise Problem(Words(what)) from fault
    except (OSError, SyntaxError, ValueError, EOFError, MemoryError, OverflowError) as fault:  # what Pillow has for damage
        raise Problem(Words(QT_TRANSLATE_NOOP("paper", "The picture is damaged: it cannot be read to its end."))) from fault


def _refuse_too_many(width: int, height: int) -> None:
    if width * height > MOST_POINTS:
        what = QT_TRANSLATE_NOOP("paper", "The picture has too many points: {width} × {height}. Save a smaller one.")
        raise Problem(Words(what, {"width": width, "height": height}))


def _plain(opened: Image.Image) -> CardPicture:
    """Upright, on white where it was transparent, in plain colours, small enough for a card."""
    opened.draft("RGB", (LONGEST, LONGEST))
    opened.load()
    upright = ImageOps.exif_transpose(opened)
    upright.thumbnail((LONGEST, LONGEST), Image.Resampling.LANCZOS)
    if upright.mode in ("RGBA", "LA", "PA") or "transparency" in upright.info:
        seen = upright.convert("RGBA")
        ground = Image.new("RGBA", seen.size, "white")
        ground.alpha_composite(seen)
        upright = ground
    plain = upright.convert("RGB")
    plain.info.clear()
    out = io.BytesIO()
    plain.save(out, "JPEG", quality=_QUALITY, optimize=True)
    return CardPicture(out.getvalue(), plain.width, plain.height)
