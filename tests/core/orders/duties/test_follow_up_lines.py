from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from app.core.clockwork.moments import BadMoment
from app.core.orders.duties.follow_up_lines import read_follow_up

NOW = datetime(2026, 11, 11, 6, 20, tzinfo=UTC)
ZONE = ZoneInfo("Asia/Shanghai")


@pytest.mark.parametrize(
    ("line", "buyer", "text", "minutes"),
    [
        ("16:00 小熊猫 回复改色", "小熊猫", "回复改色", 100),
        ("小熊猫 回复改色 换蓝色 16:00", "小熊猫", "回复改色 换蓝色", 100),
        ("30m 阿良", "阿良", "", 30),
        ("半小时 阿良 查库存", "阿良", "查库存", 30),
        ("小熊猫 16:00前回复改色", "小熊猫", "回复改色", 100),
        ("小熊猫下午4点之前 回复", "小熊猫", "回复", 100),
        ("小熊猫16:00回复 改色", "小熊猫", "回复 改色", 100),
        ("小熊猫 4:00 pm 回复", "小熊猫", "回复", 100),
        ("14:00 阿良 明天再说", "阿良", "明天再说", 24 * 60 - 20),
    ],
)
def test_a_promise_is_a_time_a_buyer_and_what(line: str, buyer: str, text: str, minutes: int) -> None:
    promise = read_follow_up(line, NOW, ZONE)

    assert (promise.buyer, promise.text) == (buyer, text)
    assert promise.due_at == NOW + timedelta(minutes=minutes)
    assert promise.made_at == NOW


@pytest.mark.parametrize(
    ("line", "rule"), [("", "no_moment"), ("小熊猫 回复", "no_moment"), ("25:00 小熊猫", "no_such_time")]
)
def test_a_line_without_a_time_is_refused(line: str, rule: str) -> None:
    with pytest.raises(BadMoment) as caught:
        read_follow_up(line, NOW, ZONE)

    assert caught.value.rule == rule
