"""What an export would change: how much of what, and row by row."""

from collections.abc import Callable, Hashable
from datetime import datetime
from zoneinfo import ZoneInfo

from app.core.orders.incoming.intake import Fate, OrderPlan
from app.ui.dialogs.plan_preview import PlanPreview
from app.ui.dialogs.plan_rows import PROBLEMS
from app.ui.order_dialogs import order_import_words as words
from app.ui.order_dialogs.order_import_rows import NOTHING_READ, OrderImportRows, in_order
from app.ui.theme import Look


class OrderImportPreview(PlanPreview):
    """The rows of an export."""

    def __init__(self, look: Look, now: Callable[[], datetime], zone: Callable[[], ZoneInfo]) -> None:
        self._plan = NOTHING_READ
        self._counts = self._plan.counts
        super().__init__(OrderImportRows(look, now, zone), (None, PROBLEMS, *words.SUMMED), (150, 124))

    def show_plan(self, plan: OrderPlan) -> None:
        """Show what an export would change."""
        self._plan, self._counts = plan, plan.counts
        self.show_rows(in_order(plan))

    def count(self, wanted: Hashable) -> int:
        """How many rows a filter lets through."""
        if isinstance(wanted, Fate):
            return self._counts[wanted]
        problems = len(self._plan.problems)
        return problems if wanted == PROBLEMS else problems + len(self._plan.rows)

    def say(self, wanted: Hashable) -> str:
        """What a filter is called."""
        if isinstance(wanted, Fate):
            return words.fate(wanted)
        return self.tr("To look at") if wanted == PROBLEMS else self.tr("All")

    def name(self) -> str:
        """What the table is called."""
        return self.tr("Rows of the export")
