"""Which phrase a row of a foreign file means, and what becomes of it.

The rule of identity, tried in this order for all rows; a phrase is claimed by one row only:
1. the one whose text, title and group are the row's own, first those that hold the row's codes too;
2. the personal one that holds one of the row's codes;
3. the personal one with the same text.
A row that means none is new. A row whose code belongs to a phrase that it does not mean conflicts. What the agent
added (further codes, keywords, questions, pins, hotkeys) is never taken away. Phrases in the bin are left alone.
A row of a pack means the phrase of its own id and no other, so a pack never touches a personal phrase.
Because equal rows mean the same phrase, importing a file again changes nothing.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from app.core.imports.plan import Choices, Conflict, Fate, Plan, Row
from app.core.imports.reading import BadFile, Found, Group, Problem, Reading, Reason, Severity, Spot
from app.core.imports.rows import Draft, tidy
from app.core.phrases.phrase import PERSONAL, Phrase, check
from app.core.phrases.places import STEP
from app.core.sheet.sheet import EMPTY, Sheet


def plan(
    readings: Sequence[Reading],
    existing: Iterable[Phrase],
    choices: Choices,
    new_id: Callable[[], str],
    bad: tuple[BadFile, ...] = (),
    sheet: Sheet = EMPTY,
) -> Plan:
    """Work out the fate of every row of the files, in their order. `existing` are all phrases, in order.

    `sheet` gives the activities that a row may be bound to by their names.
    """
    phrases = [phrase for phrase in existing if phrase.deleted_at is None]
    rows = [row for reading in readings for row in _rows(reading, choices, new_id, sheet)]
    drafts = [row for row in rows if isinstance(row, Draft)]
    meant = _claims([draft for draft in drafts if not draft.is_copy], phrases)
    fates = _Fates(phrases, choices)
    done = tuple(row if isinstance(row, Row) else fates.of(row, meant.get(row.phrase.id)) for row in rows)
    whole = tuple(problem for reading in readings for problem in reading.problems if not problem.spot.line)
    return Plan(done, whole, bad, {reading.file: reading.format for reading in readings})


def suggest_groups(wanted: Iterable[Group], existing: Iterable[Group]) -> Mapping[Group, Group]:
    """Which of our groups each group of a file most likely is: the same path, else the same name, else itself."""
    paths: dict[Group, Group] = {}
    names: dict[str, Group] = {}
    for group in existing:
        paths.setdefault(_folded(group), group)
        names.setdefault("".join(_folded(group[-1:])), group)
    suggested: dict[Group, Group] = {}
    for group in wanted:
        by_name = names.get(_folded(group)[0]) if len(group) == 1 else None
        suggested[group] = paths.get(_folded(group)) or by_name or group
    return suggested


def _folded(group: Group) -> Group:
    return tuple("".join(part.split()).casefold() for part in group)


def _rows(reading: Reading, choices: Choices, new_id: Callable[[], str], sheet: Sheet) -> Iterator[Draft | Row]:
    """The rows of a file in its order: drafts, and those that are out already."""
    problems: dict[tuple[str, int], list[Problem]] = {}
    for problem in reading.problems:
        if problem.spot.line:
            problems.setdefault((problem.spot.sheet, problem.spot.line), []).append(problem)
    seen: dict[tuple[object, ...], Spot] = {}
    out: list[tuple[Spot, Draft | Row]] = []
    for found in reading.found:
        told = problems.pop((found.spot.sheet, found.spot.line), [])
        out.append((found.spot, _row(found, told, choices, partial(tidy, new_id=new_id, sheet=sheet), seen)))
    for rest in problems.values():
        out.append((rest[0].spot, Row(Fate.UNSUPPORTED, rest[0].spot, problems=tuple(rest))))
    sheets = {name: index for index, name in enumerate(dict.fromkeys(spot.sheet for spot, _ in out))}
    return (row for _, row in sorted(out, key=lambda pair: (sheets[pair[0].sheet], pair[0].line)))


def _row(
    found: Found,
    told: list[Problem],
    choices: Choices,
    made: Callable[[Found, list[Problem]], Draft | Row],
    seen: dict[tuple[object, ...], Spot],
) -> Draft | Row:
    group = choices.groups.get(found.group, found.group)
    if group is None:
        problem = Problem(found.spot, Reason.LEFT_OUT)
        return Row(Fate.LEFT_OUT, found.spot, found.title, problems=(*told, problem))
    draft = made(replace(found, group=group), told)
    if isinstance(draft, Row):
        return draft
    first = seen.setdefault(draft.content, found.spot)
    if first is found.spot:
        return draft
    place = " · ".join(part for part in (first.sheet, str(first.line)) if part)
    copy = Problem(found.spot, Reason.DUPLICATE, Severity.HINT, (place,))
    return replace(draft, is_copy=True, problems=(*draft.problems, copy))


Keys = list[object]


def _alike(phrase: Phrase) -> list[tuple[object, ...]]:
    """A file without titles or groups says nothing about them, so a phrase is also known without either."""
    body = phrase.body.strip()
    return [(title, body, group) for title in (phrase.title, None) for group in (phrase.group, None)]


def _whole(phrase: Phrase) -> tuple[object, ...]:
    """All that a file may say of a phrase, a code that was taken from it by another one among its keywords."""
    words = frozenset(phrase.codes + phrase.keywords)
    return (phrase.title, phrase.body.strip(), phrase.group, words)


_PASSES: tuple[tuple[Callable[[Draft], Keys], Callable[[Phrase], Keys]], ...] = (
    (lambda row: [(_whole(row.phrase), row.phrase.codes)], lambda own: [(_whole(own), own.codes)]),
    (lambda row: [_whole(row.phrase)], lambda own: [_whole(own)]),
    (
        lambda row: [(row.alike, frozenset(row.phrase.codes))],
        lambda own: [(key, frozenset(own.codes)) for key in _alike(own)],
    ),
    (
        lambda row: [(code, row.text) for code in row.phrase.codes],
        lambda own: [(code, own.body.strip()) for code in own.codes],
    ),
    (lambda row: [row.alike], lambda own: [*_alike(own)] if own.source == PERSONAL else []),
    (lambda row: [*row.phrase.codes], lambda own: [*own.codes] if own.source == PERSONAL else []),
    (lambda row: [row.text], lambda own: [own.body.strip()] if own.source == PERSONAL else []),
)
"""By what a row knows its phrase, the surest first: keys of the row, keys of a phrase."""


def _claims(drafts: Sequence[Draft], phrases: Sequence[Phrase]) -> Mapping[str, Phrase]:
    """The phrase that each draft means, by the draft's id."""
    by_id = {phrase.id: phrase for phrase in phrases if phrase.source != PERSONAL}
    meant = {draft.phrase.id: by_id[draft.phrase.id] for draft in drafts if draft.phrase.id in by_id}
    claimed = {phrase.id for phrase in meant.values()}
    drafts = [draft for draft in drafts if draft.phrase.source == PERSONAL]
    for of_row, of_phrase in _PASSES:
        known: dict[object, list[Phrase]] = {}
        for phrase in reversed(phrases):
            for key in of_phrase(phrase):
                known.setdefault(key, []).append(phrase)
        for draft in drafts:
            if draft.phrase.id in meant:
                continue
            own = _first_free((known.get(key, []) for key in of_row(draft)), claimed)
            if own:
                meant[draft.phrase.id] = own
                claimed.add(own.id)
    return meant


def _first_free(candidates: Iterable[list[Phrase]], claimed: set[str]) -> Phrase | None:
    for phrases in candidates:
        while phrases and phrases[-1].id in claimed:
            phrases.pop()
        if phrases:
            return phrases[-1]
    return None


class _Fates:
    """Decides row by row, knowing which codes and positions are in use by then."""

    def __init__(self, phrases: Sequence[Phrase], choices: Choices) -> None:
        self._choices = choices
        self._owners: dict[str, str] = {}
        self._packed: set[str] = set()
        self._last = 0
        self._last_pin = 0
        for phrase in phrases:
            self._note(phrase)

    def _note(self, phrase: Phrase) -> None:
        for code in phrase.codes:
            self._owners.setdefault(code, phrase.id)
        self._last = max(self._last, phrase.position)
        self._last_pin = max(self._last_pin, phrase.pin_position)

    def of(self, draft: Draft, before: Phrase | None) -> Row:
        """The fate of a draft that means `before`, or none of our phrases."""
        is_again = draft.phrase.id in self._packed
        if draft.phrase.source != PERSONAL:
            self._packed.add(draft.phrase.id)
        if draft.is_copy or is_again or (before and before.source != draft.phrase.source):
            return Row(Fate.SAME, draft.spot, draft.phrase.title, None, before, draft.problems)
        owner = before.id if before else draft.phrase.id
        taken = tuple(code for code in draft.phrase.codes if self._owners.get(code, owner) != owner)
        phrase = self._updated(before, draft, taken) if before else self._added(draft, taken)
        problems = draft.problems
        if taken:
            problems += (Problem(draft.spot, Reason.CODE_TAKEN, Severity.UNSUPPORTED, taken),)
        if phrase == before:
            return Row(Fate.SAME, draft.spot, draft.phrase.title, None, before, problems)
        fate = Fate.CONFLICTING if taken else Fate.CHANGED if before else Fate.NEW
        is_kept = self._choices.conflicts is Conflict.WITHOUT_CODE or not taken
        is_kept = is_kept and (self._choices.is_updating or not before)
        if is_kept:
            self._note(phrase)
        return Row(fate, draft.spot, phrase.title, phrase if is_kept else None, before, problems)

    def _added(self, draft: Draft, taken: tuple[str, ...]) -> Phrase:
        phrase = _without(draft.phrase, taken)
        pin_position = self._last_pin + STEP if phrase.is_pinned else 0
        return replace(phrase, position=self._last + STEP, pin_position=pin_position)

    def _updated(self, before: Phrase, draft: Draft, taken: tuple[str, ...]) -> Phrase:
        row = _without(draft.phrase, taken)
        keeps_title = not draft.has_title and before.title != check(replace(before, title="")).title
        return check(
            replace(
                before,
                title=before.title if keeps_title else row.title,
                body=row.body,
                group=row.group or before.group,
                stage=row.stage or before.stage,
                role=row.role or before.role,
                codes=before.codes + row.codes,
                keywords=before.keywords + row.keywords,
                questions=before.questions + row.questions,
                lifetime=row.lifetime or before.lifetime,
            )
        )


def _without(phrase: Phrase, taken: tuple[str, ...]) -> Phrase:
    """A code that belongs to another phrase still finds this one, as a keyword."""
    if not taken:
        return phrase
    codes = tuple(code for code in phrase.codes if code not in taken)
    return check(replace(phrase, codes=codes, keywords=phrase.keywords + taken))
