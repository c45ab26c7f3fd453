"""What is wrong with the shop's kinds of orders: double names, steps that come when the order is not open."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from app.core.orders.kinds import OrderKind, Step

KindFault = tuple[str, str, timedelta | str]
"""The path of a field (`kinds.0.steps.1.length`), a rule of `refusal_words`, and what goes with it."""
_NOTHING = timedelta()


def faults(kinds: Sequence[OrderKind]) -> Iterator[KindFault]:
    """Everything that is wrong with kinds that could be read; what could not be read is missing in them."""
    if not kinds:
        yield ("kinds", "no_kind", "")
    taken: dict[str, int] = {}
    for at, kind in enumerate(kinds):
        path = f"kinds.{at}"
        if not kind.name:
            yield (f"{path}.name", "empty", "")
        for place, word in ((f"{path}.name", kind.name), *((f"{path}.words", word) for word in kind.words)):
            if word and taken.setdefault(word.casefold(), at) != at:
                yield (place, "name_twice", word)
        if kind.closes_after is not None and kind.closes_after <= _NOTHING:
            yield (f"{path}.closes_after", "length_not_above_zero", "")
        yield from _of_steps(path, kind)


def _of_steps(path: str, kind: OrderKind) -> Iterator[KindFault]:
    seen: set[tuple[str, timedelta]] = set()
    for number, step in enumerate(kind.steps):
        place = f"{path}.steps.{number}.length"
        if (step.after is None) is (step.before is None):
            yield (place, "no_step_time", "")
        elif (step.after or step.before or _NOTHING) <= _NOTHING:
            yield (place, "length_not_above_zero", "")
        elif kind.closes_after is not None and (step.after or _NOTHING) >= kind.closes_after:
            yield (place, "step_after_closing", kind.closes_after)
        elif kind.closes_after is not None and (step.before or _NOTHING) >= kind.closes_after:
            yield (place, "step_before_order", kind.closes_after)
        elif _when(step, kind) in seen:
            yield (place, "step_twice", "")
        seen.add(_when(step, kind))


def _when(step: Step, kind: OrderKind) -> tuple[str, timedelta]:
    """The moment of a step, so that two ways to say the same are the same."""
    if step.before is not None and kind.closes_after is not None:
        return ("after", kind.closes_after - step.before)
    return ("after", step.after) if step.after is not None else ("before", step.before or _NOTHING)
