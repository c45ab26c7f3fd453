"""The rows of a workbook put together to entries.

The rule: what the workbook does not speak of stays as it was: an entry without a row, a column that is not there, a
sheet without a row of the entry. What it does speak of is as it says: an empty cell is empty, and where an activity has
rows of coupons these are its coupons, so one whose row was taken out is gone.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from app.core.imports.reading import Spot
from app.core.phrases.phrase import Stage
from app.core.sheet.activities import (
    Activity,
    ActivityKind,
    Base,
    Coupon,
    ExpressFee,
    Gift,
    Limit,
    PerMultiple,
    Phase,
    Transit,
)
from app.core.sheet.entries import Fact
from app.core.sheet.lifetimes import Lifetime
from app.core.sheet.products import ActivityPrice, Product, Related
from app.core.sheet.sheet import Entry, Sheet
from app.formats.sheets.columns import ACTIVITY, COMPLEMENTS, PRODUCT, RELATED, SUBSTITUTES
from app.formats.sheets.names import Names, folded
from app.formats.sheets.rows import Contents, Row
from app.formats.sheets.values import RowReader, Values, filled, phase_kind

_LIFETIME = "lifetime."
_SIMPLE: Mapping[str, tuple[str, type[Coupon | Gift | ExpressFee | Transit]]] = {
    "coupons": ("coupons", Coupon),
    "gifts": ("gifts", Gift),
    "fees": ("shipping.fees", ExpressFee),
    "transits": ("shipping.transits", Transit),
}


@dataclass(slots=True)
class Draft:
    """An entry that is being put together. `places` are the rows that its parts come from, by field."""

    entry: Entry
    spot: Spot
    places: dict[str, Row] = field(default_factory=dict)
    is_bad: bool = False


class Drafts:
    """Puts all entries together; the drafts stand in the order of their rows."""

    def __init__(
        self, contents: Contents, existing: Sheet, names: Names, reader: RowReader, new_id: Callable[[], str]
    ) -> None:
        self._contents = contents
        self._existing = existing
        self._names = names
        self._reader = reader
        self._new_id = new_id
        self._parts: dict[tuple[str, str], list[Row]] = {}
        self._shop_facts: list[Row] = []
        self._sort_parts()

    def all(self) -> list[Draft]:
        """Every entry that the workbook speaks of."""
        activities = self._entries("activities", self._names.activities, ACTIVITY)
        for draft in activities:
            self._fill_activity(draft)
        products = self._entries("products", self._names.products, PRODUCT)
        for draft in products:
            self._fill_product(draft)
        return [*activities, *products, *self._facts_of_shop()]

    # Whose row is whose.

    def _sort_parts(self) -> None:
        for key, sheet in self._contents.sheets.items():
            owner = sheet.table.owner
            for row in sheet.rows if owner else ():
                owner_id = self._reader.owner(row, owner)
                if owner_id is not None:
                    self._parts.setdefault((key, owner_id), []).append(row)
        for row in self._contents.rows("facts"):
            self._sort_fact(row)

    def _sort_fact(self, row: Row) -> None:
        owners = [key for key in (ACTIVITY, PRODUCT) if row.cells.get(key, "").strip()]
        if len(owners) == 2:
            self._reader.tell(row.at(PRODUCT), "two_owners")
        elif owners:
            owner_id = self._reader.owner(row, owners[0])
            if owner_id is not None:
                self._parts.setdefault(("facts", owner_id), []).append(row)
        else:
            self._shop_facts.append(row)

    def _entries(self, table: str, ids: Mapping[str, str], owner: str) -> list[Draft]:
        """A draft for every row of a table, and for every entry that only rows of other sheets speak of."""
        drafts: dict[str, Draft] = {}
        for row in self._contents.rows(table):
            draft = self._entry(row, ids, len(drafts))
            if draft is not None:
                drafts[draft.entry.id] = draft
        own = self._existing.activities if owner == ACTIVITY else self._existing.products
        for (key, owner_id), rows in self._parts.items():
            if owner_id not in drafts and owner_id in own and (key != "facts" or rows[0].cells.get(owner)):
                drafts[owner_id] = Draft(own[owner_id], rows[0].spot)
        return list(drafts.values())

    def _entry(self, row: Row, ids: Mapping[str, str], number: int) -> Draft | None:
        name = row.cells.get("name", "").strip()
        if row in self._names.twice:
            self._reader.tell(row.at("name"), "duplicate_name", name, str(self._names.twice[row]))
            return None
        if not name:
            self._reader.tell(row.at("name"), "needed")
            return None
        entry_id = ids[folded(name)]
        kind = Activity if row.table.key == "activities" else Product
        entry = self._existing.get(entry_id) or kind(entry_id, name, position=number)
        draft = Draft(entry, row.spot, {"": row})
        values = self._reader.values(row)
        if values is None:
            draft.is_bad = True
        elif isinstance(entry, Activity):
            draft.entry = self._with_activity_values(entry, values, row, draft)
        else:
            draft.entry = replace(entry, **filled(values, Product("", "")))
        return draft

    # Activities.

    def _with_activity_values(self, activity: Activity, values: Values, row: Row, draft: Draft) -> Activity:
        limit = activity.limit
        count = values.pop("limit.count", limit.count if limit else None)
        answer = values.pop("limit.answer_above", limit.answer_above if limit else "")
        if count is None and answer:
            self._reader.tell(row.at("limit.count"), "needed")
            draft.is_bad = True
        blank = Activity("", "")
        shipping = {key.removeprefix("shipping."): values.pop(key) for key in list(values) if "shipping." in key}
        values["kind"] = ActivityKind(values["kind"]) if values.get("kind") else None
        if not row.has("kind"):
            del values["kind"]
        return replace(
            activity,
            **filled(values, blank),
            limit=None if count is None else Limit(count, answer),
            shipping=replace(activity.shipping, **filled(shipping, blank.shipping)),
        )

    def _fill_activity(self, draft: Draft) -> None:
        activity = draft.entry
        assert isinstance(activity, Activity)
        new: dict[str, Any] = {}
        if self._has("phases", activity.id):
            new["phases"] = self._each(
                draft, "phases", "phases", lambda row, values: self._phase(activity, row, values)
            )
        if self._has("facts", activity.id):
            new["facts"] = self._facts(draft, activity.facts)
        shipping: dict[str, Any] = {}
        for key, (path, kind) in _SIMPLE.items():
            if self._has(key, activity.id):
                made = self._each(draft, key, path, lambda _row, values, kind=kind: kind(**values))  # type: ignore[misc]
                (shipping if "." in path else new)[path.rpartition(".")[2]] = made
        draft.entry = replace(activity, **new, shipping=replace(activity.shipping, **shipping))
        if self._has("platform", activity.id):
            self._fill_platform(draft)

    def _phase(self, activity: Activity, row: Row, values: Values) -> Phase:
        phase_id = self._names.phase_ids[row]
        former = activity.phase(phase_id)
        values = {**values, "kind": phase_kind(values, row, former)}
        return replace(former, **values) if former else Phase(phase_id, **values)

    def _fill_platform(self, draft: Draft) -> None:
        activity = draft.entry
        assert isinstance(activity, Activity)
        rows = self._parts.get(("platform", activity.id), [])
        for row in rows[1:]:
            self._reader.tell(row.at(ACTIVITY), "row_twice", str(rows[0].spot.line))
            draft.is_bad = True
        blank = Activity("", "").stacking
        row, values = rows[0], self._reader.values(rows[0])
        draft.places |= {"per_multiple": row, "stacking": row}
        if values is None:
            draft.is_bad = True
            return
        base = values.pop("stacking.base", "") if row.has("stacking.base") else activity.stacking.base.value
        stacking = {key.removeprefix("stacking."): each for key, each in values.items() if key.startswith("stacking.")}
        offer = {key.removeprefix("per_multiple."): each for key, each in values.items() if key.startswith("per_")}
        stacking = {**filled(stacking, blank), "base": Base(base) if base else blank.base}
        per_multiple = self._per_multiple(draft, row, offer)
        draft.entry = replace(activity, per_multiple=per_multiple, stacking=replace(activity.stacking, **stacking))

    def _per_multiple(self, draft: Draft, row: Row, offer: Values) -> PerMultiple | None:
        if not any(offer.values()):
            return None
        for key in ("every", "off"):
            if offer.get(key) is None:
                self._reader.tell(row.at(f"per_multiple.{key}"), "needed")
                draft.is_bad = True
        return None if draft.is_bad else PerMultiple(**offer)

    # Products.

    def _fill_product(self, draft: Draft) -> None:
        product = draft.entry
        assert isinstance(product, Product)
        new: dict[str, Any] = {}
        if self._has("prices", product.id):
            new["prices"] = self._each(draft, "prices", "prices", lambda _row, values: ActivityPrice(**values))
        if self._has("facts", product.id):
            new["facts"] = self._facts(draft, product.facts)
        if self._has("related", product.id):
            new |= self._related(draft)
        draft.entry = replace(product, **new)

    def _related(self, draft: Draft) -> Mapping[str, tuple[Related, ...]]:
        found: dict[str, list[Related]] = {SUBSTITUTES: [], COMPLEMENTS: [], RELATED: []}
        for row in self._parts.get(("related", draft.entry.id), []):
            values = self._reader.values(row)
            if values is None:
                draft.is_bad = True
                continue
            others = found[values["relation"]]
            draft.places[f"{values['relation']}.{len(others)}"] = row
            others.append(Related(values["product_id"], values.get("reason", "")))
        return {relation: tuple(others) for relation, others in found.items()}

    # Questions.

    def _facts_of_shop(self) -> list[Draft]:
        former = [fact for fact in self._existing.facts.values() if fact.deleted_at is None]
        drafts = []
        for number, (row, base) in enumerate(self._paired(self._shop_facts, former)):
            values = self._reader.values(row)
            entry = base or Fact(self._new_id(), row.cells.get("question", ""), "", position=number)
            draft = Draft(entry, row.spot, {"": row}, values is None)
            if values is not None:
                draft.entry = _fact(entry, values)
            drafts.append(draft)
        return drafts

    def _facts(self, draft: Draft, former: Sequence[Fact]) -> tuple[Fact, ...]:
        bases = dict(self._paired(self._parts.get(("facts", draft.entry.id), []), former))
        return self._each(
            draft, "facts", "facts", lambda row, values: _fact(bases[row] or Fact(self._new_id(), "", ""), values)
        )

    def _paired(self, rows: Sequence[Row], former: Sequence[Fact]) -> list[tuple[Row, Fact | None]]:
        """Each row with the question that it changes: of equal questions the first means the first, and so on."""
        left: dict[str, list[Fact]] = {}
        for fact in former:
            left.setdefault(folded(fact.question), []).append(fact)
        paired = []
        for row in rows:
            same = left.get(folded(row.cells.get("question", "")))
            paired.append((row, same.pop(0) if same else None))
        return paired

    # Rows of a part.

    def _has(self, key: str, owner_id: str) -> bool:
        """Whether the workbook speaks of this part: an empty sheet of a template must not empty an activity."""
        return bool(self._parts.get((key, owner_id)))

    def _each(self, draft: Draft, key: str, path: str, make: Callable[[Row, Values], Any]) -> tuple[Any, ...]:
        made: list[Any] = []
        for row in self._parts.get((key, draft.entry.id), []):
            values = self._reader.values(row)
            if values is None:
                draft.is_bad = True
            else:
                draft.places[f"{path}.{len(made)}"] = row
                made.append(make(row, values))
        return tuple(made)


def _fact(base: Fact, values: Values) -> Fact:
    own = {key: value for key, value in values.items() if not key.startswith(_LIFETIME)}
    if "stage" in own:
        own["stage"] = Stage(own["stage"]) if own["stage"] else None
    told = {key.removeprefix(_LIFETIME): value for key, value in values.items() if key.startswith(_LIFETIME)}
    lifetime = replace(base.lifetime or Lifetime(), **told)
    return replace(base, **own, lifetime=lifetime if lifetime != Lifetime() else None)
