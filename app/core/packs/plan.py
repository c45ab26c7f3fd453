"""What taking a pack over would change: worked out beside the window, stored in one step later.

The rule: a plan is made of values alone and so may be made on a helper thread; it holds everything that is needed to
work each thing out again where the agent changed it meanwhile.
"""

from collections.abc import Iterator, Mapping
from dataclasses import field, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from app.core.orders.kinds import OrderKind
from app.core.packs.differences import differences
from app.core.packs.meetings import Meeting, kind_base, kind_id
from app.core.packs.overlays import blank, says_the_same
from app.core.packs.pack import Difference, Item, Pack, PackHead
from app.core.packs.sources import Original, PackSource
from app.core.phrases import places
from app.core.phrases.phrase import Phrase, check
from app.core.sheet.entry_checks import faults
from app.core.sheet.entry_tidying import tidied
from app.core.sheet.sheet import Entry, Sheet
from app.core.values import dataclass

_QUIET = frozenset({"unknown_activity", "unknown_phase", "unknown_product", "circular"})
"""What an agent's own deed may lead to and what stops no pack: a thing that names what is gone is quiet."""


@dataclass(frozen=True, slots=True)
class Present:
    """What is there when a pack comes, as it was at one moment."""

    source: PackSource
    others: tuple[PackSource, ...]
    phrases: Mapping[str, Phrase]
    sheet: Sheet
    kinds: Mapping[str, OrderKind]
    now: datetime
    last_position: int = 0
    last_pin: int = 0


@dataclass(frozen=True, slots=True)
class PackPlan:
    """A pack before it is taken over. `meetings` are all things that it touches.

    `phrases` and `entries` are they as they will be, if nothing changes until then; `targets` are the ids of the shop's
    kinds of orders by those of the pack's. `count` is how many things a first arrival brings, 0 where it is none;
    `forgotten` are things that were withdrawn long ago and are deleted for good by now.
    """

    present: Present
    source: PackSource
    meetings: tuple[Meeting, ...] = ()
    phrases: Mapping[str, Phrase] = field(default_factory=dict)
    entries: Mapping[str, Entry] = field(default_factory=dict)
    targets: Mapping[str, str] = field(default_factory=dict)
    told: tuple[Difference, ...] = ()
    count: int = 0
    forgotten: tuple[str, ...] = ()

    def of(self, *kinds: type[object]) -> Iterator[Meeting]:
        """The meetings of some kinds of things."""
        return (one for one in self.meetings if isinstance(one.base, kinds))


def restricted(pack: Pack) -> Pack:
    """What is taken of a pack whose publisher nobody has confirmed: nothing that acts by itself or pushes forward.

    Kinds of orders start reminders and choose what is said to buyers, pins take the agent's own keys.
    """
    kinds = {kind.id for kind in pack.kinds}
    phrases = tuple(replace(phrase, is_pinned=False) for phrase in pack.phrases)
    return replace(pack, phrases=phrases, kinds=(), must_read=pack.must_read - kinds)


def plan(
    pack: Pack,
    present: Present,
    source: PackSource,
    originals: Mapping[str, Original],
    others_kinds: frozenset[str],
    zone: ZoneInfo,
) -> PackPlan:
    """What a pack that was not refused would change. `source` is the source as it will be then.

    `originals` is what the program keeps of its former publication, `others_kinds` the own ids of other packs' kinds.
    """
    new = {key: _tidied(item, pack.head.id, originals.get(key)) for key, item in pack.items().items()}
    targets = _targets(pack, present, originals, others_kinds)
    meetings = tuple(_meetings(pack, new, present, originals, targets))
    phrases = {
        one.item_id: phrase
        for one in meetings
        if isinstance(one.base, Phrase)
        and (phrase := one.of_phrase(present.phrases.get(one.item_id), present.now)) is not None
    }
    told = _told(pack, new, originals, zone)
    gone = tuple(key for key, one in originals.items() if one.withdrawn_at and not _is_kept(key, new, present))
    made = PackPlan(present, source, meetings, phrases, {}, targets, told, 0 if originals else len(new), gone)
    return replace(made, entries=entries_met(made, present.sheet))


def entries_met(plan: PackPlan, sheet: Sheet) -> dict[str, Entry]:
    """The entries as they will be, by id: where an own edit cannot stand beside the pack's word, the pack's alone."""
    meetings = {one.item_id: one for one in plan.meetings if not isinstance(one.base, (Phrase, OrderKind))}
    met = {
        key: tidied(entry)
        for key, one in meetings.items()
        if (entry := one.of_entry(sheet.get(key), plan.present.now)) is not None
    }
    later = sheet.having(met.values())
    for key, entry in met.items():
        if any(fault.rule not in _QUIET for fault in faults(entry, sheet, later)):
            met[key] = meetings[key].by_the_pack(entry)
    return met


def _tidied(item: Item, pack_id: str, former: Original | None = None) -> Item:
    """A thing as the program keeps it, without what is never a pack's; the former one where it says the same."""
    if former is not None and says_the_same(item, former.item):
        return former.item
    match item:
        case Phrase():
            bare = replace(check(item), hotkey="", is_sent=False, position=0, use_count=0, last_used_at=None)
            return replace(bare, source=pack_id, deleted_at=None, pin_position=0)
        case OrderKind():
            return replace(item, position=0)
        case _:
            return replace(tidied(item), source=pack_id, position=0, deleted_at=None)


def _meetings(
    pack: Pack,
    new: Mapping[str, Item],
    present: Present,
    originals: Mapping[str, Original],
    targets: Mapping[str, str],
) -> Iterator[Meeting]:
    place = _Places(present)
    for item_id, item in new.items():
        former = originals.get(item_id)
        is_must_read = item_id in pack.must_read
        if former is None or former.withdrawn_at is not None:
            yield _arrival(item, former, place, pack.head.id, is_must_read, targets)
        elif former.item is not item or former.is_must_read is not is_must_read:
            yield Meeting(
                item_id, pack.head.id, item, former.item, former.former, is_known=True, is_must_read=is_must_read
            )
    for item_id, former in originals.items():
        if item_id not in new and former.withdrawn_at is None:
            yield Meeting(item_id, pack.head.id, None, former.item, former.former, is_known=True)


def _arrival(
    item: Item,
    former: Original | None,
    place: "_Places",
    pack_id: str,
    is_must_read: bool,
    targets: Mapping[str, str],
) -> Meeting:
    """A thing that the pack did not have: it is new, comes back, or was imported by hand before."""
    base = former.item if former else blank(item)
    if former is None and isinstance(item, OrderKind):
        base = kind_base(targets[item.id], base)
    return Meeting(
        item.id,
        pack_id,
        item,
        base,
        former.former if former else None,
        back_from=former.withdrawn_at if former else None,
        position=place.next(item),
        pin_position=place.next_pin() if isinstance(item, Phrase) and item.is_pinned else 0,
        is_must_read=is_must_read,
    )


class _Places:
    """Gives places after the last of a kind."""

    def __init__(self, present: Present) -> None:
        self._last: dict[type[object], int] = {Phrase: present.last_position}
        for item in (*present.sheet, *present.kinds.values()):
            self._last[type(item)] = max(item.position, self._last.get(type(item), 0))
        self._pin = present.last_pin

    def next(self, item: Item) -> int:
        step = 1 if isinstance(item, OrderKind) else places.STEP
        self._last[type(item)] = self._last.get(type(item), 0) + step
        return self._last[type(item)]

    def next_pin(self) -> int:
        self._pin += places.STEP
        return self._pin


def _targets(
    pack: Pack, present: Present, originals: Mapping[str, Original], others: frozenset[str]
) -> Mapping[str, str]:
    ids = [kind.id for kind in pack.kinds]
    ids += [one.item.id for one in originals.values() if isinstance(one.item, OrderKind)]
    known = frozenset(present.kinds)
    return {item_id: kind_id(item_id, pack.head.id, known, others) for item_id in ids}


def _told(
    pack: Pack, new: Mapping[str, Item], originals: Mapping[str, Original], zone: ZoneInfo
) -> tuple[Difference, ...]:
    """What is told: what is different, and what is a must-read only now. Of a first arrival its must-reads alone."""
    old = {key: one.item for key, one in originals.items() if one.withdrawn_at is None}
    was_read = frozenset(key for key, one in originals.items() if one.is_must_read and key in old)
    asked = pack.must_read - was_read
    now = {key: item for key, item in new.items() if key in asked or (originals and old.get(key) is not item)}
    was = {key: item for key, item in old.items() if key not in new or key in now}
    touched = was.keys() | now.keys()
    if not touched:
        return ()
    told = differences(_some(pack.head, old, was, was_read), _some(pack.head, new, now, pack.must_read), zone)
    return tuple(_told_plainly(one) for one in told if one.item_id in touched)


def _told_plainly(one: Difference) -> Difference:
    """A difference without the mark of a must-read, unless that is all there is: whoever reads it sees the mark."""
    changes = tuple(change for change in one.changes if change.field != "must_read")
    return replace(one, changes=changes) if changes else one


def _some(head: PackHead, all_of_it: Mapping[str, Item], wanted: Mapping[str, Item], must_read: frozenset[str]) -> Pack:
    """A pack of some phrases and all else: entries lend each other their names."""
    entries = tuple(one for one in all_of_it.values() if not isinstance(one, (Phrase, OrderKind)))
    kinds = tuple(one for one in all_of_it.values() if isinstance(one, OrderKind))
    return Pack(head, tuple(one for one in wanted.values() if isinstance(one, Phrase)), entries, kinds, must_read)


def _is_kept(item_id: str, new: Mapping[str, Item], present: Present) -> bool:
    return item_id in new or item_id in present.phrases or present.sheet.get(item_id) is not None


def kinds_met(plan: PackPlan, kinds: Mapping[str, OrderKind]) -> tuple[dict[str, OrderKind], tuple[str, ...]]:
    """The shop's kinds of orders as they will be, by id, and the ids of those that go."""
    met, gone = dict(kinds), []
    for meeting in plan.of(OrderKind):
        target = plan.targets[meeting.item_id]
        later = meeting.of_kind(kinds.get(target))
        if later is not None:
            met[target] = replace(later, id=target)
        elif target in met:
            del met[target]
            gone.append(target)
    return met, tuple(gone)
