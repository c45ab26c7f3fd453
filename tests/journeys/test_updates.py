"""A new version: told in the window, agreed to by one key, installed as the program ends."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.core.updates.update import Policy, Stage, System
from app.front.update_room import UpdateRoom
from app.services.updates import AND_START, QUIETLY, Updates
from app.system.paths import paths
from app.ui.theme import Look
from app.ui.updates.dialog import UpdateDialog
from tests.announced import SETUP, FakeUpdateFolder, announce, policy, v
from tests.fakes import FakeClock, FakeShare
from tests.journeys.shop import NOON, Shop

ALT = Qt.KeyboardModifier.AltModifier
ENTER = Qt.Key.Key_Return


class Office:
    """One PC over several starts: what was announced, what was fetched, and the rooms of each run."""

    def __init__(self, shop: Shop, folder: Path) -> None:
        self.shop, self.folder = shop, folder
        self.share, self.fetched = FakeShare(), FakeUpdateFolder()
        self.rules = policy()
        self.room = self.start()

    def start(self) -> UpdateRoom:
        """The program starts (again)."""
        self.room = UpdateRoom(
            self.shop.window, self.shop.openings, paths(self.folder), self.shop.clock, self.make, lambda work: work()
        )
        return self.room

    def make(self, *_: object) -> Updates:
        return Updates(v("0.1.0"), System.WINDOWS, self.rules, self.fetched, lambda _address: self.share, FakeClock())

    def quit(self) -> None:
        self.room.close()
        self.shop.window.updates_wanted.disconnect(self.room.show)
        self.room.install()

    def look(self) -> None:
        """The look that comes by itself is due."""
        self.room._open()[1].look(is_asked=False)

    def dialog(self) -> UpdateDialog:
        return self.shop.dialog(UpdateDialog)


@pytest.fixture
def office(qapp: QApplication, look: Look, qtbot: QtBot, tmp_path: Path) -> Iterator[Office]:
    shop = Shop(qapp, look, qtbot, tmp_path / "data", FakeClock(NOON))
    office = Office(shop, tmp_path / "data")
    (tmp_path / "data" / "updates").mkdir()
    yield office
    office.room.close()
    shop.close()


def test_a_version_that_came_is_told_and_installed_at_the_end_with_two_keys(office: Office, qtbot: QtBot) -> None:
    announce(office.share, "0.2.0")

    office.look()
    assert office.shop.said.startswith("QinDesk 0.2.0 is here.")
    qtbot.keyClick(office.shop.window, ENTER, ALT)
    dialog = office.dialog()
    qtbot.waitUntil(dialog.agree_button.isVisible)
    dialog.agree_button.click()
    dialog.close()
    office.quit()

    assert office.fetched.started == [(SETUP, *QUIETLY)]


def test_without_consent_nothing_is_installed_and_the_next_start_tells_it_again(office: Office) -> None:
    announce(office.share, "0.2.0")
    office.look()
    office.quit()

    office.start().look()

    assert office.fetched.started == []
    assert office.shop.said.startswith("QinDesk 0.2.0 is here.")


def test_whoever_cannot_wait_gets_the_program_back_after_the_installer(office: Office, qtbot: QtBot) -> None:
    announce(office.share, "0.2.0")
    office.look()
    office.shop.window.updates_wanted.emit()

    with qtbot.waitSignal(office.shop.window.quit_wanted):
        office.dialog().now_button.click()
    office.quit()

    assert office.fetched.started == [(SETUP, *AND_START)]


def test_a_look_that_somebody_asks_for_ends_in_the_window(office: Office) -> None:
    office.shop.window.updates_wanted.emit()
    dialog = office.dialog()
    announce(office.share, "0.2.0")

    dialog.look_button.click()

    assert dialog.headline.text() == "Version 0.2.0 is ready to be installed."
    assert dialog.look_button.isEnabled()


def test_consent_of_an_earlier_day_is_kept_though_the_window_was_never_opened(office: Office) -> None:
    announce(office.share, "0.2.0")
    office.look()
    office.room._open()[0].agree()
    office.room.close()

    office.start().install()

    assert office.fetched.started == [(SETUP, *QUIETLY)]


@pytest.mark.parametrize("rules", [Policy(), replace(policy(), is_allowed=False)])
def test_where_nobody_wants_updates_nothing_is_looked_for(office: Office, rules: Policy) -> None:
    office.rules = rules
    announce(office.share, "0.2.0")
    before = list(office.share.calls)

    office.start().look()

    assert office.share.calls == before
    assert office.room._open()[0].standing.stage is Stage.OFF
