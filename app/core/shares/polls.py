"""When a share is looked at again, and what of it is told to whom takes over its packs.

The rule: a share that answers is asked at an even pace, one that does not ever more seldom; no two computers keep step.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from datetime import datetime, timedelta

from app.core.shares.places import Address, Kind
from app.core.shares.share import Secret, ShareTrouble
from app.core.values import dataclass

EVERY: Mapping[Kind, timedelta] = {
    Kind.FILES: timedelta(seconds=20),
    Kind.SMB: timedelta(seconds=30),
    Kind.WEB: timedelta(seconds=60),
    Kind.S3: timedelta(seconds=120),
    Kind.OSS: timedelta(seconds=120),
}
SOON = timedelta(seconds=2)
"""Between two looks that must be equal before a plain file counts as whole."""
LONGEST = timedelta(minutes=10)
"""The longest pause, however long a share has been silent; one with an own pace above it keeps that."""
REHASHED = 10
"""Every so many looks a large plain file is read whatever its size and time say, and its hash decides."""
SMALL = 256 * 1024
"""Bytes: a plain file up to this size is read at every look."""

Wanted = Callable[[bytes], Sequence[str]]
"""Which files of a published folder are wanted, by its index; `ShareTrouble(Fault.UNSTEADY)` for a broken index."""


@dataclass(frozen=True, slots=True)
class Watched:
    """A source that is read again and again. `every` is its own pace, `wanted` is needed for a published folder."""

    id: str
    address: Address
    secret: Secret | None = None
    wanted: Wanted | None = None
    every: timedelta | None = None


@dataclass(frozen=True, slots=True)
class Delivery:
    """Whole files of a source as they were at `read_at`, by name: the plain file, or the index and what was wanted.

    `sha256` is that of the first, in hexadecimal. The same may be delivered again after a start.
    """

    source_id: str
    name: str
    sha256: str
    read_at: datetime
    files: Mapping[str, bytes] = field(repr=False)

    @property
    def content(self) -> bytes:
        """The first file: the plain one, or the index."""
        return self.files[self.name]


@dataclass(frozen=True, slots=True)
class Reach:
    """How a source was reached: when it last answered, and what its trouble is now, if any.

    What the program shows of the source is as old as `last_read_at`: None where it never answered.
    """

    last_read_at: datetime | None = None
    trouble: ShareTrouble | None = None
    failures: int = 0


def pause_after(watched: Watched, failures: int, chance: float) -> timedelta:
    """How long until the next look; `chance` between 0 and 1 keeps computers that started together out of step."""
    pace = watched.every or EVERY[watched.address.kind]
    longest = max(pace, LONGEST)
    grown = min(pace * (1 << min(failures, 16)), longest)
    return grown * (0.8 + 0.4 * chance)
