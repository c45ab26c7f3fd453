"""Words that a shop may not or should not write to a buyer.

The rule: a word refuses only where it can hardly be meant otherwise; what may be harmless is let through and told.
Sources: Advertising Law of the PRC, article 9 (absolute words); the platforms' rules against leading buyers to other
networks and against rebates for good reviews.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum


class Severity(Enum):
    """What a word does to a paste."""

    REFUSE = "refuse"
    WARN = "warn"


@dataclass(frozen=True, slots=True)
class ForbiddenWord:
    """A word and what it does; `unless` are longer words in which it is harmless (`最` in `最后`)."""

    word: str
    severity: Severity = Severity.REFUSE
    unless: tuple[str, ...] = ()


FORBIDDEN: tuple[ForbiddenWord, ...] = (
    *(
        ForbiddenWord(word)
        for word in ("国家级", "全网最低", "世界第一", "全国第一", "销量第一", "史上最低", "绝无仅有")
    ),
    *(
        ForbiddenWord(word)
        for word in ("加微信", "加我微信", "加V信", "加QQ", "好评返现", "好评返红包", "线下交易", "私下转账")
    ),
    ForbiddenWord(
        "最", Severity.WARN, ("最后", "最近", "最多", "最少", "最迟", "最晚", "最早", "最终", "最大", "最小", "最新")
    ),
    ForbiddenWord("第一", Severity.WARN, ("第一次", "第一步", "第一时间", "第一个", "第一件", "第一天")),
    *(ForbiddenWord(word, Severity.WARN) for word in ("绝对", "百分百", "100%", "永久", "万能", "微信", "假一赔")),
)


def find(text: str, words: Iterable[ForbiddenWord] = FORBIDDEN) -> tuple[ForbiddenWord, ...]:
    """The forbidden words that a text holds, each once, refusing ones first; letter case does not count."""
    low = text.casefold()
    found = [entry for entry in words if _stands_in(entry, low)]
    return tuple(sorted(found, key=lambda entry: entry.severity is Severity.WARN))


def _stands_in(entry: ForbiddenWord, text: str) -> bool:
    for harmless in entry.unless:
        text = text.replace(harmless.casefold(), "\n")
    return entry.word.casefold() in text
