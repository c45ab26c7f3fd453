"""Everything about unpaid orders, built on a desk when somebody wants it.

The rule: one pulse for all that counts; what orders tell after a commit, the reminders take.
"""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Any

from app.core.orders.order import Event, Order
from app.core.search.orders import OrderIndex
from app.core.sheet.changes import Change
from app.core.values import dataclass
from app.services.orders.duties import Duties
from app.services.orders.finding import FindOrders
from app.services.orders.handover import HandingOver
from app.services.orders.importing import OrderImport
from app.services.orders.orders import Orders
from app.services.orders.reminders import Reminders
from app.services.orders.reports import Reports
from app.services.orders.urged import Urged
from app.services.orders.urging import Urging

if TYPE_CHECKING:
    from app.front.desk import Desk


@dataclass(frozen=True, slots=True)
class Office:
    """The services of the queue. They have read what is stored."""

    orders: Orders
    urged: Urged
    reminders: Reminders
    urging: Urging
    reports: Reports
    importing: OrderImport
    finding: FindOrders
    handing: HandingOver
    duties: Duties

    def load(self) -> None:
        """Read what is stored, at the start and after a restore. Raises `NotStored`."""
        self.orders.load()
        self.reminders.load()
        self.finding.load(self.orders.open())
        self.duties.load()


def open_office(desk: "Desk") -> Office:
    """Build the services of the queue and read what is stored. Raises `NotStored`."""
    store, time, pulse = desk.stores.orders, desk.shop_time, desk.countdowns.pulse
    reminders: Reminders
    finding = FindOrders(lambda: OrderIndex(desk.readings()))

    def stored(changed: Collection[Order], gone: Collection[str], events: Collection[Event]) -> None:
        reminders.take(changed, gone, events)
        finding.take(changed, gone)

    def settings() -> Any:
        return desk.preferences.current

    orders = Orders(store, time, desk.sheet.new_id, settings, pulse, stored)
    urged = Urged(store, time)
    reminders = Reminders(orders, urged, store, time, pulse, settings)

    def holds(phrase: Any) -> bool:
        return desk.facts.validity(phrase).is_valid

    urging = Urging(orders, urged, desk.library, time, pulse, settings, desk.sheet.new_id, holds)
    importing = OrderImport(_read, orders, store, time, pulse, desk.sheet.new_id, settings, lambda: desk.sheet.sheet)
    handing = HandingOver(orders, store, lambda: _unconfirmed(desk), time, pulse, settings)
    duties = Duties(orders.follow_ups, handing, desk.stores.countdowns, time, pulse, settings)
    reports = Reports(store, time)
    office = Office(orders, urged, reminders, urging, reports, importing, finding, handing, duties)
    office.load()
    return office


def _unconfirmed(desk: "Desk") -> Sequence[Change]:
    return [change for change in desk.sheet.changes() if change.confirmed_at is None]


def _read(*arguments: Any, **named: Any) -> Any:
    from app.formats.orders import export as order_export

    return order_export.read(*arguments, **named)
