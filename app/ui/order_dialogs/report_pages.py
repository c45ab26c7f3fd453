"""The pages of a report: each a chart and the table that it was made of.

The rule: everything that a chart shows stands in its table with its exact figures.
"""

from decimal import Decimal

from app.core.orders.book import Total
from app.core.orders.order import Outcome
from app.core.orders.reports import OrderReport
from app.core.orders.tables import Column, ReportTable, Shape
from app.core.prices import yuan
from app.ui.order_dialogs import order_words
from app.ui.order_dialogs.charts import Chart, Series, Unit
from app.ui.order_dialogs.order_desk import ReportDesk
from app.ui.order_dialogs.report_against import against
from app.ui.order_dialogs.report_page import (
    MOST_BARS,
    PageKind,
    ReportPage,
    day_column,
    money_column,
    orders_column,
    share,
    share_column,
    short_days,
    title,
)
from app.ui.order_dialogs.report_recovery import PAID_TONE, by_hour, by_recovery, by_use
from app.ui.palette import Tone
from app.ui.words import translate

_TONES = {Outcome.PAID: PAID_TONE, Outcome.CLOSED: Tone.ACCENT, Outcome.GIVEN_UP: Tone.MUTED}
"""Blue, orange and grey are told apart by those who do not tell red from green."""


def page(kind: PageKind, report: OrderReport, other: OrderReport, desk: ReportDesk) -> ReportPage:
    """A page of a report; `other` is of the days that these are set against."""
    pages = {
        PageKind.OUTCOMES: lambda: _outcomes(report),
        PageKind.AGAINST: lambda: against(report, other),
        PageKind.REASONS: lambda: _reasons(report, desk),
        PageKind.STEPS: lambda: by_recovery(PageKind.STEPS, report, desk),
        PageKind.PHRASES: lambda: by_recovery(PageKind.PHRASES, report, desk),
        PageKind.USES: lambda: by_use(report, desk),
        PageKind.HOURS: lambda: by_hour(report),
        PageKind.MONEY: lambda: _money(report, desk),
    }
    return pages[kind]()


def _outcomes(report: OrderReport) -> ReportPage:
    totals = {outcome: report.by_day(outcome) for outcome in Outcome}
    series = tuple(
        Series(order_words.outcome(outcome), _TONES[outcome], tuple(float(total.count) for total in totals[outcome]))
        for outcome in Outcome
    )
    name = title(PageKind.OUTCOMES)
    columns = (
        day_column(),
        *(Column(order_words.outcome(outcome), Shape.COUNT) for outcome in Outcome),
        share_column(),
    )
    rows = []
    for at, day in enumerate(report.days):
        counts = [totals[outcome][at].count for outcome in Outcome]
        rows.append((day.isoformat(), *counts, share(counts[0], sum(counts))))
    return ReportPage(Chart(name, short_days(report.days), series), ReportTable(name, columns, tuple(rows)))


def _reasons(report: OrderReport, desk: ReportDesk) -> ReportPage:
    name, found = title(PageKind.REASONS), report.by_reason()
    whole = sum(total.count for total in found.values())
    named = [(desk.reason_name(key) if key else translate("report", "No reason given"), found[key]) for key in found]
    shown = named[:MOST_BARS]
    chart = Chart(
        name,
        tuple(reason for reason, _total in shown),
        (Series(translate("report", "Orders"), Tone.ACCENT, tuple(float(total.count) for _reason, total in shown)),),
        is_across=True,
        notes=tuple(f"{total.count / whole:.0%}" for _reason, total in shown),
    )
    columns = (
        Column(translate("report", "Reason")),
        orders_column(),
        share_column(translate("report", "Share")),
        money_column(),
    )
    rows = tuple((reason, total.count, share(total.count, whole), total.money) for reason, total in named)
    return ReportPage(chart, ReportTable(name, columns, rows))


def _money(report: OrderReport, desk: ReportDesk) -> ReportPage:
    """What was paid and lost per day; on today's bar also what is still open."""
    name = title(PageKind.MONEY)
    paid = [total.money for total in report.by_day(Outcome.PAID)]
    closed, given_up = report.by_day(Outcome.CLOSED), report.by_day(Outcome.GIVEN_UP)
    lost = [one.money + other.money for one, other in zip(closed, given_up, strict=True)]
    today, at_risk = desk.today(), desk.at_risk()
    open_now = [at_risk.money if day == today else Decimal(0) for day in report.days]
    named = (
        (translate("report", "Paid"), PAID_TONE, paid),
        (translate("report", "Lost"), Tone.ACCENT, lost),
        (translate("report", "At risk now"), Tone.MUTED, open_now),
    )
    series = tuple(Series(said, tone, tuple(map(float, values))) for said, tone, values in named)
    columns = (day_column(), *(Column(said, Shape.MONEY) for said, _tone, _values in named))
    by_day = zip(report.days, paid, lost, open_now, strict=True)
    rows = tuple((day.isoformat(), in_time, gone, waiting) for day, in_time, gone, waiting in by_day)
    return ReportPage(Chart(name, short_days(report.days), series, Unit.MONEY), ReportTable(name, columns, rows))


def tiles(report: OrderReport, at_risk: Total) -> tuple[tuple[str, str, str], ...]:
    """The figures at the head: what each is, its money, and of how many orders."""
    ended = report.by_outcome()
    lost = Total(
        ended[Outcome.CLOSED].count + ended[Outcome.GIVEN_UP].count,
        ended[Outcome.CLOSED].money + ended[Outcome.GIVEN_UP].money,
    )
    whole = lost.count + ended[Outcome.PAID].count
    named = (
        (translate("report", "Recovered"), report.recovered),
        (translate("report", "Lost"), lost),
        (translate("report", "At risk now"), at_risk),
    )
    orders = translate("report", "{count} orders")
    rate = f"{ended[Outcome.PAID].count / whole:.0%}" if whole else "–"
    of = translate("report", "{paid} of {urged}").replace("{paid}", f"{ended[Outcome.PAID].count:,}")
    money = tuple(
        (said, yuan.shown(total.money), orders.replace("{count}", f"{total.count:,}")) for said, total in named
    )
    return (*money, (translate("report", "Paid of all that ended"), rate, of.replace("{urged}", f"{whole:,}")))
