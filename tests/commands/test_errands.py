"""`qindesk order …` while the window runs: the window does it, and the command answers as ever."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from app.commands import by_window
from app.core.changes import Kind
from app.core.errands import BadErrand, Errand, Verb, read_answer, read_errand, written
from app.front.desk import Desk, open_desk
from app.front.orders.errands import OrderErrands
from app.system.clock import SystemClock
from app.system.instance import Instance
from app.system.paths import paths
from tests.formats.exports import row, text
from tests.sheets import SHANGHAI

Run = Callable[..., tuple[int, str, str]]
HEAD = Path(__file__).parents[2]


def export(folder: Path) -> Path:
    """An export with an order that was placed just now."""
    file = folder / "orders.csv"
    now = SystemClock().now().astimezone(SHANGHAI)
    file.write_text(text([row(0, 订单创建时间=f"{now:%Y-%m-%d %H:%M:%S}")]), "utf-8-sig")
    return file


class Window:
    """What of a running window does errands."""

    def __init__(self, data: Path) -> None:
        places = paths(data)
        places.make()
        self.instance = Instance(places.data)
        assert self.instance.is_first()
        self.desk: Desk = open_desk(places, SystemClock())
        self.errands = OrderErrands(self.desk)
        self.changed: list[Any] = []
        self.errands.changed.connect(self.changed.append)
        self.instance.handed.connect(self.errands.hear)
        self.errands.answered.connect(self.instance.answer)
        self.instance.listen()

    def buyers(self) -> list[str]:
        return [order.buyer for order in self.desk.office.orders.open()]

    def close(self) -> None:
        self.errands.close()
        self.desk.close()
        self.instance.close()


@pytest.fixture
def window(tmp_path: Path, qapp: object) -> Iterator[Window]:
    window = Window(tmp_path / "data")
    window.instance.take_errands()
    yield window
    window.close()


@pytest.fixture
def run(tmp_path: Path, qtbot: QtBot) -> Run:
    """A command of another process, while this one goes on."""

    def run(*words: str) -> tuple[int, str, str]:
        told, complained = tmp_path / "out", tmp_path / "err"
        with told.open("wb") as out, complained.open("wb") as err:
            command = [sys.executable, "-m", "app.main", "order", *words, "--data", str(tmp_path / "data"), "--json"]
            started = subprocess.Popen(command, cwd=HEAD, stdout=out, stderr=err)
            qtbot.waitUntil(lambda: started.poll() is not None, timeout=60_000)
        return started.returncode, told.read_text("utf-8"), complained.read_text("utf-8", "replace")

    return run


def test_an_order_is_noted_by_the_window_that_runs(window: Window, run: Run) -> None:
    code, out, _err = run("add", "小熊猫", "128", "聚")

    told = json.loads(out)
    assert code == 0
    assert (told["order"]["buyer"], told["order"]["amount"], told["is_changed"]) == ("小熊猫", "128.00", True)
    assert window.buyers() == ["小熊猫"]
    assert window.changed == [frozenset({Kind.ORDERS})]


def test_what_became_of_it_is_said_to_the_window_and_a_wrong_number_is_refused(window: Window, run: Run) -> None:
    run("add", "小熊猫", "128", "聚", "3894651237894561230")

    unknown = run("outcome", "17", "paid")
    code, out, _err = run("outcome", "3894651237894561230", "closed")

    assert unknown[0] == 1
    assert "17" in unknown[2]
    assert (code, json.loads(out)["order"]["outcome"]) == (0, "closed")
    assert window.buyers() == []


def test_a_line_that_is_no_order_is_refused_as_without_a_window(window: Window, run: Run) -> None:
    code, out, err = run("add", "128")

    assert (code, out) == (2, "")
    assert "buyer is missing" in err
    assert window.buyers() == []


def test_an_export_is_taken_over_by_the_window_and_told_row_by_row(window: Window, run: Run, tmp_path: Path) -> None:
    file = export(tmp_path)

    code, out, _err = run("import", str(file))

    told = json.loads(out)["files"][0]
    assert code == 0
    assert told["is_applied"] is True
    assert window.buyers() == ["小熊猫0"]


def test_a_window_that_does_not_answer_is_said_with_its_own_code_and_nothing_was_done(
    tmp_path: Path, qapp: object, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from app import cli

    monkeypatch.setattr("app.system.instance.TAKE_WITHIN_S", 0.0)
    hung = Window(tmp_path / "data")

    code = cli.run(["order", "add", "小熊猫", "128", "--data", str(tmp_path / "data")])

    assert code == by_window.UNANSWERED
    assert "does not answer. Nothing was changed" in capsys.readouterr().err
    hung.instance.take_errands()
    assert hung.buyers() == []
    hung.close()


def test_where_no_window_runs_the_command_does_it_itself(run: Run, tmp_path: Path) -> None:
    code, out, _err = run("add", "小熊猫", "128", "聚")

    assert code == 0
    assert json.loads(out)["order"]["buyer"] == "小熊猫"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe",
        b"[]",
        b'{"verb": "quit", "words": ["now"]}',
        b'{"verb": "order add", "words": []}',
        b'{"verb": "order add", "words": "panda 128"}',
        b'{"verb": "order add", "words": ["panda 128"], "and": 1}',
    ],
)
def test_what_is_no_errand_is_refused_as_a_whole(window: Window, content: bytes) -> None:
    answers: list[bytes] = []
    window.errands.answered.connect(lambda _name, answer: answers.append(answer))

    with pytest.raises(BadErrand):
        read_errand(content)
    window.errands.hear("errand-1", content)

    assert [read_answer(answer).code for answer in answers] == [2]
    assert window.buyers() == []


def test_errands_that_come_at_once_are_done_in_their_order(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    file = export(tmp_path)
    done: list[str] = []
    window.errands.answered.connect(lambda name, _answer: done.append(name))

    window.errands.hear("errand-1", written(Errand(Verb.IMPORT, (str(file),))))
    window.errands.hear("errand-2", written(Errand(Verb.ADD, ("panda 99 聚",))))
    qtbot.waitUntil(lambda: len(done) == 2, timeout=20_000)

    assert done == ["errand-1", "errand-2"]
    assert sorted(window.buyers()) == ["panda", "小熊猫0"]
