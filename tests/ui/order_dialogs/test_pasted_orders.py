from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from app.core.changes import NOTHING, Kind
from app.core.orders.incoming.drafts import Kinds
from app.core.orders.incoming.text import MAX_TEXT, read_text
from app.core.orders.kinds import DEFAULTS
from app.core.storage import NotStored, Trouble
from app.ui.order_dialogs.order_desk import PastedDesk
from app.ui.order_dialogs.pasted_cards import BUYER, FATE
from app.ui.order_dialogs.pasted_orders import PastedOrders
from tests.sheets import SHANGHAI
from tests.ui.order_dialogs.stall import NOON, Stall

NEW = """订单编号：223456789012345678
买家会员名：小猪佩奇😀
宝贝：磨砂保温杯 粉色 x1
应付款：¥128.00
下单时间：2026-11-11 14:02:11
收货地址：上海市徐汇区漕溪路1号 13800138000
聚划算
"""
KNOWN = """订单编号：123456789012345678
买家：小熊猫
实付款 128.00元
下单时间：2026-11-11 14:05:00 聚划算
"""
OPEN_END = """订单编号：323456789012345679 尾款
昵称：白鲸 待付款
"""


class Counter(Stall):
    def __post_init__(self):
        super().__post_init__()
        self.taken = []
        self.is_undoable = True

    def take(self, drafts):
        if self.trouble:
            raise NotStored(self.trouble)
        self.taken.append(tuple(drafts))
        return frozenset({Kind.ORDERS})

    def undo(self):
        if not self.is_undoable:
            return NOTHING
        self.taken.pop()
        return frozenset({Kind.ORDERS})

    def pasted_desk(self):
        return PastedDesk(
            read=lambda text: read_text(text, Kinds(DEFAULTS), NOON, SHANGHAI),
            known=lambda draft: self.of_number(draft.number),
            take=self.take,
            undo=self.undo,
            form=self.form_desk(),
        )


@pytest.fixture
def stall():
    return Counter()


@pytest.fixture
def open_window(qtbot, look, stall):
    def make(text):
        window = PastedOrders(look, stall.pasted_desk(), text)
        window.changes = []
        window.changed.connect(window.changes.append)
        qtbot.addWidget(window)
        window.show()
        return window

    return make


def column(window, number):
    return [window.model.index(row, number).data() for row in range(window.model.rowCount())]


def marked(window):
    return [mark.cursor.selectedText() for mark in window.text.extraSelections()]


def struck(window):
    marks = window.text.extraSelections()
    return "".join(mark.cursor.selectedText() for mark in marks if mark.format.fontStrikeOut())


def test_an_empty_window_says_what_to_do(open_window):
    window = open_window("")

    assert "paste them here" in window.sum.text()
    assert not window.table.isVisible()
    assert not window.take_button.isEnabled()


def test_a_text_without_orders_says_what_one_takes(open_window):
    window = open_window("今天天气不错")

    assert "No order was recognised" in window.sum.text()


def test_what_is_new_known_and_incomplete_is_told(open_window):
    window = open_window("\n".join((NEW, KNOWN, OPEN_END)))

    assert column(window, BUYER) == ["小猪佩奇😀", "小熊猫", "白鲸"]
    assert column(window, FATE) == ["New", "Known already", "To be completed"]
    assert window.sum.text() == "3 recognised: 1 new, 1 known already, 1 to be completed."
    assert window.take_button.text() == "Take over 2 orders"


def test_what_was_recognised_is_marked_where_it_stands_and_addresses_are_struck_through(open_window):
    window = open_window(NEW + "\n" + KNOWN)

    assert {"223456789012345678", "小猪佩奇😀", "123456789012345678", "小熊猫"} <= set(marked(window))
    assert "漕溪路1号" in struck(window)
    assert "13800138000" in struck(window)


def test_taking_over_is_one_step_without_the_address_and_is_taken_back_with_one_button(open_window, stall):
    window = open_window(NEW + "\n" + KNOWN)

    window.take_button.click()
    taken = stall.taken[0]
    told = window.status.text()
    window.undo_button.click()

    assert [draft.number for draft in taken] == ["223456789012345678", "123456789012345678"]
    assert "漕溪路" not in repr(taken)
    assert told == "Taken over: 2 orders."
    assert stall.taken == []
    assert window.changes == [frozenset({Kind.ORDERS})] * 2
    assert window.take_button.isVisible()


def test_an_undo_that_came_too_late_is_explained(open_window, stall):
    window = open_window(NEW)
    window.take_button.click()
    stall.is_undoable = False

    window.undo_button.click()

    assert "Ctrl+Z" in window.status.text()
    assert len(stall.taken) == 1


def test_an_order_is_put_right_before_it_is_taken_over(open_window, stall):
    window = open_window(OPEN_END)
    refusal = window.fields.cells["closes_at"].refusal

    window.fields.cells["closes_at"].content.setText("2026-11-12 20:00")
    window.fields.cells["amount"].content.setText("88.5")
    window.take_button.click()

    (draft,) = stall.taken[0]
    assert "until when" in refusal
    assert draft.closes_at.astimezone(SHANGHAI).hour == 20
    assert draft.amount == Decimal("88.5")
    assert draft.kind_id == "balance"


def test_what_was_put_right_stays_when_another_order_is_looked_at_and_the_text_grows(open_window, qtbot):
    window = open_window(NEW + "\n" + KNOWN)
    window.fields.cells["buyer"].content.setText("小猪")
    window.table.setCurrentIndex(window.model.index(1, BUYER))

    window.text.setPlainText(NEW + "\n" + KNOWN + "\n" + OPEN_END)
    window.read()

    assert column(window, BUYER) == ["小猪", "小熊猫", "白鲸"]
    assert window.fields.cells["buyer"].content.text() == "小猪"


def test_what_cannot_be_read_keeps_an_order_back(open_window, stall):
    window = open_window(NEW)

    window.fields.cells["amount"].content.setText("很多")

    assert "not an amount" in window.fields.cells["amount"].refusal
    assert not window.take_button.isEnabled()


def test_an_order_without_a_tick_is_left_out(open_window, stall):
    window = open_window(NEW + "\n" + KNOWN)

    window.model.setData(window.model.index(1, BUYER), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    window.take_button.click()

    assert [draft.buyer for draft in stall.taken[0]] == ["小猪佩奇😀"]


def test_a_store_in_trouble_is_told_and_nothing_is_lost(open_window, stall):
    window = open_window(NEW)
    stall.trouble = Trouble.FULL

    window.take_button.click()

    assert window.status.text()
    assert window.take_button.isVisible()
    assert window.changes == []


def test_a_text_that_is_too_long_is_refused_in_words(open_window):
    window = open_window("长" * (MAX_TEXT + 1))

    assert "too long" in window.status.text()


def test_the_table_keeps_the_rules_of_models(open_window):
    window = open_window(NEW)
    QAbstractItemModelTester(window.model, QAbstractItemModelTester.FailureReportingMode.Fatal)

    window.text.setPlainText(KNOWN)
    window.read()

    assert column(window, BUYER) == ["小熊猫"]
