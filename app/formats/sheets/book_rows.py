"""The entries of a cheat-sheet as rows of the workbook's sheets: the way back of `drafts.py`.

The rule: a row speaks of what is in use; what names something in the bin is left out and counted.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from app.core.sheet.activities import Activity, Stacking
from app.core.sheet.entries import Fact
from app.core.sheet.lifetimes import Lifetime
from app.core.sheet.products import Product
from app.core.sheet.sheet import Sheet
from app.formats.sheets.columns import ACTIVITY, COMPLEMENTS, PRODUCT, RELATED, SUBSTITUTES, Table

Cells = Mapping[str, Any]
"""Values by the column's key: text, texts, numbers, moments, yes and no, the value of a choice; None for nothing."""


@dataclass(slots=True)
class Rows:
    """Gives the rows of every table. `left_out` counts what could not be written."""

    sheet: Sheet
    left_out: int = 0

    def of(self, table: Table) -> Iterator[Cells]:
        """The rows of a table, in the order of the cheat-sheet."""
        makers: Mapping[str, Callable[[Table], Iterator[Cells]]] = {
            "activities": self._activities,
            "products": self._products,
            "platform": self._platform,
            "prices": self._prices,
            "related": self._related,
            "facts": self._facts,
        }
        return makers.get(table.key, self._parts)(table)

    def _activities(self, table: Table) -> Iterator[Cells]:
        for activity in self.sheet.activities_in_use():
            yield {column.key: _at(activity, column.key) for column in table.columns}

    def _products(self, table: Table) -> Iterator[Cells]:
        for product in self.sheet.products_in_use():
            yield {column.key: _at(product, column.key) for column in table.columns}

    def _parts(self, table: Table) -> Iterator[Cells]:
        for activity in self.sheet.activities_in_use():
            for part in _at(activity, table.prefix):
                cells = {column.key: _at(part, column.key) for column in table.columns if column.key != ACTIVITY}
                if "product_ids" in cells:
                    cells["product_ids"] = tuple(self._names_of(cells["product_ids"]))
                yield {ACTIVITY: activity.name, **cells}

    def _platform(self, table: Table) -> Iterator[Cells]:
        for activity in self.sheet.activities_in_use():
            if activity.per_multiple or activity.stacking != Stacking():
                told = {column.key: _at(activity, column.key) for column in table.columns if column.key != ACTIVITY}
                yield {ACTIVITY: activity.name, **told}

    def _prices(self, _table: Table) -> Iterator[Cells]:
        for product in self.sheet.products_in_use():
            for price in product.prices:
                names = self._bound(price.activity_id, price.phase_id)
                if names is not None:
                    yield {PRODUCT: product.name, "activity_id": names[0], "phase_id": names[1], "price": price.price}

    def _related(self, _table: Table) -> Iterator[Cells]:
        for product in self.sheet.products_in_use():
            for relation in (SUBSTITUTES, COMPLEMENTS, RELATED):
                for other in getattr(product, relation):
                    for name in self._names_of((other.product_id,)):
                        yield {
                            PRODUCT: product.name,
                            "relation": relation,
                            "product_id": name,
                            "reason": other.reason,
                        }

    def _facts(self, _table: Table) -> Iterator[Cells]:
        for activity in self.sheet.activities_in_use():
            yield from self._facts_of(activity)
        for product in self.sheet.products_in_use():
            yield from self._facts_of(product)
        for fact in self.sheet.facts_in_use():
            yield from self._fact(fact, {})

    def _facts_of(self, owner: Activity | Product) -> Iterator[Cells]:
        key = ACTIVITY if isinstance(owner, Activity) else PRODUCT
        for fact in owner.facts:
            yield from self._fact(fact, {key: owner.name})

    def _fact(self, fact: Fact, owner: Cells) -> Iterator[Cells]:
        lifetime = fact.lifetime or Lifetime()
        names = self._bound(lifetime.activity_id, lifetime.phase_id) if lifetime.activity_id else ("", "")
        if names is None:
            return
        yield {
            **owner,
            "question": fact.question,
            "answer": fact.answer,
            "keywords": fact.keywords,
            "stage": fact.stage.value if fact.stage else None,
            "lifetime.from_at": lifetime.from_at,
            "lifetime.until_at": lifetime.until_at,
            "lifetime.activity_id": names[0],
            "lifetime.phase_id": names[1],
        }

    def _bound(self, activity_id: str, phase_id: str) -> tuple[str, str] | None:
        """The names of an activity and of a phase of it; None, and counted, where one is not in use."""
        activity = self.sheet.activities.get(activity_id)
        phase = activity.phase(phase_id) if activity and phase_id else None
        if activity is None or activity.deleted_at is not None or (phase_id and phase is None):
            self.left_out += 1
            return None
        return activity.name, phase.name if phase else ""

    def _names_of(self, product_ids: tuple[str, ...]) -> Iterator[str]:
        for product_id in product_ids:
            product = self.sheet.products.get(product_id)
            if product is None or product.deleted_at is not None:
                self.left_out += 1
            else:
                yield product.name


def _at(value: Any, path: str) -> Any:
    """What stands at a dotted path; None where the way ends before it."""
    for part in path.split("."):
        value = getattr(value, part, None)
    return value.value if isinstance(value, Enum) else value
