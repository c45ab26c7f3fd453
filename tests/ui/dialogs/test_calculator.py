"""The calculator: typing alone gives the price, Enter hands the sentence over, and a mistake is said where it is."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from app.core.clockwork.moments import zone_of
from app.core.prices.quotes import Missing, Step, What
from app.core.settings import Language, Settings
from app.core.sheet.activities import Coupon, Limit
from app.core.sheet.products import Product
from app.core.sheet.sheet import Sheet
from app.services.sheet.offers import Offers
from app.ui.sheet_dialogs import calculator_words
from app.ui.sheet_dialogs.calculator import CalculatorDialog
from app.ui.sheet_dialogs.calculator_words import what
from tests.eleven import CUP, DAY, ELEVEN, HALF_PRICE, HOUR, SALE, START, WARM_UP, D
from tests.fakes import FakeClock

ZONE = zone_of("Asia/Shanghai")
BOX = Product("box", "收纳盒", codes=("H03",), price=D("59.90"))
NO_PRICE = Product("mat", "杯垫")


class World:
    """A running sale, three products, and what the window handed over."""

    def __init__(self):
        self.clock = FakeClock(START + 3 * HOUR)
        self.sheet = Sheet.of([replace(ELEVEN, phases=(WARM_UP, SALE, HALF_PRICE)), CUP, BOX, NO_PRICE])
        self.offers = Offers(lambda: self.sheet, self.clock, lambda: Settings(language=Language.CHINESE))
        self.pasted, self.copied = [], []

    def find(self, text):
        return [each for each in self.sheet.products_in_use() if text in each.name or text in each.codes]


@pytest.fixture
def world():
    return World()


@pytest.fixture
def open_dialog(qtbot, look, world):
    def make():
        made = CalculatorDialog(world.offers, world.find, look, world.clock.now, lambda: ZONE)
        made.paste_wanted.connect(world.pasted.append)
        made.copy_wanted.connect(world.copied.append)
        qtbot.addWidget(made)
        made.show()
        made.activateWindow()
        qtbot.waitUntil(made.isActiveWindow)
        return made

    return make


@pytest.fixture
def dialog(open_dialog):
    return open_dialog()


def type_in(qtbot, text):
    qtbot.keyClicks(QApplication.focusWidget(), text)


def press(qtbot, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)


def pick(qtbot, dialog, text):
    dialog.products.setFocus()
    dialog.products.insert(text)
    press(qtbot, Qt.Key.Key_Return)


def test_the_keyboard_is_in_the_amounts_at_once_and_enter_pastes_the_sentence(qtbot, dialog, world):
    type_in(qtbot, "89+128*2")

    press(qtbot, Qt.Key.Key_Return)

    assert dialog.total.amount.text() == "¥275"
    assert [text[:9] for text in world.pasted] == ["亲，您选的一共34"]
    assert "实付275元" in world.pasted[0]
    assert world.copied == []


def test_ctrl_enter_copies(qtbot, dialog, world):
    type_in(qtbot, "300")

    press(qtbot, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert len(world.copied) == 1
    assert world.pasted == []


def test_the_arithmetic_stands_there_line_by_line(qtbot, dialog):
    type_in(qtbot, "89+128*2")

    assert dialog.sum.texts()[:10] == [
        "Amount",
        "89.00",
        "Amount",
        "128.00 × 2 = 256.00",
        "Together",
        "89.00 + 256.00 = 345.00",
        "Coupon 238 − 20",
        "345.00 − 20.00 = 325.00",
        "Platform 300 − 50",
        "325.00 − 50.00 = 275.00",
    ]
    assert dialog.sum.texts()[10:] == [
        "Gift: 迷你盒 (颜色随机)",
        "¥43 more: coupon 388 − 50, ¥288 to pay",
        "¥255 more: ¥600 reached, ¥450 to pay",
    ]


def test_a_little_more_that_is_cheaper_is_said_so(dialog):
    dialog.ask("299.99")

    assert "¥0.01 more: ¥300 reached, ¥230 to pay, less than now" in dialog.sum.texts()


def test_what_is_still_being_typed_is_no_mistake_until_enter(qtbot, dialog, world):
    type_in(qtbot, "89+128*")

    while_typing = (dialog._amounts_row.refusal, dialog.total.amount.text())
    press(qtbot, Qt.Key.Key_Return)

    assert while_typing == ("", "¥207")  # 217 − 10
    assert dialog._amounts_row.refusal == "A figure is missing after “89+128*”."
    assert world.pasted == []


def test_a_mistake_is_said_at_the_field_and_its_place_is_found(qtbot, dialog, world):
    type_in(qtbot, "89+12a8")

    press(qtbot, Qt.Key.Key_Return)

    assert dialog._amounts_row.refusal.startswith("“a8” is no amount")
    assert dialog.amounts.cursorPosition() == 5
    assert not dialog.total.isVisible()
    assert not dialog.paste_button.isEnabled()
    assert world.pasted == []


def test_enter_with_nothing_typed_says_what_to_type(qtbot, dialog, world):
    press(qtbot, Qt.Key.Key_Return)

    assert dialog._amounts_row.refusal == "Type amounts, for example 89+128*2."
    assert world.pasted == []


def test_while_the_input_method_composes_enter_belongs_to_it(qtbot, dialog, world):
    dialog.ask("89")
    QApplication.sendEvent(dialog.amounts, QInputMethodEvent("jia", []))

    press(qtbot, Qt.Key.Key_Return)

    assert world.pasted == []


def test_nothing_typed_shows_what_holds(dialog):
    assert dialog.rules.text() == (
        "双11: ¥50 off every ¥300; ¥10 off from ¥128, ¥20 off from ¥238, ¥50 off from ¥388; 迷你盒 (颜色随机) from ¥168"
    )
    assert not dialog.sum.isVisible()


def test_where_nothing_is_on_sale_that_is_said(open_dialog, world):
    world.clock.go(10 * DAY)

    dialog = open_dialog()

    assert dialog.rules.text() == "No activity is on sale then: prices are as they are."


def test_products_are_picked_by_typing_and_enter(qtbot, dialog, world):
    pick(qtbot, dialog, "H03")
    pick(qtbot, dialog, "H03")
    pick(qtbot, dialog, "杯子")

    assert [(line.name, line.count) for line in dialog.picked.lines()] == [("收纳盒", 2), ("杯子", 1)]
    assert dialog.products.text() == ""
    assert dialog.total.amount.text() == "¥208.80"  # 119.80 + 99 = 218.80, − 10
    press(qtbot, Qt.Key.Key_Return)
    assert len(world.pasted) == 1


def test_arrows_walk_what_was_found_and_esc_forgets_it(qtbot, dialog):
    dialog.products.setFocus()
    dialog.products.insert("杯")
    press(qtbot, Qt.Key.Key_Down)

    chosen = dialog.products.list.currentItem().text()
    press(qtbot, Qt.Key.Key_Escape)

    assert chosen == "杯垫"
    assert (dialog.isVisible(), dialog.products.text(), dialog.products.list.isVisible()) == (True, "", False)


def test_the_count_is_changed_by_keys_and_the_row_removed(qtbot, dialog):
    dialog.picked.add(BOX)
    row = dialog.picked.row_of("box")
    row.count.setFocus()
    press(qtbot, Qt.Key.Key_Up)
    more = dialog.picked.lines()[0].count
    row.remove.setFocus()

    press(qtbot, Qt.Key.Key_Delete)

    assert more == 2
    assert dialog.picked.lines() == ()
    assert not dialog.picked.isVisible()


def test_one_piece_is_the_least(qtbot, dialog):
    dialog.picked.add(BOX)
    row = dialog.picked.row_of("box")

    row.more.click()
    row.fewer.click()

    assert row.count.value() == 1
    assert not row.fewer.isEnabled()


def test_a_product_without_a_price_is_told_and_nothing_is_pasted(qtbot, dialog, world):
    dialog.picked.add(NO_PRICE)

    dialog.paste()

    assert "杯垫" in dialog._products_row.refusal
    assert world.pasted == []


def test_a_phase_to_come_can_be_asked_for(open_dialog, world):
    world.clock.jump(-DAY)
    dialog = open_dialog()
    dialog.ask("100")

    now = dialog.total.amount.text()
    dialog.moment.setCurrentIndex(2)

    assert [dialog.moment.itemText(at) for at in range(3)] == [
        "Now",
        "双11 · 开售 · tomorrow 0:00",
        "双11 · 前两小时半价 · tomorrow 0:00",
    ]
    assert (now, dialog.total.amount.text()) == ("¥100", "¥50")


def test_offers_that_changed_meanwhile_are_shown_before_they_are_pasted(qtbot, dialog, world):
    dialog.ask("345")
    world.clock.go(timedelta(days=1))

    press(qtbot, Qt.Key.Key_Return)
    told = dialog.status.text()
    press(qtbot, Qt.Key.Key_Return)

    assert told.startswith("The offers have just changed.")
    assert dialog.total.amount.text() == "¥345"
    assert len(world.pasted) == 1
    assert "实付" not in world.pasted[0]


def test_a_chosen_phase_that_has_begun_is_now(open_dialog, world):
    world.clock.jump(-DAY)
    dialog = open_dialog()
    dialog.moment.setCurrentIndex(2)

    world.clock.jump(DAY)
    dialog.refresh()

    assert dialog.moment.at() is None
    assert dialog.moment.count() == 1


def test_warnings_stand_before_everything_else(dialog, world):
    world.sheet = Sheet.of([replace(ELEVEN, limit=Limit(2, "可以分两单拍"))])

    dialog.ask("100*3")

    assert "双11 allows 2 per buyer, these are 3 pieces. 可以分两单拍" in dialog.sum.texts()


def test_starting_over_clears_everything(qtbot, dialog):
    dialog.picked.add(BOX)
    dialog.ask("89")

    dialog.clear_button.click()

    assert (dialog.amounts.text(), dialog.picked.lines(), dialog.text.toPlainText()) == ("", (), "")
    assert not dialog.clear_button.isVisible()
    assert dialog.amounts.hasFocus()


@pytest.mark.parametrize(("name", "said"), [("238 − 20", "Coupon 238 − 20"), ("店铺券 238 − 20", "店铺券 238 − 20")])
def test_a_coupon_is_called_so_only_where_it_has_no_name(name, said):
    assert what(Step(What.COUPON, D(345), D(-20), D(325), "345 − 20", name)) == said


@pytest.mark.parametrize(
    ("name", "told"),
    [("店铺券", "¥43 more: 店铺券 388 − 50, ¥288 to pay"), ("", "¥43 more: coupon 388 − 50, ¥288 to pay")],
)
def test_an_offer_within_reach_is_called_a_coupon_only_where_it_has_no_name(name, told):
    missing = Missing(Coupon(D(388), D(50), name), ELEVEN, D(388), D(43), D(388), D(288), D(0))

    assert calculator_words.missing(missing, D(275)) == told
