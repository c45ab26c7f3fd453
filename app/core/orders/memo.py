"""The memo of an order (订单备注) as the platform's client takes it: 1000 bytes at most, in GBK.

The rule: a text that is said to fit is one that the client takes; what it would refuse is shown and never changed in
silence.
"""

import unicodedata

from app.core.values import dataclass

MAX_BYTES = 1000
_CODEC = "gbk"
_SPACES = "\n\r\t"


@dataclass(frozen=True, slots=True)
class Memo:
    """How a text fits. `refused` are the characters that GBK does not have (emoji, rare ones), each once, in order."""

    bytes: int
    refused: tuple[str, ...] = ()

    @property
    def left(self) -> int:
        """How many bytes may still be written; negative where it is too long."""
        return MAX_BYTES - self.bytes

    @property
    def fits(self) -> bool:
        """Whether the client takes it."""
        return self.left >= 0 and not self.refused


def measured(text: str) -> Memo:
    """The bytes of a text as it is typed; a character that would be refused counts as the two bytes of its stand-in."""
    refused = tuple(dict.fromkeys(letter for letter in text if not _is_known(letter)))
    return Memo(sum(_size(letter) for letter in text), refused)


def without_refused(text: str) -> str:
    """The text without what GBK does not have: emoji with all their parts, and control characters."""
    return "".join(letter for letter in text if _is_known(letter))


def _size(letter: str) -> int:
    return len(letter.encode(_CODEC)) if _is_known(letter) else 2


def _is_known(letter: str) -> bool:
    if letter not in _SPACES and unicodedata.category(letter) in ("Cc", "Cs", "Co"):
        return False
    try:
        letter.encode(_CODEC)
    except UnicodeEncodeError:
        return False
    return True
