from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from itertools import count

import pytest

from app.core.orders.choices import BY_TIME, Choice
from app.core.orders.duties.shifts import Shift
from app.core.orders.urging import Quiet
from app.core.pinyin import Readings
from app.core.settings import Settings
from app.core.storage import Contents
from app.ui import order_names
from app.ui.order_dialogs.settings_orders import OrderSettingsDesk, OrdersPage
from app.ui.settings_dialog.desk import SettingsDesk
from tests.sheets import SHANGHAI


class Shelf:
    """Settings that are kept in memory."""

    def __init__(self):
        self.settings = Settings()
        self.is_full = False
        self._ids = count(1)

    def change(self, **fields):
        if self.is_full:
            return False
        self.settings = replace(self.settings, **fields)
        return True

    def page(self, look):
        desk = SettingsDesk(
            settings=lambda: self.settings,
            change=self.change,
            examine=lambda name, chord: None,
            taken=tuple,
            name_holder=str,
            turn_autostart=lambda is_on: None,
            make_backup=str,
            backups=tuple,
            contents=lambda name: Contents(),
            restore=str,
            forget_buyers=lambda with_backups: 0,
            target=str,
            folder="",
            log_folder="",
            open_folder=str,
            now=lambda: datetime(2026, 11, 11, 6, tzinfo=UTC),
            zone=lambda: SHANGHAI,
            play=lambda sound: None,
            readings=lambda: Readings.of_chars({}),
        )
        more = OrderSettingsDesk(new_id=lambda: f"new{next(self._ids)}", codes=lambda: (("fkxe", "银行卡限额"),))
        return OrdersPage(look, desk, self.change, more)


@pytest.fixture
def shelf():
    return Shelf()


@pytest.fixture
def page(qtbot, look, shelf):
    made = shelf.page(look)
    qtbot.addWidget(made)
    made.show()
    return made


def write(cell, text):
    cell.content.setText(text)
    cell.content.editingFinished.emit()


def rows(page, name):
    return page.sections[name].rows.rows


def test_what_is_stored_stands_there(page):
    assert page.per_day.content.text() == "2"
    assert page.cooldown.content.text() == "5 min"
    assert page.paid_since.content.text() == "24 h"
    assert [row.title() for row in rows(page, "shifts")] == ["Day shift", "Evening shift"]
    assert rows(page, "shifts")[1].until_at.content.text() == "24:00"
    assert "Closed by time" in page.sections["lost_reasons"].fold._told.toolTip()


def test_numbers_and_lengths_are_kept_when_they_are_left(page, shelf):
    write(page.per_day, "3")
    write(page.cooldown, "10分")
    write(page.paid_since, "2天")

    rules = shelf.settings.urge_rules
    assert (rules.per_day, rules.cooldown, rules.paid_since) == (3, timedelta(minutes=10), timedelta(days=2))


@pytest.mark.parametrize("text", ["0", "21", "", "many"])
def test_a_number_of_urges_out_of_reach_is_refused(page, shelf, text):
    write(page.per_day, text)

    assert "1–20" in page.per_day.refusal
    assert shelf.settings.urge_rules.per_day == 2


def test_a_rest_without_a_unit_or_too_long_is_refused(page, shelf):
    write(page.cooldown, "5")
    without_unit = page.cooldown.refusal
    write(page.cooldown, "25小时")

    assert "Minutes or hours" in without_unit
    assert page.cooldown.refusal
    assert shelf.settings.urge_rules.cooldown == timedelta(minutes=5)


def test_no_rest_at_all_is_an_empty_line(page, shelf):
    write(page.cooldown, "")

    assert shelf.settings.urge_rules.cooldown == timedelta()


def test_quiet_hours_are_added(page, shelf):
    section = page.sections["quiet"]
    made = section.rows.add()
    made.from_at.content.setText("12:00")
    made.until_at.content.setText("13")

    section.settle()

    assert shelf.settings.urge_rules.quiet == (Quiet(time(0, 30), time(8)), Quiet(time(12), time(13)))
    assert "12:00–13:00" in section.fold._told.toolTip()


def test_a_half_written_row_keeps_its_list_back_and_says_why(page, shelf):
    section = page.sections["quiet"]
    section.rows.add().from_at.content.setText("25:00")

    section.settle()

    assert "no time of day" in rows(page, "quiet")[1].from_at.refusal
    assert rows(page, "quiet")[1].until_at.refusal
    assert len(shelf.settings.urge_rules.quiet) == 1


def test_quiet_hours_of_no_length_are_refused(page, shelf):
    section = page.sections["quiet"]
    write(rows(page, "quiet")[0].until_at, "0:30")

    section.settle()

    assert "same time" in rows(page, "quiet")[0].until_at.refusal


def test_shifts_are_changed(page, shelf):
    write(rows(page, "shifts")[1].until_at, "0:00")
    write(rows(page, "shifts")[0].name, "早班")

    page.sections["shifts"].settle()

    assert shelf.settings.shifts == (Shift("早班", time(9), time(17)), Shift("晚班", time(17), time()))


def test_a_lost_reason_is_added_with_an_id_of_its_own_and_renamed_with_its_old_one(page, shelf):
    section = page.sections["lost_reasons"]
    write(rows(page, "lost_reasons")[1].name, "嫌慢")
    made = section.rows.add()
    made.name.content.setText("颜色没货")
    made.code.content.setText("xg")

    section.settle()

    assert shelf.settings.lost_reasons[1] == Choice("slow_shipping", "嫌慢")
    assert shelf.settings.lost_reasons[-1] == Choice(made.value, "颜色没货", "xg")
    assert made.value.startswith("new")


def test_the_reason_of_the_closing_by_time_cannot_be_removed(page):
    row = rows(page, "lost_reasons")[0]

    assert row.value == BY_TIME
    assert not row.away.isEnabled()
    assert rows(page, "lost_reasons")[1].away.isEnabled()


def test_the_reason_of_the_closing_by_time_stays_also_when_it_was_removed_by_key(page, shelf):
    section = page.sections["lost_reasons"]
    section.rows.remove(rows(page, "lost_reasons")[0])
    section.rows.remove(rows(page, "lost_reasons")[0])

    section.settle()

    assert [each.id for each in shelf.settings.lost_reasons][:2] == [BY_TIME, "express_fee"]
    assert rows(page, "lost_reasons")[0].value == BY_TIME


def test_two_lines_of_one_name_are_refused(page, shelf):
    section = page.sections["payment_problems"]
    section.rows.add().name.content.setText("Card limit")

    section.settle()

    assert "stands there already" in rows(page, "payment_problems")[-1].name.refusal
    assert len(shelf.settings.payment_problems) == 4


def test_a_list_that_could_not_be_kept_shows_what_is_stored(page, shelf):
    section = page.sections["order_checks"]
    section.rows.remove(rows(page, "order_checks")[0])
    shelf.is_full = True

    section.settle()

    kept = [order_names.kept(row.title()) for row in rows(page, "order_checks")]
    assert kept == [each.name for each in shelf.settings.order_checks]
    assert len(rows(page, "order_checks")) == 3


def test_the_watched_folder_is_chosen_and_given_up(page, shelf):
    page.choose_folder("/shop/exports")
    shown = page.folder.text()
    page.no_folder_button.click()

    assert shown == "/shop/exports"
    assert shelf.settings.order_folder == ""
    assert "None is watched" in page.folder_row._remark.text()


def test_the_kinds_of_orders_are_one_click_away(page, qtbot):
    with qtbot.waitSignal(page.kinds_wanted):
        page.kinds_button.click()


def test_who_is_typing_is_not_disturbed_by_a_refresh(page):
    row = page.sections["lost_reasons"].rows.add()
    row.name.content.setText("半")

    page.refresh()

    assert rows(page, "lost_reasons")[-1] is row
