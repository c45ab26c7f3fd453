"""The packs of a database that another thread is still opening; see `db/opening/late.py`."""

from collections.abc import Collection, Mapping, Sequence
from concurrent.futures import Future
from datetime import datetime
from typing import TYPE_CHECKING

from app.core.packs.sources import Delivery, News, Original, PackSource
from app.core.phrases.phrase import Phrase
from db.opening.early import Early

if TYPE_CHECKING:
    from db.opening.folder import Data


class LatePacks:
    """The port `PackStore`."""

    def __init__(self, data: "Future[Data]", early: Early | None) -> None:
        self._data = data
        self._early = early

    def sources(self) -> Sequence[PackSource]:
        """The sources in the order of their priority."""
        if self._early and not self._data.done():
            return self._early.pack_sources
        return self._data.result().packs.sources()

    def put_sources(self, sources: Collection[PackSource]) -> None:
        """Store sources, new or changed."""
        self._data.result().packs.put_sources(sources)

    def originals(self, pack_id: str) -> Mapping[str, Original]:
        """What a pack says of its things."""
        return self._data.result().packs.originals(pack_id)

    def kind_ids(self) -> frozenset[str]:
        """The ids of the kinds of orders that packs brought."""
        return self._data.result().packs.kind_ids()

    def some(self, ids: Collection[str]) -> Mapping[str, Original]:
        """What packs say of some things."""
        return self._data.result().packs.some(ids)

    def moved(self) -> Mapping[str, Original]:
        """The originals that moved on while an own edit stayed."""
        if self._early and not self._data.done():
            return self._early.pack_moved
        return self._data.result().packs.moved()

    def latest_news(self) -> Sequence[News]:
        """The must-reads that wait and the latest news, the newest first."""
        if self._early and not self._data.done():
            return self._early.pack_news
        return self._data.result().packs.latest_news()

    def news(self) -> Sequence[News]:
        """All news that are kept, the newest first."""
        return self._data.result().packs.news()

    def confirm(self, ids: Collection[str], at: datetime) -> None:
        """Mark news as read."""
        self._data.result().packs.confirm(ids, at)

    def written(self, phrases: Collection[Phrase], originals: Collection[Original]) -> object:
        """Make the rows of a delivery beforehand."""
        return self._data.result().packs.written(phrases, originals)

    def deliver(self, delivery: Delivery, written: object = None) -> None:
        """Store everything that a delivery holds, all or none."""
        self._data.result().packs.deliver(delivery, written)
