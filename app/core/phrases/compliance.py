"""Words that a shop may not or should not write to a buyer.

The rule: a word refuses only where it can hardly be meant otherwise; what may be harmless is let through and told.
Sources: Advertising Law of the PRC, article 9 (absolute words); the platforms' rules against leading buyers to other
networks and against rebates for good reviews.
"""

from collections.abc import Iterable
from enum import Enum

from app.core.values import dataclass


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


_MOST = (
    "后",
    "近",
    "多",
    "少",
    "迟",
    "晚",
    "早",
    "终",
    "大",
    "小",
    "新",
    "低消费",
    "喜欢",
    "好先",
    "好是",
    "好在",
    "好提前",
    "好能",
)
_FIRST = ("次", "步", "时间", "个", "件", "天", "条", "页", "位", "批", "笔", "单", "行", "张", "句", "段")

FORBIDDEN: tuple[ForbiddenWord, ...] = (
    *(
        ForbiddenWord(word)
        for word in ("国家级", "全网最低", "世界第一", "全国第一", "销量第一", "史上最低", "绝无仅有")
    ),
    *(ForbiddenWord(word) for word in ("加微信", "加我微信", "加V信", "加QQ", "线下交易", "私下转账")),
    *(ForbiddenWord(word) for word in ("好评返现", "好评返红包", "五星返现", "五星返红包")),
    ForbiddenWord("最", Severity.WARN, tuple("最" + word for word in _MOST)),
    ForbiddenWord("第一", Severity.WARN, tuple("第一" + word for word in _FIRST)),
    ForbiddenWord("微信", Severity.WARN, ("微信支付", "微信付款")),
    ForbiddenWord("100%", Severity.WARN, ("100%棉", "100%羊毛", "100%桑蚕丝", "100%聚酯")),
    *(ForbiddenWord(word, Severity.WARN) for word in ("绝对", "百分百", "永久", "万能", "假一赔", "顶级", "极品")),
    ForbiddenWord("加微", Severity.WARN, ("加微信",)),
    ForbiddenWord("加V", Severity.WARN, ("加V信",)),
    *(ForbiddenWord(word, Severity.WARN, (word + "现", word + "红包")) for word in ("五星返", "好评返")),
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
