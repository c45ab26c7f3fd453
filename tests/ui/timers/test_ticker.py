from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.timers.ticker import Ticker
from tests.fakes import FakeClock

AT = datetime(2026, 11, 11, 12, 0, 0, 250_000, tzinfo=UTC)


class Seen:
    """A window with a cell in it, and what the ticker told it."""

    def __init__(self, qtbot: QtBot) -> None:
        self.clock = FakeClock(AT)
        self.ticker = Ticker(self.clock.now)
        self.window = QWidget()
        self.cell = QWidget()
        QVBoxLayout(self.window).addWidget(self.cell)
        self.told: list[datetime] = []
        self.ticker.second.connect(self.told.append)
        self.ticker.watch(self.cell)
        qtbot.addWidget(self.window)


@pytest.fixture
def seen(qtbot: QtBot) -> Iterator[Seen]:
    made = Seen(qtbot)
    yield made
    made.window.close()


def test_nothing_beats_until_something_is_in_sight(seen: Seen) -> None:
    assert not seen.ticker.is_running
    assert seen.told == []


def test_what_comes_into_sight_is_told_the_second_at_once_and_then_each(seen: Seen) -> None:
    seen.window.show()
    seen.clock.go(timedelta(seconds=1))
    seen.ticker.beat()

    whole = AT.replace(microsecond=0)
    assert seen.told == [whole, whole + timedelta(seconds=1)]
    assert seen.ticker.is_running


def test_it_waits_for_the_start_of_the_next_second(seen: Seen) -> None:
    seen.window.show()

    assert seen.ticker._timer.interval() == 752


def test_it_rests_while_the_window_is_hidden(seen: Seen, qtbot: QtBot) -> None:
    seen.window.show()

    seen.window.hide()
    qtbot.waitUntil(lambda: not seen.ticker.is_running)

    seen.window.show()
    assert seen.ticker.is_running


def test_it_rests_while_the_window_is_minimised(seen: Seen, qtbot: QtBot) -> None:
    seen.window.show()

    seen.window.showMinimized()
    qtbot.waitUntil(lambda: not seen.ticker.is_running)

    seen.window.showNormal()
    qtbot.waitUntil(lambda: seen.ticker.is_running)


def test_it_beats_for_another_widget_when_one_is_hidden(seen: Seen, qtbot: QtBot) -> None:
    seen.ticker.watch(seen.window)
    seen.window.show()

    seen.cell.hide()
    qtbot.wait(0)

    assert seen.ticker.is_running


def test_a_widget_that_is_gone_is_forgotten(seen: Seen) -> None:
    seen.window.show()

    seen.cell.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    seen.ticker.beat()

    assert not seen.ticker.is_running
