"""The cheat-sheet (活动速查): all activities, products and shop-wide facts at one moment of editing.

The rule: it is a value; whoever changes something makes another one, so a helper thread may read what it was given.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field, replace
from datetime import datetime
from typing import TypeVar

from app.core.sheet.activities import Activity
from app.core.sheet.entries import Fact
from app.core.sheet.lifetimes import ALWAYS, UNBOUND, Lifetime, State, Validity, seen
from app.core.sheet.products import Product
from app.core.values import dataclass

Entry = Activity | Product | Fact
_E = TypeVar("_E", Activity, Product, Fact)


def name_of(entry: Entry) -> str:
    """What the agent knows an entry by."""
    return entry.question if isinstance(entry, Fact) else entry.name


@dataclass(frozen=True, slots=True)
class About:
    """Which activity, which product and which order a text speaks of; empty where that is open."""

    activity_id: str = ""
    product_id: str = ""
    order_id: str = ""


NOTHING_MEANT = About()


@dataclass(frozen=True, slots=True)
class Sheet:
    """All entries by id, those in the bin too."""

    activities: Mapping[str, Activity] = field(default_factory=dict)
    products: Mapping[str, Product] = field(default_factory=dict)
    facts: Mapping[str, Fact] = field(default_factory=dict)

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> "Sheet":
        """A sheet of these entries."""
        return cls().having(entries)

    def __iter__(self) -> Iterator[Entry]:
        yield from self.activities.values()
        yield from self.products.values()
        yield from self.facts.values()

    def get(self, entry_id: str) -> Entry | None:
        """The entry of an id, in the bin or not."""
        return self.activities.get(entry_id) or self.products.get(entry_id) or self.facts.get(entry_id)

    def having(self, entries: Iterable[Entry] = (), without: Iterable[str] = ()) -> "Sheet":
        """The sheet with entries new or in place of their former selves, and without those of some ids."""
        activities, products, facts = dict(self.activities), dict(self.products), dict(self.facts)
        for entry_id in without:
            for entries_of in (activities, products, facts):
                entries_of.pop(entry_id, None)
        for entry in entries:
            if isinstance(entry, Activity):
                activities[entry.id] = entry
            elif isinstance(entry, Product):
                products[entry.id] = entry
            else:
                facts[entry.id] = entry
        return replace(self, activities=activities, products=products, facts=facts)

    # In the agent's order, without the bin.

    def activities_in_use(self) -> list[Activity]:
        """The activities in their order."""
        return _in_use(self.activities)

    def products_in_use(self) -> list[Product]:
        """The products in their order."""
        return _in_use(self.products)

    def facts_in_use(self) -> list[Fact]:
        """The shop-wide facts in their order."""
        return _in_use(self.facts)

    def running(self, now: datetime) -> list[Activity]:
        """The activities that a moment lies in, warm-up too, in their order."""
        return [activity for activity in self.activities_in_use() if activity.is_running(now)]

    # Lifetimes.

    def validity(self, lifetime: Lifetime | None, now: datetime) -> Validity:
        """How a lifetime looks from a moment. Of several reasons against it the one that lasts longest is given."""
        if lifetime is None:
            return ALWAYS
        own = seen(lifetime.from_at, lifetime.until_at, now)
        if not lifetime.activity_id:
            return own
        bound = self._bound(lifetime, now)
        if bound.state is State.UNBOUND or own.is_valid:
            return bound
        if bound.is_valid or own.state is State.OVER:
            return replace(own, name=bound.name)
        return bound

    def _bound(self, lifetime: Lifetime, now: datetime) -> Validity:
        activity = self.activities.get(lifetime.activity_id)
        if activity is None or activity.deleted_at is not None:
            return UNBOUND
        if not lifetime.phase_id:
            return seen(activity.starts_at, activity.ends_at, now, activity.name)
        phase = activity.phase(lifetime.phase_id)
        if phase is None:
            return UNBOUND
        return seen(phase.starts_at, phase.ends_at, now, phase.name)


EMPTY = Sheet()


def _in_use(entries: Mapping[str, _E]) -> list[_E]:
    alive = [entry for entry in entries.values() if entry.deleted_at is None]
    return sorted(alive, key=lambda entry: (entry.position, entry.id))
