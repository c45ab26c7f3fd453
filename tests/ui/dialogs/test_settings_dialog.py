from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

import resources
from app.core.changes import Kind
from app.core.clockwork.moments import zone_of
from app.core.desktop import PasteKey
from app.core.hotkeys import Chord
from app.core.pinyin import Readings
from app.core.settings import AGAIN, SEARCH, Language, Settings
from app.core.storage import Backup, Contents, NotStored, Trouble
from app.services.settings import Preferences
from app.services.shortcuts import Shortcuts
from app.ui.order_dialogs.settings_orders import OrderSettingsDesk
from app.ui.settings_dialog.desk import SettingsDesk
from app.ui.settings_dialog.dialog import SettingsDialog
from app.ui.settings_dialog.sections import Section
from tests.fakes import FakeHotkeys, FakeSettings
from tests.ui.packs.agent import Agent

AT = datetime(2026, 11, 11, 6, 0, tzinfo=UTC)

ORDER_SETTINGS = OrderSettingsDesk(lambda: "new", lambda: ())


@cache
def readings():
    return Readings.parse((Path(resources.__file__).parent / "pinyin.txt").read_text("utf-8"))


class World:
    """The settings over honest fakes; backups are a list whose newest comes first."""

    def __init__(self):
        self.store = FakeSettings()
        self.preferences = Preferences(self.store)
        self.hotkeys = FakeHotkeys({Chord.parse("Ctrl+Alt+K")})
        self.shortcuts = Shortcuts(self.hotkeys, lambda: self.preferences.current, list)
        self.shortcuts.bind()
        self.backups = [Backup("day.db", AT - timedelta(days=1), 5_000, "daily")]
        self.restored = []
        self.held = {"": Contents(phrases=48, open_orders=2), "day.db": Contents(phrases=46, open_orders=2)}
        self.damaged = set()
        self.autostart = []
        self.trouble = None
        self.now = AT
        self.played = []
        self.opened = []
        self.forgotten = []

    def change(self, **fields):
        changed = self.preferences.change(**fields)
        self.shortcuts.bind()
        return changed

    def make_backup(self, why):
        if self.trouble:
            raise NotStored(self.trouble)
        self.backups.insert(0, Backup(f"{why}.db", AT, 6_000, why))
        return f"{why}.db"

    def contents(self, name):
        if name in self.damaged:
            raise NotStored(Trouble.DAMAGED)
        return self.held.get(name, self.held[""])

    def restore(self, name):
        self.restored.append(name)
        return self.make_backup("restore")

    def forget_buyers(self, with_backups):
        if self.trouble:
            raise NotStored(self.trouble)
        self.forgotten.append(with_backups)
        self.held[""] = replace(self.held[""], open_orders=0, ended_orders=0)
        return 2

    def turn_autostart(self, is_on):
        if self.trouble:
            raise NotStored(self.trouble)
        self.autostart.append(is_on)

    def desk(self, why_no_hook=""):
        return SettingsDesk(
            settings=lambda: self.preferences.current,
            change=self.change,
            examine=self.shortcuts.examine,
            taken=lambda: self.shortcuts.taken,
            name_holder={"again": "Paste again"}.get,
            turn_autostart=self.turn_autostart,
            make_backup=self.make_backup,
            backups=lambda: self.backups,
            contents=self.contents,
            restore=self.restore,
            forget_buyers=self.forget_buyers,
            target=lambda: "aliworkbench",
            folder="data",
            log_folder="data/logs",
            open_folder=self.opened.append,
            now=lambda: self.now,
            zone=lambda: zone_of(self.preferences.current.zone),
            play=self.played.append,
            readings=readings,
            why_no_hook=why_no_hook,
        )


@pytest.fixture
def world():
    return World()


@pytest.fixture
def dialog(qtbot, look, world):
    made = SettingsDialog(look, world.desk(), ORDER_SETTINGS, Agent().sources_desk())
    made.recording.connect(lambda is_on: world.shortcuts.pause() if is_on else world.shortcuts.resume())
    qtbot.addWidget(made)
    made.show()
    return made


def click(choice, value):
    choice.pick(value)
    choice.chosen.emit()


def test_an_action_and_its_keys_stand_side_by_side(dialog, qtbot):
    dialog.show_section(Section.HOTKEYS)
    page = dialog.page(Section.HOTKEYS)
    dialog.show()
    qtbot.waitUntil(lambda: page.findable()[SEARCH].height() > 0)

    rows = list(page.findable().values())
    fields = [recorder.field for recorder in page.recorders.values()]

    assert all(row.height() < 2 * field.height() for row, field in zip(rows, fields, strict=True))
    assert len({field.mapTo(page, field.rect().topLeft()).x() for field in fields}) == 1


def test_every_change_of_the_general_section_applies_at_once(qtbot, dialog, world):
    page = dialog.page(Section.GENERAL)
    seen = []
    dialog.changed.connect(seen.append)

    page.agent.setText(" 小橘 ")
    page.agent.editingFinished.emit()
    click(page.language, Language.ENGLISH)
    page.hidden.click()

    assert world.store.settings == Settings(
        agent="小橘",
        language=Language.ENGLISH,
        is_started_hidden=True,
    )
    assert seen == [frozenset({Kind.SETTINGS})] * 3


def test_a_change_that_cannot_be_kept_is_said_and_shown_as_it_was(dialog, world):
    world.store.trouble = Trouble.FULL

    dialog.page(Section.GENERAL).hidden.click()

    assert "disk is full" in dialog.status.text()
    assert not dialog.page(Section.GENERAL).hidden.isChecked()


def test_starting_with_the_system_is_stored_only_where_the_system_took_it(dialog, world):
    world.trouble = Trouble.READ_ONLY
    dialog.page(Section.GENERAL).autostart.click()
    refusal = dialog.page(Section.GENERAL).autostart_row.refusal
    world.trouble = None
    dialog.page(Section.GENERAL).autostart.click()

    assert refusal
    assert world.autostart == [True]
    assert world.store.settings.is_started_with_system


def test_a_pressed_chord_becomes_the_hotkey_at_once(qtbot, dialog, world):
    field = dialog.page(Section.HOTKEYS).recorders[AGAIN].field

    field.listen()
    while_recording = dict(world.hotkeys.bound)
    qtbot.keyPress(field, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)

    assert while_recording == {}
    assert world.store.settings.hotkeys[AGAIN] == "Ctrl+Alt+J"
    assert world.hotkeys.bound[AGAIN] == Chord.parse("Ctrl+Alt+J")


def test_a_chord_of_another_program_is_marked_taken_with_a_free_one_beside_it(qtbot, dialog, world):
    recorder = dialog.page(Section.HOTKEYS).recorders[SEARCH]

    recorder.field.listen()
    qtbot.keyPress(recorder.field, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    told = recorder.message.text()
    recorder.free_button.click()

    assert "Another program" in told
    assert world.hotkeys.bound[SEARCH] == Chord.parse(world.store.settings.hotkeys[SEARCH])
    assert recorder.message.text() == ""


def test_a_program_gets_its_own_paste_keys_and_is_usual_again(dialog, world):
    page = dialog.page(Section.PASTING)

    page.program.setText("MyShell.EXE")
    page.add_button.click()
    box = page.boxes["myshell"]
    box.activated.emit(list(PasteKey).index(PasteKey.TYPED))
    chosen = dict(world.store.settings.paste_keys)
    page._set("myshell", None)

    assert chosen == {"myshell": PasteKey.TYPED}
    assert world.store.settings.paste_keys == {}


def test_the_program_in_front_is_what_an_empty_field_adds(dialog, world):
    dialog.page(Section.PASTING).add_button.click()

    assert world.store.settings.paste_keys == {"aliworkbench": PasteKey.CTRL_V}


def test_listening_to_the_keyboard_is_off_until_it_is_turned_on(dialog, world):
    was_on = world.store.settings.has_typed_codes or world.store.settings.has_hook_fallback

    dialog.page(Section.PASTING).codes.click()
    dialog.page(Section.PASTING).fallback.click()

    assert not was_on
    assert world.store.settings.has_typed_codes
    assert world.store.settings.has_hook_fallback


def test_where_the_keyboard_cannot_be_listened_to_the_reason_stands_there(qtbot, look, world):
    dialog = SettingsDialog(look, world.desk("Only on Windows."), ORDER_SETTINGS, Agent().sources_desk())
    qtbot.addWidget(dialog)

    assert not dialog.page(Section.PASTING).codes.isEnabled()
    assert not dialog.page(Section.PASTING).fallback.isEnabled()
    assert dialog.page(Section.PASTING)._codes_row._remark.text() == "Only on Windows."
    assert dialog.page(Section.PASTING)._codes_row.refusal == ""  # nothing that was asked for was refused


def test_the_first_arrow_chooses_the_newest_backup_and_the_second_the_next(qtbot, dialog):
    dialog.show_section(Section.BACKUPS)
    page = dialog.page(Section.BACKUPS)
    page.backup_button.click()
    page.table.setFocus()

    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    first = [item.row() for item in page.table.selectedItems()]
    qtbot.keyClick(page.table, Qt.Key.Key_Down)

    assert set(first) == {0}
    assert {item.row() for item in page.table.selectedItems()} == {1}


def test_a_backup_by_hand_stands_first_in_the_list(dialog):
    dialog.show_section(Section.BACKUPS)

    dialog.page(Section.BACKUPS).backup_button.click()

    assert [dialog.page(Section.BACKUPS).table.item(row, 2).text() for row in range(2)] == ["By hand", "Daily"]


def test_a_restore_brings_the_chosen_backup_back_and_can_be_undone(qtbot, dialog, world):
    dialog.page(Section.BACKUPS).table.selectRow(0)

    with qtbot.waitSignals([dialog.restored, dialog.restored]):
        dialog.page(Section.BACKUPS).restore_button.click()
        dialog.page(Section.BACKUPS).undo_button.click()

    assert world.restored == ["day.db", "restore.db"]
    assert not dialog.page(Section.BACKUPS).undo_button.isVisible()


def test_a_restore_can_be_undone_after_the_settings_were_closed_and_opened_again(qtbot, dialog, world):
    world.backups.insert(0, Backup("restore.db", AT, 6_000, "restore"))
    page = dialog.page(Section.BACKUPS)
    page.refresh()

    with qtbot.waitSignal(dialog.restored):
        page.undo_button.click()

    assert world.restored == ["restore.db"]
    assert page.undo_button.isHidden()


def test_after_a_restore_the_keyboard_stands_on_its_undo(qtbot, dialog):
    dialog.show_section(Section.BACKUPS)
    page = dialog.page(Section.BACKUPS)
    page.table.selectRow(0)

    page.restore_button.click()

    assert dialog.focusWidget() is page.undo_button


def test_a_backup_that_cannot_be_made_is_said(dialog, world):
    world.trouble = Trouble.FULL

    dialog.page(Section.BACKUPS).backup_button.click()

    assert "disk is full" in dialog.page(Section.BACKUPS).told.text()


def test_a_restore_needs_a_chosen_backup(dialog):
    dialog.page(Section.BACKUPS).table.clearSelection()

    assert not dialog.page(Section.BACKUPS).restore_button.isEnabled()


def test_what_a_backup_holds_is_seen_beside_what_is_there_now(dialog):
    dialog.show_section(Section.BACKUPS)

    dialog.page(Section.BACKUPS).table.selectRow(0)

    assert dialog.page(Section.BACKUPS).preview.isVisible()
    assert dialog.page(Section.BACKUPS).preview.lines() == [("Phrases", "46 (now 48)"), ("Orders not paid yet", "2")]
    assert "beside what there is now" in dialog.page(Section.BACKUPS).preview.head.text()


def test_a_backup_with_as_much_of_everything_says_so(dialog, world):
    world.held["day.db"] = world.held[""]

    dialog.page(Section.BACKUPS).table.selectRow(0)

    assert "As many of everything" in dialog.page(Section.BACKUPS).preview.head.text()


def test_a_backup_that_cannot_be_read_is_told_and_not_brought_back(dialog, world):
    world.damaged.add("day.db")

    dialog.page(Section.BACKUPS).table.selectRow(0)

    assert "damaged" in dialog.page(Section.BACKUPS).told.text()
    assert not dialog.page(Section.BACKUPS).preview.isVisible()
    assert not dialog.page(Section.BACKUPS).restore_button.isEnabled()


def test_after_a_restore_nothing_is_chosen_and_the_way_back_stands_first(dialog):
    dialog.page(Section.BACKUPS).table.selectRow(0)

    dialog.page(Section.BACKUPS).restore_button.click()

    assert [dialog.page(Section.BACKUPS).table.item(row, 2).text() for row in range(2)] == ["Before a restore", "Daily"]
    assert dialog.page(Section.BACKUPS).table.selectedItems() == []
    assert "Everything is as it was at" in dialog.page(Section.BACKUPS).told.text()


def test_a_name_that_is_still_being_typed_counts_when_the_window_is_closed(qtbot, dialog, world):
    dialog.page(Section.GENERAL).shop.setFocus()
    dialog.page(Section.GENERAL).shop.setText("小橘家")

    dialog.page(Section.GENERAL).shop.clearFocus()
    dialog.reject()

    assert world.store.settings.shop == "小橘家"
