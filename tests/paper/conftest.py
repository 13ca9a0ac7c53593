from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from followup_desktop.core.records import Letter, Origin, Sentence
from followup_desktop.paper.stock import parse_stocks

ROOT = Path(__file__).resolve().parents[2]
STOCKS = parse_stocks((ROOT / "resources" / "stock.toml").read_text("utf-8"))
BODY = (
    (
        "Thank you for making time for me this morning. I enjoyed hearing how you started out repairing church organs. "
        "Your on-call handbook, two pages and no blame, has stayed with me."
    ),
    (
        "I will send you my rate limiter write-up this week. The platform engineer role at Acme sounds even better than it "
        "did on paper."
    ),
)


@pytest.fixture(scope="session")
def stocks():
    return {stock.id: stock for stock in STOCKS}


@pytest.fixture(scope="session", params=["quarter-letter", "quarter-a4"])
def stock(request, stocks):
    return stocks[request.param]


@pytest.fixture(scope="session", params=[stock.id for stock in STOCKS])
def any_stock(request, stocks):
    return stocks[request.param]


@pytest.fixture(scope="session")
def a4(stocks):
    return stocks["quarter-a4"]


@pytest.fixture(scope="session")
def write():
    def written(name="Tomáš Řehák", *paragraphs, address=None, closing="With warm thanks,"):
        sentences = tuple(Sentence(text, None, Origin.YOURS, number) for number, text in enumerate(paragraphs or BODY))
        return Letter("i1", "Acme", "p1", name, f"Dear {address or name},", sentences, closing, "Sam Reed")

    return written


@pytest.fixture(scope="session")
def pdftotext():
    def extracted(pdf: bytes) -> str:
        done = subprocess.run(["pdftotext", "-enc", "UTF-8", "-", "-"], input=pdf, capture_output=True, check=True)
        return done.stdout.decode("utf-8")

    return extracted
