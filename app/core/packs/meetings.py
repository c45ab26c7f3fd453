"""One thing of a pack that meets what is there: it arrives, changes, comes back or is withdrawn.

The rule: what becomes of a thing follows from the pack's former and new word and from the agent's own state alone, so
that it can be worked out again for a state that changed meanwhile, and for a former one that an undo would bring back.
"""

from dataclasses import replace
from datetime import datetime
from typing import TypeVar

from app.core.orders.kinds import DEFAULTS, OrderKind
from app.core.packs.ids import own as own_id
from app.core.packs.overlays import as_original, merged, moved, overlay
from app.core.packs.pack import Item
from app.core.packs.sources import Original
from app.core.phrases.phrase import Phrase
from app.core.sheet.activities import Activity
from app.core.sheet.entries import Fact
from app.core.sheet.products import Product
from app.core.sheet.sheet import Entry
from app.core.values import dataclass

_T = TypeVar("_T", bound=Phrase | Activity | Product | Fact)
_DEFAULTS = {kind.id: kind for kind in DEFAULTS}


@dataclass(frozen=True, slots=True)
class Meeting:
    """What the pack says of a thing now (`new`, None: nothing any more) and what it said before (`base`).

    `is_known`: it was part of the pack; if it is not there then the agent deleted it for good, and it stays so.
    `back_from` is when it was withdrawn, where it comes back. `position` and `pin_position` are for a thing that
    arrives. `source` is the pack's id.
    """

    item_id: str
    source: str
    new: Item | None
    base: Item
    former: Item | None = None
    is_known: bool = False
    back_from: datetime | None = None
    position: int = 0
    pin_position: int = 0
    is_must_read: bool = False

    def of_phrase(self, own: Phrase | None, now: datetime) -> Phrase | None:
        """What becomes of the phrase; None where there is none."""
        if own is None and isinstance(self.new, Phrase) and not self.is_known:
            return replace(self.new, source=self.source, position=self.position, pin_position=self.pin_position)
        return None if own is None else self._of_kept(own, now)

    def of_entry(self, own: Entry | None, now: datetime) -> Entry | None:
        """What becomes of the entry; None where there is none."""
        if own is None and self.new is not None and not self.is_known:
            if isinstance(self.new, (Phrase, OrderKind)):
                return None
            return replace(self.new, source=self.source, position=self.position)
        return None if own is None else self._of_kept(own, now)

    def of_kind(self, own: OrderKind | None) -> OrderKind | None:
        """What becomes of the kind of orders. A withdrawn one that was edited stays as the shop's own."""
        if isinstance(self.new, OrderKind):
            if own is not None:
                return merged(self.base, own, self.new)[0]
            return None if self.is_known else replace(self.new, position=self.position)
        if own is None or overlay(own, self.base):
            return own
        default = _DEFAULTS.get(own_id(self.item_id, self.source)) if own.id != self.item_id else None
        return replace(default, position=own.position) if default else None

    def original(self, own: Item | None, now: datetime) -> Original:
        """What is kept of the pack's word beside what it became; `own` is that."""
        if self.new is None:
            return Original(self.base, self.former, now, self.is_must_read)
        former = self.former or self.base
        hint = moved(own, former, self.new) if own is not None else None
        return Original(self.new, former if hint else None, None, self.is_must_read)

    def by_the_pack(self, own: _T) -> _T:
        """The thing as the pack says it, where an own edit cannot stand beside that."""
        return own if self.new is None else replace(as_original(own, self.new), source=self.source)

    def _of_kept(self, own: _T, now: datetime) -> _T:
        if self.new is None:
            return own if own.deleted_at is not None else replace(own, deleted_at=now)
        later, _ = merged(self.base, own, self.new)
        if later.source != self.source:
            later = replace(later, source=self.source)
        if self.back_from is not None and later.deleted_at == self.back_from:
            later = replace(later, deleted_at=None)
        return later


def kind_id(item_id: str, pack_id: str, kinds: frozenset[str], taken: frozenset[str]) -> str:
    """The id of the shop's kind that a pack's kind is: the shop's one of the same own id, unless another pack has it.

    So `shop/group_buy` brings new figures to the group-buy orders that are there already.
    """
    own = own_id(item_id, pack_id)
    return own if item_id not in kinds and own in kinds and own not in taken else item_id


def kind_base(kind: str, default: Item) -> Item:
    """What a pack's kind meets on its first arrival: the trade's figures, if the shop's kind began with these."""
    return _DEFAULTS.get(kind, default)
