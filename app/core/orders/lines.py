"""One order as an agent types it in a rush: `小熊猫 128 聚 14:05`, its parts in any order.

The rule: what cannot be placed is refused with its place; a deadline is never built on a guess. An item stands after
`#` or in quotation marks, a note after `//`.
"""

import re
from collections.abc import Iterator
from dataclasses import field
from datetime import datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from app.core.clockwork.moments import BadMoment, read_moment
from app.core.orders.drafts import (
    AHEAD,
    BLURRED,
    ORDER_NUMBER,
    PHONE,
    BadOrder,
    Kinds,
    OrderDraft,
    Part,
    Piece,
    not_ahead,
    plain,
    tidied,
    told,
)
from app.core.orders.order import Flag, Manner
from app.core.prices.amounts import BadAmount, looks_like_amounts, read_amounts
from app.core.values import dataclass

MAX_LINE = 500
_DAY = timedelta(days=1)
_FLAGS = {
    Flag.GREY: "灰 灰旗 grey gray",
    Flag.RED: "红 红旗 red",
    Flag.YELLOW: "黄 黄旗 yellow",
    Flag.GREEN: "绿 绿旗 green",
    Flag.BLUE: "蓝 蓝旗 blue",
    Flag.PURPLE: "紫 紫旗 purple",
}
FLAG_WORDS = {word: flag for flag, words in _FLAGS.items() for word in words.split()}
"""What is written for a flag."""
_MANNERS = {"静默": Manner.SILENT, "询单": Manner.ASKED, "silent": Manner.SILENT, "asked": Manner.ASKED}

_NOTE = re.compile(r"(?:(?<=\s)|^)//(?P<text>.*)$")
_ITEM = re.compile(
    r"""[#＃]?(?:"(?P<a>[^"]*)"|“(?P<b>[^”]*)”|「(?P<c>[^」]*)」|『(?P<d>[^』]*)』)"""
    r"""|[#＃](?P<e>[^\s#＃]+)"""
)
_NUMBER = re.compile(rf"(?:订单编?号|单号)?[:：]?(?P<text>{ORDER_NUMBER})")
_BLURRED = re.compile(BLURRED)
_PHONE = re.compile(PHONE)
_BUYER = re.compile(r"(?:买家(?:会员名|昵称)?|旺旺|buyer)\s*[:：]\s*(?P<text>[^\s\0,，;；]+)", re.IGNORECASE)
_WORD_OF_DAY = r"今天|今日|今|昨天|昨日|昨|前天|明天|明日|明|today|yesterday|tomorrow"
_DAY_FORM = (
    r"(?:\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\d{1,2}[-/]\d{1,2}|\d{1,2}月\d{1,2}[日号]?|\d{1,2}[日号]"
    rf"|{_WORD_OF_DAY})"
)
_CLOCK_FORM = (
    r"(?:(?:(?:凌晨|清晨|早上|早|上午|中午|下午|傍晚|晚上|晚|夜里)\s*)?\d{1,2}"
    r"(?::\d{2}(?::\d{2})?(?:\s*[ap]m)?|[点时](?:半|[一三]刻|整|\d{1,2}分?)?|\s*[ap]m))"
)
_TIME = re.compile(
    rf"(?P<close>(?:截止|关闭|到期|closes|until)\s*[:：]?\s*)?"
    rf"(?<![\d.:/-])(?P<at>(?:(?P<day>{_DAY_FORM})(?:T|\s*))?(?P<clock>{_CLOCK_FORM}))(?![\d:])",
    re.IGNORECASE,
)
_DAY_ALONE = re.compile(r"\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\d{1,2}[-/]\d{1,2}|\d{1,2}月\d{1,2}[日号]")
_SIGNED = re.compile(
    r"(?P<minus>[-−]\s*)?[¥￥]\s*(?P<minus2>[-−])?(?P<a>\d[\d,]*(?:\.\d*)?)(?![\d.])"
    r"|(?P<minus3>(?<![\w.])[-−])?(?<![\w.])(?P<b>\d[\d,]*(?:\.\d*)?)\s?(?:元|块钱?|rmb|yuan)(?![^\W\d])",
    re.IGNORECASE,
)
_BARE = re.compile(r"[-−+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d*)?")
_WITH_KIND = re.compile(r"(?P<a>\d{1,7}(?:\.\d{1,2})?)元?(?P<after>\D+)|(?P<before>\D+)(?P<b>\d{1,7}(?:\.\d{1,2})?)")
_TOKEN = re.compile(r"(?:\d{1,3}(?:,\d{3})+(?![\d,])|[^\s\0,，;；、|])+")
_TAKEN = "\0"
"""Stands where a part was taken: what was beside it is not beside each other now."""


@dataclass(frozen=True, slots=True)
class LineReading:
    """What a line means. `hints` are words for what is allowed and worth a look (`told`)."""

    draft: OrderDraft
    pieces: tuple[Piece, ...]
    hints: tuple[str, ...] = ()


def read_line(line: str, kinds: Kinds, now: datetime, zone: ZoneInfo, kind_id: str = "") -> LineReading:
    """The order in a line; `kind_id` is the kind where none is said. Raises `BadOrder`."""
    if len(line) > MAX_LINE:
        raise BadOrder("too_long")
    if not plain(line).strip():
        raise BadOrder("empty")
    reading = _Line(line, kinds, now, zone)
    draft = reading.draft(kind_id or kinds.usual)
    pieces = tuple(sorted(reading.pieces, key=lambda piece: piece.start))
    return LineReading(draft, pieces, told(draft, now))


@dataclass
class _Line:
    """Takes part after part out of a line; what was taken is marked from then on, so that places stay."""

    line: str = field(repr=False)
    kinds: Kinds
    now: datetime
    zone: ZoneInfo
    pieces: list[Piece] = field(default_factory=list)
    amount: Decimal | None = None
    has_bare_amount: bool = False
    kind_id: str = ""
    flag: Flag | None = None
    manner: Manner | None = None
    buyer: str = field(default="", repr=False)

    def __post_init__(self) -> None:
        self.left = plain(self.line)

    def draft(self, usual: str) -> OrderDraft:
        note = "".join(self._all(_NOTE, Part.NOTE))
        items = tuple(item for item in self._all(_ITEM, Part.ITEM) if item)
        number = self._number()
        self._leave_out()
        buyers = self._all(_BUYER, Part.BUYER)
        self.buyer = buyers[0] if buyers else ""
        placed_at, closes_at = self._times()
        self._signed_amounts()
        self._words()
        if not self.buyer:
            raise BadOrder("no_buyer")
        placed_at = placed_at or self.now
        kind_id = self.kind_id or usual
        closes_at = self._closing(kind_id, placed_at, closes_at)
        return OrderDraft(
            self.buyer,
            kind_id,
            placed_at,
            closes_at,
            number=number,
            amount=self.amount,
            items=items,
            note=note,
            flag=self.flag,
            manner=self.manner,
        )

    def _take(self, part: Part, start: int, end: int) -> None:
        self.pieces.append(Piece(part, start, end))
        self.left = self.left[:start] + _TAKEN * (end - start) + self.left[end:]

    def _all(self, pattern: re.Pattern[str], part: Part) -> list[str]:
        """The texts of a kind of part, as they were typed."""
        found = []
        for match in list(pattern.finditer(self.left)):
            name = next(name for name, text in match.groupdict().items() if text is not None)
            found.append(tidied(self.line[slice(*match.span(name))]))
            self._take(part, *match.span())
        return found

    def _number(self) -> str:
        if blurred := _BLURRED.search(self.left):
            raise BadOrder("digits_lost", *blurred.span())
        matches = list(_NUMBER.finditer(self.left))
        if len({match["text"] for match in matches}) > 1:
            raise BadOrder("two_numbers", *matches[1].span())
        for match in matches:
            self._take(Part.NUMBER, *match.span())
        return matches[0]["text"] if matches else ""

    def _leave_out(self) -> None:
        for match in list(_PHONE.finditer(self.left)):
            self._take(Part.LEFT_OUT, *match.span())

    def _times(self) -> tuple[datetime | None, datetime | None]:
        """When it was placed and when it closes, as far as it was said."""
        placed_at = closes_at = None
        for match in list(_TIME.finditer(self.left)):
            is_close = bool(match["close"])
            if (closes_at if is_close else placed_at) is not None:
                raise BadOrder("two_times", *match.span())
            at = self._moment(match)
            if is_close:
                closes_at = at
            else:
                placed_at = at
            self._take(Part.CLOSES_AT if is_close else Part.PLACED_AT, *match.span())
        return placed_at, closes_at

    def _moment(self, match: re.Match[str]) -> datetime:
        """A time without a day is today's or, where that has not come yet, yesterday's; of a closing the next one."""
        said = match["at"]
        try:
            at = read_moment(said, self.now, self.zone)
            if match["close"]:
                return at if match["day"] or at > self.now else read_moment(said, self.now + _DAY, self.zone)
            if not match["day"] and at - self.now > AHEAD:
                return read_moment(said, self.now - _DAY, self.zone)
            return not_ahead(at, self.now)
        except (BadMoment, BadOrder) as bad:
            raise BadOrder(bad.rule, *match.span()) from None

    def _signed_amounts(self) -> None:
        for match in list(_SIGNED.finditer(self.left)):
            is_negative = any(match[name] for name in ("minus", "minus2", "minus3"))
            self._take_amount(match["a"] or match["b"], match.start(), match.end(), is_negative=is_negative)

    def _words(self) -> None:
        """What stands between spaces: sums, kinds, flags, and the buyer; bare numbers last, for a buyer may be one."""
        for word, start, end in list(self._tokens()):
            takers = (self._is_word, self._is_sum, self._is_kind_with_amount)
            if not any(take(word, start, end) for take in takers) and not _BARE.fullmatch(word):
                self._take_buyer(word, start, end)
        for word, start, end in list(self._tokens()):
            self._take_bare(word, start, end)

    def _tokens(self) -> Iterator[tuple[str, int, int]]:
        return ((match[0], match.start(), match.end()) for match in _TOKEN.finditer(self.left))

    def _is_word(self, word: str, start: int, end: int) -> bool:
        kind_id, plain_word = self.kinds.called(word), word.casefold()
        if kind_id:
            if self.kind_id not in ("", kind_id):
                raise BadOrder("two_kinds", start, end)
            self.kind_id = kind_id
            self._take(Part.KIND, start, end)
        elif plain_word in FLAG_WORDS:
            self.flag = FLAG_WORDS[plain_word]
            self._take(Part.FLAG, start, end)
        elif plain_word in _MANNERS:
            self.manner = _MANNERS[plain_word]
            self._take(Part.MANNER, start, end)
        return bool(kind_id) or plain_word in FLAG_WORDS or plain_word in _MANNERS

    def _is_sum(self, word: str, start: int, end: int) -> bool:
        if self.amount is not None or not looks_like_amounts(word):
            return False
        self.amount = sum((line.amount for line in read_amounts(word)), Decimal(0))
        self._take(Part.AMOUNT, start, end)
        return True

    def _is_kind_with_amount(self, word: str, start: int, end: int) -> bool:
        """`128聚`, `聚128`."""
        match = _WITH_KIND.fullmatch(word)
        if not match or self.kind_id or self.amount is not None:
            return False
        name = "after" if match["after"] else "before"
        if not self.kinds.called(match[name]):
            return False
        money = "a" if match["after"] else "b"
        self._is_word(match[name], start + match.start(name), start + match.end(name))
        self._take_amount(match[money], start + match.start(money), start + match.end(money))
        return True

    def _take_buyer(self, word: str, start: int, end: int) -> None:
        if _DAY_ALONE.fullmatch(word):
            raise BadOrder("no_time", start, end)
        if self.buyer:
            raise BadOrder("not_understood", start, end)
        self.buyer = tidied(self.line[start:end])
        self._take(Part.BUYER, start, end)

    def _take_bare(self, word: str, start: int, end: int) -> None:
        digits = word.lstrip("+-−")
        if len(digits.replace(",", "").partition(".")[0]) > 8:
            raise BadOrder("bad_number", start, end)
        if self.amount is not None and not (self.has_bare_amount or self.buyer) and digits.isdecimal():
            self._take_buyer(word, start, end)
        else:
            self._take_amount(digits, start, end, is_negative=word[0] in "-−")
            self.has_bare_amount = True

    def _take_amount(self, digits: str, start: int, end: int, *, is_negative: bool = False) -> None:
        if self.amount is not None:
            raise BadOrder("two_amounts", start, end)
        if is_negative:
            raise BadOrder("negative", start, end)
        try:
            (line,) = read_amounts(digits.rstrip("."))
        except BadAmount as bad:
            raise BadOrder(
                bad.rule if bad.rule in ("decimals", "too_large") else "not_understood", start, end
            ) from None
        self.amount = line.unit
        self._take(Part.AMOUNT, start, end)

    def _closing(self, kind_id: str, placed_at: datetime, closes_at: datetime | None) -> datetime:
        closes_at = closes_at or self.kinds.closes_at(kind_id, placed_at)
        if closes_at is None:
            raise BadOrder("no_closing")
        if closes_at <= placed_at:
            raise BadOrder("closes_first")
        return closes_at
