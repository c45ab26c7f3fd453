"""Where the orders in a pasted text begin and end, and which of their fields carry a label.

The rule: places are those of the text as it was pasted, and the time stays linear in it, whatever it holds.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from app.core.orders.incoming.drafts import ORDER_NUMBER, Part, plain

_END = "\n"
_NUMBER = re.compile(ORDER_NUMBER)
_LABELS = (
    (Part.LEFT_OUT, "收[货件]人|(?:收[货件]|详细)?地址|联系(?:方式|电话|手机)|手机号?码?|电话|姓名|邮编|支付宝.{0,3}"),
    (Part.NUMBER, "(?:主)?订单(?:编号|号|id)|单号|bizorderid|order(?: ?(?:no|number|id))?"),
    (Part.BUYER, "买家(?:会员名|昵称|旺旺|账号|id)?|旺旺(?:名|号)?|会员名|昵称|buyer"),
    (Part.PAID_AT, "付款时间|支付时间"),
    (Part.CLOSED_AT, "(?:订单)?(?:关闭|取消)时间"),
    (Part.PLACED_AT, "(?:订单)?(?:创建|下单|拍下|成交|提交)时间|订单时间|placed"),
    (Part.CLOSES_AT, "(?:最晚|最迟)?(?:付款)?截止时间|自动关闭时间"),
    (Part.STATUS, "(?:订单|交易)?状态"),
    (Part.ITEM, "宝贝(?:标题|名称)?|商品(?:标题|名称|信息)?|货品|标题"),
    (Part.NOTE, "(?:订单|卖家|商家)?备注"),
)  # fmt: skip
TO_PAY = "待付款?|需付款?|应付(?:款|金额|总额)?|实付(?:款|金额)?|实收(?:款)?|付款金额|定金|尾款"
WHOLE = "合计|总(?:价|计|额|金额)|订单(?:金额|总价|总额)|金额"
_LABEL = re.compile(
    "|".join(f"(?P<{part.name}>{words})" for part, words in _LABELS) + f"|(?P<TO_PAY>{TO_PAY})|(?P<WHOLE>{WHOLE})",
    re.IGNORECASE,
)
_AFTER_LABEL = r" {0,4}(?:\([^()\n]{0,8}\) {0,4})?[:=] {0,4}"
_FIELD = re.compile(rf"(?<![^\W_])(?:{_LABEL.pattern}){_AFTER_LABEL}", re.IGNORECASE)


class Field(NamedTuple):
    """A labelled value: what it is, where its text begins and ends."""

    part: str
    at: int
    start: int
    end: int


def by_lines(text: str) -> str:
    """The plain text, sign for sign, with its line ends."""
    ends = "\n" if "\n" in text else "\r"
    return _END.join(plain(line) for line in text.split(ends))


def cards(text: str) -> list[tuple[int, int]]:
    """Where each card begins and ends: at blank lines if each block has one number, else where a field comes again."""
    parts = blocks(text)
    if len(parts) > 1 and all(len(_numbers(text[start:end])) == 1 for start, end in parts):
        return parts
    starts = [0]
    seen: dict[str, str] = {}
    for match in re.finditer(r"[^\n]+", text):
        keys = dict(_keys(match[0]))
        is_new = any(seen.get(key, value) != value for key, value in keys.items())
        if is_new and (Part.NUMBER.name in seen or Part.NUMBER.name in keys):
            starts.append(match.start())
            seen = {}
        seen |= keys
    return list(zip(starts, [*starts[1:], len(text)], strict=True))


def blocks(text: str) -> list[tuple[int, int]]:
    """Where the lines between blank ones begin and end."""
    found: list[tuple[int, int]] = []
    is_inside = False
    for match in re.finditer(r"[^\n]*\n?", text):
        if match[0].strip():
            found[-1:] = [(found[-1][0], match.end())] if is_inside else [*found[-1:], match.span()]
        is_inside = bool(match[0].strip())
    return found


def _keys(line: str) -> Iterator[tuple[str, str]]:
    """What only one order has, with its value."""
    for number in _numbers(line)[:1]:
        yield Part.NUMBER.name, number
    for one in fields(line):
        if one.part in (Part.BUYER.name, Part.PLACED_AT.name):
            yield one.part, line[one.start : one.end].strip()


def _numbers(text: str) -> list[str]:
    return list(dict.fromkeys(_NUMBER.findall(text)))


def fields(text: str) -> list[Field]:
    """The labelled values; each ends with its line or before the next label."""
    found = list(_FIELD.finditer(text))
    ends = [*(match.start() for match in found[1:]), len(text)]
    labelled = []
    for match, next_at in zip(found, ends, strict=False):  # none found: there is one end too many
        line_end = text.find(_END, match.end())
        end = min(next_at, line_end if line_end >= 0 else len(text))
        labelled.append(Field(match.lastgroup or "", match.start(), match.end(), end))
    return labelled
