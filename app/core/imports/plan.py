"""What an import would do: every row with its fate and the reasons, for a dialog to show and a service to apply.

The rule: a plan changes nothing; its `phrases` are exactly what applying it would store.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import field
from enum import Enum
from typing import Any

from app.core.imports.reading import BadFile, Group, Problem, Severity, Spot
from app.core.phrases.phrase import Phrase
from app.core.values import dataclass


class Fate(Enum):
    """What becomes of a row."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    CONFLICTING = "conflicting"
    UNSUPPORTED = "unsupported"
    LEFT_OUT = "left_out"


class Conflict(Enum):
    """What becomes of a row whose code belongs to another phrase."""

    WITHOUT_CODE = "without_code"
    SKIP = "skip"


@dataclass(frozen=True, slots=True)
class Choices:
    """What the agent chose. `groups` maps a group of the file to one of ours; None leaves its phrases out."""

    groups: Mapping[Group, Group | None] = field(default_factory=dict)
    conflicts: Conflict = Conflict.WITHOUT_CODE
    is_updating: bool = True


@dataclass(frozen=True, slots=True)
class Row:
    """One row and its fate. `phrase` is what will be stored, None where nothing is; `before` what it replaces."""

    fate: Fate
    spot: Spot
    title: str = ""
    phrase: Phrase | None = None
    before: Phrase | None = None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Counts:
    """How many rows share a fate. `partly` counts rows that are taken over with a part of them unsupported."""

    new: int = 0
    changed: int = 0
    same: int = 0
    conflicting: int = 0
    unsupported: int = 0
    left_out: int = 0
    partly: int = 0


@dataclass(frozen=True, slots=True)
class Plan:
    """An import before it happens. `problems` concern whole files; `bad` are files of which nothing is taken."""

    rows: tuple[Row, ...] = ()
    problems: tuple[Problem, ...] = ()
    bad: tuple[BadFile, ...] = ()
    formats: Mapping[str, str] = field(default_factory=dict)

    @property
    def phrases(self) -> tuple[Phrase, ...]:
        """What applying it would store; empty where nothing would change."""
        return tuple(row.phrase for row in self.rows if row.phrase is not None)

    @property
    def counts(self) -> Counts:
        """The numbers for the dialog's first line."""
        fates = Counter(row.fate for row in self.rows)
        partly = sum(
            any(problem.severity is Severity.UNSUPPORTED for problem in row.problems)
            for row in self.rows
            if row.fate is not Fate.UNSUPPORTED
        )
        return Counts(**{fate.value: fates[fate] for fate in Fate}, partly=partly)

    def to_plain(self) -> dict[str, Any]:
        """The plan as a JSON object."""
        counts = self.counts
        return {
            "files": [{"file": file, "format": name} for file, name in self.formats.items()],
            "counts": {name: getattr(counts, name) for name in Counts.__slots__},
            "rows": [_plain_row(row) for row in self.rows],
            "problems": [_plain_problem(problem) for problem in self.problems],
            "bad_files": [
                _plain_problem(Problem(bad.spot, bad.reason, Severity.SKIPPED, bad.names, bad.limit))
                for bad in self.bad
            ],
        }


def _plain_row(row: Row) -> dict[str, Any]:
    phrase = row.phrase or row.before
    return {
        "file": row.spot.file,
        "sheet": row.spot.sheet,
        "line": row.spot.line,
        "fate": row.fate.value,
        "is_stored": row.phrase is not None,
        "title": row.title,
        "group": list(phrase.group) if phrase else [],
        "codes": list(phrase.codes) if phrase else [],
        "problems": [_plain_problem(problem) for problem in row.problems],
    }


def _plain_problem(problem: Problem) -> dict[str, Any]:
    return {
        "file": problem.spot.file,
        "sheet": problem.spot.sheet,
        "line": problem.spot.line,
        "column": problem.spot.column,
        "reason": problem.reason.value,
        "severity": problem.severity.value,
        "names": list(problem.names),
        "limit": problem.limit,
        "sentence": problem.sentence,
    }
