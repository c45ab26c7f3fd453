"""Everything about packs that come from elsewhere, built on a desk when somebody wants it.

The rule: no start waits for it; what a pack stores is told to whatever of the desk holds it in memory.
"""

from typing import TYPE_CHECKING

from app.core.packs.sources import ranks
from app.core.values import dataclass
from app.services.packs.memory import PackMemory
from app.services.packs.news import PackNews
from app.services.packs.overlays import Overlays
from app.services.packs.packs import Packs
from app.services.packs.removal import PackRemoval
from app.services.packs.sources import PackSources
from app.services.packs.things import Things

if TYPE_CHECKING:
    from app.front.desk import Desk


@dataclass(frozen=True, slots=True)
class Subscriptions(PackMemory):
    """The services of packs. They have read what is stored."""

    packs: Packs
    removal: PackRemoval


def open_subscriptions(desk: "Desk") -> Subscriptions:
    """Build the services of packs and read what is stored. Raises `NotStored`."""
    store, time, new_id = desk.stores.packs, desk.shop_time, desk.sheet.new_id

    def kinds_stored() -> None:
        if desk.has_office:
            desk.office.orders.reload_kinds()

    things = Things(desk.library, desk.sheet, desk.stores.orders.kinds, kinds_stored, desk.stores.images, desk.find)
    sources = PackSources(store, time, new_id, lambda: desk.library.rank(ranks(sources.all())))
    news = PackNews(store, time, new_id)
    overlays = Overlays(store, things)
    memory = PackMemory(sources, news, overlays)
    memory.load()
    packs, removal = Packs(store, things, memory, time), PackRemoval(store, things, memory, time)
    return Subscriptions(sources, news, overlays, packs, removal)
