"""Every kind of share against a real server on the loopback, and the fake, keep the same promises."""

import getpass
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from uuid import uuid4

import pytest

from app.core.shares.share import Fault, Secret, ShareTrouble
from app.ports.shares import Share
from app.system.shares import bucket_files, plain_share, remote_share
from app.system.shares.opening import open_share
from tests.fakes import FakeShare
from tests.system.shares import servers
from tests.system.shares.contract import *  # noqa: F403 - the tests themselves
from tests.system.shares.oss_server import oss

NO_SAMBA = "no smbd on this machine (Debian: apt-get install samba); shares of Windows are not tested"
NO_DELETING = "WsgiDAV on Windows can neither move nor delete a file that another of its threads has open"
KINDS = ["fake", "folder", "webdav", "s3", "oss", "smb"]
AT_ONCE = (
    "test_of_eight_that_create_one_name_exactly_one_wins_and_its_content_stays",
    "test_of_three_leads_who_publish_at_once_one_gets_the_number_and_all_files_stay",
)
"""What asks a server for several things in one moment."""


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("shop")


@pytest.fixture(scope="module")
def webdav(room: Path) -> Iterator[str]:
    with servers.webdav(room) as url:
        yield url


@pytest.fixture(scope="module")
def bucket() -> Iterator[str]:
    with servers.bucket() as url:
        yield url


@pytest.fixture(scope="module")
def samba(room: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    program = servers.smbd()
    if program is None:
        pytest.skip(NO_SAMBA)
    with ExitStack() as stack:
        try:
            url = stack.enter_context(servers.samba(program, room, tmp_path_factory.mktemp("samba")))
        except servers.NotStarted as error:
            pytest.skip(f"{error}; shares of Windows are not tested")
        yield url


@pytest.fixture(params=KINDS)
def share(request: pytest.FixtureRequest, room: Path) -> Iterator[Share]:
    """A share of this kind with a folder of its own."""
    name = f"双11 {uuid4().hex[:6]}"
    ask = request.getfixturevalue
    match request.param:
        case "fake":
            yield FakeShare()
        case "folder":
            (room / name).mkdir()
            yield open_share(str(room / name))
        case "webdav":
            if sys.platform == "win32" and request.node.originalname in AT_ONCE:
                pytest.skip(NO_DELETING)
            yield open_share(f"{ask('webdav')}/{name}/packs", Secret(servers.USER, servers.PASSWORD))
        case "s3":
            yield open_share(f"s3://shop/{name}/packs?endpoint={ask('bucket')}", Secret("key", "secret"))
        case "oss":
            with oss() as place:
                yield open_share(place, Secret("key", "secret"))
        case "smb":
            (room / name).mkdir()
            yield open_share(f"{ask('samba')}/{name}", Secret(getpass.getuser(), "password"))


def test_a_listing_that_is_too_long_is_refused_whole_because_a_part_would_hide_the_newest(
    share: Share, monkeypatch: pytest.MonkeyPatch
) -> None:
    if isinstance(share, FakeShare):
        pytest.skip("a fake has no limit")
    for module in (plain_share, remote_share, bucket_files):
        monkeypatch.setattr(module, "MAX_NAMES", 3)
    for number in range(3):
        share.create(f"shop-000{number}.json", b"{}")
    listed = share.names()
    share.create("shop-0003.json", b"{}")

    with pytest.raises(ShareTrouble) as caught:
        share.names()

    assert len(listed) == 3
    assert caught.value.reason is Fault.CROWDED
