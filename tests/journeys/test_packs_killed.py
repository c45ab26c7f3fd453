"""A real program, killed by force while it takes a pack over: what is there is the old pack or the new one."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from sqlite3 import connect

import pytest
from pytestqt.qtbot import QtBot

from app.cli import run
from app.core.packs.pack import Pack, PackHead
from app.core.phrases.phrase import Phrase
from app.formats.packs.packs import save_pack
from app.front.desk import open_desk
from app.system.paths import paths
from tests.fakes import FakeClock
from tests.journeys.shop import NOON
from tests.published import ZONE

COUNT = 1_500
SOON_MS = 60_000
_WRITTEN = 64 * 1024
"""Bytes of the log of the database from which a transaction is certainly under way."""


@pytest.fixture
def running() -> Iterator[list[subprocess.Popen[bytes]]]:
    """Programs that are running; none outlives the test."""
    started: list[subprocess.Popen[bytes]] = []
    yield started
    for program in started:
        program.kill()
        program.wait()


def publish(folder: Path, word: str) -> None:
    phrases = tuple(Phrase(f"shop/p{at}", f"第{at}条", f"亲，{word}", source="shop") for at in range(COUNT))
    save_pack(str(folder / "pack.json"), Pack(PackHead("shop", "大包"), phrases), ZONE)
    told = ("pack", "publish", str(folder / "pack.json"), str(folder / "share"), "--note", word)
    assert run(["--data", str(folder / "lead"), *told]) == 0


def started(data: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "app.main", "--data", str(data), "--hidden"]
    return subprocess.Popen(command, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}, stderr=subprocess.DEVNULL)


def words(data: Path) -> set[tuple[str, int]]:
    """What the phrases say, and how many say it."""
    with closing(connect(f"file:{data / 'qindesk.db'}?mode=ro", uri=True)) as database:
        return set(database.execute("SELECT body, count(*) FROM phrases GROUP BY body"))


def written(data: Path) -> int:
    log = data / "qindesk.db-wal"
    return log.stat().st_size if log.exists() else 0


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_it_is_the_old_pack_or_the_new_one_and_the_next_start_has_the_new(
    tmp_path: Path, qtbot: QtBot, running: list[subprocess.Popen[bytes]], capsys: pytest.CaptureFixture[str]
) -> None:
    data, share = tmp_path / "data", tmp_path / "share"
    share.mkdir()
    run(["--data", str(tmp_path / "lead"), "pack", "keygen", "--no-password"])
    publish(tmp_path, "旧")
    places = paths(data)
    places.make()
    desk = open_desk(places, FakeClock(NOON))
    desk.preferences.change(has_seen_welcome=True)
    desk.subscriptions.sources.add(str(share))
    desk.close()
    running.append(started(data))
    qtbot.waitUntil(lambda: words(data) == {("亲，旧", COUNT)}, timeout=SOON_MS)
    publish(tmp_path, "新")

    running.append(_again(running[-1], data))
    qtbot.waitUntil(lambda: written(data) > _WRITTEN, timeout=SOON_MS)
    running[-1].send_signal(signal.SIGKILL)
    running[-1].wait()
    after_kill = words(data)
    running.append(started(data))
    qtbot.waitUntil(lambda: words(data) == {("亲，新", COUNT)}, timeout=SOON_MS)

    assert after_kill in ({("亲，旧", COUNT)}, {("亲，新", COUNT)})
    capsys.readouterr()


def _again(program: subprocess.Popen[bytes], data: Path) -> subprocess.Popen[bytes]:
    """End one run by force and begin the next with an empty log: SQLite would write over a long one from its start."""
    program.send_signal(signal.SIGKILL)
    program.wait()
    with closing(connect(data / "qindesk.db")) as database:
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return started(data)
