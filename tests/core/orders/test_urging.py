"""When an urge waits: by night, too often, too soon, after the buyer paid, and that it is never for good."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as some

from app.core.orders.order import Deed, Event, Outcome
from app.core.orders.urging import Held, Holding, Quiet, UrgeRules, holding, quiet
from tests.unpaid import MINUTE, NOW, order

SHANGHAI = ZoneInfo("Asia/Shanghai")
RULES = UrgeRules()
ORDER = order(1)
HOUR = timedelta(hours=1)


def at(clock: str, day: int = 11) -> datetime:
    return datetime.combine(date(2026, 11, day), time.fromisoformat(clock), SHANGHAI).astimezone(UTC)


def urges(*moments: datetime) -> list[Event]:
    return [Event(f"e{number}", "o2", Deed.URGED, moment) for number, moment in enumerate(moments)]


def held(now: datetime = NOW, events: list[Event] | None = None, rules: UrgeRules = RULES) -> Holding | None:
    return holding(ORDER, [ORDER], events or [], rules, now, SHANGHAI)


def test_by_day_a_buyer_that_was_not_urged_is() -> None:
    assert held() is None


@pytest.mark.parametrize(
    ("clock", "until"),
    [("00:29", None), ("00:30", "08:00"), ("03:00", "08:00"), ("07:59:59", "08:00"), ("08:00", None)],
)
def test_the_night_holds_until_its_end(clock: str, until: str | None) -> None:
    expected = Holding(Held.QUIET_HOURS, at(until)) if until else None

    assert held(at(clock)) == expected


@pytest.mark.parametrize(
    ("now", "until"),
    [
        (at("22:59"), None),
        (at("23:00"), at("07:00", 12)),
        (at("23:59"), at("07:00", 12)),
        (at("00:00"), at("07:00")),
        (at("07:00"), None),
    ],
)
def test_quiet_hours_go_over_midnight(now: datetime, until: datetime | None) -> None:
    rules = UrgeRules(quiet=(Quiet(time(23, 0), time(7, 0)),))

    found = quiet(rules, now, SHANGHAI)

    assert found == (Holding(Held.QUIET_HOURS, until) if until else None)


@pytest.mark.parametrize(
    ("placed_at", "closes_at", "is_held"),
    [
        (at("01:00"), at("01:30"), False),
        (at("00:21"), at("08:00"), False),
        (at("00:20"), at("01:30"), True),
        (at("01:00"), at("08:00:01"), True),
    ],
    ids=["just placed and lost by night", "to the second", "placed an hour ago", "there is time in the morning"],
)
def test_by_night_who_has_just_ordered_and_would_lose_the_order_is_urged(
    placed_at: datetime, closes_at: datetime, *, is_held: bool
) -> None:
    own = order(1, placed_at, closes_at=closes_at)

    found = holding(own, [own], [], RULES, at("01:20"), SHANGHAI)

    assert found == (Holding(Held.QUIET_HOURS, at("08:00")) if is_held else None)


def test_quiet_hours_that_follow_each_other_are_one() -> None:
    rules = UrgeRules(quiet=(Quiet(time(22, 0), time(0, 30)), Quiet(time(0, 30), time(8, 0))))

    assert quiet(rules, at("22:10"), SHANGHAI) == Holding(Held.QUIET_HOURS, at("08:00", 12))


def test_quiet_hours_without_length_are_none() -> None:
    rules = UrgeRules(quiet=(Quiet(time(9, 0), time(9, 0)),))

    assert quiet(rules, at("09:00"), SHANGHAI) is None


@given(
    spans=some.lists(some.builds(Quiet, some.times(), some.times()), max_size=3),
    now=some.integers(0, 525_600).map(lambda minutes: NOW + minutes * MINUTE),
    zone=some.sampled_from(("Asia/Shanghai", "Europe/Berlin", "America/New_York")).map(ZoneInfo),
)
def test_what_quiet_hours_hold_they_let_go_of(spans: list[Quiet], now: datetime, zone: ZoneInfo) -> None:
    found = quiet(UrgeRules(quiet=tuple(spans)), now, zone)

    assert found is None or (found.until_at is not None and found.until_at > now)


def test_as_many_urges_as_a_day_allows_hold_until_the_shops_midnight() -> None:
    assert held(at("14:00"), urges(at("09:00"), at("12:00"))) == Holding(Held.TOO_OFTEN, at("00:00", 12))
    assert held(at("14:00"), urges(at("12:00"))) is None
    assert held(at("09:00", 12), urges(at("09:00"), at("12:00"))) is None


def test_the_day_is_that_of_the_shop() -> None:
    night = urges(at("23:30", 10), at("23:50", 10))

    assert held(at("00:10"), night) is None  # still November 10 in UTC


def test_another_urge_waits_for_the_cooldown() -> None:
    assert held(NOW, urges(NOW - 4 * MINUTE)) == Holding(Held.TOO_SOON, NOW + MINUTE)
    assert held(NOW, urges(NOW - 5 * MINUTE)) is None


def test_an_urge_that_is_ahead_of_a_clock_that_was_set_back_does_not_hold_for_years() -> None:
    assert held(NOW, urges(NOW + 400 * HOUR)) is None


def test_only_urges_count() -> None:
    copied = [Event("e", "o2", Deed.NAME_COPIED, NOW - MINUTE), Event("f", "o2", Deed.REMINDED, NOW - MINUTE)]

    assert held(NOW, copied) is None


def test_who_paid_another_order_since_yesterday_is_left_alone_and_the_order_is_told() -> None:
    earlier = order(2, outcome=Outcome.PAID, outcome_at=NOW - 3 * HOUR)
    later = order(3, outcome=Outcome.PAID, outcome_at=NOW - HOUR)

    found = holding(ORDER, [ORDER, later, earlier], [], RULES, NOW, SHANGHAI)

    assert found == Holding(Held.HAS_PAID, at("00:00", 13), "o3")


@pytest.mark.parametrize(
    ("paid_at", "now", "until"),
    [
        (at("00:00", 10), at("23:59", 11), at("00:00", 12)),
        (at("09:00", 10), at("15:00", 11), at("00:00", 12)),
        (at("23:59", 10), at("00:01", 11), at("00:00", 12)),
        (at("23:59", 9), at("00:01", 11), None),
        (at("00:00", 11), at("00:00", 13), None),
    ],
    ids=["at its first moment", "in the morning", "just before midnight", "the day before yesterday", "two days ago"],
)
def test_since_yesterday_is_since_the_midnight_before_it_in_the_shop(
    paid_at: datetime, now: datetime, until: datetime | None
) -> None:
    other = order(2, outcome=Outcome.PAID, outcome_at=paid_at)
    rules = replace(RULES, quiet=())

    found = holding(ORDER, [ORDER, other], [], rules, now, SHANGHAI)

    assert found == (Holding(Held.HAS_PAID, until, "o2") if until else None)


@pytest.mark.parametrize(
    ("length", "until"),
    [
        (timedelta(), None),
        (2 * HOUR, NOW + HOUR),
        (30 * HOUR, NOW + 29 * HOUR),
        (timedelta(days=3), at("00:00", 15)),
    ],
    ids=["none", "some hours", "more than a day", "whole days"],
)
def test_only_whole_days_are_those_of_the_shop(length: timedelta, until: datetime | None) -> None:
    other = order(2, outcome=Outcome.PAID, outcome_at=NOW - HOUR)

    found = holding(ORDER, [other], [], replace(RULES, paid_since=length), NOW, SHANGHAI)

    assert found == (Holding(Held.HAS_PAID, until, "o2") if until else None)


def test_an_order_that_closed_or_waits_holds_no_other_one() -> None:
    others = [order(3, outcome=Outcome.CLOSED, outcome_at=NOW - HOUR), order(4)]

    assert holding(ORDER, others, [], RULES, NOW, SHANGHAI) is None


def test_a_snooze_holds_by_the_clock_that_was_set() -> None:
    snoozed = order(1, snoozed_until=NOW + 3 * MINUTE)

    assert holding(snoozed, [], [], RULES, NOW, SHANGHAI) == Holding(Held.SNOOZED, NOW + 3 * MINUTE)
    assert holding(snoozed, [], [], RULES, NOW + 3 * MINUTE, SHANGHAI) is None
    assert holding(snoozed, [], [], RULES, NOW + 2 * HOUR, SHANGHAI, shift=2 * HOUR) == Holding(
        Held.SNOOZED, NOW + 2 * HOUR + 3 * MINUTE
    )


def test_of_several_reasons_the_one_that_lasts_longest_is_told() -> None:
    paid = order(2, outcome=Outcome.PAID, outcome_at=NOW)

    found = holding(ORDER, [paid], urges(NOW, NOW - HOUR), RULES, NOW, SHANGHAI)

    assert found == Holding(Held.HAS_PAID, at("00:00", 13), "o2")


def test_what_is_overridden_goes_through() -> None:
    paid = order(2, outcome=Outcome.PAID, outcome_at=NOW)
    overridden = replace(ORDER, is_overridden=True, snoozed_until=NOW + HOUR)

    assert holding(overridden, [paid], urges(NOW, NOW), RULES, at("03:00"), SHANGHAI) is None
