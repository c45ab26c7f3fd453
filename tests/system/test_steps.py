"""Flows on Qt's event loop."""

import logging
from collections.abc import Callable
from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from app.core.waits import Flow, Until, pause
from app.system.steps import Steps

SOON = timedelta(milliseconds=5)
LONG = timedelta(hours=1)


def waits_for(is_true: Callable[[], bool], within: timedelta) -> Flow[str]:
    came = yield Until(is_true, within)
    return "came" if came else "too late"


def breaks() -> Flow[str]:
    yield pause(SOON)
    raise ValueError("the buyer wrote 13800138000")


@pytest.fixture
def errors() -> list[Exception]:
    return []


@pytest.fixture
def steps(qapp: object, errors: list[Exception]) -> Steps:
    return Steps(errors.append)


def test_a_flow_goes_on_as_soon_as_what_it_waits_for_has_come(steps: Steps, qtbot: QtBot) -> None:
    has_come: list[bool] = []
    outcomes: list[str] = []
    steps.start(waits_for(lambda: bool(has_come), LONG), outcomes.append)
    was_running = steps.is_running

    has_come.append(True)

    qtbot.waitUntil(lambda: bool(outcomes))
    assert outcomes == ["came"]
    assert was_running
    assert not steps.is_running


def test_a_flow_is_told_when_its_time_is_over(steps: Steps, qtbot: QtBot) -> None:
    outcomes: list[str] = []

    steps.start(waits_for(lambda: False, SOON), outcomes.append)

    qtbot.waitUntil(lambda: bool(outcomes))
    assert outcomes == ["too late"]


def test_waits_that_are_over_already_need_no_event_loop(steps: Steps) -> None:
    outcomes: list[str] = []

    steps.start(waits_for(lambda: True, LONG), outcomes.append)

    assert outcomes == ["came"]


def test_a_second_flow_is_refused_while_one_runs(steps: Steps) -> None:
    outcomes: list[str] = []
    steps.start(waits_for(lambda: False, LONG), outcomes.append)

    is_started = steps.start(waits_for(lambda: True, LONG), outcomes.append)

    assert not is_started
    assert outcomes == []
    steps.stop()


def test_the_next_flow_may_be_started_by_the_end_of_the_last(steps: Steps) -> None:
    outcomes: list[str] = []

    steps.start(waits_for(lambda: True, LONG), lambda _: steps.start(waits_for(lambda: True, LONG), outcomes.append))

    assert outcomes == ["came"]


def test_a_flow_that_breaks_is_handed_on_and_logged_without_what_the_buyer_wrote(
    steps: Steps, errors: list[Exception], qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    outcomes: list[str] = []

    with caplog.at_level(logging.ERROR):
        steps.start(breaks(), outcomes.append)
        qtbot.waitUntil(lambda: bool(errors))

    assert [type(error) for error in errors] == [ValueError]
    assert outcomes == []
    assert "ValueError" in caplog.text
    assert "138" not in caplog.text
    assert not steps.is_running


def test_a_stopped_flow_tidies_up_and_tells_nobody(steps: Steps) -> None:
    told: list[str] = []

    def tidy() -> Flow[str]:
        try:
            yield pause(LONG)
        finally:
            told.append("tidied")
        return "done"

    steps.start(tidy(), told.append)

    steps.stop()

    assert told == ["tidied"]
    assert steps.start(waits_for(lambda: True, LONG), told.append)
