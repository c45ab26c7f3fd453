import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.phrases.search_box import SearchBox
from app.ui.theme import Look


@pytest.fixture
def box(qtbot: QtBot, look: Look) -> SearchBox:
    box = SearchBox(look)
    qtbot.addWidget(box)
    box.show()
    box.setFocus()
    return box


def compose(box: SearchBox, preedit: str, commit: str = "") -> None:
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QApplication.sendEvent(box, event)


@pytest.mark.parametrize("key", [Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown])
def test_the_list_gets_its_keys(qtbot: QtBot, box: SearchBox, key: Qt.Key) -> None:
    heard: list[int] = []
    box.list_key.connect(lambda event: heard.append(event.key()))

    qtbot.keyClick(box, key)

    assert heard == [key]


@pytest.mark.parametrize(
    ("held", "is_copying"), [(Qt.KeyboardModifier.NoModifier, False), (Qt.KeyboardModifier.ControlModifier, True)]
)
def test_enter_pastes_and_ctrl_enter_copies(
    qtbot: QtBot, box: SearchBox, held: Qt.KeyboardModifier, is_copying: bool
) -> None:
    with qtbot.waitSignal(box.enter_pressed, timeout=500) as heard:
        qtbot.keyClick(box, Qt.Key.Key_Return, held)

    assert heard.args == [is_copying]


def test_ctrl_c_copies_the_answer_unless_something_typed_is_selected(qtbot: QtBot, box: SearchBox) -> None:
    heard: list[bool] = []
    box.enter_pressed.connect(heard.append)
    box.setText("催付")

    qtbot.keyClick(box, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    box.selectAll()
    qtbot.keyClick(box, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    assert heard == [True]


@pytest.mark.parametrize(
    "key", [Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Escape, Qt.Key.Key_PageDown]
)
def test_while_the_input_method_composes_every_key_is_its_own(qtbot: QtBot, box: SearchBox, key: Qt.Key) -> None:
    heard: list[object] = []
    for signal in (box.list_key, box.enter_pressed, box.escape_pressed, box.delete_pressed):
        signal.connect(lambda *what: heard.append(what))
    compose(box, "cui'fu")

    qtbot.keyClick(box, key)

    assert heard == []
    assert box.is_composing


def test_what_is_being_composed_is_not_searched(qtbot: QtBot, box: SearchBox) -> None:
    heard: list[str] = []
    box.textChanged.connect(heard.append)

    compose(box, "cui'fu")
    compose(box, "", "催付")

    assert heard == ["催付"]
    assert not box.is_composing


def test_the_keys_are_ours_again_after_the_composition(qtbot: QtBot, box: SearchBox) -> None:
    compose(box, "cui'fu")
    compose(box, "", "催付")

    with qtbot.waitSignal(box.enter_pressed, timeout=500):
        qtbot.keyClick(box, Qt.Key.Key_Return)


def test_chords_of_the_window_wait_for_the_end_of_a_composition(box: SearchBox) -> None:
    chord = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier, "1")
    compose(box, "cui'fu")

    chord.ignore()
    QApplication.sendEvent(box, chord)

    assert chord.isAccepted()


def test_the_editor_leaves_ctrl_e_to_the_window(box: SearchBox) -> None:
    chord = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)

    QApplication.sendEvent(box, chord)

    assert not chord.isAccepted()


def test_delete_is_the_editors_while_there_is_something_to_delete(qtbot: QtBot, box: SearchBox) -> None:
    heard: list[bool] = []
    box.delete_pressed.connect(lambda: heard.append(True))
    box.setText("催付")
    box.setCursorPosition(0)

    qtbot.keyClick(box, Qt.Key.Key_Delete)
    box.end(False)
    qtbot.keyClick(box, Qt.Key.Key_Delete)

    assert box.text() == "付"
    assert heard == [True]


def test_a_delete_key_that_is_held_down_deletes_no_phrases(box: SearchBox) -> None:
    heard: list[bool] = []
    box.delete_pressed.connect(lambda: heard.append(True))
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier, "", autorep=True, count=1)

    QApplication.sendEvent(box, held)

    assert heard == []


def test_the_clear_button_is_there_only_with_a_text(box: SearchBox) -> None:
    box.setText("cf")
    is_shown = box._clear.isVisible()
    box._clear.trigger()

    assert is_shown
    assert box.text() == ""
    assert not box._clear.isVisible()


def test_the_keys_that_lead_to_the_search_stand_in_it_until_something_does(look: Look, qtbot: QtBot) -> None:
    box = SearchBox(look)
    qtbot.addWidget(box)
    box.resize(420, 34)
    bare = box.grab().toImage()

    box.tell_chord("Ctrl+Alt+Space")
    told = box.grab().toImage()
    box.setText("cf")
    typed = box.grab().toImage()
    box.tell_chord("")

    assert told != bare
    assert typed == box.grab().toImage()


def test_where_there_is_no_room_the_keys_do_not_stand_on_the_words(look: Look, qtbot: QtBot) -> None:
    box = SearchBox(look)
    qtbot.addWidget(box)
    box.resize(220, 34)
    bare = box.grab().toImage()

    box.tell_chord("Ctrl+Alt+Space")

    assert box.grab().toImage() == bare
