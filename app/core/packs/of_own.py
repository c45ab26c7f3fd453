"""A pack made of what this PC holds: phrases that a lead wrote in the program, with the cheat-sheet and order kinds.

The rule: only what is the shop's own goes out: nothing that came from a pack, nothing personal (uses, hotkeys, sending
by itself), and no kind of order that every program has anyway.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import Any

from app.core.orders.kinds import DEFAULTS, OrderKind
from app.core.packs.ids import OWN_ID, ids_of, made_of, renamed, whole
from app.core.packs.lead_choices import LeadChoices
from app.core.packs.pack import Item, Pack, PackHead
from app.core.packs.rules import images_of
from app.core.phrases.phrase import Phrase
from app.core.phrases.places import STEP
from app.core.sheet.activities import Activity
from app.core.sheet.entries import SAMPLE
from app.core.sheet.sheet import Entry
from app.core.values import dataclass


@dataclass(frozen=True, slots=True)
class OwnThings:
    """What this PC holds outside the bin, as it was at one moment. `pack_ids` are the packs it is subscribed to."""

    phrases: tuple[Phrase, ...] = ()
    entries: tuple[Entry, ...] = ()
    kinds: tuple[OrderKind, ...] = ()
    pack_ids: frozenset[str] = frozenset()


def own_phrases(things: OwnThings) -> tuple[Phrase, ...]:
    """The phrases that no subscription brought; those of a file that was imported once are the shop's own."""
    return tuple(phrase for phrase in things.phrases if phrase.source not in things.pack_ids)


def chosen(things: OwnThings, choices: LeadChoices) -> tuple[Item, ...]:
    """What of it a lead wants to publish."""
    groups = frozenset(choices.groups)
    phrases = [phrase for phrase in own_phrases(things) if phrase.group in groups]
    others = things.pack_ids | {SAMPLE}
    entries = [each for each in things.entries if each.source not in others and _is_wanted(each, choices)]
    kinds = [kind for kind in things.kinds if "/" not in kind.id and replace(kind, position=0) not in _USUAL]
    return (*(kinds if choices.has_kinds else ()), *entries, *phrases)


def samples(things: OwnThings, choices: LeadChoices) -> int:
    """How many entries stay out that would go out if they were not the sample's."""
    return sum(each.source == SAMPLE and _is_wanted(each, choices) for each in things.entries)


def pictures_of(items: Iterable[Item]) -> frozenset[str]:
    """The names of all pictures that go with them."""
    return frozenset(image.file for item in items if not isinstance(item, OrderKind) for image in images_of(item))


def pack_of_own(choices: LeadChoices, items: Collection[Item], images: Mapping[str, bytes], language: str) -> Pack:
    """The pack. The same thing has the same id in every publication."""
    pack_id = choices.pack_id
    known = set(ids_of(items))

    def thing(item_id: str) -> str:
        return whole(_own(item_id), pack_id) if item_id in known else item_id

    made: list[Any] = [
        _without_habits(renamed(item, thing, lambda phase_id: whole(_own(phase_id), pack_id)), pack_id, number)
        for number, item in enumerate(items, start=1)
    ]
    return Pack(
        PackHead(pack_id, choices.pack_name, publisher=choices.publisher, language=language),
        tuple(each for each in made if isinstance(each, Phrase)),
        tuple(each for each in made if not isinstance(each, Phrase | OrderKind)),
        tuple(each for each in made if isinstance(each, OrderKind)),
        images={name: images[name] for name in sorted(pictures_of(items)) if name in images},
    )


_USUAL = frozenset(replace(kind, position=0) for kind in DEFAULTS)


def _own(item_id: str) -> str:
    return item_id if OWN_ID.fullmatch(item_id) else made_of(item_id, "x")


def _is_wanted(entry: Entry, choices: LeadChoices) -> bool:
    return choices.has_activities if isinstance(entry, Activity) else choices.has_products


def _without_habits(item: Any, pack_id: str, number: int) -> Any:
    """A thing as a pack holds it: how one agent uses it is nobody else's."""
    if isinstance(item, OrderKind):
        return replace(item, position=number)
    placed = replace(item, source=pack_id, position=STEP * number, deleted_at=None)
    if not isinstance(item, Phrase):
        return placed
    return replace(placed, use_count=0, last_used_at=None, hotkey="", is_sent=False, pin_position=0)
