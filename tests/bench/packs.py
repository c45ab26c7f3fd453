"""Taking packs over, against raw sqlite3: what the helper thread does, and what the window waits for.

Raw means the same rows of phrases and originals, made already, in one transaction; the budget is 1.7 times that. What
the window waits for is the look at what is there and the taking over, with the search and the memory.
"""

import statistics
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any

from app.core.packs.pack import Pack, PackHead
from app.core.packs.sources import Original
from app.core.packs.trust import Standing, Verdict
from app.core.phrases.phrase import Phrase
from app.core.pinyin import Readings
from app.core.search.index import Index
from app.core.settings import Settings
from app.services.packs.memory import PackMemory
from app.services.packs.news import PackNews
from app.services.packs.overlays import Overlays
from app.services.packs.packs import Packs
from app.services.packs.sources import PackSources
from app.services.packs.things import Ready, Things
from app.services.phrases.find import Find
from app.services.phrases.library import Library
from app.services.sheet.sheet import CheatSheet
from app.services.shop_time import ShopTime
from db.engine import Database, open_database
from db.orders import Orders
from db.packs import Packs as Rows
from db.rows import packs as pack_rows
from db.rows.phrases import to_row
from db.sheets import Sheets
from db.statements import upsert
from db.stores import Phrases
from db.tables import pack_items
from resources import __file__ as resources_file
from tests.bench.data import RAW_UPSERT
from tests.bench.shop import phrases
from tests.bench.timing import ms, raw_database
from tests.fakes import FakeClock, FakeImages

ROUNDS = 3
OWN = 5_000
FRAME_MS = 16.7
_ITEMS = upsert(pack_items)


class Agent:
    """One agent's program over a real database."""

    def __init__(self, database: Database) -> None:
        ids = count()
        store, clock = Rows(database), FakeClock()
        shop = ShopTime(clock, Settings)
        text = (Path(resources_file).parent / "pinyin.txt").read_text("utf-8")
        self.find = Find(lambda: Index(Readings.parse(text)), clock)
        self.library = Library(Phrases(database), clock, lambda: f"n{next(ids)}", self.find.update)
        sheet = CheatSheet(Sheets(database), clock, lambda: f"n{next(ids)}", shop.zone, lambda _sheet, _ids: None)
        orders = Orders(database)
        things = Things(self.library, sheet, orders.kinds, lambda: None, FakeImages(), self.find)
        self.sources = PackSources(store, clock, lambda: f"s{next(ids)}")
        news = PackNews(store, clock, lambda: f"n{next(ids)}")
        self.packs = Packs(store, things, PackMemory(self.sources, news, Overlays(store, things)), shop)
        self.library.add(replace(phrase, id=f"own{phrase.id}") for phrase in phrases(OWN, seed=7))
        self.find.load(self.library.phrases())
        self.source = self.sources.add("/share/shop")
        self.sources.confirm(self.source.id, "RWQ")

    def take(self, pack: Pack) -> dict[str, float]:
        """Take a pack over; milliseconds of each step."""
        source = self.sources.get(self.source.id)
        assert source is not None
        verdict = Verdict(Standing.TRUSTED, sha256=str(pack.head.number))
        steps: dict[str, float] = {}
        present = _timed(steps, "look", lambda: self.packs.present(source))
        ready = _timed(steps, "plan", lambda: self.packs.plan(present, pack, verdict))
        assert isinstance(ready, Ready), ready
        _timed(steps, "take", lambda: self.packs.commit(ready))
        return steps


def main(_arguments: list[str]) -> None:
    """Print the tables."""
    for size in (10_000, 100_000):
        _table(size, changed=20)
    _table(100_000, changed=10_000)
    _typing(10_000, changed=20)


def _table(size: int, changed: int) -> None:
    print(f"-- a pack of {size:,} beside {OWN:,} own phrases, then an update of {changed:,} --")
    first = _pack(size, 1)
    figures: dict[str, list[dict[str, float]]] = {"first": [], "update": [], "same": []}
    raw: dict[str, list[float]] = {"first": [], "update": []}
    for _ in range(ROUNDS if size < 100_000 else 1):
        with tempfile.TemporaryDirectory() as folder:
            second = _changed(first, changed)
            raw["first"].append(_raw_ms(Path(folder) / "raw.db", first.phrases))
            raw["update"].append(_raw_ms(Path(folder) / "raw.db", second.phrases[:changed]))
            database = open_database(Path(folder) / "qindesk.db")
            agent = Agent(database)
            figures["first"].append(agent.take(first))
            figures["update"].append(agent.take(second))
            figures["same"].append(agent.take(replace(second, head=replace(second.head, number=3))))
            database.close()
    for name, steps in figures.items():
        _tell(name, steps, raw.get(name))


def _typing(size: int, changed: int) -> None:
    """What an agent who types feels of an update that is planned in a helper thread: a keystroke's search meanwhile."""
    first = _pack(size, 1)
    with tempfile.TemporaryDirectory() as folder:
        database = open_database(Path(folder) / "qindesk.db")
        agent = Agent(database)
        agent.take(first)
        alone = [ms(lambda: agent.find.results("运费")) for _ in range(200)]
        source = agent.sources.all()[0]
        present, second = agent.packs.present(source), _changed(first, changed)
        verdict = Verdict(Standing.TRUSTED, sha256="2")
        thread = threading.Thread(target=lambda: agent.packs.plan(present, second, verdict))
        thread.start()
        meanwhile = []
        while thread.is_alive():
            meanwhile.append(ms(lambda: agent.find.results("运费")))
        database.close()
    print(f"-- a keystroke's search while an update of {changed} of {size:,} is planned --")
    for name, figures in (("alone", alone), ("meanwhile", meanwhile)):
        ordered = sorted(figures)
        p95 = ordered[min(round(len(ordered) * 0.95), len(ordered) - 1)]
        print(f"{name:10s} median {statistics.median(ordered):6.2f} ms   p95 {p95:6.2f}   worst {ordered[-1]:6.2f}")


def _tell(name: str, figures: list[dict[str, float]], raw: list[float] | None) -> None:
    look, plan, take = (statistics.median(one[step] for one in figures) for step in ("look", "plan", "take"))
    line = f"{name:8s} beside the window {plan:9.1f} ms   the window waits {look:6.2f} + {take:8.2f} ms"
    line += f" = {(look + take) / FRAME_MS:6.2f} frames"
    if raw:
        base = statistics.median(raw)
        line += f"   raw sqlite3 {base:8.2f} ms, the taking over {take / base:5.2f} x"
    print(line)


def _pack(size: int, number: int) -> Pack:
    """A pack of made-up phrases."""
    things = (_of_pack(phrase) for phrase in phrases(size))
    return Pack(PackHead("shop", "话术", number), tuple(things))


def _of_pack(phrase: Phrase) -> Phrase:
    bare = replace(phrase, id=f"shop/{phrase.id}", source="shop", use_count=0, last_used_at=None)
    return replace(bare, position=0, pin_position=0, is_pinned=False)


def _changed(pack: Pack, changed: int) -> Pack:
    """The next publication: the first phrases say something else."""
    edited = (replace(phrase, body=f"{phrase.body}～") for phrase in pack.phrases[:changed])
    return replace(pack, head=replace(pack.head, number=2), phrases=(*edited, *pack.phrases[changed:]))


def _raw_ms(file: Path, given: tuple[Phrase, ...]) -> float:
    """The same rows by sqlite3 alone."""
    if not file.exists():
        open_database(file).close()
    rows = [to_row(phrase) for phrase in given]
    items = [pack_rows.item_row(Original(phrase)) for phrase in given]
    with closing(raw_database(file)) as connection:
        before = time.perf_counter()
        connection.execute("BEGIN IMMEDIATE")
        connection.executemany(RAW_UPSERT, rows)
        connection.executemany(_ITEMS, items)
        connection.execute("COMMIT")
        return (time.perf_counter() - before) * 1000


def _timed(steps: dict[str, float], name: str, act: Callable[[], Any]) -> Any:
    before = time.perf_counter()
    done = act()
    steps[name] = (time.perf_counter() - before) * 1000
    return done


if __name__ == "__main__":
    main([])
