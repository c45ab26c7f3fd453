from collections.abc import Callable
from datetime import timedelta
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.core.sheet.sheet import Sheet
from app.ui.strip import Strip
from app.ui.theme import INSIDE, TARGET, Look
from app.ui.timers.ticker import Ticker
from app.ui.window.docking import MIN_WIDTH
from tests.ui.timers.desk import Shop

NARROW = MIN_WIDTH - 2 * INSIDE
MakeStrip = Callable[..., Strip]


@pytest.fixture
def shop() -> Shop:
    return Shop()


@pytest.fixture
def make(qtbot: QtBot, look: Look) -> MakeStrip:
    def made(shop: Shop, width: int = NARROW) -> Strip:
        strip = Strip(look)
        qtbot.addWidget(strip)
        strip.setMinimumWidth(1)  # as in the window, which is never widened by what its strip wishes for a moment
        strip.resize(width, 30)
        strip.show()
        strip.set_hotkeys(is_paused=False)
        strip.countdowns.serve(shop.desk(), Ticker(shop.time.now, strip))
        QApplication.processEvents()
        return strip

    return made


def test_the_nearest_countdown_is_always_in_sight(make: MakeStrip, shop: Shop) -> None:
    strip = make(shop)

    assert strip.countdowns.isVisible()
    assert strip.countdowns.text_shown == "晚8点加场 ends 01:12:44"


def test_where_there_is_room_the_activity_and_a_second_one_are_told(make: MakeStrip, shop: Shop) -> None:
    strip = make(shop, 900)

    assert strip.countdowns.text_shown == "双11大促 晚8点加场 ends 01:12:44 | 双11大促 开售 ends 03:12:44"


def test_nothing_stands_there_while_nothing_counts(make: MakeStrip) -> None:
    strip = make(Shop(sheet=Sheet()))

    assert not strip.countdowns.isVisible()


@pytest.mark.parametrize("is_typing", [False, True])
@pytest.mark.parametrize("is_paused", [False, True])
def test_all_cells_fit_into_the_narrowest_window(make: MakeStrip, shop: Shop, is_typing: bool, is_paused: bool) -> None:
    strip = make(shop)

    strip.set_hotkeys(is_paused=is_paused)
    strip.set_last("催付·温和提醒")
    strip.set_typing(is_typing)
    QApplication.processEvents()

    cells = [cell for cell in strip.stops if cell.isVisible()]
    assert len(cells) == 3
    assert all(right.x() >= left.x() + left.width() for left, right in pairwise(cells))
    assert cells[-1].geometry().right() < NARROW
    assert cells[-1].width() >= (60 if cells[-1].text() else TARGET)
    assert "01:12:44" in strip.countdowns.text_shown


def test_hotkeys_that_are_on_become_a_drawing_before_a_text_is_cut(make: MakeStrip, shop: Shop) -> None:
    strip = make(shop)

    strip.set_last("催付·最后 5 分钟")

    assert strip.hotkeys.text() == ""
    assert strip.hotkeys.toolTip().startswith("Hotkeys on")
    assert strip.countdowns.text_shown.startswith("晚8点加场 ends")


def test_hotkeys_that_rest_keep_their_words(make: MakeStrip, shop: Shop) -> None:
    strip = make(shop)

    strip.set_hotkeys(is_paused=True)
    strip.set_last("催付·最后 5 分钟")

    assert strip.hotkeys.text() == "Hotkeys paused"


def test_a_second_changes_the_digits_and_moves_nothing(make: MakeStrip, shop: Shop) -> None:
    strip = make(shop)
    before = strip.countdowns.geometry()

    strip.countdowns.tick(shop.go(seconds=1))
    QApplication.processEvents()

    assert strip.countdowns.text_shown.endswith("01:12:43")
    assert strip.countdowns.geometry() == before


def test_when_one_has_come_the_next_takes_its_place(make: MakeStrip, shop: Shop) -> None:
    strip = make(shop)

    strip.countdowns.tick(shop.go(hours=1, minutes=12, seconds=44))

    assert strip.countdowns.text_shown.endswith("开售 ends 02:00:00")


def test_the_hour_turns_its_picture(make: MakeStrip, shop: Shop) -> None:
    strip = make(shop)
    calm = strip.countdowns.grab().toImage()

    strip.countdowns.tick(shop.go(minutes=13))
    soon = strip.countdowns.grab().toImage()

    assert calm != soon


def test_a_click_or_a_key_opens_the_place(make: MakeStrip, shop: Shop, qtbot: QtBot) -> None:
    strip = make(shop)

    with qtbot.waitSignal(strip.timers_wanted):
        qtbot.mouseClick(strip.countdowns, Qt.MouseButton.LeftButton)
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Return):
        with qtbot.waitSignal(strip.timers_wanted):
            qtbot.keyClick(strip.countdowns, key)


def test_a_screen_reader_hears_the_moment_and_not_every_second(make: MakeStrip, shop: Shop) -> None:
    strip = make(shop)
    before = strip.countdowns.accessibleName()

    strip.countdowns.tick(shop.go(seconds=1))

    assert "today 22:00" in before
    assert strip.countdowns.accessibleName() == before


def test_many_days_ahead_is_told_with_days(make: MakeStrip, shop: Shop) -> None:
    shop.clock.go(timedelta(days=-5))

    strip = make(shop)

    assert "4 d " in strip.countdowns.text_shown


def test_a_cell_has_the_width_that_it_asks_for(make: MakeStrip, shop: Shop) -> None:
    strip = make(shop, 900)

    strip.set_last("催付·温和提醒")

    for cell in (strip.hotkeys, strip.last):
        cell.shorten(False)
        assert abs(cell.whole_width - cell.sizeHint().width()) <= 1
