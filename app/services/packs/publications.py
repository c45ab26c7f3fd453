"""A published folder as it is read: what is the newest of each pack, all that ever was, and the bytes of each.

The rule: the files that hold the numbers are what is published; the index is only the quick way to them and is made
again from them wherever it is missing or broken. Nothing here is trusted yet: that is `app.core.packs.trust`'s to say.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from enum import Enum
from itertools import islice

from app.core.packs.index import MAX_BYTES, BadIndex, Entry, read_index, read_taken
from app.core.packs.names import (
    INDEX,
    key_file,
    number_file,
    read_number_file,
    read_pack_file,
    sha256,
    signature_file,
)
from app.core.packs.signatures import MAX_BYTES as MAX_SIGNATURE
from app.core.packs.signatures import BadKey, PublicKey, read_public_key
from app.core.shares.share import Fault, ShareTrouble
from app.core.values import dataclass
from app.ports.shares import Share


class State(Enum):
    """What became of a publication."""

    CURRENT = "current"
    PAST = "past"
    OUTRUN = "outrun"
    UNFINISHED = "unfinished"


@dataclass(frozen=True, slots=True)
class Publication:
    """One publication of a pack. `entry` is None where nothing but names is left of it."""

    pack_id: str
    number: int
    state: State
    file: str = ""
    entry: Entry | None = None


@dataclass(frozen=True, slots=True)
class Fetched:
    """The bytes of a publication, with what `trust.verified` asks for."""

    entry: Entry
    content: bytes
    signature: bytes | None
    offered: PublicKey | None


class Publications:
    """What a published folder holds. Every method raises `ShareTrouble`."""

    def __init__(self, share: Share) -> None:
        self._share = share

    def newest(self) -> Mapping[str, Entry]:
        """The newest publication of each pack, by its id: from the index, from a listing where there is no good one.

        Raises `BadIndex` where the index is of a newer program, and where it is broken and nothing can be listed.
        """
        try:
            return read_index(self._share.read(INDEX, MAX_BYTES))
        except BadIndex as bad:
            if bad.is_newer:
                raise
            return self._listed_instead(bad)
        except ShareTrouble as trouble:
            if trouble.reason not in (Fault.NOT_THERE, Fault.TOO_BIG):
                raise
            return self._listed_instead(trouble)

    def listed(self) -> Mapping[str, Entry]:
        """The same from the files that hold the numbers, with everything that they tell."""
        names = self._share.names()
        return {
            pack_id: entry
            for pack_id in sorted({taken[0] for taken in map(read_number_file, names) if taken})
            if (entry := self._newest_of(pack_id, names)) is not None
        }

    def highest(self, pack_id: str) -> int:
        """The highest number that is taken, though nothing of it may be readable; 0 before the first."""
        return max(_numbers(pack_id, self._share.names()), default=0)

    def newest_of(self, pack_id: str) -> Entry | None:
        """The newest publication of one pack, by the files that hold the numbers."""
        return self._newest_of(pack_id, self._share.names())

    def numbered(self, pack_id: str, number: int) -> Entry | None:
        """The publication that holds a number; None where nobody does, or its files are not whole."""
        return self._entry(pack_id, number, self._share.names())

    def latest(self, pack_id: str, count: int) -> Sequence[Entry]:
        """So many publications that are whole, newest first."""
        names = self._share.names()
        numbers = sorted(_numbers(pack_id, names), reverse=True)
        whole = (entry for number in numbers if (entry := self._entry(pack_id, number, names)))
        return list(islice(whole, count))

    def history(self, pack_id: str) -> Sequence[Publication]:
        """Everything that was ever published of a pack, newest first; also what was outrun or never finished."""
        names = self._share.names()
        taken = {number: self._entry(pack_id, number, names) for number in _numbers(pack_id, names)}
        current = max((number for number, entry in taken.items() if entry), default=0)
        told = [_told(pack_id, number, entry, current) for number, entry in taken.items()]
        told += [each for name in names if (each := _beside(name, pack_id, taken)) is not None]
        return sorted(told, key=lambda each: (-each.number, each.state.value, each.file))

    def fetched(self, entry: Entry) -> Fetched:
        """The bytes of a publication, its signature and the key beside it."""
        content = self._share.read(entry.file)
        signature = self._read(signature_file(entry.file), MAX_SIGNATURE)
        return Fetched(entry, content, signature, self.offered(entry.key_name))

    def offered(self, key_name: str) -> PublicKey | None:
        """The public key of this id that lies in the folder; None where there is no good one."""
        raw = self._read(key_file(key_name), MAX_SIGNATURE) if key_name.isalnum() else None
        try:
            key = read_public_key(raw.decode("utf-8")) if raw else None
        except (BadKey, UnicodeDecodeError):
            return None
        return key if key and key.name == key_name else None

    def is_index_behind(self) -> bool:
        """Whether the index tells anything else than the files that hold the numbers."""
        try:
            told = read_index(self._share.read(INDEX, MAX_BYTES))
        except BadIndex as bad:
            if bad.is_newer:
                raise
            return True
        except ShareTrouble as trouble:
            if trouble.reason not in (Fault.NOT_THERE, Fault.TOO_BIG):
                raise
            return bool(self.listed())
        return told != {pack_id: replace(entry, marks={}) for pack_id, entry in self.listed().items()}

    def _listed_instead(self, error: Exception) -> Mapping[str, Entry]:
        try:
            return self.listed()
        except ShareTrouble as trouble:
            if trouble.reason is Fault.NOT_LISTED:
                raise error from None
            raise

    def _newest_of(self, pack_id: str, names: Sequence[str]) -> Entry | None:
        numbers = sorted(_numbers(pack_id, names), reverse=True)
        return next((entry for number in numbers if (entry := self._entry(pack_id, number, names))), None)

    def _entry(self, pack_id: str, number: int, names: Sequence[str]) -> Entry | None:
        name = number_file(pack_id, number)
        raw = self._read(name, MAX_BYTES) if name in names else None
        entry = read_taken(raw, pack_id, number) if raw else None
        has_files = entry is not None and {entry.file, signature_file(entry.file)}.issubset(names)
        return entry if has_files else None

    def _read(self, name: str, limit: int) -> bytes | None:
        """A small file; None where it is not there, or is no small file."""
        try:
            return self._share.read(name, limit)
        except ShareTrouble as trouble:
            if trouble.reason in (Fault.NOT_THERE, Fault.TOO_BIG, Fault.BAD_NAME):
                return None
            raise


def is_whole(fetched: Fetched) -> bool:
    """Whether the bytes are those that the entry tells of."""
    return len(fetched.content) == fetched.entry.size and sha256(fetched.content) == fetched.entry.sha256


def _numbers(pack_id: str, names: Sequence[str]) -> set[int]:
    return {taken[1] for taken in map(read_number_file, names) if taken and taken[0] == pack_id}


def _told(pack_id: str, number: int, entry: Entry | None, current: int) -> Publication:
    if entry is None:
        return Publication(pack_id, number, State.UNFINISHED)
    return Publication(pack_id, number, State.CURRENT if number == current else State.PAST, entry.file, entry)


def _beside(name: str, pack_id: str, taken: Mapping[int, Entry | None]) -> Publication | None:
    """What a pack's file is that does not hold its number: another was faster, or it was never finished."""
    file = read_pack_file(name)
    if file is None or file.pack_id != pack_id:
        return None
    holder = taken.get(file.number)
    if holder is not None and holder.file == name:
        return None
    state = State.OUTRUN if file.number in taken else State.UNFINISHED
    return Publication(pack_id, file.number, state, name)
