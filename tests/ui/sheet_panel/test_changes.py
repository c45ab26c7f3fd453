from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.core.changes import Kind
from app.core.sheet.changes import Change
from app.core.sheet.differences import FIELDS, NO, YES
from app.ui.sheet_panel import field_words
from app.ui.sheet_panel.changes_page import rows_of
from app.ui.sheet_panel.row import Part
from tests.sheets import SALE_DAY, SHANGHAI
from tests.ui.sheet_panel.stall import Stall


def edit(stall: Stall) -> None:
    """Change the limit and the refund rules while the sale is on."""
    activity = stall.cheat_sheet.sheet.activities["d11"]
    assert activity.limit
    stall.cheat_sheet.save(replace(activity, limit=replace(activity.limit, count=3), refund_rules="13日起可退"))
    stall.panel.refresh()


def change(number: int, **more: object) -> Change:
    made = Change(f"c{number}", "d11", "双11大促", "limit.count", "2", "3", SALE_DAY, "personal")
    return replace(made, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize("field", FIELDS)
def test_every_field_has_a_word(field: str) -> None:
    assert field in field_words.FIELDS


def test_no_word_is_of_a_field_that_is_gone() -> None:
    assert set(field_words.FIELDS) == set(FIELDS)


def test_a_row_of_an_entry_is_named_before_its_field() -> None:
    assert field_words.of_field("phases.ends_at.前两小时半价") == "前两小时半价 · End"
    assert field_words.of_field("coupons.238") == "238 · Coupon"
    assert field_words.of_field("odd_field") == "odd_field"


def test_values_are_words() -> None:
    told = [
        field_words.of_value("is_sold_out", YES),
        field_words.of_value("is_sold_out", NO),
        field_words.of_value("kind", "group_buy"),
        field_words.of_value("stacking.base", "after_coupon"),
        field_words.of_value("limit.count", ""),
        field_words.of_value("limit.count", "3"),
    ]

    assert told == ["yes", "no", "Group-buy", "on what the coupon leaves", "—", "3"]


def test_without_changes_nothing_is_said(stall: Stall) -> None:
    assert stall.panel.banner.said == ""


def test_changes_are_told_at_the_top(stall: Stall) -> None:
    edit(stall)

    assert stall.panel.banner.said == "2 changes of 双11大促"


def test_the_list_shows_old_and_new(stall: Stall, qtbot: QtBot) -> None:
    edit(stall)

    qtbot.mouseClick(stall.panel.banner.button, Qt.MouseButton.LeftButton)

    rows = stall.panel.changes.list.rows.rows
    assert stall.panel.page is stall.panel.changes
    assert [(row.label, row.old, row.value) for row in rows if row.part is Part.CHANGE] == [
        ("Purchase limit", "2", "3"),
        ("Refund rules", "11月11日的订单从11月12日起可以申请退款，之前先备注“买家不要了”", "13日起可退"),
    ]


def test_enter_after_enter_confirms_one_after_the_other(stall: Stall, qtbot: QtBot) -> None:
    edit(stall)
    stall.panel.open_changes()
    stall.panel.show()

    qtbot.keyClick(stall.panel.changes.list, Qt.Key.Key_Return)
    can_confirm = stall.panel.changes.confirm.isVisibleTo(stall.panel.changes)
    qtbot.keyClick(stall.panel.changes.list, Qt.Key.Key_Return)

    assert can_confirm
    assert stall.cheat_sheet.unconfirmed() == []


def test_enter_confirms_one_and_it_stays_readable(stall: Stall, qtbot: QtBot) -> None:
    edit(stall)
    stall.panel.open_changes()

    qtbot.keyClick(stall.panel.changes.list, Qt.Key.Key_Return)

    rows = stall.panel.changes.list.rows.rows
    assert stall.panel.banner.said == "1 change of 双11大促"
    assert [row.label for row in rows] == [
        "双11大促",
        "Refund rules",
        "Earlier, confirmed",
        "双11大促 · Purchase limit",
    ]
    assert {Kind.CHANGES} <= stall.of("changed")[-1]


def test_a_confirmed_one_is_not_confirmed_again(stall: Stall, qtbot: QtBot) -> None:
    edit(stall)
    stall.panel.open_changes()
    stall.panel.changes.confirm_all.click()
    before = len(stall.of("changed"))

    stall.panel.changes.list.choose(1)
    qtbot.keyClick(stall.panel.changes.list, Qt.Key.Key_Return)

    assert len(stall.of("changed")) == before
    assert stall.panel.changes.confirm.isHidden()


def test_all_are_confirmed_by_one_button(stall: Stall) -> None:
    edit(stall)
    stall.panel.open_changes()

    stall.panel.changes.confirm_all.click()

    assert stall.cheat_sheet.unconfirmed() == []
    assert stall.panel.banner.said == ""
    assert stall.panel.changes.confirm_all.isHidden()


def test_the_button_confirms_the_one_that_is_stood_on(stall: Stall) -> None:
    edit(stall)
    stall.panel.open_changes()
    stall.panel.changes.list.choose(2)

    stall.panel.changes.confirm.click()

    assert [each.field for each in stall.cheat_sheet.unconfirmed()] == ["limit.count"]


def test_escape_leads_back_to_the_part(stall: Stall, qtbot: QtBot) -> None:
    edit(stall)
    stall.panel.open_changes()

    qtbot.keyClick(stall.panel.changes.list, Qt.Key.Key_Escape)

    assert stall.panel.page is stall.panel.activities
    assert stall.of("left") == []


def test_several_entries_are_counted(stall: Stall) -> None:
    stall.panel.banner.show_changes([change(1), change(2, entry_name="聚划算专场")])

    assert stall.panel.banner.said == "2 changes of 2 entries"


def test_changes_are_grouped_by_entry_the_latest_first() -> None:
    changes = [change(1), change(2, entry_name="聚划算专场"), change(3)]

    labels = [row.key for row in rows_of(changes, SALE_DAY, SHANGHAI)]

    assert labels == ["head:双11大促", "c1", "c3", "head:聚划算专场", "c2"]


def test_who_and_when_stand_below() -> None:
    by_pack = change(1, source="lead-2026", changed_at=SALE_DAY - timedelta(minutes=12))

    (_, row) = rows_of([by_pack], SALE_DAY, SHANGHAI)

    assert row.note == "today 13:48 · by pack lead-2026"
