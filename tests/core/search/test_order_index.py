"""Orders found by words: the same as one by one over all of them, whatever came, changed and went meanwhile."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import resources
from app.core.orders.book import OrderBook
from app.core.orders.filters import EVERY, OrderFilter
from app.core.orders.kinds import GROUP_BUY, ORDINARY
from app.core.orders.order import Flag, Manner, Order, Outcome
from app.core.pinyin import Readings
from app.core.search import orders as blocks
from app.core.search.folding import fold, squeezed
from app.core.search.orders import OrderIndex
from app.core.search.query import Query, Word
from app.core.search.walk import Walker
from tests.unpaid import MINUTE, NOW, ORDERS, order

READINGS = Readings.parse((Path(resources.__file__).parent / "pinyin.txt").read_text(encoding="utf-8"))
CUP = "保温杯 500ml 大容量"
WORDS = (
    "xxm",
    "xiong",
    "xm",
    "x",
    "小",
    "熊猫",
    "1",
    "00002",
    "bwb",
    "bwb500",
    "ml",
    "红",
    "h",
    "xm 红",
    "tb",
    "zzz",
    "  ",
)
FEW = st.builds(
    lambda nth, minutes, **fields: order(nth, NOW, closes_at=NOW + minutes * MINUTE, **fields),
    st.integers(1, 30),
    st.integers(0, 9),
    buyer=st.sampled_from(["小熊猫", "小猫", "老虎", "tb_123", "Ｘ小姐", ""]),
    kind_id=st.sampled_from([GROUP_BUY, ORDINARY]),
    items=st.sampled_from([(), (CUP,), ("颜色随机", CUP)]),
    flag=st.sampled_from([None, Flag.RED]),
    agent=st.sampled_from(["", "小二"]),
    manner=st.sampled_from([None, Manner.SILENT]),
    note=st.sampled_from(["", "要红色"]),
    outcome=st.sampled_from([None, None, None, Outcome.PAID]),
)
FILTERS = st.builds(
    OrderFilter,
    kinds=st.sampled_from([frozenset(), frozenset({ORDINARY})]),
    flags=st.sampled_from([frozenset(), frozenset({None}), frozenset({Flag.RED, Flag.BLUE})]),
    agent=st.sampled_from(["", "小二"]),
    manner=st.sampled_from([None, Manner.SILENT]),
    text=st.sampled_from(WORDS),
)


def index(*orders: Order) -> OrderIndex:
    made = OrderIndex(READINGS)
    made.load(orders)
    return made


def found(text: str, *orders: Order) -> list[str]:
    return [one.id for one in index(*orders).find(OrderFilter(text=text))]


def has(one: Order, word: Word) -> bool:
    """Worked out letter by letter, without the index."""
    if any(word.text in fold(text) for text in (one.number, one.note, *said((one.buyer, *one.items)))):
        return True
    spoken = said((one.buyer, *one.items)) if len(word.spoken) > 1 else said((one.buyer,))
    walker = Walker(word.mixed(READINGS), READINGS)
    return word.has_letters and any(walker.first(fold(text), at) >= 0 for text in spoken for at in range(len(text)))


def said(texts: tuple[str, ...]) -> tuple[str, ...]:
    return (*texts, *(tight for text in texts if (tight := squeezed(text))))


@pytest.mark.parametrize(
    "text",
    ["xxm", "XXM", "xiaoxiongmao", "xiong", "xmao", "小熊", "熊猫", "bwb", "baowenbei", "bwb500", "500ml", "大容量",
     "00000000001", "要红色", "xxm bwb 红", "", "  "],
)  # fmt: skip
def test_an_order_is_found_by_pinyin_and_by_what_stands_in_it(text: str) -> None:
    assert found(text, order(1, buyer="小熊猫", items=(CUP,), note="要红色")) == ["o1"]


@pytest.mark.parametrize("text", ["xxn", "熊猫虎", "yhs", "hs", "hongse", "b", "小 虎", "猫小", "2 9"])
def test_notes_are_not_spelled_and_one_letter_is_no_pinyin_of_an_item(text: str) -> None:
    assert found(text, order(1, buyer="小熊猫", items=(CUP,), note="要红色")) == []


def test_a_character_with_two_readings_is_found_by_both() -> None:
    assert found("lhz", order(1, buyer="乐行长")) == ["o1"]
    assert found("yxc", order(1, buyer="乐行长")) == ["o1"]


def test_words_do_not_run_from_one_text_into_the_next() -> None:
    assert found("xmbw", order(1, buyer="小猫", items=("保温杯",))) == []
    assert found("杯颜", order(1, items=("保温杯", "颜色"))) == []


def test_the_nearest_to_close_comes_first_whatever_block_it_is_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blocks, "BLOCK", 4)
    monkeypatch.setattr(blocks, "_FRESH", 2)
    orders = [order(nth, NOW - nth * 7 % 31 * MINUTE) for nth in range(31)]

    assert index(*orders).find(EVERY) == OrderBook(orders).page(0, 99)


def test_an_order_that_was_paid_or_removed_is_not_found_and_one_that_changed_by_its_new_words_only() -> None:
    made = index(*(order(nth, buyer="小熊猫") for nth in range(600)))
    made.find(OrderFilter(text="xxm"))

    made.put([order(1, outcome=Outcome.PAID), order(2, buyer="老虎"), order(700, buyer="小熊猫")])
    made.remove(["o3", "o9999"])

    assert len(made.find(OrderFilter(text="xxm"))) == 598
    assert [one.id for one in made.find(OrderFilter(text="laohu"))] == ["o2"]


def test_many_are_taken_in_piece_by_piece() -> None:
    made = index(*(order(nth) for nth in range(3 * blocks.BLOCK)))

    steps = [made.prepare() for _ in range(3)]

    assert steps == [False, False, True]
    assert len(made.find(EVERY)) == 3 * blocks.BLOCK


@settings(max_examples=80, deadline=None)
@given(
    st.lists(
        st.tuples(st.lists(FEW, max_size=12), st.sets(st.integers(1, 30), max_size=3), FILTERS), min_size=1, max_size=5
    )
)
def test_it_finds_what_is_found_one_by_one(rounds: list[tuple[list[Order], set[int], OrderFilter]]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(blocks, "BLOCK", 8)
        patch.setattr(blocks, "_FRESH", 3)
        made, known = index(), dict[str, Order]()
        for came, left, only in rounds:
            made.put(came)
            made.remove([f"o{nth}" for nth in left])
            known |= {one.id: one for one in came}
            known = {key: one for key, one in known.items() if key not in {f"o{nth}" for nth in left}}
            others = OrderBook(known.values()).page(0, 99, OrderFilter(only.kinds, only.flags, only.agent, only.manner))
            words = Query.parse(only.text).words

            assert made.find(only) == [one for one in others if all(has(one, word) for word in words)]


@given(st.lists(ORDERS, max_size=5), st.text(max_size=5))
def test_no_order_and_no_text_is_too_odd(orders: list[Order], text: str) -> None:
    made = index(*orders)

    assert {one.id for one in made.find(OrderFilter(text=text))} <= {one.id for one in orders}
