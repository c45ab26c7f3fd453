import pytest

from app.ui.paragraph import paragraph


@pytest.mark.parametrize(
    ("sentences", "told"),
    [
        (("No amount was found.", "Say it."), "No amount was found. Say it."),
        (("没有找到金额。", "没有找到时间。"), "没有找到金额。没有找到时间。"),
        (("限购1件", "多的按店铺价"), "限购1件 多的按店铺价"),
        (("", "没有问题。", ""), "没有问题。"),
        ((), ""),
    ],
)
def test_a_blank_stands_between_sentences_only_where_the_language_writes_one(
    sentences: tuple[str, ...], told: str
) -> None:
    assert paragraph(*sentences) == told
