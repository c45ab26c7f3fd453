"""Phrases as 客服宝 takes them over: a workbook of two levels of groups, a title and the text.

The rule: the first level is required there, so a phrase outside all groups goes into 未分组.
"""

from collections.abc import Sequence

from app.core.imports.exports import Manner
from app.core.imports.reading import UNGROUPED, UNWATCHED, Found, Watch
from app.core.phrases.phrase import Phrase
from app.formats.cells_writer import Column, Layout, book
from app.formats.cells_writer import carried as carried_by
from app.formats.phrases import kefubao

_LAYOUT = Layout(
    (
        Column("一级分类（必填）", 18, lambda phrase: "".join(phrase.group[:1]) or UNGROUPED),
        Column("二级分类（选填）", 18, lambda phrase: " / ".join(phrase.group[1:])),
        Column("话术标题（选填）", 24, lambda phrase: phrase.title),
        Column("话术内容（必填）", 60, lambda phrase: phrase.body, is_text=True),
    ),
    kefubao.read,
)


def carried(phrases: Sequence[Phrase], manner: Manner) -> list[tuple[Found, ...]]:
    """What our reader makes of each phrase."""
    return carried_by(_LAYOUT, phrases)


def content(phrases: Sequence[Phrase], manner: Manner, watch: Watch = UNWATCHED) -> bytes:
    """The bytes of the file. Raises `Cancelled`."""
    return book(_LAYOUT, "话术", phrases, watch)
