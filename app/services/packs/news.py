"""What packs changed (更新内容): told once, and must-reads until they are confirmed.

The rule: of one thing there is one line that waits; when a pack changes it again before anybody has read that, the line
tells the whole way from what the agent knew to what holds now.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from app.core.changes import NOTHING, Changed
from app.core.packs.pack import Difference, Fate, FieldChange, Noun
from app.core.packs.sources import News, PackSource
from app.ports import Clock, PackStore
from app.services.packs.sources import PACKS

KEPT = timedelta(days=90)


class PackNews:
    """The latest news and all must-reads that wait. There are none until `load`."""

    def __init__(self, store: PackStore, clock: Clock, new_id: Callable[[], str]) -> None:
        self._store = store
        self._clock = clock
        self._new_id = new_id
        self._latest: tuple[News, ...] = ()

    def load(self) -> Changed:
        """Take them from the store. Raises `NotStored`."""
        self._latest = tuple(self._store.latest_news())
        return PACKS

    def latest(self) -> Sequence[News]:
        """The latest news and every must-read that waits, the newest first."""
        return self._latest

    def all(self) -> Sequence[News]:
        """All news of the last 90 days, the newest first. Raises `NotStored`."""
        return self._store.news()

    def unread(self) -> Sequence[News]:
        """Those that nobody has looked at, the newest first."""
        return [one for one in self._latest if one.confirmed_at is None]

    def must_reads(self) -> Sequence[News]:
        """The must-reads that wait, the newest first."""
        return [one for one in self._latest if one.is_waiting]

    def confirmed(self, source_id: str) -> Sequence[News]:
        """The must-reads of a source that were confirmed: what its lead wants to know. Raises `NotStored`."""
        return [
            one
            for one in self.all()
            if one.source_id == source_id and one.difference.is_must_read and one.confirmed_at is not None
        ]

    def confirm(self, ids: Collection[str]) -> Changed:
        """Mark news as read, must-reads too. Raises `NotStored`."""
        wanted = set(ids)
        unread = {one.id for one in self._latest if one.id in wanted and one.confirmed_at is None}
        if not unread:
            return NOTHING
        now = self._clock.now()
        self._store.confirm(unread, now)
        self._latest = tuple(replace(one, confirmed_at=now) if one.id in unread else one for one in self._latest)
        return PACKS

    def see(self) -> Changed:
        """The list was shown: all but the must-reads are read. Raises `NotStored`."""
        return self.confirm([one.id for one in self.unread() if not one.difference.is_must_read])

    def made(
        self, source: PackSource, told: Iterable[Difference], count: int
    ) -> tuple[tuple[News, ...], tuple[str, ...]]:
        """News of differences, and the ids of the older lines that they take in. Nothing is kept yet.

        `count` is how many things a first arrival brought; 0 where it was none.
        """
        waiting = {one.difference.item_id: one for one in self._latest if one.is_waiting and one.source_id == source.id}
        differences = [_together(waiting.get(one.item_id), one) for one in told]
        now = self._clock.now()  # one for all: by it they stand under one heading
        lines = [self._line(source, difference, now) for difference in differences]
        if count:
            lines.insert(0, self._line(source, Difference("", Noun.PHRASE, source.name, Fate.ADDED), now, count))
        gone = tuple(waiting[one.item_id].id for one in differences if one.item_id in waiting)
        return tuple(lines), gone

    def delivered(self, news: Collection[News], gone: Collection[str]) -> None:
        """Keep the memory in step with what a pack's own transaction has stored."""
        dropped = set(gone)
        self._latest = (*news, *(one for one in self._latest if one.id not in dropped))

    def _line(self, source: PackSource, difference: Difference, told_at: datetime, count: int = 1) -> News:
        return News(self._new_id(), source.id, source.name, source.number, difference, told_at, None, count)


def _together(waiting: News | None, now: Difference) -> Difference:
    """A difference with the one before it that nobody has read yet."""
    if waiting is None:
        return now
    was = waiting.difference
    if was.fate is Fate.ADDED and now.fate is Fate.CHANGED:
        return replace(was, name=now.name, is_must_read=True)
    if was.fate is Fate.WITHDRAWN and now.fate is Fate.ADDED:
        return replace(now, fate=Fate.CHANGED, is_must_read=True)
    joined = _joined(was.changes, now.changes)
    if was.fate is now.fate is Fate.CHANGED and not joined:
        return now  # it is again as it was before: what nobody has read needs to be read by nobody
    return replace(now, changes=joined, is_must_read=True)


def _joined(was: Iterable[FieldChange], now: Iterable[FieldChange]) -> tuple[FieldChange, ...]:
    """What two edits made of each field, one after the other; a field that is as it was is left out."""
    joined = {change.field: change for change in was}
    for change in now:
        before = joined.get(change.field)
        joined[change.field] = FieldChange(change.field, before.old, change.new) if before else change
    return tuple(change for change in joined.values() if change.old != change.new)
