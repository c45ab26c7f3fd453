"""A shop with real figures: 128 → 10, 238 → 20, 388 → 50; a gift at 168; 300 − 50 of the platform."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

from app.core.prices.amounts import read_amounts
from app.core.prices.pricing import quote
from app.core.sheet.activities import Activity, Base, Coupon, Gift, PerMultiple, Phase, PhaseKind, Stacking
from app.core.sheet.products import ActivityPrice, Product
from app.core.sheet.sheet import Sheet

START = datetime(2026, 11, 10, 16, 0, tzinfo=UTC)
"""November 11, 0:00 in Shanghai."""
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
D = Decimal

COUPONS = (Coupon(D(128), D(10)), Coupon(D(238), D(20)), Coupon(D(388), D(50)))
GIFTS = (Gift(D(168), "迷你盒", "颜色随机"),)
PLATFORM = PerMultiple(D(300), D(50))
WARM_UP = Phase("warm", "预热", PhaseKind.WARM_UP, START - 7 * DAY, START)
SALE = Phase("sale", "开售", PhaseKind.SALE, START, START + DAY)
HALF_PRICE = Phase("half", "前两小时半价", PhaseKind.EXTRA, START, START + 2 * HOUR, D("0.5"))
END = Phase("end", "返场", PhaseKind.END, START + DAY, START + 3 * DAY)
ELEVEN = Activity("eleven", "双11", phases=(WARM_UP, SALE, END), coupons=COUPONS, gifts=GIFTS, per_multiple=PLATFORM)
COUPONS_ONLY = replace(ELEVEN, per_multiple=None)
PLATFORM_ONLY = replace(ELEVEN, coupons=())
AFTER_COUPON = replace(ELEVEN, stacking=Stacking(base=Base.AFTER_COUPON))
ONE_OF_TWO = replace(ELEVEN, stacking=Stacking(has_coupon_with_platform=False))

CUP = Product(
    "cup",
    "杯子",
    price=D(128),
    prices=(ActivityPrice("eleven", D(99)), ActivityPrice("eleven", D(89), "half"), ActivityPrice("other", D(1))),
)


def priced(text, *entries, at=START + 3 * HOUR):
    lines = read_amounts(text) if isinstance(text, str) else text
    return quote(lines, Sheet.of(entries or (ELEVEN,)), at)


def total(text, *entries, at=START + 3 * HOUR):
    return f"{priced(text, *entries, at=at).total:.2f}"
