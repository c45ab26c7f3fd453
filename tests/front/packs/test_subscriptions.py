"""Packs on a real desk: found, said, and there after a new start."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.core.orders.kinds import DEFAULTS, GROUP_BUY
from app.core.packs.pack import Pack
from app.core.packs.refusals import Refused
from app.core.sheet.products import Product
from app.formats.packs.packs import Form, read_pack, write_pack
from app.front.desk import STARTER_PACKS, Desk, open_desk
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


@pytest.mark.parametrize("language", STARTER_PACKS)
def test_the_starter_pack_that_was_imported_is_taken_over_without_a_double_or_a_hint(desk: Desk, language: str) -> None:
    file = str(STARTER_PACKS[language])
    desk.importing.apply(desk.importing.dry_run([file]))
    before = desk.library.shelf.by_id()

    given = read_pack(file, desk.shop_time.zone(), NOW).pack
    assert given is not None
    take(desk, given)

    assert desk.library.shelf.by_id() == before
    assert not desk.subscriptions.overlays.all_moved()
    assert len(desk.stores.packs.originals(given.head.id)) == len(given.phrases)


@pytest.mark.parametrize("form", Form)
def test_a_plain_file_that_says_the_same_again_changes_nothing_and_one_edit_changes_one_phrase(
    desk: Desk, form: Form
) -> None:
    zone = desk.shop_time.zone()
    first = pack(*(phrase(f"p{each}", f"亲，第{each}条", title=f"第{each}条") for each in range(30)), number=0)

    def read(wanted: Pack) -> Pack:
        reading = read_pack(write_pack(wanted, form, zone), zone, NOW, name=f"shop.{form.value}", pack_id="shop")
        assert reading.pack is not None, reading.problems
        return reading.pack

    take(desk, read(first))
    before = desk.library.shelf.by_id()
    edited = replace(first, phrases=(*first.phrases[:29], replace(first.phrases[29], body="亲，改了")))
    source = desk.subscriptions.sources.all()[0]
    again, other = read(first), read(edited)

    desk.subscriptions.packs.take(source.id, again, replace(verdict(again), sha256="another writing"))
    same = desk.library.shelf.by_id()
    desk.subscriptions.packs.take(source.id, other, verdict(other))

    after = desk.library.shelf.by_id()
    assert same == before
    assert [(before[key].body, one.body) for key, one in after.items() if one != before.get(key)] == [
        ("亲，第29条", "亲，改了")
    ]
