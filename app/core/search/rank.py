"""The order of hits: why a phrase was found first, then how much it is used.

The rule: both are plain numbers that can be worked out once: a `Place` is a row of the table below, and use with decay
needs no clock, because two phrases decay alike and keep their order.
"""

import math
from datetime import UTC, datetime, timedelta
from enum import IntEnum

from app.core.phrases.phrase import Phrase
from app.core.search.hits import Tier

HALF_LIFE = timedelta(days=14)
"""A use counts half as much after this time: about the length of one promotion."""
FIRST_USE = datetime(2000, 1, 1, tzinfo=UTC)
"""No use is older: it stands for one whose moment is not known."""


class Place(IntEnum):
    """Where and how a word was found, best first. `SAID` is by pinyin or initials, `MEANT` with a typo forgiven."""

    CODE = 0
    PINNED = 1
    TITLE = 2
    TITLE_SAID = 3
    TITLE_START = 4
    TITLE_START_SAID = 5
    TITLE_WORD = 6
    TITLE_WORD_SAID = 7
    TITLE_INSIDE = 8
    TITLE_INSIDE_SAID = 9
    KEYWORD_START = 10
    KEYWORD_START_SAID = 11
    KEYWORD_INSIDE = 12
    KEYWORD_INSIDE_SAID = 13
    GROUP = 14
    GROUP_SAID = 15
    BODY = 16
    BODY_SAID = 17
    TITLE_MEANT = 18
    KEYWORD_MEANT = 19
    GROUP_MEANT = 20
    BODY_MEANT = 21
    NOWHERE = 255


_LAST = (
    (Place.CODE, Tier.CODE),
    (Place.PINNED, Tier.PINNED),
    (Place.TITLE_INSIDE_SAID, Tier.TITLE),
    (Place.KEYWORD_INSIDE_SAID, Tier.KEYWORD),
    (Place.GROUP_SAID, Tier.GROUP),
    (Place.BODY_SAID, Tier.BODY),
    (Place.BODY_MEANT, Tier.TYPO),
)


_TIERS = tuple(next(reason for last, reason in _LAST if place <= last) for place in range(Place.BODY_MEANT + 1))


def tier(place: int) -> Tier:
    """The reason that a place amounts to."""
    return _TIERS[place]


def use(phrase: Phrase, now: datetime) -> float:
    """How much a phrase is used: the logarithm of its uses, each halved every `HALF_LIFE` since the last one.

    Counted from a fixed moment instead of from `now`, which changes all of them alike; a last use in the future (a
    clock that was set back) counts as now.
    """
    if not phrase.use_count:
        return -math.inf
    last = min(phrase.last_used_at or FIRST_USE, now)
    return math.log2(phrase.use_count) + (last - FIRST_USE) / HALF_LIFE


Standing = tuple[float, int, int, str]


def standing(phrase: Phrase, now: datetime) -> Standing:
    """What orders phrases that were found for the same reason: use, shorter title, position; smaller is better."""
    return (-use(phrase, now), len(phrase.title), phrase.position, phrase.id)
