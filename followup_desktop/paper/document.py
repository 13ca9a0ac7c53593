"""One PDF file: pages of drawing operators and the embedded parts of the faces they use, the same bytes every time.

Text is set in composite fonts whose codes are the face's own glyph numbers, so shaped glyphs need no detour over
characters. A reader of the file finds the text by each glyph's Unicode value, and by /ActualText where that is not enough.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from hashlib import sha256

from reportlab.pdfbase import pdfdoc

from followup_desktop.paper.faces import Face
from followup_desktop.paper.shape import Run
from followup_desktop.paper.subset import subset

_PT_PER_MM = 72 / 25.4
_WIDTHS_A_BLOCK = 100


class Document:
    """A PDF file in the making.

    `duplex` is what the file asks its viewer for. `shifts` tells how far each page is moved to the right and down, in mm,
    in turn: one for all, or one for the first and one for the second side of every sheet.
    """

    def __init__(self, title: str, *, duplex: str = "Simplex", shifts: Sequence[tuple[float, float]] = ((0.0, 0.0),)) -> None:
        self._shifts = tuple(shifts)
        self._pages = 0
        self._pdf = pdfdoc.PDFDocument(invariant=1, compression=1, pdfVersion=(1, 7), lang="en")
        info = self._pdf.info
        info.title, info.author, info.subject, info.keywords = title, "", "", ""
        info.creator = info.producer = "Follow-Up Desktop"
        wishes = pdfdoc.ViewerPreferencesPDFDictionary()
        wishes["PrintScaling"] = "None"
        wishes["Duplex"] = duplex
        self._pdf.Catalog.ViewerPreferences = wishes
        self._fonts: dict[Face, _Font] = {}
        self._pictures = _dictionary({})
        self._made: dict[Hashable, str] = {}

    def once(self, key: Hashable, make: Callable[[], str]) -> str:
        """What `make` gives, made the first time that `key` is asked for in this file."""
        known = self._made.get(key)
        if known is None:
            known = self._made[key] = make()
        return known

    def page(self, width: float, height: float, content: str) -> None:
        """Add a page of `width` x `height` mm. `content` are PDF operators in mm, the origin at the bottom left."""
        page = pdfdoc.PDFPage()
        page.pagewidth, page.pageheight = round(width * _PT_PER_MM, 4), round(height * _PT_PER_MM, 4)
        page.Resources = _dictionary({"Font": pdfdoc.PDFObjectReference(pdfdoc.BasicFonts), "XObject": self._pictures})
        right, down = (length * _PT_PER_MM for length in self._shifts[self._pages % len(self._shifts)])
        self._pages += 1
        page.Contents = _stream(f"{_PT_PER_MM:.6f} 0 0 {_PT_PER_MM:.6f} {right:.6g} {-down:.6g} cm\n{content}".encode("ascii"))
        self._pdf.updateSignature(content)
        self._pdf.addPage(page)

    def picture(self, jpeg: bytes, width: int, height: int) -> str:
        """The operators that draw a JPEG of `width` x `height` points, in three colours, into the unit square."""

        def embedded() -> str:
            name = f"P{len(self._pictures.dict) + 1}"
            entries = {"Width": width, "Height": height, "BitsPerComponent": 8}
            kinds = {"Type": "XObject", "Subtype": "Image", "ColorSpace": "DeviceRGB", "Filter": "DCTDecode"}
            names = {key: pdfdoc.PDFName(value) for key, value in kinds.items()}
            self._pictures.dict[name] = self._pdf.Reference(pdfdoc.PDFStream(_dictionary({**entries, **names}), jpeg))
            return f"/{name} Do"

        return self.once(("picture", sha256(jpeg).digest()), embedded)

    def font(self, face: Face) -> str:
        """The operand that selects `face` in a page's content."""
        known = self._fonts.get(face)
        if known is None:
            known = self._fonts[face] = _Font(face, f"F{len(self._fonts) + 1}")
        return known.operand

    def reads(self, run: Run) -> bool:
        """Take up the run's glyphs. True when its glyphs alone tell its text; False: it needs an /ActualText."""
        self.font(run.face)
        return self._fonts[run.face].take_up(run)

    def file(self) -> bytes:
        """The finished file."""
        fonts = self._pdf.idToObject[pdfdoc.BasicFonts].dict
        for font in self._fonts.values():
            fonts[font.name] = self._pdf.Reference(font.dictionary(self._pdf))
        return bytes(self._pdf.GetPDFData(None))


class _Font:
    """A face as far as one file uses it."""

    def __init__(self, face: Face, name: str) -> None:
        self.face = face
        self.name = name
        self.operand = f"/{name}"
        self.glyphs: set[int] = set()
        self.text_of: dict[int, str] = {}
        self._last: Run | None = None
        self._agrees = False

    def take_up(self, run: Run) -> bool:
        if run is self._last:
            return self._agrees
        self._last, self._agrees = run, run.plain is not None
        self.glyphs.update(run.glyphs)
        for glyph, text in (run.plain or {}).items():
            if self.text_of.setdefault(glyph, text) != text:
                self._agrees = False
        return self._agrees

    def dictionary(self, pdf: pdfdoc.PDFDocument) -> pdfdoc.PDFDictionary:
        glyphs = frozenset(self.glyphs)
        program, new_numbers = subset(self.face, glyphs)
        mark = sha256(repr((self.face.name, sorted(glyphs))).encode()).digest()
        name = pdfdoc.PDFName(
            "".join(chr(65 + byte % 26) for byte in mark[:6])
            + "+"
            + "".join(c for c in self.face.name if c.isalnum() and c.isascii())
        )
        descriptor = _dictionary(
            self._descriptor(), FontName=name, FontFile2=pdf.Reference(_stream(program, Length1=len(program)))
        )
        numbers = b"".join(new_numbers.get(glyph, 0).to_bytes(2, "big") for glyph in range(max(glyphs) + 1))
        descendant = _dictionary(
            {
                "CIDSystemInfo": _dictionary({"Registry": "(Adobe)", "Ordering": "(Identity)", "Supplement": 0}),
                "W": self._widths(),
            },
            Type=pdfdoc.PDFName("Font"),
            Subtype=pdfdoc.PDFName("CIDFontType2"),
            BaseFont=name,
            FontDescriptor=pdf.Reference(descriptor),
            CIDToGIDMap=pdf.Reference(_stream(numbers)),
        )
        return _dictionary(
            {},
            Type=pdfdoc.PDFName("Font"),
            Subtype=pdfdoc.PDFName("Type0"),
            BaseFont=name,
            Encoding=pdfdoc.PDFName("Identity-H"),
            DescendantFonts=pdfdoc.PDFArray([pdf.Reference(descendant)]),
            ToUnicode=pdf.Reference(_stream(_to_unicode(self.text_of))),
        )

    def _descriptor(self) -> dict[str, object]:
        extents = self.face.font.get_font_extents("ltr")
        em = 1000 / self.face.upem
        head = bytes(self.face.face.reference_table("head").data)
        box = [round(int.from_bytes(head[at : at + 2], "big", signed=True) * em) for at in range(36, 44, 2)]
        return {
            "Type": pdfdoc.PDFName("FontDescriptor"),
            "Flags": 4,
            "FontBBox": pdfdoc.PDFArray(box),
            "ItalicAngle": 0,
            "Ascent": round(extents.ascender * em),
            "Descent": round(extents.descender * em),
            "CapHeight": round(extents.ascender * em),
            "StemV": 80,
        }

    def _widths(self) -> str:
        em = 1000 / self.face.upem
        return "[" + " ".join(f"{glyph}[{round(self.face.advance(glyph) * em)}]" for glyph in sorted(self.glyphs)) + "]"


def _dictionary(entries: Mapping[str, object], **more: object) -> pdfdoc.PDFDictionary:
    return pdfdoc.PDFDictionary({**entries, **more})


def _stream(content: bytes, **entries: object) -> pdfdoc.PDFStream:
    packed = zlib.compress(content, 6) + b"\n"
    return pdfdoc.PDFStream(_dictionary({"Filter": pdfdoc.PDFName("FlateDecode")}, **entries), packed)


def _to_unicode(text_of: Mapping[int, str]) -> bytes:
    """The CMap that tells each glyph's text."""
    entries = [f"<{glyph:04x}><{text.encode('utf-16-be').hex()}>" for glyph, text in sorted(text_of.items())]
    blocks = [f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar\n" for block in _blocks(entries)]
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<0000><ffff>\nendcodespacerange\n"
        + "".join(blocks)
        + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    ).encode("ascii")


def _blocks(entries: list[str]) -> Iterable[list[str]]:
    return (entries[at : at + _WIDTHS_A_BLOCK] for at in range(0, len(entries), _WIDTHS_A_BLOCK))
