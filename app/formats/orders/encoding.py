"""The text of an order export, which some tools put together of pieces in two encodings.

The rule: each line is read as what it is; a letter that is neither UTF-8 nor GBK becomes `LOST`, and only its row
suffers.
"""

import codecs
import re
from collections.abc import Mapping
from dataclasses import field

from app.core.values import dataclass
from app.formats.encoding import decode
from app.formats.source import Source

LOST = "\ufffd"
_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_NO_ASCII = bytes(range(128, 256))
_SEQUENCE = re.compile(rb"[\xe2-\xe9\xef][\x80-\xbf]{2}")
_CHINESE = "\u2e80"
"""From here on letters are Chinese."""
_UTF_8, _GBK = "UTF-8", "GBK"


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text with `\\n` line ends, and the lines that are in another encoding than most, with its name."""

    text: str
    others: Mapping[int, str] = field(default_factory=dict)


def decoded(source: Source) -> Decoded:
    """The text of a file. Raises `BadFile` for UTF-16 that is damaged."""
    content = source.content
    if content.startswith(_MARKS) or b"\0" in content:
        return Decoded(decode(source))
    content = content.removeprefix(codecs.BOM_UTF8).replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    try:
        return Decoded(content.decode("utf-8"))
    except UnicodeDecodeError:
        return _by_lines(content)


def _by_lines(content: bytes) -> Decoded:
    """No trail byte of GBK is a line end, so lines can be told apart before they are read."""
    lines: list[str] = []
    names: dict[int, str] = {}
    for number, line in enumerate(content.split(b"\n"), 1):
        if line.isascii():
            lines.append(line.decode("ascii"))
            continue
        names[number], text = _read(line)
        lines.append(text)
    told = list(names.values())
    usual = _UTF_8 if told.count(_UTF_8) > told.count(_GBK) else _GBK
    return Decoded("\n".join(lines), {number: name for number, name in names.items() if name != usual})


def _read(line: bytes) -> tuple[str, str]:
    try:
        text = line.decode("utf-8")
        if max(text) >= _CHINESE:  # two letters of GBK may be one of Greek or Arabic in UTF-8
            return _UTF_8, text
    except UnicodeDecodeError:
        if _is_damaged(line):
            return _UTF_8, line.decode("utf-8", "replace")
    return _GBK, line.decode("gb18030", "replace")


def _is_damaged(line: bytes) -> bool:
    """Whether it is UTF-8 but for a few bytes: in GBK good sequences are the exception."""
    good = 3 * len(_SEQUENCE.findall(line))
    return good > 4 * (len(line) - len(line.translate(None, _NO_ASCII)) - good)
