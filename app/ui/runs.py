"""A phrase as the runs of text that a row paints: plain, found, or a variable.

The rule: pure text, no fonts; runs put together again give the line, and a found character stays found whatever is cut.
"""

from collections.abc import Iterable
from enum import Enum

from app.core.facts import templates
from app.core.phrases.phrase import SHEET, Phrase
from app.core.search.hits import Marks, Span
from app.core.values import dataclass

LEAD = 6
"""Characters shown before the first found one, where a line is cut at its start."""
NEAR = 14
"""A found character so near to the start needs no cut."""
LENGTH = 160
"""More characters than the widest row can show."""

BETWEEN_GROUPS = " › "
_ENDINGS = " .,;!?，。；！？、）)"
"""What ends the words before; no line begins with it."""


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


def of_title(phrase: Phrase, marks: Marks) -> tuple[Run, ...]:
    """The runs of the first line."""
    return tuple(_marked(phrase.title.replace("\n", " ")[:LENGTH], 0, marks.title))


def of_body(phrase: Phrase, marks: Marks) -> tuple[Run, ...]:
    """The runs of the second line: the body in one line, from where something was found in it."""
    body = phrase.body
    first = min((start for start, _ in marks.body), default=0)
    cut = _before_variable(body, 0 if first <= NEAR else _before_word(body, first - LEAD, first))
    text = body[cut : cut + LENGTH].replace("\n", " ").replace("\t", " ")
    runs = [Run("…")] if cut else []
    bare = text.lstrip(_ENDINGS) if cut else text.lstrip()
    cut, text = cut + len(text) - len(bare), bare
    at = 0
    for variable in templates.variables(text):
        runs += _marked(text[at : variable.start], cut + at, marks.body)
        runs.append(Run(variable.name, Ink.VARIABLE))
        at = variable.end
    return (*runs, *_marked(text[at:], cut + at, marks.body))


def _before_word(body: str, cut: int, first: int) -> int:
    """A place to cut that tears no word of Latin letters in two, up to what was found."""
    if not (body[cut - 1].isascii() and body[cut - 1].isalnum()):
        return cut
    return next((at for at in range(cut, first) if not (body[at].isascii() and body[at].isalnum())), cut)


def _before_variable(body: str, cut: int) -> int:
    """A place to cut that tears no variable in two."""
    return next((each.start for each in templates.variables(body) if each.start < cut < each.end), cut)


def of_code(phrase: Phrase, marks: Marks) -> Run | None:
    """The short code that was found, else the first one."""
    if not phrase.codes:
        return None
    found = [code for code, spans in zip(phrase.codes, marks.codes, strict=False) if spans]
    return Run(found[0], Ink.FOUND) if found else Run(phrase.codes[0])


def subject_of(phrase: Phrase) -> str:
    """What an answer of the cheat-sheet is about, or nothing: each activity has answers of the same titles."""
    return phrase.group[-1] if phrase.source == SHEET and len(phrase.group) > 1 else ""


def of_side(phrase: Phrase, marks: Marks) -> tuple[Run, ...]:
    """What stands small at the right: the keyword or question by which it was found, else the group path.

    In the path nothing is marked that the eye has seen found in the row already.
    """
    is_seen = bool(marks.title or marks.body or any(marks.codes))
    if not is_seen and not subject_of(phrase):
        words = (*phrase.keywords, *phrase.questions)
        for word, spans in zip(words, (*marks.keywords, *marks.questions), strict=False):
            if spans:
                return tuple(_marked(word, 0, spans))
    found = () if is_seen else marks.group
    runs: list[Run] = []
    for at, part in enumerate(phrase.group):
        runs += [Run(BETWEEN_GROUPS)] if at else []
        runs += _marked(part, 0, found[at] if at < len(found) else ())
    return tuple(runs)


def _marked(text: str, offset: int, spans: Iterable[Span]) -> list[Run]:
    """A text that starts at `offset` of its whole, cut where found characters start and end."""
    runs: list[Run] = []
    at = 0
    for start, end in spans:
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
