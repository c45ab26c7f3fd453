"""Packs on a real desk: found, said, and there after a new start."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.core.order_kinds import DEFAULTS, GROUP_BUY
from app.core.pack_refusals import Refused
from app.core.packs import Pack
from app.core.products import Product
from app.desk import Desk, open_desk
from app.system.paths import Paths, paths
from tests.fakes import FakeClock
from tests.subscribed import pack, phrase, verdict

NOW = datetime(2026, 11, 11, 6, 0, tzinfo=UTC)
MINUTES = timedelta(minutes=15)
QUICKER = replace(DEFAULTS[0], id="shop/group_buy", closes_after=MINUTES)


@pytest.fixture
def folder(tmp_path: Path) -> Paths:
    places = paths(tmp_path / "data")
    places.make()
    return places


@pytest.fixture
def desk(folder: Paths) -> Iterator[Desk]:
    opened = open_desk(folder, FakeClock(NOW))
    yield opened
    opened.close()


def publication(number: int, body: str, count: int = 0) -> Pack:
    more = (phrase(f"p{each}", f"亲，第{each}条") for each in range(count))
    return pack(
        phrase("cf", body, codes=("cf",)), *more, Product("shop/mug", "保温杯", size="20 cm"), QUICKER, number=number
    )


def take(desk: Desk, given: Pack) -> None:
    services = desk.subscriptions
    source = services.sources.add("/share/shop")
    services.sources.confirm(source.id, "RWQ")
    assert not isinstance(services.packs.take(source.id, given, verdict(given)), Refused)


def bodies(desk: Desk, typed: str) -> list[str]:
    return [hit.phrase.body for hit in desk.find.results(typed)]


@pytest.mark.parametrize("count", [0, 600])
def test_what_a_pack_brings_and_changes_is_found_at_once(desk: Desk, count: int) -> None:
    take(desk, publication(1, "亲，还有三十分钟", count))
    first = bodies(desk, "cf")

    take(desk, publication(2, "亲，还有二十分钟", count))

    assert first[:1] == ["亲，还有三十分钟"]
    assert bodies(desk, "cf")[:1] == ["亲，还有二十分钟"]
    assert "亲，还有三十分钟" not in bodies(desk, "三十分钟")
    assert any("20 cm" in body for body in bodies(desk, "保温杯 多大"))


def test_a_queue_that_is_open_has_the_new_figures_at_once(desk: Desk) -> None:
    before = desk.office.orders.kinds()[GROUP_BUY].closes_after

    take(desk, publication(1, "亲，还有三十分钟"))

    assert before == DEFAULTS[0].closes_after
    assert desk.office.orders.kinds()[GROUP_BUY].closes_after == MINUTES


def test_a_queue_that_is_not_open_is_not_opened_for_a_pack(desk: Desk) -> None:
    take(desk, publication(1, "亲，还有三十分钟"))

    assert not desk.has_office
    assert desk.office.orders.kinds()[GROUP_BUY].closes_after == MINUTES


def test_a_new_start_knows_the_sources_their_priority_and_what_waits(folder: Paths) -> None:
    first = open_desk(folder, FakeClock(NOW))
    take(first, replace(publication(1, "亲，还有三十分钟"), must_read=frozenset({"shop/cf"})))
    first.library.add([replace(phrase("x", "亲，进来的", codes=("cf",)), id="other/x", source="other", position=1)])
    first.close()

    desk = open_desk(folder, FakeClock(NOW))
    services = desk.subscriptions

    assert [source.pack_id for source in services.sources.all()] == ["shop"]
    assert [one.difference.item_id for one in services.news.must_reads()] == ["shop/cf"]
    assert [one.source for one in desk.library.with_code("cf")] == ["shop", "other"]
    desk.close()
