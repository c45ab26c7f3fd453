from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from app.core.shares.share import Fault, ShareTrouble
from app.core.storage import NotStored, Trouble
from app.core.updates.update import SENTENCES, NotOffered, Policy, Refusal, Stage, System
from app.services.updates import Updates
from app.ui.updates import words as update_words
from app.ui.updates.desk import UpdateDesk
from app.ui.updates.dialog import UpdateDialog
from tests.announced import FakeUpdateFolder, announce, policy, v
from tests.fakes import FakeClock, FakeShare


class World:
    """The real service behind the window; `said` is what the window asked of the program besides."""

    def __init__(self, rules: Policy | None = None, *, can_install: bool = True) -> None:
        self.share, self.folder, self.said = FakeShare(), FakeUpdateFolder(), []
        self.updates = Updates(
            v("0.1.0"), System.WINDOWS, rules or policy(), self.folder, lambda address: self.share, FakeClock()
        )
        self.desk = UpdateDesk(
            standing=lambda: self.updates.standing,
            look=lambda: self.said.append("look"),
            agree=self.updates.agree,
            take_back=self.updates.take_back,
            skip=self.updates.skip,
            turn=self.updates.turn,
            quit_and_install=lambda: self.said.append("quit"),
            show_file=lambda: self.said.append("show"),
            can_install=can_install,
        )

    def look(self) -> None:
        self.updates.take(self.updates.look(is_asked=True))


@pytest.fixture
def open_dialog(qtbot, look):
    def make(world):
        made = UpdateDialog(world.desk)
        qtbot.addWidget(made)
        made.show()
        return made

    return make


@pytest.fixture
def offering():
    world = World()
    announce(world.share, "0.2.0")
    world.look()
    return world


def test_a_version_that_is_ready_is_told_with_its_reason(open_dialog, offering):
    dialog = open_dialog(offering)

    assert dialog.headline.text() == "Version 0.2.0 is ready to be installed."
    assert dialog.reason.text() == "Pasting works again"
    assert dialog.installed.text() == "Installed: 0.1.0"
    assert "downloaded and checked" in dialog.details.text()


def test_consent_is_given_and_taken_back_with_one_button(open_dialog, offering):
    dialog = open_dialog(offering)

    dialog.agree_button.click()
    agreed = offering.updates.standing.stage, dialog.agree_button.text(), dialog.headline.text()
    dialog.agree_button.click()

    assert agreed == (
        Stage.AGREED,
        "Do not install it",
        "Version 0.2.0 is installed when you quit QinDesk.",
    )
    assert offering.updates.standing.stage is Stage.READY


def test_closing_the_window_is_no_consent(open_dialog, offering, qtbot):
    dialog = open_dialog(offering)

    qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    assert not dialog.isVisible()
    assert offering.updates.standing.stage is Stage.READY


def test_whoever_cannot_wait_quits_at_once_with_consent(open_dialog, offering):
    dialog = open_dialog(offering)

    dialog.now_button.click()

    assert offering.said == ["quit"]
    assert offering.updates.standing.stage is Stage.AGREED


def test_a_skipped_version_leaves_the_window_and_the_keyboard_somewhere(open_dialog, offering, qtbot):
    dialog = open_dialog(offering)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)

    dialog.skip_button.setFocus()
    qtbot.keyClick(dialog.skip_button, Qt.Key.Key_Return)

    assert dialog.headline.text() == "You have the newest version."
    assert not dialog.agree_button.isVisible()
    assert dialog.look_button.hasFocus()


def test_a_look_is_begun_once_and_its_end_is_shown(open_dialog):
    world = World()
    dialog = open_dialog(world)
    announce(world.share, "0.2.0")

    dialog.look_button.click()
    meanwhile = dialog.headline.text(), dialog.look_button.isEnabled()
    world.look()
    dialog.refresh()

    assert world.said == ["look"]
    assert meanwhile == ("Looking…", False)
    assert dialog.headline.text() == "Version 0.2.0 is ready to be installed."
    assert dialog.look_button.isEnabled()


def test_why_a_look_brought_nothing_is_said(open_dialog):
    world = World()
    world.share.fault = Fault.UNREACHABLE
    world.look()

    dialog = open_dialog(world)

    assert dialog.headline.text() == "Whether there is a newer version could not be found out."
    assert dialog.trouble.isVisible()
    assert "cannot be reached" in dialog.trouble.text()


def test_nobody_is_told_to_have_the_newest_version_before_anybody_looked(open_dialog):
    dialog = open_dialog(World())

    assert dialog.headline.text() == "Nobody has looked for a newer version yet."


def test_looking_can_be_turned_off_and_on(open_dialog, offering):
    dialog = open_dialog(offering)

    dialog.switch.click()
    off = dialog.headline.text(), dialog.look_button.isVisible(), dialog.agree_button.isVisible()
    dialog.switch.click()

    assert off == ("Nobody looks for new versions.", False, False)
    assert dialog.headline.text() == "Version 0.2.0 is ready to be installed."


def test_where_somebody_else_decides_nothing_can_be_switched(open_dialog):
    dialog = open_dialog(World(Policy()))

    assert dialog.headline.text().startswith("Whoever looks after this computer")
    assert not dialog.switch.isEnabled()
    assert not dialog.look_button.isVisible()


def test_where_the_program_cannot_install_it_shows_the_file(open_dialog):
    world = World(can_install=False)
    announce(world.share, "0.2.0")
    world.look()
    dialog = open_dialog(world)

    dialog.agree_button.click()

    assert world.said == ["show"]
    assert dialog.agree_button.text() == "Show the file"
    assert not dialog.now_button.isVisible()


def test_the_windows_reasons_are_those_of_the_core():
    assert dict(update_words.REASONS) == dict(SENTENCES)


@pytest.mark.parametrize("stage", Stage)
def test_every_stage_and_every_trouble_has_its_words(stage, offering):
    standing = replace(offering.updates.standing, stage=stage)

    assert update_words.of_standing(standing)
    assert "0.2.0" in update_words.of_news(standing)
    for refusal in Refusal:
        assert "{" not in update_words.of_trouble(NotOffered(refusal, "a", "b"))
    assert update_words.of_trouble(ShareTrouble(Fault.NO_ANSWER, "\\\\server\\q"))
    assert update_words.of_trouble(NotStored(Trouble.FULL))
    assert update_words.of_trouble(None) == ""
