import pytest
from PySide6.QtWidgets import QAbstractButton

from app.core.settings import Edge, Settings, Theme
from app.core.window_choices import ChatWindow, Mode, PopupAt
from app.ui.settings_dialog.dialog import SettingsDialog
from app.ui.settings_dialog.sections import Section
from tests.ui.dialogs.test_settings_dialog import ORDER_SETTINGS, World, click
from tests.ui.packs.agent import Agent


@pytest.fixture
def world():
    return World()


@pytest.fixture
def dialog(qtbot, look, world):
    made = SettingsDialog(look, world.desk(), ORDER_SETTINGS, Agent().sources_desk())
    qtbot.addWidget(made)
    made.show()
    made.show_section(Section.WINDOW)
    return made


def test_every_choice_applies_at_once(dialog, world):
    page = dialog.page(Section.WINDOW)

    click(page.mode, Mode.POPUP)
    click(page.popup_at, PopupAt.POINTER)
    click(page.edge, Edge.LEFT)
    page.on_top.click()

    assert world.store.settings == Settings(mode=Mode.POPUP, popup_at=PopupAt.POINTER, edge=Edge.LEFT, is_on_top=False)


def test_every_choice_of_the_look_applies_at_once(dialog, world):
    page = dialog.page(Section.APPEARANCE)

    click(page.theme, Theme.DARK)
    click(page.text, 120)
    click(page.opacity, 70)
    page.motion.click()

    assert world.store.settings == Settings(theme=Theme.DARK, text_percent=120, idle_opacity=70, has_less_motion=True)


def test_what_is_stored_is_shown_and_a_figure_in_between_as_the_nearest(dialog, world):
    world.preferences.change(mode=Mode.WIDE, text_percent=104, idle_opacity=10)

    dialog.refresh()

    look = dialog.page(Section.APPEARANCE)
    assert dialog.page(Section.WINDOW).mode.value is Mode.WIDE
    assert (look.text.value, look.opacity.value) == (100, 60)


def test_the_chat_is_named_by_its_program_and_can_be_let_go(dialog, world):
    world.preferences.change(chat=ChatWindow("aliworkbench", "StandardFrame"))
    dialog.refresh()
    page = dialog.page(Section.WINDOW)
    named = page.chat_words.text()

    page.free.click()

    assert named == "aliworkbench"
    assert not world.preferences.current.chat.is_chosen
    assert not page.free.isVisible()


def test_the_choice_of_the_chat_is_asked_for(qtbot, dialog):
    with qtbot.waitSignal(dialog.chat_wanted):
        dialog.page(Section.WINDOW).choose_chat.click()


def test_every_button_has_a_name(dialog):
    assert all(button.text() for button in dialog.page(Section.WINDOW).findChildren(QAbstractButton))
