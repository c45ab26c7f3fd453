"""What is wrong with the wording of one text that goes to buyers.

The rule: a text is judged as a buyer sees it: letters without width, of full width or between the letters of a word do
not hide what it says.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from app.core.packs.check_rules import CheckRules
from app.core.packs.findings import Severity
from app.core.packs.letters import hidden, visible
from app.core.packs.links import lookalikes, odd, of_networks
from app.core.phrases import compliance
from app.core.phrases.compliance import ForbiddenWord
from app.core.values import dataclass

_PHONE = re.compile(r"(?<!\d)(?:\+?86[ -]?)?1[3-9]\d(?:[ -]?\d{4}){2}(?!\d)")
_LANDLINE = re.compile(r"(?<!\d)(?:0\d{2,3}-\d{7,8}|400-?\d{3}-?\d{4}|800-?\d{3}-?\d{4})(?!\d)")
_MAIL = re.compile(r"[a-z0-9._%+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63})*\.[a-z]{2,12}")
_ACCOUNT = re.compile(
    r"(?:微信号?|薇信|徽信|威信|v信|vx|wx|weixin|wechat|企微|扣扣|qq群?|抖音号?|快手号?|小红书号?|telegram|whatsapp|line\s?id)"
    r"\s*(?:是|为|号|id)?\s*[:：]?\s*@?([a-z][a-z0-9_-]{4,19}|\d{5,12})(?![a-z0-9])"
)
_PLACEHOLDER = re.compile(r"[X×]{3,}|(?<![\w/:])x{3,}(?!\w)|_{3,}|[?？]{4,}|【】|\[\]|（\s+）")
_DATE = re.compile(
    r"(?<!\d)(?:(20\d\d)\s*[年./-]\s*)(1[0-2]|0?[1-9])\s*[月./-]\s*(3[01]|[12]\d|0?[1-9])(?!\d)[日号]?"
    r"|(?<!\d)(1[0-2]|0?[1-9])\s*月\s*(3[01]|[12]\d|0?[1-9])\s*[日号]"
)
_FOR_ALL = frozenset(word.word for word in compliance.FORBIDDEN if word.severity is compliance.Severity.REFUSE)
"""What every agent's program refuses to paste; what a shop's own list adds to it is looked for here alone."""
_RECENT = timedelta(days=60)
"""A day without a year that was so long ago at the most is meant; one that was longer ago comes again next year."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """One thing that is wrong with a text."""

    rule: str
    severity: Severity
    names: tuple[str, ...] = ()


class Wording:
    """Judges texts by the rules of a shop at one moment."""

    def __init__(self, rules: CheckRules, now: datetime, zone: ZoneInfo) -> None:
        self._rules = rules
        self._today = now.astimezone(zone).date()
        self._words = _any_of((*rules.blocked, *rules.words))
        self._promises = _any_of(rules.promises)
        self._allowed = [visible(text) for text in rules.allowed if text.strip()]

    def troubles(self, text: str) -> Iterator[Trouble]:
        """Everything that is wrong with a text."""
        letters = hidden(text)
        if letters:
            yield Trouble("hidden_letters", Severity.WARNING, letters)
        plain = visible(text)
        for allowed in self._allowed:
            plain = plain.replace(allowed, "\n")
        yield from self._said(plain)
        yield from self._contacts(text, plain)
        if _PLACEHOLDER.search(text):
            yield Trouble("placeholder_left", Severity.HINT, (_PLACEHOLDER.findall(text)[0],))
        yield from self._dates(plain)

    def _said(self, plain: str) -> Iterator[Trouble]:
        tight = _tight(plain)
        if self._words.search(plain) or self._words.search(tight):
            blocked = self._found(self._rules.blocked, plain, tight)
            of_blocked = {word.word for word in blocked}
            others = [word for word in self._found(self._rules.words, plain, tight) if word.word not in of_blocked]
            for word in _widest((*blocked, *others)):
                yield _trouble(word, is_blocked=word.word in of_blocked)
        if self._promises.search(plain):
            for word in compliance.find(plain, self._rules.promises):
                yield Trouble("over_promise", Severity.WARNING, (word.word,))

    def _found(self, words: Sequence[ForbiddenWord], plain: str, tight: str) -> tuple[ForbiddenWord, ...]:
        """The words that a text says; those that are never to be said also where something is put between them."""
        found = compliance.find(plain, words)
        hiding = [word for word in compliance.find(tight, words) if word not in found]
        return (*found, *(word for word in hiding if word.severity is compliance.Severity.REFUSE))

    def _contacts(self, text: str, plain: str) -> Iterator[Trouble]:
        contacts = [match[0] for pattern in (_PHONE, _LANDLINE, _MAIL) for match in pattern.finditer(plain)]
        contacts += [match[0] for match in _ACCOUNT.finditer(_tight(plain))]
        contacts += of_networks(text, self._rules.networks)
        for contact in dict.fromkeys(contacts):
            yield Trouble("other_network", Severity.WARNING, (contact,))
        for host in lookalikes(text, self._rules.hosts):
            yield Trouble("lookalike_link", Severity.WARNING, (host,))
        for link in odd(text):
            yield Trouble("odd_link", Severity.WARNING, (link,))

    def _dates(self, plain: str) -> Iterator[Trouble]:
        for match in _DATE.finditer(plain):
            day = self._day(match)
            if day is not None and day < self._today:
                severity = Severity.WARNING if match[1] else Severity.HINT
                yield Trouble("past_date", severity, (match[0].strip(),))

    def _day(self, match: re.Match[str]) -> date | None:
        year, month, of_month = int(match[1] or self._today.year), int(match[2] or match[4]), int(match[3] or match[5])
        try:
            day = date(year, month, of_month)
        except ValueError:
            return None
        return day if match[1] or self._today - day <= _RECENT else None


def _trouble(word: ForbiddenWord, *, is_blocked: bool) -> Trouble:
    if is_blocked:
        return Trouble("blocked_word", Severity.ERROR, (word.word,))
    if word.severity is compliance.Severity.REFUSE:
        rule = "forbidden_word" if word.word in _FOR_ALL else "shop_word"
        return Trouble(rule, Severity.WARNING, (word.word,))
    return Trouble("doubtful_word", Severity.HINT, (word.word,))


def _any_of(words: Sequence[ForbiddenWord]) -> re.Pattern[str]:
    """A quick look for any word: nearly every text holds none."""
    told = sorted({word.word.casefold() for word in words if word.word}, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, told)) or r"(?!)")


def _widest(words: Sequence[ForbiddenWord]) -> Iterator[ForbiddenWord]:
    """The words without those that are only a part of another one: of 全网最低 nobody needs to hear 最 too."""
    for word in words:
        if not any(word.word in other.word for other in words if other is not word):
            yield word


def _tight(plain: str) -> str:
    """Without what is put between the letters of a word to hide it: 加 微-信."""
    return re.sub(r"(?<=[^\x00-\x7f])[ \t·.\-_*~|/]{1,3}(?=[^\x00-\x7f])", "", plain)
