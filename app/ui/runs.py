"""A phrase as the runs of text that a row paints: plain, found, or a variable.

The rule: pure text, no fonts; runs put together again give the line, and a found character stays found whatever is cut.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import Enum

from app.core import templates
from app.core.phrases import Phrase

Span = tuple[int, int]
"""Start and end of found characters."""

LEAD = 6
"""Characters shown before the first found one, where a line is cut at its start."""
NEAR = 14
"""A found character so near to the start needs no cut."""
LENGTH = 160
"""More characters than the widest row can show."""


class Ink(Enum):
    """How a run is painted."""

    PLAIN = "plain"
    FOUND = "found"
    VARIABLE = "variable"


@dataclass(frozen=True, slots=True)
class Run:
    """Characters that are painted alike; of a variable `text` is its name."""

    text: str
    ink: Ink = Ink.PLAIN


@dataclass(frozen=True, slots=True)
class Row:
    """A phrase in the list and what was found in it."""

    phrase: Phrase
    title: tuple[Span, ...] = ()
    body: tuple[Span, ...] = ()
    codes: tuple[Span, ...] = field(default=())


def of_title(row: Row) -> tuple[Run, ...]:
    """The runs of the first line."""
    return tuple(_marked(row.phrase.title.replace("\n", " ")[:LENGTH], 0, row.title))


def of_body(row: Row) -> tuple[Run, ...]:
    """The runs of the second line: the body in one line, from where something was found in it."""
    body = row.phrase.body
    first = min((start for start, _ in row.body), default=0)
    cut = 0 if first <= NEAR else first - LEAD
    text = body[cut : cut + LENGTH].replace("\n", " ").replace("\t", " ")
    if not cut:
        bare = text.lstrip()
        cut, text = len(text) - len(bare), bare
    runs = [Run("…")] if cut and first > NEAR else []
    at = 0
    for variable in templates.variables(text):
        runs += _marked(text[at : variable.start], cut + at, row.body)
        runs.append(Run(variable.name, Ink.VARIABLE))
        at = variable.end
    return (*runs, *_marked(text[at:], cut + at, row.body))


def _marked(text: str, offset: int, spans: Iterable[Span]) -> list[Run]:
    """A text that starts at `offset` of its whole, cut where found characters start and end."""
    runs: list[Run] = []
    at = 0
    for start, end in _merged(spans):
        low, high = max(start - offset, at), min(end - offset, len(text))
        if low >= high:
            continue
        if low > at:
            runs.append(Run(text[at:low]))
        runs.append(Run(text[low:high], Ink.FOUND))
        at = high
    if at < len(text):
        runs.append(Run(text[at:]))
    return runs


def _merged(spans: Iterable[Span]) -> Sequence[Span]:
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
