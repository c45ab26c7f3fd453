"""Finding orders of the queue by words, as they stand and by pinyin: `xxm` and `xiong` find 小熊猫.

The rule: what is found is what the queue holds at that moment, in its order; and nobody waits for 100,000 orders to be
taken in: that is done piece by piece where the program has nothing else to do, at the latest when a word is asked for.

Whoever owns it gives it to `Orders` as what is told after a commit (`take`), calls `load` at the start and after a
restore, and `prepare` again and again until it says that all is taken in.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import TYPE_CHECKING

from app.core.orders.filters import OrderFilter
from app.core.orders.order import Event, Order

if TYPE_CHECKING:
    from app.core.search.orders import OrderIndex


class FindOrders:
    """Searches the open orders. `make_index` is called when the first is loaded: reading numpy takes its time."""

    def __init__(self, make_index: "Callable[[], OrderIndex]") -> None:
        self._make_index = make_index
        self._index: OrderIndex | None = None

    def load(self, orders: Iterable[Order]) -> None:
        """Search these orders in place of all the former ones."""
        self._index = self._index or self._make_index()
        self._index.load(orders)

    def take(self, orders: Collection[Order], gone: Collection[str] = (), events: Collection[Event] = ()) -> None:
        """These orders are new or different, others are gone; what happened to them is nothing here."""
        if self._index is not None:
            self._index.put(orders)
            self._index.remove(gone)

    def prepare(self) -> bool:
        """Take in a piece of what waits, which takes a frame; whether nothing waits any more."""
        return self._index is None or self._index.prepare()

    def find(self, only: OrderFilter) -> Sequence[Order]:
        """The open orders that a filter lets through, the nearest to close first.

        Every word has to stand in the buyer's name or an item, also by pinyin or initials, or in the number or note.
        """
        return self._index.find(only) if self._index is not None else ()
