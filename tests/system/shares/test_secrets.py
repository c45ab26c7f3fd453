"""Passwords of shares lie in one file that only this user may read, and nowhere else."""

import logging
import stat
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.core.shares.places import address_of
from app.core.shares.polls import Watched
from app.core.shares.share import Secret, ShareTrouble
from app.system.shares.copies import ShareCopies
from app.system.shares.opening import open_share
from app.system.shares.passing import Memory, passed
from app.system.shares.secrets import NAME, SecretsUnreadable, ShareSecrets
from db.backups import BackupFolder
from db.engine import open_database

SECRET = Secret("mei", "s3cret", query="Signature=s3cret", session="s3cret")


def test_a_secret_is_found_again_changed_and_forgotten(tmp_path: Path) -> None:
    ShareSecrets(tmp_path).put("nas", SECRET)
    ShareSecrets(tmp_path).put("oss", Secret("key", "other"))

    found = ShareSecrets(tmp_path).of("nas")
    ShareSecrets(tmp_path).put("nas", None)

    assert found == SECRET
    assert ShareSecrets(tmp_path).of("nas") is None
    assert ShareSecrets(tmp_path).of("oss") == Secret("key", "other")
    assert ShareSecrets(tmp_path / "nowhere").of("nas") is None


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps it by the rights of the folder")
def test_only_this_user_may_read_the_file_even_after_somebody_opened_it_to_all(tmp_path: Path) -> None:
    secrets = ShareSecrets(tmp_path)
    secrets.put("nas", SECRET)
    fresh = stat.S_IMODE((tmp_path / NAME).stat().st_mode)
    (tmp_path / NAME).chmod(0o644)

    secrets.of("nas")

    assert (fresh, stat.S_IMODE((tmp_path / NAME).stat().st_mode)) == (0o600, 0o600)
    assert [path.name for path in tmp_path.iterdir()] == [NAME]


@pytest.mark.parametrize("content", [b'{"nas":{"password":"s3cret"', b'{"nas":"s3cret"}', b"\xff\xfes3cret", b""])
def test_a_damaged_file_is_told_without_its_text_and_not_written_over(tmp_path: Path, content: bytes) -> None:
    (tmp_path / NAME).write_bytes(content)
    secrets = ShareSecrets(tmp_path)

    with pytest.raises(SecretsUnreadable) as caught:
        secrets.put("oss", SECRET)

    assert "s3cret" not in f"{caught.value!r}"
    assert caught.value.__cause__ is None
    assert (tmp_path / NAME).read_bytes() == content


def test_a_secret_is_in_no_backup_no_copy_no_log_and_no_error(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    data = tmp_path / "data"
    database = open_database(data / "qindesk.db")
    ShareSecrets(data).put("nas", SECRET)
    BackupFolder(database.file, data / "backups", lambda: datetime(2026, 11, 11, tzinfo=UTC)).make("hand")
    database.close()
    address, secret = address_of("http://mei:s3cret@127.0.0.1:1/a.csv?Signature=s3cret")
    watched = Watched("nas", address, secret)

    with pytest.raises(ShareTrouble) as caught:
        passed(open_share(address, secret), watched, Memory(), datetime(2026, 11, 11, tzinfo=UTC))

    holding = [path.name for path in data.rglob("*") if path.is_file() and b"s3cret" in path.read_bytes()]
    assert holding == [NAME]
    assert "s3cret" not in f"{caught.value} {caught.value!r} {watched!r} {address!r} {caplog.text}"


def test_a_copy_of_a_source_holds_no_secret(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"a,b")
    address, _ = address_of(str(tmp_path / "a.csv"))
    watched = Watched("nas", address, SECRET)
    share = open_share(address, SECRET)
    at = datetime(2026, 11, 11, tzinfo=UTC)
    memory = passed(share, watched, passed(share, watched, Memory(), at).memory, at).memory

    ShareCopies(tmp_path / "copies").keep(memory, address.text, at)

    kept = [path.read_bytes() for path in (tmp_path / "copies").rglob("*") if path.is_file()]
    assert len(kept) == 2
    assert not any(b"s3cret" in content for content in kept)
