"""The section of sources: added, confirmed once, put in order, paused, asked about, given up and taken back."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from app.core.packs.index import Entry
from app.core.packs.refusals import Refusal, Refused
from app.core.packs.signatures import PublicKey
from app.core.packs.trust import Refusal as Distrust
from app.core.packs.trust import Standing, Verdict
from app.core.shares.polls import Reach
from app.core.shares.share import Fault, Secret, ShareTrouble
from app.core.source_states import Form
from app.services.packs.removal import Keeping
from app.ui.packs.source_card import SourceCard
from app.ui.packs.source_forms import LineAsked, SecretAsked
from app.ui.settings_dialog.sources import SourcesPage
from app.ui.theme import Look
from tests.ui.dialogs.test_settings_dialog import World
from tests.ui.packs.agent import NOW, Agent, source, state

KEY = PublicKey(b"12345678", b"k" * 32)


@pytest.fixture
def agent() -> Agent:
    return Agent()


@pytest.fixture
def page(agent: Agent, look: Look, qtbot: QtBot) -> SourcesPage:
    made = SourcesPage(look, World().desk(), lambda **_fields: True, agent.sources_desk())
    qtbot.addWidget(made)
    made.show()
    return made


def card(page: SourcesPage, at: int = 0) -> SourceCard:
    return list(page.cards.values())[at]


def show(page: SourcesPage, agent: Agent, *states: object) -> SourceCard:
    agent.states = list(states)  # type: ignore[arg-type]
    page.refresh()
    return card(page)


def test_whoever_comes_for_the_first_source_can_write_its_address_at_once(page: SourcesPage, agent: Agent) -> None:
    page.folder_button.setFocus()

    page.begin()

    assert page.focusWidget() is page.address


def test_an_address_is_added_by_enter(page: SourcesPage, agent: Agent, qtbot: QtBot) -> None:
    page.address.setText("\\\\nas\\packs")

    qtbot.keyClick(page.address, Qt.Key.Key_Return)

    assert agent.wanted == [("add", "\\\\nas\\packs", None)]
    assert page.address.text() == ""
    assert card(page).name.text() == "packs"


def test_a_web_address_may_bring_its_password(page: SourcesPage, agent: Agent) -> None:
    page.address.setText("https://dav.example.com/packs")
    page.secret.user.setText("mei")
    page.secret.password.setText("geheim")

    page.add()

    assert agent.wanted == [("add", "https://dav.example.com/packs", Secret("mei", "geheim"))]
    assert page.secret.password.text() == ""


def test_a_folder_asks_for_no_password(page: SourcesPage) -> None:
    page.address.setText("D:\\packs")

    assert not page.secret.isVisibleTo(page)


def test_what_is_no_address_is_told_under_its_field_and_kept(page: SourcesPage, agent: Agent) -> None:
    agent.refuses = "packs is no folder."
    page.address.setText("packs")

    page.add()

    assert page.address_row.refusal == "packs is no folder."
    assert page.address.text() == "packs"


def test_a_key_is_confirmed_after_its_fingerprint_was_shown_in_groups_of_four(page: SourcesPage, agent: Agent) -> None:
    shown = show(page, agent, state(source(is_confirmed=False), key=KEY))
    fingerprint = shown.fingerprint.text()

    shown.confirm.click()

    assert [len(group) for group in fingerprint.split(" ")] == [4] * 8
    assert "Compare this fingerprint with what your lead tells you" in shown.trust.text()
    assert agent.wanted == [("confirm", "s1", KEY.text)]
    assert page.told.text().startswith("Confirmed. From “话术包 1” nothing is taken any more")
    assert page.focusWidget() is shown.look_now


def test_a_plain_file_says_that_anybody_can_write_into_it(page: SourcesPage, agent: Agent) -> None:
    shown = show(page, agent, state(source(is_confirmed=False), form=Form.FILE, is_plain=True))

    shown.confirm.click()

    assert "whoever can write to the file" in shown.trust.text()
    assert agent.wanted == [("confirm", "s1", "")]
    assert page.told.text() == "Confirmed. All that “话术包 1” brings is in use."


def test_a_confirmed_source_asks_nothing_more(page: SourcesPage, agent: Agent) -> None:
    shown = show(page, agent, state(source(public_key=KEY.text), key=KEY))

    assert not shown.confirm.isVisibleTo(shown)
    assert not shown.trust.isVisibleTo(shown)


def test_another_key_than_the_confirmed_one_can_be_compared_and_confirmed(page: SourcesPage, agent: Agent) -> None:
    verdict = Verdict(Standing.REFUSED, Distrust.WRONG_KEY, found="NEW", pinned="OLD")
    refused = Refused("s1", Refusal.NOT_TRUSTED, verdict=verdict)

    shown = show(page, agent, state(source(public_key="old"), key=KEY, refused=refused))

    assert "another key (NEW) than the one you confirmed (OLD)" in shown.trouble.text()
    assert shown.fingerprint.text() == KEY.fingerprint
    assert shown.confirm.isVisibleTo(shown)


def test_several_packs_in_a_folder_are_a_choice(page: SourcesPage, agent: Agent) -> None:
    entries = tuple(Entry(key, 1, f"{key}.json", "", 1, NOW, name=name) for key, name in (("a", "女装"), ("b", "童装")))
    shown = show(page, agent, state(offers=entries))

    shown._offers["b"].click()

    assert agent.wanted == [("choose", "s1", "b")]


def test_order_pause_and_looking_now_are_buttons(page: SourcesPage, agent: Agent) -> None:
    show(page, agent, state(), state(source(2)))

    for button in (card(page, 1).up, card(page).pause, card(page).look_now):
        button.click()

    assert agent.wanted == [("reorder", ["s2", "s1"]), ("pause", "s1", True), ("look", "s1")]


def test_a_share_that_asks_who_is_there_leads_to_the_password(page: SourcesPage, agent: Agent) -> None:
    asking = Reach(None, ShareTrouble(Fault.SIGN_IN, "dav.example.com"), 1)
    shown = show(page, agent, state(source(url="https://dav.example.com"), reach=asking, form=Form.WEB))

    shown.sign_in.click()
    asked = shown.asked
    assert isinstance(asked, SecretAsked)
    asked.fields.user.setText("mei")
    asked.fields.password.setText("geheim")
    asked.fields.password.returnPressed.emit()

    assert agent.wanted == [("sign_in", "s1", Secret("mei", "geheim"))]
    assert shown.asked is None


def test_what_is_being_typed_survives_that_a_source_answers(page: SourcesPage, agent: Agent) -> None:
    shown = show(page, agent, state())
    shown.wanted.emit("rename")
    asked = shown.asked
    assert isinstance(asked, LineAsked)
    asked.line.setText("双11")

    agent.states = [state(reach=Reach(NOW))]
    page.refresh()
    asked.line.returnPressed.emit()

    assert agent.wanted == [("rename", "s1", "双11")]


@pytest.mark.parametrize("keeping", list(Keeping))
def test_a_source_is_given_up_and_taken_back(page: SourcesPage, agent: Agent, keeping: Keeping) -> None:
    shown = show(page, agent, state())
    shown.wanted.emit("remove")
    assert shown.asked

    page._remove(shown, keeping)
    told = page.told.text()
    page.undo_button.click()

    assert agent.wanted[0] == ("remove", "s1", keeping)
    assert "12 things" in told
    assert agent.wanted[1][0] == "put_back"


def test_a_missing_name_is_told_because_the_lead_would_miss_it(page: SourcesPage, agent: Agent) -> None:
    agent.has_name = False

    show(page, agent, state())

    assert page.nameless.isVisibleTo(page)


def test_a_full_disk_is_said_and_what_was_typed_stays(page: SourcesPage, agent: Agent) -> None:
    agent.is_full = True
    page.address.setText("/share")

    page.add()

    assert "disk" in page.address_row.refusal.lower()
    assert page.address.text() == "/share"


def test_every_button_of_a_card_has_a_name_for_screen_readers(page: SourcesPage, agent: Agent) -> None:
    shown = show(page, agent, state())

    assert all(one.accessibleName() for one in shown.findChildren(QToolButton))


def test_the_menu_offers_a_password_only_where_one_can_be_asked_for(page: SourcesPage, agent: Agent) -> None:
    folder = show(page, agent, state())
    of_folder = [action.text() for action in folder.menu().actions()]
    web = show(page, agent, replace(state(source(2)), form=Form.WEB))

    assert "Password…" not in of_folder
    assert "Password…" in [action.text() for action in web.menu().actions()]
