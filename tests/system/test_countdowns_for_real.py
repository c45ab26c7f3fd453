"""Countdowns in a real program, with time that runs 300 times as fast or jumps: every notice once, none missed."""

import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

PROGRAM = [sys.executable, "-m", "tests.system.countdown_program"]
ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.skipif(not shutil.which("faketime"), reason="needs the Debian package faketime")


def told(line: str) -> str:
    """What was told, without how late it was."""
    return line.strip().rpartition(" ")[0]


def test_more_than_half_an_hour_of_phases_and_timers_tells_everything_once_and_in_order() -> None:
    lines = ["phase 预热 4 14", "phase 开售 14 36", "15m 回电", "95s 泡面"]

    run = subprocess.run(
        ["faketime", "-f", "+0 x300", *PROGRAM, "40", "0", *lines],
        cwd=ROOT, capture_output=True, text=True, timeout=60, check=True,
    )  # fmt: skip

    ready, *notices, _wakes = run.stdout.splitlines()
    expected = [
        *("泡面 own 1", "泡面 own 0"),
        *("预热 start 1", "预热 start 0"),
        *("开售 start 10", "回电 own 10"),
        *("开售 start 1", "开售 start 0"),
        *("回电 own 1", "回电 own 0"),
        *("开售 end 10", "开售 end 1", "开售 end 0"),
    ]
    shown = [told(line) for line in notices]
    assert ready == "ready"
    assert shown == [line for line in expected if line in shown]  # each once, in order, nothing else
    # A minute is a fifth of a second here: on a busy machine its step may be overtaken by the end, and nothing else.
    assert {line for line in expected if not line.endswith(" 1")} <= set(shown)


def test_a_program_that_awaits_nothing_is_not_woken() -> None:
    run = subprocess.run(
        ["faketime", "-f", "+0 x300", *PROGRAM, "10", "0"],
        cwd=ROOT, capture_output=True, text=True, timeout=60, check=True,
    )  # fmt: skip

    assert run.stdout.split() == ["ready", "wakes", "1"]  # for its own end only


class Jumping:
    """The program under a clock that the test sets; ticks go on as they do."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self.set("+0")
        shown = subprocess.run(["faketime", "-f", "+0", "env"], capture_output=True, text=True, check=True).stdout
        library = next(line for line in shown.splitlines() if line.startswith("LD_PRELOAD=")).partition("=")[2]
        self.environment = os.environ | {
            "LD_PRELOAD": library,
            "FAKETIME_TIMESTAMP_FILE": str(file),
            "FAKETIME_DONT_FAKE_MONOTONIC": "1",
            "FAKETIME_NO_CACHE": "1",
        }
        self.notices: list[str] = []

    def set(self, by: str) -> None:
        """Set the clock so far from the true one, in one step."""
        new = self._file.with_suffix(".new")
        new.write_text(by, "ascii")
        new.replace(self._file)

    def until(self, output: Iterator[str], *wanted: str) -> None:
        """Read what the program tells until it has told these."""
        while not set(wanted) <= set(self.notices):
            self.notices.append(told(next(output)))


def test_a_clock_that_jumps_through_all_phases_and_back_tells_everything_once(tmp_path: Path) -> None:
    clock = Jumping(tmp_path / "clock")
    lines = ["phase 预热 20 40", "phase 开售 40 100", "4s 泡面", "90m 值班"]

    with subprocess.Popen(
        [*PROGRAM, "180", "20", *lines], cwd=ROOT, env=clock.environment, stdout=subprocess.PIPE, text=True
    ) as program:
        assert program.stdout is not None
        try:
            output = iter(program.stdout)
            clock.until(output, "")
            clock.set("+30m")
            clock.until(output, "预热 start 0", "开售 start 10")
            clock.set("-90m")
            clock.until(output, "泡面 own 0")
            clock.set("+95m")
            clock.until(output, "开售 start 0", "开售 end 10")
            clock.set("-30m")
            clock.set("+200m")
            clock.notices += [told(line) for line in output]
            program.wait()
        finally:
            program.kill()

    assert program.returncode == 0
    assert Counter(clock.notices) == Counter(
        [
            *("", "wakes"),  # the lines before and after
            *("预热 start 0", "开售 start 10", "开售 start 0", "开售 end 10", "开售 end 0"),
            "泡面 own 0",  # four seconds after it was set, and the watch of 90 minutes is not over
        ]
    )
