"""What a workbook would change: how much of what, and entry by entry."""

from collections.abc import Hashable

from app.core.sheet.book import Fate, SheetPlan
from app.ui.dialogs.plan_preview import PlanPreview
from app.ui.dialogs.plan_rows import PROBLEMS
from app.ui.sheet_dialogs.book_rows import ORDER, SheetBookRows, in_order
from app.ui.theme import Look


class SheetBookPreview(PlanPreview):
    """The entries of a workbook."""

    def __init__(self, look: Look) -> None:
        self._plan = SheetPlan()
        super().__init__(SheetBookRows(look), (None, PROBLEMS, *ORDER), (210, 116))

    def show_plan(self, plan: SheetPlan) -> None:
        """Show what a workbook would change."""
        self._plan = plan
        self.show_rows(in_order(plan))

    def count(self, wanted: Hashable) -> int:
        """How many rows a filter lets through."""
        if isinstance(wanted, Fate):
            return self._plan.count(wanted)
        problems = len(self._plan.problems)
        return problems if wanted == PROBLEMS else problems + len(self._plan.rows)

    def say(self, wanted: Hashable) -> str:
        """What a filter is called."""
        said: dict[Hashable, str] = {
            None: self.tr("All"),
            PROBLEMS: self.tr("To look at"),
            Fate.CHANGED: self.tr("Changed"),
            Fate.NEW: self.tr("New"),
            Fate.SAME: self.tr("Already here"),
        }
        return said[wanted]

    def name(self) -> str:
        """What the table is called."""
        return self.tr("Entries of the workbook")
