"""How figures are taken and told: wall time of one call, alone or beside raw `sqlite3` set to the same safety."""

import sqlite3
import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path


def seconds(act: Callable[[], object]) -> float:
    """How long a call takes."""
    before = time.perf_counter()
    act()
    return time.perf_counter() - before


def ms(act: Callable[[], object]) -> float:
    """The same in milliseconds."""
    return seconds(act) * 1000


def alone(name: str, length: float) -> None:
    """Print a length in seconds."""
    print(f"{name:32s} {length * 1000:8.2f} ms")


def against(name: str, raw: Sequence[float], ours: Sequence[float]) -> None:
    """Print the medians of both, and their ratio."""
    base, value = statistics.median(raw), statistics.median(ours)
    print(f"{name:32s} raw sqlite3 {base * 1000:8.1f} ms   QinDesk {value * 1000:8.1f} ms {value / base:6.2f} x")


def raw_database(file: Path) -> sqlite3.Connection:
    """A file that is as safe as ours."""
    connection = sqlite3.connect(file, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    return connection


def put_raw(connection: sqlite3.Connection, statement: str, rows: Sequence[tuple[object, ...]]) -> None:
    """Store rows in one transaction."""
    connection.execute("BEGIN IMMEDIATE")
    connection.executemany(statement, rows)
    connection.execute("COMMIT")
