"""What is said, and heard, when a countdown reaches a step or its end.

The rule: one sentence for whatever came at once, spoken once; it never takes the keyboard, and a hidden window says it
through the tray.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from app.core.clockwork import moments
from app.core.clockwork.countdowns import Awaited, Countdown, Notice
from app.core.clockwork.notices import Sound, sound_of
from app.core.settings import Settings
from app.core.values import dataclass
from app.ports import Sounds
from app.ui.palette import Tone
from app.ui.saying import Hearer, Saying
from app.ui.timers import faces
from app.ui.words import is_chinese, translate

NAMED = 3
"""So many names are told of what came at once."""
_LATE = timedelta(seconds=30)
"""Told so much after its moment, a notice says how things stand now."""
_AWAITED = timedelta(minutes=10)
"""So long a notice waits to be seen; then its moment is over."""
TOPIC = "timers"


@dataclass(frozen=True, slots=True)
class Spoken:
    """What is said of notices that came at once, how grave it is, and what is heard."""

    text: str
    tone: Tone
    sound: Sound


class Announcer:
    """Says notices. `activity` is the name of an activity or nothing; `open_timers` is what the notice offers."""

    def __init__(
        self,
        window: Hearer,
        sounds: Sounds,
        settings: Callable[[], Settings],
        activity: Callable[[str], str],
        open_timers: Callable[[], None],
        now: Callable[[], datetime],
    ) -> None:
        self._window = window
        self._sounds = sounds
        self._settings = settings
        self._activity = activity
        self._open_timers = open_timers
        self._now = now

    def announce(self, notices: Sequence[Notice], now: datetime) -> None:
        """Say them, and be heard where the settings want it; nothing for none."""
        if not notices:
            return
        spoken = self._spoken(notices, now)
        saying = self._saying(spoken)
        if spoken.tone is Tone.SOON:
            saying = replace(saying, topic=TOPIC, again=lambda: self._again(notices))
        self._window.hear(saying)
        if self._settings().has_sounds:
            self._sounds.play(spoken.sound)

    def _again(self, notices: Sequence[Notice]) -> Saying | None:
        now = self._now()
        is_over = all(now - notice.at > _AWAITED for notice in notices)
        return None if is_over else self._saying(self._spoken(notices, now))

    def _spoken(self, notices: Sequence[Notice], now: datetime) -> Spoken:
        return said(notices, now, self._settings().countdown_steps, self._activity)

    def _saying(self, spoken: Spoken) -> Saying:
        return Saying(spoken.text, spoken.tone, translate("timers", "Show"), self._open_timers)


def said(notices: Sequence[Notice], now: datetime, steps: Collection[int], activity: Callable[[str], str]) -> Spoken:
    """What is said of notices that came at once; ends come first."""
    ordered = sorted(notices, key=lambda notice: (notice.before, notice.at))
    lengths = [timedelta(minutes=step) for step in steps]
    sound = sound_of(ordered, lengths)
    tone = Tone.SOON if any(_is_grave(notice, lengths) for notice in ordered) else Tone.INFO
    texts = [sentence(notice, now, activity) for notice in ordered]
    if len(texts) == 1:
        return Spoken(texts[0], tone, sound)
    if ordered[-1].before:
        text = translate("timers", "{sentence} · {count} more")
        return Spoken(text.replace("{count}", str(len(texts) - 1)).replace("{sentence}", texts[0]), tone, sound)
    names = [faces.name(notice.countdown) for notice in ordered]
    listed = translate("timers", ", ").join(names[:NAMED]) + ("…" if len(names) > NAMED else "")
    text = translate("timers", "{count} came at once: {names}").replace("{count}", str(len(names)))
    return Spoken(text.replace("{names}", listed), tone, sound)


def sentence(notice: Notice, now: datetime, activity: Callable[[str], str]) -> str:
    """What is said of one notice."""
    is_late = now - notice.at > _LATE
    countdown = notice.countdown
    if notice.before and countdown.left(now) > timedelta():
        form, length = _COMES[countdown.awaited](), countdown.left(now) if is_late else notice.before
    elif is_late:
        form, length = _CAME_BEFORE[countdown.awaited](), -countdown.left(now)
    else:
        form, length = _CAME[countdown.awaited](), timedelta()
    in_words = moments.length_in_words(length, is_chinese=is_chinese())
    return form.replace("{length}", in_words).replace("{name}", _name(countdown, activity))


_COMES: dict[Awaited, Callable[[], str]] = {
    Awaited.PHASE_START: lambda: translate("timers", "{name} starts in {length}"),
    Awaited.PHASE_END: lambda: translate("timers", "{name} ends in {length}"),
    Awaited.OWN: lambda: translate("timers", "{name}: {length} to go"),
}
_CAME: dict[Awaited, Callable[[], str]] = {
    Awaited.PHASE_START: lambda: translate("timers", "{name} has started"),
    Awaited.PHASE_END: lambda: translate("timers", "{name} has ended"),
    Awaited.OWN: lambda: translate("timers", "{name}: time is up"),
}
_CAME_BEFORE: dict[Awaited, Callable[[], str]] = {
    Awaited.PHASE_START: lambda: translate("timers", "{name} started {length} ago"),
    Awaited.PHASE_END: lambda: translate("timers", "{name} ended {length} ago"),
    Awaited.OWN: lambda: translate("timers", "{name} was due {length} ago"),
}


def _name(countdown: Countdown, activity: Callable[[str], str]) -> str:
    return faces.title(countdown, activity(countdown.activity_id) if countdown.activity_id else "")


def _is_grave(notice: Notice, steps: Collection[timedelta]) -> bool:
    """Whether it stays until the agent goes on: the last step and every end, but no beginning that has come."""
    has_begun = not notice.before and notice.countdown.awaited is Awaited.PHASE_START
    return sound_of([notice], steps) is not Sound.STEP and not has_begun
