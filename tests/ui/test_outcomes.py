from datetime import timedelta

import pytest

from app.core.facts.names import NAMES
from app.core.phrases.pasting import NotPasted, Reason
from app.core.phrases.phrase import BadPhrase
from app.core.sheet.lifetimes import State, Validity
from app.ui import outcomes, sentences, trade_words
from app.ui.outcomes import Remedy
from app.ui.trade_words import FACTS
from tests.ui.desk import Desk

AWAY = timedelta(minutes=12)
NOT_TRUE_NOW = (Reason.OVER, Reason.NOT_YET, Reason.UNBOUND)


def refusal(reason: Reason, name: str = "half price of the first hour", instead: str = "") -> NotPasted:
    states = {Reason.OVER: State.OVER, Reason.NOT_YET: State.NOT_YET, Reason.UNBOUND: State.UNBOUND}
    return NotPasted(reason, "1", validity=Validity(states[reason], name), away=AWAY, instead=instead)


def text_of(outcome: NotPasted, instead: str = "") -> str:
    said = outcomes.said(outcome, instead)
    assert said
    return said.text


def test_what_is_over_is_named_with_how_long_ago() -> None:
    said = text_of(refusal(Reason.OVER))

    assert said == "Not pasted: “half price of the first hour” ended 12 min ago."


def test_what_has_not_begun_is_named_with_how_long_until() -> None:
    said = text_of(refusal(Reason.NOT_YET))

    assert said == "Not pasted: “half price of the first hour” only begins in 12 min."


@pytest.mark.parametrize("reason", [Reason.OVER, Reason.NOT_YET])
def test_a_lifetime_without_a_name_is_the_phrase_s_own(reason: Reason) -> None:
    said = text_of(refusal(reason, ""))

    assert "this phrase" in said
    assert "12 min" in said
    assert "“" not in said


@pytest.mark.parametrize("reason", NOT_TRUE_NOW)
def test_what_is_not_true_now_is_not_offered_for_copying(reason: Reason) -> None:
    outcome = NotPasted(reason, "1", text="亲，前 1 小时半价哦", away=AWAY)

    said = outcomes.said(outcome)

    assert said is not None
    assert said.remedy is not Remedy.COPY


def test_the_phrase_that_holds_now_is_offered_by_its_title() -> None:
    said = outcomes.said(refusal(Reason.OVER, instead="2"), "满 128 减 10")

    assert said is not None
    assert said.text.endswith("“满 128 减 10” holds now.")
    assert said.remedy is Remedy.INSTEAD
    assert outcomes.of_remedy(said.remedy) == "Paste what holds now"


@pytest.mark.parametrize(("phrase_id", "remedy"), [("1", Remedy.EDIT), ("sheet:activity:a:left", Remedy.NONE)])
def test_a_phrase_of_an_activity_that_is_gone_can_be_edited_and_an_answer_cannot(
    phrase_id: str, remedy: Remedy
) -> None:
    said = outcomes.said(NotPasted(Reason.UNBOUND, phrase_id))

    assert said is not None
    assert said.remedy is remedy


def test_there_is_a_word_of_its_own_for_every_fact() -> None:
    assert set(FACTS) == set(NAMES)
    assert len({trade_words.of_fact(name) for name in NAMES}) == len(NAMES)


def test_a_lifetime_that_ends_before_it_begins_is_said() -> None:
    assert sentences.of_rule(BadPhrase("lifetime", "ends_before_start")) == "It ends before it begins."


def test_the_notice_pastes_what_holds_now(desk: Desk) -> None:
    over, holds = desk.library.get("last"), desk.library.get("gentle")

    desk.window.show_outcome(refusal(Reason.OVER, instead="gentle"), over, holds)
    said = desk.inside.notice.text
    desk.inside.notice.do()

    assert said.endswith("“催付·温和提醒” holds now.")
    assert desk.wishes.of("paste_wanted") == ["gentle"]
