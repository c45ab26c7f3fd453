"""Our own packs: a JSON file of phrases that somebody publishes for others (`resources/pack.schema.json`).

The rule: a phrase of a pack is `<pack id>/<its own id>` and belongs to the pack, so that a newer pack finds it again,
the pack can be taken out as a whole, and no pack can name a phrase that is not its own. What a pack may not decide for
the agent (sending by itself, a global hotkey) is not read at all.
"""

import codecs
import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Annotated

import msgspec

from app.core.imports import (
    MAX_ROWS,
    UNWATCHED,
    BadFile,
    Columns,
    Found,
    Holding,
    Problem,
    Reading,
    Reason,
    Spot,
    Watch,
)
from app.core.phrases import PERSONAL, Output, Role, Stage
from app.formats.source import Source

NAME = "pack"
VERSION = 1
"""The version of the file format that is written in the field `pack`; a newer one is refused in words."""

Id = Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$")]
_MARK = re.compile(rb'"pack"\s*:\s*\d')
_BYTE = re.compile(r"\(byte (\d+)\)")
_HALF = re.compile(
    rb"(?<!\\)(?:\\\\)*(\\u[dD][89abAB][0-9a-fA-F]{2}(?!\\u[dD][c-fC-F])"
    rb"|(?<!\\u[dD][89abAB][0-9a-fA-F]{2})\\u[dD][c-fC-F][0-9a-fA-F]{2})"
)
"""Half of a pair of surrogates, escaped: msgspec calls the file cut off where it stands."""
_STEP = 1_000


Moment = Annotated[datetime, msgspec.Meta(tz=True)]


class Valid(msgspec.Struct, frozen=True, rename={"from_at": "from", "until_at": "until"}):
    """How long a phrase holds; an activity and a phase are told by name, by id too where they come with the pack."""

    from_at: Moment | None = None
    until_at: Moment | None = None
    activity: str = ""
    phase: str = ""
    activity_id: str = ""
    phase_id: str = ""


class Row(msgspec.Struct, frozen=True):
    """A phrase as it stands in a pack; fields that are not named here are left for later versions."""

    id: Id
    body: str
    title: str = ""
    group: tuple[str, ...] = ()
    stage: Stage | None = None
    role: Role | None = None
    codes: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    pinned: bool = False
    output: Output = Output.PASTE
    valid: Valid | None = None


class Pack(msgspec.Struct, frozen=True):
    """A pack with its phrases still unread: one that is broken must not lose the others."""

    pack: int
    id: Id
    phrases: list[msgspec.Raw]
    name: str = ""
    version: str = ""
    publisher: str = ""
    language: str = ""
    note: str = ""


def looks_like(path: str, head: bytes) -> bool:
    """Whether a file says of itself that it is a pack."""
    return path.lower().endswith(".json") and b'"phrases"' in head and _MARK.search(head) is not None


def read(source: Source, watch: Watch = UNWATCHED, columns: Columns | None = None) -> Reading:
    """Read a pack. Raises `BadFile` where the whole file is unusable, and `Cancelled`."""
    content = _content(source)
    pack = _opened(content, source)
    found: list[Found] = []
    problems: list[Problem] = []
    lines: dict[str, int] = {}
    for number, (raw, spot) in enumerate(zip(pack.phrases, _spots(content, pack.phrases, source.path), strict=True)):
        if number % _STEP == 0:
            watch.step(number, len(pack.phrases))
        row = _row(raw, spot)
        if isinstance(row, Row) and row.id in lines:
            row = Problem(spot, Reason.DUPLICATE, names=(str(lines[row.id]),))
        if isinstance(row, Problem):
            problems.append(row)
        else:
            lines[row.id] = spot.line
            found.append(_found(row, pack.id, spot))
    watch.step(len(pack.phrases), len(pack.phrases))
    return Reading(NAME, source.path, tuple(found), tuple(problems))


def _content(source: Source) -> bytes:
    content = source.content.removeprefix(codecs.BOM_UTF8)
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise source.bad(Reason.BAD_ENCODING, line=_line(content, error.start)) from None
    return content


def _opened(content: bytes, source: Source) -> Pack:
    try:
        pack = msgspec.json.decode(content, type=Pack)
    except RecursionError:
        raise source.bad(Reason.BROKEN, "nested too deep") from None
    except msgspec.ValidationError as error:
        raise source.bad(Reason.BROKEN, str(error)) from None
    except msgspec.DecodeError as error:
        raise _broken(content, source, str(error)) from None
    _check(pack, source)
    return pack


def _broken(content: bytes, source: Source, why: str) -> BadFile:
    half = _HALF.search(content)
    if half:
        return source.bad(Reason.HAS_SURROGATE, line=_line(content, half.start(1)))
    at = _BYTE.search(why)
    return source.bad(Reason.BROKEN, why, line=_line(content, int(at[1]) if at else len(content)))


def _check(pack: Pack, source: Source) -> None:
    if pack.pack != VERSION:
        raise source.bad(Reason.BROKEN, f"a pack of version {pack.pack}, only {VERSION} can be read")
    if pack.id == PERSONAL:
        raise source.bad(Reason.BROKEN, f"a pack may not be called {PERSONAL}")
    if len(pack.phrases) > MAX_ROWS:
        raise source.bad(Reason.TOO_MANY_ROWS, limit=MAX_ROWS)
    if not pack.phrases:
        raise source.bad(Reason.NO_ROWS)


def _spots(content: bytes, rows: Sequence[msgspec.Raw], file: str) -> Iterator[Spot]:
    """Where each phrase begins. In a file without line breaks the phrases are told apart by their number."""
    at = max(content.find(b'"phrases"'), 0)
    line = 1 + content.count(b"\n", 0, at)
    last = 0
    for number, raw in enumerate(rows, start=1):
        start = content.find(bytes(raw), at)
        line += content.count(b"\n", at, start)
        yield Spot(file, "" if line > last else f"#{number}", line)
        end = start + len(memoryview(raw))
        last = line
        line += content.count(b"\n", start, end)
        at = end


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
    from_at, until_at = (at.astimezone(UTC) if at else None for at in (valid.from_at, valid.until_at))
    return Holding(from_at, until_at, valid.activity, valid.phase, valid.activity_id, valid.phase_id)


def _line(content: bytes, at: int) -> int:
    return 1 + content.count(b"\n", 0, at)
