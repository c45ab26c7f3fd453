"""What is different between two publications of a pack, thing by thing and in words.

The rule: a thing is told apart by its id, never by its place; what only orders the things is told of nobody.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

from app.core.clockwork.moments import written
from app.core.orders.kinds import OrderKind, Step
from app.core.packs.marks import Mark, Run, marked
from app.core.packs.pack import Difference, Fate, FieldChange, Item, Pack, name_of, noun_of
from app.core.phrases.phrase import Image, Phrase
from app.core.sheet.differences import NO, YES, Differences, split_field
from app.core.sheet.entries import Fact
from app.core.sheet.lifetimes import Lifetime
from app.core.sheet.sheet import Entry, Sheet

__all__ = ["FIELDS", "Mark", "Run", "changes", "differences", "marked", "split"]

FIELDS: tuple[str, ...] = (
    *("title", "body", "group", "stage", "role", "codes", "keywords", "questions", "is_pinned", "output", "images"),
    *("lifetime", "words", "closes_after", "steps", "picture", "must_read"),
)
"""The fields that are told besides those of `app.core.sheet.differences.FIELDS`. A list's texts stand one a line."""


def differences(old: Pack | None, new: Pack, zone: ZoneInfo) -> tuple[Difference, ...]:
    """Everything that became of the things of a pack: new and changed ones in the pack's order, then the withdrawn.

    Without an old pack everything is new.
    """
    before = old.items() if old else {}
    after = new.items()
    words = _Words(zone, Sheet.of([*(old.entries if old else ()), *new.entries]))
    was_read = old.must_read if old else frozenset()
    told = [_difference(before.get(item_id), item, words, was_read, new.must_read) for item_id, item in after.items()]
    gone = (
        Difference(item.id, noun_of(item), name_of(item), Fate.WITHDRAWN)
        for item_id, item in before.items()
        if item_id not in after
    )
    return (*(each for each in told if each), *gone)


def changes(old: Item, new: Item, zone: ZoneInfo, sheet: Sheet) -> tuple[FieldChange, ...]:
    """The fields of one thing that are different; `sheet` knows what activities and products are called."""
    return tuple(_Words(zone, sheet).changes(old, new))


def split(field: str) -> tuple[str, str]:
    """A field of a change as one of `FIELDS` (here or of the cheat-sheet's) and the name of the row it is of."""
    known = max((one for one in FIELDS if field == one or field.startswith(f"{one}.")), key=len, default="")
    return (known, field[len(known) + 1 :]) if known else split_field(field)


def _difference(
    old: Item | None, new: Item, words: "_Words", was_read: frozenset[str], must_read: frozenset[str]
) -> Difference | None:
    is_must_read = new.id in must_read
    if old is None or noun_of(old) is not noun_of(new):
        return Difference(new.id, noun_of(new), name_of(new), Fate.ADDED, is_must_read=is_must_read)
    told = tuple(words.changes(old, new))
    if is_must_read and old.id not in was_read:
        told = (*told, FieldChange("must_read", NO, YES))
    if not told:
        return None
    return Difference(new.id, noun_of(new), name_of(new), Fate.CHANGED, told, is_must_read)


class _Words:
    """Compares two states of a thing in the words of a shop."""

    def __init__(self, zone: ZoneInfo, sheet: Sheet) -> None:
        self._zone = zone
        self._sheet = sheet
        self._entries = Differences(zone, sheet)

    def changes(self, old: Item, new: Item) -> Iterator[FieldChange]:
        """The fields that are different."""
        if old == new or noun_of(old) is not noun_of(new):
            return
        if isinstance(old, Phrase) and isinstance(new, Phrase):
            yield from _between(_PHRASE, old, new)
            yield from _told("lifetime", self._lifetime(old.lifetime), self._lifetime(new.lifetime))
        elif isinstance(old, OrderKind) and isinstance(new, OrderKind):
            yield from _kind(old, new)
        elif not isinstance(old, Phrase | OrderKind) and not isinstance(new, Phrase | OrderKind):
            yield from self._entry(old, new)

    def _entry(self, old: Entry, new: Entry) -> Iterator[FieldChange]:
        for each in self._entries.between(replace(old, deleted_at=None), replace(new, deleted_at=None)):
            yield FieldChange(each.field, each.old, each.new)
        for field in ("codes", "keywords"):
            yield from _told(field, _lines(getattr(old, field, ())), _lines(getattr(new, field, ())))
        if isinstance(old, Fact) and isinstance(new, Fact):
            yield from _told("stage", *(fact.stage.value if fact.stage else "" for fact in (old, new)))
        pictures = [getattr(entry, "picture", None) for entry in (old, new)]
        yield from _told("picture", *(_pictures((each,) if each else ()) for each in pictures))

    def _lifetime(self, lifetime: Lifetime | None) -> str:
        if lifetime is None:
            return ""
        ends = (written(at, self._zone) if at else "" for at in (lifetime.from_at, lifetime.until_at))
        span = " – ".join(ends).strip() if lifetime.from_at or lifetime.until_at else ""
        activity = self._sheet.activities.get(lifetime.activity_id)
        phase = activity.phase(lifetime.phase_id) if activity else None
        names = (
            activity.name if activity else lifetime.activity_id,
            phase.name if phase else lifetime.phase_id,
        )
        return " · ".join(text for text in (span, *names) if text)


def _told(field: str, old: str, new: str) -> Iterator[FieldChange]:
    if old != new:
        yield FieldChange(field, old, new)


def _between(readers: Mapping[str, Callable[[Phrase], str]], old: Phrase, new: Phrase) -> Iterator[FieldChange]:
    for field, read in readers.items():
        yield from _told(field, read(old), read(new))


def _lines(texts: tuple[str, ...]) -> str:
    return "\n".join(texts)


def _pictures(images: tuple[Image, ...]) -> str:
    return "\n".join(f"{image.file} ({image.place.value})" for image in images)


_PHRASE: Mapping[str, Callable[[Phrase], str]] = {
    "title": lambda phrase: phrase.title,
    "body": lambda phrase: phrase.body,
    "group": lambda phrase: " / ".join(phrase.group),
    "stage": lambda phrase: phrase.stage.value if phrase.stage else "",
    "role": lambda phrase: phrase.role.value if phrase.role else "",
    "codes": lambda phrase: _lines(phrase.codes),
    "keywords": lambda phrase: _lines(phrase.keywords),
    "questions": lambda phrase: _lines(phrase.questions),
    "is_pinned": lambda phrase: YES if phrase.is_pinned else NO,
    "output": lambda phrase: phrase.output.value,
    "images": lambda phrase: _pictures(phrase.images),
}


def _kind(old: OrderKind, new: OrderKind) -> Iterator[FieldChange]:
    yield from _told("name", old.name, new.name)
    yield from _told("words", _lines(old.words), _lines(new.words))
    yield from _told("closes_after", _length(old.closes_after), _length(new.closes_after))
    before, after = ({step.id: step for step in kind.steps} for kind in (old, new))
    for step_id in {**before, **after}:
        was, now = before.get(step_id), after.get(step_id)
        name = now.name if now else was.name if was else step_id
        yield from _told(f"steps.{name}", _step(was), _step(now))


def _step(step: Step | None) -> str:
    if step is None:
        return ""
    moment = f"+ {_length(step.after)}" if step.after is not None else f"− {_length(step.before)}"
    return " · ".join(text for text in (step.name, moment, step.code) if text)


def _length(length: timedelta | None) -> str:
    """A length of time as a clock would count it: 30:00 are thirty minutes, 72:00:00 three days."""
    if length is None:
        return ""
    seconds = int(length.total_seconds())
    hours, minutes = divmod(seconds // 60, 60)
    return f"{hours}:{minutes:02}:{seconds % 60:02}"
