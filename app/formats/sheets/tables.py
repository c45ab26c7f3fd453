"""The sheets of the workbook of activities and products, and what they and their columns are called.

The rule: the reader, the writer and the manual know a column from here and from nowhere else; a name that was once
written into somebody's file is read for ever.
"""

from collections.abc import Mapping, Sequence

from app.formats.columns import normal
from app.formats.sheets.columns import ACTIVITY, PRODUCT, Column, Shape, Table

_S = Shape
_MOMENT = ("店铺所在时区的时间，如 2026-11-11 20:00；当天结束写 24:00", "By the shop's clock: 2026-11-11 20:00")
_WORDS = ("多个用顿号或换行隔开", "Several: one a line, or with commas between them")
_OF_ACTIVITY = Column(ACTIVITY, "活动", "Activity", _S.ACTIVITY, 18, is_needed=True, others=("所属活动", "活动名称"))
_OF_PRODUCT = Column(PRODUCT, "商品", "Product", _S.PRODUCT, 22, is_needed=True, others=("所属商品", "商品名称"))
_THRESHOLD = Column("threshold", "满（元）", "From (yuan)", _S.MONEY, 10, is_needed=True, others=("门槛", "满额"))

TABLES: Sequence[Table] = (
    Table(
        "activities",
        "活动",
        "Activities",
        (
            Column("name", "名称", "Name", width=18, is_needed=True, others=("活动名称", "活动")),
            Column("kind", "类型", "Kind", _S.CHOICE, 12),
            Column("platform", "平台", "Platform"),
            Column("link", "活动链接", "Link", width=26, others=("链接",)),
            Column("how_to_buy", "怎么买", "How to buy", width=34, others=("购买方法",)),
            Column("if_page_fails", "页面打不开时", "If the page fails", width=30, others=("页面打不开",)),
            Column("limit.count", "限购（件）", "Limit (pieces)", _S.COUNT, 10, others=("限购件数",)),
            Column("limit.answer_above", "超出限购怎么答", "Answer above the limit", width=30),
            Column("shipping.promise", "发货承诺", "Shipping promise", width=22, others=("发货时间",)),
            Column("shipping.couriers", "默认快递", "Couriers", _S.WORDS, 18, note=_WORDS, others=("快递",)),
            Column("shipping.can_choose_courier", "可指定快递", "Courier can be chosen", _S.YES_NO, 10),
            Column("shipping.origin", "发货地", "Origin"),
            Column("shipping.peak_note", "高峰说明", "At the peak", width=26),
            Column("refund_rules", "退款规则", "Refund rules", width=34),
            Column("also_running", "同时进行的活动", "Also running", width=26, others=("其他活动",)),
            Column("note", "备注", "Note", width=20),
        ),
    ),
    Table(
        "phases",
        "阶段",
        "Phases",
        (
            _OF_ACTIVITY,
            Column("name", "阶段名称", "Phase", width=18, is_needed=True, others=("阶段", "名称", "name")),
            Column("kind", "类型", "Kind", _S.CHOICE, 10),
            Column("starts_at", "开始时间", "Starts at", _S.MOMENT, 18, True, _MOMENT, ("开始",)),
            Column("ends_at", "结束时间", "Ends at", _S.MOMENT, 18, True, _MOMENT, ("结束",)),
            Column(
                "rate",
                "实付比例",
                "Share paid",
                _S.RATE,
                10,
                note=("半价写 50% 或 5折；不打折留空", "Half price: 50%. Empty where prices are as they are"),
                others=("折扣",),
            ),
            Column("product_ids", "仅限商品", "Only for products", _S.PRODUCTS, 24, note=_WORDS),
            Column("note", "说明", "Note", width=26, others=("备注",)),
        ),
        "phases",
        ACTIVITY,
    ),
    Table(
        "coupons",
        "优惠券",
        "Coupons",
        (
            _OF_ACTIVITY,
            _THRESHOLD,
            Column("off", "减（元）", "Off (yuan)", _S.MONEY, 10, is_needed=True, others=("面额", "立减")),
            Column("name", "券名称", "Name", width=18, others=("名称",)),
            Column("link", "领取链接", "Link", width=26, others=("链接",)),
        ),
        "coupons",
        ACTIVITY,
    ),
    Table(
        "gifts",
        "赠品",
        "Gifts",
        (
            _OF_ACTIVITY,
            _THRESHOLD,
            Column("name", "赠品名称", "Gift", width=20, is_needed=True, others=("赠品", "名称", "name")),
            Column("note", "说明", "Note", width=26, others=("备注",)),
        ),
        "gifts",
        ACTIVITY,
    ),
    Table(
        "platform",
        "平台满减",
        "Platform offer",
        (
            _OF_ACTIVITY,
            Column("per_multiple.every", "每满（元）", "For every (yuan)", _S.MONEY, 12),
            Column("per_multiple.off", "减（元）", "Off (yuan)", _S.MONEY, 10),
            Column("per_multiple.cap", "最多减（元）", "At most (yuan)", _S.MONEY, 12, others=("封顶",)),
            Column("per_multiple.name", "满减名称", "Name", width=18, others=("名称",)),
            Column("stacking.has_coupon_with_platform", "可与店铺券同用", "Together with a coupon", _S.YES_NO, 14),
            Column("stacking.base", "满减门槛按", "Judged on", _S.CHOICE, 14),
            Column("stacking.is_highest_gift_only", "赠品只送最高档", "Highest gift only", _S.YES_NO, 14),
            Column("stacking.note", "叠加说明", "Note", width=30, others=("说明",)),
        ),
        "",
        ACTIVITY,
        ("满减", "满减与叠加"),
    ),
    Table(
        "fees",
        "运费",
        "Express fees",
        (
            _OF_ACTIVITY,
            Column("courier", "快递", "Courier", is_needed=True),
            Column("region", "地区", "Region", width=26, is_needed=True),
            Column("fee", "补差（元）", "Fee (yuan)", _S.MONEY, 10, is_needed=True, others=("运费", "加价")),
        ),
        "shipping.fees",
        ACTIVITY,
    ),
    Table(
        "transits",
        "时效",
        "Days on the road",
        (
            _OF_ACTIVITY,
            Column("region", "地区", "Region", width=26, is_needed=True),
            Column("days_from", "最少（天）", "Days from", _S.COUNT, 10, is_needed=True, others=("最快",)),
            Column("days_to", "最多（天）", "Days to", _S.COUNT, 10, is_needed=True, others=("最慢",)),
            Column("note", "说明", "Note", width=26, others=("备注",)),
        ),
        "shipping.transits",
        ACTIVITY,
    ),
    Table(
        "products",
        "商品",
        "Products",
        (
            Column("name", "名称", "Name", width=24, is_needed=True, others=("商品名称", "商品")),
            Column("codes", "编码", "Codes", _S.WORDS, 16, note=_WORDS, others=("商家编码", "货号", "快捷编码")),
            Column("keywords", "关键词", "Keywords", _S.WORDS, 20, note=_WORDS),
            Column("link", "商品链接", "Link", width=26, others=("链接",)),
            Column(
                "selling_points",
                "卖点",
                "Selling points",
                _S.LINES,
                34,
                note=("一行一条", "One a line"),
                others=("亮点",),
            ),
            Column("size", "尺寸", "Size", width=20),
            Column("size_reference", "参照物", "About as large as", width=22, others=("大小对比",)),
            Column("capacity", "容量", "Capacity"),
            Column("material", "材质", "Material", width=18),
            Column("colour_remark", "色差说明", "Colour remark", width=26),
            Column("page_stock", "页面库存", "Stock on the page", _S.COUNT, 10),
            Column("real_stock", "实际库存", "Real stock", _S.COUNT, 10),
            Column("is_sold_out", "已售罄", "Sold out", _S.YES_NO, 10, others=("缺货", "售罄")),
            Column("price", "日常价（元）", "Price (yuan)", _S.MONEY, 12, others=("日常价", "价格")),
            Column("note", "备注", "Note", width=20),
        ),
    ),
    Table(
        "prices",
        "活动价",
        "Activity prices",
        (
            _OF_PRODUCT,
            Column("activity_id", "活动", "Activity", _S.ACTIVITY, 18, is_needed=True, others=("活动名称",)),
            Column(
                "phase_id", "阶段", "Phase", _S.PHASE, 18, note=("整个活动同价就留空", "Empty for the whole activity")
            ),
            Column("price", "价格（元）", "Price (yuan)", _S.MONEY, 12, is_needed=True, others=("活动价",)),
        ),
        "prices",
        PRODUCT,
    ),
    Table(
        "related",
        "关联商品",
        "Related products",
        (
            _OF_PRODUCT,
            Column("relation", "关系", "Relation", _S.CHOICE, 10, is_needed=True),
            Column("product_id", "关联的商品", "Other product", _S.PRODUCT, 22, is_needed=True, others=("关联商品",)),
            Column("reason", "理由", "Reason", width=40, others=("推荐理由",)),
        ),
        "",
        PRODUCT,
    ),
    Table(
        "facts",
        "问答",
        "Questions",
        (
            Column(
                ACTIVITY,
                "所属活动",
                "Activity",
                _S.ACTIVITY,
                18,
                note=("全店通用的问答，活动和商品都留空", "Leave activity and product empty for the whole shop"),
                others=("活动",),
            ),
            Column(PRODUCT, "所属商品", "Product", _S.PRODUCT, 22, others=("商品",)),
            Column("question", "问题", "Question", width=30, is_needed=True),
            Column("answer", "答案", "Answer", width=50, is_needed=True, others=("回答",)),
            Column("keywords", "关键词", "Keywords", _S.WORDS, 20, note=_WORDS),
            Column("stage", "环节", "Stage", _S.CHOICE, 12),
            Column("lifetime.from_at", "生效时间", "Valid from", _S.MOMENT, 18, note=_MOMENT),
            Column("lifetime.until_at", "失效时间", "Valid until", _S.MOMENT, 18, note=_MOMENT),
            Column("lifetime.activity_id", "仅在活动期间", "Only during activity", _S.ACTIVITY, 18),
            Column("lifetime.phase_id", "仅在阶段期间", "Only during phase", _S.PHASE, 18),
        ),
        "facts",
        others=("常见问题", "faq", "facts"),
    ),
)

READ_ME = ("填写说明", "Read me")
"""The names of the sheet that explains the others; it is not read."""
LISTS = "_lists"
"""The hidden sheet that holds what drop-downs offer; it is not read."""

_TABLES: Mapping[str, Table] = {
    normal(name): table for table in TABLES for name in (table.chinese, table.english, table.key, *table.others)
}
_NOT_READ = frozenset(normal(name) for name in (*READ_ME, LISTS))


def table(key: str) -> Table:
    """The table of a key. Raises `StopIteration` for one that does not exist."""
    return next(known for known in TABLES if known.key == key)


def table_called(name: str) -> Table | None:
    """The table that a tab of this name holds."""
    return _TABLES.get(normal(name))


def is_not_read(name: str) -> bool:
    """Whether a tab is one of ours that only explains or serves the others."""
    return normal(name) in _NOT_READ


def columns_called(of: Table) -> Mapping[str, Column]:
    """The columns of a table by every name that is read, the first meaning of a name first."""
    named: dict[str, Column] = {}
    for column in of.columns:
        named.setdefault(normal(column.chinese), column)
        named.setdefault(normal(column.english), column)
    for column in of.columns:
        for name in (*column.others, column.key):
            named.setdefault(normal(name), column)
    return named
