"""Errands to the running program: two files, each whole or not there, and nothing left behind."""

import os
import sys
import threading
from pathlib import Path

import pytest

from app.system.errand_files import NotAnswered, answer, hand_over, take
from app.system.instance import LONGEST, Instance


def never() -> bool:
    return False


def in_thread(folder: Path, told: list[object], take_s: float = 20, answer_s: float = 20) -> threading.Thread:
    """A command that hands something over; what comes of it is told."""

    def hand() -> None:
        try:
            told.append(hand_over(folder, b"words", take_s, answer_s, never))
        except NotAnswered as lack:
            told.append(lack.is_taken)

    thread = threading.Thread(target=hand)
    thread.start()
    return thread


def test_an_errand_is_taken_and_its_answer_comes_back_and_no_file_stays(tmp_path: Path) -> None:
    told: list[object] = []
    asking = in_thread(tmp_path, told)
    while not (files := list(tmp_path.glob("errand-*"))):
        assert asking.is_alive()

    content = take(files[0], LONGEST)
    answer(tmp_path, files[0].name, b"done")
    asking.join(20)

    assert (content, told) == (b"words", [b"done"])
    assert list(tmp_path.iterdir()) == []


def test_where_nobody_takes_it_it_is_taken_back_and_that_is_said(tmp_path: Path) -> None:
    with pytest.raises(NotAnswered) as lack:
        hand_over(tmp_path, b"words", 0.0, 0.0, never)

    assert not lack.value.is_taken
    assert list(tmp_path.iterdir()) == []


def test_where_it_was_taken_and_not_answered_it_is_said_that_it_may_be_done(tmp_path: Path) -> None:
    told: list[object] = []
    asking = in_thread(tmp_path, told, answer_s=0.0)
    while not (files := list(tmp_path.glob("errand-*"))):
        assert asking.is_alive()

    take(files[0], LONGEST)
    asking.join(20)

    assert told == [True]


def test_what_is_too_large_or_no_plain_file_is_not_read_and_does_not_stay(tmp_path: Path) -> None:
    (tmp_path / "errand-1").write_bytes(b"x" * (LONGEST + 1))
    (tmp_path / "secret").write_bytes(b"of somebody else")
    if sys.platform != "win32":
        (tmp_path / "errand-2").symlink_to(tmp_path / "secret")

    read = [take(file, LONGEST) for file in sorted(tmp_path.glob("errand-*"))]

    assert set(read) == {None}
    assert [file.name for file in tmp_path.iterdir()] == ["secret"]
    assert (tmp_path / "secret").read_bytes() == b"of somebody else"


@pytest.mark.skipif(sys.platform == "win32", reason="there the rights of the folder say who may read")
def test_nobody_else_can_read_what_is_handed_over(tmp_path: Path) -> None:
    answer(tmp_path, "errand-1", b"buyers")

    assert (tmp_path / "answer.errand-1").stat().st_mode & 0o777 == 0o600


def test_errands_wait_until_they_are_taken_and_those_to_a_killed_program_go(tmp_path: Path, qapp: object) -> None:
    folder = tmp_path / "wishes"
    folder.mkdir()
    (folder / f"errand-{os.getpid()}-1").write_bytes(b"to a killed one")
    (folder / "answer.errand-7-1").write_bytes(b"of a killed one")
    first = Instance(tmp_path)
    heard: list[tuple[str, bytes]] = []
    first.handed.connect(lambda name, content: heard.append((name, content)))

    assert first.is_first()
    first.listen()
    (folder / "errand-2-2").write_bytes(b"words")
    waiting = list(heard)
    first.take_errands()

    assert waiting == []
    assert heard == [("errand-2-2", b"words")]
    assert list(folder.iterdir()) == []
    first.close()
