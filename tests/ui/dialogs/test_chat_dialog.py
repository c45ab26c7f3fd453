from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.core.desktop import Sight, Window
from app.core.window_choices import ChatWindow
from app.ui.dialogs.chat_dialog import ChatDesk, ChatDialog
from app.ui.theme import Look
from tests.fakes import FakeFollowed


def sight(handle: int, program: str, title: str, kind: str = "") -> Sight:
    return Sight(Window(handle, program), 0, 0, 800, 600, kind, title)


CHAT = sight(1, "aliworkbench", "Reception", "StandardFrame")
BROWSER = sight(2, "chromium", "Orders")


@dataclass
class World:
    """The dialog over a fake, and what was chosen in it."""

    look: Look
    qtbot: QtBot
    followed: FakeFollowed = field(default_factory=lambda: FakeFollowed([BROWSER, CHAT]))
    current: ChatWindow = field(default_factory=ChatWindow)
    chosen: list[ChatWindow] = field(default_factory=list)

    def open(self) -> ChatDialog:
        followed = self.followed
        desk = ChatDesk(followed.all, followed.can_see, followed.point, followed.stop_pointing, lambda: self.current)
        dialog = ChatDialog(self.look, desk)
        self.qtbot.addWidget(dialog)
        dialog.chosen.connect(self.chosen.append)
        dialog.show()
        return dialog


@pytest.fixture
def world(look: Look, qtbot: QtBot) -> World:
    return World(look, qtbot)


def texts(dialog: ChatDialog) -> list[str]:
    return [dialog.list.item(at).text() for at in range(dialog.list.count())]


def test_the_open_windows_are_listed_by_title_and_program(world: World) -> None:
    assert texts(world.open()) == ["Orders · chromium", "Reception · aliworkbench"]


def test_a_window_is_chosen_by_keys_alone(world: World, qtbot: QtBot) -> None:
    dialog = world.open()

    qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)

    assert world.chosen == [ChatWindow("aliworkbench", "StandardFrame")]
    assert not dialog.isVisible()


def test_the_window_that_is_followed_is_stood_on(world: World) -> None:
    world.current = ChatWindow("aliworkbench", "StandardFrame")

    dialog = world.open()

    assert dialog.list.currentRow() == 1
    assert dialog.free_button.isVisible()


def test_to_stand_free_is_offered_only_to_who_does_not(world: World) -> None:
    assert not world.open().free_button.isVisible()


def test_standing_free_is_a_choice_too(world: World) -> None:
    world.current = ChatWindow("aliworkbench", "")
    dialog = world.open()

    dialog.free_button.click()

    assert world.chosen == [ChatWindow()]


def test_a_window_is_chosen_by_clicking_it(world: World) -> None:
    dialog = world.open()

    dialog.point_button.click()
    said = dialog.sentence.text()
    world.followed.click(CHAT)
    QApplication.processEvents()

    assert "Esc cancels" in said
    assert world.chosen == [ChatWindow("aliworkbench", "StandardFrame")]


def test_escape_while_pointing_ends_only_that(world: World, qtbot: QtBot) -> None:
    dialog = world.open()
    dialog.point()

    qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    assert not world.followed.is_pointing
    assert dialog.isVisible()
    assert dialog.status.text() == "No window was chosen."
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert world.chosen == []


def test_closing_lets_the_pointer_go(world: World) -> None:
    dialog = world.open()
    dialog.point()

    dialog.done(0)

    assert not world.followed.is_pointing
    assert world.chosen == []


def test_without_a_window_it_says_what_to_do_and_looks_again_by_key(world: World, qtbot: QtBot) -> None:
    world.followed.windows = []
    dialog = world.open()
    said, could_take, is_bare = dialog.sentence.text(), dialog.take_button.isEnabled(), dialog.list.isHidden()

    world.followed.windows = [CHAT]
    dialog.activateWindow()
    QApplication.processEvents()
    qtbot.keyClick(dialog, Qt.Key.Key_F5)

    assert "F5" in said
    assert not could_take
    assert is_bare
    assert not dialog.list.isHidden()
    assert texts(dialog) == ["Reception · aliworkbench"]


def test_where_windows_cannot_be_seen_it_says_so(world: World) -> None:
    world.followed.is_seeing = False
    world.followed.windows = []

    dialog = world.open()

    assert "does not let" in dialog.sentence.text()
    assert not dialog.point_button.isEnabled()
