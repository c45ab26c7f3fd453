"""The rows of an export as a table: what is wrong first, then what would change, what stays as it is last."""

from collections.abc import Callable, Hashable, Sequence
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from app.core.orders.incoming.intake import Fate, OrderPlan
from app.core.orders.incoming.reading import OrderProblem, OrderReading
from app.ui.dialogs.plan_rows import PROBLEMS, PlanRows
from app.ui.order_dialogs import order_import_words as words
from app.ui.order_dialogs.order_import_words import Row
from app.ui.palette import Tone
from app.ui.theme import Look

_ORDER: Final = (
    Fate.CONFLICTING, Fate.NEW, Fate.PAID, Fate.CLOSED, Fate.CHANGED, Fate.ENDED, Fate.OLD, Fate.SAME,
)  # fmt: skip
_TONES: Final = {
    Fate.NEW: Tone.ACCENT_TEXT,
    Fate.PAID: Tone.OK,
    Fate.CLOSED: Tone.SOON,
    Fate.CHANGED: Tone.INFO,
    Fate.CONFLICTING: Tone.LATE,
}
NOTHING_READ: Final = OrderPlan(OrderReading(""))


def in_order(plan: OrderPlan) -> Sequence[Row]:
    """The rows of a plan, those that somebody has to do something about first."""
    problems = sorted(plan.problems, key=lambda problem: problem.is_hint)
    return [*problems, *sorted(plan.rows, key=lambda row: _ORDER.index(row.fate))]


class OrderImportRows(PlanRows[Row]):
    """Orders and problems."""

    def __init__(self, look: Look, now: Callable[[], datetime], zone: Callable[[], ZoneInfo]) -> None:
        super().__init__(look)
        self._now, self._zone = now, zone

    def filtered_as(self, row: Row) -> Hashable:
        """By what it is filtered."""
        return PROBLEMS if isinstance(row, OrderProblem) else row.fate

    def tone(self, row: Row) -> Tone:
        """The colour of its fate."""
        if isinstance(row, OrderProblem):
            return Tone.SOON if row.is_hint else Tone.LATE
        return _TONES.get(row.fate, Tone.MUTED)

    def words(self, row: Row) -> tuple[str, str, str]:
        """Where it stands, what happens, and everything about it."""
        return words.place(row.spot), words.of_row(row), words.told(row, self._now(), self._zone())
