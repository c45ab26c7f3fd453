"""Which reader a file is for, and the reading of files and whole folders.

The rule: a path gives one answer for each file, a `Reading` or the `BadFile` that says why not; nothing else comes out,
whatever the file holds.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from app.core.imports.reading import UNWATCHED, BadFile, Columns, Reading, Reason, Spot, Watch
from app.core.values import dataclass
from app.formats.packs import imported as pack
from app.formats.phrases import (
    autohotkey,
    autokey,
    beeftext,
    espanso,
    kefubao,
    qianniu,
    qianniu_bot,
    quicktext,
    sogou,
    table,
    text_blaze,
    textexpander,
)
from app.formats.sheets.opening import head, is_sheet, opened
from app.formats.source import HEAD_BYTES, Source, load

MAX_FOLDER_FILES = 500
_NO_PHRASES = {"_manifest.yml", "_pkgsource.yml"}
_ENDINGS = (
    *(".csv", ".tsv", ".txt", ".ini", ".xls", ".xlsx", ".et", ".yml", ".yaml"),
    *(".json", ".textexpander", ".ahk", ".ah2"),
)


@dataclass(frozen=True, slots=True)
class Format:
    """A reader by its name."""

    name: str
    looks_like: Callable[[str, bytes], bool]
    read: Callable[[Source, Watch, Columns | None], Reading]


@dataclass(frozen=True, slots=True)
class FolderFormat:
    """A reader of a whole folder with all that lies below it, by the name of its format."""

    name: str
    claims: Callable[[str, Sequence[str]], bool]
    read: Callable[[str, Watch], Reading]


FORMATS = tuple(
    Format(reader.NAME, reader.looks_like, reader.read)
    for reader in (
        *(pack, beeftext, text_blaze, quicktext, textexpander, autohotkey, espanso),
        *(qianniu_bot, qianniu, kefubao, sogou, autokey, table),
    )
)
FOLDER_FORMATS = tuple(FolderFormat(kind.NAME, kind.claims, kind.read_folder) for kind in (quicktext, autokey))


def detect(source: Source) -> Format:
    """The reader of a file. Raises `BadFile` where there is none."""
    first = head(source)
    for known in FORMATS:
        if known.looks_like(source.path, first):
            return known
    raise source.bad(Reason.UNKNOWN_FORMAT)


def read_file(path: str, watch: Watch = UNWATCHED, columns: Columns | None = None, format_name: str = "") -> Reading:
    """Read one file, as the format of a name where one is given. Raises `BadFile` or `Cancelled`."""
    source = load(path)
    watch.step(0, 1)
    if is_sheet(source.content[:HEAD_BYTES]):
        source = opened(source, watch)
    try:
        return _filled((_named(format_name) or detect(source)).read(source, watch, columns))
    except (RecursionError, MemoryError) as error:
        raise source.bad(Reason.BROKEN, type(error).__name__) from None


def read(
    path: str, watch: Watch = UNWATCHED, columns: Columns | None = None, format_name: str = ""
) -> Sequence[Reading | BadFile]:
    """Read a file, or all of a folder that may hold phrases. Raises `Cancelled` and nothing else."""
    if not _is_folder(path):
        return [_answer(lambda: read_file(path, watch, columns, format_name))]
    answers: list[Reading | BadFile] = []
    count = 0
    for known, place in _places(path, format_name):
        count += not known
        if count > MAX_FOLDER_FILES:
            answers.append(BadFile(Spot(path), Reason.TOO_MANY_FILES, limit=MAX_FOLDER_FILES))
            break
        if known:
            answers.append(_answer(partial(_folder, known, place, watch)))
        else:
            answers.append(_answer(partial(read_file, place, watch, columns, format_name)))
    return answers or [BadFile(Spot(path), Reason.UNKNOWN_FORMAT)]


def _folder(known: FolderFormat, path: str, watch: Watch) -> Reading:
    try:
        return _filled(known.read(path, watch))
    except (RecursionError, MemoryError) as error:
        raise BadFile(Spot(path), Reason.BROKEN, (type(error).__name__,)) from None


def _filled(reading: Reading) -> Reading:
    """The reading, which must have something to say. Raises `BadFile`."""
    if not (reading.found or reading.problems or reading.tables):
        raise BadFile(Spot(reading.file), Reason.NO_PHRASES)
    return reading


def _answer(reading: Callable[[], Reading]) -> Reading | BadFile:
    try:
        return reading()
    except BadFile as error:
        return error


def _named(name: str) -> Format | None:
    return next((known for known in FORMATS if known.name == name), None)


def _is_folder(path: str) -> bool:
    try:
        return os.path.isdir(path)  # noqa: PTH112 - never raises but for a NUL, whatever the path holds
    except ValueError:
        return False


def _places(path: str, format_name: str) -> Iterator[tuple[FolderFormat | None, str]]:
    """The folders that belong to a format as a whole, and the files of all others."""
    chosen = next((known for known in FOLDER_FORMATS if known.name == format_name), None)
    if chosen:
        yield chosen, path
        return
    for folder, folders, names in os.walk(path):
        known = None if format_name else next((each for each in FOLDER_FORMATS if each.claims(folder, names)), None)
        if known:
            folders.clear()
            yield known, folder
            continue
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if name.lower().endswith(_ENDINGS) and not name.startswith((".", "~$")) and name not in _NO_PHRASES:
                yield None, str(Path(folder) / name)
