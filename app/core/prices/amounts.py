"""Amounts as an agent types them (`89+128*2`): a short calculation, read into lines of a price and a count.

The rule: it is read by our own few lines, exactly, in `Decimal`; what could be meant in two ways is refused where it
stands.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from app.core.values import dataclass

MAX_TEXT = 200
MAX_LINES = 50
MAX_DEPTH = 10
MAX_AMOUNT = Decimal("9999999.99")
"""Yuan that one figure, one line and all together may come to."""
MAX_COUNT = 9999

_NOTHING = Decimal(0)
_SAME = str.maketrans({"−": "-", "–": "-", "—": "-", "×": "*", "✕": "*", "✖": "*", "∗": "*", "x": "*", "X": "*"})
_SAME |= str.maketrans({"【": "(", "】": ")", "〔": "(", "〕": ")", "。": ".", "￥": "¥", "块": "元", "圆": "元"})
_PIECES = "件个份套双条盒瓶支只对包袋片本张"
_NUMBER = re.compile(r"[0-9][0-9,]*(?:\.[0-9]*)?")
_GROUPED = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+")
_ALLOWED = re.compile(rf"[0-9.,+\-*()¥元{_PIECES}\s]+")
_CODE_LIKE = re.compile(r"(?<![0-9.,])0[0-9]|[0-9]{8}")
_TRADE_SIGN = re.compile(r"[+*×✕✖∗＋＊]")
_MINUS = re.compile(r"[-−–—－]")
_CURRENCY = re.compile(r"[¥￥元块]")


class BadAmount(ValueError):
    """A text is no calculation that can be taken. `at` is the place of the first wrong letter, counted from 0.

    Rules: `empty`, `unreadable` (a letter that has no place here), `unfinished`, `no_operator`, `bracket`, `decimals`
    (more than two), `comma` (not between thousands), `count` (no whole number from 1), `negative`, `too_large`,
    `too_long`, `too_many`, `too_deep`.
    """

    def __init__(self, rule: str, at: int = 0) -> None:
        super().__init__(f"{rule} at {at}")
        self.rule = rule
        self.at = at


@dataclass(frozen=True, slots=True)
class Line:
    """So many pieces of one price. `unit` is yuan, None where the card of the product says it.

    `less` is what was taken off by a minus; it is never more than the pieces cost.
    """

    unit: Decimal | None
    count: int = 1
    less: Decimal = _NOTHING
    product_id: str = ""
    name: str = ""

    @property
    def amount(self) -> Decimal:
        """What the line costs by itself; nothing where the price is not known here."""
        return (self.unit or _NOTHING) * self.count - self.less


def read_amounts(text: str) -> tuple[Line, ...]:
    """The lines of a calculation, in its order: `+ − × ( )`, × binds first. Raises `BadAmount`.

    In a product the price comes first and the count second, unless a sign (`¥ 元 件`), decimals or brackets tell which
    is which. A bracket is multiplied out; a minus takes from the lines before it, the nearest first.
    """
    if len(text) > MAX_TEXT:
        raise BadAmount("too_long", MAX_TEXT)
    if not text.strip():
        raise BadAmount("empty")
    lines = _Reading(_plain(text)).whole()
    if sum(line.amount for line in lines) > MAX_AMOUNT:
        raise BadAmount("too_large")
    return tuple(lines)


def read_so_far(text: str) -> tuple[Line, ...]:
    """The lines of a calculation that is still being typed: what stands open at its end is closed or left out."""
    begun = _plain(text).rstrip("+-*(. ¥").rstrip()
    open_brackets = begun.count("(") - begun.count(")")
    return read_amounts(begun + ")" * open_brackets) if begun else ()


def looks_like_amounts(text: str) -> bool:
    """Whether a text in the search box is a calculation and nothing else that an agent types there.

    A date (`11-11`), a phone or order number, a size (`30x40`) and a short code are not: it takes a plus or a times
    sign or a currency with the minus, figures of a price's length, and that it can be read.
    """
    has_sign = _TRADE_SIGN.search(text) or (_MINUS.search(text) and _CURRENCY.search(text))
    if (
        not has_sign
        or len(text) > MAX_TEXT
        or _CODE_LIKE.search(plain := _plain(text))
        or not _ALLOWED.fullmatch(plain)
    ):
        return False
    try:
        read_amounts(text)
    except BadAmount:
        return False
    return True


def written_amounts(lines: Sequence[Line]) -> str:
    """Lines in the shortest form that `read_amounts` reads back to them; of products only what they cost is kept."""
    return "+".join(_written(line) for line in lines)


def _written(line: Line) -> str:
    count = f"*{line.count}" if line.count != 1 else ""
    less = f"-{line.less:f}" if line.less else ""
    return f"{line.unit or _NOTHING:f}{count}{less}"


def _plain(text: str) -> str:
    """The same text letter for letter, full-width signs made plain."""
    return "".join(_plain_letter(letter) for letter in text)


def _plain_letter(letter: str) -> str:
    if letter == "，":  # between amounts, never between thousands
        return letter
    plain = unicodedata.normalize("NFKC", letter.translate(_SAME)).translate(_SAME)
    return plain if len(plain) == 1 else letter


@dataclass(frozen=True, slots=True)
class _Part:
    """What a part of the calculation comes to. Money and pieces are told by signs, `is_sum` by brackets."""

    lines: tuple[Line, ...]
    at: int
    is_money: bool = False
    is_pieces: bool = False
    is_sum: bool = False

    @property
    def value(self) -> Decimal:
        return sum((line.amount for line in self.lines), _NOTHING)

    def is_price_beside(self, other: "_Part") -> bool:
        """Whether this one, the second of a product, is its price."""
        if self.is_pieces or other.is_pieces:
            return other.is_pieces
        if self.is_money or other.is_money:
            return self.is_money and not other.is_money
        return self.is_sum and not other.is_sum


class _Reading:
    """Reads one text from left to right."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._depth = 0

    def whole(self) -> tuple[Line, ...]:
        part = self._sum()
        if self._next():
            raise BadAmount("bracket" if self._next() == ")" else self._why_not(), self._at)
        return part.lines

    def _sum(self) -> _Part:
        part = self._product()
        while sign := self._take("+-"):
            at = self._at - 1
            other = self._product()
            part = _minus(part, other, at) if sign == "-" else _plus(part, other)
        return part

    def _product(self) -> _Part:
        part = self._factor()
        while self._take("*"):
            part = _times(part, self._factor())
        return part

    def _factor(self) -> _Part:
        has_sign = bool(self._take("¥"))
        if not has_sign and self._take("("):
            return self._bracket()
        letter, at = self._next(), self._at
        match = _NUMBER.match(self._text, at)
        if match is None:
            raise BadAmount("unfinished" if not letter or letter in "+-*)" else "unreadable", at)
        value = _number(match[0], at)
        self._at = match.end()
        is_money = bool(self._take("元")) or has_sign or "." in match[0]
        is_pieces = not is_money and bool(self._take(_PIECES))
        return _Part((Line(value),), at, is_money, is_pieces)

    def _bracket(self) -> _Part:
        at = self._at - 1
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise BadAmount("too_deep", at)
        part = self._sum()
        if not self._take(")"):
            raise BadAmount(self._why_not() if self._next() else "bracket", self._at if self._next() else at)
        self._depth -= 1
        return replace(part, at=at, is_money=bool(self._take("元")) or part.is_money, is_sum=len(part.lines) > 1)

    def _next(self) -> str:
        """The next letter that is no space, or nothing at the end."""
        while self._at < len(self._text) and self._text[self._at].isspace():
            self._at += 1
        return self._text[self._at : self._at + 1]

    def _take(self, letters: str) -> str:
        letter = self._next()
        if not letter or letter not in letters:
            return ""
        self._at += 1
        return letter

    def _why_not(self) -> str:
        letter = self._next()
        if letter in ",，、":
            return "comma"
        return "no_operator" if letter in "(¥" or letter.isdecimal() else "unreadable"


def _number(text: str, at: int) -> Decimal:
    whole, _, cents = text.partition(".")
    if "," in whole and not _GROUPED.fullmatch(whole):
        raise BadAmount("comma", at + whole.index(","))
    if text.endswith("."):
        raise BadAmount("unfinished", at + len(text))
    if len(cents) > 2:
        raise BadAmount("decimals", at + len(whole) + 3)
    value = Decimal(text.replace(",", ""))
    if value > MAX_AMOUNT:
        raise BadAmount("too_large", at)
    return value


def _plus(one: _Part, other: _Part) -> _Part:
    lines = one.lines + other.lines
    if len(lines) > MAX_LINES:
        raise BadAmount("too_many", other.at)
    return _Part(lines, one.at, one.is_money or other.is_money, is_sum=True)


def _minus(one: _Part, other: _Part, at: int) -> _Part:
    left, lines = other.value, list(one.lines)
    for place in range(len(lines) - 1, -1, -1):
        taken = min(left, lines[place].amount)
        lines[place] = replace(lines[place], less=lines[place].less + taken)
        left -= taken
    if left:
        raise BadAmount("negative", at)
    return _Part(tuple(lines), one.at, one.is_money or other.is_money, is_sum=one.is_sum)


def _times(one: _Part, other: _Part) -> _Part:
    price, count = (other, one) if other.is_price_beside(one) else (one, other)
    is_share = price is other and price.value < 1  # 128*0.8 is meant as a share, and would be taken as 128 pieces
    if is_share or count.is_money or price.is_pieces or not count.value:
        raise BadAmount("count", other.at if is_share or price.is_pieces else count.at)
    pieces = int(count.value)
    lines = tuple(replace(line, count=line.count * pieces, less=line.less * pieces) for line in price.lines)
    if any(line.count > MAX_COUNT or line.amount > MAX_AMOUNT for line in lines):
        raise BadAmount("too_large", count.at)
    return _Part(lines, one.at, price.is_money, is_sum=price.is_sum)
