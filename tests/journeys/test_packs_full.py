"""A disk that is full while a pack is downloaded and taken over: told, the last good pack in use, mended by itself."""

import ctypes
import os
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from sqlite3 import connect

import pytest

from app.core.phrases.phrase import Phrase
from app.core.source_states import Mood
from app.front.packs import intake
from app.system.paths import paths
from tests.journeys.pcs import HELLO, LATER, SHIP, Lead, OpenPc, Pc, phrase

DISK = 8 * 1024 * 1024
LEFT = 300 * 1024
"""Bytes that are left on it when the large pack comes."""
SOON_MS = 300
MNT_DETACH = 2
MANY: tuple[Phrase, ...] = tuple(phrase(f"p{at}", f"亲，第{at}条，" + "我们的" * 3_000) for at in range(100))
"""Some megabytes of phrases."""


class Films:
    """A disk of a few megabytes that somebody fills."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "films.bin"

    def fill(self, _pc: Pc) -> None:
        state = os.statvfs(self._file.parent)
        self._file.write_bytes(bytes(state.f_bavail * state.f_frsize - LEFT))

    def delete(self, _pc: Pc) -> None:
        self._file.unlink()


class Quota:
    """A database that may not grow: what SQLite says of a full disk, on every system."""

    def fill(self, pc: Pc) -> None:
        self._let(pc, 1)  # SQLite takes the size it has for the least

    def delete(self, pc: Pc) -> None:
        self._let(pc, 1_000_000)

    def _let(self, pc: Pc, pages: int) -> None:
        with pc.desk.stores._data.result().database.reading() as connection:
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")


@pytest.fixture(params=["disk", "quota"])
def hog(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Films | Quota]:
    """What leaves no room to the data folder of one PC."""
    if request.param == "quota":
        yield Quota()
        return
    folder = tmp_path / "小美"
    folder.mkdir()
    if sys.platform != "linux":
        pytest.skip("a small disk is made with Linux's means")
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.mount(b"tmpfs", os.fsencode(folder), b"tmpfs", 0, f"size={DISK}".encode()):
        pytest.skip("only root may mount here: a disk that is really full is not tested")
    yield Films(folder)
    libc.umount2(os.fsencode(folder), MNT_DETACH)


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits a minute for the next try."""
    monkeypatch.setattr(intake, "AGAIN_MS", SOON_MS)


def subscribed(lead: Lead, open_pc: OpenPc) -> Pc:
    lead.publish(HELLO, SHIP)
    pc = open_pc("小美")
    pc.desk.library.save(pc.desk.library.draft("我自己写的", stage=None))
    pc.subscribe(lead.place)
    pc.wait(lambda: bool(pc.body("ship")))
    return pc


def told(pc: Pc) -> list[str]:
    """Everything that the window says, the uppermost first."""
    return [pc.inside.notice.text, *(one.text for one in pc.inside.notice._below)]


def is_as_it_was(pc: Pc) -> bool:
    """Whether the old pack is there, whole, in memory and on the disk, with what is the agent's own."""
    with closing(connect(f"file:{paths(pc.folder).database}?mode=ro", uri=True)) as database:
        stored = {body for (body,) in database.execute("SELECT body FROM phrases")}
    return stored == {one.body for one in pc.desk.library.phrases()} == {"我自己写的", HELLO.body, SHIP.body}


def test_a_full_disk_keeps_the_last_good_pack_and_the_next_comes_by_itself_once_there_is_room(
    hog: Films | Quota, lead: Lead, open_pc: OpenPc, impatient: None
) -> None:
    pc = subscribed(lead, open_pc)
    hog.fill(pc)

    lead.publish(HELLO, LATER, *MANY)
    pc.look()
    pc.wait(lambda: any("A pack waits" in text for text in told(pc)))
    was_kept, halves = is_as_it_was(pc), [path.name for path in pc.folder.rglob("*.new")]
    said = next(text for text in told(pc) if "A pack waits" in text)
    hog.delete(pc)
    pc.wait(lambda: pc.body("ship") == LATER.body)

    assert was_kept
    assert halves == []
    assert said == "A pack waits. Not saved: the disk is full. Free space; phrases are safe."
    assert pc.state.mood is Mood.FRESH
    assert len(pc.desk.library.phrases()) == 3 + len(MANY)
