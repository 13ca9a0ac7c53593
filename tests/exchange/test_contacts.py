"""Address book files as phones, mail programs and LinkedIn write them: who is in them, and what is left out and why."""

from __future__ import annotations

from pathlib import Path

import pytest

from followup_desktop.core.problems import Problem
from followup_desktop.exchange import contacts
from followup_desktop.exchange.addresses import lines
from followup_desktop.exchange.bring_in_contacts import is_address_book, read
from followup_desktop.exchange.contacts import Contact
from followup_desktop.exchange.events import Skipped

FIXTURES = Path(__file__).parent / "fixtures" / "contacts"


def told(name):
    """The people and the entries left out of a fixture."""
    found = read((FIXTURES / name).read_bytes(), name)
    return [each for each in found if isinstance(each, Contact)], [each for each in found if isinstance(each, Skipped)]


def one(data, name="x.vcf"):
    """The one contact in a file of these lines."""
    (contact,) = read(data if isinstance(data, bytes) else data.encode(), name)
    assert isinstance(contact, Contact)
    return contact


def card(*rows, version="3.0"):
    return "\r\n".join(["BEGIN:VCARD", f"VERSION:{version}", *rows, "END:VCARD", ""])


# vCard


def test_an_apple_card_keeps_grouped_lines_and_prefers_work():
    (ngozi, zoe), (acme,) = told("apple.vcf")
    assert (ngozi.name, ngozi.title, ngozi.company) == ("Dr. Ngozi Okafor", "Head of Platform", "Acme")
    assert ngozi.emails == ("ngozi.okafor@acme.example", "ngozi@home.example")
    assert (ngozi.phone, ngozi.profile) == ("+1 (650) 555-0134", "ngozi-okafor-12ab")
    assert lines(ngozi.address)[:3] == ("1600 Amphitheatre Parkway", "Suite 400", "MOUNTAIN VIEW, CA 94043")
    assert lines(zoe.address)[-1] == "France"
    assert (acme.where, "company" in str(acme.why)) == ("Acme", True)


def test_a_google_card_is_unfolded_and_one_without_a_name_is_left_out():
    (hong,), (nameless,) = told("google.vcf")
    assert (hong.name, hong.title) == ("Hong Nguyễn", "Engineering Manager")
    assert lines(hong.address) == ("Phố Tràng Tiền 25", "HOÀN KIẾM", "Hà Nội 11000", "Vietnam")
    assert nameless.where == "google.vcf:2"


def test_an_outlook_card_of_version_2_1_in_windows_characters():
    (juergen,), _ = told("outlook.vcf")
    assert (juergen.name, juergen.company) == ("Dr. Jürgen Müller", "Größe & Söhne GmbH")
    assert lines(juergen.address) == ("Invalidenstraße 116", "10115 BERLIN", "Germany")


def test_a_phone_writes_quoted_printable_over_several_lines():
    (anna, samir), skipped = told("phone.vcf")
    assert (anna.name, anna.company, anna.phone) == ("Анна Иванова", "Акме", "+74955550134")
    assert anna.address.street == "ул. Тверская, д. 7"
    assert (samir.name, samir.title, samir.phone) == ("Samir Haddad", "Recruiter", "+1 202 555 0134")
    assert not skipped


def test_version_4_0_with_preferences_labels_pronouns_and_groups():
    (eleni, lukasz), (panel,) = told("thunderbird.vcf")
    assert (eleni.emails[0], eleni.pronoun, eleni.phone) == ("eleni@acme.example", "she", "+30-210-555-0134")
    assert lines(eleni.address) == ("Ermou 1", "105 63 ATHENS", "Greece")
    assert lines(lukasz.address) == ("ul. Marszałkowska 1", "00-624 Warszawa")
    assert panel.where == "Interview panel"


def test_a_bad_card_is_left_out_and_counted_and_the_rest_stay():
    (marta,), skipped = told("broken.vcf")
    assert (marta.name, marta.title, marta.emails, marta.phone) == ("Marta Kowalska", "", ("marta@acme.example",), "")
    assert [each.where for each in skipped] == ["broken.vcf:1", "broken.vcf:2", "broken.vcf:4"]
    assert ["cut off" in str(each.why) for each in skipped] == [True, False, True]


def test_a_native_name_stays_as_it_is_written():
    (hanako,), _ = told("japan.vcf")
    assert hanako.name == "田中 花子"
    assert lines(hanako.address) == ("〒100-0005", "東京都", "千代田区丸の内1-1-1", "Japan")


@pytest.mark.parametrize(
    ("rows", "name"),
    [
        (["FN:Nguyen\\, Hong"], "Hong Nguyen"),
        (["N:Nguyen;Hong"], "Hong Nguyen"),
        (["N:King;Martin;Luther;Dr.;Jr.", "FN:"], "Dr. Martin Luther King Jr."),
        (["N:王;伟;;;"], "王伟"),
        (["N:김;민준"], "김민준"),
        (["fn:hong nguyen"], "hong nguyen"),
        (["FN;CHARSET=UTF-8:Zoé Lefèvre"], "Zoé Lefèvre"),
        (["FN:Hong\\;Nguyen"], "Hong;Nguyen"),
        (["FN:\u202eHong\u200b Nguyen\x07"], "Hong Nguyen"),
        (["FN:Hong Nguyen", "FN:Somebody Else"], "Hong Nguyen"),
    ],
)
def test_a_name_is_read_as_it_is_spoken(rows, name):
    assert one(card(*rows)).name == name


def test_a_fold_within_a_character_is_taken_out():
    data = card("FN:Zoé Lefèvre").encode()
    at = data.index("é".encode()) + 1
    assert one(data[:at] + b"\r\n " + data[at:]).name == "Zoé Lefèvre"


def test_a_fold_of_version_2_1_keeps_its_blank():
    assert one(card("FN:Hong\r\n Nguyen", version="2.1")).name == "Hong Nguyen"


def test_a_line_of_another_character_set_is_read_in_it():
    data = card("FN;CHARSET=SHIFT_JIS:@").encode().replace(b"@", "田中花子".encode("shift_jis"))
    assert one(data).name == "田中花子"
    koi8 = card("FN;CHARSET=KOI8-R:@").encode().replace(b"@", "Анна Иванова".encode("koi8-r"))
    assert one(koi8).name == "Анна Иванова"


@pytest.mark.parametrize("name", ["no-such-set", "unicode_escape", "idna", "undefined", "cp9999", "hex", ""])
def test_a_character_set_that_is_none_is_passed_over(name):
    assert one(card(f"FN;CHARSET={name}:Zoé \\d Lefèvre")).name == "Zoé d Lefèvre"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
@pytest.mark.parametrize("ending", ["\n", "\r", "\r\n"])
def test_marks_and_line_ends_do_not_matter(encoding, ending):
    assert one(card("FN:Zoé Lefèvre").replace("\r\n", ending).encode(encoding)).name == "Zoé Lefèvre"


# Tables


def test_linkedin_connections_behind_their_preamble():
    (ngozi, hong, priya, lukasz), (evil, nobody) = told("linkedin.csv")
    assert (ngozi.name, ngozi.company, ngozi.title) == ("Ngozi Okafor, PhD", "Acme", "Head of Platform")
    assert (hong.emails, hong.profile) == (("hong.nguyen@acme.example",), "hong-nguyen")
    assert (priya.company, priya.title, priya.profile) == ("", "Recruiter, EMEA", "")
    assert (lukasz.company, lukasz.profile) == ('Papaya "Games"', "lwojcik")
    assert (evil.where, nobody.where) == ("Evil", "linkedin.csv:8")


def test_older_linkedin_connections_have_no_links():
    (samir, zoe), skipped = told("linkedin_old.csv")
    assert (samir.company, samir.title, zoe.emails, skipped) == ("Globex", "Talent Partner", ("zoe@globex.example",), [])


def test_google_contacts_with_several_values_in_a_cell():
    (joao, wang, ada), (office,) = told("google.csv")
    assert joao.emails == ("joao@acme.example", "joao.silva@acme.example", "joao@home.example")
    assert (joao.phone, joao.title) == ("+55 11 5550-1340", "Gerente")
    assert lines(joao.address) == ("Avenida Paulista, 1578", "SÃO PAULO-SP", "01310-200", "Brazil")
    assert wang.name == "王伟"
    assert lines(ada.address) == ("10 High Street", "Leeds", "LS1 4DY", "United Kingdom")
    assert "company" in str(office.why)


def test_older_google_contacts_in_utf_16():
    (mei,), _ = told("google_old.csv")
    assert (mei.name, mei.company, mei.title) == ("Mei Lin Tan", "Acme Asia", "Director")
    assert lines(mei.address) == ("1 Raffles Place", "SINGAPORE 048616", "Singapore")


def test_outlook_contacts_have_the_address_of_work_first():
    (sarah, tom), _ = told("outlook.csv")
    assert (sarah.name, sarah.title, sarah.phone) == ("Sarah Whitlock", "Operations Director", "+44 113 555 0134")
    assert lines(sarah.address) == ("10 High Street", "Floor 3", "LEEDS", "LS1 4DY", "United Kingdom")
    assert (tom.name, tom.title, tom.phone) == ("Tom Ashby Jr.", "", "+44 7700 900134")
    assert lines(tom.address)[:2] == ("2 Home Lane", "YORK")


def test_outlook_in_german_and_french():
    (kaethe,), _ = told("outlook_german.csv")
    assert (kaethe.name, kaethe.company, kaethe.title) == ("Käthe Groß", "Müller & Söhne", "Leiterin Einkauf")
    assert lines(kaethe.address) == ("Königstraße 5", "50667 KÖLN", "Germany")
    (elodie,), _ = told("outlook_french.csv")
    assert (elodie.name, elodie.company, elodie.title) == ("Élodie Durand", "Café Lumen", "Directrice")
    assert lines(elodie.address) == ("12 rue de la Paix", "75002 PARIS", "France")


def test_thunderbird_contacts_have_two_lines_of_address():
    (anna,), _ = told("thunderbird.csv")
    assert (anna.name, anna.company, anna.emails) == ("Anna Kowalska", "Papaya Games", ("anna@papaya.example",))
    assert lines(anna.address) == ("ul. Marszałkowska 1", "piętro 3", "00-624 WARSZAWA", "Poland")


def test_a_home_made_table_with_its_header_further_down():
    (ingrid, vogt), _ = told("home_made.csv")
    assert (ingrid.name, ingrid.title, ingrid.phone) == ("Ingrid Halden", "CTO", "+47 22 55 01 34")
    assert lines(ingrid.address) == ("Karl Johans gate 1", "0154 OSLO", "Norway")
    assert lines(vogt.address) == ("Bahnhofstrasse 1", "8001 Zürich", "Switzerland")


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_any_delimiter_in_any_encoding(delimiter, encoding):
    rows = [["E-Mail", "Company", "Name"], ["zoe@globex.example", "Café Globex", "Zoé Lefèvre"]]
    text = "\r\n".join(delimiter.join(row) for row in rows)
    contact = one(text.encode(encoding), "x.csv")
    assert (contact.name, contact.company, contact.emails) == ("Zoé Lefèvre", "Café Globex", ("zoe@globex.example",))


def test_the_header_is_found_in_the_first_twenty_rows_and_no_further():
    rows = "Name,Company\nHong Nguyen,Acme\n"
    assert one(("a note\n" * 19 + rows).encode(), "x.csv").name == "Hong Nguyen"
    with pytest.raises(Problem, match="No row of"):
        read(("a note\n" * 20 + rows).encode(), "x.csv")


def test_a_title_is_a_position_but_in_outlook_it_is_mr_or_dr():
    assert one(b"Name,Title,Company\nHong Nguyen,CTO,Acme\n", "x.csv").title == "CTO"
    assert one(b"Title,First Name,Middle Name,Last Name,Company\nMs,Hong,,Nguyen,Acme\n", "x.csv").title == ""


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ('=HYPERLINK("http://evil.example","Click")', ""),
        ("=1+1", ""),
        ("JavaScript : alert(1)", ""),
        ("data:text/html,x", ""),
        ("'=1+1", "=1+1"),
        ("'+44 20", "+44 20"),
        ("'@home", "@home"),
        ('="01069"', "01069"),
        ("+44 20", "+44 20"),
        ("O'Brien", "O'Brien"),
        ("'s Hertogenbosch", "'s Hertogenbosch"),
        ("Data Engineer", "Data Engineer"),
    ],
)
def test_a_cell_is_plain_text_and_nothing_that_runs(cell, text):
    assert contacts.harmless(cell) == text


# Files that are none


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("x.vcf", b"", "“x.vcf” is empty, so nothing was added. Choose another file."),
        ("x.csv", b"\xef\xbb\xbf \r\n", "“x.csv” is empty, so nothing was added. Choose another file."),
        ("x.vcf", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "“x.vcf” has no contact in it, so nothing was added. Choose another file."),
        ("x.vcf", b"BEGIN:VCARD\nFN:Cut", "“x.vcf” has no contact in it, so nothing was added. Choose another file."),
        ("x.csv", b"Name,Company\n,Acme\n", "“x.csv” has nobody in it, so nothing was added. Choose another file."),
        ("x.vcf", b"a" * 20_000_001, "“x.vcf” is too large for an address book, so nothing was added. Export fewer people."),
        ("x.csv", b"a" * 5_000_001, "“x.csv” is too large for a table of people, so nothing was added. Cut it into parts."),
        (
            "x.vcf",
            b"BEGIN:VCARD\nEND:VCARD\n" * 20_001,
            "“x.vcf” holds more than 20000 contacts, so nothing was added. Export fewer people.",
        ),
        (
            "x.csv",
            b"Name,Company\n" + b"Hong Nguyen,Acme\n" * 20_001,
            "“x.csv” holds more than 20000 rows, so nothing was added. Cut it into parts.",
        ),
    ],
)
def test_a_file_with_nobody_in_it_is_refused_in_a_sentence(name, data, why):
    with pytest.raises(Problem) as fault:
        read(data, name)
    assert str(fault.value.what) == why


def test_a_job_tracker_is_no_table_of_people():
    with pytest.raises(Problem, match="names columns that are known here"):
        told("tracker.csv")


def test_a_card_in_a_file_called_csv_is_read_as_a_card():
    assert one(card("FN:Hong Nguyen").encode(), "contacts.csv").name == "Hong Nguyen"


def test_address_books_are_known_by_the_end_of_their_names():
    assert all(map(is_address_book, ["a.vcf", "a.VCF", "a.b.csv", "a.vcard", "a.tsv"]))
    assert not any(map(is_address_book, ["a.ics", "vcf", "csv", "a.json", ""]))
