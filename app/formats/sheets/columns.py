"""What a column of the workbook of activities and products may hold, and the words that may be chosen in one.

The rule: a word that was once written into somebody's file is read for ever.
"""

from collections.abc import Mapping
from enum import Enum

from app.core.phrases.phrase import Output, Role, Stage
from app.core.sheet.activities import ActivityKind, Base, PhaseKind
from app.core.values import dataclass


class Shape(Enum):
    """What the cells of a column hold."""

    TEXT = "text"
    WORDS = "words"
    """Short texts: one a line, or side by side with 、 or a comma between them."""
    LINES = "lines"
    """Texts, one a line."""
    MONEY = "money"
    COUNT = "count"
    RATE = "rate"
    MOMENT = "moment"
    YES_NO = "yes_no"
    CHOICE = "choice"
    ACTIVITY = "activity"
    PHASE = "phase"
    PRODUCT = "product"
    PRODUCTS = "products"


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `key` is its field, dotted as in `Fault`; `others` are further names that are read."""

    key: str
    chinese: str
    english: str
    shape: Shape = Shape.TEXT
    width: int = 14
    is_needed: bool = False
    note: tuple[str, str] = ("", "")
    others: tuple[str, ...] = ()

    def name(self, *, is_chinese: bool) -> str:
        """Its heading."""
        return self.chinese if is_chinese else self.english


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet. `prefix` is the field that its rows are in (`phases`, empty for entries); `owner` the column that
    says whose row it is.
    """

    key: str
    chinese: str
    english: str
    columns: tuple[Column, ...]
    prefix: str = ""
    owner: str = ""
    others: tuple[str, ...] = ()

    def name(self, *, is_chinese: bool) -> str:
        """Its name on the tab."""
        return self.chinese if is_chinese else self.english

    def column(self, key: str) -> Column:
        """The column of a field. Raises `KeyError`."""
        for column in self.columns:
            if column.key == key:
                return column
        raise KeyError(key)


ACTIVITY, PRODUCT = "activity", "product"
MUST_READ, OWN_ID = "must_read", "own_id"
ASIDE = frozenset({MUST_READ, OWN_ID})
"""Columns of a pack's workbook that are no fields of what stands in their row."""
SUBSTITUTES, COMPLEMENTS, RELATED = "substitutes", "complements", "related"


@dataclass(frozen=True, slots=True)
class Choice:
    """A word that may be chosen, in both languages, and `others` that are read too."""

    chinese: str
    english: str
    others: tuple[str, ...] = ()

    def word(self, *, is_chinese: bool) -> str:
        """As it stands in a drop-down."""
        return self.chinese if is_chinese else self.english


Choices = Mapping[str, Choice]
"""What may be chosen, by value."""
_KINDS: Choices = {
    ActivityKind.PLATFORM_SALE.value: Choice("平台大促", "Platform sale", ("平台活动", "大促")),
    ActivityKind.GROUP_BUY.value: Choice("聚划算", "Group-buy", ("团购", "jhs")),
    ActivityKind.BRAND_GROUP.value: Choice("品牌团", "Brand group"),
    ActivityKind.OWN.value: Choice("店铺活动", "Shop's own", ("自营", "店铺")),
}
_PHASES: Choices = {
    PhaseKind.WARM_UP.value: Choice("预热", "Warm-up", ("预售",)),
    PhaseKind.SALE.value: Choice("开售", "Sale", ("正式", "爆发")),
    PhaseKind.EXTRA.value: Choice("加场", "Extra", ("返场", "限时")),
    PhaseKind.END.value: Choice("结束", "End", ("收尾",)),
}
_BASES: Choices = {
    Base.ITEMS.value: Choice("商品金额", "Goods", ("券前",)),
    Base.AFTER_COUPON.value: Choice("用券后金额", "After coupon", ("券后",)),
}
_RELATIONS: Choices = {
    SUBSTITUTES: Choice("替代", "Instead", ("缺货替代", "substitute")),
    COMPLEMENTS: Choice("搭配", "Together", ("complement",)),
    RELATED: Choice("相关", "Related", ("关联",)),
}
_STAGES: Choices = {
    Stage.WELCOME.value: Choice("欢迎", "Welcome"),
    Stage.INQUIRY.value: Choice("咨询", "Inquiry"),
    Stage.PAYMENT.value: Choice("付款", "Payment", ("催付",)),
    Stage.LOGISTICS.value: Choice("物流", "Logistics"),
    Stage.AFTER_SALES.value: Choice("售后", "After-sales"),
    Stage.FAREWELL.value: Choice("告别与评价", "Farewell", ("告别",)),
}
_ROLES: Choices = {
    Role.PRE_SALES.value: Choice("售前", "Pre-sales"),
    Role.ORDER_CHANGES.value: Choice("改单", "Order changes"),
    Role.AFTER_SALES.value: Choice("售后", "After-sales"),
    Role.HARD_CUSTOMERS.value: Choice("疑难", "Hard customers"),
}
_OUTPUTS: Choices = {
    Output.PASTE.value: Choice("整段", "Whole", ("粘贴",)),
    Output.PARTS.value: Choice("分段", "In parts", ("分条",)),
    Output.COPY.value: Choice("只复制", "Copy only", ("仅复制", "复制")),
}
YES_NO: Choices = {
    "yes": Choice("是", "Yes", ("y", "true", "1", "√", "✓", "有", "可以", "可")),
    "no": Choice("否", "No", ("n", "false", "0", "×", "无", "不可以", "不可", "不")),
}
CHOICES: Mapping[str, Choices] = {
    "activities.kind": _KINDS,
    "phases.kind": _PHASES,
    "platform.stacking.base": _BASES,
    "related.relation": _RELATIONS,
    "facts.stage": _STAGES,
    "phrases.stage": _STAGES,
    "phrases.role": _ROLES,
    "phrases.output": _OUTPUTS,
}
"""By table and column."""


def choices_of(of: Table, column: Column) -> Choices:
    """What may be chosen in a column."""
    return YES_NO if column.shape is Shape.YES_NO else CHOICES[f"{of.key}.{column.key}"]
