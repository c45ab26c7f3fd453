"""What the sources hand over, one after the other: judged beside the main thread, taken over on it.

The rule: of a source only what it handed over last counts; nothing of a delivery is kept before all of it is.
"""

import logging

from PySide6.QtCore import QObject, QTimer, Signal

from app.core.pack_refusals import Refused
from app.core.share_polls import Delivery
from app.core.storage import NotStored, Trouble
from app.desk import Desk
from app.pack_reading import Bench, Judged, judged
from app.services.pack_things import Applied, Ready
from app.ui.dialogs.import_worker import Worker

_log = logging.getLogger(__name__)
AGAIN_MS = 60_000
"""So long after something could not be stored it is tried again."""


class PackIntake(QObject):
    """`judged` tells what came of each delivery, `taken` carries an `Applied`, `refused` a `Refused`.

    `failed` carries a `Trouble` of the storage or the name of an error of ours; `again` asks for what a source held.
    """

    judged = Signal(object)
    taken = Signal(object)
    refused = Signal(object)
    failed = Signal(object)
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
        if self._worker.is_working or not self._waiting:
            return
        delivery = self._waiting.pop(next(iter(self._waiting)))
        services = self._desk.subscriptions
        source = services.sources.get(delivery.source_id)
        if source is None or source.is_paused:
            self._next()
            return
        present = services.packs.present(source)
        time = self._desk.shop_time
        bench = Bench(services.packs, present, services.sources.is_due, time.zone(), time.now())
        self._worker.start(lambda watch: judged(delivery, bench, watch))

    def _settle(self, found: Judged) -> None:
        self.judged.emit(found)
        outcome: object = found.outcome
        if isinstance(outcome, Ready):
            try:
                outcome = self._desk.subscriptions.packs.commit(outcome)
            except NotStored as not_stored:
                outcome = not_stored
        self._tell(found.delivery.source_id, outcome)
        self._next()

    def _tell(self, source_id: str, outcome: object) -> None:
        match outcome:
            case Applied():
                self.taken.emit(outcome)
            case Refused():
                self.refused.emit(outcome)
            case NotStored():
                self._retry(source_id, outcome.trouble)

    def _retry(self, source_id: str, trouble: Trouble) -> None:
        """The share need not be asked again: what it held is tried once more, when there may be room again."""
        _log.warning("A pack was not stored: %s", trouble)
        self.failed.emit(trouble)
        QTimer.singleShot(AGAIN_MS, self, lambda: self.again.emit(source_id))

    def _broke(self, error: str) -> None:
        _log.error("A pack could not be read: %s", error)
        self.failed.emit(error)
        self._next()
