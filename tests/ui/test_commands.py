"""Every command of the window by its name in the search, and keys that never mean two things."""

import inspect

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from pytestqt.qtbot import QtBot

from app.front.desk import readings
from app.ui import keys
from app.ui.commands import table
from app.ui.commands.listing import COMMAND
from app.ui.orders import menu as order_menu
from app.ui.sheet_panel import sheet_menu
from app.ui.window import menu, named_deeds
from tests.ui.conftest import OpenDesk
from tests.ui.desk import Desk


@pytest.fixture
def desk(open_desk: OpenDesk) -> Desk:
    desk = open_desk().serve()
    desk.window.serve_commands(readings)
    desk.inside.search.setFocus()
    return desk


def offered(desk: Desk) -> list[str]:
    """The names of the commands in sight."""
    commanding = desk.inside.panel.commanding
    assert commanding is not None
    model = commanding.list.commands
    return [model.index(row, 0).data(COMMAND).name for row in range(model.rowCount())]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        (">hando", "handover"),
        (">jiaojie", "handover"),
        (">jj", "handover"),
        ("》交接", "handover"),
        ("＞report", "report"),
        (">baobiao", "report"),
        (">发布", "publish"),
        (">daorudd", "import_orders"),
        (">settings", "settings"),
        (">shezhi", "settings"),
        (">退出", "quit"),
    ],
)
def test_a_command_is_found_by_a_few_letters_in_either_language(desk: Desk, typed: str, name: str) -> None:
    desk.inside.search.setText(typed)

    assert name in offered(desk)[:3]


def test_the_sign_alone_shows_every_command_with_its_key(desk: Desk) -> None:
    desk.inside.search.setText(">")

    commanding = desk.inside.panel.commanding
    assert commanding is not None
    assert commanding.list.isVisible()
    assert len(offered(desk)) == len(list(table.every(is_paused=False)))
    rows = [commanding.list.commands.item(row).text() for row in range(commanding.list.commands.rowCount())]
    assert "Hand over the shift… Ctrl+H" in rows


def test_enter_does_it_and_leaves_the_search_empty(desk: Desk, qtbot: QtBot) -> None:
    desk.inside.search.setText(">report")

    with qtbot.waitSignal(desk.window.report_wanted, timeout=5_000):
        qtbot.keyClick(desk.inside.search, Qt.Key.Key_Return)

    assert desk.inside.search.text() == ""
    assert desk.inside.panel.list.isVisible()


def test_arrows_choose_another_one_while_the_keyboard_stays_in_the_search(desk: Desk, qtbot: QtBot) -> None:
    desk.inside.search.setText(">")
    commanding = desk.inside.panel.commanding
    assert commanding is not None

    qtbot.keyClick(desk.inside.search, Qt.Key.Key_Down)

    assert commanding.list.currentIndex().row() == 1


def test_a_click_does_what_it_is_on(desk: Desk, qtbot: QtBot) -> None:
    desk.inside.search.setText(">settings")
    commanding = desk.inside.panel.commanding
    assert commanding is not None
    at = commanding.list.visualRect(commanding.list.commands.index(0, 0)).center()

    with qtbot.waitSignal(desk.window.settings_wanted, timeout=5_000):
        qtbot.mouseClick(commanding.list.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_while_commands_are_looked_for_no_phrase_is_pasted_deleted_or_made(desk: Desk, qtbot: QtBot) -> None:
    heard: list[str] = []
    for name in ("paste_wanted", "copy_wanted", "edit_wanted"):
        getattr(desk.window, name).connect(lambda _id, name=name: heard.append(name))
    desk.inside.search.setText(">zzzz")

    for key in (Qt.Key.Key_Return, Qt.Key.Key_Delete):
        qtbot.keyClick(desk.inside.search, key)

    assert heard == []
    assert "zzzz" in desk.inside.panel.blank.sentence


def test_its_key_gets_the_keyboard_for_the_name_of_a_command(desk: Desk, qtbot: QtBot) -> None:
    qtbot.keyClick(
        desk.inside.search, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )

    assert desk.inside.search.text() == ">"


def test_what_is_paused_can_be_turned_on_by_name(desk: Desk) -> None:
    words = [
        next(each.words for each in table.every(is_paused=is_paused) if each.name == "pause")
        for is_paused in (False, True)
    ]

    assert words == ["Pause hotkeys", "Turn hotkeys on"]


def test_whatever_the_menu_of_the_window_offers_can_be_commanded(desk: Desk) -> None:
    desk.inside.search.setText(">")
    built = inspect.getsource(menu.WindowMenu)

    names = {name for name in desk.inside._deeds if f'"{name}")' in built}

    assert {"sources", "publish", "updates", "quit"} <= names
    assert names - set(offered(desk)) - {"commands"} == set()


def test_every_command_has_words_to_be_found_by_in_both_languages() -> None:
    own = {each.name for each in table.every(is_paused=False)}
    named = {name for name in own if not name.startswith(("place_", "mode_", "dock_"))}

    assert named == set(table.ALSO)
    assert [name for name, words in table.ALSO.items() if words.isascii()] == []


def test_no_key_of_the_window_means_two_things() -> None:
    chords = [QKeySequence(each.chord).toString() for each in keys.KEYS if "…" not in each.chord]
    others = [f"Ctrl+{number}" for number in range(1, 6)] + [f"Ctrl+Shift+{number}" for number in range(1, 5)]

    assert len(set(chords)) == len(chords)
    assert set(chords) & {*others, *(f"Alt+{digit}" for digit in range(10))} == set()


def test_a_key_of_a_place_that_the_window_has_too_does_the_same_there() -> None:
    """A chord of the window never gets to a place but under its own name."""
    window = {each.chord: each.name for each in keys.KEYS if each.is_bound}
    same = {"paste_text": "", "copy": ""}
    places = (order_menu.OF_QUEUE, order_menu.OF_PAID, order_menu.OF_PROMISES, sheet_menu.KEYS)

    for place in places:
        for name, chord in place.items():
            assert window.get(chord, name) == name or name in same, (name, chord)


def test_a_letter_alone_is_a_key_nowhere() -> None:
    places = (order_menu.OF_QUEUE, order_menu.OF_PAID, order_menu.OF_PROMISES, sheet_menu.KEYS)

    assert [chord for place in places for chord in place.values() if len(chord) == 1 and chord.isalnum()] == []


def test_every_deed_of_the_window_that_is_not_about_a_row_is_a_command(desk: Desk) -> None:
    about_rows = {"edit", "duplicate", "pin", "move", "rename_group", "act", "sold_out", "menu", "commands", "no_news"}
    named = set(named_deeds.named_deeds(desk.inside, desk.window))

    assert named - about_rows - {each.name for each in table.every(is_paused=False)} == set()
