from decimal import Decimal

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication

from app.core.sheet.activities import Transit
from app.ui.dialogs.tab_order import neighbour, stops
from app.ui.sheet_dialogs.activity_rows import GiftRow, TransitRow
from app.ui.sheet_dialogs.entry_cells import Reading
from app.ui.sheet_dialogs.entry_rows import Rows

ALT = Qt.KeyboardModifier.AltModifier
DAYS = (Transit("城市", 3, 5), Transit("县城", 4, 6), Transit("乡镇", 5, 8))


@pytest.fixture
def rows(qtbot, look):
    made = Rows(look, lambda: TransitRow(look), lambda: "Add", has_order=True)
    qtbot.addWidget(made)
    made.put(DAYS)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def regions(rows):
    return [each.region.content.text() for each in rows.rows]


def press(widget, key, held=ALT):
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, key, held))


def test_rows_are_read_back_as_they_were_put(rows):
    assert rows.read(Reading()) == DAYS


def test_enter_in_the_last_row_adds_one_and_in_another_goes_to_the_next(qtbot, rows):
    rows.rows[1].note.content.setFocus()
    qtbot.keyClick(rows.rows[1].note.content, Qt.Key.Key_Return)
    after_second = rows.focusWidget()

    qtbot.keyClick(rows.rows[2].note.content, Qt.Key.Key_Return)

    assert after_second is rows.rows[2].region.content
    assert len(rows.rows) == 4
    assert rows.focusWidget() is rows.rows[3].region.content


def test_enter_in_an_empty_last_row_adds_no_second_empty_one(qtbot, rows):
    made = rows.add()

    qtbot.keyClick(made.region.content, Qt.Key.Key_Return)

    assert len(rows.rows) == 4


def test_enter_belongs_to_the_input_method_while_it_composes(qtbot, rows):
    line = rows.rows[2].region.content
    QApplication.sendEvent(line, QInputMethodEvent("xiang", []))

    qtbot.keyClick(line, Qt.Key.Key_Return)

    assert len(rows.rows) == 3


def test_a_row_is_removed_and_put_back_by_keys_with_what_stood_in_it(qtbot, rows):
    rows.rows[1].days_to.content.setText("9?")
    rows.rows[1].days_to.content.setFocus()

    qtbot.keyClick(rows.rows[1].days_to.content, Qt.Key.Key_Delete, ALT)
    without, told = regions(rows), rows._gone.text()
    qtbot.keyClick(rows.focusWidget(), Qt.Key.Key_Z, ALT)

    assert without == ["城市", "乡镇"]
    assert told == "Removed “县城”."
    assert regions(rows) == ["城市", "县城", "乡镇"]
    assert rows.rows[1].days_to.content.text() == "9?"
    assert not rows.undo_button.isVisible()


def test_several_removed_rows_come_back_one_after_the_other(rows):
    for _ in range(3):
        rows.rows[0].away.click()
    gone = regions(rows)
    for _ in range(3):
        rows.undo_button.click()

    assert gone == []
    assert sorted(regions(rows)) == sorted(["城市", "县城", "乡镇"])


def test_a_row_is_moved_by_keys_and_keeps_the_keyboard(qtbot, rows):
    line = rows.rows[2].region.content
    line.setFocus()

    qtbot.keyClick(line, Qt.Key.Key_Up, ALT)

    assert regions(rows) == ["城市", "乡镇", "县城"]
    assert rows.focusWidget() is line


def test_the_first_row_does_not_move_further_up(rows):
    rows.shift(rows.rows[0], -1)

    assert regions(rows) == ["城市", "县城", "乡镇"]
    assert not rows.rows[0].up.isEnabled()


def test_a_list_without_an_order_has_no_arrows(qtbot, look):
    rows = Rows(look, lambda: GiftRow(look), lambda: "Add")
    qtbot.addWidget(rows)
    rows.add()
    rows.add()
    rows.show()

    assert not any(each.up.isVisible() for each in rows.rows)


def test_tab_walks_the_rows_as_the_eye_does_after_adding_and_moving(rows):
    rows.add()
    rows.shift(rows.rows[2], -1)

    walked = list(stops(rows))
    expected = [each.region.content for each in rows.rows]

    at = [walked.index(line) for line in expected]
    assert at == sorted(at)
    assert walked[-1] is rows.add_button
    focus = rows.rows[0].region.content
    focus.setFocus()
    seen = []
    for _ in range(len(walked)):
        seen.append(rows.focusWidget())
        neighbour(rows, 1).setFocus()
    assert list(dict.fromkeys(each for each in seen if each in expected)) == expected


def test_what_is_wrong_in_a_row_is_told_and_the_others_are_read(rows):
    rows.rows[1].days_from.content.setText("vier")
    reading = Reading()

    read = rows.read(reading)

    assert read == (DAYS[0], DAYS[2])
    assert [(cell, fault.rule) for cell, fault in reading.refused] == [(rows.rows[1].days_from, "not_a_count")]
    assert rows.cell(["1", "region"]) is rows.rows[2].region


def test_a_gift_without_an_amount_is_told_what_it_lacks(look, qtbot):
    row = GiftRow(look)
    qtbot.addWidget(row)
    row.name.content.setText("迷你盒")
    reading = Reading()

    assert row.read(reading) is None
    assert [(cell, fault.rule) for cell, fault in reading.refused] == [(row.threshold, "empty")]


def test_a_line_shows_what_was_understood_when_it_is_left(look, qtbot):
    row = GiftRow(look)
    qtbot.addWidget(row)
    row.threshold.content.setText("¥1,680.0元")

    row.threshold.content.editingFinished.emit()

    assert row.threshold.content.text() == "1680"
    assert row.threshold.input.read() == Decimal(1680)
