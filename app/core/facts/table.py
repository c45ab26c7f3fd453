"""The facts that a text may speak of: their names by subject, and what agents call them.

The rule: a name, once it was given, stands in phrases of other people and never changes its meaning.
"""

from collections.abc import Mapping
from enum import Enum


class Subject(Enum):
    """What a fact is about."""

    GENERAL = "general"
    ACTIVITY = "activity"
    SHIPPING = "shipping"
    """How an activity is sent; without one there is nothing to say."""
    PRODUCT = "product"
    ORDER = "order"
    """An unpaid order: the one that is urged."""


FACTS: Mapping[Subject, Mapping[str, tuple[str, ...]]] = {
    Subject.GENERAL: {
        "agent": ("客服",),
        "shop": ("店铺",),
        "hello": ("问候",),
        "date": ("日期",),
        "time": ("时间",),
        "clipboard": ("剪贴板",),
    },
    Subject.ACTIVITY: {
        "activity.name": ("活动", "活动名称"),
        "activity.left": ("剩余时间", "活动剩余时间"),
        "activity.ends_at": ("结束时间", "活动结束时间"),
        "activity.starts_in": ("距离开始", "距开始"),
        "activity.starts_at": ("开始时间", "活动开始时间"),
        "activity.phase": ("阶段", "当前阶段"),
        "activity.phase_left": ("阶段剩余时间", "阶段剩余"),
        "activity.next": ("下一阶段",),
        "activity.next_at": ("下一阶段时间",),
        "activity.limit": ("限购", "限购数量"),
        "activity.limit_above": ("超出限购", "超过限购"),
        "activity.coupons": ("优惠券", "券"),
        "activity.gifts": ("赠品", "满赠"),
        "activity.platform_offer": ("满减", "平台优惠"),
        "activity.link": ("活动链接",),
        "activity.how_to_buy": ("怎么买", "购买方法"),
        "activity.if_page_fails": ("页面打不开",),
        "activity.also": ("其他活动", "同时活动"),
        "activity.refund": ("退款规则", "退款"),
    },
    Subject.SHIPPING: {
        "ship.promise": ("发货", "发货时间"),
        "ship.origin": ("发货地",),
        "ship.transit": ("到货时间", "路上时间"),
        "ship.peak": ("高峰期", "高峰"),
        "courier.default": ("快递", "默认快递"),
        "courier.fees": ("快递补差", "快递费"),
    },
    Subject.PRODUCT: {
        "product.name": ("商品", "商品名称"),
        "product.price": ("价格", "商品价格"),
        "product.size": ("尺寸",),
        "product.reference": ("大小对比", "参照物"),
        "product.capacity": ("容量",),
        "product.material": ("材质",),
        "product.colour": ("色差", "颜色说明"),
        "product.points": ("卖点",),
        "product.stock": ("库存",),
        "product.link": ("商品链接",),
        "product.substitute": ("替代商品", "替代"),
        "product.substitute_reason": ("替代理由",),
        "product.complement": ("搭配商品", "搭配"),
        "product.complement_reason": ("搭配理由",),
    },
    Subject.ORDER: {
        "order.left": ("付款剩余时间", "订单剩余时间"),
        "order.closes_at": ("付款截止时间", "订单关闭时间"),
        "order.amount": ("订单金额", "应付金额"),
        "order.item": ("订单商品", "拍下的商品"),
        "order.buyer": ("买家", "买家昵称"),
        "order.number": ("订单号", "订单编号"),
    },
}
"""Subject → name → its Chinese names, the one to offer first; all in the order in which an editor offers them."""

ALIASES: Mapping[str, str] = {
    alias: name for names in FACTS.values() for name, aliases in names.items() for alias in aliases
}
"""Chinese name → name."""
SUBJECTS: Mapping[str, Subject] = {name: subject for subject, names in FACTS.items() for name in names}
"""Name → what it is about."""
