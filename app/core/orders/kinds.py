"""The kinds of orders (团购 30 分钟, 普通 72 小时, 预售定金与尾款 …): deadlines, and the steps of their reminders.

The rule: these are data that a shop edits or a pack brings; the defaults are real figures of the trade (the platform
closes group-buy orders after 30 minutes and ordinary ones after 72 hours).
"""

from datetime import datetime, timedelta

from app.core.values import dataclass


@dataclass(frozen=True, slots=True)
class Step:
    """One reminder: so long `after` the order was placed or so long `before` it closes (exactly one of both is set).

    `code` is the short code of the phrase that urges in this step.
    """

    id: str
    name: str
    after: timedelta | None = None
    before: timedelta | None = None
    code: str = ""

    def due_at(self, placed_at: datetime, closes_at: datetime) -> datetime:
        """When it is due for an order; never after the order closes."""
        if self.after is not None:
            return min(placed_at + self.after, closes_at)
        return max(closes_at - (self.before or timedelta()), placed_at)


@dataclass(frozen=True, slots=True)
class OrderKind:
    """One kind. `words` are what an agent writes for it in a line (`聚`); without `closes_after` a date is given."""

    id: str
    name: str
    words: tuple[str, ...] = ()
    closes_after: timedelta | None = None
    steps: tuple[Step, ...] = ()
    position: int = 0


GROUP_BUY, ORDINARY, DEPOSIT, BALANCE = "group_buy", "ordinary", "deposit", "balance"
_MINUTE, _HOUR = timedelta(minutes=1), timedelta(hours=1)

DEFAULTS: tuple[OrderKind, ...] = (
    OrderKind(
        GROUP_BUY,
        "聚划算",
        ("聚", "聚划算", "团", "jhs", "group"),
        30 * _MINUTE,
        (
            Step("first", "温和提醒", after=6 * _MINUTE, code="cf"),
            Step("second", "再次提醒", after=15 * _MINUTE, code="cf2"),
            Step("last", "最后提醒", after=24 * _MINUTE, code="cf5"),
        ),
        1,
    ),
    OrderKind(
        ORDINARY,
        "普通订单",
        ("普", "普通", "pt", "ordinary"),
        72 * _HOUR,
        (
            Step("first", "温和提醒", after=30 * _MINUTE, code="cf"),
            Step("second", "再次提醒", before=24 * _HOUR, code="cf2"),
            Step("last", "最后提醒", before=2 * _HOUR, code="cf5"),
        ),
        2,
    ),
    OrderKind(
        DEPOSIT,
        "预售定金",
        ("定金", "dj", "deposit"),
        24 * _HOUR,
        (Step("first", "温和提醒", after=30 * _MINUTE, code="cf"),),
        3,
    ),
    OrderKind(
        BALANCE,
        "预售尾款",
        ("尾款", "wk", "balance"),
        None,
        (
            Step("first", "温和提醒", before=24 * _HOUR, code="cfwk"),
            Step("last", "最后提醒", before=2 * _HOUR, code="cfwk5"),
        ),
        4,
    ),
)
"""What a shop begins with; every figure can be edited."""
