"""Our own packs in the import dialog: the phrases of a JSON file that somebody publishes for others.

The rule: a phrase of a pack is `<pack id>/<its own id>` and belongs to the pack, so that a newer pack finds it again,
the pack can be taken out as a whole, and no pack can name a phrase that is not its own. What a pack may not decide for
the agent (sending by itself, a global hotkey) is not read at all.
"""

import re
from datetime import UTC, datetime

import msgspec

from app.core.imports.reading import MAX_ROWS, UNWATCHED, Columns, Found, Holding, Problem, Reading, Reason, Spot, Watch
from app.core.sheet.entry_rules import FIRST_DAY, LAST_DAY
from app.formats.packs.json import Opened, opened, places, raws
from app.formats.packs.shapes import LISTS, VERSION, Row, Valid
from app.formats.source import Source

__all__ = ["NAME", "VERSION", "Row", "Valid", "looks_like", "read"]

NAME = "pack"
_MARK = re.compile(rb'"pack"\s*:\s*\d')
_STEP = 1_000


def looks_like(path: str, head: bytes) -> bool:
    """Whether a file says of itself that it is a pack."""
    has_list = any(b'"%s"' % name.encode() in head for name in LISTS)
    return path.lower().endswith(".json") and has_list and _MARK.search(head) is not None


def read(source: Source, watch: Watch = UNWATCHED, columns: Columns | None = None) -> Reading:
    """Read a pack. Raises `BadFile` where the whole file is unusable, and `Cancelled`."""
    file = opened(source)
    things = _things(file, source)
    found: list[Found] = []
    problems: list[Problem] = []
    lines: dict[str, int] = {}
    spots = places(file.content, "phrases", things, source.path)
    for number, (raw, spot) in enumerate(zip(things, spots, strict=True)):
        if number % _STEP == 0:
            watch.step(number, len(things))
        row = _row(raw, spot)
        if isinstance(row, Row) and row.id in lines:
            row = Problem(spot, Reason.DUPLICATE, names=(str(lines[row.id]),))
        if isinstance(row, Problem):
            problems.append(row)
        else:
            lines[row.id] = spot.line
            found.append(_found(row, file.head.id, spot))
    watch.step(len(things), len(things))
    return Reading(NAME, source.path, tuple(found), tuple(problems))


def _things(file: Opened, source: Source) -> list[msgspec.Raw]:
    try:
        things = raws(file, "phrases")
    except msgspec.DecodeError as error:
        raise source.bad(Reason.BROKEN, str(error)) from None
    if len(things) > MAX_ROWS:
        raise source.bad(Reason.TOO_MANY_ROWS, limit=MAX_ROWS)
    if not things:
        raise source.bad(Reason.NO_ROWS)
    return things


def _row(raw: msgspec.Raw, spot: Spot) -> Row | Problem:
    try:
        return msgspec.json.decode(raw, type=Row)
    except RecursionError:
        return Problem(spot, Reason.BAD_ROW, names=("nested too deep",))
    except msgspec.DecodeError as error:
        return Problem(spot, Reason.BAD_ROW, names=(str(error),))


def _found(row: Row, pack_id: str, spot: Spot) -> Found:
    return Found(
        body=row.body,
        spot=spot,
        title=row.title,
        group=row.group,
        codes=row.codes,
        keywords=row.keywords,
        questions=row.questions,
        stage=row.stage,
        role=row.role,
        id=f"{pack_id}/{row.id}",
        source=pack_id,
        is_pinned=row.pinned,
        output=row.output,
        holding=_holding(row.valid),
    )


def _holding(valid: Valid | None) -> Holding | None:
    if valid is None:
        return None
    from_at, until_at = (_within_reach(at) if at else None for at in (valid.from_at, valid.until_at))
    return Holding(from_at, until_at, valid.activity, valid.phase, valid.activity_id, valid.phase_id)


def _within_reach(at: datetime) -> datetime:
    """A moment in UTC; 9999 says for ever, and a calendar that knows no day after it cannot tell it in every zone."""
    far = FIRST_DAY if at.year < FIRST_DAY.year else LAST_DAY
    return at.astimezone(UTC) if FIRST_DAY.year <= at.year < LAST_DAY.year else far
