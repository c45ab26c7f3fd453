"""A workbook of activities and products (活动工作簿): what came out of one, and what taking it over would change.

The rule: an entry is taken over whole or not at all. What is wrong is told with its sheet, row and column; what is
right is never lost with it.
"""

from collections.abc import Mapping
from enum import Enum
from typing import Any

from app.core.imports import reading as imports
from app.core.imports.reading import Spot
from app.core.sheet.activities import Activity
from app.core.sheet.differences import Difference
from app.core.sheet.entry_checks import MEANINGS
from app.core.sheet.products import Product
from app.core.sheet.sheet import Entry, name_of
from app.core.values import dataclass


@dataclass(frozen=True, slots=True)
class SheetProblem:
    """Something that was not taken over. `spot.line` 0 is the whole sheet, without a sheet the whole file.

    `rule` is a word that the interface turns into a sentence: one of `SENTENCES`, of an entry's own rules
    (`Fault.rule`) with its `field`, or of a file (`imports.Reason`). A hint costs no entry.
    """

    spot: Spot
    rule: str
    names: tuple[str, ...] = ()
    limit: int = 0
    is_hint: bool = False
    field: str = ""


@dataclass(frozen=True, slots=True)
class SheetReading:
    """All that came out of one workbook. `spots` tells where each entry stands; `example_count` rows were skipped."""

    file: str
    entries: tuple[Entry, ...] = ()
    problems: tuple[SheetProblem, ...] = ()
    spots: Mapping[str, Spot] | None = None
    example_count: int = 0

    @property
    def has_failed(self) -> bool:
        """Whether something could not be taken over."""
        return any(not problem.is_hint for problem in self.problems)


class Fate(Enum):
    """What becomes of an entry of the workbook."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class PlannedEntry:
    """One entry of a workbook and what becomes of it; `before` is what it would replace."""

    entry: Entry
    fate: Fate
    spot: Spot
    before: Entry | None = None
    differences: tuple[Difference, ...] = ()

    @property
    def name(self) -> str:
        """What the agent knows it by."""
        return name_of(self.entry)

    def to_plain(self) -> dict[str, Any]:
        """The entry as a JSON object."""
        return {
            "kind": kind_of(self.entry),
            "name": self.name,
            "fate": self.fate.value,
            "sheet": self.spot.sheet,
            "row": self.spot.line,
            "changes": [{"field": each.field, "old": each.old, "new": each.new} for each in self.differences],
        }


@dataclass(frozen=True, slots=True)
class SheetPlan:
    """An import before it happens; `entries` of it that are not the same are what applying it stores."""

    file: str = ""
    rows: tuple[PlannedEntry, ...] = ()
    problems: tuple[SheetProblem, ...] = ()
    example_count: int = 0

    @property
    def entries(self) -> tuple[Entry, ...]:
        """What applying it would store; empty where nothing would change."""
        return tuple(row.entry for row in self.rows if row.fate is not Fate.SAME)

    def count(self, fate: Fate) -> int:
        """How many entries share a fate."""
        return sum(row.fate is fate for row in self.rows)

    @property
    def has_failed(self) -> bool:
        """Whether something of the file cannot be taken over."""
        return any(not problem.is_hint for problem in self.problems)

    def to_plain(self) -> dict[str, Any]:
        """The plan as a JSON object."""
        return {
            "file": self.file,
            "counts": {fate.value: self.count(fate) for fate in Fate},
            "example_rows": self.example_count,
            "entries": [row.to_plain() for row in self.rows],
            "problems": [_plain_problem(problem) for problem in self.problems],
        }


SENTENCES: Mapping[str, str] = {
    "lock_file": "This is only the mark that Excel leaves while a workbook is open; choose the workbook itself.",
    "not_a_workbook": "This is not a workbook; save it as xlsx.",
    "no_known_sheets": "No sheet of this workbook is one of activities and products; write a template to see them.",
    "sheet_unknown": "The sheet is not one of this workbook's and was left out.",
    "sheet_twice": "A sheet of the same kind was read already; this one was left out.",
    "no_header": "No row names the columns; the sheet was left out.",
    "column_unknown": "The column {names} is not known and was left out.",
    "column_twice": "The column {names} is there twice; the first one was read.",
    "column_missing": "The column {names} is missing; the sheet was left out.",
    "needed": "Something must stand here.",
    "not_a_number": "“{names}” is not a number.",
    "not_whole": "“{names}” is not a whole number.",
    "not_yes_no": "“{names}” is neither yes nor no.",
    "not_a_choice": "“{first}” is not one of: {rest}.",
    "not_a_rate": "“{names}” is not a share of the price; write 50% for half price.",
    "not_understood": "“{names}” is not a moment; write it as 2026-11-11 20:00.",
    "no_day": "“{names}” has no day; write it as 2026-11-11 20:00.",
    "no_such_day": "The day {names} does not exist.",
    "no_such_time": "The time {names} does not exist.",
    "skipped_time": "The clocks are put forward over {names}; this time does not exist on that day.",
    "unknown_activity": "No activity is called “{names}”.",
    "unknown_product": "No product is called “{names}” and none has this code.",
    "unknown_phase": "No phase of this activity is called “{names}”.",
    "refused_activity": "The activity “{names}” could not be taken over, so this could not be either.",
    "refused_product": "The product “{names}” could not be taken over, so this could not be either.",
    "code_of_two": "Several products have the code {names}; write the name instead.",
    "duplicate_name": "“{first}” stands in row {rest} already.",
    "two_owners": "A question belongs to an activity or to a product, not to both.",
    "row_twice": "The activity has its row already, in row {names}.",
}
"""The rules of a workbook in English; `{names}` are all names, `{first}` the first and `{rest}` the others."""


def said(problem: SheetProblem) -> str:
    """A problem in English words, for the log and the command line."""
    if problem.field:
        first = "".join(problem.names[:1])
        meaning = MEANINGS.get(problem.rule, problem.rule).replace("names[0]", first)
        return f"{meaning[:1].upper()}{meaning[1:]}{': ' if problem.names else ''}{', '.join(problem.names)}."
    if problem.rule in SENTENCES:
        return sentence(problem.rule, problem.names, problem.limit)
    return imports.sentence(imports.Reason(problem.rule), problem.names, problem.limit)


def sentence(rule: str, names: tuple[str, ...] = (), limit: int = 0, pattern: str = "") -> str:
    """A rule of a workbook in words: English, or those of a translated pattern."""
    said = pattern or SENTENCES.get(rule, rule)
    first, rest = names[:1], names[1:]
    others = (("{second}", "".join(rest[:1])), ("{last}", "".join(rest[-1:])), ("{rest}", ", ".join(rest)))
    for key, value in (("{limit}", f"{limit:,}"), ("{first}", "".join(first)), *others):
        said = said.replace(key, value)
    return said.replace("{names}", ", ".join(names))


def kind_of(entry: Entry) -> str:
    """`activity`, `product` or `fact`."""
    return "activity" if isinstance(entry, Activity) else "product" if isinstance(entry, Product) else "fact"


def _plain_problem(problem: SheetProblem) -> dict[str, Any]:
    return {
        "file": problem.spot.file,
        "sheet": problem.spot.sheet,
        "row": problem.spot.line,
        "column": problem.spot.column,
        "rule": problem.rule,
        "names": list(problem.names),
        "sentence": said(problem),
        "is_hint": problem.is_hint,
    }
