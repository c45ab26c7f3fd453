"""What the window of a lead does in helper threads: look into the folder, publish, compare, go back, see who has read.

The rule: what stands against it is an answer as well as what came of it; nothing here touches a widget.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field, replace
from typing import TypeVar

from app.core.imports.reading import Cancelled, Watch
from app.core.packs.differences import differences
from app.core.packs.index import BadIndex, Entry
from app.core.packs.lead_choices import LeadChoices, Manner
from app.core.packs.pack import Difference, Item, Pack, name_of
from app.core.packs.publishing import NotPublished, Obstacle, Outrun, Preview, Published, to_publish
from app.core.shares.share import ShareTrouble
from app.core.storage import NotWritten
from app.core.values import dataclass
from app.services.packs.confirming import Confirmed
from app.services.packs.publications import Publication, State
from app.services.packs.publishing import Publishing, Signer
from app.ui.pack_dialogs.publish_desk import Done, NoSigner, PublishDesk, Stopped
from app.ui.pack_dialogs.publish_words import Lack

T = TypeVar("T")
MOST_COUNTED = 12
"""So many publications are compared with the one before them; older ones are when they are looked at."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Everything that a publishing needs. `expected` is the number that the lead saw, None for a plain file."""

    choices: LeadChoices
    pack: Pack
    note: str
    must_read: frozenset[str]
    expected: int
    is_new_key: bool = False


@dataclass(frozen=True, slots=True)
class Opened:
    """A publishing that has ended, with the key that was opened for it."""

    done: Done
    signer: Signer | None = None
    theirs: tuple[Difference, ...] = ()
    preview: Preview | None = None


@dataclass(frozen=True, slots=True)
class History:
    """The publications of one pack; `names` are what the packs of the folder are called, by their ids."""

    pack_id: str
    names: Mapping[str, str]
    publications: Sequence[Publication] = ()
    changed: Mapping[str, tuple[Difference, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Comparison:
    """What became of everything between two publications."""

    old: Entry | None
    new: Entry
    differences: tuple[Difference, ...]
    items: Mapping[str, Item]


@dataclass(frozen=True, slots=True)
class Readers:
    """Who has read the newest publication; `names` are what its must-reads are called. None before the first."""

    confirmed: Confirmed | None
    names: Mapping[str, str] = field(default_factory=dict)


def answered(task: Callable[[], T]) -> T | Lack:
    """What a task gives, or what stands against it."""
    try:
        return task()
    except (NotPublished, ShareTrouble, NoSigner, NotWritten) as lack:
        return lack
    except BadIndex:
        return NotPublished(Obstacle.NEWER_FOLDER)


def previewed(desk: PublishDesk, choices: LeadChoices, pack: Pack) -> Preview:
    """What publishing would change."""
    if choices.manner is Manner.PLAIN:
        return desk.plain.preview(choices.plain_file, pack)
    return desk.folder(choices.folder).preview(pack)


def published(desk: PublishDesk, wanted: Wanted, signer: Signer | None, password: str, watch: Watch) -> Opened:
    """Publish, and tell what came of it."""
    if wanted.choices.manner is Manner.PLAIN:
        made = to_publish(wanted.pack, wanted.note, wanted.must_read)
        return Opened(desk.plain.save(wanted.choices.plain_file, made))
    signer = signer or desk.keys.open(wanted.choices.key_file, password or None)
    publishing = desk.folder(wanted.choices.folder, signer, watch)
    try:
        done = publishing.publish(
            wanted.pack, wanted.note, wanted.must_read, wanted.expected, is_new_key=wanted.is_new_key
        )
    except Cancelled:
        return Opened(Stopped(), signer)
    return _opened(desk, wanted, signer, done)


def _opened(desk: PublishDesk, wanted: Wanted, signer: Signer, done: Published | Outrun) -> Opened:
    """With what the other one published, where there was one."""
    if isinstance(done, Published):
        return Opened(done, signer)
    publishing = desk.folder(wanted.choices.folder)
    before = publishing.publications.numbered(wanted.pack.head.id, wanted.expected) if wanted.expected else None
    old = publishing.read(before) if before else None
    now = done.base.pack
    theirs = differences(old, now, desk.zone()) if now else ()
    head = replace(wanted.pack.head, number=done.base.expected_number + 1)
    return Opened(done, signer, theirs, Preview(done.base, replace(wanted.pack, head=head), 0, done.differences))


def history(desk: PublishDesk, address: str, pack_id: str, watch: Watch) -> History:
    """Everything that was published of a pack, or of the only one in the folder, the newest compared already."""
    publishing = desk.folder(address)
    newest = publishing.publications.newest()
    names = {each: entry.name or each for each, entry in newest.items()}
    wanted = pack_id if pack_id in newest or not newest else next(iter(newest))
    told = publishing.history(wanted)
    return History(wanted, names, told, _counted(desk, publishing, told, watch))


def _counted(
    desk: PublishDesk, publishing: Publishing, told: Sequence[Publication], watch: Watch
) -> Mapping[str, tuple[Difference, ...]]:
    """What became of things in each of the newest publications, by its file."""
    entries = [each.entry for each in told if each.entry and each.state in (State.CURRENT, State.PAST)]
    packs: list[Pack | None] = []
    for at, entry in enumerate(entries[: MOST_COUNTED + 1]):
        watch.step(at, min(len(entries), MOST_COUNTED + 1))
        packs.append(_read(publishing, entry))
    has_all = len(entries) <= MOST_COUNTED
    found = {}
    for at, new in enumerate(packs[: None if has_all else MOST_COUNTED]):
        old = packs[at + 1] if at + 1 < len(packs) else None
        if new is not None and (old is not None or at + 1 == len(entries)):
            found[entries[at].file] = differences(old, new, desk.zone())
    return found


def _read(publishing: Publishing, entry: Entry) -> Pack | None:
    try:
        return publishing.read(entry)
    except ShareTrouble:
        return None


def compared(desk: PublishDesk, address: str, old: Entry | None, new: Entry) -> Comparison:
    """Two publications against each other; raises `NotPublished` where one of them is not what was signed."""
    publishing = desk.folder(address)
    packs: list[Pack | None] = []
    for entry in (old, new):
        pack = publishing.read(entry) if entry else None
        if entry is not None and pack is None:
            raise NotPublished(Obstacle.NO_SUCH_NUMBER, entry.number)
        packs.append(pack)
    before, after = packs
    assert after is not None
    items = {**(before.items() if before else {}), **after.items()}
    return Comparison(old, new, differences(before, after, desk.zone()), items)


def rolled_back(
    desk: PublishDesk, choices: LeadChoices, back: tuple[str, int, str, int], signer: Signer | None, password: str
) -> Opened:
    """Publish again what an older number held: pack, number, note, and the newest number that was seen."""
    pack_id, number, note, expected = back
    signer = signer or desk.keys.open(choices.key_file, password or None)
    done = desk.folder(choices.folder, signer).rollback(pack_id, number, note, expected)
    return Opened(done, signer)


def confirmed(desk: PublishDesk, address: str, pack_id: str, team: Sequence[str]) -> Readers:
    """Who has read the must-reads of the newest publication."""
    found = desk.confirming(address).confirmed(pack_id, team)
    pack = _read(desk.folder(address), found.entry) if found else None
    return Readers(found, {item_id: name_of(item) for item_id, item in pack.items().items()} if pack else {})
