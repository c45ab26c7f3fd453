"""What every share promises, and its fake too: the same tests for all of them.

A module that wants them imports all its names and has a fixture `share` of an empty share that can be written to.
"""

from concurrent.futures import ThreadPoolExecutor

import pytest

from app.ports.shares import Fault, Share, ShareTrouble

NAME = "双11 话术-0007-0a1b2c3d4e5f.json"


def test_a_file_is_read_as_it_was_written(share: Share) -> None:
    share.replace(NAME, "亲，在的呢 /:^_^".encode())

    assert share.read(NAME) == "亲，在的呢 /:^_^".encode()
    assert share.look(NAME).size in (None, len("亲，在的呢 /:^_^".encode()))


def test_replacing_leaves_the_new_content_only(share: Share) -> None:
    share.replace("index.json", b"a longer one")

    share.replace("index.json", b"short")

    assert share.read("index.json") == b"short"
    assert share.names() == ["index.json"]


def test_an_unchanged_file_is_not_read_again_and_a_changed_one_is(share: Share) -> None:
    share.replace("index.json", b"one")
    first = share.read_new("index.json", None)
    assert first is not None

    again = share.read_new("index.json", first.look)
    share.replace("index.json", b"another")
    changed = share.read_new("index.json", first.look)

    assert (first.content, again) == (b"one", None)
    assert changed is not None
    assert changed.content == b"another"


def test_a_name_that_is_taken_is_not_created_again(share: Share) -> None:
    is_first = share.create(NAME, b"first")
    is_second = share.create(NAME, b"second")

    assert (is_first, is_second) == (True, False)
    assert share.read(NAME) == b"first"
    assert share.names() == [NAME]


def test_of_eight_that_create_one_name_exactly_one_wins_and_its_content_stays(share: Share) -> None:
    contents = [bytes([65 + number]) * 1000 for number in range(8)]

    with ThreadPoolExecutor(3) as pool:
        won = list(pool.map(lambda content: share.create("one.json", content), contents))

    assert won.count(True) == 1
    assert share.read("one.json") == contents[won.index(True)]


def test_folders_are_made_where_they_are_missing_and_list_their_own_files_only(share: Share) -> None:
    share.create("read/shop/小美.json", b"{}")
    share.create("read/shop/mei.json", b"{}")
    share.create("read/other/mei.json", b"{}")
    share.create("index.json", b"{}")

    assert share.names("read/shop") == ["read/shop/mei.json", "read/shop/小美.json"]
    assert share.names() == ["index.json"]
    assert share.names("read/nobody") in ([], ())


def test_files_of_other_programs_are_passed_over(share: Share) -> None:
    for name in (
        "~$话术.xlsx",
        "话术.xlsx.tmp",
        "话术 (冲突 2026-11-10).xlsx",
        "话术.sync-conflict-1.xlsx",
        "话术.xlsx",
    ):
        share.create(name, b"x")

    assert share.names() == ["话术.xlsx"]


def test_a_file_that_is_not_there_is_said_to_be_missing_and_may_be_removed(share: Share) -> None:
    share.replace("there.json", b"x")

    share.remove("missing.json")
    share.remove("there.json")

    for ask in (share.look, share.read, lambda name: share.read_new(name, None)):
        with pytest.raises(ShareTrouble) as caught:
            ask("there.json")
        assert caught.value.reason is Fault.NOT_THERE


def test_a_file_above_the_limit_is_refused(share: Share) -> None:
    share.replace("big.json", b"x" * 5000)

    with pytest.raises(ShareTrouble) as caught:
        share.read("big.json", limit=4999)

    assert caught.value.reason is Fault.TOO_BIG
    assert len(share.read("big.json", limit=5000)) == 5000


@pytest.mark.parametrize("name", ["../secret", "/etc/passwd", "a/../../b", "C:\\x", "a\\b", "a//b", "", "x.", "nul\0"])
def test_a_name_that_leads_out_of_the_share_is_refused(share: Share, name: str) -> None:
    for ask in (share.look, share.read, share.remove, lambda name: share.create(name, b"")):
        with pytest.raises(ShareTrouble) as caught:
            ask(name)
        assert caught.value.reason is Fault.BAD_NAME
