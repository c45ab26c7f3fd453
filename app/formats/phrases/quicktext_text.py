"""The tokens of QuickText, `{剪贴板}` and `{姓名:张三}`, as our variables.

The rule: only a snippet that says so has tokens; the braces of any other are letters of its text.
"""

import re

from app.core.imports.reading import Reason
from app.formats.phrases.foreign_text import Rendered, as_it_is, asked, dropped, moment, rewritten, stays

_TOKEN = re.compile(r"\{([^{}\r\n]{1,500})\}")
_MOMENT = re.compile(r"([^\s=+-]{1,8})\s*([+-]\d{1,4})?\s*(?:=(.*))?")
_FORMATS = {
    **dict.fromkeys(("日期", "date"), "yyyy-MM-dd"),
    **dict.fromkeys(("时间", "time"), "HH:mm"),
    **dict.fromkeys(("日期时间", "datetime", "now"), "yyyy-MM-dd HH:mm"),
}
_MADE = {"uuid", "随机数", "random"}


def render(text: str, *, has_variables: bool) -> Rendered:
    """Put our variables in the place of the tokens."""
    return rewritten(text, _TOKEN, _ours) if has_variables else as_it_is(text)


def _ours(match: re.Match[str]) -> Rendered:
    told = match[1].strip()
    word = told.lower()
    if word in {"剪贴板", "clipboard"}:
        return Rendered("{{clipboard}}")
    if word in {"光标", "cursor"}:
        return dropped(match)
    if word in _MADE or word.startswith(("片段:", "snippet:")) or not told:
        return stays(match)
    when = _MOMENT.fullmatch(told)
    if when and when[1].lower() in _FORMATS:
        wanted = (when[3] or "").strip() or _FORMATS[when[1].lower()]
        return stays(match) if when[2] else moment(wanted) or stays(match)
    return _field(told)


def _field(told: str) -> Rendered:
    """`name`, `name:default` or `name|choice|choice`, whose first choice is the default."""
    if "|" in told:
        name, *options = (part.strip() for part in told.split("|"))
        options = [option for option in options if option]
        return Rendered(asked(name, options[0] if options else "", options))
    name, _, default = told.partition(":")
    if not name.strip():
        return Rendered(f"{{{told}}}", ((Reason.VARIABLE, told),))
    return Rendered(asked(name.strip(), default.strip()))
