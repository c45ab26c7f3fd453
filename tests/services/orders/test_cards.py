"""Pasted orders: one transaction, one step, nothing doubled."""

from decimal import Decimal

import pytest

from app.core.changes import NOTHING, Kind
from app.core.orders.order import Deed, Outcome
from app.core.storage import NotStored, Trouble
from app.services.orders.cards import OrderCards
from tests.services.orders.test_orders import Desk
from tests.unpaid import order

ORDERS = frozenset({Kind.ORDERS})
TWO = """订单编号：223456789012345678
买家会员名：小猪佩奇
应付款：¥128.00
下单时间：2026-11-11 13:50:00
收货地址：上海市徐汇区漕溪路1号 13800138000
聚划算

订单编号：323456789012345678
买家：白鲸
实付款 38.50元
下单时间：2026-11-11 13:55:00 普通订单
"""
PAID = """订单编号：0000000000000000001
买家：买家1
应付款：¥128.00
订单状态：买家已付款，等待卖家发货
付款时间：2026-11-11 13:58:00
"""


def cards(desk):
    return OrderCards(desk.orders, desk.time, desk.pulse, lambda: f"card{next(desk.ids)}", lambda: desk.settings)


def drafts(service, text):
    return [card.draft for card in service.read(text)]


def test_pasted_orders_are_kept_in_one_step_with_who_noted_them():
    desk = Desk()
    service = cards(desk)

    changed = service.take(drafts(service, TWO))

    assert changed == ORDERS
    assert sorted((one.buyer, one.amount, one.agent) for one in desk.orders.open()) == [
        ("小猪佩奇", Decimal("128.00"), "小二"),
        ("白鲸", Decimal("38.50"), "小二"),
    ]
    assert [told[2] for told in desk.told] == [[Deed.ADDED, Deed.ADDED]]


def test_the_whole_text_is_taken_back_at_once():
    desk = Desk()
    service = cards(desk)
    service.take(drafts(service, TWO))

    undone = service.undo()

    assert undone == ORDERS
    assert list(desk.orders.open()) == []
    assert service.undo() == NOTHING


def test_nothing_is_taken_back_when_something_else_was_done_since():
    desk = Desk()
    service = cards(desk)
    service.take(drafts(service, TWO))
    desk.orders.pay(next(iter(desk.orders.open())).id)

    undone = service.undo()

    assert undone == NOTHING
    assert len(list(desk.orders.open())) == 1


def test_the_same_text_once_more_changes_nothing():
    desk = Desk()
    service = cards(desk)
    service.take(drafts(service, TWO))

    changed = service.take(drafts(service, TWO))

    assert changed == NOTHING
    assert len(desk.store.rows) == 2


def test_a_number_that_stands_twice_in_a_text_is_one_order():
    desk = Desk()
    service = cards(desk)
    one = drafts(service, TWO)[0]

    service.take([one, one])

    assert len(desk.store.rows) == 1


def test_a_known_order_that_the_text_says_was_paid_leaves_the_queue():
    desk = Desk(order(1))
    service = cards(desk)

    service.take(drafts(service, PAID))

    paid = desk.one("o1")
    assert paid.outcome is Outcome.PAID
    assert [event.deed for event in desk.orders.history("o1")] == [Deed.PAID]
    assert len(desk.store.rows) == 1


def test_a_store_in_trouble_keeps_nothing():
    desk = Desk()
    service = cards(desk)
    wanted = drafts(service, TWO)
    desk.store.trouble = Trouble.FULL

    with pytest.raises(NotStored):
        service.take(wanted)

    assert list(desk.orders.open()) == []
    assert service.undo() == NOTHING
