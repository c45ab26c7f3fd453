"""What the windows of the queue ask of the program.

The rule: a window decides nothing; what it shows is what these callables say now. Each runs on the main thread, unless
it is said that it may run in a helper thread.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from app.core.activities import Activity
from app.core.order_choices import Choice
from app.core.order_kinds import OrderKind
from app.core.orders import Event, Order


@dataclass(frozen=True, slots=True)
class OrderFormDesk:
    """What the form of one order asks.

    `save` stores an order, new or changed, and raises `NotStored`; `of_number` is the order that has a number;
    `history` is what happened to an order, the oldest first, and may raise `NotStored`; `phrase_title` names the phrase
    of an event, empty where it is gone; `agent` is who serves new orders.
    """

    save: Callable[[Order], object]
    kinds: Callable[[], Sequence[OrderKind]]
    activities: Callable[[], Sequence[Activity]]
    problems: Callable[[], Sequence[Choice]]
    of_number: Callable[[str], Order | None]
    history: Callable[[str], Sequence[Event]]
    phrase_title: Callable[[str], str]
    now: Callable[[], datetime]
    zone: Callable[[], ZoneInfo]
