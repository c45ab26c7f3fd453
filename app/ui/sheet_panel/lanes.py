"""An activity as a lane of the timeline: where its phases lie, which one is on and what is awaited next.

The rule: everything is worked out from `now`; a short phase keeps a width that can be seen, so the
bar is not to scale.
"""

from collections.abc import Iterable
from datetime import datetime
from enum import Enum
from itertools import pairwise

from app.core.sheet.activities import Activity, Phase, PhaseKind
from app.core.values import dataclass

LEAST = 0.13
"""The least share of the bar for a span between two moments of phases; with many spans it is less."""


class Standing(Enum):
    """Where a moment stands to an activity; `UNDATED` has no phases."""

    RUNNING = "running"
    COMING = "coming"
    UNDATED = "undated"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Segment:
    """A phase on the bar, from 0 to 1."""

    phase: Phase
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Awaited:
    """What comes next: a phase that begins (`is_start`) or one that ends."""

    phase: Phase
    at: datetime
    is_start: bool


@dataclass(frozen=True, slots=True)
class Lane:
    """An activity as it stands at a moment. `current` is the phase that is on, an extra window before the sale."""

    activity: Activity
    standing: Standing
    current: Phase | None = None
    awaited: Awaited | None = None
    segments: tuple[Segment, ...] = ()

    @property
    def is_live(self) -> bool:
        """Whether one of its phases is on, or it lies between two of them."""
        return self.standing is Standing.RUNNING

    def at(self, moment: datetime) -> float:
        """Where a moment lies on the bar, from 0 to 1."""
        return _Scale.of(self.activity.phases).at(moment)


class _Scale:
    """Moments to shares of the bar: from one moment of a phase to the next in even pace."""

    def __init__(self, moments: list[datetime]) -> None:
        self._moments = moments
        spans = [(after - before) / (moments[-1] - moments[0]) for before, after in pairwise(moments)]
        least = min(LEAST, 0.7 / max(len(spans), 1))
        widths = [max(span, least) for span in spans]
        self._shares = [0.0]
        for width in widths:
            self._shares.append(self._shares[-1] + width / sum(widths))

    @classmethod
    def of(cls, phases: Iterable[Phase]) -> "_Scale":
        return cls(sorted({moment for phase in phases for moment in (phase.starts_at, phase.ends_at)}))

    def at(self, moment: datetime) -> float:
        if not self._moments or moment <= self._moments[0]:
            return 0.0
        for number, end in enumerate(self._moments[1:], start=1):
            if moment <= end:
                begin, low, high = self._moments[number - 1], self._shares[number - 1], self._shares[number]
                return low + (high - low) * ((moment - begin) / (end - begin))
        return 1.0


def lane(activity: Activity, now: datetime) -> Lane:
    """How an activity stands at a moment. It has ended when its last phase has, refunds and late orders too."""
    if not activity.phases:
        return Lane(activity, Standing.UNDATED)
    scale = _Scale.of(activity.phases)
    segments = tuple(Segment(phase, scale.at(phase.starts_at), scale.at(phase.ends_at)) for phase in activity.phases)
    current = next(iter(activity.phases_at(now)), None)
    begins = min(phase.starts_at for phase in activity.phases)
    ends = max(phase.ends_at for phase in activity.phases)
    standing = Standing.COMING if now < begins else Standing.RUNNING if now < ends else Standing.ENDED
    return Lane(activity, standing, current, _awaited(activity, current, now), segments)


def lanes(activities: Iterable[Activity], now: datetime) -> list[Lane]:
    """All of them: those that run and those that come, the nearest moment first; then undated ones, then ended ones."""
    made = [lane(activity, now) for activity in activities]
    order = list(Standing)
    return sorted(made, key=lambda each: (order.index(each.standing), _rank(each)))


def next_moment(shown: Iterable[Lane]) -> datetime | None:
    """When the first of them stands otherwise than now."""
    return min((each.awaited.at for each in shown if each.awaited), default=None)


def _awaited(activity: Activity, current: Phase | None, now: datetime) -> Awaited | None:
    coming = sorted((phase for phase in activity.phases if phase.starts_at > now), key=lambda phase: phase.starts_at)
    first = coming[0] if coming else None
    if current is None:
        return Awaited(first, first.starts_at, is_start=True) if first else None
    if first and current.kind is PhaseKind.WARM_UP and first.starts_at <= current.ends_at:
        return Awaited(first, first.starts_at, is_start=True)
    return Awaited(current, current.ends_at, is_start=False)


def _rank(each: Lane) -> float:
    if each.awaited:
        return each.awaited.at.timestamp()
    ends_at = max((phase.ends_at for phase in each.activity.phases), default=None)
    return -ends_at.timestamp() if ends_at else each.activity.position
