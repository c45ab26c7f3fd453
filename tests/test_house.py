"""Rules of the house that import-linter cannot say: they are about parts of a library."""

import ast
from pathlib import Path

import pytest

APP = Path(__file__).parent.parent / "app"
DB = APP.parent / "db"


def imported(file: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return names


@pytest.mark.parametrize("file", sorted((APP / "system").rglob("*.py")), ids=lambda file: file.stem)
def test_the_computer_knows_no_widgets(file: Path) -> None:
    assert "PySide6.QtWidgets" not in imported(file)


@pytest.mark.parametrize("file", sorted(APP.rglob("*.py")), ids=lambda file: str(file.relative_to(APP)))
def test_what_the_first_window_does_not_need_is_not_imported_by_it(file: Path) -> None:
    if file.is_relative_to(APP / "ui") and not file.is_relative_to(APP / "ui" / "dialogs"):
        slow = {"numpy", "rapidfuzz", "msgspec", "yaml", "python_calamine", "PySide6.QtSvgWidgets"}
        assert not imported(file) & slow


@pytest.mark.parametrize(
    "file", sorted((*APP.rglob("*.py"), *DB.rglob("*.py"))), ids=lambda file: str(file.relative_to(APP.parent))
)
def test_frozen_values_are_made_the_quick_way(file: Path) -> None:
    is_own = file.name == "values.py" and file.parent.name == "core"

    if "@dataclass(frozen=True, slots=True)" in file.read_text("utf-8") and not is_own:
        assert "dataclasses.dataclass" not in imported(file)
