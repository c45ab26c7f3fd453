"""Taking packs over (订阅话术包): a pack that was read and judged becomes phrases, entries and kinds of orders.

The rule: one transaction for all of it, then the memory is told; whatever stops it before leaves the last good pack.
Planning takes longer and may be done on a helper thread; what the agent did meanwhile is never lost by it.
"""

from dataclasses import replace

from app.core.changes import Changed
from app.core.packs import plan as pack_plan
from app.core.packs import refusals as pack_refusals
from app.core.packs.ids import own as own_id
from app.core.packs.pack import Fate, Pack
from app.core.packs.plan import PackPlan, Present, kinds_met
from app.core.packs.refusals import Refusal, Refused
from app.core.packs.sources import Delivery, PackSource
from app.core.packs.trust import Standing, Verdict
from app.ports import PackStore
from app.services.packs.delivery import delivery_of, tell
from app.services.packs.memory import PackMemory
from app.services.packs.things import Applied, Ready, Things
from app.services.shop_time import ShopTime

_MANY = 512
"""So many phrases the search takes in within a moment; for more its index is built beside the window."""


class Packs:
    """Takes over what the sources bring."""

    def __init__(self, store: PackStore, things: Things, memory: PackMemory, clock: ShopTime) -> None:
        self._store = store
        self._things = things
        self._memory = memory
        self._clock = clock

    def take(self, source_id: str, pack: Pack, verdict: Verdict) -> Applied | Refused:
        """Take a pack over in one go, on the main thread. Raises `NotStored`; then nothing has changed."""
        source = self._memory.sources.get(source_id)
        if source is None:
            return Refused(source_id, Refusal.NO_SOURCE)
        ready = self.plan(self.present(source), pack, verdict)
        return ready if isinstance(ready, Refused) else self.commit(ready)

    # In three steps, of which the second is the long one.

    def present(self, source: PackSource) -> Present:
        """What is there now, for `plan`; on the main thread, in a moment."""
        things, shelf = self._things, self._things.library.shelf
        return Present(
            source,
            self._memory.sources.others(source.id),
            shelf.by_id(),
            things.sheet.sheet,
            {kind.id: kind for kind in things.kinds()},
            self._clock.now(),
            shelf.last_position,
            max((phrase.pin_position for phrase in shelf.pinned()), default=0),
        )

    def plan(self, present: Present, pack: Pack, verdict: Verdict) -> Ready | Refused:
        """What taking a pack over would change; it may run in a helper thread. Raises `NotStored`."""
        source = present.source
        if verdict.standing is Standing.REFUSED:
            return Refused(source.id, Refusal.NOT_TRUSTED, verdict=verdict)
        originals = self._store.originals(pack.head.id)
        refused = pack_refusals.refusal(pack, source, present.others, originals)
        if refused:
            return refused
        is_partly = verdict.standing is Standing.RESTRICTED and not source.is_confirmed
        wanted = pack_plan.restricted(pack) if is_partly else pack
        later = _taken(source, pack, verdict, present, is_partly=is_partly)
        others = frozenset(
            own_id(one, one.partition("/")[0])
            for one in self._store.kind_ids()
            if not one.startswith(f"{pack.head.id}/")
        )
        made = pack_plan.plan(wanted, present, later, originals, others, self._clock.zone())
        for content in pack.images.values():
            self._things.images.put(content)
        return self._ready(pack, verdict, made)

    def commit(self, ready: Ready) -> Applied | Refused:
        """Take over what was planned, on the main thread. Raises `NotStored`; then nothing has changed.

        Where the source or the sheet of sources changed since, it is planned again here and now.
        """
        plan = ready.plan
        source = self._memory.sources.get(plan.source.id)
        if source is None:
            return Refused(plan.source.id, Refusal.NO_SOURCE)
        if _marks(source) != _marks(plan.present.source):
            return self.take(source.id, ready.pack, ready.verdict)
        later = replace(
            plan.source,
            name=source.name or plan.source.name,
            url=source.url,
            position=source.position,
            is_paused=source.is_paused,
        )
        delivery = delivery_of(ready, later, self._things, self._memory.news)
        self._store.deliver(delivery, ready.written)
        changed = tell(ready, delivery, self._things)
        return _applied(plan, delivery, changed | self._memory.delivered(delivery))

    def _ready(self, pack: Pack, verdict: Verdict, plan: PackPlan) -> Ready:
        present = plan.present
        kinds = kinds_met(plan, present.kinds)[0]
        originals = {}
        for one in plan.meetings:
            target = plan.targets.get(one.item_id, "")
            own = plan.phrases.get(one.item_id) or plan.entries.get(one.item_id) or kinds.get(target)
            originals[one.item_id] = one.original(own, present.now)
        put = [phrase for key, phrase in plan.phrases.items() if present.phrases.get(key) != phrase]
        written = self._store.written(put, list(originals.values()))
        if self._things.search is None or len(put) <= _MANY:
            return Ready(pack, verdict, plan, originals, written)
        after = (phrase for phrase in {**present.phrases, **plan.phrases}.values() if phrase.deleted_at is None)
        indexed = list(after)
        return Ready(pack, verdict, plan, originals, written, self._things.search.built(indexed), indexed)


def _taken(source: PackSource, pack: Pack, verdict: Verdict, present: Present, *, is_partly: bool) -> PackSource:
    """The source once it was taken over."""
    head = pack.head
    return replace(
        source,
        name=source.name or head.name or head.id,
        pack_id=head.id,
        number=max(source.number, head.number),
        version=head.version,
        publisher=head.publisher,
        note=head.note,
        published_at=head.published_at,
        expires_at=head.expires_at,
        sha256=verdict.sha256,
        is_partly=is_partly,
        taken_at=present.now,
        looked_at=present.now,
        trouble="",
    )


def _marks(source: PackSource) -> tuple[object, ...]:
    """What a plan depends on."""
    return source.pack_id, source.number, source.sha256, source.taken_at, source.is_confirmed, source.public_key


def _applied(plan: PackPlan, delivery: Delivery, changed: Changed) -> Applied:
    fates = [one.fate for one in plan.told]
    hints = sum(one.former is not None for one in delivery.originals)
    added, edited, withdrawn = (fates.count(fate) for fate in (Fate.ADDED, Fate.CHANGED, Fate.WITHDRAWN))
    counts = (plan.count, 0, 0) if plan.count else (added, edited, withdrawn)
    return Applied(delivery.sources[0], *counts, hints, delivery.news, changed)
