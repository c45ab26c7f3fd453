"""A folder that is looked into: whole files are told once, halves and marks never, and a dead share blocks nobody."""

import os
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.system import watched_folder
from app.system.watched_folder import DEADLINE, WatchedFolder
from tests.fakes import FakeClock


class Room:
    """A watched folder whose looks happen at once, and a clock that goes when it is told to."""

    def __init__(self, folder: Path, handed: tuple[str, ...] = ()) -> None:
        self.folder = folder
        self.clock = FakeClock()
        self.told: list[str] = []
        self.reached: list[bool] = []
        self.hanging: list[Callable[[], None]] = []
        self.is_dead = False
        self.watched = WatchedFolder(self.clock, handed, self._start)
        self.watched.found.connect(lambda path: self.told.append(Path(path).name))
        self.watched.reached.connect(self.reached.append)
        self.watched.watch(str(folder))

    def _start(self, work: Callable[[], None]) -> None:
        if self.is_dead:
            self.hanging.append(work)
        else:
            work()

    def put(self, name: str, content: bytes = b"a,b\n", age: float = 60.0) -> Path:
        path = self.folder / name
        path.write_bytes(content)
        at = self.clock.now().timestamp() - age
        os.utime(path, (at, at))
        return path

    def look(self, times: int = 1) -> list[str]:
        """Look so often; what was told of it."""
        known = len(self.told)
        for _ in range(times):
            self.clock.go(timedelta(seconds=10))
            self.watched.look()
        return self.told[known:]


@pytest.fixture
def room(tmp_path: Path, qtbot: QtBot) -> Room:
    return Room(tmp_path)


def test_a_file_is_told_after_two_looks_that_saw_the_same_and_never_again(room: Room) -> None:
    room.put("ExportOrderList.csv")

    assert room.look() == []
    assert room.look() == ["ExportOrderList.csv"]
    assert room.look(40) == []


def test_a_file_that_still_grows_is_not_told(room: Room) -> None:
    for size in range(1, 4):
        room.put("a.csv", b"x" * size)
        assert room.look() == []

    assert room.look() == ["a.csv"]


def test_bytes_that_change_without_size_and_time_are_noticed_while_a_file_is_young(room: Room) -> None:
    path = room.put("a.csv", b"one", age=-9)
    status = path.stat()
    room.look()
    path.write_bytes(b"two")
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))

    assert room.look() == []
    assert room.look() == ["a.csv"]


def test_a_later_export_under_the_same_name_is_told_again(room: Room) -> None:
    room.put("a.csv", b"one")
    room.look(2)
    room.put("a.csv", b"two", age=30)

    assert room.look(3) == ["a.csv"]


def test_the_same_bytes_under_another_name_are_not_told(room: Room) -> None:
    room.put("a.csv")
    room.look(2)
    room.put("a (1).csv")

    assert room.look(3) == []


@pytest.mark.parametrize(
    "name",
    [
        "~$a.xlsx",
        ".~lock.a.csv",
        "a.csv.crdownload",
        "a.tmp",
        "a.csv.part",
        "a-冲突副本.csv",
        "a.sync-conflict-20261111.csv",
        "a (conflicted copy).xlsx",
        "a.pdf",
        ".a.csv",
    ],
)
def test_marks_halves_copies_and_other_files_are_left_alone(room: Room, name: str) -> None:
    room.put(name)

    assert room.look(3) == []


def test_empty_and_old_files_folders_and_pipes_are_left_alone(room: Room) -> None:
    room.put("empty.csv", b"")
    room.put("old.csv", age=3 * 86_400)
    (room.folder / "folder.csv").mkdir()
    if sys.platform != "win32":
        os.mkfifo(room.folder / "pipe.csv")

    assert room.look(3) == []


def test_of_two_exports_the_later_one_is_told_last(room: Room) -> None:
    room.put("late.csv", b"2", age=10)
    room.put("early.csv", b"1", age=60)

    assert room.look(2) == ["early.csv", "late.csv"]


def test_what_was_told_before_a_restart_is_not_told_again(room: Room) -> None:
    room.put("a.csv", b"one")
    room.look(2)

    later = Room(room.folder, room.watched.handed)
    later.put("b.csv", b"two")

    assert later.look(3) == ["b.csv"]


def test_a_folder_that_is_gone_is_told_once_and_so_is_its_return(room: Room) -> None:
    away = room.folder.with_name("away")
    room.folder.rename(away)
    room.look(3)
    away.rename(room.folder)
    room.look(2)

    assert room.reached == [False, True]


def test_a_share_that_answers_nobody_hangs_one_look_and_is_told(room: Room) -> None:
    room.is_dead = True
    room.look(1 + int(DEADLINE / 10) + 3)

    assert len(room.hanging) == 1
    assert room.reached == [False]
    room.is_dead = False
    room.hanging.pop()()
    assert room.reached == [False, True]


def test_a_look_that_comes_back_after_the_end_is_not_listened_to(room: Room) -> None:
    room.put("a.csv")
    room.look()
    room.is_dead = True
    room.look()

    room.watched.close()
    room.hanging.pop()()

    assert room.told == []
    assert room.watched.folder == ""


def test_a_file_that_cannot_be_read_yet_is_told_when_it_can(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    def locked(_path: str) -> str:
        raise PermissionError(13, "Permission denied")

    room.put("a.csv")
    with monkeypatch.context() as patch:
        patch.setattr(watched_folder, "_digest", locked)
        assert room.look(3) == []

    assert room.look(2) == ["a.csv"]


def test_a_real_thread_hands_a_file_over(tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "a.csv").write_bytes(b"a,b\n")
    clock = FakeClock()
    os.utime(tmp_path / "a.csv", (clock.now().timestamp() - 60,) * 2)
    watched = WatchedFolder(clock)
    told: list[str] = []
    watched.found.connect(told.append)

    watched.watch(str(tmp_path))
    qtbot.waitUntil(lambda: watched.look() or bool(told), timeout=5_000)

    watched.close()
    assert told == [str(tmp_path / "a.csv")]
