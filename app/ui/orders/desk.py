"""What the place of the orders asks of the program.

The rule: the place decides nothing about an order; what it shows is what these callables say now.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from app.core.changes import Changed
from app.core.orders.book import OrderBook, Total
from app.core.orders.filters import OrderFilter
from app.core.orders.incoming.drafts import OrderDraft
from app.core.orders.incoming.lines import LineReading
from app.core.orders.kinds import OrderKind
from app.core.orders.order import Event, Flag, FollowUp, Order
from app.core.orders.urging import Holding
from app.core.settings import Settings
from app.core.values import dataclass


@dataclass(frozen=True, slots=True)
class OrderVerbs:
    """What is done from here. Each gives what changed and raises `NotStored`.

    A reason is an id of the shop's list or the agent's own words; lengths are minutes. `undo` takes back what was done
    last to orders, `undo_promise` to promises; both give nothing where there is nothing.
    """

    add: Callable[[OrderDraft], Changed]
    pay: Callable[[str], Changed]
    close: Callable[[str, str], Changed]
    give_up: Callable[[str, str], Changed]
    reopen: Callable[[str], Changed]
    snooze: Callable[[str, int], Changed]
    flag: Callable[[str, Flag | None], Changed]
    note: Callable[[str, str], Changed]
    problem: Callable[[str, str], Changed]
    override: Callable[[str, bool], Changed]
    check: Callable[[str, str, bool], Changed]
    delete: Callable[[str], Changed]
    undo: Callable[[], Changed]
    promise: Callable[[FollowUp], Changed]
    keep_promise: Callable[[str], Changed]
    put_off_promise: Callable[[str, int], Changed]
    undo_promise: Callable[[], Changed]


@dataclass(frozen=True, slots=True)
class OrdersDesk:
    """Callables of the program, each on the main thread.

    `book` holds the queue; an order that closed stays in it until that was told. `paid` are those paid today and
    `lost` those closed or given up lately, each the latest first, and `recovered` what they brought that had been
    in the queue; `promises` are the follow-ups that are not done, the nearest first. `shift` is the heartbeat's.
    `last_call` is the latest reminder or urge of an order, `holding` why no urge goes out now, `history` (raises
    `NotStored`) the oldest event first. `find` gives the open orders that a filter lets through, found by pinyin
    too; without it the words of the filter have to stand there. `phrase_of` is the id of the phrase of a short
    code, or nothing. `read` raises `BadOrder`, `read_promise` `BadMoment`.
    """

    now: Callable[[], datetime]
    zone: Callable[[], ZoneInfo]
    shift: Callable[[], timedelta]
    book: Callable[[], OrderBook]
    paid: Callable[[], Sequence[Order]]
    lost: Callable[[], Sequence[Order]]
    promises: Callable[[], Sequence[FollowUp]]
    kinds: Callable[[], Mapping[str, OrderKind]]
    settings: Callable[[], Settings]
    last_call: Callable[[str], Event | None]
    holding: Callable[[Order], Holding | None]
    history: Callable[[str], Sequence[Event]]
    find: Callable[[OrderFilter], Sequence[Order]] | None
    recovered: Callable[[], Total]
    phrase_of: Callable[[str], str]
    read: Callable[[str], LineReading]
    read_promise: Callable[[str], FollowUp]
    verbs: OrderVerbs
