"""A promise to a buyer as an agent types it: `16:00 小熊猫 回复改色`, `30m 小熊猫 查库存`.

The rule: the time stands anywhere in the line; of the rest the first word is the buyer, all others are the promise.
"""

import re
from datetime import datetime
from zoneinfo import ZoneInfo

from app.core.clockwork.moments import BadMoment
from app.core.clockwork.timer_text import read_timer
from app.core.orders.order import FollowUp

NO_MOMENT = "no_moment"
"""The rule that a line breaks in which no time was found."""
_BY = re.compile(
    r"(?P<time>(?:(?:今|明|后)[天日晚]?\s*)?(?:(?:凌晨|清晨|早上|早|上午|中午|下午|傍晚|晚上|晚|夜里)\s*)?"
    r"(?<!\d)\d{1,2}(?:[:：]\d{2}(?:[:：]\d{2})?|[点时](?:半|整|[一三]刻|\d{1,2}分?)?))"
    r"(?![\d:：]|\s*[ap]m)\s*(?:之前|以前|前)?",
    re.IGNORECASE,
)
"""`小熊猫16:00前回复`: where the promise begins, and that the time is one until when."""


def read_follow_up(text: str, now: datetime, zone: ZoneInfo) -> FollowUp:
    """The promise in a line, without an id. Raises `BadMoment`: a rule of `BadTimer` or `no_moment`."""
    try:
        timer = read_timer(_BY.sub(r" \g<time> ", text), now, zone)
    except BadMoment as bad:
        rule = NO_MOMENT if bad.rule in ("empty", "not_understood", "too_short") else bad.rule
        raise BadMoment(rule) from bad
    buyer, _, promise = timer.label.strip().partition(" ")
    return FollowUp("", buyer, promise.strip(), timer.due_at, made_at=now)
