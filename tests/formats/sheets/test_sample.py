from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

import resources
from app.core.phrases.compliance import find
from app.core.sheet.activities import Activity, PhaseKind
from app.core.sheet.entries import SAMPLE, Fact
from app.core.sheet.entry_checks import faults
from app.core.sheet.entry_tidying import texts, tidied
from app.core.sheet.products import Product
from app.core.sheet.sheet import EMPTY, Sheet
from app.formats.sheets.sample import read_sample, sale_day
from tests.sheets import SHANGHAI

FILES = sorted((Path(resources.__file__).parent / "sheets").glob("*.json"))
NAMES = [path.name for path in FILES]
DOUBLE_ELEVEN = datetime(2026, 11, 11, 6, tzinfo=UTC)
SPRING = datetime(2027, 3, 3, 6, tzinfo=UTC)


def sheet(path: Path, now: datetime = DOUBLE_ELEVEN) -> Sheet:
    return Sheet.of(read_sample(path, now, SHANGHAI))


def test_there_is_one_for_each_language() -> None:
    assert NAMES == ["double_eleven.en.json", "double_eleven.zh_CN.json"]


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_every_entry_keeps_the_rules_of_a_form_and_is_tidy(path: Path) -> None:
    whole = sheet(path)

    assert {entry.id: faults(entry, EMPTY, whole) for entry in whole if faults(entry, EMPTY, whole)} == {}
    assert [entry.id for entry in whole if tidied(entry) != entry] == []  # type: ignore[type-var]


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_nothing_of_it_holds_a_word_that_must_not_go_to_a_buyer(path: Path) -> None:
    assert [text for entry in sheet(path) for _, text in texts(entry) if find(text)] == []


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_all_of_it_can_be_told_by_its_source(path: Path) -> None:
    whole = sheet(path)
    own = [fact for entry in whole if isinstance(entry, Activity | Product) for fact in entry.facts]

    assert {entry.source for entry in whole} | {fact.source for fact in own} == {SAMPLE}


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_it_holds_what_a_small_shop_has_on_the_day(path: Path) -> None:
    whole = sheet(path)
    sale = whole.activities["sample-d11"]

    assert {phase.kind for phase in sale.phases} == set(PhaseKind)
    assert [(coupon.threshold, coupon.off) for coupon in sale.coupons] == [(128, 10), (238, 20), (388, 50)]
    assert sale.per_multiple is not None
    assert (sale.per_multiple.every, sale.per_multiple.off) == (300, 50)
    assert sale.gifts[0].threshold == 168
    assert [product.id for product in whole.products_in_use() if product.is_out] == ["sample-rack-2"]
    assert whole.products["sample-rack-2"].substitutes[0].product_id == "sample-rack-3"
    assert len(whole.facts) >= 10
    assert 12 <= len(whole.products) <= 15
    assert whole.products["sample-bag"].price == Decimal("49.90")


@pytest.mark.parametrize("path", FILES, ids=NAMES)
@pytest.mark.parametrize("now", [DOUBLE_ELEVEN, SPRING], ids=["the day", "spring"])
def test_the_sale_and_the_group_buy_run_while_it_is_tried(path: Path, now: datetime) -> None:
    running = [activity.id for activity in sheet(path, now).running(now)]

    assert running == ["sample-d11", "sample-jhs"]


def test_both_languages_are_the_same_shop() -> None:
    english, chinese = map(sheet, FILES)

    assert [entry.id for entry in english] == [entry.id for entry in chinese]
    for ours, theirs in zip(english, chinese, strict=True):
        if isinstance(ours, Product) and isinstance(theirs, Product):
            assert (ours.price, ours.prices, ours.real_stock) == (theirs.price, theirs.prices, theirs.real_stock)
        if isinstance(ours, Activity) and isinstance(theirs, Activity):
            assert [(phase.id, phase.starts_at, phase.rate) for phase in ours.phases] == [
                (phase.id, phase.starts_at, phase.rate) for phase in theirs.phases
            ]


def test_texts_name_the_days_that_are_meant() -> None:
    whole = sheet(FILES[1], SPRING)

    refund = whole.activities["sample-d11"].refund_rules
    assert "3月3日的订单要到3月4日才能申请退款" in refund
    assert not any("<" in text for entry in whole for _, text in texts(entry))


def test_questions_hang_on_their_phase() -> None:
    sale = sheet(FILES[1]).activities["sample-d11"]
    half = next(fact for fact in sale.facts if fact.id == "sample-d11-half")

    assert isinstance(half, Fact)
    assert half.lifetime is not None
    assert sale.phase(half.lifetime.phase_id) is not None


@pytest.mark.parametrize(
    ("now", "day"),
    [
        (datetime(2026, 9, 30, 15, 59, tzinfo=UTC), date(2026, 9, 30)),
        (datetime(2026, 9, 30, 16, 0, tzinfo=UTC), date(2026, 11, 11)),
        (datetime(2026, 11, 13, 15, 59, tzinfo=UTC), date(2026, 11, 11)),
        (datetime(2026, 11, 13, 16, 0, tzinfo=UTC), date(2026, 11, 14)),
        (datetime(2028, 2, 29, 4, 0, tzinfo=UTC), date(2028, 2, 29)),
    ],
)
def test_from_october_to_its_end_the_sale_is_on_its_day_else_it_is_today(now: datetime, day: date) -> None:
    assert sale_day(now, SHANGHAI) == day
