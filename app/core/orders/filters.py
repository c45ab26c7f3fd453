"""Which orders of the queue an agent wants to see: by kind, flag, agent, manner, and words.

The rule: a filter is a value; what it lets through depends on the order alone and not on the moment.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace

from app.core.orders.order import Flag, Manner, Order, Outcome
from app.core.values import dataclass


@dataclass(frozen=True, slots=True)
class OrderFilter:
    """What lets an order through; an empty field lets all through. None among `flags` is an order without a flag.

    Every word of `text` has to stand in the buyer's name, the number, an item or the note.
    """

    kinds: frozenset[str] = frozenset()
    flags: frozenset[Flag | None] = frozenset()
    agent: str = ""
    manner: Manner | None = None
    text: str = ""

    @property
    def words(self) -> tuple[str, ...]:
        """What has to stand in an order, as `searched` writes it."""
        return tuple(dict.fromkeys(self.text.casefold().split()))

    def sieve(self, searched: Callable[[Order], str]) -> Callable[[Order], bool]:
        """Whether an order comes through, as a function for many. `searched` gives the text to look for words in."""
        kinds, flags, agent, manner, words = self.kinds, self.flags, self.agent, self.manner, self.words

        def has(order: Order) -> bool:
            if (kinds and order.kind_id not in kinds) or (flags and order.flag not in flags):
                return False
            if (agent and order.agent != agent) or (manner and order.manner is not manner):
                return False
            if not words:
                return True
            text = searched(order)
            return all(word in text for word in words)

        return has

    def narrows(self, other: "OrderFilter") -> bool:
        """Whether it lets through nothing that another one does not, as far as that is seen without orders."""
        is_longer = self.text.startswith(other.text)
        return is_longer and other in (replace(self, text=other.text), OrderFilter(text=other.text))


EVERY = OrderFilter()
"""Lets all through."""


def lost(ended: Iterable[Order]) -> list[Order]:
    """Those that were closed or given up, the latest first."""
    without = [(one.outcome_at, one.id, one) for one in ended if one.outcome not in (None, Outcome.PAID)]
    dated = [(at, order_id, one) for at, order_id, one in without if at is not None]
    return [one for _at, _id, one in sorted(dated, key=lambda each: each[:2], reverse=True)]


def searched(order: Order) -> str:
    """The text of an order in which words are looked for."""
    return "\n".join((order.buyer, order.number, *order.items, order.note)).casefold()
