"""One order in one line."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.orders.incoming.drafts import BadOrder, Kinds, Part
from app.core.orders.incoming.lines import MAX_LINE, LineReading, read_line
from app.core.orders.kinds import BALANCE, DEFAULTS, GROUP_BUY, ORDINARY, OrderKind
from app.core.orders.order import Flag, Manner
from tests.sheets import SHANGHAI

KINDS = Kinds(DEFAULTS)
NOW = datetime(2026, 11, 11, 14, 20, tzinfo=SHANGHAI).astimezone(UTC)
NUMBER = "2345678901234567890"


def read(line: str) -> LineReading:
    return read_line(line, KINDS, NOW, SHANGHAI)


def rule(line: str) -> str:
    with pytest.raises(BadOrder) as caught:
        read(line)
    return caught.value.rule


def at(day: int, hour: int, minute: int, second: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, second, tzinfo=SHANGHAI)


@pytest.mark.parametrize(
    "line",
    [
        "小熊猫 128 聚 14:05",
        "聚 14:05 128 小熊猫",
        "14:05 小熊猫 聚划算 ￥128",
        "128聚14:05 小熊猫",
        "小熊猫14:05 jhs 128元",
        "小熊猫，１２８，聚，１４：０５",
        "小熊猫 128块 团 下午2点5分",
        "买家：小熊猫 128 聚 今天14:05",
        "小熊猫 64*2 聚 14:05:00",
        "小熊猫128聚14:05",
        "小熊猫128元团 14:05",
        "小熊猫 128 聚 15分钟前",
        "15 min ago 小熊猫 128 聚",
    ],
)
def test_the_parts_stand_in_any_order_and_writing(line: str) -> None:
    draft = read(line).draft

    assert (draft.buyer, draft.amount, draft.kind_id) == ("小熊猫", Decimal(128), GROUP_BUY)
    assert (draft.placed_at, draft.closes_at) == (at(11, 14, 5), at(11, 14, 35))


def test_everything_that_can_be_said_is_found_with_its_place() -> None:
    line = f"小熊猫 ￥1,280.50 聚 14:05 {NUMBER} #收纳箱 “大号 箱盖” 红 静默 // 晚上 8:00 再问 128"

    reading = read(line)

    draft = reading.draft
    assert (draft.number, draft.amount, draft.flag, draft.manner) == (
        NUMBER,
        Decimal("1280.50"),
        Flag.RED,
        Manner.SILENT,
    )
    assert (draft.items, draft.note) == (("收纳箱", "大号 箱盖"), "晚上 8:00 再问 128")
    assert [(piece.part, line[piece.start : piece.end]) for piece in reading.pieces] == [
        (Part.BUYER, "小熊猫"),
        (Part.AMOUNT, "￥1,280.50"),
        (Part.KIND, "聚"),
        (Part.PLACED_AT, "14:05"),
        (Part.NUMBER, NUMBER),
        (Part.ITEM, "#收纳箱"),
        (Part.ITEM, "“大号 箱盖”"),
        (Part.FLAG, "红"),
        (Part.MANNER, "静默"),
        (Part.NOTE, "// 晚上 8:00 再问 128"),
    ]


@pytest.mark.parametrize(
    ("said", "placed_at"),
    [
        ("刚刚", at(11, 14, 20)),
        ("半小时前", at(11, 13, 50)),
        ("2小时前", at(11, 12, 20)),
        ("90 分钟之前", at(11, 12, 50)),
    ],
)
def test_a_time_may_be_said_by_how_long_ago_it_was(said: str, placed_at: datetime) -> None:
    line = f"小熊猫 {said} 128"

    reading = read(line)

    assert reading.draft.placed_at == placed_at
    assert said in [line[piece.start : piece.end] for piece in reading.pieces if piece.part is Part.PLACED_AT]


@pytest.mark.parametrize(
    ("line", "buyer", "amount"),
    [
        ("阳光2015团 128", "阳光2015团", Decimal(128)),
        ("小熊猫128pt", "小熊猫128pt", None),
        ("买家：小熊猫128聚", "小熊猫128聚", None),
        ("刚刚好 20", "刚刚好", Decimal(20)),
    ],
)
def test_a_name_that_only_looks_like_more_stays_a_name(line: str, buyer: str, amount: Decimal | None) -> None:
    draft = read(line).draft

    assert (draft.buyer, draft.amount, draft.kind_id) == (buyer, amount, ORDINARY)


def test_without_a_time_it_was_placed_now_and_without_a_kind_it_is_an_ordinary_one() -> None:
    draft = read("小熊猫 128").draft

    assert (draft.kind_id, draft.placed_at, draft.closes_at - draft.placed_at) == (ORDINARY, NOW, timedelta(hours=72))


def test_a_time_that_has_not_come_yet_is_yesterdays_and_a_minute_ahead_is_now() -> None:
    assert read("小熊猫 23:50").draft.placed_at == at(10, 23, 50)
    assert read("小熊猫 14:21").draft.placed_at == NOW


def test_a_day_may_be_said_in_many_ways() -> None:
    for said in ("昨天14:05", "11-10 14:05", "11月10日 14点05分", "2026-11-10 14:05", "2026.11.10 14:05", "10日14:05"):
        assert read(f"小熊猫 128 {said}").draft.placed_at == at(10, 14, 5), said


def test_an_amount_before_a_time_is_no_day() -> None:
    draft = read("小熊猫 12.5 14:05").draft

    assert (draft.amount, draft.placed_at) == (Decimal("12.5"), at(11, 14, 5))


def test_an_order_that_has_closed_is_taken_and_told() -> None:
    assert read("小熊猫 聚 13:00").hints == ("closed_already",)
    assert read("小熊猫 聚 14:00").hints == ()


def test_a_balance_asks_for_its_closing_moment() -> None:
    draft = read("小熊猫 128 尾款 截止 11-12 24:00").draft

    assert (draft.kind_id, draft.closes_at) == (BALANCE, at(13, 0, 0))
    assert read("小熊猫 尾款 截止 2:00").draft.closes_at == at(12, 2, 0)
    assert rule("小熊猫 128 尾款") == "no_closing"
    assert rule("小熊猫 128 14:05 截止 11-10 10:00") == "closes_first"


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("", "empty"),
        (" \t", "empty"),
        ("小" * (MAX_LINE + 1), "too_long"),
        ("128 聚 14:05", "no_buyer"),
        ("13800138000 128", "no_buyer"),
        ("小熊猫 -128", "negative"),
        ("小熊猫 ￥-128", "negative"),
        ("小熊猫 -128元", "negative"),
        ("小熊猫 12.345", "decimals"),
        ("小熊猫 12345678", "too_large"),
        ("小熊猫 128 256", "two_amounts"),
        ("520 128 聚", "two_amounts"),
        (f"小熊猫 {NUMBER} 2345678901234567891", "two_numbers"),
        ("小熊猫 聚 普通", "two_kinds"),
        ("小熊猫 14:05 14:10", "two_times"),
        ("小熊猫 128 5分钟前 14:05", "two_times"),
        ("小熊猫/128/聚/14:05", "not_understood"),
        ("小熊猫 1.23E+18", "digits_lost"),
        ("小熊猫 1234567890123", "bad_number"),
        ("小熊猫 11-12 14:05", "future"),
        ("小熊猫 128 11-10", "no_time"),
        (f"小熊猫 11-10 {NUMBER} 14:05", "no_time"),
        ("小熊猫 25:00", "no_such_time"),
        ("小熊猫 2026-02-30 14:05", "no_such_day"),
        ("小熊猫 128 收纳箱", "not_understood"),
    ],
)
def test_what_cannot_be_taken_is_refused_in_a_word(line: str, wanted: str) -> None:
    assert rule(line) == wanted


def test_a_refusal_shows_its_place() -> None:
    line = "小熊猫 128 收纳箱"

    with pytest.raises(BadOrder) as caught:
        read(line)

    assert line[caught.value.start : caught.value.end] == "收纳箱"


def test_a_buyer_of_digits_is_told_from_an_amount_with_its_sign() -> None:
    draft = read("520 128元 聚").draft

    assert (draft.buyer, draft.amount) == ("520", Decimal(128))


def test_a_phone_number_is_left_out() -> None:
    reading = read("小熊猫 13800138000 128")

    assert "138" not in repr(reading.draft)
    assert Part.LEFT_OUT in {piece.part for piece in reading.pieces}


def test_the_shops_own_kinds_have_their_own_words() -> None:
    own = Kinds([OrderKind("rush", "秒杀", ("秒",), timedelta(minutes=15))])

    draft = read_line("小熊猫 128 秒 14:10", own, NOW, SHANGHAI).draft

    assert (draft.kind_id, draft.closes_at) == ("rush", at(11, 14, 25))
    assert read_line("小熊猫 128", own, NOW, SHANGHAI).draft.kind_id == "rush"


def test_an_error_never_holds_the_line_in_its_text() -> None:
    with pytest.raises(BadOrder) as caught:
        read("小熊猫 128 张三")

    assert str(caught.value) == "not_understood"


def tried(line: str) -> tuple[LineReading | None, BadOrder]:
    try:
        return read(line), BadOrder("")
    except BadOrder as bad:
        return None, bad


PARTS = st.sampled_from(
    ["小熊猫", "128", "￥", "元", "聚", "14:05", "11-10", "-", "//", "#", "“", "”", "1.5E+18", NUMBER, "红", "截止",
     "昨", "\ud800", "\0"]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(PARTS | st.text(max_size=6), max_size=12), st.sampled_from(["", " ", "，"]))
def test_no_line_brings_anything_but_an_order_or_a_refusal(parts: list[str], between: str) -> None:
    line = between.join(parts)

    reading, bad = tried(line)

    if reading is None:
        assert 0 <= bad.start <= bad.end <= len(line)
        return
    assert reading.draft.buyer
    assert reading.draft.placed_at <= NOW
    assert reading.draft.closes_at > reading.draft.placed_at
    assert all(0 <= piece.start < piece.end <= len(line) for piece in reading.pieces)
    assert not any(one.end > two.start for one, two in zip(reading.pieces, reading.pieces[1:], strict=False))
    reading.draft.buyer.encode()
