"""How everything looks: colours, type, sizes and icons, all taken from the application's palette and font.

Colours are named by role (`TOKENS`), never by hue. Which of the two schemes is in force is read from the
application's palette each time, so nothing has to be told when it changes: widgets repaint on PaletteChange and ask
again. A palette that is not one of ours (high contrast) is the system's own and is used untouched: then every wash is
Base and every line WindowText. Lengths are design pixels, drawn for a 13 px system font; `px` scales them.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from PySide6.QtCore import QByteArray, QObject, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontInfo,
    QGuiApplication,
    QIcon,
    QIconEngine,
    QPainter,
    QPalette,
    QPen,
    QPixmap,
    QPixmapCache,
)
from PySide6.QtWidgets import QApplication

from followup_desktop.places import resource

Scheme = Literal["system", "light", "dark"]

DESIGN_FONT_PX = 13
"""Pixel size of the system font that every length was drawn for."""

TOKENS: dict[str, tuple[str, str]] = {
    "window": ("#F5F1EA", "#1E1B19"),
    "weekend": ("#F9F6F1", "#221F1D"),
    "sheet": ("#FFFDF9", "#272421"),
    "raised": ("#FFFFFF", "#332F2B"),
    "hover": ("#ECE6DB", "#37322E"),
    "pressed": ("#E2DACC", "#423C36"),
    "line": ("#E4DDD1", "#3A3530"),
    "line_strong": ("#CDC3B4", "#57504A"),
    "field_line": ("#8E8375", "#8D8377"),
    "text": ("#2A2622", "#EEE7DC"),
    "text2": ("#625A51", "#B9AFA1"),
    "disabled": ("#968C80", "#7F766B"),
    "ink": ("#1F5F6A", "#84C5C8"),
    "ink_hover": ("#194F59", "#9AD2D4"),
    "ink_pressed": ("#134149", "#6DB0B4"),
    "on_ink": ("#FFFFFF", "#0E2629"),
    "ink_wash": ("#E3EEED", "#21383A"),
    "ink_line": ("#A9C8C7", "#3F6669"),
    "stamp": ("#8A4F0C", "#E8B566"),
    "stamp_mark": ("#B46A14", "#D39A45"),
    "stamp_wash": ("#FBEFDC", "#3A2E1D"),
    "stamp_line": ("#E5CB9C", "#67502B"),
    "brick": ("#9C3527", "#F2A091"),
    "brick_mark": ("#C0503F", "#E07D6B"),
    "brick_wash": ("#FBE9E4", "#402722"),
    "brick_line": ("#E7BDB2", "#744339"),
    "hatch": ("#CBBFAD", "#544C45"),
    "desk": ("#E9E3D8", "#171513"),
    "paper": ("#FFFDF6", "#F4EEE1"),
    "paper_ink": ("#1E2B66", "#1E2B66"),
    "paper_note": ("#6A6152", "#6A6152"),
    "paper_line": ("#D8CFBF", "#CFC5B3"),
}
"""Each role's colour in light and in dark. All are flat and opaque."""

_Role = QPalette.ColorRole
_Group = QPalette.ColorGroup

_SYSTEM_ROLES: dict[str, _Role] = {
    "window": _Role.Window,
    "raised": _Role.Button,
    "ink": _Role.Highlight,
    "ink_hover": _Role.Highlight,
    "ink_pressed": _Role.Highlight,
    "on_ink": _Role.HighlightedText,
} | dict.fromkeys(
    ("weekend", "sheet", "hover", "pressed", "ink_wash", "stamp_wash", "brick_wash", "desk"),
    _Role.Base,
)
"""What each role is in a palette that is the system's own; those not named here are WindowText."""

_PALETTE: dict[_Role, str] = {
    _Role.Window: "window",
    _Role.WindowText: "text",
    _Role.Text: "text",
    _Role.ButtonText: "text",
    _Role.Button: "raised",
    _Role.Base: "sheet",
    _Role.AlternateBase: "weekend",
    _Role.PlaceholderText: "text2",
    _Role.Highlight: "ink",
    _Role.HighlightedText: "on_ink",
    _Role.Link: "ink",
    _Role.LinkVisited: "ink",
    _Role.Accent: "ink",
    _Role.ToolTipBase: "text",
    _Role.ToolTipText: "sheet",
    _Role.BrightText: "brick",
    _Role.Light: "raised",
    _Role.Midlight: "hover",
    _Role.Mid: "line_strong",
    _Role.Dark: "field_line",
    _Role.Shadow: "line_strong",
}

_TYPE: dict[str, tuple[float, QFont.Weight]] = {
    "display": (2.0, QFont.Weight.DemiBold),
    "page": (1.6, QFont.Weight.DemiBold),
    "title": (1.25, QFont.Weight.DemiBold),
    "letter": (1.15, QFont.Weight.Normal),
    "body": (1.0, QFont.Weight.Normal),
    "caption": (0.92, QFont.Weight.Normal),
    "small": (0.85, QFont.Weight.Normal),
}
"""Each size as a multiple of the system font's, with its usual weight."""

_HATCH_TILE = 7
"""Side of the hatching's tile: lines 5 apart measured across (7 / sqrt 2)."""


@lru_cache(maxsize=256)
def _colour(text: str) -> QColor:
    return QColor(text)


_WINDOWS = tuple(QColor(text).rgb() for text in TOKENS["window"])


def _scheme_index(palette: QPalette) -> int | None:
    """0 for our light palette, 1 for our dark one, None for the system's own."""
    window = palette.color(_Group.Active, _Role.Window).rgb()
    return _WINDOWS.index(window) if window in _WINDOWS else None


class _Last:
    """What palette and font were when last asked: painting a month asks some two thousand times."""

    palette = 0
    scheme: int | None = None
    font: QFont | None = None
    pixels = 1


def is_dark() -> bool:
    """True while the dark scheme is in force."""
    return QGuiApplication.palette().color(_Role.Window).lightnessF() < 0.5  # noqa: PLR2004  (the middle of 0..1)


def is_high_contrast() -> bool:
    """True while the system's own palette is in force: then washes are outlined, and outlines are two pixels wide."""
    return _scheme_index(QGuiApplication.palette()) is None


def tone(token: str) -> QColor:
    """The colour of a role in the scheme now in force. Raises KeyError for an unknown role."""
    pair = TOKENS[token]
    palette = QGuiApplication.palette()
    key = palette.cacheKey()
    if key != _Last.palette:
        _Last.palette, _Last.scheme = key, _scheme_index(palette)
    index = _Last.scheme
    if index is not None or token.startswith("paper"):
        return _colour(pair[index or 0])
    if token == "disabled":  # noqa: S105  (a colour)
        return palette.color(_Group.Disabled, _Role.WindowText)
    return palette.color(_Group.Active, _SYSTEM_ROLES.get(token, _Role.WindowText))


def font_px() -> int:
    """Pixel size of the application's font."""
    font = QApplication.font()
    if font != _Last.font:
        _Last.font, _Last.pixels = font, max(1, QFontInfo(font).pixelSize())
    return _Last.pixels


def px(n: float) -> int:
    """`n` design pixels in the application's pixels: grown with the font, whole, never less than 1 for a line."""
    return _scaled(n, font_px())


@lru_cache(maxsize=1024)
def _scaled(n: float, pixels: int) -> int:
    scaled = round(n * pixels / DESIGN_FONT_PX)
    return scaled if scaled or not n else (1 if n > 0 else -1)


def font(name: str, weight: QFont.Weight | int | None = None) -> QFont:
    """The application's font in one of the seven sizes (display, page, title, letter, body, caption, small).

    `weight` is 400, 500, 600 or 700; None takes the size's own. Raises KeyError for an unknown name.
    """
    factor, usual = _TYPE[name]
    made = QFont(QApplication.font())
    made.setPixelSize(max(1, round(font_px() * factor)))
    made.setWeight(usual if weight is None else QFont.Weight(weight))
    return made


def tabular(base: QFont) -> QFont:
    """`base` with figures of one width, where the font has them: for numbers in columns."""
    made = QFont(base)
    made.setFeature(QFont.Tag("tnum"), 1)
    return made


def hatch_brush() -> QBrush:
    """The hatching of quiet days: one antialiased diagonal in a 7 x 7 tile, rising to the right.

    Its origin is the painter's brush origin: fix that to the calendar so that neighbouring cells join.
    """
    side = px(_HATCH_TILE)
    tile = _blank(side, f"hatch:{side}", "hatch")
    if isinstance(tile, QPixmap):
        return QBrush(tile)
    key, picture = tile
    with QPainter(picture) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(tone("hatch"), max(1, px(1))))
        for shift in (-side, 0, side):
            painter.drawLine(QPoint(shift - 1, side + 1), QPoint(shift + side + 1, -1))
    QPixmapCache.insert(key, picture)
    return QBrush(picture)


def _blank(side: int, name: str, token: str) -> QPixmap | tuple[str, QPixmap]:
    """A cached picture of that name in the token's colour, or the key and an empty one to paint on."""
    ratio = max((screen.devicePixelRatio() for screen in QGuiApplication.screens()), default=1.0)
    key = f"followup:{name}:{tone(token).name()}:{ratio}"
    known = QPixmap()
    if QPixmapCache.find(key, known):
        return known
    picture = QPixmap(QSize(side, side) * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    return key, picture


@lru_cache(maxsize=128)
def _drawing(name: str) -> bytes:
    return resource(f"icons/{name}.svg").read_bytes()


_STROKES = ((17.0, b"1.875"), (24.0, b"1.5"), (float("inf"), b"1.25"))
"""Up to which drawn size (design px) which stroke, in units of the 20 x 20 grid: 1.3 to 1.75 px on the screen."""


def pixmap(name: str, token: str, size: float = 16) -> QPixmap:
    """The icon `name` in a role's colour, `size` design pixels square, sharp on the finest screen.

    Raises OSError for an icon that does not exist.
    """
    side = px(size)
    tile = _blank(side, f"icon:{name}:{side}", token)
    if isinstance(tile, QPixmap):
        return tile
    key, picture = tile
    stroke = next(width for limit, width in _STROKES if size < limit)
    drawn = _drawing(name).replace(b'stroke-width="1.875"', b'stroke-width="' + stroke + b'"')
    with QPainter(picture) as painter:
        _render(painter, QRectF(0, 0, side, side), drawn, tone(token))
    QPixmapCache.insert(key, picture)
    return picture


def _render(painter: QPainter, rect: QRectF, drawing: bytes, colour: QColor) -> None:
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415  (not needed by a window that shows no icon yet)

    renderer = QSvgRenderer(QByteArray(drawing.replace(b"currentColor", colour.name().encode())))
    renderer.render(painter, rect)


class _TokenIcon(QIconEngine):
    """An icon that asks for its role's colour each time it is painted, so that it follows the scheme by itself."""

    def __init__(self, name: str, token: str) -> None:
        super().__init__()
        self._name = name
        self._token = token

    def clone(self) -> QIconEngine:
        return _TokenIcon(self._name, self._token)

    def iconName(self) -> str:
        return self._name

    def key(self) -> str:
        return "followup-token"

    def isNull(self) -> bool:
        return False

    def _picture(self, side: int, mode: QIcon.Mode) -> QPixmap:
        token = "disabled" if mode == QIcon.Mode.Disabled else self._token
        return pixmap(self._name, token, side * DESIGN_FONT_PX / font_px())

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        del state
        side = min(rect.width(), rect.height())
        left, top = rect.x() + (rect.width() - side) // 2, rect.y() + (rect.height() - side) // 2
        painter.drawPixmap(QRect(left, top, side, side), self._picture(side, mode))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        del state
        side = round(min(size.width(), size.height()) / max(1.0, scale))
        return self._picture(max(1, side), mode)


def icon(name: str, token: str = "text") -> QIcon:  # noqa: S107  (a colour)
    """The icon `name` for a button or action, in a role's colour; grey when disabled. It follows the scheme."""
    return QIcon(_TokenIcon(name, token))


def palette(*, dark: bool) -> QPalette:
    """Our palette in one of the two schemes."""
    index = int(dark)
    made = QPalette()
    for role, token in _PALETTE.items():
        made.setColor(role, QColor(TOKENS[token][index]))
    for role in (_Role.Text, _Role.WindowText, _Role.ButtonText):
        made.setColor(_Group.Disabled, role, QColor(TOKENS["disabled"][index]))
    made.setColor(_Group.Disabled, _Role.Highlight, QColor(TOKENS["hover"][index]))
    return made


def style_sheet() -> str:
    """The small style sheet with this scheme's colours (``@token``) and this font's lengths (``12dp``) filled in."""
    text = resource("look/app.qss").read_text(encoding="utf-8")
    text = re.sub(r"@([a-z_0-9]+)", lambda found: tone(found[1]).name(), text)
    return re.sub(r"(\d+(?:\.\d+)?)dp\b", lambda found: f"{px(float(found[1]))}px", text)


class _Follower(QObject):
    """Keeps an application in our look while the system's scheme, its contrast or its font changes."""

    def __init__(self, app: QApplication, scheme: Scheme) -> None:
        super().__init__(app)
        self.scheme = scheme
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(self.dress)
        app.fontChanged.connect(self.dress)
        if hasattr(hints, "accessibility"):  # from Qt 6.10 on
            hints.accessibility().contrastPreferenceChanged.connect(self.dress)

    def _app(self) -> QApplication:
        app = self.parent()
        assert isinstance(app, QApplication)
        return app

    def dress(self) -> None:
        """Set palette and style sheet for the scheme now wanted."""
        app = self._app()
        hints = app.styleHints()
        contrast = hints.accessibility().contrastPreference() if hasattr(hints, "accessibility") else None
        dark = self.scheme == "dark" or (self.scheme == "system" and hints.colorScheme() == Qt.ColorScheme.Dark)
        high = contrast == Qt.ContrastPreference.HighContrast if contrast is not None else False
        app.setPalette(QPalette() if high else palette(dark=dark))
        app.setStyleSheet(style_sheet())


def apply(app: QApplication, scheme: Scheme = "system") -> None:
    """Dress the application: style, palette and style sheet; from then on it follows the system's scheme by itself.

    `scheme` "light" or "dark" holds one of the two whatever the system says. May be called again to change it.
    """
    from followup_desktop.ui.style import dress_widgets  # noqa: PLC0415  (the style paints with this module's colours)

    follower = app.findChild(_Follower)
    if follower is None:
        follower = _Follower(app, scheme)
        dress_widgets(app)
    follower.scheme = scheme
    hints = app.styleHints()
    if scheme == "system":
        hints.unsetColorScheme()
    else:  # the system draws the window's frame and its own dialogs by this
        hints.setColorScheme(Qt.ColorScheme.Dark if scheme == "dark" else Qt.ColorScheme.Light)
    follower.dress()
