"""Lifetimes: what is over is not found, not pasted and not copied, and what holds now is offered instead."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from app.core.phrases.pasting import Copied, NotPasted, Pasted, Reason
from app.core.phrases.phrase import Output
from app.core.search.hits import Scope
from app.core.sheet.activities import Activity, Phase, PhaseKind
from app.core.sheet.lifetimes import Lifetime, State
from app.core.sheet.products import ActivityPrice, Product
from app.core.sheet.sheet import About, Sheet
from tests.services.shop import Shop, bare
from tests.sheets import SALE_DAY, moment, products, sale

HALF = Lifetime(activity_id="d11", phase_id="half")
LATE = Lifetime(activity_id="d11", phase_id="late")
ALL_DAY = Lifetime(activity_id="d11", phase_id="sale")
EARLY = bare("early", "亲，现在前两小时半价哦", title="半价提醒", codes=("bj",), group=("活动",), lifetime=HALF)
LATER = bare("later", "亲，晚8点加场哦", title="加场提醒", group=("活动",), lifetime=LATE)
WITH_OVER = Scope(is_with_over=True)


def refused(outcome: object) -> NotPasted:
    assert isinstance(outcome, NotPasted)
    return outcome


def test_half_price_ended_twelve_minutes_ago() -> None:
    shop = Shop(phrases=(EARLY,), at=moment(SALE_DAY, 0, 2, 12))

    outcome = refused(shop.enter(EARLY))

    assert (outcome.reason, outcome.away) == (Reason.OVER, timedelta(minutes=12))
    assert outcome.validity is not None
    assert (outcome.validity.name, outcome.validity.until_at) == ("前两小时半价", moment(SALE_DAY, 0, 2))
    assert outcome.text == ""
    assert shop.keys.written == []
    assert shop.clipboard.offers == []


def test_what_is_over_is_not_copied_either() -> None:
    shop = Shop(phrases=(EARLY,))
    to_copy = replace(EARLY, output=Output.COPY)

    assert refused(shop.copy(EARLY)).reason is Reason.OVER
    assert refused(shop.enter(to_copy)).reason is Reason.OVER
    assert shop.clipboard.offers == []


def test_in_its_last_second_it_goes_out_and_in_the_next_it_does_not() -> None:
    shop = Shop(phrases=(EARLY,), at=moment(SALE_DAY, 0, 2) - timedelta(seconds=1))

    last = shop.enter(EARLY)
    shop.clock.go(timedelta(seconds=1))

    assert isinstance(last, Pasted)
    assert refused(shop.enter(EARLY)).reason is Reason.OVER


def test_what_has_not_begun_is_refused_with_its_start() -> None:
    shop = Shop(phrases=(LATER,))

    outcome = refused(shop.enter(LATER))

    assert (outcome.reason, outcome.away) == (Reason.NOT_YET, timedelta(hours=6))
    assert outcome.validity is not None
    assert outcome.validity.from_at == moment(SALE_DAY, 0, 20)


def test_what_hangs_on_something_that_is_gone_is_refused_as_unbound() -> None:
    shop = Shop(phrases=(EARLY,), at=moment(SALE_DAY, 0, 1))
    shop.edit(without=("d11",))

    assert refused(shop.enter(EARLY)).reason is Reason.UNBOUND


def test_parts_that_are_left_are_refused_once_it_is_over() -> None:
    parts = replace(EARLY, body="一\n---\n二", output=Output.PARTS)
    shop = Shop(phrases=(parts,), at=moment(SALE_DAY, 0, 1))
    shop.enter(parts)
    shop.clock.go(timedelta(hours=1))

    assert refused(shop.enter(parts)).reason is Reason.OVER
    assert len(shop.keys.written) == 1


def test_from_and_until_hold_without_any_activity() -> None:
    own = bare("own", "亲，午间客服休息", lifetime=Lifetime(moment(SALE_DAY, 0, 12), moment(SALE_DAY, 0, 13)))
    shop = Shop(phrases=(own,))

    outcome = refused(shop.enter(own))

    assert (outcome.reason, outcome.away) == (Reason.OVER, timedelta(hours=1))
    assert outcome.validity is not None
    assert outcome.validity.name == ""


# Instead.


def test_the_phrase_with_the_same_code_that_holds_is_offered_first() -> None:
    other = bare("other", "亲，全天满减哦", codes=("BJ",), lifetime=ALL_DAY)
    over = bare("over", "亲，预售", codes=("bj",), lifetime=Lifetime(until_at=SALE_DAY))
    shop = Shop(phrases=(over, EARLY, other, replace(LATER, lifetime=ALL_DAY)))

    assert refused(shop.enter(EARLY)).instead == "other"


def test_then_one_of_its_group_that_is_bound_to_the_phase_that_runs() -> None:
    runs = bare("runs", "亲，全天满减哦", group=("活动",), lifetime=ALL_DAY)
    elsewhere = bare("elsewhere", "亲", group=("别处",), lifetime=ALL_DAY)
    unbound = bare("unbound", "亲，在的", group=("活动",))
    shop = Shop(phrases=(EARLY, elsewhere, unbound, LATER, runs))

    assert refused(shop.enter(EARLY)).instead == "runs"


def test_then_the_answer_of_the_phase_that_runs() -> None:
    shop = Shop(phrases=(EARLY,))

    assert refused(shop.enter(EARLY)).instead == "sheet:activity:d11:phase.sale"
    shop.clock.at = moment(SALE_DAY, 0, 21)
    assert refused(shop.enter(EARLY)).instead == "sheet:activity:d11:phase.late"


def test_an_extra_window_that_comes_is_answered_with_what_runs_meanwhile() -> None:
    shop = Shop(phrases=(LATER,))

    instead = refused(shop.enter(LATER)).instead

    assert isinstance(shop.enter(shop.phrase(instead)), Pasted)


def test_the_limit_of_one_that_is_over_is_answered_with_that_of_the_one_that_runs() -> None:
    shop = Shop()

    outcome = refused(shop.enter(shop.phrase("sheet:activity:d10:limit")))

    assert outcome.reason is Reason.OVER
    assert outcome.instead == "sheet:activity:d11:limit"


def test_nothing_is_offered_where_nothing_holds() -> None:
    shop = Shop(phrases=(EARLY,), at=moment(SALE_DAY, 60))

    assert refused(shop.enter(EARLY)).instead == ""


def test_a_text_whose_facts_are_over_offers_what_runs_now() -> None:
    shop = Shop()
    shop.edit(replace(shop.sheet.activities["d10"], position=0))
    of_former = bare("p", "亲，{{activity.left}}")

    outcome = refused(shop.enter(of_former, About(activity_id="d10")))

    assert outcome.reason is Reason.OVER
    assert outcome.instead == "sheet:activity:d11:phase.sale"


def test_a_price_that_is_over_is_answered_with_the_price_of_now() -> None:
    shop = Shop(at=moment(SALE_DAY, 1))

    outcome = refused(shop.enter(shop.phrase("sheet:product:cup:deal.d11")))

    assert outcome.instead == "sheet:product:cup:price"


@pytest.mark.parametrize(
    ("days", "reason", "name"),
    [(-3, Reason.NOT_YET, "双11大促"), (2, Reason.OVER, "双11大促"), (40, Reason.OVER, "双12")],
)
def test_a_price_that_is_not_there_now_says_why(days: int, reason: Reason, name: str) -> None:
    phase = Phase("sale", "开售", PhaseKind.SALE, moment(SALE_DAY, 31), moment(SALE_DAY, 32))
    later = Activity("d12", "双12", phases=(phase,)) if days > 30 else Activity("d12", "双12")
    lamp = Product("p", "台灯", prices=(ActivityPrice("d11", Decimal(9)), ActivityPrice("d12", Decimal(8))))
    shop = Shop(at=moment(SALE_DAY, days))
    shop.edit(later, lamp)

    outcome = refused(shop.enter(shop.phrase("sheet:product:p:price")))

    assert (outcome.reason, outcome.validity and outcome.validity.name) == (reason, name)


# Finding.


@pytest.mark.parametrize("typed", ["半价提醒", "banjiatixing"])
def test_what_is_over_is_not_taken_for_something_else(typed: str) -> None:
    alike = bare("alike", "亲，半角的逗号", title="半角提醒")
    inside = bare("inside", f"亲，这里只是正文里有{typed}")
    shop = Shop(phrases=(EARLY, alike, inside))

    assert shop.ids(typed) == []
    assert shop.find.over_count(typed) >= 1


def test_what_waits_for_its_activity_is_not_found_before_it_comes() -> None:
    waiting = bare("w", "亲，返场啦", title="返场", lifetime=Lifetime(activity_id="coming"))
    shop = Shop(phrases=(waiting,))
    before = shop.ids("返场")

    shop.edit(replace(shop.sheet.activities["d11"], id="coming"))

    assert "w" not in before
    assert "w" in shop.ids("返场")


def test_what_is_over_is_not_found_but_counted_and_shown_when_asked_for() -> None:
    shop = Shop(phrases=(EARLY, LATER))

    assert "early" not in shop.ids("半价")
    assert shop.find.over_count("半价") == 2
    assert {hit.phrase.id for hit in shop.find.results("半价", WITH_OVER)} >= {"early", "sheet:activity:d11:phase.half"}
    assert shop.find.over_count("加场") == 0


def test_what_comes_is_found_after_what_holds_and_says_when_it_begins() -> None:
    holds = bare("holds", "亲，加场提醒", title="加场提醒长一点的标题")
    shop = Shop(phrases=(LATER, holds))

    hits = shop.find.results("加场")

    assert [hit.phrase.id for hit in hits][:3] == ["holds", "sheet:activity:d11:phase.late", "later"]
    validity = shop.find.validity(LATER)
    assert (validity.state, validity.from_at) == (State.NOT_YET, moment(SALE_DAY, 0, 20))


def test_an_answer_of_one_that_sells_comes_before_that_of_a_warm_up_and_else_the_agents_order_counts() -> None:
    shop = Shop()
    warm_up = replace(sale(shop.clock.now() + timedelta(days=3)), id="a.next", name="下一场", position=0)
    twin = replace(sale(), id="a.twin", name="另一场", position=2)
    shop.edit(warm_up, twin)

    assert shop.ids("发货时间")[:3] == [f"sheet:activity:{each}:promise" for each in ("d11", "a.twin", "a.next")]


def test_a_result_leaves_at_the_very_moment_when_it_is_over_and_comes_back_with_the_clock() -> None:
    shop = Shop(phrases=(EARLY,), at=moment(SALE_DAY, 0, 2) - timedelta(seconds=1))
    before = "early" in shop.ids("半价提醒")

    shop.clock.go(timedelta(seconds=1))
    after = "early" in shop.ids("半价提醒")
    shop.clock.jump(timedelta(hours=-2))

    assert (before, after, "early" in shop.ids("半价提醒")) == (True, False, True)


def test_an_empty_search_shows_no_answers_and_nothing_that_is_over() -> None:
    pinned = replace(EARLY, id="pinned", is_pinned=True)
    shop = Shop(phrases=(pinned, EARLY, bare("p", "亲，在的")))

    assert shop.ids("") == ["p"]
    assert shop.find.over_count("") == 0


def test_so_many_are_over_that_the_list_would_be_full_of_them() -> None:
    over = [replace(EARLY, id=f"e{number}", title="半价提醒") for number in range(200)]
    holds = bare("holds", "亲，现在八折哦", title="半价提醒没有了")
    shop = Shop(phrases=(*over, holds))

    assert shop.ids("半价提醒") == ["holds"]
    assert len(shop.find.results("半价提醒", WITH_OVER)) == 50


def test_another_end_of_a_phase_counts_from_the_edit_on() -> None:
    shop = Shop(phrases=(EARLY,), at=moment(SALE_DAY, 0, 2, 30))
    assert shop.ids("半价提醒")[:1] != ["early"]
    activity = shop.sheet.activities["d11"]
    longer = [replace(p, ends_at=moment(SALE_DAY, 0, 3)) if p.id == "half" else p for p in activity.phases]

    shop.edit(replace(activity, phases=tuple(longer)))

    assert shop.ids("半价提醒")[0] == "early"
    assert isinstance(shop.enter(EARLY), Pasted)


def test_an_edited_lifetime_of_a_phrase_counts_at_once() -> None:
    shop = Shop(phrases=(EARLY,))

    shop.put(replace(EARLY, lifetime=ALL_DAY))

    assert "early" in shop.ids("半价提醒")


@pytest.mark.parametrize("hours", range(-2, 26, 4))
def test_whatever_the_hour_what_is_found_and_valid_can_be_copied(hours: int) -> None:
    shop = Shop(phrases=(EARLY, LATER), at=moment(SALE_DAY) + timedelta(hours=hours))

    found = {
        hit.phrase.id: hit.phrase
        for typed in ("提醒", "限购", "券", "开售", "多久")
        for hit in shop.find.results(typed)
    }

    states = {phrase.id: shop.find.validity(phrase).state for phrase in found.values()}
    assert State.OVER not in states.values()
    for phrase_id, state in states.items():
        is_holding = state is State.VALID
        assert isinstance(shop.copy(found[phrase_id]), Copied) is is_holding, phrase_id


def test_what_is_chosen_is_found_among_more_products_than_the_list_holds() -> None:
    many = [replace(products()[2], id=f"b{number}", name=f"杯刷{number}", position=number) for number in range(120)]
    shop = Shop(Sheet.of(many))
    assert "sheet:product:b119:size" not in shop.ids("多长")

    shop.subjects.chosen = About(product_id="b119")

    assert shop.ids("多长")[0] == "sheet:product:b119:size"
