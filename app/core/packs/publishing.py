"""What comes of publishing a pack, and why it may not be published, as values that every room may know.

The rule: nothing that was published is ever changed or taken back; what is wrong is published again, under the next
number.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from enum import Enum

from app.core.packs.index import Entry
from app.core.packs.pack import Difference, Fate, Pack
from app.core.shares.share import ShareTrouble
from app.core.values import dataclass

MAX_NOTE = 2_000


class Obstacle(Enum):
    """Why something was not published; `SENTENCES` says it in words."""

    BAD_ID = "bad_id"
    ID_IN_OTHER_CASE = "id_in_other_case"
    EMPTY = "empty"
    NO_KEY = "no_key"
    OTHER_KEY = "other_key"
    KEY_FILE = "key_file"
    UNKNOWN_MUST_READ = "unknown_must_read"
    NOTE_TOO_LONG = "note_too_long"
    TOO_BIG = "too_big"
    NOT_READ_BACK = "not_read_back"
    EXPIRED = "expired"
    NOTHING_NEW = "nothing_new"
    NEWER_FOLDER = "newer_folder"
    NO_SUCH_NUMBER = "no_such_number"
    NOT_OURS = "not_ours"


SENTENCES: Mapping[Obstacle, str] = {
    Obstacle.BAD_ID: "A pack that is called “{names}” cannot be published; choose letters, digits, - and _ for its id.",
    Obstacle.ID_IN_OTHER_CASE: "The folder holds a pack “{names}” already, and the ids differ only in large and small "
    "letters, which some computers cannot tell apart.",
    Obstacle.EMPTY: "There is nothing in the pack. To withdraw everything, leave one thing in it that says so.",
    Obstacle.NO_KEY: "Publishing takes a key to sign with. Make one with “qindesk pack keygen”.",
    Obstacle.OTHER_KEY: "What was published so far is signed with another key ({names}). Everybody who trusts that one "
    "will refuse yours until they confirm it anew.",
    Obstacle.KEY_FILE: "The folder holds another key under the name of yours ({names}). Nothing was published.",
    Obstacle.UNKNOWN_MUST_READ: "Nothing in the pack has the id “{names}”, which is marked as must-read.",
    Obstacle.NOTE_TOO_LONG: "The note is too long; {names} characters is the most.",
    Obstacle.TOO_BIG: "The pack is larger than {names} MB. Make its pictures smaller.",
    Obstacle.NOT_READ_BACK: "What would be written cannot be read again as the same pack. Nothing was published.",
    Obstacle.EXPIRED: "The pack holds until a moment that has passed ({names}); everybody would refuse it.",
    Obstacle.NOTHING_NEW: "Nothing has changed since publication {names}. Nothing was published.",
    Obstacle.NEWER_FOLDER: "The folder is kept by a newer QinDesk. Update this one before you publish.",
    Obstacle.NO_SUCH_NUMBER: "There is no publication {names} that is whole.",
    Obstacle.NOT_OURS: "Publication {names} is not signed with your key, or was changed since; it is not brought back.",
}


class NotPublished(Exception):
    """Something stands against publishing; nothing was written that anybody reads."""

    def __init__(self, obstacle: Obstacle, *names: object) -> None:
        self.obstacle = obstacle
        self.names = tuple(map(str, names))
        super().__init__(": ".join((obstacle.value, *self.names)))

    def sentence(self) -> str:
        """The obstacle in English words."""
        return SENTENCES[self.obstacle].replace("{names}", ", ".join(self.names))


@dataclass(frozen=True, slots=True)
class Base:
    """What a folder holds of a pack now. `expected_number` is what `publish` asks for, to notice that others published.

    `pack` is the newest publication's; None before the first and where it is damaged or signed with a key that is not
    ours (then `entry` is there all the same).
    """

    expected_number: int = 0
    entry: Entry | None = None
    pack: Pack | None = None


@dataclass(frozen=True, slots=True)
class Preview:
    """What publishing would do: the pack as it would be, and what became of each thing since the newest publication."""

    base: Base
    pack: Pack
    size: int
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Published:
    """It is published. `index_trouble` is why others don't see it yet: the index could not be written.

    What was published a moment ago, where only the answer was lost on the way, counts too.
    """

    entry: Entry
    differences: tuple[Difference, ...]
    index_trouble: ShareTrouble | None = None


@dataclass(frozen=True, slots=True)
class Outrun:
    """Somebody else published first; nothing of ours is seen by anybody.

    `base` is what is there now: publish again with its `expected_number` to go on top of it. `differences` are what
    ours would change in it; `kept` is the file in the folder that ours lies in, empty where it was not written.
    """

    base: Base
    differences: tuple[Difference, ...]
    kept: str = ""


def to_publish(pack: Pack, note: str | None, must_read: Collection[str] | None) -> Pack:
    """A pack with its note and its must-reads; None leaves what it says itself. Raises `NotPublished`."""
    marked = pack.must_read if must_read is None else frozenset(must_read)
    unknown = sorted(marked - pack.items().keys())
    if unknown:
        raise NotPublished(Obstacle.UNKNOWN_MUST_READ, *unknown[:5])
    said = pack.head.note if note is None else note.strip()
    if len(said) > MAX_NOTE:
        raise NotPublished(Obstacle.NOTE_TOO_LONG, MAX_NOTE)
    return replace(pack, head=replace(pack.head, note=said), must_read=marked)


def marks_since(
    pack: Pack, number: int, differences: Sequence[Difference], former: Mapping[str, int]
) -> Mapping[str, int]:
    """Since which publication each must-read is one: this one, where it is new, has changed or was just marked."""
    moved = {each.item_id for each in differences if each.fate in (Fate.ADDED, Fate.CHANGED)}
    order = [item_id for item_id in pack.items() if item_id in pack.must_read]
    return {item_id: number if item_id in moved else former.get(item_id, number) for item_id in order}
