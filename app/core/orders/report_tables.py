"""The report of orders as tables for a page and for a file.

The rule: every figure of the report stands in one of them, and what is named by an id is told by its name.
"""

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from enum import Enum

from app.core.orders.reports import Ended, Lost, OrderReport, Recovery
from app.core.orders.tables import Cell, Column, ReportTable, Shape
from app.core.values import dataclass


class Named(Enum):
    """What an id is of. The id of a step is that of its kind and its own, with a slash between them."""

    ACTIVITY = "activity"
    OUTCOME = "outcome"
    REASON = "reason"
    KIND = "kind"
    STEP = "step"
    PHRASE = "phrase"


Name = Callable[[Named, str], str]
"""The name of an id; for the empty one and for one that is gone, too."""


@dataclass(frozen=True, slots=True)
class Headings:
    """What tables and columns are called."""

    outcomes: str = "Outcomes"
    lost: str = "Lost reasons"
    steps: str = "Recovery by step"
    phrases: str = "Recovery by phrase"
    hours: str = "Urges by hour"
    day: str = "Day"
    activity: str = "Activity"
    outcome: str = "Outcome"
    reason: str = "Reason"
    kind: str = "Kind"
    step: str = "Step"
    phrase: str = "Phrase"
    hour: str = "Hour"
    orders: str = "Orders"
    money: str = "Amount"
    urged: str = "Urged"
    paid: str = "Paid"
    paid_money: str = "Amount paid"
    rate: str = "Rate"
    urges: str = "Urges"
    without_urge: str = "Without an urge"
    how: str = "An order is put down to the last urge before it ended."


def tables(report: OrderReport, name: Name, words: Headings) -> tuple[ReportTable, ...]:
    """All tables, in the order in which they are shown."""
    return (
        ReportTable(words.outcomes, _counted(words, words.outcome), tuple(_ended(report.ended, name))),
        ReportTable(words.lost, _counted(words, words.reason), tuple(_lost(report.lost, name))),
        ReportTable(words.steps, _rated(words, words.kind, words.step), _steps(report, name, words), (words.how,)),
        ReportTable(words.phrases, _rated(words, words.phrase), _phrases(report, name, words), (words.how,)),
        ReportTable(
            words.hours,
            (Column(words.hour), Column(words.urges, Shape.COUNT), *_rated(words)),
            tuple(_hours(report)),
            (words.how,),
        ),
    )


def _counted(words: Headings, what: str) -> tuple[Column, ...]:
    texts = (Column(words.day), Column(words.activity), Column(what))
    return (*texts, Column(words.orders, Shape.COUNT), Column(words.money, Shape.MONEY))


def _rated(words: Headings, *what: str) -> tuple[Column, ...]:
    return (
        *map(Column, what),
        Column(words.urged, Shape.COUNT),
        Column(words.paid, Shape.COUNT),
        Column(words.rate, Shape.RATE),
        Column(words.paid_money, Shape.MONEY),
    )


def _ended(rows: Iterable[Ended], name: Name) -> Iterator[tuple[Cell, ...]]:
    for row in rows:
        outcome, activity = name(Named.OUTCOME, row.outcome.value), name(Named.ACTIVITY, row.activity_id)
        yield row.day.isoformat(), activity, outcome, row.total.count, row.total.money


def _lost(rows: Iterable[Lost], name: Name) -> Iterator[tuple[Cell, ...]]:
    for row in rows:
        reason, activity = name(Named.REASON, row.reason), name(Named.ACTIVITY, row.activity_id)
        yield row.day.isoformat(), activity, reason, row.total.count, row.total.money


def _steps(report: OrderReport, name: Name, words: Headings) -> tuple[tuple[Cell, ...], ...]:
    steps = (
        (name(Named.KIND, row.kind_id), name(Named.STEP, f"{row.kind_id}/{row.step_id}"), *_rate(row))
        for row in report.steps
    )
    return (*steps, (words.without_urge, None, *_rate(report.unurged)))


def _phrases(report: OrderReport, name: Name, words: Headings) -> tuple[tuple[Cell, ...], ...]:
    rows = sorted(report.phrases, key=lambda row: (-row.rate, -row.urged.count))
    phrases = ((name(Named.PHRASE, row.phrase_id), *_rate(row)) for row in rows)
    return (*phrases, (words.without_urge, *_rate(report.unurged)))


def _hours(report: OrderReport) -> Iterator[tuple[Cell, ...]]:
    by_hour = zip(report.urges_by_hour, report.asked_by_hour, report.answered_by_hour, strict=True)
    for hour, (count, asked, paid) in enumerate(by_hour):
        yield f"{hour}:00", count, *_rate(Recovery("", "", "", asked, paid))


def _rate(row: Recovery) -> tuple[Cell, ...]:
    rate = Decimal(row.paid.count) / row.urged.count if row.urged.count else None
    return (
        row.urged.count,
        row.paid.count,
        rate.quantize(Decimal("0.0001")) if rate is not None else None,
        row.paid.money,
    )
