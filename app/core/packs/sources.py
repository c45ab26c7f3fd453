"""Where packs come from (订阅), what was taken over of them, and the news that this made.

The rule: a source is known by its id for good; what it brought is known by the pack's own names, so that one pack is
never taken over twice, however many sources offer it.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from app.core.orders.kinds import OrderKind
from app.core.packs.pack import Difference, Item
from app.core.phrases.phrase import PERSONAL, Phrase
from app.core.sheet.changes import Change
from app.core.sheet.sheet import Entry
from app.core.values import dataclass


@dataclass(frozen=True, slots=True)
class PackSource:
    """A subscription. `position` is its priority: the lower one goes first.

    `url` is where it lies, without any secret. `public_key` is the pinned key of the publisher, empty where there is
    none; `is_confirmed` says that the agent has said yes to it: until then what it brings is restricted. What follows
    `is_paused` is of the pack as it was taken last: `number` is the highest seen, `is_partly` that it was restricted.
    `looked_at` is when the source last answered, `trouble` a word for why it did not since.
    """

    id: str
    url: str
    name: str = ""
    position: int = 0
    public_key: str = ""
    is_confirmed: bool = False
    is_paused: bool = False
    pack_id: str = ""
    number: int = 0
    version: str = ""
    publisher: str = ""
    note: str = ""
    sha256: str = ""
    is_partly: bool = False
    published_at: datetime | None = None
    taken_at: datetime | None = None
    looked_at: datetime | None = None
    trouble: str = ""
    expires_at: datetime | None = None
    """After this moment what was taken is no longer to be relied on."""


@dataclass(frozen=True, slots=True)
class Original:
    """A thing as its pack says it, beside which the agent's own one is kept.

    `former` is what an own edit was made of, where the pack has moved on since. `withdrawn_at` is when the pack no
    longer had it; what went into the bin for that has the same moment in `deleted_at`.
    """

    item: Item
    former: Item | None = None
    withdrawn_at: datetime | None = None
    is_must_read: bool = False


@dataclass(frozen=True, slots=True)
class News:
    """One thing that a pack changed. It is read once `confirmed_at` is set; a must-read stays until then.

    A difference without an `item_id` is the pack as a whole, on its first arrival: `count` things came with it.
    """

    id: str
    source_id: str
    pack_name: str
    number: int
    difference: Difference
    told_at: datetime
    confirmed_at: datetime | None = None
    count: int = 1

    @property
    def is_waiting(self) -> bool:
        """Whether it is a must-read that nobody has confirmed."""
        return self.difference.is_must_read and self.confirmed_at is None


@dataclass(frozen=True, slots=True)
class Delivery:
    """Everything that one transaction stores. A kind of orders that an order still has is not deleted with the rest."""

    sources: tuple[PackSource, ...] = ()
    phrases: tuple[Phrase, ...] = ()
    entries: tuple[Entry, ...] = ()
    changes: tuple[Change, ...] = ()
    kinds: tuple[OrderKind, ...] = ()
    originals: tuple[Original, ...] = ()
    news: tuple[News, ...] = ()
    sources_gone: tuple[str, ...] = ()
    kinds_gone: tuple[str, ...] = ()
    originals_gone: tuple[str, ...] = ()
    news_gone: tuple[str, ...] = ()
    news_before: datetime | None = None
    """News that were told before this moment are forgotten, must-reads that wait excepted."""


def in_priority(sources: Iterable[PackSource]) -> tuple[PackSource, ...]:
    """Sources, the first to be believed first."""
    return tuple(sorted(sources, key=lambda source: (source.position, source.id)))


def ranks(sources: Sequence[PackSource]) -> Mapping[str, int]:
    """Which phrase of several with one short code goes first, by its source: own ones, then pack by pack."""
    packs = [source.pack_id for source in in_priority(sources) if source.pack_id]
    return {PERSONAL: -1} | {pack_id: number for number, pack_id in reversed(list(enumerate(packs)))}
