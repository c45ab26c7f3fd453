from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.orders.kinds import OrderKind, Step
from app.core.packs.differences import Mark, Run, differences, marked, split
from app.core.packs.pack import Difference, Fate, FieldChange, Noun, Pack, PackHead
from app.core.phrases.phrase import Output, Phrase, Stage
from app.core.sheet.activities import Activity, Coupon
from app.core.sheet.lifetimes import Lifetime
from app.core.sheet.products import Product

SHANGHAI = ZoneInfo("Asia/Shanghai")
HEAD = PackHead("shop")
WELCOME = Phrase("shop/hy", "欢迎语", "亲，欢迎光临", codes=("hy",), source="shop")
SALE = Activity("shop/d11", "双11", coupons=(Coupon(Decimal(128), Decimal(10)),), source="shop")
BOX = Product("shop/box", "收纳盒", codes=("SNH-01",), source="shop")
GROUP = OrderKind(
    "shop/group",
    "聚划算",
    ("聚",),
    timedelta(minutes=30),
    (Step("first", "温和提醒", after=timedelta(minutes=6), code="cf"),),
)


def told(old: Pack | None, new: Pack) -> tuple[Difference, ...]:
    return differences(old, new, SHANGHAI)


def test_without_an_old_pack_everything_is_new_and_must_reads_are_told() -> None:
    pack = Pack(HEAD, (WELCOME,), (SALE, BOX), (GROUP,), frozenset({"shop/hy"}))

    found = told(None, pack)

    assert [(each.noun, each.fate, each.is_must_read) for each in found] == [
        (Noun.KIND, Fate.ADDED, False),
        (Noun.ACTIVITY, Fate.ADDED, False),
        (Noun.PRODUCT, Fate.ADDED, False),
        (Noun.PHRASE, Fate.ADDED, True),
    ]


def test_the_same_pack_in_another_order_is_no_difference() -> None:
    moved = replace(WELCOME, position=77)

    assert told(Pack(HEAD, (WELCOME,), (SALE, BOX)), Pack(HEAD, (moved,), (BOX, replace(SALE, position=5)))) == ()


def test_a_changed_phrase_tells_each_field_as_it_was_and_is() -> None:
    new = replace(
        WELCOME, body="亲，欢迎", codes=("hy", "hi"), stage=Stage.WELCOME, is_pinned=True, output=Output.PARTS
    )

    [found] = told(Pack(HEAD, (WELCOME,)), Pack(HEAD, (new,)))

    assert (found.item_id, found.noun, found.name, found.fate) == ("shop/hy", Noun.PHRASE, "欢迎语", Fate.CHANGED)
    assert found.changes == (
        FieldChange("body", "亲，欢迎光临", "亲，欢迎"),
        FieldChange("stage", "", "welcome"),
        FieldChange("codes", "hy", "hy\nhi"),
        FieldChange("is_pinned", "✗", "✓"),
        FieldChange("output", "paste", "parts"),
    )


def test_how_long_a_phrase_holds_is_told_by_the_shops_clock_and_by_names() -> None:
    until = datetime(2026, 11, 11, 16, tzinfo=UTC)
    new = replace(WELCOME, lifetime=Lifetime(until_at=until, activity_id="shop/d11"))

    [found] = told(Pack(HEAD, (WELCOME,), (SALE,)), Pack(HEAD, (new,), (SALE,)))

    [change] = found.changes
    assert change.field == "lifetime"
    assert "2026-11-12 00:00" in change.new
    assert change.new.endswith("双11")


def test_what_an_entry_says_and_what_only_finds_it_are_told() -> None:
    new_sale = replace(SALE, coupons=(Coupon(Decimal(128), Decimal(15)),))
    new_box = replace(BOX, codes=("SNH-02",))

    found = told(Pack(HEAD, (), (SALE, BOX)), Pack(HEAD, (), (new_sale, new_box)))

    assert [each.changes for each in found] == [
        (FieldChange("coupons.128", "128 − 10", "128 − 15"),),
        (FieldChange("codes", "SNH-01", "SNH-02"),),
    ]


def test_a_kind_of_order_tells_its_deadline_and_its_reminders() -> None:
    new = replace(GROUP, closes_after=timedelta(hours=1), steps=(replace(GROUP.steps[0], code="cf2"),))

    [found] = told(Pack(HEAD, kinds=(GROUP,)), Pack(HEAD, kinds=(new,)))

    assert found.changes == (
        FieldChange("closes_after", "0:30:00", "1:00:00"),
        FieldChange("steps.温和提醒", "温和提醒 · + 0:06:00 · cf", "温和提醒 · + 0:06:00 · cf2"),
    )


def test_what_is_gone_is_withdrawn_and_stands_last() -> None:
    found = told(Pack(HEAD, (WELCOME,), (SALE,)), Pack(HEAD, (), (BOX,)))

    assert [(each.name, each.fate) for each in found] == [
        ("收纳盒", Fate.ADDED),
        ("双11", Fate.WITHDRAWN),
        ("欢迎语", Fate.WITHDRAWN),
    ]


def test_a_must_read_mark_on_what_did_not_change_is_a_change_and_taking_it_off_is_none() -> None:
    plain, read = Pack(HEAD, (WELCOME,)), Pack(HEAD, (WELCOME,), must_read=frozenset({"shop/hy"}))

    [found] = told(plain, read)

    assert (found.fate, found.is_must_read) == (Fate.CHANGED, True)
    assert found.changes == (FieldChange("must_read", "✗", "✓"),)
    assert told(read, plain) == ()
    assert told(read, read) == ()


@pytest.mark.parametrize(
    ("field", "parts"),
    [
        ("body", ("body", "")),
        ("steps.温和提醒", ("steps", "温和提醒")),
        ("coupons.128", ("coupons", "128")),
        ("phases.ends_at.开售", ("phases.ends_at", "开售")),
        ("must_read", ("must_read", "")),
    ],
)
def test_a_field_is_split_from_the_row_it_is_of(field: str, parts: tuple[str, str]) -> None:
    assert split(field) == parts


def test_only_what_changed_is_marked() -> None:
    runs = marked("满128减10，限购2件", "满128减15，限购2件")

    assert runs == (
        Run("满128减", Mark.SAME),
        Run("10", Mark.GONE),
        Run("15", Mark.NEW),
        Run("，限购2件", Mark.SAME),
    )


def test_a_variable_and_an_emoticon_code_are_never_torn() -> None:
    runs = marked("还剩 {{activity.left}} /:^_^", "还剩 {{activity.phase_left}} /:^$^")

    assert Run("{{activity.left}}", Mark.GONE) in runs or any("{{activity.left}}" in run.text for run in runs)
    assert all(run.text.count("{{") == run.text.count("}}") for run in runs)


def test_equal_texts_are_one_run_and_empty_ones_none() -> None:
    assert marked("亲", "亲") == (Run("亲", Mark.SAME),)
    assert marked("", "") == ()
    assert marked("", "亲") == (Run("亲", Mark.NEW),)


LETTERS = st.text(st.sampled_from("亲您好12ab {}/:^\n"), max_size=40)


@given(LETTERS, LETTERS)
def test_the_runs_hold_both_texts_whole(old: str, new: str) -> None:
    runs = marked(old, new)

    assert "".join(run.text for run in runs if run.mark is not Mark.NEW) == old
    assert "".join(run.text for run in runs if run.mark is not Mark.GONE) == new
    assert all(run.text for run in runs)


def test_two_long_texts_are_compared_by_lines() -> None:
    old = "".join(f"第{number}行的说明文字\n" for number in range(1_500))
    new = old.replace("第7行的", "第七行的")

    assert [run.text for run in marked(old, new) if run.mark is Mark.NEW] == ["第七行的说明文字\n"]
