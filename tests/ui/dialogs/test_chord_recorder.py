import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication

from app.services.shortcuts import Taken
from app.ui.settings_dialog.chord_recorder import ChordRecorder

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Judge:
    def __init__(self):
        self.answers = {}
        self.log = []

    def examine(self, chord):
        self.log.append(f"examine {chord}")
        return self.answers.get(chord)


@pytest.fixture
def judge():
    return Judge()


@pytest.fixture
def recorder(qtbot, look, judge):
    made = ChordRecorder(look, judge.examine, "Ctrl+Alt+R")
    made.recording.connect(lambda is_on: judge.log.append(f"recording {is_on}"))
    made.chosen.connect(lambda chord: judge.log.append(f"chosen {chord}"))
    qtbot.addWidget(made)
    made.set_chord("Ctrl+Alt+R")
    made.show()
    return made


def press(qtbot, recorder, key, modifiers=Qt.KeyboardModifier.NoModifier):
    recorder.field.listen()
    qtbot.keyPress(recorder.field, key, modifiers)


def test_pressing_keys_records_them_after_the_hotkeys_are_back(qtbot, recorder, judge):
    press(qtbot, recorder, Qt.Key.Key_J, CTRL | ALT)

    assert recorder.chord == "Ctrl+Alt+J"
    assert judge.log == ["recording True", "recording False", "examine Ctrl+Alt+J", "chosen Ctrl+Alt+J"]


@pytest.mark.parametrize(
    ("key", "modifiers", "written"),
    [
        (Qt.Key.Key_Exclam, CTRL | SHIFT, "Ctrl+Shift+1"),
        (Qt.Key.Key_AsciiTilde, CTRL | SHIFT, "Ctrl+Shift+`"),
        (Qt.Key.Key_Backtab, CTRL | SHIFT, "Ctrl+Shift+Tab"),
        (Qt.Key.Key_F9, Qt.KeyboardModifier.NoModifier, "F9"),
        (Qt.Key.Key_PageUp, ALT, "Alt+PageUp"),
        (Qt.Key.Key_Space, CTRL | ALT, "Ctrl+Alt+Space"),
    ],
)
def test_keys_are_written_as_the_key_and_not_as_what_shift_makes_of_it(qtbot, recorder, key, modifiers, written):
    press(qtbot, recorder, key, modifiers)

    assert recorder.chord == written


def test_modifiers_alone_are_shown_and_go_on_listening(qtbot, recorder):
    press(qtbot, recorder, Qt.Key.Key_Control)
    qtbot.keyPress(recorder.field, Qt.Key.Key_Alt, CTRL)

    assert recorder.field.is_listening
    assert recorder.field.text() == "Ctrl+Alt+…"


def test_a_key_that_never_came_is_said_when_the_modifiers_go_up_and_another_can_be_tried(qtbot, recorder):
    press(qtbot, recorder, Qt.Key.Key_Control)
    qtbot.keyPress(recorder.field, Qt.Key.Key_Alt, CTRL)
    qtbot.keyRelease(recorder.field, Qt.Key.Key_Alt, CTRL | ALT)
    qtbot.keyRelease(recorder.field, Qt.Key.Key_Control, CTRL)
    told, shown = recorder.message.text(), recorder.field.text()

    press(qtbot, recorder, Qt.Key.Key_J, CTRL | ALT)

    assert told == "That key did not arrive: another program holds it. Try another."
    assert "Press the new keys" in shown
    assert recorder.chord == "Ctrl+Alt+J"
    assert not recorder.message.isVisible()


def test_modifiers_that_went_up_unheard_are_noticed(qtbot, recorder):
    recorder.field.down = lambda: Qt.KeyboardModifier.NoModifier

    press(qtbot, recorder, Qt.Key.Key_Control)

    qtbot.waitUntil(lambda: "did not arrive" in recorder.message.text())
    assert recorder.field.is_listening


def test_a_key_that_took_the_keyboard_along_is_said_until_the_next_try(qtbot, recorder):
    press(qtbot, recorder, Qt.Key.Key_Control)

    QApplication.sendEvent(recorder.field, QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.ActiveWindowFocusReason))
    told = recorder.message.text()
    recorder.field.listen()

    assert "did not arrive" in told
    assert recorder.message.text() == ""


def test_a_key_that_came_but_no_chord_has_is_not_laid_on_another_program(qtbot, recorder):
    press(qtbot, recorder, Qt.Key.Key_Control)
    qtbot.keyPress(recorder.field, Qt.Key.Key_VolumeUp, CTRL)

    qtbot.keyRelease(recorder.field, Qt.Key.Key_Control, CTRL)

    assert recorder.field.is_listening
    assert recorder.message.text() == ""


def test_enter_begins_to_listen_and_is_not_recorded_while_it_is_still_down(qtbot, recorder):
    again = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", True)

    qtbot.keyPress(recorder.field, Qt.Key.Key_Return)
    QApplication.sendEvent(recorder.field, again)

    assert recorder.field.is_listening


def test_escape_leaves_the_former_chord(qtbot, recorder, judge):
    press(qtbot, recorder, Qt.Key.Key_Escape)

    assert recorder.chord == "Ctrl+Alt+R"
    assert judge.log == ["recording True", "recording False"]


def test_losing_the_keyboard_ends_the_recording(qtbot, recorder, judge):
    recorder.field.listen()

    recorder.field.clearFocus()
    recorder.field.end()

    assert judge.log == ["recording True", "recording False"]


def test_a_chord_that_may_not_be_used_is_refused_in_words(qtbot, recorder, judge):
    judge.answers["Ctrl+Space"] = Taken("again", "Ctrl+Space", reason="input_method")

    press(qtbot, recorder, Qt.Key.Key_Space, CTRL)

    assert recorder.chord == "Ctrl+Alt+R"
    assert "input method" in recorder.message.text()
    assert "chosen Ctrl+Space" not in judge.log


def test_a_chord_of_another_action_of_ours_is_refused_and_names_it(qtbot, recorder, judge):
    judge.answers["Ctrl+Alt+1"] = Taken("again", "Ctrl+Alt+1", holder="pinned.1")
    recorder.name_holders(lambda name: {"pinned.1": "Pinned phrase 1"}[name])

    press(qtbot, recorder, Qt.Key.Key_1, CTRL | ALT)

    assert recorder.chord == "Ctrl+Alt+R"
    assert "Pinned phrase 1" in recorder.message.text()


def test_a_chord_of_another_program_is_kept_and_a_free_one_is_offered(qtbot, recorder, judge):
    judge.answers["Ctrl+Alt+K"] = Taken("again", "Ctrl+Alt+K", free="Ctrl+Shift+K")

    press(qtbot, recorder, Qt.Key.Key_K, CTRL | ALT)
    kept = recorder.chord
    recorder.free_button.click()

    assert kept == "Ctrl+Alt+K"
    assert recorder.chord == "Ctrl+Shift+K"
    assert not recorder.free_button.isVisible()


def test_clearing_and_resetting_choose_none_and_the_default(recorder):
    recorder.clear_button.click()
    cleared = recorder.chord
    recorder.reset_button.click()

    assert cleared == ""
    assert recorder.chord == "Ctrl+Alt+R"
