"""The lead prepares the sale, then changes it while it runs."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from app.core.changes import Kind
from app.core.clockwork.moments import read_moment, written
from app.core.sheet.activities import Activity, Limit, Phase, PhaseKind
from app.core.sheet.lifetimes import Lifetime, State
from app.front import books
from app.ui.dialogs.bin_dialog import BinDialog
from app.ui.import_dialogs.import_dialog import ImportDialog
from app.ui.place_names import TIMERS
from app.ui.settings_dialog.dialog import SettingsDialog
from app.ui.settings_dialog.sections import Section
from app.ui.sheet_dialogs.activity_copy_form import ActivityCopyForm
from app.ui.sheet_dialogs.activity_form import ActivityForm
from app.ui.sheet_dialogs.book_dialog import SheetBookDialog
from app.ui.sheet_dialogs.entry_cells import Cell
from app.ui.sheet_panel.row import Part
from app.ui.theme import Look
from tests.fakes import FakeClock
from tests.journeys.shop import NOON, Shop
from tests.sheets import SHANGHAI

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


def tab_to(qtbot: QtBot, wanted: QWidget) -> None:
    """Walk with Tab until a widget has the keyboard."""
    for _ in range(80):
        if QApplication.focusWidget() is wanted:
            return
        press(qtbot, TAB)
    raise AssertionError(wanted.accessibleName())


def fill_in(qtbot: QtBot, cell: Cell[Any], text: str) -> None:
    """Walk to a cell, write in place of what stands there, and go on."""
    tab_to(qtbot, cell.content)
    press(qtbot, Qt.Key.Key_A, held=CTRL)
    write(qtbot, text)


def save(qtbot: QtBot) -> None:
    press(qtbot, Qt.Key.Key_S, held=CTRL)


def sale(
    name: str = "双11", starts: str = "2026-11-11 00:00", ends: str = "2026-11-11 24:00", **fields: object
) -> Activity:
    """A sale that runs at noon, with a window of its own at night."""
    at = [read_moment(text, NOON, SHANGHAI) for text in (starts, ends, "2026-11-11 20:00", "2026-11-11 22:00")]
    phases = (Phase("sale", "开售", PhaseKind.SALE, at[0], at[1]), Phase("late", "晚场", PhaseKind.EXTRA, at[2], at[3]))
    return Activity(f"id-{name}", name, phases=phases, limit=Limit(2), **fields)  # type: ignore[arg-type]


def test_a_sale_is_prepared_by_keys_alone_and_every_mistake_is_refused_at_its_field(shop: Shop, qtbot: QtBot) -> None:
    form = begin(shop)
    phase, cells = form.fields.lists["phases"].rows.rows[0], form.fields.cells
    fill_in(qtbot, cells["name"], "双11")
    fill_in(qtbot, phase.starts_at, "2026-02-30")
    fill_in(qtbot, phase.ends_at, "2026-11-11 24:00")
    save(qtbot)
    no_such_day, has_keyboard = phase.starts_at.refusal, QApplication.focusWidget() is phase.starts_at.content

    fill_in(qtbot, phase.starts_at, "11-13")
    save(qtbot)
    ends_first = phase.ends_at.refusal

    fill_in(qtbot, phase.starts_at, "11-11")
    for section in form.fields.sections:
        section.unfold()
    fill_in(qtbot, cells["limit.count"], "2")
    fill_in(qtbot, cells["limit.answer_above"], "多要的话用{{activity.lefft}}")
    save(qtbot)
    unknown = cells["limit.answer_above"].refusal
    fill_in(qtbot, cells["limit.answer_above"], "多要的话还有{{activity.left}}")
    tab_to(qtbot, form.fields.lists["coupons"].rows.add_button)
    press(qtbot, ENTER)
    coupon = form.fields.lists["coupons"].rows.rows[0]
    write(qtbot, "128", "200")
    save(qtbot)
    too_much = coupon.off.refusal
    fill_in(qtbot, coupon.off, "10")
    save(qtbot)

    assert "does not exist" in no_such_day
    assert has_keyboard
    assert "after the start" in ends_first
    assert "Did you mean {{activity.left}}" in unknown
    assert "less than" in too_much
    [kept] = shop.desk.sheet.sheet.activities_in_use()
    assert (kept.name, kept.limit, len(kept.coupons)) == ("双11", Limit(2, "多要的话还有{{activity.left}}"), 1)
    assert kept.is_running(shop.clock.now())
    qtbot.waitUntil(shop.window.isActiveWindow)
    assert "双11" in shop.said
    assert "12:00:00" in shop.window.inside.strip.countdowns.text_shown


def test_an_edit_of_the_running_sale_is_told_until_it_is_confirmed_and_stays_readable(
    shop: Shop, open_shop: OpenShop, qtbot: QtBot
) -> None:
    shop.desk.sheet.save(sale())
    shop.sheet_doors.edit("id-双11")
    form = shop.dialog(ActivityForm)
    warned = form.warning.isVisible()
    form.fields.cells["limit.count"].content.setText("3")
    form.save()
    panel = shop.window.inside.places.sheet
    told = panel.banner.said

    again = open_shop()
    panel = again.window.inside.places.sheet
    told_after_a_restart = panel.banner.said
    again.counter.open_search()
    again.open(2)
    tab_to(qtbot, panel.banner.button)
    press(qtbot, ENTER)
    rows = [(row.label, row.old, row.value) for row in panel.changes.list.rows.rows if row.part is Part.CHANGE]
    press(qtbot, ENTER)
    after = [(row.label, row.old, row.value) for row in panel.changes.list.rows.rows if row.part is Part.CHANGE]

    assert warned
    assert told == told_after_a_restart == "1 change of 双11"
    assert rows == [("Purchase limit", "2", "3")]
    assert after == [("双11 · Purchase limit", "2", "3")]
    assert panel.banner.said == ""
    assert again.desk.sheet.unconfirmed() == []


def test_a_boundary_is_told_once_and_what_hangs_on_it_comes_and_goes(
    shop: Shop, open_shop: OpenShop, clock: FakeClock
) -> None:
    shop.desk.sheet.save(sale())
    draft = shop.desk.library.draft("晚场全场半价")
    at_night = Lifetime(activity_id="id-双11", phase_id="late")
    shop.desk.library.save(replace(draft, title="晚场半价", lifetime=at_night))
    shop.doors.changed.emit(frozenset({Kind.PHRASES, Kind.SHEET}))
    panel = shop.window.inside.panel
    shop.window.inside.search.setText("晚场半价")
    early = panel.list.current()
    is_early_grey = shop.desk.find.validity(shop.desk.phrase(early)).state is State.NOT_YET

    shop.go(hours=8)
    begun, turned, played = shop.said, shop.turns, len(shop.sounds.played)
    shop.go(seconds=1)
    said_again = len(shop.sounds.played) - played
    shop.go(hours=2)
    ended, shown = shop.said, [panel.model.phrase(at).id for at in range(panel.model.rowCount())]
    clock.jump(-timedelta(hours=2))
    shop.bell.look()
    played = len(shop.sounds.played)
    shop.go(hours=2)

    assert early == draft.id
    assert is_early_grey
    assert "晚场" in begun
    assert "started" in begun
    assert turned == 1
    assert said_again == 0
    assert "晚场" in ended
    assert "ended" in ended
    assert draft.id not in shown
    assert len(shop.sounds.played) == played


def test_what_came_while_the_program_was_off_is_told_at_the_next_start_and_not_at_the_one_after(
    shop: Shop, open_shop: OpenShop, clock: FakeClock
) -> None:
    shop.desk.sheet.save(sale())
    shop.desk.countdowns.add("15m 回电")
    shop.sheet_doors.changed.emit(frozenset({Kind.SHEET, Kind.TIMERS}))
    shop.go(minutes=1)

    clock.reboot(timedelta(hours=9))
    second = open_shop()
    told, timers = second.said, [each.label for each in second.desk.countdowns.all()]
    clock.reboot(timedelta(minutes=1))
    third = open_shop()

    assert told == "回电 was due 8 h 46 min ago · 2 more"
    assert "回电" in timers
    assert third.said == ""


def test_a_workbook_goes_out_is_changed_and_comes_back(shop: Shop, tmp_path: Path, qtbot: QtBot) -> None:
    shop.desk.sheet.save(sale())
    shop.sheet_doors.workbook([])
    dialog = shop.dialog(SheetBookDialog)
    file = tmp_path / "双11.xlsx"
    dialog.export(str(file))
    dialog.open_file(file)
    qtbot.waitUntil(lambda: bool(dialog._plan.file))
    is_same = not dialog.apply_button.isEnabled()
    book = openpyxl.load_workbook(file)
    heads = {cell.value: cell.column for cell in book["活动"][1]}
    row = next(row for row in book["活动"].iter_rows(min_row=2) if row[heads["名称"] - 1].value == "双11")
    row[heads["限购（件）"] - 1].value = 5
    book["优惠券"].append(["双11", "128", "200"])
    book.save(file)

    dialog.open_file(file)
    qtbot.waitUntil(lambda: bool(dialog._plan.problems))
    refused = dialog.report_text()
    book["优惠券"].cell(book["优惠券"].max_row, 3).value = "10"
    book.save(file)
    dialog.open_file(file)
    qtbot.waitUntil(dialog.apply_button.isEnabled)
    press(qtbot, ENTER)
    kept = shop.desk.sheet.sheet.activities["id-双11"]
    dialog.undo()

    assert is_same
    assert "优惠券" in refused
    assert "减（元）" in refused
    assert "less than" in refused
    assert kept.limit == Limit(5)
    assert [(coupon.threshold, coupon.off) for coupon in kept.coupons] == [(128, 10)]
    assert shop.desk.sheet.sheet.activities["id-双11"].limit == Limit(2)


def test_what_is_thrown_away_comes_back_from_the_bin_by_keys(shop: Shop, qtbot: QtBot) -> None:
    shop.desk.sheet.save(sale())
    shop.sheet_doors.changed.emit(frozenset({Kind.SHEET}))
    shop.counter.open_search()
    shop.open(2)
    press(qtbot, Qt.Key.Key_Delete)
    thrown = shop.said

    shop.window.bin_wanted.emit()
    dialog = shop.dialog(BinDialog)
    qtbot.waitUntil(dialog.search.hasFocus)
    press(qtbot, ENTER)

    assert "双11" in thrown
    assert "bin" in thrown
    assert [each.name for each in shop.desk.sheet.sheet.activities_in_use()] == ["双11"]
    assert shop.window.inside.places.sheet.activities.shown == "id-双11"


def test_last_years_sale_is_duplicated_by_keys_with_all_dates_shifted(shop: Shop, qtbot: QtBot) -> None:
    shop.desk.sheet.save(sale())
    shop.sheet_doors.changed.emit(frozenset({Kind.SHEET}))
    shop.counter.open_search()
    shop.open(2)

    shop.window.inside.routing.do("duplicate")
    form = shop.dialog(ActivityCopyForm)
    qtbot.waitUntil(form.first_at.content.hasFocus)
    enter("2027-11-11")
    press(qtbot, ENTER)

    new = next(each for each in shop.desk.sheet.sheet.activities_in_use() if each.id != "id-双11")
    assert [written(each.starts_at, SHANGHAI) for each in new.phases] == ["2027-11-11 00:00", "2027-11-11 20:00"]
    assert shop.window.inside.places.sheet.activities.shown == new.id


def test_a_countdown_that_is_due_is_looked_at_by_one_key_and_done_by_the_next(shop: Shop) -> None:
    shop.desk.countdowns.add("15m 回电")
    shop.desk.countdowns.add("20m 开会")
    shop.sheet_doors.changed.emit(frozenset({Kind.TIMERS}))
    shop.go(minutes=15)
    shop.search("cf")

    shop.inside.routing.do("act")
    stands_in = shop.focus
    shop.tap(Qt.Key.Key_Return)

    assert shop.inside.places is not None
    assert shop.inside.places.timers.isAncestorOf(stands_in)
    assert [each.label for each in shop.desk.countdowns.all()] == ["开会"]


def test_a_place_that_is_shown_leaves_the_keyboard_in_the_chat(shop: Shop) -> None:
    shop.window.open_place(TIMERS)

    assert not shop.window.focus.is_taken


def test_after_a_restore_places_search_and_countdowns_show_what_the_backup_holds(shop: Shop, qtbot: QtBot) -> None:
    shop.desk.sheet.save(sale())
    shop.sheet_doors.changed.emit(frozenset({Kind.SHEET}))
    shop.doors.settings.open()
    backups = shop.dialog(SettingsDialog).page(Section.BACKUPS)
    backups.back_up()
    shop.desk.sheet.delete(["id-双11"])
    shop.sheet_doors.changed.emit(frozenset({Kind.SHEET}))
    is_gone = not shop.window.inside.strip.countdowns.isVisible()

    backups.table.selectRow(0)
    backups.restore()

    assert is_gone
    assert shop.window.inside.places.sheet.activities.shown == "id-双11"
    assert "08:00:00" in shop.window.inside.strip.countdowns.text_shown
    shop.window.inside.search.setText("限购")
    assert shop.window.inside.panel.list.current().startswith("sheet:activity:id-双11")


def test_timers_are_set_put_off_done_and_brought_back_by_keys(shop: Shop, open_shop: OpenShop, qtbot: QtBot) -> None:
    shop.counter.open_search()
    shop.open(4)
    timers = shop.window.inside.places.timers
    for text in ("25:00 开抢", "15m 回电", "21:30 开抢", "明天 9:00 上班"):
        press(qtbot, Qt.Key.Key_A, held=CTRL)
        enter(text)
        press(qtbot, ENTER)
    press(qtbot, Qt.Key.Key_Down)
    timers.list.choose(next(row.countdown.id for row in timers.model.rows if row.countdown.label == "回电"))
    nearest = shop.window.inside.strip.countdowns.text_shown
    press(qtbot, ENTER)
    done = [row.countdown.label for row in timers.model.rows]
    press(qtbot, Qt.Key.Key_Z, held=CTRL)

    again = open_shop()

    assert "回电" in nearest
    assert "00:15:00" in nearest
    assert done == ["开抢", "上班"]
    assert [each.label for each in again.desk.countdowns.all()] == ["回电", "开抢", "上班"]
