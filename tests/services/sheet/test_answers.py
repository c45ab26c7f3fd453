"""The answers in step with the cheat-sheet: only what an edit touched is made anew, and use stays counted."""

from collections.abc import Collection
from dataclasses import replace
from datetime import timedelta

import pytest

from app.core.changes import Kind
from app.core.phrases.phrase import Phrase
from app.core.sheet.entries import Fact
from app.core.sheet.sheet import About, Sheet
from app.core.storage import NotStored, Trouble
from app.services.sheet.answers import Answers
from tests.fakes import FakeSheets
from tests.services.shop import Shop, wordings
from tests.sheets import SALE_DAY, double_eleven


class Heard:
    """Somebody who is told of answers."""

    def __init__(self) -> None:
        self.changed: dict[str, Phrase] = {}
        self.removed: set[str] = set()
        self.times = 0

    def __call__(self, changed: Collection[Phrase], removed: Collection[str]) -> None:
        self.changed |= {phrase.id: phrase for phrase in changed}
        self.removed |= set(removed)
        self.times += 1


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture
def answers(heard: Heard) -> Answers:
    made = Answers(wordings(), FakeSheets(), heard)
    made.load(double_eleven())
    return made


def edited(answers: Answers, *entries: object) -> None:
    sheet = double_eleven().having(entries)  # type: ignore[arg-type]
    answers.take(sheet, [entry.id for entry in entries])  # type: ignore[attr-defined]


def test_loading_tells_nobody_because_the_index_is_built_from_it(heard: Heard, answers: Answers) -> None:
    assert heard.times == 0
    assert len(answers.all()) > 60


def test_an_edit_tells_only_of_the_answers_that_say_something_else(heard: Heard, answers: Answers) -> None:
    edited(answers, replace(double_eleven().products["brush"], size="长31厘米"))

    assert set(heard.changed) == {"sheet:product:brush:size"}
    assert "31厘米" in heard.changed["sheet:product:brush:size"].body
    assert heard.removed == set()


def test_an_edit_of_a_substitute_reaches_the_product_that_offers_it(heard: Heard, answers: Answers) -> None:
    edited(answers, replace(double_eleven().products["mug"], is_sold_out=True))

    assert "云朵保温杯" not in heard.changed["sheet:product:cup:out"].body
    assert heard.removed == {"sheet:product:cup:substitute.mug", "sheet:product:mug:stock"}


def test_an_activity_that_is_renamed_renames_its_prices(heard: Heard, answers: Answers) -> None:
    edited(answers, replace(double_eleven().activities["d11"], name="双十一"))

    assert heard.changed["sheet:product:cup:deal.d11"].title == "星空保温杯 价格：双十一"
    assert heard.changed["sheet:activity:d11:limit"].group == ("活动", "双十一")


def test_what_goes_to_the_bin_takes_its_answers_along_and_brings_them_back(heard: Heard, answers: Answers) -> None:
    brush = double_eleven().products["brush"]
    before = {phrase.id for phrase in answers.of(About(product_id="brush"))}

    edited(answers, replace(brush, deleted_at=SALE_DAY))
    gone = heard.removed
    edited(answers, brush)

    assert before <= gone
    assert {phrase.id for phrase in answers.of(About(product_id="brush"))} == before
    assert before <= set(heard.changed)


def test_what_is_deleted_for_good_takes_its_answers_along(heard: Heard, answers: Answers) -> None:
    answers.take(double_eleven().having(without=["hours"]), ["hours"])

    assert heard.removed == {"sheet:fact:hours"}
    assert answers.get("sheet:fact:hours") is None


def test_an_edit_that_changes_nothing_tells_nobody(heard: Heard, answers: Answers) -> None:
    edited(answers, double_eleven().products["brush"])

    assert heard.times == 0


def test_use_is_counted_kept_over_edits_and_over_a_start(heard: Heard, answers: Answers) -> None:
    store = FakeSheets()
    counting = Answers(wordings(), store, heard)
    counting.load(double_eleven())

    kinds = counting.record_use("sheet:product:brush:size", SALE_DAY)
    edited(counting, replace(double_eleven().products["brush"], size="长31厘米"))
    again = Answers(wordings(), store, heard)
    again.load(double_eleven())

    assert kinds == {Kind.USE}
    for made in (counting, again):
        phrase = made.get("sheet:product:brush:size")
        assert phrase is not None
        assert (phrase.use_count, phrase.last_used_at) == (1, SALE_DAY)


def test_a_use_that_cannot_be_stored_is_not_counted(heard: Heard) -> None:
    store = FakeSheets()
    counting = Answers(wordings(), store, heard)
    counting.load(double_eleven())
    store.trouble = Trouble.FULL

    with pytest.raises(NotStored):
        counting.record_use("sheet:fact:hours", SALE_DAY)

    phrase = counting.get("sheet:fact:hours")
    assert phrase is not None
    assert phrase.use_count == 0


def test_the_use_of_what_is_gone_is_no_error(heard: Heard, answers: Answers) -> None:
    assert answers.record_use("sheet:fact:gone", SALE_DAY) == {Kind.USE}
    assert heard.times == 0


def test_another_language_says_everything_anew(heard: Heard, answers: Answers) -> None:
    answers.speak(wordings("en"))

    phrase = answers.get("sheet:activity:d11:limit")
    assert phrase is not None
    assert phrase.title == "Purchase limit"
    assert heard.times == 1


def test_a_new_entry_is_found_at_once_and_an_edited_one_by_its_new_words_only() -> None:
    shop = Shop()

    shop.edit(Fact("wrap", "能包装成礼物吗", "亲，可以的，下单备注就好"))
    first = shop.ids("包装")
    shop.edit(Fact("wrap", "有礼盒吗", "亲，有的"))

    assert first == ["sheet:fact:wrap"]
    assert shop.ids("礼盒") == ["sheet:fact:wrap"]
    assert shop.ids("包装") == []


def test_a_sheet_that_was_empty_at_first_is_filled_later() -> None:
    shop = Shop(Sheet())
    assert shop.ids("限购") == []

    shop.edit(*double_eleven())

    assert shop.ids("限购")[0] == "sheet:activity:d11:limit"


def test_what_is_chosen_follows_an_edit() -> None:
    shop = Shop()
    shop.subjects.chosen = About(product_id="brush")
    assert shop.ids("尺寸")[0] == "sheet:product:brush:size"

    shop.edit(replace(shop.sheet.products["brush"], size=""))

    assert "sheet:product:brush:size" not in shop.ids("尺寸")


def test_an_answer_that_came_late_of_an_activity_that_begins_is_found_from_then_on() -> None:
    shop = Shop()
    before = shop.find.validity(shop.phrase("sheet:activity:jhs:limit"))

    shop.clock.go(timedelta(days=3))

    assert not before.is_valid
    assert shop.ids("限购") == ["sheet:activity:jhs:limit"]


def test_what_is_edited_while_answers_are_being_made_is_taken_in_when_they_are_there(heard: Heard) -> None:
    late = Answers(wordings(), FakeSheets(), heard)
    made = late.prepared(double_eleven())
    longer = replace(double_eleven().products["brush"], size="长31厘米")
    late.take(double_eleven().having([longer]), ["brush"])
    before = late.all()

    late.settle(made)

    assert before == []
    assert "31厘米" in (late.get("sheet:product:brush:size") or longer).body
    assert set(heard.changed) == {"sheet:product:brush:size"}
