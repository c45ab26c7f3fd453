"""What is known of a buyer is never in a representation, because representations get into logs and reports."""

import importlib
import pkgutil
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

import app.core.orders
import app.formats.orders
import app.services.orders
from app.core.orders.order import Deed, Event, FollowUp
from app.core.orders.reminders import Reminder
from tests.unpaid import NOW, order

OF_BUYERS = {"buyer", "number", "note", "text"}


def classes() -> Iterator[type]:
    for package in (app.core.orders, app.formats.orders, app.services.orders):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            found = vars(importlib.import_module(module.name)).values()
            yield from (one for one in found if is_dataclass(one) and getattr(one, "__module__", "") == module.name)


def test_no_value_that_has_a_buyer_names_him_or_what_was_said_to_him() -> None:
    of_buyers = [one for one in classes() if "buyer" in {each.name for each in fields(one)}]

    told = {
        f"{one.__name__}.{each.name}"
        for one in of_buyers
        for each in fields(one)
        if each.repr and each.name in OF_BUYERS
    }

    assert {one.__name__ for one in of_buyers} >= {"Order", "FollowUp", "OrderDraft", "Row"}
    assert told == set()


def test_what_is_made_of_an_order_names_nobody_either() -> None:
    own = order(1, buyer="小熊猫", note="周末送", number="1234567890123456789")
    said = Event("e", own.id, Deed.URGED, NOW, text="小熊猫，还没付款哦")
    promise = FollowUp("f", "小熊猫", "周末送到", NOW)

    told = repr([own, Reminder(own, NOW), said, promise])

    assert not any(word in told for word in ("小熊猫", "周末送", "1234567890123456789"))
