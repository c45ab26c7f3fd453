"""The index of a published folder: which publication of each pack is the newest, and where it lies.

The rule: an index is a signpost and nothing more. It is not signed, so nothing in it is believed that the signature of
the publication does not confirm, and a signpost that leads out of the folder or to another pack's file is not followed.
"""

from collections.abc import Iterable, Mapping
from dataclasses import field
from datetime import UTC, datetime

import msgspec

from app.core.clockwork.moments import BadMoment, in_utc
from app.core.packs.names import MAX_NUMBER, read_pack_file
from app.core.packs.pack import is_pack_id
from app.core.values import dataclass

VERSION = 1
MAX_BYTES = 1024 * 1024
"""An index that is larger is none."""
_HASH_DIGITS = frozenset("0123456789abcdef")


class BadIndex(Exception):
    """What is no index, or one of a newer form (`is_newer`)."""

    def __init__(self, why: str, *, is_newer: bool = False) -> None:
        super().__init__(why)
        self.is_newer = is_newer


@dataclass(frozen=True, slots=True)
class Entry:
    """One publication. `sha256` and `size` are its file's; `marks` tells since which number each must-read is one."""

    pack_id: str
    number: int
    file: str
    sha256: str
    size: int
    published_at: datetime
    publisher: str = ""
    note: str = ""
    key_name: str = ""
    must_read_count: int = 0
    name: str = ""
    marks: Mapping[str, int] = field(default_factory=dict)


class _Plain(msgspec.Struct, frozen=True, omit_defaults=True, rename={"key_name": "key_id"}):
    number: int
    file: str
    sha256: str
    size: int
    published_at: datetime
    publisher: str = ""
    note: str = ""
    key_name: str = ""
    must_read: int = 0
    name: str = ""
    marks: dict[str, int] = {}


class _Index(msgspec.Struct, frozen=True):
    index: int
    packs: dict[str, msgspec.Raw]


class _Taken(msgspec.Struct, frozen=True):
    """The file that holds a number: one entry, with the id that it is about."""

    taken: int
    pack: str
    entry: _Plain


def read_index(content: bytes) -> Mapping[str, Entry]:
    """The newest publication of each pack, by the pack's id; entries that are wrong are left out. Raises `BadIndex`."""
    if len(content) > MAX_BYTES:
        raise BadIndex("too large")
    try:
        index = msgspec.json.decode(content, type=_Index)
    except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError) as error:
        raise BadIndex(str(error)) from None
    if index.index != VERSION:
        raise BadIndex(f"version {index.index}", is_newer=index.index > VERSION)
    read = ((pack_id, _read(bytes(raw))) for pack_id, raw in index.packs.items())
    entries = {pack_id: _entry(pack_id, plain) for pack_id, plain in read if plain is not None}
    return {pack_id: entry for pack_id, entry in entries.items() if entry is not None}


def written_index(entries: Iterable[Entry]) -> bytes:
    """The index of these publications. What only the lead's side needs is left in the files that hold the numbers."""
    packs = {entry.pack_id: _plain(entry, has_marks=False) for entry in sorted(entries, key=lambda each: each.pack_id)}
    return msgspec.json.format(msgspec.json.encode({"index": VERSION, "packs": packs}), indent=1) + b"\n"


def read_taken(content: bytes, pack_id: str, number: int) -> Entry | None:
    """The publication that holds a number; None where the file does not tell it (it was never written to its end)."""
    try:
        taken = msgspec.json.decode(content, type=_Taken)
    except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError):
        return None
    entry = _entry(taken.pack, taken.entry)
    return entry if entry and taken.taken == VERSION and (entry.pack_id, entry.number) == (pack_id, number) else None


def written_taken(entry: Entry) -> bytes:
    """The file that holds a publication's number."""
    taken = {"taken": VERSION, "pack": entry.pack_id, "entry": _plain(entry, has_marks=True)}
    return msgspec.json.format(msgspec.json.encode(taken), indent=1) + b"\n"


def _plain(entry: Entry, *, has_marks: bool) -> _Plain:
    return _Plain(
        number=entry.number,
        file=entry.file,
        sha256=entry.sha256,
        size=entry.size,
        published_at=entry.published_at.astimezone(UTC),
        publisher=entry.publisher,
        note=entry.note,
        key_name=entry.key_name,
        must_read=entry.must_read_count,
        name=entry.name,
        marks=dict(entry.marks) if has_marks else {},
    )


def _read(raw: bytes) -> _Plain | None:
    try:
        return msgspec.json.decode(raw, type=_Plain)
    except (msgspec.MsgspecError, RecursionError):
        return None


def _entry(pack_id: str, plain: _Plain) -> Entry | None:
    """A publication as it is told; None where what is told cannot be."""
    file = read_pack_file(plain.file)
    is_meant = file is not None and (file.pack_id, file.number) == (pack_id, plain.number)
    is_hash = len(plain.sha256) == 64 and _HASH_DIGITS.issuperset(plain.sha256)
    if file is None or not is_meant or not is_hash or not plain.sha256.startswith(file.start_of_hash):
        return None
    if not is_pack_id(pack_id) or not 0 < plain.number <= MAX_NUMBER or plain.size < 0:
        return None
    try:
        published_at = in_utc(plain.published_at)
    except BadMoment:
        return None
    return Entry(
        pack_id=pack_id,
        number=plain.number,
        file=plain.file,
        sha256=plain.sha256,
        size=plain.size,
        published_at=published_at,
        publisher=plain.publisher,
        note=plain.note,
        key_name=plain.key_name,
        must_read_count=plain.must_read,
        name=plain.name,
        marks=plain.marks,
    )
