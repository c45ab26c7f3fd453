"""A pack (话术包): phrases, activities, products, facts and kinds of orders that a team lead publishes for everyone.

The rule: a pack holds data only, and everything in it is named `<pack id>/<its own id>`, so that the next publication
finds each thing again and no pack can name what is not its own.
"""

import re
from collections.abc import Mapping
from dataclasses import field
from datetime import datetime
from enum import Enum

from app.core.orders.kinds import OrderKind
from app.core.phrases.phrase import Phrase
from app.core.sheet.activities import Activity
from app.core.sheet.entries import Fact
from app.core.sheet.products import Product
from app.core.sheet.sheet import Entry
from app.core.values import dataclass

PACK_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
RESERVED_IDS = frozenset({"personal", "sample", "sheet"})
"""Sources that are no pack."""

Item = Phrase | Entry | OrderKind


class Noun(Enum):
    """What a thing of a pack is."""

    PHRASE = "phrase"
    ACTIVITY = "activity"
    PRODUCT = "product"
    FACT = "fact"
    KIND = "kind"


@dataclass(frozen=True, slots=True)
class PackHead:
    """Who publishes what. `number` counts the publications from 1 and is 0 for a plain file that nobody published.

    `version` is the lead's own word for people; after `expires_at` (None: never) the pack is no longer to be trusted.
    """

    id: str
    name: str = ""
    number: int = 0
    version: str = ""
    publisher: str = ""
    note: str = ""
    language: str = ""
    published_at: datetime | None = None
    expires_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Pack:
    """A whole pack. `must_read` holds ids of things; `images` are pictures by the name that `Image.file` holds.

    `unknown` keeps the fields that this version does not know, by the id of the thing (the empty one: the head's), so
    that a round trip loses nothing of a later version.
    """

    head: PackHead
    phrases: tuple[Phrase, ...] = ()
    entries: tuple[Entry, ...] = ()
    kinds: tuple[OrderKind, ...] = ()
    must_read: frozenset[str] = frozenset()
    images: Mapping[str, bytes] = field(default_factory=dict)
    unknown: Mapping[str, Mapping[str, object]] = field(default_factory=dict)

    def items(self) -> Mapping[str, Item]:
        """Everything in it by id, in the pack's order."""
        return {item.id: item for item in (*self.kinds, *self.entries, *self.phrases)}


def noun_of(item: Item) -> Noun:
    """What a thing is."""
    match item:
        case Phrase():
            return Noun.PHRASE
        case Activity():
            return Noun.ACTIVITY
        case Product():
            return Noun.PRODUCT
        case Fact():
            return Noun.FACT
        case OrderKind():
            return Noun.KIND


def name_of(item: Item) -> str:
    """What people call a thing."""
    match item:
        case Phrase():
            return item.title
        case Fact():
            return item.question
        case _:
            return item.name


def is_pack_id(text: str) -> bool:
    """Whether a text can name a pack."""
    return PACK_ID.fullmatch(text) is not None and text not in RESERVED_IDS


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field of a thing before and after, in words."""

    field: str
    old: str
    new: str


class Fate(Enum):
    """What became of a thing."""

    ADDED = "added"
    CHANGED = "changed"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Difference:
    """What one thing of a pack became from one publication to the next; `changes` is empty unless it was changed."""

    item_id: str
    noun: Noun
    name: str
    fate: Fate
    changes: tuple[FieldChange, ...] = ()
    is_must_read: bool = False
