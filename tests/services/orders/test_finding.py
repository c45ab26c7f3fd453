"""The queue searched by words while orders come, change and go."""

from app.core.orders.filters import OrderFilter
from app.core.orders.order import Outcome
from app.core.pinyin import Readings
from app.core.search.orders import OrderIndex
from app.services.orders.finding import FindOrders
from tests.unpaid import order

TABLE = "xiao\t小\nxiong\t熊\nmao\t猫\nhu\t虎\n"
PANDA = OrderFilter(text="xxm")


def finder() -> FindOrders:
    return FindOrders(lambda: OrderIndex(Readings.parse(TABLE)))


def ids(find: FindOrders, only: OrderFilter = PANDA) -> list[str]:
    return [one.id for one in find.find(only)]


def test_an_order_is_found_by_the_initials_of_its_buyer() -> None:
    find = finder()
    find.load([order(1, buyer="小熊猫"), order(2, buyer="小虎")])

    assert ids(find) == ["o1"]
    assert ids(find, OrderFilter(text="xiao")) == ["o1", "o2"]


def test_what_orders_tell_after_a_commit_is_found_at_once() -> None:
    find = finder()
    find.load([order(1, buyer="小熊猫"), order(2, buyer="小熊猫"), order(3, buyer="小熊猫")])
    ids(find)

    find.take([order(1, buyer="小熊猫", outcome=Outcome.PAID), order(4, buyer="小熊猫")], ["o2"])

    assert ids(find) == ["o3", "o4"]


def test_all_of_it_can_be_prepared_piece_by_piece() -> None:
    find = finder()
    find.load(order(nth, buyer="小熊猫") for nth in range(10_000))

    pieces = 1
    while not find.prepare():
        pieces += 1

    assert pieces > 1
    assert len(ids(find)) == 10_000


def test_before_the_orders_were_read_nothing_is_found_and_nothing_is_to_be_prepared() -> None:
    find = finder()

    find.take([order(1, buyer="小熊猫")])

    assert ids(find) == []
    assert find.prepare()
