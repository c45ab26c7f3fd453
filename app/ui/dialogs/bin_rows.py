"""What lies in the bin as a table: phrases and entries of the cheat-sheet, what each is, and how long it is kept."""

from collections.abc import Callable, Collection, Sequence
from datetime import datetime, timedelta
from enum import Enum
from typing import Any, Protocol
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Qt

from app.core.clockwork.moments import written
from app.core.phrases.phrase import Phrase
from app.core.sheet.activities import Activity
from app.core.sheet.products import Product
from app.core.sheet.sheet import Entry
from app.core.values import dataclass
from app.services.phrases.library import KEPT_IN_BIN
from app.ui.dialogs.group_field import path_text
from app.ui.dialogs.table import Index, TableRows
from app.ui.theme import Look
from app.ui.words import translate

_DAY = timedelta(days=1)
TITLE, NOUN, LEFT = range(3)


class Noun(Enum):
    """What something in the bin is; the value is its drawing."""

    PHRASE = "phrases"
    ACTIVITY = "activities"
    PRODUCT = "box"
    FACT = "shop"


class Deleted(Protocol):
    """What has a moment of its deletion."""

    @property
    def deleted_at(self) -> datetime | None:
        """When it was deleted."""
        ...


@dataclass(frozen=True, slots=True)
class Binned:
    """One thing in the bin. `text` is what it says, `place` where it was; a pack that had it may have withdrawn it."""

    id: str
    noun: Noun
    title: str
    text: str
    deleted_at: datetime | None
    place: str = ""
    is_withdrawn: bool = False


def of_phrase(phrase: Phrase) -> Binned:
    """A phrase in the bin."""
    return Binned(phrase.id, Noun.PHRASE, phrase.title, phrase.body, phrase.deleted_at, path_text(phrase.group))


def of_entry(entry: Entry, zone: ZoneInfo) -> Binned:
    """An entry of the cheat-sheet in the bin; activities of the same name are told apart by their days."""
    if isinstance(entry, Activity):
        spans = ((each.name, written(each.starts_at, zone), written(each.ends_at, zone)) for each in entry.phases)
        phases = (f"{name}  {starts} – {ends}" for name, starts, ends in spans)
        text = "\n".join(each for each in (*phases, entry.how_to_buy, entry.note) if each)
        return Binned(entry.id, Noun.ACTIVITY, entry.name, text, entry.deleted_at, entry.platform)
    if isinstance(entry, Product):
        points = (*entry.selling_points, entry.size, entry.capacity, entry.material)
        text = "\n".join(each for each in points if each)
        return Binned(entry.id, Noun.PRODUCT, entry.name, text, entry.deleted_at, " ".join(entry.codes))
    return Binned(entry.id, Noun.FACT, entry.question, entry.answer, entry.deleted_at)


def noun(value: Noun) -> str:
    """The word of a noun."""
    return {
        Noun.PHRASE: translate("bin_rows", "Phrase"),
        Noun.ACTIVITY: translate("bin_rows", "Activity"),
        Noun.PRODUCT: translate("bin_rows", "Product"),
        Noun.FACT: translate("bin_rows", "Question"),
    }[value]


def days_left(thing: Deleted, now: datetime) -> int:
    """Whole days until it is deleted by itself, counting the one that has begun; 0 from then on."""
    if thing.deleted_at is None:
        return KEPT_IN_BIN // _DAY
    return max(0, -((now - thing.deleted_at - KEPT_IN_BIN) // _DAY))


class BinRows(TableRows[Binned]):
    """What holds a text, without what is about to be deleted; the latest first."""

    columns = 3

    def __init__(self, now: Callable[[], datetime], look: Look | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now, self._look = now, look
        self._all: Sequence[Binned] = ()
        self._text = ""
        self._hidden: frozenset[str] = frozenset()
        if look:
            look.changed.connect(self.retranslate)

    def show_things(self, things: Sequence[Binned], hidden: Collection[str] = ()) -> None:
        """Show what lies in the bin, but some."""
        self._all = sorted(things, key=lambda each: self._now() - (each.deleted_at or self._now()))
        self._hidden = frozenset(hidden)
        self._filter()

    def narrow(self, text: str) -> None:
        """Show only what holds a text in title, body, noun or place."""
        self._text = text.strip().casefold()
        self._filter()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a cell; the drawing of what it is before the title."""
        thing = self.row(index)
        if thing is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            days = self.tr("{days} days").replace("{days}", str(days_left(thing, self._now())))
            withdrawn = self.tr("withdrawn by the pack") if thing.is_withdrawn else ""
            what = " · ".join(each for each in (noun(thing.noun), withdrawn, thing.place) if each)
            return (thing.title, what, days)[index.column()]
        if role == Qt.ItemDataRole.DecorationRole and index.column() == TITLE and self._look:
            return self._look.icon(thing.noun.value)
        return None

    def headings(self) -> tuple[str, ...]:
        """Title, what it is, time left."""
        return self.tr("Title"), self.tr("What it is"), self.tr("Kept for")

    def _filter(self) -> None:
        self.show_only([thing for thing in self._all if thing.id not in self._hidden and self._lets(thing)])

    def _lets(self, thing: Binned) -> bool:
        texts = (thing.title, thing.text, thing.place, noun(thing.noun))
        return not self._text or any(self._text in text.casefold() for text in texts)
