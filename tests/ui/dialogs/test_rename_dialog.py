import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.core.phrases.phrase import MAX_GROUP_DEPTH, BadPhrase
from app.ui.dialogs.rename_dialog import RenameDialog

COUNTS = {("付款",): 12, ("付款", "催付"): 9, ("物流",): 3}


@pytest.fixture
def renamed():
    return []


@pytest.fixture
def dialog(qtbot, look, renamed):
    made = RenameDialog(("付款", "催付"), COUNTS, renamed.append)
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_name_stands_there_ready_to_be_typed_over(dialog):
    assert dialog.entry.text() == "付款 / 催付"
    assert dialog.entry.selectedText() == "催付"
    assert dialog.windowTitle() == "Rename the group with 9 phrases"


def test_typing_and_enter_rename(qtbot, dialog, renamed):
    qtbot.keyClicks(dialog.entry, "remind")

    qtbot.keyClick(dialog.entry, Qt.Key.Key_Return)

    assert renamed == [("付款", "remind")]
    assert not dialog.isVisible()


def test_that_there_is_such_a_group_is_said_before_and_on_the_button(dialog, renamed):
    dialog.entry.setText("物流")
    remarks = [each.text() for each in dialog.field.findChildren(QLabel) if each.isVisible()]
    word = dialog.button.text()

    dialog.button.click()

    assert "There is such a group with 3 phrases: the two become one." in remarks
    assert word == "Join them"
    assert renamed == [("物流",)]


def test_without_a_name_nothing_is_done_and_it_is_said(qtbot, dialog, renamed):
    dialog.entry.clear()

    qtbot.keyClick(dialog.entry, Qt.Key.Key_Return)

    assert dialog.field.refusal == "A group needs a name."
    assert dialog.isVisible()
    assert renamed == []


def test_the_same_name_again_closes_and_does_nothing(qtbot, dialog, renamed):
    qtbot.keyClick(dialog.entry, Qt.Key.Key_Return)

    assert not dialog.isVisible()
    assert renamed == []


def test_a_path_that_is_too_deep_is_refused_under_the_field(qtbot, look):
    def refuse(_name):
        raise BadPhrase("group", "too_deep", MAX_GROUP_DEPTH)

    dialog = RenameDialog(("付款",), COUNTS, refuse)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.entry.setText("a/b")

    dialog.button.click()

    assert dialog.field.refusal == "Too deep: at most 8 levels."
    assert dialog.isVisible()
