"""The entries and problems of a workbook as a table: what is wrong first, then what would change."""

from collections.abc import Hashable, Sequence
from typing import Final

from app.core.sheet.book import Fate, PlannedEntry, SheetPlan, SheetProblem
from app.ui.dialogs.plan_rows import PROBLEMS, PlanRows
from app.ui.palette import Tone
from app.ui.sheet_dialogs import book_words as words

Row = PlannedEntry | SheetProblem
ORDER: Final = (Fate.CHANGED, Fate.NEW, Fate.SAME)
_TONES: Final = {Fate.NEW: Tone.OK, Fate.CHANGED: Tone.INFO, Fate.SAME: Tone.MUTED}


def in_order(plan: SheetPlan) -> Sequence[Row]:
    """The rows of a plan, those that somebody has to do something about first."""
    problems = sorted(plan.problems, key=lambda problem: problem.is_hint)
    return [*problems, *sorted(plan.rows, key=lambda row: ORDER.index(row.fate))]


class SheetBookRows(PlanRows[Row]):
    """Entries and problems."""

    def filtered_as(self, row: Row) -> Hashable:
        """By what it is filtered."""
        return PROBLEMS if isinstance(row, SheetProblem) else row.fate

    def tone(self, row: Row) -> Tone:
        """The colour of its fate."""
        if isinstance(row, SheetProblem):
            return Tone.SOON if row.is_hint else Tone.LATE
        return _TONES[row.fate]

    def words(self, row: Row) -> tuple[str, str, str]:
        """Where it stands, what happens, and everything about it."""
        return words.place(row.spot), words.fate(row), told(row)


def told(row: Row) -> str:
    """Everything about a row: what it is and, a line each, what would change; or what is wrong."""
    if isinstance(row, SheetProblem):
        return words.problem(row)
    return "\n".join((words.what(row), *(words.difference(each) for each in row.differences)))
