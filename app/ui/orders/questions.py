"""What is asked before a deed: for how long, which flag, which problem, why an order was lost, which note.

The rule: every answer has a digit, in the order of the shop's own list.
"""

from collections.abc import Iterable
from datetime import timedelta

from app.core.orders.choices import Choice
from app.core.orders.order import Flag, FollowUp, Order
from app.ui import order_names
from app.ui.orders import flags, terms
from app.ui.orders.ask_row import Answer, Question
from app.ui.words import translate

SNOOZES = ((3, 3), (5, 5), (0, 10))
"""The digits that put something off, and by how many minutes."""
NO_FLAG = 9


def _named(said: str, item: Order | FollowUp) -> str:
    return said.replace("{name}", item.buyer)


def later(item: Order | FollowUp, left: timedelta | None = None) -> Question:
    """In how many minutes again; with no answer where all are longer than what is left."""
    minutes = translate("orders", "{count} min")
    answers = [
        Answer(digit, minutes.replace("{count}", str(count)), count)
        for digit, count in SNOOZES
        if left is None or timedelta(minutes=count) < left
    ]
    return Question(_named(translate("orders", "{name}: remind again in"), item), answers)


def flag(order: Order, *, is_dark: bool) -> Question:
    """Which flag."""
    answers = [Answer(int(each), terms.flag_name(each), each, flags.icon(each, is_dark=is_dark)) for each in Flag]
    none = Answer(NO_FLAG, terms.flag_name(None), None)
    return Question(_named(translate("orders", "{name}: which flag?"), order), [*answers, none])


def problem(order: Order, problems: Iterable[Choice]) -> Question:
    """What keeps the buyer from paying."""
    answers = [*_listed(problems), Answer(0, translate("orders", "No problem"), "")]
    return Question(_named(translate("orders", "{name}: what keeps the buyer from paying?"), order), answers)


def lost(order: Order, reasons: Iterable[Choice], *, is_closed: bool) -> Question:
    """Why an order was lost; own words are a reason too."""
    said = translate("orders", "{name} closed: why?") if is_closed else translate("orders", "{name} given up: why?")
    answers = [*_listed(reasons), Answer(0, translate("orders", "No reason"), "")]
    return Question(_named(said, order), answers, translate("orders", "or type a reason, then Enter"))


def note(order: Order) -> Question:
    """The note of an order."""
    said = _named(translate("orders", "Note for {name}"), order)
    return Question(said, (), translate("orders", "Note, as the client keeps it"), order.note, has_limit=True)


def _listed(choices: Iterable[Choice]) -> list[Answer]:
    return [
        Answer(digit, order_names.shown(each.name), each.id) for digit, each in zip(range(1, 10), choices, strict=False)
    ]
