"""What is said, and heard, when a promise to a buyer is due or a shift is to be handed over.

The rule: one sentence for whatever came at once, and one key to where it is done; a buyer who waits comes first. It
never takes the keyboard; what leaves the window through the tray names no buyer whole and tells no promise.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from app.core.clockwork import moments
from app.core.clockwork.notices import Sound
from app.core.orders.duties.duties import Due, HandoverDue, Left, PromiseDue
from app.core.orders.masking import masked
from app.core.settings import Settings
from app.core.values import dataclass
from app.ports import Sounds
from app.ui import order_names
from app.ui.orders import terms
from app.ui.orders.notices import NAMED
from app.ui.palette import Tone
from app.ui.saying import Haste, Hearer, Saying
from app.ui.words import is_chinese, translate

_MINUTE = timedelta(minutes=1)
TOPIC = "duties"


@dataclass(frozen=True, slots=True)
class Spoken:
    """What is said, how grave it is, what is heard, and whether promises are what it leads to (else: handing over)."""

    text: str
    tone: Tone
    sound: Sound
    has_promises: bool


class DutyAnnouncer:
    """Says duties. `open_promises` shows the list of promises, `hand_over` the handover.

    `is_open`: whether something is still to be done.
    """

    def __init__(
        self,
        window: Hearer,
        sounds: Sounds,
        settings: Callable[[], Settings],
        zone: Callable[[], ZoneInfo],
        open_promises: Callable[[], None],
        hand_over: Callable[[], None],
        is_open: Callable[[Due], bool],
        now: Callable[[], datetime],
    ) -> None:
        self._window = window
        self._sounds = sounds
        self._settings = settings
        self._zone = zone
        self._open_promises = open_promises
        self._hand_over = hand_over
        self._is_open = is_open
        self._now = now
        self._told: Sequence[Due] = ()

    def announce(self, due: Collection[Due], now: datetime) -> None:
        """Say them with what was said before and is still to be done; be heard where the settings want it."""
        if not due:
            return
        known = {one.id for one in due}
        self._told = [*due, *(one for one in self._left() if one.id not in known)]
        saying = self._saying(self._told, now)
        self._window.hear(replace(saying, topic=TOPIC, again=self._again, haste=Haste.PROMISED))
        if self._settings().has_sounds:
            self._sounds.play(said(due, now, self._zone()).sound)

    def _left(self) -> Sequence[Due]:
        return [one for one in self._told if self._is_open(one)] if self._window.awaits(TOPIC) else ()

    def _again(self) -> Saying | None:
        self._told = self._left()
        return self._saying(self._told, self._now()) if self._told else None

    def _saying(self, due: Collection[Due], now: datetime) -> Saying:
        spoken = said(due, now, self._zone(), is_masked=not self._window.isVisible())
        label, act = translate("duties", "Hand over (Alt+Enter)"), self._hand_over
        if spoken.has_promises:
            label, act = translate("duties", "Promises (Alt+Enter)"), self._open_promises
        return Saying(spoken.text, spoken.tone, label, act)


def said(due: Collection[Due], now: datetime, zone: ZoneInfo, *, is_masked: bool = False) -> Spoken:
    """What is said of duties that came at once."""
    promises = sorted((one for one in due if isinstance(one, PromiseDue)), key=lambda one: one.at)
    turns = [one for one in due if isinstance(one, HandoverDue)]
    texts = [_handover(one, now) for one in turns]
    if not promises:
        is_over = any(one.is_missed(now) for one in turns)
        return Spoken(" · ".join(texts), Tone.SOON, Sound.LAST if is_over else Sound.STEP, has_promises=False)
    texts.insert(0, _promises(promises, now, zone, is_masked=is_masked))
    tone = Tone.LATE if any(one.is_missed(now) for one in promises) else Tone.SOON
    return Spoken(" · ".join(texts), tone, Sound.OVER, has_promises=True)


def _promises(due: Sequence[PromiseDue], now: datetime, zone: ZoneInfo, *, is_masked: bool) -> str:
    missed = sum(one.is_missed(now) for one in due)
    form = _one_form(missed) if len(due) == 1 else _many_form(missed, len(due))
    form = form.replace("{count}", f"{len(due):,}").replace("{missed}", f"{missed:,}")
    form = form.replace("{ago}", terms.ago(now - due[0].at)).replace("{moment}", terms.at(due[0].at, now, zone))
    if len(due) == 1:
        return form.replace("{what}", _what(due[0], is_masked=is_masked))
    names = [_name(one, is_masked=is_masked) for one in due[:NAMED]]
    listed = translate("duties", ", ").join(names) + ("…" if len(due) > NAMED else "")
    return form.replace("{names}", listed)


def _one_form(missed: int) -> str:
    if missed:
        return translate("duties", "Promise missed {ago}: {what} (by {moment})")
    return translate("duties", "Promise due: {what} (by {moment})")


def _many_form(missed: int, count: int) -> str:
    if missed == count:
        return translate("duties", "{count} promises missed, first {ago}: {names}")
    if missed:
        return translate("duties", "{count} promises due, {missed} missed, first {ago}: {names}")
    return translate("duties", "{count} promises due, first by {moment}: {names}")


def _what(due: PromiseDue, *, is_masked: bool) -> str:
    name = _name(due, is_masked=is_masked)
    return name if is_masked or not due.promise.text else f"{name} · {due.promise.text}"


def _name(due: PromiseDue, *, is_masked: bool) -> str:
    buyer = masked(due.promise.buyer) if is_masked else due.promise.buyer
    return buyer or translate("duties", "a buyer")


def _handover(due: HandoverDue, now: datetime) -> str:
    ends_at = due.turn.ends_at
    if due.is_missed(now):
        form = translate("duties", "{shift} ended {ago}: hand over {left}")
    else:
        form = translate("duties", "{shift} ends in {length}, to hand over: {left}")
    length = moments.length_in_words(-((now - ends_at) // _MINUTE) * _MINUTE, is_chinese=is_chinese())
    form = form.replace("{ago}", terms.ago(now - ends_at)).replace("{length}", length)
    shift = order_names.shown(due.turn.shift.name) or translate("duties", "The shift")
    return form.replace("{left}", _left(due.left)).replace("{shift}", shift)


def _left(left: Left) -> str:
    """How much is open, without what there is nothing of."""
    parts = (
        (left.orders, translate("duties", "1 unpaid order"), translate("duties", "{count} unpaid orders")),
        (left.follow_ups, translate("duties", "1 promise"), translate("duties", "{count} promises")),
        (left.changes, translate("duties", "1 change"), translate("duties", "{count} changes")),
    )
    counted = (one if count == 1 else many.replace("{count}", f"{count:,}") for count, one, many in parts if count)
    return translate("duties", ", ").join(counted)
