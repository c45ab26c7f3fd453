"""One program a data folder."""

import multiprocessing
import os
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.system.instance import QUIT, SHOW, Instance


def take_the_lock_and_die(data: Path) -> None:
    """In another process, which leaves its lock behind."""
    instance = Instance(data)
    assert instance.is_first()
    os._exit(0)


def ask_from_outside(data: Path, wish: str, answers: "multiprocessing.Queue[bool]") -> None:
    instance = Instance(data)
    answers.put(instance.is_first())
    answers.put(instance.tell_first(wish))


@pytest.mark.parametrize("wish", [SHOW, QUIT])
def test_the_second_start_is_not_first_and_tells_the_first_what_it_wants(
    tmp_path: Path, qtbot: QtBot, wish: str
) -> None:
    first = Instance(tmp_path)
    assert first.is_first()
    first.listen()
    context = multiprocessing.get_context("spawn")
    answers = context.Queue()

    second = context.Process(target=ask_from_outside, args=(tmp_path, wish, answers))
    with qtbot.waitSignal(first.asked, timeout=20_000) as asked:
        second.start()
    second.join(20)

    assert asked.args == [wish]
    assert [answers.get(timeout=5), answers.get(timeout=5)] == [False, True]
    first.close()


def test_a_lock_left_by_a_killed_program_does_not_count(tmp_path: Path, qapp: object) -> None:
    context = multiprocessing.get_context("spawn")
    killed = context.Process(target=take_the_lock_and_die, args=(tmp_path,))
    killed.start()
    killed.join(20)
    assert (tmp_path / "instance.lock").exists()

    after = Instance(tmp_path)

    assert after.is_first()
    after.close()


def test_two_data_folders_are_two_programs(tmp_path: Path, qapp: object) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    one, other = Instance(tmp_path / "a"), Instance(tmp_path / "b")

    assert one.is_first()
    assert other.is_first()
    one.close()
    other.close()


def test_nobody_answers_where_nobody_runs(tmp_path: Path, qapp: object) -> None:
    instance = Instance(tmp_path)

    assert not instance.tell_first(SHOW)


def test_a_wish_that_came_before_the_first_could_listen_is_heard(tmp_path: Path, qtbot: QtBot) -> None:
    first = Instance(tmp_path)
    assert first.is_first()
    context = multiprocessing.get_context("spawn")
    answers = context.Queue()
    second = context.Process(target=ask_from_outside, args=(tmp_path, SHOW, answers))
    second.start()
    assert answers.get(timeout=20) is False

    with qtbot.waitSignal(first.asked, timeout=5_000):
        qtbot.waitUntil(lambda: any((tmp_path / "wishes").glob("show-*")))
        first.listen()

    assert answers.get(timeout=5) is True
    second.join(20)
    first.close()


def test_a_wish_to_a_program_that_was_killed_does_not_reach_the_next_one(tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "wishes").mkdir()
    (tmp_path / "wishes" / "quit-4711").touch()
    first = Instance(tmp_path)
    asked: list[str] = []
    first.asked.connect(asked.append)

    assert first.is_first()
    first.listen()

    assert asked == []
    assert list((tmp_path / "wishes").iterdir()) == []
    first.close()


def test_what_is_no_wish_is_not_followed(tmp_path: Path, qtbot: QtBot) -> None:
    first = Instance(tmp_path)
    assert first.is_first()
    asked: list[str] = []
    first.asked.connect(asked.append)
    first.listen()

    (tmp_path / "wishes" / "format-1").touch()
    qtbot.waitUntil(lambda: not any((tmp_path / "wishes").iterdir()))

    assert asked == []
    first.close()


def test_nothing_is_left_of_a_wish_that_nobody_answered(tmp_path: Path, qapp: object) -> None:
    instance = Instance(tmp_path)

    instance.tell_first(QUIT)

    assert list((tmp_path / "wishes").iterdir()) == []


@pytest.mark.qt_log_ignore("unexpected locking error")  # Qt warns of it on Windows
def test_a_folder_that_takes_no_lock_is_not_taken_for_another_program(tmp_path: Path) -> None:
    barred = Instance(tmp_path / "taken away meanwhile")

    assert not barred.is_first()
    assert barred.is_barred


def test_another_program_that_runs_is_no_bar(tmp_path: Path) -> None:
    first, second = Instance(tmp_path), Instance(tmp_path)

    assert first.is_first()
    assert not second.is_first()
    assert not second.is_barred
    first.close()
