"""What a mail address tells about an employer, and which mailboxes are no person who interviews."""

from __future__ import annotations

import re

from followup_desktop.exchange import clean

_FREE_MAIL = clean.words(
    """
    aol.com att.net bellsouth.net bigpond.com bluewin.ch btinternet.com centrum.cz charter.net comcast.net cox.net
    earthlink.net fastmail.com fastmail.fm free.fr freenet.de hey.com icloud.com inbox.lv interia.pl laposte.net libero.it
    mac.com mail.com mail.de mail.ru me.com msn.com naver.com o2.pl onet.pl orange.fr pm.me posteo.de proton.me qq.com
    163.com 126.com rediffmail.com rogers.com sapo.pt sbcglobal.net seznam.cz sfr.fr sky.com talktalk.net t-online.de
    telenet.be tuta.com tuta.io tutanota.com ukr.net verizon.net virgilio.it wanadoo.fr web.de wp.pl ymail.com
    hushmail.com duck.com ntlworld.com virginmedia.com bluemail.ch mailbox.org abv.bg
    """
)
_FREE_MAIL_ANYWHERE = clean.words("gmail googlemail outlook hotmail live yahoo gmx yandex protonmail zoho")
_GO_BETWEENS = clean.words(
    """
    ashbyhq.com avature.net bamboohr.com bookings.microsoft.com breezy.hr breezyhr.com cal.com calendly.com
    calendar.google.com candidate.fm careerbuilder.com clearcompany.com codility.com coderpad.io comeet.co cronofy.com
    doodle.com dover.com eightfold.ai fireflies.ai gem.com glassdoor.com goodtime.io greenhouse-mail.io greenhouse.io
    hackerrank.com hirebridge.com hiredscore.com hirevue.com icims.com indeed.com indeedemail.com jazz.co jazzhr.com
    jobvite.com jobylon.com join.com karat.com karat.io lever.co linkedin.com manatal.com metaview.ai modernloop.io
    modernloop.com myworkday.com myworkdayjobs.com onmicrosoft.com oraclecloud.com otter.ai paradox.ai personio.com
    personio.de pinpointhq.com prelude.co read.ai recruitee.com recruiterflow.com recruiting.com rippling-ats.com
    savvycal.com smartrecruiters.com softgarden.de sparkhire.com successfactors.com successfactors.eu taleo.net
    teamtailor.com teamtailor-mail.com tidycal.com ukg.com webex.com welcomekit.co workable.com workablemail.com
    workday.com xing.com youcanbook.me zoom.us zoominfo.com ziprecruiter.com
    """
)
_SECOND_LEVEL = clean.words("ac co com edu gob gov go gv mil ne net or org")
_COUNTRY_CODE = 2
_INITIALS = 3

_SCHEDULER_MAILBOX = re.compile(
    r"(?:no-?reply|do-?not-?reply|noreply|notifications?|calendar|calendars?|schedul(?:ing|er)|interviews?|invites?|bookings?|meetings?|"
    r"jobs?|careers?|recruit(?:ing|ment|er|ers)?|hiring|talent|talent-?acquisition|ta|hr|people|people-?(?:ops|team)|humanresources|"
    r"personal|bewerbung(?:en)?|karriere|recrutement|rh|coordinator|reception|frontdesk|office|info|hello|contact|admin|team)"
    r"(?:[-_.+].*)?|.*[-_.](?:noreply|scheduling|scheduler|recruiting|recruitment|hr|talent|careers)",
    re.IGNORECASE,
)
_SCHEDULER_WORD = re.compile(
    r"\b(?:recruit(?:ing|ment|er|ers)|talent(?: (?:acquisition|partner|team))?|schedul(?:ing|er)|coordinat(?:or|ion)|sourcer|"
    r"human resources|hr|people (?:ops|operations|partner|team)|careers?|receptionist|executive assistant|personalabteilung)\b",
    re.IGNORECASE,
)
_MACHINE_MAILBOX = re.compile(
    r"(?:no-?reply|do-?not-?reply|noreply|notifications?|mailer-daemon|postmaster|bounces?|unknownorganizer|invalid)(?:[-_.+].*)?",
    re.IGNORECASE,
)
_MACHINE_DOMAIN = re.compile(
    r"(?:resource\.calendar\.google\.com|group\.calendar\.google\.com|import\.calendar\.google\.com|group\.v\.calendar\.google\.com|"
    r"fireflies\.ai|otter\.ai|read\.ai|metaview\.ai|fathom\.video|tldv\.io|brighthire\.(?:ai|com))",
    re.IGNORECASE,
)
_MACHINE_NAME = re.compile(r"\b(?:note-?taker|notetaker|ai assistant|calendar|meeting ?bot)\b", re.IGNORECASE)


def domain(email: str) -> str:
    """The part of an address behind the @, lower case, without a closing dot."""
    return email.rpartition("@")[2].casefold().strip(".")


def registered(email: str) -> str:
    """The domain that somebody registered: "mail.acme.co.uk" is "acme.co.uk"."""
    labels = domain(email).split(".")
    second = len(labels) > 2 and len(labels[-1]) == _COUNTRY_CODE and labels[-2] in _SECOND_LEVEL  # noqa: PLR2004
    return ".".join(labels[-3 if second else -2 :])


def is_free_mail(email: str) -> bool:
    """True for an address at a provider where anybody has one."""
    found = registered(email)
    return found in _FREE_MAIL or found.partition(".")[0] in _FREE_MAIL_ANYWHERE


def is_employer(email: str) -> bool:
    """True when the address is at a domain of its holder's employer: no free mail, no scheduling or hiring service."""
    found = domain(email)
    return "." in found and not is_free_mail(email) and not {registered(email), found} & _GO_BETWEENS


def label(email: str) -> str:
    """The registered name of an employer's domain ("kestreltools"), or an empty text where it tells none."""
    return registered(email).partition(".")[0] if is_employer(email) else ""


def company(email: str) -> str:
    """An employer's name as its domain tells it: "acme-corp.co.uk" is "Acme Corp", "ibm.com" is "IBM". A proposal."""
    words = label(email).split("-")
    if any(word == "xn" for word in words[:1]):
        try:
            words = label(email).encode("ascii").decode("idna").split("-")
        except UnicodeError:
            return ""
    return clean.line(
        " ".join(w.upper() if len(w) <= _INITIALS and len(words) == 1 else w[:1].upper() + w[1:] for w in words), clean.NAME
    )


def is_machine(name: str, email: str) -> bool:
    """True for a mailbox behind which there is nobody: a room's calendar, a note taker, no-reply without a person's name."""
    if _MACHINE_DOMAIN.fullmatch(domain(email)) or _MACHINE_NAME.search(name):
        return True
    return bool(_MACHINE_MAILBOX.fullmatch(email.partition("@")[0])) and not looks_like_person(name)


def arranges(name: str, email: str, title: str = "") -> bool:
    """True when name, title or mailbox say that this is somebody who arranges interviews (E27)."""
    mailbox = email.rpartition("@")[0]
    return bool(_SCHEDULER_MAILBOX.fullmatch(mailbox) or _SCHEDULER_WORD.search(name) or _SCHEDULER_WORD.search(title))


def looks_like_person(name: str) -> bool:
    """True for two or more words that hold no digit and no word of an office ("Acme Recruiting" is an office)."""
    words = name.split()
    return len(words) > 1 and not any(c.isdigit() for c in name) and not _SCHEDULER_WORD.search(name) and "@" not in name


def name_from(email: str) -> str:
    """A name as the part before the @ tells it: "hong.nguyen" is "Hong Nguyen". A proposal, to be looked at."""
    local = email.rpartition("@")[0].partition("+")[0]
    words = [word for word in re.split(r"[._-]+", local) if word]
    if not words:
        return email
    spelt = " ".join(word[:1].upper() + word[1:] for word in words)
    return clean.line(re.sub(r"\d+$", "", spelt), clean.NAME) or email


def squashed(text: str) -> str:
    """`text` as it would stand in a domain: folded letters and digits alone."""
    return "".join(character for character in clean.folded(text) if character.isalnum())
