"""A quote: what the buyer really pays, why, and what is missing to the next offer.

The rule: the arithmetic is shown, so every yuan of the total can be followed: the changes of all steps add up to it.
"""

from datetime import datetime
from decimal import Decimal
from enum import Enum
from typing import Any

from app.core.prices import yuan
from app.core.prices.amounts import Line
from app.core.sheet.activities import Activity, Coupon, Gift, PerMultiple
from app.core.sheet.words import number
from app.core.values import dataclass


class What(Enum):
    """What a step of the arithmetic is about, in the order of the steps."""

    LINE = "line"
    ITEM_PRICE = "item_price"
    """The price that the product has in an activity or phase takes the place of its own."""
    RATE = "rate"
    """A phase takes a share of the price (half price of the first two hours)."""
    GOODS = "goods"
    """All lines together; nothing is added or taken off."""
    COUPON = "coupon"
    PLATFORM = "platform"


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the arithmetic, in yuan. `change` is what it adds to the total, below 0 where it takes off.

    `base` is what it starts from; of a coupon and of the platform's offer the amount that the threshold was judged on.
    `name` is the product's, activity's, phase's or offer's own.
    """

    what: What
    base: Decimal
    change: Decimal
    result: Decimal
    calculation: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Taken:
    """An offer that is used: how much it takes off, and of a per-multiple one how often."""

    rule: Coupon | PerMultiple
    activity: Activity
    off: Decimal
    times: int = 1


@dataclass(frozen=True, slots=True)
class Missing:
    """The next offer within reach. With goods for `add` yuan more they come to `goods`, and `total` is paid.

    `gain` is how much more is taken off then; a gift takes nothing off. `threshold` is the figure of the rule.
    """

    rule: Coupon | PerMultiple | Gift
    activity: Activity
    threshold: Decimal
    add: Decimal
    goods: Decimal
    total: Decimal
    gain: Decimal


@dataclass(frozen=True, slots=True)
class Warned:
    """What the agent should know before quoting. `names` are what the sentence tells, `answer` the shop's own words.

    Rules: `limit` (activity, pieces allowed, pieces wanted), `sold_out` (product), `only_products` (phase whose rate
    holds for certain products, and amounts were typed), `not_together` (the only offer taken, although a coupon and the
    platform's are both in reach: the two are not allowed together or would not make it cheaper).
    """

    rule: str
    names: tuple[str, ...] = ()
    answer: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """The price of lines at a moment. `full` is what they cost without any activity, `goods` after item prices.

    `activities` are those whose offers hold at that moment; none of them: nothing is on sale then.
    """

    at: datetime
    lines: tuple[Line, ...]
    steps: tuple[Step, ...]
    full: Decimal
    goods: Decimal
    total: Decimal
    activities: tuple[Activity, ...] = ()
    coupon: Taken | None = None
    platform: Taken | None = None
    gifts: tuple[Gift, ...] = ()
    missing: tuple[Missing, ...] = ()
    warnings: tuple[Warned, ...] = ()

    @property
    def saved(self) -> Decimal:
        """How much less than without any activity."""
        return self.full - self.total

    @property
    def pieces(self) -> int:
        """How many pieces are wanted."""
        return sum(line.count for line in self.lines)


class NoPrice(LookupError):
    """Nobody wrote down what a product costs."""

    def __init__(self, product_id: str, name: str) -> None:
        super().__init__(name)
        self.product_id = product_id
        self.name = name


def money(amount: Decimal) -> str:
    """An amount to the cent, as the arithmetic shows it: `345.00`."""
    return f"{amount:.2f}"


def offer_name(rule: Coupon | PerMultiple) -> str:
    """An offer by its own name and its figures, which read the same in every language: `店铺券 238 − 20`.

    A name that tells the figures itself stands alone: several coupons are called by one name as a rule.
    """
    figures = (rule.threshold if isinstance(rule, Coupon) else rule.every, rule.off)
    if rule.name and all(number(figure) in rule.name for figure in figures):
        return rule.name
    return f"{rule.name} {' − '.join(map(yuan.digits, figures))}".strip()


def to_plain(quote: Quote) -> dict[str, Any]:
    """A quote as JSON takes it: amounts as text to the cent (`"275.00"`), the moment in ISO 8601."""
    return {
        "at": quote.at.isoformat(),
        "activities": [{"id": activity.id, "name": activity.name} for activity in quote.activities],
        "lines": [_plain_line(line) for line in quote.lines],
        "steps": [_plain_step(step) for step in quote.steps],
        "full": money(quote.full),
        "goods": money(quote.goods),
        "total": money(quote.total),
        "saved": money(quote.saved),
        "coupon": _plain_taken(quote.coupon),
        "platform": _plain_taken(quote.platform),
        "gifts": [_plain_rule(gift) for gift in quote.gifts],
        "missing": [_plain_missing(missing) for missing in quote.missing],
        "warnings": [{"rule": told.rule, "names": list(told.names), "answer": told.answer} for told in quote.warnings],
    }


def _plain_line(line: Line) -> dict[str, Any]:
    unit = None if line.unit is None else money(line.unit)
    return {
        "unit": unit,
        "count": line.count,
        "less": money(line.less),
        "product_id": line.product_id,
        "name": line.name,
    }


def _plain_step(step: Step) -> dict[str, str]:
    return {
        "what": step.what.value,
        "name": step.name,
        "base": money(step.base),
        "calculation": step.calculation,
        "change": money(step.change),
        "result": money(step.result),
    }


def _plain_taken(taken: Taken | None) -> dict[str, Any] | None:
    if taken is None:
        return None
    return _plain_rule(taken.rule) | {
        "activity": taken.activity.name,
        "times": taken.times,
        "taken_off": money(taken.off),
    }


def _plain_missing(missing: Missing) -> dict[str, Any]:
    return _plain_rule(missing.rule) | {
        "activity": missing.activity.name,
        "add": money(missing.add),
        "goods": money(missing.goods),
        "total": money(missing.total),
        "gain": money(missing.gain),
    }


def _plain_rule(rule: Coupon | PerMultiple | Gift) -> dict[str, Any]:
    if isinstance(rule, Coupon):
        return {"kind": "coupon", "name": rule.name, "threshold": money(rule.threshold), "off": money(rule.off)}
    if isinstance(rule, Gift):
        return {"kind": "gift", "name": rule.name, "note": rule.note, "threshold": money(rule.threshold)}
    cap = None if rule.cap is None else money(rule.cap)
    return {"kind": "platform", "name": rule.name, "every": money(rule.every), "off": money(rule.off), "cap": cap}
