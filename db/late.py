"""The stores of a database that another thread is still opening: whoever writes first waits for it.

The rule: every method raises `NotStored`, also for what went wrong in the opening. What the start has read already is
given without waiting: nothing can have been written since.
"""

from collections.abc import Collection, Mapping, Sequence
from concurrent.futures import Future
from datetime import datetime
from typing import TYPE_CHECKING

from app.core.countdowns import Heartbeat, Timer
from app.core.phrases import Phrase
from app.core.settings import Settings
from app.core.sheet import Entry, Sheet
from app.core.sheet_changes import Change
from app.core.storage import Backup
from db.early import Early

if TYPE_CHECKING:
    from db.opening import Data


class Late:
    """All stores of a data folder. `early` is what was read of it before it was opened."""

    def __init__(self, data: "Future[Data]", early: Early | None = None) -> None:
        self.phrases = LatePhrases(data)
        self.sheets = LateSheets(data, early)
        self.countdowns = LateCountdowns(data, early)
        self.settings = LateSettings(data)
        self.images = LateImages(data)
        self.backups = LateBackups(data)
        self._data = data

    def close(self) -> None:
        """Let go of the file."""
        if self._data.exception() is None:
            self._data.result().database.close()


class LatePhrases:
    """The port `PhraseStore`."""

    def __init__(self, data: "Future[Data]") -> None:
        self._data = data

    def all(self) -> Sequence[Phrase]:
        """Every phrase, those in the bin too."""
        return self._data.result().phrases.all()

    def put(self, phrases: Collection[Phrase]) -> None:
        """Store phrases, all or none."""
        self._data.result().phrases.put(phrases)

    def remove(self, ids: Collection[str]) -> None:
        """Delete phrases for good."""
        self._data.result().phrases.remove(ids)

    def record_use(self, phrase_id: str, at: datetime) -> None:
        """Count one use."""
        self._data.result().phrases.record_use(phrase_id, at)


class LateSheets:
    """The port `SheetStore`."""

    def __init__(self, data: "Future[Data]", early: Early | None) -> None:
        self._data = data
        self._early = early

    def all(self) -> Sheet:
        """Every entry, those in the bin too."""
        if self._early and not self._data.done():
            return self._early.sheet
        return self._data.result().sheets.all()

    def put(self, entries: Collection[Entry], changes: Collection[Change] = (), gone: Collection[str] = ()) -> None:
        """Store entries with the changes to be told; delete others for good."""
        self._data.result().sheets.put(entries, changes, gone)

    def changes(self) -> Sequence[Change]:
        """The changes of running activities, the latest first."""
        if self._early and not self._data.done():
            return self._early.changes
        return self._data.result().sheets.changes()

    def confirm(self, ids: Collection[str], at: datetime) -> None:
        """Mark changes as read."""
        self._data.result().sheets.confirm(ids, at)

    def uses(self) -> Mapping[str, tuple[int, datetime]]:
        """How often each answer was used and when last."""
        if self._early and not self._data.done():
            return self._early.uses
        return self._data.result().sheets.uses()

    def record_use(self, answer_id: str, at: datetime) -> None:
        """Count one use of an answer."""
        self._data.result().sheets.record_use(answer_id, at)


class LateCountdowns:
    """The port `CountdownStore`."""

    def __init__(self, data: "Future[Data]", early: Early | None) -> None:
        self._data = data
        self._early = early

    def timers(self) -> Sequence[Timer]:
        """All timers, the nearest first."""
        if self._early and not self._data.done():
            return self._early.timers
        return self._data.result().countdowns.timers()

    def put(self, timers: Collection[Timer]) -> None:
        """Store timers, all or none."""
        self._data.result().countdowns.put(timers)

    def remove(self, ids: Collection[str]) -> None:
        """Delete timers."""
        self._data.result().countdowns.remove(ids)

    def told(self) -> Mapping[str, datetime]:
        """The notices that were shown, and when."""
        if self._early and not self._data.done():
            return self._early.told
        return self._data.result().countdowns.told()

    def mark(self, ids: Collection[str], at: datetime) -> None:
        """Remember that notices were shown."""
        self._data.result().countdowns.mark(ids, at)

    def forget(self, before: datetime) -> None:
        """Drop the marks that are older than a moment."""
        self._data.result().countdowns.forget(before)

    def heartbeat(self) -> Heartbeat | None:
        """What the clocks said last."""
        if self._early and not self._data.done():
            return self._early.heartbeat
        return self._data.result().countdowns.heartbeat()

    def beat(self, heartbeat: Heartbeat) -> None:
        """Store what the clocks say now."""
        self._data.result().countdowns.beat(heartbeat)


class LateSettings:
    """The port `SettingsStore`."""

    def __init__(self, data: "Future[Data]") -> None:
        self._data = data

    def load(self) -> Settings:
        """The stored settings."""
        return self._data.result().settings.load()

    def save(self, settings: Settings) -> None:
        """Store them."""
        self._data.result().settings.save(settings)


class LateImages:
    """The port `Images`, with the clearing away of what nobody needs."""

    def __init__(self, data: "Future[Data]") -> None:
        self._data = data

    def put(self, content: bytes) -> str:
        """Copy a picture into the data folder and give its name."""
        return self._data.result().images.put(content)

    def read(self, file: str) -> bytes:
        """The picture."""
        return self._data.result().images.read(file)

    def collect(self, used: Collection[str], before: datetime) -> int:
        """Delete the pictures that nothing uses and that were put before a moment; how many."""
        return self._data.result().images.collect(used, before)


class LateBackups:
    """The port `Backups`, with the daily one."""

    def __init__(self, data: "Future[Data]") -> None:
        self._data = data

    def make(self, why: str) -> str:
        """Write one and verify it; its file name."""
        return self._data.result().backups.make(why)

    def make_daily(self) -> str | None:
        """Write the automatic one if there is none of the last 24 hours."""
        return self._data.result().backups.make_daily()

    def all(self) -> Sequence[Backup]:
        """Those there are, the newest first."""
        return self._data.result().backups.all()

    def restore(self, name: str) -> str:
        """Put the data back as it was then; the backup made just before."""
        return self._data.result().backups.restore(name)
