import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication

from app.core.changes import Kind
from app.core.phrases.pasting import NotPasted, Pasted, Reason
from app.core.settings import HOTKEYS, SEARCH, Language
from app.core.storage import NotStored, Trouble
from app.services.settings import Preferences
from app.services.shortcuts import Taken
from app.ui import keys
from app.ui.dialogs import key_sections
from app.ui.dialogs.first_start import NAMES, PACK, PASTE, FirstStart, FirstStartDesk
from app.ui.dialogs.keys_page import KeysPage
from app.ui.dialogs.move_dialog import MoveDialog
from app.ui.orders.menu import OF_PAID, OF_PROMISES, OF_QUEUE
from tests.fakes import FakeSettings

PHRASES = frozenset({Kind.PHRASES})


class World:
    def __init__(self):
        self.store = FakeSettings()
        self.preferences = Preferences(self.store)
        self.pack = []
        self.trouble = None
        self.changes = []

    def size(self):
        return 0 if self.pack[-1:] == ["loaded"] else 222

    def load(self):
        if self.trouble:
            raise NotStored(self.trouble)
        self.pack.append("loaded")
        return PHRASES

    def remove(self):
        self.pack.append("removed")
        return PHRASES

    def desk(self):
        current = self.preferences
        return FirstStartDesk(lambda: current.current, current.change, self.size, self.load, self.remove)


@pytest.fixture
def world():
    return World()


@pytest.fixture
def first(qtbot, look, world):
    made = FirstStart(world.desk())
    made.changed.connect(world.changes.append)
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_first_step_keeps_the_names_and_the_language(first, world):
    first.agent.setText(" 小橘 ")
    first.shop.setText("小橘家")
    first.language.pick(Language.ENGLISH)
    first.language.chosen.emit()

    first.next_button.click()

    settings = world.store.settings
    assert (settings.agent, settings.shop, settings.language) == ("小橘", "小橘家", Language.ENGLISH)
    assert first.pages.currentIndex() == PACK


def test_enter_behind_the_shops_name_leads_on_and_loads_nothing(qtbot, first, world):
    first.shop.setFocus()

    qtbot.keyClick(first.shop, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: first.pages.currentIndex() == PACK)
    assert world.pack == []


def test_enter_on_the_language_leads_on_and_loads_nothing(qtbot, first, world):
    first.shop.setFocus()
    qtbot.keyClick(first.shop, Qt.Key.Key_Tab)
    chip = first.focusWidget()

    qtbot.keyClick(chip, Qt.Key.Key_Return)

    assert first.language.isAncestorOf(chip)
    assert first.pages.currentIndex() == PACK
    assert world.pack == []


def test_the_pack_is_loaded_with_one_click_and_taken_out_with_another(first, world):
    first.next_step()

    first.load_button.click()
    ready = first.pack_told.text()
    first.remove_button.click()

    assert ready == "222 phrases are ready."
    assert world.pack == ["loaded", "removed"]
    assert not first.load_button.isHidden()
    assert world.changes[-2:] == [PHRASES, PHRASES]


def test_the_filled_button_with_the_keyboard_is_the_one_that_leads_on(first):
    first.next_step()
    before = (first.load_button.property("kind"), first.next_button.property("kind"), first.focusWidget())

    first.load_button.click()

    assert before == ("primary", "", first.load_button)
    assert first.next_button.property("kind") == "primary"
    assert first.focusWidget() is first.next_button


def test_a_paste_that_arrived_stays_said_whatever_comes_after(first):
    first.hear(Pasted("p", "亲"))

    first.hear(NotPasted(Reason.NO_TARGET, "p"))

    assert "stands in the chat" in first.paste_told.text()


def test_a_pack_that_cannot_be_stored_is_said_and_can_be_tried_again(first, world):
    first.next_step()
    world.trouble = Trouble.FULL
    first.load_button.click()
    told = first.status.text()
    world.trouble = None

    first.load_button.click()

    assert "disk is full" in told
    assert world.pack == ["loaded"]


def test_the_last_step_names_the_hotkey_that_is_set_and_the_code(first, world):
    world.preferences.change(hotkeys={**HOTKEYS, SEARCH: "Ctrl+Alt+J"})
    first._say_paste()

    assert "Ctrl+Alt+J" in first.steps_text.text()
    assert "cf" in first.steps_text.text()


def test_the_last_step_recognises_that_the_first_paste_arrived(first):
    first.next_step()
    first.next_step()
    waiting = first.paste_told.text()

    first.hear(NotPasted(Reason.NO_TARGET, "p"))
    refused = first.paste_told.text()
    first.hear(Pasted("p", "亲"))

    assert first.pages.currentIndex() == PASTE
    assert "Waiting" in waiting
    assert "no chat is in front" in refused
    assert "stands in the chat" in first.paste_told.text()


@pytest.mark.parametrize("step", [NAMES, PACK, PASTE])
def test_every_step_can_be_left_and_the_first_start_is_not_shown_again(first, world, step):
    for _ in range(step):
        first.next_step()

    first.close()

    assert not first.isVisible()
    assert world.store.settings.has_seen_welcome


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_presses_the_button_that_has_the_focus_as_space_does(qtbot, first, key):
    qtbot.keyClick(first.next_button, key)

    assert first.pages.currentIndex() == PACK


def test_an_enter_that_is_held_down_does_not_press_again(first):
    again = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", True)

    QApplication.sendEvent(first.next_button, again)

    assert first.pages.currentIndex() == NAMES


def test_enter_in_a_field_presses_no_button(qtbot, first):
    first.agent.setFocus()

    qtbot.keyClick(first.agent, Qt.Key.Key_Return)

    assert first.pages.currentIndex() == NAMES
    assert first.focusWidget() is first.shop


def test_a_name_that_was_typed_is_kept_also_when_the_rest_is_skipped(first, world):
    first.agent.setText("小橘")

    first.skip_button.click()

    assert world.store.settings.agent == "小橘"


def test_the_keys_page_shows_every_key_of_the_window_and_every_global_one(qtbot, look):
    page = KeysPage(lambda: HOTKEYS, list)
    qtbot.addWidget(page)

    lines = page.lines()

    assert lines[0] == ("Ctrl+Alt+Space", "Search")
    assert lines[2] == ("Ctrl+Alt+1…9", "Paste a pinned phrase by its number")
    assert ("Ctrl+N", "New phrase") in lines
    assert {told for _chord, told in lines} > {keys.told(key.name) for key in keys.KEYS}


def test_the_keys_page_shows_those_of_the_places_under_their_names(qtbot, look):
    page = KeysPage(lambda: HOTKEYS, list)
    qtbot.addWidget(page)

    lines = page.lines()

    assert ("Alt+P", "It is paid") in lines
    assert ("Alt+0", "Remind again in 10 minutes") in lines
    assert ("Ctrl+Z", "Undo") in lines


def test_every_key_of_an_order_has_its_words():
    own = {f"{part}.{name}" for part, table in (("paid", OF_PAID), ("promise", OF_PROMISES)) for name in table}
    words = key_sections.order_words()

    assert set(OF_QUEUE) <= set(words)
    assert set(words) - set(OF_QUEUE) <= own
    assert {name for name in OF_PAID if name not in OF_QUEUE} <= {each.removeprefix("paid.") for each in words}
    assert {name for name in OF_PROMISES if name not in OF_QUEUE} <= {each.removeprefix("promise.") for each in words}


def test_changed_and_cleared_hotkeys_are_shown_as_they_are(qtbot, look):
    chords = {**HOTKEYS, SEARCH: "Ctrl+Alt+J", "pinned.2": ""}
    page = KeysPage(lambda: chords, lambda: [Taken("pinned.1", "Ctrl+Alt+1")])
    qtbot.addWidget(page)

    shown = dict(page.lines())

    assert shown["Ctrl+Alt+J"] == "Search"
    assert shown["Ctrl+Alt+1"] == "Paste pinned phrase 1"
    assert "Ctrl+Alt+2" not in shown
    assert "Ctrl+Alt+Space" not in shown


GROUPS = [("售前",), ("售前", "尺码"), ("售后", "退/换货")]


@pytest.fixture
def mover(qtbot, look):
    made = MoveDialog(GROUPS, 2)
    qtbot.addWidget(made)
    made.chosen.connect(lambda group: setattr(made, "taken", group))
    made.taken = None
    made.show()
    return made


def test_a_group_is_found_by_any_part_of_its_path_and_taken_with_enter(qtbot, mover):
    mover.entry.setText("换货")

    qtbot.keyClick(mover.entry, Qt.Key.Key_Return)

    assert mover.taken == ("售后", "退/换货")
    assert not mover.isVisible()


def test_arrows_walk_the_list_while_typing_goes_on(qtbot, mover):
    mover.entry.setText("售前")

    qtbot.keyClick(mover.entry, Qt.Key.Key_Down)
    qtbot.keyClick(mover.entry, Qt.Key.Key_Return)

    assert mover.taken == ("售前", "尺码")


def test_a_path_that_does_not_exist_makes_a_new_group(qtbot, mover):
    mover.entry.setText("活动/双11")

    qtbot.keyClick(mover.entry, Qt.Key.Key_Return)

    assert mover.taken == ("活动", "双11")


def test_phrases_can_be_put_outside_all_groups(mover):
    mover.list.setCurrentRow(mover.list.count() - 1)

    mover.move_button.click()

    assert mover.taken == ()


def test_a_path_that_is_too_deep_is_refused_in_words(qtbot, mover):
    mover.entry.setText("/".join("一二三四五六七八九"))

    qtbot.keyClick(mover.entry, Qt.Key.Key_Return)

    assert mover.taken is None
    assert "8" in mover._row.refusal


def test_enter_and_arrows_belong_to_the_input_method_while_it_composes(qtbot, mover):
    QApplication.sendEvent(mover.entry, QInputMethodEvent("shou", []))

    qtbot.keyClick(mover.entry, Qt.Key.Key_Down)
    qtbot.keyClick(mover.entry, Qt.Key.Key_Return)

    assert mover.taken is None
    assert mover.list.currentRow() == 0


def test_each_step_of_the_first_start_is_said_with_what_there_is_to_do(first, monkeypatch):
    said = []
    monkeypatch.setattr("app.ui.dialogs.first_start.announce", lambda _dialog, text: said.append(text))

    first.next_step()
    first.load_pack()
    first.next_step()

    assert [text.split(".")[0] for text in said] == [
        f"Step 2 of 3: Phrases to begin with {first.pack_text.text().split('.')[0]}",
        first.pack_told.text().rstrip("."),
        "Step 3 of 3: Paste your first phrase 1",
    ]
    assert "are ready" in said[1]
