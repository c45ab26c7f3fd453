"""The settings as one window: sections made when they are needed, single settings found, everything by keyboard."""

import pytest
from PySide6.QtCore import QRect, Qt, QTranslator
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from app.core.storage import Trouble
from app.ui.settings_dialog import sections
from app.ui.settings_dialog.also_called import ALSO
from app.ui.settings_dialog.dialog import NAME, SettingsDialog
from app.ui.settings_dialog.finding import find, title_of
from app.ui.settings_dialog.sections import Section
from tests.ui.dialogs.test_settings_dialog import ORDER_SETTINGS, World, dialog, readings, world
from tests.ui.packs.agent import Agent

__all__ = ["dialog", "world"]

CTRL = Qt.KeyboardModifier.ControlModifier


def keys_of(dialog):
    return {(one.section, one.key) for one in dialog.side._results}


def names(dialog):
    """Every setting by the name that its other words have."""
    return {f"{section.name.lower()}.{key}" for section in Section for key in dialog.page(section).findable()}


def test_only_the_section_that_is_shown_is_made(dialog):
    at_first = set(dialog.pages.made)

    dialog.show_section(Section.HOTKEYS)

    assert at_first == {Section.GENERAL}
    assert set(dialog.pages.made) == {Section.GENERAL, Section.HOTKEYS}


def test_the_other_sections_are_made_while_nobody_waits(qtbot, dialog):
    qtbot.waitUntil(lambda: set(dialog.pages.made) == set(Section))

    assert dialog.section is Section.GENERAL
    assert dialog.focusWidget() is dialog.side.line


def test_every_setting_has_other_words_in_both_languages_and_a_title(dialog):
    named = names(dialog)

    assert set(ALSO) == named
    for words in ALSO.values():
        assert any("a" <= letter <= "z" for letter in words)
        assert any("\u4e00" <= letter <= "\u9fff" for letter in words)
    assert all(title_of(widget) for page in dialog.pages.made.values() for widget in page.findable().values())


@pytest.mark.parametrize("typed", ["声音", "sy", "shengyin", "sound", "SOUND", "静音"])
def test_a_setting_is_found_by_words_pinyin_and_initials_of_either_language(dialog, typed):
    dialog.side.line.setText(typed)

    assert (Section.REMINDERS, "sounds") in keys_of(dialog)


@pytest.mark.parametrize(
    ("typed", "section", "key"),
    [
        ("dark", Section.APPEARANCE, "theme"),
        ("深色", Section.APPEARANCE, "theme"),
        ("zt", Section.APPEARANCE, "theme"),
        ("font", Section.APPEARANCE, "text"),
        ("motion", Section.APPEARANCE, "motion"),
        ("shop", Section.GENERAL, "shop"),
        ("dpmc", Section.GENERAL, "shop"),
        ("kjzq", Section.GENERAL, "autostart"),
        ("timezone", Section.REMINDERS, "zone"),
        ("restore", Section.BACKUPS, "restore"),
        ("huifu", Section.BACKUPS, "restore"),
        ("delete buyers", Section.PRIVACY, "forget"),
        ("rz", Section.PRIVACY, "logs"),
        ("excel", Section.SOURCES, "file"),
        ("免打扰", Section.ORDERS, "quiet"),
    ],
)
def test_what_people_look_for_is_the_first_that_is_found(dialog, typed, section, key):
    dialog.side.line.setText(typed)

    first = dialog.side._results[0]
    assert (first.section, first.key) == (section, key)


def test_the_page_of_what_is_found_is_shown_with_the_setting_marked_while_typing_goes_on(dialog):
    dialog.side.line.setFocus()

    dialog.side.line.setText("time zone")

    page = dialog.page(Section.REMINDERS)
    assert dialog.section is Section.REMINDERS
    assert dialog.mark.target is page.zone_row
    assert dialog.mark.isVisible()
    assert dialog.mark.geometry().contains(QRect(page.zone_row.pos(), page.zone_row.size()))
    assert dialog.focusWidget() is dialog.side.line


def test_enter_goes_to_the_setting_in_hand(qtbot, dialog):
    dialog.side.line.setText("time zone")

    qtbot.keyClick(dialog.side.line, Qt.Key.Key_Return)

    page = dialog.page(Section.REMINDERS)
    assert page.zone.isAncestorOf(dialog.focusWidget()) or dialog.focusWidget() is page.zone
    assert dialog.mark.target is page.zone_row


def test_what_is_found_is_brought_into_sight(qtbot, dialog):
    dialog.resize(700, 360)
    dialog.side.line.setText("pinned phrase 9")
    row = dialog.page(Section.HOTKEYS).findable()["pinned.9"]

    qtbot.keyClick(dialog.side.line, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: not row.visibleRegion().isEmpty())


def test_arrows_walk_what_was_found_and_the_sections_where_nothing_is_typed(qtbot, dialog):
    line = dialog.side.line
    qtbot.keyClick(line, Qt.Key.Key_Down)
    below = dialog.section
    qtbot.keyClick(line, Qt.Key.Key_Up)
    qtbot.keyClick(line, Qt.Key.Key_Up)
    last = dialog.section
    line.setText("hotkey")

    qtbot.keyClick(line, Qt.Key.Key_Down)

    assert (below, last) == (Section.APPEARANCE, Section.BACKUPS)
    assert dialog.side.in_hand == dialog.side._results[1]


def test_nothing_found_says_so_and_esc_empties_the_line_before_it_closes(qtbot, dialog):
    line = dialog.side.line
    line.setText("zzqq")
    told, is_list_shown = dialog.side.nothing.text(), dialog.side.list.isVisible()

    qtbot.keyClick(line, Qt.Key.Key_Escape)

    assert "zzqq" in told
    assert not is_list_shown
    assert (line.text(), dialog.isVisible(), dialog.side.list.isVisible()) == ("", True, True)
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_enter_on_nothing_found_does_nothing(qtbot, dialog):
    dialog.side.line.setText("zzqq")

    qtbot.keyClick(dialog.side.line, Qt.Key.Key_Return)

    assert dialog.focusWidget() is dialog.side.line


def test_enter_without_a_search_goes_into_the_section(qtbot, dialog):
    qtbot.keyClick(dialog.side.line, Qt.Key.Key_Return)

    assert dialog.focusWidget() is dialog.page(Section.GENERAL).agent


def test_keys_belong_to_the_input_method_while_it_composes(qtbot, dialog):
    line = dialog.side.line
    QApplication.sendEvent(line, QInputMethodEvent("sheng", []))

    qtbot.keyClick(line, Qt.Key.Key_Down)
    qtbot.keyClick(line, Qt.Key.Key_Return)

    assert dialog.section is Section.GENERAL
    assert dialog.focusWidget() is line


def test_sections_are_walked_and_the_search_is_called_by_keys_from_anywhere(qtbot, dialog):
    agent = dialog.page(Section.GENERAL).agent
    agent.setFocus()

    qtbot.keyClick(agent, Qt.Key.Key_PageDown, CTRL)
    below = dialog.section
    qtbot.keyClick(dialog, Qt.Key.Key_PageUp, CTRL)
    qtbot.keyClick(dialog, Qt.Key.Key_PageUp, CTRL)
    above = dialog.section
    qtbot.keyClick(dialog, Qt.Key.Key_F, CTRL)

    assert (below, above) == (Section.APPEARANCE, Section.BACKUPS)
    assert dialog.focusWidget() is dialog.side.line


def test_tab_goes_through_the_line_the_sections_the_page_and_the_button(qtbot, dialog):
    seen = []
    for _ in range(4):
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        seen.append(dialog.focusWidget())

    page = dialog.page(Section.GENERAL)
    assert seen[:3] == [dialog.side.list, page.agent, page.shop]


def test_a_click_on_what_was_found_goes_there(qtbot, dialog):
    dialog.side.line.setText("dark")
    item = dialog.side.found.item(0)

    qtbot.mouseClick(
        dialog.side.found.viewport(),
        Qt.MouseButton.LeftButton,
        pos=dialog.side.found.visualItemRect(item).center(),
    )

    assert dialog.page(Section.APPEARANCE).theme.isAncestorOf(dialog.focusWidget())


def test_the_size_that_the_agent_gave_the_window_is_kept(qtbot, look, dialog, world):
    dialog.resize(700, 480)

    dialog.reject()

    again = SettingsDialog(look, world.desk(), ORDER_SETTINGS, Agent().sources_desk())
    qtbot.addWidget(again)
    assert world.store.settings.sizes == {NAME: (700, 480)}
    assert (again.width(), again.height()) == (700, 480)


def test_closing_a_window_whose_size_nobody_changed_stores_nothing(dialog, world):
    dialog.reject()

    assert world.store.settings.sizes == {}


@pytest.mark.parametrize("section", list(Section))
def test_every_section_fits_a_small_screen_and_the_window_itself_never_scrolls(qtbot, dialog, section):
    dialog.resize(760, 440)  # 1366 × 768 at 150 %, less the panel and a title bar

    dialog.show_section(section)

    qtbot.waitUntil(lambda: dialog.stack.currentWidget().widget().isVisible())
    page = dialog.stack.currentWidget().widget()
    assert dialog._scroll.verticalScrollBar().maximum() == 0
    assert page.minimumSizeHint().width() <= dialog.stack.currentWidget().viewport().width()


def test_a_new_language_names_sections_title_and_results_anew(qtbot, qapp, dialog):
    class Marking(QTranslator):
        def isEmpty(self):
            return False

        def translate(self, context, source, disambiguation=None, n=-1):
            return "¤" + source

    other = Marking()
    dialog.side.line.setText("sound")

    qapp.installTranslator(other)
    qtbot.waitUntil(lambda: dialog.side.found.item(0).text().startswith("¤"))
    said = (dialog.title.text(), dialog.side.list.item(0).text())
    qapp.removeTranslator(other)

    assert all(text.startswith("¤") for text in said)


def test_the_names_of_all_sections_differ():
    assert len({sections.name(section) for section in Section}) == len(Section)


def test_what_explains_a_setting_finds_it_too_but_behind_the_others(dialog):
    found = find("terminals", readings(), {Section.PASTING: dialog.page(Section.PASTING)})
    by_remark = find("minutes countdown", readings(), {Section.REMINDERS: dialog.page(Section.REMINDERS)})

    assert found == []
    assert by_remark[0].key == "steps"


@pytest.fixture
def privacy(dialog):
    dialog.show_section(Section.PRIVACY)
    return dialog.page(Section.PRIVACY)


def test_how_long_ended_orders_are_kept_is_stored_and_what_is_no_number_of_days_is_refused(privacy, world):
    line = privacy.days.content
    line.setText("90")
    line.editingFinished.emit()

    for text in ("0", "366", "soon", ""):
        line.setText(text)
        line.editingFinished.emit()
        assert "1–365" in privacy.days.refusal

    assert world.store.settings.order_days == 90


def test_buyers_data_is_deleted_only_after_a_question_with_figures(qtbot, dialog, privacy, world):
    changes = []
    dialog.changed.connect(changes.append)

    privacy.forget_button.click()
    asked, in_hand = privacy.question.said.text(), dialog.focusWidget()
    before = list(world.forgotten)
    privacy.question.delete_button.click()

    assert "2 orders" in asked
    assert in_hand is privacy.question.keep_button
    assert before == []
    assert world.forgotten == [True]
    assert changes
    assert "2 orders" in privacy.told.text()
    assert not privacy.question.isVisible()


def test_backups_may_keep_what_they_hold(privacy, world):
    privacy.forget_button.click()
    privacy.question.with_backups.click()

    privacy.question.delete_button.click()

    assert world.forgotten == [False]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_the_question_is_taken_back_by_enter_and_by_esc(qtbot, dialog, privacy, world, key):
    privacy.forget_button.click()

    qtbot.keyClick(dialog.focusWidget(), key)

    assert world.forgotten == []
    assert dialog.isVisible()
    assert not privacy.question.isVisible()
    assert dialog.focusWidget() is privacy.forget_button


def test_a_deletion_that_failed_is_said(privacy, world):
    privacy.forget_button.click()
    world.trouble = Trouble.FULL

    privacy.question.delete_button.click()

    assert "disk is full" in privacy.told.text()


def test_the_folders_are_opened(privacy, world):
    privacy.folder.open_button.click()
    privacy.logs.open_button.click()

    assert world.opened == ["data", "data/logs"]


def test_a_section_that_nobody_saw_is_not_made_to_be_refreshed(qtbot, look):
    made = SettingsDialog(look, World().desk(), ORDER_SETTINGS, Agent().sources_desk())
    qtbot.addWidget(made)

    made.refresh_sources()
    made.refresh()

    assert set(made.pages.made) == {Section.GENERAL}
