"""What an agent picks of a list in one key: lost reasons (未成交原因), payment problems, points after the payment.

The rule: these are the shop's own lists; what is kept with an order is the id, so that a name can be put better later.
"""

from app.core.values import dataclass


@dataclass(frozen=True, slots=True)
class Choice:
    """One line of such a list. `code` is the short code of the phrase that helps here; empty where none does."""

    id: str
    name: str
    code: str = ""


BY_TIME = "by_time"
"""The lost reason of an order whose closing moment passed; no other is set without the agent."""

LOST_REASONS: tuple[Choice, ...] = (
    Choice(BY_TIME, "超时关闭"),
    Choice("slow_shipping", "发货太慢"),
    Choice("express_fee", "顺丰要补差价"),
    Choice("price", "价格原因"),
    Choice("changed_mind", "不想要了"),
    Choice("other", "其他原因"),
)
PAYMENT_PROBLEMS: tuple[Choice, ...] = (
    Choice("card_limit", "银行卡限额", "fkxe"),
    Choice("coupon_missing", "优惠券不显示", "yhqbx"),
    Choice("wrong_address", "地址填错了", "fkdz"),
    Choice("price_changed", "价格变了", "jgbl"),
)
ORDER_CHECKS: tuple[Choice, ...] = (
    Choice("address", "地址和电话已核对", "hddz"),
    Choice("shipping", "发货时间已告知", "fhsj"),
    Choice("note", "备注已写好", "hdbz"),
)
"""What is checked after a payment."""
