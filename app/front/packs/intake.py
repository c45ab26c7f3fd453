"""What the sources hand over, one after the other: judged beside the main thread, taken over on it.

The rule: of a source only what it handed over last counts; nothing of a delivery is kept before all of it is.
"""

import logging
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from app.core.shares.polls import Delivery
from app.core.storage import NotStored
from app.formats.packs.packs import read_pack
from app.front.desk import Desk
from app.services.packs.judging import Bench, Judged, judged
from app.services.packs.things import Ready
from app.ui.worker import Worker

_log = logging.getLogger(__name__)
AGAIN_MS = 60_000
"""So long after something could not be stored it is tried again."""


class PackIntake(QObject):
    """`settled` carries a `Judged` whose outcome is final; `failed` the name of an error of ours.

    `again` asks for what a source held last, because it could not be stored.
    """

    settled = Signal(object)
    failed = Signal(str)
    again = Signal(str)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._waiting: dict[str, Delivery] = {}
        self._worker = Worker(self)
        self._worker.done.connect(self._settle)
        self._worker.failed.connect(self._broke)

    def put(self, delivery: Delivery) -> None:
        """A source has handed something over."""
        self._waiting.pop(delivery.source_id, None)
        self._waiting[delivery.source_id] = delivery
        self._next()

    def close(self) -> None:
        """Take nothing over any more."""
        self._waiting.clear()
        self._worker.stop()

    def _next(self) -> None:
        services = self._desk.subscriptions
        while self._waiting and not self._worker.is_working:
            delivery = self._waiting.pop(next(iter(self._waiting)))
            source = services.sources.get(delivery.source_id)
            if source is None or source.is_paused:
                continue
            time = self._desk.shop_time
            present = services.packs.present(source)
            bench = Bench(read_pack, services.packs, present, services.sources.is_due, time.zone(), time.now())
            self._begin(delivery, bench)

    def _begin(self, delivery: Delivery, bench: Bench) -> None:
        self._worker.start(lambda watch: judged(delivery, bench, watch))

    def _settle(self, found: Judged) -> None:
        if isinstance(found.outcome, Ready):
            found = self._committed(found, found.outcome)
        if isinstance(found.outcome, NotStored):
            self._retry(found.delivery.source_id)
        self.settled.emit(found)
        self._next()

    def _committed(self, found: Judged, ready: Ready) -> Judged:
        try:
            return replace(found, outcome=self._desk.subscriptions.packs.commit(ready))
        except NotStored as not_stored:
            return replace(found, outcome=not_stored)

    def _retry(self, source_id: str) -> None:
        """The share need not be asked again: what it held is tried once more, when there may be room again."""
        QTimer.singleShot(AGAIN_MS, self, lambda: self.again.emit(source_id))

    def _broke(self, error: str) -> None:
        _log.error("A pack could not be read: %s", error)
        self.failed.emit(error)
        self._next()
