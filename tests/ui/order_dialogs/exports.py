"""A plan of an export, made of values: one order of every fate, and rows that were refused."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from app.core.imports.reading import Spot
from app.core.orders.incoming.intake import Fate, OrderPlan, PlannedOrder
from app.core.orders.incoming.reading import OrderProblem, OrderReading
from app.core.orders.order import Outcome
from tests.ui.order_dialogs.stall import FOX, MINUTE, NOON, PANDA

PAID = replace(PANDA, outcome=Outcome.PAID, outcome_at=NOON - MINUTE)
MOVED = replace(FOX, amount=Decimal("40"), closes_at=FOX.closes_at + timedelta(hours=1))


def plan_of(file, fates=tuple(Fate)):
    def spot(row, column=""):
        return Spot(file, "", row, column)

    rows = {
        Fate.NEW: PlannedOrder(replace(PANDA, id="n", buyer="小猪"), Fate.NEW, spot(2)),
        Fate.ENDED: PlannedOrder(replace(PAID, id="e", buyer="白鲸"), Fate.ENDED, spot(3)),
        Fate.CHANGED: PlannedOrder(MOVED, Fate.CHANGED, spot(4), FOX, ("amount", "closes_at")),
        Fate.PAID: PlannedOrder(PAID, Fate.PAID, spot(5), PANDA, ("outcome", "outcome_at")),
        Fate.CLOSED: PlannedOrder(
            replace(PANDA, id="c", outcome=Outcome.CLOSED, outcome_at=NOON), Fate.CLOSED, spot(6), PANDA, ("outcome",)
        ),
        Fate.SAME: PlannedOrder(FOX, Fate.SAME, spot(7), FOX),
        Fate.CONFLICTING: PlannedOrder(PAID, Fate.CONFLICTING, spot(8), PAID),
        Fate.OLD: PlannedOrder(replace(PAID, id="o"), Fate.OLD, spot(9)),
    }
    problems = (
        OrderProblem(spot(10, "订单编号"), "digits_maybe_lost", is_hint=True),
        OrderProblem(spot(11, "订单编号"), "digits_lost", ("1.23E+18",)),
    )
    return OrderPlan(OrderReading(file, problems=problems, is_export=True), tuple(rows[fate] for fate in fates))
