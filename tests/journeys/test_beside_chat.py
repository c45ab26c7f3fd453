"""The window beside the chat: chosen once, followed, hidden and back with it, taken away and put back."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.core.desktop import Sight, Window
from app.core.window_choices import ChatWindow, Mode
from app.front.beside_chat import BesideChat
from app.ui.dialogs.chat_dialog import ChatDialog
from app.ui.theme import Look
from tests.fakes import FakeClock, FakeFollowed
from tests.journeys.shop import NOON, Shop

CHAT = Sight(Window(7, "aliworkbench"), 20, 30, 300, 500, "StandardFrame", "Reception")
MEANT = ChatWindow("aliworkbench", "StandardFrame")


class World:
    """A shop whose computer shows other windows."""

    def __init__(self, shop: Shop, look: Look, *, chat: ChatWindow | None = None) -> None:
        self.shop, self.window = shop, shop.window
        self.preferences = shop.desk.preferences
        if chat:
            self.preferences.change(chat=chat)
        self.followed = FakeFollowed([CHAT])
        self.beside = BesideChat(shop.window, look, self.preferences, self.followed, shop.openings)
        shop.window.show()
        QApplication.processEvents()

    @property
    def place(self) -> QRect:
        return self.window.geometry()

    def dialog(self) -> ChatDialog:
        self.window.chat_wanted.emit()
        found = self.shop.openings.get("chat")
        assert isinstance(found, ChatDialog)
        return found

    @property
    def notice(self) -> str:
        return self.window.inside.notice.text


@pytest.fixture
def shop(qapp: QApplication, look: Look, qtbot: QtBot, tmp_path: Path) -> Iterator[Shop]:
    made = Shop(qapp, look, qtbot, tmp_path, FakeClock(NOON))
    yield made
    made.close()


@pytest.fixture
def world(shop: Shop, look: Look) -> World:
    return World(shop, look)


@pytest.fixture
def beside(shop: Shop, look: Look) -> World:
    """The chat was chosen on another day."""
    return World(shop, look, chat=MEANT)


def test_without_a_choice_nothing_is_followed(world: World) -> None:
    assert world.followed.wanted is None


def test_a_window_that_is_chosen_is_stood_beside_at_once_and_remembered(world: World) -> None:
    dialog = world.dialog()
    dialog.list.setCurrentRow(0)

    dialog.take()

    assert world.followed.wanted == ("aliworkbench", "StandardFrame")
    assert world.place.left() == 322
    assert world.preferences.current.chat == MEANT
    assert "beside aliworkbench" in world.notice


def test_the_title_of_a_chat_is_kept_nowhere(world: World) -> None:
    dialog = world.dialog()
    dialog.take()

    assert "Reception" not in str(world.preferences.current)


def test_what_was_chosen_is_followed_at_the_next_start(beside: World) -> None:
    assert beside.followed.wanted == ("aliworkbench", "StandardFrame")
    assert beside.place.topLeft() == QRect(322, 30, 1, 1).topLeft()


def test_the_notice_takes_the_choice_back(world: World) -> None:
    world.dialog().take()

    world.window.inside.notice.do()

    assert world.followed.wanted is None
    assert not world.preferences.current.chat.is_chosen


def test_it_goes_where_the_chat_goes(beside: World) -> None:
    beside.followed.change(replace(CHAT, left=60, top=100))

    assert beside.place.topLeft() == QRect(362, 100, 1, 1).topLeft()


def test_it_hides_with_the_chat_and_comes_back_with_it(beside: World) -> None:
    beside.followed.change(replace(CHAT, is_shown=False))
    was_hidden = not beside.window.isVisible()

    beside.followed.change(CHAT)

    assert was_hidden
    assert beside.window.isVisible()


def test_what_the_agent_hid_stays_hidden(beside: World) -> None:
    beside.window.hide()

    beside.followed.change(replace(CHAT, is_shown=False))
    beside.followed.change(CHAT)

    assert not beside.window.isVisible()


def test_while_the_agent_types_it_does_not_hide(beside: World) -> None:
    beside.window.open_search()

    beside.followed.change(replace(CHAT, is_shown=False))

    assert beside.window.isVisible()


def test_a_chat_that_ends_gives_the_window_its_own_place_and_takes_it_again_when_it_starts(beside: World) -> None:
    beside.followed.change()
    free = beside.place

    beside.followed.change(replace(CHAT, window=Window(9, "aliworkbench")))

    assert free.left() != 322
    assert beside.place.left() == 322


def test_a_chat_that_ends_while_it_was_minimised_gives_the_window_back(beside: World) -> None:
    beside.followed.change(replace(CHAT, is_shown=False))

    beside.followed.change()

    assert beside.window.isVisible()


def test_a_popup_is_neither_moved_nor_hidden(beside: World) -> None:
    beside.window.inside.modes.switch(Mode.POPUP)
    place = beside.place

    beside.followed.change(replace(CHAT, is_shown=False))
    beside.followed.change(replace(CHAT, left=60))

    assert beside.window.isVisible()
    assert beside.place == place


def test_who_chooses_a_chat_wants_no_popup_any_more(world: World) -> None:
    world.window.inside.modes.switch(Mode.POPUP)

    world.dialog().take()

    assert world.preferences.current.mode is Mode.COLUMN
    assert world.place.left() == 322


def test_taken_away_from_the_chat_it_stands_free_and_can_be_put_back(beside: World) -> None:
    beside.window.is_fresh = False
    beside.window.setGeometry(QRect(435, 60, 340, 500))

    beside.window.settled.emit()
    said, free = beside.notice, beside.preferences.current.chat
    beside.window.inside.notice.do()

    assert "stands free" in said
    assert not free.is_chosen
    assert beside.preferences.current.chat == MEANT
    assert beside.place.left() == 322


def test_that_there_is_no_room_is_said_once(beside: World) -> None:
    beside.followed.change(replace(CHAT, left=0, width=790))
    said = beside.notice
    beside.window.inside.notice.clear()
    beside.followed.change(CHAT)
    beside.followed.change(replace(CHAT, left=0, width=790))

    assert "No room beside the chat" in said
    assert beside.notice == ""


def test_the_settings_let_the_chat_go(beside: World) -> None:
    beside.window.changed.emit(beside.preferences.change(chat=ChatWindow()))

    assert beside.followed.wanted is None
    assert beside.place.left() != 322
