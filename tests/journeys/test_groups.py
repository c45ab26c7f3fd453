"""A group of phrases gets another name from the window, joins another one, and goes back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from app.core.packs.lead_choices import LeadChoices
from app.core.phrases.shelf import Group
from app.ui.dialogs.rename_dialog import RenameDialog
from app.ui.theme import Look
from tests.fakes import FakeClock
from tests.journeys.shop import NOON, Shop
from tests.phrases import phrase

URGE, PAY, SHIP = ("付款", "催付"), ("付款",), ("物流",)


@pytest.fixture
def shop(qapp: QApplication, look: Look, qtbot: QtBot, tmp_path: Path) -> Iterator[Shop]:
    made = Shop(qapp, look, qtbot, tmp_path, FakeClock(NOON))
    groups = (URGE, URGE, PAY, SHIP)
    made.desk.library.add([phrase(number, group, 0) for number, group in enumerate(groups, start=1)])
    made.desk.find.load(made.desk.library.phrases())
    made.window.show_changes(frozenset(made.desk.library.pin(["p1"])))
    made.open(1)
    yield made
    made.close()


def group_of(shop: Shop, phrase_id: str) -> Group:
    found = shop.desk.library.get(phrase_id)
    assert found is not None
    return found.group


def opened() -> RenameDialog:
    dialogs = (each for each in QApplication.topLevelWidgets() if isinstance(each, RenameDialog))
    return next(each for each in dialogs if each.isVisible())


def press_f2(shop: Shop) -> RenameDialog:
    shop.qtbot.keyClick(shop.window, Qt.Key.Key_F2)
    return opened()


def test_a_key_and_a_word_rename_the_group_of_the_phrase_and_ctrl_z_takes_it_back(shop: Shop) -> None:
    shop.inside.panel.show_phrase("p1")

    dialog = press_f2(shop)
    shop.qtbot.keyClicks(dialog.entry, "reminders")
    shop.qtbot.keyClick(dialog.entry, Qt.Key.Key_Return)
    renamed, said = (group_of(shop, "p1"), group_of(shop, "p2")), shop.inside.notice.text
    shop.qtbot.keyClick(shop.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert renamed == (("付款", "reminders"),) * 2
    assert said == "Renamed to “付款 › reminders”, with its 2 phrases"
    assert group_of(shop, "p1") == URGE
    assert shop.inside.notice.text == "Undone: 2 phrases are in “付款 › 催付” again."


def test_the_list_goes_on_showing_the_group_that_is_shown(shop: Shop) -> None:
    chips = shop.inside.panel.chips
    chips.narrow(None, PAY)

    dialog = press_f2(shop)
    dialog.entry.setText("结账")
    dialog.button.click()

    assert chips.group == ("结账",)
    assert [row.phrase.id for row in shop.inside.panel.model.rows] == ["p1", "p2", "p3"]


def test_the_menu_of_the_filters_renames_any_group_and_joins_one_that_is_there(shop: Shop) -> None:
    menu = shop.inside.panel.chips.menu()
    below = next(each for each in menu.findChildren(QMenu) if each.title() == "Rename a group")
    next(action for action in below.actions() if action.text() == "物流").trigger()

    dialog = opened()
    dialog.entry.setText("付款 / 催付")
    dialog.button.click()

    assert group_of(shop, "p4") == URGE
    assert shop.inside.notice.text == "1 phrase joined “付款 › 催付”"


def test_where_no_phrase_of_a_group_is_stood_on_the_key_says_what_it_needs(shop: Shop) -> None:
    shop.desk.library.move(["p4"], ())
    shop.window.show_changes(shop.desk.library.move(["p3"], SHIP))
    shop.inside.panel.show_phrase("p4")

    shop.qtbot.keyClick(shop.window, Qt.Key.Key_F2)

    assert shop.inside.notice.text == "Stand on a phrase of the group that is to be renamed."


@pytest.mark.parametrize(("name", "goes_out"), [("结账", (URGE, ("结账",))), ("物流", (URGE,))])
def test_a_lead_goes_on_publishing_a_group_under_its_new_name_but_not_the_one_that_it_joins(
    shop: Shop, name: str, goes_out: tuple[Group, ...]
) -> None:
    shop.desk.preferences.change(lead=LeadChoices(groups=(URGE,)))
    shop.inside.panel.show_phrase("p1")

    dialog = press_f2(shop)
    dialog.entry.setText(name)
    dialog.button.click()

    assert shop.desk.preferences.current.lead.groups == goes_out
