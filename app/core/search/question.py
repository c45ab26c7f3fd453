"""A buyer's whole sentence as a query: where no phrase holds it, those that share most of its words are meant.

The rule: it is asked only when nothing else was found, so it can never push a real hit aside.
"""

import math
import re
from collections.abc import Sequence

from app.core.search.hits import Hit, Marks, Spans, Tier

LEAST = 4
"""Chinese characters from which a query may be a sentence."""
_MOST_HALVED = 24
_LONGEST_TAIL = 6
_POLITE = re.compile(r"^(?:亲+|请问|想问|你好|您好|问一下|[，,、~～\s])+|[吗呢呀啊吧哦哈嘛么了？?！!。~～\s]+$")
_MOST_PIECES = 12
_CHINESE = re.compile(r"[\u3400-\u9fff]+")
_FILLING = re.compile(
    r"什么|怎么|哪个|哪里|为啥|可以|一下|[的了吗呢呀啊吧哦哈嘛么我你您亲是在有个这那就都还也和跟把被给让请]"
)
"""Words that stand in every second sentence and tell nothing about it."""
_WEIGHTS = {Tier.CODE: 3.0, Tier.PINNED: 3.0, Tier.TITLE: 3.0, Tier.KEYWORD: 3.0, Tier.GROUP: 1.5, Tier.BODY: 1.0}


def halves(text: str) -> tuple[str, ...]:
    """A text of one word as queries of two words, cut where that may make sense (`保温杯多大`).

    First comes the cut at what fills the sentence, then those with a short second half, which is what is asked. Where
    the first cut would lose a word of one character (`有货吗`) it comes last.
    """
    plain = _POLITE.sub("", text.strip())
    if not 4 <= len(text) <= _MOST_HALVED or " " in plain or not _CHINESE.search(plain):
        return ()
    parts = [part for part in _FILLING.split(plain) if part]
    gist = " ".join(part for part in parts if len(part) > 1)
    is_whole = all(len(part) > 1 for part in parts)
    tails = range(2, min(len(plain) - 2, _LONGEST_TAIL) + 1)
    cuts = (plain, *(f"{plain[:-tail]} {plain[-tail:]}" for tail in tails))
    found = (gist, *cuts) if is_whole else (*cuts, gist)
    return tuple(dict.fromkeys(half for half in found if half and half != text))


def pieces(text: str) -> tuple[str, ...]:
    """The pairs of characters that a sentence is about; none where it is too short to be one."""
    runs = _CHINESE.findall(text)
    if sum(map(len, runs)) < LEAST:
        return ()
    parts = [part for run in runs for part in _FILLING.split(run) if part]
    pairs = [part[at : at + 2] for part in parts for at in range(len(part) - 1)]
    return tuple(dict.fromkeys(pairs or parts))[:_MOST_PIECES]


def together(found: Sequence[Sequence[Hit]], limit: int) -> list[Hit]:
    """The phrases that most pieces name, a piece that names few of them counting more. `found` are the hits of each."""
    score: dict[str, float] = {}
    hits: dict[str, list[Hit]] = {}
    for own in found:
        rarity = 1 / math.log2(2 + len(own))
        for hit in own:
            weight = _WEIGHTS.get(hit.tier)
            if weight:
                score[hit.phrase.id] = score.get(hit.phrase.id, 0.0) + weight * rarity
                hits.setdefault(hit.phrase.id, []).append(hit)
    best = sorted(score, key=lambda phrase_id: -score[phrase_id])[:limit]
    return [_joined(hits[phrase_id]) for phrase_id in best]


def _joined(hits: Sequence[Hit]) -> Hit:
    return Hit(hits[0].phrase, Tier.TYPO, lambda _phrase: _marks([hit.marks for hit in hits]))


def _marks(all_marks: Sequence[Marks]) -> Marks:
    return Marks(
        title=_spans([marks.title for marks in all_marks]),
        body=_spans([marks.body for marks in all_marks]),
        codes=_each([marks.codes for marks in all_marks]),
        keywords=_each([marks.keywords for marks in all_marks]),
        questions=_each([marks.questions for marks in all_marks]),
        group=_each([marks.group for marks in all_marks]),
    )


def _each(lists: Sequence[tuple[Spans, ...]]) -> tuple[Spans, ...]:
    return tuple(_spans(own) for own in zip(*(one for one in lists if one), strict=False))


def _spans(lists: Sequence[Spans]) -> Spans:
    """All spans, sorted, those that touch as one."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(span for spans in lists for span in spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)
