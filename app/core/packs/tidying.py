"""Which files of a published folder nobody needs any more: those of publications long before the newest.

The rule: what is kept is whole and can be published again. Nothing from the oldest kept number on is touched, so that
neither the newest publication, nor what may be brought back, nor one that is being made just now loses a file.
"""

from collections.abc import Iterable

from app.core.packs.names import read_number_file, read_pack_file
from app.core.values import dataclass

_SIGNATURE = ".minisig"

KEPT = 50
"""So many publications are kept of each pack, unless somebody says otherwise."""
LEAST = 2
"""The newest and the one before it: what a mistake is taken back to."""


@dataclass(frozen=True, slots=True)
class Tidying:
    """What tidying one pack means: of `count` publications from `first` to `newest` nothing goes, but `files` do."""

    pack_id: str
    first: int
    newest: int
    count: int
    files: tuple[str, ...] = ()

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers of which something goes, in order."""
        return tuple(sorted({owner[1] for owner in map(_owner, self.files) if owner}))


def old_files(names: Iterable[str], pack_id: str, first: int) -> tuple[str, ...]:
    """The files of a pack's publications before a number, the oldest first."""
    owned = ((owner, name) for name in names if (owner := _owner(name)) is not None)
    return tuple(name for (owner, number), name in sorted(owned) if owner == pack_id and number < first)


def _owner(name: str) -> tuple[str, int] | None:
    """Of which pack and number a file is; None for any that is not a publication, its signature or its number."""
    file = read_pack_file(name.removesuffix(_SIGNATURE))
    return (file.pack_id, file.number) if file else read_number_file(name)
