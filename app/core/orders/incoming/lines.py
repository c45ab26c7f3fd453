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
from app.core.orders.incoming import line_patterns as patterns
from app.core.orders.incoming.drafts import (
    AHEAD,
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

_TAKEN = "\0"
"""Stands where a part was taken: what was beside it is not beside each other now."""


@dataclass(frozen=True, slots=True)
class LineReading:
    """What a line means. `hints` are words for what is allowed and worth a look (`told`)."""

    draft: OrderDraft
    pieces: tuple[Piece, ...]
    hints: tuple[str, ...] = ()


def read_line(line: str, kinds: Kinds, now: datetime, zone: ZoneInfo) -> LineReading:
    """The order in a line. Raises `BadOrder`."""
    if len(line) > MAX_LINE:
        raise BadOrder("too_long")
    if not plain(line).strip():
        raise BadOrder("empty")
    reading = _Line(line, kinds, now, zone)
    draft = reading.draft()
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

    def draft(self) -> OrderDraft:
        note = "".join(self._all(patterns.NOTE, Part.NOTE))
        items = tuple(item for item in self._all(patterns.ITEM, Part.ITEM) if item)
        number = self._number()
        self._leave_out()
        buyers = self._all(patterns.BUYER, Part.BUYER)
        self.buyer = buyers[0] if buyers else ""
        placed_at, closes_at = self._times()
        self._signed_amounts()
        self._words()
        if not self.buyer:
            raise BadOrder("no_buyer")
        placed_at = placed_at or self.now
        kind_id = self.kind_id or self.kinds.usual
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
        if blurred := patterns.BLURRED.search(self.left):
            raise BadOrder("digits_lost", *blurred.span())
        matches = list(patterns.NUMBER.finditer(self.left))
        if len({match["text"] for match in matches}) > 1:
            raise BadOrder("two_numbers", *matches[1].span())
        for match in matches:
            self._take(Part.NUMBER, *match.span())
        return matches[0]["text"] if matches else ""

    def _leave_out(self) -> None:
        for match in list(patterns.PHONE.finditer(self.left)):
            self._take(Part.LEFT_OUT, *match.span())

    def _times(self) -> tuple[datetime | None, datetime | None]:
        """When it was placed and when it closes, as far as it was said."""
        placed_at, closes_at = self._ago(), None
        for match in list(patterns.TIME.finditer(self.left)):
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

    def _ago(self) -> datetime | None:
        """`5分钟前`; only where somebody who types it may mean nothing else."""
        match = patterns.AGO.search(self.left)
        if match is None:
            return None
        self._take(Part.PLACED_AT, *match.span())
        unit = timedelta(minutes=1) if match["minutes"] else timedelta(hours=1)
        return self.now - (unit / 2 if match["half"] else unit * int(match["count"] or 0))

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
        for match in list(patterns.SIGNED.finditer(self.left)):
            is_negative = any(match[name] for name in ("minus", "minus2", "minus3"))
            self._take_amount(match["a"] or match["b"], match.start(), match.end(), is_negative=is_negative)

    def _words(self) -> None:
        """What stands between spaces: sums, kinds, flags, and the buyer; bare numbers last, for a buyer may be one."""
        for word, start, end in list(self._tokens()):
            takers = (self._is_word, self._is_sum, self._is_kind_with_amount)
            if not any(take(word, start, end) for take in takers) and not patterns.BARE.fullmatch(word):
                self._take_buyer(word, start, end)
        for word, start, end in list(self._tokens()):
            self._take_bare(word, start, end)
        if self.amount is None and not self.kind_id:
            self._unglue()

    def _tokens(self) -> Iterator[tuple[str, int, int]]:
        return ((match[0], match.start(), match.end()) for match in patterns.TOKEN.finditer(self.left))

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
        match = patterns.WITH_KIND.fullmatch(word)
        if not match or self.kind_id or self.amount is not None:
            return False
        name = "after" if match["after"] else "before"
        if not self.kinds.called(match[name]):
            return False
        money = "a" if match["after"] else "b"
        self._is_word(match[name], start + match.start(name), start + match.end(name))
        self._take_amount(match[money], start + match.start(money), start + match.end(money))
        return True

    def _unglue(self) -> None:
        """`小熊猫128聚`, typed without a space: taken for a name it would get the usual deadline."""
        match = patterns.GLUED.fullmatch(self.buyer)
        piece = next((piece for piece in self.pieces if piece.part is Part.BUYER), None)
        if not match or not piece or self.line[piece.start : piece.end] != self.buyer:
            return
        if not match["kind"].isascii() and self.kinds.called(match["kind"]):
            self.pieces.remove(piece)
            self.buyer = match["buyer"]
            self._take(Part.BUYER, piece.start, piece.start + match.end("buyer"))
            self._take_amount(match["amount"], piece.start + match.start("amount"), piece.start + match.end("amount"))
            self._is_word(match["kind"], piece.start + match.start("kind"), piece.end)

    def _take_buyer(self, word: str, start: int, end: int) -> None:
        if patterns.DAY_ALONE.fullmatch(word):
            raise BadOrder("no_time", start, end)
        if self.buyer or patterns.NO_NAME.search(word):
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
