"""The words, drawings and colours of the cheat-sheet's place: kinds of phases, urgency, moments, amounts, variables.

The rule: no colour stands alone; beside each there is a drawing and a word.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from app.core.clockwork import moments
from app.core.facts import templates
from app.core.sheet.activities import Activity, ActivityKind, PhaseKind
from app.core.sheet.lifetimes import State, Validity
from app.ui import trade_words
from app.ui.palette import Tone
from app.ui.sheet_panel.lanes import Awaited, Lane, Standing
from app.ui.timers import faces
from app.ui.timers.faces import Step
from app.ui.words import QT_TRANSLATE_NOOP, is_chinese, translate

_PHASES: Mapping[PhaseKind, tuple[str, str, Tone]] = {
    PhaseKind.WARM_UP: (QT_TRANSLATE_NOOP("sheet_panel", "Warm-up"), "warm_up", Tone.INFO),
    PhaseKind.SALE: (QT_TRANSLATE_NOOP("sheet_panel", "Sale"), "bag", Tone.ACCENT_TEXT),
    PhaseKind.EXTRA: (QT_TRANSLATE_NOOP("sheet_panel", "Extra window"), "bolt", Tone.OK),
    PhaseKind.END: (QT_TRANSLATE_NOOP("sheet_panel", "End"), "flag", Tone.MUTED),
}
_KINDS: Mapping[ActivityKind, str] = {
    ActivityKind.PLATFORM_SALE: QT_TRANSLATE_NOOP("sheet_panel", "Platform sale"),
    ActivityKind.GROUP_BUY: QT_TRANSLATE_NOOP("sheet_panel", "Group-buy"),
    ActivityKind.BRAND_GROUP: QT_TRANSLATE_NOOP("sheet_panel", "Brand group"),
    ActivityKind.OWN: QT_TRANSLATE_NOOP("sheet_panel", "The shop's own"),
}
_TONES: Mapping[Step, Tone] = {Step.SOON: Tone.SOON, Step.LATE: Tone.LATE}
_DAY = timedelta(days=1)


def of_phase(kind: PhaseKind) -> str:
    """The word of a kind of phase."""
    return translate("sheet_panel", _PHASES[kind][0])


def drawing_of(kind: PhaseKind) -> str:
    """Its drawing."""
    return _PHASES[kind][1]


def tone_of(kind: PhaseKind) -> Tone:
    """Its colour."""
    return _PHASES[kind][2]


def phases_told(activity: Activity, now: datetime, zone: ZoneInfo) -> str:
    """All phases with their moments, one a line, as plain text."""
    lines = [activity.name, of_kind(activity)]
    for phase in activity.phases:
        word = "" if phase.name == of_phase(phase.kind) else of_phase(phase.kind)
        lines.append(f"{listed((phase.name, word))}  {span(phase.starts_at, phase.ends_at, now, zone)}")
    return "\n".join(lines)


def of_activity_kind(kind: ActivityKind) -> str:
    """Whose promotion it is, in a word."""
    return translate("sheet_panel", _KINDS[kind])


def of_kind(activity: Activity) -> str:
    """Whose promotion it is, after the platform."""
    word = of_activity_kind(activity.kind)
    return listed(dict.fromkeys((activity.platform, word)))


def tone_of_step(step: Step) -> Tone:
    """The colour of a time left."""
    return _TONES.get(step, Tone.TEXT)


def counted_to(awaited: Awaited, step: Step) -> str:
    """What a time left counts to, and how near it is."""
    start = translate("sheet_panel", "to “{phase}”").replace("{phase}", awaited.phase.name)
    return listed((start if awaited.is_start else translate("sheet_panel", "left"), faces.how_near(step)))


def standing(lane: Lane) -> str:
    """Why a lane has no time left."""
    if lane.standing is Standing.UNDATED:
        return translate("sheet_panel", "no dates yet")
    return translate("sheet_panel", "over")


def kind_or_pause(lane: Lane) -> str:
    """What stands in the place of a phase where none is on."""
    if lane.is_live:
        return translate("sheet_panel", "between two phases")
    return of_kind(lane.activity)


def clock(left: timedelta) -> str:
    """A time left: to the second, but from one day on in days and hours, so that nothing far away keeps ticking."""
    if left >= _DAY:
        return moments.length_in_words(left, is_chinese())
    return moments.clock_face(left, is_chinese=is_chinese())


def left_in_words(awaited: Awaited, now: datetime, step: Step) -> str:
    """A time left for a screen reader."""
    return f"{moments.length_in_words(awaited.at - now, is_chinese())} {counted_to(awaited, step)}"


def ended(count: int) -> str:
    """The heading of what is over."""
    return translate("sheet_panel", "Ended ({count})").replace("{count}", str(count))


def moment(at: datetime, now: datetime, zone: ZoneInfo, *, is_end: bool = False) -> str:
    """A moment as it is said in the language that is on."""
    return moments.said(at, now, zone, is_chinese(), is_end=is_end)


def span(starts_at: datetime, ends_at: datetime, now: datetime, zone: ZoneInfo) -> str:
    """From one moment to another, the day said once where it is the same."""
    begins, ends = moment(starts_at, now, zone), moment(ends_at, now, zone, is_end=True)
    day, _, hour = ends.rpartition(" ")
    return f"{begins} – {hour if begins.startswith(day) else ends}"


def of_validity(validity: Validity, now: datetime, zone: ZoneInfo) -> str:
    """Why a fact may not go out now; nothing where it may."""
    if validity.state is State.NOT_YET and validity.from_at:
        return translate("sheet_panel", "from {moment}").replace("{moment}", moment(validity.from_at, now, zone))
    if validity.state is State.OVER and validity.until_at:
        until = moment(validity.until_at, now, zone, is_end=True)
        return translate("sheet_panel", "over since {moment}").replace("{moment}", until)
    if validity.state is State.UNBOUND:
        return translate("sheet_panel", "its activity is gone")
    return ""


def listed(words: Iterable[str]) -> str:
    """Words beside one another."""
    return " · ".join(word for word in words if word)


def without_pills(text: str) -> str:
    """A template for the eye: every variable by what it is called."""
    said, at = "", 0
    for variable in templates.variables(text):
        said += text[at : variable.start] + f"‹{trade_words.of_fact(variable.name)}›"
        at = variable.end
    return said + text[at:]
