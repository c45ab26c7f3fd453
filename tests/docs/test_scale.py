"""The figures of the page about scale follow from its own formulas, so that nobody edits one and forgets the others."""

import re
from pathlib import Path

import pytest

from app.core.shares.places import Kind, address_of
from app.core.shares.polls import EVERY

PAGE = (Path(__file__).parents[2] / "docs" / "scale.md").read_text("utf-8")
DAY = 15 * 3600
COMPUTERS = 100_000
PACES = {"60 s": 60, "5 min": 300, "15 min": 900}
REQUESTS, GIGABYTE = 0.05, 0.24
"""CNY for 10,000 requests, and for a GB."""


def rows(first: str) -> dict[str, list[float]]:
    """The tables whose first cell is a pace, and whose heading begins so: the numbers of each row by its pace."""
    table = PAGE[PAGE.index(first) :].split("\n\n")[0]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines()]
    return {line[0]: [float(re.sub(r"[^0-9.]", "", cell)) for cell in line[1:]] for line in cells if line[0] in PACES}


def test_looks_and_traffic_of_a_hundred_thousand_follow_from_the_pace() -> None:
    told = rows("| pace | looks a day")

    assert told.keys() == PACES.keys()
    for pace, (millions, a_second, small, large) in told.items():
        looks = COMPUTERS * DAY / PACES[pace]
        assert millions * 1e6 == looks
        assert a_second == pytest.approx(looks / DAY, abs=0.5)
        assert small == pytest.approx(looks * 0.4e3 / 1e9, abs=0.5)
        assert large == pytest.approx(looks * 2.5e3 / 1e9, abs=0.5)


def test_the_costs_follow_from_the_prices_that_are_told_as_assumed() -> None:
    told = rows("| pace | requests")

    assert f"{REQUESTS} CNY for 10,000 HTTPS requests, {GIGABYTE} CNY for a GB" in PAGE
    assert told.keys() == PACES.keys()
    for pace, (requests, traffic, a_day, a_change) in told.items():
        looks = COMPUTERS * DAY / PACES[pace]
        assert requests == pytest.approx(looks / 10_000 * REQUESTS)
        assert traffic == pytest.approx(looks * 0.4e3 / 1e9 * GIGABYTE, abs=0.005)
        assert a_day == pytest.approx(requests + traffic, abs=0.5)
        assert a_change == pytest.approx(COMPUTERS * 200e3 / 1e9 * GIGABYTE)


def test_the_paces_of_the_page_are_those_of_the_program() -> None:
    told = re.findall(r"^\| `.*\| (\d+) s \|", PAGE, re.MULTILINE)
    asked = [EVERY[kind] for kind in (Kind.FILES, Kind.SMB, Kind.WEB, Kind.S3, Kind.OSS)]

    assert [int(each) for each in told] == [pace.total_seconds() for pace in asked]


def test_the_address_that_asks_for_a_pace_is_one() -> None:
    [told] = re.findall(r"`(https://\S+#every=\S+)`", PAGE)

    assert address_of(told)[0].every is not None
