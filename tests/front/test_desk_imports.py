"""What a desk that stands all day keeps in memory beside its phrases: no library that only a rare deed needs."""

import os
import subprocess
import sys

import pytest

DESK = (
    "app.main, app.front.house, app.ui.inside, app.front.doorway, app.front.counter, app.front.loading, "
    "app.front.desk, app.core.search.index, app.front.rooms, app.front.orders.office, db.opening.folder"
)
RARE = (
    *("sqlalchemy.orm", "alembic", "ssl", "http", "urllib.request", "xml", "unittest", "multiprocessing"),
    *("openpyxl", "python_calamine", "yaml", "nacl", "keyboard", "pyperclip", "pypinyin", "rapidfuzz", "fsspec"),
    *("PySide6.QtNetwork", "PySide6.QtTest", "app.ui.settings_dialog.dialog", "app.ui.import_dialogs.import_dialog"),
)


@pytest.fixture(scope="module")
def imported() -> list[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")}
    # As it is built: what SQLAlchemy imports for servers that answer later stays out (tools/stand_ins.py).
    script = f"from tools.stand_ins import UNUSED, stand_in; stand_in(); import sys, {DESK}; "
    script += "print(*(name for name in sys.modules if name not in UNUSED))"
    told = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=True)
    return told.stdout.split()


@pytest.mark.parametrize("name", RARE)
def test_what_is_seldom_needed_is_not_kept_in_memory_all_day(imported: list[str], name: str) -> None:
    assert [module for module in imported if module == name or module.startswith(f"{name}.")] == []


def test_what_a_desk_needs_is_there(imported: list[str]) -> None:
    assert {"sqlalchemy", "numpy", "app.front.rooms", "db.stores"} <= set(imported)
