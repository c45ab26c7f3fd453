"""What becomes of the phrases of a group that gets another name, or that of a group that there is already.

The rule: what lies in groups inside it comes along, and so does what lies in the bin; what comes into a group that
there is stands behind what was there.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.core.phrases import places
from app.core.phrases.phrase import Phrase, check
from app.core.phrases.shelf import Group, Shelf, siblings
from app.core.values import dataclass


@dataclass(frozen=True, slots=True)
class Regrouped:
    """The phrases as they are to be: those in use, and those in the bin. `is_joining`: there is such a group."""

    phrases: tuple[Phrase, ...]
    binned: tuple[Phrase, ...]
    is_joining: bool


def regrouped(shelf: Shelf, group: Group, name: Group) -> Regrouped:
    """A group and all below it under another name. Raises `BadPhrase` where a path becomes too deep."""
    found = shelf.under(group)
    own = {phrase.id for phrase in found}
    there = [phrase for phrase in shelf.under(name) if phrase.id not in own]
    binned = (phrase for phrase in shelf.in_bin() if _lies_in(phrase.group, group))
    return Regrouped(
        tuple(_placed(shelf, [check(_in(phrase, group, name)) for phrase in found], own)),
        tuple(check(_in(phrase, group, name)) for phrase in binned),
        bool(there),
    )


def _in(phrase: Phrase, group: Group, name: Group) -> Phrase:
    return replace(phrase, group=(*name, *phrase.group[len(group) :]))


def _lies_in(path: Group, group: Group) -> bool:
    return path[: len(group)] == group


def _placed(shelf: Shelf, phrases: Sequence[Phrase], own: set[str]) -> Iterator[Phrase]:
    """In the order they had; in a group where others lie, behind those."""
    by_group: dict[Group, list[Phrase]] = {}
    for phrase in phrases:
        by_group.setdefault(phrase.group, []).append(phrase)
    for path, coming in by_group.items():
        there = [phrase for phrase in shelf.in_group(path) if phrase.id not in own]
        position = places.moved(siblings(there), [phrase.id for phrase in coming]) if there else {}
        yield from (replace(phrase, position=position.get(phrase.id, phrase.position)) for phrase in coming)
