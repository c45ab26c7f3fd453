"""The cheat-sheet (活动速查): everything an agent does to activities, products and facts, each of it with a way back.

The rule: every verb is one transaction and one step of the undo, or a `NotStored` (or, where it takes an entry, a
`BadEntry`) that leaves everything as it was. None raises for an id that is no longer there.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from app.core.changes import NOTHING, Changed
from app.core.phrases import places
from app.core.phrases.phrase import PERSONAL
from app.core.sheet.activities import Activity
from app.core.sheet.activity_copies import Copy, copied, with_prices
from app.core.sheet.changes import Change
from app.core.sheet.entries import BadEntry, Fact, Fault
from app.core.sheet.entry_checks import check, check_all, faults
from app.core.sheet.entry_rules import FIRST_DAY, LAST_DAY
from app.core.sheet.products import Product
from app.core.sheet.sheet import Entry, Sheet
from app.ports import Clock, SheetStore
from app.services.phrases.undoing import Did
from app.services.sheet.ledger import CHANGES, SHEET, SheetLedger, SheetStep, Stored

KEPT_IN_BIN = timedelta(days=30)
_QUIET = frozenset({"unknown_activity", "unknown_phase"})


class CheatSheet:
    """The entries of this shop. It is empty until `load`. `zone` is the shop's time zone as it is set now."""

    def __init__(
        self, store: SheetStore, clock: Clock, new_id: Callable[[], str], zone: Callable[[], ZoneInfo], stored: Stored
    ) -> None:
        self._clock = clock
        self._zone = zone
        self.new_id = new_id
        """Makes an id for a new phase or fact of an entry."""
        self.ledger = SheetLedger(store, clock, new_id, zone, stored)
        """What a pack is told to, that was stored in its own transaction."""
        self._copies: dict[str, Copy] = {}

    def load(self, sheet: Sheet | None = None, changes: Sequence[Change] | None = None) -> Changed:
        """Take everything from the store, or what was just read from it; for a start and after a restore.

        `stored` is not called: whoever shows the sheet takes it whole.
        """
        self.ledger.load(sheet, changes)
        self._copies.clear()
        return SHEET | CHANGES

    # What is there.

    @property
    def sheet(self) -> Sheet:
        """All entries as they are now; a value that stays what it is."""
        return self.ledger.sheet

    def get(self, entry_id: str) -> Entry | None:
        """The entry of an id, in the bin or not."""
        return self.sheet.get(entry_id)

    def in_bin(self) -> Sequence[Entry]:
        """The entries in the bin, the latest first."""
        binned = [(entry.deleted_at, entry) for entry in self.sheet if entry.deleted_at is not None]
        return [entry for _, entry in sorted(binned, key=lambda pair: pair[0], reverse=True)]

    def pictures(self) -> frozenset[str]:
        """The picture files that a product, the bin or an undo still needs."""
        entries = (*self.sheet, *self.ledger.former())
        return frozenset(one.picture.file for one in entries if isinstance(one, Product) and one.picture)

    @property
    def undoable(self) -> SheetStep | None:
        """What `undo` would undo: which deed and which entries, for the sentence in the notice."""
        return self.ledger.last

    # Writing entries.

    def draft_activity(self) -> Activity:
        """A new activity that is kept nowhere until it is saved."""
        return Activity(self.new_id(), "")

    def draft_product(self) -> Product:
        """A new product that is kept nowhere until it is saved."""
        return Product(self.new_id(), "")

    def draft_fact(self) -> Fact:
        """A new shop-wide fact that is kept nowhere until it is saved."""
        return Fact(self.new_id(), "", "")

    def save(self, entry: Entry) -> Changed:
        """Keep an entry, new or edited, after checking it. Its place is the sheet's own and is not taken from it."""
        former = self.get(entry.id)
        (tidy,) = self._placed([check(entry, self.sheet)])
        return self.ledger.do(Did.EDITED if former else Did.CREATED, [tidy])

    def save_all(self, entries: Iterable[Entry], source: str = PERSONAL) -> Changed:
        """Keep many entries at once, as an import or a pack gives them: new ones at the end, in the order given.

        They may name each other. `source` is who changes what a running activity promises. Raises `BadEntries` with
        the faults of each, and then none is kept.
        """
        return self.ledger.do(Did.ADDED, self._placed(check_all(entries, self.sheet)), source=source)

    def duplicate(self, activity_id: str, first_at: datetime) -> Activity | None:
        """A draft of an activity's next time, all dates shifted so that its first phase begins at `first_at`.

        It has new ids and is kept nowhere until `save_duplicate`, which knows the last draft of each activity; None
        where the activity is gone. Raises `BadEntry` (`first_at`) for a moment out of reach.
        """
        original = self.sheet.activities.get(activity_id)
        if not FIRST_DAY <= first_at < LAST_DAY:
            raise BadEntry((Fault("first_at", "out_of_reach"),))
        if original is None:
            return None
        copy = copied(original, first_at, self._zone(), self.new_id)
        self._copies = {key: other for key, other in self._copies.items() if other.original_id != activity_id}
        self._copies[copy.activity.id] = copy
        return self._without_quiet_facts(copy.activity)

    def save_duplicate(self, draft: Activity) -> Changed:
        """Keep a draft of `duplicate`, however it was edited; with the prices of products in the original."""
        tidy = check(draft, self.sheet)
        copy = self._copies.get(draft.id)
        products = with_prices(self.sheet.products_in_use(), copy, tidy) if copy else []
        kinds = self.ledger.do(Did.DUPLICATED, self._placed([tidy]), products)
        self._copies.pop(draft.id, None)
        return kinds

    def mark_sold_out(self, product_id: str, *, is_sold_out: bool) -> Changed:
        """Say that there is none of a product any more, or that there is again.

        A counted stock of 0 is given up in the second case: otherwise it would go on saying that there is none.
        """
        product = self.sheet.products.get(product_id)
        if product is None:
            return NOTHING
        stock = None if product.real_stock == 0 and not is_sold_out else product.real_stock
        return self.ledger.do(Did.EDITED, [replace(product, is_sold_out=is_sold_out, real_stock=stock)])

    def move(self, ids: Collection[str], before: str | None = None) -> Changed:
        """Put entries before another one of their kind, or at the end of their kind."""
        wanted = set(ids)
        position: dict[str, int] = {}
        for order in self._orders():
            moving = [entry_id for entry_id in order if entry_id in wanted]
            if moving:
                position |= places.moved(order, moving, before if before in order else None)
        put = [replace(entry, position=position[entry.id]) for entry in self._some(position)]
        moved = [entry for entry in put if entry.id in wanted]
        return self.ledger.do(Did.REORDERED, moved, [entry for entry in put if entry.id not in wanted])

    # Throwing away and bringing back.

    def delete(self, ids: Collection[str]) -> Changed:
        """Put entries into the bin. What names them (`references`) stays as it is and is quiet meanwhile."""
        now = self._clock.now()
        return self.ledger.do(
            Did.DELETED, [replace(entry, deleted_at=now) for entry in self._some(ids) if entry.deleted_at is None]
        )

    def restore(self, ids: Collection[str]) -> Changed:
        """Take entries out of the bin, to where they were."""
        binned = [entry for entry in self._some(ids) if entry.deleted_at is not None]
        return self.ledger.do(Did.RESTORED, [replace(entry, deleted_at=None) for entry in binned])

    def purge(self, ids: Collection[str] | None = None) -> Changed:
        """Delete for good what is in the bin: these, or all. There is no undo; what named them stays quiet."""
        return self.ledger.remove([entry.id for entry in self.in_bin() if ids is None or entry.id in set(ids)])

    def purge_old(self) -> Changed:
        """Delete for good what has been in the bin for 30 days; called at the start."""
        limit = self._clock.now() - KEPT_IN_BIN
        return self.ledger.remove([e.id for e in self.in_bin() if e.deleted_at is not None and e.deleted_at <= limit])

    def undo(self) -> Changed:
        """Bring back how the entries were before the last deed; of a running activity that is a change again."""
        return self.ledger.undo()

    # What was changed of running activities.

    def changes(self) -> Sequence[Change]:
        """The changes of running activities, the latest first, confirmed ones too."""
        return self.ledger.changes

    def unconfirmed(self) -> Sequence[Change]:
        """Those that nobody has confirmed yet, the latest first."""
        return [change for change in self.changes() if change.confirmed_at is None]

    def confirm(self, ids: Collection[str]) -> Changed:
        """Mark changes as read."""
        return self.ledger.confirm(ids)

    def _without_quiet_facts(self, draft: Activity) -> Activity:
        """A copy without the facts that hang on something gone: they say nothing any more, and would be faults."""
        quiet = {fault.field for fault in faults(draft, self.sheet) if fault.rule in _QUIET}
        kept = (
            row for number, row in enumerate(draft.facts) if not any(q.startswith(f"facts.{number}.") for q in quiet)
        )
        return replace(draft, facts=tuple(kept))

    def _some(self, ids: Iterable[str]) -> list[Entry]:
        return [entry for entry_id in dict.fromkeys(ids) if (entry := self.get(entry_id)) is not None]

    def _orders(self) -> list[Mapping[str, int]]:
        """The places of each kind of entry outside the bin, in their order."""
        kinds = (self.sheet.activities_in_use(), self.sheet.products_in_use(), self.sheet.facts_in_use())
        return [{entry.id: entry.position for entry in entries} for entries in kinds]

    def _placed(self, entries: Sequence[Entry]) -> list[Entry]:
        """Entries in the places of their former selves; new ones after the last of their kind."""
        last: dict[type[Entry], int] = {}
        for entry in self.sheet:
            last[type(entry)] = max(entry.position, last.get(type(entry), 0))
        placed: list[Entry] = []
        for entry in entries:
            former = self.get(entry.id)
            if former is None:
                last[type(entry)] = last.get(type(entry), 0) + places.STEP
            placed.append(replace(entry, position=former.position if former else last[type(entry)]))
        return placed
