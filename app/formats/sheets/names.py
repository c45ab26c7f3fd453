"""Who is meant by the names in a workbook: entries by their names, products by a code too, phases inside an activity.

The rule: a name means what the workbook itself holds before what was there already, and never two things.
"""

from collections.abc import Callable, Mapping

from app.core.clockwork.moments import half_width
from app.core.sheet.activities import Activity
from app.core.sheet.products import Product
from app.core.sheet.sheet import Sheet
from app.formats.sheets.cells import BadCell, words
from app.formats.sheets.rows import Contents, Row


def folded(name: str) -> str:
    """What two names are compared by."""
    return " ".join(half_width(name).casefold().split())


class Names:
    """Gives every name its id: that of the entry which has the name already, else a new one.

    `twice` are the rows whose entry stands in an earlier row, with that row's number.
    """

    def __init__(self, contents: Contents, existing: Sheet, new_id: Callable[[], str]) -> None:
        self._new_id = new_id
        self.twice: dict[Row, int] = {}
        self.activities = _by_name(existing.activities_in_use())
        self.products = _by_name(existing.products_in_use())
        self._phases = {activity.id: _of_phases(activity) for activity in existing.activities_in_use()}
        self._take(contents.rows("activities"), self.activities)
        self._take(contents.rows("products"), self.products)
        self._codes = self._all_codes(contents, existing)
        self.phase_ids: dict[Row, str] = {}
        self._take_phases(contents.rows("phases"))

    def activity(self, name: str) -> str:
        """The id of an activity. Raises `BadCell`."""
        activity_id = self.activities.get(folded(name))
        if activity_id is None:
            raise BadCell("unknown_activity", name)
        return activity_id

    def product(self, name: str) -> str:
        """The id of the product of a name or a code. Raises `BadCell`."""
        product_id = self.products.get(folded(name))
        if product_id is not None:
            return product_id
        owners = self._codes.get(folded(name), set())
        if len(owners) != 1:
            raise BadCell("code_of_two" if owners else "unknown_product", name)
        return next(iter(owners))

    def phase(self, activity_id: str, name: str) -> str:
        """The id of the first phase of a name in an activity. Raises `BadCell`."""
        ids = self._phases.get(activity_id, {}).get(folded(name))
        if not ids:
            raise BadCell("unknown_phase", name)
        return ids[0]

    def _take(self, rows: tuple[Row, ...], ids: dict[str, str]) -> None:
        seen: dict[str, int] = {}
        for row in rows:
            name = folded(row.cells.get("name", ""))
            if name in seen:
                self.twice[row] = seen[name]
            elif name:
                seen[name] = row.spot.line
                ids.setdefault(name, self._new_id())

    def _all_codes(self, contents: Contents, existing: Sheet) -> Mapping[str, set[str]]:
        codes = {product.id: product.codes for product in existing.products_in_use()}
        for row in contents.rows("products"):
            name = folded(row.cells.get("name", ""))
            if name and row.has("codes"):
                codes[self.products[name]] = words(row.cells.get("codes", ""))
        owners: dict[str, set[str]] = {}
        for product_id, own in codes.items():
            for code in own:
                owners.setdefault(folded(code), set()).add(product_id)
        return owners

    def _take_phases(self, rows: tuple[Row, ...]) -> None:
        """The phases of an activity are those of the workbook; of equal names the first means the first, and so on."""
        by_activity: dict[str, list[Row]] = {}
        for row in rows:
            activity_id = self.activities.get(folded(row.cells.get("activity", "")))
            if activity_id is not None:
                by_activity.setdefault(activity_id, []).append(row)
        for activity_id, own in by_activity.items():
            former = {name: list(ids) for name, ids in self._phases.get(activity_id, {}).items()}
            now: dict[str, list[str]] = {}
            for row in own:
                name = folded(row.cells.get("name", ""))
                left = former.get(name)
                self.phase_ids[row] = phase_id = left.pop(0) if left else self._new_id()
                now.setdefault(name, []).append(phase_id)
            self._phases[activity_id] = now


def _by_name(entries: list[Activity] | list[Product]) -> dict[str, str]:
    ids: dict[str, str] = {}
    for entry in entries:
        ids.setdefault(folded(entry.name), entry.id)
    return ids


def _of_phases(activity: Activity) -> dict[str, list[str]]:
    ids: dict[str, list[str]] = {}
    for phase in activity.phases:
        ids.setdefault(folded(phase.name), []).append(phase.id)
    return ids
