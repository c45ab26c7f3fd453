from types import SimpleNamespace

import pytest

from app.core.settings import Settings
from app.core.storage import Trouble
from app.front.novelties import Novelties
from app.services.settings import Preferences
from tests.fakes import FakeSettings


class World:
    """A window that is told things, settings that are kept, and dialogs that are counted."""

    def __init__(self, settings):
        self.store = FakeSettings(settings)
        self.said = []
        self.opened = []
        desk = SimpleNamespace(preferences=Preferences(self.store, settings))
        window = SimpleNamespace(hear=lambda said: self.said.append((said.text, said.tone, said.action, said.act)))
        openings = SimpleNamespace(show=lambda key, make: self.opened.append(make()))
        self.novelties = Novelties(window, desk, openings, "0.1.0")


@pytest.fixture
def agent(qapp):
    return World(Settings(has_seen_welcome=True))


def test_after_an_update_it_is_offered_once(agent):
    agent.novelties.tell()
    agent.novelties.tell()

    assert len(agent.said) == 1
    assert "0.1.0" in agent.said[0][0]
    assert agent.store.settings.seen_version == "0.1.0"


def test_what_the_notice_offers_is_the_page(qtbot, agent):
    agent.novelties.tell()

    agent.said[0][3]()

    qtbot.addWidget(agent.opened[0])
    assert agent.opened[0].windowTitle() == "What is new"


def test_a_first_start_is_no_update(qapp):
    new = World(Settings())

    new.novelties.tell()

    assert new.said == []
    assert new.store.settings.seen_version == "0.1.0"


def test_the_page_can_be_opened_again_any_time(qtbot, agent):
    agent.novelties.tell()

    agent.novelties.show()

    qtbot.addWidget(agent.opened[0])
    assert len(agent.opened) == 1


def test_where_it_cannot_be_remembered_it_is_told_all_the_same(agent):
    agent.store.trouble = Trouble.FULL

    agent.novelties.tell()

    assert len(agent.said) == 1
