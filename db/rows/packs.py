"""Sources of packs, the originals of their things and their news as rows, and back; for SQLAlchemy and plain sqlite3.

The rule: what this version cannot read stays where it lies, is told in the log by its id, and stops nothing.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import attrgetter
from typing import Any

import msgspec

from app.core.orders.kinds import OrderKind
from app.core.packs.overlays import PHRASE_FIELDS
from app.core.packs.pack import Item, Noun, noun_of
from app.core.packs.sources import News, Original, PackSource, in_priority
from app.core.phrases.phrase import Image, Output, Phrase, Role, Stage
from app.core.sheet.activities import Activity
from app.core.sheet.entries import Fact
from app.core.sheet.lifetimes import Lifetime
from app.core.sheet.products import Product
from db.phrase_fields import microseconds, moment
from db.rows.phrases import no_collection, readable

Ask = Callable[[str, Sequence[Any]], Iterable[Sequence[Any]]]
"""Gives the rows of a SELECT with question marks for the values."""
ITEM_COLUMNS = ("id", "pack_id", "noun", "document", "former", "withdrawn_at", "is_must_read")
_ITEMS = f"SELECT {', '.join(ITEM_COLUMNS)} FROM pack_items"  # noqa: S608 - our own names
LATEST = 200
"""So many news a start reads beside the must-reads that wait."""
_LATEST = f"SELECT id FROM pack_news ORDER BY told_at DESC, rowid LIMIT {LATEST}"  # noqa: S608 - our own number
_NEWS = "SELECT id, document FROM pack_news"
_AMONG = "WHERE id IN (SELECT value FROM json_each(?))"
_SOME_ITEMS, _SOME_NEWS = f"{_ITEMS} {_AMONG}", f"{_NEWS} {_AMONG}"
_IN_ORDER = "ORDER BY told_at DESC, rowid"


class _Text(msgspec.Struct, omit_defaults=True):
    """What a pack says of a phrase; short, because there are tens of thousands of them."""

    title: str = ""
    body: str = ""
    group: tuple[str, ...] = ()
    stage: Stage | None = None
    role: Role | None = None
    codes: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    output: Output = Output.PASTE
    images: tuple[Image, ...] = ()
    lifetime: Lifetime | None = None
    is_pinned: bool = False


_said = attrgetter(*PHRASE_FIELDS, "is_pinned")
_encode = msgspec.json.Encoder().encode
_read_text = msgspec.json.Decoder(_Text).decode
_read_source = msgspec.json.Decoder(PackSource).decode
_read_news = msgspec.json.Decoder(News).decode
_READERS: Mapping[str, Callable[[str], Any]] = {
    Noun.ACTIVITY.value: msgspec.json.Decoder(Activity).decode,
    Noun.PRODUCT.value: msgspec.json.Decoder(Product).decode,
    Noun.FACT.value: msgspec.json.Decoder(Fact).decode,
    Noun.KIND.value: msgspec.json.Decoder(OrderKind).decode,
}


def source_row(source: PackSource) -> dict[str, Any]:
    """The values of a row by its column."""
    return {"id": source.id, "position": source.position, "document": _encode(source).decode()}


def read_sources(ask: Ask) -> tuple[PackSource, ...]:
    """The sources in the order of their priority."""
    rows = ask("SELECT id, document FROM pack_sources", ())
    return in_priority(readable(rows, lambda row: _read_source(row[1]), "source of packs"))


def item_row(original: Original) -> tuple[Any, ...]:
    """The values of `ITEM_COLUMNS`."""
    item, former, at = original.item, original.former, original.withdrawn_at
    return (
        item.id,
        item.id.partition("/")[0],
        noun_of(item).value,
        _document(item),
        None if former is None else _document(former),
        None if at is None else microseconds(at),
        original.is_must_read,
    )


def read_originals(ask: Ask, pack_id: str) -> dict[str, Original]:
    """What a pack says of its things, by their ids; what it withdrew is among them."""
    return _originals(ask(f"{_ITEMS} WHERE pack_id = ? ORDER BY rowid", (pack_id,)))


def read_some(ask: Ask, ids: Sequence[str]) -> dict[str, Original]:
    """What packs say of some things."""
    wanted = _encode(list(ids)).decode()
    return _originals(ask(_SOME_ITEMS, (wanted,)))


def read_moved(ask: Ask) -> dict[str, Original]:
    """The originals that moved on while an own edit stayed."""
    return _originals(ask(f"{_ITEMS} WHERE former IS NOT NULL", ()))


def read_kind_ids(ask: Ask) -> frozenset[str]:
    """The ids of the kinds of orders that packs brought and did not withdraw."""
    rows = ask("SELECT id FROM pack_items WHERE noun = ? AND withdrawn_at IS NULL", (Noun.KIND.value,))
    return frozenset(row[0] for row in rows)


def news_row(news: News) -> dict[str, Any]:
    """The values of a row by its column."""
    return {
        "id": news.id,
        "source_id": news.source_id,
        "told_at": microseconds(news.told_at),
        "confirmed_at": microseconds(news.confirmed_at) if news.confirmed_at else None,
        "is_must_read": news.difference.is_must_read,
        "document": _encode(news).decode(),
    }


def read_latest_news(ask: Ask) -> list[News]:
    """The must-reads that wait and the latest news, the newest first."""
    waiting = "is_must_read AND confirmed_at IS NULL"
    return _news(ask(f"{_NEWS} WHERE {waiting} OR id IN ({_LATEST}) {_IN_ORDER}", ()))


def read_news(ask: Ask) -> list[News]:
    """All news that are kept, the newest first."""
    return _news(ask(f"{_NEWS} {_IN_ORDER}", ()))


def read_news_of(ask: Ask, ids: Sequence[str]) -> list[News]:
    """Some news by their ids."""
    return _news(ask(_SOME_NEWS, (_encode(list(ids)).decode(),)))


def _news(rows: Iterable[Sequence[Any]]) -> list[News]:
    return list(readable(rows, lambda row: _read_news(row[1]), "news"))


def _document(item: Item) -> str:
    if not isinstance(item, Phrase):
        return _encode(item).decode()
    return _encode(_Text(*_said(item))).decode()


def _originals(rows: Iterable[Sequence[Any]]) -> dict[str, Original]:
    with no_collection():
        return {one.item.id: one for one in readable(rows, _original, "original")}


def _original(row: Sequence[Any]) -> Original:
    item_id, pack_id, noun, document, former, withdrawn_at, is_must_read = row
    item = _item(item_id, pack_id, noun, document)
    was = None if former is None else _item(item_id, pack_id, noun, former)
    return Original(item, was, None if withdrawn_at is None else moment(withdrawn_at), bool(is_must_read))


def _item(item_id: str, pack_id: str, noun: str, document: str) -> Item:
    if noun != Noun.PHRASE.value:
        item: Item = _READERS[noun](document)
        return item
    said = _read_text(document)
    return Phrase(
        item_id,
        said.title,
        said.body,
        said.group,
        said.stage,
        said.role,
        said.codes,
        said.keywords,
        said.questions,
        said.is_pinned,
        output=said.output,
        images=said.images,
        source=pack_id,
        lifetime=said.lifetime,
    )
