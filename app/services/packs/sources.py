"""The sources of packs (订阅) in the order of their priority: added, confirmed, paused, and how each answered last.

The rule: the memory changes only after the store has kept the change. None raises for an id that is no longer there.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import timedelta

from app.core.changes import NOTHING, Changed, Kind
from app.core.packs.sources import PackSource, in_priority
from app.core.phrases.places import STEP
from app.ports import Clock, PackStore

PACKS: Changed = frozenset({Kind.PACKS})
BETWEEN_LOOKS = timedelta(minutes=10)
"""So long the store need not know that a source answered as before."""


class PackSources:
    """The subscriptions of this PC. There are none until `load`. `ranked` is told when their order may have changed."""

    def __init__(
        self, store: PackStore, clock: Clock, new_id: Callable[[], str], ranked: Callable[[], object] = lambda: None
    ) -> None:
        self._store = store
        self._clock = clock
        self._new_id = new_id
        self._ranked = ranked
        self._sources: tuple[PackSource, ...] = ()

    def load(self) -> Changed:
        """Take them from the store. Raises `NotStored`."""
        self._have(self._store.sources())
        return PACKS

    def all(self) -> Sequence[PackSource]:
        """Every source, the first to be believed first."""
        return self._sources

    def get(self, source_id: str) -> PackSource | None:
        """The source of an id."""
        return next((source for source in self._sources if source.id == source_id), None)

    def others(self, source_id: str) -> tuple[PackSource, ...]:
        """All sources but one."""
        return tuple(source for source in self._sources if source.id != source_id)

    def at(self, url: str) -> PackSource | None:
        """The source of an address."""
        return next((source for source in self._sources if source.url == url.strip()), None)

    def add(self, url: str, name: str = "") -> PackSource:
        """Subscribe to an address, after all others; one that is there already is given back. Raises `NotStored`."""
        known = self.at(url)
        if known is not None:
            return known
        position = max((source.position for source in self._sources), default=0) + STEP
        source = PackSource(self._new_id(), url.strip(), name.strip(), position)
        self.put([source])
        return source

    def rename(self, source_id: str, name: str) -> Changed:
        """Call a source something else."""
        return self._edit(source_id, name=name.strip())

    def move_to(self, source_id: str, url: str) -> Changed:
        """The source lies elsewhere now; what it brought, its key and its place stay."""
        return self._edit(source_id, url=url.strip(), trouble="")

    def confirm(self, source_id: str, public_key: str = "") -> Changed:
        """The agent has said yes to who publishes here; with a key nothing is taken from now on that it did not sign.

        Whoever calls has the source read again: what was restricted is still missing. The highest number that was seen
        under another key, or under none, is forgotten: anybody could have made it up.
        """
        source = self.get(source_id)
        is_new = bool(public_key) and source is not None and source.public_key != public_key
        unproven: dict[str, object] = {"number": 0, "sha256": ""} if is_new else {}
        return self._edit(source_id, public_key=public_key, is_confirmed=True, **unproven)

    def choose(self, source_id: str, pack_id: str) -> Changed:
        """Say which of the packs of a folder is meant, as long as none was taken over from there."""
        source = self.get(source_id)
        return self._edit(source_id, pack_id=pack_id) if source and source.taken_at is None else NOTHING

    def pause(self, source_id: str, *, is_paused: bool = True) -> Changed:
        """Look at a source no more for a while, or again."""
        return self._edit(source_id, is_paused=is_paused)

    def reorder(self, ids: Sequence[str]) -> Changed:
        """Give the sources another order of priority; those that are not named come after."""
        order = [*dict.fromkeys(ids), *(source.id for source in self._sources if source.id not in ids)]
        places = {source_id: STEP * number for number, source_id in enumerate(order, start=1)}
        moved = [replace(one, position=places[one.id]) for one in self._sources if one.position != places[one.id]]
        return self.put(moved)

    def looked(self, source_id: str, trouble: str = "") -> Changed:
        """A source answered just now, or did not: `trouble` is a word for why. Raises `NotStored`."""
        source = self.get(source_id)
        if source is None:
            return NOTHING
        now = self._clock.now()
        last = source.looked_at
        later = replace(source, trouble=trouble, looked_at=last if trouble else now)
        is_news = trouble != source.trouble or (not trouble and (last is None or now - last >= BETWEEN_LOOKS))
        return self.put([later]) if is_news else NOTHING

    def is_due(self, source_id: str, sha256: str) -> bool:
        """Whether a content is another one than was taken last, or was taken only in part and may be taken whole."""
        source = self.get(source_id)
        if source is None or source.is_paused:
            return False
        return not sha256 or sha256 != source.sha256 or (source.is_partly and source.is_confirmed)

    def put(self, sources: Sequence[PackSource]) -> Changed:
        """Keep sources, new or changed. Raises `NotStored`."""
        if not sources:
            return NOTHING
        self._store.put_sources(sources)
        return self.delivered(sources)

    def delivered(self, sources: Iterable[PackSource], gone: Iterable[str] = ()) -> Changed:
        """Keep the memory in step with what was stored in another transaction."""
        left = {source.id: source for source in self._sources} | {source.id: source for source in sources}
        dropped = set(gone)
        self._have(source for source in left.values() if source.id not in dropped)
        return PACKS

    def _edit(self, source_id: str, **changes: object) -> Changed:
        source = self.get(source_id)
        later = replace(source, **changes) if source else None  # type: ignore[arg-type]
        return self.put([later]) if later is not None and later != source else NOTHING

    def _have(self, sources: Iterable[PackSource]) -> None:
        self._sources = in_priority(sources)
        self._ranked()
