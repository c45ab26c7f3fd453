"""100,000 unpaid orders: reading and storing them against raw sqlite3, and what the queue costs.

Raw means the same pragmas, the same table, rows that are made already, and nothing made of what is read.
"""

import statistics
import tempfile
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import resources
from app.core.orders.book import OrderBook
from app.core.orders.filters import OrderFilter
from app.core.orders.kinds import GROUP_BUY, ORDINARY
from app.core.orders.order import Deed, Event, Flag, Manner, Order, Outcome
from app.core.pinyin import Readings
from app.core.search.orders import BLOCK, OrderIndex
from app.services.orders.finding import FindOrders
from db.engine import open_database
from db.orders import Orders
from db.rows.orders import ORDER_COLUMNS, order_row
from tests.bench.timing import against, alone, put_raw, raw_database, seconds

COUNT = 100_000
ROUNDS = 5
NOW = datetime(2026, 11, 11, 6, 0, tzinfo=UTC)
MARKS = ", ".join("?" * len(ORDER_COLUMNS))
RAW_UPSERT = f"INSERT INTO orders VALUES ({MARKS}) ON CONFLICT (id) DO UPDATE SET " + ", ".join(
    f"{name} = excluded.{name}" for name in ORDER_COLUMNS if name != "id"
)


def orders(count: int) -> list[Order]:
    """Orders of the last three days, as an export gives them."""
    return [
        Order(
            f"{number:032x}",
            f"买家小熊猫{number % 70_000}",
            GROUP_BUY if number % 3 else ORDINARY,
            NOW - timedelta(seconds=number * 7919 % 259_200),
            NOW + timedelta(seconds=number * 7907 % 259_200),
            f"{10**18 + number}",
            Decimal(f"{number % 900}.50"),
            (f"保温杯 500ml 大容量 {number % 400}", "颜色随机")[: 1 + number % 2],
            "" if number % 5 else "要红色，周末送",
            Flag(number % 6) if number % 4 == 0 else None,
            f"小{number % 6}",
            Manner.SILENT if number % 2 else None,
            source="export",
            added_at=NOW,
        )
        for number in range(count)
    ]


def main(_arguments: list[str]) -> None:
    """Print the tables."""
    given = orders(COUNT)
    with tempfile.TemporaryDirectory() as folder:
        _storing(Path(folder), given)
        _reading(Path(folder) / "store.db")
    _queue(given)
    _finding(given)


def _storing(folder: Path, given: list[Order]) -> None:
    more = [replace(order, is_overridden=True) for order in given]
    rows, other = [order_row(order) for order in given], [order_row(order) for order in more]
    figures: dict[str, list[float]] = {"raw new": [], "ours new": [], "raw again": [], "ours again": []}
    for _ in range(ROUNDS):
        for name in ("raw", "store"):
            for suffix in ("", "-wal", "-shm"):
                (folder / f"{name}.db{suffix}").unlink(missing_ok=True)
        open_database(folder / "raw.db").close()
        ours = open_database(folder / "store.db")
        store = Orders(ours)
        with closing(raw_database(folder / "raw.db")) as raw:
            figures["raw new"].append(seconds(lambda raw=raw: put_raw(raw, RAW_UPSERT, rows)))  # type: ignore[misc]
            figures["ours new"].append(seconds(lambda store=store: store.put(given)))  # type: ignore[misc]
            figures["raw again"].append(seconds(lambda raw=raw: put_raw(raw, RAW_UPSERT, other)))  # type: ignore[misc]
            figures["ours again"].append(seconds(lambda store=store: store.put(more)))  # type: ignore[misc]
        ours.close()
    for kind in ("new", "again"):
        against(f"store {COUNT:,} orders {kind}", figures[f"raw {kind}"], figures[f"ours {kind}"])


def _reading(file: Path) -> None:
    database = open_database(file)
    store = Orders(database)
    raw, ours = [], []
    with closing(raw_database(file)) as connection:
        for _ in range(ROUNDS):
            raw.append(seconds(lambda: connection.execute("SELECT * FROM orders").fetchall()))
            ours.append(seconds(lambda: store.recent(NOW)))
    against(f"read {COUNT:,} open orders", raw, ours)
    numbers = [f"{10**18 + number * 5}" for number in range(20_000)]
    alone("find 20,000 by number", seconds(lambda: store.find(numbers=numbers)))
    marked = [Event(f"e{at}", order.id, Deed.REMINDED, NOW) for at, order in enumerate(orders(COUNT))]
    store.record(marked)
    alone(f"the marks of {COUNT:,}", seconds(store.marks))
    edits = (replace(order, note="改过") for order in orders(100))
    alone("save one order", statistics.median(seconds(lambda: store.put([next(edits)])) for _ in range(100)))
    database.close()


def _queue(given: list[Order]) -> None:
    kept: list[OrderBook] = []
    alone(f"a queue of {COUNT:,}", seconds(lambda: kept.append(OrderBook(given))))
    (book,) = kept
    alone("its nearest", statistics.median(seconds(book.nearest) for _ in range(100)))
    alone("a page in its middle", statistics.median(seconds(lambda: book.page(COUNT // 2, 50)) for _ in range(100)))
    words, more = OrderFilter(text="熊猫1"), OrderFilter(text="熊猫12")
    alone("filter by kind, first", seconds(lambda: book.page(0, 50, OrderFilter(kinds=frozenset({ORDINARY})))))
    alone("filter by words, first", seconds(lambda: book.page(0, 50, words)))
    alone("with one letter more", seconds(lambda: book.page(0, 50, more)))
    alone("the same again", seconds(lambda: book.page(0, 50, more)))
    edits = [replace(order, note="改过") for order in given[:: COUNT // 100]]
    alone(
        "one order changed, 4 lists kept", statistics.median(seconds(lambda one=one: book.put([one])) for one in edits)
    )  # type: ignore[misc]
    paid = [replace(order, outcome=Outcome.PAID, outcome_at=NOW) for order in given[:20_000]]
    alone("20,000 paid at once", seconds(lambda: book.put(paid)))


def _finding(given: list[Order]) -> None:
    """By pinyin too. A frame is 16.7 ms; the budget of a keystroke is 30."""
    table = (Path(resources.__file__).parent / "pinyin.txt").read_text(encoding="utf-8")
    find = FindOrders(lambda: OrderIndex(Readings.parse(table)))
    find.load(given)
    pieces = [seconds(find.prepare) for _ in range(-(-COUNT // BLOCK))]
    alone(f"take {COUNT:,} in, {len(pieces)} pieces", sum(pieces))
    alone("the longest piece", max(pieces))
    for text in ("x", "xx", "xxm", "xxm12", "bwb", "熊猫12", "小", "1", "yanse xxm"):
        only = OrderFilter(text=text)
        count, taken = len(find.find(only)), [seconds(lambda only=only: find.find(only)) for _ in range(9)]  # type: ignore[misc]
        alone(f"find {text}: {count:,}", statistics.median(taken))
    edits = (replace(order, note="改过") for order in given[::1000])
    only = OrderFilter(text="xxm12")
    changed = [(seconds(lambda: find.take([next(edits)])), seconds(lambda: find.find(only))) for _ in range(50)]
    alone("an order changed", statistics.median(change for change, _ in changed))
    alone("find xxm12 after it", statistics.median(found for _, found in changed))


if __name__ == "__main__":
    main([])
