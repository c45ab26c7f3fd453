"""Which of many texts say the same, or nearly.

The rule: the work grows with the number of texts, not with that of their pairs: a text is compared only with earlier
ones that share its rarest pieces, and with few of those.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain

from rapidfuzz.distance import Indel

from app.core.values import dataclass

LIKE = 0.9
"""From this share of equal letters on (1: all) two texts are nearly the same."""
_SHORTEST = 12
"""Letters of a text below which only an equal one is told: 好的亲 and 好的哦 are two answers."""
_LONGEST = 1_000
_RARE_SHARE = 0.3
"""The share of its pieces, the rarest, of which two texts that are nearly the same have at least one in common."""
_MOST_HOLDERS = 48
_MOST_COMPARED = 16
_DROPPED = re.compile(r"/:[^\s\u2e80-\uffff]{1,8}")
_FIGURES = re.compile(r"\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Alike:
    """Two texts by their places, the later one first. `has_other_figures`: they differ in a number."""

    at: int
    other: int
    is_same: bool
    has_other_figures: bool = False


def alike(texts: Sequence[str], like: float = LIKE) -> Iterator[Alike]:
    """Each text that says what an earlier one says, with the one that is most like it."""
    plain = [_plain(text) for text in texts]
    first: dict[str, int] = {}
    fresh: list[int] = []
    for at, text in enumerate(plain):
        if text and text in first:
            yield Alike(at, first[text], is_same=True)
        elif text:
            first[text] = at
            fresh.append(at)
    yield from _near([at for at in fresh if len(plain[at]) >= _SHORTEST], plain, like)


def _near(places: Sequence[int], plain: Sequence[str], like: float) -> Iterator[Alike]:
    pieces = {at: _pieces(plain[at]) for at in places}
    counts = Counter(chain.from_iterable(pieces.values()))
    holders: dict[str, list[int]] = defaultdict(list)
    for at in places:
        own = sorted(pieces[at], key=lambda piece: (counts[piece], piece))
        rare = own[: max(int(len(own) * _RARE_SHARE), 1) + 1]
        other = _nearest(at, [holders[piece] for piece in rare if counts[piece] > 1], plain, like)
        if other is not None:
            has_other = _FIGURES.findall(plain[at]) != _FIGURES.findall(plain[other])
            yield Alike(at, other, is_same=False, has_other_figures=has_other)
        for piece in rare:
            if len(holders[piece]) < _MOST_HOLDERS:
                holders[piece].append(at)


def _nearest(at: int, shared: Sequence[Sequence[int]], plain: Sequence[str], like: float) -> int | None:
    """The earlier text that is most like one, if any is like it enough."""
    votes = Counter(chain.from_iterable(shared))
    text = plain[at][:_LONGEST]
    best, nearest = like, None
    for other, _ in votes.most_common(_MOST_COMPARED):
        likeness = Indel.normalized_similarity(text, plain[other][:_LONGEST], score_cutoff=best)
        if likeness >= best and (nearest is None or likeness > best):
            best, nearest = likeness, other
    return nearest


def _pieces(text: str) -> set[str]:
    text = text[:_LONGEST]
    return {text[at : at + 2] for at in range(len(text) - 1)}


def _plain(text: str) -> str:
    """What a text says, without emoticon codes, marks and spaces."""
    letters = unicodedata.normalize("NFKC", _DROPPED.sub("", text)).casefold()
    return "".join(letter for letter in letters if letter.isalnum() or letter == ".").strip(".")
