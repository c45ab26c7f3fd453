from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from app.core.changes import Kind
from app.core.phrases.phrase import Phrase
from app.core.sheet.entries import Fact
from app.core.sheet.products import Product
from app.core.storage import Trouble
from app.services.phrases.library import Library
from app.ui.dialogs.bin_dialog import BinDialog, SheetBin
from app.ui.dialogs.bin_rows import BinRows, days_left, of_phrase
from tests.fakes import FakeClock, FakePhrases
from tests.sheets import sale

DAY = timedelta(days=1)


class World:
    """Three phrases in the bin, deleted one, eleven and twenty-one days ago."""

    def __init__(self):
        self.clock = FakeClock()
        rows = [
            Phrase(f"p{n}", f"话术 {n}", f"正文 {n}", group=("售后",), deleted_at=self.clock.now() - DAY * (10 * n + 1))
            for n in range(3)
        ]
        self.store = FakePhrases({phrase.id: phrase for phrase in rows})
        self.library = Library(self.store, self.clock, lambda: "new", lambda changed, gone: None)
        self.library.load()
        self.changes = []


@pytest.fixture
def world():
    return World()


@pytest.fixture
def dialog(qtbot, look, world):
    made = BinDialog(world.library, world.clock.now)
    made.changed.connect(world.changes.append)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def titles(dialog):
    return [dialog.model.index(row, 0).data() for row in range(dialog.model.rowCount())]


def test_the_latest_stands_first_with_the_days_it_is_still_kept(dialog):
    assert titles(dialog) == ["话术 0", "话术 1", "话术 2"]
    assert [dialog.model.index(row, 2).data() for row in range(3)] == ["29 days", "19 days", "9 days"]


@pytest.mark.parametrize(
    ("ago", "days"), [(timedelta(0), 30), (DAY, 29), (DAY * 29.5, 1), (DAY * 30, 0), (DAY * 40, 0)]
)
def test_a_day_that_has_begun_counts(ago, days):
    now = FakeClock().now()

    assert days_left(Phrase("p", "t", "b", deleted_at=now - ago), now) == days


def test_several_phrases_are_restored_at_once(dialog, world):
    dialog.table.selectAll()

    dialog.restore_button.click()

    assert titles(dialog) == []
    assert all(phrase.deleted_at is None for phrase in world.store.rows.values())
    assert len(world.changes) == 1


def test_enter_restores_what_is_chosen_from_the_search_and_from_the_list(qtbot, dialog, world):
    dialog.search.setFocus()

    qtbot.keyClick(dialog.search, Qt.Key.Key_Return)
    qtbot.keyClick(dialog.search, Qt.Key.Key_Down)
    is_in_list = dialog.table.hasFocus()
    qtbot.keyClick(dialog.table, Qt.Key.Key_Return)

    assert is_in_list
    assert titles(dialog) == ["话术 2"]


def test_deleting_for_good_waits_for_the_window_to_close(dialog, world):
    dialog.table.selectRow(1)

    dialog.delete_button.click()
    before_closing = set(world.store.rows)
    dialog.close()

    assert titles(dialog) == ["话术 0", "话术 2"]
    assert before_closing == {"p0", "p1", "p2"}
    assert set(world.store.rows) == {"p0", "p2"}


def test_deleting_for_good_is_undone_by_one_click(qtbot, dialog, world):
    dialog.table.selectRow(1)
    qtbot.keyClick(dialog.table, Qt.Key.Key_Delete)

    dialog.undo_button.click()
    dialog.close()

    assert set(world.store.rows) == {"p0", "p1", "p2"}
    assert world.changes == []


def test_a_store_that_cannot_be_written_to_is_said_and_nothing_is_lost(dialog, world):
    dialog.table.selectRow(0)
    dialog.delete_button.click()
    world.store.trouble = Trouble.FULL

    dialog.close()

    assert dialog.isVisible()
    assert "disk is full" in dialog.status.text()
    assert set(world.store.rows) == {"p0", "p1", "p2"}


def test_the_search_looks_into_the_text_and_shows_it(dialog):
    dialog.search.setText("正文 2")

    assert titles(dialog) == ["话术 2"]
    assert dialog.text.toPlainText() == "正文 2"


def test_an_empty_result_is_said_in_a_sentence(dialog):
    dialog.search.setText("没有")

    assert dialog.empty.isVisible()
    assert not dialog.restore_button.isEnabled()


def test_only_bringing_back_is_a_filled_button_and_only_while_rows_are_chosen(dialog):
    chosen = (dialog.restore_button.property("kind"), dialog.delete_button.property("kind"))

    dialog.table.clearSelection()

    assert chosen == ("primary", "link")
    assert (dialog.restore_button.property("kind"), dialog.delete_button.property("kind")) == ("", "")
    assert not dialog.delete_button.isEnabled()


def test_an_empty_bin_says_how_things_get_here_and_how_long_they_stay(dialog):
    dialog.table.selectAll()

    dialog.restore_button.click()

    assert "delete" in dialog.empty.text()
    assert "30 days" in dialog.empty.text()
    assert dialog.empty.alignment() == Qt.AlignmentFlag.AlignCenter
    assert not any(each.isVisible() for each in (dialog.search, dialog.restore_button, dialog.delete_button))


def test_the_rows_keep_the_rules_of_a_model(qapp, world):
    model = BinRows(world.clock.now)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)

    things = [of_phrase(phrase) for phrase in world.library.in_bin()]
    model.show_things(things)
    model.narrow("话术 1")
    model.retranslate()
    model.show_things(things, {"p1"})

    assert model.rowCount() == 0


@pytest.fixture
def mixed(qtbot, look, world):
    """The bin with an activity, a product and a question beside the phrases."""
    ago = world.clock.now() - DAY * 5
    world.entries = {
        "d11": replace(sale(), deleted_at=ago),
        "cup": Product("cup", "保温杯", size="22厘米", deleted_at=ago),
        "hours": Fact("hours", "几点上班", "9点", deleted_at=ago),
    }
    world.deeds = []

    def done(name):
        def verb(ids):
            world.deeds.append((name, set(ids)))
            for each in ids:
                del world.entries[each]
            return frozenset({Kind.SHEET})

        return verb

    sheet = SheetBin(lambda: list(world.entries.values()), done("restored"), done("purged"))
    made = BinDialog(world.library, world.clock.now, sheet=sheet, look=look)
    made.changed.connect(world.changes.append)
    qtbot.addWidget(made)
    made.show()
    return made


def test_entries_lie_beside_phrases_the_latest_first_each_with_its_noun_and_drawing(mixed):
    nouns = [mixed.model.index(row, 1).data() for row in range(mixed.model.rowCount())]

    assert titles(mixed) == ["话术 0", "双11大促", "保温杯", "几点上班", "话术 1", "话术 2"]
    assert nouns[:5] == ["Phrase · 售后", "Activity · 天猫", "Product", "Question", "Phrase · 售后"]
    assert not mixed.model.index(1, 0).data(Qt.ItemDataRole.DecorationRole).isNull()


def test_an_activity_shows_its_days(mixed):
    row = titles(mixed).index("双11大促")

    mixed.table.selectRow(row)

    assert "2026-11-11 00:00 – 2026-11-12 00:00" in mixed.text.toPlainText()


def test_phrases_and_entries_are_restored_together(mixed, world):
    mixed.table.selectAll()

    mixed.restore_button.click()

    assert world.deeds == [("restored", {"d11", "cup", "hours"})]
    assert all(phrase.deleted_at is None for phrase in world.store.rows.values())
    assert world.changes == [frozenset({Kind.PHRASES, Kind.SHEET})]


def test_an_entry_is_deleted_for_good_when_the_window_closes(mixed, world):
    mixed.search.setText("保温杯")
    mixed.table.selectRow(0)
    shown = mixed.text.toPlainText()
    mixed.delete_button.click()
    before = list(world.deeds)

    mixed.close()

    assert shown == "22厘米"
    assert before == []
    assert world.deeds == [("purged", {"cup"})]
    assert set(world.store.rows) == {"p0", "p1", "p2"}
