"""Names of the things in a pack: inside its file each has its own id, everywhere else that is `<pack id>/<own id>`.

The rule: what a thing names is renamed with it. An activity that is not in the pack keeps the id that it was named by,
and so does its phase.
"""

import hashlib
import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace
from typing import Any, TypeVar

from app.core.clockwork.moments import half_width
from app.core.orders.kinds import OrderKind
from app.core.packs.pack import Item
from app.core.phrases.phrase import Phrase
from app.core.sheet.activities import Activity
from app.core.sheet.entries import Fact
from app.core.sheet.lifetimes import Lifetime
from app.core.sheet.products import Product

OWN_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
Rename = Callable[[str], str]
_I = TypeVar("_I", bound=Item)


def whole(own_id: str, pack_id: str) -> str:
    """The id that a thing of a pack has in the program."""
    return f"{pack_id}/{own_id}"


def own(item_id: str, pack_id: str) -> str:
    """The id that it has inside the pack; that of something else stays."""
    return item_id.removeprefix(f"{pack_id}/")


def made_of(text: str, letter: str) -> str:
    """An own id for a thing that has only a name: the same for the same name, whatever its spaces, case and width."""
    folded = " ".join(half_width(text).casefold().split())
    return letter + hashlib.sha256(folded.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def free(own_id: str, taken: Collection[str]) -> str:
    """The id, or where it is taken the same with the first free number behind it."""
    if own_id not in taken:
        return own_id
    number = 2
    while f"{own_id[:58]}-{number}" in taken:
        number += 1
    return f"{own_id[:58]}-{number}"


def in_program(item: _I, pack_id: str, known: Collection[str]) -> _I:
    """A thing of a file as the program knows it; `known` are all own ids of the pack."""
    return renamed(
        item,
        lambda own_id: whole(own_id, pack_id) if own_id in known else own_id,
        lambda own_id: whole(own_id, pack_id),
    )


def in_file(item: _I, pack_id: str) -> _I:
    """A thing of the program as it stands in a file of the pack."""
    return renamed(item, lambda item_id: own(item_id, pack_id), lambda phase_id: own(phase_id, pack_id))


def ids_of(items: Iterable[Item]) -> Iterator[str]:
    """The ids of things and of the questions inside them."""
    for item in items:
        yield item.id
        if isinstance(item, Activity | Product):
            yield from (fact.id for fact in item.facts)


def renamed(item: _I, thing: Rename, phase: Rename) -> _I:
    """A thing with other ids. A phase is renamed where its activity is."""
    value: Any = item
    match value:
        case Phrase():
            value = replace(value, id=thing(value.id), lifetime=_lifetime(value.lifetime, thing, phase))
        case OrderKind():
            value = replace(value, id=thing(value.id))
        case Fact():
            value = _fact(value, thing, phase)
        case Activity():
            value = _activity(value, thing, phase)
        case Product():
            value = _product(value, thing, phase)
    done: _I = value
    return done


def _activity(activity: Activity, thing: Rename, phase: Rename) -> Activity:
    phases = tuple(
        replace(each, id=phase(each.id), product_ids=tuple(map(thing, each.product_ids))) for each in activity.phases
    )
    facts = tuple(_fact(fact, thing, phase) for fact in activity.facts)
    return replace(activity, id=thing(activity.id), phases=phases, facts=facts)


def _product(product: Product, thing: Rename, phase: Rename) -> Product:
    others: dict[str, Any] = {
        field: tuple(replace(each, product_id=thing(each.product_id)) for each in getattr(product, field))
        for field in ("substitutes", "complements", "related")
    }
    prices = []
    for price in product.prices:
        activity_id, phase_id = _bound(price.activity_id, price.phase_id, thing, phase)
        prices.append(replace(price, activity_id=activity_id, phase_id=phase_id))
    facts = tuple(_fact(fact, thing, phase) for fact in product.facts)
    return replace(product, id=thing(product.id), prices=tuple(prices), facts=facts, **others)


def _fact(fact: Fact, thing: Rename, phase: Rename) -> Fact:
    return replace(fact, id=thing(fact.id), lifetime=_lifetime(fact.lifetime, thing, phase))


def _lifetime(lifetime: Lifetime | None, thing: Rename, phase: Rename) -> Lifetime | None:
    if lifetime is None or not lifetime.activity_id:
        return lifetime
    activity_id, phase_id = _bound(lifetime.activity_id, lifetime.phase_id, thing, phase)
    return replace(lifetime, activity_id=activity_id, phase_id=phase_id)


def _bound(activity_id: str, phase_id: str, thing: Rename, phase: Rename) -> tuple[str, str]:
    if not activity_id:
        return activity_id, phase_id
    named = thing(activity_id)
    return named, phase(phase_id) if phase_id and named != activity_id else phase_id
