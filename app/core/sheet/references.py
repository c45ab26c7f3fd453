"""Which other entries an entry of the cheat-sheet names.

The rule: a name of something that is gone is quiet: it shows nothing, promises nothing and is no mistake of the entry.
"""

from collections.abc import Iterable, Iterator, Sequence

from app.core.sheet.activities import Activity
from app.core.sheet.entries import Fact
from app.core.sheet.products import Product
from app.core.sheet.sheet import Entry, Sheet

Name = tuple[str, str]
"""An entry's id and, where only a phase of an activity is meant, that phase's id (else empty)."""


def named(entry: Entry) -> frozenset[Name]:
    """Everything that an entry names, itself too where a fact of it does."""
    return frozenset(_named(entry))


def _named(entry: Entry) -> Iterator[Name]:
    if isinstance(entry, Fact):
        yield from _of_facts([entry])
        return
    yield from _of_facts(entry.facts)
    if isinstance(entry, Activity):
        for phase in entry.phases:
            yield from ((product_id, "") for product_id in phase.product_ids)
        return
    yield from ((price.activity_id, price.phase_id) for price in entry.prices)
    yield from ((other.product_id, "") for other in (*entry.substitutes, *entry.complements, *entry.related))


def _of_facts(facts: Iterable[Fact]) -> Iterator[Name]:
    for fact in facts:
        if fact.lifetime and fact.lifetime.activity_id:
            yield fact.lifetime.activity_id, fact.lifetime.phase_id


def circle(product: Product, sheet: Sheet) -> Sequence[Product]:
    """The products of a circle of substitutes that leads back to one, itself at both ends; empty where there is none.

    The shortest one is given. Products in the bin count: one that comes back must not close a circle.
    """
    came_from: dict[str, str] = {}
    waiting = [product.id]
    for product_id in waiting:
        here = product if product_id == product.id else sheet.products.get(product_id)
        for other in here.substitutes if here else ():
            if other.product_id == product.id:
                return _way([product_id], came_from, product, sheet)
            if other.product_id not in came_from:
                came_from[other.product_id] = product_id
                waiting.append(other.product_id)
    return ()


def _way(back: list[str], came_from: dict[str, str], product: Product, sheet: Sheet) -> Sequence[Product]:
    while back[-1] != product.id:
        back.append(came_from[back[-1]])
    between = [sheet.products[product_id] for product_id in reversed(back[:-1])]
    return [product, *between, product]
