"""What makes an entry of the cheat-sheet a valid one.

The rule: everything that is wrong is told at once, each at its field, rows counted as given; what is kept is tidy.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from app.core.sheet.activities import Activity
from app.core.sheet.activity_checks import faults_of_activity
from app.core.sheet.entries import BadEntry, Fact, Fault
from app.core.sheet.entry_rules import MAX_PIECES, Known, codes, doubles, fact, facts, filled, letters, money, number
from app.core.sheet.entry_rules import of_activity as belonging
from app.core.sheet.entry_tidying import compact, is_empty, trimmed
from app.core.sheet.products import Product, Related
from app.core.sheet.references import circle, named
from app.core.sheet.sheet import Entry, Sheet

_E = TypeVar("_E", bound=Activity | Product | Fact)

MEANINGS: Mapping[str, str] = {
    "empty": "a text or a choice that has to be there is missing",
    "too_long": "a text is longer than names[0] characters",
    "has_nul": "a text holds the character NUL, which cannot be stored",
    "has_surrogate": "a text holds half a character (a lone surrogate), which cannot be stored",
    "unknown_fact": "a text has variables that no fact has; names are those variables",
    "not_a_number": "an amount is not a number",
    "negative": "an amount, a stock, a number of days is below zero",
    "not_above_zero": "an amount or a limit is zero and must be more",
    "too_big": "an amount or a number is above names[0], surely a slip of the hand",
    "too_many_decimals": "an amount has parts of a cent",
    "not_a_rate": "the share of the price that is paid is not between 0 and 1 (both excluded; half price is 0.5)",
    "ends_before_start": "an end is not after its start",
    "out_of_reach": "a moment lies before the year 2000 or after 2099",
    "overlaps": "a phase begins before another one, names[0], has ended (main phases; extra prices of one product)",
    "outside_activity": "an extra window begins or ends outside the span of the main phases",
    "threshold_below_discount": "a discount is as high as its threshold or higher",
    "cap_below_discount": "the most that is taken off is less than what is taken off once",
    "to_below_from": "the second number of a span of days is below the first",
    "double": "a row says the same as one before it: threshold, region, activity, product, code (then it is names[0])",
    "taken": "an id belongs to another entry or row",
    "unknown_activity": "an activity does not exist",
    "unknown_phase": "an activity has no such phase",
    "unknown_product": "a product does not exist",
    "itself": "a product names itself",
    "circular": "substitutes lead back to where they began; names are the products on the way, the first at both ends",
    "has_space": "a short code, names[0], has a space in it",
}
"""What each rule of a `Fault` says, for whoever turns it into a sentence."""


class BadEntries(ValueError):
    """Entries that should be kept together break rules; none was kept. `faults` are those of each, by its id."""

    def __init__(self, faults: Mapping[str, tuple[Fault, ...]]) -> None:
        super().__init__(f"{len(faults)} entries break rules")
        self.faults = faults


def faults(entry: Entry, sheet: Sheet, later: Sheet | None = None) -> tuple[Fault, ...]:
    """Everything that is wrong with an entry that shall be kept in a sheet, field by field; empty rows are no fault.

    `later` is the sheet as it will be where several entries are kept at once: they may name each other.
    """
    return _judged(trimmed(entry), sheet, later)


def check(entry: _E, sheet: Sheet, later: Sheet | None = None) -> _E:
    """Give an entry back, tidied. Raises `BadEntry` with everything that is wrong."""
    trim = trimmed(entry)
    wrong = _judged(trim, sheet, later)
    if wrong:
        raise BadEntry(wrong)
    return compact(trim)


def check_all(entries: Iterable[Entry], sheet: Sheet) -> list[Entry]:
    """Give entries back, tidied, that shall be kept together and may name each other. Raises `BadEntries`."""
    trim = [trimmed(entry) for entry in entries]
    later = sheet.having(trim)
    wrong: dict[str, tuple[Fault, ...]] = {}
    seen: set[str] = set()
    for entry in trim:
        faults_of = (Fault("id", "taken"),) if entry.id in seen else _judged(entry, sheet, later)
        seen.add(entry.id)
        if faults_of:
            wrong[entry.id] = faults_of
    if wrong:
        raise BadEntries(wrong)
    return [compact(entry) for entry in trim]


def _judged(entry: Entry, sheet: Sheet, later: Sheet | None) -> tuple[Fault, ...]:
    former = sheet.get(entry.id)
    known = Known(entry, later or sheet, named(former) if former else frozenset())
    if any(type(other) is not type(entry) for other in (former, known.sheet.get(entry.id)) if other is not None):
        return (Fault("id", "taken"),)
    return tuple(_faults(entry, known))


def _faults(entry: Entry, known: Known) -> Iterator[Fault]:
    if isinstance(entry, Activity):
        yield from faults_of_activity(entry, known)
    elif isinstance(entry, Product):
        yield from _faults_of_product(entry, known)
    else:
        yield from fact(entry, known)
    yield from letters(entry)


def _faults_of_product(product: Product, known: Known) -> Iterator[Fault]:
    yield from filled("name", product.name)
    yield from codes(product.codes)
    yield from money("price", product.price)
    yield from number("page_stock", product.page_stock, MAX_PIECES)
    yield from number("real_stock", product.real_stock, MAX_PIECES)
    yield from _prices(product, known)
    lists = (("substitutes", product.substitutes), ("complements", product.complements), ("related", product.related))
    for field, others in lists:
        yield from _others(field, others, known)
    yield from _circle(product, known)
    yield from facts(product.facts, known)


def _prices(product: Product, known: Known) -> Iterator[Fault]:
    rows = [(row, price) for row, price in enumerate(product.prices) if not is_empty(price)]
    for row, price in rows:
        yield from belonging(f"prices.{row}", price.activity_id, price.phase_id, known)
        yield from money(f"prices.{row}.price", price.price)
    keys = ((row, (price.activity_id, price.phase_id)) for row, price in rows)
    yield from doubles("prices", keys, "activity_id")


def _others(field: str, others: tuple[Related, ...], known: Known) -> Iterator[Fault]:
    rows = [(row, other.product_id) for row, other in enumerate(others) if not is_empty(other)]
    for row, product_id in rows:
        at = f"{field}.{row}.product_id"
        if not product_id:
            yield Fault(at, "empty")
        elif product_id == known.entry.id:
            yield Fault(at, "itself")
        elif known.lacks_product(product_id):
            yield Fault(at, "unknown_product")
    yield from doubles(field, ((row, product_id) for row, product_id in rows if product_id), "product_id")


def _circle(product: Product, known: Known) -> Iterator[Fault]:
    way = circle(product, known.sheet)
    if len(way) > 2:  # two are a product that names itself, which is told already
        row = next(row for row, other in enumerate(product.substitutes) if other.product_id == way[1].id)
        yield Fault(f"substitutes.{row}.product_id", "circular", tuple(one.name for one in way))
