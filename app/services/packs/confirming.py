"""Who has read a pack's must-reads: agents write it back into the folder, the lead reads it there.

The rule: a share that can only be read is no trouble for an agent: what was confirmed stays confirmed on the PC, and
the lead sees nothing of it.
"""

from collections.abc import Iterable, Sequence

from app.core.packs.confirmations import (
    MAX_AGENTS,
    MAX_BYTES,
    Confirmations,
    Reader,
    read_confirmations,
    readers,
    written_confirmations,
)
from app.core.packs.index import Entry
from app.core.packs.names import confirmation_file, confirmations_folder
from app.core.shares.share import Fault, ShareTrouble
from app.core.values import dataclass
from app.ports.shares import Share
from app.services.packs.publications import Publications

_OF_ONE_FILE = frozenset({Fault.NOT_THERE, Fault.TOO_BIG, Fault.IN_USE, Fault.UNSTEADY, Fault.BAD_NAME})


@dataclass(frozen=True, slots=True)
class Confirmed:
    """How far everybody is with the newest publication of a pack."""

    entry: Entry
    readers: Sequence[Reader]

    @property
    def have_not(self) -> Sequence[Reader]:
        """Those who have not read everything."""
        return [reader for reader in self.readers if not reader.has_read_all]


class Confirming:
    """The confirmations in a published folder."""

    def __init__(self, share: Share) -> None:
        self._share = share
        self._publications = Publications(share)

    def confirmed(self, pack_id: str, expected: Iterable[str] = ()) -> Confirmed | None:
        """Who has read the must-reads of the newest publication, and who has not; None before the first.

        `expected` are agents that the lead knows of, though they never wrote anything. Raises `ShareTrouble`.
        """
        entry = self._publications.newest_of(pack_id)
        if entry is None:
            return None
        names = self._share.names(confirmations_folder(pack_id))[:MAX_AGENTS]
        read = [self._read(name, pack_id) for name in names if name.endswith(".json")]
        return Confirmed(entry, readers(entry.marks, [each for each in read if each], expected))

    def write_back(self, confirmations: Confirmations) -> bool:
        """An agent writes down what was confirmed; False where the share can only be read. Raises `ShareTrouble`."""
        name = confirmation_file(confirmations.pack_id, confirmations.agent)
        try:
            self._share.replace(name, written_confirmations(confirmations))
        except ShareTrouble as trouble:
            if trouble.reason in (Fault.READ_ONLY, Fault.DENIED):
                return False
            raise
        return True

    def _read(self, name: str, pack_id: str) -> Confirmations | None:
        """One agent's file; None where just that one cannot be read."""
        try:
            return read_confirmations(self._share.read(name, MAX_BYTES), pack_id)
        except ShareTrouble as trouble:
            if trouble.reason in _OF_ONE_FILE:
                return None
            raise
