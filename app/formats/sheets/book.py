"""The workbook of activities and products, read: one sheet a noun, rows that refer to each other by name.

The rule: whatever the file holds, the answer is a `SheetReading`; only `Cancelled` is ever raised.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import PurePath
from typing import Any
from zoneinfo import ZoneInfo

from app.core.imports.reading import UNWATCHED, BadFile, Reason, Spot, Watch
from app.core.phrases.places import STEP
from app.core.sheet.book import SheetProblem, SheetReading
from app.core.sheet.entries import Fault
from app.core.sheet.entry_checks import faults
from app.core.sheet.entry_tidying import tidied
from app.core.sheet.sheet import Entry, Sheet, name_of
from app.formats import workbook
from app.formats.sheets.drafts import Draft, Drafts
from app.formats.sheets.names import Names
from app.formats.sheets.rows import Contents, Row, contents
from app.formats.sheets.values import RowReader
from app.formats.source import HEAD_BYTES, load

_LOCKS = ("~$", ".~lock.")
"""What the names of the marks begin with that Excel and LibreOffice leave beside an open workbook."""
_BETWEEN_ROWS = frozenset({"overlaps", "outside_activity", "circular"})
_UNKNOWN = frozenset({"unknown_activity", "unknown_product", "unknown_phase"})


def read(
    path: str, existing: Sheet, now: datetime, zone: ZoneInfo, new_id: Callable[[], str], watch: Watch = UNWATCHED
) -> SheetReading:
    """Read a workbook against the cheat-sheet as it is. Raises `Cancelled` and nothing else."""
    if PurePath(path).name.startswith(_LOCKS):
        return SheetReading(path, problems=(SheetProblem(Spot(path), "lock_file"),))
    try:
        found = _contents(path, watch)
    except BadFile as bad:
        rule = "not_a_workbook" if bad.reason is Reason.UNKNOWN_FORMAT else bad.reason.value
        return SheetReading(path, problems=(SheetProblem(bad.spot, rule, bad.names, bad.limit),))
    names = Names(found, existing, new_id)
    reader = RowReader(names, now, zone)
    drafts = Drafts(found, existing, names, reader, new_id).all()
    watch.step(1, 1)
    checked = _Checked(existing, drafts)
    good = [_placed(draft.entry, existing) for draft in checked.good]
    return SheetReading(
        path,
        tuple(good),
        (*found.problems, *_in_order(found, [*reader.problems, *checked.problems])),
        {draft.entry.id: draft.spot for draft in drafts},
        found.example_count,
    )


def _contents(path: str, watch: Watch) -> Contents:
    source = load(path)
    watch.step(0, 1)
    if not workbook.is_workbook(source.content[:HEAD_BYTES]):
        raise source.bad(Reason.UNKNOWN_FORMAT)
    try:
        return contents(path, workbook.sheets(source, watch))
    except (RecursionError, MemoryError) as error:
        raise source.bad(Reason.BROKEN, type(error).__name__) from None


class _Checked:
    """The drafts that keep every rule, and what is wrong with the others.

    An entry that names a refused one is refused too, so it is looked at until no more fall.
    """

    def __init__(self, existing: Sheet, drafts: Sequence[Draft]) -> None:
        self.good = [draft for draft in drafts if not draft.is_bad]
        self.problems: list[SheetProblem] = []
        self._existing = existing
        self._refused = {draft.entry.id: name_of(draft.entry) for draft in drafts if draft.is_bad}
        for draft in drafts:
            if draft.is_bad:
                self.problems += self._of_bad(draft)
        while self._drop():
            pass
        self.good = [_tidy(draft) for draft in self.good]

    def _drop(self) -> bool:
        """Refuse what breaks a rule in a sheet of all that is good; whether something was refused."""
        later = self._existing.having(draft.entry for draft in self.good)
        good = []
        for draft in self.good:
            wrong = faults(draft.entry, self._existing, later)
            if wrong:
                self._refused[draft.entry.id] = name_of(draft.entry)
                self.problems += [self._problem(draft, fault) for fault in wrong]
            else:
                good.append(draft)
        has_dropped = len(good) < len(self.good)
        self.good = good
        return has_dropped

    def _of_bad(self, draft: Draft) -> list[SheetProblem]:
        """What else is wrong with an entry that has lost rows: only what a row or cell says by itself."""
        wrong = faults(draft.entry, self._existing, self._existing.having([draft.entry]))
        return [self._problem(draft, fault) for fault in wrong if fault.rule not in _BETWEEN_ROWS | _UNKNOWN]

    def _problem(self, draft: Draft, fault: Fault) -> SheetProblem:
        spot = spot_of(draft, fault.field)
        refused = self._refused.get(_named(draft.entry, fault.field), "")
        if fault.rule in _UNKNOWN and refused:
            rule = "refused_product" if fault.rule == "unknown_product" else "refused_activity"
            return SheetProblem(spot, rule, (refused,), field=fault.field)
        return SheetProblem(spot, fault.rule, fault.names, field=fault.field)


def _tidy(draft: Draft) -> Draft:
    entry: Any = draft.entry
    return replace(draft, entry=tidied(entry))


def _placed(entry: Entry, existing: Sheet) -> Entry:
    """A new entry stands behind those that are there, in the order of the workbook."""
    if existing.get(entry.id) is not None:
        return entry
    kind = type(entry)
    last = max((other.position for other in existing if isinstance(other, kind)), default=0)
    return replace(entry, position=last + STEP * (entry.position + 1))


def spot_of(draft: Draft, field: str) -> Spot:
    """The cell of a field: the row of the longest part of its path, and the column of the rest."""
    parts = field.split(".")
    for end in range(len(parts), -1, -1):
        row = draft.places.get(".".join(parts[:end]))
        if row is not None:
            return row.at(_column(row, field, ".".join(parts[end:])))
    return draft.spot


def _column(row: Row, whole: str, rest: str) -> str:
    keys = {column.key for column in row.table.columns}
    for path in (whole, rest):
        parts = path.split(".")
        for end in range(len(parts), 0, -1):
            if ".".join(parts[:end]) in keys:
                return ".".join(parts[:end])
    return ""


def _named(entry: Entry, field: str) -> str:
    """The id that stands in a field of an entry; that of the activity where it is a phase's."""
    value: object = entry
    for part in field.replace("phase_id", "activity_id").split("."):
        if isinstance(value, tuple):
            value = value[int(part)] if part.isdigit() and int(part) < len(value) else ""
        else:
            value = getattr(value, part, "")
    return value if isinstance(value, str) else ""


def _in_order(found: Contents, problems: Iterable[SheetProblem]) -> list[SheetProblem]:
    """By sheet and row, as whoever goes through the file meets them."""
    sheets = {filled.name: number for number, filled in enumerate(found.sheets.values())}
    return sorted(problems, key=lambda problem: (sheets.get(problem.spot.sheet, -1), problem.spot.line))
