"""The verbs that make paper to take along and to post: kit, and cards with envelopes."""

from __future__ import annotations

import pypdfium2
import pytest

from followup_desktop import cli

IN = 25.4


@pytest.fixture
def say(tmp_path, capsys):
    """Runs the words of a command line on a notebook of the test's own; gives output and errors."""

    def run(*words, status=0):
        wish = cli.parse(["--data", str(tmp_path / "notebook"), "--now", "2026-11-23T12:41", *map(str, words)])
        code = cli.run(wish)
        out, err = capsys.readouterr()
        assert code == status, f"{words}: {code}\n{out}{err}"
        return out, err

    return run


@pytest.fixture
def acme(say):
    say("me", "--name", "Robin Ashworth", "--country", "US", "--address", "418 Alder Street\nPortland OR 97205")
    say("add", "Acme", "Platform engineer", "--start", "2026-11-23T10:00", "--with", "Tomáš Řehák", "--with", "Ngozi Okafor")
    return say


def sizes(path):
    with pypdfium2.PdfDocument(path) as document:
        return [tuple(round(value / 72 * IN) for value in page.get_size()) for page in document]


def test_kit_makes_what_it_says(acme, tmp_path):
    out, err = acme("kit", "acme", "--out", tmp_path / "kit.pdf")
    assert "2 envelopes, 2 spare, one pocket sheet, 4 blank cards" in out
    assert "A2" in out
    assert "One stamp." in out
    assert err == ""
    assert sizes(tmp_path / "kit.pdf") == [(216, 279)] * 5 + [(146, 111)] * 4


def test_kit_names_what_is_left_to_the_hand(acme, tmp_path):
    acme("add", "Initech", "Lead", "--start", "2026-11-24", "--with", "\U00011f00\U00011f01")
    _, err = acme("kit", "initech", "--out", tmp_path / "kit.pdf", status=1)
    assert "write the name by hand" in err
    assert (tmp_path / "kit.pdf").exists()


def test_kit_of_no_interview_is_an_error_and_makes_nothing(acme, tmp_path):
    acme("kit", "nobody", "--out", tmp_path / "kit.pdf", status=2)
    assert not (tmp_path / "kit.pdf").exists()
    acme("kit", "acme", "--out", tmp_path / "nowhere" / "kit.pdf", status=2)


def test_cards_with_envelopes(acme, tmp_path):
    for name in ("Tomáš", "Ngozi"):
        acme("note", "acme", name, "told me about their on-call handbook, two pages and no blame")
    acme("person", "acme", "Ngozi Okafor", "--address", "1200 Market Street\nSan Francisco CA 94102")
    out, err = acme("cards", "acme", "--out", tmp_path / "cards.pdf", "--envelopes", "--drafts", status=1)
    assert "2 envelopes, A2" in out
    assert "The address of Tomáš Řehák is not known" in err
    assert sizes(tmp_path / "cards.pdf") == [(216, 279)] * 2 + [(146, 111)] * 2
    acme("cards", "acme", "--out", tmp_path / "two.pdf", "--envelopes", "--drafts", "--stock", "avery-8315", status=1)
    # printed on both sides, an envelope has a back: never two envelopes on one
    assert sizes(tmp_path / "two.pdf") == [(216, 279)] * 2 + [(146, 111)] * 4


def test_cards_by_hand_are_guide_sheets(acme, tmp_path):
    acme("note", "acme", "Tomáš", "told me about their on-call handbook, two pages and no blame")
    out, _ = acme("cards", "acme", "--out", tmp_path / "guide.pdf", "--by-hand", "--envelopes", "--drafts", status=1)
    assert "2 guide sheets" in out
    assert "100 mm long, in lines 8 mm apart" in out
    assert sizes(tmp_path / "guide.pdf") == [(279, 216)] * 2 + [(146, 111)] * 2
