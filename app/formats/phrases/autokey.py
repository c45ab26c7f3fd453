"""AutoKey: a tree of folders with a text file for each phrase, beside which a JSON file may lie, hidden or not.

The rule: a text without its JSON is a phrase too; scripts (`.py`) are told and never run; nothing outside the tree is
followed.
"""

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path, PurePath
from typing import Any

from app.core.imports.reading import (
    MAX_FILE_BYTES,
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
from app.formats.encoding import decode
from app.formats.phrases.autokey_text import render
from app.formats.phrases.collected import Collected
from app.formats.phrases.foreign_text import Note
from app.formats.phrases.json_rows import JsonFile
from app.formats.source import Source, load

NAME = "autokey"
MAX_FILES = 10_000
MAX_PHRASE_BYTES = 256 * 1024
_FOLDER = "folder"
_TRIES = 5


def looks_like(path: str, head: bytes) -> bool:
    """A text alone never tells that it is one of AutoKey's; the agent may say so."""
    return False


def claims(folder: str, names: Sequence[str]) -> bool:
    """Whether a folder is one of AutoKey's: it is described as a folder, or one of its files as a phrase or script."""
    if _described(folder, _FOLDER, names).get("type") == _FOLDER:
        return True
    stems = [PurePath(name).stem for name in names if name.endswith((".txt", ".py"))]
    described = [stem for stem in stems if {f"{stem}.json", f".{stem}.json"} & set(names)]
    kinds = (_described(folder, stem, names).get("type") for stem in described[:_TRIES])
    return any(kind in {"phrase", "script"} for kind in kinds)


def read(source: Source, watch: Watch = UNWATCHED, columns: Columns | None = None) -> Reading:
    """Read one text as a phrase, with the JSON beside it. Raises `BadFile` or `Cancelled`."""
    folder, name = os.path.split(source.path)
    tree = _Tree(source.path)
    siblings = [f"{source.stem}.json", f".{source.stem}.json"]
    names = [name, *(sibling for sibling in siblings if (Path(folder) / sibling).is_file())]
    tree.phrase(source, Spot(source.path, line=1), (), _described(folder, source.stem, names))
    return tree.reading


def read_folder(folder: str, watch: Watch = UNWATCHED) -> Reading:
    """Read a tree. Raises `BadFile` where it is far too large, or `Cancelled`."""
    tree = _Tree(folder)
    total = 0
    for count, (place, name, names, group) in enumerate(_files(folder)):
        watch.step(count, count + 1)
        if total > MAX_FILE_BYTES:
            raise BadFile(Spot(folder), Reason.TOO_BIG, limit=MAX_FILE_BYTES // 1024 // 1024)
        if count >= MAX_FILES:
            tree.tell_too_many()
            break
        total += tree.file(place, name, names, group)
    return tree.reading


def _files(root: str) -> Iterator[tuple[str, str, Sequence[str], Group]]:
    """Every text and script, and what describes one that is gone: its folder, the names beside it, and its group."""
    groups: dict[str, Group] = {}
    for place, folders, names in os.walk(os.path.normpath(root)):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name != "__pycache__")
        title = _described(place, _FOLDER, names).get("title")
        own = title if isinstance(title, str) and title.strip() else PurePath(place).name
        groups[place] = (*groups.get(os.path.dirname(place), ()), own)  # noqa: PTH120 - the very texts of os.walk
        there = set(names)
        for name in sorted(names):
            is_text = name.endswith((".txt", ".py")) and not name.startswith(".")
            is_alone = name.endswith(".json") and not {f"{_stem(name)}.txt", f"{_stem(name)}.py"} & there
            if is_text or (is_alone and _stem(name) != _FOLDER):
                yield place, name, names, groups[place]


def _stem(name: str) -> str:
    """Whose description a JSON file is."""
    return name.removeprefix(".").removesuffix(".json")


def _described(folder: str, stem: str, names: Sequence[str]) -> Mapping[str, Any]:
    """What the JSON beside a file says; nothing where there is none or it is broken."""
    for name in (f"{stem}.json", f".{stem}.json"):
        if name in names:
            try:
                return JsonFile(load(str(Path(folder) / name))).root(dict[str, Any])
            except BadFile:
                continue
    return {}


class _Tree(Collected):
    """Collects the phrases and problems of a tree; a file of it is told like a sheet of a workbook."""

    def __init__(self, path: str) -> None:
        super().__init__(NAME, path)

    def tell_too_many(self) -> None:
        """Tell that the tree goes on."""
        limit = Problem(Spot(self._path), Reason.TOO_MANY_FILES, Severity.UNSUPPORTED, limit=MAX_FILES)
        self.problems.append(limit)

    def file(self, place: str, name: str, names: Sequence[str], group: Group) -> int:
        """Take a file of the tree, or tell why not; gives the bytes that were read."""
        path = Path(place) / name
        spot = Spot(self._path, path.relative_to(self._path).as_posix(), 1)
        if path.is_symlink():
            self.problems.append(Problem(spot, Reason.OTHER_FILE, names=(name,)))
        elif name.endswith(".py"):
            self.problems.append(Problem(spot, Reason.PROGRAM, names=(name,)))
        elif name.endswith(".json"):
            if _described(place, _stem(name), names).get("type") == "phrase":
                self.problems.append(Problem(spot, Reason.NO_BODY))
        else:
            return self._text(path, spot, group, _described(place, path.stem, names))
        return 0

    def _text(self, path: Path, spot: Spot, group: Group, described: Mapping[str, Any]) -> int:
        try:
            if path.stat().st_size > MAX_PHRASE_BYTES:
                raise BadFile(spot, Reason.BODY_TOO_LONG, limit=MAX_PHRASE_BYTES)
            source = load(str(path))
            self.phrase(source, spot, group, described)
        except BadFile as bad:
            reason = Reason.NO_BODY if bad.reason is Reason.EMPTY else bad.reason
            self.problems.append(Problem(spot, reason, names=bad.names, limit=bad.limit))
            return 0
        except OSError as error:
            self.problems.append(Problem(spot, Reason.UNREADABLE, names=(error.strerror or "",)))
            return 0
        return len(source.content)

    def phrase(self, source: Source, spot: Spot, group: Group, described: Mapping[str, Any]) -> None:
        """Take a text with what its JSON says. Raises `BadFile`."""
        body = render(decode(source).removeprefix("\ufeff"))
        title = described.get("description")
        hotkey = _hotkey(described.get("hotkey"))
        notes: list[Note] = [(Reason.HOTKEY, hotkey)] if hotkey else []
        found = Found(body.text, spot, source.stem, group, _codes(described.get("abbreviation")))
        if isinstance(title, str) and title.strip():
            found = replace(found, title=title.strip())
        self.add(found, (*notes, *body.notes))


def _codes(abbreviation: Any) -> tuple[str, ...]:
    """The abbreviations, of which old versions had one only."""
    if not isinstance(abbreviation, dict):
        return ()
    codes = abbreviation.get("abbreviations")
    codes = codes if isinstance(codes, list) else [abbreviation.get("abbreviation")]
    return tuple(code for code in codes if isinstance(code, str) and code)


def _hotkey(told_by: Any) -> str:
    if not isinstance(told_by, dict) or not isinstance(told_by.get("hotKey"), str):
        return ""
    modifiers = told_by.get("modifiers")
    keys = [key for key in modifiers if isinstance(key, str)] if isinstance(modifiers, list) else []
    return "+".join((*keys, told_by["hotKey"]))
