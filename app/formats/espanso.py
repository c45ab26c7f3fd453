"""Packages of espanso: YAML with triggers and replacements.

The rule: a match is a phrase, its triggers are codes; scripts and shell commands are never run.
"""

import re
from collections.abc import Mapping
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from app.core.imports import UNWATCHED, Columns, Found, Problem, Reading, Reason, Severity, Spot, Watch
from app.formats.encoding import decode_head
from app.formats.espanso_text import Rendered, form, render
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
        matches.add(root)
    return Reading(NAME, source.path, tuple(matches.found), tuple(matches.problems))


class _Matches:
    """Collects the phrases and problems of a file."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._group = _group(source.path)
        self.found: list[Found] = []
        self.problems: list[Problem] = []

    def add(self, root: Block) -> None:
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
        rendered = self._rendered(match, kind, [*shared, *_list(match.get("vars"))], pattern)
        self._tell(spot, rendered, pattern, kind)
        triggers = (match.get("trigger"), *_list(match.get("triggers")))
        terms = (*_list(match.get("search_terms")), pattern)
        self.found.append(
            Found(
                body=rendered.text,
                spot=spot,
                title=match["label"] if isinstance(match.get("label"), str) else "",
                group=self._group,
                codes=tuple(code for code in triggers if isinstance(code, str) and code),
                keywords=tuple(term for term in terms if isinstance(term, str) and term),
            )
        )

    def _rendered(self, match: Block, kind: str, variables: list[Any], pattern: str) -> Rendered:
        text = match[kind]
        if kind == "form":
            text = form(text, match.get("form_fields"))
        elif kind == "html":
            text = plain(text)
        return render(text, variables, pattern)

    def _tell(self, spot: Spot, rendered: Rendered, pattern: str, kind: str) -> None:
        notes = list(rendered.notes)
        if pattern:
            notes.append((Reason.TRIGGER, pattern))
        if kind in {"html", "markdown"}:
            notes.append((Reason.FORMATTING, kind))
        for reason, name in notes:
            severity = Severity.HINT if reason is Reason.DATE_FORMAT else Severity.UNSUPPORTED
            self.problems.append(Problem(spot, reason, severity, (name,)))


class _Plain(HTMLParser):
    """The text of a piece of HTML, a line for each block."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._hidden = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A line break is one; scripts and styles are no text."""
        self._hidden = tag if tag in {"script", "style"} else self._hidden
        if tag == "br":
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """A block ends its line."""
        self._hidden = "" if tag == self._hidden else self._hidden
        if tag in {"p", "div", "li", "tr", "h1", "h2", "h3"}:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        """Keep what is seen."""
        if not self._hidden:
            self.parts.append(data)


def plain(html: str) -> str:
    """What a reader of the HTML would see."""
    parser = _Plain()
    parser.feed(html)
    parser.close()
    return "".join(parser.parts).strip("\n")


def _group(path: str) -> tuple[str, ...]:
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
