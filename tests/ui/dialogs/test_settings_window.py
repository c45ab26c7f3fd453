import pytest
from PySide6.QtWidgets import QAbstractButton

from app.core.settings import Settings
from app.core.window_choices import ChatWindow, Mode, PopupAt
from app.ui.settings_dialog.dialog import WINDOW, SettingsDialog
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
    made.show_section(WINDOW)
    return made


def test_every_choice_applies_at_once(dialog, world):
    page = dialog.window_page

    click(page.mode, Mode.POPUP)
    click(page.popup_at, PopupAt.POINTER)
    click(page.text, 120)
    click(page.opacity, 70)

    assert world.store.settings == Settings(
        mode=Mode.POPUP, popup_at=PopupAt.POINTER, text_percent=120, idle_opacity=70
    )


def test_what_is_stored_is_shown_and_a_figure_in_between_as_the_nearest(dialog, world):
    world.preferences.change(mode=Mode.WIDE, text_percent=104, idle_opacity=10)

    dialog.refresh()

    page = dialog.window_page
    assert (page.mode.value, page.text.value, page.opacity.value) == (Mode.WIDE, 100, 60)


def test_the_chat_is_named_by_its_program_and_can_be_let_go(dialog, world):
    world.preferences.change(chat=ChatWindow("aliworkbench", "StandardFrame"))
    dialog.refresh()
    page = dialog.window_page
    named = page.chat_words.text()

    page.free.click()

    assert named == "aliworkbench"
    assert not world.preferences.current.chat.is_chosen
    assert not page.free.isVisible()


def test_the_choice_of_the_chat_is_asked_for(qtbot, dialog):
    with qtbot.waitSignal(dialog.chat_wanted):
        dialog.window_page.choose_chat.click()


def test_every_button_has_a_name(dialog):
    assert all(button.text() for button in dialog.window_page.findChildren(QAbstractButton))
