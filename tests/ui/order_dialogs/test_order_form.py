from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from app.core.orders.order import Flag, Manner
from app.core.storage import NotStored, Trouble
from app.ui.order_dialogs.order_form import OrderForm
from tests.ui.order_dialogs.stall import MINUTE, NOON, PANDA, Stall


@pytest.fixture
def stall():
    return Stall()


@pytest.fixture
def open_form(qtbot, look, stall):
    def make(order=PANDA, *, is_new=False):
        form = OrderForm(look, stall.form_desk(), stall.drafts, order, is_new=is_new)
        qtbot.addWidget(form)
        form.show()
        return form

    return make


def put(form, name, text):
    cell = form.fields.cells[name]
    cell.content.setText(text)
    if hasattr(cell.input, "settle"):
        cell.input.settle()


def choose(form, name, value):
    cell = form.fields.cells[name]
    cell.input.pick(value)
    cell.input.chosen.emit()


def text(form, name):
    return form.fields.cells[name].content.text()


def refusal(form, name):
    return form.fields.cells[name].refusal


def test_an_order_that_nobody_touched_is_saved_as_it_was(open_form, stall):
    odd = replace(PANDA, placed_at=PANDA.placed_at + timedelta(seconds=7, microseconds=9), note="第一行\r\n第二行")
    form = open_form(odd)

    form.save()

    assert stall.orders["panda"] == odd


def test_everything_that_can_be_written_is_saved(open_form, stall):
    form = open_form()
    put(form, "buyer", "大熊猫")
    put(form, "amount", "¥1,288.50")
    put(form, "number", "223456789012345678")
    put(form, "agent", "小秋")
    form.fields.cells["items"].content.setPlainText("杯子\n\n 雨伞 ")
    form.fields.cells["note"].content.setPlainText("放门口")
    choose(form, "flag", Flag.BLUE)
    choose(form, "manner", Manner.ASKED)
    choose(form, "problem", "card_limit")
    form.fields.cells["activity"].input.put("jhs")

    form.save()

    saved = stall.orders["panda"]
    assert (saved.buyer, saved.amount, saved.number) == ("大熊猫", Decimal("1288.50"), "223456789012345678")
    assert (saved.agent, saved.items, saved.note) == ("小秋", ("杯子", "雨伞"), "放门口")
    assert (saved.flag, saved.manner, saved.problem, saved.activity_id) == (
        Flag.BLUE,
        Manner.ASKED,
        "card_limit",
        "jhs",
    )


def test_the_closing_follows_the_kind_and_the_moment_it_was_placed(open_form):
    form = open_form()

    choose(form, "kind", "ordinary")
    of_ordinary = text(form, "closes_at")
    choose(form, "kind", "group_buy")
    put(form, "placed_at", "14:10")

    assert of_ordinary == "2026-11-14 14:05"
    assert text(form, "closes_at") == "2026-11-11 14:40"
    assert not form.order_fields.follow_button.isVisible()


def test_a_closing_written_by_hand_stays_until_the_kinds_own_is_taken(open_form):
    form = open_form()
    put(form, "closes_at", "15:00")

    put(form, "placed_at", "14:10")
    by_hand = text(form, "closes_at")
    can_be_taken = form.order_fields.follow_button.isVisible()
    form.order_fields.follow_button.click()

    assert (by_hand, can_be_taken) == ("2026-11-11 15:00", True)
    assert text(form, "closes_at") == "2026-11-11 14:40"


def test_a_kind_without_a_closing_of_its_own_asks_for_one(open_form, stall):
    form = open_form()
    choose(form, "kind", "balance")
    put(form, "closes_at", "")

    form.save()

    assert "until when it is to be paid" in refusal(form, "closes_at")
    assert stall.orders["panda"] == PANDA


def test_all_that_is_wrong_is_said_at_once_and_the_first_has_the_keyboard(open_form, qtbot):
    form = open_form()
    put(form, "buyer", "  ")
    put(form, "amount", "-3")
    put(form, "number", "1.23E+18")
    put(form, "closes_at", "2026-11-11 13:00")

    form.save()

    assert "Who ordered" in refusal(form, "buyer")
    assert "below zero" in refusal(form, "amount")
    assert "rounded" in refusal(form, "number")
    assert "before it was placed" in refusal(form, "closes_at")
    assert "4 fields" in form.status.text()
    assert form.focusWidget() is form.fields.cells["buyer"].content


def test_an_order_of_tomorrow_is_refused(open_form):
    form = open_form()
    put(form, "placed_at", "2026-11-12 14:00")

    form.save()

    assert "still to come" in refusal(form, "placed_at")


def test_a_number_of_another_order_is_refused_with_its_buyer(open_form, stall):
    form = open_form(replace(stall.orders["fox"]))
    put(form, "number", PANDA.number)

    form.save()

    assert "小熊猫" in refusal(form, "number")


def test_a_note_is_counted_in_the_clients_bytes_and_too_long_a_one_is_refused(open_form, stall):
    form = open_form()
    note = form.fields.cells["note"].content
    note.setPlainText("谢" * 500)
    counted = form.order_fields.note.meter.text()

    note.setPlainText("谢" * 500 + "!")
    form.save()

    assert counted == "1,000 of 1,000 bytes"
    assert "1 too many" in form.order_fields.note.meter.text()
    assert "too long for the client" in refusal(form, "note")
    assert stall.orders["panda"].note == ""


def test_what_the_client_cannot_hold_is_marked_where_it_stands(open_form):
    form = open_form(replace(PANDA, note="好😀的é"))
    note = form.order_fields.note

    marked = [mark.cursor.selectedText() for mark in note.extraSelections()]

    assert marked == ["😀"]
    assert "😀" in note.meter.text()


def test_the_history_tells_when_who_and_what_the_latest_first(open_form):
    form = open_form()

    table = form.history.table
    rows = [[table.item(row, column).text() for column in range(3)] for row in range(table.rowCount())]
    table.setCurrentCell(0, 0)

    assert [row[1] for row in rows] == ["小夏", "", "小夏"]
    assert rows[0][2].startswith("Urged · Gentle · 催付·温和提醒")
    assert rows[2] == ["today 14:05", "小夏", "Noted by hand"]
    assert form.history.text.toPlainText() == "亲，您的订单还没付款哦，还有 18 分钟"


def test_a_history_that_cannot_be_read_is_told_and_the_order_can_still_be_changed(qtbot, look, stall):
    def broken(_order_id):
        stall.trouble = None
        raise stall.error

    stall.error = NotStored(Trouble.LOCKED)
    form = OrderForm(look, stall.form_desk(history=broken), stall.drafts, PANDA, is_new=False)
    qtbot.addWidget(form)
    told = form.status.text()
    put(form, "buyer", "大熊猫")

    form.save()

    assert told
    assert stall.orders["panda"].buyer == "大熊猫"


def test_closing_keeps_a_draft_and_it_comes_back_with_a_way_to_what_is_saved(open_form):
    form = open_form()
    put(form, "buyer", "大熊猫")
    put(form, "amount", "很多")
    form.reject()

    again = open_form()
    back = (text(again, "buyer"), text(again, "amount"))
    again.banner_button.click()

    assert back == ("大熊猫", "很多")
    assert again.banner.isVisible()
    assert text(again, "buyer") == "小熊猫"


def test_a_draft_keeps_a_closing_by_hand_as_one_by_hand(open_form):
    form = open_form()
    put(form, "closes_at", "15:00")
    form.reject()

    again = open_form()
    put(again, "placed_at", "14:10")

    assert text(again, "closes_at") == "2026-11-11 15:00"


def test_a_store_in_trouble_loses_nothing(open_form, stall):
    form = open_form()
    put(form, "buyer", "大熊猫")
    stall.trouble = Trouble.FULL

    form.save()

    assert form.isVisible()
    assert form.status.text()
    assert text(form, "buyer") == "大熊猫"


def test_a_kind_and_a_problem_that_are_gone_stay_with_the_order(open_form, stall):
    form = open_form(replace(PANDA, kind_id="gone", problem="odd", closes_at=NOON + 3 * MINUTE))

    form.save()

    assert (stall.orders["panda"].kind_id, stall.orders["panda"].problem) == ("gone", "odd")
