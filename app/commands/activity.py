"""`qindesk activity …`: what is on, one activity in full, and the workbook in and out."""

import argparse
import json
from typing import Any

from app.commands.opening import NOT_FOUND, add_moment, moment, opened, say


def add(commands: Any, common: argparse.ArgumentParser) -> None:
    """Tell the grammar."""
    activity = commands.add_parser("activity", help="the activities of the cheat-sheet, and its workbook")
    verbs = activity.add_subparsers(title="verbs", dest="verb", required=True)

    every = verbs.add_parser("list", parents=[common], help="all activities and the phase each is in")
    add_moment(every)
    every.set_defaults(run=_list)

    show = verbs.add_parser("show", parents=[common], help="everything about one activity")
    show.add_argument("name", metavar="NAME", help="its name, or a part that only one has")
    add_moment(show)
    show.set_defaults(run=_show)

    bring = verbs.add_parser("import", parents=[common], help="take activities and products over from a workbook")
    bring.add_argument("file", metavar="FILE.xlsx")
    bring.add_argument("--dry-run", action="store_true", help="only tell what would happen")
    bring.set_defaults(run=_import)

    export = verbs.add_parser("export", parents=[common], help="write all of them into a workbook")
    export.add_argument("file", metavar="FILE.xlsx")
    export.set_defaults(run=_export)

    template = verbs.add_parser("template", parents=[common], help="write an empty workbook with examples")
    template.add_argument("file", metavar="FILE.xlsx")
    template.set_defaults(run=_template)

    sample = verbs.add_parser("sample", parents=[common], help="put in a small shop on Double Eleven to try things out")
    sample.add_argument("--remove", action="store_true", help="take it out again (into the bin)")
    sample.set_defaults(run=_sample)


def _list(options: argparse.Namespace) -> int:
    from app.commands.entries import overview
    from app.core.clockwork.moments import written

    with opened(options) as desk:
        now, zone = moment(desk, options.at), desk.shop_time.zone()
        activities = desk.sheet.sheet.activities_in_use()
        told = [overview(activity, now, zone) for activity in activities]
    if options.json:
        print(json.dumps({"at": now.astimezone(zone).isoformat(), "activities": told}, ensure_ascii=False))
    for activity, row in zip(activities, told, strict=True) if not options.json else ():
        span = " – ".join(written(at, zone) if at else "" for at in (activity.starts_at, activity.ends_at))
        phases = ", ".join(phase["name"] for phase in row["phases"])
        print("\t".join((activity.name, row["state"], phases, span)))
    if not activities:
        say("There is no activity yet. `qindesk activity template FILE` writes a workbook to fill in.")
    return 0 if activities else NOT_FOUND


def _show(options: argparse.Namespace) -> int:
    from app.commands.entries import overview, plain
    from app.commands.naming import named

    with opened(options) as desk:
        now, zone, sheet = moment(desk, options.at), desk.shop_time.zone(), desk.sheet.sheet
        activity = named(options.name, sheet.activities_in_use(), "activity")
        told = {**plain(activity, zone), "now": overview(activity, now, zone)}
        answers = [] if options.json else [phrase for phrase in desk.answers.all() if f":{activity.id}:" in phrase.id]
    if options.json:
        print(json.dumps({"at": now.astimezone(zone).isoformat(), "activity": told}, ensure_ascii=False))
    for phrase in answers:
        print(f"{phrase.title}\t{' '.join(phrase.body.split())}")
    return 0


def _import(options: argparse.Namespace) -> int:
    from app.front import books
    from app.services.sheet.importing import PlanOutdated

    with opened(options, is_writing=not options.dry_run) as desk:
        service = books.workbook(desk)
        plan = service.plan(options.file)
        backup = ""
        if not options.dry_run:
            try:
                backup = service.apply(plan).backup
            except PlanOutdated:
                say("The cheat-sheet was changed meanwhile. Nothing was taken over; please try again.")
                return NOT_FOUND
    if options.json:
        print(json.dumps({**plan.to_plain(), "backup": backup, "is_applied": not options.dry_run}, ensure_ascii=False))
    else:
        _tell(plan, backup)
    return NOT_FOUND if plan.has_failed else 0


def _tell(plan: Any, backup: str) -> None:
    from app.core.sheet.book import Fate, said

    for problem in plan.problems:
        spot = problem.spot
        place = (spot.sheet, f"row {spot.line}" if spot.line else "", spot.column)
        say(f"{', '.join(part for part in place if part) or spot.file}: {said(problem)}")
    print(", ".join(f"{fate.value} {plan.count(fate)}" for fate in Fate))
    print(f"Backup before the import: {backup}" if backup else "Nothing was changed.")


def _export(options: argparse.Namespace) -> int:
    return _written(options, is_template=False)


def _template(options: argparse.Namespace) -> int:
    return _written(options, is_template=True)


def _written(options: argparse.Namespace, *, is_template: bool) -> int:
    from app.core.storage import NotWritten
    from app.front import books

    left_out = 0
    with opened(options) as desk:
        service = books.workbook(desk)
        try:
            if is_template:
                service.template(options.file)
            else:
                left_out = service.export(options.file)
        except NotWritten as lost:
            say(lost.sentence)
            return NOT_FOUND
    if options.json:
        print(json.dumps({"file": options.file, "left_out": left_out}, ensure_ascii=False))
    elif left_out:
        say(f"{left_out} parts name something in the bin, or are too long for a cell, and were left out.")
    return 0


def _sample(options: argparse.Namespace) -> int:
    from app.front import books

    with opened(options, is_writing=True) as desk:
        service = books.sample(desk)
        if options.remove:
            service.take_out()
        else:
            service.put_in()
        sheet = desk.sheet.sheet
        counts = {
            "activities": len(sheet.activities_in_use()),
            "products": len(sheet.products_in_use()),
            "facts": len(sheet.facts_in_use()),
        }
    words = ", ".join(f"{name} {number}" for name, number in counts.items())
    print(json.dumps(counts) if options.json else words)
    return 0
