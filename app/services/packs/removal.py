"""Giving up a source of packs: what it brought is kept as own or goes into the bin, and there is a way back.

The rule: one transaction; nothing is deleted for good, and what another source brings as well stays with that one.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime
from enum import Enum
from typing import TypeVar

from app.core.changes import Changed
from app.core.orders.kinds import DEFAULTS, OrderKind
from app.core.packs.overlays import overlay
from app.core.packs.sources import Delivery, News, Original, PackSource
from app.core.phrases.phrase import PERSONAL, Phrase
from app.core.sheet.sheet import Entry
from app.core.values import dataclass
from app.ports import Clock, PackStore
from app.services.packs.delivery import changed_by
from app.services.packs.memory import PackMemory
from app.services.packs.sources import PACKS
from app.services.packs.things import Things

_T = TypeVar("_T", bound=Phrase | Entry)
_DEFAULTS = {kind.id: kind for kind in DEFAULTS}


class Keeping(Enum):
    """What becomes of the things of a source that is given up."""

    AS_OWN = "as_own"
    IN_BIN = "in_bin"


@dataclass(frozen=True, slots=True)
class Removed:
    """A source that was given up, with all that `put_back` needs."""

    source: PackSource
    keeping: Keeping
    count: int = 0
    phrases: tuple[Phrase, ...] = ()
    entries: tuple[Entry, ...] = ()
    kinds: tuple[OrderKind, ...] = ()
    originals: tuple[Original, ...] = ()
    news: tuple[News, ...] = ()
    changed: Changed = PACKS


class PackRemoval:
    """Gives sources up."""

    def __init__(self, store: PackStore, things: Things, memory: PackMemory, clock: Clock) -> None:
        self._store = store
        self._things = things
        self._memory = memory
        self._clock = clock

    def count(self, source_id: str) -> int:
        """How many phrases and entries in use would be kept or thrown away: for the question before it."""
        source = self._memory.sources.get(source_id)
        found = self._found(source) if source else ((), ())
        return sum(one.deleted_at is None for things in found for one in things)

    def remove(self, source_id: str, keeping: Keeping) -> Removed | None:
        """Give a source up; None where it is not there. Raises `NotStored`; then nothing has changed."""
        source = self._memory.sources.get(source_id)
        if source is None:
            return None
        phrases, entries = self._found(source)
        now = self._clock.now()
        later = [_given_up(one, keeping, now) for one in phrases], [_given_up(one, keeping, now) for one in entries]
        is_last = not self._has_other(source)
        originals = dict(self._store.originals(source.pack_id)) if is_last and source.pack_id else {}
        kinds = tuple(self._things.kinds())
        kept = _without(kinds, list(originals.values())) if keeping is Keeping.IN_BIN else kinds
        news = tuple(one for one in self._memory.news.all() if one.source_id == source_id)
        self._store_all(
            Delivery(
                phrases=_different(phrases, later[0]),
                entries=_different(entries, later[1]),
                kinds=kept if kept != kinds else (),
                kinds_gone=tuple({kind.id for kind in kinds} - {kind.id for kind in kept}),
                originals_gone=tuple(originals),
                sources_gone=(source_id,),
                news_gone=tuple(one.id for one in news),
            ),
            now,
        )
        count = sum(one.deleted_at is None for one in (*phrases, *entries))
        was = tuple(phrases), tuple(entries), kinds if kept != kinds else ()
        changed = PACKS | changed_by(Delivery(phrases=was[0], entries=was[1], kinds=was[2]))
        return Removed(source, keeping, count, *was, tuple(originals.values()), news, changed)

    def put_back(self, removed: Removed) -> Changed:
        """Take that back: the source is there again with all it knew. Edits since then stay. Raises `NotStored`."""
        phrases = [self._back(self._things.library.get(one.id), one, removed) for one in removed.phrases]
        entries = [self._back(self._things.sheet.get(one.id), one, removed) for one in removed.entries]
        delivery = Delivery(
            sources=(removed.source,),
            phrases=tuple(one for one in phrases if isinstance(one, Phrase)),
            entries=tuple(one for one in entries if one is not None and not isinstance(one, Phrase)),
            kinds=removed.kinds,
            originals=removed.originals,
            news=removed.news,
        )
        self._store_all(delivery, self._clock.now())
        return PACKS | changed_by(delivery)

    def _found(self, source: PackSource) -> tuple[Sequence[Phrase], Sequence[Entry]]:
        """What the source brought and no other source brings."""
        if not source.pack_id or self._has_other(source):
            return (), ()
        phrases = [phrase for phrase in self._things.library.shelf if phrase.source == source.pack_id]
        return phrases, [entry for entry in self._things.sheet.sheet if entry.source == source.pack_id]

    def _has_other(self, source: PackSource) -> bool:
        return any(one.pack_id == source.pack_id for one in self._memory.sources.others(source.id))

    def _back(self, own: _T | None, was: _T, removed: Removed) -> _T | None:
        """A thing as it was, with all that happened to it since; None where it was deleted for good."""
        if own is None:
            return None
        is_ours = removed.keeping is Keeping.IN_BIN and was.deleted_at is None
        return replace(own, source=was.source, deleted_at=None if is_ours else own.deleted_at)

    def _store_all(self, delivery: Delivery, now: datetime) -> None:
        """Store it, and have the memory and the steps of the undo know."""
        ledger = self._things.sheet.ledger
        told = ledger.told_by(delivery.entries, PERSONAL) if delivery.entries else ()
        self._store.deliver(replace(delivery, changes=told))
        sources = {one.id: one.source for one in (*delivery.phrases, *delivery.entries)}
        binned = {one.id for one in (*delivery.phrases, *delivery.entries) if one.deleted_at == now}

        def rewritten(former: _T) -> _T:
            at = now if former.id in binned and former.deleted_at is None else former.deleted_at
            return replace(former, source=sources[former.id], deleted_at=at)

        self._things.library.ledger.delivered(delivery.phrases, [one.id for one in delivery.phrases], rewritten)
        ledger.delivered(delivery.entries, told, [one.id for one in delivery.entries], rewritten)
        if delivery.kinds or delivery.kinds_gone:
            self._things.kinds_stored()
        self._memory.delivered(delivery)


def _given_up(own: _T, keeping: Keeping, now: datetime) -> _T:
    if keeping is Keeping.AS_OWN:
        return replace(own, source=PERSONAL)
    return own if own.deleted_at is not None else replace(own, deleted_at=now)


def _different(before: Sequence[_T], after: Sequence[_T]) -> tuple[_T, ...]:
    return tuple(new for old, new in zip(before, after, strict=True) if new != old)


def _without(kinds: Sequence[OrderKind], originals: Collection[Original]) -> tuple[OrderKind, ...]:
    """The shop's kinds without a pack's; one that the program came with is as it came, an edited one stays."""
    brought = {one.item.id: one.item for one in originals if isinstance(one.item, OrderKind)}
    by_target = {(key if any(kind.id == key for kind in kinds) else key.partition("/")[2]): key for key in brought}
    kept: list[OrderKind] = []
    for kind in kinds:
        original = brought.get(by_target.get(kind.id, ""))
        if original is None or overlay(kind, original):
            kept.append(kind)
        elif kind.id in _DEFAULTS:
            kept.append(replace(_DEFAULTS[kind.id], position=kind.position))
    return tuple(kept)
