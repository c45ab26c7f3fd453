"""Words a shop may not write."""

from app.core.phrases.compliance import ForbiddenWord, Severity, find


def test_harmless_words_around_are_not_mistaken() -> None:
    assert find("最后三天,第一时间发货,最近比较忙") == ()


def test_refusing_words_come_first() -> None:
    found = find("最好的产品,全网最低,加微信")

    assert [entry.severity for entry in found] == [Severity.REFUSE, Severity.REFUSE, Severity.WARN, Severity.WARN]


def test_letter_case_does_not_hide_a_word() -> None:
    assert find("加qq聊", [ForbiddenWord("加QQ")])
