"""The packs of a database that another thread is still opening; see `db/opening/late.py`."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from app.core.packs.sources import Delivery, News, Original, PackSource
from app.core.phrases.phrase import Phrase
from db.opening.awaited import Opening


class LatePacks(Opening):
    """The port `PackStore`."""

    def sources(self) -> Sequence[PackSource]:
        """The sources in the order of their priority."""
        return early.pack_sources if (early := self._early) else self._data.packs.sources()

    def put_sources(self, sources: Collection[PackSource]) -> None:
        """Store sources, new or changed."""
        self._data.packs.put_sources(sources)

    def originals(self, pack_id: str) -> Mapping[str, Original]:
        """What a pack says of its things."""
        return self._data.packs.originals(pack_id)

    def kind_ids(self) -> frozenset[str]:
        """The ids of the kinds of orders that packs brought."""
        return self._data.packs.kind_ids()

    def some(self, ids: Collection[str]) -> Mapping[str, Original]:
        """What packs say of some things."""
        return self._data.packs.some(ids)

    def moved(self) -> Mapping[str, Original]:
        """The originals that moved on while an own edit stayed."""
        return early.pack_moved if (early := self._early) else self._data.packs.moved()

    def latest_news(self) -> Sequence[News]:
        """The must-reads that wait and the latest news, the newest first."""
        return early.pack_news if (early := self._early) else self._data.packs.latest_news()

    def news(self) -> Sequence[News]:
        """All news that are kept, the newest first."""
        return self._data.packs.news()

    def confirm(self, ids: Collection[str], at: datetime) -> None:
        """Mark news as read."""
        self._data.packs.confirm(ids, at)

    def written(self, phrases: Collection[Phrase], originals: Collection[Original]) -> object:
        """Make the rows of a delivery beforehand."""
        return self._data.packs.written(phrases, originals)

    def deliver(self, delivery: Delivery, written: object = None) -> None:
        """Store everything that a delivery holds, all or none."""
        self._data.packs.deliver(delivery, written)
