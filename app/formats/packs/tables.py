"""A pack in a workbook or a CSV file, as people write one: rows that refer to each other by name.

The rule: a thing without an id gets one that is made of its name (a phrase's of its first code), so that the same file
saved again is the same pack; whatever is wrong is told with its sheet, row and column.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from itertools import count
from zoneinfo import ZoneInfo

from app.core.imports.reading import Spot, Watch
from app.core.packs.findings import Finding, PackReading, Severity
from app.core.packs.ids import made_of, renamed, whole
from app.core.packs.pack import Item, Pack, PackHead, is_pack_id
from app.core.packs.rules import errors
from app.core.phrases.places import STEP
from app.core.sheet.activities import Activity
from app.core.sheet.book import SheetProblem
from app.core.sheet.entries import Fact
from app.core.sheet.products import Product
from app.core.sheet.sheet import EMPTY, Entry, name_of
from app.formats.columns import normal
from app.formats.packs import rows as pack_rows
from app.formats.packs.columns import HEAD, PHRASES, table_called
from app.formats.packs.examples import is_as_given
from app.formats.packs.given_ids import Nameless, given
from app.formats.packs.tree import owned
from app.formats.sheet import Sheet as Page
from app.formats.sheets.book import spot_of
from app.formats.sheets.cells import BadCell, yes_no
from app.formats.sheets.columns import MUST_READ, YES_NO, Table
from app.formats.sheets.drafts import Draft, Drafts
from app.formats.sheets.names import Names
from app.formats.sheets.opening import opened
from app.formats.sheets.rows import Contents, Row, contents
from app.formats.sheets.tables import columns_called
from app.formats.sheets.values import RowReader
from app.formats.source import Source

_LOOK = 10


def read(source: Source, zone: ZoneInfo, now: datetime, pack_id: str, watch: Watch) -> PackReading:
    """Read a workbook or a delimited text. Raises `BadFile` or `Cancelled`."""
    pages = opened(source, watch).sheets
    found = contents(source.path, pages, _called(pages))
    return _Reader(source, found, zone, now, pack_id or made_id(source.stem)).reading()


def made_id(stem: str) -> str:
    """The id of a pack whose file does not say one: its name, as far as it can be one."""
    plain = "-".join("".join(letter if letter.isascii() and letter.isalnum() else " " for letter in stem).split())
    return plain[:64] if is_pack_id(plain[:64]) else "shop"


def _called(pages: Sequence[Page]) -> Callable[[str], Table | None]:
    """What a tab is; a file without any of ours holds phrases where its columns are those of phrases."""
    if any(table_called(page.name) for page in pages):
        return table_called
    bodies = {normal(name) for name, column in columns_called(PHRASES).items() if column.key == "body"}
    for page in pages:
        for _, cells in page.rows[:_LOOK]:
            if bodies & {normal(cell) for cell in cells}:
                return lambda name, own=page.name: PHRASES if name == own else None  # type: ignore[misc]
    return table_called


class _Reader:
    """Puts the pack of one file together."""

    def __init__(self, source: Source, found: Contents, zone: ZoneInfo, now: datetime, pack_id: str) -> None:
        self._file = source.path
        self._found = found
        self._problems: list[Finding] = []
        self._places: dict[str, Callable[[str], Spot]] = {}
        self._must_read: set[str] = set()
        numbers = count(1)
        names = Names(found, EMPTY, lambda: f"new {next(numbers)}")
        self._cells = RowReader(names, now, zone)
        self._drafts = Drafts(found, EMPTY, names, self._cells, lambda: f"new {next(numbers)}").all()
        self._phrases = [
            (replace(phrase, id=f"phrase {number}"), row)
            for number, (phrase, row) in enumerate(pack_rows.phrases(found, self._cells))
        ]
        self._kinds = [
            replace(each, kind=replace(each.kind, id=f"kind {number}"))
            for number, each in enumerate(pack_rows.kinds(found, self._cells))
        ]
        self._head = self._read_head(pack_id)

    def reading(self) -> PackReading:
        """All that came out of it."""
        pack = self._pack()
        told = [*self._found.problems, *self._cells.problems]
        wrong = [*map(_finding, told), *self._problems, *errors(pack, self._locate), *self._overwritten()]
        order = {page.name: number for number, page in enumerate(self._found.sheets.values())}
        wrong.sort(key=lambda finding: (order.get(finding.spot.sheet, -1), finding.spot.line))
        if not self._found.sheets:
            return PackReading(self._file, None, tuple(finding for finding in wrong if finding.rule != "nothing_in_it"))
        spots = {item_id: place("") for item_id, place in self._places.items()}
        return PackReading(self._file, pack, tuple(wrong), spots, self._found.example_count, self._locate)

    def _locate(self, item_id: str, field: str) -> Spot:
        place = self._places.get(item_id)
        if place is not None:
            return place(field)
        rows = self._found.rows(HEAD.key)
        return rows[0].at(field) if rows else Spot(self._file, column=field)

    def _overwritten(self) -> Iterator[Finding]:
        """Example rows in which somebody has written own words: these would silently not go out."""
        for row in self._found.examples:
            if row.table is PHRASES and not is_as_given(row.cells.get("body", "")):
                mark = next(iter(row.cells))
                yield Finding(row.at(mark), "example_overwritten", Severity.WARNING)

    def _tell(self, spot: Spot, rule: str, *names: str) -> None:
        self._problems.append(Finding(spot, rule, names=tuple(name for name in names if name)))

    def _read_head(self, pack_id: str) -> PackHead:
        rows = self._found.rows(HEAD.key)
        for row in rows[1:]:
            self._tell(row.at("id"), "two_heads", str(rows[0].spot.line))
        values = self._cells.values(rows[0]) if rows else None
        if not values:
            return PackHead(pack_id)
        return PackHead(**{name: value for name, value in values.items() if value is not None})

    def _pack(self) -> Pack:
        things, phases = given(list(self._nameless()), self._tell), given(list(self._phases()), self._tell)
        pack_id = self._head.id

        def thing(name: str) -> str:
            return whole(things[name], pack_id) if name in things else name

        def phase(name: str) -> str:
            return whole(phases[name], pack_id) if name in phases else name

        counts: dict[type, int] = {}
        entries: list[Entry] = []
        for draft in self._drafts:
            counts[type(draft.entry)] = number = counts.get(type(draft.entry), 0) + 1
            entry = owned(renamed(draft.entry, thing, phase), pack_id, number)
            entries.append(entry)
            self._settle(entry, partial(spot_of, draft), self._rows_of(draft))
        phrases = []
        for number, (phrase, row) in enumerate(self._phrases, start=1):
            own = replace(renamed(phrase, thing, phase), source=pack_id, position=STEP * number)
            phrases.append(own)
            self._settle(own, row.at, [row])
        kinds = []
        for number, each in enumerate(self._kinds, start=1):
            kind = replace(renamed(each.kind, thing, phase), position=number)
            kinds.append(kind)
            self._settle(kind, each.at, [each.row])
        return Pack(self._head, tuple(phrases), tuple(entries), tuple(kinds), frozenset(self._must_read))

    def _settle(self, item: Item, place: Callable[[str], Spot], rows: Sequence[Row]) -> None:
        """Remember where a thing stands, and whether a row of it is marked as must-read."""
        self._places.setdefault(item.id, place)
        for row in rows:
            text = row.cells.get(MUST_READ, "")
            try:
                if text.strip() and yes_no(text, YES_NO):
                    self._must_read.add(item.id)
            except BadCell as bad:
                self._tell(row.at(MUST_READ), bad.rule, *bad.names)

    # What needs an id.

    def _nameless(self) -> Iterator[Nameless]:
        for draft in self._drafts:
            entry, row = draft.entry, draft.places.get("")
            letter = {Activity: "a", Product: "p"}.get(type(entry), "q")
            yield Nameless(entry.id, made_of(name_of(entry), letter), row)
            for number, fact in enumerate(() if isinstance(entry, Fact) else entry.facts):
                wish = made_of(f"{name_of(entry)}\n{fact.question}", "q")
                yield Nameless(fact.id, wish, draft.places.get(f"facts.{number}"))
        for phrase, row in self._phrases:
            yield Nameless(phrase.id, pack_rows.wish(phrase), row)
        for each in self._kinds:
            yield Nameless(each.kind.id, made_of(each.kind.name, "k"), each.row)

    def _phases(self) -> Iterator[Nameless]:
        for draft in self._drafts:
            for number, phase in enumerate(draft.entry.phases if isinstance(draft.entry, Activity) else ()):
                wish = made_of(f"{name_of(draft.entry)}\n{phase.name}", "s")
                yield Nameless(phase.id, wish, draft.places.get(f"phases.{number}"))

    def _rows_of(self, draft: Draft) -> list[Row]:
        """The rows that may mark an entry: its own and those of its questions."""
        return [row for path, row in draft.places.items() if not path or path.startswith("facts.")]


def _finding(problem: SheetProblem) -> Finding:
    severity = Severity.HINT if problem.is_hint else Severity.ERROR
    return Finding(problem.spot, problem.rule, severity, problem.names, problem.limit, problem.field)
