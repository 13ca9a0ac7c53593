"""A desk on which the story of the design's pictures is told, and the look it is shown in."""

import importlib.util
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale


@pytest.fixture(scope="session")
def story():
    """The module `story.py` beside this file: records and the moment they are told at."""
    spec = importlib.util.spec_from_file_location("followup_story", Path(__file__).with_name("story.py"))
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def british():
    """Weeks from Monday, times as 14:00."""
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def told(desk, notebook, story, british):
    """The desk with the whole story in its notebook."""
    story.tell(notebook)
    return desk
