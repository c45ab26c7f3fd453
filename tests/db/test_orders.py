"""Orders, what happened to them, their kinds and follow-ups, at rest."""

import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.core.orders.kinds import DEFAULTS, OrderKind
from app.core.orders.order import Deed, Event, FollowUp, Order, Outcome
from app.core.storage import NotStored
from db.engine import Database
from db.orders import Orders
from db.rows.orders import EVENT_COLUMNS, FOLLOW_UP_COLUMNS, ORDER_COLUMNS
from db.tables import metadata
from tests.fakes import FakeOrders
from tests.unpaid import EVENTS, FOLLOW_UPS, KINDS, MINUTE, NOW, ORDERS, order

Opened = Callable[[Path], Database]
LONG = timedelta(days=30)


def event(number: int = 1, order_id: str = "o1", at: datetime = NOW, deed: Deed = Deed.URGED) -> Event:
    return Event(f"e{number}", order_id, deed, at, "小二", "first", "p1", "亲")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    orders=st.lists(ORDERS, max_size=6, unique_by=lambda one: one.id),
    events=st.lists(EVENTS, max_size=6, unique_by=lambda one: one.id),
    kinds=st.lists(KINDS, min_size=1, max_size=3, unique_by=lambda one: one.id),
    follow_ups=st.lists(FOLLOW_UPS, max_size=3, unique_by=lambda one: one.id),
)
def test_everything_comes_back_as_it_was_put_and_in_the_order_of_the_fake(
    opened: Opened,
    tmp_path_factory,
    orders: list[Order],
    events: list[Event],
    kinds: list[OrderKind],
    follow_ups: list[FollowUp],
) -> None:
    database = opened(tmp_path_factory.mktemp("db") / "qindesk.db")
    store, fake = Orders(database), FakeOrders()

    for one in (store, fake):
        one.put(orders, events)
        one.put_kinds(kinds)
        one.put_follow_ups(follow_ups)

    assert store.all() == fake.all()
    assert store.events() == fake.events()
    assert store.marks() == fake.marks()
    assert list(store.kinds()) == fake.kinds()
    assert store.follow_ups() == fake.follow_ups()
    database.close()


def test_the_columns_are_the_fields() -> None:
    for table, columns in (
        ("orders", ORDER_COLUMNS),
        ("order_events", EVENT_COLUMNS),
        ("follow_ups", FOLLOW_UP_COLUMNS),
    ):
        assert tuple(metadata.tables[table].c.keys()) == columns


def test_an_amount_keeps_its_cents_a_number_its_zeros_and_a_moment_its_microsecond(opened: Opened, file: Path) -> None:
    store = Orders(opened(file))
    far = datetime(2101, 1, 1, 0, 0, 0, 1, tzinfo=UTC)

    store.put([order(number="0012345678901234567", amount=Decimal("9.90"), closes_at=far)])

    (kept,) = store.all()
    assert (kept.number, str(kept.amount), kept.closes_at) == ("0012345678901234567", "9.90", far)


@pytest.mark.parametrize("open_ones", [1, 5])
def test_recent_ones_are_the_open_and_those_that_ended_since(opened: Opened, file: Path, open_ones: int) -> None:
    store = Orders(opened(file))
    waiting = [order(number) for number in range(open_ones)]
    old = order(7, outcome=Outcome.PAID, outcome_at=NOW - MINUTE)
    new = order(8, outcome=Outcome.CLOSED, outcome_at=NOW)
    store.put([*waiting, old, new])

    recent = store.recent(NOW)

    assert sorted(recent, key=lambda one: one.id) == [*waiting, new]


def test_orders_are_found_by_id_and_by_number_each_once(opened: Opened, file: Path) -> None:
    store = Orders(opened(file))
    one, two = order(1), order(2, outcome=Outcome.PAID, outcome_at=NOW - LONG)
    store.put([one, two, order(3), order(4, number="")])

    found = store.find(["o1", "never was"], [one.number, two.number, "", "9"])

    assert sorted(found, key=lambda found: found.id) == [one, two]
    assert store.find() == []


def test_putting_again_replaces_every_field(opened: Opened, file: Path) -> None:
    store = Orders(opened(file))
    store.put([order()])
    changed = order(buyer="别人", note="改过", checks=("address",), is_overridden=True, shift=MINUTE)

    store.put([changed])

    assert store.all() == [changed]


def test_orders_their_events_and_what_is_gone_are_one_transaction(opened: Opened, file: Path) -> None:
    store = Orders(opened(file))
    store.put([order(1), order(2)], [event(1, "o1"), event(2, "o2"), event(3, "o2")])

    with pytest.raises(NotStored):
        store.put([order(3)], [replace(event(4), text=None)], gone=["o1"], undone=["e2"])  # type: ignore[arg-type]
    assert [one.id for one in store.all()] == ["o1", "o2"]
    assert len(store.events()) == 3

    store.put([order(3)], [event(4, "o3")], gone=["o1", "never was"], undone=["e2"])
    assert [one.id for one in store.all()] == ["o2", "o3"]
    assert [one.id for one in store.events()] == ["e3", "e4"]


def test_the_history_of_an_order_is_its_own_and_the_oldest_first(opened: Opened, file: Path) -> None:
    store = Orders(opened(file))
    first, later, other = event(1), event(2, at=NOW + MINUTE), event(3, "o2")

    store.record([later, first, other])

    assert store.history("o1") == [first, later]
    assert store.events(NOW + MINUTE) == [later]


def test_the_marks_are_the_reminders_and_urges_of_open_orders_however_old(opened: Opened, file: Path) -> None:
    store = Orders(opened(file))
    store.put([order(1), order(2, outcome=Outcome.PAID, outcome_at=NOW)])
    old, new = event(1, at=NOW - 40 * LONG, deed=Deed.REMINDED), event(2)
    others = [event(3, deed=Deed.EDITED), event(4, "o2", deed=Deed.REMINDED), event(5, "gone")]

    store.record([new, old, *others])

    assert store.marks() == [old, new]


def test_what_ended_long_ago_is_forgotten_with_all_that_belongs_to_it(opened: Opened, file: Path) -> None:
    store = Orders(opened(file))
    old = order(1, outcome=Outcome.CLOSED, outcome_at=NOW - MINUTE)
    ended, waiting = order(2, outcome=Outcome.PAID, outcome_at=NOW), order(3)
    store.put([old, ended, waiting], [event(1, "o1"), event(2, "o2"), event(3, "o3")])
    promises = [
        FollowUp("f1", "买家1", "查快递", NOW, "o1"),
        FollowUp("f2", "买家2", "补发", NOW, done_at=NOW - MINUTE),
        FollowUp("f3", "买家3", "回电", NOW - LONG),
    ]
    store.put_follow_ups(promises)

    assert store.forget(NOW) == 1

    assert sorted(one.id for one in store.all()) == ["o2", "o3"]
    assert [one.order_id for one in store.events()] == ["o2", "o3"]
    assert store.follow_ups() == [promises[2]]


def test_a_buyer_who_was_forgotten_is_not_in_the_file_any_more(opened: Opened, file: Path) -> None:
    database = opened(file)
    store = Orders(database)
    store.put([order(buyer="独一无二的小熊猫", outcome=Outcome.PAID, outcome_at=NOW - LONG)])

    store.forget(NOW)
    database.close()

    assert "独一无二的小熊猫".encode() not in file.read_bytes()


def test_the_kinds_are_the_defaults_until_the_shop_has_its_own(opened: Opened, file: Path) -> None:
    store = Orders(opened(file))
    assert store.kinds() == DEFAULTS

    later, sooner = replace(DEFAULTS[0], position=9), replace(DEFAULTS[1], position=3)
    store.put_kinds([later, sooner])
    assert store.kinds() == (sooner, later)

    store.put_kinds([], gone=[later.id, sooner.id])
    assert store.kinds() == DEFAULTS


def test_the_nearest_follow_up_comes_first_and_those_that_are_gone_are(opened: Opened, file: Path) -> None:
    store = Orders(opened(file))
    late, soon = FollowUp("f1", "买家", "查快递", NOW + MINUTE), FollowUp("f2", "买家", "补发", NOW)

    store.put_follow_ups([late, soon])
    assert store.follow_ups() == [soon, late]

    store.put_follow_ups([replace(late, done_at=NOW)], gone=["f2"])
    assert store.follow_ups() == [replace(late, done_at=NOW)]


DAMAGE = {
    "an outcome that a newer version knows": "UPDATE orders SET outcome = 'refunded'",
    "no amount": "UPDATE orders SET amount = 'a lot'",
    "no JSON": "UPDATE orders SET items = '[broken'",
    "a moment out of reach": "UPDATE orders SET closes_at = 9000000000000000000",
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_an_order_that_cannot_be_read_is_told_without_its_buyer_and_left_while_the_others_come(
    opened: Opened, file: Path, damage: str, caplog: pytest.LogCaptureFixture
) -> None:
    database = opened(file)
    store = Orders(database)
    store.put([order(1), order(2)])
    with database.writing() as connection:
        connection.exec_driver_sql(f"{damage} WHERE id = 'o1'")

    with caplog.at_level(logging.WARNING):
        read = store.all()

    assert read == [order(2)]
    with database.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM orders").scalar() == 2
    assert "o1" in caplog.text
    assert "买家1" not in caplog.text
    assert order(1).number not in caplog.text


def test_what_the_start_asks_for_is_found_by_an_index(opened: Opened, file: Path) -> None:
    statements = {
        "SELECT * FROM orders WHERE outcome IS NULL": "ix_orders_open",
        "SELECT * FROM orders WHERE outcome IS NOT NULL AND outcome_at >= 1": "ix_orders_ended",
        "SELECT * FROM orders WHERE number != '' AND number IN (SELECT value FROM json_each('[]'))": "ix_orders_number",
        "SELECT * FROM order_events WHERE order_id = 'o1' ORDER BY at, rowid": "ix_order_events_order_id",
        "SELECT * FROM order_events WHERE at >= 1 ORDER BY at, rowid": "ix_order_events_at",
    }
    with opened(file).reading() as connection:
        plans = {
            statement: str(connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}").fetchall())
            for statement in statements
        }

    assert [name in plans[statement] for statement, name in statements.items()] == [True] * 5


def test_all_that_is_known_of_buyers_is_deleted_and_lies_in_no_file_of_the_database(
    opened: Opened, tmp_path: Path
) -> None:
    database = opened(tmp_path / "qindesk.db")
    store, fake = Orders(database), FakeOrders()
    for one in (store, fake):
        one.put([order("o1", buyer="小熊猫的名字"), order("o2")], [event(order_id="o1")])
        one.put_follow_ups([FollowUp("f1", "小熊猫的名字", "回电", NOW)])

    counts = [one.forget_all() for one in (store, fake)]

    assert counts == [2, 2]
    for one in (store, fake):
        assert (list(one.all()), list(one.events()), list(one.follow_ups())) == ([], [], [])
    held = b"".join(path.read_bytes() for path in tmp_path.glob("qindesk.db*"))
    assert "小熊猫的名字".encode() not in held
