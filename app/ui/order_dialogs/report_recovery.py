"""The pages of what urges brought: by reminder, by phrase, by the hour, and which phrases are used at all.

The rule: a payment is put down to the last urge before it, and that is said beside the figures.
"""

from app.core.orders.reports import OrderReport, Recovery
from app.core.orders.tables import Column, ReportTable, Shape
from app.ui.order_dialogs.charts import Chart, Series, Unit
from app.ui.order_dialogs.order_desk import ReportDesk
from app.ui.order_dialogs.report_page import (
    MOST_BARS,
    PageKind,
    ReportPage,
    hour_column,
    hours,
    money_column,
    orders_column,
    share,
    share_column,
    title,
)
from app.ui.palette import Tone
from app.ui.words import translate

PAID_TONE = Tone.INFO


def by_recovery(kind: PageKind, report: OrderReport, desk: ReportDesk) -> ReportPage:
    """The reminders or the phrases, the best first, and what was paid without an urge."""
    name, is_step = title(kind), kind is PageKind.STEPS
    rows = sorted(report.steps if is_step else report.phrases, key=lambda row: (-row.rate, -row.urged.count))
    named = [(_step(row, desk) if is_step else _phrase(row.phrase_id, desk), row) for row in rows]
    if report.unurged.urged.count:
        named.append((translate("report", "Without an urge"), report.unurged))
    shown = named[:MOST_BARS]
    chart = Chart(
        name,
        tuple(said for said, _row in shown),
        (Series(translate("report", "Paid of those urged"), PAID_TONE, tuple(row.rate for _said, row in shown)),),
        Unit.RATE,
        is_across=True,
        notes=tuple(_of(row) for _said, row in shown),
    )
    head = translate("report", "Reminder") if is_step else translate("report", "Phrase")
    columns = (Column(head), _urged(), _paid(), share_column(), money_column())
    cells = tuple(
        (said, row.urged.count, row.paid.count, share(row.paid.count, row.urged.count), row.paid.money)
        for said, row in named
    )
    return ReportPage(chart, ReportTable(name, columns, cells, (how(),)))


def by_hour(report: OrderReport) -> ReportPage:
    """When buyers were urged, and at which hours that brought the payment."""
    name = title(PageKind.HOURS)
    urges, answered = translate("report", "Urges"), translate("report", "Paid after an urge of this hour")
    counts, paid = report.urges_by_hour, report.answered_by_hour
    chart = Chart(
        name,
        tuple(str(hour) for hour in range(len(counts))),
        (
            Series(answered, PAID_TONE, tuple(float(total.count) for total in paid)),
            Series(urges, Tone.MUTED, tuple(map(float, counts))),
        ),
        is_compared=True,
    )
    columns = (hour_column(), Column(urges, Shape.COUNT), _urged(), _paid(), share_column(), money_column())
    rows = tuple(
        (hours(at), count, asked.count, came.count, share(came.count, asked.count), came.money)
        for at, (count, asked, came) in enumerate(zip(counts, report.asked_by_hour, paid, strict=True))
    )
    return ReportPage(chart, ReportTable(name, columns, rows, (how(),)))


def by_use(report: OrderReport, desk: ReportDesk) -> ReportPage:
    """The phrases that are used most, and what was paid after them in these days."""
    name = title(PageKind.USES)
    paid = {row.phrase_id: row.paid for row in report.phrases}
    used = [(_phrase(phrase_id, desk), count, paid.get(phrase_id)) for phrase_id, count in desk.phrase_uses()]
    shown, after = used[:MOST_BARS], translate("report", "{count} paid after it")
    uses = translate("report", "Uses")
    chart = Chart(
        name,
        tuple(said for said, _count, _came in shown),
        (Series(uses, Tone.INFO, tuple(float(count) for _said, count, _came in shown)),),
        is_across=True,
        notes=tuple(after.replace("{count}", f"{came.count:,}") if came else "" for _said, _count, came in shown),
    )
    columns = (Column(translate("report", "Phrase")), Column(uses, Shape.COUNT), orders_column(), money_column())
    rows = tuple((said, count, came.count if came else 0, came.money if came else None) for said, count, came in used)
    since = translate(
        "report",
        "Uses are counted since a phrase is in use; orders and money are those of these days, paid after an urge "
        "with the phrase.",
    )
    return ReportPage(chart, ReportTable(name, columns, rows, (since,)))


def how() -> str:
    """How payments are put down to urges."""
    return translate("report", "A payment is put down to the last urge before it.")


def _of(row: Recovery) -> str:
    of = translate("report", "{paid} of {urged}")
    return of.replace("{paid}", f"{row.paid.count:,}").replace("{urged}", f"{row.urged.count:,}")


def _step(row: Recovery, desk: ReportDesk) -> str:
    return desk.step_name(row.kind_id, row.step_id) if row.step_id else translate("report", "Besides the reminders")


def _phrase(phrase_id: str, desk: ReportDesk) -> str:
    return (desk.phrase_title(phrase_id) if phrase_id else "") or translate("report", "A phrase that is gone")


def _urged() -> Column:
    return Column(translate("report", "Urged"), Shape.COUNT)


def _paid() -> Column:
    return Column(translate("report", "Paid"), Shape.COUNT)
