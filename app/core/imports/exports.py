"""Phrases on their way into a file of another program (导出): which kinds of files there are, and what each loses.

The rule: what a file cannot carry is told before it is written, and it is found by comparing each phrase with what our
own reader would make of it, never by a list of promises.
"""

from collections.abc import Iterable, Mapping, Sequence
from enum import Enum
from typing import Any

from app.core.facts import templates
from app.core.imports.plan import Row
from app.core.imports.reading import MAX_FILE_BYTES, Found
from app.core.imports.rows import tidy
from app.core.phrases.phrase import Output, Phrase
from app.core.sheet.sheet import EMPTY, Sheet
from app.core.values import dataclass


class Target(Enum):
    """A kind of file. The values are the words of the command line."""

    XLSX = "xlsx"
    QIANNIU = "qianniu"
    KEFUBAO = "kefubao"
    SOGOU = "sogou"
    ESPANSO = "espanso"
    PACK = "json"


ENDINGS: Mapping[Target, str] = {
    Target.XLSX: ".xlsx",
    Target.QIANNIU: ".csv",
    Target.KEFUBAO: ".xlsx",
    Target.SOGOU: ".ini",
    Target.ESPANSO: ".yml",
    Target.PACK: ".json",
}
READABLE_BYTES: Mapping[Target, int] = {
    target: 10 * 1024 * 1024 if target is Target.ESPANSO else MAX_FILE_BYTES for target in Target
}
"""A file beyond this size is not read back by this program in one piece."""
_FILLED: Mapping[Target, frozenset[str]] = {Target.ESPANSO: frozenset({"{{clipboard}}", "{{date}}", "{{time}}"})}
"""Variables that the other program fills in too."""
_OWN = {Target.XLSX, Target.PACK}
"""Kinds of files that are made for this program."""
_EXAMPLES = 3


class Loss(Enum):
    """What a file does not carry of a phrase, the worst first; `SENTENCES` says it in words."""

    ONLY_PICTURE = "only_picture"
    NO_CODE = "no_code"
    TOO_LONG = "too_long"
    TEXT = "text"
    VARIABLES = "variables"
    RARE_LETTERS = "rare_letters"
    PICTURES = "pictures"
    LIFETIME = "lifetime"
    OUTPUT = "output"
    TITLE = "title"
    CODES = "codes"
    NO_GROUP = "no_group"
    GROUP_LEVELS = "group_levels"
    GROUP_NAME = "group_name"
    UNGROUPED = "ungrouped"
    KEYWORDS = "keywords"
    QUESTIONS = "questions"
    STAGE = "stage"
    ROLE = "role"
    PINNED = "pinned"
    SPACES = "spaces"
    OWN = "own"

    @property
    def is_left_out(self) -> bool:
        """Whether the phrase does not go into the file at all."""
        return self in (Loss.ONLY_PICTURE, Loss.NO_CODE, Loss.TOO_LONG)


SENTENCES: Mapping[Loss, str] = {
    Loss.ONLY_PICTURE: "Left out, because there is only a picture",
    Loss.NO_CODE: "Left out, because there is no short code that the input method takes (letters first, then digits)",
    Loss.TOO_LONG: "Left out, because the text is longer than a cell can be",
    Loss.TEXT: "A letter or a blank of the text has no place in this file and is written otherwise",
    Loss.VARIABLES: "The variables in double braces stay as they are and are not filled in there",
    Loss.RARE_LETTERS: "Rare letters or emoji that old programs may show wrong",
    Loss.PICTURES: "The pictures stay here",
    Loss.LIFETIME: "From when and until when it holds is left out",
    Loss.OUTPUT: "Sending in parts, or copying only, is left out",
    Loss.TITLE: "The title is left out; the beginning of the text takes its place",
    Loss.CODES: "Short codes are left out or cut apart",
    Loss.NO_GROUP: "The group is left out",
    Loss.GROUP_LEVELS: "Groups inside groups are joined into fewer levels",
    Loss.GROUP_NAME: "The name of the group is written otherwise",
    Loss.UNGROUPED: "Without a group it goes into 未分组",
    Loss.KEYWORDS: "Keywords are left out or cut apart",
    Loss.QUESTIONS: "The buyers' questions are left out or cut apart",
    Loss.STAGE: "The stage is left out",
    Loss.ROLE: "The role is left out",
    Loss.PINNED: "The pin is left out",
    Loss.SPACES: "Several blanks in a row of a title or a group become one",
    Loss.OWN: "The hotkey and sending by itself stay on this PC",
}
"""English source sentences; the number of phrases is told beside each."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How a file is written: whose words its headings have, and what a pack calls itself.

    `sheet` has the names of the activities that phrases hang on.
    """

    is_chinese: bool = True
    pack_id: str = "export"
    pack_name: str = "QinDesk"
    sheet: Sheet = EMPTY


@dataclass(frozen=True, slots=True)
class LossCount:
    """How many phrases lose something, with the titles of the first few."""

    loss: Loss
    count: int
    titles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Preview:
    """An export before it happens: `count` phrases are meant, `kept` of them go into the file."""

    target: Target
    count: int = 0
    kept: int = 0
    losses: tuple[LossCount, ...] = ()

    def to_plain(self) -> dict[str, Any]:
        """The preview as a JSON object."""
        return {
            "format": self.target.value,
            "count": self.kept,
            "left_out": self.count - self.kept,
            "losses": [
                {
                    "loss": each.loss.value,
                    "count": each.count,
                    "sentence": SENTENCES[each.loss],
                    "titles": list(each.titles),
                }
                for each in self.losses
            ],
        }


@dataclass(frozen=True, slots=True)
class Written:
    """An export that happened; `size` is that of the file in bytes."""

    path: str
    preview: Preview
    size: int

    @property
    def is_readable(self) -> bool:
        """Whether this program would read it back in one piece."""
        return self.size <= READABLE_BYTES[self.preview.target]

    def to_plain(self) -> dict[str, Any]:
        """The export as a JSON object."""
        return {"file": self.path, "size": self.size, **self.preview.to_plain()}


def preview(target: Target, pairs: Iterable[tuple[Phrase, Sequence[Found]]]) -> Preview:
    """Count what is lost of phrases; beside each stands what the reader would make of it."""
    counts: dict[Loss, int] = {}
    titles: dict[Loss, list[str]] = {}
    count = kept = 0
    for phrase, carried in pairs:
        count += 1
        kept += bool(carried)
        for loss in losses(phrase, carried, target):
            counts[loss] = counts.get(loss, 0) + 1
            if counts[loss] <= _EXAMPLES:
                titles.setdefault(loss, []).append(phrase.title)
    told = tuple(LossCount(loss, counts[loss], tuple(titles[loss])) for loss in Loss if loss in counts)
    return Preview(target, count, kept, told)


def losses(phrase: Phrase, carried: Sequence[Found], target: Target) -> tuple[Loss, ...]:
    """What of a phrase does not come back from a file; `carried` is what our reader makes of its rows there."""
    if not carried:
        return (_why_left_out(phrase, target),)
    back = _read(carried[0])
    if back is None:
        return (Loss.TOO_LONG,)
    codes = tuple(dict.fromkeys(code for found in carried for code in found.codes))
    lost = {
        Loss.TEXT: back.body != phrase.body,
        Loss.VARIABLES: target not in _OWN and _has_variable(phrase.body, target),
        Loss.RARE_LETTERS: target is Target.QIANNIU and not _is_gbk(phrase),
        Loss.PICTURES: bool(phrase.images),
        Loss.LIFETIME: phrase.lifetime is not None and carried[0].holding is None,
        Loss.OUTPUT: back.output is not phrase.output and phrase.output is not Output.PASTE,
        Loss.TITLE: _plain(back.title) != _plain(phrase.title),
        Loss.CODES: codes != phrase.codes,
        Loss.KEYWORDS: back.keywords != phrase.keywords,
        Loss.QUESTIONS: back.questions != phrase.questions,
        Loss.STAGE: back.stage is not phrase.stage,
        Loss.ROLE: back.role is not phrase.role,
        Loss.PINNED: phrase.is_pinned and not back.is_pinned,
        Loss.SPACES: _has_lost_spaces(phrase, back),
        Loss.OWN: bool(phrase.hotkey) or phrase.is_sent,
    }
    of_group = _of_group(phrase.group, () if target is Target.SOGOU else back.group)  # there it names the file's kind
    return tuple(loss for loss in Loss if lost.get(loss) or loss is of_group)


def _why_left_out(phrase: Phrase, target: Target) -> Loss:
    if not phrase.body.strip():
        return Loss.ONLY_PICTURE
    return Loss.NO_CODE if target is Target.SOGOU else Loss.TOO_LONG


def _read(found: Found) -> Phrase | None:
    """What an import would keep."""
    row = tidy(found, (), lambda: "")
    return None if isinstance(row, Row) else row.phrase


def _of_group(own: tuple[str, ...], back: tuple[str, ...]) -> Loss | None:
    """What became of the group; names that differ in nothing but their blanks are told as such."""
    if tuple(map(_plain, own)) == tuple(map(_plain, back)):
        return None
    if not back:
        return Loss.NO_GROUP
    if not own:
        return Loss.UNGROUPED
    return Loss.GROUP_LEVELS if len(back) < len(own) else Loss.GROUP_NAME


def _has_lost_spaces(phrase: Phrase, back: Phrase) -> bool:
    return any(
        one != other and _plain(one) == _plain(other)
        for one, other in ((phrase.title, back.title), *zip(phrase.group, back.group, strict=False))
    )


def _has_variable(body: str, target: Target) -> bool:
    filled = _FILLED.get(target, frozenset())
    return any(body[each.start : each.end] not in filled for each in templates.variables(body))


def _is_gbk(phrase: Phrase) -> bool:
    try:
        "\n".join((phrase.body, *phrase.group, *phrase.codes)).encode("gbk")
    except UnicodeEncodeError:
        return False
    return True


def _plain(text: str) -> str:
    return " ".join(text.split())
