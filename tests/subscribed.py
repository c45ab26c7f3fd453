"""A PC that takes packs over, and packs for it."""

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from app.core.orders.kinds import OrderKind
from app.core.packs.pack import Item, Pack, PackHead
from app.core.packs.refusals import Refused
from app.core.packs.sources import PackSource
from app.core.packs.trust import Standing, Verdict
from app.core.phrases.phrase import Phrase
from app.core.settings import Settings
from app.core.sheet.sheet import Entry, Sheet
from app.ports import OrderStore, PackStore, PhraseStore, SheetStore
from app.services.packs.memory import PackMemory
from app.services.packs.news import PackNews
from app.services.packs.overlays import Overlays
from app.services.packs.packs import Packs
from app.services.packs.removal import PackRemoval
from app.services.packs.sources import PackSources
from app.services.packs.things import Applied, Things
from app.services.phrases.library import Library
from app.services.sheet.sheet import CheatSheet
from app.services.shop_time import ShopTime
from tests.fakes import FakeClock, FakeImages, FakeOrders, FakePacks, FakePhrases, FakeSheets

NOW = datetime(2026, 11, 11, 6, 0, tzinfo=UTC)
SHOP = "shop"


def phrase(own_id: str, body: str = "", pack_id: str = SHOP, **fields: object) -> Phrase:
    """A phrase of a pack."""
    title = str(fields.pop("title", own_id))
    return Phrase(f"{pack_id}/{own_id}", title, body or f"亲，{own_id}", source=pack_id, **fields)  # type: ignore[arg-type]


def pack(*items: Item, number: int = 1, must_read: Collection[str] = (), pack_id: str = SHOP) -> Pack:
    """A publication of some things; `must_read` are own ids."""
    return Pack(
        PackHead(pack_id, "店铺话术", number),
        tuple(one for one in items if isinstance(one, Phrase)),
        tuple(one for one in items if not isinstance(one, (Phrase, OrderKind))),
        tuple(one for one in items if isinstance(one, OrderKind)),
        frozenset(f"{pack_id}/{one}" for one in must_read),
    )


def verdict(given: Pack, standing: Standing = Standing.TRUSTED) -> Verdict:
    """What trust says of a pack."""
    return Verdict(standing, sha256=f"{given.head.id} {given.head.number} {hash(given.phrases)}")


@dataclass
class Searched:
    """A search that knows what it was told."""

    rows: dict[str, Phrase] = field(default_factory=dict)
    built_count: int = 0

    def built(self, phrases: Collection[Phrase]) -> dict[str, Phrase]:
        self.built_count += 1
        return {one.id: one for one in phrases}

    def replace(self, phrases_index: dict[str, Phrase]) -> None:
        self.rows = dict(phrases_index)

    def update(self, changed: Collection[Phrase], removed: Collection[str] = ()) -> None:
        self.rows |= {one.id: one for one in changed}
        for key in removed:
            self.rows.pop(key, None)


class Pc:
    """One agent's program, over fakes or over stores that are given."""

    def __init__(
        self,
        phrases: PhraseStore | None = None,
        sheets: SheetStore | None = None,
        orders: OrderStore | None = None,
        packs: PackStore | None = None,
    ) -> None:
        self.clock = FakeClock(NOW)
        self.ids = iter(range(1, 100_000))
        self.phrases: PhraseStore = FakePhrases() if phrases is None else phrases
        self.sheets: SheetStore = FakeSheets() if sheets is None else sheets
        self.orders: OrderStore = FakeOrders() if orders is None else orders
        self.store = packs or FakePacks(self.phrases, self.sheets, self.orders)  # type: ignore[arg-type]
        self.search = Searched()
        self.told_of_entries: list[str] = []
        self.kinds_reloaded = 0
        self.images = FakeImages()
        self.start()

    def start(self) -> None:
        """Build everything on what is stored."""
        time = ShopTime(self.clock, Settings)
        self.library = Library(self.phrases, self.clock, self.new_id, self.search.update)
        self.sheet = CheatSheet(self.sheets, self.clock, self.new_id, time.zone, self._take)
        self.sources = PackSources(self.store, self.clock, self.new_id)
        self.news = PackNews(self.store, self.clock, self.new_id)
        things = Things(self.library, self.sheet, self.orders.kinds, self._reload, self.images, self.search)
        self.overlays = Overlays(self.store, things)
        memory = PackMemory(self.sources, self.news, self.overlays)
        self.packs = Packs(self.store, things, memory, time)
        self.removal = PackRemoval(self.store, things, memory, self.clock)
        for each in (self.library, self.sheet, memory):
            each.load()
        self.search.replace({one.id: one for one in self.library.phrases()})

    def new_id(self) -> str:
        return f"new{next(self.ids)}"

    def subscribe(self, url: str = "/share/shop", *, is_confirmed: bool = True) -> PackSource:
        source = self.sources.add(url)
        if is_confirmed:
            self.sources.confirm(source.id, "RWQkey")
        return self.source(source.id)

    def source(self, source_id: str = "new1") -> PackSource:
        source = self.sources.get(source_id)
        assert source is not None
        return source

    def take(self, given: Pack, source_id: str = "new1") -> Applied:
        """Take a pack over; it must not be refused."""
        applied = self.packs.take(source_id, given, verdict(given))
        assert isinstance(applied, Applied), applied
        return applied

    def refused(self, given: Pack, source_id: str = "new1") -> Refused:
        """Offer a pack; it must be refused."""
        refused = self.packs.take(source_id, given, verdict(given))
        assert isinstance(refused, Refused), refused
        return refused

    def edit(self, own_id: str, **fields: object) -> None:
        """The agent edits a phrase of the pack in the editor."""
        self.library.save(replace(self.phrase(own_id), **fields))  # type: ignore[arg-type]

    def edit_entry(self, own_id: str, **fields: object) -> None:
        """The agent edits an entry of the pack."""
        self.sheet.save(replace(self.entry(own_id), **fields))  # type: ignore[type-var,arg-type]

    def phrase(self, own_id: str, pack_id: str = SHOP) -> Phrase:
        found = self.library.get(f"{pack_id}/{own_id}")
        assert found is not None
        return found

    def entry(self, own_id: str) -> Entry:
        found = self.sheet.get(f"{SHOP}/{own_id}")
        assert found is not None
        return found

    def titles(self) -> set[str]:
        """What is in use."""
        return {one.title for one in self.library.phrases()}

    def in_step(self) -> bool:
        """Whether memory, search and store say the same."""
        in_memory = {one.id: one for one in self.library.shelf}
        is_found = self.search.rows == {one.id: one for one in self.library.phrases()}
        is_stored = in_memory == {one.id: one for one in self.phrases.all()} and self.sheets.all() == self.sheet.sheet
        are_news = set(self.store.latest_news()) == set(self.news.latest())
        is_moved = self.store.moved() == self.overlays._moved
        return is_found and is_stored and are_news and is_moved and self.store.sources() == self.sources.all()

    def _take(self, sheet: Sheet, changed: Collection[str]) -> None:
        self.told_of_entries += changed

    def _reload(self) -> None:
        self.kinds_reloaded += 1
