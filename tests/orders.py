"""Hypothesis strategies of orders and of the activities they are placed in."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

from hypothesis import strategies as st

from app.core.prices.amounts import Line
from app.core.sheet.activities import Activity, Base, Coupon, Gift, PerMultiple, Phase, PhaseKind, Stacking
from app.core.sheet.sheet import Sheet

NOW = datetime(2026, 11, 11, tzinfo=UTC)
D = Decimal


def phases(rate):
    sale = Phase("sale", "开售", PhaseKind.SALE, NOW, NOW + timedelta(days=1))
    extra = Phase("extra", "限时", PhaseKind.EXTRA, NOW, NOW + timedelta(hours=2), rate)
    return (sale, extra) if rate is not None else (sale,)


WHOLE = st.integers(1, 400).map(D)
COUPONS = st.tuples(WHOLE, WHOLE).map(lambda pair: Coupon(max(pair), min(pair)))
PLATFORMS = st.tuples(WHOLE, WHOLE, st.none() | WHOLE).map(
    lambda three: PerMultiple(max(three[:2]), min(three[:2]), three[2])
)
ACTIVITIES = st.builds(
    Activity,
    id=st.uuids().map(str),
    name=st.just("活动"),
    phases=st.none().map(phases) | st.decimals(D("0.05"), 1, places=2).map(phases),
    coupons=st.lists(COUPONS, max_size=4).map(tuple),
    gifts=st.lists(WHOLE.map(lambda threshold: Gift(threshold, "赠品")), max_size=2).map(tuple),
    per_multiple=st.none() | PLATFORMS,
    stacking=st.builds(
        Stacking,
        has_coupon_with_platform=st.booleans(),
        base=st.sampled_from(Base),
        is_highest_gift_only=st.booleans(),
    ),
)
SHEETS = st.lists(ACTIVITIES, max_size=3).map(Sheet.of)
LINES = st.lists(st.builds(Line, unit=st.decimals(0, 999, places=2), count=st.integers(1, 5)), min_size=1, max_size=4)
