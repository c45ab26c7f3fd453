"""What the import of an export of orders says: fates, places in the file, what would change, and the sums.

The rule: a row is named by its place and, in this window only, by its buyer; the report that is copied names no buyer.
"""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from enum import Enum
from pathlib import PurePath
from zoneinfo import ZoneInfo

from app.core.clockwork import moments
from app.core.imports.reading import Spot
from app.core.orders.incoming.intake import Fate, OrderPlan, PlannedOrder
from app.core.orders.incoming.reading import OrderProblem
from app.core.orders.order import Flag, Order
from app.core.prices import yuan
from app.ui.order_dialogs import order_words, refusal_words
from app.ui.words import QT_TRANSLATE_NOOP, is_chinese, translate

_FATES: Mapping[Fate, str] = {
    Fate.NEW: QT_TRANSLATE_NOOP("order_import", "New"),
    Fate.ENDED: QT_TRANSLATE_NOOP("order_import", "New, ended already"),
    Fate.CHANGED: QT_TRANSLATE_NOOP("order_import", "Changed"),
    Fate.PAID: QT_TRANSLATE_NOOP("order_import", "Paid"),
    Fate.CLOSED: QT_TRANSLATE_NOOP("order_import", "Closed"),
    Fate.SAME: QT_TRANSLATE_NOOP("order_import", "The same"),
    Fate.CONFLICTING: QT_TRANSLATE_NOOP("order_import", "Conflicting"),
    Fate.OLD: QT_TRANSLATE_NOOP("order_import", "Too old"),
}
_NOT_STORED: Mapping[Fate, str] = {
    Fate.CONFLICTING: QT_TRANSLATE_NOOP(
        "order_import", "The file says it is open, but it is known to have ended. What is known stays."
    ),
    Fate.OLD: QT_TRANSLATE_NOOP("order_import", "It ended so long ago that it would be deleted at once."),
}
SUMMED = (Fate.NEW, Fate.PAID, Fate.CLOSED, Fate.CHANGED, Fate.ENDED, Fate.CONFLICTING, Fate.OLD, Fate.SAME)
"""The order in which fates are told."""
Row = PlannedOrder | OrderProblem


def fate(value: Fate) -> str:
    """What becomes of an order."""
    return translate("order_import", _FATES[value])


def of_row(row: Row) -> str:
    """What becomes of a row, or what kind of trouble it is."""
    if isinstance(row, OrderProblem):
        return translate("order_import", "Note") if row.is_hint else translate("order_import", "Not taken over")
    return fate(row.fate)


def place(spot: Spot) -> str:
    """Where something stands: sheet, row, column; the file's name where it is about the whole file."""
    line = translate("order_import", "row {row}").replace("{row}", f"{spot.line:,}") if spot.line else ""
    return " · ".join(part for part in (spot.sheet, line, spot.column) if part) or PurePath(spot.file).name


def told(row: Row, now: datetime, zone: ZoneInfo) -> str:
    """Everything about a row: whose order it is and, a line each, what would change; or what is wrong."""
    if isinstance(row, OrderProblem):
        return refusal_words.of_problem(row)
    order = row.order
    closes = translate("order_import", "closes {moment}").replace(
        "{moment}", order_words.moment(order.closes_at, now, zone)
    )
    ending = "" if order.outcome else closes
    head = " · ".join(each for each in (order.buyer, yuan.shown(order.amount), *order.items[:1], ending) if each)
    if row.fate in _NOT_STORED:
        return f"{head}\n{translate('order_import', _NOT_STORED[row.fate])}"
    return "\n".join((head, *(_difference(row, name, zone) for name in row.fields)))


def reported(row: Row) -> str:
    """A row for a message to somebody else: its place and fate, what is wrong, which fields; nobody's name."""
    said = refusal_words.of_problem(row) if isinstance(row, OrderProblem) else order_words.fields(row.fields)
    return "\t".join((place(row.spot), of_row(row), said))


def sums(plan: OrderPlan, *, is_done: bool) -> str:
    """What becomes of all rows, in one line."""
    counts = plan.counts
    parts = [f"{fate(value)} {counts[value]:,}" for value in SUMMED if counts[value]]
    refused = sum(not problem.is_hint for problem in plan.problems)
    if refused:
        parts.append(translate("order_import", "not taken over {count}").replace("{count}", f"{refused:,}"))
    if not parts:
        return translate("order_import", "Nothing was found in it.")
    said = translate("order_import", "Taken over: {parts}") if is_done else "{parts}"
    return said.replace("{parts}", " · ".join(parts))


def _difference(row: PlannedOrder, name: str, zone: ZoneInfo) -> str:
    said = order_words.fields((name,))
    if row.before is None:
        return f"{said}: {_value(row.order, name, zone)}"
    return f"{said}: {_value(row.before, name, zone)} → {_value(row.order, name, zone)}"


def _value(order: Order, name: str, zone: ZoneInfo) -> str:
    value = getattr(order, name)
    none = translate("order_import", "none")
    if name == "outcome":
        return order_words.outcome(value)
    if value is None or value == "" or value == ():
        return none
    if isinstance(value, datetime):
        return moments.written(value, zone)
    if isinstance(value, Decimal):
        return yuan.shown(value)
    if isinstance(value, Flag):
        return order_words.flag(value)
    if isinstance(value, tuple):
        return ("、" if is_chinese() else ", ").join(map(str, value))
    return value.value if isinstance(value, Enum) else str(value)
