from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from app.core.phrases.phrase import Phrase
from app.core.search.hits import Marks
from app.ui.runs import Ink, Run, of_body, of_code, of_side, of_title

PHRASE = Phrase(
    "1",
    "催付提醒",
    "亲，{{hello}}还没付款\n还剩 {{?尺码}} 哦",
    ("付款", "催付"),
    codes=("cf", "cuifu"),
    keywords=("钱",),
)


def test_found_characters_of_the_title_are_runs_of_their_own() -> None:
    assert of_title(PHRASE, Marks(title=((1, 3),))) == (Run("催"), Run("付提", Ink.FOUND), Run("醒"))


def test_the_body_is_one_line_with_its_variables() -> None:
    runs = of_body(PHRASE, Marks())

    assert [run.text for run in runs if run.ink is Ink.VARIABLE] == ["hello", "尺码"]
    assert "\n" not in "".join(run.text for run in runs)


def test_found_characters_behind_a_variable_keep_their_place() -> None:
    at = PHRASE.body.index("付款")

    runs = of_body(PHRASE, Marks(body=((at, at + 2),)))

    assert Run("付款", Ink.FOUND) in runs


def test_a_body_found_far_inside_begins_shortly_before_it() -> None:
    phrase = replace(PHRASE, body="前" * 300 + "顺丰" + "后" * 300)

    runs = of_body(phrase, Marks(body=((300, 302),)))

    assert runs[0] == Run("…")
    assert runs[1] == Run("前" * 6)
    assert runs[2] == Run("顺丰", Ink.FOUND)


def test_a_body_that_is_cut_begins_with_a_whole_word() -> None:
    phrase = replace(PHRASE, body="Please check the address behind your payment")
    at = phrase.body.index("pay")

    runs = of_body(phrase, Marks(body=((at, at + 3),)))

    assert "".join(run.text for run in runs) == "…your payment"


def test_a_body_that_is_cut_begins_with_no_mark_that_ended_the_words_before() -> None:
    phrase = replace(PHRASE, body="Thank you very much. If payment gets stuck, send me the message you see")
    at = phrase.body.index("pay")

    runs = of_body(phrase, Marks(body=((at, at + 3),)))

    assert "".join(run.text for run in runs).startswith("…If payment")
    assert Run("pay", Ink.FOUND) in runs


def test_the_code_that_was_found_is_shown_in_place_of_the_first() -> None:
    assert of_code(PHRASE, Marks(codes=((), ((0, 2),)))) == Run("cuifu", Ink.FOUND)
    assert of_code(PHRASE, Marks()) == Run("cf")
    assert of_code(replace(PHRASE, codes=()), Marks()) is None


def test_the_group_path_stands_at_the_side() -> None:
    assert "".join(run.text for run in of_side(PHRASE, Marks())) == "付款 › 催付"


def test_a_keyword_is_shown_where_nothing_else_was_found() -> None:
    assert of_side(PHRASE, Marks(keywords=(((0, 1),),))) == (Run("钱", Ink.FOUND),)


def test_what_was_found_in_the_title_is_not_marked_in_the_path_once_more() -> None:
    found_in_path = ((), ((0, 2),))

    alone = of_side(PHRASE, Marks(group=found_in_path))
    again = of_side(PHRASE, Marks(title=((0, 2),), group=found_in_path))

    assert Run("催付", Ink.FOUND) in alone
    assert [run.ink for run in again] == [Ink.PLAIN] * 3


def test_a_keyword_is_not_shown_where_the_title_was_found_too() -> None:
    side = of_side(PHRASE, Marks(title=((0, 1),), keywords=(((0, 1),),)))

    assert side[0] == Run("付款")


@given(
    st.text(st.characters(exclude_characters="\n\t{}", exclude_categories=["Z", "C"]), min_size=1, max_size=100),
    st.data(),
)
def test_runs_put_together_give_the_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, min(len(text) - 1, 14)))
    end = data.draw(st.integers(start + 1, len(text)))

    runs = of_body(replace(PHRASE, body=text), Marks(body=((start, end),)))

    assert "".join(run.text for run in runs) == text
    assert [run.text for run in runs if run.ink is Ink.FOUND] == [text[start:end]]


def test_a_body_that_is_found_inside_a_variable_begins_with_the_whole_of_it() -> None:
    body = "During the sale you may buy {{activity.limit|as many as the page allows}} of it"
    found = body.index("limit")

    runs = of_body(Phrase("1", "t", body), Marks(body=((found, found + 5),)))

    assert [run.text for run in runs if run.ink is Ink.VARIABLE] == ["activity.limit"]
    assert not any("|" in run.text for run in runs)
