"""Phrases as custom phrases of the Sogou input method: whoever types a code is offered the text.

The rule: each code that the method takes is an entry of its own; several texts of one code get their places in turn.
"""

import re
from collections.abc import Sequence

from app.core.imports.exports import Manner
from app.core.imports.reading import UNWATCHED, Found, Watch
from app.core.phrases.phrase import Phrase
from app.formats.phrases import sogou
from app.formats.source import Source

_CODE = re.compile(r"[A-Za-z][A-Za-z0-9;'_]{0,39}")
_ENTRY = re.compile(r"[A-Za-z][A-Za-z0-9;'_]{0,39}\s*[,，]\s*-?\d{1,3}\s*=")
_EXPRESSION = re.compile(r"\s*#.*\$[A-Za-z]")
_LAST_PLACE = 9
"""The candidates that the method shows at once; a place beyond is never seen."""
_STEP = 512


def carried(phrases: Sequence[Phrase], manner: Manner) -> list[tuple[Found, ...]]:
    """What our reader makes of each phrase: one for every code."""
    return [
        sogou.read(Source("", text.encode("utf-8-sig"))).found if text else ()
        for text in ("".join(_entry(code, 1, phrase.body) for code in _codes(phrase)) for phrase in phrases)
    ]


def content(phrases: Sequence[Phrase], manner: Manner, watch: Watch = UNWATCHED) -> bytes:
    """The bytes of the file, in marked UTF-16 as the method writes them itself. Raises `Cancelled`."""
    entries: list[str] = []
    places: dict[str, int] = {}
    for number, phrase in enumerate(phrases):
        if not number % _STEP:
            watch.step(number, len(phrases))
        for code in _codes(phrase):
            places[code] = places.get(code, 0) + 1
            entries.append(_entry(code, min(places[code], _LAST_PLACE), phrase.body))
    return ("\ufeff" + "".join(entries).replace("\n", "\r\n")).encode("utf-16-le")


def _codes(phrase: Phrase) -> list[str]:
    return [code for code in phrase.codes if _CODE.fullmatch(code)] if phrase.body.strip() else []


def _entry(code: str, place: int, body: str) -> str:
    """A text of several lines stands below its code; a blank keeps a line from being taken for something else."""
    if "\n" not in body and body == body.strip() and not _EXPRESSION.match(body):
        return f"{code},{place}={body}\n"
    lines = [f" {line}" if _is_other(line) else line for line in body.split("\n")]
    return f"{code},{place}=\n" + "".join(f"{line}\n" for line in lines)


def _is_other(line: str) -> bool:
    """Whether a line would be read as a comment, as another entry or as an expression that the method works out."""
    return line.startswith(";") or bool(_ENTRY.match(line) or _EXPRESSION.match(line))
