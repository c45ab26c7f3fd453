"""The workbook of activities and products: read, look, take over, take back; and the way out into a file.

The rule: nothing is touched before `apply`; `apply` makes a verified backup first and keeps everything in one
transaction, or nothing.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from app.core.changes import NOTHING, Changed
from app.core.imports.reading import UNWATCHED, Watch
from app.core.settings import Language, Settings
from app.core.sheet import book_plan as sheet_book_plan
from app.core.sheet.book import SheetPlan, SheetReading
from app.core.sheet.entry_checks import BadEntries
from app.core.sheet.sheet import Sheet
from app.core.values import dataclass
from app.ports import Backups
from app.services.sheet.ledger import SheetStep
from app.services.sheet.sheet import CheatSheet
from app.services.shop_time import ShopTime


class ReadBook(Protocol):
    """Reads a workbook; `app.formats.sheets.book.read` is the real one. Raises `Cancelled` and nothing else."""

    def __call__(
        self,
        path: str,
        existing: Sheet,
        now: datetime,
        zone: ZoneInfo,
        new_id: Callable[[], str],
        watch: Watch = ...,
    ) -> SheetReading:
        """Everything that came out of the file."""
        ...


class WriteBook(Protocol):
    """Writes a workbook; `app.formats.sheets.book_writer.write_book` is the real one. Raises `NotWritten`."""

    def __call__(self, path: str, sheet: Sheet, zone: ZoneInfo, *, is_chinese: bool) -> int:
        """How many parts could not be written."""
        ...


class WriteTemplate(Protocol):
    """Writes an empty workbook; `app.formats.sheets.book_writer.write_template` is. Raises `NotWritten`."""

    def __call__(self, path: str, now: datetime, zone: ZoneInfo, *, is_chinese: bool) -> None:
        """With headings, drop-downs and examples."""
        ...


class PlanOutdated(Exception):
    """An entry was changed after the plan was made; nothing was taken over. Plan again."""


@dataclass(frozen=True, slots=True)
class SheetImported:
    """A workbook that was taken over. `backup` is the name of the copy made before it."""

    plan: SheetPlan
    backup: str = ""
    changed: Changed = NOTHING
    step: SheetStep | None = None


class SheetImport:
    """Brings a workbook in and writes one out."""

    def __init__(
        self,
        read: ReadBook,
        write: WriteBook,
        write_template: WriteTemplate,
        sheet: CheatSheet,
        backups: Backups,
        shop_time: ShopTime,
        settings: Callable[[], Settings],
    ) -> None:
        self._read = read
        self._write = write
        self._write_template = write_template
        self._sheet = sheet
        self._backups = backups
        self._shop_time = shop_time
        self._settings = settings

    def plan(self, path: str, watch: Watch = UNWATCHED) -> SheetPlan:
        """What taking a workbook over would change; safe on a helper thread. Raises `Cancelled` and nothing else."""
        existing, zone = self._sheet.sheet, self._shop_time.zone()
        reading = self._read(path, existing, self._shop_time.now(), zone, self._sheet.new_id, watch)
        return sheet_book_plan.plan(reading, existing, zone)

    def apply(self, plan: SheetPlan) -> SheetImported:
        """Make a backup and keep what a plan says. Raises `PlanOutdated` and `NotStored`; then nothing has changed."""
        if not plan.entries:
            return SheetImported(plan)
        if any(self._sheet.get(row.entry.id) != row.before for row in plan.rows):
            raise PlanOutdated
        backup = self._backups.make("import")
        try:
            changed = self._sheet.save_all(plan.entries)
        except BadEntries as bad:  # something that they name went away meanwhile
            raise PlanOutdated from bad
        return SheetImported(plan, backup, changed, self._sheet.undoable)

    def can_undo(self, imported: SheetImported) -> bool:
        """Whether it can be taken back at once: nothing was done to the cheat-sheet since."""
        return imported.step is not None and self._sheet.undoable is imported.step

    def undo(self, imported: SheetImported) -> Changed:
        """Take it back, if nothing was done since. Raises `NotStored`."""
        return self._sheet.undo() if self.can_undo(imported) else NOTHING

    def export(self, path: str) -> int:
        """Write all that is in use; how many parts were left out, as they name something in the bin.

        Raises `NotWritten`.
        """
        return self._write(path, self._sheet.sheet, self._shop_time.zone(), is_chinese=self._is_chinese())

    def template(self, path: str) -> None:
        """Write an empty workbook to be filled in. Raises `NotWritten`."""
        self._write_template(path, self._shop_time.now(), self._shop_time.zone(), is_chinese=self._is_chinese())

    def _is_chinese(self) -> bool:
        return self._settings().language is Language.CHINESE
