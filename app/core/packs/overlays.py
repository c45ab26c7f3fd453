"""Own edits (覆盖) of what a pack brought: what is the agent's, what is the pack's, and how a newer pack meets both.

The rule: a three-way merge, field by field and in lists row by row. What the agent did not touch follows the pack; what
the agent edited stays, and where the pack moved on as well that is told and nothing is lost.
"""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import fields, replace
from operator import attrgetter
from typing import Any, TypeVar

from app.core.orders.kinds import OrderKind, Step
from app.core.packs.pack import Item
from app.core.phrases.phrase import Phrase
from app.core.sheet.activities import Activity, Coupon, ExpressFee, Gift, Limit, Phase, Shipping, Stacking, Transit
from app.core.sheet.entries import Fact
from app.core.sheet.products import ActivityPrice, Product, Related
from app.core.values import dataclass

PHRASE_FIELDS: tuple[str, ...] = (
    *("title", "body", "group", "stage", "role", "codes", "keywords", "questions", "output", "images", "lifetime"),
)
"""What a pack says of a phrase. A pin counts at its first arrival only; hotkey, use and place are never a pack's."""
_OWN = frozenset({"id", "source", "position", "deleted_at"})
"""What is never a pack's of an entry or a kind of orders."""
_SETS = frozenset(
    {"codes", "keywords", "questions", "words", "selling_points", "couriers", "product_ids"},
)
"""Lists of texts in which each text stands for itself."""
_PARTS = (Limit, Stacking, Shipping, Phase, Fact, Step)
"""What is merged field by field; anything else (a lifetime, an amount) is one thing."""
_KEYS: Mapping[type[Any], Callable[[Any], Hashable]] = {
    Phase: lambda row: row.id,
    Fact: lambda row: row.id,
    Step: lambda row: row.id,
    Coupon: lambda row: row.threshold,
    Gift: lambda row: row.threshold,
    ExpressFee: lambda row: (row.courier, row.region),
    Transit: lambda row: row.region,
    ActivityPrice: lambda row: (row.activity_id, row.phase_id),
    Related: lambda row: row.product_id,
}
"""How a row is known again in a newer list."""
_FIELDS: Mapping[type[Any], tuple[str, ...]] = {
    Phrase: PHRASE_FIELDS,
    **{
        kind: tuple(field.name for field in fields(kind) if field.name not in _OWN)
        for kind in (Activity, Product, Fact, OrderKind)
    },
}
_SAID: Mapping[type[Any], Callable[[Any], Any]] = {
    kind: attrgetter(*names, "is_pinned") if kind is Phrase else attrgetter(*names) for kind, names in _FIELDS.items()
}
_I = TypeVar("_I", bound=Phrase | Activity | Product | Fact | OrderKind)


@dataclass(frozen=True, slots=True)
class Moved:
    """A hint: the pack changed what the agent had edited. `fields` are those where the own words were kept.

    `former` is what the own edit was made of; its fields are empty where nobody knows that any more.
    """

    item_id: str
    own: Item
    former: Item
    original: Item
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Overlay:
    """Own edits of a thing of a pack: the fields in which it is not what the pack says."""

    own: Item
    original: Item
    fields: tuple[str, ...]


def pack_fields(kind: type[Any]) -> tuple[str, ...]:
    """The fields that are a pack's."""
    return _FIELDS[kind]


def says_the_same(item: Item, original: Item) -> bool:
    """Whether a pack says of a thing what it said before: far quicker than to bring thousands of them into shape."""
    kind = type(item)
    return kind is type(original) and _SAID[kind](item) == _SAID[kind](original)


def overlay(own: Item, original: Item) -> Overlay | None:
    """The own edits of a thing, if there are any."""
    names = tuple(name for name in pack_fields(type(own)) if getattr(own, name) != getattr(original, name, None))
    return Overlay(own, original, names) if names else None


def moved(own: Item, former: Item, original: Item) -> Moved | None:
    """Where a pack moved on while the agent's own edit stayed."""
    if not (type(own) is type(former) is type(original)):
        return None
    names = merged(former, own, original)[1]
    return Moved(own.id, own, former, original, names) if names else None


def blank(item: Item) -> Item:
    """A thing that says nothing: the base of a merge where nobody knows what an own edit was made of."""
    match item:
        case Phrase():
            return Phrase(item.id, "", "")
        case Fact():
            return Fact(item.id, "", "", stage=None)
        case Activity() | Product() | OrderKind():
            return type(item)(item.id, "")


def as_original(own: _I, original: Item) -> _I:
    """A thing as its pack says it, with all that is the agent's."""
    return replace(own, **{name: getattr(original, name) for name in pack_fields(type(own))})


def merged(base: Item, own: _I, new: Item) -> tuple[_I, tuple[str, ...]]:
    """What is there once a newer original is taken in, and the fields in which both sides said something new.

    `base` is the original that `own` was made of. All three are of one kind.
    """
    values: dict[str, Any] = {}
    both: list[str] = []
    for name in pack_fields(type(own)):
        mine = getattr(own, name)
        values[name], is_moved = _value(getattr(base, name), mine, getattr(new, name), name)
        if is_moved:
            both.append(name)
        if values[name] is mine:
            del values[name]
    return (replace(own, **values) if values else own), tuple(both)


def _value(base: Any, own: Any, new: Any, name: str = "") -> tuple[Any, bool]:
    """A value that three say, and whether own and new are different answers to one question."""
    if own == new or new == base:
        return own, False
    if own == base:
        return new, False
    if name in _SETS:
        return _texts(base, own, new), False
    if isinstance(own, tuple) and _is_rows(base, own, new):
        return _rows(base, own, new)
    if isinstance(own, _PARTS) and type(base) is type(own) is type(new):
        return _part(base, own, new)
    return own, True


def _texts(base: tuple[str, ...], own: tuple[str, ...], new: tuple[str, ...]) -> tuple[str, ...]:
    """The pack's texts without those that the agent took away, and the agent's own after them."""
    dropped = set(base) - set(own)
    kept = [text for text in new if text not in dropped]
    return (*kept, *(text for text in own if text not in base and text not in kept))


def _is_rows(*lists: Any) -> bool:
    """Whether lists hold rows of which each can be known again."""
    for rows in lists:
        keys = [_KEYS[type(row)](row) for row in rows if type(row) in _KEYS]
        if len(keys) != len(rows) or len(set(keys)) != len(keys):
            return False
    return True


def _rows(base: tuple[Any, ...], own: tuple[Any, ...], new: tuple[Any, ...]) -> tuple[tuple[Any, ...], bool]:
    before, mine, theirs = ({_KEYS[type(row)](row): row for row in rows} for rows in (base, own, new))
    kept: list[Any] = []
    is_moved = False
    for key in dict.fromkeys((*theirs, *mine)):
        was, ours, now = before.get(key), mine.get(key), theirs.get(key)
        row, has_moved = _value(was, ours, now)
        is_moved = is_moved or has_moved
        if row is not None:
            kept.append(row)
    return tuple(kept), is_moved


def _part(base: Any, own: Any, new: Any) -> tuple[Any, bool]:
    values: dict[str, Any] = {}
    is_moved = False
    for field in fields(own):
        name = field.name
        values[name], has_moved = _value(getattr(base, name), getattr(own, name), getattr(new, name), name)
        is_moved = is_moved or has_moved
    return replace(own, **values), is_moved
