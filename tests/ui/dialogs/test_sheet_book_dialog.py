from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester

from app.core.changes import Kind
from app.core.imports.reading import Spot
from app.core.sheet.book import SENTENCES, SheetProblem
from app.core.sheet.products import Product
from app.core.storage import UNWRITTEN, NotWritten, Trouble
from app.ui import sentences
from app.ui.dialogs.plan_rows import FATE, PLACE, PROBLEMS, TOLD
from app.ui.sheet_dialogs import book_words
from app.ui.sheet_dialogs.book_dialog import SheetBookDialog
from tests.services.sheet.test_importing import Room

BAD_DAY = SheetProblem(Spot("a.xlsx", "阶段", 4, "开始时间"), "no_such_day", ("2026-02-30",))
ODD_COLUMN = SheetProblem(Spot("a.xlsx", "商品", 1, "F"), "column_unknown", ("负责人",), is_hint=True)


@pytest.fixture
def room():
    made = Room()
    made.books.entries = (replace(made.product(), size="很大"), Product("new", "雨伞"))
    made.books.problems = (ODD_COLUMN, BAD_DAY)
    return made


@pytest.fixture
def dialog(qtbot, look, room):
    made = SheetBookDialog(look, room.service)
    made.changes = []
    made.changed.connect(made.changes.append)
    qtbot.addWidget(made)
    made.show()
    return made


def open_file(qtbot, dialog, file="/shop/双11.xlsx"):
    with qtbot.waitSignal(dialog.worker.done):
        dialog.open_file(Path(file))


def cells(dialog, column):
    model = dialog.preview.model
    return [model.index(row, column).data() for row in range(model.rowCount())]


def test_an_empty_window_says_what_to_do(dialog):
    assert "Drop a workbook" in dialog.head.told.text()
    assert not dialog.preview.isVisible()
    assert not dialog.apply_button.isVisible()


def test_what_is_wrong_comes_first_then_what_would_change_old_and_new(qtbot, dialog, room):
    was = room.product().size

    open_file(qtbot, dialog)

    assert cells(dialog, FATE) == ["Not taken over", "Note", "Changed", "New"]
    assert cells(dialog, PLACE)[:2] == ["阶段 · row 4 · 开始时间", "商品 · row 1 · F"]
    assert cells(dialog, TOLD)[0] == "The day 2026-02-30 does not exist."
    assert f"Size: {was} → 很大" in cells(dialog, TOLD)[2]
    assert dialog.apply_button.text() == "Take over 2 entries"
    assert room.product().size == was


def test_taking_over_keeps_it_tells_the_backup_and_is_taken_back_with_one_button(qtbot, dialog, room):
    before = room.sheet.sheet
    open_file(qtbot, dialog)

    dialog.apply_button.click()
    after = room.sheet.sheet
    told = dialog.status.text()
    with qtbot.waitSignal(dialog.worker.done):
        dialog.undo_button.click()

    assert after.products["new"].name == "雨伞"
    assert "1 added, 1 changed" in told
    assert room.backups.all()[0].name in told
    assert room.sheet.sheet == before
    assert [Kind.SHEET in kinds for kinds in dialog.changes] == [True, True]
    assert "Taken back" in dialog.status.text()


def test_an_undo_that_came_too_late_is_explained(qtbot, dialog, room):
    open_file(qtbot, dialog)
    dialog.apply_button.click()
    room.sheet.delete(["new"])

    dialog.undo_button.click()

    assert "Ctrl+Z" in dialog.status.text()
    assert room.product().size == "很大"


def test_a_plan_that_was_overtaken_is_read_again_and_said_so(qtbot, dialog, room):
    open_file(qtbot, dialog)
    room.sheet.save(replace(room.product(), size="很小"))

    with qtbot.waitSignal(dialog.worker.done):
        dialog.apply_button.click()

    assert "changed meanwhile" in dialog.status.text()
    assert "很小 → 很大" in cells(dialog, TOLD)[2]


def test_a_store_in_trouble_is_told_and_nothing_is_lost(qtbot, dialog, room):
    open_file(qtbot, dialog)
    room.store.trouble = Trouble.FULL

    dialog.apply_button.click()

    assert dialog.status.text()
    assert dialog.apply_button.isVisible()
    assert dialog.changes == []


def test_chips_narrow_the_rows_and_show_only_what_there_is(qtbot, dialog):
    open_file(qtbot, dialog)

    dialog.preview.filters.pick(PROBLEMS)
    dialog.preview.filters.chosen.emit()

    assert cells(dialog, FATE) == ["Not taken over", "Note"]


def test_a_workbook_that_says_nothing_new_has_nothing_to_take_over(qtbot, dialog, room):
    room.books.entries, room.books.problems = (room.product(),), ()

    open_file(qtbot, dialog)

    assert not dialog.apply_button.isEnabled()
    assert "0 new, 0 changed, 1 already here." in dialog.status.text()


def test_a_dropped_file_is_read(qtbot, dialog):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile("/shop/双11.xlsx")])
    drop = QDropEvent(
        QPoint(5, 5), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )

    with qtbot.waitSignal(dialog.worker.done):
        dialog.dropEvent(drop)

    assert dialog.head.told.text() == "双11.xlsx"


def test_a_template_and_an_export_are_written_where_the_agent_says(dialog, room):
    dialog.head.template_wanted.emit("/shop/模板.xlsx")
    template = dialog.status.text()
    dialog.head.export_wanted.emit("/shop/全部.xlsx")

    assert [written[0] for written in room.books.written] == ["/shop/模板.xlsx", "/shop/全部.xlsx"]
    assert template == "Written: 模板.xlsx"
    assert "3 parts" in dialog.status.text()


def test_a_file_that_is_open_elsewhere_is_told(dialog, room, monkeypatch):
    def held(path):
        raise NotWritten(path, Trouble.LOCKED)

    monkeypatch.setattr(room.service, "export", held)

    dialog.export("/shop/全部.xlsx")

    assert "全部.xlsx is open in another program" in dialog.status.text()


def test_the_report_holds_every_row_with_its_place(qtbot, dialog):
    open_file(qtbot, dialog)

    dialog.copy_button.click()

    report = QGuiApplication.clipboard().text()
    assert "阶段 · row 4 · 开始时间\tNot taken over\tThe day 2026-02-30 does not exist." in report
    assert "很大" in report


def test_the_model_keeps_the_promises_of_a_model(qtbot, dialog):
    QAbstractItemModelTester(dialog.preview.model, QAbstractItemModelTester.FailureReportingMode.Fatal)

    open_file(qtbot, dialog)
    dialog.preview.model.narrow("problems")

    assert dialog.preview.model.rowCount() == 2


def test_every_rule_of_the_workbook_has_its_sentence_word_for_word():
    assert book_words.PROBLEMS == SENTENCES
    assert sentences.UNWRITTEN == UNWRITTEN
