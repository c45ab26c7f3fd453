"""How a shop says what is in its cheat-sheet: sentences with gaps, and what buyers ask when they want to hear them.

The rule: `{name}` is a gap that is filled once, `[[…]]` is left out where a gap in it stays empty, and `{{name}}` stays
a variable of the sentence, because it changes with the time.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import field
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from app.core.clockwork import moments
from app.core.phrases.phrase import Stage
from app.core.sheet.entries import Fact
from app.core.sheet.sheet import Sheet
from app.core.values import dataclass

_CHINESE = re.compile(r"[\u3400-\u9fff]")
_GAP = re.compile(r"(?<!\{)\{(\w+)\}(?!\})")
_OPTIONAL = re.compile(r"\[\[(.*?)\]\]")
_ADDRESS = re.compile(r"^亲+[，,~～、！!\s]+")
_END = "。.!！~～ \n"
_DAYS_BEFORE = timedelta(days=3)
"""Seen from so far no moment is called today or tomorrow."""


@dataclass(frozen=True, slots=True)
class Text:
    """A sentence with gaps: parts that may be left out or not, each literals and names in turn."""

    parts: tuple[tuple[bool, tuple[str, ...]], ...]

    @classmethod
    def parse(cls, text: str) -> "Text":
        """Take a sentence apart."""
        pieces = _OPTIONAL.split(text)
        return cls(tuple((bool(at % 2), tuple(_GAP.split(piece))) for at, piece in enumerate(pieces) if piece))

    @property
    def is_fixed(self) -> bool:
        """Whether it has no gaps."""
        return all(len(pieces) == 1 for _, pieces in self.parts)

    def fill(self, values: Mapping[str, str]) -> str:
        """The sentence with its gaps filled."""
        said: list[str] = []
        for is_optional, pieces in self.parts:
            words = [values.get(piece, "") if at % 2 else piece for at, piece in enumerate(pieces)]
            if not is_optional or all(words[1::2]):
                said += words
        return "".join(said)


@dataclass(frozen=True, slots=True)
class Texts:
    """Some keywords or questions; those without gaps are one and the same for all answers."""

    texts: tuple[Text, ...]
    fixed: tuple[str, ...] | None

    @classmethod
    def parse(cls, texts: list[str]) -> "Texts":
        """Take each apart."""
        parsed = tuple(map(Text.parse, texts))
        return cls(parsed, tuple(texts) if all(text.is_fixed for text in parsed) else None)

    def fill(self, values: Mapping[str, str]) -> tuple[str, ...]:
        """Each with its gaps filled, without empty ones."""
        if self.fixed is not None:
            return self.fixed
        return tuple(dict.fromkeys(said for text in self.texts if (said := text.fill(values))))


@dataclass(frozen=True, slots=True)
class Wording:
    """How one fact is told and found."""

    title: Text
    body: Text
    keywords: Texts
    questions: Texts
    stage: Stage | None


@dataclass(frozen=True, slots=True)
class Wordings:
    """All of them in one language, and the time zone in which moments are told."""

    zone: ZoneInfo
    is_chinese: bool
    groups: Mapping[str, str]
    words: Mapping[str, Text]
    activity: Mapping[str, Wording] = field(default_factory=dict)
    product: Mapping[str, Wording] = field(default_factory=dict)

    @classmethod
    def parse(cls, text: str, zone: ZoneInfo, *, is_chinese: bool) -> "Wordings":
        """Read them from JSON (`resources/answers.*.json`). Raises `ValueError` or `KeyError` for a broken file."""
        read: Mapping[str, Any] = json.loads(text)
        return cls(
            zone,
            is_chinese,
            read["groups"],
            {name: Text.parse(words) for name, words in read["words"].items()},
            {key: _wording(wording) for key, wording in read["activity"].items()},
            {key: _wording(wording) for key, wording in read["product"].items()},
        )

    def at(self, moment: datetime | None, *, is_end: bool = False) -> str:
        """A moment as it can be told on any day: `11月11日 20:00`."""
        if moment is None:
            return ""
        return moments.said(moment, moment - _DAYS_BEFORE, self.zone, self.is_chinese, is_end=is_end)


def speaks_chinese(sheet: Sheet, otherwise: bool) -> bool:
    """Whether the buyers of a shop are spoken to in Chinese: its entries tell, whatever language the agent reads the
    program in. One Chinese name is enough, for products may have foreign ones. `otherwise`: there is no entry.
    """
    named = False
    for entry in sheet:
        if entry.deleted_at is not None:
            continue
        named = True
        if _CHINESE.search(entry.question if isinstance(entry, Fact) else entry.name):
            return True
    return False if named else otherwise


def inside(text: str) -> str:
    """What an agent wrote, ready to stand inside a sentence: no address at its beginning, no full stop at its end."""
    return _ADDRESS.sub("", text.strip()).rstrip(_END)


def _wording(read: Mapping[str, Any]) -> Wording:
    return Wording(
        Text.parse(read["title"]),
        Text.parse(read["body"]),
        Texts.parse(read["keywords"]),
        Texts.parse(read["questions"]),
        Stage(read["stage"]) if read["stage"] else None,
    )
