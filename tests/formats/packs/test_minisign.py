"""Keys and signatures as the program `minisign` writes and reads them."""

import base64
import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from app.core.packs.signatures import is_signed, read_public_key, read_signature, written_public_key
from app.formats.packs import minisign
from app.formats.packs.minisign import KeyTrouble, NoKey, SecretKey
from app.formats.packs.minisign_box import read_box

PACK = '{"pack":1,"id":"shop","phrases":[{"id":"hello","body":"在的亲"}]}\n'.encode()
COMMENT = "pack:shop number:7 sha256:00 published:2026-11-11T00:00:00+00:00"
PASSWORD = "双十一 keep it"

THEIR_PUBLIC = "RWSleusiWuuopPppqxZuVmz/T3X+ZruMYjU+2qMa39ntq+iw9xb0fH5f"
"""Made by minisign 0.11, as are the three below."""
THEIR_SECRET = """untrusted comment: minisign encrypted secret key
RWRTY0Iy1wX7NlWVe8JXHj6WmTKUvoPIRu2XgXb8MK33wACym6UAAAACAAAAAAAAAEAAAAAAQnY3XJPywVkbCj7rZO0zyCn1MJ9vfo01O95AC75hsBq7y3Am1W6z7Um2WoM4WpEpd/qbRRmkyBPUPT61g7iM/WwL8sAGge2RSGMVSvttC/H9zbp+L3Beh0KN8253mnpgfCjMyrbzyIk=
"""
THEIR_OPEN_SECRET = """untrusted comment: minisign encrypted secret key
RWQAAEIyAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB2NEKUQab0Soz/Q9SV6oDIT2ej0/nNnFpwB6P5gHOfAKng3Y3pQNJ4ex2Z9ZC+NucR6JAWZrdcu2akXaNuvhlOKJdoBadQB8AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
"""
THEIR_SIGNATURE = """untrusted comment: signature from minisign secret key
RUSleusiWuuopKncsMsPJMmJLqrDSH43OBTNkYnnAw3x6ncXJHMpfo7wIhav5cBZdzo425ka1UovSuylJTN01qV9ZgAud5PR/wc=
trusted comment: pack:shop number:7
+Tk/AH64ltK1a5OmRc4rXcxjLNwb0odWVvTT3Nlst9Ypl+EUNmv3TIa3WSU6wXTJ+bTqVhpkShffHMLGBfx+Cw==
"""
THEIR_CONTENT = b"hello\n"

with_minisign = pytest.mark.skipif(shutil.which("minisign") is None, reason="minisign is not installed")


@pytest.fixture(scope="module")
def key() -> SecretKey:
    return minisign.made()


def test_a_signature_of_minisign_holds_for_its_content_and_its_key() -> None:
    public, signature = read_public_key(THEIR_PUBLIC), read_signature(THEIR_SIGNATURE.encode())

    assert is_signed(THEIR_CONTENT, signature, public)
    assert signature.comment == "pack:shop number:7"
    assert signature.key_name == public.name == "A4A8EB5A22EB7AA5"


def test_a_key_of_minisign_opens_with_its_password_and_signs_for_its_public_half(tmp_path: Path) -> None:
    file = tmp_path / "k.key"
    file.write_text(THEIR_SECRET)

    key = minisign.read_secret(file, "pw")

    assert key.public.text == THEIR_PUBLIC
    assert is_signed(PACK, read_signature(key.sign(PACK, COMMENT)), read_public_key(THEIR_PUBLIC))


def test_a_key_of_minisign_without_a_password_opens(tmp_path: Path) -> None:
    file = tmp_path / "k.key"
    file.write_text(THEIR_OPEN_SECRET)

    assert not minisign.is_protected(file)
    assert minisign.read_secret(file, None).public.name == "446F1A4429446307"


def test_a_key_comes_back_from_its_file_with_its_password(tmp_path: Path, key: SecretKey) -> None:
    file = tmp_path / "keys" / "shop.key"

    minisign.save(key, file, PASSWORD)

    assert minisign.is_protected(file)
    assert minisign.read_secret(file, PASSWORD) == key
    assert minisign.read_public_file(minisign.public_file(file)) == key.public


@pytest.mark.parametrize(
    ("password", "trouble"),
    [("", KeyTrouble.WRONG_PASSWORD), ("pw", KeyTrouble.WRONG_PASSWORD), (None, KeyTrouble.PASSWORD_MISSING)],
)
def test_a_key_stays_shut_without_its_password(
    tmp_path: Path, key: SecretKey, password: str | None, trouble: KeyTrouble
) -> None:
    minisign.save(key, tmp_path / "shop.key", PASSWORD)

    with pytest.raises(NoKey) as caught:
        minisign.read_secret(tmp_path / "shop.key", password)

    assert caught.value.trouble is trouble
    assert str(tmp_path / "shop.key") in caught.value.sentence()


@pytest.mark.parametrize("password", [PASSWORD, None])
def test_only_its_owner_may_read_a_key(tmp_path: Path, key: SecretKey, password: str | None) -> None:
    minisign.save(key, tmp_path / "keys" / "shop.key", password)

    if sys.platform != "win32":
        assert stat.S_IMODE((tmp_path / "keys" / "shop.key").stat().st_mode) == 0o600
        assert stat.S_IMODE((tmp_path / "keys").stat().st_mode) == 0o700


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps it by the folder")
def test_a_key_that_was_copied_so_that_others_can_read_it_is_taken_back_from_them(
    tmp_path: Path, key: SecretKey
) -> None:
    file = tmp_path / "shop.key"
    minisign.save(key, file, None)
    file.chmod(0o644)

    minisign.read_secret(file, None)

    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_key_whose_public_half_cannot_be_written_is_not_left_alone(tmp_path: Path, key: SecretKey) -> None:
    (tmp_path / "shop.pub").mkdir()

    with pytest.raises(NoKey) as caught:
        minisign.save(key, tmp_path / "shop.key", None)

    assert caught.value.trouble is KeyTrouble.NOT_WRITTEN
    assert not (tmp_path / "shop.key").exists()


def test_a_key_that_is_there_is_never_written_over(tmp_path: Path, key: SecretKey) -> None:
    minisign.save(key, tmp_path / "shop.key", None)

    with pytest.raises(NoKey) as caught:
        minisign.save(minisign.made(), tmp_path / "shop.key", None)

    assert caught.value.trouble is KeyTrouble.EXISTS
    assert minisign.read_secret(tmp_path / "shop.key", None) == key


def test_a_protected_key_is_nowhere_in_its_files(tmp_path: Path, key: SecretKey) -> None:
    minisign.save(key, tmp_path / "shop.key", PASSWORD)

    written = [base64.b64decode(file.read_text().splitlines()[1]) for file in tmp_path.iterdir()]

    assert all(key.seed_and_key[:32] not in content for content in written)


def test_a_key_tells_its_public_half_only_wherever_it_is_printed(key: SecretKey) -> None:
    said = f"{key!r} {key} {[key]} {key!s}"

    assert key.public.name in said
    assert repr(key.seed_and_key)[2:20] not in said
    assert key.seed_and_key.hex()[:16] not in said


@pytest.mark.parametrize(
    "content",
    [
        "",
        "untrusted comment: x\n",
        "untrusted comment: x\nRWRT\n",
        THEIR_SECRET.replace("RWRTY0Iy", "RWRTY0Ix"),
        THEIR_SECRET[:-9],
        THEIR_SECRET + "one more line\n",
        written_public_key(read_public_key(THEIR_PUBLIC)),
    ],
)
def test_what_is_no_key_is_told_as_none(tmp_path: Path, content: str) -> None:
    (tmp_path / "shop.key").write_text(content)

    with pytest.raises(NoKey) as caught:
        minisign.read_secret(tmp_path / "shop.key", "pw")

    assert caught.value.trouble is KeyTrouble.NO_KEY


def test_a_key_file_of_bytes_is_no_key_and_one_that_is_not_there_is_told_so(tmp_path: Path) -> None:
    (tmp_path / "bytes.key").write_bytes(os.urandom(300) + b"\xff")

    for name, trouble in (("bytes.key", KeyTrouble.NO_KEY), ("none.key", KeyTrouble.NOT_THERE)):
        with pytest.raises(NoKey) as caught:
            minisign.read_secret(tmp_path / name, None)
        assert caught.value.trouble is trouble


def test_a_key_file_that_asks_for_endless_work_is_not_opened(tmp_path: Path) -> None:
    lines = THEIR_SECRET.splitlines()
    raw = bytearray(base64.b64decode(lines[1]))
    raw[38:46] = (1 << 60).to_bytes(8, "little")
    (tmp_path / "shop.key").write_text(f"{lines[0]}\n{base64.b64encode(raw).decode()}\n")

    with pytest.raises(NoKey) as caught:
        minisign.read_secret(tmp_path / "shop.key", "pw")

    assert caught.value.trouble is KeyTrouble.TOO_HARD


def test_a_key_whose_halves_do_not_belong_together_is_no_key(tmp_path: Path) -> None:
    lines = THEIR_OPEN_SECRET.splitlines()
    raw = bytearray(base64.b64decode(lines[1]))
    raw[-40] ^= 1  # inside the public half
    (tmp_path / "shop.key").write_text(f"{lines[0]}\n{base64.b64encode(raw).decode()}\n")

    with pytest.raises(NoKey) as caught:
        minisign.read_secret(tmp_path / "shop.key", None)

    assert caught.value.trouble is KeyTrouble.NO_KEY


def test_a_password_costs_whoever_guesses_it_a_hundred_megabytes_each_time(tmp_path: Path, key: SecretKey) -> None:
    minisign.save(key, tmp_path / "shop.key", PASSWORD)

    assert read_box((tmp_path / "shop.key").read_text()).memory >= 100_000_000


@with_minisign
def test_minisign_accepts_what_is_signed_here(tmp_path: Path, key: SecretKey) -> None:
    (tmp_path / "pack.json").write_bytes(PACK)
    (tmp_path / "pack.json.minisig").write_bytes(key.sign(PACK, COMMENT))
    minisign.save(key, tmp_path / "shop.key", None)

    by_text = _minisign("-VHQm", "pack.json", "-P", key.public.text, folder=tmp_path)
    by_file = _minisign("-VHQm", "pack.json", "-p", "shop.pub", folder=tmp_path)

    assert (by_text.returncode, by_text.stdout.strip()) == (0, COMMENT)
    assert (by_file.returncode, by_file.stdout.strip()) == (0, COMMENT)


@with_minisign
def test_minisign_refuses_what_was_changed_after_it_was_signed_here(tmp_path: Path, key: SecretKey) -> None:
    (tmp_path / "pack.json").write_bytes(PACK + b" ")
    (tmp_path / "pack.json.minisig").write_bytes(key.sign(PACK, COMMENT))

    assert _minisign("-Vm", "pack.json", "-P", key.public.text, folder=tmp_path).returncode != 0


@with_minisign
@pytest.mark.parametrize("password", [PASSWORD, None])
def test_minisign_signs_with_a_key_made_here(tmp_path: Path, key: SecretKey, password: str | None) -> None:
    minisign.save(key, tmp_path / "shop.key", password)
    (tmp_path / "pack.json").write_bytes(PACK)
    plain = ["-W"] if password is None else []

    signed = _minisign("-S", *plain, "-s", "shop.key", "-t", COMMENT, "-m", "pack.json", folder=tmp_path, said=password)

    assert signed.returncode == 0, signed.stderr
    assert is_signed(PACK, read_signature((tmp_path / "pack.json.minisig").read_bytes()), key.public)


@with_minisign
def test_the_old_form_of_minisign_is_not_taken(tmp_path: Path, key: SecretKey) -> None:
    from app.core.packs.signatures import BadSignature

    minisign.save(key, tmp_path / "shop.key", None)
    (tmp_path / "pack.json").write_bytes(PACK)

    done = _minisign("-SlW", "-s", "shop.key", "-m", "pack.json", folder=tmp_path)

    assert done.returncode == 0
    with pytest.raises(BadSignature):
        read_signature((tmp_path / "pack.json.minisig").read_bytes())


def _minisign(*arguments: str, folder: Path, said: str | None = None) -> subprocess.CompletedProcess[str]:
    given = f"{said}\n" if said is not None else None
    return subprocess.run(
        ["minisign", *arguments], cwd=folder, input=given, capture_output=True, text=True, check=False, timeout=60
    )
