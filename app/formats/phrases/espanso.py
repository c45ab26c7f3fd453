"""Packages of espanso: YAML with triggers and replacements.

The rule: a match is a phrase, its triggers are codes; scripts and shell commands are never run.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from app.core.imports.reading import (
    MAX_ROWS,
    UNWATCHED,
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
from app.formats.encoding import decode_head
from app.formats.html_text import plain
from app.formats.phrases.collected import Collected
from app.formats.phrases.espanso_text import form, render, variants
from app.formats.phrases.foreign_text import Note
from app.formats.source import Source
from app.formats.yaml_tree import Block, documents

NAME = "espanso"
_ROOT = re.compile(r"""(?:^|[{,])\s*["']?(?:matches|global_vars)["']?\s*:""", re.MULTILINE)
_NO_NAMES = {"package", "base", "default", "match", ""}
_VERSION = re.compile(r"v?\d+(\.\d+)+")
_TEXTS = ("replace", "form", "html", "markdown", "image_path")


def looks_like(path: str, head: bytes) -> bool:
    """Whether it is YAML by name and has a list of matches."""
    if not path.lower().endswith((".yml", ".yaml")):
        return False
    return bool(_ROOT.search(decode_head(head)))


def read(source: Source, watch: Watch = UNWATCHED, columns: Columns | None = None) -> Reading:
    """Read it. Raises `BadFile` or `Cancelled`."""
    matches = _Matches(source)
    for root in documents(source, watch):
        if not isinstance(root, Block):
            raise source.bad(Reason.BROKEN, "no mapping at its root")
        matches.document(root)
    return matches.reading


class _Matches(Collected):
    """Collects the phrases and problems of a file."""

    def __init__(self, source: Source) -> None:
        super().__init__(NAME, source.path)
        self._source = source
        self._group = _group(source.path)

    def document(self, root: Block) -> None:
        """Take the matches of a document."""
        imports = [name for name in _list(root.get("imports")) if isinstance(name, str)]
        if imports:
            spot = Spot(self._source.path)
            self.problems.append(Problem(spot, Reason.OTHER_FILE, Severity.UNSUPPORTED, tuple(imports)))
        shared = _list(root.get("global_vars"))
        matches = root.get("matches", [])
        if matches and not isinstance(matches, list):
            raise self._source.bad(Reason.BROKEN, "`matches` is no list", line=root.line)
        last = root.line
        for match in _list(matches):
            if isinstance(match, Block):
                last = match.line
                if len(self.found) >= MAX_ROWS:
                    raise self._source.bad(Reason.TOO_MANY_ROWS, line=last, limit=MAX_ROWS)
                self._match(match, shared)
            elif match:
                spot = Spot(self._source.path, line=last)
                self.problems.append(Problem(spot, Reason.BAD_ROW, names=("a match is no mapping",)))

    def _match(self, match: Block, shared: list[Any]) -> None:
        spot = Spot(self._source.path, line=match.line)
        kind = next((name for name in _TEXTS if isinstance(match.get(name), str)), "")
        if kind == "image_path":
            self.problems.append(Problem(spot, Reason.PICTURE, names=(match["image_path"],)))
            return
        if not kind:
            self.problems.append(Problem(spot, Reason.NO_BODY))
            return
        pattern = match["regex"] if isinstance(match.get("regex"), str) else ""
        variables = [*shared, *_list(match.get("vars"))]
        text = _text(match, kind)
        name, texts = variants(text, variables)
        if texts:
            problem = Problem(spot, Reason.VARIANTS, Severity.UNSUPPORTED, (name,), len(texts))
            self.problems.append(problem)
        rendered = [render(text, variables, pattern) for text in texts or [text]]
        first = _found(match, rendered[0].text, spot, self._group, pattern)
        self.add(first, (*dict.fromkeys(note for each in rendered for note in each.notes), *_notes(pattern, kind)))
        for other in rendered[1:]:
            self.found.append(replace(first, body=other.text, codes=(), keywords=first.keywords + first.codes))


def _notes(pattern: str, kind: str) -> Iterator[Note]:
    """What of a match cannot be said here, besides what is in its text."""
    if pattern:
        yield (Reason.TRIGGER, pattern)
    if kind in {"html", "markdown"}:
        yield (Reason.FORMATTING, kind)


def _text(match: Block, kind: str) -> str:
    text = str(match[kind])
    if kind == "form":
        return form(text, match.get("form_fields"))
    return plain(text) if kind == "html" else text


def _found(match: Block, body: str, spot: Spot, group: Group, pattern: str) -> Found:
    triggers = (match.get("trigger"), *_list(match.get("triggers")))
    terms = (*_list(match.get("search_terms")), pattern)
    return Found(
        body=body,
        spot=spot,
        title=match["label"] if isinstance(match.get("label"), str) else "",
        group=group,
        codes=tuple(code for code in triggers if isinstance(code, str) and code),
        keywords=tuple(term for term in terms if isinstance(term, str) and term),
    )


def _group(path: str) -> Group:
    """The name of the package: the file's own, or that of the folder which holds the version."""
    place = Path(path).absolute()
    for name in (place.stem, *(parent.name for parent in place.parents[:3])):
        if name.lower() not in _NO_NAMES and not _VERSION.fullmatch(name):
            return (name,)
    return (NAME,)


def _list(value: Any) -> list[Any]:
    if isinstance(value, str):
        return [value] if value else []
    return value if isinstance(value, list) else [value] if isinstance(value, Mapping) else []
