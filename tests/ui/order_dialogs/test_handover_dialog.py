import re
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

import app.core.orders.duties.handover
from app.core.changes import NOTHING, Kind
from app.core.orders.duties.handover import Handover, file_name, to_bytes
from app.core.orders.duties.handover_card import Wording, card
from app.core.orders.duties.handover_merge import Known, merged
from app.core.orders.order import FollowUp
from app.core.sheet.changes import Change
from app.core.sheet.differences import NO, YES
from app.core.storage import NotStored, NotWritten, Trouble
from app.services.orders.handover import Taken
from app.ui.order_dialogs import handover_words
from app.ui.order_dialogs.handover_dialog import HandoverDialog, Leaf
from app.ui.order_dialogs.order_desk import HandoverDesk
from tests.sheets import SHANGHAI
from tests.ui.order_dialogs.stall import FOX, MINUTE, NOON, PANDA

ORDERS = frozenset({Kind.ORDERS})
CALL = FollowUp("f1", "小狐狸", "16:00 前回复能不能改地址", NOON + 90 * MINUTE)
HANDOVER = Handover(NOON, "小夏", "木子小店", "白班", (PANDA, FOX), follow_ups=(CALL,))


class Shift:
    """A PC that knows the fox and hands over, or takes over, all of them."""

    def __init__(self):
        self.known = (FOX,)
        self.trouble = None
        self.taken = []
        self.undone = ORDERS
        self.files = {}
        self.own = HANDOVER

    def made(self):
        if self.trouble:
            raise NotStored(self.trouble)
        return self.own

    def plan(self, handover):
        if self.trouble:
            raise NotStored(self.trouble)
        return merged(handover, Known(self.known), PANDA.shift)

    def take(self, handover):
        merge = self.plan(handover)
        self.taken.append(handover)
        return Taken(ORDERS, merge, handover.changes)

    def write(self, path, content):
        if self.trouble:
            raise NotWritten(path, self.trouble)
        self.files[path] = content

    def desk(self):
        return HandoverDesk(
            made=self.made,
            text=lambda handover, is_masked: card(
                handover, Wording(zone=SHANGHAI, is_chinese=True, is_masked=is_masked)
            ),
            file_name=lambda handover: file_name(handover.made_at, SHANGHAI),
            write=self.write,
            plan=self.plan,
            take=self.take,
            undo=lambda: self.undone,
            now=lambda: NOON,
            zone=lambda: SHANGHAI,
        )


@pytest.fixture
def shift():
    return Shift()


@pytest.fixture
def dialog(qtbot, look, shift):
    made = HandoverDialog(shift.desk())
    made.changes = []
    made.changed.connect(made.changes.append)
    qtbot.addWidget(made)
    made.show()
    return made


def read(qtbot, dialog, path):
    with qtbot.waitSignal(dialog.worker.done):
        dialog.open_file(str(path))


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "handover.json"
    path.write_bytes(to_bytes(HANDOVER))
    return path


def test_who_has_nothing_to_hand_over_is_where_a_shift_is_taken_over(qtbot, look, shift):
    shift.own = Handover(NOON)

    made = HandoverDialog(shift.desk())
    qtbot.addWidget(made)

    assert made.leaves.page is Leaf.TAKE


def test_the_card_of_everything_open_is_shown_and_copied(dialog):
    shown = dialog.card.toPlainText()

    dialog.copy_button.click()

    assert "小熊猫" in shown
    assert "16:00 前回复" in shown
    assert QGuiApplication.clipboard().text() == shown


def test_names_can_be_hidden_in_the_card(dialog):
    dialog.is_masked.click()

    assert "小熊猫" not in dialog.card.toPlainText()


def test_the_file_holds_the_handover_and_says_who_may_have_it(dialog, shift):
    dialog.save_to("/shop/handover.json")

    assert app.core.orders.duties.handover.of_bytes(shift.files["/shop/handover.json"]).orders[0].buyer == "小熊猫"
    assert "next shift" in dialog.status.text()


def test_a_file_that_cannot_be_written_is_told(dialog, shift):
    shift.trouble = Trouble.FULL

    dialog.save_to("/shop/handover.json")

    assert "disk is full" in dialog.status.text()


def test_what_a_file_would_change_is_shown_before_anything_is_taken_over(qtbot, dialog, shift, file):
    read(qtbot, dialog, file)

    assert dialog.leaves.page is Leaf.TAKE
    assert "木子小店 · 白班 · 小夏" in dialog.told.text()
    assert dialog.sum.text() == "1 new, 0 changed, 1 the same · follow-ups 1"
    assert "小熊猫 · ¥128 · Waiting for payment · today 14:35" in dialog.coming.toPlainText()
    assert shift.taken == []


def test_taking_over_is_told_and_taken_back_with_one_button(qtbot, dialog, shift, file):
    read(qtbot, dialog, file)

    dialog.take_button.click()
    told = dialog.status.text()
    dialog.undo_button.click()

    assert [handover.agent for handover in shift.taken] == ["小夏"]
    assert told.startswith("Taken over: 1 new")
    assert "Taken back" in dialog.status.text()
    assert dialog.changes == [ORDERS, ORDERS]
    assert dialog.take_button.isVisible()


def test_an_undo_that_came_too_late_is_explained(qtbot, dialog, shift, file):
    read(qtbot, dialog, file)
    dialog.take_button.click()
    shift.undone = NOTHING

    dialog.undo_button.click()

    assert "Ctrl+Z" in dialog.status.text()


def test_a_file_that_is_none_is_refused_in_words(qtbot, dialog, tmp_path):
    path = tmp_path / "cat.json"
    path.write_text("{}", encoding="utf-8")

    read(qtbot, dialog, path)

    assert "no handover file" in dialog.status.text()
    assert not dialog.take_button.isVisible()


def test_a_file_that_is_gone_is_told(qtbot, dialog, tmp_path):
    read(qtbot, dialog, tmp_path / "gone.json")

    assert "could not be read" in dialog.status.text()


def test_a_store_in_trouble_is_told_and_nothing_is_taken_over(qtbot, dialog, shift, file):
    read(qtbot, dialog, file)
    shift.trouble = Trouble.FULL

    dialog.take_button.click()

    assert dialog.status.text()
    assert dialog.changes == []
    assert dialog.take_button.isVisible()


def test_a_file_that_brings_nothing_new_has_nothing_to_take_over(qtbot, look, shift):
    same = replace(HANDOVER, orders=(), follow_ups=())
    dialog = HandoverDialog(shift.desk())
    qtbot.addWidget(dialog)

    dialog._show_read(same)

    assert not dialog.take_button.isEnabled()


def test_a_change_that_a_file_brings_says_what_of_it_changed():
    change = Change("c1", "p1", "保温杯", "is_sold_out", NO, YES, NOON, "personal")
    brought = replace(HANDOVER, changes=(change,))

    told = handover_words.lines(brought, merged(brought, Known(()), PANDA.shift), NOON, SHANGHAI)

    assert "Change · 保温杯 · Sold out: no → yes" in told.splitlines()


def test_every_rule_of_a_file_has_a_sentence():
    source = Path(app.core.orders.duties.handover.__file__).read_text(encoding="utf-8")
    rules = set(re.findall(r'"(\w+)"', " ".join(re.findall(r"BadHandover\((.*)\)", source))))

    assert {"too_large", "not_ours", "newer", "broken"} <= rules
    assert rules <= set(handover_words.RULES)


def test_ctrl_page_down_goes_to_the_other_page_and_what_is_done_there(qtbot, dialog):
    qtbot.keyClick(dialog, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    is_taking, is_copying = dialog.leaves.page is Leaf.TAKE, dialog.copy_button.isVisible()
    qtbot.keyClick(dialog, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)

    assert (is_taking, is_copying) == (True, False)
    assert dialog.leaves.page is Leaf.GIVE
    assert dialog.copy_button.isVisible()
