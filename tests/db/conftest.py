from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from db.engine import Database, open_database


class Now:
    """A clock that goes on a second at every look."""

    def __init__(self) -> None:
        self.at = datetime(2026, 11, 11, 6, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.at += timedelta(seconds=1)
        return self.at


@pytest.fixture
def now() -> Now:
    return Now()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "data" / "qindesk.db"


@pytest.fixture
def opened() -> Iterator[Callable[[Path], Database]]:
    """Opens databases and closes them after the test."""
    databases: list[Database] = []

    def open_one(file: Path) -> Database:
        databases.append(open_database(file))
        return databases[-1]

    yield open_one
    for database in databases:
        database.close()
