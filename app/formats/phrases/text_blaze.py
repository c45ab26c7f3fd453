"""Text Blaze: JSON of folders with snippets, each with a name, a shortcut and a text.

The rule: its commands (blaze.today/commands) become ours where they have a counterpart, and no formula is worked out.
"""

import re
from typing import Any

import msgspec

from app.core.imports.reading import UNWATCHED, Columns, Found, Problem, Reading, Reason, Watch
from app.formats.encoding import decode_head
from app.formats.html_text import plain
from app.formats.phrases.collected import Collected
from app.formats.phrases.foreign_text import Note, Rendered, asked, dropped, moment, rewritten, stays
from app.formats.phrases.json_rows import Entry, JsonFile
from app.formats.source import Source

NAME = "text_blaze"
_ROOT = re.compile(r'"folders"\s*:\s*\[')
_COMMAND = re.compile(r"\{(=|[a-z]{2,20})(?:\s*:\s*([^{}]{0,1000})|\s*)\}|\{=[^{}]{0,1000}\}")
_KEYS = {"enter": "\n", "return": "\n", "tab": "\t", "space": " "}
_COMMANDS = {
    *("if", "elseif", "else", "endif", "repeat", "endrepeat", "note", "endnote", "import", "site", "user", "snippet"),
    *("formtoggle", "endformtoggle", "formdate", "error", "image", "link", "urlload", "urlsend", "run", "button"),
    *("dbselect", "dbinsert", "dbupdate", "dbdelete", "click", "wait", "toggle", "autopilot", "ai"),
}


class _Root(msgspec.Struct):
    folders: list[msgspec.Raw]


class _Folder(msgspec.Struct):
    name: Any = ""
    snippets: list[msgspec.Raw] = []


def looks_like(path: str, head: bytes) -> bool:
    """Whether it is JSON of folders with snippets."""
    if not path.lower().endswith(".json"):
        return False
    text = decode_head(head)
    return '"snippets"' in text and _ROOT.search(text) is not None


def read(source: Source, watch: Watch = UNWATCHED, columns: Columns | None = None) -> Reading:
    """Read it. Raises `BadFile` or `Cancelled`."""
    file = JsonFile(source)
    collected = Collected(NAME, source.path)
    for raw in file.root(_Root).folders:
        folder = _folder(raw)
        if isinstance(folder, str):  # its place is that of the folder
            collected.problems += [Problem(row.spot, Reason.BAD_ROW, names=(folder,)) for row in file.rows([raw])]
            continue
        for row in file.rows(folder.snippets, watch):
            if isinstance(row, Problem):
                collected.problems.append(row)
            else:
                _snippet(row, folder.name, collected)
    return collected.reading


def _folder(raw: msgspec.Raw) -> _Folder | str:
    """The folder, or why it is none."""
    try:
        return msgspec.json.decode(raw, type=_Folder)
    except RecursionError:
        return "nested too deep"
    except msgspec.DecodeError as error:
        return str(error)


def _snippet(row: Entry, folder: Any, collected: Collected) -> None:
    text, notes = row.text("text"), list[Note]()
    if not text and row.text("html"):
        text = plain(row.text("html"))
        notes.append((Reason.FORMATTING, "HTML"))
    if not text:
        collected.problems.append(Problem(row.spot, Reason.NO_BODY))
        return
    body = render(text)
    code = row.text("shortcut").strip()
    found = Found(
        body=body.text,
        spot=row.spot,
        title=row.text("name").strip(),
        group=(folder,) if isinstance(folder, str) and folder.strip() else (),
        codes=(code,) if code else (),
    )
    collected.add(found, (*notes, *body.notes))


def render(text: str) -> Rendered:
    """Put our variables in the place of the commands. What merely stands in braces stays and is nothing to tell of."""
    return rewritten(text, _COMMAND, _ours)


def _ours(match: re.Match[str]) -> Rendered:
    name, settings = match[1] or "=", (match[2] or "").strip()
    if name == "clipboard":
        return Rendered("{{clipboard}}")
    if name == "cursor":
        return dropped(match)
    if name == "time":
        return _time(match, settings)
    if name == "key" and settings.lower() in _KEYS:
        return Rendered(_KEYS[settings.lower()])
    if name in {"formtext", "formparagraph", "formmenu"}:
        return _field(name, settings)
    is_command = name in _COMMANDS or name in {"=", "key"}
    return stays(match) if is_command else Rendered(match[0])


def _time(match: re.Match[str], settings: str) -> Rendered:
    wanted, *others = (part.strip() for part in settings.split(";"))
    if any(other.startswith(("shift", "at", "parse")) for other in others):
        return stays(match)
    return moment(wanted or "YYYY-MM-DD HH:mm") or stays(match)


def _field(name: str, settings: str) -> Rendered:
    parts = [part.strip() for part in settings.split(";") if part.strip()]
    pairs = [part.partition("=") for part in parts]
    named = {key.strip(): value.strip() for key, sign, value in pairs if sign}
    default = named.get("default", "")
    options = [key for key, sign, _ in pairs if not sign]
    if name == "formmenu":
        options = [default, *options] if default and default not in options else options
        return Rendered(asked(named.get("name", ""), default, options))
    return Rendered(asked(named.get("name", "") or default or "?", default))
