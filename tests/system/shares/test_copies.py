"""What was last read lies on this computer too: a start needs no share and reads nothing twice."""

import errno
import os
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.core.shares.share import Fault
from app.system.shares.copies import ShareCopies
from tests.system.shares.room import BOOK, FOLDER, Room


def test_after_a_start_the_copy_is_handed_over_without_the_share(tmp_path: Path, qtbot: QtBot) -> None:
    before = Room(BOOK, copies=tmp_path)
    before.shares["book"].put("双11.xlsx", b"whole")
    before.watch()
    before.go(2)
    read_at = before.reader.reaches["book"].last_read_at
    after = Room(BOOK, copies=tmp_path)
    after.shares["book"].fault = Fault.NO_ANSWER

    after.watch()

    assert [one.content for one in after.delivered] == [b"whole"]
    assert after.reader.reaches["book"].last_read_at == read_at
    assert after.reader.reaches["book"].trouble is not None


def test_after_a_start_nothing_that_is_still_the_same_is_read_again(tmp_path: Path, qtbot: QtBot) -> None:
    before = Room(FOLDER, copies=tmp_path)
    before.shares["folder"].put("index.json", b"p.json")
    before.shares["folder"].put("p.json", b"pack")
    before.watch()
    after = Room(FOLDER, copies=tmp_path)
    after.shares = before.shares
    after.shares["folder"].calls.clear()

    after.watch()
    after.go(60, 5)

    assert {verb for verb, _ in after.shares["folder"].calls} == {"read_new"}
    assert len(after.delivered) == 1


def test_a_damaged_copy_or_one_of_another_address_is_as_good_as_none(tmp_path: Path, qtbot: QtBot) -> None:
    before = Room(BOOK, copies=tmp_path)
    before.shares["book"].put("双11.xlsx", b"whole")
    before.watch()
    before.go(2)
    copies = ShareCopies(tmp_path)
    elsewhere = copies.load("book", "/elsewhere/双11.xlsx")
    for path in tmp_path.rglob("*"):
        if path.is_file() and path.suffix != ".json":
            path.write_bytes(b"whale")

    assert elsewhere is None
    assert copies.load("book", BOOK.address.text) is None


def test_only_the_last_copy_is_kept(tmp_path: Path, qtbot: QtBot) -> None:
    room = Room(BOOK, copies=tmp_path)
    room.watch()
    for content in (b"one", b"two", b"three"):
        room.shares["book"].put("双11.xlsx", content)
        room.go(2, 15)

    files = sorted(path.name for path in tmp_path.rglob("*") if path.is_file())

    assert len(files) == 2
    ShareCopies(tmp_path).forget("book")
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_is_full_keeps_the_former_copy_and_nothing_half_written(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = Room(BOOK, copies=tmp_path)
    room.shares["book"].put("双11.xlsx", b"one")
    room.watch()
    room.go(2)
    before = sorted(path.name for path in tmp_path.rglob("*"))

    def full(_file: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", full)
    room.shares["book"].put("双11.xlsx", b"two")
    room.go(2, 15)

    kept = ShareCopies(tmp_path).load("book", BOOK.address.text)
    assert [one.content for one in room.delivered] == [b"one", b"two"]
    assert sorted(path.name for path in tmp_path.rglob("*")) == before
    assert kept is not None
    assert kept[0].delivery is not None
    assert kept[0].delivery.content == b"one"
