"""The unpaid orders of a sale's day over honest fakes, for tests of their place and for looking at it."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from decimal import Decimal
from itertools import count
from typing import Any

from app.core.orders import urging
from app.core.orders.duties.follow_up_lines import read_follow_up
from app.core.orders.filters import lost
from app.core.orders.incoming.drafts import Kinds
from app.core.orders.incoming.lines import read_line
from app.core.orders.kinds import GROUP_BUY, ORDINARY
from app.core.orders.order import Deed, Event, Flag, Manner, Order, Outcome
from app.core.orders.urging import Holding
from app.core.settings import Settings
from app.services.orders.orders import Orders
from app.services.pulse import Pulse
from app.services.shop_time import ShopTime
from app.ui.orders.desk import OrdersDesk, OrderVerbs
from tests.fakes import FakeClock, FakeCountdowns, FakeOrders

AFTERNOON = datetime(2026, 11, 11, 6, 20, tzinfo=UTC)
"""14:20 in Shanghai."""
MINUTE = timedelta(minutes=1)


class Office:
    """Orders with their verbs. `phrases` maps short codes to ids; `is_found` finds by pinyin."""

    def __init__(self, at: datetime = AFTERNOON) -> None:
        self.clock = FakeClock(at)
        self.settings = Settings(agent="小夏")
        self.time = ShopTime(self.clock, lambda: self.settings)
        self.store = FakeOrders()
        self.pulse = Pulse(FakeCountdowns(), self.time)
        self.pulse.load(has_lengths=False)
        self.pulse.now()
        numbers = count(1)
        self.orders = Orders(
            self.store, self.time, lambda: f"n{next(numbers)}", lambda: self.settings, self.pulse, lambda *_: None
        )
        self.calls: dict[str, Event] = {}
        self.holdings: dict[str, Holding] = {}
        self.phrases: dict[str, str] = {}
        self.finder: Any = None
        self.orders.load()

    def put(self, *orders: Order) -> None:
        """Orders that are there already."""
        self.store.put(orders)
        self.orders.load()

    def desk(self) -> OrdersDesk:
        """What the place asks."""
        orders, follow_ups = self.orders, self.orders.follow_ups
        return OrdersDesk(
            now=self.time.now,
            zone=self.time.zone,
            shift=lambda: self.pulse.shift,
            book=lambda: orders.book,
            paid=self.paid,
            lost=lambda: lost(orders.book.ended()),
            promises=follow_ups.open,
            kinds=orders.kinds,
            settings=lambda: self.settings,
            last_call=self.calls.get,
            holding=self.holding,
            history=orders.history,
            find=self.finder,
            recovered=orders.recovered,
            phrase_of=lambda code: self.phrases.get(code, ""),
            read=lambda line: read_line(line, Kinds(list(orders.kinds().values())), self.time.now(), self.time.zone()),
            read_promise=lambda line: read_follow_up(line, self.time.now(), self.time.zone()),
            verbs=self.verbs(),
        )

    def verbs(self) -> OrderVerbs:
        """What is done."""
        orders, follow_ups = self.orders, self.orders.follow_ups
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
            promise=lambda one: follow_ups.add(one.buyer, one.text, one.due_at),
            keep_promise=lambda one: follow_ups.done([one]),
            put_off_promise=self.put_off,
            undo_promise=follow_ups.undo,
        )

    def put_off(self, follow_up_id: str, minutes: int) -> Any:
        """A promise is due so many minutes from now."""
        own = self.orders.follow_ups.get(follow_up_id)
        assert own is not None
        return self.orders.follow_ups.edit(replace(own, due_at=self.time.now() + minutes * MINUTE))

    def paid(self) -> list[Order]:
        """Those paid today, the latest first."""
        today = datetime.combine(self.time.local().date(), time(), self.time.zone())
        paid = [one for one in self.orders.book.ended() if one.outcome is Outcome.PAID and one.outcome_at]
        since = [one for one in paid if one.outcome_at and one.outcome_at >= today]
        return sorted(since, key=lambda one: (one.outcome_at or AFTERNOON, one.id), reverse=True)

    def holding(self, order: Order) -> Holding | None:
        """Why no urge goes out."""
        own = self.holdings.get(order.id)
        return own or urging.snoozed(order, self.time.now(), self.pulse.shift)

    def go(self, **length: float) -> datetime:
        """Let time pass; the moment it is then."""
        self.clock.go(timedelta(**length))
        return self.clock.at


def group_buy(number: int, minutes_left: float, **fields: Any) -> Order:
    """A group-buy order that closes in so many minutes."""
    closes_at = AFTERNOON + minutes_left * MINUTE
    plain = Order(
        f"o{number}",
        f"买家{number}",
        GROUP_BUY,
        closes_at - 30 * MINUTE,
        closes_at,
        number=f"{number:019}",
        amount=Decimal(128),
        items=("保温杯 500ml",),
        added_at=closes_at - 30 * MINUTE,
    )
    return replace(plain, **fields)


def busy() -> Office:
    """A shop on the day of the sale."""
    office = Office()
    ordinary = {"kind_id": ORDINARY, "placed_at": AFTERNOON - timedelta(hours=20)}
    office.put(
        group_buy(1, -0.2, buyer="雨后彩虹", amount=Decimal("59.90"), flag=Flag.GREY),
        group_buy(2, 4.31, buyer="小熊猫", flag=Flag.RED, manner=Manner.ASKED, note="周末送", agent="小夏"),
        group_buy(3, 9.02, buyer="糖果女孩2015", amount=Decimal("1288.50"), problem="card_limit", agent="小夏"),
        group_buy(4, 13.5, buyer="tb38271_99", manner=Manner.SILENT, items=("大容量双层玻璃杯 带茶隔 礼盒装",)),
        group_buy(5, 28, buyer="一个名字特别特别长的买家会员名", flag=Flag.BLUE, amount=Decimal("12999.00")),
        group_buy(6, 192, buyer="夏天的风", flag=Flag.PURPLE, **ordinary),
        group_buy(7, 52 * 60 + 5, buyer="阿良", amount=None, flag=Flag.GREEN, manner=Manner.SILENT, **ordinary),
        group_buy(8, 5, buyer="橙子汽水", outcome=Outcome.PAID, outcome_at=AFTERNOON - 4 * MINUTE, checks=("address",)),
        group_buy(
            9,
            -40,
            buyer="木木",
            amount=Decimal(388),
            outcome=Outcome.PAID,
            outcome_at=AFTERNOON - 50 * MINUTE,
            checks=("address", "shipping", "note"),
        ),
    )
    office.calls = {
        "o2": Event("e1", "o2", Deed.URGED, AFTERNOON - 3 * MINUTE, "小夏", "second", "cf2"),
        "o3": Event("e2", "o3", Deed.REMINDED, AFTERNOON - 6 * MINUTE, "小夏", "second"),
        "o4": Event("e3", "o4", Deed.URGED, AFTERNOON - 1 * MINUTE, "小夏", "first", "cf"),
        "o6": Event("e4", "o6", Deed.URGED, AFTERNOON - 19 * 60 * MINUTE, "小夏", "first", "cf"),
    }
    office.holdings = {"o4": Holding(urging.Held.TOO_OFTEN, AFTERNOON + timedelta(hours=9, minutes=40))}
    office.orders.follow_ups.add("小熊猫", "回复改色：红色换蓝色", AFTERNOON + 100 * MINUTE)
    office.orders.follow_ups.add("木木", "查物流", AFTERNOON + 8 * MINUTE)
    office.orders.follow_ups.add("阿良", "问仓库库存", AFTERNOON - 2 * MINUTE)
    return office
