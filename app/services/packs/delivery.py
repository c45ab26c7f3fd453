"""The last step of taking a pack over: what one transaction stores, and who is told after it.

The rule: what the agent changed since the plan was made meets the pack again, thing by thing; nothing is planned twice.
"""

from collections.abc import Iterable

from app.core.changes import Changed, Kind
from app.core.orders.kinds import OrderKind
from app.core.packs.meetings import Meeting
from app.core.packs.plan import PackPlan, entries_met, kinds_met
from app.core.packs.sources import Delivery, Original, PackSource
from app.core.phrases.phrase import Phrase
from app.core.sheet.sheet import Entry
from app.services.packs.news import KEPT, PackNews
from app.services.packs.things import Ready, Things


def delivery_of(ready: Ready, source: PackSource, things: Things, news: PackNews) -> Delivery:
    """What is to be stored of a pack that is ready; `source` as it will be."""
    plan, originals = ready.plan, dict(ready.originals)
    phrases = _phrases(plan, things, originals)
    entries = _entries(plan, things, originals)
    kinds, kinds_gone = _kinds(plan, things, originals)
    told, told_gone = news.made(source, plan.told, plan.count)
    there = {one.item_id for one in plan.meetings if one.new is not None or _is_there(one, things)}
    return Delivery(
        (source,),
        tuple(phrases),
        tuple(entries),
        things.sheet.ledger.told_by(entries, source.pack_id) if entries else (),
        kinds,
        tuple(one for key, one in originals.items() if key in there),
        told,
        kinds_gone=kinds_gone,
        originals_gone=(*plan.forgotten, *(key for key in originals if key not in there)),
        news_gone=told_gone,
        news_before=plan.present.now - KEPT,
    )


def tell(ready: Ready, delivery: Delivery, things: Things) -> Changed:
    """Have everything in memory know what was stored."""
    meetings = {one.item_id: one for one in ready.plan.meetings}
    now = ready.plan.present.now
    is_indexed = ready.index is not None and things.search is not None

    def phrase(former: Phrase) -> Phrase:
        return meetings[former.id].of_phrase(former, now) or former

    def entry(former: Entry) -> Entry:
        return meetings[former.id].of_entry(former, now) or former

    things.library.ledger.delivered(delivery.phrases, meetings.keys(), phrase, is_told=not is_indexed)
    if is_indexed:
        _search_anew(ready, things)
    things.sheet.ledger.delivered(delivery.entries, delivery.changes, meetings.keys(), entry)
    if delivery.kinds or delivery.kinds_gone:
        things.kinds_stored()
    return changed_by(delivery)


def changed_by(delivery: Delivery) -> Changed:
    """The kinds of data that a delivery changes."""
    kinds: Iterable[tuple[object, Kind]] = (
        (delivery.phrases, Kind.PHRASES),
        (delivery.entries, Kind.SHEET),
        (delivery.changes, Kind.CHANGES),
        (delivery.kinds or delivery.kinds_gone, Kind.ORDERS),
    )
    return frozenset(kind for something, kind in kinds if something)


def _phrases(plan: PackPlan, things: Things, originals: dict[str, Original]) -> list[Phrase]:
    shelf, before, put = things.library.shelf, plan.present.phrases, []
    for meeting in plan.of(Phrase):
        key = meeting.item_id
        own, later = shelf.get(key), plan.phrases.get(key)
        if own is not before.get(key):
            later = meeting.of_phrase(own, plan.present.now)
            originals[key] = meeting.original(later, plan.present.now)
        if later is not None and later != own:
            put.append(later)
    return put


def _entries(plan: PackPlan, things: Things, originals: dict[str, Original]) -> list[Entry]:
    sheet, later = things.sheet.sheet, plan.entries
    if sheet is not plan.present.sheet:
        later = entries_met(plan, sheet)
        for meeting in plan.meetings:
            if not isinstance(meeting.base, (Phrase, OrderKind)):
                originals[meeting.item_id] = meeting.original(later.get(meeting.item_id), plan.present.now)
    return [entry for key, entry in later.items() if sheet.get(key) != entry]


def _kinds(
    plan: PackPlan, things: Things, originals: dict[str, Original]
) -> tuple[tuple[OrderKind, ...], tuple[str, ...]]:
    """All kinds as they will be, where one is different: stored alone it would push out the defaults."""
    if not plan.targets:
        return (), ()
    kinds = {kind.id: kind for kind in things.kinds()}
    met, gone = kinds_met(plan, kinds)
    for meeting in plan.of(OrderKind):
        own = met.get(plan.targets[meeting.item_id])
        originals[meeting.item_id] = meeting.original(own, plan.present.now)
    return (tuple(met.values()), gone) if met != kinds else ((), ())


def _is_there(meeting: Meeting, things: Things) -> bool:
    """Whether a withdrawn thing is still kept, in the bin or not; else nothing is to be remembered of it."""
    if isinstance(meeting.base, Phrase):
        return meeting.item_id in things.library.shelf
    return things.sheet.get(meeting.item_id) is not None


def _search_anew(ready: Ready, things: Things) -> None:
    """Search the index that was built beforehand, brought up to date with what changed since."""
    if things.search is None:
        return
    indexed = {phrase.id: phrase for phrase in ready.indexed}
    now = {phrase.id: phrase for phrase in things.library.shelf if phrase.deleted_at is None}
    things.search.replace(ready.index)
    strays = [phrase for key, phrase in now.items() if indexed.get(key) is not phrase]
    gone = [key for key in indexed if key not in now]
    if strays or gone:
        things.search.update(strays, gone)
