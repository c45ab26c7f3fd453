"""What is asked of the search and what it answers. Light to import: the window needs these before it needs the index.

The rule: a place in a text is a pair of offsets (start, end) into the original text, never the folded one.
"""

from collections.abc import Callable
from dataclasses import field
from enum import IntEnum

from app.core.phrases.phrase import Phrase, Role, Stage
from app.core.sheet.lifetimes import Lifetime
from app.core.values import dataclass

Span = tuple[int, int]
Spans = tuple[Span, ...]


class Tier(IntEnum):
    """Why a phrase was found, the best reason first; this is the first thing hits are ordered by."""

    CODE = 0
    """Its short code was typed whole."""
    PINNED = 1
    """It is pinned and its title or a code begins with what was typed. All of an empty query's pinned ones too."""
    TITLE = 2
    KEYWORD = 3
    """A keyword, a buyer's question, or a part of a short code."""
    GROUP = 4
    BODY = 5
    TYPO = 6
    """Only with one letter or character forgiven."""
    USE = 7
    """Nothing was typed."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Which phrases are looked through. `group` means that path and everything below it.

    What is over is left out unless `is_with_over`; that is judged by `Find`, which knows the time.
    """

    stage: Stage | None = None
    role: Role | None = None
    group: tuple[str, ...] = ()
    pinned_only: bool = False
    is_with_over: bool = False

    def holds(self, phrase: Phrase) -> bool:
        """Whether a phrase belongs to it. A phrase in the bin belongs to none."""
        return (
            phrase.deleted_at is None
            and (self.stage is None or phrase.stage is self.stage)
            and (self.role is None or phrase.role is self.role)
            and phrase.group[: len(self.group)] == self.group
            and (phrase.is_pinned or not self.pinned_only)
        )


EVERYTHING = Scope()


@dataclass(frozen=True, slots=True)
class Sieve:
    """Keeps phrases of some lifetimes out or, where `is_for_them`, lets only these through. Kept while it holds: an
    index remembers the rows of the one it was asked with.
    """

    lifetimes: frozenset[Lifetime]
    is_for_them: bool = False


NO_SIEVE = Sieve(frozenset())


@dataclass(frozen=True, slots=True)
class Marks:
    """What to highlight, in offsets of the original texts, sorted and without overlap.

    `codes`, `keywords`, `questions` and `group` hold one entry for each of the phrase's texts of that name.
    """

    title: Spans = ()
    body: Spans = ()
    codes: tuple[Spans, ...] = ()
    keywords: tuple[Spans, ...] = ()
    questions: tuple[Spans, ...] = ()
    group: tuple[Spans, ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase that was found. Marks are worked out when they are asked for: few of the hits are ever seen.

    `place` orders hits of one tier, the smaller the better (`rank.Place`), and `standing` those of one place, where
    it is known already (`rank.standing`).
    """

    phrase: Phrase
    tier: Tier
    mark: Callable[[Phrase], Marks] = field(repr=False, compare=False)
    place: int = field(default=0, repr=False, compare=False)
    standing: tuple[float, int, int, str] | None = field(default=None, repr=False, compare=False)

    @property
    def marks(self) -> Marks:
        """Where it matched."""
        return self.mark(self.phrase)


@dataclass(frozen=True, slots=True)
class Near:
    """A phrase whose body is nearly a given text; `ratio` is 1.0 where only case or width differ."""

    phrase: Phrase
    ratio: float
