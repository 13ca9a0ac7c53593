#!/usr/bin/env python3
"""Draw the program's icon out of resources/icons/app.svg in the form that a system wants: ``icons.py OUT``.

OUT ending in .ico is an icon for Windows, in .icns one for macOS, and any other OUT a folder that becomes an icon theme
as Linux has them (hicolor: the drawing, and pictures of it, since some file managers show none but those).
Needs the Python of `.venv`, and no screen.
"""

import io
import os
import shutil
import sys
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, QByteArray
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

DRAWING = Path(__file__).resolve().parent.parent / "resources" / "icons" / "app.svg"
NAME = "followup-desktop"
THEME = (16, 22, 24, 32, 48, 64, 128, 256, 512)
"""Edges in pixels of the pictures in an icon theme."""
WINDOWS = (16, 20, 24, 32, 40, 48, 64, 128, 256)
"""Those of Windows at 100, 125, 150 and 200 %; its files hold none above 256."""
MACOS = (16, 32, 64, 128, 256, 512, 1024)
"""16 to 512 points at one and two pixels each."""


def picture(edge: int) -> bytes:
    """The icon as a PNG of `edge` pixels a side."""
    image = QImage(edge, edge, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    drawing = QSvgRenderer(str(DRAWING))
    assert drawing.isValid(), DRAWING
    drawing.render(painter)
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)  # the writer opens it, and does not keep it alive
    written = QImageWriter(buffer, QByteArray(b"png")).write(image)
    assert written, edge
    return bytes(data.data())


def theme(folder: Path) -> None:
    """Fill an icon theme with the drawing and its pictures."""
    drawn = folder / "hicolor" / "scalable" / "apps" / f"{NAME}.svg"
    drawn.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(DRAWING, drawn)
    for edge in THEME:
        drawn = folder / "hicolor" / f"{edge}x{edge}" / "apps" / f"{NAME}.png"
        drawn.parent.mkdir(parents=True, exist_ok=True)
        drawn.write_bytes(picture(edge))


def one_file(path: Path, edges: tuple[int, ...]) -> None:
    """One file with the icon in every size, of the kind that its name ends in."""
    pictures = [Image.open(io.BytesIO(picture(edge))) for edge in edges]
    path.parent.mkdir(parents=True, exist_ok=True)
    # Each size as it was drawn: Pillow would shrink the largest for what it is not given.
    pictures[-1].save(path, sizes=[(edge, edge) for edge in edges], append_images=pictures[:-1])


def main() -> None:
    """Draw what the command line asks for."""
    if len(sys.argv) != len(["icons.py", "OUT"]):
        sys.exit(__doc__)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application = QGuiApplication(sys.argv[:1])
    out = Path(sys.argv[1])
    if out.suffix == ".ico":
        one_file(out, WINDOWS)
    elif out.suffix == ".icns":
        one_file(out, MACOS)
    else:
        theme(out)
    application.quit()


if __name__ == "__main__":
    main()
