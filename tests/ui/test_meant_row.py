"""What is meant is to be seen above the list, and is taken back with one key."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.core.facts.table import Subject
from app.ui.phrases.meant_row import MeantRow
from app.ui.theme import Look


@pytest.fixture
def row(qtbot: QtBot, look: Look) -> MeantRow:
    row = MeantRow(look)
    qtbot.addWidget(row)
    row.resize(420, 30)
    return row


def test_where_nothing_is_meant_there_is_no_row(row: MeantRow) -> None:
    row.show_names("双11狂欢", "")
    was_shown = not row.isHidden()

    row.show_names("", "")

    assert was_shown
    assert row.isHidden()


def test_each_name_is_shown_and_said_in_full_where_it_has_no_room(row: MeantRow, qtbot: QtBot) -> None:
    long = "折叠收纳箱 大号 加厚四面开门可坐人带轮子，叠起来也能拿，盖子承重80公斤"
    row.show_names("双11狂欢", long)
    row.show()
    qtbot.waitExposed(row)

    activity, product = row.chips
    qtbot.waitUntil(lambda: product.text().endswith("…"))
    assert activity.text() == "双11狂欢"
    assert long in product.toolTip()
    qtbot.waitUntil(lambda: activity.geometry().right() < product.geometry().left())


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Delete, Qt.Key.Key_Space])
def test_one_key_takes_it_back_and_the_search_gets_the_keyboard(row: MeantRow, qtbot: QtBot, key: Qt.Key) -> None:
    row.show_names("双11狂欢", "保温杯")
    row.show()
    qtbot.waitExposed(row)
    told: list[object] = []
    row.taken_back.connect(told.append)
    row.left.connect(lambda: told.append("left"))

    qtbot.keyClick(row.chips[1], key)

    assert told == ["left", Subject.PRODUCT]


def test_escape_only_goes_back_to_the_search(row: MeantRow, qtbot: QtBot) -> None:
    row.show_names("双11狂欢", "")
    row.show()
    told: list[object] = []
    row.taken_back.connect(told.append)

    with qtbot.waitSignal(row.left):
        qtbot.keyClick(row.chips[0], Qt.Key.Key_Escape)

    assert told == []
