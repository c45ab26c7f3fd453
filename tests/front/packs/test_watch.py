"""What is watched of a source is what its address says."""

from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from app.core.shares.polls import Watched
from app.front.packs.watch import PackWatch
from app.ports.shares import Share
from app.system.paths import paths
from tests.fakes import FakeClock, FakeShare
from tests.subscribed import Pc


def test_a_source_is_asked_at_the_pace_that_its_address_asks_for(qtbot: QtBot, tmp_path: Path) -> None:
    sources, opened, parent = Pc().sources, list[Watched](), QObject()
    sources.add("https://cdn.example.com/packs#every=15min")

    def open_fake(watched: Watched) -> Share:
        opened.append(watched)
        return FakeShare()

    watch = PackWatch(sources, FakeClock(), paths(tmp_path), parent, open_fake)
    watch.follow()
    qtbot.waitUntil(lambda: bool(opened))
    watch.close()

    assert opened[0].every == timedelta(minutes=15)
