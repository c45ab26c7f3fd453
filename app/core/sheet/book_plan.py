"""What taking a workbook over would change of the cheat-sheet.

The rule: a plan changes nothing, and says in words what every entry was and would be.
"""

from zoneinfo import ZoneInfo

from app.core.imports.reading import Spot
from app.core.sheet.book import Fate, PlannedEntry, SheetPlan, SheetReading
from app.core.sheet.differences import Difference, Differences
from app.core.sheet.entries import Fact
from app.core.sheet.sheet import Entry, Sheet


def plan(reading: SheetReading, existing: Sheet, zone: ZoneInfo) -> SheetPlan:
    """Every entry of a workbook against the cheat-sheet as it is."""
    differences = Differences(zone, existing.having(reading.entries))
    spots = reading.spots or {}
    rows = tuple(
        _planned(entry, existing.get(entry.id), spots.get(entry.id, Spot(reading.file)), differences)
        for entry in reading.entries
    )
    return SheetPlan(reading.file, rows, reading.problems, reading.example_count)


def _planned(entry: Entry, before: Entry | None, spot: Spot, differences: Differences) -> PlannedEntry:
    if before is None:
        return PlannedEntry(entry, Fate.NEW, spot)
    if entry == before:
        return PlannedEntry(entry, Fate.SAME, spot, before)
    return PlannedEntry(
        entry, Fate.CHANGED, spot, before, (*differences.between(before, entry), *_sought(before, entry))
    )


def _sought(before: Entry, after: Entry) -> list[Difference]:
    """What only finds an entry, which `Differences` does not tell."""
    told = []
    for field in ("codes", "keywords"):
        old, new = " · ".join(getattr(before, field, ())), " · ".join(getattr(after, field, ()))
        if old != new:
            told.append(Difference(field, old, new))
    if isinstance(before, Fact) and isinstance(after, Fact) and before.stage is not after.stage:
        old, new = (fact.stage.value if fact.stage else "" for fact in (before, after))
        told.append(Difference("stage", old, new))
    return told
