"""The workbook, the sample and the exports of a desk, built when somebody wants them.

The rule: the libraries that read and write spreadsheets are imported with the first file, never with the window.
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from app.core.imports.exports import Manner, Target
from app.core.imports.reading import UNWATCHED, Found, Watch
from app.core.phrases.phrase import Phrase
from app.core.settings import Language
from app.core.sheet.book import SheetReading
from app.core.sheet.sheet import Entry, Sheet
from app.front.desk import RESOURCES, Desk
from app.services.phrases.exporting import Exporting
from app.services.sheet.importing import SheetImport
from app.services.sheet.sample import SheetSample


def workbook(desk: Desk) -> SheetImport:
    """The way in and out for activities and products."""
    return SheetImport(
        _read,
        _write,
        _write_template,
        desk.sheet,
        desk.stores.backups,
        desk.shop_time,
        lambda: desk.preferences.current,
    )


def exporting(desk: Desk) -> Exporting:
    """The way out for phrases."""
    return Exporting(
        _carry,
        _write_phrases,
        desk.library.phrases,
        lambda: desk.sheet.sheet,
        lambda: desk.preferences.current,
    )


def is_workbook(path: str) -> bool:
    """Whether a file is a workbook of activities and products, and none of phrases."""
    from app.formats.sheets import book_look as sheet_book_look

    return sheet_book_look.looks_like(path)


def is_order_export(path: str) -> bool:
    """Whether a file is the platform's export of orders."""
    from app.formats.orders import look as order_look

    return order_look.is_export(path)


def is_handover(path: str) -> bool:
    """Whether a file is the handover of a shift."""
    from app.formats.orders import look as order_look

    return order_look.is_handover(path)


def sample(desk: Desk) -> SheetSample:
    """The cheat-sheet for trying things out."""
    return SheetSample(_read_sample, desk.sheet, desk.shop_time, lambda: desk.preferences.current)


def _read(
    path: str, existing: Sheet, now: datetime, zone: ZoneInfo, new_id: Callable[[], str], watch: Watch = UNWATCHED
) -> SheetReading:
    from app.formats.sheets import book as sheet_book

    return sheet_book.read(path, existing, now, zone, new_id, watch)


def _write(path: str, sheet: Sheet, zone: ZoneInfo, *, is_chinese: bool) -> int:
    from app.formats.sheets import book_writer as sheet_book_writer

    return sheet_book_writer.write_book(path, sheet, zone, is_chinese=is_chinese)


def _write_template(path: str, now: datetime, zone: ZoneInfo, *, is_chinese: bool) -> None:
    from app.formats.sheets import book_writer as sheet_book_writer

    sheet_book_writer.write_template(path, now, zone, is_chinese=is_chinese)


def _carry(target: Target, phrases: Sequence[Phrase], manner: Manner) -> Sequence[tuple[Found, ...]]:
    from app.formats.phrases import writing

    return writing.carried(target, phrases, manner)


def _write_phrases(path: str, target: Target, phrases: Sequence[Phrase], manner: Manner, watch: Watch) -> int:
    from app.formats.phrases import writing

    return writing.write(path, target, phrases, manner, watch)


def _read_sample(language: Language, now: datetime, zone: ZoneInfo) -> Sequence[Entry]:
    from app.formats.sheets import sample as sheet_sample

    return sheet_sample.read_sample(RESOURCES / "sheets" / f"double_eleven.{language.value}.json", now, zone)
