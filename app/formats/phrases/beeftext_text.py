"""The variables of Beeftext, `#{date}` and the like (github.com/xmichelo/Beeftext/wiki/Variables), as ours.

The rule: what runs something (`#{powershell:}`) or reads the PC (`#{envVar:}`) stays text.
"""

import re

from app.core.imports.reading import Reason
from app.formats.phrases.foreign_text import Rendered, asked, dropped, moment, rewritten, stays

_VARIABLE = re.compile(r"#\{([A-Za-z]+)(?::((?:\\.|[^\\}]){0,2000}))?\}")
_SHIFT = re.compile(r"((?:[+-]\d{1,9}[yMwdhmsz])+):")
_KEYS = {"enter": "\n", "return": "\n", "tab": "\t", "space": " "}
VARIABLE = re.compile(r"#\{(?:clipboard|cursor|date|time|dateTime|input:|combo:|upper:|lower:|trim:|key:|delay:)")
"""What only a text of Beeftext holds."""


def render(text: str) -> Rendered:
    """Put our variables in the place of the others."""
    return rewritten(text, _VARIABLE, _ours)


def _ours(match: re.Match[str]) -> Rendered:
    name, told = match[1], re.sub(r"\\([\\}])", r"\1", match[2] or "")
    if name == "clipboard":
        return Rendered("{{clipboard}}")
    if name in {"cursor", "delay"}:
        return dropped(match)
    if name in {"date", "time", "dateTime"}:
        return _moment(match, name, told)
    if name == "input" and told.strip():
        return Rendered(asked(told.strip()))
    if name == "key" and told.lower() in _KEYS:
        return Rendered(_KEYS[told.lower()])
    if name == "imageFile":
        return stays(match, Reason.PICTURE, told)
    return stays(match, Reason.SCRIPT if name == "powershell" else Reason.VARIABLE)


def _moment(match: re.Match[str], name: str, told: str) -> Rendered:
    whole = {"date": "yyyy-MM-dd", "time": "HH:mm", "dateTime": "yyyy-MM-dd HH:mm"}[name]
    if not told:
        ours = moment(whole)
        return Rendered(ours.text, ((Reason.DATE_FORMAT, match[0]),)) if ours else stays(match)
    if _SHIFT.match(told):
        return stays(match)
    return moment(told) or stays(match)
