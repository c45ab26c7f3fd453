"""The rows of phrases and of kinds of orders as values of ours, still without their ids.

The rule: a text is taken as it stands in its cell, line breaks and all; only what is known to be a word is trimmed.
"""

import re
from collections.abc import Iterator
from datetime import timedelta

from app.core.imports.reading import Spot
from app.core.orders.kinds import OrderKind, Step
from app.core.packs.ids import OWN_ID, made_of
from app.core.phrases.phrase import BadPhrase, Output, Phrase, Role, Stage, check
from app.core.sheet.lifetimes import Lifetime
from app.core.values import dataclass
from app.formats.packs.columns import KINDS, PHRASES, STEPS
from app.formats.packs.lengths import length
from app.formats.sheets.cells import BadCell
from app.formats.sheets.columns import OWN_ID as COLUMN
from app.formats.sheets.names import folded
from app.formats.sheets.rows import Contents, Row
from app.formats.sheets.values import RowReader, Values

_PATH = re.compile(r"\s*(?:=>|→|\s>\s|＞)\s*")
_LIFETIME = "lifetime."


@dataclass(frozen=True, slots=True)
class KindRow:
    """A kind of orders with its row and those of its reminders."""

    kind: OrderKind
    row: Row
    steps: tuple[Row, ...]

    def at(self, field: str) -> Spot:
        """The place of a field (`steps.1.after`)."""
        parts = field.split(".")
        if parts[0] == "steps" and len(parts) > 2 and parts[1].isdecimal() and int(parts[1]) < len(self.steps):
            return self.steps[int(parts[1])].at(parts[2])
        return self.row.at(field)


def phrases(found: Contents, cells: RowReader) -> Iterator[tuple[Phrase, Row]]:
    """Every phrase whose cells can be read; what is wrong with the others is told by `cells`."""
    for row in found.rows(PHRASES.key):
        values = cells.values(row)
        if values is not None:
            yield _phrase(values, row), row


def wish(phrase: Phrase) -> str:
    """The id that is made of a phrase."""
    code = next(iter(phrase.codes), "")
    return code if OWN_ID.fullmatch(code) else made_of(phrase.title or phrase.body, "t")


def kinds(found: Contents, cells: RowReader) -> Iterator[KindRow]:
    """Every kind of orders with its reminders."""
    steps: dict[str, list[Row]] = {}
    for row in found.rows(STEPS.key):
        steps.setdefault(folded(row.cells.get("kind", "")), []).append(row)
    for row in found.rows(KINDS.key):
        own = steps.pop(folded(row.cells.get("name", "")), [])
        values = cells.values(row)
        if values is None:
            continue
        read = [(step, _step(step, number, cells)) for number, step in enumerate(own, start=1)]
        made = tuple(step for _, step in read if step is not None)
        kind = OrderKind("", values["name"], values.get("words", ()), _length(row, "closes_after", cells), made)
        yield KindRow(kind, row, tuple(step_row for step_row, step in read if step is not None))
    for rows in steps.values():
        for row in rows:
            cells.tell(row.at("kind"), "unknown_kind" if row.cells.get("kind") else "needed", row.cells.get("kind", ""))


def _phrase(values: Values, row: Row) -> Phrase:
    told = {key.removeprefix(_LIFETIME): value for key, value in values.items() if key.startswith(_LIFETIME)}
    lifetime = Lifetime(**told)
    phrase = Phrase(
        id="",
        title=values.get("title", ""),
        body=row.cells.get("body", ""),
        group=_group(row.cells.get("group", "")),
        stage=Stage(values["stage"]) if values.get("stage") else None,
        role=Role(values["role"]) if values.get("role") else None,
        codes=values.get("codes", ()),
        keywords=values.get("keywords", ()),
        questions=values.get("questions", ()),
        is_pinned=bool(values.get("is_pinned")),
        output=Output(values["output"]) if values.get("output") else Output.PASTE,
        lifetime=lifetime if lifetime != Lifetime() else None,
    )
    try:
        return check(phrase)
    except BadPhrase:
        return phrase  # `errors` tells what is wrong with it


def _group(text: str) -> tuple[str, ...]:
    parts = text.split("\n") if "\n" in text else _PATH.split(text)
    return tuple(part.strip() for part in parts if part.strip())


def group_text(group: tuple[str, ...]) -> str:
    """A group as it is read back."""
    if any(_PATH.search(f" {part} ") for part in group):
        return "\n".join(group) + "\n"
    return " > ".join(group)


def _step(row: Row, number: int, cells: RowReader) -> Step | None:
    values = cells.values(row)
    if values is None:
        return None
    step_id = row.cells.get(COLUMN, "").strip() or f"step{number}"
    after, before = _length(row, "after", cells), _length(row, "before", cells)
    return Step(step_id, values["name"], after, before, values.get("code", ""))


def _length(row: Row, key: str, cells: RowReader) -> timedelta | None:
    text = row.cells.get(key, "")
    if not text.strip():
        return None
    try:
        return length(text)
    except (BadCell, OverflowError):
        cells.tell(row.at(key), "not_a_duration", text)
        return None
