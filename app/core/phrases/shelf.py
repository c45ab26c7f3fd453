"""All phrases in memory: by id, by group, by code, pinned, and those in the bin.

The rule: what it gives is in the order that the agent sees; nothing in the bin is ever given as if it were in use.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from typing import TypeVar

from app.core.phrases.phrase import PERSONAL, Phrase
from app.core.values import dataclass

Group = tuple[str, ...]
_K = TypeVar("_K")


@dataclass(frozen=True, slots=True)
class Node:
    """A group with those inside it. `count` is the number of phrases in it and below; the path is outermost first."""

    path: Group
    count: int
    children: tuple["Node", ...] = ()

    @property
    def name(self) -> str:
        """The last part of the path."""
        return self.path[-1] if self.path else ""


def by_place(phrase: Phrase) -> tuple[int, str]:
    """The sort key of siblings."""
    return (phrase.position, phrase.id)


@dataclass(slots=True)
class _Branch:
    count: int = 0
    first: int = 0
    children: dict[str, "_Branch"] = field(default_factory=dict)


class Shelf:
    """The phrases of one library."""

    def __init__(self, phrases: Iterable[Phrase] = ()) -> None:
        self._phrases: dict[str, Phrase] = {}
        self._groups: dict[Group, dict[str, None]] = {}  # dicts, not sets: read in the order put, which sorts fast
        self._codes: dict[str, dict[str, None]] = {}
        self._pinned: set[str] = set()
        self._bin: set[str] = set()
        self._rows: dict[Group, list[Phrase]] = {}
        self.last_position = 0
        self.ranks: Mapping[str, int] = {}
        """Which of several phrases with one code goes first, by their sources; those without a number go last."""
        for phrase in phrases:
            self.put(phrase)

    def __len__(self) -> int:
        return len(self._phrases)

    def __contains__(self, phrase_id: object) -> bool:
        return phrase_id in self._phrases

    def __iter__(self) -> Iterator[Phrase]:
        return iter(self._phrases.values())

    def get(self, phrase_id: str) -> Phrase | None:
        """The phrase of an id, in the bin or not."""
        return self._phrases.get(phrase_id)

    def by_id(self) -> dict[str, Phrase]:
        """All phrases as they are now, for a helper thread."""
        return dict(self._phrases)

    def some(self, ids: Iterable[str]) -> list[Phrase]:
        """The phrases of ids, in that order, without those that are not there."""
        return [self._phrases[phrase_id] for phrase_id in dict.fromkeys(ids) if phrase_id in self._phrases]

    def put(self, phrase: Phrase) -> None:
        """Keep a phrase, new or in place of its former self."""
        self.remove(phrase.id)
        self._phrases[phrase.id] = phrase
        self.last_position = max(self.last_position, phrase.position)
        if phrase.deleted_at is not None:
            self._bin.add(phrase.id)
            return
        self._groups.setdefault(phrase.group, {})[phrase.id] = None
        self._rows.pop(phrase.group, None)
        for code in phrase.codes:
            self._codes.setdefault(code.casefold(), {})[phrase.id] = None
        if phrase.is_pinned:
            self._pinned.add(phrase.id)

    def remove(self, phrase_id: str) -> None:
        """Forget a phrase; one that is not there is no error."""
        phrase = self._phrases.pop(phrase_id, None)
        if phrase is None:
            return
        _drop(self._groups, phrase.group, phrase_id)
        self._rows.pop(phrase.group, None)
        for code in phrase.codes:
            _drop(self._codes, code.casefold(), phrase_id)
        for ids in (self._pinned, self._bin):
            ids.discard(phrase_id)

    def in_use(self) -> list[Phrase]:
        """Every phrase outside the bin, group by group."""
        groups = sorted(self._groups, key=self._first)
        return [phrase for group in groups for phrase in self._row(group)]

    def in_group(self, group: Group) -> list[Phrase]:
        """The phrases that lie in a group itself, in its order."""
        return list(self._row(group))

    def under(self, group: Group) -> list[Phrase]:
        """The phrases in a group and below it, group by group."""
        groups = sorted((path for path in self._groups if path[: len(group)] == group), key=self._first)
        return [phrase for path in groups for phrase in self._row(path)]

    def pinned(self) -> list[Phrase]:
        """The pinned phrases in the order of their numbers."""
        return sorted(self.some(self._pinned), key=lambda phrase: (phrase.pin_position, *by_place(phrase)))

    def with_code(self, code: str) -> list[Phrase]:
        """The phrases that a code means, whatever its case; own ones first, then by the priority of their sources."""
        last = len(self.ranks)
        found = self.some(self._codes.get(code.casefold(), ()))
        return sorted(found, key=lambda phrase: (self.ranks.get(phrase.source, last), *by_place(phrase)))

    def in_bin(self) -> list[Phrase]:
        """The phrases in the bin, the latest first."""
        phrases = [(phrase.deleted_at, phrase) for phrase in self.some(self._bin) if phrase.deleted_at is not None]
        return [phrase for _, phrase in sorted(phrases, key=lambda pair: (pair[0], pair[1].id), reverse=True)]

    def groups(self) -> tuple[Node, ...]:
        """The tree of groups, each in the order of its first phrase."""
        root = _Branch()
        for path in self._groups:
            self._grow(root, path, len(self._groups[path]), self._first(path))
        return _nodes((), root)

    def floor(self, group: Group) -> int | None:
        """The last position before the first phrase of a group: staying above it keeps the group in its place."""
        first = self._first(group)
        rows = (self._row(path) for path in self._groups)
        before = ((row, bisect_left(row, first, key=lambda phrase: phrase.position)) for row in rows)
        return max((row[at - 1].position for row, at in before if at), default=None)

    def _row(self, group: Group) -> list[Phrase]:
        """The siblings of a group in order, sorted again only after one of them has changed."""
        row = self._rows.get(group)
        if row is None:
            row = sorted((self._phrases[phrase_id] for phrase_id in self._groups.get(group, ())), key=by_place)
            self._rows[group] = row
        return row

    def _first(self, group: Group) -> int:
        row = self._row(group)
        return row[0].position if row else 0

    @staticmethod
    def _grow(root: _Branch, path: Group, count: int, first: int) -> None:
        branch = root
        for part in path:
            branch = branch.children.setdefault(part, _Branch(first=first))
            branch.count += count
            branch.first = min(branch.first, first)


def _nodes(path: Group, branch: _Branch) -> tuple[Node, ...]:
    children = sorted(branch.children.items(), key=lambda item: (item[1].first, item[0]))
    return tuple(Node((*path, name), child.count, _nodes((*path, name), child)) for name, child in children)


def _drop(where: dict[_K, dict[str, None]], key: _K, phrase_id: str) -> None:
    ids = where.get(key)
    if ids is None:
        return
    ids.pop(phrase_id, None)
    if not ids:
        del where[key]


def pictures(phrases: Iterable[Phrase]) -> frozenset[str]:
    """The files of all pictures that phrases hold."""
    return frozenset(image.file for phrase in phrases for image in phrase.images)


def siblings(phrases: Sequence[Phrase]) -> dict[str, int]:
    """The positions of phrases that stand in one row, as `places.moved` takes them."""
    return {phrase.id: phrase.position for phrase in phrases}


def copy_of(phrase: Phrase, phrase_id: str) -> Phrase:
    """A personal copy of a phrase, without what only one phrase should have: codes, hotkey, pin and use."""
    return replace(
        phrase,
        id=phrase_id,
        codes=(),
        hotkey="",
        is_pinned=False,
        pin_position=0,
        source=PERSONAL,
        use_count=0,
        last_used_at=None,
    )
