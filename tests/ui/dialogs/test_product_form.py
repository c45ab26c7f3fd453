from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from app.core.phrases.phrase import BadPhrase, Image
from app.core.sheet.products import ActivityPrice, Product, Related
from app.ui.sheet_dialogs.product_form import ProductForm
from tests.sheets import products
from tests.ui.dialogs.forms import World


@pytest.fixture
def world():
    return World()


@pytest.fixture
def edit(qtbot, look, world):
    def make(product=None, *, is_new=False):
        made = ProductForm(look, world.desk(), world.drafts, product or world.sheet.products["cup"], is_new=is_new)
        qtbot.addWidget(made)
        made.show()
        made.activateWindow()
        qtbot.waitUntil(made.isActiveWindow)
        return made

    return make


def rows(form, name):
    return form.fields.lists[name].rows


def test_a_product_that_nobody_touched_is_read_back_as_it_is(edit):
    form = edit()

    entry, refused = form.read()

    assert entry == products()[0]
    assert refused == []
    assert not form.is_changed


def test_a_name_is_enough_for_a_first_save(qtbot, edit, world):
    form = edit(Product("n", ""), is_new=True)
    form.fields.cells["name"].content.setText("新杯子")

    with qtbot.waitSignal(form.saved):
        qtbot.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert world.sheet.products["n"] == Product("n", "新杯子")


def test_a_negative_price_and_stock_are_refused_at_their_fields(edit):
    form = edit()
    form.fields.cells["price"].content.setText("-3")
    form.fields.cells["real_stock"].content.setText("-1")

    form.save()

    assert form.fields.cells["price"].refusal == "It cannot be below zero."
    assert form.fields.cells["real_stock"].refusal == "It cannot be below zero."
    assert form.focusWidget() is form.fields.cells["price"].content


def test_a_circle_of_substitutes_is_refused_at_its_row_with_the_way_round(edit, world):
    mug = world.sheet.products["mug"]
    world.sheet = world.sheet.having([replace(mug, substitutes=(Related("cup"),))])
    form = edit()

    form.save()

    row = rows(form, "substitutes").rows[0]
    assert "星空保温杯 → 云朵保温杯 → 星空保温杯" in row.product.refusal
    assert row.product.content.isVisible()


def test_another_product_is_chosen_from_what_the_typing_finds(qtbot, edit, world):
    form = edit(world.sheet.products["brush"])
    row = rows(form, "related").add()
    form.fields.sections[2].unfold()
    row.focus()

    committed = QInputMethodEvent()
    committed.setCommitString("云朵")
    QApplication.sendEvent(row.product.content, committed)
    popup = row.product.content.finder.completer.popup()
    is_open = popup.isVisible()
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    row.reason.content.setText("杯底够得着")
    form.save()

    assert is_open
    assert row.product.content.text() == "云朵保温杯"
    assert world.sheet.products["brush"].related == (Related("mug", "杯底够得着"),)


def test_a_code_means_its_product(edit, world):
    form = edit(world.sheet.products["brush"])
    row = rows(form, "complements").add()
    row.product.content.setText("bwb")
    row.product.content.editingFinished.emit()

    form.save()

    assert row.product.content.text() == "星空保温杯"
    assert world.sheet.products["brush"].complements == (Related("cup"),)


def test_a_text_that_means_no_product_is_refused_and_never_guessed(edit):
    form = edit()
    row = rows(form, "substitutes").rows[0]
    row.product.content.setText("保温")

    form.save()

    assert "No product is called that" in row.product.refusal


def test_a_product_that_is_gone_stays_named_as_gone_and_is_kept(edit, world):
    cup = world.sheet.products["cup"]
    world.sheet = world.sheet.having([cup], without=["mug"])
    form = edit(cup)

    text = rows(form, "substitutes").rows[0].product.content.text()

    assert "gone" in text
    assert form.read()[0] == cup


def test_a_price_belongs_to_an_activity_or_to_a_phase_of_it(edit, world):
    form = edit(world.sheet.products["mug"])
    row = rows(form, "prices").add()
    row.activity.input.put("d11")
    row.activity.input.edited.emit()
    row.phase.input.put("half")
    row.price.content.setText("59.5")

    form.save()

    assert world.sheet.products["mug"].prices == (ActivityPrice("d11", Decimal("59.5"), "half"),)


def test_another_activity_takes_the_phase_of_the_former_one_away(edit, world):
    form = edit()
    row = rows(form, "prices").rows[1]

    row.activity.input.put("jhs")
    row.activity.input.edited.emit()

    assert row.phase.input.read() == ""
    assert [row.phase.content.itemText(at) for at in range(row.phase.content.count())] == ["In all phases", "开团"]


def test_a_second_picture_takes_the_place_of_the_first(edit, world):
    form = edit()

    form.fields.cells["picture"].content.pictures.add([b"picture"])
    form.save()

    assert world.sheet.products["cup"].picture == Image("1.png")


def test_a_picture_that_cannot_be_taken_is_told_at_its_field(edit, world):
    def refuse(_content):
        raise BadPhrase("images", "not_a_picture")

    world.images.put = refuse
    form = edit()

    form.fields.cells["picture"].content.pictures.add([b"text"])

    assert "PNG" in form.fields.cells["picture"].refusal


def test_selling_points_are_one_a_line(edit, world):
    form = edit()
    form.fields.cells["selling_points"].content.setPlainText("轻\n\n 好看 ")

    form.save()

    assert world.sheet.products["cup"].selling_points == ("轻", "好看")


def test_the_foot_says_price_and_stock(edit):
    form = edit()

    assert dict(form.preview(form.read()[0]))["“What does it cost?”"] == "product.price of 星空保温杯"


def test_what_was_not_saved_comes_back_with_a_half_typed_product(edit, world):
    first = edit()
    rows(first, "substitutes").rows[0].product.content.setText("云朵保")
    first.close()

    again = edit()

    assert rows(again, "substitutes").rows[0].product.content.text() == "云朵保"
    assert again.is_changed


def test_a_product_that_is_only_a_name_is_found_too_and_one_in_the_bin_is_not(edit, world):
    thrown = replace(world.sheet.products["mug"], deleted_at=world.now)
    world.sheet = world.sheet.having([Product("bare", "Bare Cup"), thrown])
    world.find = lambda text: [thrown]

    found = world.desk().products(" bare ")

    assert [product.id for product in found] == ["bare"]


def test_in_a_form_with_many_lists_a_key_is_for_the_list_that_has_the_keyboard(qtbot, edit):
    form = edit()
    form.fields.lists["substitutes"].rows.add(has_focus=False)
    for section in form.fields.sections:
        section.unfold()
    before = {name: len(each.rows.rows) for name, each in form.fields.lists.items()}
    rows(form, "substitutes").rows[0].reason.content.setFocus()
    alt = Qt.KeyboardModifier.AltModifier

    qtbot.keyClick(form.windowHandle(), Qt.Key.Key_Delete, alt)
    gone = {name: len(each.rows.rows) for name, each in form.fields.lists.items()}
    qtbot.keyClick(form.windowHandle(), Qt.Key.Key_Z, alt)

    assert gone == {**before, "substitutes": before["substitutes"] - 1}
    assert {name: len(each.rows.rows) for name, each in form.fields.lists.items()} == before
