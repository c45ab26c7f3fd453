"""The texts of other programs with their variables, as texts with ours: what the readers of all of them share.

The rule: a variable becomes one of ours only where the agent gets what it meant; any other stays as text and is told.
Nothing is run.
"""

import re
from collections.abc import Callable, Iterable, Sequence

from app.core.facts import names as fact_names
from app.core.imports.reading import Problem, Reason, Severity, Spot
from app.core.values import dataclass

Note = tuple[Reason, str]
"""A reason and the name it is about."""

MAX_QUESTION = 60
_LITERAL = re.compile(r"'[^']*'|\"[^\"]*\"|\[[^\]]*\]|\\.")
_OWN_TIMES = {"HH:mm", "H:mm", "hh:mm", "%H:%M", "%R"}
_DAYS, _HOURS = set("yYMdDEQwW"), set("hHkKms")
_DATE_LETTERS, _TIME_LETTERS = set("aAbBdejmyYDFGgUuVvWwxhcs+"), set("HIklMSTRrXpPcs+")
_DIRECTIVE = re.compile(r"%[-_0^#1E]?([A-Za-z+])")
_HINTS = {Reason.DATE_FORMAT, Reason.SWITCHED_OFF, Reason.SENDING, Reason.HOTKEY, Reason.COLUMN_IGNORED}


@dataclass(frozen=True, slots=True)
class Rendered:
    """A text of ours, and what of the other could not be said in it."""

    text: str
    notes: tuple[Note, ...] = ()


def rewritten(text: str, pattern: re.Pattern[str], ours: Callable[[re.Match[str]], Rendered]) -> Rendered:
    """The text with each match exchanged, and all that was noted on the way, each note once."""
    notes = dict.fromkeys(as_it_is(text).notes)

    def put(match: re.Match[str]) -> str:
        piece = ours(match)
        notes.update(dict.fromkeys(piece.notes))
        return piece.text

    return Rendered(pattern.sub(put, text), tuple(notes))


def as_it_is(text: str) -> Rendered:
    """The text unchanged. What looks like a variable of ours in it was none there and will not be filled in here."""
    return Rendered(text, tuple((Reason.VARIABLE, name) for name in fact_names.unknown(text)))


def stays(match: re.Match[str], reason: Reason = Reason.VARIABLE, name: str = "") -> Rendered:
    """What has no counterpart stays as it was written."""
    return Rendered(match[0], ((reason, name or match[0]),))


def dropped(match: re.Match[str]) -> Rendered:
    """The place of the cursor and the like leave no trace in a text."""
    return Rendered("", ((Reason.FORMATTING, match[0]),))


def moment(wanted: str) -> Rendered | None:
    """Our date or time, or both, for a format such as `yyyy-MM-dd HH:mm`; None where it is neither."""
    letters = set(_LITERAL.sub("", wanted))
    return _moment(bool(letters & _DAYS), bool(letters & _HOURS), wanted)


def strftime(wanted: str) -> Rendered | None:
    """Our date or time, or both, for a format such as `%Y-%m-%d`; None where it is neither."""
    letters = set(_DIRECTIVE.findall(wanted))
    return _moment(bool(letters & _DATE_LETTERS), bool(letters & _TIME_LETTERS), wanted)


def _moment(has_day: bool, has_hour: bool, wanted: str) -> Rendered | None:
    text = " ".join(part for part, is_meant in (("{{date}}", has_day), ("{{time}}", has_hour)) if is_meant)
    if not text:
        return None
    return Rendered(text, () if wanted in _OWN_TIMES else ((Reason.DATE_FORMAT, wanted),))


def question(name: str, default: str = "") -> str:
    """A variable that is asked of the agent."""
    clean = re.sub(r"[{}|\n]", " ", name).strip()[:MAX_QUESTION]
    is_plain = default and len(default) <= 200 and not re.search(r"[{}\n]", default)
    return f"{{{{?{clean}|{default}}}}}" if is_plain else f"{{{{?{clean}}}}}"


def asked(name: str, default: str = "", options: Sequence[str] = ()) -> str:
    """A variable that is asked of the agent, its choices in brackets behind its name where there is room."""
    told = "/".join(option for option in options if option)
    full = f"{name}（{told}）" if told and name else told or name
    fits = len(full) <= MAX_QUESTION and not re.search(r"[{}|\n]", full)
    return question(full if fits else name or "?", default)


def told(spot: Spot, notes: Iterable[Note]) -> list[Problem]:
    """The notes of a text as problems of its row."""
    return [
        Problem(spot, reason, Severity.HINT if reason in _HINTS else Severity.UNSUPPORTED, (name,) if name else ())
        for reason, name in notes
    ]
