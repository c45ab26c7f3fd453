"""Own edits of what packs brought (覆盖): what is the agent's, where the pack moved on, and the way back to its words.

The rule: an own edit is what differs from the pack's original; nothing is marked where it is made: any editor will do.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from app.core.changes import NOTHING, Changed
from app.core.orders.kinds import OrderKind
from app.core.packs.overlays import Moved, Overlay, as_original, moved, overlay
from app.core.packs.pack import Item
from app.core.packs.sources import Delivery, Original
from app.core.phrases.phrase import Phrase
from app.core.phrases.places import STEP
from app.core.sheet.sheet import Entry
from app.ports import PackStore
from app.services.orders.ledger import ORDERS
from app.services.packs.sources import PACKS
from app.services.packs.things import Things
from app.services.phrases.library import PHRASES
from app.services.phrases.undoing import Did


class Overlays:
    """Compares what is there with what packs say. It knows of no hints until `load`."""

    def __init__(self, store: PackStore, things: Things) -> None:
        self._store = store
        self._things = things
        self._moved: dict[str, Original] = {}

    def load(self) -> Changed:
        """Take the originals that moved on from the store. Raises `NotStored`."""
        self._moved = dict(self._store.moved())
        return PACKS

    def delivered(self, delivery: Delivery) -> None:
        """Keep the memory in step with what a pack's own transaction has stored."""
        for one in delivery.originals:
            self._moved.pop(one.item.id, None)
            if one.former is not None:
                self._moved[one.item.id] = one
        for item_id in delivery.originals_gone:
            self._moved.pop(item_id, None)

    def overlay(self, item_id: str) -> Overlay | None:
        """What the agent edited of a thing of a pack; None where it is the pack's or of no pack. Raises `NotStored`."""
        original = self._store.some([item_id]).get(item_id)
        own = self._own(item_id) if original else None
        return overlay(own, original.item) if own is not None and original is not None else None

    def moved(self, item_id: str) -> Moved | None:
        """Where a pack moved on while the agent's edit stayed: the hint that belongs beside the thing."""
        one = self._moved.get(item_id)
        own = self._own(item_id) if one else None
        if own is None or one is None or one.former is None or getattr(own, "deleted_at", None) is not None:
            return None
        hint = moved(own, one.former, one.item)
        return replace(hint, item_id=item_id) if hint else None

    def all_moved(self) -> Sequence[Moved]:
        """All those hints, in no order."""
        found = (self.moved(item_id) for item_id in self._moved)
        return [one for one in found if one is not None]

    def keep_own(self, ids: Collection[str]) -> Changed:
        """The agent has seen where packs moved on and keeps the own words: the hints go. Raises `NotStored`."""
        seen = [replace(self._moved[item_id], former=None) for item_id in set(ids) if item_id in self._moved]
        if not seen:
            return NOTHING
        delivery = Delivery(originals=tuple(seen))
        self._store.deliver(delivery)
        self.delivered(delivery)
        return PACKS

    def reset(self, ids: Collection[str]) -> Changed:
        """Put things back to what their packs say, those too that were deleted; each kind is a step of its undo.

        Pins, hotkeys, use and places stay. The order kinds have no undo. Raises `NotStored`.
        """
        originals = {key: one.item for key, one in self._store.some(ids).items() if one.withdrawn_at is None}
        phrases = [self._phrase(item) for item in originals.values() if isinstance(item, Phrase)]
        entries = [self._entry(item) for item in originals.values() if not isinstance(item, (Phrase, OrderKind))]
        kinds = [item for item in originals.values() if isinstance(item, OrderKind)]
        is_changed = bool(phrases) and self._things.library.ledger.do(Did.EDITED, phrases)
        changed = PHRASES if is_changed else NOTHING
        sheet = self._things.sheet.ledger.do(Did.EDITED, entries) if entries else NOTHING
        return changed | sheet | self._put_kinds(kinds)

    def _phrase(self, original: Phrase) -> Phrase:
        own = self._things.library.get(original.id)
        if own is None:
            return replace(original, is_pinned=False, position=self._things.library.shelf.last_position + STEP)
        return replace(as_original(own, original), deleted_at=None)

    def _entry(self, original: Entry) -> Entry:
        sheet = self._things.sheet.sheet
        own = sheet.get(original.id)
        if own is None:
            last = max((one.position for one in sheet if type(one) is type(original)), default=0)
            return replace(original, position=last + STEP)
        return replace(as_original(own, original), deleted_at=None)

    def _put_kinds(self, originals: Sequence[OrderKind]) -> Changed:
        """All kinds as they are, but these as their packs say them."""
        kinds = {kind.id: kind for kind in self._things.kinds()} if originals else {}
        later = dict(kinds)
        for original in originals:
            target = _target(original.id, kinds)
            own = kinds.get(target) or replace(
                original, position=max((k.position for k in later.values()), default=0) + 1
            )
            later[target] = replace(as_original(own, original), id=target)
        if later == kinds:
            return NOTHING
        self._store.deliver(Delivery(kinds=tuple(later.values())))
        self._things.kinds_stored()
        return ORDERS

    def _own(self, item_id: str) -> Item | None:
        own: Item | None = self._things.library.get(item_id) or self._things.sheet.get(item_id)
        if own is not None:
            return own
        kinds = {kind.id: kind for kind in self._things.kinds()}
        return kinds.get(_target(item_id, kinds))


def _target(item_id: str, kinds: Mapping[str, OrderKind]) -> str:
    """The shop's kind of orders that a pack's one became."""
    return item_id if item_id in kinds else item_id.partition("/")[2]
