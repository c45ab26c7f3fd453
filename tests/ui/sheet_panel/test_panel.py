from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from app.core.changes import Kind
from app.core.sheet.products import Product
from app.core.sheet.sheet import About, Sheet
from app.core.storage import NotStored, Trouble
from app.ui.sheet_panel.segments import Noun
from app.ui.timers.ticker import Ticker
from tests.sheets import SALE_DAY, double_eleven, group_buy, moment, sale
from tests.ui.sheet_panel.stall import OpenStall, Stall

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def press(qtbot: QtBot, widget: QWidget, key: Qt.Key, held: Qt.KeyboardModifier | None = None) -> None:
    qtbot.keyClick(widget, key, held or Qt.KeyboardModifier.NoModifier)


def products(number: int) -> Sheet:
    return Sheet.of([Product(f"p{at}", f"杯子{at}号", price=Decimal(at + 1), position=at) for at in range(number)])


# What there is.


def test_until_it_is_served_it_says_that_it_loads(open_stall: OpenStall) -> None:
    panel = open_stall().panel

    assert panel.page is None
    assert "Loading" in panel.blank.sentence
    assert not panel.segments.new.isEnabled()


def test_trouble_is_said_with_a_way_out(open_stall: OpenStall, qtbot: QtBot) -> None:
    stall, tried = open_stall(), []

    stall.panel.show_trouble("The file is damaged.", ("Restore", lambda: tried.append(True)))
    press(qtbot, stall.panel.first, Qt.Key.Key_Space)

    assert stall.panel.blank.sentence == "The file is damaged."
    assert tried == [True]


def test_after_trouble_it_can_be_served(open_stall: OpenStall) -> None:
    stall = open_stall()
    stall.panel.show_trouble("Locked.")

    stall.serve()

    assert stall.panel.page is stall.panel.activities


@pytest.mark.parametrize(
    ("noun", "signal"),
    [(Noun.ACTIVITY, "sample_wanted"), (Noun.PRODUCT, "workbook_wanted"), (Noun.FACT, "new_wanted")],
)
def test_an_empty_part_offers_the_next_step(open_stall: OpenStall, qtbot: QtBot, noun: Noun, signal: str) -> None:
    stall = open_stall(sheet=Sheet()).serve()
    stall.panel.segments.choose(noun)

    press(qtbot, stall.panel.first, Qt.Key.Key_Space)

    assert len(stall.of(signal)) == 1


def test_the_only_running_activity_is_shown_without_being_chosen(stall: Stall) -> None:
    assert stall.panel.activities.shown == "d11"
    assert stall.subjects.chosen == About()
    assert "Limit" in stall.labels()


# Activities by keyboard.


def test_enter_on_the_timeline_chooses_what_phrases_speak_of(stall: Stall, qtbot: QtBot) -> None:
    timeline = stall.panel.activities.timeline

    press(qtbot, timeline, Qt.Key.Key_Down)
    press(qtbot, timeline, Qt.Key.Key_Return)
    chosen = stall.subjects.chosen
    press(qtbot, timeline, Qt.Key.Key_Return)

    assert (chosen.activity_id, stall.subjects.chosen.activity_id) == ("jhs", "")
    assert stall.of("chosen_changed") == [True, True]


def test_looking_at_another_activity_shows_its_facts(stall: Stall, qtbot: QtBot) -> None:
    press(qtbot, stall.panel.activities.timeline, Qt.Key.Key_Down)

    row = stall.panel.activities.list.current()
    assert row
    assert (row.answer_id, row.value) == ("sheet:activity:jhs:limit", "1 piece")


def test_enter_pastes_a_fact_and_ctrl_enter_copies_it(stall: Stall, qtbot: QtBot) -> None:
    rows = stall.panel.activities.list
    stall.stand_on("Limit")

    press(qtbot, rows, Qt.Key.Key_Return)
    press(qtbot, rows, Qt.Key.Key_Return, CTRL)
    press(qtbot, rows, Qt.Key.Key_C, CTRL)

    assert stall.of("paste_wanted") == ["sheet:activity:d11:limit"]
    assert stall.of("copy_wanted") == ["sheet:activity:d11:limit"] * 2


def test_every_pasted_id_is_an_answer(stall: Stall) -> None:
    for noun in Noun:
        stall.panel.segments.choose(noun)
        page = stall.panel.page
        assert page
        for row in page.list.rows.rows:
            assert not row.answer_id or stall.answers.get(row.answer_id)


def test_alt_and_a_digit_pastes_the_row_of_that_digit(stall: Stall, qtbot: QtBot) -> None:
    press(qtbot, stall.panel.activities.list, Qt.Key.Key_2, ALT)

    assert stall.of("paste_wanted") == ["sheet:activity:d11:above"]


def test_a_click_pastes(stall: Stall, qtbot: QtBot) -> None:
    rows = stall.panel.activities.list
    spot = rows.visualRect(rows.rows.index(stall.labels().index("Coupons"))).center()

    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=spot)

    assert stall.of("paste_wanted") == ["sheet:activity:d11:coupons"]


def test_the_keyboard_goes_from_the_timeline_to_the_facts_and_back(stall: Stall, qtbot: QtBot) -> None:
    stall.panel.activateWindow()
    page = stall.panel.activities
    page.timeline.setFocus()

    press(qtbot, page.timeline, Qt.Key.Key_Right)
    at_facts = stall.panel.focusWidget()
    press(qtbot, page.list, Qt.Key.Key_Up)

    assert at_facts is page.list
    assert stall.panel.focusWidget() is page.timeline


def test_escape_leaves_the_place(stall: Stall, qtbot: QtBot) -> None:
    press(qtbot, stall.panel.activities.list, Qt.Key.Key_Escape)
    press(qtbot, stall.panel.activities.timeline, Qt.Key.Key_Escape)

    assert stall.of("left") == [True, True]


def test_letters_go_on_in_the_search(stall: Stall, qtbot: QtBot) -> None:
    press(qtbot, stall.panel.activities.list, Qt.Key.Key_X)

    assert stall.of("typed") == ["x"]


def test_empty_facts_lead_to_the_form(open_stall: OpenStall, qtbot: QtBot) -> None:
    stall = open_stall(sheet=Sheet.of([group_buy()])).serve()
    rows = stall.panel.activities.list
    rows.choose(rows.rows.rowCount() - 1)

    press(qtbot, rows, Qt.Key.Key_Return)

    assert stall.of("edit_wanted") == ["jhs"]
    assert stall.of("paste_wanted") == []


@pytest.mark.parametrize(
    ("key", "held", "signal", "what"),
    [
        (Qt.Key.Key_N, CTRL, "new_wanted", "activity"),
        (Qt.Key.Key_E, CTRL, "edit_wanted", "d11"),
        (Qt.Key.Key_D, CTRL, "duplicate_wanted", "d11"),
        (Qt.Key.Key_K, CTRL, "calculator_wanted", True),
    ],
)
def test_the_keys_of_the_place(
    stall: Stall, qtbot: QtBot, key: Qt.Key, held: Qt.KeyboardModifier, signal: str, what: Any
) -> None:
    press(qtbot, stall.panel.activities.list, key, held)

    assert stall.of(signal) == [what]


def test_new_makes_what_the_part_holds(stall: Stall) -> None:
    for noun in Noun:
        stall.panel.segments.choose(noun)
        stall.panel.new()

    assert stall.of("new_wanted") == ["activity", "product", "fact"]


def test_parts_are_changed_by_arrows_and_by_ctrl_page(stall: Stall, qtbot: QtBot) -> None:
    segment = stall.panel.segments.stops[0]

    press(qtbot, segment, Qt.Key.Key_Right)
    first = stall.panel.segments.noun
    press(qtbot, stall.panel.products.page.list, Qt.Key.Key_PageDown, CTRL)

    assert (first, stall.panel.segments.noun) == (Noun.PRODUCT, Noun.FACT)
    assert stall.panel.page is stall.panel.shop


def test_the_line_of_the_products_lets_the_key_to_the_next_part_through(stall: Stall, qtbot: QtBot) -> None:
    press(qtbot, stall.panel.segments.stops[0], Qt.Key.Key_Right)

    press(qtbot, stall.panel.products.page.filter, Qt.Key.Key_PageDown, CTRL)

    assert stall.panel.segments.noun is Noun.FACT


def test_delete_puts_the_activity_into_the_bin_and_undo_brings_it_back(stall: Stall, qtbot: QtBot) -> None:
    press(qtbot, stall.panel.activities.timeline, Qt.Key.Key_Delete)
    shown, said = stall.panel.activities.shown, stall.panel.notice.text
    stall.panel.notice.do()

    assert shown != "d11"
    assert said == "“双11大促” is in the bin"
    assert stall.cheat_sheet.sheet.activities["d11"].deleted_at is None
    assert "双11大促" in stall.panel.notice.text
    assert {Kind.SHEET} <= stall.of("changed")[0]


def test_an_undo_stands_on_what_came_back(stall: Stall, qtbot: QtBot) -> None:
    panel = stall.panel
    press(qtbot, panel.activities.timeline, Qt.Key.Key_Delete)
    panel.segments.choose(Noun.PRODUCT)
    panel.products.page.list.choose(1)
    product = panel.entry()
    press(qtbot, panel.products.page.list, Qt.Key.Key_Delete)
    panel.products.page.list.choose(0)
    panel.segments.choose(Noun.FACT)
    panel.shop.list.choose_entry(next(row.entry_id for row in panel.shop.list.rows.rows if row.entry_id))
    fact = panel.entry()
    panel.delete()

    panel.undo()
    on_fact = panel.entry()
    panel.undo()
    on_product = panel.entry()
    panel.undo()
    on_activity = panel.entry()

    assert product is not None
    assert fact is not None
    assert on_activity is not None
    assert (on_fact, on_product, on_activity.id) == (fact, product, "d11")


def test_an_undo_of_what_was_made_stands_where_it_stood(stall: Stall) -> None:
    panel = stall.panel
    panel.segments.choose(Noun.FACT)
    rows = [row.entry_id for row in panel.shop.list.rows.rows if row.entry_id]
    panel.shop.list.choose_entry(rows[-1])
    stall.cheat_sheet.save(replace(stall.cheat_sheet.sheet.facts[rows[0]], id="new", question="new?"))
    panel.refresh()

    panel.undo()

    entry = panel.entry()
    assert entry is not None
    assert entry.id == rows[-1]


def test_what_could_not_be_stored_is_said_and_changes_nothing(
    stall: Stall, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_args: object, **_more: object) -> None:
        raise NotStored(Trouble.FULL)

    monkeypatch.setattr(stall.store, "put", full)

    press(qtbot, stall.panel.activities.timeline, Qt.Key.Key_Delete)

    assert "disk is full" in stall.panel.notice.text
    assert stall.panel.activities.shown == "d11"


def test_there_is_nothing_to_undo_at_first(stall: Stall) -> None:
    assert not stall.panel.undo()


# Time.


def test_a_second_moves_the_time_left(stall: Stall) -> None:
    stall.panel.tick(SALE_DAY + timedelta(seconds=1))

    lanes = stall.panel.activities.timeline.lanes
    assert lanes.face(lanes.rows[0])[0] == "09:59:59"  # type: ignore[arg-type]


def test_when_a_phase_ends_everything_is_read_again(stall: Stall) -> None:
    stall.clock.at = moment(SALE_DAY, hour=24)

    stall.panel.tick(stall.clock.at)

    (row,) = [row for row in stall.panel.activities.list.rows.rows if row.label == "Limit"]
    assert row.is_faint


def test_when_the_clock_is_put_back_two_hours_everything_is_read_again(stall: Stall) -> None:
    stall.clock.at = moment(SALE_DAY, hour=1)

    stall.panel.tick(stall.clock.at)

    assert "前两小时半价" in stall.labels()


def test_a_hidden_place_does_nothing_each_second(stall: Stall) -> None:
    stall.panel.segments.choose(Noun.PRODUCT)
    before = stall.panel.activities.timeline.lanes.now

    stall.panel.tick(SALE_DAY + timedelta(seconds=1))

    assert stall.panel.activities.timeline.lanes.now == before


def test_a_ticker_beats_only_while_the_timeline_is_in_sight(open_stall: OpenStall) -> None:
    stall = open_stall()
    ticker = Ticker(stall.clock.now)

    stall.panel.serve(stall.desk(), ticker)
    running = ticker.is_running
    stall.panel.segments.choose(Noun.PRODUCT)
    ticker.beat()

    assert (running, ticker.is_running) == (True, False)


# Products.


def test_products_show_price_code_and_stock(stall: Stall) -> None:
    stall.panel.segments.choose(Noun.PRODUCT)

    cup, mug, brush = stall.panel.products.page.list.rows.rows

    assert (cup.value, cup.old, cup.note, cup.drawing) == ("¥99", "bwb", "sold out · page 12 · real 0", "sold_out")
    assert (mug.note, brush.value) == ("real 40", "¥9.90")


@pytest.mark.parametrize("text", ["yunduo", "云朵", "YD"])
def test_typing_narrows_the_products(stall: Stall, text: str) -> None:
    stall.panel.segments.choose(Noun.PRODUCT)

    stall.panel.products.page.filter.setText(text)

    assert stall.panel.products.page.current() == "mug"


def test_a_product_without_any_fact_is_found_by_its_name(open_stall: OpenStall) -> None:
    stall = open_stall(sheet=double_eleven().having([Product("bare", "样品盒", position=9)])).serve()
    stall.panel.segments.choose(Noun.PRODUCT)

    stall.panel.products.page.filter.setText("样品")

    assert stall.labels() == ["样品盒"]


def test_where_nothing_is_found_all_can_be_shown_again(stall: Stall, qtbot: QtBot) -> None:
    stall.panel.segments.choose(Noun.PRODUCT)
    page = stall.panel.products.page
    page.filter.setText("龘龘龘")

    said = page.blank.sentence
    press(qtbot, page.blank.stops[0], Qt.Key.Key_Space)

    assert "龘龘龘" in said
    assert len(stall.labels()) == 3


def test_letters_in_the_list_are_typed_into_the_filter(stall: Stall, qtbot: QtBot) -> None:
    stall.panel.segments.choose(Noun.PRODUCT)
    page = stall.panel.products.page

    press(qtbot, page.list, Qt.Key.Key_B)
    press(qtbot, page.filter, Qt.Key.Key_W)

    assert page.filter.text() == "bw"
    assert stall.of("typed") == []
    assert page.current() == "cup"


def test_the_filter_asks_for_the_keyboard_when_it_is_clicked(stall: Stall, qtbot: QtBot) -> None:
    stall.panel.segments.choose(Noun.PRODUCT)

    qtbot.mouseClick(stall.panel.products.page.filter, Qt.MouseButton.LeftButton)

    assert stall.of("keyboard_wanted") == [stall.panel.products.page.filter]


def test_escape_clears_the_filter_and_then_leaves(stall: Stall, qtbot: QtBot) -> None:
    stall.panel.segments.choose(Noun.PRODUCT)
    box = stall.panel.products.page.filter
    box.setText("杯")

    press(qtbot, box, Qt.Key.Key_Escape)
    after_one = (box.text(), stall.of("left"))
    press(qtbot, box, Qt.Key.Key_Escape)

    assert after_one == ("", [])
    assert stall.of("left") == [True]


def test_ten_thousand_products_are_made_a_page_at_a_time(open_stall: OpenStall) -> None:
    stall = open_stall(sheet=products(10_000)).serve()
    stall.panel.segments.choose(Noun.PRODUCT)

    rows = stall.panel.products.page.list.rows
    first = rows.rowCount()
    rows.fetchMore()

    assert first <= 100
    assert rows.rowCount() == first + 50
    assert rows.rows[-1].label == f"杯子{first + 49}号"


def test_enter_opens_the_card_and_chooses_the_product(stall: Stall, qtbot: QtBot) -> None:
    stall.panel.segments.choose(Noun.PRODUCT)

    press(qtbot, stall.panel.products.page.filter, Qt.Key.Key_Return)

    assert stall.panel.page is stall.panel.products.card
    assert stall.subjects.chosen.product_id == "cup"


def test_the_chosen_product_is_marked_in_the_list(stall: Stall) -> None:
    stall.panel.segments.choose(Noun.PRODUCT)

    stall.panel.choose(product_id="mug")

    assert [row.is_marked for row in stall.panel.products.page.list.rows.rows] == [False, True, False]


def test_choosing_a_product_keeps_the_activity(stall: Stall) -> None:
    stall.panel.choose(activity_id="d11")

    stall.panel.open_product("mug")
    both = stall.subjects.chosen
    stall.panel.products.card.head.mark.click()

    assert both == About("d11", "mug")
    assert stall.subjects.chosen == About("d11", "")


@pytest.mark.parametrize("key", [Qt.Key.Key_Left, Qt.Key.Key_Escape])
def test_the_way_back_stands_on_the_product(stall: Stall, qtbot: QtBot, key: Qt.Key) -> None:
    stall.panel.segments.choose(Noun.PRODUCT)
    stall.panel.open_product("mug")

    press(qtbot, stall.panel.products.card.list, key)

    assert stall.panel.page is stall.panel.products.page
    assert stall.panel.products.page.current() == "mug"
    assert stall.of("left") == []


def test_a_sold_out_product_offers_the_others_one_key_each(stall: Stall, qtbot: QtBot) -> None:
    stall.panel.segments.choose(Noun.PRODUCT)
    stall.panel.open_product("cup")
    rows = stall.panel.products.card.list

    press(qtbot, rows, Qt.Key.Key_2, ALT)
    press(qtbot, rows, Qt.Key.Key_3, ALT)

    assert stall.of("paste_wanted") == ["sheet:product:cup:substitute.mug", "sheet:product:cup:complement.brush"]


def test_the_arrow_opens_the_offered_product(stall: Stall, qtbot: QtBot) -> None:
    stall.panel.segments.choose(Noun.PRODUCT)
    stall.panel.open_product("cup")
    stall.panel.products.card.list.choose(2)

    press(qtbot, stall.panel.products.card.list, Qt.Key.Key_Right)

    assert stall.panel.products.card.product_id == "mug"


def test_one_key_marks_sold_out_and_undo_takes_it_back(stall: Stall, qtbot: QtBot) -> None:
    stall.panel.segments.choose(Noun.PRODUCT)
    stall.panel.open_product("mug")
    card = stall.panel.products.card

    press(qtbot, card.list, Qt.Key.Key_O, CTRL)
    marked = (stall.cheat_sheet.sheet.products["mug"].is_out, card.head.sold_out.isChecked(), card.list.key())
    press(qtbot, card.list, Qt.Key.Key_Z, CTRL)

    assert marked == (True, True, "sheet:product:mug:out")
    assert not stall.cheat_sheet.sheet.products["mug"].is_out
    assert not card.head.sold_out.isChecked()


def test_sold_out_is_marked_from_the_list_too(stall: Stall, qtbot: QtBot) -> None:
    stall.panel.segments.choose(Noun.PRODUCT)

    press(qtbot, stall.panel.products.page.list, Qt.Key.Key_O, CTRL)

    assert not stall.cheat_sheet.sheet.products["cup"].is_out
    assert stall.panel.notice.text == "“星空保温杯” can be sold again"


def test_a_switch_that_could_not_be_stored_stays_as_it_was(stall: Stall, monkeypatch: pytest.MonkeyPatch) -> None:
    def locked(*_args: object, **_more: object) -> None:
        raise NotStored(Trouble.LOCKED)

    stall.panel.segments.choose(Noun.PRODUCT)
    stall.panel.open_product("mug")
    monkeypatch.setattr(stall.store, "put", locked)

    stall.panel.products.card.head.sold_out.click()

    assert not stall.panel.products.card.head.sold_out.isChecked()
    assert stall.panel.notice.text


def test_a_product_that_is_gone_closes_its_card(stall: Stall) -> None:
    stall.panel.segments.choose(Noun.PRODUCT)
    stall.panel.open_product("mug")

    stall.cheat_sheet.delete(["mug"])
    stall.panel.refresh()

    assert stall.panel.page is stall.panel.products.page
    assert "云朵保温杯" not in stall.labels()


def test_a_picture_that_is_missing_is_left_out(stall: Stall) -> None:
    stall.panel.segments.choose(Noun.PRODUCT)

    stall.panel.open_product("cup")

    assert "Price now" in stall.labels()


# The shop, other places, the menu.


def test_a_fact_of_the_shop_is_pasted(stall: Stall, qtbot: QtBot) -> None:
    stall.panel.segments.choose(Noun.FACT)

    press(qtbot, stall.panel.shop.list, Qt.Key.Key_Return)
    stall.panel.edit()

    assert stall.of("paste_wanted") == ["sheet:fact:hours"]
    assert stall.of("edit_wanted") == ["hours"]


@pytest.mark.parametrize(
    ("entry_id", "noun", "stood_on"),
    [("jhs", Noun.ACTIVITY, "jhs"), ("mug", Noun.PRODUCT, "mug"), ("stamp", Noun.FACT, "stamp")],
)
def test_an_entry_is_shown_from_another_place(stall: Stall, entry_id: str, noun: Noun, stood_on: str) -> None:
    stall.panel.show_entry(entry_id)

    entry = stall.panel.entry()
    assert entry
    assert (stall.panel.segments.noun, entry.id) == (noun, entry_id)


def test_after_a_form_it_says_what_was_saved_and_stands_on_it(stall: Stall) -> None:
    stall.cheat_sheet.save(replace(stall.cheat_sheet.sheet.products["brush"], price=Decimal(12)))
    stall.panel.refresh()

    stall.panel.tell()

    assert stall.panel.notice.text == "Saved “杯刷”"
    assert stall.panel.products.card.product_id == "brush"


def test_after_an_import_it_says_how_many(stall: Stall) -> None:
    stall.cheat_sheet.save_all([Product("a", "甲"), Product("b", "乙")])
    stall.panel.refresh()

    stall.panel.tell()

    assert stall.panel.notice.text == "2 entries were taken in"


def actions(menu: QMenu) -> list[str]:
    return [action.text().partition("\t")[0] for action in menu.actions() if action.text()]


def test_the_menu_offers_what_fits(stall: Stall, qapp: QApplication) -> None:
    stall.panel.segments.choose(Noun.PRODUCT)

    stall.panel.open_menu(QPoint(0, 0))
    menu = qapp.activePopupWidget()

    assert isinstance(menu, QMenu)
    assert actions(menu)[:3] == ["New product…", "Edit “星空保温杯”…", "Can be sold again"]
    menu.close()


# Looks and words.


def test_everything_that_is_clicked_can_be_hit_and_has_a_name(stall: Stall) -> None:
    for noun in Noun:
        stall.panel.segments.choose(noun)
        if noun is Noun.PRODUCT:
            stall.panel.open_product("cup")
        for button in stall.panel.findChildren(QAbstractButton):
            if button.isVisible():
                assert button.height() >= 28
                assert button.accessibleName() or button.text()


def test_everything_that_takes_the_keyboard_is_a_stop(stall: Stall) -> None:
    stops = set(stall.panel.stops)

    for widget in stall.panel.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            assert widget in stops


@pytest.mark.parametrize("width", [232, 300, 420])
def test_it_fits_its_column(stall: Stall, width: int, qapp: QApplication) -> None:
    for noun in Noun:
        stall.panel.segments.choose(noun)
        if noun is Noun.PRODUCT:
            stall.panel.open_product("cup")
        stall.panel.resize(width, 560)
        qapp.processEvents()

        assert stall.panel.width() == width
        assert stall.panel.minimumSizeHint().width() <= width


def test_it_follows_the_language(stall: Stall, qapp: QApplication) -> None:
    stall.panel.choose(activity_id="d11")

    qapp.sendEvent(stall.panel, QEvent(QEvent.Type.LanguageChange))

    assert stall.panel.activities.shown == "d11"
    assert "Limit" in stall.labels()


def test_two_running_activities_are_both_told(open_stall: OpenStall) -> None:
    both = moment(SALE_DAY, 3, 11)

    stall = open_stall(sheet=Sheet.of([sale(), group_buy()]), at=both).serve()

    lanes = stall.panel.activities.timeline.lanes
    assert [row.is_live for row in lanes.rows] == [True, True]  # type: ignore[union-attr]
    assert not lanes.is_single
