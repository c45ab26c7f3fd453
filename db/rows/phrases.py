"""A phrase as a row and back.

The rule: what was put in comes out equal, and reading is quick: lists that are empty or seen before are not parsed.
What this version cannot read stays where it lies, is told in the log by its id alone, and stops nothing.
"""

import gc
import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from decimal import InvalidOperation
from typing import Any, TypeVar

import msgspec

from app.core.phrases.phrase import Phrase, Place
from app.core.sheet.lifetimes import Lifetime
from db.phrase_fields import EMPTY, Parsers, microseconds, reader_by

UNREADABLE = (KeyError, TypeError, ValueError, OverflowError, InvalidOperation, msgspec.DecodeError)
"""What the readers of rows raise where a row does not hold what it should."""

_log = logging.getLogger(__name__)
_T = TypeVar("_T")
_read_texts = msgspec.json.Decoder(tuple[str, ...]).decode
_read_images = msgspec.json.Decoder(tuple[tuple[str, Place], ...]).decode
_read_lifetime = msgspec.json.Decoder(Lifetime).decode
_encode = msgspec.json.Encoder().encode


def to_row(phrase: Phrase) -> tuple[Any, ...]:
    """The values of `COLUMNS`."""
    return (
        phrase.id,
        phrase.title,
        phrase.body,
        _texts(phrase.group),
        phrase.stage.value if phrase.stage else None,
        phrase.role.value if phrase.role else None,
        _texts(phrase.codes),
        _texts(phrase.keywords),
        _texts(phrase.questions),
        phrase.is_pinned,
        phrase.hotkey,
        phrase.output.value,
        phrase.is_sent,
        _encode([(image.file, image.place) for image in phrase.images]).decode() if phrase.images else EMPTY,
        phrase.source,
        phrase.position,
        phrase.use_count,
        microseconds(phrase.last_used_at) if phrase.last_used_at else None,
        microseconds(phrase.deleted_at) if phrase.deleted_at else None,
        phrase.pin_position,
        _encode(phrase.lifetime).decode() if phrase.lifetime else None,
    )


def read_phrases(rows: Sequence[Sequence[Any]]) -> list[Phrase]:
    """The phrases of rows of `COLUMNS`, as far as they can be read."""
    read = reader_by(Parsers(_read_texts, _read_images, _read_lifetime))
    with no_collection():
        try:
            return [read(row) for row in rows]
        except UNREADABLE:
            return list(readable(rows, read, "phrase"))


def readable(rows: Iterable[Sequence[Any]], read: Callable[[Sequence[Any]], _T], noun: str) -> Iterator[_T]:
    """What comes of those rows that can be read; the first column is their id. The log calls them `noun`."""
    for row in rows:
        try:
            value = read(row)
        except UNREADABLE as error:  # its words may hold what stands in the row
            _log.warning("Not read, and left as it is: %s %s: %s", noun, row[0], type(error).__name__)
            continue
        yield value


@contextmanager
def no_collection() -> Iterator[None]:
    """Hold the garbage collector off: it finds nothing among rows and doubles the time of reading 100,000."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _texts(texts: tuple[str, ...]) -> str:
    return _encode(texts).decode() if texts else EMPTY
