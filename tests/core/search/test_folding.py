import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.search.folding import fold, squeezed, squeezed_places


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("ＶＩＰ８８", "vip88"),
        ("iPhone 壳", "iphone 壳"),
        ("（包邮）！", "(包邮)!"),
        ("Ⅷ㈱", "Ⅷ㈱"),
        ("发货　时间\n", "发货 时间 "),
        ("Café", "cafe"),
        ("lǜ", "lu"),
        ("ﾊﾝ", "ハン"),
        ("/:^_^", "/:^_^"),
        ("🎁…ß", "🎁…ß"),
        ("\ud800x", "\ud800x"),
    ],
)
def test_width_case_and_accents_do_not_count(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_a_place_in_the_folded_text_is_the_same_place_in_the_original(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("text", "tight"),
    [
        ("发货·时间", "发货时间"),
        ("T恤 尺码_表", "T恤尺码表"),
        ("发货时间", None),
        ("【发货】", None),
        ("…", None),
        ("", None),
    ],
)
def test_a_text_is_squeezed_where_that_joins_something(text: str, tight: str | None) -> None:
    assert squeezed(text) == tight


def test_the_places_of_a_squeezed_text_lead_back() -> None:
    text = "【T恤】尺码 (新)"

    places = squeezed_places(text)

    assert "".join(text[place] for place in places) == squeezed(text)
