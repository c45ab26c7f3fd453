"""The data against raw sqlite3: loading and storing 100,000 phrases, and what one small change costs.

Raw means the same pragmas, the same table, rows that are made already, and nothing made of what is read.
"""

import statistics
import tempfile
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
from db.phrase_fields import COLUMNS
from db.rows.phrases import to_row
from db.stores import Phrases
from tests.bench.shop import NOW, phrases
from tests.bench.timing import against, alone, put_raw, raw_database, seconds

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
        raw, ours = raw_database(folder / "raw.db"), open_database(folder / "store.db")
        store = Phrases(ours)
        turns: list[tuple[str, Callable[[], object]]] = [
            ("raw new", lambda raw=raw: put_raw(raw, RAW_UPSERT, rows)),  # type: ignore[misc]
            ("ours new", lambda store=store: store.put(given)),  # type: ignore[misc]
            ("raw again", lambda raw=raw: put_raw(raw, RAW_UPSERT, other)),  # type: ignore[misc]
            ("ours again", lambda store=store: store.put(more)),  # type: ignore[misc]
        ]
        for name, turn in turns if number % 2 == 0 else [turns[1], turns[0], turns[3], turns[2]]:
            figures[name].append(seconds(turn))
        raw.close()
        ours.close()
    for kind in ("new", "again"):
        against(f"store {COUNT:,} {kind}", figures[f"raw {kind}"], figures[f"ours {kind}"])


def _loading(file: Path) -> None:
    database = open_database(file)
    store = Phrases(database)
    raw, ours = [], []
    with closing(raw_database(file)) as connection:
        for _ in range(ROUNDS):
            raw.append(seconds(lambda: connection.execute("SELECT * FROM phrases").fetchall()))
            ours.append(seconds(store.all))
    against(f"load {COUNT:,}", raw, ours)
    everything = store.all()
    library = _library(database)
    alone("a shelf of them", seconds(lambda: Shelf(everything)))
    library.load(Shelf(everything))
    alone("tree of groups, first", seconds(library.groups))
    alone("tree of groups, again", seconds(library.groups))
    group = everything[COUNT // 2].group
    ids = [phrase.id for phrase in library.shelf.in_group(group)]
    alone("drag one to the top", seconds(lambda: library.move(ids[-1:], group, ids[0])))
    alone(f"pin {len(ids):,}", seconds(lambda: library.pin(ids)))
    alone("undo it", seconds(library.undo))
    alone(f"duplicate {len(ids):,}", seconds(lambda: library.duplicate(ids)))
    alone(f"move {len(ids):,}", seconds(lambda: library.move(ids, ("别处",))))
    alone(f"delete {len(ids):,}", seconds(lambda: library.delete(ids)))
    alone(f"purge {len(ids):,}", seconds(lambda: library.purge(ids)))
    database.close()


def _small(file: Path) -> None:
    alone("open", statistics.median(seconds(lambda: open_database(file).close()) for _ in range(5)))
    alone("glance at the settings", statistics.median(seconds(lambda: glance(file)) for _ in range(5)))
    database = open_database(file)
    store = Phrases(database)
    phrase = store.all()[0]
    edits = (replace(phrase, title=f"{number}") for number in range(100))
    alone("save one phrase", statistics.median(seconds(lambda: store.put([next(edits)])) for _ in range(100)))
    uses = [seconds(lambda: store.record_use(phrase.id, NOW)) for _ in range(100)]
    alone("record one use", statistics.median(uses))
    backups = BackupFolder(file, file.parent / "backups", lambda: NOW)
    size = file.stat().st_size // 1024**2
    alone(f"verified backup, {size} MB", seconds(lambda: backups.make("hand")))
    name = backups.all()[0].name
    alone("restore it, with a way back", seconds(lambda: backups.restore(name)))
    database.close()


def _library(database: Database) -> Library:
    return Library(Phrases(database), _Clock(), lambda: uuid.uuid4().hex, lambda _changed, _removed: None)


if __name__ == "__main__":
    main([])
