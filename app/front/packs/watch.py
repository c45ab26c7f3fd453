"""The sources of packs as this run of the program knows them: how each was reached, what it was refused for, its key.

The rule: a secret goes from its file to the share and nowhere else; what is told of a source is a value.
"""

import logging
from collections.abc import Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from app.core.packs import published_folder
from app.core.packs.refusals import Refused
from app.core.packs.sources import PackSource
from app.core.shares.places import Address, address_of
from app.core.shares.polls import Reach, Watched
from app.core.shares.share import Fault, Secret, ShareTrouble
from app.core.source_states import SourceState, form_of
from app.core.values import dataclass
from app.ports import Clock
from app.ports.shares import Share
from app.services.packs.judging import Judged
from app.services.packs.sources import PackSources
from app.system.paths import Paths
from app.system.shares.copies import ShareCopies
from app.system.shares.opening import open_share
from app.system.shares.reader import Opened, ShareReader
from app.system.shares.secrets import SecretsUnreadable, ShareSecrets

_log = logging.getLogger(__name__)
COPIES = "shares"
"""The folder of copies in the data folder."""


class PackWatch(QObject):
    """Watches the sources that are not paused. `arrived` carries a `Delivery`, `reached` the id of a source."""

    arrived = Signal(object)
    reached = Signal(str)

    def __init__(
        self, sources: PackSources, clock: Clock, paths: Paths, parent: QObject, opened: Opened | None = None
    ) -> None:
        super().__init__(parent)
        self._sources = sources
        self._opened = opened or (lambda watched: open_share(watched.address, watched.secret))
        self._copies = ShareCopies(paths.data / COPIES)
        self._file = ShareSecrets(paths.data)
        self._secrets: dict[str, Secret | None] = {}
        self._judged: dict[str, Judged] = {}
        self._refused: dict[str, Refused] = {}
        self._reader = ShareReader(clock, self._copies, self._opened, parent=self)
        self._reader.arrived.connect(self.arrived)
        self._reader.reached.connect(lambda source_id, _reach: self.reached.emit(source_id))

    def follow(self) -> None:
        """Watch what is subscribed to now; what did not change goes on as it was."""
        self._watch(self._sources.all())

    def look(self, source_id: str | None = None) -> None:
        """Look at a source, or at all, now."""
        self._reader.look(source_id)

    def renew(self, source_id: str) -> None:
        """Read a source as if for the first time: something else of it is wanted now."""
        self._judged.pop(source_id, None)
        self._copies.forget(source_id)
        self._watch(source for source in self._sources.all() if source.id != source_id)
        self.follow()

    def deliver_again(self, source_id: str) -> None:
        """Hand over once more what a source held last."""
        self._reader.deliver_again(source_id)

    def close(self) -> None:
        """Read nothing any more."""
        self._reader.close()

    # What is known of them.

    def states(self) -> Sequence[SourceState]:
        """Every source as it stands, the first to be believed first."""
        return [self._state(source) for source in self._sources.all()]

    def note(self, judged: Judged) -> bool:
        """Keep what came of a delivery; True where something was refused for another reason than before."""
        source_id = judged.delivery.source_id
        self._judged[source_id] = judged
        former = self._refused.pop(source_id, None)
        if isinstance(judged.outcome, Refused):
            self._refused[source_id] = judged.outcome
            return judged.outcome != former
        return False

    @property
    def refused(self) -> Sequence[str]:
        """The sources of which something was refused."""
        return tuple(self._refused)

    def reach(self, source_id: str) -> Reach:
        """How a source was reached last."""
        return self._reader.reaches.get(source_id, Reach())

    # What lets somebody in.

    def put_secret(self, source_id: str, secret: Secret | None) -> None:
        """Keep what a source asks for. Raises `OSError` or `SecretsUnreadable`."""
        self._file.put(source_id, secret)
        self._secrets[source_id] = secret

    def secret_of(self, source_id: str) -> Secret | None:
        """What a source asks for, if it is known."""
        if source_id not in self._secrets:
            try:
                self._secrets[source_id] = self._file.of(source_id)
            except (OSError, SecretsUnreadable) as error:
                _log.warning("The secrets of shares cannot be read: %s", type(error).__name__)
                return None
        return self._secrets[source_id]

    def share_of(self, source: PackSource) -> Share | None:
        """The published folder of a source, to write back to; None for a plain file."""
        watched = self._watched(source)
        if watched is None or watched.address.file:
            return None
        try:
            return self._opened(watched)
        except ShareTrouble:
            return None

    def forget(self, source_id: str) -> None:
        """A source was given up: nothing of it stays on this computer but what it brought."""
        for kept in (self._judged, self._refused):
            kept.pop(source_id, None)
        self._copies.forget(source_id)
        try:
            self.put_secret(source_id, None)
        except (OSError, SecretsUnreadable) as error:
            _log.warning("The secret of a share was not forgotten: %s", type(error).__name__)

    def _watch(self, sources: Iterable[PackSource]) -> None:
        watched = (self._watched(source) for source in sources if not source.is_paused)
        self._reader.watch([one for one in watched if one])

    def _watched(self, source: PackSource) -> Watched | None:
        address = _address(source)
        if address is None:
            return None
        wanted = _Wanted(source.id, self._sources)
        return Watched(source.id, address, self.secret_of(source.id), wanted, address.every)

    def _state(self, source: PackSource) -> SourceState:
        address, judged = _address(source), self._judged.get(source.id)
        reach = self.reach(source.id)
        if address is None:
            reach = replace(reach, trouble=ShareTrouble(Fault.BAD_PLACE, source.url))
        return SourceState(
            source,
            reach,
            self._refused.get(source.id),
            judged.key if judged else None,
            judged.offers if judged else (),
            form_of(address.kind, address.file) if address else None,
            is_plain=bool(address and address.file),
            has_secret=self.secret_of(source.id) is not None,
        )


@dataclass(frozen=True, slots=True)
class _Wanted:
    """Which files of a folder are wanted, as its source is by then; called beside the main thread."""

    source_id: str
    sources: PackSources

    def __call__(self, index: bytes) -> Sequence[str]:
        source = self.sources.get(self.source_id)
        return published_folder.wanted(index, source.pack_id if source else "")


def _address(source: PackSource) -> Address | None:
    try:
        return address_of(source.url)[0]
    except ShareTrouble:
        return None
