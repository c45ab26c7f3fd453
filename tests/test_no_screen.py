"""Where there is no screen: a sentence and an exit code, and what needs none is done."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.services.doctor import SENTENCES
from app.system.instance import Instance

HEAD = Path(__file__).parent.parent
DEAD = "localhost:9999"
SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows always has a screen")


def run(data: Path, *words: str, **given: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if name not in SCREENS} | given
    command = [sys.executable, "-m", "app.main", "--data", str(data), *words]
    return subprocess.run(command, cwd=HEAD, env=environment, capture_output=True, text=True, timeout=60, check=False)


def test_a_start_says_so_instead_of_crashing(tmp_path: Path) -> None:
    done = run(tmp_path)

    assert done.returncode == 1
    assert "There is no screen" in done.stderr
    assert Instance(tmp_path).is_first()


def test_a_screen_with_nothing_behind_it_is_named_and_ends_no_start_in_a_crash(tmp_path: Path) -> None:
    done = run(tmp_path, DISPLAY=DEAD)

    assert done.returncode == 1
    assert f"The screen {DEAD} cannot be used here" in done.stderr
    assert "Qt says" in done.stderr
    assert Instance(tmp_path).is_first()


def test_a_pc_whose_screen_has_nothing_behind_it_is_examined_as_far_as_it_goes(tmp_path: Path) -> None:
    done = run(tmp_path, "doctor", DISPLAY=DEAD)

    assert done.returncode == 1
    assert SENTENCES["session_none"] in done.stdout
    assert "The data folder can be written." in done.stdout


def test_a_quit_needs_no_screen_where_nobody_runs(tmp_path: Path) -> None:
    done = run(tmp_path, "--quit")

    assert (done.returncode, done.stderr) == (0, "")


def test_a_quit_that_nobody_answers_says_so_by_its_code(tmp_path: Path) -> None:
    hung = Instance(tmp_path)
    assert hung.is_first()

    done = run(tmp_path, "--quit")

    assert done.returncode == 3
    hung.close()
