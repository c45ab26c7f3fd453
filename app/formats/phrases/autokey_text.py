"""The macros and keys of AutoKey's phrases, `<date format=%Y-%m-%d>` and `<enter>`, as ours.

The rule: a script and the content of another file are never fetched; what merely stands in angle brackets is text.
"""

import re

from app.core.imports.reading import Reason
from app.formats.phrases.foreign_text import Rendered, dropped, rewritten, stays, strftime

_MACRO = re.compile(
    r"(?P<keys>(?:<(?:ctrl|alt|shift|super|hyper|meta)>\+)+(?:<\w{1,20}>|\S))"
    r"|<(?P<name>date|cursor|file|script|system)(?P<told>\s[^<>\n]{0,500})?>"
    r"|<(?P<key>enter|return|tab|left|right|up|down|home|end|backspace|delete|escape)>"
)
_FORMAT = re.compile(r"""format=(?:"([^"]*)"|'([^']*)'|(\S.*))""")
_KEYS = {"enter": "\n", "return": "\n", "tab": "\t"}
_ENTERS = {"<shift>+<enter>", "<shift>+<return>", "<ctrl>+<enter>"}


def render(text: str) -> Rendered:
    """Put our variables in the place of the macros."""
    return rewritten(text, _MACRO, _ours)


def _ours(match: re.Match[str]) -> Rendered:
    if match["keys"]:
        return _chord(match)
    if match["key"]:
        key = _KEYS.get(match["key"])
        return Rendered(key) if key else dropped(match)
    name, told = match["name"], match["told"] or ""
    if name == "cursor":
        return dropped(match)
    if name == "date":
        wanted = _FORMAT.search(told)
        return strftime((wanted[1] or wanted[2] or wanted[3] or "") if wanted else "%x") or stays(match)
    return stays(match, Reason.OTHER_FILE if name == "file" else Reason.SCRIPT)


def _chord(match: re.Match[str]) -> Rendered:
    keys = match[0].lower()
    if keys == "<ctrl>+v":
        return Rendered("{{clipboard}}")
    return Rendered("\n") if keys in _ENTERS else stays(match)
