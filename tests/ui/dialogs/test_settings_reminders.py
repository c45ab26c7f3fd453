from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.core.clockwork.notices import Sound
from app.core.settings import Settings
from app.core.storage import Trouble
from app.ui.dialogs.platform_clock import said_seconds
from app.ui.settings_dialog.sections import Section
from tests.ui.dialogs.test_settings_dialog import dialog, world

__all__ = ["dialog", "world"]


@pytest.fixture
def page(dialog):
    dialog.show_section(Section.REMINDERS)
    QApplication.processEvents()
    return dialog.page(Section.REMINDERS)


def type_into(entry, text):
    entry.setFocus()
    entry.setText(text)
    entry.editingFinished.emit()


def test_what_is_stored_stands_there(page):
    assert page.steps.texts() == ("60", "10", "1")
    assert page.has_sounds.isChecked()
    assert page.zone.currentText() == "Asia/Shanghai"
    assert page.clock.seconds.text() == "0"


def test_a_further_step_finds_its_place(page, world):
    type_into(page.steps.entry, "30")

    assert world.store.settings.countdown_steps == (60, 30, 10, 1)
    assert page.steps.texts() == ("60", "30", "10", "1")


def test_a_step_is_stored_only_when_it_is_typed_to_its_end(page, world):
    page.steps.entry.setText("3")

    assert world.store.settings.countdown_steps == (60, 10, 1)


@pytest.mark.parametrize("text", ["0", "-5", "1.5", "soon", "10081", "９"])
def test_what_is_no_number_of_minutes_is_refused_at_its_field(page, world, text):
    type_into(page.steps.entry, text)

    assert text in page.steps_row.refusal
    assert world.store.settings.countdown_steps == (60, 10, 1)


def test_too_many_steps_are_refused(page, world):
    type_into(page.steps.entry, "2,3,4,5")

    assert "At most 6" in page.steps_row.refusal
    assert world.store.settings.countdown_steps == (60, 10, 1)


def test_without_steps_only_the_end_is_told_and_that_is_said(page, world):
    page.steps.set_texts(())
    page.steps.changed.emit()

    assert world.store.settings.countdown_steps == ()
    assert "Only the beginning or the end" in page.steps_row._remark.text()


def test_sounds_are_turned_off_and_can_be_heard_all_the_same(page, world):
    page.has_sounds.click()
    for key in page.listen.values():
        key.click()

    assert not world.store.settings.has_sounds
    assert world.played == [Sound.STEP, Sound.LAST, Sound.OVER]


def test_the_clock_shows_the_platform_s_time_in_the_shop_s_zone(page):
    assert page.clock.face.text() == "14:00:00"

    page.clock.keys[1000].click()

    assert page.clock.face.text() == "14:00:01"


def test_the_keys_move_the_clock_and_it_is_stored_at_once(page, world):
    for step in (1000, 1000, 100, -1000):
        page.clock.keys[step].click()

    assert world.store.settings.clock_offset_ms == 1100
    assert page.clock.seconds.text() == "+1.1"


def test_the_clock_beats_at_the_platform_s_second(page, world):
    page.clock.keys[-100].click()
    world.now += timedelta(seconds=1)

    assert page.clock.shown_now() == world.now - timedelta(milliseconds=100)
    assert page.clock.face.text() == "13:59:59"


@pytest.mark.parametrize(("text", "offset"), [("2.5", 2500), ("-0.3", -300), ("−0.3", -300), ("+12", 12_000)])
def test_the_distance_can_be_typed(page, world, text, offset):
    type_into(page.clock.seconds, text)

    assert world.store.settings.clock_offset_ms == offset


@pytest.mark.parametrize("text", ["", "two", "86401", "1:30"])
def test_what_is_no_distance_is_refused_at_its_field(page, world, text):
    type_into(page.clock.seconds, text)

    assert page.clock_row.refusal
    assert world.store.settings.clock_offset_ms == 0


def test_back_to_the_pc_s_own_time(page, world):
    page.clock.keys[1000].click()

    page.clock.zero.click()

    assert world.store.settings.clock_offset_ms == 0
    assert page.clock.zero.isHidden()


def test_a_zone_is_chosen_by_its_name_whatever_its_case(page, world):
    type_into(page.zone.lineEdit(), "europe/london")

    assert world.store.settings.zone == "Europe/London"
    assert page.clock.face.text() == "06:00:00"


def test_every_zone_is_offered_the_common_ones_first(page):
    names = [page.zone.itemText(at) for at in range(page.zone.count())]

    assert names[0] == "Asia/Shanghai"
    assert "Asia/Urumqi" in names
    assert len(names) == len({name for name in names if name}) + 1


def test_a_zone_that_does_not_exist_is_refused_and_kept(page, world):
    type_into(page.zone.lineEdit(), "Asia/Beijing2")

    assert "Asia/Beijing2" in page.zone_row.refusal
    assert page.zone.currentText() == "Asia/Beijing2"
    assert world.store.settings.zone == Settings().zone


def test_a_change_that_cannot_be_kept_is_shown_as_it_was(page, dialog, world):
    world.store.trouble = Trouble.FULL

    page.clock.keys[1000].click()

    assert "disk is full" in dialog.status.text()
    assert page.clock.seconds.text() == "0"


def test_a_step_that_is_still_being_typed_counts_when_the_window_is_closed(qtbot, page, dialog, world):
    page.steps.entry.setFocus()
    page.steps.entry.setText("45")

    qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    assert world.store.settings.countdown_steps == (60, 45, 10, 1)


@pytest.mark.parametrize(("offset", "said"), [(0, "0"), (1000, "+1"), (-100, "−0.1"), (2550, "+2.55")])
def test_seconds_are_said_as_short_as_they_are_exact(offset, said):
    assert said_seconds(offset) == said
