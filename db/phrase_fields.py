"""The columns of a phrase and what they mean.

The rule: who reads hands in how lists are parsed, so that the first rows of a start need no library for it.
"""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Any

from app.core.phrases.phrase import Image, Output, Phrase, Place, Role, Stage
from app.core.sheet.lifetimes import Lifetime
from app.core.values import dataclass

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

EMPTY = "[]"
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)
_STAGES: dict[str | None, Stage | None] = {None: None, **{stage.value: stage for stage in Stage}}
_ROLES: dict[str | None, Role | None] = {None: None, **{role.value: role for role in Role}}
_OUTPUTS = {output.value: output for output in Output}


@dataclass(frozen=True, slots=True)
class Parsers:
    """How what is kept as JSON is read: texts, the file and place of each picture, and a lifetime."""

    texts: Callable[[str], tuple[str, ...]]
    images: Callable[[str], Sequence[tuple[str, Place]]]
    lifetime: Callable[[str], Lifetime]


def reader_by(parsers: Parsers) -> Callable[[Sequence[Any]], Phrase]:
    """A function that makes phrases of rows; a group that it has seen is the same object again."""
    texts, images_of, lifetime_of = parsers.texts, parsers.images, parsers.lifetime
    group_of = lru_cache(maxsize=None)(texts)

    def read(row: Sequence[Any]) -> Phrase:
        codes, keywords, questions, images, used, deleted = row[6], row[7], row[8], row[13], row[17], row[18]
        return Phrase(
            row[0],
            row[1],
            row[2],
            group_of(row[3]),
            _STAGES.get(row[4]),
            _ROLES.get(row[5]),
            () if codes == EMPTY else texts(codes),
            () if keywords == EMPTY else texts(keywords),
            () if questions == EMPTY else texts(questions),
            bool(row[9]),
            row[10],
            _OUTPUTS.get(row[11], Output.PASTE),
            bool(row[12]),
            () if images == EMPTY else tuple(Image(*image) for image in images_of(images)),
            row[14],
            row[15],
            row[16],
            None if used is None else moment(used),
            None if deleted is None else moment(deleted),
            row[19],
            None if row[20] is None else lifetime_of(row[20]),
        )

    return read


def microseconds(at: datetime) -> int:
    """A moment as the database keeps it."""
    return (at - _EPOCH) // MICROSECOND


def moment(value: int) -> datetime:
    """A moment as the rules know it."""
    return _EPOCH + timedelta(microseconds=value)
