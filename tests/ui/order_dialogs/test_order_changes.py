from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from app.core.changes import Kind
from app.core.orders.changes import Wish
from app.core.orders.order import Outcome
from app.core.storage import NotStored, Trouble
from app.ui.order_dialogs.order_changes import OrderChanges
from app.ui.order_dialogs.order_desk import ChangesDesk
from tests.ui.order_dialogs.stall import PANDA

PAID = replace(PANDA, outcome=Outcome.PAID, outcome_at=PANDA.closes_at, note="放门口")
PHRASES = {"gcm": ("改尺码", "亲，我去查有没有货"), "qxdd": ("付款后想取消订单", "亲，可以的")}
ORDERS = frozenset({Kind.ORDERS})


class Counter:
    def __init__(self):
        self.said = []
        self.notes = {}
        self.trouble = None

    def say(self, code, order):
        self.said.append((code, order.id, QGuiApplication.clipboard().text()))

    def keep(self, order_id, text):
        if self.trouble:
            raise NotStored(self.trouble)
        self.notes[order_id] = text
        return ORDERS

    def desk(self):
        return ChangesDesk(
            phrase=lambda code, order: PHRASES.get(code, ("", "")),
            say=self.say,
            keep=self.keep,
            refund_rule=lambda order: "11日的订单 12日起可退款",
        )


@pytest.fixture
def counter():
    return Counter()


@pytest.fixture
def window(qtbot, look, counter):
    QGuiApplication.clipboard().clear()
    made = OrderChanges(look, counter.desk(), PAID)
    made.changes = []
    made.changed.connect(made.changes.append)
    qtbot.addWidget(made)
    made.show()
    return made


def write(window, text):
    window.value.content.setPlainText(text)


def test_the_note_is_written_as_the_value_is_typed_after_what_stood_there(window):
    before = window.note.read()

    write(window, "XL")

    assert before == "放门口"
    assert window.note.read() == "放门口\n改尺码：XL"
    assert window.note.meter.text() == "17 of 1,000 bytes"


def test_one_key_says_the_phrase_with_the_note_on_the_clipboard_and_keeps_the_note(window, counter):
    write(window, "XL")

    QTest.keyClick(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert counter.said == [("gcm", "panda", "放门口\n改尺码：XL")]
    assert counter.notes == {"panda": "放门口\n改尺码：XL"}
    assert window.changes == [ORDERS]


def test_a_key_chooses_what_is_changed(window):
    QTest.keyClick(window, Qt.Key.Key_4, Qt.KeyboardModifier.AltModifier)

    assert window.change.wish is Wish.REFUND
    assert not window.value.isVisible()
    assert window.note.read() == "放门口\n买家不要了"
    assert window.rule.text() == "11日的订单 12日起可退款"
    assert window.phrase.toPlainText() == "亲，可以的"


def test_without_a_value_nothing_is_said(window, counter):
    window.say_button.click()

    assert "Into what" in window.value.refusal
    assert counter.said == []
    assert QGuiApplication.clipboard().text() == ""


def test_a_note_that_is_too_long_for_the_client_is_not_copied(window, counter):
    write(window, "大" * 500)

    window.copy_button.click()

    assert "too long for the client" in window.note_row.refusal
    assert "too many" in window.note.meter.text()
    assert QGuiApplication.clipboard().text() == ""
    assert counter.notes == {}


def test_what_the_client_cannot_hold_is_left_out_with_one_click(window, counter):
    write(window, "XL😀")
    window.copy_button.click()
    refusal = window.note_row.refusal

    window.leave_out.click()
    window.copy_button.click()

    assert "😀" in refusal
    assert QGuiApplication.clipboard().text() == "放门口\n改尺码：XL"
    assert not window.leave_out.isVisible()


def test_the_note_can_be_copied_without_saying_anything(window, counter):
    write(window, "L")

    window.copy_button.click()

    assert counter.said == []
    assert QGuiApplication.clipboard().text() == "放门口\n改尺码：L"


def test_a_change_without_a_phrase_tells_how_to_get_one_and_still_has_its_note(window, counter):
    window.choose(Wish.COLOUR)
    write(window, "蓝色")
    window.copy_button.click()

    assert "gys" in window.phrase.toPlainText()
    assert not window.say_button.isEnabled()
    assert counter.notes["panda"] == "放门口\n改颜色：蓝色"


def test_a_store_in_trouble_is_told_and_the_note_is_copied_all_the_same(window, counter):
    write(window, "L")
    counter.trouble = Trouble.FULL

    window.say_button.click()

    assert window.status.text()
    assert counter.said == [("gcm", "panda", "放门口\n改尺码：L")]
    assert window.changes == []
