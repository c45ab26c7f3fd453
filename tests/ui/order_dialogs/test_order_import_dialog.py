from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester

from app.core.changes import NOTHING, Kind
from app.core.orders.incoming.intake import Fate, OrderPlan
from app.core.orders.incoming.reading import OrderReading
from app.core.storage import NotStored, Trouble
from app.services.orders.importing import OrdersImported
from app.ui.dialogs.plan_rows import FATE, PLACE, PROBLEMS, TOLD
from app.ui.order_dialogs import order_import_words
from app.ui.order_dialogs.order_desk import OrderImportDesk
from app.ui.order_dialogs.order_import_dialog import OrderImportDialog
from app.ui.theme import EDGE
from tests.sheets import SHANGHAI
from tests.ui.order_dialogs.exports import plan_of
from tests.ui.order_dialogs.stall import FOX, NOON

FILE = "/shop/ExportOrderList.csv"
ORDERS = frozenset({Kind.ORDERS})


class Room:
    def __init__(self):
        self.fates = tuple(Fate)
        self.applied = []
        self.kept = None
        self.undone = ORDERS
        self.trouble = None
        self.folder = ""
        self.read = []

    def plan(self, file, watch, known):
        assert known == (FOX,)
        self.read.append(file)
        watch.progress(1, 2)
        return plan_of(file, self.fates)

    def apply(self, plan):
        if self.trouble:
            raise NotStored(self.trouble)
        self.applied.append(plan)
        return OrdersImported(replace(plan, rows=plan.rows[: self.kept]), changed=ORDERS)

    def settle(self, plan):
        if self.trouble:
            raise NotStored(self.trouble)
        return plan

    def desk(self):
        return OrderImportDesk(
            known=lambda: (FOX,),
            plan=self.plan,
            settle=self.settle,
            apply=self.apply,
            undo=lambda imported: self.undone,
            watched=lambda: self.folder,
            now=lambda: NOON,
            zone=lambda: SHANGHAI,
        )


@pytest.fixture
def room():
    return Room()


@pytest.fixture
def dialog(qtbot, look, room):
    made = OrderImportDialog(look, room.desk())
    made.changes = []
    made.changed.connect(made.changes.append)
    qtbot.addWidget(made)
    made.show()
    return made


def open_file(qtbot, dialog):
    with qtbot.waitSignal(dialog.worker.done):
        dialog.open_file(FILE)


def take(qtbot, dialog):
    dialog.apply_button.click()
    qtbot.waitUntil(lambda: not dialog._is_taking)


def cells(dialog, column):
    model = dialog.preview.model
    return [model.index(row, column).data() for row in range(model.rowCount())]


def test_an_empty_window_says_what_to_do_and_that_no_folder_is_watched(dialog):
    assert "Drop the platform's order export" in dialog.head.told.text()
    assert "No folder is watched" in dialog.head.watch_told.text()
    assert not dialog.apply_button.isVisible()


def test_the_watched_folder_is_shown_and_its_setting_is_one_click_away(dialog, room, qtbot):
    room.folder = "D:/导出"
    dialog.refresh()

    with qtbot.waitSignal(dialog.settings_wanted):
        dialog.head.watch_button.click()

    assert "D:/导出" in dialog.head.watch_told.text()


def test_what_is_wrong_comes_first_then_what_would_change(qtbot, dialog):
    open_file(qtbot, dialog)

    assert cells(dialog, FATE) == [
        "Not taken over", "Note", "Conflicting", "New", "Paid", "Closed", "Changed", "New, ended already", "Too old",
        "The same",
    ]  # fmt: skip
    assert cells(dialog, PLACE)[0] == "row 11 · 订单编号"
    assert "rounded to 1.23E+18" in cells(dialog, TOLD)[0]
    assert dialog.apply_button.text() == "Take over 5 orders"


def test_a_changed_row_tells_old_and_new_field_by_field(qtbot, dialog):
    open_file(qtbot, dialog)

    dialog.preview.table.setCurrentIndex(dialog.preview.model.index(6, PLACE))
    told = dialog.preview.text.toPlainText()

    assert "amount: ¥38.50 → ¥40" in told
    assert "closes at: 2026-11-14 09:12 → 2026-11-14 10:12" in told


def test_a_fate_can_be_looked_at_alone(qtbot, dialog):
    open_file(qtbot, dialog)

    dialog.preview.filters.pick(PROBLEMS)
    dialog.preview.filters.chosen.emit()

    assert cells(dialog, FATE) == ["Not taken over", "Note"]


def test_taking_over_keeps_it_and_is_taken_back_with_one_button(qtbot, dialog, room):
    open_file(qtbot, dialog)

    take(qtbot, dialog)
    told = dialog.status.text()
    with qtbot.waitSignal(dialog.worker.done):
        dialog.undo_button.click()

    assert len(room.applied) == 1
    assert told.startswith("Taken over: New 1 · Paid 1 · Closed 1")
    assert "Taken back" in dialog.status.text()
    assert dialog.changes == [ORDERS, ORDERS]


def test_ctrl_enter_takes_over_wherever_the_keyboard_is_and_once(qtbot, dialog, room):
    open_file(qtbot, dialog)
    dialog.activateWindow()
    dialog.preview.table.setFocus()
    qtbot.waitUntil(dialog.preview.table.hasFocus)

    qtbot.keyClick(dialog.preview.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(dialog.changes))
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert len(room.applied) == 1


def test_what_was_kept_in_the_end_is_what_is_told(qtbot, dialog, room):
    open_file(qtbot, dialog)
    room.kept = 1

    take(qtbot, dialog)

    assert dialog.status.text() == "Taken over: New 1 · not taken over 1"


def test_orders_that_cannot_be_compared_with_what_is_stored_are_not_shown(qtbot, dialog, room):
    room.trouble = Trouble.LOCKED

    open_file(qtbot, dialog)

    assert dialog.status.text()
    assert not dialog.preview.isVisible()


def test_an_undo_that_came_too_late_is_explained(qtbot, dialog, room):
    open_file(qtbot, dialog)
    take(qtbot, dialog)
    room.undone = NOTHING

    dialog.undo_button.click()

    assert "Ctrl+Z" in dialog.status.text()


def test_a_store_in_trouble_is_told_and_it_can_be_tried_again(qtbot, dialog, room):
    open_file(qtbot, dialog)
    room.trouble = Trouble.LOCKED

    take(qtbot, dialog)

    assert dialog.status.text()
    assert dialog.apply_button.isEnabled()
    assert dialog.changes == []


def test_where_nothing_would_change_there_is_nothing_to_take_over(qtbot, dialog, room):
    room.fates = (Fate.SAME,)

    open_file(qtbot, dialog)

    assert not dialog.apply_button.isEnabled()


def test_the_report_tells_every_row_and_names_no_buyer(qtbot, dialog):
    open_file(qtbot, dialog)

    dialog.copy_button.click()
    report = QGuiApplication.clipboard().text()

    assert len(report.splitlines()) == 11
    assert "row 4\tChanged\tamount, closes at" in report
    assert "row 11 · 订单编号\tNot taken over\tThe order number was rounded to 1.23E+18" in report
    assert not any(name in report for name in ("小猪", "白鲸", "小熊猫", "小狐狸"))


def test_a_dropped_file_is_read(qtbot, dialog, room):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(FILE)])
    event = QDropEvent(
        QPoint(5, 5),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )

    with qtbot.waitSignal(dialog.worker.done):
        dialog.dropEvent(event)

    assert room.read == [FILE]


def test_an_error_of_ours_is_told_and_nothing_is_shown_of_the_file(qtbot, dialog, room):
    dialog._desk = replace(room.desk(), plan=lambda file, watch, known: 1 / 0)

    with qtbot.waitSignal(dialog.worker.failed):
        dialog.open_file(FILE)

    assert "ZeroDivisionError" in dialog.status.text()
    assert not dialog.preview.isVisible()


def test_the_table_keeps_the_rules_of_models(qtbot, dialog):
    QAbstractItemModelTester(dialog.preview.model, QAbstractItemModelTester.FailureReportingMode.Fatal)

    open_file(qtbot, dialog)

    assert dialog.preview.model.rowCount() == 10


def test_every_fate_has_a_word_and_a_place_in_the_sums():
    assert set(order_import_words.SUMMED) == set(Fate)
    assert all(order_import_words.fate(value) for value in Fate)


def test_an_empty_file_says_that_nothing_was_found():
    assert "Nothing was found" in order_import_words.sums(OrderPlan(OrderReading(FILE)), is_done=False)


def test_the_card_that_asks_for_a_file_has_the_same_room_on_all_sides(dialog):
    dialog.show()

    card = dialog.head.drop
    top_left, inside = card.mapTo(dialog, QPoint(0, 0)), dialog._scroll
    assert top_left == QPoint(EDGE, EDGE)
    assert inside.height() - top_left.y() - card.height() == EDGE
