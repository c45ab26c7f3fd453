from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from app.core.orders.kinds import ORDINARY
from app.core.orders.order import Flag
from app.core.orders.urging import Held, Holding, UrgeRules
from app.ui.orders import terms
from app.ui.orders.segments import Part
from tests.ui.orders.conftest import OpenPlace, Place
from tests.ui.orders.office import AFTERNOON, MINUTE, Office

ENTER = Qt.Key.Key_Return
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


def add(place: Place, text: str) -> None:
    place.panel.box.entry.setText(text)
    place.press(ENTER, to=place.panel.box.entry)


def test_what_is_typed_is_read_back_before_enter(place: Place) -> None:
    place.panel.box.entry.setText("新买家 128 聚 14:05 #保温杯")

    assert place.panel.box.reading.text() == (
        "新买家 · ¥128 · Group-buy · 保温杯 · placed 14:05 · closes 14:35 · 15 min left"
    )
    assert place.office.orders.book.count() == 7


def test_enter_adds_it_stands_on_it_and_goes_on_typing(place: Place) -> None:
    place.panel.box.entry.setFocus()

    add(place, "新买家 128 聚 14:05")

    order = place.panel.order()
    assert order is not None
    assert (order.buyer, order.closes_at) == ("新买家", AFTERNOON + timedelta(minutes=15))
    assert place.panel.box.entry.text() == ""
    assert place.panel.box.entry.hasFocus()


def test_what_was_added_can_be_taken_back_from_the_line(place: Place) -> None:
    add(place, "新买家 128 聚 14:05")

    place.press(Qt.Key.Key_Z, CTRL, to=place.panel.box.entry)

    assert "新买家" not in place.buyers()


def test_a_line_that_makes_no_order_says_why_and_stays(place: Place) -> None:
    add(place, "小熊猫 128 129 聚 14:05")

    assert place.panel.box.reading.text() == "There are two amounts; “129” is one too many."
    assert place.panel.box.entry.text() == "小熊猫 128 129 聚 14:05"
    assert place.told("changed") == []


def test_a_line_that_is_only_half_typed_is_no_mistake_yet(place: Place) -> None:
    place.panel.box.entry.setText("128")

    assert place.panel.box.reading.text() == "The buyer's name is missing."
    assert place.panel.box.reading.property("kind") == "muted"


def test_an_order_that_has_closed_already_is_told_so(place: Place) -> None:
    place.panel.box.entry.setText("小熊猫 128 聚 12:05")

    said = place.panel.box.reading.text()
    place.press(Qt.Key.Key_Return, to=place.panel.box.entry)

    assert said.endswith("it has closed already")
    assert place.panel.notice.text.endswith("it has closed already")


def test_several_lines_that_are_pasted_go_to_their_window(place: Place) -> None:
    QGuiApplication.clipboard().setText("买家：小熊猫\n订单号：1234567890123456789")

    place.press(Qt.Key.Key_V, CTRL, to=place.panel.box.entry)
    place.press(Qt.Key.Key_V, CTRL)

    assert place.told("paste_text_wanted") == ["买家：小熊猫\n订单号：1234567890123456789"] * 2
    assert place.panel.box.entry.text() == ""


def test_one_pasted_line_is_typing(place: Place) -> None:
    QGuiApplication.clipboard().setText("小熊猫 128")

    place.press(Qt.Key.Key_V, CTRL, to=place.panel.box.entry)

    assert place.panel.box.entry.text() == "小熊猫 128"


def test_down_goes_into_the_list_and_up_comes_back(place: Place) -> None:
    place.panel.box.entry.setFocus()

    place.press(Qt.Key.Key_Down, to=place.panel.box.entry)
    is_above_list = place.panel.queue.sieve.line.hasFocus()
    place.press(Qt.Key.Key_Home)
    place.press(Qt.Key.Key_Up)

    assert is_above_list
    assert place.panel.box.entry.hasFocus()


def test_the_parts_count_what_is_to_be_done_in_them(place: Place) -> None:
    words = [stop.text() for stop in place.panel.segments.stops[:3]]

    assert words == ["Unpaid 6", "Ended 1", "Follow-ups 3"]


def test_ctrl_page_down_goes_to_the_next_part_with_the_keyboard(place: Place) -> None:
    place.panel.list.setFocus()

    place.press(Qt.Key.Key_PageDown, CTRL)

    assert place.panel.segments.part is Part.PAID
    assert place.panel.paid.list.hasFocus()


def test_a_digit_checks_a_point_after_the_payment_and_takes_it_back(place: Place) -> None:
    place.panel.segments.choose(Part.PAID)
    place.stand_on("o8")

    place.press(Qt.Key.Key_2, ALT)
    done = place.order("o8").checks
    place.press(Qt.Key.Key_2, ALT)

    assert done == ("address", "shipping")
    assert place.order("o8").checks == ("address",)


def test_a_paid_order_whose_points_are_done_says_so(place: Place) -> None:
    cards = [place.panel.paid.list.card(place.order(order_id)) for order_id in ("o8", "o9")]

    assert [card.word for card in cards] == ["to do", "all done"]
    assert "2 Shipping time said: still to do" in cards[0].spoken


def test_enter_on_a_paid_order_pastes_the_phrase_of_what_is_open(place: Place) -> None:
    place.office.phrases = {"hddz": "p1", "hdbz": "p3"}
    place.panel.segments.choose(Part.PAID)
    place.stand_on("o8")

    place.press(ENTER)

    assert place.told("paste_wanted") == ["p3"]


def test_a_flag_can_be_given_after_the_payment(place: Place) -> None:
    place.panel.segments.choose(Part.PAID)
    place.stand_on("o8")
    place.press(Qt.Key.Key_F, ALT)

    place.answer("3")

    assert place.order("o8").flag is Flag.GREEN


def test_a_promise_is_typed_in_one_line(place: Place) -> None:
    place.panel.segments.choose(Part.PROMISES)

    place.panel.promise_box.entry.setText("16:30 橙子汽水 回复尺码")
    read = place.panel.promise_box.reading.text()
    place.press(ENTER, to=place.panel.promise_box.entry)

    assert read == "橙子汽水 · 回复尺码 · today 16:30 · 2 h 10 min left"
    promises = place.office.orders.follow_ups.open()
    assert ("橙子汽水", "回复尺码") in [(promise.buyer, promise.text) for promise in promises]


def test_a_promise_without_a_time_says_what_is_missing(place: Place) -> None:
    place.panel.segments.choose(Part.PROMISES)
    place.panel.promise_box.entry.setText("小熊猫 回复")

    place.press(ENTER, to=place.panel.promise_box.entry)

    assert place.panel.promise_box.reading.text().startswith("Say until when")
    assert place.panel.promise_box.reading.property("kind") == "error"


def test_a_promise_is_kept_by_one_key_and_undone(place: Place) -> None:
    place.panel.segments.choose(Part.PROMISES)

    place.press(Qt.Key.Key_D, ALT)
    left = [promise.buyer for promise in place.office.orders.follow_ups.open()]
    place.press(Qt.Key.Key_Z, CTRL)

    assert left == ["木木", "小熊猫"]
    assert len(place.office.orders.follow_ups.open()) == 3


def test_undo_takes_back_what_was_done_last_wherever_it_was(place: Place) -> None:
    place.stand_on("o2")
    place.press(Qt.Key.Key_P, ALT)
    place.panel.segments.choose(Part.PROMISES)
    place.press(Qt.Key.Key_D, ALT)

    place.panel.undo()
    place.panel.undo()

    assert len(place.office.orders.follow_ups.open()) == 3
    assert place.order("o2").is_open


def test_a_promise_is_put_off_by_a_digit(place: Place) -> None:
    place.panel.segments.choose(Part.PROMISES)
    place.press(Qt.Key.Key_S, ALT)

    place.answer("5")

    dues = {promise.buyer: promise.due_at for promise in place.office.orders.follow_ups.open()}
    assert dues["阿良"] == AFTERNOON + timedelta(minutes=5)


def test_the_buyer_of_a_promise_is_copied_where_it_has_no_phrase(place: Place) -> None:
    place.panel.segments.choose(Part.PROMISES)

    place.press(ENTER)

    assert place.told("copy_text_wanted") == ["阿良"]


def test_letters_go_on_in_the_search_from_the_other_parts(place: Place) -> None:
    place.panel.segments.choose(Part.PROMISES)

    place.qtbot.keyClicks(place.panel.list, "d")

    assert place.told("typed") == ["d"]
    assert place.panel.promises.list.cards.rowCount() == 3


def test_empty_parts_say_what_they_are_for(open_place: OpenPlace) -> None:
    place = open_place(Office())

    place.panel.segments.choose(Part.PAID)
    paid = place.panel.paid.blank.sentence
    place.panel.segments.choose(Part.PROMISES)

    assert paid.startswith("Nothing has ended yet")
    assert place.panel.promises.blank.sentence.startswith("Nothing is promised")
    assert place.panel.first is place.panel.promise_box.entry


def test_a_click_into_a_line_asks_for_the_keyboard(place: Place) -> None:
    place.qtbot.mouseClick(place.panel.box.entry, Qt.MouseButton.LeftButton)

    assert place.told("keyboard_wanted") == [place.panel.box.entry]


def test_an_ordinary_order_is_read_without_a_word_for_its_kind(place: Place) -> None:
    add(place, "新买家 59.9 14:05")

    order = place.panel.order()
    assert order is not None
    assert order.kind_id == ORDINARY


@pytest.mark.parametrize(("closes", "said"), [(5, "Urged just now"), (6, "Urged just now; again from 14:25")])
def test_no_urge_is_announced_for_after_the_closing(closes: int, said: str) -> None:
    holding = Holding(Held.TOO_SOON, AFTERNOON + 5 * MINUTE)

    why = terms.waits(holding, UrgeRules(), AFTERNOON, ZoneInfo("Asia/Shanghai"), AFTERNOON + closes * MINUTE)

    assert why == said
