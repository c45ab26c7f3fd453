"""What the tests of the queue's windows stand on: a few orders that are kept in memory, and desks over them."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from decimal import Decimal

from app.core.changes import Kind
from app.core.orders.choices import LOST_REASONS, PAYMENT_PROBLEMS
from app.core.orders.kinds import DEFAULTS, GROUP_BUY, ORDINARY
from app.core.orders.order import Deed, Event, Flag, Manner, Order
from app.core.sheet.activities import Activity
from app.core.storage import NotStored, Trouble
from app.ui.dialogs.drafts import FormDrafts
from app.ui.order_dialogs.order_desk import OrderFormDesk
from tests.sheets import SHANGHAI

NOON = datetime(2026, 11, 11, 14, 12, tzinfo=SHANGHAI)
MINUTE = timedelta(minutes=1)
PANDA = Order(
    "panda",
    "小熊猫",
    GROUP_BUY,
    NOON - 7 * MINUTE,
    NOON + 23 * MINUTE,
    number="123456789012345678",
    amount=Decimal(128),
    items=("磨砂保温杯 粉色",),
    flag=Flag.RED,
    manner=Manner.SILENT,
    agent="小夏",
)
FOX = Order("fox", "小狐狸", ORDINARY, NOON - timedelta(hours=5), NOON + timedelta(hours=67), amount=Decimal("38.5"))
HISTORY = (
    Event("e1", "panda", Deed.ADDED, NOON - 7 * MINUTE, "小夏"),
    Event("e2", "panda", Deed.REMINDED, NOON - MINUTE, step_id="first"),
    Event("e3", "panda", Deed.URGED, NOON - MINUTE, "小夏", "first", "p1", "亲，您的订单还没付款哦，还有 18 分钟"),
)


@dataclass
class Stall:
    """The sale's day at 14:12 in Shanghai."""

    orders: dict[str, Order] = field(default_factory=lambda: {PANDA.id: PANDA, FOX.id: FOX})
    now = NOON
    trouble: Trouble | None = None

    def __post_init__(self):
        self.drafts = FormDrafts()
        self.kinds = DEFAULTS

    def save(self, order: Order):
        if self.trouble:
            raise NotStored(self.trouble)
        self.orders[order.id] = order
        return frozenset({Kind.ORDERS})

    def of_number(self, number: str):
        return next((order for order in self.orders.values() if order.number == number), None)

    def form_desk(self, **other) -> OrderFormDesk:
        desk = OrderFormDesk(
            save=self.save,
            kinds=lambda: self.kinds,
            activities=lambda: (Activity("d11", "双11大促"), Activity("jhs", "聚划算专场")),
            problems=lambda: PAYMENT_PROBLEMS,
            of_number=self.of_number,
            history=lambda order_id: [event for event in HISTORY if event.order_id == order_id],
            phrase_title={"p1": "催付·温和提醒"}.get,
            choice_name=lambda choice_id: {each.id: each.name for each in LOST_REASONS}.get(choice_id, choice_id),
            left=lambda order: order.closes_at - self.now,
            now=lambda: self.now,
            zone=lambda: SHANGHAI,
        )
        return replace(desk, **other)
