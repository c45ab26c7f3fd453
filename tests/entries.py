"""Entries of the cheat-sheet for tests, and hypothesis strategies of every entry that may exist."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

from hypothesis import strategies as st

from app.core.phrases.phrase import Stage
from app.core.sheet.activities import (
    Activity,
    ActivityKind,
    Base,
    Coupon,
    ExpressFee,
    Gift,
    Limit,
    PerMultiple,
    Phase,
    PhaseKind,
    Shipping,
    Stacking,
    Transit,
)
from app.core.sheet.entries import Fact
from app.core.sheet.lifetimes import Lifetime
from app.core.sheet.products import ActivityPrice, Product, Related
from app.core.sheet.sheet import Entry
from tests.phrases import IMAGES, LISTS, MOMENTS, NUMBERS, TEXTS, WORDS

SALE_AT = datetime(2026, 11, 10, 12, 0, tzinfo=UTC)
"""November 10, 20:00 in the shop's zone."""
HOUR = timedelta(hours=1)

MONEY = st.decimals(min_value=0, max_value=99_999, places=2)
RATES = st.decimals(min_value="0.01", max_value="0.99", places=2)
_LIFETIMES = st.builds(
    Lifetime, from_at=st.none() | MOMENTS, until_at=st.none() | MOMENTS, activity_id=WORDS, phase_id=WORDS
)
FACTS = st.builds(
    Fact,
    id=WORDS,
    question=TEXTS,
    answer=TEXTS,
    keywords=LISTS,
    stage=st.none() | st.sampled_from(Stage),
    lifetime=st.none() | _LIFETIMES,
    source=WORDS,
    position=NUMBERS,
    deleted_at=st.none() | MOMENTS,
)
_PHASES = st.builds(
    Phase,
    id=WORDS,
    name=TEXTS,
    kind=st.sampled_from(PhaseKind),
    starts_at=MOMENTS,
    ends_at=MOMENTS,
    rate=st.none() | RATES,
    product_ids=LISTS,
    note=TEXTS,
)
_SHIPPING = st.builds(
    Shipping,
    promise=TEXTS,
    couriers=LISTS,
    can_choose_courier=st.booleans(),
    origin=TEXTS,
    fees=st.lists(st.builds(ExpressFee, courier=WORDS, region=WORDS, fee=MONEY), max_size=2).map(tuple),
    transits=st.lists(
        st.builds(Transit, WORDS, st.integers(0, 9), st.integers(0, 9), TEXTS),
        max_size=2,
    ).map(tuple),
    peak_note=TEXTS,
)
ACTIVITIES = st.builds(
    Activity,
    id=WORDS,
    name=TEXTS,
    kind=st.sampled_from(ActivityKind),
    platform=TEXTS,
    phases=st.lists(_PHASES, max_size=3).map(tuple),
    link=TEXTS,
    how_to_buy=TEXTS,
    if_page_fails=TEXTS,
    limit=st.none() | st.builds(Limit, st.integers(1, 99), TEXTS),
    coupons=st.lists(st.builds(Coupon, MONEY, MONEY, TEXTS, TEXTS), max_size=2).map(tuple),
    gifts=st.lists(st.builds(Gift, MONEY, TEXTS, TEXTS), max_size=2).map(tuple),
    per_multiple=st.none() | st.builds(PerMultiple, MONEY, MONEY, st.none() | MONEY, TEXTS),
    stacking=st.builds(Stacking, st.booleans(), st.sampled_from(Base), st.booleans(), TEXTS),
    shipping=_SHIPPING,
    refund_rules=TEXTS,
    also_running=TEXTS,
    facts=st.lists(FACTS, max_size=2).map(tuple),
    note=TEXTS,
    source=WORDS,
    position=NUMBERS,
    deleted_at=st.none() | MOMENTS,
)
_RELATED = st.lists(st.builds(Related, WORDS, TEXTS), max_size=2).map(tuple)
_STOCK = st.none() | st.integers(0, 9_999)
PRODUCTS = st.builds(
    Product,
    id=WORDS,
    name=TEXTS,
    codes=LISTS,
    keywords=LISTS,
    link=TEXTS,
    selling_points=LISTS,
    size=TEXTS,
    size_reference=TEXTS,
    capacity=TEXTS,
    material=TEXTS,
    colour_remark=TEXTS,
    page_stock=_STOCK,
    real_stock=_STOCK,
    is_sold_out=st.booleans(),
    price=st.none() | MONEY,
    prices=st.lists(st.builds(ActivityPrice, WORDS, MONEY, TEXTS), max_size=2).map(tuple),
    substitutes=_RELATED,
    complements=_RELATED,
    related=_RELATED,
    picture=st.none() | IMAGES,
    facts=st.lists(FACTS, max_size=2).map(tuple),
    note=TEXTS,
    source=WORDS,
    position=NUMBERS,
    deleted_at=st.none() | MOMENTS,
)
ENTRIES: st.SearchStrategy[Entry] = ACTIVITIES | PRODUCTS | FACTS


def phase(
    number: int = 1,
    kind: PhaseKind = PhaseKind.SALE,
    starts_at: datetime = SALE_AT,
    length: timedelta = 28 * HOUR,
    **fields: object,
) -> Phase:
    """A phase of its own: by default the sale, until midnight of the next day."""
    return Phase(f"phase{number}", f"阶段 {number}", kind, starts_at, starts_at + length, **fields)  # type: ignore[arg-type]


def activity(number: int = 1, phases: tuple[Phase, ...] | None = None, **fields: object) -> Activity:
    """An activity with one sale phase."""
    own = (phase(),) if phases is None else phases
    return Activity(f"a{number}", f"活动 {number}", phases=own, **fields)  # type: ignore[arg-type]


def product(number: int = 1, **fields: object) -> Product:
    """A product of its own."""
    return Product(f"p{number}", f"商品 {number}", **fields)  # type: ignore[arg-type]


def fact(number: int = 1, **fields: object) -> Fact:
    """A free fact of its own."""
    return Fact(f"f{number}", f"问题 {number}", f"答案 {number}", **fields)  # type: ignore[arg-type]


def yuan(amount: str) -> Decimal:
    """An amount."""
    return Decimal(amount)
