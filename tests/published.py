"""Packs, keys and folders for the tests of publishing."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache
from zoneinfo import ZoneInfo

from app.core.packs.pack import Pack, PackHead
from app.core.phrases.phrase import Phrase
from app.core.shares.share import Fault, ShareTrouble
from app.formats.packs.form import PublishedForm
from app.formats.packs.minisign import SecretKey, made
from app.services.packs.publishing import Publishing
from tests.fakes import FakeClock, FakeShare

ZONE = ZoneInfo("Asia/Shanghai")
NOW = datetime(2026, 11, 11, 6, 0, tzinfo=UTC)
FORM = PublishedForm()


@cache
def key(name: str = "lead") -> SecretKey:
    """A publisher's key, the same for the same name."""
    return made()


def phrase(own_id: str, body: str = "亲,在的~") -> Phrase:
    return Phrase(id=f"shop/{own_id}", title=own_id, body=body, source="shop")


def pack(*phrases: Phrase, must_read: tuple[str, ...] = (), **head: object) -> Pack:
    """A pack as the form reads it, so that it is equal to what comes out of a folder."""
    things = phrases or (phrase("hello"), phrase("refund", "七天无理由,亲放心~"))
    raw = Pack(PackHead("shop", "客服话术", publisher="小周"), things, must_read=frozenset(must_read))
    read = FORM.read(FORM.written(replace(raw, head=replace(raw.head, **head))))  # type: ignore[arg-type]
    assert read is not None
    return read


def named(pack_id: str) -> Pack:
    """The same pack under another id."""
    read = FORM.read(FORM.written(pack()).replace(b'"shop"', f'"{pack_id}"'.encode()))
    assert read is not None
    return read


def lead(share: FakeShare, signer: SecretKey | None = None, clock: FakeClock | None = None) -> Publishing:
    """A lead at a folder, with a key."""
    return Publishing(share, FORM, clock or FakeClock(NOW), ZONE, signer or key())


class Killed(BaseException):
    """The program ends here, as if by kill -9: nothing of it runs on."""


@dataclass
class Faltering(FakeShare):
    """A share on which the n-th writing goes wrong: before it, after it, or in the middle of its bytes."""

    at: int = 0
    how: str = "before"
    error: Callable[[], BaseException] = Killed
    writes: int = 0

    def create(self, name: str, content: bytes) -> bool:
        if name in self.files:
            return super().create(name, content)
        return bool(self._faltering(name, content, lambda: FakeShare.create(self, name, content)))

    def replace(self, name: str, content: bytes) -> None:
        self._faltering(name, content, lambda: FakeShare.replace(self, name, content))

    def _faltering(self, name: str, content: bytes, write: Callable[[], object]) -> object:
        self.writes += 1
        if self.writes != self.at:
            return write()
        if self.how == "middle":
            self.put(name, content[: len(content) // 2])
        if self.how == "after":
            write()
        raise self.error()


def gone() -> ShareTrouble:
    return ShareTrouble(Fault.NO_ANSWER, "shop share")


def copy_of(share: FakeShare) -> FakeShare:
    """The same files on a share that works."""
    return FakeShare(dict(share.files))
