"""What stands in front of the first rows: only what shows them, hears the hotkeys and takes letters (decision 19)."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

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


def test_what_shows_them_is_there(imported: list[str]) -> None:
    assert {"app.ui.phrases.panel", "app.core.phrases.phrase", "app.services.shortcuts"} <= set(imported)
