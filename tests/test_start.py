"""What stands in front of the first rows: only what shows them, hears the hotkeys and takes letters (decision 19)."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.front.desk import STARTER_PACKS, open_desk
from app.system.clock import SystemClock
from app.system.paths import paths

FRONT = "app.main, app.front.house, app.ui.inside, db.first_page, app.front.doorway"
LATER = (
    *("sqlalchemy", "msgspec", "numpy", "zoneinfo", "decimal", "html", "difflib"),
    *("app.core.settings", "app.core.sheet.sheet", "app.core.orders", "app.core.prices", "app.core.packs", "app.ports"),
    *("app.ui.orders.cell", "app.ui.timers", "app.front.loading", "app.core.phrases.shelf", "db.opening"),
    *("app.ui.phrases.meant_row", "app.ui.phrases.question_row", "app.ui.phrases.which_row"),
    *("app.services.phrases.find", "app.services.phrases.library", "app.services.sheet", "app.front.desk"),
)


@pytest.fixture(scope="module")
def imported() -> list[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")}
    program = [sys.executable, "-c", f"import sys, {FRONT}; print(*sys.modules)"]
    told = subprocess.run(program, env=environment, capture_output=True, text=True, check=True)
    return told.stdout.split()


@pytest.mark.parametrize("name", LATER)
def test_the_first_rows_wait_for_nothing_that_comes_later(imported: list[str], name: str) -> None:
    assert [module for module in imported if module == name or module.startswith(f"{name}.")] == []


def test_no_module_is_read_again_after_its_import(tmp_path: Path) -> None:
    """PySide would read the source of each, to see whether it asks for names in snake case."""
    imported = "import builtins; plain = builtins.__import__; from app.main import main"
    script = f"{imported}; main(['--quit', '--data', {str(tmp_path)!r}]); print(builtins.__import__ is plain)"
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}

    told = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=True)

    assert told.stdout.strip() == "True"


UNTIL_USABLE = """
import json, os, sys
from app.front.house import House

def note(_house, word):
    if word == "usable":
        from PySide6 import QtGui, QtWidgets
        print(json.dumps([*sys.modules, *vars(QtGui), *vars(QtWidgets)]), flush=True)
        os._exit(0)

House._note = note
from app.main import main
main(["--data", sys.argv[1]])
"""
NOT_YET = (
    *("PySide6.QtSvg", "QIcon", "QKeySequence", "QSizePolicy"),  # drawings, keys and what stretches
    *("app.ui.notice", "app.ui.blank", "app.ui.sentences", "app.ui.served"),
    *("app.front.doorway", "app.system.x11", "app.system.logfile"),
)
"""Each of these classes of Qt brings a table of names that costs as much as ten modules."""


@pytest.fixture(scope="module")
def there(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What a start has made of modules and of classes of Qt by the time that its first rows are painted."""
    places = paths(tmp_path_factory.mktemp("data"))
    places.make()
    desk = open_desk(places, SystemClock())
    desk.importing.apply(desk.importing.dry_run([str(STARTER_PACKS["zh_CN"])]))
    desk.close()
    environment = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")}
    program = [sys.executable, "-c", UNTIL_USABLE, str(places.data)]
    environment |= {"QT_QPA_PLATFORM": "offscreen"}
    told = subprocess.run(program, env=environment, capture_output=True, text=True, check=True)
    names: list[str] = json.loads(told.stdout)
    return names


@pytest.mark.parametrize("name", NOT_YET)
def test_what_nobody_reads_comes_after_the_first_rows(there: list[str], name: str) -> None:
    assert "app.ui.phrases.row" in there
    assert name not in there


def test_what_shows_them_is_there(imported: list[str]) -> None:
    assert {"app.ui.phrases.panel", "app.core.phrases.phrase", "app.services.shortcuts"} <= set(imported)
