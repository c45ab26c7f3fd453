"""A share that never answers holds up nobody: neither the caller, nor other sources, nor the end of the program."""

import ctypes
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.core.shares.places import address_of
from app.core.shares.polls import Delivery, Reach, Watched
from app.core.shares.share import Fault, ShareTrouble
from app.system.clock import SystemClock
from app.system.shares.opening import MAX_LEFT_BEHIND, BoundedShare, open_share
from app.system.shares.reader import ShareReader
from tests.fakes import FakeShare

SHORT = 0.05
MNT_DETACH = 2
ROOT = Path(__file__).parents[3]


@contextmanager
def dead_mount(folder: Path) -> Iterator[Path]:
    """A file system in user space that nobody answers for: every call on it waits until it is taken away."""
    if sys.platform != "linux":
        pytest.skip("FUSE is Linux's: a mount that hangs is not tested")
    folder.mkdir()
    libc = ctypes.CDLL(None, use_errno=True)
    try:
        device = os.open("/dev/fuse", os.O_RDWR)
    except OSError:
        pytest.skip("no /dev/fuse here: a mount that hangs is not tested")
    options = f"fd={device},rootmode=40000,user_id={os.getuid()},group_id={os.getgid()}".encode()
    is_mounted = libc.mount(b"dead", os.fsencode(folder), b"fuse", 0, options) == 0
    try:
        if not is_mounted:
            pytest.skip("only root may mount here: a mount that hangs is not tested")
        yield folder
    finally:
        os.close(device)  # now every call that hangs fails
        if is_mounted:
            libc.umount2(os.fsencode(folder), MNT_DETACH)


@contextmanager
def silent_server(first: bytes = b"") -> Iterator[str]:
    """A server that takes connections and then says nothing, or so much and nothing more."""
    listener = socket.create_server(("127.0.0.1", 0))
    held: list[socket.socket] = []

    def accept() -> None:
        with suppress(OSError):
            while True:
                connection, _ = listener.accept()
                connection.sendall(first)
                held.append(connection)

    threading.Thread(target=accept, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        with suppress(OSError):  # Windows says that a listener is not connected, and ends its accept anyhow
            listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        for connection in held:
            connection.close()


def test_a_call_that_hangs_is_left_behind_and_after_a_few_the_share_is_not_called_again() -> None:
    released = threading.Event()
    inner = FakeShare({"a": b"x"}, before=lambda verb, name: released.wait(60))
    share = BoundedShare(inner, "share", SHORT)

    for _ in range(MAX_LEFT_BEHIND + 5):
        with pytest.raises(ShareTrouble) as caught:
            share.look("a")
        assert caught.value.reason is Fault.NO_ANSWER

    assert len(inner.calls) == MAX_LEFT_BEHIND
    released.set()


def test_a_share_that_wakes_up_is_called_again() -> None:
    released = threading.Event()
    ended = threading.Semaphore(0)
    inner = FakeShare({"a": b"x"}, before=lambda verb, name: (released.wait(60), ended.release()))
    share = BoundedShare(inner, "share", SHORT)
    for _ in range(MAX_LEFT_BEHIND):
        with pytest.raises(ShareTrouble):
            share.look("a")

    released.set()

    for _ in range(MAX_LEFT_BEHIND):
        assert ended.acquire(timeout=60)
    assert _until_answered(share) == 1


def _until_answered(share: BoundedShare) -> int | None:
    for _ in range(1000):
        with suppress(ShareTrouble):
            return share.look("a").size
    return None


def test_what_goes_wrong_inside_is_told_to_the_caller() -> None:
    share = BoundedShare(FakeShare(fault=Fault.DENIED), "share", 60)

    with pytest.raises(ShareTrouble) as caught:
        share.names()

    assert caught.value.reason is Fault.DENIED


def test_a_mount_that_hangs_has_no_answer(tmp_path: Path) -> None:
    with dead_mount(tmp_path / "dead") as folder:
        share = open_share(str(folder), deadline=SHORT)

        for ask in (lambda: share.look("a.xlsx"), share.names, lambda: share.remove("a")):
            with pytest.raises(ShareTrouble) as caught:
                ask()
            assert caught.value.reason is Fault.NO_ANSWER


@pytest.mark.parametrize("first", [b"", b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf"])
def test_a_server_that_falls_silent_has_no_answer(first: bytes) -> None:
    with silent_server(first) as url:
        share = open_share(f"{url}/packs", deadline=SHORT)

        with pytest.raises(ShareTrouble) as caught:
            share.read("index.json")

    assert caught.value.reason is Fault.NO_ANSWER
    assert caught.value.place.startswith("http://127.0.0.1")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes in folders")
def test_a_pipe_in_the_place_of_a_file_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.xlsx")
    share = open_share(str(tmp_path), deadline=60)

    for ask in (share.look, share.read):
        with pytest.raises(ShareTrouble) as caught:
            ask("a.xlsx")
        assert caught.value.reason is Fault.NOT_THERE
    assert share.names() == []


def test_a_dead_share_holds_up_neither_the_window_nor_another_source(tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "a.csv").write_bytes(b"a")
    reader = ShareReader(SystemClock())
    arrived: list[Delivery] = []
    reached: dict[str, Reach] = {}
    reader.arrived.connect(arrived.append)
    reader.reached.connect(lambda source_id, reach: reached.update({source_id: reach}))
    with dead_mount(tmp_path / "dead") as folder, silent_server() as url:
        dead = [Watched("mount", address_of(f"{folder}/a.csv")[0]), Watched("web", address_of(f"{url}/a.csv")[0])]

        reader.watch([*dead, Watched("alive", address_of(str(tmp_path / "a.csv"))[0])])

        qtbot.waitUntil(lambda: bool(arrived), timeout=30_000)
        assert [one.source_id for one in arrived] == ["alive"]
        assert set(reached) == {"alive"}
        reader.close()


ENDING = """
import sys
from PySide6.QtCore import QCoreApplication
from app.core.shares.places import address_of
from app.core.shares.polls import Watched
from app.system.clock import SystemClock
from app.system.shares.reader import ShareReader

app = QCoreApplication([])
reader = ShareReader(SystemClock())
reader.reached.connect(lambda source_id, reach: app.exit(7) if source_id == "alive" else None)
dead = [Watched(str(number), address_of(text)[0]) for number, text in enumerate(sys.argv[2:])]
reader.watch([*dead, Watched("alive", address_of(sys.argv[1])[0])])
code = app.exec()
reader.close()
sys.exit(code)
"""


def test_the_program_ends_while_shares_hang(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"a")
    with dead_mount(tmp_path / "dead") as folder, silent_server() as url:
        program = [sys.executable, "-c", ENDING, str(tmp_path / "a.csv"), f"{folder}/b.xlsx", f"{url}/c.json"]

        ended = subprocess.run(program, cwd=ROOT, timeout=60, check=False, capture_output=True, text=True)

    assert (ended.returncode, ended.stderr) == (7, "")
