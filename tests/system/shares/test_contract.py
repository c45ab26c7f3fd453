"""Every kind of share against a real server on the loopback, and the fake, keep the same promises."""

import getpass
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from app.core.shares import Secret
from app.ports.shares import Share
from app.system.share import open_share
from tests.fakes import FakeShare
from tests.system.shares import servers
from tests.system.shares.contract import *  # noqa: F403 - the tests themselves
from tests.system.shares.oss_server import oss

NO_SAMBA = "no smbd on this machine (Debian: apt-get install samba); shares of Windows are not tested"


@pytest.fixture(
    params=["fake", "folder", "webdav", "s3", "oss", pytest.param("smb", marks=pytest.mark.filterwarnings("ignore"))]
)
def share(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Share]:
    folder = tmp_path / "shop"
    folder.mkdir()
    with ExitStack() as stack:
        match request.param:
            case "fake":
                yield FakeShare()
            case "folder":
                yield open_share(str(folder))
            case "webdav":
                url = stack.enter_context(servers.webdav(folder))
                yield open_share(f"{url}/packs", Secret(servers.USER, servers.PASSWORD))
            case "s3":
                url = stack.enter_context(servers.bucket())
                yield open_share(f"s3://shop/双11/packs?endpoint={url}", Secret("key", "secret"))
            case "oss":
                yield open_share(stack.enter_context(oss()), Secret("key", "secret"))
            case "smb":
                if (program := servers.smbd()) is None:
                    pytest.skip(NO_SAMBA)
                url = stack.enter_context(servers.samba(program, folder, tmp_path))
                yield open_share(url, Secret(getpass.getuser(), "password"))
