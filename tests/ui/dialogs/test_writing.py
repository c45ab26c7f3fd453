import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from app.core.facts import templates
from app.core.facts.names import NAMES
from app.core.phrases.phrase import Output, Phrase
from app.ui.dialogs.body_edit import BodyEdit
from app.ui.dialogs.group_field import GroupField, group_of
from app.ui.dialogs.sample import sample, started_variable
from app.ui.dialogs.tokens import CODES, WORDS, Tokens
from app.ui.dialogs.variables import VariableTyping
from app.ui.sheet_dialogs.fact_lines import lines
from app.ui.sheet_dialogs.fact_list import QUESTION


@pytest.fixture
def typing(qtbot):
    edit = BodyEdit()
    qtbot.addWidget(edit)
    made = VariableTyping(edit)
    edit.show()
    edit.activateWindow()
    edit.setFocus()
    qtbot.waitUntil(edit.hasFocus)
    return made


def render(text):
    return templates.render(text, {"shop": "小橘家"})


@pytest.mark.parametrize(
    ("before", "typed"),
    [
        ("亲{{", ""),
        ("亲{{ag", "ag"),
        ("亲｛｛客", "客"),
        ("{{shop}} {{h", "h"),
        ("亲", None),
        ("{{shop}}", None),
        ("{{a\n", None),
        ("{{name|", None),
    ],
)
def test_a_variable_counts_as_begun_until_it_is_closed_or_has_a_default(before, typed):
    assert started_variable(before) == typed


def test_a_sample_keeps_defaults_and_marks_only_what_has_none():
    phrase = Phrase("p", "t", "{{agent|小二}}在{{shop}}，{{agent}} /:^_^")

    shown = sample(phrase, render)

    assert shown.parts == ("小二在小橘家，⟦agent⟧ /:^_^",)
    assert shown.missing == ("agent",)


def test_a_sample_of_parts_tells_what_each_lacks_once():
    phrase = Phrase("p", "t", "{{agent}}\n---\n{{agent}} {{?多久}}", output=Output.PARTS)

    shown = sample(phrase, render)

    assert len(shown.parts) == 2
    assert (shown.missing, shown.asked) == (("agent",), ("多久",))


def test_typing_two_braces_offers_the_variables_and_enter_puts_one_in(qtbot, typing):
    edit = typing._edit

    edit.insertPlainText("😀亲")
    qtbot.keyClicks(edit, "{{sh")
    is_open = typing.completer.popup().isVisible()
    qtbot.keyClick(typing.completer.popup(), Qt.Key.Key_Return)

    assert is_open
    assert edit.body() == "😀亲{{shop}}"


def test_a_variable_is_found_by_its_chinese_name_and_full_width_braces_and_stays_chinese(qtbot, typing):
    edit = typing._edit

    edit.textCursor().insertText("亲｛｛客")
    qtbot.keyClick(typing.completer.popup(), Qt.Key.Key_Return)

    assert edit.body() == "亲{{客服}}"


def test_braces_that_are_closed_already_are_not_closed_again(qtbot, typing):
    edit = typing._edit
    edit.setPlainText("{{}} 亲")
    cursor = edit.textCursor()
    cursor.setPosition(2)
    edit.setTextCursor(cursor)

    qtbot.keyClicks(edit, "sho")
    qtbot.keyClick(typing.completer.popup(), Qt.Key.Key_Return)

    assert edit.body() == "{{shop}} 亲"


def test_the_list_puts_a_question_in_whose_words_are_typed_over(qtbot, typing):
    typing.choose()

    typing.facts.chosen.emit(QUESTION)
    typing._edit.insertPlainText("多久")

    assert typing._edit.body() == "{{?多久}}"


def test_the_list_offers_every_fact_by_subject_with_what_it_says_now(typing):
    offered = lines(lambda names: {"activity.left": "还有3小时"})

    assert [line.name for line in offered] == list(NAMES)
    assert next(line for line in offered if line.name == "activity.left").value == "还有3小时"


@pytest.mark.parametrize(
    ("written", "group"),
    [
        ("", ()),
        ("售前", ("售前",)),
        ("售前 / 尺码", ("售前", "尺码")),
        ("售前/尺码", ("售前", "尺码")),
        ("售前／尺码", ("售前", "尺码")),
        ("退/换货", ("退/换货",)),
        (" / 售前 / ", ("售前",)),
    ],
)
def test_a_written_group_is_a_known_one_or_the_parts_between_slashes(written, group):
    assert group_of(written, [("退/换货",), ("售前",)]) == group


def test_a_group_field_gives_back_the_group_it_was_given(qtbot):
    field = GroupField()
    qtbot.addWidget(field)

    field.set_group(("退/换货", "运费"), [("售前",)])

    assert field.group == ("退/换货", "运费")


def test_codes_are_cut_at_spaces_and_keywords_only_at_marks(qtbot, look):
    codes, words = Tokens(look, CODES), Tokens(look, WORDS)
    for field in (codes, words):
        qtbot.addWidget(field)
        field.entry.setText("a b，c")

    assert codes.texts() == ("a", "b", "c")
    assert words.texts() == ("a b", "c")


def test_backspace_takes_the_last_chip_back_for_correction(qtbot, look):
    field = Tokens(look, CODES)
    qtbot.addWidget(field)
    field.set_texts(("cf", "cuif"))

    qtbot.keyClick(field.entry, Qt.Key.Key_Backspace)
    qtbot.keyClicks(field.entry, "u")
    qtbot.keyClick(field.entry, Qt.Key.Key_Return)

    assert field.texts() == ("cf", "cuifu")


def test_a_text_that_is_there_already_makes_no_second_chip(qtbot, look):
    field = Tokens(look, CODES)
    qtbot.addWidget(field)
    field.set_texts(("cf",))

    field.entry.setText("cf ")

    assert field.texts() == ("cf",)


def test_an_example_goes_with_the_first_text_and_comes_back_with_the_last(qtbot, look):
    field = Tokens(look, CODES)
    qtbot.addWidget(field)
    field.invite("cf, cuifu")
    before = field.entry.placeholderText()

    field.set_texts(("hy",))
    behind = field.entry.placeholderText()
    field.set_texts(())

    assert (before, behind, field.entry.placeholderText()) == ("cf, cuifu", "", "cf, cuifu")


def test_a_long_list_of_texts_goes_on_in_the_next_line_and_what_is_typed_behind_it(qtbot, look):
    field = Tokens(look, WORDS)
    qtbot.addWidget(field)
    field.resize(240, 40)

    field.set_texts(("收纳箱", "整理箱", "折叠箱", "箱子", "储物箱"))

    assert field.heightForWidth(240) > 2 * field.entry.minimumHeight()
    assert field.heightForWidth(240) > field.heightForWidth(900)


def test_a_click_beside_the_chips_begins_to_type(qtbot, look):
    field = Tokens(look, WORDS)
    qtbot.addWidget(field)
    field.show()
    qtbot.waitExposed(field)

    qtbot.mouseClick(field, Qt.MouseButton.LeftButton, pos=field.rect().bottomRight() - QPoint(3, 3))

    assert field.focusProxy() is field.entry
    assert field.window().focusWidget() is field.entry


def test_enter_belongs_to_the_input_method_while_it_composes(qtbot, look):
    field = Tokens(look, WORDS)
    qtbot.addWidget(field)
    field.set_texts(("催付",))
    QApplication.sendEvent(field.entry, QInputMethodEvent("fu", []))

    qtbot.keyClick(field.entry, Qt.Key.Key_Backspace)

    assert field.texts() == ("催付",)
