"""What a shop begins with (kinds of orders, steps, reasons, shifts) in the language of the interface.

The rule: what is kept stays as it is; a name that nobody has changed is shown translated, and is kept as it was when a
form gives it back.
"""

from collections.abc import Mapping

from app.ui.words import QT_TRANSLATE_NOOP, is_chinese, translate

_SHOWN: Mapping[str, str] = {
    "聚划算": QT_TRANSLATE_NOOP("order_names", "Group-buy"),
    "普通订单": QT_TRANSLATE_NOOP("order_names", "Ordinary"),
    "预售定金": QT_TRANSLATE_NOOP("order_names", "Deposit"),
    "预售尾款": QT_TRANSLATE_NOOP("order_names", "Balance"),
    "温和提醒": QT_TRANSLATE_NOOP("order_names", "Gentle"),
    "再次提醒": QT_TRANSLATE_NOOP("order_names", "Again"),
    "最后提醒": QT_TRANSLATE_NOOP("order_names", "Last call"),
    "超时关闭": QT_TRANSLATE_NOOP("order_names", "Closed by time"),
    "发货太慢": QT_TRANSLATE_NOOP("order_names", "Shipping too slow"),
    "顺丰要补差价": QT_TRANSLATE_NOOP("order_names", "Extra fee for SF express"),
    "价格原因": QT_TRANSLATE_NOOP("order_names", "Price"),
    "不想要了": QT_TRANSLATE_NOOP("order_names", "Changed mind"),
    "其他原因": QT_TRANSLATE_NOOP("order_names", "Other"),
    "银行卡限额": QT_TRANSLATE_NOOP("order_names", "Card limit"),
    "优惠券不显示": QT_TRANSLATE_NOOP("order_names", "Coupon not shown"),
    "地址填错了": QT_TRANSLATE_NOOP("order_names", "Wrong address"),
    "价格变了": QT_TRANSLATE_NOOP("order_names", "Price changed"),
    "地址和电话已核对": QT_TRANSLATE_NOOP("order_names", "Address, phone checked"),
    "发货时间已告知": QT_TRANSLATE_NOOP("order_names", "Shipping time said"),
    "备注已写好": QT_TRANSLATE_NOOP("order_names", "Note left"),
    "白班": QT_TRANSLATE_NOOP("order_names", "Day shift"),
    "晚班": QT_TRANSLATE_NOOP("order_names", "Evening shift"),
}
_KEPT = {shown: name for name, shown in _SHOWN.items()}


def shown(name: str) -> str:
    """A name as it is kept, in the language of the interface."""
    return name if is_chinese() or name not in _SHOWN else translate("order_names", _SHOWN[name])


def kept(name: str) -> str:
    """A name as it stands in a form, as it is kept."""
    return name if is_chinese() else _KEPT.get(name, name)
