"""A Windows share that the system does not mount: who is not let in, and a computer that is off."""

# ruff: noqa: F811 - fixtures come from beside

import getpass
from pathlib import Path

import pytest

from app.core.shares.share import Fault, Secret, ShareTrouble
from app.system.shares.opening import open_share
from tests.system.shares.test_contract import room, samba  # noqa: F401 - fixtures


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
