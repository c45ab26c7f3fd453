"""What became of orders, by day, activity, reason, step and phrase: counted by hand, and none twice or left out."""

import json
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as some

from app.core.orders.book import Total
from app.core.orders.kinds import GROUP_BUY, ORDINARY
from app.core.orders.order import Deed, Event, Order, Outcome
from app.core.orders.report_tables import Headings, Named, tables
from app.core.orders.reports import Hours, OrderReport, Recovery, report, span, to_plain
from app.core.orders.tables import Shape
from tests.unpaid import MINUTE, NOW, order

SHANGHAI = ZoneInfo("Asia/Shanghai")
DAY = date(2026, 11, 11)
HOUR = timedelta(hours=1)


def paid(number: int, at: datetime = NOW + 20 * MINUTE, **fields: object) -> Order:
    return order(number, outcome=Outcome.PAID, outcome_at=at, **fields)


def lost(number: int, reason: str = "by_time", at: datetime = NOW + 30 * MINUTE, **fields: object) -> Order:
    return order(number, outcome=Outcome.CLOSED, outcome_at=at, lost_reason=reason, **fields)


def urge(number: int, minute: float, step: str = "first", phrase: str = "cf") -> Event:
    at = NOW + minute * MINUTE
    return Event(f"u{number}.{minute}", f"o{number}", Deed.URGED, at, "小夏", step, phrase, "亲")


def of(orders: list[Order], events: list[Event] | None = None, last: date = DAY) -> OrderReport:
    return report(orders, events or [], DAY, last, SHANGHAI)


def yuan(count: int, money: int) -> Total:
    return Total(count, Decimal(money))


def test_outcomes_are_counted_with_their_money_by_day_and_activity() -> None:
    found = of(
        [
            paid(1, activity_id="d11"),
            paid(2, activity_id="d11", amount=Decimal("71.50")),
            paid(3, amount=None),
            lost(4, activity_id="d11"),
            order(5, outcome=Outcome.GIVEN_UP, outcome_at=NOW + 26 * HOUR, lost_reason="price"),
            order(6),
        ],
        last=date(2026, 11, 12),
    )

    assert [(row.day.day, row.activity_id, row.outcome, row.total) for row in found.ended] == [
        (11, "", Outcome.PAID, yuan(1, 0)),
        (11, "d11", Outcome.CLOSED, yuan(1, 128)),
        (11, "d11", Outcome.PAID, Total(2, Decimal("199.50"))),
        (12, "", Outcome.GIVEN_UP, yuan(1, 128)),
    ]
    assert found.by_outcome()[Outcome.PAID] == Total(3, Decimal("199.50"))
    assert found.by_day(Outcome.PAID) == (Total(3, Decimal("199.50")), yuan(0, 0))


def test_lost_reasons_are_counted_and_the_most_frequent_comes_first() -> None:
    found = of([lost(1), lost(2, "price"), lost(3, "price"), lost(4, ""), paid(5)])

    assert [(row.reason, row.total.count) for row in found.lost] == [("", 1), ("by_time", 1), ("price", 2)]
    assert list(found.by_reason().items()) == [
        ("price", yuan(2, 256)),
        ("", yuan(1, 128)),
        ("by_time", yuan(1, 128)),
    ]


def test_a_day_is_that_of_the_shop() -> None:
    since, until = span(DAY, DAY, SHANGHAI)
    orders = [
        paid(1, since - timedelta(microseconds=1)),
        paid(2, since),
        paid(3, until - timedelta(microseconds=1)),
        paid(4, until),
    ]

    assert of(orders).by_outcome()[Outcome.PAID].count == 2
    assert (since, until) == (NOW - 14 * HOUR, NOW + 10 * HOUR)


def test_a_payment_is_put_down_to_the_last_urge_before_it() -> None:
    events = [
        urge(1, 7),
        urge(1, 16, "second", "cf2"),
        urge(2, 7),
        urge(3, 7),
        urge(3, 25, "last", "cf5"),
        urge(4, 7),
        urge(5, 7),
    ]
    orders = [paid(1), paid(2), paid(3), lost(4), order(5)]

    found = of(orders, events)

    assert [(row.kind_id, row.step_id, row.urged.count, row.paid.count) for row in found.steps] == [
        (GROUP_BUY, "first", 3, 2),
        (GROUP_BUY, "second", 1, 1),
    ]
    assert [(row.phrase_id, row.urged, row.paid) for row in found.phrases] == [
        ("cf", yuan(3, 384), yuan(2, 256)),
        ("cf2", yuan(1, 128), yuan(1, 128)),
    ]
    assert [round(row.rate, 3) for row in found.phrases] == [0.667, 1.0]


def test_steps_of_different_kinds_are_different() -> None:
    found = of([paid(1), paid(2, kind_id=ORDINARY)], [urge(1, 7), urge(2, 7)])

    assert [row.kind_id for row in found.steps] == [GROUP_BUY, ORDINARY]
    assert [row.urged.count for row in found.phrases] == [2]


def test_orders_that_nobody_urged_are_told_beside_those_that_came_in_ended_are_not() -> None:
    came_in_paid = paid(3, added_at=NOW + 25 * MINUTE)
    found = of([paid(1), lost(2), came_in_paid, paid(4)], [urge(4, 7)])

    assert found.unurged == Recovery("", "", "", yuan(2, 256), yuan(1, 128))
    assert found.recovered == yuan(2, 256)


def test_urges_are_counted_by_the_hour_of_the_shop() -> None:
    events = [urge(1, 7), urge(1, 16), urge(2, 61), urge(3, -15 * 60), Event("r", "o1", Deed.REMINDED, NOW)]

    counts = of([], events).urges_by_hour

    assert {hour: count for hour, count in enumerate(counts) if count} == {14: 2, 15: 1}


def test_what_was_paid_is_told_by_the_hour_of_the_last_urge_and_by_that_of_the_payment() -> None:
    found = of([paid(1), lost(2)], [urge(1, 7), urge(2, 7)])

    def counted(totals: Hours) -> dict[int, int]:
        return {hour: total.count for hour, total in enumerate(totals) if total.count}

    assert counted(found.asked_by_hour) == {14: 2}
    assert counted(found.answered_by_hour) == {14: 1}
    assert sum(counted(found.paid_by_hour).values()) == 1
    assert found.answered_by_hour[14] == yuan(1, 128)


def test_days_on_which_nothing_ended_are_there() -> None:
    found = of([], last=DAY + timedelta(days=2))

    assert [day.day for day in found.days] == [11, 12, 13]
    assert found.by_day(Outcome.PAID) == (yuan(0, 0),) * 3
    assert found.unurged.rate == 0


def test_for_programs_it_is_plain_and_money_keeps_its_cents() -> None:
    found = of([paid(1, amount=Decimal("99.9")), lost(2)], [urge(1, 7)])

    plain = json.loads(json.dumps(to_plain(found)))

    assert plain["outcomes"][1] == {
        "day": "2026-11-11", "activity": "", "outcome": "paid", "count": 1, "money": "99.90",
    }  # fmt: skip
    assert plain["lost_reasons"] == [
        {"day": "2026-11-11", "activity": "", "reason": "by_time", "count": 1, "money": "128.00"}
    ]
    assert plain["steps"][0]["rate"] == 1.0
    assert plain["without_urge"] == {
        "urged": {"count": 1, "money": "128.00"}, "paid": {"count": 0, "money": "0.00"}, "rate": 0.0,
    }  # fmt: skip
    assert (plain["first"], plain["last"], sum(plain["urges_by_hour"])) == ("2026-11-11", "2026-11-11", 1)


def test_the_tables_hold_every_figure_under_names() -> None:
    found = of([paid(1, activity_id="d11"), lost(2, "price")], [urge(1, 7), urge(2, 7, phrase="cf2")])

    made = tables(found, lambda what, key: f"<{what.value} {key}>", Headings())

    outcomes, reasons, steps, phrases, hours = made
    assert outcomes.rows == (
        ("2026-11-11", "<activity >", "<outcome closed>", 1, Decimal("128.00")),
        ("2026-11-11", "<activity d11>", "<outcome paid>", 1, Decimal("128.00")),
    )
    assert reasons.rows == (("2026-11-11", "<activity >", "<reason price>", 1, Decimal("128.00")),)
    assert steps.rows == (
        ("<kind group_buy>", "<step group_buy/first>", 2, 1, Decimal("0.5"), Decimal("128.00")),
        ("Without an urge", None, 0, 0, None, Decimal(0)),
    )
    assert [row[0] for row in phrases.rows] == ["<phrase cf>", "<phrase cf2>", "Without an urge"]
    assert hours.rows[14] == ("14:00", 2, 2, 1, Decimal("0.5"), Decimal("128.00"))
    assert hours.rows[15] == ("15:00", 0, 0, 0, None, Decimal(0))
    for table in made:
        assert all(len(row) == len(table.columns) for row in table.rows)
    assert [column.shape for column in steps.columns[2:]] == [Shape.COUNT, Shape.COUNT, Shape.RATE, Shape.MONEY]
    assert {named.value for named in Named} >= {"step", "phrase", "kind"}


ENDS = some.none() | some.integers(-48 * 60, 48 * 60)
ORDERS = some.lists(
    some.tuples(ENDS, some.sampled_from(Outcome), some.sampled_from(("", "d11")), some.integers(0, 500)), max_size=12
)
URGES = some.lists(some.tuples(some.integers(0, 12), some.integers(-48 * 60, 48 * 60)), max_size=20)


@given(given_orders=ORDERS, given_urges=URGES, days=some.integers(0, 2))
def test_no_order_is_counted_twice_and_none_is_left_out(given_orders, given_urges, days: int) -> None:
    orders = [
        order(number, NOW - 50 * HOUR, amount=Decimal(amount), activity_id=activity)
        if end is None
        else replace(
            order(number, NOW - 50 * HOUR, amount=Decimal(amount), activity_id=activity),
            outcome=outcome,
            outcome_at=NOW + end * MINUTE,
        )
        for number, (end, outcome, activity, amount) in enumerate(given_orders)
    ]
    events = [urge(number, minute) for number, minute in given_urges]
    last = DAY + timedelta(days=days)
    since, until = span(DAY, last, SHANGHAI)

    found = of(orders, events, last)

    inside = [each for each in orders if each.outcome_at and since <= each.outcome_at < until]
    everything = Total(len(inside), sum((each.amount or Decimal(0) for each in inside), Decimal(0)))
    by_outcome = found.by_outcome().values()
    assert Total(sum(each.count for each in by_outcome), sum(each.money for each in by_outcome)) == everything
    urged = [each for each in inside if any(e.order_id == each.id and e.at <= each.outcome_at for e in events)]
    assert sum(row.urged.count for row in found.steps) == len(urged)
    assert found.unurged.urged.count == len(inside) - len(urged)
    assert sum(found.by_outcome()[outcome].count for outcome in Outcome if outcome is not Outcome.PAID) == sum(
        row.total.count for row in found.lost
    )
    assert sum(found.urges_by_hour) == sum(since <= each.at < until for each in events)
