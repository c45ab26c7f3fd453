import pytest

from app.core.changes import NOTHING, Kind
from app.core.settings import Settings, Theme
from app.core.storage import NotStored, Trouble
from app.services.settings import Preferences
from tests.fakes import FakeSettings


def test_a_change_is_stored_and_in_use_at_once() -> None:
    store = FakeSettings()
    preferences = Preferences(store)

    changed = preferences.change(agent="小二", theme=Theme.DARK)

    assert changed == {Kind.SETTINGS}
    assert preferences.current == store.settings == Settings(agent="小二", theme=Theme.DARK)


def test_a_change_to_what_is_set_already_writes_nothing() -> None:
    preferences = Preferences(FakeSettings(trouble=Trouble.FULL))

    assert preferences.change(agent="") == NOTHING


def test_a_change_that_could_not_be_kept_leaves_the_last_good_settings_in_use() -> None:
    store = FakeSettings()
    preferences = Preferences(store)
    preferences.change(agent="小二")
    store.trouble = Trouble.READ_ONLY

    with pytest.raises(NotStored):
        preferences.change(agent="小三")

    assert preferences.current == Settings(agent="小二")


def test_stored_settings_take_the_place_of_those_of_the_first_glance() -> None:
    preferences = Preferences(FakeSettings(Settings(agent="小二")), current=Settings(theme=Theme.DARK))

    first, second = preferences.load(), preferences.load()

    assert preferences.current == Settings(agent="小二")
    assert (first, second) == ({Kind.SETTINGS}, NOTHING)


def test_a_setting_that_does_not_exist_is_a_mistake() -> None:
    with pytest.raises(TypeError):
        Preferences(FakeSettings()).change(colour="red")
