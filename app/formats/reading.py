"""Which reader a file is for, and the reading of files and whole folders.

The rule: a path gives one answer for each file, a `Reading` or the `BadFile` that says why not; nothing else comes out,
whatever the file holds.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.core.imports import UNWATCHED, BadFile, Columns, Reading, Reason, Spot, Watch
from app.formats import espanso, kefubao, pack, qianniu, qianniu_bot, sogou, table
from app.formats.sheets import head, is_sheet, opened
from app.formats.source import HEAD_BYTES, Source, load

MAX_FOLDER_FILES = 500
_NO_PHRASES = {"_manifest.yml", "_pkgsource.yml"}
_ENDINGS = (".csv", ".tsv", ".txt", ".ini", ".xls", ".xlsx", ".et", ".yml", ".yaml")


@dataclass(frozen=True, slots=True)
class Format:
    """A reader by its name."""

    name: str
    looks_like: Callable[[str, bytes], bool]
    read: Callable[[Source, Watch, Columns | None], Reading]


FORMATS = tuple(
    Format(reader.NAME, reader.looks_like, reader.read)
    for reader in (pack, espanso, qianniu_bot, qianniu, kefubao, sogou, table)
)


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
        return (_named(format_name) or detect(source)).read(source, watch, columns)
    except (RecursionError, MemoryError) as error:
        raise source.bad(Reason.BROKEN, type(error).__name__) from None


def read(
    path: str, watch: Watch = UNWATCHED, columns: Columns | None = None, format_name: str = ""
) -> Sequence[Reading | BadFile]:
    """Read a file, or every file of a folder that may hold phrases. Raises `Cancelled` and nothing else."""
    answers: list[Reading | BadFile] = []
    for file in _files(path):
        try:
            answers.append(read_file(file, watch, columns, format_name))
        except BadFile as error:
            answers.append(error)
    if not answers:
        answers.append(BadFile(Spot(path), Reason.UNKNOWN_FORMAT))
    return answers


def _named(name: str) -> Format | None:
    return next((known for known in FORMATS if known.name == name), None)


def _files(path: str) -> Iterator[str]:
    try:
        is_folder = os.path.isdir(path)  # noqa: PTH112 - never raises, whatever the path holds
    except ValueError:
        is_folder = False
    if not is_folder:
        yield path
        return
    count = 0
    for folder, folders, names in os.walk(path):
        folders.sort()
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in sorted(names):
            if name.lower().endswith(_ENDINGS) and not name.startswith((".", "~$")) and name not in _NO_PHRASES:
                count += 1
                if count > MAX_FOLDER_FILES:
                    return
                yield str(Path(folder) / name)
