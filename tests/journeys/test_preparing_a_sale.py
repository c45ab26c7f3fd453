"""The lead prepares the sale, then changes it while it runs."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from app import books
from app.ui.dialogs.activity_form import ActivityForm
from app.ui.dialogs.import_dialog import ImportDialog
from app.ui.dialogs.sheet_book_dialog import SheetBookDialog
from app.ui.theme import Look
from tests.fakes import FakeClock
from tests.journeys.shop import NOON, Shop

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
ENTER, TAB = Qt.Key.Key_Return, Qt.Key.Key_Tab
OpenShop = Callable[[], Shop]


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock(NOON)


@pytest.fixture
def open_shop(qapp: QApplication, look: Look, qtbot: QtBot, tmp_path: Path, clock: FakeClock) -> Iterator[OpenShop]:
    """One run after the other on the same data."""
    runs: list[Shop] = []

    def start() -> Shop:
        while runs:
            runs.pop().close()
        runs.append(Shop(qapp, look, qtbot, tmp_path, clock))
        return runs[0]

    yield start
    while runs:
        runs.pop().close()


@pytest.fixture
def shop(open_shop: OpenShop) -> Shop:
    return open_shop()


def press(qtbot: QtBot, *keys: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press keys where the keyboard is."""
    for key in keys:
        focus = QApplication.focusWidget()
        assert focus is not None
        qtbot.keyClick(focus, key, held)


def write(qtbot: QtBot, *texts: str) -> None:
    """Write a text and go on to the next field, text after text."""
    for text in texts:
        enter(text)
        press(qtbot, TAB)


def enter(text: str) -> None:
    """Write a text where the keyboard is, as an input method does it."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(QApplication.focusWidget(), event)


def begin(shop: Shop) -> ActivityForm:
    """From the empty place to the form of a new activity, by keys alone."""
    shop.counter.open_search()
    shop.open(2)
    press(shop.qtbot, TAB, ENTER)
    return shop.dialog(ActivityForm)


def test_a_form_that_is_left_says_in_its_place_that_it_is_kept_and_gives_it_back(shop: Shop, qtbot: QtBot) -> None:
    form = begin(shop)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is form.fields.cells["name"].content)
    write(qtbot, "双11")
    press(qtbot, Qt.Key.Key_Escape)
    qtbot.waitUntil(shop.window.isActiveWindow)
    place, said = shop.window.inside.place.objectName(), shop.said

    press(qtbot, ENTER, held=ALT)
    again = shop.dialog(ActivityForm)

    assert place == "activities"
    assert "kept" in said
    assert again.fields.cells["name"].content.text() == "双11"
    assert again.banner.isVisible()


def menu_of(shop: Shop) -> dict[str, QAction]:
    """What the menu of the cheat-sheet's place offers."""
    shop.window.inside.places.sheet.open_menu(QPoint(0, 0))
    menu = next(each for each in QApplication.topLevelWidgets() if isinstance(each, QMenu) and each.isVisible())
    menu.close()
    return {action.text(): action for action in menu.actions()}


def test_the_sample_is_put_in_and_taken_out_in_the_window_and_what_is_ones_own_stays(shop: Shop, qtbot: QtBot) -> None:
    shop.counter.open_search()
    shop.open(2)
    press(qtbot, ENTER)
    loaded = shop.said
    shop.desk.sheet.save(replace(shop.desk.sheet.draft_fact(), question="能开发票吗", answer="能的"))

    menu_of(shop)["Put the sample into the bin"].trigger()

    sheet = shop.desk.sheet.sheet
    assert "taken in" in loaded
    assert "are in the bin" in shop.said
    assert [entry.question for entry in sheet if entry.deleted_at is None] == ["能开发票吗"]


def test_without_a_sample_there_is_nothing_to_take_out(shop: Shop) -> None:
    shop.counter.open_search()
    shop.open(2)

    assert "Put the sample into the bin" not in menu_of(shop)


@pytest.fixture
def workbook(shop: Shop, tmp_path: Path) -> Path:
    """The template, with a name that tells nothing."""
    file = tmp_path / "双11.xlsx"
    books.workbook(shop.desk).template(str(file))
    return file


def test_a_workbook_that_is_dropped_on_the_window_opens_in_its_own(shop: Shop, workbook: Path, qtbot: QtBot) -> None:
    shop.window.files_dropped.emit([workbook])

    dialog = shop.dialog(SheetBookDialog)
    qtbot.waitUntil(lambda: not dialog.worker.is_working)
    assert shop.openings.get("import") is None
    assert workbook.name in dialog.head.told.text()


def test_a_workbook_among_phrases_goes_its_own_way_and_the_phrases_theirs(
    shop: Shop, workbook: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    phrases = tmp_path / "话术.csv"
    phrases.write_text("标题,内容\n欢迎,亲，欢迎光临\n", "utf-8")

    shop.window.import_wanted.emit([])
    shop.dialog(ImportDialog).open_files([str(workbook), str(phrases)])

    importing = shop.dialog(ImportDialog)
    qtbot.waitUntil(importing.apply_button.isEnabled)
    assert shop.dialog(SheetBookDialog).isVisible()
    assert [row.title for row in importing._plan.rows] == ["欢迎"]


def test_a_workbook_alone_leaves_no_empty_import_behind(shop: Shop, workbook: Path) -> None:
    shop.window.import_wanted.emit([])
    importing = shop.dialog(ImportDialog)

    importing.open_files([str(workbook)])

    assert shop.dialog(SheetBookDialog).isVisible()
    assert shop.openings.get("import") is None
