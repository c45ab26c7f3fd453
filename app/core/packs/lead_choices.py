"""What a lead chose the last time a pack was published from this PC, so that the next time nothing is asked again.

The rule: no password and no key is here; the folder's address is free of both.
"""

from dataclasses import replace
from enum import Enum

from app.core.values import dataclass


class Origin(Enum):
    """Where the pack is written: in a file of the lead's, or in this program."""

    FILE = "file"
    OWN = "own"


class Manner(Enum):
    """How it is given to the team: signed and numbered in a folder, or as one plain file."""

    FOLDER = "folder"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class LeadChoices:
    """`file` is the workbook that is published; the fields from `pack_id` to `has_kinds` are those of `Origin.OWN`.

    `groups` are the groups of phrases that go out; an empty path is the phrases without a group. With the products go
    the questions. `key_file` is another key than this PC's own. `rules` is the list of words that the check goes by,
    empty: the program's own. `team` are those who should read, so that one who was never heard of is missed too.
    """

    origin: Origin = Origin.FILE
    file: str = ""
    manner: Manner = Manner.FOLDER
    folder: str = ""
    plain_file: str = ""
    key_file: str = ""
    pack_id: str = ""
    pack_name: str = ""
    publisher: str = ""
    groups: tuple[tuple[str, ...], ...] = ()
    has_activities: bool = True
    has_products: bool = True
    has_kinds: bool = True
    rules: str = ""
    team: tuple[str, ...] = ()

    def renamed(self, group: tuple[str, ...], name: tuple[str, ...]) -> "LeadChoices":
        """The same once a group has another path: what went out goes out from there. The old one stays chosen too,
        because an undo brings it back.
        """
        moved = ((*name, *path[len(group) :]) for path in self.groups if path[: len(group)] == group)
        return replace(self, groups=tuple(dict.fromkeys((*self.groups, *moved))))
