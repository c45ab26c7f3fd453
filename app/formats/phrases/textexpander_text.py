"""The macros of TextExpander, `%clipboard` and the like (textexpander.com/learn/using/snippets), as ours.

The rule: a plain percent sign is doubled there, so in its own files every single one begins a macro. A CSV may be
anybody's, so there only what cannot be anything else is a macro.
"""

import re

from app.core.imports.reading import Reason
from app.formats.phrases.foreign_text import Rendered, asked, dropped, rewritten, stays, strftime

_DATE = r"%[-1]?[YyBbmAadeHIMSpj]"
_RUN = rf"{_DATE}(?:[-/.:,_ 年月日号时点分秒T]{{0,3}}{_DATE})"
_UNIT = r"[年月日号时点分秒]?"
_SURE = (
    r"(?P<cursor>%\|)|(?P<clipboard>%clipboard)|%(?P<fill>fill\w{0,10})(?::(?P<told>[^%\n]{0,500}))?%"
    r"|%key:(?P<key>\w{1,20})%|%snippet:(?P<snippet>[^%\n]{1,100})%"
)
_MACRO = re.compile(
    rf"(?P<double>%%)|{_SURE}|(?P<shifted>(?:%@[+-]\d{{1,6}}[A-Za-z])+(?:{_RUN}*)?)|(?P<moves>%[<>^v\\])"
    rf"|(?P<moment>{_RUN}*{_UNIT})"
)
_CSV_MACRO = re.compile(rf"(?P<double>%%)|{_SURE}|(?P<moment>{_RUN}+{_UNIT})")
_KEYS = {"enter": "\n", "return": "\n", "tab": "\t", "space": " "}


def render(text: str) -> Rendered:
    """Put our variables in the place of the macros of a file that is TextExpander's own."""
    return rewritten(text, _MACRO, _ours)


def render_csv(text: str) -> Rendered:
    """The same for a row of a CSV."""
    return rewritten(text, _CSV_MACRO, _ours)


def _ours(match: re.Match[str]) -> Rendered:
    kind = match.lastgroup or ""
    if kind == "double":
        return Rendered("%")
    if kind == "clipboard":
        return Rendered("{{clipboard}}")
    if kind in {"cursor", "moves"}:
        return dropped(match)
    if kind == "moment":
        return strftime(match[0]) or stays(match)
    if kind == "key":
        key = _KEYS.get(match["key"].lower())
        return Rendered(key) if key else stays(match)
    if kind in {"fill", "told"}:
        return _field(match)
    return stays(match)


def _field(match: re.Match[str]) -> Rendered:
    """A field that is filled in; of an optional part (`%fillpart:…%` to `%fillpartend%`) the marks stay text."""
    kind, told = match["fill"], match["told"] or ""
    if kind not in {"fill", "filltext", "fillarea", "fillpopup"}:
        return stays(match, Reason.VARIABLE, match[0])
    parts = told.split(":")
    named = dict(part.partition("=")[::2] for part in parts if "=" in part)
    plain = [part for part in parts if part and "=" not in part]
    name = named.get("name", "") or (plain.pop(0) if plain and kind != "fillpopup" else "")
    default = named.get("default", "")
    options = ([default, *plain] if default else plain) if kind == "fillpopup" else []
    return Rendered(asked(name or kind, default, options))
