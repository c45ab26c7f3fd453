"""What a hotstring of AutoHotkey types: escapes (`` `n ``) and keys (`{Enter}`), as text.

The rule: a key that moves or deletes leaves no trace in a text and is told; any other key stays as it was written.
"""

import re

from app.core.imports.reading import Reason
from app.formats.phrases.foreign_text import Rendered, dropped, rewritten, stays

_ESCAPE = re.compile(r"`(.)", re.DOTALL)
_ESCAPES = {"n": "\n", "r": "\r", "t": "\t", "s": " ", "b": "", "v": "", "a": "", "f": ""}
_KEY = re.compile(
    r"(?P<chord>\^[A-Za-z](?![A-Za-z]))"
    r"|(?P<modifiers>[+^!#]{0,4})\{(?P<key>[{}]|U\+[0-9A-Fa-f]{1,6}|[^{}\s]{1,20})(?:\s+(?P<count>[^{}\n]{1,20}))?\}"
)
_RAW = re.compile(r"\{(?:raw|text)\}", re.IGNORECASE)
"""From here on nothing is a key."""
_TYPED = {"enter": "\n", "return": "\n", "numpadenter": "\n", "tab": "\t", "space": " "}
_SILENT = {
    *("left", "right", "up", "down", "home", "end", "pgup", "pgdn", "bs", "backspace", "del", "delete", "esc"),
    *("escape", "ins", "insert", "blind"),
}
_MOST = 100


def unescaped(text: str) -> str:
    """The text that the backticks stand for."""
    return _ESCAPE.sub(lambda match: _ESCAPES.get(match[1], match[1]), text).replace("\r\n", "\n").replace("\r", "\n")


def sent(text: str) -> Rendered:
    """What the keys of a text type. Signs for modifiers (`!`, `+`) before a plain letter are taken for text."""
    raw = _RAW.search(text)
    if raw:
        before = rewritten(text[: raw.start()], _KEY, _ours)
        return Rendered(before.text + text[raw.end() :], before.notes)
    return rewritten(text, _KEY, _ours)


def _ours(match: re.Match[str]) -> Rendered:
    if match["chord"]:
        return Rendered("{{clipboard}}") if match[0].lower() == "^v" else stays(match)
    key, modifiers, count = match["key"], match["modifiers"], match["count"] or "1"
    typed = _typed(key)
    if modifiers and typed != "\n":
        return stays(match)
    if typed and count.isascii() and count.isdecimal() and len(count) < 4:
        return Rendered(typed * min(int(count), _MOST))
    return dropped(match) if key.lower() in _SILENT else stays(match, Reason.VARIABLE)


def _typed(key: str) -> str:
    if len(key) > 2 and key[:2].lower() == "u+":
        code = int(key[2:], 16)
        return chr(code) if 0 < code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF else ""
    return key if len(key) == 1 else _TYPED.get(key.lower(), "")
