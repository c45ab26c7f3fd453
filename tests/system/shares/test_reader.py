"""Sources are read again and again: whole files are handed over, halves never, and silence is told with its length."""

from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from app.core.shares.polls import Watched
from app.core.shares.share import Fault, Look
from tests.system.shares.room import BOOK, FOLDER, WEB_BOOK, Room


@pytest.fixture
def room(qtbot: QtBot) -> Room:
    return Room(BOOK)


def test_a_plain_file_is_handed_over_after_two_looks_that_read_the_same(room: Room) -> None:
    room.shares["book"].put("双11.xlsx", b"whole")

    room.watch()

    assert room.delivered == []
    assert room.go(2) == [b"whole"]
    assert room.go(30, 20) == []


def test_a_file_that_is_still_being_written_is_not_handed_over(room: Room) -> None:
    room.shares["book"].put("双11.xlsx", b"wh")
    room.watch()
    room.shares["book"].put("双11.xlsx", b"whol")
    room.go(2)
    room.shares["book"].put("双11.xlsx", b"whole")

    assert room.go(2) == []
    assert room.go(2) == [b"whole"]


def test_an_edit_that_changes_neither_size_nor_time_is_noticed(room: Room) -> None:
    share = room.shares["book"]
    share.put("双11.xlsx", b"one")
    room.watch()
    room.go(2)
    share.files["双11.xlsx"] = b"two"

    room.go(30)

    assert room.go(2) == [b"two"]


def test_a_large_file_is_read_again_only_every_tenth_look(room: Room) -> None:
    share = room.shares["book"]
    share.put("双11.xlsx", b"1" * 300_000)
    share.looks["双11.xlsx"] = Look(300_000)
    room.watch()
    room.go(2)
    share.files["双11.xlsx"] = b"2" * 300_000

    assert room.go(30, 5) == []
    assert room.go(30, 6) == [b"2" * 300_000]


def test_a_web_server_without_etags_is_not_believed_for_ever(qtbot: QtBot) -> None:
    room = Room(WEB_BOOK)
    share = room.shares["web"]
    share.put("a.csv", b"half")
    share.looks["a.csv"] = look = Look(4)
    room.watch()
    share.files["a.csv"], share.looks["a.csv"] = b"full", look
    room.go(2)

    assert room.go(2) == [b"full"]


def test_a_published_folder_is_read_by_its_index_and_its_files_only_once(qtbot: QtBot) -> None:
    room = Room(FOLDER)
    share = room.shares["folder"]
    share.put("index.json", b"p-1.json p-1.json.minisig")
    share.put("p-1.json", b"pack 1")
    share.put("p-1.json.minisig", b"signed")
    room.watch()
    first = room.delivered[-1]
    share.put("p-2.json", b"pack 2")
    share.put("index.json", b"p-1.json p-2.json p-2.json.minisig")

    room.go(60)

    assert first.files == {"index.json": share_index(1), "p-1.json": b"pack 1", "p-1.json.minisig": b"signed"}
    assert list(room.delivered[-1].files) == ["index.json", "p-1.json", "p-2.json"]
    assert share.calls.count(("read", "p-1.json")) == 1


def share_index(number: int) -> bytes:
    return f"p-{number}.json p-{number}.json.minisig".encode()


def test_a_broken_index_is_looked_at_again_before_it_is_told(qtbot: QtBot) -> None:
    room = Room(FOLDER)
    room.shares["folder"].put("index.json", b"{")

    room.watch()
    room.go(2, 4)
    before = list(room.reached)
    room.go(2)

    assert before == []
    assert [reach.trouble.reason for _, reach in room.reached if reach.trouble] == [Fault.UNSTEADY]


def test_a_share_that_fails_is_asked_ever_more_seldom_and_its_age_stays_told(room: Room) -> None:
    share = room.shares["book"]
    share.put("双11.xlsx", b"whole")
    room.watch()
    room.go(2)
    read_at = room.reader.reaches["book"].last_read_at
    share.fault = Fault.UNREACHABLE
    share.calls.clear()

    room.go(1, 3600)

    reach = room.reader.reaches["book"]
    assert (reach.last_read_at, reach.trouble and reach.trouble.reason) == (read_at, Fault.UNREACHABLE)
    assert 8 <= len(share.calls) <= 12


def test_a_share_that_comes_back_is_read_and_asked_at_the_even_pace_again(room: Room) -> None:
    share = room.shares["book"]
    share.fault = Fault.NO_ANSWER
    room.watch()
    room.go(700, 6)
    share.fault = None
    share.put("双11.xlsx", b"whole")

    room.go(720)

    assert room.go(2) == [b"whole"]
    assert room.reader.reaches["book"].trouble is None
    share.put("双11.xlsx", b"other")
    room.go(20)
    assert room.go(2) == [b"other"]


def test_asking_by_hand_looks_at_once(room: Room) -> None:
    room.shares["book"].fault = Fault.UNREACHABLE
    room.watch()
    room.go(700, 6)
    room.shares["book"].calls.clear()

    room.reader.look("book")

    assert room.shares["book"].calls == [("look", "双11.xlsx")]


def test_a_look_that_hangs_is_not_begun_twice_and_holds_up_no_other_source(qtbot: QtBot) -> None:
    room = Room(BOOK, WEB_BOOK)
    room.shares["web"].put("a.csv", b"a")
    room.is_hanging = True
    room.watch()
    dead, alive = room.hanging
    room.is_hanging = False
    alive()

    arrived = room.go(2, 100)

    assert arrived == [b"a"]
    assert room.shares["book"].calls == []
    assert dead is not alive


def test_what_a_source_says_after_it_is_no_longer_watched_is_not_heard(room: Room) -> None:
    room.shares["book"].put("双11.xlsx", b"whole")
    room.watch()
    room.is_hanging = True
    room.go(2)
    room.reader.close()

    room.hanging.pop()()

    assert room.delivered == []
    assert room.reader.reaches == {}


def test_sources_that_did_not_change_go_on_and_those_that_did_begin_anew(qtbot: QtBot) -> None:
    room = Room(BOOK, WEB_BOOK)
    room.shares["book"].put("双11.xlsx", b"whole")
    room.shares["web"].put("a.csv", b"a")
    room.watch()
    room.go(2)

    room.reader.watch([BOOK, Watched("web", WEB_BOOK.address, every=timedelta(minutes=5))])

    assert room.go(2) == [b"a"]


def test_what_could_not_be_taken_over_is_handed_over_again_on_request(room: Room) -> None:
    room.shares["book"].put("双11.xlsx", b"whole")
    room.watch()
    room.go(2)

    room.reader.deliver_again("book")

    assert [one.content for one in room.delivered] == [b"whole", b"whole"]


def test_an_error_that_nobody_foresaw_is_told_and_the_source_goes_on(room: Room) -> None:
    def breaks(verb: str, name: str) -> None:
        raise ZeroDivisionError

    room.shares["book"].before = breaks
    room.watch()
    room.shares["book"].before = lambda verb, name: None
    room.shares["book"].put("双11.xlsx", b"whole")

    assert [reach.trouble.reason for _, reach in room.reached if reach.trouble] == [Fault.SERVER]
    room.go(60)
    assert room.go(2) == [b"whole"]
