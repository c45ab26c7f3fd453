"""The start before SQLAlchemy: the same as what the opened database says, or nothing."""

import subprocess
import sys
from concurrent.futures import Future
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from app.core.clockwork.countdowns import Heartbeat, Timer
from app.core.orders.kinds import DEFAULTS
from app.core.orders.order import Deed, Event, FollowUp, Outcome
from app.core.packs.pack import Difference, Fate, Noun
from app.core.packs.sources import Delivery, News, Original, PackSource
from app.core.settings import Settings
from app.core.sheet.changes import Change
from app.core.storage import NotStored, Trouble
from db.opening.early import read_early
from db.opening.folder import Data, open_data
from db.opening.late import Late
from tests.db.conftest import Now
from tests.entries import HOUR, SALE_AT, activity, fact, product
from tests.phrases import phrase
from tests.unpaid import MINUTE, NOW, order

CHANGE = Change("c1", "a1", "活动 1", "limit.count", "2", "3", SALE_AT, "personal")
HEARTBEAT = Heartbeat(SALE_AT, 1234.5, "boot", timedelta(hours=-2))

DAYS = timedelta(days=2)
WAITING = order(1)
ENDED = order(2, outcome=Outcome.PAID, outcome_at=NOW - DAYS)
LONG_AGO = order(3, outcome=Outcome.PAID, outcome_at=NOW - DAYS - MINUTE)
SAID, SAID_LONG_AGO = Event("e1", "o1", Deed.URGED, NOW), Event("e2", "o3", Deed.URGED, NOW - DAYS - MINUTE)
PROMISE = FollowUp("f1", "买家", "查快递", NOW)
SOURCE = PackSource("s1", "/share/shop", "话术", pack_id="shop", number=7)
KEPT = Original(replace(phrase(1), id="shop/p1", position=0, source="shop"))
MOVED = Original(*(replace(KEPT.item, id="shop/p2", body=body) for body in ("亲，新", "亲，旧")))
LINE = News("n1", "s1", "话术", 7, Difference("shop/p2", Noun.PHRASE, "2", Fate.CHANGED, (), is_must_read=True), NOW)


@pytest.fixture
def folder(tmp_path: Path, now: Now) -> Path:
    data = open_data(tmp_path, now)
    data.phrases.put([replace(phrase(number), group=(f"g{number % 3}",)) for number in range(50)])
    data.settings.save(Settings(agent="小二", stage=None))
    data.sheets.put([activity(), product(), fact()], [CHANGE])
    data.sheets.record_use("sheet:product:p1:size", SALE_AT)
    data.countdowns.put([Timer("t1", "回电", SALE_AT, SALE_AT, is_length=True)])
    data.countdowns.mark(["told"], SALE_AT)
    data.countdowns.beat(HEARTBEAT)
    data.orders.put([WAITING, ENDED, LONG_AGO], [SAID, SAID_LONG_AGO])
    data.orders.put_kinds(DEFAULTS[:2])
    data.orders.put_follow_ups([PROMISE])
    data.packs.deliver(Delivery((SOURCE,), originals=(KEPT, MOVED), news=(LINE,)))
    data.database.close()
    return tmp_path


def test_it_reads_what_the_opened_database_reads(folder: Path, now: Now) -> None:
    early = read_early(folder / "qindesk.db")
    data = open_data(folder, now)
    opened = data.read()
    data.database.close()

    assert early is not None
    assert set(early.shelf) == set(opened.shelf)
    assert list(early.shelf.in_use()) == list(opened.shelf.in_use())
    assert replace(early, shelf=opened.shelf) == opened
    assert (len(opened.sheet.products), len(opened.changes), len(opened.timers), len(opened.told)) == (1, 1, 1, 1)
    assert (opened.settings.agent, list(opened.uses)) == ("小二", ["sheet:product:p1:size"])
    assert opened.heartbeat == HEARTBEAT
    assert (len(opened.orders), len(opened.order_events), len(opened.follow_ups)) == (3, 2, 1)
    assert tuple(opened.order_kinds) == DEFAULTS[:2]
    assert (opened.pack_sources, opened.pack_news, opened.pack_moved) == ((SOURCE,), [LINE], {"shop/p2": MOVED})


def test_of_orders_it_reads_the_open_ones_and_what_happened_in_the_last_two_days(folder: Path, now: Now) -> None:
    early = read_early(folder / "qindesk.db", NOW)
    data = open_data(folder, now)
    opened = data.read(NOW)
    data.database.close()

    assert early is not None
    assert list(early.orders) == list(opened.orders) == [WAITING, ENDED]
    assert list(early.order_events) == list(opened.order_events) == [SAID]
    assert early.orders_since == opened.orders_since == NOW - DAYS
    assert list(early.order_marks) == list(opened.order_marks) == [SAID]


def test_a_database_that_was_not_closed_is_left_to_the_real_opening(folder: Path, now: Now) -> None:
    data = open_data(folder, now)
    data.phrases.put([phrase(99)])

    assert read_early(folder / "qindesk.db") is None
    data.database.close()


@pytest.mark.parametrize("content", [None, b"", b"rubbish" * 999])
def test_whatever_is_wrong_is_left_to_the_real_opening(tmp_path: Path, content: bytes | None) -> None:
    file = tmp_path / "qindesk.db"
    if content is not None:
        file.write_bytes(content)

    assert read_early(file) is None
    assert file.exists() is (content is not None)


def test_it_imports_no_sqlalchemy(folder: Path) -> None:
    program = (
        "import sys, pathlib; from db.opening.early import read_early;"
        f"assert read_early(pathlib.Path({str(folder / 'qindesk.db')!r}));"
        "raise SystemExit('sqlalchemy' in sys.modules)"
    )

    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_the_stores_write_as_soon_as_the_database_is_open(folder: Path, now: Now) -> None:
    opened: Future[Data] = Future()
    late = Late(opened)

    opened.set_result(open_data(folder, now))
    late.phrases.put([phrase(99)])
    late.settings.save(Settings(agent="小三"))

    assert phrase(99) in late.phrases.all()
    assert late.settings.load().agent == "小三"
    late.close()


def test_what_was_read_early_is_given_without_waiting_and_afterwards_what_is_stored(folder: Path, now: Now) -> None:
    early = read_early(folder / "qindesk.db")
    opened: Future[Data] = Future()
    late = Late(opened, early)

    assert early is not None
    assert late.sheets.all() is early.sheet
    assert (late.sheets.changes(), late.sheets.uses()) == (early.changes, early.uses)
    assert (late.countdowns.timers(), late.countdowns.told()) == (early.timers, early.told)
    assert late.countdowns.heartbeat() == HEARTBEAT

    opened.set_result(open_data(folder, now))
    late.sheets.put([product(2)], gone=["a1"])
    late.sheets.confirm(["c1"], SALE_AT)
    late.sheets.record_use("sheet:fact:f1", SALE_AT)
    late.countdowns.put([Timer("t2", "开抢", SALE_AT, SALE_AT)])
    late.countdowns.remove(["t1"])
    late.countdowns.forget(SALE_AT + HOUR)
    late.countdowns.mark(["later"], SALE_AT)
    late.countdowns.beat(replace(HEARTBEAT, ticks=2.0))

    assert late.sheets.all() == early.sheet.having([product(2)], ["a1"])
    assert late.sheets.changes() == [replace(CHANGE, confirmed_at=SALE_AT)]
    assert late.sheets.uses().keys() == {"sheet:product:p1:size", "sheet:fact:f1"}
    assert [timer.id for timer in late.countdowns.timers()] == ["t2"]
    assert late.countdowns.told() == {"later": SALE_AT}
    assert late.countdowns.heartbeat() == replace(HEARTBEAT, ticks=2.0)
    late.close()


def test_of_orders_the_start_answers_what_it_has_read_and_afterwards_what_is_stored(folder: Path, now: Now) -> None:
    early = read_early(folder / "qindesk.db", NOW)
    opened: Future[Data] = Future()
    late = Late(opened, early)

    assert early is not None
    assert late.orders.recent(NOW) == [WAITING]
    assert late.orders.events(NOW - DAYS) == list(late.orders.marks()) == [SAID]
    assert (late.orders.kinds(), late.orders.follow_ups()) == (early.order_kinds, early.follow_ups)

    opened.set_result(open_data(folder, now))
    assert {one.id for one in late.orders.recent(NOW - 2 * DAYS)} == {"o1", "o2", "o3"}
    assert late.orders.events() == [SAID_LONG_AGO, SAID]
    late.orders.put([order(4)], gone=["o1"], undone=["e2"])
    late.orders.record([Event("e3", "o4", Deed.ADDED, NOW)])
    late.orders.put_kinds(DEFAULTS[2:3], gone=[kind.id for kind in DEFAULTS[:2]])
    late.orders.put_follow_ups([], gone=["f1"])
    assert late.orders.forget(NOW - DAYS) == 1
    assert {one.id for one in late.orders.all()} == {"o2", "o4"}
    assert late.orders.find(["o4"]) == [order(4)]
    assert [one.id for one in late.orders.history("o4")] == ["e3"]
    assert late.orders.marks() == []
    assert (late.orders.kinds(), late.orders.follow_ups()) == (DEFAULTS[2:3], [])
    late.close()


def test_of_packs_the_start_answers_what_it_has_read_and_afterwards_what_is_stored(folder: Path, now: Now) -> None:
    early = read_early(folder / "qindesk.db")
    opened: Future[Data] = Future()
    late = Late(opened, early)

    assert (late.packs.sources(), late.packs.latest_news()) == ((SOURCE,), [LINE])
    assert late.packs.moved() == {"shop/p2": MOVED}

    opened.set_result(open_data(folder, now))
    late.packs.put_sources([replace(SOURCE, number=8)])
    late.packs.confirm(["n1"], NOW)
    settled = replace(MOVED, former=None)
    late.packs.deliver(Delivery(originals=(settled,)), late.packs.written([], [settled]))

    assert late.packs.sources() == (replace(SOURCE, number=8),)
    assert late.packs.latest_news() == late.packs.news() == [replace(LINE, confirmed_at=NOW)]
    assert (late.packs.moved(), late.packs.kind_ids()) == ({}, frozenset())
    assert late.packs.originals("shop") == {"shop/p1": KEPT, "shop/p2": settled}
    assert late.packs.some(["shop/p1"]) == {"shop/p1": KEPT}
    late.close()


def test_whoever_writes_hears_why_the_database_could_not_be_opened() -> None:
    opened: Future[Data] = Future()
    late = Late(opened)

    opened.set_exception(NotStored(Trouble.READ_ONLY))

    with pytest.raises(NotStored):
        late.phrases.put([phrase(1)])
    late.close()
