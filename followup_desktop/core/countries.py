"""Countries in addresses: the last line of one told apart from its town, and written in English for an envelope.

The names are the short English ones that the Universal Postal Union asks for on mail from abroad, with the codes of
ISO 3166-1; other ways to write a country that people use are listed with them, and the names in the languages of Western Europe
in which address books are exported. Written down by hand from general knowledge.
"""

from __future__ import annotations

import unicodedata
from functools import cache

_NAMES = """
AD Andorra|AE United Arab Emirates;UAE|AF Afghanistan|AG Antigua and Barbuda|AL Albania;Shqipëria|AM Armenia|AO Angola
AR Argentina|AT Austria;Österreich|AU Australia|AZ Azerbaijan|BA Bosnia and Herzegovina;Bosnia|BB Barbados|BD Bangladesh
BE Belgium;Belgique;België|BF Burkina Faso|BG Bulgaria;България|BH Bahrain|BI Burundi|BJ Benin|BN Brunei|BO Bolivia
BR Brazil;Brasil|BS Bahamas|BT Bhutan|BW Botswana|BY Belarus|BZ Belize|CA Canada|CD Democratic Republic of the Congo;DR Congo
CF Central African Republic|CG Congo|CH Switzerland;Schweiz;Suisse;Svizzera|CI Ivory Coast;Côte d’Ivoire|CL Chile|CM Cameroon
CN China;PR China;中国|CO Colombia|CR Costa Rica|CU Cuba|CV Cape Verde;Cabo Verde|CY Cyprus;Κύπρος
CZ Czech Republic;Czechia;Česko;Česká republika|DE Germany;Deutschland|DJ Djibouti|DK Denmark;Danmark|DM Dominica
DO Dominican Republic;República Dominicana|DZ Algeria;Algérie|EC Ecuador|EE Estonia;Eesti|EG Egypt;مصر|ER Eritrea
ES Spain;España|ET Ethiopia|FI Finland;Suomi|FJ Fiji|FR France|GA Gabon
GB United Kingdom;UK;Great Britain;England;Scotland;Wales;Northern Ireland|GD Grenada|GE Georgia|GH Ghana
GM Gambia|GN Guinea;Guinée|GQ Equatorial Guinea|GR Greece;Ελλάδα;Hellas|GT Guatemala|GW Guinea-Bissau|GY Guyana
HK Hong Kong;香港|HN Honduras|HR Croatia;Hrvatska|HT Haiti;Haïti|HU Hungary;Magyarország|ID Indonesia
IE Ireland;Éire;Republic of Ireland|IL Israel;ישראל|IN India;भारत|IQ Iraq|IR Iran|IS Iceland;Ísland|IT Italy;Italia
JM Jamaica|JO Jordan|JP Japan;日本|KE Kenya|KG Kyrgyzstan|KH Cambodia|KI Kiribati|KM Comoros|KN Saint Kitts and Nevis
KP North Korea|KR South Korea;Korea;Republic of Korea;대한민국|KW Kuwait|KZ Kazakhstan|LA Laos|LB Lebanon;Liban|LC Saint Lucia
LI Liechtenstein|LK Sri Lanka|LR Liberia|LS Lesotho|LT Lithuania;Lietuva|LU Luxembourg;Luxemburg|LV Latvia;Latvija|LY Libya
MA Morocco;Maroc|MC Monaco|MD Moldova|ME Montenegro;Crna Gora|MG Madagascar|MH Marshall Islands|MK North Macedonia|ML Mali
MM Myanmar|MN Mongolia|MO Macao;Macau|MR Mauritania|MT Malta|MU Mauritius|MV Maldives|MW Malawi|MX Mexico;México|MY Malaysia
MZ Mozambique|NA Namibia|NE Niger|NG Nigeria|NI Nicaragua|NL Netherlands;The Netherlands;Nederland;Holland|NO Norway;Norge
NP Nepal|NR Nauru|NZ New Zealand;Aotearoa|OM Oman|PA Panama;Panamá|PE Peru;Perú|PG Papua New Guinea|PH Philippines;Pilipinas
PK Pakistan|PL Poland;Polska|PR Puerto Rico|PS Palestine|PT Portugal|PW Palau|PY Paraguay|QA Qatar|RO Romania;România
RS Serbia;Srbija|RU Russia;Россия;Russian Federation|RW Rwanda|SA Saudi Arabia|SB Solomon Islands|SC Seychelles|SD Sudan
SE Sweden;Sverige|SG Singapore|SI Slovenia;Slovenija|SK Slovakia;Slovensko|SL Sierra Leone|SM San Marino|SN Senegal;Sénégal
SO Somalia|SR Suriname|SS South Sudan|ST Sao Tome and Principe|SV El Salvador|SY Syria|SZ Eswatini|TD Chad|TG Togo
TH Thailand;ประเทศไทย|TJ Tajikistan|TL Timor-Leste|TM Turkmenistan|TN Tunisia;Tunisie|TO Tonga|TR Turkey;Türkiye
TT Trinidad and Tobago|TV Tuvalu|TW Taiwan;台灣;臺灣|TZ Tanzania|UA Ukraine;Україна|UG Uganda
US United States of America;USA;United States;US;America|UY Uruguay|UZ Uzbekistan|VA Vatican City
VC Saint Vincent and the Grenadines
VE Venezuela|VN Vietnam;Viet Nam;Việt Nam|VU Vanuatu|WS Samoa|XK Kosovo|YE Yemen|ZA South Africa|ZM Zambia|ZW Zimbabwe
"""

_ABROAD = """
AT Autriche;Oostenrijk|AU Australien;Australie|BE Belgien;Bélgica;Belgio|BR Brasilien;Brésil|CA Kanada;Canadá|CH Suiza;Zwitserland
CN Chine|CZ Tschechien;Tschechische Republik;Tchéquie;Chequia|DE Allemagne;Alemania;Germania;Duitsland
DK Dänemark;Danemark;Dinamarca|ES Spanien;Espagne;Spagna;Spanje|FI Finnland;Finlande;Finlandia|FR Frankreich;Francia;Frankrijk
GB Vereinigtes Königreich;Großbritannien;Royaume-Uni;Reino Unido;Regno Unito;Verenigd Koninkrijk
GR Griechenland;Grèce;Grecia;Griekenland|HU Ungarn;Hongrie;Hungría|IE Irland;Irlande;Irlanda;Ierland|IN Indien;Inde
IT Italien;Italie;Italië|JP Japon;Japón;Giappone|KR Südkorea;Corée du Sud;Corea del Sur|MX Mexiko;Mexique;Messico
NL Niederlande;Pays-Bas;Países Bajos;Paesi Bassi|NO Norwegen;Norvège;Noruega;Noorwegen|PL Polen;Pologne;Polonia
RU Russland;Russie;Rusia|SE Schweden;Suède;Suecia;Svezia;Zweden|TR Türkei;Turquie;Turquía
US Vereinigte Staaten;États-Unis;Estados Unidos;Stati Uniti;Verenigde Staten|ZA Südafrika;Afrique du Sud;Sudáfrica
"""


def _listed(text: str) -> dict[str, tuple[str, ...]]:
    """The names in a list by the code before them."""
    entries = [entry for line in text.split("\n") for entry in line.split("|") if entry]
    return {entry[:2]: tuple(entry[3:].split(";")) for entry in entries}


@cache
def _english() -> dict[str, tuple[str, ...]]:
    return _listed(_NAMES)


@cache
def _codes() -> dict[str, str]:
    pairs = (*_listed(_ABROAD).items(), *_english().items())
    return {_folded(name): code for code, names in pairs for name in names}


def _folded(text: str) -> str:
    """Letters alone, without accents, dots and capitals."""
    apart = unicodedata.normalize("NFKD", text).casefold()
    return "".join(character for character in apart if unicodedata.category(character)[0] in "LN")


def country_of(line: str) -> str | None:
    """The code of the country that a whole line names, in English, its own language or capitals; None for any other line.

    A bare two-letter line other than UK and US is none: it may be a state (CA, DE).
    """
    return _codes().get(_folded(line))


def in_capitals(code: str) -> str:
    """The country's English name in full as it stands last on mail from abroad; empty for a code that is none."""
    return in_english(code).upper()


def code_in(field: str) -> str | None:
    """The code of the country that a field for countries holds: a name as for `country_of`, or a code of two letters."""
    code = field.strip().upper()
    return country_of(field) or (code if code in _english() else None)


def in_english(code: str) -> str:
    """The country's short English name; empty for a code that is none."""
    return _english().get(code.upper(), ("",))[0]
