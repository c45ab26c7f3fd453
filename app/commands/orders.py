"""`qindesk order …`: note one in a line, bring an export in, list what is open, say what became of one."""

import argparse
import json
from contextlib import closing
from datetime import timedelta
from decimal import Decimal
from itertools import dropwhile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.commands.by_window import by_window
from app.commands.opening import NOT_FOUND, WRONG_CALL, open_desk_of, say

if TYPE_CHECKING:
    from app.core.orders.filters import OrderFilter
    from app.core.orders.order import Order

OUTCOMES = ("paid", "closed", "given-up")


def add(commands: Any, common: argparse.ArgumentParser) -> None:
    """Tell the grammar."""
    order = commands.add_parser("order", help="the unpaid orders")
    verbs = order.add_subparsers(title="verbs", dest="verb", required=True)

    note = verbs.add_parser("add", parents=[common], help="note an order in one line")
    note.add_argument("line", nargs="+", metavar="LINE", help="小熊猫 128 聚 14:05, its parts in any order")
    note.set_defaults(run=_add)

    bring = verbs.add_parser("import", parents=[common], help="take the platform's order export over")
    bring.add_argument("files", nargs="+", metavar="FILE", help="CSV or xlsx")
    bring.add_argument("--dry-run", action="store_true", help="only tell what would happen")
    bring.set_defaults(run=_import)

    every = verbs.add_parser("list", parents=[common], help="what is open, the nearest to close first")
    every.add_argument("--kind", default="", metavar="WORD", help="only of this kind: 聚, 普通 …")
    every.add_argument("--flag", default="", metavar="COLOUR", help="only with this flag: 红, red …")
    every.add_argument("--mine", action="store_true", help="only those that the agent of the settings serves")
    every.add_argument("--limit", type=int, default=100, metavar="N", help="how many at the most (100)")
    every.set_defaults(run=_list)

    outcome = verbs.add_parser("outcome", parents=[common], help="say what became of an order")
    outcome.add_argument("number", metavar="NUMBER", help="the order's number or its id")
    outcome.add_argument("outcome", choices=OUTCOMES)
    outcome.add_argument("--reason", default="", metavar="REASON", help="why it was lost, by its name in the settings")
    outcome.set_defaults(run=_outcome)


def _add(options: argparse.Namespace) -> int:
    code = by_window(options, "order add", options.line)
    if code is not None:
        return code
    with closing(open_desk_of(options, is_writing=True)) as desk:
        return note(desk, options)


def note(desk: Any, options: argparse.Namespace) -> int:
    """Note the order of a line; the exit code."""
    from app.commands.order_words import refusal
    from app.core.orders.incoming.drafts import BadOrder, Kinds
    from app.core.orders.incoming.lines import read_line

    line = " ".join(options.line)
    now, zone = desk.shop_time.now(), desk.shop_time.zone()
    try:
        reading = read_line(line, Kinds(list(desk.office.orders.kinds().values())), now, zone)
    except BadOrder as bad:
        say(refusal(bad.rule, line[bad.start : bad.end]))
        return WRONG_CALL
    is_changed = bool(desk.office.orders.add(reading.draft))
    own = desk.office.orders.known(reading.draft)
    told = _plain(own, desk) if own else {}
    if "closed_already" in reading.hints:
        say("By its kind it has closed already.")
    if options.json:
        print(json.dumps({"order": told, "is_changed": is_changed, "hints": list(reading.hints)}, ensure_ascii=False))
    else:
        print(_line(told))
    return 0


def _import(options: argparse.Namespace) -> int:
    from app.core.storage import NotStored

    if not options.dry_run:
        code = by_window(options, "order import", [str(Path(file).absolute()) for file in options.files])
        if code is not None:
            return code
    reports: list[Any] = []
    has_failed = False
    with closing(open_desk_of(options, is_writing=not options.dry_run)) as desk:
        service = desk.office.importing
        for file in options.files:
            plan = service.plan(file)
            try:
                done = None if options.dry_run else service.apply(plan)
            except NotStored:
                tell_files(reports, options)
                raise
            settled = done.plan if done else service.settle(plan)
            has_failed = has_failed or settled.has_failed
            reports.append((settled, done))
    tell_files(reports, options)
    return NOT_FOUND if has_failed else 0


def tell_files(reports: list[Any], options: argparse.Namespace) -> None:
    """Tell what became of exports, each with its plan and, where it was taken over, with what that did."""
    if options.json:
        told = [done.to_plain() if done else {**plan.to_plain(), "is_applied": False} for plan, done in reports]
        print(json.dumps({"files": told}, ensure_ascii=False))
        return
    for plan, _ in reports:
        for problem in plan.problems:
            spot = problem.spot
            place = (spot.file, spot.sheet, f"row {spot.line}" if spot.line else "", spot.column)
            say(f"{', '.join(part for part in place if part)}: {problem.sentence}")
        print(", ".join(f"{fate.value} {count}" for fate, count in plan.counts.items()))
    if options.dry_run:
        print("Nothing was changed.")


def _list(options: argparse.Namespace) -> int:
    with closing(open_desk_of(options)) as desk:
        only, office = _filter(options, desk), desk.office.orders
        queue = office.book.page(0, office.book.count(only), only)
        waiting = list(dropwhile(lambda order: office.left(order) <= timedelta(), queue))  # what has closed comes first
        rows = [_plain(order, desk) for order in waiting[: max(options.limit, 1)]]
    if options.json:
        money = sum((order.amount for order in waiting if order.amount), Decimal(0))
        print(json.dumps({"count": len(waiting), "money": f"{money:.2f}", "orders": rows}, ensure_ascii=False))
    elif not rows:
        say("No such order is open.")
    for row in () if options.json else rows:
        print(_line(row))
    return 0 if rows else NOT_FOUND


def _filter(options: argparse.Namespace, desk: Any) -> "OrderFilter":
    """What was asked for; exits with a sentence where a word of it is not known."""
    from app.core.orders.filters import OrderFilter
    from app.core.orders.incoming.drafts import Kinds
    from app.core.orders.incoming.lines import FLAG_WORDS

    kinds = desk.office.orders.kinds()
    kind_id = options.kind if options.kind in kinds else Kinds(list(kinds.values())).called(options.kind)
    if options.kind and not kind_id:
        _refuse(f"No kind of order is called “{options.kind}”. There are: {'; '.join(k.name for k in kinds.values())}")
    flag = FLAG_WORDS.get(options.flag.casefold())
    if options.flag and flag is None:
        _refuse(f"“{options.flag}” is no flag. There are: grey, red, yellow, green, blue, purple")
    agent = desk.preferences.current.agent if options.mine else ""
    if options.mine and not agent:
        _refuse("The settings do not say who the agent is; write the name there first.")
    return OrderFilter(frozenset({kind_id} - {""}), frozenset() if flag is None else frozenset({flag}), agent)


def _outcome(options: argparse.Namespace) -> int:
    code = by_window(options, "order outcome", [options.number, options.outcome], options.reason)
    if code is not None:
        return code
    with closing(open_desk_of(options, is_writing=True)) as desk:
        return end(desk, options)


def end(desk: Any, options: argparse.Namespace) -> int:
    """Say what became of an order; the exit code."""
    own = _meant(options.number, desk)
    if own is None:
        say(f"No order has the number “{options.number}”. `qindesk order list --json` tells numbers and ids.")
        return NOT_FOUND
    reason = _reason(options.reason, desk)
    if reason and options.outcome == "paid":
        _refuse("An order that was paid was not lost; leave --reason out.")
    if options.outcome == "paid":
        changed = desk.office.orders.pay(own.id)
    elif options.outcome == "closed":
        changed = desk.office.orders.close(own.id, reason)
    else:
        changed = desk.office.orders.give_up(own.id, reason)
    if reason and not changed:  # it had ended so before, and only why is new
        changed = desk.office.orders.lose(own.id, reason)
    told = _plain(_meant(own.id, desk) or own, desk)
    if options.json:
        print(json.dumps({"order": told, "is_changed": bool(changed)}, ensure_ascii=False))
    else:
        print(_line(told))
    return 0


def _meant(number: str, desk: Any) -> "Order | None":
    """The order of a number or id, also one that ended long ago."""
    own = desk.office.orders.book.numbered(number) or desk.office.orders.get(number)
    return own or next(iter(desk.stores.orders.find(ids=[number], numbers=[number])), None)


def _reason(text: str, desk: Any) -> str:
    """The id of a lost reason, by its id or name; exits with a sentence where there is none."""
    reasons = desk.preferences.current.lost_reasons
    if not text:
        return ""
    exact = [one for one in reasons if text in (one.id, one.name)]
    found = exact or [one for one in reasons if text in one.name]
    if len(found) != 1:
        _refuse(f"No reason is called “{text}”. There are: {'; '.join(one.name for one in reasons)}")
    reason_id: str = found[0].id
    return reason_id


def _refuse(sentence: str) -> None:
    say(sentence)
    raise SystemExit(WRONG_CALL)


def _plain(order: "Order", desk: Any) -> dict[str, Any]:
    """An order as a JSON object; moments by the shop's wall clock."""
    zone = desk.shop_time.zone()
    kind = desk.office.orders.kinds().get(order.kind_id)
    return {
        "id": order.id,
        "number": order.number,
        "buyer": order.buyer,
        "amount": None if order.amount is None else f"{order.amount:.2f}",
        "kind": kind.name if kind else order.kind_id,
        "items": list(order.items),
        "placed_at": order.placed_at.astimezone(zone).isoformat(),
        "closes_at": order.closes_at.astimezone(zone).isoformat(),
        "left_seconds": max(int(desk.office.orders.left(order).total_seconds()), 0) if order.is_open else 0,
        "note": order.note,
        "flag": order.flag.name.lower() if order.flag is not None else None,
        "agent": order.agent,
        "outcome": order.outcome.value if order.outcome else None,
        "outcome_at": order.outcome_at.astimezone(zone).isoformat() if order.outcome_at else None,
        "lost_reason": order.lost_reason,
    }


def _line(told: dict[str, Any]) -> str:
    """One order in a line for people."""
    from app.core.clockwork.moments import left_in_words

    amount = told["amount"] or ""
    parts = (told["closes_at"][:16].replace("T", " "), told["buyer"], amount, told["kind"], told["number"])
    ended = told["outcome"] or left_in_words(timedelta(seconds=told["left_seconds"]), is_chinese=False)
    return "\t".join((*parts, ended))
