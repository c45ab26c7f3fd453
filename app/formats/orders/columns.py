"""What the columns of an order export mean, by the names in its header.

The rule: a position never decides; columns with names, addresses and phones are not read at all.
"""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from app.core.values import dataclass
from app.formats.columns import normal

_LOOK = 15
"""The rows in which a header is looked for: some exports begin with a notice."""


class Field(StrEnum):
    """What a column tells."""

    NUMBER = "number"
    BUYER = "buyer"
    PLACED_AT = "placed_at"
    PAID_AT = "paid_at"
    CLOSED_AT = "closed_at"
    CLOSES_AT = "closes_at"
    TOTAL = "total"
    GOODS = "goods"
    POSTAGE = "postage"
    STATE = "state"
    REASON = "reason"
    ITEM = "item"
    NOTE = "note"
    FLAG = "flag"
    KIND = "kind"
    AGENT = "agent"


_NAMES: Mapping[Field, str] = {
    Field.NUMBER: "订单编号 订单号 订单id 主订单编号 主订单号 交易编号 淘宝订单号 平台订单号 线上订单号 原始订单号 tid "
    "orderid orderno ordernumber",
    Field.BUYER: "买家会员名 买家昵称 买家旺旺 买家旺旺号 买家账号 买家帐号 买家id 买家 会员名 会员昵称 旺旺 旺旺号 "
    "客户昵称 buyernick buyer",
    Field.PLACED_AT: "订单创建时间 创建时间 下单时间 订单提交时间 拍下时间 订单时间 成交时间 created createdat",
    Field.PAID_AT: "订单付款时间 付款时间 支付时间 买家付款时间 paytime paidat",
    Field.CLOSED_AT: "订单关闭时间 交易关闭时间 关闭时间 取消时间 订单取消时间 closedat",
    Field.CLOSES_AT: "付款截止时间 最晚付款时间 尾款截止时间 尾款付款截止时间 尾款支付结束时间 自动关闭时间",
    Field.TOTAL: "总金额 订单总金额 订单金额 订单总价 合计 应付金额 买家应付金额 买家应付总额 应付总额 total amount",
    Field.GOODS: "买家应付货款 应付货款 货款 商品金额 商品总价 应付款 实付金额 实付款",
    Field.POSTAGE: "买家应付邮费 应付邮费 邮费 运费",
    Field.STATE: "订单状态 交易状态 状态 status",
    Field.REASON: "订单关闭原因 关闭原因 取消原因 交易关闭原因",
    Field.ITEM: "宝贝标题 宝贝名称 商品标题 商品名称 宝贝 商品 标题 title item",
    Field.NOTE: "订单备注 卖家备注 商家备注 备注",
    Field.FLAG: "备注标签 备注旗帜 订单备注旗帜 旗帜 旗子 插旗 卖家旗帜 标旗",
    Field.KIND: "订单类型 交易类型 业务类型 活动类型 订单种类 订单标签 订单来源类型",
    Field.AGENT: "客服 接待客服 所属客服 服务客服 询单客服 客服昵称",
}
_KNOWN: Mapping[str, Field] = {name: field for field, names in _NAMES.items() for name in names.split()}
NEEDED: Mapping[str, tuple[Field, ...]] = {
    "订单编号": (Field.NUMBER,),
    "买家会员名": (Field.BUYER,),
    "订单创建时间": (Field.PLACED_AT,),
}
"""What must be there, by the name that a missing one is told by."""
WANTED: Mapping[str, tuple[str, tuple[Field, ...]]] = {
    "states_missing": ("订单状态", (Field.STATE, Field.PAID_AT)),
    "amounts_missing": ("总金额", (Field.TOTAL, Field.GOODS)),
}
"""What is told by a rule where it is missing, and costs no order: an own list of unpaid orders may do without."""
_ENOUGH = frozenset((Field.BUYER, Field.PLACED_AT, Field.STATE))
"""A row that names these columns is the header of an export that lost its order numbers."""


@dataclass(frozen=True, slots=True)
class Header:
    """The columns of a sheet: where each field stands and what the file calls it. `line` is the header's own."""

    line: int
    places: Mapping[Field, int]
    names: Mapping[Field, str]

    @property
    def missing(self) -> tuple[str, ...]:
        """The columns without which no order can be read."""
        return tuple(name for name, fields in NEEDED.items() if not self._has(fields))

    @property
    def lacking(self) -> Mapping[str, str]:
        """The rules by which it is told what orders lack, each with the name of the column."""
        return {rule: name for rule, (name, fields) in WANTED.items() if not self._has(fields)}

    def _has(self, fields: Sequence[Field]) -> bool:
        return any(field in self.places for field in fields)


def find_header(rows: Sequence[tuple[int, Sequence[str]]]) -> tuple[int, Header] | None:
    """The row that names the columns, by its place in `rows`.

    It names the order number and one thing more, or all that an export without its numbers still has.
    """
    best: tuple[int, Header] | None = None
    for at, (line, cells) in enumerate(rows[:_LOOK]):
        header = _header(line, cells)
        is_header = Field.NUMBER in header.places or header.places.keys() >= _ENOUGH
        if is_header and len(header.places) > max(1, len(best[1].places) if best else 0):
            best = at, header
    return best


def _header(line: int, cells: Sequence[str]) -> Header:
    places: dict[Field, int] = {}
    names: dict[Field, str] = {}
    ranks: dict[Field, int] = {}
    for at, cell in enumerate(cells):
        name = normal(cell) if len(cell) <= 60 else ""
        field = _KNOWN.get(name)
        if field is None:
            continue
        rank = _NAMES[field].split().index(name)
        if rank < ranks.get(field, len(_KNOWN)):  # of two columns that may tell the same, the one named more exactly
            places[field], names[field], ranks[field] = at, " ".join(cell.split()), rank
    return Header(line, places, names)
