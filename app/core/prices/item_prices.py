"""What a line costs before any coupon: its own price, the one it has in an activity, or a share of it.

The rule: the lowest of them holds and they are never combined: the half price of a window is half of the normal price,
not of the activity's. An amount is rounded to the cent per line, half up.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal

from app.core.prices.amounts import Line
from app.core.prices.quotes import NoPrice, Step, What, money
from app.core.sheet.activities import Activity, Phase, PhaseKind
from app.core.sheet.products import Product
from app.core.sheet.sheet import Sheet
from app.core.values import dataclass

NOTHING = Decimal(0)
CENT = Decimal("0.01")
SELLING = (PhaseKind.SALE, PhaseKind.EXTRA)
"""The phases in which one buys under the activity's offers."""


@dataclass(frozen=True, slots=True)
class Held:
    """An activity whose offers hold at a moment, with its phases of that moment in which one buys."""

    activity: Activity
    phases: tuple[Phase, ...]


def held_at(sheet: Sheet, at: datetime) -> tuple[Held, ...]:
    """The activities that sell at a moment: one of their sale phases or extra windows lasts. Warm-up sells nothing."""
    found = []
    for activity in sheet.activities_in_use():
        phases = tuple(
            phase for phase in activity.phases if phase.starts_at <= at < phase.ends_at and phase.kind in SELLING
        )
        if phases:
            found.append(Held(activity, phases))
    return tuple(found)


def cents(amount: Decimal) -> Decimal:
    """An amount rounded to the cent, half up."""
    return amount.quantize(CENT, ROUND_HALF_UP)


def line_steps(line: Line, sheet: Sheet, held: Sequence[Held]) -> tuple[Step, ...]:
    """The line at its normal price and, where an activity makes it cheaper, the step to that. Raises `NoPrice`."""
    product = sheet.products.get(line.product_id)
    own = _own_price(product, held)
    name = line.name or (product.name if product else "")
    normal = line.unit if line.unit is not None else product.price if product else None
    if normal is None:  # only the activity's price was written down
        if own is None:
            raise NoPrice(line.product_id, name)
        normal = own[0]
    full = cents(normal * line.count - line.less)
    first = Step(What.LINE, normal, full, full, _text(normal, line, full), name)
    options = [*_by_price(line, full, own), *_by_rate(line, full, held)]
    best = min(options, key=lambda step: step.result, default=first)
    return (first, best) if best.result < full else (first,)


def _own_price(product: Product | None, held: Sequence[Held]) -> tuple[Decimal, str] | None:
    """The lowest price that a product has in what holds now, and the name of that activity or phase."""
    found = [price for each in held for price in _prices_in(product, each)] if product else []
    return min(found, key=lambda price: price[0], default=None)


def _prices_in(product: Product, held: Held) -> list[tuple[Decimal, str]]:
    """The prices of the phases that last; where none has one, the price of the activity."""
    of_activity = [price for price in product.prices if price.activity_id == held.activity.id]
    names = {phase.id: phase.name for phase in held.phases}
    of_phases = [(price.price, names[price.phase_id]) for price in of_activity if price.phase_id in names]
    return of_phases or [(price.price, held.activity.name) for price in of_activity if not price.phase_id]


def _by_price(line: Line, full: Decimal, own: tuple[Decimal, str] | None) -> Iterator[Step]:
    if own is not None:
        price, name = own
        amount = max(NOTHING, cents(price * line.count - line.less))
        yield Step(What.ITEM_PRICE, full, amount - full, amount, _text(price, line, amount), name)


def _by_rate(line: Line, full: Decimal, held: Sequence[Held]) -> Iterator[Step]:
    for phase in (phase for each in held for phase in each.phases):
        is_meant = not phase.product_ids or line.product_id in phase.product_ids
        if phase.rate is not None and is_meant:
            amount = cents(full * phase.rate)
            text = f"{money(full)} × {phase.rate.normalize():f} = {money(amount)}"
            yield Step(What.RATE, full, amount - full, amount, text, phase.name)


def _text(unit: Decimal, line: Line, amount: Decimal) -> str:
    times = f" × {line.count}" if line.count != 1 else ""
    less = f" − {money(line.less)}" if line.less else ""
    return f"{money(unit)}{times}{less} = {money(amount)}" if times or less else money(unit)
