"""TextExpander: its groups and settings as property lists, and its CSV of abbreviation, content and label.

The rule: of a formatted snippet the plain text is taken; a snippet that is a script is left out and told.
"""

import plistlib
from collections.abc import Iterator, Mapping
from typing import Any
from xml.parsers.expat import ExpatError

from app.core.imports.reading import MAX_ROWS, UNWATCHED, Columns, Found, Group, Problem, Reading, Reason, Spot, Watch
from app.core.values import dataclass
from app.formats.phrases import abbreviation_csv
from app.formats.phrases.collected import Collected
from app.formats.phrases.foreign_text import Note
from app.formats.phrases.textexpander_text import render, render_csv
from app.formats.source import Source

NAME = "textexpander"
MAX_BYTES = 10 * 1024 * 1024
_SNIPPETS = ("snippetsTE3", "snippetsTE2", "snippets", "snippetPlists")
_GROUPS = ("groupsTE3", "groupsTE2", "groups")
_FORMATTED = 1
_SCRIPTS = {2: "AppleScript", 3: "shell", 4: "JavaScript"}
_LINE_MARK = b"<key>plainText</key>"


def looks_like(path: str, head: bytes) -> bool:
    """Whether it is a property list with snippets, or rows of about three cells that begin with abbreviations."""
    is_list = head.startswith(b"bplist00") or b"<plist" in head
    if is_list and (path.lower().endswith(".textexpander") or any(name.encode() in head for name in _SNIPPETS)):
        return True
    return bool(abbreviation_csv.widths(path, head))


def read(source: Source, watch: Watch = UNWATCHED, columns: Columns | None = None) -> Reading:
    """Read it. Raises `BadFile` or `Cancelled`."""
    if not source.content.startswith(b"bplist00") and b"<plist" not in source.content[:10_000]:
        return abbreviation_csv.read(NAME, render_csv, source, watch, columns)
    rows = list(_rows(_root(source), source))
    collected = Collected(NAME, source.path)
    for number, (row, spot) in enumerate(zip(rows, _spots(source, len(rows)), strict=True)):
        if not number % 512:
            watch.step(number, len(rows))
        _snippet(row, spot, collected)
    return collected.reading


@dataclass(frozen=True, slots=True)
class _Snippet:
    """One snippet, whatever it is, and its group."""

    value: Any
    group: Group


def _root(source: Source) -> Mapping[str, Any]:
    if len(source.content) > MAX_BYTES:
        raise source.bad(Reason.TOO_BIG, limit=MAX_BYTES // 1024 // 1024)
    try:
        root = plistlib.loads(source.content)
    except ExpatError as error:
        raise source.bad(Reason.BROKEN, str(error), line=error.lineno) from None
    except (plistlib.InvalidFileException, ValueError, TypeError, AttributeError, LookupError, OverflowError) as error:
        raise source.bad(Reason.BROKEN, str(error) or type(error).__name__) from None
    if not isinstance(root, dict):
        raise source.bad(Reason.BROKEN, "no dictionary at its root")
    return root


def _rows(root: Mapping[str, Any], source: Source) -> Iterator[_Snippet]:
    """The snippets of the file and of its groups, which hold them or name them by their ids."""
    info = root.get("groupInfo")
    named = info.get("groupName") if isinstance(info, dict) else root.get("name")
    groups = [group for group in _first_list(root, _GROUPS) if isinstance(group, dict)]
    members = {
        member: _group(group.get("name"))
        for group in groups
        for member in _first_list(group, ("snippetUUIDs",))
        if isinstance(member, str)
    }
    count = 0
    for holder, default in [(root, _group(named)), *((group, _group(group.get("name"))) for group in groups)]:
        for value in _first_list(holder, _SNIPPETS):
            count += 1
            if count > MAX_ROWS:
                raise source.bad(Reason.TOO_MANY_ROWS, limit=MAX_ROWS)
            uuid = value.get("uuidString") if isinstance(value, dict) else None
            yield _Snippet(value, members.get(uuid, default) if isinstance(uuid, str) else default)


def _first_list(holder: Mapping[str, Any], names: tuple[str, ...]) -> list[Any]:
    return next((value for name in names if isinstance(value := holder.get(name), list) and value), [])


def _group(name: Any) -> Group:
    return (name,) if isinstance(name, str) and name.strip() else ()


def _spots(source: Source, count: int) -> Iterator[Spot]:
    """The line of each snippet's text; a binary list has no lines, so there it is the number of the snippet."""
    content = source.content
    has_lines = content.count(_LINE_MARK) == count
    at, line, last = 0, 1, 0
    for number in range(1, count + 1):
        if not has_lines:
            yield Spot(source.path, line=number)
            continue
        place = content.find(_LINE_MARK, at)
        line += content.count(b"\n", at, place)
        yield Spot(source.path, "" if line > last else f"#{number}", line)
        at, last = place + 1, line


def _snippet(row: _Snippet, spot: Spot, collected: Collected) -> None:
    if not isinstance(row.value, dict):
        collected.problems.append(Problem(spot, Reason.BAD_ROW, names=("a snippet is no dictionary",)))
        return
    told_by = {name: value for name, value in row.value.items() if isinstance(value, str)}
    code, label, text = (told_by.get(name, "") for name in ("abbreviation", "label", "plainText"))
    kind = row.value.get("snippetType")
    if isinstance(kind, int) and kind in _SCRIPTS:
        collected.problems.append(Problem(spot, Reason.PROGRAM, names=(f"{label or code} ({_SCRIPTS[kind]})",)))
        return
    if not text.strip():
        collected.problems.append(
            Problem(spot, Reason.PICTURE if kind == _FORMATTED else Reason.NO_BODY, names=(label or code,))
        )
        return
    notes: list[Note] = [(Reason.FORMATTING, "RTF")] if kind == _FORMATTED else []
    body = render(text)
    codes = (code.strip(),) if code.strip() else ()
    found = Found(body=body.text, spot=spot, title=label.strip(), group=row.group, codes=codes)
    collected.add(found, (*notes, *body.notes))
