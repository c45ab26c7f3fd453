"""Phrases as 千牛 takes them over: CSV in GB18030 with code, text and group.

The rule: a field that a spreadsheet would run as a formula begins with a TAB, which it shows as nothing and which our
reader, like every cell of such exports, is freed from.
"""

from collections.abc import Iterable, Sequence

from app.core.imports.exports import Manner
from app.core.imports.reading import UNWATCHED, BadFile, Found, Watch
from app.core.phrases.phrase import Phrase
from app.formats.cells_writer import Column, Layout
from app.formats.cells_writer import carried as carried_by
from app.formats.encoding import decode
from app.formats.phrases import qianniu
from app.formats.source import Source

_RISKY = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a formula may begin with, in full width too: Chinese spreadsheet programs take those for the same."""
_STEP = 512
_LAYOUT = Layout(
    (
        Column("快捷短语编码", 12, lambda phrase: "".join(phrase.codes[:1])),
        Column("快捷短语", 60, lambda phrase: phrase.body, is_text=True),
        Column("快捷短语分组", 20, lambda phrase: " / ".join(phrase.group)),
    ),
    qianniu.read,
    is_book=False,
)


def carried(phrases: Sequence[Phrase], manner: Manner) -> list[tuple[Found, ...]]:
    """What our reader makes of each phrase."""
    return carried_by(_LAYOUT, phrases)


def content(phrases: Sequence[Phrase], manner: Manner, watch: Watch = UNWATCHED) -> bytes:
    """The bytes of the file. Raises `Cancelled`."""
    records = [_record(_LAYOUT.header)]
    for number, phrase in enumerate(phrases):
        if not number % _STEP:
            watch.step(number, len(phrases))
        cells = _LAYOUT.row(phrase)
        if cells:
            records.append(_record(cells))
    return _encoded("".join(records))


def _record(cells: Iterable[str]) -> str:
    return ",".join(map(_quoted, cells)) + "\r\n"


def _quoted(cell: str) -> str:
    safe = f"\t{cell}" if cell.startswith(_RISKY) else cell
    return '"{}"'.format(safe.replace('"', '""'))


def _encoded(text: str) -> bytes:
    """GB18030, which holds every letter; marked UTF-8 for the rare text whose GB18030 bytes look like another one's."""
    made = text.encode("gb18030")
    try:
        is_told = decode(Source("", made)) == text.replace("\r\n", "\n").replace("\r", "\n")
    except BadFile:
        is_told = False
    return made if is_told else text.encode("utf-8-sig")
