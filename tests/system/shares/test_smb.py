"""A Windows share that the system does not mount: who is not let in, and a computer that is off."""

# ruff: noqa: F811 - fixtures come from beside

import getpass
from pathlib import Path

import pytest

from app.core.shares.share import Fault, Secret, ShareTrouble
from app.system.shares.opening import open_share
from tests.system.shares import servers
from tests.system.shares.test_contract import NO_SAMBA, room, samba  # noqa: F401 - fixtures


def test_a_wrong_password_is_told_without_it(samba: str) -> None:
    share = open_share(samba, Secret(getpass.getuser(), "s3cret"))

    with pytest.raises(ShareTrouble) as caught:
        share.names()

    assert caught.value.reason is Fault.SIGN_IN
    assert "s3cret" not in f"{caught.value!r} {share!r}"


def test_a_computer_that_is_off_cannot_be_reached() -> None:
    with pytest.raises(ShareTrouble) as caught:
        open_share("smb://127.0.0.1:1/shop").names()

    assert caught.value.reason is Fault.UNREACHABLE


def test_a_share_that_does_not_exist_is_missing(samba: str, room: Path) -> None:
    with pytest.raises(ShareTrouble) as caught:
        open_share(f"{samba}-of-others", Secret(getpass.getuser(), "password")).names()

    assert caught.value.reason is Fault.NOT_THERE


def test_a_server_that_was_off_for_a_while_is_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = servers.smbd()
    if program is None:
        pytest.skip(NO_SAMBA)
    port = servers._free_port()
    monkeypatch.setattr(servers, "_free_port", lambda: port)
    for day in ("shop", "monday", "tuesday"):
        (tmp_path / day).mkdir()
    (tmp_path / "shop" / "index.json").write_bytes(b"{}")
    with servers.samba(program, tmp_path / "shop", tmp_path / "monday") as url:
        share = open_share(url, Secret(getpass.getuser(), "password"))
        share.read("index.json")
    with pytest.raises(ShareTrouble) as caught:
        share.read("index.json")

    with servers.samba(program, tmp_path / "shop", tmp_path / "tuesday"):
        assert share.read("index.json") == b"{}"

    assert caught.value.reason is Fault.UNREACHABLE
