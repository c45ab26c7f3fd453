"""Typed amounts: read exactly, refused at the place that is wrong, and told from everything else that is typed."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.prices.amounts import (
    MAX_TEXT,
    BadAmount,
    Line,
    looks_like_amounts,
    read_amounts,
    read_so_far,
    written_amounts,
)


def line(unit: str, count: int = 1, less: str = "0") -> Line:
    return Line(Decimal(unit), count, Decimal(less))


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("89", [line("89")]),
        ("89+128*2", [line("89"), line("128", 2)]),
        (" 89 + 128×2 ", [line("89"), line("128", 2)]),
        ("８９＋１２８＊２", [line("89"), line("128", 2)]),
        ("￥89.9+¥ 10", [line("89.9"), line("10")]),
        ("89元+128块", [line("89"), line("128")]),
        ("128x2", [line("128", 2)]),
        ("89。5", [line("89.5")]),
        ("1,288.00", [line("1288.00")]),
        ("1,288,000", [line("1288000")]),
        ("128*2*3", [line("128", 6)]),
        ("0*2", [line("0", 2)]),
    ],
)
def test_a_calculation_is_read_into_prices_and_counts(text, lines):
    assert list(read_amounts(text)) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("(89+10)*2", [line("89", 2), line("10", 2)]),
        ("2*(89+128)", [line("89", 2), line("128", 2)]),
        ("（89＋10）×2", [line("89", 2), line("10", 2)]),
        ("((89+10)*2+5)*3", [line("89", 6), line("10", 6), line("5", 3)]),
        ("3*(44.5*2)", [line("44.5", 6)]),
    ],
)
def test_a_bracket_is_multiplied_out(text, lines):
    assert list(read_amounts(text)) == lines


@pytest.mark.parametrize("text", ["128*2", "128元*2", "2*128元", "2*¥128", "2件*128", "128*2件", "2 个 × 128 元"])
def test_the_price_comes_first_unless_a_sign_tells_otherwise(text):
    assert list(read_amounts(text)) == [line("128", 2)]


def test_decimals_are_never_a_count():
    assert list(read_amounts("2*89.90")) == [line("89.90", 2)]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("345-20", [line("345", less="20")]),
        ("89+128*2-10", [line("89"), line("128", 2, "10")]),
        ("89+128*2-300", [line("89", less="44"), line("128", 2, "256")]),  # 300 − 256 = 44 is left for the 89
        ("(89-10)*2", [line("89", 2, "20")]),
        ("100-20-30+5", [line("100", less="50"), line("5")]),
        ("10-10", [line("10", less="10")]),
    ],
)
def test_a_minus_takes_from_the_nearest_lines_before_it(text, lines):
    assert list(read_amounts(text)) == lines


@pytest.mark.parametrize(
    ("text", "rule", "at"),
    [
        ("", "empty", 0),
        ("   ", "empty", 0),
        ("89+", "unfinished", 3),
        ("+89", "unfinished", 0),
        ("89+*2", "unfinished", 3),
        ("89.", "unfinished", 3),
        ("()", "unfinished", 1),
        ("89+abc", "unreadable", 3),
        ("89/2", "unreadable", 2),
        ("89%", "unreadable", 2),
        (".5", "unreadable", 0),
        ("89 128", "no_operator", 3),
        ("2(89)", "no_operator", 1),
        ("(89+1", "bracket", 0),
        ("89)", "bracket", 2),
        ("89.999", "decimals", 5),
        ("89+10.001", "decimals", 8),
        ("12,88", "comma", 2),
        ("1288,000", "comma", 4),
        ("89，128", "comma", 2),
        ("89、128", "comma", 2),
        ("89*0", "count", 3),
        ("2*1.5*1.5", "count", 6),
        ("128*0.8", "count", 4),
        ("89元*128元", "count", 4),
        ("2件*3件", "count", 3),
        ("89-90", "negative", 2),
        ("89+10-100", "negative", 5),
        ("10-20+50", "negative", 2),
        ("99999999", "too_large", 0),
        ("9999999*2", "too_large", 8),
        ("1*10000", "too_large", 2),
        ("9999999+1", "too_large", 0),
        ("1" * (MAX_TEXT + 1), "too_long", MAX_TEXT),
        ("+".join(["1"] * 51), "too_many", 100),
        ("(" * 11 + "1" + ")" * 11, "too_deep", 10),
        ("__import__('os')", "unreadable", 0),
        ("9**9", "unfinished", 2),
        ("1e5", "unreadable", 1),
    ],
)
def test_what_cannot_be_taken_is_refused_with_its_place(text, rule, at):
    with pytest.raises(BadAmount) as bad:
        read_amounts(text)

    assert (bad.value.rule, bad.value.at) == (rule, at)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", []),
        ("(", []),
        ("￥", []),
        ("89+", [line("89")]),
        ("89 + 128 ×", [line("89"), line("128")]),
        ("89.", [line("89")]),
        ("(89+10", [line("89"), line("10")]),
        ("((89+10)*2+(", [line("89", 2), line("10", 2)]),
    ],
)
def test_what_is_still_being_typed_is_read_as_far_as_it_goes(text, lines):
    assert list(read_so_far(text)) == lines


def test_what_is_wrong_in_the_middle_is_refused_while_typing_too():
    with pytest.raises(BadAmount) as bad:
        read_so_far("89+abc+1")

    assert bad.value.at == 3


@pytest.mark.parametrize(
    "text", ["89+128*2", "128*2", "89 + 128×2", "(89+10)*2", "８９＋１", "89元-10元", "¥100-5", "1,288+5", "0.5*20"]
)
def test_a_calculation_in_the_search_box_is_known(text):
    assert looks_like_amounts(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "89",
        "89.90",
        "11-11",
        "2026-11-11",
        "11/11",
        "20:00",
        "13800138000",
        "138-0013-8000",
        "+8613800138000",
        "021+5812345",
        "2039847561029384756",
        "2039847561029384756+1",
        "cf5",
        "c1+1",
        "a*b",
        "满300-50",
        "300-50",
        "30x40",
        "买1+1",
        "24h*7",
        "89+",
        "+",
        "优惠券",
        "89，128",
        "1" * 500 + "+1",
    ],
)
def test_what_else_is_typed_into_the_search_box_is_left_alone(text):
    assert not looks_like_amounts(text)


AMOUNTS = st.decimals(0, 9999, places=2).map(lambda amount: f"{amount:f}")
SUMMANDS = st.tuples(AMOUNTS, st.integers(1, 20)).map(lambda pair: f"{pair[0]}*{pair[1]}")


@given(st.lists(SUMMANDS, min_size=1, max_size=8))
def test_a_sum_is_exact_to_the_cent(summands):
    lines = read_amounts("+".join(summands))

    in_cents = [round(float(text.split("*")[0]) * 100) * int(text.split("*")[1]) for text in summands]
    assert sum(line.amount for line in lines) * 100 == sum(in_cents)


@given(st.lists(SUMMANDS, min_size=1, max_size=6), st.lists(AMOUNTS, max_size=3))
def test_what_is_written_is_read_back(summands, taken):
    text = "+".join(summands) + "".join(f"-{amount}" for amount in taken)
    try:
        lines = read_amounts(text)
    except BadAmount as bad:
        is_kept = bad.rule == "negative"
    else:
        is_kept = read_amounts(written_amounts(lines)) == lines

    assert is_kept


@given(st.text(alphabet="0123456789.,+-*×()（ ￥元件x89，", max_size=30))
def test_any_text_is_read_to_lines_of_nothing_or_more_or_refused_inside_it(text):
    try:
        lines = read_amounts(text)
    except BadAmount as bad:
        is_well = 0 <= bad.at <= len(text)
    else:
        is_well = bool(lines) and all(line.amount >= 0 and line.count >= 1 for line in lines)

    assert is_well
