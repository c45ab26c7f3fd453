"""QuickText (github.com/rockbenben/QuickText): a folder with `index.json` and an array of snippets for each category.

The rule: the index names files of its own folder only; a file that it names by a path is told and not followed.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec

from app.core.imports.reading import (
    UNWATCHED,
    BadFile,
    Columns,
    Found,
    Group,
    Problem,
    Reading,
    Reason,
    Severity,
    Spot,
    Watch,
)
from app.core.phrases.phrase import Output
from app.formats.encoding import decode_head
from app.formats.phrases.collected import Collected
from app.formats.phrases.foreign_text import Note
from app.formats.phrases.json_rows import Entry, JsonFile
from app.formats.phrases.quicktext_text import render
from app.formats.source import Source, load

NAME = "quicktext"
INDEX = "index.json"
_CATEGORIES = re.compile(r'"categories"\s*:\s*\[\s*\{[^{}]{0,2000}"file"\s*:', re.IGNORECASE)
_SNIPPET = re.compile(r'\[\s*\{[^{}]{0,400}"(?:abbr|body|useVariables)"\s*:')
_PATH = re.compile(r"[/\\:\x00]|^\.{0,2}$")
_LOOK = 64 * 1024


def looks_like(path: str, head: bytes) -> bool:
    """Whether it is an array of snippets."""
    if not path.lower().endswith(".json"):
        return False
    text = decode_head(head).lstrip("\ufeff \t\r\n")
    return '"body"' in text and '"abbr"' in text and _SNIPPET.match(text) is not None


def claims(folder: str, names: Sequence[str]) -> bool:
    """Whether a folder is a library of QuickText."""
    if INDEX not in names:
        return False
    try:
        head = load(str(Path(folder) / INDEX)).content[:_LOOK]
    except BadFile:
        return False
    return _CATEGORIES.search(decode_head(head)) is not None


def read(source: Source, watch: Watch = UNWATCHED, columns: Columns | None = None) -> Reading:
    """Read the file of one category, which is called as the category. Raises `BadFile` or `Cancelled`."""
    library = _Library(source.path)
    library.file(source, (source.stem,), "", watch)
    return library.reading


def read_folder(folder: str, watch: Watch = UNWATCHED) -> Reading:
    """Read a whole library. Raises `BadFile` where its index is broken, or `Cancelled`."""
    index = load(str(Path(folder) / INDEX))
    categories = JsonFile(index).root(dict[str, Any]).get("categories")
    library = _Library(folder)
    for number, category in enumerate(categories if isinstance(categories, list) else []):
        watch.step(number, len(categories or ()))
        library.category(category, number + 1, watch)
    return library.reading


class _Library(Collected):
    """Collects the snippets and problems of a library or of one of its files."""

    def __init__(self, path: str) -> None:
        super().__init__(NAME, path)

    def category(self, category: Any, number: int, watch: Watch) -> None:
        """Read what the index tells of; a category that cannot be read loses itself only."""
        spot = Spot(self._path, INDEX, number)
        told_by = category if isinstance(category, dict) else {}
        name, file = told_by.get("name"), told_by.get("file")
        if not isinstance(file, str) or _PATH.search(file):
            self.problems.append(Problem(spot, Reason.OTHER_FILE, Severity.SKIPPED, (str(file or name)[:200],)))
            return
        try:
            source = load(str(Path(self._path) / file))
            self.file(source, (name,) if isinstance(name, str) and name.strip() else (source.stem,), file, watch)
        except BadFile as bad:
            place = replace(bad.spot, file=self._path, sheet=file, line=bad.spot.line or 1)
            self.problems.append(Problem(place, bad.reason, names=bad.names, limit=bad.limit))

    def file(self, source: Source, group: Group, sheet: str, watch: Watch) -> None:
        """Take the snippets of a file."""
        file = JsonFile(source, sheet, self._path)
        for row in file.rows(file.root(list[msgspec.Raw]), watch):
            if isinstance(row, Problem):
                self.problems.append(row)
            else:
                self._snippet(row, group)

    def _snippet(self, row: Entry, group: Group) -> None:
        text, picture = row.text("body"), row.text("imagePath")
        if picture:
            severity = Severity.UNSUPPORTED if text else Severity.SKIPPED
            self.problems.append(Problem(row.spot, Reason.PICTURE, severity, (picture,)))
        if not text:
            if not picture:
                self.problems.append(Problem(row.spot, Reason.NO_BODY))
            return
        body = render(text, has_variables=row.fields.get("useVariables") is True)
        mode, code = row.text("outputMode"), row.text("abbr").strip()
        notes: list[Note] = [(Reason.SENDING, "")] if mode == "paste-enter" else []
        found = Found(
            body=body.text,
            spot=row.spot,
            title=row.text("name").strip(),
            group=group,
            codes=(code,) if code else (),
            output=Output.COPY if mode == "copy" else Output.PASTE,
        )
        self.add(found, (*notes, *body.notes))
