import itertools
import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QStyleOptionViewItem

from app.core.imports.plan import Conflict, Fate, Plan, Row
from app.core.imports.reading import (
    SENTENCES,
    UNWATCHED,
    BadFile,
    Cancelled,
    Found,
    Problem,
    Reading,
    Reason,
    Severity,
    Spot,
    Table,
)
from app.core.phrases.phrase import Phrase
from app.core.storage import Trouble
from app.formats.phrases import reading
from app.services.phrases.importing import Import
from app.ui.import_dialogs import import_words
from app.ui.import_dialogs.import_dialog import ImportDialog
from app.ui.import_dialogs.import_reasons import REASONS
from app.ui.import_dialogs.import_rows import FATE, GROUP, LINE, REASON, TITLE, ImportRows
from app.ui.palette import Tone
from tests.fakes import FakeBackups, FakeClock, FakePhrases

HEADERS = ("编码", "短语", "分组")


class Files:
    """Files that exist only here: three rows, one of them too long, in a table of three columns."""

    def __init__(self):
        self.columns = []
        self.formats = []

    def read(self, path, watch=UNWATCHED, columns=None, format_name=""):
        self.formats.append(format_name)
        self.columns.append(dict(columns or {}))
        if path.endswith("bad.xls"):
            return [BadFile(Spot(path, "", 17), Reason.BROKEN, ("a row",))]
        found = (
            Found("亲，您好 /:^_^", Spot(path, "", 2), "欢迎", ("售前",), ("hy",)),
            Found("马上发货", Spot(path, "", 3), "发货", ("物流",), ("fh",)),
        )
        problems = (Problem(Spot(path, "", 4), Reason.BODY_TOO_LONG, Severity.SKIPPED, (), 20_000),)
        table = Table("", HEADERS, {"编码": "code", "短语": "body", "分组": "group"}, (("hy", "亲，您好", "售前"),))
        return [Reading("qianniu", path, found, problems, (table,))]


class World:
    def __init__(self):
        self.files = Files()
        self.store = FakePhrases()
        self.backups = FakeBackups()
        self.remembered = {}
        self.changes = []
        ids = itertools.count(1)
        self.importing = Import(self.files.read, self.store, self.backups, FakeClock(), lambda: f"n{next(ids)}")

    def remember(self, columns):
        self.remembered = columns


@pytest.fixture
def world():
    return World()


@pytest.fixture
def dialog(qtbot, look, world):
    made = ImportDialog(look, world.importing, lambda: world.remembered, world.remember, lambda: [("物流",)])
    made.changed.connect(world.changes.append)
    qtbot.addWidget(made)
    made.show()
    return made


def open_files(qtbot, dialog, *paths):
    with qtbot.waitSignal(dialog.worker.done):
        dialog.open_files(paths or ("短语.csv",))


def words(model: QAbstractItemModel, row, column):
    return model.index(row, column).data()


def test_the_dry_run_shows_every_row_with_its_line_and_reason_and_changes_nothing(qtbot, dialog, world):
    open_files(qtbot, dialog)

    model = dialog.preview.model
    assert [words(model, row, LINE) for row in range(3)] == ["2", "3", "4"]
    assert [words(model, row, FATE) for row in range(3)] == ["New", "New", "Not taken over"]
    assert (words(model, 0, TITLE), words(model, 0, GROUP)) == ("欢迎", "售前")
    assert "20,000" in words(model, 2, REASON)
    assert world.store.rows == {}
    assert dialog.apply_button.text() == "Import 2 phrases"


def test_what_happens_to_a_row_keeps_its_colour_where_the_row_is_chosen(qtbot, dialog, look):
    open_files(qtbot, dialog)
    table = dialog.preview.table
    option = QStyleOptionViewItem()

    table.itemDelegate().initStyleOption(option, dialog.preview.model.index(0, FATE))

    assert option.palette.color(QPalette.ColorRole.HighlightedText) == look.colour(Tone.OK.value)


def test_a_bad_file_is_named_with_its_line_and_the_other_is_still_read(qtbot, dialog):
    open_files(qtbot, dialog, "短语.csv", "/somewhere/bad.xls")

    assert dialog.head.bad.text().startswith("bad.xls, line 17:")
    assert dialog.preview.model.rowCount() == 3


def test_applying_stores_and_tells_and_undo_takes_it_back(qtbot, dialog, world):
    open_files(qtbot, dialog)

    dialog.apply_button.click()
    stored = sorted(phrase.title for phrase in world.store.rows.values())
    dialog.undo_button.click()

    assert stored == ["发货", "欢迎"]
    assert world.backups.made == ["import"]
    assert all(phrase.deleted_at for phrase in world.store.rows.values())
    assert len(world.changes) == 2


def test_a_full_disk_is_told_and_the_import_can_be_tried_again(qtbot, dialog, world):
    open_files(qtbot, dialog)
    world.backups.trouble = Trouble.FULL

    dialog.apply_button.click()
    told = dialog.status.text()
    world.backups.trouble = None
    dialog.apply_button.click()

    assert "disk is full" in told
    assert len(world.store.rows) == 2


def test_a_group_of_the_file_goes_where_the_agent_says_or_is_left_out(qtbot, dialog, world):
    open_files(qtbot, dialog)
    table = dialog.group_mapping.table

    table.item(0, 1).setText("问候 / 早班")
    table.item(1, 0).setCheckState(Qt.CheckState.Unchecked)
    dialog.apply_button.click()

    assert [(phrase.title, phrase.group) for phrase in world.store.rows.values()] == [("欢迎", ("问候", "早班"))]


def test_another_meaning_of_a_column_is_remembered_by_header_and_read_again(qtbot, dialog, world):
    open_files(qtbot, dialog)
    box = dialog.column_mapping.boxes["编码"]

    with qtbot.waitSignal(dialog.worker.done):
        box.setCurrentIndex(box.findData("keywords"))
        box.activated.emit(box.currentIndex())

    assert world.remembered["\t".join(HEADERS)]["编码"] == "keywords"
    assert world.files.columns[-1] == world.remembered


def test_a_file_that_was_taken_for_another_kind_is_read_again_as_the_chosen_one(qtbot, dialog, world):
    open_files(qtbot, dialog)

    with qtbot.waitSignal(dialog.worker.done):
        dialog.head.format.setCurrentIndex(dialog.head.format.findData("kefubao"))
        dialog.head.format.activated.emit(dialog.head.format.currentIndex())

    assert world.files.formats == ["", "kefubao"]


def test_every_reader_can_be_chosen(dialog):
    offered = {dialog.head.format.itemData(at) for at in range(dialog.head.format.count())}

    assert offered == {"", *(known.name for known in reading.FORMATS)}


def test_a_code_of_another_phrase_lets_the_agent_choose(qtbot, dialog, world):
    world.store.rows["p"] = Phrase("p", "别的", "别的话", codes=("hy",))
    world.store.rows["q"] = Phrase("q", "欢迎", "亲，您好 /:^_^", group=("售前",))
    open_files(qtbot, dialog)
    is_asked = dialog.conflict_row.isVisible()

    dialog.conflicts.pick(Conflict.SKIP)
    dialog.conflicts.chosen.emit()

    assert is_asked
    assert dialog.apply_button.text() == "Import 1 phrases"


def test_rows_of_several_files_have_room_for_their_places_and_are_found_by_them(qtbot, dialog):
    open_files(qtbot, dialog)
    narrow = dialog.preview.table.columnWidth(LINE)

    open_files(qtbot, dialog, "一.csv", "二.csv")
    dialog.preview.search.setText("二.csv · 3")

    model = dialog.preview.model
    assert dialog.preview.table.columnWidth(LINE) > narrow
    assert [words(model, row, LINE) for row in range(model.rowCount())] == ["二.csv · 3"]
    assert model.index(0, LINE).data(Qt.ItemDataRole.ToolTipRole) == "二.csv · 3"


def test_the_counts_filter_the_rows_and_so_does_a_text(qtbot, dialog):
    open_files(qtbot, dialog)

    dialog.preview.fates.pick(Fate.UNSUPPORTED)
    dialog.preview.fates.chosen.emit()
    unsupported = dialog.preview.model.rowCount()
    dialog.preview.fates.pick(None)
    dialog.preview.fates.chosen.emit()
    dialog.preview.search.setText("马上")

    assert unsupported == 1
    assert words(dialog.preview.model, 0, TITLE) == "发货"
    assert dialog.preview.model.rowCount() == 1


def test_the_whole_text_of_the_row_in_hand_is_shown(qtbot, dialog):
    open_files(qtbot, dialog)

    dialog.preview.table.setCurrentIndex(dialog.preview.model.index(1, TITLE))

    assert dialog.preview.text.toPlainText() == "马上发货"


def test_the_report_names_each_row_with_its_reason(qtbot, dialog):
    open_files(qtbot, dialog)

    dialog.copy_button.click()

    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0] == "2 new, 0 changed, 0 already here, 1 not taken over."
    assert lines[1].split("\t")[:3] == ["2", "New", "欢迎"]
    assert "20,000" in lines[3]


def test_the_counts_add_up_and_say_what_came_in_without_its_code(qtbot, dialog, world):
    world.store.rows["p"] = Phrase("p", "别的", "别的话", codes=("hy",))
    world.store.rows["q"] = Phrase("q", "欢迎", "亲，您好 /:^_^", group=("售前",))
    world.store.rows["r"] = Phrase("r", "再一", "再说", codes=("fh",), source="starter")
    open_files(qtbot, dialog)
    before = dialog.report_text().split("\n")[0]

    dialog.apply_button.click()

    bare = "1 changed (1 without its code), 0 already here, 1 not taken over."
    assert before == f"1 new (1 without its code), {bare}"
    assert dialog.status.text().startswith(f"1 imported (1 without its code), {bare}")


def test_a_conflict_that_is_left_out_counts_as_not_taken_over(qtbot, dialog, world):
    world.store.rows["p"] = Phrase("p", "别的", "别的话", codes=("hy",))
    world.store.rows["q"] = Phrase("q", "欢迎", "亲，您好 /:^_^", group=("售前",))
    open_files(qtbot, dialog)

    dialog.conflicts.pick(Conflict.SKIP)
    dialog.conflicts.chosen.emit()

    assert dialog.report_text().startswith("1 new, 0 changed, 0 already here, 2 not taken over.")


def test_the_keyboard_goes_where_the_import_goes_on_and_then_to_its_end(qtbot, dialog, world):
    dialog.head.file_button.setFocus()
    open_files(qtbot, dialog)
    after_reading = dialog.focusWidget()

    qtbot.keyClick(dialog.apply_button, Qt.Key.Key_Return)

    assert after_reading is dialog.apply_button
    assert len(world.store.rows) == 2
    assert dialog.focusWidget() is dialog.close_button


def test_a_choice_about_the_import_keeps_the_keyboard(qtbot, dialog):
    open_files(qtbot, dialog)
    dialog.updating.setFocus()

    dialog.updating.click()

    assert dialog.focusWidget() is dialog.updating


def test_a_reading_that_is_stopped_tells_nothing_more(qtbot, look, world):
    entered, go = threading.Event(), threading.Event()

    def slow(_path, watch=UNWATCHED, _columns=None, _format=""):
        entered.set()
        go.wait(10)
        if watch.is_cancelled():
            raise Cancelled
        return []

    importing = Import(slow, world.store, world.backups, FakeClock(), lambda: "n")
    dialog = ImportDialog(look, importing, dict, world.remember, list)
    qtbot.addWidget(dialog)
    dialog.open_files(["a.csv"])
    entered.wait(10)

    dialog.head.work.stop_button.click()
    go.set()

    assert not dialog.worker.is_working
    assert not dialog.head.file_button.isHidden()
    with qtbot.assertNotEmitted(dialog.worker.done, wait=50):
        pass


def test_a_huge_file_is_compared_in_the_helper_thread(qtbot, dialog, world):
    dialog.most_at_once = 0

    open_files(qtbot, dialog)
    is_comparing = dialog.worker.is_working and not dialog.apply_button.isVisible()
    qtbot.waitUntil(lambda: not dialog.worker.is_working)
    dialog.apply_button.click()

    assert is_comparing
    assert len(world.store.rows) == 2


def test_stopping_leaves_nothing_to_apply(qtbot, dialog):
    dialog.most_at_once = 0
    open_files(qtbot, dialog)

    dialog.head.work.stop_button.click()

    assert not dialog.apply_button.isVisible()
    assert "Drop files" in dialog.head.files.text()


def test_an_error_of_our_own_in_the_reading_thread_is_said(qtbot, look, world):
    def broken(_path, watch=UNWATCHED, columns=None, format_name=""):
        raise ZeroDivisionError

    importing = Import(broken, world.store, world.backups, FakeClock(), lambda: "n")
    dialog = ImportDialog(look, importing, dict, world.remember, list)
    qtbot.addWidget(dialog)

    with qtbot.waitSignal(dialog.worker.failed):
        dialog.open_files(["a.csv"])

    assert "ZeroDivisionError" in dialog.status.text()


def test_the_rows_keep_the_rules_of_a_model_when_they_change_and_are_filtered(qapp, look):
    model = ImportRows(look)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    phrase = Phrase("p", "标题", "亲", group=("售前",))
    rows = tuple(
        Row(fate, Spot("a.csv", "", number), phrase.title, replace(phrase, id=str(number)))
        for number, fate in enumerate([Fate.NEW, Fate.SAME, Fate.CHANGED] * 5, start=2)
    )

    model.show_plan(Plan(rows))
    model.narrow(Fate.NEW, "")
    model.narrow(None, "亲")
    model.retranslate()
    model.show_plan(Plan())

    assert model.rowCount() == 0


def test_every_reason_is_said_to_the_translator_word_for_word():
    assert REASONS == SENTENCES


def test_a_reason_names_what_it_is_about_and_its_limit():
    said = import_words.reason(Reason.CODE_AS_KEYWORD, ("c f",))

    assert said == "The code c f is too long or holds a space; it was kept as a keyword."
    assert import_words.reason(Reason.BODY_TOO_LONG, (), 20_000) == "The text is longer than 20,000 characters."
