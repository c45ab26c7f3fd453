"""Letters that are not seen: those that turn the direction of a text, have no width, or only steer.

The rule: what an emoji is made of is left alone; everything else that nobody sees is told by its code point.
"""

import re
import unicodedata

_STEERING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
_JOINER, _LOOK = "\u200d", "\ufe0f"
_KEYCAP = frozenset("#*0123456789")


def hidden(text: str) -> tuple[str, ...]:
    """The hidden letters of a text as `U+202E`, each once, in order."""
    if text.isascii() and text.isprintable():
        return ()
    found = (match[0] for match in _STEERING.finditer(text) if not _is_of_emoji(text, match.start()))
    return tuple(f"U+{ord(letter):04X}" for letter in dict.fromkeys(found))


def visible(text: str) -> str:
    """A text without its hidden letters, in the usual width and in small letters: what a word is looked for in."""
    return unicodedata.normalize("NFKC", _STEERING.sub(_kept, text)).casefold()


def _kept(match: re.Match[str]) -> str:
    return " " if match[0] in "\r\u2028\u2029" else ""


def _is_of_emoji(text: str, at: int) -> bool:
    before = text[at - 1] if at else ""
    if text[at] == _LOOK:
        return bool(before) and (_is_picture(before) or before in _KEYCAP)
    after = text[at + 1] if at + 1 < len(text) else ""
    return (
        text[at] == _JOINER
        and bool(before and after)
        and (_is_picture(before) or before == _LOOK)
        and _is_picture(after)
    )


def _is_picture(letter: str) -> bool:
    return unicodedata.category(letter) in ("So", "Sk", "Po", "Sm") or 0x1F3FB <= ord(letter) <= 0x1F3FF
