from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QToolButton

from app.core.glimpse import Theme
from app.core.orders.choices import BY_TIME
from app.core.orders.filters import OrderFilter
from app.core.orders.order import Flag, Manner, Outcome
from app.core.orders.urging import Held, Holding
from app.core.storage import Trouble
from app.ui.key_button import KeyButton
from app.ui.palette import Tone
from app.ui.saying import Saying
from app.ui.theme import Look
from tests.ui.orders.conftest import OpenPlace, Place
from tests.ui.orders.office import AFTERNOON, Office, group_buy

ENTER = Qt.Key.Key_Return
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


def test_the_nearest_to_close_stands_on_top_below_what_has_closed(place: Place) -> None:
    assert place.buyers()[:4] == ["雨后彩虹", "小熊猫", "糖果女孩2015", "tb38271_99"]
    assert place.card("o1").time == "12 s ago"
    assert place.card("o1").word == "closed"


def test_a_second_changes_the_digits_and_nothing_else(place: Place) -> None:
    before = place.card("o2")

    place.go(seconds=1)

    after = place.card("o2")
    assert (before.time, after.time) == ("04:18", "04:17")
    assert before.still == after.still


def test_each_urgency_has_a_colour_a_drawing_and_a_word_of_its_own(place: Place) -> None:
    cards = [place.card(order_id) for order_id in ("o1", "o2", "o3", "o5")]

    assert len({card.tone for card in cards}) == 4
    assert len({card.drawing for card in cards}) == 4
    assert len({card.word for card in cards}) == 4


def test_a_row_tells_what_was_said_last_and_why_nothing_is_said_now(place: Place) -> None:
    assert place.card("o2").state == "Urged “Again” 3 min ago"
    assert place.card("o4").state.startswith("Urged 2 times today")
    assert place.card("o3").state.startswith("Card limit")


def test_a_row_says_all_of_it_to_a_screen_reader(place: Place) -> None:
    spoken = place.panel.queue.list.cards.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)

    assert "小熊猫" in spoken
    assert "04:18" in spoken
    assert "last minutes" in spoken


def test_the_head_counts_what_is_still_at_risk(place: Place) -> None:
    assert place.panel.queue.totals.text() == "6 orders, ¥14,671.50 at risk"
    assert place.panel.queue.recovered.text() == "¥516 recovered today (2)"


def test_a_question_has_room_for_all_its_answers_in_a_low_window(place: Place) -> None:
    place.stand_on("o5")
    place.panel.resize(277, 348)

    place.press(Qt.Key.Key_X, ALT)
    QApplication.processEvents()

    answers = [each for each in place.panel.asking.stops if isinstance(each, QToolButton)]
    assert len(answers) > 3
    assert all(each.parentWidget().rect().contains(each.geometry()) for each in answers)
    assert not place.panel.list.visibleRegion().isEmpty()


def test_what_closes_meanwhile_is_at_risk_no_more(place: Place) -> None:
    place.go(minutes=5)

    assert place.panel.queue.totals.text() == "5 orders, ¥14,543.50 at risk"
    assert place.card("o2").word == "closed"


def test_a_clock_that_is_set_moves_no_deadline(place: Place) -> None:
    place.office.clock.jump(timedelta(hours=2))
    place.office.pulse.now()

    place.go(seconds=1)

    assert place.card("o2").time == "04:17"


def test_the_badge_counts_what_closes_soon_and_what_is_due(place: Place) -> None:
    assert place.told("waiting")[-1] == 3 + 1


def test_the_badge_goes_on_while_another_place_is_open(place: Place) -> None:
    place.panel.hide()

    place.go(minutes=5)

    assert place.told("waiting")[-1] == 2 + 1


def test_enter_wants_the_order_urged(place: Place) -> None:
    place.stand_on("o2")

    place.press(ENTER)

    assert place.told("urge_wanted") == ["o2"]


def test_what_the_rules_hold_back_is_told_and_urged_only_on_a_second_key(place: Place) -> None:
    place.stand_on("o4")

    place.press(ENTER)

    assert place.told("urge_wanted") == []
    assert place.panel.notice.text == "tb38271_99 was not urged: Urged 2 times today."
    place.panel.acts["act"]()
    assert place.told("urge_wanted") == ["o4"]


def test_an_order_that_was_put_off_can_be_urged_at_once(place: Place) -> None:
    place.office.holdings["o2"] = Holding(Held.SNOOZED, AFTERNOON + timedelta(minutes=3))
    place.stand_on("o2")

    place.press(ENTER)

    assert place.told("urge_wanted") == ["o2"]


def test_what_has_closed_is_not_urged(place: Place) -> None:
    place.stand_on("o1")

    place.press(ENTER)

    assert place.told("urge_wanted") == []
    assert "closed already" in place.panel.notice.text


def test_after_an_urge_the_next_order_is_offered(place: Place) -> None:
    place.stand_on("o2")

    place.panel.show_urged("o2")

    assert place.panel.order() == place.order("o3")


def test_the_next_order_may_be_another_than_the_one_below(place: Place) -> None:
    place.stand_on("o2")

    place.panel.show_urged("o2", "o5")

    assert place.panel.order() == place.order("o5")


def test_an_agent_who_stands_elsewhere_already_stays_there(place: Place) -> None:
    place.stand_on("o6")

    place.panel.show_urged("o2", "o5")

    assert place.panel.order() == place.order("o6")


def test_the_name_is_copied_for_the_search_of_the_client(place: Place) -> None:
    place.stand_on("o3")

    place.press(Qt.Key.Key_C, CTRL)

    assert place.told("copy_name_wanted") == ["o3"]


def test_one_key_says_that_it_is_paid_and_the_next_one_is_stood_on(place: Place) -> None:
    place.stand_on("o2")

    place.press(Qt.Key.Key_P, ALT)

    assert place.order("o2").outcome is Outcome.PAID
    assert place.panel.notice.text == "小熊猫 ¥128 has paid"
    assert place.panel.order() == place.order("o3")
    assert len(place.told("changed")) == 1


def test_undo_brings_it_back(place: Place) -> None:
    place.stand_on("o2")
    place.press(Qt.Key.Key_P, ALT)

    place.press(Qt.Key.Key_Z, CTRL)

    assert place.order("o2").is_open
    assert place.panel.notice.text == "Undone."
    assert "小熊猫" in place.buyers()


def test_after_an_undo_the_next_key_is_about_what_came_back(place: Place) -> None:
    place.stand_on("o2")
    place.press(Qt.Key.Key_P, ALT)

    place.press(Qt.Key.Key_Z, CTRL)

    assert place.panel.order() == place.order("o2")


def test_giving_up_takes_a_key_for_the_reason(place: Place) -> None:
    place.stand_on("o3")
    place.press(Qt.Key.Key_G, ALT)

    place.answer("4")

    assert place.order("o3").outcome is Outcome.GIVEN_UP
    assert place.order("o3").lost_reason == "price"
    assert not place.panel.asking.is_asking
    assert place.panel.first.hasFocus()


def test_a_reason_of_ones_own_is_typed(place: Place) -> None:
    place.stand_on("o3")
    place.press(Qt.Key.Key_G, ALT)

    place.panel.asking.line.insert("等双12")
    place.press(ENTER, to=place.panel.asking.line)

    assert place.order("o3").lost_reason == "等双12"


def test_escape_gives_nothing_up(place: Place) -> None:
    place.stand_on("o3")
    place.press(Qt.Key.Key_G, ALT)

    place.press(Qt.Key.Key_Escape, to=place.panel.asking.first)

    assert place.order("o3").is_open
    assert place.panel.first.hasFocus()


def test_what_ran_out_was_closed_by_time_without_a_question(place: Place) -> None:
    place.stand_on("o1")

    place.press(Qt.Key.Key_X, ALT)

    assert (place.order("o1").outcome, place.order("o1").lost_reason) == (Outcome.CLOSED, BY_TIME)


def test_what_still_had_time_was_closed_for_a_reason(place: Place) -> None:
    place.stand_on("o5")
    place.press(Qt.Key.Key_X, ALT)

    place.answer("3")

    assert (place.order("o5").outcome, place.order("o5").lost_reason) == (Outcome.CLOSED, "express_fee")


@pytest.mark.parametrize(("digit", "minutes"), [("3", 3), ("5", 5), ("0", 10)])
def test_later_takes_a_digit(place: Place, digit: str, minutes: int) -> None:
    place.stand_on("o5")
    place.press(Qt.Key.Key_S, ALT)

    place.answer(digit)

    assert place.order("o5").snoozed_until == AFTERNOON + timedelta(minutes=minutes)
    assert place.card("o5").state == f"Later: at 14:{20 + minutes}"


def test_later_is_never_after_the_order_has_closed(place: Place) -> None:
    place.stand_on("o2")  # closes in 4 min
    place.press(Qt.Key.Key_S, ALT)

    place.answer("5")
    place.answer("3")

    assert place.order("o2").snoozed_until == AFTERNOON + timedelta(minutes=3)


def test_where_nothing_can_wait_any_more_it_is_said(place: Place) -> None:
    place.go(minutes=2)
    place.stand_on("o2")

    place.press(Qt.Key.Key_S, ALT)

    assert not place.panel.asking.is_asking
    assert place.panel.notice.text.startswith("小熊猫 closes in 2 min")
    assert place.panel.notice.text.endswith("that cannot wait.")


def test_a_notice_leaves_its_room_to_a_question_and_comes_back(place: Place) -> None:
    place.panel.notice.put(Saying("阿良 closes in 5 min", topic="orders"))
    place.stand_on("o5")
    place.press(Qt.Key.Key_F, ALT)
    is_aside = not place.panel.notice.isVisible()
    place.panel.notice.put(Saying("小熊猫 closes in 3 min", topic="orders"))
    is_still_aside = not place.panel.notice.isVisible()

    place.panel.asking.cancel()

    assert (is_aside, is_still_aside) == (True, True)
    assert place.panel.notice.isVisible()
    assert place.panel.notice.text == "小熊猫 closes in 3 min"


def test_a_digit_that_answers_nothing_leaves_the_question(place: Place) -> None:
    place.stand_on("o5")
    place.press(Qt.Key.Key_S, ALT)

    place.answer("7")

    assert place.panel.asking.is_asking
    assert place.order("o5").snoozed_until is None


@pytest.mark.parametrize(("digit", "flag"), [("0", Flag.GREY), ("5", Flag.PURPLE), ("9", None)])
def test_a_flag_takes_the_number_of_the_client(place: Place, digit: str, flag: Flag | None) -> None:
    place.stand_on("o2")
    place.press(Qt.Key.Key_F, ALT)

    place.answer(digit)

    assert place.order("o2").flag is flag


def test_a_note_begins_as_it_was_and_is_counted_as_the_client_does(place: Place) -> None:
    place.stand_on("o2")
    place.press(Qt.Key.Key_N, ALT)

    assert place.panel.asking.line.text() == "周末送"
    assert place.panel.asking.count.text().startswith("6 of 1000 bytes")
    place.panel.asking.line.setText("周末送 1")
    place.press(ENTER, to=place.panel.asking.line)
    assert place.order("o2").note == "周末送 1"


def test_a_note_that_the_client_would_cut_is_not_saved(place: Place) -> None:
    place.stand_on("o2")
    place.press(Qt.Key.Key_N, ALT)

    place.panel.asking.line.setText("送" * 501)
    place.press(ENTER, to=place.panel.asking.line)

    assert place.panel.asking.is_asking
    assert "too long" in place.panel.asking.count.text()
    assert place.order("o2").note == "周末送"


def test_signs_that_the_client_lacks_are_shown_before_they_are_saved(place: Place) -> None:
    place.stand_on("o2")
    place.press(Qt.Key.Key_N, ALT)

    place.panel.asking.line.setText("送😊")

    assert place.panel.asking.count.text().endswith("cannot hold 😊")


def test_a_problem_offers_the_phrase_for_it(place: Place) -> None:
    place.office.phrases["fkxe"] = "p7"
    place.stand_on("o2")
    place.press(Qt.Key.Key_W, ALT)

    place.answer("1")

    assert place.order("o2").problem == "card_limit"
    place.panel.acts["act"]()
    assert place.told("paste_wanted") == ["p7"]


def test_the_rules_are_overridden_and_held_again_by_one_key(place: Place) -> None:
    place.stand_on("o4")

    place.press(Qt.Key.Key_O, ALT)
    is_overridden = place.order("o4").is_overridden
    place.press(Qt.Key.Key_O, ALT)

    assert is_overridden
    assert not place.order("o4").is_overridden


def test_delete_takes_it_out_and_undo_brings_it_back(place: Place) -> None:
    place.stand_on("o6")

    place.press(Qt.Key.Key_Delete)
    is_gone = place.order("o6") is None
    place.panel.undo()

    assert is_gone
    assert place.order("o6") is not None


def test_the_history_is_told_the_latest_first_and_left_by_escape(place: Place) -> None:
    place.stand_on("o2")
    place.press(Qt.Key.Key_F, ALT)
    place.answer("1")
    place.press(Qt.Key.Key_F, ALT)
    place.answer("2")

    place.press(Qt.Key.Key_H, ALT)

    assert place.panel.page is place.panel.history
    assert place.panel.history.head.text() == "小熊猫 · ¥128 · No. 0000000000000000002"
    assert place.panel.list.cards.rowCount() == 1  # the first flag was the one that it had
    place.press(Qt.Key.Key_Escape)
    assert place.panel.page is place.panel.queue
    assert place.panel.order() == place.order("o2")


def test_what_could_not_be_stored_is_told_and_changes_nothing(place: Place) -> None:
    place.office.store.trouble = Trouble.FULL
    place.stand_on("o2")

    place.press(Qt.Key.Key_P, ALT)

    assert place.order("o2").is_open
    assert "disk is full" in place.panel.notice.text
    assert place.told("changed") == []


def test_a_name_that_is_typed_on_arrival_filters_and_does_nothing_to_any_order(place: Place) -> None:
    place.panel.first.setFocus()

    place.qtbot.keyClicks(place.panel.focusWidget(), "pxg")

    assert place.panel.queue.sieve.line.text() == "pxg"
    assert place.office.orders.book.count() == 7


def test_what_was_typed_is_found_and_alt_and_a_letter_does_the_deed_to_it(place: Place) -> None:
    line = place.panel.queue.sieve.line
    place.qtbot.keyClicks(line, "tb382")

    place.press(Qt.Key.Key_P, ALT, to=line)

    assert line.text() == "tb382"
    assert [order.buyer for order in place.office.orders.paid_today() if order.buyer.startswith("tb")] == ["tb38271_99"]


def test_the_keyboard_stays_in_the_line_while_arrows_go_through_the_orders_and_enter_urges(place: Place) -> None:
    line = place.panel.queue.sieve.line
    line.setFocus()
    first = place.panel.order()

    place.press(Qt.Key.Key_Down, to=line)
    second = place.panel.order()
    place.press(ENTER, to=line)

    assert first is not None
    assert second is not None
    assert first.id != second.id
    assert place.told("urge_wanted") == [second.id]
    assert line.hasFocus()


def test_up_from_the_first_order_goes_to_the_line_where_orders_are_noted(place: Place) -> None:
    line = place.panel.queue.sieve.line
    line.setFocus()

    place.press(Qt.Key.Key_Up, to=line)

    assert place.panel.box.entry.hasFocus()


def test_escape_clears_what_is_typed_then_the_filters_and_then_leaves(place: Place) -> None:
    line = place.panel.queue.sieve.line
    place.panel.queue.sieve.chips[1].click()
    place.qtbot.keyClicks(line, "xiao")

    place.press(Qt.Key.Key_Escape, to=line)
    typed, is_on = line.text(), place.panel.queue.sieve.is_on
    place.press(Qt.Key.Key_Escape, to=line)
    place.press(Qt.Key.Key_Escape, to=line)

    assert (typed, is_on) == ("", True)
    assert not place.panel.queue.sieve.is_on
    assert place.told("left") == [None]


def test_the_list_has_its_keys_for_copying_deleting_and_many_orders_in_the_line_too(place: Place) -> None:
    line = place.panel.queue.sieve.line
    place.stand_on("o2")
    QApplication.clipboard().setText("小熊猫 128 聚 14:05\n阿良 99 14:07")

    place.press(Qt.Key.Key_C, CTRL, to=line)
    place.press(Qt.Key.Key_V, CTRL, to=line)
    place.press(Qt.Key.Key_Delete, to=line)

    assert place.told("copy_name_wanted") == ["o2"]
    assert place.told("paste_text_wanted") == ["小熊猫 128 聚 14:05\n阿良 99 14:07"]
    assert line.text() == ""
    assert place.order("o2") is None


def test_where_nothing_comes_through_enter_shows_all_again(place: Place) -> None:
    line = place.panel.queue.sieve.line
    place.qtbot.keyClicks(line, "zzzz")

    place.press(ENTER, to=line)

    assert place.told("urge_wanted") == []
    assert len(place.buyers()) == 7


def test_alt_and_a_letter_does_nothing_while_a_question_waits(place: Place) -> None:
    place.stand_on("o2")
    place.press(Qt.Key.Key_G, ALT)

    place.press(Qt.Key.Key_P, ALT, to=place.panel.asking.first)

    assert place.panel.asking.is_asking
    assert place.order("o2").is_open


def test_letters_in_the_list_go_on_in_the_filter(place: Place) -> None:
    place.qtbot.keyClicks(place.panel.list, "t")
    place.qtbot.keyClicks(place.panel.queue.sieve.line, "b")

    assert place.buyers() == ["tb38271_99"]
    assert place.panel.queue.totals.text().startswith("1 of 6 orders")


def test_keys_of_the_list_are_letters_in_the_filter(place: Place) -> None:
    place.press(Qt.Key.Key_Slash)

    place.qtbot.keyClicks(place.panel.queue.sieve.line, "pxg")

    assert place.panel.queue.sieve.line.text() == "pxg"
    assert place.office.orders.book.count() == 7


def test_the_input_method_rests_in_the_list(place: Place) -> None:
    place.panel.list.setFocus()
    place.stand_on("o3")

    assert not place.panel.list.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def test_escape_takes_the_filter_off_and_then_leaves(place: Place) -> None:
    place.panel.queue.sieve.choose(OrderFilter(text="小熊猫"))

    place.press(Qt.Key.Key_Escape)
    all_again = len(place.buyers())
    place.press(Qt.Key.Key_Escape)

    assert all_again == 7
    assert place.told("left") == [None]


def test_chips_narrow_by_kind_mine_manner_and_flag(place: Place) -> None:
    sieve = place.panel.queue.sieve
    shown = {}
    for name, only in (
        ("kind", OrderFilter(kinds=frozenset({"ordinary"}))),
        ("mine", OrderFilter(agent="小夏")),
        ("silent", OrderFilter(manner=Manner.SILENT)),
        ("flag", OrderFilter(flags=frozenset({Flag.BLUE}))),
    ):
        sieve.choose(only)
        shown[name] = place.buyers()

    assert shown["kind"] == ["夏天的风", "阿良"]
    assert shown["mine"] == ["小熊猫", "糖果女孩2015"]
    assert shown["silent"] == ["tb38271_99", "阿良"]
    assert shown["flag"] == ["一个名字特别特别长的买家会员名"]


def test_a_chip_is_pressed_and_shows_it(place: Place) -> None:
    chip = next(chip for chip in place.panel.queue.sieve.chips if chip.text() == "silent")

    chip.click()

    assert chip.isChecked()
    assert place.panel.queue.sieve.filter == OrderFilter(manner=Manner.SILENT)


def test_a_finder_finds_what_the_letters_do_not_say(open_place: OpenPlace) -> None:
    office = Office()
    office.put(group_buy(1, 5, buyer="小熊猫"), group_buy(2, 6, buyer="阿良"))
    office.finder = lambda only: [office.orders.get("o1")] if only.text == "xxm" else []
    place = open_place(office)

    place.panel.queue.sieve.line.setText("xxm")

    assert place.buyers() == ["小熊猫"]
    assert place.panel.queue.totals.text() == "1 of 2 orders, ¥128 at risk"


def test_a_filter_that_lets_nothing_through_offers_all(place: Place) -> None:
    place.panel.queue.sieve.choose(OrderFilter(text="没有这个人"))

    assert place.panel.queue.blank.sentence == "No order comes through this filter."
    place.panel.queue.blank.stops[0].click()
    assert len(place.buyers()) == 7


def test_an_order_from_a_notice_is_shown_though_a_filter_hides_it(place: Place) -> None:
    place.panel.queue.sieve.choose(OrderFilter(text="阿良"))

    place.panel.show_order("o2")

    assert place.panel.order() == place.order("o2")


def test_what_is_stood_on_stays_when_others_come(place: Place) -> None:
    place.stand_on("o5")

    place.office.put(*place.office.store.all(), group_buy(20, 1))
    place.panel.refresh()

    assert place.panel.order() == place.order("o5")


def test_without_orders_the_first_steps_are_told(open_place: OpenPlace) -> None:
    place = open_place(Office())

    assert place.panel.queue.blank.sentence.startswith("No order waits")
    place.panel.queue.blank.stops[0].click()
    assert place.told("import_wanted") == [None]
    assert place.panel.first is place.panel.box.entry


def test_trouble_is_told_where_the_queue_would_be(place: Place) -> None:
    place.panel.show_trouble("The orders could not be read.")

    assert place.panel.queue.blank.sentence == "The orders could not be read."
    assert not place.panel.queue.has_rows


def test_every_key_of_the_menu_is_a_deed(place: Place) -> None:
    from app.ui.orders import menu as order_menu

    keys = {**order_menu.OF_QUEUE, **order_menu.OF_PAID, **order_menu.OF_PROMISES, **order_menu.OF_HISTORY}

    assert keys.keys() <= place.panel.acts.keys()


def test_the_menu_shows_the_keys(place: Place) -> None:
    place.stand_on("o2")

    menu = place.panel._menu.build(place.panel, place.panel.segments.part, place.panel.order(), has_row=True)

    texts = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert "Urge\tEnter" in texts
    assert "Give up…\tAlt+G" in texts
    menu.deleteLater()


def test_the_head_of_a_history_names_what_is_known_of_an_order_and_nothing_else(open_place: OpenPlace) -> None:
    office = Office()
    office.put(replace(group_buy(1, 5, buyer="小熊猫"), number=""))
    place = open_place(office)

    place.panel.acts["history"]()

    assert place.panel.history.head.text() == "小熊猫 · ¥128"


def test_totals_are_right_for_orders_without_an_amount(open_place: OpenPlace) -> None:
    office = Office()
    office.put(group_buy(1, 5, amount=None), group_buy(2, 6, amount=Decimal("0.50")))
    place = open_place(office)

    assert place.panel.queue.totals.text() == "2 orders, ¥0.50 at risk"


def test_the_tone_of_a_done_deed_is_calm(place: Place) -> None:
    place.stand_on("o2")

    place.press(Qt.Key.Key_P, ALT)

    assert place.panel.notice.tone is Tone.OK
    QApplication.processEvents()


def test_the_buttons_show_their_keys_and_do_what_those_do(place: Place) -> None:
    place.stand_on("o2")
    bar = place.panel.bars[place.panel.queue]
    buttons = {(button.text(), button.key): button for button in bar.findChildren(KeyButton)}

    buttons["Has paid", "P"].click()

    assert buttons["Urge", "⏎"].is_first
    assert place.order("o2").outcome is Outcome.PAID


def test_where_it_is_narrow_the_last_buttons_give_way(place: Place) -> None:
    bar = place.panel.bars[place.panel.queue]

    place.panel.resize(170, 620)
    QApplication.processEvents()

    shown = [button for button in bar.findChildren(QToolButton) if button.isVisible()]
    assert 0 < len(shown) < 5
    assert all(bar.rect().contains(button.geometry()) for button in shown)


def test_with_larger_letters_fewer_buttons_have_room(place: Place, look: Look) -> None:
    bar = place.panel.bars[place.panel.queue]
    place.panel.resize(360, 620)
    QApplication.processEvents()
    before = sum(button.isVisible() for button in bar.findChildren(KeyButton))

    look.use(Theme.LIGHT, 1.5)
    QApplication.processEvents()
    shown = [button for button in bar.findChildren(KeyButton) if button.isVisible()]
    look.use(Theme.LIGHT)

    assert 0 < len(shown) < before
    assert all(bar.rect().contains(button.geometry()) for button in shown)


def test_the_part_counts_down_when_an_order_closes(place: Place) -> None:
    place.go(minutes=5)

    assert place.panel.segments.stops[0].text() == "Unpaid 5"


@pytest.mark.parametrize(("width", "height"), [(240, 620), (300, 620), (480, 620), (300, 380)])
def test_every_answer_is_in_sight_whatever_was_asked_before(place: Place, width: int, height: int) -> None:
    place.panel.resize(width, height)
    place.stand_on("o4")
    for question in ("snooze", "give_up", "flag", "problem"):
        place.panel.acts[question]()
        QApplication.processEvents()

        asking = place.panel.asking
        buttons = asking.findChildren(QToolButton)
        shown = [button for button in buttons if button.isVisible()]
        assert len(shown) >= 3
        assert all(button.visibleRegion().boundingRect() == button.rect() for button in shown)
        asking.cancel()
        assert place.panel.box.isVisible()


def test_where_no_order_comes_through_the_filter_nothing_to_do_with_one_is_offered(place: Place) -> None:
    bar = place.panel.bars[place.panel.queue]
    before = bar.isVisible()

    place.qtbot.keyClicks(place.panel.queue.sieve.line, "zzzz")

    assert before
    assert not place.panel.queue.has_rows
    assert not bar.isVisible()


def test_what_can_be_done_is_offered_again_once_the_only_order_is_in_sight_again(open_place: OpenPlace) -> None:
    office = Office()
    office.put(group_buy(1, 5))
    place = open_place(office)
    bar = place.panel.bars[place.panel.queue]
    line = place.panel.queue.sieve.line
    before = bar.isVisible()

    line.setText("nobody at all")
    between = bar.isVisible()
    line.setText("")

    assert (before, between, bar.isVisible()) == (True, False, True)
