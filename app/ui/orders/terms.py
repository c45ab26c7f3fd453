"""The words of the place: flags, manners, deeds, reasons to wait, and why a line makes no order.

The rule: sources are English; a word is looked up when it is shown, so it follows the language.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from app.core.clockwork import moments
from app.core.clockwork.moments import BadMoment
from app.core.orders.choices import Choice
from app.core.orders.incoming.drafts import BadOrder
from app.core.orders.kinds import OrderKind
from app.core.orders.order import Deed, Event, Flag, Manner, Order
from app.core.orders.reminders import CLOSED
from app.core.orders.urging import Held, Holding, UrgeRules
from app.ui import order_names
from app.ui.words import QT_TRANSLATE_NOOP, is_chinese, translate

_RULES: Mapping[str, str] = {
    "empty": QT_TRANSLATE_NOOP("orders", "Type a buyer, an amount and when it was placed."),
    "too_long": QT_TRANSLATE_NOOP("orders", "That is too long for one order. Paste order texts with Ctrl+V."),
    "no_buyer": QT_TRANSLATE_NOOP("orders", "The buyer's name is missing."),
    "negative": QT_TRANSLATE_NOOP("orders", "An order is never below zero: “{text}”."),
    "decimals": QT_TRANSLATE_NOOP("orders", "“{text}” has more than two decimals."),
    "too_large": QT_TRANSLATE_NOOP("orders", "“{text}” is too much for one order."),
    "two_amounts": QT_TRANSLATE_NOOP("orders", "There are two amounts; “{text}” is one too many."),
    "two_numbers": QT_TRANSLATE_NOOP("orders", "There are two order numbers; add one order after the other."),
    "two_kinds": QT_TRANSLATE_NOOP("orders", "There are two kinds of order; “{text}” is one too many."),
    "two_times": QT_TRANSLATE_NOOP("orders", "There are two times; “{text}” is one too many."),
    "digits_lost": QT_TRANSLATE_NOOP(
        "orders", "“{text}” has lost its last digits in a spreadsheet. Copy the number from the client."
    ),
    "bad_number": QT_TRANSLATE_NOOP("orders", "“{text}” is neither an amount nor an order number (18 or 19 digits)."),
    "future": QT_TRANSLATE_NOOP("orders", "That time is still to come; an order was placed before now."),
    "no_time": QT_TRANSLATE_NOOP("orders", "Add the time of day to “{text}”."),
    "no_closing": QT_TRANSLATE_NOOP("orders", "This kind has no deadline of its own: add “until” and when it closes."),
    "closes_first": QT_TRANSLATE_NOOP("orders", "It would close before it was placed."),
    "not_understood": QT_TRANSLATE_NOOP(
        "orders", "“{text}” was not understood. A kind is 聚 (jhs) or 普通; an item stands after #, a note after //."
    ),
    "no_such_day": QT_TRANSLATE_NOOP("orders", "That day does not exist."),
    "no_such_time": QT_TRANSLATE_NOOP("orders", "That time of day does not exist; a day ends at 24:00."),
    "skipped_time": QT_TRANSLATE_NOOP("orders", "Clocks are put forward over that time; choose one before or after."),
    "past": QT_TRANSLATE_NOOP("orders", "That moment has already passed."),
    "too_far": QT_TRANSLATE_NOOP("orders", "That is more than a year away."),
    "no_moment": QT_TRANSLATE_NOOP("orders", "Say until when, who and what: 16:00 buyer, colour change."),
}
_ANY_RULE = QT_TRANSLATE_NOOP("orders", "This cannot be taken: {rule}.")
_NAMELESS = QT_TRANSLATE_NOOP("orders", "This was not understood. An item stands after #, a note after //.")


def refusal(bad: BadOrder | BadMoment, line: str) -> str:
    """Why a line makes no order and no promise."""
    start, end = (bad.start, bad.end) if isinstance(bad, BadOrder) else (0, 0)
    rule = "too_far" if isinstance(bad, BadMoment) and bad.rule == "too_long" else bad.rule
    said, text = translate("orders", _RULES.get(rule, _ANY_RULE)), line[start:end].strip()
    if "{text}" in said and not text:
        return translate("orders", _NAMELESS)
    return said.replace("{rule}", bad.rule).replace("{text}", text)


def flag_name(flag: Flag | None) -> str:
    """The name of a flag."""
    return {
        None: translate("orders", "No flag"),
        Flag.GREY: translate("orders", "Grey flag"),
        Flag.RED: translate("orders", "Red flag"),
        Flag.YELLOW: translate("orders", "Yellow flag"),
        Flag.GREEN: translate("orders", "Green flag"),
        Flag.BLUE: translate("orders", "Blue flag"),
        Flag.PURPLE: translate("orders", "Purple flag"),
    }[flag]


def manner(value: Manner) -> str:
    """How a buyer ordered, in a word."""
    return {Manner.ASKED: translate("orders", "asked"), Manner.SILENT: translate("orders", "silent")}[value]


def kind_name(order: Order, kinds: Mapping[str, OrderKind]) -> str:
    """What the kind of an order is called; one that is gone keeps its id."""
    kind = kinds.get(order.kind_id)
    return order_names.shown(kind.name) if kind else order.kind_id


def step_name(step_id: str, kind: OrderKind | None) -> str:
    """What a step is called, or nothing."""
    if step_id == CLOSED:
        return translate("orders", "closing")
    return next((order_names.shown(step.name) for step in kind.steps if step.id == step_id), "") if kind else ""


def chosen(choice_id: str, choices: Iterable[Choice]) -> str:
    """The name of what was picked of a list; the agent's own words are their own name."""
    return next((order_names.shown(choice.name) for choice in choices if choice.id == choice_id), choice_id)


def ago(length: timedelta) -> str:
    """How long ago something was: `12 seconds ago`."""
    if length < timedelta(seconds=1):
        return translate("orders", "just now")
    cut = length if length < timedelta(minutes=1) else length - length % timedelta(minutes=1)
    said = moments.length_in_words(cut, is_chinese=is_chinese())
    return translate("orders", "{length} ago").replace("{length}", said)


def at(moment: datetime, now: datetime, zone: ZoneInfo) -> str:
    """A moment: of today only its time, else with its day."""
    if moment.astimezone(zone).date() == now.astimezone(zone).date():
        local = moment.astimezone(zone)
        return f"{local.hour}:{local:%M}"
    return moments.said(moment.replace(second=0, microsecond=0), now, zone, is_chinese())


def called(event: Event, kind: OrderKind | None, now: datetime) -> str:
    """Which step was urged or reminded last, and when: `urged “last call” 3 minutes ago`."""
    forms = {
        Deed.URGED: (translate("orders", "Urged {ago}"), translate("orders", "Urged “{step}” {ago}")),
        Deed.REMINDED: (translate("orders", "Reminded {ago}"), translate("orders", "Reminded “{step}” {ago}")),
    }
    if event.deed not in forms:
        return ""
    name = step_name(event.step_id, kind)
    return forms[event.deed][bool(name)].replace("{ago}", ago(now - event.at)).replace("{step}", name)


def waits(holding: Holding, rules: UrgeRules, now: datetime, zone: ZoneInfo, closes_at: datetime) -> str:
    """Why no urge goes out now, and until when, unless the order has closed by then."""
    said = {
        Held.QUIET_HOURS: translate("orders", "Quiet hours until {moment}"),
        Held.TOO_OFTEN: translate("orders", "Urged {count} times today"),
        Held.TOO_SOON: translate("orders", "Urged just now; again from {moment}"),
        Held.HAS_PAID: translate("orders", "Has paid another order"),
        Held.SNOOZED: translate("orders", "Later: at {moment}"),
    }[holding.why]
    if holding.why is Held.TOO_SOON and (holding.until_at is None or holding.until_at >= closes_at):
        return translate("orders", "Urged just now")
    until = at(holding.until_at, now, zone) if holding.until_at else ""
    return said.replace("{count}", str(rules.per_day)).replace("{moment}", until)


def deed(value: Deed) -> str:
    """What happened to an order, in a word or two."""
    return {
        Deed.ADDED: translate("orders", "Noted by hand"),
        Deed.IMPORTED: translate("orders", "Imported"),
        Deed.EDITED: translate("orders", "Edited"),
        Deed.REMINDED: translate("orders", "Reminded"),
        Deed.SNOOZED: translate("orders", "Put off"),
        Deed.URGED: translate("orders", "Urged"),
        Deed.NAME_COPIED: translate("orders", "Buyer's name copied"),
        Deed.PAID: translate("orders", "Paid"),
        Deed.CLOSED: translate("orders", "Closed"),
        Deed.GIVEN_UP: translate("orders", "Given up"),
        Deed.REOPENED: translate("orders", "Opened again"),
        Deed.CHECKED: translate("orders", "Checked"),
        Deed.OVERRIDDEN: translate("orders", "Urged against the rules"),
        Deed.HANDED_OVER: translate("orders", "Handed over"),
    }.get(value, value.value)
