"""A pack put together from a tree of plain values, as JSON and YAML hold it, and what such a tree does not tell here.

The rule: a thing that cannot be read is told with its place, and what a later version has added to one is kept.
"""

import base64
import binascii
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, fields, is_dataclass, replace
from datetime import MAXYEAR, MINYEAR, UTC, datetime
from typing import Any, Protocol, TypeVar

import msgspec

from app.core.imports.reading import MAX_ROWS, UNWATCHED, Reason, Spot, Watch
from app.core.orders.kinds import OrderKind
from app.core.packs.findings import Finding, PackReading
from app.core.packs.ids import ids_of, in_program, whole
from app.core.packs.pack import Item, Noun, Pack, PackHead
from app.core.packs.rules import At, errors
from app.core.phrases.phrase import BadPhrase, Image, Phrase, check
from app.core.phrases.places import STEP
from app.core.sheet.activities import Activity
from app.core.sheet.entries import Fact
from app.core.sheet.entry_tidying import tidied, trimmed
from app.core.sheet.lifetimes import Lifetime
from app.core.sheet.sheet import Entry
from app.core.values import dataclass
from app.formats.packs.binding import Binder
from app.formats.packs.shapes import LISTS, NOT_READ, Head, Row
from app.formats.packs.unknown import MAX_DEPTH, is_too_deep, not_known

_T = TypeVar("_T")
_PATH = re.compile(r" - at `\$\.?(.*)`$")
_STEP = 1_000


class Plain(Protocol):
    """One thing of a file, not yet understood."""

    @property
    def spot(self) -> Spot:
        """Its place."""
        ...

    def typed(self, kind: type[_T]) -> _T:
        """It as a value of ours. Raises `msgspec.DecodeError` (a `ValidationError` with the path) or RecursionError."""
        ...

    def plain(self) -> Any:
        """It as dicts, lists, texts, numbers, yes, no and None."""
        ...


@dataclass(frozen=True, slots=True)
class Tree:
    """A whole file: its head, and its lists. A list that is none is told in `problems`."""

    file: str
    head: Head
    rows: Mapping[str, Sequence[Plain]]
    images: Mapping[str, str] = field(default_factory=dict)
    unknown: Mapping[str, object] = field(default_factory=dict)
    problems: tuple[Finding, ...] = ()


def grown(tree: Tree, watch: Watch = UNWATCHED) -> PackReading:
    """The pack of a tree. Raises `Cancelled`."""
    return _Grower(tree, watch).reading()


class _Grower:
    """Puts one pack together."""

    def __init__(self, tree: Tree, watch: Watch) -> None:
        self._tree = tree
        self._watch = watch
        self._pack_id = tree.head.id
        self._problems = list(tree.problems)
        self._spots: dict[str, Spot] = {}
        self._unknown: dict[str, Mapping[str, object]] = {}
        self._items: list[Item] = []
        self._rows: dict[str, Row] = {}
        self._done = 0

    def reading(self) -> PackReading:
        """All that came out of it."""
        total = sum(map(len, self._tree.rows.values()))
        if total > MAX_ROWS:
            too_many = Finding(Spot(self._tree.file), Reason.TOO_MANY_ROWS.value, limit=MAX_ROWS)
            return PackReading(self._tree.file, None, (too_many,))
        self._keep("", self._tree.unknown, Spot(self._tree.file))
        for name, (noun, kind) in LISTS.items():
            for row in self._tree.rows.get(name, ()):
                if not self._done % _STEP:
                    self._watch.step(self._done, total)
                self._done += 1
                self._take(row, noun, kind)
        pack = self._pack()
        self._watch.step(total, total)
        locate = At(self._spots, self._tree.file)
        found = (*self._problems, *errors(pack, locate))
        return PackReading(self._tree.file, pack, found, self._spots, locate=locate)

    # One thing after the other.

    def _take(self, row: Plain, noun: Noun, kind: type[Any]) -> None:
        try:
            value, plain = row.typed(kind), row.plain()
        except RecursionError:
            self._tell(row.spot, Reason.BAD_ROW.value, "nested too deep")
            return
        except (msgspec.DecodeError, ValueError, OverflowError) as error:
            path = _PATH.search(str(error))
            self._tell(_at(row.spot, path[1] if path else ""), Reason.BAD_ROW.value, str(error))
            return
        naive = None if noun is Noun.PHRASE else next(_without_offset(value), None)
        if naive is not None:
            self._tell(_at(row.spot, naive[0]), "no_offset", naive[1])
            return
        item_id = whole(value.id, self._pack_id)
        if item_id in self._spots:
            self._tell(_at(row.spot, "id"), "id_twice", value.id, str(self._spots[item_id].line))
            return
        self._spots[item_id] = row.spot
        self._keep_unknown(item_id, plain, msgspec.to_builtins(value))
        self._items.append(self._item(value))

    def _item(self, value: Any) -> Item:
        if isinstance(value, Row):
            self._rows[value.id] = value
            return Phrase(value.id, value.title, value.body)
        item: Item = value
        return item

    def _keep_unknown(self, item_id: str, plain: Any, known: Any) -> None:
        unknown = dict(not_known(plain, known))
        for name in NOT_READ & unknown.keys():
            del unknown[name]
        self._keep(item_id, unknown, self._spots[item_id])

    def _keep(self, item_id: str, unknown: Mapping[str, object], spot: Spot) -> None:
        for name, value in unknown.items():
            if is_too_deep(value):
                self._problems.append(Finding(_at(spot, name), Reason.TOO_DEEP.value, limit=MAX_DEPTH))
                return
        if unknown:
            self._unknown[item_id] = unknown

    def _tell(self, spot: Spot, rule: str, *names: str) -> None:
        self._problems.append(Finding(spot, rule, names=names))

    # The whole.

    def _pack(self) -> Pack:
        known = frozenset(ids_of(self._items))
        activities = [item for item in self._items if isinstance(item, Activity)]
        binder = Binder(activities)
        kinds: list[OrderKind] = []
        entries: list[Entry] = []
        phrases: list[Phrase] = []
        counts: dict[type, int] = {}
        for item in self._items:
            counts[type(item)] = number = counts.get(type(item), 0) + 1
            if isinstance(item, Phrase):
                phrases.append(in_program(self._phrase(self._rows[item.id], number, binder), self._pack_id, known))
            elif isinstance(item, OrderKind):
                kinds.append(in_program(replace(item, position=number), self._pack_id, known))
            else:
                entries.append(in_program(owned(item, self._pack_id, number), self._pack_id, known))
        must_read = frozenset(whole(own_id, self._pack_id) for own_id in self._tree.head.must_read)
        images = dict(self._images())
        return Pack(self._head(), tuple(phrases), tuple(entries), tuple(kinds), must_read, images, self._unknown)

    def _head(self) -> PackHead:
        head = self._tree.head
        told = {each.name: getattr(head, each.name) for each in fields(PackHead)}
        for name in ("published_at", "expires_at"):
            at = _utc(told[name])
            told[name] = None if at is not None and at.year == MAXYEAR else at  # people write 9999 for never
        return PackHead(**told)

    def _phrase(self, row: Row, number: int, binder: Binder) -> Phrase:
        item_id = whole(row.id, self._pack_id)
        spot = self._spots[item_id]
        phrase = Phrase(
            id=row.id,
            title=row.title,
            body=row.body,
            group=row.group,
            stage=row.stage,
            role=row.role,
            codes=row.codes,
            keywords=row.keywords,
            questions=row.questions,
            is_pinned=row.pinned,
            output=row.output,
            images=tuple(Image(image.file, image.place) for image in row.images),
            source=self._pack_id,
            position=STEP * number,
            lifetime=self._lifetime(row, item_id, spot, binder),
        )
        try:
            return check(phrase)
        except BadPhrase:
            return phrase  # `errors` tells what is wrong with it

    def _lifetime(self, row: Row, item_id: str, spot: Spot, binder: Binder) -> Lifetime | None:
        valid = row.valid
        if valid is None:
            return None
        lifetime = Lifetime(_utc(valid.from_at), _utc(valid.until_at))
        if valid.activity_id or valid.activity:
            activity_id, phase_id, wrong = binder.bound(valid.activity_id, valid.activity, valid.phase_id, valid.phase)
            if wrong:
                field = "valid.activity" if wrong == "no_such_activity" else "valid.phase"
                name = valid.activity if wrong == "no_such_activity" else valid.phase or valid.phase_id
                self._problems.append(Finding(_at(spot, field), wrong, names=(name,), item_id=item_id))
            elif not binder.has(activity_id):
                self._name_elsewhere(item_id, valid.activity, valid.phase)
            lifetime = replace(lifetime, activity_id=activity_id, phase_id=phase_id)
        return lifetime if lifetime != Lifetime() else None

    def _name_elsewhere(self, item_id: str, activity: str, phase: str) -> None:
        """The names of what is not in the pack are known from its file only, so they stay with it."""
        told = {"valid/activity": activity, "valid/phase": phase}
        kept = {**self._unknown.get(item_id, {}), **{path: name for path, name in told.items() if name}}
        if kept:
            self._unknown[item_id] = kept

    def _images(self) -> Iterator[tuple[str, bytes]]:
        for name, text in self._tree.images.items():
            try:
                yield name, base64.b64decode(text, validate=True)
            except (binascii.Error, ValueError):
                self._tell(Spot(self._tree.file, column="images"), "bad_image", name[:80])


def _at(spot: Spot, column: str) -> Spot:
    return Spot(spot.file, spot.sheet, spot.line, column)


def _utc(at: datetime | None) -> datetime | None:
    """At the calendar's edges no zone can be told; the rules refuse such a moment, whatever its offset."""
    if at is None:
        return None
    return at.astimezone(UTC) if MINYEAR < at.year < MAXYEAR else at.replace(tzinfo=UTC)


def owned(entry: Entry, pack_id: str, number: int) -> Entry:
    """An entry that belongs to the pack, with its place, in shape where nothing is wrong with it."""
    own: Any = replace(entry, source=pack_id, position=STEP * number, deleted_at=None)
    if not isinstance(own, Fact):
        own = replace(own, facts=tuple(replace(fact, source=pack_id, deleted_at=None) for fact in own.facts))
    try:
        done: Entry = tidied(own)
    except (ArithmeticError, ValueError):
        done = trimmed(own)
    return done


def _without_offset(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """The moments that do not say their offset, with the fields that they stand in."""
    if isinstance(value, datetime):
        if value.tzinfo is None:
            yield path, value.isoformat()
    elif isinstance(value, tuple):
        for number, one in enumerate(value):
            yield from _without_offset(one, f"{path}.{number}")
    elif is_dataclass(value):
        for part in fields(value):
            one = getattr(value, part.name)
            if one:
                yield from _without_offset(one, f"{path}.{part.name}" if path else part.name)
