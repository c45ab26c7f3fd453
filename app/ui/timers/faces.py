"""How a countdown looks at a moment: its words, its digits, its drawing and its colour.

The rule: a colour never stands alone; what is soon or over has another drawing and says so in words.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from enum import Enum
from typing import TYPE_CHECKING

from app.core.clockwork import moments
from app.core.clockwork.countdowns import Awaited, Countdown
from app.core.values import dataclass
from app.ui.palette import Tone
from app.ui.words import is_chinese, translate

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

LAST = timedelta(minutes=1)
"""So near to its end the seconds are looked at."""


class Step(Enum):
    """How near a countdown is to its moment."""

    CALM = "calm"
    SOON = "soon"
    LATE = "late"
    OVER = "over"


_DRAWINGS: Mapping[Awaited, str] = {Awaited.PHASE_START: "begin", Awaited.PHASE_END: "flag", Awaited.OWN: "bell"}
_TONES: Mapping[Step, Tone] = {
    Step.CALM: Tone.TEXT,
    Step.SOON: Tone.SOON,
    Step.LATE: Tone.LATE,
    Step.OVER: Tone.ACCENT_TEXT,
}


def step(left: timedelta, steps: Sequence[int]) -> Step:
    """The step of a time left: soon from the first of the steps (minutes) on, late from the last one on."""
    if left <= timedelta():
        return Step.OVER
    if left <= timedelta(minutes=min(steps, default=1)):
        return Step.LATE
    return Step.SOON if left <= timedelta(minutes=max(steps, default=1)) else Step.CALM


@dataclass(frozen=True, slots=True)
class Face:
    """A countdown as it is shown. `digits` is the time left as a clock, empty when it is over."""

    digits: str
    step: Step
    is_last: bool

    @property
    def tone(self) -> Tone:
        """Its colour."""
        return _TONES[self.step]


def face(countdown: Countdown, now: datetime, steps: Sequence[int]) -> Face:
    """How a countdown looks at a moment."""
    left = countdown.left(now)
    near = step(left, steps)
    if near is Step.OVER:
        return Face("", near, is_last=False)
    return Face(moments.clock_face(left, is_chinese=is_chinese()), near, is_last=left <= LAST)


def drawing(awaited: Awaited) -> str:
    """What it waits for, as a drawing."""
    return _DRAWINGS[awaited]


def urgent_drawing(awaited: Awaited, near: Step) -> str:
    """The drawing where there is no room for the word of a step."""
    return {Step.LATE: "warning", Step.OVER: "bell_rung"}.get(near, _DRAWINGS[awaited])


def how_near(near: Step) -> str:
    """The word of a step; nothing while there is time."""
    return {
        Step.CALM: "",
        Step.SOON: translate("timers", "soon"),
        Step.LATE: translate("timers", "any moment"),
        Step.OVER: translate("timers", "over"),
    }[near]


def what(awaited: Awaited) -> str:
    """What a countdown waits for, in a word."""
    return {
        Awaited.PHASE_START: translate("timers", "starts"),
        Awaited.PHASE_END: translate("timers", "ends"),
        Awaited.OWN: translate("timers", "my timer"),
    }[awaited]


def nameless() -> str:
    """What an own timer is called that was set without a word."""
    return translate("timers", "Countdown")


def name(countdown: Countdown) -> str:
    """What comes: `开售 ends`, or the label of an own timer."""
    forms = {
        Awaited.PHASE_START: translate("timers", "{label} starts"),
        Awaited.PHASE_END: translate("timers", "{label} ends"),
    }
    return forms.get(countdown.awaited, "{label}").replace("{label}", countdown.label or nameless())


def names(countdown: Countdown, activity: str) -> tuple[str, ...]:
    """What comes in ever fewer letters, for narrow places."""
    short = name(countdown)
    return (f"{activity} {short}", short) if _is_needed(countdown, activity) else (short,)


def title(countdown: Countdown, activity: str) -> str:
    """What it is without what happens: `双11 开售`."""
    label = countdown.label or nameless()
    return f"{activity} {label}" if _is_needed(countdown, activity) else label


def _is_needed(countdown: Countdown, activity: str) -> bool:
    """Whether the activity has to be named beside its phase."""
    return bool(activity) and activity not in countdown.label and countdown.label not in activity


def due(countdown: Countdown, now: datetime, zone: "ZoneInfo") -> str:
    """Its moment in the shop's zone: `today 20:00`, at the end of a day 24:00."""
    is_end = countdown.awaited is Awaited.PHASE_END
    return moments.said(countdown.due_at, now, zone, is_chinese(), is_end=is_end)


def over(countdown: Countdown, now: datetime) -> str:
    """How long ago it came: `began 2 minutes ago`."""
    forms = {
        Awaited.PHASE_START: translate("timers", "started {length} ago"),
        Awaited.PHASE_END: translate("timers", "ended {length} ago"),
        Awaited.OWN: translate("timers", "due {length} ago"),
    }
    gone = -countdown.left(now)
    if gone < LAST:
        return translate("timers", "just now")
    whole = gone - gone % LAST
    return forms[countdown.awaited].replace("{length}", moments.length_in_words(whole, is_chinese=is_chinese()))
