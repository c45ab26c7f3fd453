"""`qindesk facts`: every variable of a phrase in the words that it would have at a moment."""

import argparse
import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from app.commands.opening import add_moment, moment, opened, say

if TYPE_CHECKING:
    from datetime import datetime

    from app.core.sheet.sheet import About
    from app.front.desk import Desk


def add(commands: Any, common: argparse.ArgumentParser) -> None:
    """Tell the grammar."""
    facts = commands.add_parser("facts", parents=[common], help="what the variables of a phrase say at a moment")
    add_moment(facts)
    facts.add_argument("--activity", metavar="NAME", default="", help="of which one (the only running one)")
    facts.add_argument("--product", metavar="NAME", default="", help="of which one, by name or code")
    facts.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    with opened(options) as desk:
        at = moment(desk, options.at)
        about, others = _meant(desk, at, options)
        facts = _at(desk, at, about)
        by_activity = {activity_id: _of_activity(desk, at, activity_id) for activity_id in others}
        sheet, zone = desk.sheet.sheet, desk.shop_time.zone()
    names = {activity.id: activity.name for activity in sheet.activities.values()}
    names |= {product.id: product.name for product in sheet.products.values()}
    if options.json:
        told = {
            "at": at.astimezone(zone).isoformat(),
            "activity": names.get(about.activity_id),
            "product": names.get(about.product_id),
            "facts": facts,
            "by_activity": [{"activity": names[key], "facts": each} for key, each in by_activity.items()],
        }
        print(json.dumps(told, ensure_ascii=False))
        return 0
    for name, words in facts.items():
        print(f"{name}\t{words}")
    for key, each in by_activity.items():
        for name, words in each.items():
            print(f"{names[key]}\t{name}\t{words}")
    if by_activity:
        say("Several activities run at this moment; choose one with --activity NAME.")
    return 0


def _meant(desk: "Desk", at: "datetime", options: argparse.Namespace) -> "tuple[About, list[str]]":
    """What is meant, and the activities that could be where it is open."""
    from app.commands.naming import named
    from app.core.sheet.sheet import About

    sheet = desk.sheet.sheet
    product_id = named(options.product, sheet.products_in_use(), "product").id if options.product else ""
    if options.activity:
        return About(named(options.activity, sheet.activities_in_use(), "activity").id, product_id), []
    running = [activity.id for activity in sheet.running(at)]
    return (About(running[0], product_id), []) if len(running) == 1 else (About("", product_id), running)


def _at(desk: "Desk", at: "datetime", about: "About") -> Mapping[str, str]:
    """Every fact that has words at a moment, in the order in which an editor offers them."""
    from app.commands.still import StillClock
    from app.core.facts import names as fact_names
    from app.services.sheet.facts import CLIPBOARD, Facts

    still = StillClock(at, desk.shop_time.zone())
    facts = Facts(still, lambda: desk.preferences.current, lambda: desk.sheet.sheet)
    known = facts.for_text("".join(f"{{{{{name}}}}}" for name in fact_names.NAMES), "", about)
    return {name: known[name] for name in fact_names.NAMES if known.get(name) and name != CLIPBOARD}


def _of_activity(desk: "Desk", at: "datetime", activity_id: str) -> Mapping[str, str]:
    from app.core.facts import names as fact_names
    from app.core.facts.table import Subject
    from app.core.sheet.sheet import About

    own = {*fact_names.of(Subject.ACTIVITY), *fact_names.of(Subject.SHIPPING)}
    return {name: words for name, words in _at(desk, at, About(activity_id)).items() if name in own}
