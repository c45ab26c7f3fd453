"""Publishing a pack into a folder, and bringing an old publication back.

The rule: what is seen by others changes in one step, the making of the file that holds the number. Everything before
it is seen by nobody, everything after it can be done again by anybody; of two who publish at once exactly one makes
that file.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Protocol
from zoneinfo import ZoneInfo

from app.core.packs.differences import differences
from app.core.packs.index import BadIndex, Entry, written_index, written_taken
from app.core.packs.names import (
    INDEX,
    Stamp,
    can_be_published,
    key_file,
    number_file,
    pack_file,
    sha256,
    signature_file,
    written_stamp,
)
from app.core.packs.pack import Difference, Pack
from app.core.packs.publishing import Base, NotPublished, Obstacle, Outrun, Preview, Published, marks_since, to_publish
from app.core.packs.signatures import PublicKey, written_public_key
from app.core.packs.trust import Standing, Verdict, verified
from app.core.shares.share import READ_LIMIT, Fault, ShareTrouble
from app.ports.computer import Clock
from app.ports.shares import Share
from app.services.packs.publications import Publication, Publications, is_whole

_INDEX_TRIES = 5
_MEGABYTE = 1024 * 1024


class Signer(Protocol):
    """A publisher's key."""

    @property
    def public(self) -> PublicKey:
        """Its public half."""
        ...

    def sign(self, content: bytes, comment: str) -> bytes:
        """The signature file of a content; the comment is signed with it."""
        ...


class PackForm(Protocol):
    """How a pack is written and read."""

    def written(self, pack: Pack) -> bytes:
        """A pack as JSON; the same pack always gives the same bytes."""
        ...

    def read(self, content: bytes) -> Pack | None:
        """The pack in such bytes; None where there is none, or part of it is wrong."""
        ...


class Publishing:
    """The lead's side of a published folder. Every method raises `ShareTrouble`."""

    def __init__(
        self, share: Share, form: PackForm, clock: Clock, zone: ZoneInfo, signer: Signer | None = None
    ) -> None:
        self._share = share
        self._form = form
        self._clock = clock
        self._zone = zone
        self._signer = signer
        self.publications = Publications(share)

    def base(self, pack_id: str) -> Base:
        """What the folder holds of a pack now."""
        highest = self.publications.highest(pack_id)
        entry = self.publications.newest_of(pack_id) if highest else None
        if entry is None:
            return Base(highest)
        pack, _ = self._pack_of(entry)
        return Base(highest, entry, pack)

    def preview(self, pack: Pack, note: str | None = None, must_read: Collection[str] | None = None) -> Preview:
        """What publishing would do, without writing anything. Raises `NotPublished`."""
        base = self.base(pack.head.id)
        due = self._numbered(to_publish(pack, note, must_read), base.expected_number)
        self._check(due)
        content = self._written(due)
        self._check_new(due, base)
        return Preview(base, due, len(content), differences(base.pack, due, self._zone))

    def publish(
        self,
        pack: Pack,
        note: str | None,
        must_read: Collection[str] | None,
        expected_number: int,
        *,
        is_new_key: bool = False,
    ) -> Published | Outrun:
        """Publish a pack under the number after `expected_number` (`Base.expected_number`, as the lead saw it).

        `note` and `must_read` replace what the pack says; None leaves it. A folder that was signed with another key so
        far takes `is_new_key`. Raises `NotPublished`, and `ShareTrouble` where the share went away in the middle: then
        nobody sees anything of it, or all of it, and publishing it again does the right thing.
        """
        due = self._numbered(to_publish(pack, note, must_read), expected_number)
        self._check(due)
        content = self._written(due)
        base = self.base(due.head.id)
        self._check_folder(due, base, is_new_key=is_new_key)
        if base.expected_number <= expected_number:
            self._check_new(due, base)
        changed = differences(base.pack, due, self._zone)
        entry = self._entry(due, content, changed, base)
        self._put(entry, content)
        is_free = base.expected_number <= expected_number
        if is_free and self._share.create(number_file(entry.pack_id, entry.number), written_taken(entry)):
            return Published(entry, changed, self._index_trouble())
        return self._met(due, entry)

    def rollback(
        self, pack_id: str, to_number: int, note: str | None = None, expected_number: int | None = None
    ) -> Published | Outrun:
        """Publish what an older publication held again, under a new number. Raises `NotPublished`.

        Only what our own key signed and nobody changed since is brought back: it will be signed anew.
        """
        old = self.pack_numbered(pack_id, to_number)
        expected = self.publications.highest(pack_id) if expected_number is None else expected_number
        return self.publish(old, note, None, expected)

    def pack_numbered(self, pack_id: str, number: int) -> Pack:
        """The pack that was published under a number, if our key signed it. Raises `NotPublished`."""
        entry = self.publications.numbered(pack_id, number)
        if entry is None:
            raise NotPublished(Obstacle.NO_SUCH_NUMBER, number)
        pack, verdict = self._pack_of(entry)
        if pack is None or verdict is None or verdict.standing is not Standing.TRUSTED:
            raise NotPublished(Obstacle.NO_KEY if self._signer is None else Obstacle.NOT_OURS, number)
        return pack

    def read(self, entry: Entry) -> Pack | None:
        """The pack of a publication, whoever signed it; None where it is not what was signed."""
        return self._pack_of(entry)[0]

    def history(self, pack_id: str) -> Sequence[Publication]:
        """Everything that was ever published of a pack, newest first."""
        return self.publications.history(pack_id)

    def judged(self, entry: Entry, pinned: PublicKey | None = None) -> Verdict:
        """Whether a publication is still as it was signed, with our key, another one, or the one in the folder."""
        fetched = self.publications.fetched(entry)
        key = pinned or (self._signer.public if self._signer else None)
        now = fetched.entry.published_at  # what has expired since was good when it was published
        return verified(fetched.content, fetched.signature, key, entry.pack_id, 0, now, offered=fetched.offered)

    def mend(self) -> ShareTrouble | None:
        """Write the index again from the files that hold the numbers; what stood against it. Raises `NotPublished`."""
        return self._index_trouble()

    def _pack_of(self, entry: Entry) -> tuple[Pack | None, Verdict | None]:
        """The pack of a publication, and how it stands to our key; None where it is not what its entry tells of."""
        try:
            fetched = self.publications.fetched(entry)
        except ShareTrouble as trouble:
            if trouble.reason in (Fault.NOT_THERE, Fault.TOO_BIG):
                return None, None
            raise
        own = self._signer.public if self._signer else None
        key = own if own and own.name == entry.key_name else None
        verdict = verified(
            fetched.content, fetched.signature, key, entry.pack_id, 0, entry.published_at, offered=fetched.offered
        )
        is_good = is_whole(fetched) and verdict.standing is not Standing.REFUSED
        return (self._form.read(fetched.content) if is_good else None), verdict

    def _numbered(self, pack: Pack, expected_number: int) -> Pack:
        now = self._clock.now().replace(microsecond=0)
        return replace(pack, head=replace(pack.head, number=expected_number + 1, published_at=now))

    def _check(self, pack: Pack) -> None:
        """What stands against publishing it anywhere. Raises `NotPublished`."""
        head = pack.head
        if not can_be_published(head.id):
            raise NotPublished(Obstacle.BAD_ID, head.id)
        if not pack.items():
            raise NotPublished(Obstacle.EMPTY)
        if head.expires_at is not None and head.expires_at <= self._clock.now():
            raise NotPublished(Obstacle.EXPIRED, f"{head.expires_at.astimezone(self._zone):%Y-%m-%d %H:%M}")

    def _written(self, pack: Pack) -> bytes:
        content = self._form.written(pack)
        if len(content) > READ_LIMIT:
            raise NotPublished(Obstacle.TOO_BIG, READ_LIMIT // _MEGABYTE)
        back = self._form.read(content)
        if back is None or self._form.written(back) != content:
            raise NotPublished(Obstacle.NOT_READ_BACK)
        return content

    def _check_folder(self, pack: Pack, base: Base, *, is_new_key: bool) -> None:
        """What stands against publishing it here. Raises `NotPublished`."""
        if self._signer is None:
            raise NotPublished(Obstacle.NO_KEY)
        listed = self.publications.listed()
        same = [each for each in listed if each.casefold() == pack.head.id.casefold() and each != pack.head.id]
        if same:
            raise NotPublished(Obstacle.ID_IN_OTHER_CASE, *same)
        before = base.entry.key_name if base.entry else ""
        if before not in ("", self._signer.public.name) and not is_new_key:
            raise NotPublished(Obstacle.OTHER_KEY, before)
        try:
            self.publications.newest()
        except BadIndex as bad:
            if bad.is_newer:
                raise NotPublished(Obstacle.NEWER_FOLDER) from None

    def _check_new(self, pack: Pack, base: Base) -> None:
        if base.pack is not None and base.entry is not None and self._body(base.pack) == self._body(pack):
            raise NotPublished(Obstacle.NOTHING_NEW, base.entry.number)

    def _body(self, pack: Pack) -> bytes:
        """What of a pack is more than the circumstances of its publication."""
        return self._form.written(replace(pack, head=replace(pack.head, number=0, published_at=None, note="")))

    def _entry(self, pack: Pack, content: bytes, changed: tuple[Difference, ...], base: Base) -> Entry:
        head, content_hash = pack.head, sha256(content)
        assert self._signer is not None
        assert head.published_at is not None
        marks = marks_since(pack, head.number, changed, base.entry.marks if base.entry else {})
        return Entry(
            pack_id=head.id,
            number=head.number,
            file=pack_file(head.id, head.number, content_hash),
            sha256=content_hash,
            size=len(content),
            published_at=head.published_at,
            publisher=head.publisher,
            note=head.note,
            key_name=self._signer.public.name,
            must_read_count=len(marks),
            name=head.name,
            marks=marks,
        )

    def _put(self, entry: Entry, content: bytes) -> None:
        """Everything that nobody sees before the number is taken: the key, the pack and its signature."""
        assert self._signer is not None
        stamp = written_stamp(Stamp(entry.pack_id, entry.number, entry.sha256, entry.published_at))
        self._put_key(self._signer.public)
        self._put_new(entry.file, content)
        self._put_new(signature_file(entry.file), self._signer.sign(content, stamp))

    def _put_key(self, key: PublicKey) -> None:
        name, content = key_file(key.name), written_public_key(key).encode()
        if self._share.create(name, content) or self.publications.offered(key.name) == key:
            return
        raise NotPublished(Obstacle.KEY_FILE, name)

    def _put_new(self, name: str, content: bytes) -> None:
        """A file of a number that is not taken yet; what is left there of an attempt that was cut short is replaced."""
        if not self._share.create(name, content) and self._share.read(name) != content:
            self._share.replace(name, content)

    def _met(self, pack: Pack, entry: Entry) -> Published | Outrun:
        """Somebody has the number. It was ourselves where an answer was lost on the way."""
        base = self.base(entry.pack_id)
        theirs = base.entry
        is_own = theirs is not None and theirs.number == entry.number and theirs.key_name == entry.key_name
        if theirs and is_own and base.pack and self._body(base.pack) == self._body(pack) and theirs.note == entry.note:
            return Published(theirs, (), self._index_trouble())
        return Outrun(base, differences(base.pack, pack, self._zone), entry.file)

    def _index_trouble(self) -> ShareTrouble | None:
        """Bring the index up to the files that hold the numbers, until nobody else changed it meanwhile."""
        try:
            for _ in range(_INDEX_TRIES):
                if not self.publications.is_index_behind():
                    return None
                self._share.replace(INDEX, written_index(self.publications.listed().values()))
        except BadIndex:
            raise NotPublished(Obstacle.NEWER_FOLDER) from None
        except ShareTrouble as trouble:
            return trouble
        return ShareTrouble(Fault.UNSTEADY, INDEX)
