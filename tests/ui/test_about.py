"""Help > About and Help > Releases: the parts and their licences, and a page that only the browser opens."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

import followup_desktop
from followup_desktop import places
from followup_desktop.ui import licences, releases
from followup_desktop.ui.about import About


@pytest.fixture
def packed(tmp_path, monkeypatch):
    """Resources of a packed copy: three parts with their texts."""
    parts = [
        {"name": "Follow-Up Desktop", "version": "1", "licence": "MIT", "file": "own.txt"},
        {"name": "Qt", "version": "6.11", "licence": "LGPL-3.0-only", "file": "qt.txt"},
        {"name": "<b>Odd</b>", "version": "2", "licence": "OFL-1.1", "file": "gone.txt"},
    ]
    (tmp_path / "licences").mkdir()
    (tmp_path / "licences" / "index.json").write_text(json.dumps(parts))
    (tmp_path / "licences" / "own.txt").write_text("Permission is hereby granted")
    (tmp_path / "licences" / "qt.txt").write_text("GNU LESSER GENERAL PUBLIC LICENSE")
    monkeypatch.setattr(places, "resource", lambda name: tmp_path / name)
    licences.parts.cache_clear()
    yield tmp_path
    licences.parts.cache_clear()


@pytest.fixture
def about(packed, qtbot):
    window = About(None)
    qtbot.addWidget(window)
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    window.open()
    return window


def shown(about):
    return [about.list.item(row).text() for row in range(about.list.count()) if not about.list.item(row).isHidden()]


def test_it_tells_the_version_and_every_part_with_its_text(about):
    words = [each.text() for each in about.findChildren(QLabel)]
    assert f"Version {followup_desktop.__version__}" in words
    assert shown(about) == ["Follow-Up Desktop 1", "Qt 6.11", "<b>Odd</b> 2"]
    assert about.text.toPlainText() == "Permission is hereby granted"


def test_the_keyboard_alone_finds_a_licence(about):
    assert about.search.hasFocus() or about.focusWidget() is about.search
    QTest.keyClicks(about.search, "lgpl")
    assert shown(about) == ["Qt 6.11"]
    assert about.text.toPlainText() == "GNU LESSER GENERAL PUBLIC LICENSE"
    QTest.keyClicks(about.search, "x")
    assert shown(about) == []
    assert about.text.toPlainText() == ""
    QTest.keyClick(about.search, Qt.Key.Key_Escape)
    assert len(shown(about)) == 3
    QTest.keyClick(about.search, Qt.Key.Key_Down)
    QTest.keyClick(about.list, Qt.Key.Key_End)
    assert about.text.toPlainText().startswith("<b>Odd</b> 2")
    QTest.keyClick(about, Qt.Key.Key_Escape)
    assert not about.isVisible()


def test_every_control_has_a_name(about):
    for part in (about.search, about.list, about.text):
        assert part.accessibleName()
    assert [button.text() for button in about.findChildren(QPushButton)] == ["Close"]


def test_unpacked_it_tells_what_python_knows():
    licences.parts.cache_clear()
    found = {part.name: part for part in licences.parts()}
    assert next(iter(found)) == licences.OWN
    assert "Permission is hereby granted" in licences.text_of(found[licences.OWN])
    qt = next(part for name, part in found.items() if name.lower().startswith("pyside6"))
    assert "LGPL" in qt.licence
    assert "GNU Lesser General Public License" in licences.text_of(qt)
    assert {"reportlab", "fontpkg-caveat"} <= {name.lower() for name in found}
    assert "OFL" in found["fontpkg-caveat"].licence or "Open Font" in licences.text_of(found["fontpkg-caveat"])
    assert all(licences.text_of(part).strip() for part in found.values())


@pytest.fixture
def opened(monkeypatch):
    """What the desktop was asked to open; it says yes."""
    asked = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: asked.append(url.toString()) or True)
    return asked


def test_releases_open_in_the_browser(packed, opened, qtbot):
    (packed / "releases.url").write_text("https://followup.example/releases\n")
    assert releases.show_releases(None) is None
    assert opened == ["https://followup.example/releases"]


@pytest.mark.parametrize(
    "told", ["", "file:///etc/passwd", "http://followup.example/", "https://", "javascript:alert(1)", "\x00"]
)
def test_nothing_but_a_secure_page_is_opened(packed, opened, qtbot, told):
    (packed / "releases.url").write_text(told)
    page = releases.show_releases(None)
    qtbot.addWidget(page)
    page.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    assert opened == []
    assert any("names no page" in each.text() for each in page.findChildren(QLabel))
    page.reject()


def test_where_nothing_opens_pages_the_address_is_told(packed, qtbot, monkeypatch):
    (packed / "releases.url").write_text("https://followup.example/releases")
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _: False)
    page = releases.show_releases(None)
    qtbot.addWidget(page)
    page.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    assert any(each.text() == "https://followup.example/releases" for each in page.findChildren(QLabel))
    page.reject()
