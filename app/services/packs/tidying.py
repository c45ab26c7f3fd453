"""Taking old publications out of a folder, so that it does not grow for ever.

The rule: told before done. The oldest goes first, so that one that was cut short has only made the past shorter; what
it left half is taken the next time.
"""

from collections.abc import Sequence

from app.core.packs.index import BadIndex
from app.core.packs.names import read_number_file
from app.core.packs.publishing import NotPublished, Obstacle
from app.core.packs.tidying import LEAST, Tidying, old_files
from app.ports.shares import Share
from app.services.packs.publications import Publications


class FolderTidying:
    """Tidies a published folder. Every method raises `ShareTrouble`."""

    def __init__(self, share: Share) -> None:
        self._share = share
        self._publications = Publications(share)

    def pack_ids(self) -> Sequence[str]:
        """The packs that ever had a number here."""
        return sorted({taken[0] for taken in map(read_number_file, self._share.names()) if taken})

    def plan(self, pack_id: str, keep: int) -> Tidying:
        """What would go if so many publications are kept, the newest and the one before it in any case.

        Raises `NotPublished` where a newer program keeps the folder.
        """
        self._check()
        kept = self._publications.latest(pack_id, max(keep, LEAST))
        first, newest = (kept[-1].number, kept[0].number) if kept else (0, 0)
        return Tidying(pack_id, first, newest, len(kept), old_files(self._share.names(), pack_id, first))

    def carry_out(self, tidying: Tidying) -> int:
        """Delete what was planned; how many files went. What is kept cannot have come to be less since."""
        for name in tidying.files:
            self._share.remove(name)
        return len(tidying.files)

    def _check(self) -> None:
        try:
            self._publications.newest()
        except BadIndex as bad:
            if bad.is_newer:
                raise NotPublished(Obstacle.NEWER_FOLDER) from None
