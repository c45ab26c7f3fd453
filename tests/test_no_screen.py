"""Where there is no screen: a sentence and an exit code, and what needs none is done."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.system.instance import Instance

HEAD = Path(__file__).parent.parent
SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows always has a screen")


def run(data: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if name not in SCREENS}
    command = [sys.executable, "-m", "app.main", "--data", str(data), *words]
    return subprocess.run(command, cwd=HEAD, env=environment, capture_output=True, text=True, timeout=60, check=False)


def test_a_start_says_so_instead_of_crashing(tmp_path: Path) -> None:
    done = run(tmp_path)

    assert done.returncode == 1
    assert "There is no screen" in done.stderr
    assert Instance(tmp_path).is_first()


def test_a_quit_needs_no_screen_where_nobody_runs(tmp_path: Path) -> None:
    done = run(tmp_path, "--quit")

    assert (done.returncode, done.stderr) == (0, "")


def test_a_quit_that_nobody_answers_says_so_by_its_code(tmp_path: Path) -> None:
    hung = Instance(tmp_path)
    assert hung.is_first()

    done = run(tmp_path, "--quit")

    assert done.returncode == 3
    hung.close()
