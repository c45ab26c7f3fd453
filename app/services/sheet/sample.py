"""The cheat-sheet for trying things out: put in with one step and taken out with one.

The rule: taking it out takes what came with it and nothing that the agent wrote.
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from app.core.changes import Changed
from app.core.settings import Language, Settings
from app.core.sheet.entries import SAMPLE
from app.core.sheet.sheet import Entry
from app.services.sheet.sheet import CheatSheet
from app.services.shop_time import ShopTime

ReadSample = Callable[[Language, datetime, ZoneInfo], Sequence[Entry]]
"""Gives the entries of the sample in a language as of a moment (`app.formats.sheets.sample.read_sample`)."""


class SheetSample:
    """Puts the sample in and takes it out; both are undone like every other deed."""

    def __init__(
        self, read: ReadSample, sheet: CheatSheet, shop_time: ShopTime, settings: Callable[[], Settings]
    ) -> None:
        self._read = read
        self._sheet = sheet
        self._shop_time = shop_time
        self._settings = settings

    @property
    def is_there(self) -> bool:
        """Whether any of it is in use."""
        return bool(self._ids())

    def put_in(self) -> Changed:
        """Keep the sample of the language that is on, its days around now. Raises `NotStored`."""
        entries = self._read(self._settings().language, self._shop_time.now(), self._shop_time.zone())
        return self._sheet.save_all(entries, SAMPLE)

    def take_out(self) -> Changed:
        """Put all of the sample into the bin. Raises `NotStored`."""
        return self._sheet.delete(self._ids())

    def _ids(self) -> list[str]:
        return [entry.id for entry in self._sheet.sheet if entry.source == SAMPLE and entry.deleted_at is None]
