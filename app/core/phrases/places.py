"""Positions of things that an agent drags about: whole numbers with gaps between them.

The rule: a move changes as few positions as it can; only where a gap is used up do neighbours give way.
"""

from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise

STEP = 1024
"""The gap left between two things that are put down one after the other."""


def moved(
    order: Mapping[str, int], moving: Sequence[str], before: str | None = None, floor: int | None = None
) -> Mapping[str, int]:
    """The positions that change so that `moving` stand, in that order, before `before` (None: at the end).

    `order` holds the siblings as they stand now, first to last; a name of `moving` that it lacks is a new one. The
    positions given stay above `floor`.
    """
    names = set(moving)
    rest = [name for name in order if name not in names]
    at = _index(list(order), names, before)
    after = [*rest[:at], *moving, *rest[at:]]
    if after == list(order) and _is_rising([order[name] for name in after]):
        return {}
    start, stop = at, at + len(moving)
    while not _fits(order, after, start, stop, floor):
        if ((stop - start) % 2 and stop < len(after)) or start == 0:
            stop += 1
        else:
            start -= 1
    places = _spread(*_bounds(order, after, start, stop, floor), stop - start)
    return {name: place for name, place in zip(after[start:stop], places, strict=True) if order.get(name) != place}


def at_end(last: int, names: Collection[str]) -> Mapping[str, int]:
    """Positions for things put down after `last`, in the order given."""
    return {name: last + STEP * number for number, name in enumerate(names, start=1)}


def _index(order: Sequence[str], moving: Collection[str], before: str | None) -> int:
    """Where among the rest the moved ones go; before one of themselves means before what stands after it."""
    if before is None or before not in order:
        return sum(name not in moving for name in order)
    return sum(name not in moving for name in order[: order.index(before)])


def _is_rising(places: Sequence[int]) -> bool:
    return all(left < right for left, right in pairwise(places))


def _bounds(
    order: Mapping[str, int], after: Sequence[str], start: int, stop: int, floor: int | None
) -> tuple[int | None, int | None]:
    left = order[after[start - 1]] if start else floor
    right = order[after[stop]] if stop < len(after) else None
    return left, right


def _fits(order: Mapping[str, int], after: Sequence[str], start: int, stop: int, floor: int | None) -> bool:
    left, right = _bounds(order, after, start, stop, floor)
    return left is None or right is None or right - left > stop - start


def _spread(left: int | None, right: int | None, count: int) -> list[int]:
    if right is None:
        return [(left or 0) + STEP * number for number in range(1, count + 1)]
    if left is None:
        return [right - STEP * number for number in range(count, 0, -1)]
    return [left + (right - left) * number // (count + 1) for number in range(1, count + 1)]
