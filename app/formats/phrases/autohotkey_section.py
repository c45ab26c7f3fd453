"""Continuation sections of AutoHotkey: several lines between `(` and `)` that belong to the line above.

The rule: the options behind the opening bracket are followed as far as they concern a text.
"""

import re
from collections.abc import Sequence

from app.core.values import dataclass
from app.formats.phrases.autohotkey_text import unescaped

_OPENING = re.compile(r"\s*\((?!.*\))(.*)|\s*\(((?:.*\s)?Join\S*\)\S*.*)", re.IGNORECASE)
_JOIN = re.compile(r"(?:^|\s)join(\S{0,15})", re.IGNORECASE)
_COMMENT = re.compile(r"(?:^|[ \t]+);.*")


@dataclass(frozen=True, slots=True)
class Section:
    """The text of a section and the line after it."""

    text: str
    end: int


def opening(line: str) -> str | None:
    """The options of the section that a line opens; None where it opens none."""
    match = _OPENING.fullmatch(line)
    return (match[1] if match[1] is not None else match[2]) if match else None


def section(lines: Sequence[str], at: int, *, is_trimmed: bool) -> Section:
    """The section that begins in a line and is closed below it.

    `is_trimmed` is version 2, which takes the indentation of the first line away from all.
    """
    options = opening(lines[at]) or ""
    words = set(options.lower().split())
    taken: list[str] = []
    for number in range(at + 1, len(lines)):
        line = lines[number]
        if closes(line):
            rest = line.lstrip()[1:]
            return Section(_joined(taken, options, words, is_trimmed=is_trimmed) + unescaped(rest), number + 1)
        taken.append(line)
    return Section("", len(lines))


def closes(line: str) -> bool:
    """Whether a line ends a section."""
    return line.lstrip().startswith(")")


def _joined(lines: Sequence[str], options: str, words: set[str], *, is_trimmed: bool) -> str:
    if words & {"c", "com", "comment", "comments"}:
        lines = [_COMMENT.sub("", line) for line in lines if not line.lstrip().startswith(";")]
    if "rtrim0" not in words:
        lines = [line.rstrip(" \t") for line in lines]
    if "ltrim" in words:
        lines = [line.lstrip(" \t") for line in lines]
    elif is_trimmed and "ltrim0" not in words and lines:
        indent = lines[0][: len(lines[0]) - len(lines[0].lstrip(" \t"))]
        lines = [line.removeprefix(indent) for line in lines]
    join = _JOIN.search(options)
    between = unescaped(join[1]) if join else "\n"
    is_literal = "`" in words
    return between.join(line if is_literal else unescaped(line) for line in lines)
