"""What the platform says of an order in words (`等待买家付款`, `交易关闭` …), and why it says that it was closed.

The rule: a word that is not known is no state; what cannot be told is left alone.
"""

import unicodedata
from collections.abc import Mapping
from enum import Enum

from app.core.orders.choices import BY_TIME
from app.core.orders.kinds import BALANCE
from app.core.orders.order import Outcome

_OPEN = ("等待买家付款", "待付款", "未付款", "等待付款", "待支付", "未支付", "waitbuyerpay")
_BALANCE = ("尾款未付", "待付尾款", "等待买家付尾款", "未付尾款")
_CLOSED = ("交易关闭", "已关闭", "交易自动关闭", "已取消", "订单取消", "订单关闭", "tradeclosed")
_PAID = (
    "已付款", "等待卖家发货", "待发货", "卖家部分发货", "已发货", "等待买家确认", "待收货", "交易成功", "已签收",
    "已完成", "已支付", "付款成功", "waitsellersendgoods", "waitbuyerconfirmgoods", "tradefinished",
)  # fmt: skip


class State(Enum):
    """What is known of the payment."""

    OPEN = "open"
    BALANCE = "balance"
    """Open, and only the balance of a pre-sale is still to be paid."""
    PAID = "paid"
    CLOSED = "closed"

    @property
    def kind_id(self) -> str:
        """The kind of order that only this state has; empty where any may have it."""
        return BALANCE if self is State.BALANCE else ""


OUTCOMES: Mapping[State, Outcome] = {State.PAID: Outcome.PAID, State.CLOSED: Outcome.CLOSED}
"""What a state means for an order; the others leave it open."""


def state_of(words: str) -> State | None:
    """The state that words tell; None where they are not known. A closing outweighs a payment before it."""
    said = bare(words)
    for state, known in ((State.BALANCE, _BALANCE), (State.CLOSED, _CLOSED), (State.OPEN, _OPEN), (State.PAID, _PAID)):
        if any(word in said for word in known):
            return state
    return None


def bare(words: str) -> str:
    """Only the letters and digits of a text, in small half-width ones."""
    return "".join(letter for letter in unicodedata.normalize("NFKC", words[:200]) if letter.isalnum()).casefold()


_REASONS = (
    (BY_TIME, ("未及时付款", "超时", "超过时间", "未付款", "逾期")),
    ("express_fee", ("邮费", "运费", "快递费", "补差价")),
    ("slow_shipping", ("发货", "物流", "太慢", "快递")),
    ("price", ("价格", "太贵", "更便宜", "优惠", "降价")),
    ("changed_mind", ("不想", "不要了", "改变主意", "拍错", "重新拍", "不喜欢")),
)


def lost_reason_of(words: str) -> str:
    """The id of the lost reason that the platform's words come nearest to; empty where there are none."""
    said = bare(words)
    if not said:
        return ""
    return next((reason for reason, known in _REASONS if any(word in said for word in known)), "other")
