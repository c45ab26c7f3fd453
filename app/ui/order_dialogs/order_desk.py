"""What the windows of the queue ask of the program.

The rule: a window decides nothing; what it shows is what these callables say now. Each runs on the main thread, unless
it is said that it may run in a helper thread.
"""

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from app.core.changes import Changed
from app.core.imports.reading import Watch
from app.core.orders.book import Total
from app.core.orders.choices import Choice
from app.core.orders.duties.handover import Handover
from app.core.orders.duties.handover_merge import Merge
from app.core.orders.incoming.drafts import OrderDraft
from app.core.orders.incoming.intake import OrderPlan
from app.core.orders.incoming.text import Card
from app.core.orders.kinds import OrderKind
from app.core.orders.order import Event, Order
from app.core.orders.reports import OrderReport
from app.core.orders.tables import ReportTable
from app.core.sheet.activities import Activity
from app.core.values import dataclass
from app.services.orders.handover import Taken
from app.services.orders.importing import OrdersImported


@dataclass(frozen=True, slots=True)
class OrderFormDesk:
    """What the form of one order asks.

    `save` stores an order, new or changed, and raises `NotStored`; `of_number` is the order that has a number;
    `history` is what happened to an order, the oldest first, and may raise `NotStored`; `phrase_title` names the phrase
    of an event and `choice_name` a lost reason or a check by its id; `left` is how long a stored order still waits.
    """

    save: Callable[[Order], object]
    kinds: Callable[[], Sequence[OrderKind]]
    activities: Callable[[], Sequence[Activity]]
    problems: Callable[[], Sequence[Choice]]
    of_number: Callable[[str], Order | None]
    history: Callable[[str], Sequence[Event]]
    phrase_title: Callable[[str], str]
    choice_name: Callable[[str], str]
    left: Callable[[Order], timedelta]
    now: Callable[[], datetime]
    zone: Callable[[], ZoneInfo]


@dataclass(frozen=True, slots=True)
class PastedDesk:
    """What the window of pasted orders asks.

    `read` gives the cards in a text and raises `BadOrder`; `known` is the order that a draft would be merged with;
    `take` stores drafts as one step and raises `NotStored`; `undo` takes that step back, and gives nothing where
    something else was done since. `form` are the callables of the fields.
    """

    read: Callable[[str], Sequence[Card]]
    known: Callable[[OrderDraft], Order | None]
    take: Callable[[Sequence[OrderDraft]], Changed]
    undo: Callable[[], Changed]
    form: OrderFormDesk


@dataclass(frozen=True, slots=True)
class OrderImportDesk:
    """What the import of the platform's export asks; all but the last three are those of `OrderImport`.

    `plan` runs in a helper thread, on what `known` gave on the main thread; `settle` and `apply` raise `NotStored`.
    `watched` is the folder that is watched, or empty.
    """

    known: Callable[[], Sequence[Order]]
    plan: Callable[[str, Watch, Sequence[Order]], OrderPlan]
    settle: Callable[[OrderPlan], OrderPlan]
    apply: Callable[[OrderPlan], OrdersImported]
    undo: Callable[[OrdersImported], Changed]
    watched: Callable[[], str]
    now: Callable[[], datetime]
    zone: Callable[[], ZoneInfo]


@dataclass(frozen=True, slots=True)
class HandoverDesk:
    """What handing over asks; `made`, `text`, `plan` and `take` are those of `HandingOver` and raise `NotStored`.

    `text` is called with a handover and whether names are masked; `file_name` is the name of a file that is made now;
    `write` writes a file whole or not at all and raises `NotWritten`; `undo` takes the last taking over back, and gives
    an empty set where something else was done since.
    """

    made: Callable[[], Handover]
    text: Callable[[Handover, bool], str]
    file_name: Callable[[Handover], str]
    write: Callable[[str, bytes], object]
    plan: Callable[[Handover], Merge]
    take: Callable[[Handover], Taken]
    undo: Callable[[], Changed]
    now: Callable[[], datetime]
    zone: Callable[[], ZoneInfo]


@dataclass(frozen=True, slots=True)
class KindsDesk:
    """What the form of the kinds asks.

    `save` stores these kinds and no others and raises `NotStored`; `codes` are the short codes of phrases with their
    titles; `open_count` is how many open orders are of a kind.
    """

    kinds: Callable[[], Sequence[OrderKind]]
    save: Callable[[Sequence[OrderKind]], Changed]
    new_id: Callable[[], str]
    codes: Callable[[], Sequence[tuple[str, str]]]
    open_count: Callable[[str], int]


@dataclass(frozen=True, slots=True)
class ReportDesk:
    """What the window of reports asks.

    `report` is that of the days from one to another, both too, of one activity or (empty) of all; it raises
    `NotStored`. `at_risk` is what is open now. `phrase_uses` are the ids of phrases with how often each was used, the
    most used first. The names are those of ids, empty or the id itself where they are gone.
    `export` writes tables into a workbook and raises `NotWritten`. `today` is the shop's.
    """

    report: Callable[[date, date, str], OrderReport]
    at_risk: Callable[[], Total]
    today: Callable[[], date]
    activities: Callable[[], Sequence[Activity]]
    step_name: Callable[[str, str], str]
    phrase_title: Callable[[str], str]
    reason_name: Callable[[str], str]
    phrase_uses: Callable[[], Sequence[tuple[str, int]]]
    export: Callable[[str, Sequence[ReportTable]], object]
    now: Callable[[], datetime]
    zone: Callable[[], ZoneInfo]


@dataclass(frozen=True, slots=True)
class ChangesDesk:
    """What the window of order changes asks.

    `phrase` is the phrase of a short code as it would be said to this buyer, its title and its text; both empty where
    none has the code. `say` pastes that phrase into the chat; the note lies on the clipboard before and after it.
    `keep` stores the note of an order and raises `NotStored`; `refund_rule` is the day's rule of the order's activity.
    """

    phrase: Callable[[str, Order], tuple[str, str]]
    say: Callable[[str, Order], object]
    keep: Callable[[str, str], Changed]
    refund_rule: Callable[[Order], str]
