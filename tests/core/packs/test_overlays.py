"""Own edits of what a pack brought, merged with what the pack says next."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from app.core.orders.kinds import DEFAULTS
from app.core.packs.overlays import as_original, blank, merged, moved, overlay, pack_fields, says_the_same
from app.core.packs.pack import Item
from app.core.phrases.phrase import Phrase, Stage
from app.core.sheet.activities import Coupon, Gift, Limit, Shipping
from app.core.sheet.lifetimes import Lifetime
from tests.entries import ACTIVITIES, FACTS, PRODUCTS, SALE_AT, activity, phase, product
from tests.phrases import PHRASES
from tests.phrases import phrase as own_phrase

KINDS = st.sampled_from(DEFAULTS).map(lambda kind: replace(kind, id="k"))
NOUNS = (PHRASES, ACTIVITIES, PRODUCTS, FACTS, KINDS)
TWO = st.one_of(*(st.tuples(noun, noun) for noun in NOUNS))
THREE = st.one_of(*(st.tuples(noun, noun, noun) for noun in NOUNS))


def said(item: Item) -> list[Any]:
    return [getattr(item, name) for name in pack_fields(type(item))]


@given(TWO)
def test_what_nobody_edited_is_what_the_pack_says(two: tuple[Any, Any]) -> None:
    base, new = two

    later, both = merged(base, base, new)

    assert later == as_original(base, new)
    assert both == ()


@given(TWO)
def test_an_edit_stays_as_it_is_while_the_pack_says_the_same(two: tuple[Any, Any]) -> None:
    base, own = two

    assert merged(base, own, base) == (own, ())


@given(TWO)
def test_where_both_say_the_same_there_is_nothing_to_tell(two: tuple[Any, Any]) -> None:
    base, own = two

    later, both = merged(base, own, own)

    assert (later, both) == (own, ())
    assert overlay(later, own) is None


@given(THREE)
def test_a_merge_leaves_alone_what_is_no_packs_and_once_more_changes_nothing(three: tuple[Any, Any, Any]) -> None:
    base, own, new = three

    later, _ = merged(base, own, new)

    assert later == as_original(own, later)
    assert merged(new, later, new)[0] == later


@given(TWO)
def test_a_thing_taken_over_from_nobody_knows_where_loses_no_word(two: tuple[Any, Any]) -> None:
    own, new = two
    base = blank(own)

    later, both = merged(base, own, new)

    assert overlay(base, blank(new)) is None
    for name in pack_fields(type(own)):
        if getattr(own, name) != getattr(base, name) and not isinstance(getattr(own, name), tuple):
            assert getattr(later, name) == getattr(own, name) or name in {"stacking", "shipping", "limit"}
        if name in both:
            assert getattr(own, name) != getattr(new, name)


@given(PHRASES)
def test_a_pack_says_the_same_whatever_the_agent_did_to_the_phrase(one: Phrase) -> None:
    used = replace(one, use_count=99, position=7, hotkey="Ctrl+Alt+7", is_sent=True, deleted_at=SALE_AT)

    assert says_the_same(used, one)
    assert not says_the_same(replace(used, body="亲，别的说法"), one)
    assert not says_the_same(used, product())


def test_words_are_added_and_taken_away_by_both_sides() -> None:
    base = own_phrase(1, keywords=("催", "付", "款"))
    own = replace(base, keywords=("催", "款", "我的"))

    later, both = merged(base, own, replace(base, keywords=("新", "催", "付")))

    assert later.keywords == ("新", "催", "我的")
    assert both == ()


def test_a_lifetime_is_one_thing() -> None:
    base = own_phrase(1, lifetime=Lifetime(None, SALE_AT))
    own = replace(base, lifetime=Lifetime(SALE_AT - timedelta(1), SALE_AT))
    new = replace(base, lifetime=Lifetime(None, SALE_AT + timedelta(1)))

    later, both = merged(base, own, new)

    assert (later.lifetime, both) == (own.lifetime, ("lifetime",))


def test_parts_of_an_activity_are_merged_field_by_field() -> None:
    base = activity(1, limit=Limit(2, "两件"), shipping=Shipping("7 天内", ("圆通",), origin="上海"))
    own = replace(base, limit=Limit(2, "三件要问"), shipping=replace(base.shipping, couriers=("圆通", "顺丰")))
    new = replace(base, limit=Limit(3, "两件"), shipping=Shipping("3 天内", ("汇通", "圆通"), origin="杭州"))

    later, both = merged(base, own, new)

    assert later.limit == Limit(3, "三件要问")
    assert later.shipping == Shipping("3 天内", ("汇通", "圆通", "顺丰"), origin="杭州")
    assert both == ()


def test_rows_are_known_again_by_what_they_are_about() -> None:
    base = activity(1, coupons=tuple(Coupon(Decimal(each), Decimal(5)) for each in (100, 200, 300)))
    own = replace(base, coupons=(*base.coupons[:2], replace(base.coupons[2], off=Decimal(7))))
    new = replace(base, coupons=(base.coupons[2], replace(base.coupons[0], off=Decimal(9))))

    later, both = merged(base, own, new)

    assert [(one.threshold, one.off) for one in later.coupons] == [(300, 7), (100, 9)]
    assert both == ()


def test_a_row_that_both_changed_stays_the_agents_and_is_told() -> None:
    base = activity(1, phases=(phase(1),))
    own = replace(base, phases=(replace(phase(1), ends_at=SALE_AT + timedelta(2)),))
    new = replace(base, phases=(replace(phase(1), name="正式", ends_at=SALE_AT + timedelta(3)), phase(2)))

    later, both = merged(base, own, new)

    assert [(one.name, one.ends_at) for one in later.phases] == [
        ("正式", SALE_AT + timedelta(2)),
        (phase(2).name, phase(2).ends_at),
    ]
    assert both == ("phases",)


def test_a_row_that_the_agent_took_away_stays_away_and_is_told_where_the_pack_changed_it() -> None:
    base = activity(1, coupons=(Coupon(Decimal(100), Decimal(5)), Coupon(Decimal(200), Decimal(5))))
    own = replace(base, coupons=())
    new = replace(base, coupons=(base.coupons[0], Coupon(Decimal(200), Decimal(9))))

    assert merged(base, own, new) == (own, ("coupons",))


def test_rows_that_cannot_be_told_apart_are_one_thing() -> None:
    twins = (Gift(Decimal(100), "小样"), Gift(Decimal(100), "贴纸"))
    base = activity(1, gifts=twins)
    own = replace(base, gifts=twins[:1])

    assert merged(base, own, replace(base, gifts=(*twins, twins[0]))) == (own, ("gifts",))


def test_a_hint_is_only_of_what_the_pack_changed_and_the_agent_had() -> None:
    former = own_phrase(1, stage=Stage.PAYMENT)
    own = replace(former, body="亲，我的", title="我的")
    original = replace(former, body="亲，新的", stage=Stage.INQUIRY)

    hint = moved(replace(own, stage=Stage.INQUIRY), former, original)

    assert hint is not None
    assert hint.fields == ("body",)
    assert moved(own, product(), original) is None
    assert moved(original, former, original) is None
