"""One look at a source: what is new there, whole and checked against what was seen before.

The rule: a plain file is handed over only after two looks read the same bytes, because the one who writes it writes
while we read. What a published folder holds never changes under its name, so that its files are read once.
"""

import hashlib
from dataclasses import replace
from datetime import datetime

from app.core.shares.places import INDEX, Kind
from app.core.shares.polls import REHASHED, SMALL, Delivery, Watched
from app.core.shares.share import Fault, Fresh, Look, ShareTrouble
from app.core.values import dataclass
from app.ports.shares import Share

BESIDE = (".minisig", ".pub")


@dataclass(frozen=True, slots=True)
class Memory:
    """What is known of a source from former looks. `waiting` is the hash that one look read and the next must read too.

    Size and time are not believed for ever: without an ETag every tenth look reads the file and its hash decides. Nor
    are those of a file that was only just written, because a web server counts in whole seconds.
    """

    delivery: Delivery | None = None
    look: Look | None = None
    waiting: str | None = None
    looks: int = 0


@dataclass(frozen=True, slots=True)
class Passed:
    """What a look came to: what is known now, something new to hand over, and whether to look again at once."""

    memory: Memory
    delivery: Delivery | None = None
    is_unsteady: bool = False


def passed(share: Share, watched: Watched, memory: Memory, now: datetime) -> Passed:
    """Look at a source once. Raises `ShareTrouble`; the memory then stays as it was."""
    name = watched.address.file or INDEX
    memory = replace(memory, looks=memory.looks + 1)
    known = memory.look
    is_due = memory.looks % REHASHED == 0 and not (known and known.etag)
    if memory.waiting is not None or is_due or (known and known.is_recent):
        known = None
    if watched.address.kind in (Kind.FILES, Kind.SMB) and (share.look(name).size or 0) <= SMALL:
        known = None
    fresh = share.read_new(name, known)
    if not watched.address.file:
        return _published(share, watched, memory, fresh, now)
    return _plain(watched, memory, fresh, now)


def _plain(watched: Watched, memory: Memory, fresh: Fresh | None, now: datetime) -> Passed:
    name = watched.address.file
    if fresh is None:
        return Passed(memory)
    digest = sha256_of(fresh.content)
    if memory.delivery is not None and digest == memory.delivery.sha256:
        return Passed(replace(memory, look=fresh.look, waiting=None))
    if memory.waiting != digest:
        return Passed(replace(memory, waiting=digest), is_unsteady=True)
    delivery = Delivery(watched.id, name, digest, now, {name: fresh.content})
    return Passed(replace(memory, delivery=delivery, look=fresh.look, waiting=None), delivery)


def _published(share: Share, watched: Watched, memory: Memory, fresh: Fresh | None, now: datetime) -> Passed:
    if fresh is None:
        return Passed(memory)
    digest = sha256_of(fresh.content)
    former = memory.delivery
    wanted = watched.wanted(fresh.content) if watched.wanted else ()
    known = former.files if former else {}
    has_all = all(name in known or name.endswith(BESIDE) for name in wanted)  # another pack may be wanted by now
    if former is not None and digest == former.sha256 and has_all:
        return Passed(replace(memory, look=fresh.look))
    files = {INDEX: fresh.content}
    for name in wanted:
        content = known[name] if name in known else _read(share, name)
        if content is not None:
            files[name] = content
    delivery = Delivery(watched.id, INDEX, digest, now, files)
    return Passed(replace(memory, delivery=delivery, look=fresh.look), delivery)


def _read(share: Share, name: str) -> bytes | None:
    """A file of a published folder; a signature or key that is missing is what trust decides about, not we."""
    try:
        return share.read(name)
    except ShareTrouble as trouble:
        if trouble.reason is Fault.NOT_THERE and name.endswith(BESIDE):
            return None
        raise


def sha256_of(content: bytes) -> str:
    """The hash that decides whether two files are the same."""
    return hashlib.sha256(content).hexdigest()
