"""Signing with a certificate from outside: here one of our own making, for this test alone."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
NEEDED = ("openssl", "osslsigncode", "x86_64-w64-mingw32-gcc")
pytestmark = pytest.mark.skipif(
    not all(map(shutil.which, NEEDED)), reason=f"{', '.join(NEEDED)} are needed to sign and to have something to sign"
)
PASSWORD = "亲 台 $1"


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A program, a certificate and its password."""
    folder = tmp_path_factory.mktemp("sign")
    source = str(ROOT / "tools" / "small_blas.c")
    build = [
        "x86_64-w64-mingw32-gcc",
        "-O1",
        "-shared",
        "-nostdlib",
        "-s",
        "-Wl,--entry,0",
        source,
        "-o",
        "program.dll",
    ]
    subject = ["-subj", "/CN=QinDesk test", "-addext", "extendedKeyUsage=codeSigning"]
    (folder / "password").write_text(PASSWORD, "utf-8")
    for command in (
        build,
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "k.pem", "-out", "c.pem", *subject],
        [
            "openssl",
            "pkcs12",
            "-export",
            "-inkey",
            "k.pem",
            "-in",
            "c.pem",
            "-out",
            "c.pfx",
            "-passout",
            "file:password",
        ],
    ):
        subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return folder


def sign(file: Path, **given: str) -> "subprocess.CompletedProcess[str]":
    command = [str(ROOT / "tools" / "sign.sh"), str(file)]
    return subprocess.run(command, env={**os.environ, **given}, capture_output=True, text=True, check=False)


def verified(folder: Path, file: Path) -> bool:
    command = ["osslsigncode", "verify", "-CAfile", "c.pem", "-in", str(file)]
    return subprocess.run(command, cwd=folder, capture_output=True, check=False).returncode == 0


def test_a_signed_program_is_vouched_for_until_a_byte_of_it_changes(workshop: Path, tmp_path: Path) -> None:
    file = Path(shutil.copy(workshop / "program.dll", tmp_path))
    was_signed_before = verified(workshop, file)

    done = sign(file, CERTIFICATE=str(workshop / "c.pfx"), PASSWORD_FILE=str(workshop / "password"))

    assert done.returncode == 0, done.stderr
    assert not was_signed_before
    assert verified(workshop, file)
    content = bytearray(file.read_bytes())
    content[0x500] ^= 1
    file.write_bytes(content)
    assert not verified(workshop, file)


def test_without_a_certificate_nothing_is_signed_and_that_is_said(workshop: Path, tmp_path: Path) -> None:
    file = Path(shutil.copy(workshop / "program.dll", tmp_path))

    done = sign(file, CERTIFICATE="")

    assert done.returncode == 2
    assert "CERTIFICATE" in done.stderr
    assert file.read_bytes() == (workshop / "program.dll").read_bytes()


def test_a_wrong_password_leaves_the_program_as_it_was(workshop: Path, tmp_path: Path) -> None:
    file = Path(shutil.copy(workshop / "program.dll", tmp_path))
    (tmp_path / "wrong").write_text("wrong")

    done = sign(file, CERTIFICATE=str(workshop / "c.pfx"), PASSWORD_FILE=str(tmp_path / "wrong"))

    assert done.returncode != 0
    assert file.read_bytes() == (workshop / "program.dll").read_bytes()
