import pytest
from PySide6.QtWidgets import QFrame, QLabel
from pytestqt.qtbot import QtBot

from app.ui.dialogs.numbered import Numbered

TOLD = "1. 点一下聊天窗口的输入框。\n2. 按 Ctrl+Alt+Space。\n3. 输入 cf，按 Enter。"


@pytest.fixture
def steps(qtbot: QtBot) -> Numbered:
    made = Numbered()
    qtbot.addWidget(made)
    return made


def _caps(steps: Numbered) -> list[str]:
    caps = [each for each in steps.findChildren(QFrame) if each.property("kind") == "token" and not each.isHidden()]
    return [cap.findChild(QLabel).text() for cap in caps]


def test_each_step_has_its_number_and_its_keys_as_keycaps(steps: Numbered) -> None:
    steps.say(TOLD, ("Ctrl+Alt+Space", "cf", "Enter"))

    discs = [each.text() for each in steps.findChildren(QLabel) if each.property("kind") == "disc"]
    assert discs == ["1", "2", "3"]
    assert _caps(steps) == ["Ctrl+Alt+Space", "cf", "Enter"]


def test_all_of_it_is_read_as_one_text(steps: Numbered) -> None:
    steps.say(TOLD, ("cf", ""))

    assert steps.text() == TOLD
    assert steps.accessibleName() == TOLD


def test_saying_it_again_leaves_nothing_of_before(steps: Numbered, qtbot: QtBot) -> None:
    steps.say(TOLD, ("cf",))

    steps.say("1. Press F2.", ("F2",))

    qtbot.waitUntil(lambda: _caps(steps) == ["F2"])
    assert steps.text() == "1. Press F2."
