"""What the pictures are listened to for: names that are missing, rows that say nothing, what cannot be hit.

The real program is led through every place and every dialog, as for the pictures, on a screen that is none.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLineEdit,
    QListWidget,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tools.scenes import TRIPS
from tools.screenshots import RUNS
from tools.unheard import unheard

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
ROOT = Path(__file__).parent.parent.parent
PATIENCE_S = 400


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """A line and a button that are as they should be."""
    window, line, button = QDialog(), QLineEdit(), QPushButton("Paste")
    line.setAccessibleName("Find")
    column = QVBoxLayout(window)
    for part in (line, button):
        part.setMinimumHeight(30)
        column.addWidget(part)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    line.setFocus()
    QApplication.processEvents()
    return window


def test_what_says_its_name_and_can_be_hit_is_well(window: QWidget) -> None:
    assert list(unheard(window)) == []


def test_a_button_of_a_drawing_alone_is_found(window: QWidget) -> None:
    drawing = QToolButton()
    drawing.setFixedSize(30, 30)
    window.layout().addWidget(drawing)
    QApplication.processEvents()

    assert list(unheard(window)) == ["QToolButton in QDialog: no name ()"]


def test_what_is_too_small_to_be_hit_is_found(window: QWidget) -> None:
    window.findChild(QPushButton).setFixedHeight(27)
    QApplication.processEvents()

    assert [lack.split(": ")[1].split(",")[0] for lack in unheard(window)] == ["too small to be hit"]


def test_rows_that_say_nothing_or_a_drawing_are_found(window: QWidget) -> None:
    rows = QListWidget()
    rows.setAccessibleName("Orders")
    rows.addItems(["", "1 Address ○", "¥128"])
    window.layout().addWidget(rows)
    QApplication.processEvents()

    assert [lack.split(": ", 1)[1] for lack in unheard(window)] == [
        "row 0 says nothing",
        "row 1 cannot be said: 1 Address ○",
    ]


def test_a_window_in_which_nothing_has_the_keyboard_is_found(window: QWidget) -> None:
    window.findChild(QLineEdit).clearFocus()

    assert list(unheard(window)) == ["QDialog: nothing has the keyboard"]


@pytest.mark.parametrize("trip", ["shop", "windows", "first_start", "empty"])
def test_everything_in_the_program_can_be_heard_and_hit(trip: str, tmp_path: Path) -> None:
    data = tmp_path / "data"
    next(run for run in RUNS if run.trip == trip).prepare(data, "zh_CN", "light")
    command = [sys.executable, "-m", "tools.pictured", str(data), str(tmp_path), "zh_CN", trip]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}

    told = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=PATIENCE_S
    )

    assert told.returncode == 0, told.stderr
    assert [line for line in told.stderr.splitlines() if line.startswith("Unheard")] == []


def test_every_trip_of_the_pictures_has_a_folder_to_begin_with() -> None:
    assert {run.trip for run in RUNS} == set(TRIPS)
