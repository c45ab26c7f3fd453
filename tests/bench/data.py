"""The data against raw sqlite3: loading and storing 100,000 phrases, and what one small change costs.

Raw means the same pragmas, the same table, rows that are made already, and nothing made of what is read.
"""

import sqlite3
import statistics
import tempfile
import time
import uuid
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from app.core.phrases.phrase import Phrase
from app.core.phrases.shelf import Shelf
from app.services.phrases.library import Library
from db.backups import BackupFolder
from db.engine import Database, open_database
from db.glance import glance
from db.rows import COLUMNS, to_row
from db.stores import Phrases
from tests.bench.shop import NOW, phrases

COUNT = 100_000
ROUNDS = 3
MARKS = ", ".join("?" * len(COLUMNS))
RAW_UPSERT = f"INSERT INTO phrases VALUES ({MARKS}) ON CONFLICT (id) DO UPDATE SET " + ", ".join(
    f"{name} = excluded.{name}" for name in COLUMNS if name != "id"
)


class _Clock:
    def now(self) -> datetime:
        return NOW

    def local(self) -> datetime:
        return NOW


def main(_arguments: list[str]) -> None:
    """Print the tables."""
    given = list(phrases(COUNT))
    with tempfile.TemporaryDirectory() as folder:
        _storing(Path(folder), given)
        _loading(Path(folder) / "store.db")
        _small(Path(folder) / "store.db")


def _storing(folder: Path, given: list[Phrase]) -> None:
    rows = [to_row(phrase) for phrase in given]
    other = [to_row(replace(phrase, use_count=phrase.use_count + 1)) for phrase in given]
    more = [replace(phrase, use_count=phrase.use_count + 1) for phrase in given]
    figures: dict[str, list[float]] = {"raw new": [], "ours new": [], "raw again": [], "ours again": []}
    for number in range(ROUNDS):
        for name in ("raw", "store"):
            for suffix in ("", "-wal", "-shm"):
                (folder / f"{name}.db{suffix}").unlink(missing_ok=True)
        open_database(folder / "raw.db").close()
        raw, ours = _raw(folder / "raw.db"), open_database(folder / "store.db")
        store = Phrases(ours)
        turns: list[tuple[str, Callable[[], object]]] = [
            ("raw new", lambda raw=raw: _put(raw, rows)),  # type: ignore[misc]
            ("ours new", lambda store=store: store.put(given)),  # type: ignore[misc]
            ("raw again", lambda raw=raw: _put(raw, other)),  # type: ignore[misc]
            ("ours again", lambda store=store: store.put(more)),  # type: ignore[misc]
        ]
        for name, turn in turns if number % 2 == 0 else [turns[1], turns[0], turns[3], turns[2]]:
            figures[name].append(_seconds(turn))
        raw.close()
        ours.close()
    for kind in ("new", "again"):
        _against(f"store {COUNT:,} {kind}", figures[f"raw {kind}"], figures[f"ours {kind}"])


def _loading(file: Path) -> None:
    database = open_database(file)
    store = Phrases(database)
    raw, ours = [], []
    with closing(_raw(file)) as connection:
        for _ in range(ROUNDS):
            raw.append(_seconds(lambda: connection.execute("SELECT * FROM phrases").fetchall()))
            ours.append(_seconds(store.all))
    _against(f"load {COUNT:,}", raw, ours)
    everything = store.all()
    library = _library(database)
    _alone("a shelf of them", _seconds(lambda: Shelf(everything)))
    library.load(Shelf(everything))
    _alone("tree of groups, first", _seconds(library.groups))
    _alone("tree of groups, again", _seconds(library.groups))
    group = everything[COUNT // 2].group
    ids = [phrase.id for phrase in library.shelf.in_group(group)]
    _alone("drag one to the top", _seconds(lambda: library.move(ids[-1:], group, ids[0])))
    _alone(f"pin {len(ids):,}", _seconds(lambda: library.pin(ids)))
    _alone("undo it", _seconds(library.undo))
    _alone(f"duplicate {len(ids):,}", _seconds(lambda: library.duplicate(ids)))
    _alone(f"move {len(ids):,}", _seconds(lambda: library.move(ids, ("别处",))))
    _alone(f"delete {len(ids):,}", _seconds(lambda: library.delete(ids)))
    _alone(f"purge {len(ids):,}", _seconds(lambda: library.purge(ids)))
    database.close()


def _small(file: Path) -> None:
    _alone("open", statistics.median(_seconds(lambda: open_database(file).close()) for _ in range(5)))
    _alone("glance at the settings", statistics.median(_seconds(lambda: glance(file)) for _ in range(5)))
    database = open_database(file)
    store = Phrases(database)
    phrase = store.all()[0]
    edits = (replace(phrase, title=f"{number}") for number in range(100))
    _alone("save one phrase", statistics.median(_seconds(lambda: store.put([next(edits)])) for _ in range(100)))
    uses = [_seconds(lambda: store.record_use(phrase.id, NOW)) for _ in range(100)]
    _alone("record one use", statistics.median(uses))
    backups = BackupFolder(file, file.parent / "backups", lambda: NOW)
    size = file.stat().st_size // 1024**2
    _alone(f"verified backup, {size} MB", _seconds(lambda: backups.make("hand")))
    name = backups.all()[0].name
    _alone("restore it, with a way back", _seconds(lambda: backups.restore(name)))
    database.close()


def _library(database: Database) -> Library:
    return Library(Phrases(database), _Clock(), lambda: uuid.uuid4().hex, lambda _changed, _removed: None)


def _raw(file: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(file, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    return connection


def _put(connection: sqlite3.Connection, rows: list[tuple[object, ...]]) -> None:
    connection.execute("BEGIN IMMEDIATE")
    connection.executemany(RAW_UPSERT, rows)
    connection.execute("COMMIT")


def _seconds(act: Callable[[], object]) -> float:
    before = time.perf_counter()
    act()
    return time.perf_counter() - before


def _against(name: str, raw: list[float], ours: list[float]) -> None:
    base, value = statistics.median(raw), statistics.median(ours)
    print(f"{name:32s} raw sqlite3 {base * 1000:8.1f} ms   QinDesk {value * 1000:8.1f} ms {value / base:6.2f} x")


def _alone(name: str, seconds: float) -> None:
    print(f"{name:32s} {seconds * 1000:8.2f} ms")


if __name__ == "__main__":
    main([])
