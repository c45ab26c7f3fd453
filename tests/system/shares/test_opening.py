"""A share is opened by its address; what this system cannot read, or has no part for, is said."""

import builtins
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.core.shares.places import Kind, address_of
from app.core.shares.share import Fault, Secret, ShareTrouble
from app.system.shares.opening import as_this_system_reads, open_share
from tests.system.shares import servers
from tests.system.shares.test_web import Asked

ROOT = Path(__file__).parents[3]


def test_the_network_path_of_windows_is_read_elsewhere_and_the_other_way_round() -> None:
    typed = "\\\\server\\客服\\packs"
    path, _ = address_of(typed)
    url, _ = address_of("smb://server/客服/packs")

    assert as_this_system_reads(path, "win32") == path
    assert as_this_system_reads(url, "linux") == url
    assert (as_this_system_reads(path, "linux").kind, as_this_system_reads(path, "linux").root) == (Kind.SMB, url.root)
    assert (as_this_system_reads(url, "win32").kind, as_this_system_reads(url, "win32").root) == (Kind.FILES, typed)


def test_the_place_of_a_share_is_its_folder(tmp_path: Path) -> None:
    assert open_share(str(tmp_path / "a.xlsx")).place == str(tmp_path)
    assert open_share("https://mei:s3cret@nas/dav/双11.json?x=1").place == "https://nas/dav"
    assert open_share("webdav://nas/客服/").place == "webdav://nas/客服"
    assert open_share("oss://shop/packs?endpoint=oss-cn-hangzhou.aliyuncs.com").place == "oss://shop/packs"


def test_a_given_password_goes_with_the_query_of_a_typed_link() -> None:
    Asked.answer = (200, {}, b"{}")
    with servers.serving(Asked) as server:
        open_share(f"{servers.address(server)}/a.json?token=1", Secret("mei", "pw")).read("a.json")

    _, target, headers = Asked.asked[-1]
    assert (target, headers["authorization"]) == ("/a.json?token=1", "Basic bWVpOnB3")


REMOTE = ["https://nas/packs", "s3://shop/packs"]
if sys.platform != "win32":  # there it is a path
    REMOTE.append("smb://nas/packs")


@pytest.mark.parametrize("typed", REMOTE)
def test_a_remote_place_without_the_part_for_it_is_said(monkeypatch: pytest.MonkeyPatch, typed: str) -> None:
    real: Callable[..., Any] = builtins.__import__

    def without(name: str, *rest: Any) -> Any:
        if name.partition(".")[0] in ("fsspec", "smbprotocol") or name in (
            "app.system.shares.web_files",
            "app.system.shares.smb_files",
        ):
            raise ImportError(name=name)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    monkeypatch.delitem(sys.modules, "app.system.shares.bucket_files", raising=False)

    with pytest.raises(ShareTrouble) as caught:
        open_share(typed)

    assert (caught.value.reason, caught.value.place) == (Fault.NO_PARTS, typed)


def test_folders_need_none_of_what_remote_places_need() -> None:
    code = (
        "import sys; from app.system.shares.opening import open_share; open_share('/x'); "
        "print([one for one in ('fsspec', 'ssl', 'http.client', 'app.system.shares.web_files') if one in sys.modules])"
    )

    told = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)

    assert told.stdout.strip() == "[]"
