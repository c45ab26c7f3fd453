"""The cheat-sheet as a value: what is in it, what runs, and how long something holds."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.core.sheet.activities import Activity, PhaseKind
from app.core.sheet.lifetimes import ALWAYS, UNBOUND, Lifetime, State
from app.core.sheet.products import ActivityPrice, Related
from app.core.sheet.references import circle, named
from app.core.sheet.sheet import Sheet
from tests.entries import HOUR, SALE_AT, activity, fact, phase, product, yuan

WARM_UP = phase(1, PhaseKind.WARM_UP, SALE_AT - 240 * HOUR, 240 * HOUR)
SALE = phase(2)
HALF = phase(3, PhaseKind.EXTRA, SALE_AT, 2 * HOUR)
END = phase(4, PhaseKind.END, SALE.ends_at, 240 * HOUR)
EVENT = activity(1, (WARM_UP, SALE, HALF, END))
SHEET = Sheet.of([EVENT, activity(2, (), deleted_at=SALE_AT), product(2, position=2), product(1, position=3), fact()])


def test_an_entry_takes_the_place_of_its_former_self_and_the_old_sheet_stays() -> None:
    new = SHEET.having([product(1, note="改过"), fact(2)], without=["a1"])

    assert {entry.id for entry in new} == {"a2", "p1", "p2", "f1", "f2"}
    assert new.get("p1") == product(1, note="改过")
    assert SHEET.get("a1") == EVENT
    assert SHEET.get("never was") is None


def test_what_is_in_use_comes_in_its_order_without_the_bin() -> None:
    assert [one.id for one in SHEET.activities_in_use()] == ["a1"]
    assert [one.id for one in SHEET.products_in_use()] == ["p2", "p1"]
    assert [one.id for one in SHEET.facts_in_use()] == ["f1"]


@pytest.mark.parametrize(
    ("at", "phases"),
    [
        (WARM_UP.starts_at - timedelta(microseconds=1), []),
        (WARM_UP.starts_at, ["phase1"]),
        (SALE_AT, ["phase3", "phase2"]),
        (HALF.ends_at, ["phase2"]),
        (SALE.ends_at, ["phase4"]),
        (END.ends_at, []),
    ],
)
def test_an_end_is_the_first_moment_that_no_longer_belongs_to_a_phase(at, phases: list[str]) -> None:
    assert [one.id for one in EVENT.phases_at(at)] == phases


def test_an_activity_runs_from_its_warm_up_to_the_end_of_its_sale() -> None:
    assert SHEET.running(WARM_UP.starts_at) == [EVENT]
    assert SHEET.running(SALE.ends_at - timedelta(microseconds=1)) == [EVENT]
    assert SHEET.running(SALE.ends_at) == SHEET.running(WARM_UP.starts_at - HOUR) == []
    assert not Activity("a", "没有阶段").is_running(SALE_AT)
    assert Activity("a", "只有预热", phases=(WARM_UP,)).is_running(WARM_UP.starts_at)


def test_a_lifetime_of_a_phase_ends_with_it_and_says_how_long_ago() -> None:
    half = Lifetime(activity_id="a1", phase_id="phase3")
    twelve_minutes_after = HALF.ends_at + timedelta(minutes=12)

    over = SHEET.validity(half, twelve_minutes_after)

    assert (over.state, over.name) == (State.OVER, "阶段 3")
    assert over.distance(twelve_minutes_after) == timedelta(minutes=12)
    assert SHEET.validity(half, SALE_AT).is_valid
    assert SHEET.validity(half, SALE_AT - HOUR).state is State.NOT_YET


def test_moments_of_its_own_narrow_a_lifetime() -> None:
    narrow = Lifetime(from_at=SALE_AT + HOUR, until_at=SALE_AT + 3 * HOUR, activity_id="a1", phase_id="phase3")

    states = [SHEET.validity(narrow, SALE_AT + hours * HOUR).state for hours in (-1, 0, 1, 2, 3)]

    assert states == [State.NOT_YET, State.NOT_YET, State.VALID, State.OVER, State.OVER]


def test_what_hangs_on_nothing_always_holds_and_what_hangs_on_something_gone_is_unbound() -> None:
    assert SHEET.validity(None, SALE_AT) == ALWAYS
    assert SHEET.validity(Lifetime(), SALE_AT).is_valid
    for lifetime in (Lifetime(activity_id="a2"), Lifetime(activity_id="a9"), Lifetime(activity_id="a1", phase_id="x")):
        assert SHEET.validity(lifetime, SALE_AT) == UNBOUND


def test_everything_that_an_entry_names_is_told_itself_too() -> None:
    lifetime = Lifetime(activity_id="a1")
    own = replace(EVENT, facts=(fact(9, lifetime=lifetime),))
    window = phase(5, PhaseKind.EXTRA, SALE_AT, HOUR, product_ids=("p2",))
    priced = product(1, prices=(ActivityPrice("a1", yuan("9"), "phase2"),), complements=(Related("p2"),))

    assert named(own) == named(fact(1, lifetime=lifetime)) == {("a1", "")}
    assert named(activity(3, (window,))) == {("p2", "")}
    assert named(priced) == {("a1", "phase2"), ("p2", "")}


def test_the_shortest_circle_is_found_and_none_where_there_is_none() -> None:
    def chain(*others: int) -> tuple[Related, ...]:
        return tuple(Related(f"p{other}") for other in others)

    sheet = Sheet.of([product(2, substitutes=chain(3)), product(3, substitutes=chain(1, 4)), product(4)])

    assert [one.id for one in circle(product(1, substitutes=chain(2, 3)), sheet)] == ["p1", "p3", "p1"]
    assert circle(product(1, substitutes=chain(4, 9)), sheet) == ()
