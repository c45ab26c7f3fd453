from dataclasses import replace
from datetime import timedelta

import pytest

from app.core.sheet.activities import Activity
from app.ui.sheet_panel.lanes import Standing, lane, lanes, next_moment
from tests.sheets import SALE_DAY, group_buy, moment, sale, warm_up_sale


def test_an_extra_window_is_what_counts_while_it_lasts() -> None:
    seen = lane(sale(), moment(SALE_DAY, hour=1))

    assert (seen.current and seen.current.name, seen.awaited and seen.awaited.at) == (
        "前两小时半价",
        moment(SALE_DAY, hour=2),
    )


def test_outside_of_windows_the_end_of_the_sale_is_awaited() -> None:
    seen = lane(sale(), SALE_DAY)

    assert seen.current
    assert seen.current.name == "开售"
    assert seen.awaited
    assert (seen.awaited.at, seen.awaited.is_start) == (moment(SALE_DAY, hour=24), False)


def test_a_warm_up_counts_to_the_sale() -> None:
    seen = lane(sale(), moment(SALE_DAY, -1))

    assert seen.current
    assert seen.current.name == "预热"
    assert seen.awaited
    assert seen.awaited.is_start
    assert seen.awaited.at == moment(SALE_DAY)


def test_what_has_not_begun_counts_to_its_start() -> None:
    seen = lane(group_buy(), SALE_DAY)

    assert seen.standing is Standing.COMING
    assert seen.current is None
    assert seen.awaited
    assert seen.awaited.phase.name == "开团"


def test_between_two_phases_the_next_one_is_awaited() -> None:
    first, second = sale().phases[0], sale().phases[1]
    gap = replace(sale(), phases=(first, replace(second, starts_at=moment(SALE_DAY, 2), ends_at=moment(SALE_DAY, 3))))

    seen = lane(gap, moment(SALE_DAY, 1))

    assert seen.is_live
    assert seen.current is None
    assert seen.awaited
    assert seen.awaited.at == moment(SALE_DAY, 2)


def test_refund_days_still_belong_to_the_activity() -> None:
    seen = lane(sale(), moment(SALE_DAY, 3))

    assert seen.is_live
    assert seen.current
    assert seen.current.name == "售后"


def test_the_end_is_the_first_moment_that_is_over() -> None:
    ends_at = moment(SALE_DAY, 15)

    assert lane(sale(), ends_at - timedelta(seconds=1)).is_live
    assert lane(sale(), ends_at).standing is Standing.ENDED


def test_an_activity_without_phases_is_undated() -> None:
    seen = lane(Activity("x", "待定"), SALE_DAY)

    assert (seen.standing, seen.awaited, seen.segments) == (Standing.UNDATED, None, ())
    assert seen.at(SALE_DAY) == 0.0


def test_running_ones_come_first_and_ended_ones_last() -> None:
    activities = [warm_up_sale(), Activity("x", "待定"), group_buy(), sale()]

    order = [each.activity.id for each in lanes(activities, SALE_DAY)]

    assert order == ["d11", "jhs", "x", "d10"]


def test_the_next_moment_is_the_nearest_of_all() -> None:
    assert next_moment(lanes([sale(), group_buy()], SALE_DAY)) == moment(SALE_DAY, hour=24)
    assert next_moment([]) is None


def test_the_bar_goes_from_the_first_to_the_last_moment() -> None:
    seen = lane(sale(), SALE_DAY)

    assert min(segment.left for segment in seen.segments) == 0.0
    assert max(segment.right for segment in seen.segments) == pytest.approx(1.0)
    assert seen.at(moment(SALE_DAY, -30)) == 0.0
    assert seen.at(moment(SALE_DAY, 30)) == 1.0


def test_a_moment_moves_rightwards_and_stays_inside_its_phase() -> None:
    seen = lane(sale(), SALE_DAY)
    places = [seen.at(moment(SALE_DAY, hour=hour)) for hour in range(-48, 72)]
    on_sale = next(segment for segment in seen.segments if segment.phase.id == "sale")

    assert places == sorted(places)
    assert on_sale.left < seen.at(SALE_DAY) < on_sale.right


def test_two_hours_can_be_seen_beside_seventeen_days() -> None:
    seen = lane(sale(), SALE_DAY)

    assert min(segment.right - segment.left for segment in seen.segments) > 0.05
