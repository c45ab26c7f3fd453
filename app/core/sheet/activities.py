"""An activity (活动): one promotion with its phases and everything that buyers ask about it.

The rule: every moment is exact, aware and UTC; money is `Decimal` in yuan; what is not known is None or empty, never 0.
"""

from datetime import datetime
from decimal import Decimal
from enum import Enum

from app.core.phrases.phrase import PERSONAL
from app.core.sheet.entries import Fact
from app.core.values import dataclass


class ActivityKind(Enum):
    """Whose promotion it is."""

    PLATFORM_SALE = "platform_sale"
    GROUP_BUY = "group_buy"
    BRAND_GROUP = "brand_group"
    OWN = "own"


class PhaseKind(Enum):
    """What a phase (阶段) is: 预热, 开售, an extra window inside (前两小时半价), 结束 (refunds, late orders)."""

    WARM_UP = "warm_up"
    SALE = "sale"
    EXTRA = "extra"
    END = "end"


class Base(Enum):
    """On which amount the threshold of a platform offer is judged when a coupon is used too."""

    ITEMS = "items"
    """On the goods after item prices, as if there were no coupon: both are judged alike and both are taken off."""
    AFTER_COUPON = "after_coupon"
    """On what is left after the coupon."""


@dataclass(frozen=True, slots=True)
class Phase:
    """A span of an activity; its end is the first moment that no longer belongs to it.

    `rate` is the share of the price that is paid in it (0.5: half price), None where prices are as they are; with
    `product_ids` it holds for these products only.
    """

    id: str
    name: str
    kind: PhaseKind
    starts_at: datetime
    ends_at: datetime
    rate: Decimal | None = None
    product_ids: tuple[str, ...] = ()
    note: str = ""

    @property
    def is_afterwards(self) -> bool:
        """Whether it is the time after the sale."""
        return self.kind is PhaseKind.END


@dataclass(frozen=True, slots=True)
class Limit:
    """How many pieces one buyer may have, and what to answer to who wants more."""

    count: int
    answer_above: str = ""


@dataclass(frozen=True, slots=True)
class Coupon:
    """A coupon of the shop: from `threshold` yuan on `off` yuan less, one per order. `link` is where it is fetched."""

    threshold: Decimal
    off: Decimal
    name: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class Gift:
    """What is given from `threshold` yuan on; the note says what cannot be chosen (colour at random)."""

    threshold: Decimal
    name: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class PerMultiple:
    """The platform's offer: for every full `every` yuan `off` yuan less (300 − 50), at most `cap` yuan in all."""

    every: Decimal
    off: Decimal
    cap: Decimal | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class Stacking:
    """Which offers go together. One coupon per order in every case."""

    has_coupon_with_platform: bool = True
    base: Base = Base.ITEMS
    is_highest_gift_only: bool = False
    """Whether a buyer gets only the gift of the highest threshold reached (False: all that are reached)."""
    note: str = ""


@dataclass(frozen=True, slots=True)
class ExpressFee:
    """What a buyer adds for an express service to a region; free shipping does not cover it."""

    courier: str
    region: str
    fee: Decimal


@dataclass(frozen=True, slots=True)
class Transit:
    """Days on the road to a region, from one number to another."""

    region: str
    days_from: int
    days_to: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class Shipping:
    """How and when it is sent. `promise` is what may be promised (`付款后7天内发货`)."""

    promise: str = ""
    couriers: tuple[str, ...] = ()
    can_choose_courier: bool = False
    origin: str = ""
    fees: tuple[ExpressFee, ...] = ()
    transits: tuple[Transit, ...] = ()
    peak_note: str = ""


@dataclass(frozen=True, slots=True)
class Activity:
    """One activity. `phases` are in the order of their beginning; `also_running` names others in words."""

    id: str
    name: str
    kind: ActivityKind = ActivityKind.OWN
    platform: str = ""
    phases: tuple[Phase, ...] = ()
    link: str = ""
    how_to_buy: str = ""
    if_page_fails: str = ""
    limit: Limit | None = None
    coupons: tuple[Coupon, ...] = ()
    gifts: tuple[Gift, ...] = ()
    per_multiple: PerMultiple | None = None
    stacking: Stacking = Stacking()
    shipping: Shipping = Shipping()
    refund_rules: str = ""
    also_running: str = ""
    facts: tuple[Fact, ...] = ()
    note: str = ""
    source: str = PERSONAL
    position: int = 0
    deleted_at: datetime | None = None

    @property
    def starts_at(self) -> datetime | None:
        """When its first phase begins."""
        return min((phase.starts_at for phase in self.phases), default=None)

    @property
    def ends_at(self) -> datetime | None:
        """When its last sale phase ends or, where it has none, its last phase: until then a buyer can still buy."""
        sales = [phase.ends_at for phase in self.phases if phase.kind is PhaseKind.SALE]
        return max(sales or [phase.ends_at for phase in self.phases], default=None)

    @property
    def served_until(self) -> datetime | None:
        """When its last phase of any kind ends: until then buyers ask about the delivery and refund of their orders."""
        return max((phase.ends_at for phase in self.phases), default=None)

    @property
    def sale_at(self) -> datetime | None:
        """When the first sale phase begins."""
        return min((phase.starts_at for phase in self.phases if phase.kind is PhaseKind.SALE), default=None)

    def phase(self, phase_id: str) -> Phase | None:
        """The phase of an id."""
        return next((phase for phase in self.phases if phase.id == phase_id), None)

    def phases_at(self, now: datetime) -> tuple[Phase, ...]:
        """The phases that a moment lies in; extra windows come first, because they are what buyers ask about."""
        at = [phase for phase in self.phases if phase.starts_at <= now < phase.ends_at]
        return tuple(sorted(at, key=lambda phase: phase.kind is not PhaseKind.EXTRA))

    def is_running(self, now: datetime) -> bool:
        """Whether a moment lies between its beginning (warm-up counts) and its end."""
        starts_at, ends_at = self.starts_at, self.ends_at
        return starts_at is not None and ends_at is not None and starts_at <= now < ends_at
