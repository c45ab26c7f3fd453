"""`qindesk report`: what became of the unpaid orders of a day or of some days, as text, JSON or a workbook."""

import argparse
import json
from contextlib import closing
from typing import TYPE_CHECKING, Any

from app.commands.opening import NOT_FOUND, moment, open_desk_of, say

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from app.core.orders.report_tables import Name
    from app.core.orders.tables import Cell, ReportTable


def add(commands: Any, common: argparse.ArgumentParser) -> None:
    """Tell the grammar."""
    report = commands.add_parser("report", parents=[common], help="what became of the unpaid orders of a day")
    report.add_argument("--day", metavar="DAY", default="", help="2026-11-11, 11-11, 昨天 … (today)")
    report.add_argument("--until", metavar="DAY", default="", help="the last day, where it is not only one")
    report.add_argument("--out", metavar="FILE.xlsx", default="", help="write the tables into a workbook")
    report.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from app.core.orders.report_tables import Headings, tables
    from app.core.orders.reports import to_plain

    with closing(open_desk_of(options)) as desk:
        first = _day(desk, options.day)
        report = desk.office.reports.of(first, _day(desk, options.until) if options.until else first)
        made = tables(report, _names(desk), Headings())
        zone = desk.shop_time.zone()
    if options.out and not _written(options.out, made, zone):
        return NOT_FOUND
    if options.json:
        print(json.dumps(to_plain(report), ensure_ascii=False))
    elif not options.out:
        for table in made:
            _print(table)
    return 0


def _day(desk: Any, text: str) -> "date":
    """The day that was asked for, by the shop's clock; exits with a sentence where it does not exist."""
    day: date = moment(desk, text).astimezone(desk.shop_time.zone()).date()
    return day


def _names(desk: Any) -> "Name":
    """What ids are called, or the ids themselves where nothing is called so any more."""
    from app.core.orders.report_tables import Named

    settings, kinds = desk.preferences.current, desk.office.orders.kinds()
    activities = desk.sheet.sheet.activities
    known: dict[Named, dict[str, str]] = {
        Named.ACTIVITY: {activity.id: activity.name for activity in activities.values()},
        Named.REASON: {reason.id: reason.name for reason in settings.lost_reasons},
        Named.KIND: {kind.id: kind.name for kind in kinds.values()},
        Named.STEP: {f"{kind.id}/{step.id}": step.name for kind in kinds.values() for step in kind.steps},
    }

    def name(what: Named, wanted: str) -> str:
        if what is Named.PHRASE:
            phrase = desk.phrase(wanted) if wanted else None
            return str(phrase.title or wanted) if phrase else wanted
        return known.get(what, {}).get(wanted, wanted)

    return name


def _written(path: str, made: "Sequence[ReportTable]", zone: Any) -> bool:
    from app.core.storage import NotWritten
    from app.formats.orders.report_writer import write_report

    try:
        write_report(path, made, zone)
    except NotWritten as lost:
        say(lost.sentence)
        return False
    return True


def _print(table: "ReportTable") -> None:
    print(table.title)
    print("\t".join(column.name for column in table.columns))
    for row in table.rows:
        print("\t".join(_text(cell) for cell in row))
    print()


def _text(cell: "Cell") -> str:
    return "" if cell is None else str(cell)
