"""The names in a published folder and its index: what is told, and what is not followed."""

import contextlib
import json
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.packs.confirmations import read_confirmations
from app.core.packs.index import MAX_BYTES, BadIndex, Entry, read_index, read_taken, written_index, written_taken
from app.core.packs.names import (
    Stamp,
    can_be_published,
    confirmation_file,
    number_file,
    pack_file,
    read_number_file,
    read_pack_file,
    read_stamp,
    written_stamp,
)
from app.core.shares.share import is_ignored, is_share_name

HASH = "0123456789ab" + "c" * 52
AT = datetime(2026, 11, 11, 6, 0, tzinfo=UTC)
ENTRY = Entry(
    pack_id="shop",
    number=7,
    file=pack_file("shop", 7, HASH),
    sha256=HASH,
    size=1234,
    published_at=AT,
    publisher="小周",
    note="退款规则改了",
    key_name="A4A8EB5A22EB7AA5",
    must_read_count=1,
    name="客服话术",
    marks={"shop/refund": 5},
)
IDS = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9._-]{0,30}", fullmatch=True)


@given(IDS, st.integers(1, 999_999_999), st.binary(min_size=32, max_size=32))
def test_the_name_of_a_publication_tells_its_pack_its_number_and_the_start_of_its_hash(
    pack_id: str, number: int, raw: bytes
) -> None:
    name = pack_file(pack_id, number, raw.hex())

    told = read_pack_file(name)

    assert told is not None
    assert (told.pack_id, told.number, told.start_of_hash) == (pack_id, number, raw.hex()[:12])
    assert read_number_file(name) is None
    assert read_number_file(number_file(pack_id, number)) == (pack_id, number)
    assert read_pack_file(number_file(pack_id, number)) is None


@pytest.mark.parametrize(
    "name",
    [
        "index.json",
        "shop-7-0123456789ab.json",
        "shop-00007-0123456789ab.json",
        "shop-0007-0123456789AB.json",
        "shop-0007-0123456789ab.json.minisig",
        "../shop-0007-0123456789ab.json",
        "a/shop-0007-0123456789ab.json",
        "https://elsewhere/shop-0007-0123456789ab.json",
        "shop-٠٠٠٧-0123456789ab.json",
        "shop-0007-0123456789ab.json\n",
    ],
)
def test_other_names_are_no_publications(name: str) -> None:
    assert read_pack_file(name) is None
    assert read_number_file(name) is None


def test_the_signed_line_comes_back_whatever_the_zone_it_was_told_in() -> None:
    stamp = Stamp("shop", 7, HASH, AT)

    line = written_stamp(Stamp("shop", 7, HASH, AT.astimezone(timezone(timedelta(hours=8)))))

    assert line == f"pack:shop number:7 sha256:{HASH} published:2026-11-11T06:00:00+00:00"
    assert read_stamp(line) == stamp


@pytest.mark.parametrize("at", ["", "yesterday", "2026-11-11T06:00:00"])
def test_a_signed_line_without_a_moment_is_none(at: str) -> None:
    assert read_stamp(f"pack:shop number:7 sha256:{HASH} published:{at}") is None


def test_an_index_comes_back_without_what_only_the_lead_needs() -> None:
    told = read_index(written_index([ENTRY]))

    assert told["shop"].marks == {}
    assert {**told} == read_index(written_index(told.values()))
    assert (told["shop"].file, told["shop"].note, told["shop"].must_read_count) == (ENTRY.file, "退款规则改了", 1)


def test_the_file_that_holds_a_number_tells_everything_and_only_for_its_own_number() -> None:
    content = written_taken(ENTRY)

    assert read_taken(content, "shop", 7) == ENTRY
    assert read_taken(content, "shop", 8) is None
    assert read_taken(content, "other", 7) is None


@pytest.mark.parametrize("length", [0, 1, 40])
def test_a_number_file_that_was_cut_short_holds_no_publication(length: int) -> None:
    assert read_taken(written_taken(ENTRY)[:length], "shop", 7) is None


@pytest.mark.parametrize(
    "change",
    [
        {"file": "../../etc/passwd"},
        {"file": "C:\\Windows\\shop-0007-0123456789ab.json"},
        {"file": "https://elsewhere/shop-0007-0123456789ab.json"},
        {"file": "other-0007-0123456789ab.json"},
        {"file": "shop-0008-0123456789ab.json"},
        {"file": "shop-0007-ffffffffffff.json"},
        {"sha256": "0123456789ab"},
        {"sha256": HASH.upper()},
        {"number": 0},
        {"number": -7},
        {"number": "7"},
        {"number": 10**30},
        {"size": -1},
        {"published_at": "soon"},
        {"file": None},
    ],
    ids=str,
)
def test_an_index_that_points_elsewhere_or_at_nothing_is_not_followed(change: dict[str, object]) -> None:
    index = json.loads(written_index([ENTRY]))
    index["packs"]["shop"] |= change

    assert read_index(json.dumps(index).encode()) == {}


def test_one_wrong_entry_costs_the_others_nothing() -> None:
    index = json.loads(written_index([ENTRY]))
    index["packs"]["bad/../id"] = index["packs"]["shop"]
    index["packs"]["none"] = None
    index["packs"]["shop"]["added later"] = {"x": 1}

    assert list(read_index(json.dumps(index).encode())) == ["shop"]


@pytest.mark.parametrize(
    "content",
    [b"", b"\xff", b"[]", b'{"index":1}', b'{"index":1,"packs":[]}', b"[" * 100_000, b" " * (MAX_BYTES + 1)],
    ids=["empty", "no text", "a list", "no packs", "packs in a list", "deep", "large"],
)
def test_what_is_no_index_is_told_so(content: bytes) -> None:
    with pytest.raises(BadIndex) as caught:
        read_index(content)

    assert not caught.value.is_newer


def test_the_index_of_a_newer_program_is_told_apart_from_a_broken_one() -> None:
    with pytest.raises(BadIndex) as caught:
        read_index(b'{"index":2,"packs":{}}')

    assert caught.value.is_newer


@given(st.binary(max_size=300))
def test_no_bytes_make_reading_fall_over(content: bytes) -> None:
    with contextlib.suppress(BadIndex):
        read_index(content)
    assert read_taken(content, "shop", 7) is None


@given(st.text(max_size=60))
def test_whatever_an_agent_is_called_the_file_has_a_name_that_every_share_takes(agent: str) -> None:
    name = confirmation_file("shop", agent)

    assert is_share_name(name)
    assert not is_ignored(name)


def test_the_file_of_an_agent_is_nobody_elses() -> None:
    names = {
        confirmation_file("shop", agent) for agent in ("Mei", "mei", "小美", "小美 ", "小/美", "小:美", "冲突", "")
    }

    assert len(names) == len({name.casefold() for name in names}) == 8
    assert confirmation_file("shop", "小美").startswith("read/shop/小美-")


@pytest.mark.parametrize(("pack_id", "can"), [("shop", True), ("a.b-c_d", True), ("sheet", False), ("x.", False)])
def test_a_pack_that_is_called_what_no_folder_can_be_called_is_not_published(pack_id: str, can: bool) -> None:
    assert can_be_published(pack_id) is can


@pytest.mark.parametrize("at", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00"])
def test_a_moment_at_the_edge_of_the_calendar_costs_its_entry_alone(at: str) -> None:
    index = json.loads(written_index([ENTRY]))
    index["packs"]["tea"] = {
        **index["packs"]["shop"],
        "file": index["packs"]["shop"]["file"].replace("shop-", "tea-"),
        "published_at": at,
    }

    assert list(read_index(json.dumps(index).encode())) == ["shop"]


@pytest.mark.parametrize("at", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00"])
def test_a_confirmation_of_a_moment_that_cannot_be_is_none(at: str) -> None:
    plain = {"read": 1, "pack": "shop", "agent": "小亲", "number": 1, "at": at, "items": {}}

    assert read_confirmations(json.dumps(plain).encode(), "shop") is None
