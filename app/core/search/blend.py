"""Hits of the phrases and of the answers in one order, with regard to the time and to what the agent stands on.

The rule: the reason decides first, as in each index; what holds now, and what was chosen, goes before its equals only.
"""

from collections.abc import Callable, Iterable
from datetime import datetime

from app.core.phrases import Phrase
from app.core.search.hits import Hit, Tier
from app.core.search.rank import Place, standing
from app.core.sheet import SHEET

_RANKS = (
    Place.CODE,
    Place.PINNED,
    Place.TITLE_SAID,
    Place.TITLE_WORD_SAID,
    Place.TITLE_INSIDE_SAID,
    Place.KEYWORD_INSIDE_SAID,
    Place.GROUP_SAID,
    Place.BODY_SAID,
    Place.BODY_MEANT,
)
"""The worst place of each rank: the beginning of a title and of a word in it count alike."""
_RANK = tuple(next(rank for rank, last in enumerate(_RANKS) if place <= last) for place in range(Place.BODY_MEANT + 1))
_ENOUGH = 3
_Test = Callable[[Phrase], bool]
_Key = tuple[int, bool, bool, int, float, bool, int, int, str]


def blend(found: Iterable[list[Hit]], now: datetime, is_chosen: _Test, is_coming: _Test) -> list[Hit]:
    """Lists of hits as one, each phrase once.

    Of equals a phrase that is used goes first, then an answer, which holds the figure of now, before a phrase.
    """
    hits: dict[str, Hit] = {}
    for own in found:
        for hit in own:
            hits.setdefault(hit.phrase.id, hit)

    def key(hit: Hit) -> _Key:
        phrase = hit.phrase
        use, length, position, phrase_id = standing(phrase, now)
        is_other = phrase.source != SHEET
        rank, is_apart = _RANK[hit.place], not is_chosen(phrase)
        return (rank, is_apart, is_coming(phrase), hit.place, use, is_other, length, position, phrase_id)

    return sorted(_without_typos(list(hits.values())), key=key)


def _without_typos(hits: list[Hit]) -> list[Hit]:
    """A typo is forgiven only where all of them together found as little as one alone may."""
    sure = [hit for hit in hits if hit.tier is not Tier.TYPO]
    is_rich = len(sure) >= _ENOUGH or any(hit.tier < Tier.BODY for hit in sure)
    return sure if is_rich else hits
