"""A pack as plain values, as JSON and YAML write it: the way back of `tree.py`.

The rule: what is as it is anyway is not written, and the same pack always gives the same values in the same order.
"""

import base64
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import datetime
from typing import Any

import msgspec

from app.core.orders.kinds import OrderKind
from app.core.packs.ids import in_file, own
from app.core.packs.pack import Item, Pack, PackHead
from app.core.phrases.phrase import Output, Phrase, Place
from app.core.sheet.activities import Activity
from app.core.sheet.entries import Fact
from app.core.sheet.lifetimes import Lifetime
from app.core.sheet.products import Product
from app.formats.packs.shapes import NOT_READ, VERSION
from app.formats.packs.unknown import put_back

_ALWAYS = frozenset({"id", "name"})
_LISTS: Mapping[type, str] = {OrderKind: "kinds", Activity: "activities", Product: "products", Fact: "facts"}


def plain(pack: Pack) -> dict[str, Any]:
    """The pack as dicts, lists, texts, numbers, yes and no."""
    schema = pack.unknown.get("", {}).get("$schema")
    told: dict[str, Any] = {"$schema": schema} if isinstance(schema, str) else {}
    told |= {"pack": VERSION, **_head(pack.head)}
    if pack.must_read:
        told["must_read"] = sorted(own(item_id, pack.head.id) for item_id in pack.must_read)
    lists: dict[str, list[Any]] = {name: [] for name in (*_LISTS.values(), "phrases")}
    names = _names(pack)
    for item in (*pack.kinds, *pack.entries, *pack.phrases):
        lists[_LISTS.get(type(item), "phrases")].append(_item(item, pack, names))
    told |= {name: rows for name, rows in lists.items() if rows or name == "phrases"}
    if pack.images:
        told["images"] = {name: base64.b64encode(pack.images[name]).decode() for name in sorted(pack.images)}
    put_back(told, pack.unknown.get("", {}))
    return told


def _head(head: PackHead) -> dict[str, Any]:
    told = {part.name: getattr(head, part.name) for part in fields(PackHead)}
    return {name: _value(value) for name, value in told.items() if value or name in _ALWAYS}


def _item(item: Item, pack: Pack, names: Mapping[str, str]) -> dict[str, Any]:
    inside = in_file(item, pack.head.id)
    told = _phrase(inside, item, names) if isinstance(inside, Phrase) else _fields(inside)
    if not isinstance(item, Phrase):
        told = {name: value for name, value in told.items() if name not in NOT_READ}
    put_back(told, pack.unknown.get(item.id, {}))
    return told


def _names(pack: Pack) -> Mapping[str, str]:
    """What the activities and phases of the pack are called, by id."""
    names: dict[str, str] = {}
    for entry in pack.entries:
        if isinstance(entry, Activity):
            names[entry.id] = entry.name
            names |= {f"{entry.id} {phase.id}": phase.name for phase in entry.phases}
    return names


def _phrase(phrase: Phrase, known: Item, names: Mapping[str, str]) -> dict[str, Any]:
    assert isinstance(known, Phrase)
    told: dict[str, Any] = {
        "id": phrase.id,
        "title": phrase.title,
        "stage": phrase.stage.value if phrase.stage else None,
        "role": phrase.role.value if phrase.role else None,
        "group": list(phrase.group),
        "codes": list(phrase.codes),
        "keywords": list(phrase.keywords),
        "questions": list(phrase.questions),
        "pinned": phrase.is_pinned,
        "output": None if phrase.output is Output.PASTE else phrase.output.value,
        "images": [
            {"file": image.file, **({} if image.place is Place.AFTER else {"place": image.place.value})}
            for image in phrase.images
        ],
        "valid": _valid(phrase.lifetime, known.lifetime, names),
    }
    return {name: value for name, value in told.items() if value} | {"body": phrase.body}


def _valid(lifetime: Lifetime | None, known: Lifetime | None, names: Mapping[str, str]) -> dict[str, Any] | None:
    if lifetime is None or known is None:
        return None
    told = {
        "from": _value(lifetime.from_at),
        "until": _value(lifetime.until_at),
        "activity": names.get(known.activity_id, ""),
        "phase": names.get(f"{known.activity_id} {known.phase_id}", ""),
        "activity_id": lifetime.activity_id,
        "phase_id": lifetime.phase_id,
    }
    return {name: value for name, value in told.items() if value}


def _fields(value: Any) -> dict[str, Any]:
    """The fields of a value of ours that are not as they are anyway."""
    told: dict[str, Any] = {}
    for part in fields(value):
        one = getattr(value, part.name)
        if part.name in NOT_READ or (part.default is not MISSING and one == part.default):
            continue
        told[part.name] = _value(one)
    return told


def _value(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return _fields(value)
    if isinstance(value, tuple):
        return [_value(one) for one in value]
    if isinstance(value, datetime):
        return value.isoformat().replace("+00:00", "Z")
    return msgspec.to_builtins(value)
