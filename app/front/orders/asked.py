"""What the place of the unpaid orders and its windows ask of the program.

The rule: as in `asked`, a widget gets functions, never a service.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from app.core.changes import Changed
from app.core.facts.templates import MissingFact
from app.core.orders.book import Total
from app.core.orders.choices import Choice
from app.core.orders.duties.follow_up_lines import read_follow_up
from app.core.orders.duties.handover import Handover, file_name
from app.core.orders.filters import lost
from app.core.orders.incoming.drafts import Kinds
from app.core.orders.incoming.lines import read_line
from app.core.orders.order import Deed, Event, Order
from app.core.orders.tables import ReportTable
from app.core.sheet.activities import Activity
from app.core.sheet.sheet import About
from app.front.counter import Counter
from app.front.desk import Desk
from app.services.orders.cards import OrderCards
from app.ui import order_names
from app.ui.order_dialogs.order_desk import (
    ChangesDesk,
    HandoverDesk,
    KindsDesk,
    OrderFormDesk,
    OrderImportDesk,
    PastedDesk,
    ReportDesk,
)
from app.ui.order_dialogs.settings_orders import OrderSettingsDesk
from app.ui.orders.desk import OrdersDesk, OrderVerbs
from app.ui.sheet_panel.field_words import of_field


def by_orders_panel(desk: Desk) -> OrdersDesk:
    """What the place asks."""
    orders, time = desk.office.orders, desk.shop_time
    return OrdersDesk(
        now=time.now,
        zone=time.zone,
        shift=lambda: desk.countdowns.pulse.shift,
        book=lambda: orders.book,
        paid=orders.paid_today,
        lost=lambda: lost(orders.book.ended()),
        promises=orders.follow_ups.open,
        kinds=orders.kinds,
        settings=lambda: desk.preferences.current,
        last_call=desk.office.urging.last_call,
        holding=desk.office.urging.holding,
        history=orders.history,
        find=desk.office.finding.find,
        recovered=orders.recovered,
        phrase_of=lambda code: _phrase_of(desk, code),
        read=lambda line: read_line(line, Kinds(list(orders.kinds().values())), time.now(), time.zone()),
        read_promise=lambda line: read_follow_up(line, time.now(), time.zone()),
        verbs=_verbs(desk),
    )


def _verbs(desk: Desk) -> OrderVerbs:
    orders = desk.office.orders
    follow_ups = orders.follow_ups
    return OrderVerbs(
        add=orders.add,
        pay=orders.pay,
        close=orders.close,
        give_up=orders.give_up,
        reopen=orders.reopen,
        snooze=orders.snooze,
        flag=orders.set_flag,
        note=orders.note,
        problem=orders.problem,
        override=lambda order_id, is_on: orders.override(order_id, is_overridden=is_on),
        check=lambda order_id, point, is_done: orders.check(order_id, point, is_done=is_done),
        delete=orders.remove,
        undo=orders.undo,
        promise=lambda one: follow_ups.add(one.buyer, one.text, one.due_at, order_id=_only_order(desk, one.buyer)),
        keep_promise=lambda one_id: follow_ups.done([one_id]),
        put_off_promise=desk.office.duties.put_off,
        undo_promise=follow_ups.undo,
    )


def by_order_form(desk: Desk) -> OrderFormDesk:
    """What the form of one order asks."""
    orders, settings = desk.office.orders, desk.preferences
    return OrderFormDesk(
        save=lambda order: _save(desk, order),
        kinds=lambda: list(orders.kinds().values()),
        activities=partial(_activities, desk),
        problems=lambda: settings.current.payment_problems,
        of_number=partial(_numbered, desk),
        history=orders.history,
        phrase_title=lambda phrase_id: _title(desk, phrase_id),
        choice_name=lambda choice_id: _choice(desk, choice_id),
        left=orders.left,
        now=desk.shop_time.now,
        zone=desk.shop_time.zone,
    )


def by_pasted_orders(desk: Desk) -> PastedDesk:
    """What the window of pasted orders asks."""
    office = desk.office
    new_id, settings = desk.sheet.new_id, desk.preferences
    cards = OrderCards(office.orders, desk.shop_time, desk.countdowns.pulse, new_id, lambda: settings.current)
    return PastedDesk(cards.read, cards.known, cards.take, cards.undo, by_order_form(desk))


def by_order_import(desk: Desk) -> OrderImportDesk:
    """What the import of the platform's export asks."""
    importing = desk.office.importing

    return OrderImportDesk(
        known=importing.known,
        plan=importing.plan,
        settle=importing.settle,
        apply=importing.apply,
        undo=importing.undo,
        watched=lambda: desk.preferences.current.order_folder,
        now=desk.shop_time.now,
        zone=desk.shop_time.zone,
    )


def by_handover(desk: Desk) -> HandoverDesk:
    """What handing over asks."""
    from app.formats.file import put

    service = desk.office.handing

    def text(handover: Handover, is_masked: bool) -> str:
        return service.text(handover, is_masked=is_masked, field=of_field, shown=order_names.shown)

    return HandoverDesk(
        made=service.made,
        text=text,
        file_name=lambda handover: file_name(handover.made_at, desk.shop_time.zone()),
        write=put,
        plan=service.plan,
        take=service.take,
        undo=service.undo,
        now=desk.shop_time.now,
        zone=desk.shop_time.zone,
    )


def by_kinds(desk: Desk) -> KindsDesk:
    """What the form of the kinds asks."""
    orders = desk.office.orders
    return KindsDesk(
        kinds=lambda: list(orders.kinds().values()),
        save=orders.save_kinds,
        new_id=desk.sheet.new_id,
        codes=codes(desk),
        open_count=lambda kind_id: sum(order.kind_id == kind_id for order in orders.open()),
    )


def by_order_settings(desk: Desk) -> OrderSettingsDesk:
    """What the page of the settings asks."""
    return OrderSettingsDesk(desk.sheet.new_id, codes(desk))


def by_reports(desk: Desk) -> ReportDesk:
    """What the window of reports asks."""

    def export(path: str, tables: Sequence[ReportTable]) -> None:
        from app.formats.orders.report_writer import write_report

        write_report(path, tables, desk.shop_time.zone())

    return ReportDesk(
        report=desk.office.reports.of,
        at_risk=partial(_at_risk, desk),
        today=lambda: desk.shop_time.local().date(),
        activities=partial(_activities, desk),
        step_name=lambda kind_id, step_id: _step(desk, kind_id, step_id),
        phrase_title=lambda phrase_id: _title(desk, phrase_id),
        reason_name=lambda reason: _choice(desk, reason),
        phrase_uses=lambda: _uses(desk),
        export=export,
        now=desk.shop_time.now,
        zone=desk.shop_time.zone,
    )


def _uses(desk: Desk) -> list[tuple[str, int]]:
    """The phrases that were used, the most used first."""
    used = [phrase for phrase in desk.library.phrases() if phrase.use_count]
    return [(each.id, each.use_count) for each in sorted(used, key=lambda each: (-each.use_count, each.title))]


def by_changes(desk: Desk, counter: Counter) -> ChangesDesk:
    """What the window of order changes asks."""

    def phrase(code: str, order: Order) -> tuple[str, str]:
        found = next(iter(desk.library.with_code(code)), None)
        if found is None:
            return "", ""
        try:
            return found.title, desk.facts.preview(found.body, about=_about(order))
        except MissingFact:
            return found.title, found.body

    def say(code: str, order: Order) -> None:
        found = next(iter(desk.library.with_code(code)), None)
        if found:
            counter.serve_about(found.id, _about(order))

    def refund_rule(order: Order) -> str:
        activity = desk.sheet.sheet.activities.get(order.activity_id)
        return activity.refund_rules if activity else ""

    return ChangesDesk(phrase, say, desk.office.orders.note, refund_rule)


def codes(desk: Desk) -> Callable[[], Sequence[tuple[str, str]]]:
    """The short codes of phrases, each with the phrase's title."""

    def pairs() -> Sequence[tuple[str, str]]:
        return [(code, phrase.title) for phrase in desk.library.phrases() for code in phrase.codes]

    return pairs


def _activities(desk: Desk) -> Sequence[Activity]:
    return desk.sheet.sheet.activities_in_use()


def _numbered(desk: Desk, number: str) -> Order | None:
    return desk.office.orders.book.numbered(number)


def _at_risk(desk: Desk) -> Total:
    return desk.office.orders.book.total()


def _only_order(desk: Desk, buyer: str) -> str:
    """The order of a buyer who has one and no other."""
    orders = desk.office.orders.of_buyer(buyer)
    return orders[0].id if len(orders) == 1 else ""


def _about(order: Order) -> About:
    return About(activity_id=order.activity_id, order_id=order.id)


def _save(desk: Desk, order: Order) -> Changed:
    orders = desk.office.orders
    if orders.get(order.id) is not None or desk.stores.orders.find([order.id]):
        return orders.edit(order)
    at, agent = desk.shop_time.now(), desk.preferences.current.agent
    added = replace(order, added_at=at, shift=desk.countdowns.pulse.shift)
    return orders.add_all([added], [Event(desk.sheet.new_id(), order.id, Deed.ADDED, at, agent)], Deed.ADDED)


def _phrase_of(desk: Desk, code: str) -> str:
    return next((phrase.id for phrase in desk.library.with_code(code)), "")


def _title(desk: Desk, phrase_id: str) -> str:
    phrase = desk.phrase(phrase_id)
    return phrase.title if phrase else ""


def _step(desk: Desk, kind_id: str, step_id: str) -> str:
    kind = desk.office.orders.kinds().get(kind_id)
    step = next((each.name for each in kind.steps if each.id == step_id), step_id) if kind else step_id
    return f"{order_names.shown(kind.name)} {order_names.shown(step)}" if kind else step


def _choice(desk: Desk, choice_id: str) -> str:
    settings = desk.preferences.current
    every: Sequence[Choice] = (*settings.lost_reasons, *settings.order_checks, *settings.payment_problems)
    return order_names.shown(next((each.name for each in every if each.id == choice_id), choice_id))
