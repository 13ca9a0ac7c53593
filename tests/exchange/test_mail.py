"""E-mails for the user's own mail program: read back by the standard library, whatever the names and texts are made of."""

import re
from email import message_from_bytes, message_from_string, policy
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_desktop.core.problems import Problem
from followup_desktop.exchange.mail import LONGEST_LINK, Mail, address_fault, eml, is_too_long, mailto

NAMES = (
    "Hong Nguyen",
    "Nguyễn Thị Hồng",
    "Tomáš Řehák, Dr.",
    'Ann "Annie" Lee',
    "Σωκράτης Παπαδόπουλος",
    "محمد الأحمد",
    "דנה כהן",
    "王小明",
    "김민수",
    "สมชาย ใจดี",
    "O'Neill (Recruiting) <x@y.example>",
    "=?utf-8?b?SGk=?=",
    "Ångström " * 12,
    "a" * 60,
    "👩‍💻 Ada",
)
BODY = "Dear Hồng,\n\nThank you for today.  It was good = it was fine.\nFrom here on: 100 % & more?\n\nKind regards,\n\nRobin"


def parsed(data):
    assert re.fullmatch(rb"(?:[^\r\n]|\r\n)*", data)
    assert all(len(line) <= 998 for line in data.split(b"\r\n"))
    return message_from_bytes(data, policy=policy.default)


def one_line(text):
    return " ".join(text.split())


@pytest.mark.parametrize("name", NAMES)
def test_a_draft_read_back_is_what_was_put_in(name):
    made = eml(
        Mail(
            to="hong@acme.example",
            to_name=name,
            sender="robin@ashworth.example",
            sender_name=name,
            subject=f"Thank you, {name}",
            body=BODY,
        )
    )
    assert made.isascii()
    assert all(len(line) <= 78 for line in made.partition(b"\r\n\r\n")[0].split(b"\r\n"))
    told = parsed(made)
    for header, address in (("To", "hong@acme.example"), ("From", "robin@ashworth.example")):
        (mailbox,) = told[header].addresses
        assert (one_line(mailbox.display_name), mailbox.addr_spec) == (one_line(name)[:120].rstrip(), address)
    assert told["Subject"] == one_line(f"Thank you, {name}")
    assert told["X-Unsent"] == "1"
    assert told.get_content().replace("\r\n", "\n") == BODY + "\n"
    assert told.defects == []


def test_a_draft_tells_no_time_and_no_computer():
    told = parsed(eml(Mail(to="a@b.example", subject="Hello", body="x")))
    assert sorted(told.keys()) == [
        "Content-Transfer-Encoding",
        "Content-Type",
        "MIME-Version",
        "Subject",
        "To",
        "X-Unsent",
    ]
    assert eml(Mail(to="a@b.example", body="x")) == eml(Mail(to="a@b.example", body="x"))


def test_a_link_read_back_is_what_was_put_in():
    link = mailto(Mail(to="o'neill+jobs/co@acme.example", to_name="never in a link", subject="50 % & more?", body=BODY))
    assert link.isascii()
    assert "never" not in link
    assert "%0D%0A" in link
    assert "%0A%0A" not in link
    parts = urlsplit(link)
    assert unquote(parts.path) == "o'neill+jobs/co@acme.example"
    told = parse_qs(parts.query, strict_parsing=True)
    assert told == {"subject": ["50 % & more?"], "body": [BODY.replace("\n", "\r\n")]}
    assert "+" not in parts.query


@pytest.mark.parametrize(
    "hostile",
    [
        "a@b.example\r\nBcc: x@y.example",
        "a@b.example,c@d.example",
        "a@b.example?bcc=x@y.example",
        "a@b.example&bcc=x@y.example",
        "<a@b.example>",
        "a b@c.example",
        "a@b@c.example",
        "a@",
        "@b.example",
        "a@b..example",
        "a@-b.example",
        ".a@b.example",
        "a\x00@b.example",
        "a\ud800@b.example",
        "a@" + "b" * 64 + ".example",
        "a" * 250 + "@b.example",
        "mailto:a@b.example",
    ],
)
def test_what_is_no_address_is_refused_in_one_sentence(hostile):
    assert address_fault(hostile)
    for make in (mailto, eml):
        with pytest.raises(Problem) as told:
            make(Mail(to=hostile, body="x"))
        assert "\n" not in str(told.value.what)
        assert "no e-mail address" in str(told.value.what)


@pytest.mark.parametrize(
    "address", ["a@b.example", "A.B-c_d+e@sub.b-c.example", "x@localhost", "ada@büro.example", "üte@b.example"]
)
def test_what_is_an_address_is_taken(address):
    assert address_fault(address) is None
    assert address_fault(f" {address} ") is None
    told = message_from_string(eml(Mail(to=address, to_name="Ada", body="x")).decode(), policy=policy.SMTPUTF8)
    assert told["To"].addresses[0].username == address.partition("@")[0]
    assert told["To"].addresses[0].domain == address.partition("@")[2].replace("büro", "xn--bro-hoa")


def test_without_an_address_the_mail_program_asks():
    assert mailto(Mail(subject="Hi")) == "mailto:?subject=Hi"
    assert "To" not in parsed(eml(Mail(subject="Hi")))


def test_names_and_subjects_bring_no_header_of_their_own():
    sly = "Ada\r\nBcc: x@y.example\n\nHello\x0b\x85\u2028more\x00"
    told = parsed(eml(Mail(to="a@b.example", to_name=sly, sender="c@d.example", sender_name=sly, subject=sly, body="x")))
    assert "Bcc" not in told
    assert told["To"].addresses[0].display_name == "Ada Bcc: x@y.example Hello more"
    assert told["Subject"] == "Ada Bcc: x@y.example Hello more"
    assert told.get_content() == "x\r\n"
    assert "%0" not in mailto(Mail(to="a@b.example", subject=sly))


def test_a_link_that_a_mail_program_would_cut_is_known():
    assert not is_too_long(mailto(Mail(to="a@b.example", body="word " * 120)))
    assert is_too_long(mailto(Mail(to="a@b.example", body="слово " * 120)))
    assert LONGEST_LINK < 2_048


def seen(text):
    """What shows of a text: no controls, no white space."""
    return "".join(each for each in text if each.isprintable() and not each.isspace())


texts = st.text(st.characters(exclude_categories=("Cs",)), max_size=200)


@given(name=texts, subject=texts, body=texts)
def test_any_text_comes_back_and_brings_no_header(name, subject, body):
    made = eml(Mail(to="a@b.example", to_name=name, subject=subject, body=body))
    told = parsed(made)
    assert len(told.keys()) == 6
    assert [each.addr_spec for each in told["To"].addresses] == ["a@b.example"]
    assert seen(told.get_content()) == seen(body)
    query = urlsplit(mailto(Mail(to="a@b.example", subject=subject, body=body))).query
    assert set(parse_qs(query)) <= {"subject", "body"}
