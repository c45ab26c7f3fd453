"""AutoHotkey: the hotstrings of a script that replace an abbreviation by a text.

The rule: what is code (an `X` hotstring, a body below one, a hotkey, a called `Hotstring()`) is told and left out;
nothing is run.
"""

import re
from collections.abc import Sequence

from app.core.imports.reading import (
    MAX_ROWS,
    UNWATCHED,
    Columns,
    Found,
    Problem,
    Reading,
    Reason,
    Severity,
    Spot,
    Watch,
)
from app.core.values import dataclass
from app.formats.encoding import decode
from app.formats.phrases.autohotkey_section import Section, closes, opening, section
from app.formats.phrases.autohotkey_text import sent, unescaped
from app.formats.phrases.collected import Collected
from app.formats.phrases.foreign_text import as_it_is
from app.formats.source import Source

NAME = "autohotkey"
_HOTSTRING = re.compile(r"\s*:([^:]{0,40}):((?:`.|:(?!:)|[^:`]){1,200}?)::(.*)")
_OPTIONS = re.compile(r"(?:[*?COTRXZEBS]|SI|SP|SE|[KP]-?\d*|[01]|\s)*", re.IGNORECASE)
_HOTKEY = re.compile(r"\s*([#!^+<>*~$]{0,8}[^\s:`;\"'(){},=]{1,30}(?:\s+&\s+\S{1,30})?(?:\s+up)?)::", re.IGNORECASE)
_CALL = re.compile(r"\s*Hotstring\(\s*[\"']:[^:\"']{0,40}:([^\"']{1,80})[\"']", re.IGNORECASE)
_DIRECTIVE = re.compile(r"\s*#(Hotstring|Include(?:Again)?|Requires)\b[\s,]*(.*)", re.IGNORECASE)
_COMMENT = re.compile(r"[ \t];.*")


def looks_like(path: str, head: bytes) -> bool:
    """Whether it is a script by its name."""
    return path.lower().endswith((".ahk", ".ah2", ".ahk2", ".ahk1")) and b"\x00\x00" not in head


def read(source: Source, watch: Watch = UNWATCHED, columns: Columns | None = None) -> Reading:
    """Read it. Raises `BadFile` or `Cancelled`."""
    lines = decode(source).removeprefix("\ufeff").split("\n")
    script = _Script(source, lines)
    at = count = 0
    while at < len(lines):
        if not count % 512:
            watch.step(at, len(lines))
        at, count = script.step(at), count + 1
    return script.reading


@dataclass(frozen=True, slots=True)
class _Options:
    """The options that matter for a text: `X` makes it code, `R` and `T` send it as it is, `B0` keeps the typed one."""

    is_code: bool = False
    is_raw: bool = False
    is_kept: bool = False

    def with_text(self, text: str) -> "_Options":
        """These options, changed by what is written before an abbreviation or in a directive."""
        letters = re.sub(r"\s", "", text.upper())
        return _Options(
            _switched(letters, "X", was=self.is_code),
            _switched(letters, "R", was=self.is_raw) or _switched(letters, "T", was=False),
            "B0" in letters or (self.is_kept and "B" not in letters),
        )


def _switched(letters: str, letter: str, *, was: bool) -> bool:
    return was if letter not in letters else f"{letter}0" not in letters


class _Script(Collected):
    """Collects the hotstrings of a script, a step for each line or section of it."""

    def __init__(self, source: Source, lines: Sequence[str]) -> None:
        super().__init__(NAME, source.path)
        self._source = source
        self._lines = lines
        self._defaults = _Options()
        self._is_second = any(re.match(r"\s*#Requires\s+AutoHotkey\s+v?2", line, re.I) for line in lines[:200])
        self._last_close = max((at for at, line in enumerate(lines) if closes(line)), default=-1)

    def step(self, at: int) -> int:
        """Take what begins in a line; gives the line after it."""
        line = self._lines[at]
        if line.lstrip().startswith("/*"):
            return self._after_comment(at)
        directive = _DIRECTIVE.match(line)
        if directive:
            self._directive(directive[1].lower(), directive[2], at)
            return at + 1
        hotstring = _HOTSTRING.fullmatch(line)
        if hotstring and _OPTIONS.fullmatch(hotstring[1]):
            return self._hotstring(hotstring, at)
        if at < self._last_close and opening(line) is not None:
            return section(self._lines, at, is_trimmed=False).end
        code = _HOTKEY.match(line) or _CALL.match(line)
        if code and not line.lstrip().startswith(";"):
            self._tell(at, Reason.PROGRAM, code[1])
        return at + 1

    def _after_comment(self, at: int) -> int:
        for number in range(at, len(self._lines)):
            line = self._lines[number].strip()
            if line.startswith("*/") or (line.endswith("*/") and line != "/*/"):
                return number + 1
        return len(self._lines)

    def _directive(self, name: str, text: str, at: int) -> None:
        if name.startswith("include"):
            file = _COMMENT.sub("", text).strip()
            self.problems.append(Problem(self._spot(at), Reason.OTHER_FILE, Severity.UNSUPPORTED, (file[:200],)))
        elif name == "hotstring" and _OPTIONS.fullmatch(_COMMENT.sub("", text)):
            self._defaults = self._defaults.with_text(_COMMENT.sub("", text))

    def _hotstring(self, match: re.Match[str], at: int) -> int:
        options = self._defaults.with_text(match[1])
        code = unescaped(match[2])
        text = _COMMENT.sub("", match[3]).strip(" \t")
        below = self._next(at + 1)
        has_section = below is not None and opening(self._lines[below]) is not None
        if options.is_code or text == "{" or not (text or has_section):
            self._tell(at, Reason.PROGRAM if text or below is not None else Reason.NO_BODY, code)
            return at + 1
        part = Section("", at + 1)
        if below is not None and has_section and (not text or below == at + 1):
            if below >= self._last_close:
                self._tell(at, Reason.BAD_ROW, f"{code}: the ( is never closed")
                return at + 1
            part = section(self._lines, below, is_trimmed=self._is_second)
        self._take(code, unescaped(text) + part.text, options, at)
        return part.end

    def _take(self, code: str, text: str, options: _Options, at: int) -> None:
        body = as_it_is(text) if options.is_raw else sent(text)
        kept = code if options.is_kept else ""
        spot = self._spot(at)
        group = (self._source.stem,) if self._source.stem else ()
        self.add(Found(body=kept + body.text, spot=spot, group=group, codes=(code,)), body.notes)
        if len(self.found) > MAX_ROWS:
            raise self._source.bad(Reason.TOO_MANY_ROWS, line=at + 1, limit=MAX_ROWS)

    def _next(self, at: int) -> int | None:
        """The next line that is neither blank nor a comment."""
        while at < len(self._lines):
            line = self._lines[at].strip()
            if line and not line.startswith(";"):
                return at
            at += 1
        return None

    def _tell(self, at: int, reason: Reason, name: str) -> None:
        self.problems.append(Problem(self._spot(at), reason, names=(name,)))

    def _spot(self, at: int) -> Spot:
        return Spot(self._source.path, line=at + 1)
