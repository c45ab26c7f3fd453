"""The place of the unpaid orders over 100,000 of them: what a second, a step of scrolling and a deed cost.

A frame is 16.7 ms. Everything is painted into a picture, so a figure holds the layout and the painting of its rows.
"""

import os
import statistics
from collections.abc import Callable, Sequence
from datetime import timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

import resources
from app.core.orders.filters import OrderFilter
from app.core.orders.order import Order
from app.core.pinyin import Readings
from app.core.search.orders import OrderIndex
from app.core.settings import Theme
from app.services.orders.finding import FindOrders
from app.ui.orders.panel import OrdersPanel
from app.ui.theme import Look
from app.ui.timers.ticker import Ticker
from tests.bench.orders import COUNT, NOW, orders
from tests.bench.timing import ms
from tests.ui.orders.office import Office

FRAME_MS = 16.7
SECONDS = 120


def main(_arguments: list[str]) -> None:
    """Print the table."""
    app = QApplication.instance() or QApplication([])
    office = Office(NOW)
    office.put(*orders(COUNT))
    office.finder = _finder(office)
    panel = OrdersPanel(Look(app, Theme.LIGHT))  # type: ignore[arg-type]
    panel.resize(300, 640)
    panel.show()
    _tell("shown for the first time", [ms(lambda: _serve(app, panel, office))])
    _tell("a second: tick and repaint", [ms(lambda: _second(app, panel, office)) for _ in range(SECONDS)])
    view = panel.queue.list
    bar = view.verticalScrollBar()
    pages = [bar.maximum() * step // 200 for step in range(200)]
    _tell("a jump of the scroll bar", [ms(lambda at=at: _scroll(app, bar, at)) for at in pages])  # type: ignore[misc]
    near = [bar.maximum() // 2 + step * 40 for step in range(200)]
    _tell("a step of the wheel", [ms(lambda at=at: _scroll(app, bar, at)) for at in near])  # type: ignore[misc]
    bar.setValue(0)
    view.choose("", 0)
    _tell("paid, by its key", [ms(lambda: _pay(app, panel)) for _ in range(20)])
    _tell(
        "a letter in the filter",
        [ms(lambda text=text: _filter(app, panel, text)) for text in ("小", "小熊", "", "x", "xx", "xxm", "xxm1")],
    )  # type: ignore[misc]
    only = OrderFilter(kinds=frozenset({"ordinary"}))
    _tell("a chip for the first time", [ms(lambda: _choose(app, panel, only))])
    _tell("a chip once more", [ms(lambda one=one: _choose(app, panel, one)) for one in (OrderFilter(), only)])  # type: ignore[misc]


def _finder(office: Office) -> Callable[[OrderFilter], Sequence[Order]]:
    table = (Path(resources.__file__).parent / "pinyin.txt").read_text(encoding="utf-8")
    finding = FindOrders(lambda: OrderIndex(Readings.parse(table)))
    finding.load(office.orders.open())
    while not finding.prepare():
        pass
    return finding.find


def _serve(app: QApplication, panel: OrdersPanel, office: Office) -> None:
    panel.serve(office.desk(), Ticker(office.time.now, panel))
    app.processEvents()


def _second(app: QApplication, panel: OrdersPanel, office: Office) -> None:
    office.clock.go(timedelta(seconds=1))
    panel.tick(office.clock.at)
    app.processEvents()


def _scroll(app: QApplication, bar: object, at: int) -> None:
    bar.setValue(at)  # type: ignore[attr-defined]
    app.processEvents()


def _pay(app: QApplication, panel: OrdersPanel) -> None:
    panel.acts["paid"]()
    app.processEvents()


def _filter(app: QApplication, panel: OrdersPanel, text: str) -> None:
    panel.queue.sieve.line.setText(text)
    app.processEvents()


def _choose(app: QApplication, panel: OrdersPanel, only: OrderFilter) -> None:
    panel.queue.sieve.choose(only)
    app.processEvents()


def _tell(name: str, figures: list[float]) -> None:
    figures = sorted(figures)
    median, worst = statistics.median(figures), figures[-1]
    p95 = figures[min(round(len(figures) * 0.95), len(figures) - 1)]
    frames = worst / FRAME_MS
    print(f"{name:28s} median {median:7.2f} ms   p95 {p95:7.2f}   worst {worst:7.2f} ms = {frames:5.2f} frames")


if __name__ == "__main__":
    main([])
