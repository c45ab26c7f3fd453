"""A chart as a value: what is drawn, and the scale it is drawn by.

The rule: a scale begins at nothing and ends at a round figure, so that lengths can be compared.
"""

import math
from enum import Enum

from app.core.values import dataclass
from app.ui.palette import Tone

_MOST_TICKS = 5


class Unit(Enum):
    """What the figures of a chart are."""

    COUNT = "count"
    MONEY = "money"
    RATE = "rate"


@dataclass(frozen=True, slots=True)
class Series:
    """One part of every bar, in one colour and with a name in the legend."""

    name: str
    tone: Tone
    values: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars, one a category, made of their series one on the other. `is_across` lays them down, for long names.

    With `is_compared` there are two series, the first standing before the outline of the second; those bars never lie.
    `notes` stand behind the figures of bars that lie (`12 of 30`).
    """

    title: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    unit: Unit = Unit.COUNT
    is_across: bool = False
    is_compared: bool = False
    notes: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw."""
        return not any(value for series in self.series for value in series.values)

    def total(self, at: int) -> float:
        """The whole of one bar."""
        return sum(series.values[at] for series in self.series)

    @property
    def highest(self) -> float:
        """The whole of the longest bar."""
        if self.is_compared:
            return max((value for series in self.series for value in series.values), default=0.0)
        return max((self.total(at) for at in range(len(self.categories))), default=0.0)


def ticks(highest: float, unit: Unit) -> tuple[float, ...]:
    """Round figures from nothing to the first one that is not below the highest."""
    if unit is Unit.RATE:
        return (0.0, 0.25, 0.5, 0.75, 1.0)
    if highest <= 0:
        return (0.0, 1.0)
    least = 1.0 if unit is Unit.COUNT else 0.01
    rough = max(highest / _MOST_TICKS, least)
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(factor * power for factor in (1, 2, 5, 10) if factor * power >= rough - 1e-9)
    count = math.ceil(highest / step - 1e-9)
    return tuple(step * number for number in range(count + 1))


def written(value: float, unit: Unit) -> str:
    """A figure in short."""
    if unit is Unit.RATE:
        return f"{value:.0%}"
    if unit is Unit.MONEY:
        return f"¥{value:,.0f}" if value >= 100 or value == int(value) else f"¥{value:,.2f}"
    return f"{value:,.0f}"


def shown_names(count: int, room: int) -> int:
    """Every how many categories one has its name written, so that so many fit."""
    return max(1, math.ceil(count / max(room, 1)))
