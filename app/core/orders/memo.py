"""The memo of an order (订单备注) as the platform's client takes it: 1000 bytes at most, in GBK.

The rule: a text that is said to fit is one that the client takes; what it would refuse is shown and never changed in
silence.
"""

import unicodedata

from app.core.values import dataclass

MAX_BYTES = 1000
_CODEC = "gbk"
_JOINER = "\u200d"
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


def cut(text: str, limit: int = MAX_BYTES) -> str:
    """As much of a text as fits; no character is cut in two, nor parted from what belongs to it."""
    size = 0
    for place, letter in enumerate(text):
        size += _size(letter)
        if size > limit:
            return text[: _joint(text, place)].rstrip()
    return text


def _joint(text: str, place: int) -> int:
    """The last place at or before this one where a text can be cut between two things that are seen."""
    while place and (_belongs_to_former(text[place]) or text[place - 1] == _JOINER):
        place -= 1
    return place


def _belongs_to_former(letter: str) -> bool:
    is_tone = "\U0001f3fb" <= letter <= "\U0001f3ff"
    return is_tone or letter == _JOINER or unicodedata.category(letter) in ("Mn", "Me", "Mc")


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
