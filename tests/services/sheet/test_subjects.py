"""Which activity and which product are meant: bound, chosen, the only one, or asked by one key."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.core.facts.table import Subject
from app.core.phrases.pasting import Pasted
from app.core.sheet.lifetimes import Lifetime
from app.core.sheet.sheet import About, Sheet
from app.services.sheet.subjects import RECENT, Which
from tests.services.shop import Shop, bare
from tests.sheets import SALE_DAY, double_eleven, group_buy, moment, products, sale

LEFT = bare("p", "亲，{{activity.left}}")
SIZE = bare("s", "亲，{{product.size}}")


@pytest.fixture
def shop() -> Shop:
    return Shop()


def with_a_second_one_running(shop: Shop) -> None:
    shop.edit(replace(group_buy(shop.clock.now() - timedelta(days=3, hours=1)), id="now", position=9))


def test_a_text_that_speaks_of_nothing_asks_for_nothing(shop: Shop) -> None:
    assert shop.subjects.meant(bare("p", "亲，在的")) == About()


def test_the_only_activity_that_runs_is_meant(shop: Shop) -> None:
    assert shop.subjects.meant(LEFT) == About(activity_id="d11")


def test_of_several_that_run_one_is_asked_for_in_the_agents_order(shop: Shop) -> None:
    with_a_second_one_running(shop)

    which = shop.subjects.meant(LEFT)

    assert isinstance(which, Which)
    assert (which.subject, [entry.id for entry in which.candidates]) == (Subject.ACTIVITY, ["d11", "now"])


def test_one_in_which_one_can_buy_is_offered_before_one_in_its_warm_up(shop: Shop) -> None:
    warm_up = replace(sale(shop.clock.now() + timedelta(days=3)), id="next", position=0)
    shop.edit(warm_up)

    which = shop.subjects.meant(LEFT)

    assert isinstance(which, Which)
    assert [entry.id for entry in which.candidates] == ["d11", "next"]


def test_one_key_answers_it(shop: Shop) -> None:
    with_a_second_one_running(shop)
    which = shop.enter(LEFT)
    assert isinstance(which, Which)

    outcome = shop.enter(LEFT, which.answered("now"))

    assert isinstance(outcome, Pasted)
    assert "还有1天" in outcome.text


def test_what_is_chosen_in_the_panel_is_meant(shop: Shop) -> None:
    with_a_second_one_running(shop)

    shop.subjects.chosen = About("now", "mug")

    assert shop.subjects.meant(bare("p", "{{activity.left}}{{product.size}}")) == About("now", "mug")


def test_a_phrase_that_is_bound_is_not_asked_about(shop: Shop) -> None:
    with_a_second_one_running(shop)
    shop.subjects.chosen = About(activity_id="d11")
    bound = bare("p", "{{activity.left}}", lifetime=Lifetime(activity_id="now"))

    assert shop.subjects.meant(bound) == About(activity_id="now")


def test_an_answer_speaks_of_its_own_entry(shop: Shop) -> None:
    with_a_second_one_running(shop)
    shop.subjects.chosen = About("now", "mug")

    assert shop.subjects.meant(shop.phrase("sheet:activity:d11:left")) == About(activity_id="d11")
    assert shop.subjects.meant(shop.phrase("sheet:product:cup:price")) == About(product_id="cup")


def test_where_none_runs_the_one_to_come_is_meant(shop: Shop) -> None:
    shop.clock.at = moment(SALE_DAY, 1, 12)

    assert shop.subjects.meant(LEFT) == About(activity_id="jhs")


def test_who_asks_for_a_parcel_means_the_activity_that_has_orders_and_not_the_one_that_only_warms_up(
    shop: Shop,
) -> None:
    shop.edit(replace(sale(shop.clock.now() + timedelta(days=5)), id="next", position=0))
    shop.clock.at = moment(SALE_DAY, 2)

    meant = [shop.subjects.meant(bare("p", body)) for body in ("亲，{{ship.promise}}", "亲，{{activity.refund}}")]

    assert meant == [About(activity_id="d11")] * 2
    assert shop.subjects.meant(LEFT) == About(activity_id="next")


def test_where_all_are_over_the_last_one_is_meant_so_that_it_can_be_told(shop: Shop) -> None:
    shop.clock.at = moment(SALE_DAY, 60)

    assert shop.subjects.meant(LEFT) == About(activity_id="d11")


def test_one_that_was_chosen_and_is_long_over_is_not_meant_any_more(shop: Shop) -> None:
    shop.subjects.chosen = About(activity_id="d10")

    assert shop.subjects.meant(LEFT) == About(activity_id="d11")


def test_one_that_was_chosen_and_went_to_the_bin_is_not_meant_any_more(shop: Shop) -> None:
    shop.subjects.chosen = About("jhs", "mug")

    shop.edit(
        replace(shop.sheet.activities["jhs"], deleted_at=SALE_DAY),
        replace(shop.sheet.products["mug"], deleted_at=SALE_DAY),
    )

    assert shop.subjects.meant(LEFT) == About(activity_id="d11")
    assert isinstance(shop.subjects.meant(SIZE), Which)


def test_an_empty_sheet_asks_for_nothing(shop: Shop) -> None:
    shop.sheet = Sheet()

    assert shop.subjects.meant(bare("p", "{{activity.left}}{{product.size}}")) == About()


def test_of_several_products_those_chosen_lately_are_offered_first(shop: Shop) -> None:
    shop.subjects.chosen = About(product_id="brush")
    shop.subjects.chosen = About(product_id="mug")
    shop.subjects.chosen = About()

    which = shop.subjects.meant(SIZE)

    assert isinstance(which, Which)
    assert [entry.id for entry in which.candidates] == ["mug", "brush", "cup"]


def test_a_product_that_was_asked_for_counts_as_chosen_lately(shop: Shop) -> None:
    shop.enter(SIZE, About(product_id="brush"))

    which = shop.subjects.meant(SIZE)

    assert isinstance(which, Which)
    assert which.candidates[0].id == "brush"
    assert RECENT == 9


def test_the_only_product_is_meant(shop: Shop) -> None:
    shop.sheet = Sheet.of([products()[1]])

    assert shop.subjects.meant(SIZE) == About(product_id="mug")


def test_the_activity_is_asked_first_and_then_the_product(shop: Shop) -> None:
    with_a_second_one_running(shop)
    both = bare("p", "亲，{{activity.left}} {{product.size}}")

    first = shop.enter(both)
    assert isinstance(first, Which)
    given = first.answered("d11")
    second = shop.enter(both, given)
    assert isinstance(second, Which)
    outcome = shop.enter(both, second.answered("mug", given))

    assert (first.subject, second.subject) == (Subject.ACTIVITY, Subject.PRODUCT)
    assert isinstance(outcome, Pasted)
    assert "高20厘米" in outcome.text


def test_a_question_or_a_default_does_not_change_what_is_meant(shop: Shop) -> None:
    shop.sheet = double_eleven()

    assert shop.subjects.meant(bare("p", "{{?activity.left}}")) == About()
    assert shop.subjects.meant(bare("p", "{{activity.left|快}}")) == About(activity_id="d11")
