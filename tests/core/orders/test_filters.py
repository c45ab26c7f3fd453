"""Which orders a filter lets through."""

import pytest

from app.core.orders.filters import EVERY, OrderFilter, searched
from app.core.orders.order import Flag, Manner, Order
from tests.unpaid import order

RED = order(1, buyer="Panda 小熊猫", items=("保温杯 500ml",), note="要红色", flag=Flag.RED, agent="小二")


def lets_through(only: OrderFilter, one: Order = RED) -> bool:
    return only.sieve(searched)(one)


@pytest.mark.parametrize(
    "only",
    [
        EVERY,
        OrderFilter(kinds=frozenset({"group_buy", "ordinary"})),
        OrderFilter(flags=frozenset({Flag.RED})),
        OrderFilter(agent="小二"),
        OrderFilter(text="熊猫"),
        OrderFilter(text="panda 500ML 红"),
        OrderFilter(text="00000001"),
        OrderFilter(text="  "),
    ],
)
def test_an_order_comes_through_where_all_of_it_fits(only: OrderFilter) -> None:
    assert lets_through(only)


@pytest.mark.parametrize(
    "only",
    [
        OrderFilter(kinds=frozenset({"ordinary"})),
        OrderFilter(flags=frozenset({None, Flag.BLUE})),
        OrderFilter(agent="小三"),
        OrderFilter(manner=Manner.SILENT),
        OrderFilter(text="熊猫 蓝"),
        OrderFilter(agent="小二", text="老虎"),
    ],
)
def test_it_does_not_where_anything_does_not(only: OrderFilter) -> None:
    assert not lets_through(only)


def test_an_order_without_a_flag_is_asked_for_as_one() -> None:
    assert lets_through(OrderFilter(flags=frozenset({None})), order(flag=None))


def test_more_letters_narrow_and_other_fields_do_not() -> None:
    red = OrderFilter(flags=frozenset({Flag.RED}), text="小熊")

    assert red.narrows(EVERY)
    assert red.narrows(OrderFilter(text="小"))
    assert red.narrows(OrderFilter(flags=frozenset({Flag.RED}), text="小"))
    assert not red.narrows(OrderFilter(flags=frozenset({Flag.RED}), text="小熊猫"))
    assert not red.narrows(OrderFilter(agent="小二"))
