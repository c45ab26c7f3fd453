"""Our own packs: a JSON file of phrases that somebody publishes for others (`resources/pack.schema.json`).

The rule: a phrase of a pack is `<pack id>/<its own id>` and belongs to the pack, so that a newer pack finds it again,
the pack can be taken out as a whole, and no pack can name a phrase that is not its own. What a pack may not decide for
the agent (sending by itself, a global hotkey) is not read at all.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

import msgspec

from app.core.imports import (
    MAX_FILE_BYTES,
    MAX_ROWS,
    UNWATCHED,
    BadFile,
    Columns,
    Found,
    Problem,
    Reading,
    Reason,
    Spot,
    Watch,
)
from app.core.phrases import PERSONAL, Output, Role, Stage

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


def read(path: str, watch: Watch = UNWATCHED, columns: Columns | None = None) -> Reading:
    """Read a pack. Raises `BadFile` where the whole file is unusable, and `Cancelled`."""
    file = Path(path).name
    content = _content(Path(path), file)
    pack = _opened(content, file)
    found: list[Found] = []
    problems: list[Problem] = []
    lines: dict[str, int] = {}
    for number, (raw, spot) in enumerate(zip(pack.phrases, _spots(content, pack.phrases, file), strict=True)):
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
    return Reading(NAME, file, tuple(found), tuple(problems))


def _content(path: Path, file: str) -> bytes:
    try:
        with path.open("rb") as stream:
            content = stream.read(MAX_FILE_BYTES + 1)
    except FileNotFoundError:
        raise BadFile(Spot(file), Reason.NOT_FOUND) from None
    except OSError as error:
        raise BadFile(Spot(file), Reason.UNREADABLE, (error.strerror or type(error).__name__,)) from error
    if len(content) > MAX_FILE_BYTES:
        raise BadFile(Spot(file), Reason.TOO_BIG, limit=MAX_FILE_BYTES // 1024**2)
    content = content.removeprefix(b"\xef\xbb\xbf")
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise BadFile(Spot(file, line=_line(content, error.start)), Reason.BAD_ENCODING) from None
    return content


def _opened(content: bytes, file: str) -> Pack:
    if not content.strip():
        raise BadFile(Spot(file), Reason.EMPTY)
    try:
        pack = msgspec.json.decode(content, type=Pack)
    except RecursionError:
        raise BadFile(Spot(file), Reason.BROKEN, ("nested too deep",)) from None
    except msgspec.ValidationError as error:
        raise BadFile(Spot(file), Reason.BROKEN, (str(error),)) from None
    except msgspec.DecodeError as error:
        raise _broken(content, file, str(error)) from None
    _check(pack, file)
    return pack


def _broken(content: bytes, file: str, why: str) -> BadFile:
    half = _HALF.search(content)
    if half:
        return BadFile(Spot(file, line=_line(content, half.start(1))), Reason.HAS_SURROGATE)
    at = _BYTE.search(why)
    return BadFile(Spot(file, line=_line(content, int(at[1]) if at else len(content))), Reason.BROKEN, (why,))


def _check(pack: Pack, file: str) -> None:
    if pack.pack != VERSION:
        raise BadFile(Spot(file), Reason.BROKEN, (f"a pack of version {pack.pack}, only {VERSION} can be read",))
    if pack.id == PERSONAL:
        raise BadFile(Spot(file), Reason.BROKEN, (f"a pack may not be called {PERSONAL}",))
    if len(pack.phrases) > MAX_ROWS:
        raise BadFile(Spot(file), Reason.TOO_MANY_ROWS, limit=MAX_ROWS)
    if not pack.phrases:
        raise BadFile(Spot(file), Reason.NO_ROWS)


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
    )


def _line(content: bytes, at: int) -> int:
    return 1 + content.count(b"\n", 0, at)
