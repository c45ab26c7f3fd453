"""Order cards in a pasted text."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.orders.incoming.drafts import BadOrder, Kinds, Part
from app.core.orders.incoming.states import State, lost_reason_of, state_of
from app.core.orders.incoming.text import MAX_TEXT, Card, read_text
from app.core.orders.kinds import BALANCE, DEFAULTS, GROUP_BUY, ORDINARY
from app.core.orders.order import Outcome
from tests.sheets import SHANGHAI

KINDS = Kinds(DEFAULTS)
NOW = datetime(2026, 11, 11, 14, 20, tzinfo=SHANGHAI).astimezone(UTC)
NUMBER, OTHER = "2345678901234567890", "234567890123456789"
CARD = f"""订单编号：{NUMBER}
创建时间：2026-11-11 14:05:33
买家会员名：小熊猫
宝贝：大号收纳箱 颜色：粉色 ×2
实付：￥128.00元
订单状态：等待买家付款
收货人：张三 13800138000
收货地址：上海市 浦东新区 世纪大道 100 号
"""


def read(text: str) -> tuple[Card, ...]:
    return read_text(text, KINDS, NOW, SHANGHAI)


def at(hour: int, minute: int, second: int = 0) -> datetime:
    return datetime(2026, 11, 11, hour, minute, second, tzinfo=SHANGHAI)


def shown(text: str, card: Card, part: Part) -> list[str]:
    return [text[piece.start : piece.end] for piece in card.pieces if piece.part is part]


def test_a_card_is_read_by_its_labels_and_shown_with_the_places() -> None:
    (card,) = read(CARD)

    draft = card.draft
    assert (draft.number, draft.buyer, draft.amount) == (NUMBER, "小熊猫", Decimal("128.00"))
    assert (draft.placed_at, draft.kind_id, draft.items) == (at(14, 5, 33), ORDINARY, ("大号收纳箱 颜色：粉色",))
    assert (card.refusals, card.hints) == ((), ())
    assert shown(CARD, card, Part.NUMBER) == [NUMBER]
    assert shown(CARD, card, Part.AMOUNT) == ["128.00"]
    assert shown(CARD, card, Part.STATUS) == ["等待买家付款"]


def test_names_phones_and_addresses_are_recognised_only_to_be_left_out() -> None:
    (card,) = read(CARD)

    assert shown(CARD, card, Part.LEFT_OUT) == ["收货人：张三 13800138000", "收货地址：上海市 浦东新区 世纪大道 100 号"]
    assert not any(word in repr(card.draft) for word in ("张三", "138", "世纪", "浦东"))


def test_an_address_and_a_phone_without_labels_are_left_out_too() -> None:
    text = f"买家：小熊猫 {NUMBER}\n李四，139-0013-9000，浙江省 杭州市 西湖区 文三路 1 号\n￥28.00"

    (card,) = read(text)

    assert shown(text, card, Part.LEFT_OUT) == ["139-0013-9000", "浙江省 杭州市 西湖区 文三路 1 号"]
    assert card.draft.amount == Decimal("28.00")


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("￥128.00", "128.00"),
        ("实付：128.00元", "128.00"),
        ("合计 ￥1,128.00", "1128.00"),
        ("单价￥64.00 合计：￥128.00", "128.00"),
        ("合计：￥138.00 需付款：￥128.00", "128.00"),
        ("应付款（元）：128", "128"),
    ],
)
def test_the_amount_is_what_is_to_be_paid(line: str, wanted: str) -> None:
    (card,) = read(f"订单号：{NUMBER}\n买家：小熊猫\n{line}")

    assert card.draft.amount == Decimal(wanted)


def test_of_two_amounts_without_a_label_none_is_taken() -> None:
    (card,) = read(f"订单号：{NUMBER}\n买家：小熊猫\n￥64.00 ￥128.00")

    assert card.draft.amount is None
    assert "two_amounts" in card.hints


def test_several_cards_are_told_apart_by_blank_lines_or_by_what_comes_again() -> None:
    other = CARD.replace(NUMBER, OTHER).replace("小熊猫", "大白兔")
    headed = f"买家：甲\n订单号：{NUMBER}\n买家：乙\n订单号：{OTHER}\n"

    for text in (f"{CARD}\n{other}", f"{CARD}{other}", f"{CARD}\n{other}".replace("\n", "\r\n")):
        assert [(card.draft.number, card.draft.buyer) for card in read(text)] == [
            (NUMBER, "小熊猫"),
            (OTHER, "大白兔"),
        ]
    assert [card.draft.buyer for card in read(headed)] == ["甲", "乙"]


def test_the_places_of_a_later_card_are_those_of_the_whole_text() -> None:
    text = f"{CARD}\n{CARD.replace(NUMBER, OTHER)}"

    assert shown(text, read(text)[1], Part.NUMBER) == [OTHER]


def test_a_paid_and_a_closed_card_say_so() -> None:
    paid, closed = read(
        f"订单号：{NUMBER}\n买家：甲\n付款时间：2026-11-11 14:10:00\n\n订单号：{OTHER}\n买家：乙\n交易关闭"
    )

    assert (paid.draft.outcome, paid.draft.outcome_at) == (Outcome.PAID, at(14, 10))
    assert (closed.draft.outcome, closed.draft.outcome_at) == (Outcome.CLOSED, NOW)


def test_a_line_as_agents_type_it_is_a_card_too() -> None:
    (card,) = read(f"小熊猫 {NUMBER} 128 聚 14:05")

    assert (card.draft.buyer, card.draft.kind_id, card.draft.number) == ("小熊猫", GROUP_BUY, NUMBER)


def test_lines_that_were_noted_elsewhere_are_orders_without_a_number() -> None:
    text = "小红 99 聚 14:05\r\n\r\n亲，在的哦\n小绿 10.5 聚 14:10\n小蓝 x 13 聚\n小黄 20"

    cards = read(text)

    assert [(card.draft.buyer, card.draft.amount) for card in cards] == [
        ("小红", Decimal(99)),
        ("小绿", Decimal("10.5")),
    ]
    assert [card.draft.kind_id for card in cards] == [GROUP_BUY, GROUP_BUY]
    assert shown(text, cards[1], Part.BUYER) == ["小绿"]


BESIDE = "阿良 59 聚 14:10"


@pytest.mark.parametrize(
    ("text", "buyers"),
    [
        (f"{CARD}\n{BESIDE}\n木木 77 14:12", ["小熊猫", "阿良", "木木"]),
        (f"{BESIDE}\n\n{CARD}", ["阿良", "小熊猫"]),
        (f"{CARD}{BESIDE}\n", ["小熊猫", "阿良"]),
        (f"{CARD}{BESIDE}\n{CARD.replace(NUMBER, OTHER)}", ["小熊猫", "阿良", "小熊猫"]),
        (f"小红 {NUMBER} 99 聚 14:05\n{BESIDE}\r\n小绿 12 聚 14:11", ["小红", "阿良", "小绿"]),
    ],
    ids=["below it", "above it", "right below it", "between two", "below a line with a number"],
)
def test_lines_that_were_typed_beside_a_card_are_orders_too(text: str, buyers: list[str]) -> None:
    cards = read(text)

    beside = [card for card in cards if card.draft.buyer == "阿良"]
    assert [card.draft.buyer for card in cards] == buyers
    assert [(card.draft.amount, card.draft.kind_id, card.draft.placed_at) for card in beside] == [
        (Decimal(59), GROUP_BUY, at(14, 10))
    ]
    assert [shown(text, card, Part.BUYER) for card in cards] == [[buyer] for buyer in buyers]


@pytest.mark.parametrize(
    "line",
    ["保温杯 ￥128.00 2026-11-11 14:05:33", "保温杯 128元 聚划算 14:05", "保温杯 128.00 聚划算", "保温杯 128 14:05"],
)
def test_a_line_of_a_card_that_only_looks_typed_stays_one_of_the_card(line: str) -> None:
    (card,) = read(f"订单编号：{NUMBER}\n买家：小熊猫\n{line}\n实付：￥128.00元")

    assert card.draft.buyer == "小熊猫"


def test_what_is_missing_or_impossible_waits_for_the_agent() -> None:
    (nobody,) = read(f"订单号：{NUMBER}\n￥128.00")
    (future,) = read(f"订单号：{NUMBER}\n买家：甲\n创建时间：2026-11-12 10:00:00")
    (rounded,) = read("订单编号：1.23E+18\n买家：甲")
    (balance,) = read(f"订单号：{NUMBER}\n买家：甲\n尾款未付\n预售尾款")

    assert nobody.refusals == ("no_buyer",)
    assert future.refusals == ("future",)
    assert rounded.refusals == ("digits_lost",)
    assert (balance.draft.kind_id, balance.refusals) == (BALANCE, ("no_closing",))


def test_a_text_without_an_order_has_no_cards() -> None:
    assert read("亲，在吗？这个多少钱 128 元") == ()
    assert read("") == ()
    with pytest.raises(BadOrder):
        read("x" * (MAX_TEXT + 1))


@pytest.mark.parametrize(
    ("words", "state"),
    [
        ("等待买家付款", State.OPEN),
        ("买家已付款，等待卖家发货", State.PAID),
        ("卖家已发货，等待买家确认", State.PAID),
        ("交易成功", State.PAID),
        ("交易关闭", State.CLOSED),
        ("付款以后用户退款成功，交易自动关闭", State.CLOSED),
        ("定金已付，尾款未付", State.BALANCE),
        ("WAIT_BUYER_PAY", State.OPEN),
        ("退款中", None),
        ("", None),
    ],
)
def test_the_platforms_words_are_states_and_unknown_ones_are_none(words: str, state: State | None) -> None:
    assert state_of(words) is state


def test_the_platforms_reasons_are_those_of_the_shop() -> None:
    assert [
        lost_reason_of(words) for words in ("买家未及时付款", "我不想买了", "发货太慢", "邮费太贵", "缺货", "")
    ] == [
        "by_time",
        "changed_mind",
        "slow_shipping",
        "express_fee",
        "other",
        "",
    ]


PARTS = st.sampled_from(
    [*CARD.splitlines(keepends=True), "订单号：", NUMBER, "￥", "128.00", "买家：", "\n", " " * 50, "地址", "上海市",
     "路", "x2", "\ud800", "\0", "1.2E+18", "2026-02-30 10:00"]
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.lists(PARTS | st.text(max_size=8), max_size=25).map("".join))
def test_no_text_brings_anything_but_cards(text: str) -> None:
    for card in read(text):
        assert card.draft.placed_at <= NOW
        assert all(0 <= piece.start < piece.end <= len(text) for piece in card.pieces)
        card.draft.buyer.encode()
        assert card.draft.buyer or "no_buyer" in card.refusals


@pytest.mark.parametrize("piece", [" ", "省", "订单号", "x1", "1", "￥", "地址 ", "\n ", "a:", f"{NUMBER} "])
def test_a_long_text_of_anything_takes_no_more_than_a_moment(piece: str) -> None:
    read((piece * MAX_TEXT)[:MAX_TEXT])  # the timeout of the test run is what this test is about
