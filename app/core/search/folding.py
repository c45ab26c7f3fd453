"""Making texts comparable: width, case and accents do not count.

The rule: one character becomes exactly one character, so that a place in the folded text is the same place in the
original. What would grow by folding (`…`, `ß`, `㎏`) stays as it is, on both sides alike.
"""

import re
import unicodedata
from collections.abc import Sequence

_NOT_SAID = re.compile(r"[\W_]+")
_APOSTROPHES = dict.fromkeys(map(ord, "‘’ʼ`´"), "'")


class _Folding(dict[int, str]):
    """Code point → its folded character, filled as characters are met."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _fold(chr(code))
        return folded


def _fold(char: str) -> str:
    if char.isspace():
        return " "
    wide = unicodedata.normalize("NFKC", char)
    if len(wide) != 1:
        return char
    low = wide.casefold()
    if len(low) != 1:
        return wide
    base = unicodedata.normalize("NFD", low)[0]
    return base if base.isascii() and base.isalpha() else low


_FOLDING = _Folding()


def fold(text: str) -> str:
    """The text in its comparable form, of the same length."""
    return text.translate(_FOLDING)


def fold_apostrophes(text: str) -> str:
    """The same text with every kind of apostrophe written alike; only for what was typed."""
    return text.translate(_APOSTROPHES)


def squeezed(text: str) -> str | None:
    """A text without spaces, punctuation and pictures, if leaving them out joins what they held apart.

    By it `fhsj` finds 发货·时间; None where the text itself already says as much.
    """
    if text.isalnum():
        return None
    tight = _NOT_SAID.sub("", text)
    return None if not tight or tight in text else tight


def squeezed_places(text: str) -> Sequence[int]:
    """For each character of the squeezed text its place in the text."""
    return [at for at, char in enumerate(text) if not _NOT_SAID.fullmatch(char)]
