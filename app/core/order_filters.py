"""Which orders of the queue an agent wants to see: by kind, flag, agent, manner, and words.

The rule: a filter is a value; what it lets through depends on the order alone and not on the moment.
"""

from dataclasses import dataclass

from app.core.orders import Flag, Manner, Order


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

    def has(self, order: Order, words: str | None = None) -> bool:
        """Whether an order comes through. `words` is what `searched` gives of it, where that is known."""
        if self.kinds and order.kind_id not in self.kinds:
            return False
        if self.flags and order.flag not in self.flags:
            return False
        if (self.agent and order.agent != self.agent) or (self.manner and order.manner is not self.manner):
            return False
        if not self.text:
            return True
        text = searched(order) if words is None else words
        return all(word in text for word in self.text.casefold().split())


EVERY = OrderFilter()
"""Lets all through."""


def searched(order: Order) -> str:
    """The text of an order in which words are looked for."""
    return "\n".join((order.buyer, order.number, *order.items, order.note)).casefold()
