"""Folders that others write to at the same time: nothing half-written is seen, and every fault has its name."""

import errno
import os
import sys
import threading
from pathlib import Path

import pytest

from app.core.shares.share import Fault, ShareTrouble
from app.system.faults import fault_of
from app.system.shares import plain_share
from app.system.shares.plain_share import ATTEMPTS, PlainShare

IS_ROOT = sys.platform != "win32" and os.getuid() == 0


def test_readers_see_the_old_or_the_new_file_while_it_is_replaced(tmp_path: Path) -> None:
    share = PlainShare(tmp_path)
    contents = [bytes([65 + number]) * (200_000 + number) for number in range(4)]
    share.replace("index.json", contents[0])
    seen: set[bytes] = set()
    troubles: set[Fault] = set()
    is_over = threading.Event()

    def read() -> None:
        while not is_over.wait(0.002):  # Windows gives nobody a file's place while it is read
            try:
                seen.add(share.read("index.json"))
            except ShareTrouble as trouble:
                troubles.add(trouble.reason)

    reader = threading.Thread(target=read)
    reader.start()
    for _ in range(50):
        for content in contents:
            share.replace("index.json", content)
    is_over.set()
    reader.join()

    assert seen <= set(contents)
    # Windows says "denied" of a file whose place is being taken; elsewhere nobody who reads notices anything.
    assert troubles <= ({Fault.IN_USE, Fault.DENIED} if sys.platform == "win32" else set())


def test_nothing_is_left_beside_a_file_that_was_written(tmp_path: Path) -> None:
    share = PlainShare(tmp_path)

    share.create("a.json", b"one")
    share.create("a.json", b"two")
    share.replace("a.json", b"three")

    assert [path.name for path in tmp_path.iterdir()] == ["a.json"]


def test_where_links_are_unknown_the_name_is_taken_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(self: Path, target: Path) -> None:
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(Path, "hardlink_to", unknown)
    share = PlainShare(tmp_path)

    made = [share.create("a.json", b"one"), share.create("a.json", b"two")]

    assert (made, share.read("a.json")) == ([True, False], b"one")
    assert [path.name for path in tmp_path.iterdir()] == ["a.json"]


def test_a_file_that_somebody_reads_is_waited_for_and_then_said_to_be_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Path, target: Path) -> None:
        raise PermissionError(errno.EACCES, "open elsewhere")

    pauses: list[float] = []
    share = PlainShare(tmp_path, pauses.append)
    share.replace("index.json", b"old")
    monkeypatch.setattr(Path, "replace", refuse)

    with pytest.raises(ShareTrouble) as caught:
        share.replace("index.json", b"new")

    assert (caught.value.reason, len(pauses)) == (Fault.IN_USE, ATTEMPTS)
    assert share.read("index.json") == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["index.json"]


def test_a_reader_that_is_done_soon_costs_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Path.replace
    refusals = [1, 2, 3]

    def refuse(self: Path, target: Path) -> Path:
        if refusals:
            refusals.pop()
            raise PermissionError(errno.EACCES, "open elsewhere")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", refuse)
    share = PlainShare(tmp_path, lambda seconds: None)

    share.replace("index.json", b"new")

    assert share.read("index.json") == b"new"


def test_a_full_disk_keeps_the_old_file_and_leaves_no_rubbish(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    share = PlainShare(tmp_path)
    share.replace("index.json", b"old")

    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(plain_share.os, "fsync", full)
    for write in (share.replace, share.create):
        with pytest.raises(ShareTrouble) as caught:
            write("index.json" if write == share.replace else "new.json", b"new")
        assert caught.value.reason is Fault.FULL

    assert [path.name for path in tmp_path.iterdir()] == ["index.json"]
    assert share.read("index.json") == b"old"


def test_a_share_that_is_gone_is_missing_while_a_folder_of_it_is_only_empty(tmp_path: Path) -> None:
    share = PlainShare(tmp_path)

    inside = list(share.names("read/shop"))
    with pytest.raises(ShareTrouble) as caught:
        PlainShare(tmp_path / "gone").names()
    with pytest.raises(ShareTrouble) as below:
        PlainShare(tmp_path / "gone").names("read")

    assert inside == []
    assert (caught.value.reason, below.value.reason) == (Fault.NOT_THERE, Fault.NOT_THERE)


@pytest.mark.skipif(IS_ROOT or sys.platform == "win32", reason="root may write everywhere")
def test_a_folder_that_may_only_be_read_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(b"{}")
    tmp_path.chmod(0o500)
    share = PlainShare(tmp_path)

    with pytest.raises(ShareTrouble) as caught:
        share.create("read/mei.json", b"{}")

    tmp_path.chmod(0o700)
    assert caught.value.reason is Fault.DENIED


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")
def test_folders_pipes_and_what_a_link_leads_to_a_folder_are_no_files(tmp_path: Path) -> None:
    (tmp_path / "a.json").mkdir()
    (tmp_path / "b.json").symlink_to(tmp_path)
    (tmp_path / "c.json").symlink_to("/dev/zero")
    (tmp_path / "d.json").symlink_to(tmp_path / "nowhere")
    share = PlainShare(tmp_path)

    assert share.names() == []
    for name in "abcd":
        with pytest.raises(ShareTrouble) as caught:
            share.read(f"{name}.json")
        assert caught.value.reason is Fault.NOT_THERE


def test_a_file_that_grows_while_it_is_read_is_unsteady(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"half")
    real = os.fstat

    def growing(handle: int) -> os.stat_result:
        with path.open("ab") as file:
            file.write(b" and half")
        return real(handle)

    monkeypatch.setattr(plain_share.os, "fstat", growing)

    with pytest.raises(ShareTrouble) as caught:
        PlainShare(tmp_path).read("a.csv")

    assert caught.value.reason is Fault.UNSTEADY


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (errno.ENOENT, Fault.NOT_THERE),
        (errno.EACCES, Fault.DENIED),
        (errno.EROFS, Fault.READ_ONLY),
        (errno.ENOSPC, Fault.FULL),
        (errno.ESTALE, Fault.UNREACHABLE),
        (errno.EHOSTDOWN, Fault.UNREACHABLE),
        (errno.ETIMEDOUT, Fault.NO_ANSWER),
        (errno.ENAMETOOLONG, Fault.BAD_NAME),
        (9999, Fault.UNREACHABLE),
    ],
)
def test_what_a_number_of_the_system_means(number: int, reason: Fault) -> None:
    assert fault_of(OSError(number, "?")) is reason


@pytest.mark.parametrize(
    ("number", "reason"),
    [(32, Fault.IN_USE), (53, Fault.UNREACHABLE), (64, Fault.UNREACHABLE), (1326, Fault.SIGN_IN), (112, Fault.FULL)],
)
def test_the_number_of_windows_says_more_than_the_one_made_from_it(number: int, reason: Fault) -> None:
    error = OSError(errno.EINVAL, "?")
    error.winerror = number  # type: ignore[attr-defined]

    assert fault_of(error) is reason
