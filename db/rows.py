"""A phrase as a row and back.

The rule: what was put in comes out equal, and reading is quick: lists that are empty or seen before are not parsed.
What this version cannot read stays where it lies, is told in the log by its id alone, and stops nothing.
"""

import gc
import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from decimal import InvalidOperation
from functools import lru_cache
from typing import Any, TypeVar

import msgspec

from app.core.phrases.phrase import Image, Output, Phrase, Place, Role, Stage
from app.core.sheet.lifetimes import Lifetime

COLUMNS = (
    "id",
    "title",
    "body",
    "group_path",
    "stage",
    "role",
    "codes",
    "keywords",
    "questions",
    "is_pinned",
    "hotkey",
    "output",
    "is_sent",
    "images",
    "source",
    "position",
    "use_count",
    "last_used_at",
    "deleted_at",
    "pin_position",
    "lifetime",
)
"""The columns of a row, in the order of the fields of `Phrase`."""

UNREADABLE = (KeyError, TypeError, ValueError, OverflowError, InvalidOperation, msgspec.DecodeError)
"""What the readers of rows raise where a row does not hold what it should."""

_log = logging.getLogger(__name__)
_T = TypeVar("_T")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_EMPTY = "[]"
_STAGES: dict[str | None, Stage | None] = {None: None, **{stage.value: stage for stage in Stage}}
_ROLES: dict[str | None, Role | None] = {None: None, **{role.value: role for role in Role}}
_OUTPUTS = {output.value: output for output in Output}
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
        _encode([(image.file, image.place) for image in phrase.images]).decode() if phrase.images else _EMPTY,
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
    read = _reader()
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


def _reader() -> Callable[[Sequence[Any]], Phrase]:
    """A function that makes phrases of rows; a group that it has seen is the same object again."""
    group_of = lru_cache(maxsize=None)(_read_texts)

    def read(row: Sequence[Any]) -> Phrase:
        codes, keywords, questions, images, used, deleted = row[6], row[7], row[8], row[13], row[17], row[18]
        return Phrase(
            row[0],
            row[1],
            row[2],
            group_of(row[3]),
            _STAGES.get(row[4]),
            _ROLES.get(row[5]),
            () if codes == _EMPTY else _read_texts(codes),
            () if keywords == _EMPTY else _read_texts(keywords),
            () if questions == _EMPTY else _read_texts(questions),
            bool(row[9]),
            row[10],
            _OUTPUTS.get(row[11], Output.PASTE),
            bool(row[12]),
            () if images == _EMPTY else tuple(Image(*image) for image in _read_images(images)),
            row[14],
            row[15],
            row[16],
            None if used is None else moment(used),
            None if deleted is None else moment(deleted),
            row[19],
            None if row[20] is None else _read_lifetime(row[20]),
        )

    return read


def microseconds(at: datetime) -> int:
    """A moment as the database keeps it."""
    return (at - _EPOCH) // _MICROSECOND


def moment(value: int) -> datetime:
    """A moment as the rules know it."""
    return _EPOCH + timedelta(microseconds=value)


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
    return _encode(texts).decode() if texts else _EMPTY
