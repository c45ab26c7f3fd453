"""What a user types is read as the place of a share, and what lets somebody in stays out of what is kept and shown."""

import re
from datetime import timedelta
from pathlib import Path

import pytest

from app.core.shares.places import Kind, address_of
from app.core.shares.polls import EVERY, LONGEST, Watched, pause_after
from app.core.shares.share import SENTENCES, Fault, ShareTrouble, is_ignored, is_share_name


@pytest.mark.parametrize(
    ("typed", "kind", "root", "file"),
    [
        ("/mnt/share/话术.xlsx", Kind.FILES, "/mnt/share", "话术.xlsx"),
        ("/mnt/share/packs/", Kind.FILES, "/mnt/share/packs", ""),
        ("/mnt/share/packs/index.json", Kind.FILES, "/mnt/share/packs", ""),
        ("/pack.json", Kind.FILES, "/", "pack.json"),
        ("\\\\server\\客服\\双11.xlsx", Kind.FILES, "\\\\server\\客服", "双11.xlsx"),
        ("//server/x", Kind.FILES, "//server/x", ""),
        ('"D:\\shop\\a.csv"', Kind.FILES, "D:\\shop", "a.csv"),
        ("D:\\a.csv", Kind.FILES, "D:\\", "a.csv"),
        ("file:///mnt/%E5%AE%A2/a.yaml", Kind.FILES, "/mnt/客", "a.yaml"),
        ("file://server/x/a.yaml", Kind.FILES, "\\\\server\\x", "a.yaml"),
        ("https://cdn.example.com/双11/", Kind.WEB, "https://cdn.example.com/%E5%8F%8C11", ""),
        ("https://cdn.example.com", Kind.WEB, "https://cdn.example.com", ""),
        ("http://nas:5005/a/b.json", Kind.WEB, "http://nas:5005/a", "b.json"),
        ("davs://nas/dav/packs", Kind.WEB, "https://nas/dav/packs", ""),
        ("webdav://[::1]:80/x", Kind.WEB, "http://[::1]:80/x", ""),
        ("s3://shop/packs?region=cn-north-1", Kind.S3, "https://shop.s3.cn-north-1.amazonaws.com/packs", ""),
        ("s3://shop/p/a.json?endpoint=http://127.0.0.1:9000", Kind.S3, "http://127.0.0.1:9000/shop/p", "a.json"),
        (
            "oss://shop/packs?endpoint=oss-cn-hangzhou.aliyuncs.com",
            Kind.OSS,
            "https://shop.oss-cn-hangzhou.aliyuncs.com/packs",
            "",
        ),
        ("smb://server/客服/packs", Kind.SMB, "smb://server/%E5%AE%A2%E6%9C%8D/packs", ""),
    ],
)
def test_an_address_is_taken_apart_and_its_text_reads_the_same_again(
    typed: str, kind: Kind, root: str, file: str
) -> None:
    address, secret = address_of(typed)

    assert (address.kind, address.root, address.file, secret) == (kind, root, file, None)
    assert address_of(address.text)[0] == address


@pytest.mark.parametrize(
    ("typed", "every"),
    [
        ("https://cdn.example.com/packs#every=5min", timedelta(minutes=5)),
        ("https://cdn.example.com/packs/pack.json#every=90s", timedelta(seconds=90)),
        ("oss://shop/packs?endpoint=oss-cn-hangzhou.aliyuncs.com#every=1h", timedelta(hours=1)),
        ("https://cdn.example.com/packs#top", None),
        ("https://cdn.example.com/packs", None),
    ],
)
def test_an_address_may_say_how_often_it_wants_to_be_asked(typed: str, every: timedelta | None) -> None:
    address, _ = address_of(typed)

    assert address.every == every
    assert "#" not in address.root
    assert address_of(address.text)[0] == address


@pytest.mark.parametrize("pace", ["5", "5days", "0min", "1s", "25h", "", "-5min", "99999h"])
def test_a_pace_that_makes_no_sense_is_no_address(pace: str) -> None:
    with pytest.raises(ShareTrouble) as caught:
        address_of(f"https://cdn.example.com/packs#every={pace}")

    assert caught.value.reason is Fault.BAD_PLACE


def test_the_region_of_an_oss_bucket_is_in_its_endpoint() -> None:
    outside, _ = address_of("oss://shop?endpoint=oss-cn-hangzhou.aliyuncs.com")
    inside, _ = address_of("oss://shop?endpoint=https://oss-cn-shanghai-internal.aliyuncs.com")

    assert (outside.region, inside.region) == ("cn-hangzhou", "cn-shanghai")


@pytest.mark.parametrize(
    "typed",
    [
        "https://mei:s3cret@nas/dav/a.json",
        "https://cdn.example.com/a.json?Expires=1&Signature=s3cret",
        "s3://mei:s3cret@shop/packs?endpoint=http://127.0.0.1",
        "smb://mei:s3cret@server/packs",
    ],
)
def test_what_lets_somebody_in_is_split_off(typed: str) -> None:
    address, secret = address_of(typed)

    assert "s3cret" not in repr(address)
    assert secret is not None
    assert "s3cret" in (secret.password + secret.query)
    assert "s3cret" not in f"{secret!r} {secret}"


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "packs",
        "ftp://host/x",
        "https://",
        "https://mei:s3cret@nas:port/x",
        "https://mei:a@s3cret@nas:port/x",
        "https://mei:a/s3cret@nas/x",
        "https://ho st/x",
        "oss://shop/packs",
        "s3://s/packs",
        "s3://shop/packs?key=s3cret",
        "s3://shop?endpoint=https://mei:s3cret@host",
        "/a\0b",
    ],
)
def test_what_is_no_place_is_refused_without_telling_a_password(typed: str) -> None:
    with pytest.raises(ShareTrouble) as caught:
        address_of(typed)

    assert caught.value.reason is Fault.BAD_PLACE
    assert "s3cret" not in str(caught.value)


def test_every_fault_has_a_sentence_that_names_the_place() -> None:
    assert set(SENTENCES) == set(Fault)
    assert all("{place}" in sentence for sentence in SENTENCES.values())


def test_files_of_other_programs_are_known_by_their_names() -> None:
    theirs = [
        "~$双11.xlsx",
        "a.tmp",
        ".a.swp",
        "双11 (冲突).xlsx",
        "a.sync-conflict-2026.xlsx",
        "a (conflicted copy).csv",
    ]

    assert all(map(is_ignored, theirs))
    assert not any(map(is_ignored, ["双11.xlsx", "read/shop/mei.json", "shop-0007-0a1b.json.minisig"]))


def test_names_with_dots_spaces_and_chinese_are_names_and_those_leading_out_are_none() -> None:
    assert all(map(is_share_name, ["双11 话术-0007.json", "read/小美.json", "a..b"]))
    assert not any(map(is_share_name, ["..", "a/..", "/a", "a/", "c:", "a ", "x" * 201, "/".join("abcdefghi")]))


def test_a_silent_share_is_asked_ever_more_seldom_and_computers_lose_step() -> None:
    watched = Watched("1", address_of("https://cdn.example.com/")[0])

    pauses = [pause_after(watched, failures, 0.5) for failures in range(6)]

    assert pauses == [timedelta(minutes=one) for one in (1, 2, 4, 8, 10, 10)]
    assert pause_after(watched, 10**9, 1.0) == LONGEST * 1.2
    assert pause_after(watched, 0, 0.0) == timedelta(seconds=48)


def test_the_page_about_scale_tells_the_paces_of_the_program() -> None:
    page = (Path(__file__).parents[3] / "docs" / "scale.md").read_text("utf-8")
    told = dict(re.findall(r"^\| `([a-z0-9]+|/mnt)[:/].* \| (\d+) s \|", page, flags=re.MULTILINE))

    kinds = {"/mnt": Kind.FILES, "smb": Kind.SMB, "http": Kind.WEB, "s3": Kind.S3, "oss": Kind.OSS}
    assert {kinds[name]: timedelta(seconds=int(pace)) for name, pace in told.items()} == dict(EVERY)
