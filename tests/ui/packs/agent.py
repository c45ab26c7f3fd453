"""An agent's desk of fakes for the windows of packs: sources as they are told, and what was wanted of them."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from app.core.changes import NOTHING, Changed, Kind
from app.core.packs.overlays import Moved
from app.core.packs.pack import Difference, Fate, FieldChange, Item, Noun
from app.core.packs.sources import News, PackSource
from app.core.phrases.phrase import Phrase
from app.core.shares.polls import Reach
from app.core.shares.share import Secret
from app.core.sheet.sheet import EMPTY
from app.core.source_states import Form, SourceState, summary
from app.core.storage import NotStored, Trouble
from app.services.packs.removal import Keeping, Removed
from app.ui.packs.desk import NewsDesk, NotAdded, SourcesDesk

NOW = datetime(2026, 11, 11, 4, 0, tzinfo=UTC)
ZONE = ZoneInfo("Asia/Shanghai")
PACKS: Changed = frozenset({Kind.PACKS})


def source(at: int = 1, **fields: object) -> PackSource:
    """A source that brought something."""
    made = PackSource(
        f"s{at}",
        f"/share/{at}",
        f"话术包 {at}",
        at,
        is_confirmed=True,
        pack_id="shop",
        number=7,
        publisher="小周",
        taken_at=NOW - timedelta(hours=1),
        looked_at=NOW - timedelta(minutes=1),
    )
    return replace(made, **fields)  # type: ignore[arg-type]


def state(one: PackSource | None = None, **fields: object) -> SourceState:
    """How it stands: fresh."""
    made = SourceState(one or source(), Reach(NOW - timedelta(minutes=1)), form=Form.FOLDER)
    return replace(made, **fields)  # type: ignore[arg-type]


def news(key: str, *changes: FieldChange, fate: Fate = Fate.CHANGED, **fields: object) -> News:
    """One line of news."""
    must = bool(fields.pop("is_must_read", False))
    difference = Difference(f"shop/{key}", Noun.PHRASE, key, fate, changes, must)
    return replace(News(key, "s1", "店铺话术", 7, difference, NOW), **fields)  # type: ignore[arg-type]


@dataclass
class Agent:
    """What the windows ask of, and what they wanted."""

    states: list[SourceState] = field(default_factory=list)
    news: list[News] = field(default_factory=list)
    moved: list[Moved] = field(default_factory=list)
    items: dict[str, Item] = field(default_factory=dict)
    wanted: list[tuple[object, ...]] = field(default_factory=list)
    has_name: bool = True
    is_full: bool = False
    refuses: str = ""

    def news_desk(self) -> NewsDesk:
        return NewsDesk(
            news=lambda: self.news,
            moved=lambda: self.moved,
            states=lambda: self.states,
            summary=lambda: summary(self.states, sum(one.is_waiting for one in self.news)),
            confirm=self.confirm,
            keep_own=self._keep_own,
            reset=self._reset,
            undo_reset=lambda changed: self._want("undo_reset", changed) or PACKS,
            item=self.items.get,
            sheet=lambda: EMPTY,
            look=lambda: self._want("look"),
            now=lambda: NOW,
            zone=lambda: ZONE,
        )

    def sources_desk(self) -> SourcesDesk:
        return SourcesDesk(
            states=lambda: self.states,
            add=self._add,
            sign_in=self._verb("sign_in"),
            move_to=self._verb("move_to"),
            rename=self._verb("rename"),
            confirm=self._verb("confirm"),
            choose=self._verb("choose"),
            pause=self._verb("pause"),
            reorder=self._verb("reorder"),
            look=self._verb("look"),
            count=lambda _id: 12,
            remove=self._remove,
            put_back=self._verb("put_back"),
            has_name=lambda: self.has_name,
            now=lambda: NOW,
            zone=lambda: ZONE,
        )

    def confirm(self, ids: Collection[str]) -> Changed:
        self._store()
        self._want("confirm", *ids)
        self.news = [replace(one, confirmed_at=NOW) if one.id in ids else one for one in self.news]
        return PACKS

    def _keep_own(self, ids: Collection[str]) -> Changed:
        self._want("keep_own", *ids)
        self.moved = [one for one in self.moved if one.item_id not in ids]
        return PACKS

    def _reset(self, ids: Collection[str]) -> Changed:
        self._want("reset", *ids)
        self.moved = [one for one in self.moved if one.item_id not in ids]
        return frozenset({Kind.PHRASES})

    def _add(self, text: str, secret: Secret | None) -> str:
        if self.refuses:
            raise NotAdded(self.refuses)
        self._store()
        self._want("add", text, secret)
        made = source(len(self.states) + 1, url=text, name="", taken_at=None, looked_at=None)
        self.states.append(SourceState(made, form=Form.FOLDER))
        return made.id

    def _remove(self, source_id: str, keeping: Keeping) -> Removed | None:
        self._want("remove", source_id, keeping)
        gone = next(one.source for one in self.states if one.source.id == source_id)
        self.states = [one for one in self.states if one.source.id != source_id]
        return Removed(gone, keeping, 12)

    def _verb(self, name: str) -> Callable[..., object]:
        def verb(*what: object) -> None:
            self._store()
            self._want(name, *what)

        return verb

    def _want(self, *what: object) -> Changed:
        self.wanted.append(what)
        return NOTHING

    def _store(self) -> None:
        if self.is_full:
            raise NotStored(Trouble.FULL)


def phrase(key: str, body: str) -> Phrase:
    """A phrase of the pack."""
    return Phrase(f"shop/{key}", key, body, source="shop")


def ids_of(rows: Sequence[News]) -> list[str]:
    return [one.id for one in rows]
