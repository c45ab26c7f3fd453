from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QCursor, QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.core.facts.templates import questions
from app.core.phrases.pasting import NotPasted, Pasted, Reason
from app.core.settings import Edge, Settings
from app.core.window_choices import ChatWindow, Mode, PopupAt
from app.front.desk import readings
from app.ui.palette import Tone
from app.ui.rail import Place
from app.ui.theme import Scale
from app.ui.window import menu as window_menu
from tests.ui.conftest import OpenDesk
from tests.ui.desk import Desk, phrases

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def in_mode(open_desk: OpenDesk) -> Callable[..., Desk]:
    """A window that starts in a mode."""

    def begin(mode: Mode, **fields: object) -> Desk:
        desk = open_desk(settings=Settings(edge=Edge.NONE, mode=mode, **fields)).serve()  # type: ignore[arg-type]
        rest()
        return desk

    return begin


def rest() -> None:
    """Let what is done a moment later be done."""
    for _ in range(5):
        QApplication.processEvents()


def typed(desk: Desk, qtbot: QtBot, text: str) -> None:
    desk.window.open_search()
    qtbot.keyClicks(desk.inside.search, text)
    rest()


def send(desk: Desk, key: Qt.Key) -> None:
    text = "\r" if key is Qt.Key.Key_Return else chr(key).lower()
    event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text)
    QApplication.sendEvent(desk.inside.search, event)


def test_a_compact_window_is_search_and_strip(in_mode: Callable[..., Desk]) -> None:
    desk = in_mode(Mode.COMPACT)

    assert desk.window.height() < 100
    assert desk.window.width() == 300
    assert desk.inside.search.isVisible()
    assert desk.inside.strip.isVisible()
    assert not desk.inside.panel.list.isVisible()


def test_the_list_of_a_compact_window_opens_while_one_types_and_is_as_high_as_its_rows(
    in_mode: Callable[..., Desk], qtbot: QtBot
) -> None:
    desk = in_mode(Mode.COMPACT)

    typed(desk, qtbot, "cf")
    two = desk.window.height()
    qtbot.keyClicks(desk.inside.search, "5")
    rest()

    assert desk.inside.panel.list.isVisible()
    assert two - desk.window.height() == desk.inside.look.scale.row


def test_one_row_leaves_a_notice_all_its_lines_in_a_compact_window(in_mode: Callable[..., Desk], qtbot: QtBot) -> None:
    desk = in_mode(Mode.COMPACT)
    for text in ("zzqq", ">"):  # what stood in the place of the list takes no room behind it
        typed(desk, qtbot, text)
        desk.inside.search.clear()
        rest()
    desk.inside.notice.say("5 orders to urge\nsomebody, and somebody else", Tone.SOON, "Urge (Alt+Enter)", lambda: None)

    typed(desk, qtbot, "cf5")

    said = desk.inside.notice.findChild(QLabel, "said")
    qtbot.waitUntil(lambda: said.height() >= said.heightForWidth(said.width()))
    assert desk.inside.panel.list.height() <= desk.inside.look.scale.row + 2


def test_a_compact_window_is_as_high_as_the_commands_that_are_found(in_mode: Callable[..., Desk], qtbot: QtBot) -> None:
    desk = in_mode(Mode.COMPACT)
    desk.window.serve_commands(readings)

    typed(desk, qtbot, ">")

    qtbot.waitUntil(lambda: desk.window.height() == 460)
    assert desk.inside.panel.is_commanding


def test_enter_right_behind_the_letters_pastes_from_a_compact_window(
    in_mode: Callable[..., Desk], qtbot: QtBot
) -> None:
    desk = in_mode(Mode.COMPACT)
    desk.window.open_search()

    with qtbot.waitSignal(desk.window.paste_wanted, timeout=1):
        for key in (Qt.Key.Key_C, Qt.Key.Key_F, Qt.Key.Key_Return):  # in one go, as a busy computer hands them on
            send(desk, key)


def test_a_compact_window_is_never_higher_than_so_much(in_mode: Callable[..., Desk], qtbot: QtBot) -> None:
    desk = in_mode(Mode.COMPACT)

    desk.window.open_search()
    qtbot.keyClick(desk.inside.search, Qt.Key.Key_Down)
    rest()

    assert desk.inside.panel.list.isVisible()
    assert desk.window.height() <= 460


def test_a_compact_window_folds_up_when_the_search_is_left(in_mode: Callable[..., Desk], qtbot: QtBot) -> None:
    desk = in_mode(Mode.COMPACT)
    typed(desk, qtbot, "cf")

    for _ in range(2):
        qtbot.keyClick(desk.inside.search, Qt.Key.Key_Escape)
    rest()

    assert desk.window.height() < 100
    assert desk.wishes.of("left_search") == [True]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Delete])
def test_a_key_that_means_a_row_does_nothing_to_a_row_that_cannot_be_seen(
    in_mode: Callable[..., Desk], qtbot: QtBot, key: Qt.Key
) -> None:
    desk = in_mode(Mode.COMPACT)
    before = desk.ids()
    desk.window.open_search()

    qtbot.keyClick(desk.inside.search, key)
    rest()

    assert desk.wishes.of("paste_wanted") == []
    assert desk.ids() == before


def test_a_digit_opens_the_folded_list_and_pastes_when_it_is_seen(in_mode: Callable[..., Desk], qtbot: QtBot) -> None:
    desk = in_mode(Mode.COMPACT)
    desk.window.open_search()

    qtbot.keyClick(desk.inside.search, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    rest()
    unseen = desk.wishes.of("paste_wanted")
    qtbot.keyClick(desk.inside.search, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)

    assert unseen == []
    assert desk.wishes.of("paste_wanted") == ["gentle"]


@pytest.mark.parametrize("letter", "edp")
def test_a_deed_opens_the_folded_list_first(in_mode: Callable[..., Desk], qtbot: QtBot, letter: str) -> None:
    desk = in_mode(Mode.COMPACT)
    desk.window.open_search()
    before = desk.ids()

    key = Qt.Key(ord(letter.upper()))
    qtbot.keyClick(desk.inside.search, key, Qt.KeyboardModifier.ControlModifier)
    rest()

    assert desk.ids() == before
    assert desk.wishes.of("edit_wanted") == []
    assert desk.inside.panel.list.isVisible()


def test_a_compact_window_says_a_notice_without_opening_the_list(in_mode: Callable[..., Desk], qtbot: QtBot) -> None:
    desk = in_mode(Mode.COMPACT)
    before = desk.window.height()

    desk.window.show_notice("Copied.", Tone.OK)
    rest()
    said = desk.window.height()
    desk.inside.notice.clear()
    rest()

    assert before < said < before + 120
    assert not desk.inside.panel.list.isVisible()
    assert desk.window.height() == before


def test_a_column_that_says_something_is_folded_up_to_search_notice_and_strip(in_mode: Callable[..., Desk]) -> None:
    desk = in_mode(Mode.COLUMN)
    desk.window.show_notice("Copied.", Tone.OK, "Undo", lambda: None)
    rest()

    desk.inside.modes.switch(Mode.COMPACT)
    rest()

    assert desk.inside.notice.isVisible()
    assert desk.window.height() < 200


def test_places_that_are_not_in_sight_make_a_compact_window_no_higher(in_mode: Callable[..., Desk]) -> None:
    desk = in_mode(Mode.COMPACT)
    tall = QLabel("word " * 400)
    tall.setWordWrap(True)
    tall.setMinimumHeight(500)

    desk.inside.add_place(Place("tall", "timers", lambda: "Tall"), tall)
    desk.inside.modes.apply()
    desk.window.show_notice("Copied.", Tone.OK)
    rest()

    assert desk.window.height() < 200
    assert not desk.inside.rail.isVisible()


def test_another_place_opens_in_a_compact_window_with_the_rail_beside_it(in_mode: Callable[..., Desk]) -> None:
    desk = in_mode(Mode.COMPACT)
    desk.inside.add_place(Place("other", "timers", lambda: "Other"), QLabel("other"))
    desk.inside.modes.apply()

    desk.inside.rail.open("other")
    rest()
    opened, has_rail = desk.window.height(), desk.inside.rail.isVisible()
    desk.window.open_search()
    desk.window.focus.give_back()
    rest()

    assert opened == 460
    assert has_rail
    assert desk.window.height() < 100


def test_a_compact_window_asks_its_questions_in_sight(in_mode: Callable[..., Desk], qtbot: QtBot) -> None:
    desk = in_mode(Mode.COMPACT)
    phrase = phrases()[0]

    desk.window.ask(phrase, questions(phrase.body), {})
    rest()

    assert desk.inside.panel.questions.isVisible()
    assert desk.window.height() >= desk.inside.layout().totalMinimumSize().height()


def test_opening_and_folding_up_is_not_remembered_as_a_place(in_mode: Callable[..., Desk], qtbot: QtBot) -> None:
    desk = in_mode(Mode.COMPACT)

    typed(desk, qtbot, "cf")
    desk.window.settled.emit()
    desk.window.settled.emit()

    assert desk.preferences.current.places == {}


def test_each_mode_has_a_place_of_its_own(in_mode: Callable[..., Desk], qtbot: QtBot) -> None:
    desk = in_mode(Mode.COLUMN)
    window = desk.window
    window.is_fresh = False
    window.setGeometry(QRect(200, 40, 360, 600))
    window.settled.emit()

    desk.inside.modes.switch(Mode.COMPACT)
    rest()
    compact = window.geometry()
    desk.inside.modes.switch(Mode.COLUMN)

    assert compact.height() < 100
    assert window.geometry() == QRect(200, 40, 360, 600)


@pytest.mark.parametrize(("number", "mode"), list(enumerate(Mode, start=1)))
def test_a_key_turns_a_mode_on_and_it_is_remembered(desk: Desk, qtbot: QtBot, number: int, mode: Mode) -> None:
    desk.window.open_search()

    qtbot.keyClick(desk.inside.search, Qt.Key(ord(str(number))), CTRL_SHIFT)

    assert desk.preferences.current.mode is mode


def test_the_menu_ticks_the_mode_that_is_on(desk: Desk) -> None:
    desk.inside.modes.switch(Mode.WIDE)

    menu = desk.inside._menu.build(desk.inside, desk.window.settings, is_paused=False)

    ticked = {action.text().split("\t")[0] for action in menu.actions() if action.isChecked()}
    assert window_menu.modes()[Mode.WIDE] in ticked


def test_every_part_of_a_window_can_be_hit_however_small_the_letters() -> None:
    assert [Scale(factor).target for factor in (0.9, 1.0, 1.3)] == [28, 28, 36]


def test_a_popup_goes_when_the_keyboard_goes(in_mode: Callable[..., Desk]) -> None:
    desk = in_mode(Mode.POPUP)
    desk.window.open_search()

    desk.window.focus.give_back()

    assert not desk.window.isVisible()


def test_the_hotkey_sends_an_open_popup_away(in_mode: Callable[..., Desk]) -> None:
    desk = in_mode(Mode.POPUP)
    desk.window.open_search()

    desk.window.open_search()

    assert not desk.window.isVisible()
    assert desk.wishes.of("left_search") == [True]


def test_a_popup_goes_after_the_paste_and_comes_back_to_say_what_went_wrong(in_mode: Callable[..., Desk]) -> None:
    desk = in_mode(Mode.POPUP)

    desk.window.show_outcome(Pasted("gentle", "亲"), phrases()[0])
    was_away = not desk.window.isVisible()
    desk.window.show_outcome(NotPasted(Reason.TARGET_MOVED, "gentle", "亲"), phrases()[0])

    assert was_away
    assert desk.window.isVisible()
    assert desk.inside.notice.text


def test_a_popup_comes_up_in_the_middle_each_time_wherever_it_was_left(in_mode: Callable[..., Desk]) -> None:
    desk = in_mode(Mode.POPUP)
    first = desk.window.geometry()
    desk.window.hide()
    desk.window.move(3, 3)

    desk.window.show()

    area = desk.window.screen().availableGeometry()
    assert desk.window.geometry() == first
    assert abs(first.center().x() - area.center().x()) <= 1


def test_a_popup_may_come_up_at_the_pointer(in_mode: Callable[..., Desk]) -> None:
    desk = in_mode(Mode.POPUP, popup_at=PopupAt.POINTER)
    desk.window.hide()
    QCursor.setPos(100, 50)

    desk.window.show()

    assert desk.window.geometry().topLeft().manhattanLength() < 400
    assert desk.window.screen().availableGeometry().contains(desk.window.geometry())


def test_beside_a_chat_the_window_stands_where_the_chat_does(desk: Desk) -> None:
    berth = desk.window.berth
    before = desk.window.geometry()

    berth.follow(QRect(20, 30, 300, 500))
    beside = desk.window.geometry()
    berth.follow(None)

    assert berth.is_beside_chat is False
    assert beside == QRect(322, 30, 360, 500)
    assert desk.window.geometry() == before
    assert desk.preferences.current.places == {}


def test_a_window_that_is_taken_away_from_the_chat_parts_from_it(desk: Desk, qtbot: QtBot) -> None:
    berth, window = desk.window.berth, desk.window
    berth.follow(QRect(20, 30, 200, 500))
    window.is_fresh = False
    window.setGeometry(QRect(430, 60, 340, 500))

    with qtbot.waitSignal(berth.parted):
        window.settled.emit()

    assert not berth.is_beside_chat
    assert window.geometry().left() == 430


def test_a_window_that_is_let_go_near_the_chat_stays_beside_it(desk: Desk) -> None:
    berth, window = desk.window.berth, desk.window
    berth.follow(QRect(20, 30, 300, 500))
    window.is_fresh = False
    window.setGeometry(QRect(350, 60, 400, 450))

    window.settled.emit()

    assert berth.is_beside_chat
    assert window.geometry() == QRect(322, 30, 400, 500), "its new width is kept"


def test_no_room_beside_the_chat_is_told_once_as_it_begins(desk: Desk) -> None:
    told: list[bool] = []
    desk.window.berth.squeezed.connect(told.append)

    for width in (790, 780, 300):
        desk.window.berth.follow(QRect(0, 0, width, 780))

    assert told == [True, False]


def test_the_chat_is_wanted_by_key(desk: Desk, qtbot: QtBot) -> None:
    desk.window.open_search()

    with qtbot.waitSignal(desk.window.chat_wanted):
        qtbot.keyClick(desk.inside.search, Qt.Key.Key_D, CTRL_SHIFT)


def test_an_unknown_chat_is_none() -> None:
    assert not ChatWindow().is_chosen
