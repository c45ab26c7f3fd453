"""The encoding of a Chinese text file: BOM, else strict UTF-8, else GB18030, which holds GBK and GB2312.

The rule: a text is never guessed into nonsense. A file that is UTF-8 but for a few bytes is damaged, not GBK.
"""

import codecs

from app.core.imports.reading import Reason
from app.formats.source import Source

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DAMAGE = 20
"""From this many good sequences for a bad one on, a text is damaged UTF-8; in GBK text good ones are the exception."""


def decode(source: Source) -> str:
    """The text with `\\n` line ends. Half surrogates stay in it, for the row that holds them. Raises `BadFile`."""
    text = _marked(source)
    if text is None:
        text = _wide(source.content) or _unmarked(source)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def decode_head(head: bytes) -> str:
    """What can be read of the beginning of a file, whose end may lie in the middle of a character; never fails."""
    for mark, name in _MARKS:
        if head.startswith(mark):
            return head[len(mark) :].decode(name, "ignore")
    wide = _wide(head[: len(head) // 2 * 2])
    if wide is not None:
        return wide
    try:
        return codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return head.decode("gb18030", "replace")


def _marked(source: Source) -> str | None:
    for mark, name in _MARKS:
        if source.content.startswith(mark):
            try:
                return source.content[len(mark) :].decode(name, "surrogatepass")
            except UnicodeDecodeError as error:
                raise source.bad(Reason.BAD_ENCODING, line=_line(source.content, len(mark) + error.start)) from None
    return None


def _wide(content: bytes) -> str | None:
    """UTF-16 without a mark, as the input methods write it: each line end has its NUL, and no NUL is a character."""
    for name, end, odd in (("utf-16-le", b"\n\x00", 1), ("utf-16-be", b"\x00\n", 0)):
        if len(content) % 2 or end not in content:
            continue
        if content[1 - odd :: 2].count(0) > content[odd::2].count(0) // 4:
            continue
        try:
            text = content.decode(name, "surrogatepass")
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    return None


def _unmarked(source: Source) -> str:
    content = source.content
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        at, is_cut = error.start, error.end == len(content) and error.reason == "unexpected end of data"
    damaged = content.decode("utf-8", "surrogateescape")
    bad = sum("\udc80" <= letter <= "\udcff" for letter in damaged)
    good = sum(letter > "\x7f" for letter in damaged) - bad
    if good >= (1 if is_cut else _DAMAGE * bad):
        return _damaged(source, at, is_cut)
    try:
        return content.decode("gb18030")
    except UnicodeDecodeError as error:
        raise source.bad(Reason.BAD_ENCODING, line=_line(content, error.start)) from None


def _damaged(source: Source, at: int, is_cut: bool) -> str:
    try:
        return source.content.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        line = _line(source.content, at)
    if is_cut:
        raise source.bad(Reason.BROKEN, "the last character is cut off", line=line)
    raise source.bad(Reason.BAD_ENCODING, line=line)


def _line(content: bytes, at: int) -> int:
    return content.count(b"\n", 0, at) + 1
