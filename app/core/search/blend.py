"""Hits of the phrases and of the answers in one order, with regard to the time and to what the agent stands on.

The rule: the reason decides first, as in each index; what holds now, and what was chosen, goes before its equals only.
"""

from collections.abc import Iterable, Sequence, Set
from datetime import datetime

from app.core.phrases.phrase import SHEET
from app.core.search.hits import Hit, Tier
from app.core.search.rank import Place, standing
from app.core.sheet.lifetimes import Lifetime
from app.core.values import dataclass

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
_OF_ACTIVITY = f"{SHEET}:activity:"
_Key = tuple[int, int, bool, bool, int, float, bool, int, int, str]


@dataclass(frozen=True, slots=True)
class Regard:
    """What is regarded at a moment: the beginnings of the ids of what is chosen, the lifetimes that have not begun, and
    the activities in which one cannot buy now (warm-up, afterwards).
    """

    now: datetime
    chosen: tuple[str, ...] = ()
    coming: Set[Lifetime] = frozenset()
    idle: Set[str] = frozenset()


def blend(found: Iterable[list[Hit]], regard: Regard) -> list[Hit]:
    """Lists of hits as one, each phrase once.

    What has not begun stands behind what holds, unless its code was typed or the others only have the word somewhere in
    their text. Of equals a phrase that is used goes first, then an answer, which holds the figure of now, before a
    phrase.
    """
    hits: dict[str, Hit] = {}
    for own in found:
        for hit in own:
            hits.setdefault(hit.phrase.id, hit)

    def key(hit: Hit) -> _Key:
        phrase = hit.phrase
        use, length, position, phrase_id = hit.standing or standing(phrase, regard.now)
        is_other = phrase.source != SHEET
        is_apart, is_coming = not phrase_id.startswith(regard.chosen), phrase.lifetime in regard.coming
        is_idle = is_coming or _activity(phrase_id) in regard.idle
        turn = _turn(hit, is_coming=is_coming)
        return (turn, _RANK[hit.place], is_apart, is_idle, hit.place, use, is_other, length, position, phrase_id)

    return sorted(hits.values(), key=key)


def _turn(hit: Hit, *, is_coming: bool) -> int:
    if hit.tier is Tier.CODE:
        return 0
    is_named = hit.tier <= Tier.GROUP
    if is_coming:
        return 1 if is_named else 3
    return 0 if is_named else 2


def _activity(phrase_id: str) -> str:
    """The activity of an answer, else nothing."""
    if not phrase_id.startswith(_OF_ACTIVITY):
        return ""
    return phrase_id[len(_OF_ACTIVITY) :].rpartition(":")[0]


def is_poor(hits: Sequence[Hit]) -> bool:
    """Whether so little was found that a typo is to be forgiven."""
    return len(hits) < _ENOUGH and not any(hit.tier < Tier.BODY for hit in hits)
