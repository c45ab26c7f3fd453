"""Reports of days, from what is stored."""

from datetime import date, timedelta

import pytest

from app.core.orders.order import Deed, Event, Outcome
from app.core.settings import Settings
from app.services.orders.reports import Reports
from app.services.shop_time import ShopTime
from tests.fakes import FakeClock, FakeOrders
from tests.unpaid import MINUTE, NOW, order

DAY = timedelta(days=1)


@pytest.fixture
def store() -> FakeOrders:
    store = FakeOrders()
    for number, days in ((1, 0), (2, 0), (3, 1), (4, 3)):
        store.put([order(number, NOW - days * DAY, outcome=Outcome.PAID, outcome_at=NOW - days * DAY + 20 * MINUTE)])
    store.put([order(5)])
    return store


@pytest.fixture
def reports(store: FakeOrders) -> Reports:
    return Reports(store, ShopTime(FakeClock(NOW + 40 * MINUTE), Settings))


def test_today_is_the_day_of_the_shop_that_runs(reports: Reports) -> None:
    found = reports.today()

    assert (found.first, found.last) == (date(2026, 11, 11), date(2026, 11, 11))
    assert found.by_outcome()[Outcome.PAID].count == 2


def test_days_may_be_given_in_any_order(reports: Reports) -> None:
    found = reports.of(date(2026, 11, 11), date(2026, 11, 10))

    assert [total.count for total in found.by_day(Outcome.PAID)] == [1, 2]
    assert reports.of(date(2026, 11, 8), date(2026, 11, 9)).by_outcome()[Outcome.PAID].count == 1


def test_an_urge_of_the_day_before_counts_for_the_order_that_it_brought_in(reports: Reports, store: FakeOrders) -> None:
    placed_at = NOW - 3 * DAY
    store.put([order(6, placed_at, outcome=Outcome.PAID, outcome_at=NOW)])
    store.record([Event("u", "o6", Deed.URGED, placed_at + 30 * MINUTE, step_id="first", phrase_id="cf")])

    found = reports.today()

    assert [(row.step_id, row.paid.count) for row in found.steps] == [("first", 1)]
    assert sum(found.urges_by_hour) == 0


def test_one_activity_is_told_with_its_own_urges_only(reports: Reports, store: FakeOrders) -> None:
    store.put([order(6, outcome=Outcome.PAID, outcome_at=NOW + 9 * MINUTE, activity_id="d11")])
    store.put([order(7, activity_id="d11")])
    for number, order_id in enumerate(("o1", "o6", "o7")):
        store.record([Event(f"u{number}", order_id, Deed.URGED, NOW + 5 * MINUTE, step_id="first")])

    found = reports.of(date(2026, 11, 11), date(2026, 11, 11), "d11")

    assert found.by_outcome()[Outcome.PAID].count == 1
    assert sum(found.urges_by_hour) == 2
