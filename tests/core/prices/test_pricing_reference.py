"""The price against a second one that tries every way, and what must hold of any quote."""

from datetime import timedelta
from decimal import ROUND_HALF_UP
from itertools import product as every_pair

from hypothesis import given
from hypothesis import strategies as st

from app.core.prices.amounts import Line
from app.core.prices.pricing import quote
from app.core.sheet.activities import Base, Gift
from tests.orders import LINES, NOW, SHEETS, D


def reference(lines, sheet):
    """The lowest total of all ways, written down as plainly as can be, in whole cents."""
    activities = sheet.activities_in_use()
    rates = [phase.rate for activity in activities for phase in activity.phases if phase.rate is not None]
    goods = sum(
        int((line.unit * 100 * line.count * min([D(1), *rates])).quantize(D(1), ROUND_HALF_UP)) for line in lines
    )
    coupons = [(coupon, activity) for activity in activities for coupon in activity.coupons]
    offers = [(activity.per_multiple, activity) for activity in activities if activity.per_multiple]
    totals = []
    for coupon, offer in every_pair([None, *coupons], [None, *offers]):
        if coupon and goods < coupon[0].threshold * 100:
            continue
        if coupon and offer and not all(one.stacking.has_coupon_with_platform for _, one in (coupon, offer)):
            continue
        left = goods
        if coupon:
            left = max(0, left - int(coupon[0].off * 100))
        if offer:
            judged = goods if offer[1].stacking.base is Base.ITEMS else left
            off = judged // int(offer[0].every * 100) * int(offer[0].off * 100)
            left = max(0, left - min([off] + ([int(offer[0].cap * 100)] if offer[0].cap else [])))
        totals.append(left)
    return D(min(totals)) / 100


@given(LINES, SHEETS)
def test_no_way_to_pay_is_cheaper_than_the_quoted_one(lines, sheet):
    assert quote(lines, sheet, NOW).total == reference(lines, sheet)


@given(LINES, SHEETS)
def test_the_steps_add_up_to_the_total_and_nothing_is_below_zero(lines, sheet):
    found = quote(lines, sheet, NOW)

    assert sum(step.change for step in found.steps) == found.total
    assert all(step.base + step.change == step.result for step in found.steps if step.what.value in {"rate", "goods"})
    assert all(step.result >= 0 for step in found.steps)
    assert found.steps[-1].result == found.total
    assert found.total + found.saved == found.full == sum(line.amount for line in lines)
    assert 0 <= found.total <= found.full
    assert found.total == found.total.quantize(D("0.01"))


@given(LINES, SHEETS, st.integers(1, 30000).map(lambda cents: D(cents) / 100))
def test_more_goods_cost_less_only_where_an_offer_takes_off_more(lines, sheet, extra):
    before = quote(lines, sheet, NOW)
    after = quote([*lines, Line(extra)], sheet, NOW)

    def off(found):
        return sum(taken.off for taken in (found.coupon, found.platform) if taken)

    assert after.goods >= before.goods
    assert after.total >= before.total or off(after) > off(before)


@given(LINES, SHEETS)
def test_what_is_missing_is_kept_once_it_is_added(lines, sheet):
    for missing in quote(lines, sheet, NOW).missing:
        rates = [phase.rate for activity in sheet.activities_in_use() for phase in activity.phases if phase.rate]
        if rates:  # what is added would be reduced too
            continue
        then = quote([*lines, Line(missing.add)], sheet, NOW)

        assert then.total == missing.total
        assert then.goods == missing.goods
        if isinstance(missing.rule, Gift):
            assert missing.rule in then.gifts or any(
                activity.stacking.is_highest_gift_only for activity in sheet.activities_in_use()
            )
        else:
            taken = [each.rule for each in (then.coupon, then.platform) if each]
            assert missing.rule in taken
            assert missing.gain == then.saved - quote(lines, sheet, NOW).saved


@given(LINES, SHEETS)
def test_nothing_is_off_before_and_after_the_activities(lines, sheet):
    for at in (NOW - timedelta(seconds=1), NOW + timedelta(days=1)):
        found = quote(lines, sheet, at)

        assert found.total == found.full
        assert (found.gifts, found.missing, found.coupon, found.platform) == ((), (), None, None)
