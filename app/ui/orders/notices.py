"""What is said, and heard, when orders are due for an urge or have closed.

The rule: one sentence for whatever came at once, and one key urges the order that closes next. It never takes the
keyboard; what leaves the window through the tray names no buyer whole. What the rules hold back is not said here.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from heapq import nsmallest

from app.core.clockwork import moments
from app.core.clockwork.notices import Sound
from app.core.orders.masking import masked
from app.core.orders.order import Order
from app.core.orders.reminders import Reminder
from app.core.prices import yuan
from app.core.settings import Settings
from app.core.values import dataclass
from app.ports import Sounds
from app.ui import order_names
from app.ui.orders import faces
from app.ui.palette import Tone
from app.ui.saying import Haste, Hearer, Saying
from app.ui.words import is_chinese, translate

NAMED = 3
"""So many buyers are named of those that came at once."""
FOLLOWED = 1_000
"""Of more that came at once is not looked up again and again who is still to be urged: the queue shows it."""
TOPIC = "orders"
"""What the notices about whom to urge have in common: the latest says all that is left."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """What is said, how grave it is, what is heard, and which order is offered to be urged (none: all have closed)."""

    text: str
    tone: Tone
    sound: Sound
    nearest: Order | None


class OrderAnnouncer:
    """Says reminders. `urge` is what the notice offers, with an order's id; `open_orders` where all have closed.

    `shift` is the heartbeat's; `waiting` gives those of some orders whose buyers are to be urged, by ids.
    """

    def __init__(
        self,
        window: Hearer,
        sounds: Sounds,
        settings: Callable[[], Settings],
        urge: Callable[[str], None],
        open_orders: Callable[[], None],
        waiting: Callable[[Iterable[str]], Mapping[str, Order]],
        now: Callable[[], datetime],
        shift: Callable[[], timedelta] = timedelta,
    ) -> None:
        self._window = window
        self._sounds = sounds
        self._settings = settings
        self._urge = urge
        self._open_orders = open_orders
        self._waiting = waiting
        self._now = now
        self._shift = shift
        self._told: Sequence[Reminder] = ()

    def announce(self, reminders: Sequence[Reminder], now: datetime) -> None:
        """Say them, and be heard where the settings want it; nothing where all wait by the rules."""
        loud = [reminder for reminder in reminders if reminder.holding is None]
        if not loud:
            return
        spoken = self._spoken(loud, now)
        if spoken.nearest is None:
            label = translate("orders", "Show")
            self._window.hear(Saying(spoken.text, spoken.tone, label, self._open_orders))
        else:
            self._call(loud, spoken, now)
        if self._settings().has_sounds:
            self._sounds.play(spoken.sound)

    def _call(self, loud: Sequence[Reminder], spoken: Spoken, now: datetime) -> None:
        """Say whom to urge, until all of them are; those of before too."""
        left = self._left(loud)
        self._told = [*(reminder for reminder in loud if not reminder.is_closed), *left]
        again = self._again if len(self._told) <= FOLLOWED else None
        saying = self._saying(self._spoken([*loud, *left], now) if left else spoken)
        self._window.hear(replace(saying, topic=TOPIC, again=again, haste=Haste.MONEY))

    def _left(self, but: Sequence[Reminder] = ()) -> Sequence[Reminder]:
        """What was said before and is still to be done, unless the agent has put it away."""
        if not self._window.awaits(TOPIC) or len(self._told) > FOLLOWED:
            return ()
        known = {reminder.order.id for reminder in but}
        told = [one for one in self._told if one.order.id not in known]
        waiting = self._waiting(one.order.id for one in told)
        found = ((one, waiting.get(one.order.id)) for one in told)
        return [one if order is one.order else replace(one, order=order) for one, order in found if order is not None]

    def _again(self) -> Saying | None:
        self._told = self._left()
        return self._saying(self._spoken(self._told, self._now())) if self._told else None

    def _spoken(self, reminders: Sequence[Reminder], now: datetime) -> Spoken:
        return said(reminders, now, self._shift(), is_masked=not self._window.isVisible())

    def _saying(self, spoken: Spoken) -> Saying:
        nearest = spoken.nearest
        act = partial(self._urge, nearest.id) if nearest else self._open_orders
        return Saying(spoken.text, spoken.tone, translate("orders", "Urge (Alt+Enter)"), act)


def said(reminders: Sequence[Reminder], now: datetime, shift: timedelta, *, is_masked: bool = False) -> Spoken:
    """What is said of reminders that came at once; the order that closes next comes first."""
    due = [one for one in reminders if not one.is_closed and one.order.closes_by(shift) > now]
    closed = len(reminders) - len(due)
    # Not sorted: of 100,000 that come at once no more are named than of four.
    first = nsmallest(NAMED, due or reminders, key=lambda reminder: reminder.order.closes_by(shift))
    if not due:
        return Spoken(_closed(first, closed, is_masked=is_masked), Tone.INFO, Sound.OVER, None)
    nearest = first[0].order
    left = nearest.closes_by(shift) - now
    one = len(due) == 1
    text = _one(first[0], left, is_masked=is_masked) if one else _many(first, len(due), left, is_masked=is_masked)
    if closed:
        text += " · " + translate("orders", "{count} closed").replace("{count}", f"{closed:,}")
    sound = Sound.LAST if left <= faces.LATE else Sound.STEP
    return Spoken(text, Tone.SOON, sound, nearest)


def _one(reminder: Reminder, left: timedelta, *, is_masked: bool) -> str:
    step = order_names.shown(reminder.step.name) if reminder.step else ""
    form = translate("orders", "{name} · {step}: closes in {length}")
    form = form.replace("{length}", _length(left)).replace("{step}", step)
    return form.replace("{name}", _named(reminder.order, is_masked=is_masked))


def _many(first: Sequence[Reminder], count: int, left: timedelta, *, is_masked: bool) -> str:
    form = translate("orders", "{count} orders to urge, next closes in {length}")
    form = form.replace("{count}", f"{count:,}").replace("{length}", _length(left))
    return f"{form}\n{_names(first, count, is_masked=is_masked)}"


def _closed(first: Sequence[Reminder], count: int, *, is_masked: bool) -> str:
    if count == 1:
        name = _named(first[0].order, is_masked=is_masked)
        return translate("orders", "{name} has closed unpaid").replace("{name}", name)
    form = translate("orders", "{count} orders have closed unpaid: {names}").replace("{count}", f"{count:,}")
    return form.replace("{names}", _names(first, count, is_masked=is_masked))


def _names(first: Sequence[Reminder], count: int, *, is_masked: bool) -> str:
    names = [_named(reminder.order, is_masked=is_masked) for reminder in first]
    return translate("orders", ", ").join(names) + ("…" if count > NAMED else "")


def _named(order: Order, *, is_masked: bool) -> str:
    buyer = masked(order.buyer) if is_masked else order.buyer
    return " ".join(part for part in (buyer, yuan.shown(order.amount)) if part)


def _length(left: timedelta) -> str:
    exact = left if left < faces.EXACT else left - left % timedelta(minutes=1)
    return moments.length_in_words(exact, is_chinese=is_chinese())
