"""Waiting for a database that is still being opened: nobody waits in silence, and nobody for ever."""

import threading

import pytest

from app.core.storage import NotStored, Trouble
from db.opening import awaited
from db.opening.awaited import Awaited


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Awaited:
    monkeypatch.setattr(awaited, "PATIENCE_S", 0.0)
    return Awaited()


def test_whoever_waits_long_in_the_main_thread_is_told_once_and_gets_it(opened: Awaited) -> None:
    told: list[str] = []

    def explain() -> None:
        told.append("waits")
        opened.set_result("data")  # type: ignore[arg-type]

    opened.explain = explain

    assert opened.result() == "data"  # type: ignore[comparison-overlap]
    assert opened.result() == "data"  # type: ignore[comparison-overlap]
    assert told == ["waits"]


def test_what_is_open_is_given_without_a_word(opened: Awaited) -> None:
    told: list[str] = []
    opened.explain = lambda: told.append("waits")

    opened.set_result("data")  # type: ignore[arg-type]

    assert opened.result() == "data"  # type: ignore[comparison-overlap]
    assert told == []


def test_another_thread_waits_in_silence(opened: Awaited) -> None:
    told, found = list[str](), list[object]()
    opened.explain = lambda: told.append("waits")
    waiting = threading.Thread(target=lambda: found.append(opened.result()))
    waiting.start()

    opened.set_result("data")  # type: ignore[arg-type]
    waiting.join(20)

    assert (told, found) == ([], ["data"])


def test_what_went_wrong_is_heard_also_by_who_waits_already(opened: Awaited) -> None:
    opened.explain = lambda: opened.set_exception(NotStored(Trouble.FULL))

    with pytest.raises(NotStored):
        opened.result()
