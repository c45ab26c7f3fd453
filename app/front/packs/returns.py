"""What an agent confirmed is written back to the folder that it came from, so that the lead sees who has read it.

The rule: it never makes anybody wait and is no trouble where it fails: it is tried again when the share answers. What
was written already is not written again.
"""

import hashlib
import logging
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, Signal

from app.core.packs.confirmations import Confirmations, written_confirmations
from app.core.packs.sources import PackSource
from app.core.shares.share import ShareTrouble
from app.core.storage import NotStored
from app.front.desk import Desk
from app.ports.shares import Share
from app.services.packs.confirming import Confirming
from app.system.telling import Telling

_log = logging.getLogger(__name__)
NAME = "confirmed.json"
Open = Callable[[PackSource], Share | None]
"""Opens the folder of a source; None where nothing can be written there. It touches neither disk nor network."""


class PackReturns(QObject):
    """Writes back. `folder` holds what was written, by source; `failed` carries the id of one that did not answer."""

    failed = Signal(str)
    _over = Signal(str, str)

    def __init__(self, desk: Desk, opened: Open, folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._opened = opened
        self._path = folder / NAME
        self._sent = self._read()
        self._under_way: set[str] = set()
        self._telling = Telling()
        self._over.connect(self._hear)

    def send(self, source_id: str) -> None:
        """Write down what was confirmed of a source, unless that stands there already."""
        services = self._desk.subscriptions
        source = services.sources.get(source_id)
        agent = self._desk.preferences.current.agent.strip()
        if source is None or not source.pack_id or not agent or source_id in self._under_way:
            return
        try:
            items = {one.difference.item_id: one.number for one in reversed(services.news.confirmed(source_id))}
        except NotStored as not_stored:
            _log.warning("Confirmations were not read: %s", not_stored)
            return
        now = self._desk.shop_time.now()
        confirmed = Confirmations(source.pack_id, agent, source.number, now, items)
        digest = _digest(confirmed)
        share = None if self._sent.get(source_id) == digest else self._opened(source)
        if share is not None:
            self._under_way.add(source_id)
            work = threading.Thread(target=self._work, args=(share, confirmed, source_id, digest), daemon=True)
            work.start()

    def forget(self, source_id: str) -> None:
        """The source is given up."""
        self._keep({key: one for key, one in self._sent.items() if key != source_id})

    def close(self) -> None:
        """The program ends; what hangs is left behind."""
        self._telling.shut()

    def _work(self, share: Share, confirmed: Confirmations, source_id: str, digest: str) -> None:
        """Beside the main thread."""
        said = digest
        try:
            is_written = Confirming(share).write_back(confirmed)
            _log.info("Confirmations %s", "written back" if is_written else "stay here: the share can only be read")
        except ShareTrouble as trouble:
            _log.info("Confirmations not written back yet: %s", trouble.reason.value)
            said = ""
        except Exception as error:  # an error of ours may not vanish with its thread
            _log.error("Confirmations not written back: %s", type(error).__name__)
            said = ""
        self._telling.tell(self._over.emit, source_id, said)

    def _hear(self, source_id: str, digest: str) -> None:
        self._under_way.discard(source_id)
        if digest:
            self._keep({**self._sent, source_id: digest})
        else:
            self.failed.emit(source_id)

    def _read(self) -> dict[str, str]:
        try:
            return msgspec.json.decode(self._path.read_bytes(), type=dict[str, str])
        except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
            return {}

    def _keep(self, sent: dict[str, str]) -> None:
        self._sent = sent
        with suppress(OSError):  # then it is written back once more after the next start
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._path.write_bytes(msgspec.json.encode(sent))


def _digest(confirmed: Confirmations) -> str:
    """What was confirmed, whenever it is written."""
    epoch = confirmed.at.replace(year=2000, month=1, day=1, hour=0, minute=0, second=0, microsecond=0)
    lasting = Confirmations(confirmed.pack_id, confirmed.agent, confirmed.number, epoch, confirmed.items)
    return hashlib.sha256(written_confirmations(lasting)).hexdigest()
