from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.core.clockwork.notices import Sound
from app.core.orders.kinds import DEFAULTS
from app.core.orders.order import Order
from app.core.orders.reminders import Reminder
from app.core.orders.urging import Held, Holding
from app.core.settings import Settings
from app.ui.orders import notices as order_notices
from app.ui.orders.cell import OrderCell
from app.ui.orders.notices import OrderAnnouncer
from app.ui.palette import Tone
from app.ui.saying import Haste
from app.ui.theme import Look
from app.ui.timers.ticker import Ticker
from tests.fakes import FakeSounds
from tests.ui.hearing import Window
from tests.ui.orders.office import AFTERNOON, MINUTE, Office, busy, group_buy

STEPS = DEFAULTS[0].steps


def reminder(order: Order, step: int | None = 0, holding: Holding | None = None) -> Reminder:
    return Reminder(order, AFTERNOON, None if step is None else STEPS[step], holding)


class Loud:
    """An announcer with what it told."""

    def __init__(self, settings: Settings | None = None, is_visible: bool = True) -> None:
        self.window, self.sounds = Window(is_visible), FakeSounds()
        self.urged: list[str] = []
        self.opened = 0
        self.waiting: dict[str, Order] = {}
        self.announcer = OrderAnnouncer(
            self.window,
            self.sounds,
            lambda: settings or Settings(),
            self.urged.append,
            self.open,
            lambda ids: {one: self.waiting[one] for one in ids if one in self.waiting},
            lambda: AFTERNOON + MINUTE,
        )

    def open(self) -> None:
        self.opened += 1


def test_one_reminder_is_one_sentence_and_one_key() -> None:
    loud = Loud()

    loud.announcer.announce([reminder(group_buy(1, 24, buyer="小熊猫"))], AFTERNOON)

    ((text, tone, action, act),) = loud.window.shown
    assert text == "小熊猫 ¥128 · Gentle: closes in 24 min"
    assert (tone, action) == (Tone.SOON, "Urge (Alt+Enter)")
    assert loud.window.heard[0].haste is Haste.MONEY
    assert act is not None
    act()
    assert loud.urged == ["o1"]
    assert loud.sounds.played == [Sound.STEP]


def test_many_at_once_are_one_sentence_and_offer_the_nearest() -> None:
    loud = Loud()
    orders = [group_buy(number, 30 - number, buyer=f"买家{number}") for number in range(1, 6)]

    loud.announcer.announce([reminder(order) for order in orders], AFTERNOON)

    ((text, _, _, act),) = loud.window.shown
    assert text == "5 orders to urge, next closes in 25 min\n买家5 ¥128, 买家4 ¥128, 买家3 ¥128…"
    assert act is not None
    act()
    assert loud.urged == ["o5"]


def test_a_hundred_thousand_at_once_are_one_notice() -> None:
    loud = Loud()
    order = group_buy(1, 24)

    loud.announcer.announce([reminder(order)] * 100_000, AFTERNOON)

    assert len(loud.window.shown) == 1
    assert loud.window.shown[0][0].startswith("100,000 orders")
    assert loud.sounds.played == [Sound.STEP]


def test_what_the_rules_hold_back_is_neither_said_nor_heard() -> None:
    loud = Loud()

    loud.announcer.announce([reminder(group_buy(1, 24), holding=Holding(Held.TOO_OFTEN))], AFTERNOON)

    assert loud.window.shown == []
    assert loud.sounds.played == []


def test_the_last_minutes_sound_graver() -> None:
    loud = Loud()

    loud.announcer.announce([reminder(group_buy(1, 5.99), 2)], AFTERNOON)

    assert loud.sounds.played == [Sound.LAST]


def test_what_has_closed_offers_the_queue() -> None:
    loud = Loud()

    loud.announcer.announce([reminder(group_buy(1, -0.1, buyer="小熊猫"), None)], AFTERNOON)

    ((text, _, action, act),) = loud.window.shown
    assert (text, action) == ("小熊猫 ¥128 has closed unpaid", "Show")
    assert act is not None
    act()
    assert loud.opened == 1
    assert loud.sounds.played == [Sound.OVER]


def test_closed_ones_are_counted_beside_those_to_urge() -> None:
    spoken = order_notices.said(
        [reminder(group_buy(1, -0.1), None), reminder(group_buy(2, 24, buyer="阿良"))], AFTERNOON, timedelta()
    )

    assert spoken.text == "阿良 ¥128 · Gentle: closes in 24 min · 1 closed"
    assert spoken.nearest is not None


def test_who_was_named_before_and_was_not_urged_since_is_named_again() -> None:
    loud = Loud()
    early, late = group_buy(1, 20, buyer="小熊猫"), group_buy(2, 24, buyer="阿良")
    loud.announcer.announce([reminder(early)], AFTERNOON)
    loud.waiting["o1"] = early

    loud.announcer.announce([reminder(late)], AFTERNOON)

    assert loud.window.shown[-1][0].startswith("2 orders to urge, next closes in 20 min\n小熊猫")
    assert len(loud.window.awaited) == 1


def test_what_the_agent_put_away_is_not_named_again() -> None:
    loud = Loud()
    early = group_buy(1, 20, buyer="小熊猫")
    loud.announcer.announce([reminder(early)], AFTERNOON)
    loud.waiting["o1"] = early
    loud.window.awaited.clear()

    loud.announcer.announce([reminder(group_buy(2, 24, buyer="阿良"))], AFTERNOON)

    assert "小熊猫" not in loud.window.shown[-1][0]


def test_a_notice_grows_with_the_time_and_goes_when_all_have_paid_or_were_urged() -> None:
    loud = Loud()
    order = group_buy(1, 20, buyer="小熊猫")
    loud.announcer.announce([reminder(order)], AFTERNOON)
    loud.waiting["o1"] = order
    (saying,) = loud.window.heard

    renewed = saying.renewed()
    loud.waiting.clear()

    assert renewed is not None
    assert renewed.text == "小熊猫 ¥128 · Gentle: closes in 19 min"
    assert saying.renewed() is None


def test_what_has_closed_takes_nothing_away_that_is_still_to_be_done() -> None:
    loud = Loud()

    loud.announcer.announce([reminder(group_buy(1, -0.1), None)], AFTERNOON)

    assert [saying.topic for saying in loud.window.heard] == [""]


def test_a_hidden_window_tells_the_tray_no_whole_name() -> None:
    loud = Loud(is_visible=False)

    loud.announcer.announce([reminder(group_buy(1, 24, buyer="小熊猫"))], AFTERNOON)

    assert "小熊猫" not in loud.window.shown[0][0]
    assert "¥128" in loud.window.shown[0][0]


def test_without_sounds_it_is_only_said() -> None:
    loud = Loud(Settings(has_sounds=False))

    loud.announcer.announce([reminder(group_buy(1, 24))], AFTERNOON)

    assert len(loud.window.shown) == 1
    assert loud.sounds.played == []


@pytest.fixture
def office() -> Office:
    return busy()


@pytest.fixture
def cell(qtbot: QtBot, look: Look, office: Office) -> OrderCell:
    made = OrderCell(look)
    qtbot.addWidget(made)
    made.set_room(400)
    made.serve(office.desk(), Ticker(office.time.now, made))
    QApplication.processEvents()
    return made


def test_the_cell_tells_how_many_wait_and_how_long_the_next_has(cell: OrderCell) -> None:
    assert cell.text_shown == "Unpaid 6 · next 04:18"
    assert "小熊猫" in cell.accessibleName()


def test_who_comes_by_the_keyboard_hears_the_time_that_is_left_now(
    cell: OrderCell, office: Office, qtbot: QtBot
) -> None:
    cell.activateWindow()
    cell.clearFocus()
    office.go(seconds=18)

    cell.setFocus()
    qtbot.waitUntil(cell.hasFocus)

    assert "4 min left" in cell.accessibleName()


def test_where_it_is_narrow_the_words_go_first_and_the_digits_never(cell: OrderCell) -> None:
    shown = []
    for room in (cell.wish(), cell.wish() - 1, cell.wish(0), 0):
        cell.set_room(room)
        shown.append(cell.text_shown)

    assert shown == ["Unpaid 6 · next 04:18", "6 · 04:18", "04:18", "04:18"]
    assert cell.sizeHint().width() <= cell.wish(0) + 1


def test_a_second_moves_nothing(cell: OrderCell, office: Office) -> None:
    before = cell.sizeHint()

    cell.tick(office.go(seconds=1))

    assert cell.text_shown == "Unpaid 6 · next 04:17"
    assert cell.sizeHint() == before


def test_when_the_next_has_closed_the_one_after_it_is_told(cell: OrderCell, office: Office) -> None:
    cell.tick(office.go(minutes=4, seconds=20))

    assert cell.text_shown == "Unpaid 5 · next 04:41"


def test_nothing_stands_there_while_no_order_waits(qtbot: QtBot, look: Look) -> None:
    empty = Office()
    made = OrderCell(look)
    qtbot.addWidget(made)

    made.serve(empty.desk(), Ticker(empty.time.now, made))

    assert made.isHidden()
    assert made.wish() == 0


def test_enter_opens_as_a_click_does(cell: OrderCell, qtbot: QtBot) -> None:
    with qtbot.waitSignal(cell.clicked):
        qtbot.keyClick(cell, Qt.Key.Key_Return)


def test_the_cell_asks_for_room_when_it_tells_the_time_in_another_way(qtbot: QtBot, look: Look) -> None:
    office, with_room = Office(), []
    office.put(group_buy(1, 10.02))
    cell = OrderCell(look)
    qtbot.addWidget(cell)
    cell.set_room(400)
    cell.serve(office.desk(), Ticker(office.time.now, cell))
    cell.room_changed.connect(lambda: with_room.append(cell.text_shown))

    cell.tick(office.go(seconds=2))

    assert with_room == ["Unpaid 1 · next 09:59"]
