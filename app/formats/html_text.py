"""HTML as a row of tags and texts, in one pass.

The rule: the work is linear whatever the text holds; the library's own parser can be kept busy for hours by `<a <a <a`.
"""

import html
import re
from collections.abc import Iterator, Mapping

from app.core.values import dataclass

_TAG = re.compile(r"/?[A-Za-z][\w:-]{0,40}")
_ATTRIBUTE = re.compile(r"""([\w:-]{1,40})\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_BREAKS = {"p", "div", "li", "tr", "h1", "h2", "h3"}
_HIDDEN = ("script", "style")


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag: its name in lower case without a prefix, whether it closes, and its attributes as they were written."""

    name: str
    is_end: bool
    inside: str

    @property
    def attributes(self) -> Mapping[str, str]:
        """The attributes by name, without prefixes; only looked for in the first thousand letters."""
        found = _ATTRIBUTE.findall(self.inside[:1_000])
        return {name.lower().rpartition(":")[2]: first or second or bare for name, first, second, bare in found}


def pieces(text: str) -> Iterator[tuple[int, Tag | str]]:
    """Tags and texts with their places; comments, declarations, scripts and styles are left out."""
    at = 0
    while at < len(text):
        start = text.find("<", at)
        start = len(text) if start < 0 else start
        if start > at:
            yield at, html.unescape(text[at:start])
        if text.startswith(("<!", "<?"), start):
            at = _after(text, "-->" if text.startswith("<!--", start) else ">", start)
            continue
        name = _TAG.match(text, start + 1)
        if not name:
            if start < len(text):
                yield start, "<"
            at = start + 1
            continue
        end = text.find(">", name.end())
        if end < 0:
            return
        tag = Tag(name[0].lstrip("/").lower().rpartition(":")[2], name[0][0] == "/", text[name.end() : end])
        yield start, tag
        is_hidden = tag.name in _HIDDEN and not tag.is_end
        at = _after(text, f"</{name[0]}>", end) if is_hidden else end + 1


def _after(text: str, mark: str, at: int) -> int:
    place = text.find(mark, at)
    return len(text) if place < 0 else place + len(mark)


def plain(text: str) -> str:
    """What a reader of the HTML would see, a line for each block."""
    parts: list[str] = []
    for _, piece in pieces(text):
        if isinstance(piece, str):
            parts.append(piece)
        elif piece.name == "br" or (piece.is_end and piece.name in _BREAKS):
            parts.append("\n")
    return "".join(parts).strip("\n")
