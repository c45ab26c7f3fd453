"""Two texts against each other: which pieces stayed, which are gone, which are new.

The rule: put together without the new pieces the runs are the old text, without the gone ones the new text; a number,
a word, a variable or an emoticon code is never torn.
"""

import re
from collections.abc import Iterator, Sequence
from enum import Enum

from rapidfuzz.distance import Indel

from app.core.values import dataclass

_TOKEN = re.compile(r"\{\{[^{}\n]*\}\}|/:[^\s\u2e80-\uffff]{1,8}|\d+(?:[.,:]\d+)*%?|[A-Za-z]+|\s|.", re.DOTALL)
_MOST = 6_000
"""Pieces of a text that are compared one by one; of longer ones the lines are."""
_TORN = 2
"""An island of at most so many letters between two changes is read more easily as changed with them."""


class Mark(Enum):
    """What became of a piece."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text and what became of it."""

    text: str
    mark: Mark


def marked(old: str, new: str) -> tuple[Run, ...]:
    """The pieces of both texts in the order of reading; of a place that changed what is gone comes first."""
    if old == new:
        return (Run(old, Mark.SAME),) if old else ()
    pieces = _TOKEN.findall(old), _TOKEN.findall(new)
    if max(map(len, pieces)) > _MOST:
        pieces = old.splitlines(keepends=True), new.splitlines(keepends=True)
    return tuple(_joined(_without_islands(list(_runs(*pieces)))))


def _runs(old: Sequence[str], new: Sequence[str]) -> Iterator[Run]:
    for code in Indel.opcodes(old, new):
        if code.tag == "equal":
            yield Run("".join(old[code.src_start : code.src_end]), Mark.SAME)
            continue
        yield Run("".join(old[code.src_start : code.src_end]), Mark.GONE)
        yield Run("".join(new[code.dest_start : code.dest_end]), Mark.NEW)


def _without_islands(runs: list[Run]) -> Iterator[Run]:
    """Short pieces that stayed between two changes are told as gone and as new again."""
    runs = [run for run in runs if run.text]
    for at, run in enumerate(runs):
        is_between = 0 < at < len(runs) - 1
        if run.mark is Mark.SAME and is_between and len(run.text) <= _TORN and "\n" not in run.text:
            yield Run(run.text, Mark.GONE)
            yield Run(run.text, Mark.NEW)
        else:
            yield run


def _joined(runs: Iterator[Run]) -> Iterator[Run]:
    """Neighbours of one mark together, what is gone before what is new."""
    texts = dict.fromkeys(Mark, "")
    for run in runs:
        is_turn = (run.mark is Mark.SAME) is not bool(texts[Mark.SAME])
        if is_turn:
            yield from _told(texts)
            texts = dict.fromkeys(Mark, "")
        texts[run.mark] += run.text
    yield from _told(texts)


def _told(texts: dict[Mark, str]) -> Iterator[Run]:
    for mark, text in texts.items():
        if text:
            yield Run(text, mark)
