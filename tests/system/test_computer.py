"""The clock, the paths, the way home from other threads, and which computer is picked."""

import sys
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app import system
from app.core.desktop import Clip, PasteKey, Window
from app.core.hotkeys import Chord
from app.system.clock import SystemClock
from app.system.homeward import Homeward
from app.system.paths import paths
from app.system.plain import computer as plain_computer


@pytest.fixture(autouse=True)
def _empty_clipboard(qapp: QApplication) -> Iterator[None]:
    """What a test put there would outlive the interpreter, and Qt would ask for it when that is gone."""
    yield
    qapp.clipboard().clear()


def test_the_clock_gives_one_moment_in_utc_and_in_the_own_zone() -> None:
    clock = SystemClock()

    now, local = clock.now(), clock.local()

    assert now.utcoffset() == timedelta(0)
    assert local.utcoffset() is not None
    assert now > datetime(2024, 1, 1, tzinfo=UTC)
    assert local >= now


def test_everything_lies_in_the_given_folder(tmp_path: Path) -> None:
    places = paths(tmp_path / "desk")

    places.make()

    assert places.images.is_dir()
    assert places.backups.is_dir()
    assert places.log.parent.is_dir()
    assert all(tmp_path / "desk" in path.parents for path in (places.database, places.log, places.images))


@pytest.mark.skipif(sys.platform == "win32", reason="there the system tells the folder, not the environment")
def test_without_a_given_folder_it_is_the_users_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))

    assert paths().data == tmp_path / "qindesk"


def test_what_a_thread_sends_home_runs_on_the_main_thread(qtbot: QtBot) -> None:
    home = Homeward()
    threads: list[threading.Thread] = []
    helper = threading.Thread(target=lambda: home.call(lambda: threads.append(threading.current_thread())))

    helper.start()
    helper.join()

    qtbot.waitUntil(lambda: bool(threads))
    assert threads == [threading.main_thread()]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows always has a desktop")
def test_without_an_x_server_texts_are_only_copied(qapp: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)

    computer = system.pick()

    assert computer.name == "plain"
    assert not computer.desktop.can_paste()
    assert computer.desktop.target() is None
    assert not computer.hotkeys.bind("search", Chord.parse("Ctrl+Alt+Space"))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows always has a desktop")
def test_an_x_server_that_cannot_be_reached_leaves_the_plain_computer(
    qapp: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISPLAY", "nonsense")

    assert system.pick().name == "plain"


def test_the_plain_computer_copies_every_format_and_gives_them_back(qapp: object) -> None:
    computer = plain_computer()
    kept = Clip({Clip.TEXT: "旧的".encode(), Clip.HTML: b"<b>x</b>"})
    computer.clipboard.copy(kept)

    read = computer.clipboard.keep().value()
    offer = computer.clipboard.offer(Clip.of_text("新的"), None)
    is_back = computer.clipboard.give_back(read, offer)

    assert is_back
    assert computer.clipboard.keep().value().formats == kept.formats


def test_the_plain_computer_presses_no_key(qapp: object) -> None:
    keys = plain_computer().keys

    assert not keys.press(PasteKey.CTRL_V, Window(1)).value()
    assert not keys.enter(Window(1)).value()
    assert not keys.type_text("x", Window(1)).value()


def test_a_label_that_ticks_all_day_keeps_every_reference_to_none(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)

    for second in range(20_000):
        label.setText(str(second))

    assert abs(sys.getrefcount(None) - before) < 1_000  # PySide6 6.12 on Python 3.11 lost one a call, and crashed
