"""The rigs themselves: a printer keeps what it gets, Qt sees what it can do, and a window can be typed in and read aloud."""

import json
import os
import subprocess
import sys

import pytest
from reportlab.pdfgen import canvas

NAME = "Lukasz Wisniewski"

PRINTERS = """
import json
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinterInfo
app = QGuiApplication([])
print(json.dumps({
    info.printerName(): [
        sorted(size.key() for size in info.supportedPageSizes()), sorted(mode.name for mode in info.supportedDuplexModes())
    ]
    for info in QPrinterInfo.availablePrinters()
}))
"""

WINDOW = """
import sys
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
app = QApplication(["rig-window"])
app.setApplicationName("rig-window")
window = QWidget(windowTitle="Rig window")
field, button, label = QLineEdit(accessibleName="Your name"), QPushButton("Greet"), QLabel("nobody yet")
button.setShortcut("Ctrl+G")
button.clicked.connect(lambda: label.setText(f"Hello, {field.text()}"))
layout = QVBoxLayout(window)
for widget in (field, button, label):
    layout.addWidget(widget)
window.show()
app.exec()
"""


@pytest.fixture(scope="module")
def a6(tmp_path_factory):
    """A card of two A6 pages with a name as text."""
    path = tmp_path_factory.mktemp("pdf") / "card.pdf"
    page = canvas.Canvas(str(path), pagesize=(105 / 25.4 * 72, 148 / 25.4 * 72))
    for text in ("Thank you", f"Dear {NAME}"):
        page.drawString(50, 300, text)
        page.showPage()
    page.save()
    return path


def test_a_printer_keeps_the_size_the_sides_and_the_text_of_what_it_got(shop, card_printer, a6):
    options = ("-o", "media=iso_a6_105x148mm", "-o", "sides=two-sided-short-edge")
    subprocess.run(["lp", "-d", card_printer.name, *options, a6], env={**os.environ, **shop.env}, check=True)
    job = card_printer.next_job()
    assert job.media == (105, 148)
    assert job.sides == "two-sided-short-edge"
    assert [(round(width), round(height)) for width, height in job.pages] == [(105, 148), (105, 148)]
    assert NAME in job.text


def test_qt_sees_what_each_printer_can_do(shop, card_printer, office_printer):
    env = {**os.environ, **shop.env, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([sys.executable, "-c", PRINTERS], env=env, capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == {
        card_printer.name: [
            ["5x7", "A4", "A6", "Env10", "EnvC6", "EnvDL", "Letter"],
            ["DuplexAuto", "DuplexLongSide", "DuplexNone", "DuplexShortSide"],
        ],
        office_printer.name: [["Letter"], ["DuplexNone"]],
    }


def test_a_window_is_typed_in_and_read_aloud(screen, tree, tmp_path):
    screen.python("-c", WINDOW)
    screen.window("Rig window")
    screen.type("Ada")
    screen.keys("ctrl+g")
    read = tree("rig-window")
    read.wait("label", "Hello, Ada")
    read.write("text", "Your name", "Grace")
    read.press("button", "Greet")
    read.wait("label", "Hello, Grace")
    assert read.nameless() == []
    screen.shot(tmp_path / "shot.png")
    assert screen.colours(tmp_path / "shot.png") > 2
    screen.keys("alt+F4")
