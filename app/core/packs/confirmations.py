"""What agents have read of a pack's must-reads, as the small files that they write back for the lead.

The rule: a confirmation names the publication that was read, so that a thing that changes again asks again. These files
are signed by nobody: they tell the lead whom to remind, and decide nothing.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from datetime import UTC, datetime

import msgspec

from app.core.clockwork.moments import BadMoment, in_utc
from app.core.values import dataclass

VERSION = 1
MAX_BYTES = 256 * 1024
"""A file of confirmations that is larger is none."""
MAX_AGENTS = 5_000
"""More files than this are not read."""
MAX_NAME = 100


@dataclass(frozen=True, slots=True)
class Confirmations:
    """What one agent has read of one pack: `items` holds the number of the publication in which each was confirmed.

    `number` is the publication that the agent's program uses; both are there though nothing had to be confirmed.
    """

    pack_id: str
    agent: str
    number: int
    at: datetime
    items: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reader:
    """How far one agent is with a publication. `missing` are the must-reads that were not confirmed, in order.

    `number` 0 and no `at`: nothing was ever heard of the agent.
    """

    agent: str
    number: int = 0
    at: datetime | None = None
    missing: tuple[str, ...] = ()

    @property
    def has_read_all(self) -> bool:
        """Whether every must-read is confirmed."""
        return not self.missing


class _Plain(msgspec.Struct, frozen=True):
    read: int
    pack: str
    agent: str
    number: int
    at: datetime
    items: dict[str, int]


def read_confirmations(content: bytes, pack_id: str) -> Confirmations | None:
    """What an agent wrote down; None where the file is none of this pack's."""
    try:
        plain = msgspec.json.decode(content, type=_Plain)
    except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError):
        return None
    agent = " ".join(plain.agent.split())[:MAX_NAME]
    if len(content) > MAX_BYTES or plain.read != VERSION or plain.pack != pack_id or not agent:
        return None
    try:
        return Confirmations(plain.pack, agent, plain.number, in_utc(plain.at), plain.items)
    except BadMoment:
        return None


def written_confirmations(confirmations: Confirmations) -> bytes:
    """The file of an agent."""
    plain = _Plain(
        read=VERSION,
        pack=confirmations.pack_id,
        agent=confirmations.agent,
        number=confirmations.number,
        at=confirmations.at.astimezone(UTC),
        items=dict(sorted(confirmations.items.items())),
    )
    return msgspec.json.format(msgspec.json.encode(plain), indent=1) + b"\n"


def readers(marks: Mapping[str, int], confirmed: Iterable[Confirmations], expected: Iterable[str]) -> Sequence[Reader]:
    """How far everybody is, those who have most to read first. `marks` tells since which number each must-read is one.

    `expected` are agents that should be there; where one is written in two files the newer counts.
    """
    newest: dict[str, Confirmations] = {}
    for each in sorted(confirmed, key=lambda one: one.at):
        newest[each.agent] = each
    told = [_reader(each, marks) for each in newest.values()]
    told += [Reader(agent, missing=tuple(marks)) for agent in dict.fromkeys(expected) if agent not in newest]
    return sorted(told, key=lambda reader: (-len(reader.missing), reader.number, reader.agent))


def _reader(confirmed: Confirmations, marks: Mapping[str, int]) -> Reader:
    missing = tuple(item_id for item_id, since in marks.items() if confirmed.items.get(item_id, 0) < since)
    return Reader(confirmed.agent, confirmed.number, confirmed.at, missing)
