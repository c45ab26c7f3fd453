"""The pictures and backups of a data folder that another thread is still opening.

The rule: as in `late`: every method raises `NotStored`, also for what went wrong in the opening.
"""

from collections.abc import Collection, Sequence
from datetime import datetime

from app.core.storage import Backup, Contents
from db.opening.awaited import Opening


class LateImages(Opening):
    """The port `Images`, with the clearing away of what nobody needs."""

    def put(self, content: bytes) -> str:
        """Copy a picture into the data folder and give its name."""
        return self._data.images.put(content)

    def read(self, file: str) -> bytes:
        """The picture."""
        return self._data.images.read(file)

    def collect(self, used: Collection[str], before: datetime) -> int:
        """Delete the pictures that nobody needs and that were put before a moment; how many."""
        return self._data.collect_pictures(used, before)


class LateBackups(Opening):
    """The port `Backups`, with the daily one."""

    def make(self, why: str) -> str:
        """Write one and verify it; its file name."""
        return self._data.backups.make(why)

    def make_daily(self) -> str | None:
        """Write the automatic one if there is none of the last 24 hours."""
        return self._data.backups.make_daily()

    def all(self) -> Sequence[Backup]:
        """Those there are, the newest first."""
        return self._data.backups.all()

    def contents(self, name: str) -> Contents:
        """What a backup holds; with an empty name what the data holds now."""
        return self._data.backups.contents(name)

    def forget_buyers(self) -> None:
        """Take all that is known of buyers out of every backup."""
        self._data.backups.forget_buyers()

    def restore(self, name: str) -> str:
        """Put the data back as it was then; the backup made just before."""
        return self._data.backups.restore(name)
