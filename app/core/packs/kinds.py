"""What makes a kind of orders in a pack a valid one.

The rule: everything that is wrong is told at once, each at its field (`steps.1.after`, counted from 0).
"""

import re
from collections.abc import Iterator
from datetime import timedelta

from app.core.orders.kinds import OrderKind, Step
from app.core.phrases.phrase import MAX_CODE, MAX_TITLE
from app.core.sheet.entries import Fault
from app.core.sheet.entry_tidying import texts

MAX_LENGTH = timedelta(days=365)
_SURROGATE = re.compile("[\ud800-\udfff]")


def faults_of_kind(kind: OrderKind) -> Iterator[Fault]:
    """What is wrong with a kind."""
    if not kind.name.strip():
        yield Fault("name", "empty")
    if kind.closes_after is not None:
        yield from _length("closes_after", kind.closes_after, is_above_zero=True)
    seen: set[str] = set()
    for number, step in enumerate(kind.steps):
        if not step.id or step.id in seen:
            yield Fault(f"steps.{number}.id", "taken" if step.id else "empty")
        seen.add(step.id)
        yield from _step(f"steps.{number}", step)
    for field, text in texts(kind):
        if len(text) > (MAX_CODE if field.endswith(".code") else MAX_TITLE):
            yield Fault(field, "too_long", (str(MAX_CODE if field.endswith(".code") else MAX_TITLE),))
        if "\x00" in text:
            yield Fault(field, "has_nul")
        if _SURROGATE.search(text):
            yield Fault(field, "has_surrogate")


def _step(field: str, step: Step) -> Iterator[Fault]:
    if not step.name.strip():
        yield Fault(f"{field}.name", "empty")
    if (step.after is None) is (step.before is None):
        yield Fault(f"{field}.after", "not_one_moment")
    for name, length in (("after", step.after), ("before", step.before)):
        if length is not None:
            yield from _length(f"{field}.{name}", length)
    if any(letter.isspace() for letter in step.code):
        yield Fault(f"{field}.code", "has_space", (step.code,))


def _length(field: str, length: timedelta, *, is_above_zero: bool = False) -> Iterator[Fault]:
    if length < timedelta():
        yield Fault(field, "negative")
    elif is_above_zero and not length:
        yield Fault(field, "not_above_zero_time")
    elif length > MAX_LENGTH:
        yield Fault(field, "too_big", (f"{MAX_LENGTH.days} d",))
