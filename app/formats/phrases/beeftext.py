"""Beeftext: its JSON backups of every version, and its CSV of keyword, snippet and name.

The rule: a combo that is switched off comes too and is told; a snippet in HTML comes as the text that it shows.
"""

import re
from collections.abc import Mapping
from typing import Any

import msgspec

from app.core.imports.reading import UNWATCHED, Columns, Found, Problem, Reading, Reason, Watch
from app.formats.encoding import decode_head
from app.formats.html_text import plain
from app.formats.phrases import abbreviation_csv
from app.formats.phrases.beeftext_text import VARIABLE, render
from app.formats.phrases.collected import Collected
from app.formats.phrases.foreign_text import Note
from app.formats.phrases.json_rows import Entry, JsonFile
from app.formats.source import Source

NAME = "beeftext"
_ROOT = re.compile(r'"combos"\s*:\s*\[')
_NO_GROUP = ""


class _Root(msgspec.Struct):
    combos: list[msgspec.Raw]
    groups: Any = None


def looks_like(path: str, head: bytes) -> bool:
    """Whether it holds a list of combos, or three columns without a header whose first one holds abbreviations."""
    text = decode_head(head).lstrip("\ufeff \t\r\n")
    if text.startswith("{"):
        return bool(_ROOT.search(text))
    widths = abbreviation_csv.widths(path, head)
    return widths == {3} or (bool(widths) and bool(VARIABLE.search(text)))


def read(source: Source, watch: Watch = UNWATCHED, columns: Columns | None = None) -> Reading:
    """Read it. Raises `BadFile` or `Cancelled`."""
    if not source.content.lstrip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n").startswith(b"{"):
        return abbreviation_csv.read(NAME, render, source, watch, columns)
    file = JsonFile(source)
    root = file.root(_Root)
    groups = _groups(root.groups)
    collected = Collected(NAME, source.path)
    for row in file.rows(root.combos, watch):
        if isinstance(row, Problem):
            collected.problems.append(row)
        else:
            _combo(row, groups, collected)
    return collected.reading


def _groups(told: Any) -> Mapping[str, str]:
    rows = [row for row in told if isinstance(row, dict)] if isinstance(told, list) else []
    return {str(row.get("uuid", "")): name for row in rows if isinstance(name := row.get("name"), str)}


def _combo(row: Entry, groups: Mapping[str, str], collected: Collected) -> None:
    text = row.text("snippet", "substitutionText")
    if not text:
        collected.problems.append(Problem(row.spot, Reason.NO_BODY))
        return
    notes: list[Note] = []
    if row.fields.get("useHtml") is True:
        text = plain(text)
        notes.append((Reason.FORMATTING, "HTML"))
    if row.fields.get("enabled") is False:
        notes.append((Reason.SWITCHED_OFF, ""))
    body = render(text)
    name, remark = row.text("name").strip(), row.text("description").strip()
    if name and remark and remark != name:
        notes.append((Reason.COLUMN_IGNORED, remark))
    group = groups.get(row.text("group"), _NO_GROUP)
    code = row.text("keyword", "comboText").strip()
    found = Found(
        body=body.text,
        spot=row.spot,
        title=name or remark,
        group=(group,) if group else (),
        codes=(code,) if code else (),
    )
    collected.add(found, (*notes, *body.notes))
