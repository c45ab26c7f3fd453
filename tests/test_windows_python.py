"""What tools/windows_python.py takes for genuine, and what it does not."""

import hashlib
import shutil
import ssl
import struct
import subprocess
from pathlib import Path

import pytest

from tools.windows_python import NotVouchedFor, check_program, check_signature, is_listed, signed_content, wanted

pytestmark = pytest.mark.skipif(not shutil.which("openssl"), reason="needs openssl")
SAID = b"what was signed"


def signer(folder: Path, name: str) -> str:
    """Makes a key with a certificate; its fingerprint."""
    make = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", f"/CN={name}", "-days", "2"]
    subprocess.run(
        [*make, "-keyout", f"{name}.key", "-out", f"{name}.pem"], cwd=folder, check=True, capture_output=True
    )
    return hashlib.sha256(ssl.PEM_cert_to_DER_cert((folder / f"{name}.pem").read_text())).hexdigest()


def signature(folder: Path, name: str) -> bytes:
    """What it signs, in the form of Authenticode."""
    sign = ["openssl", "smime", "-sign", "-binary", "-nodetach", "-outform", "DER", "-signer", f"{name}.pem"]
    sign += ["-inkey", f"{name}.key"]
    return subprocess.run(sign, cwd=folder, check=True, capture_output=True, input=SAID).stdout


def program(signature: bytes) -> bytes:
    """The smallest thing that has the head of a 64-bit Windows program and a signature at its end."""
    content = bytearray(512)
    struct.pack_into("<I", content, 60, 64)
    struct.pack_into("<H", content, 64 + 24, 0x20B)
    struct.pack_into("<II", content, 64 + 24 + 112 + 32, len(content), 8 + len(signature))
    return bytes(content) + struct.pack("<II", 8 + len(signature), 0) + signature


def test_a_signature_of_a_pinned_signer_holds(tmp_path: Path) -> None:
    fingerprint = signer(tmp_path, "maker")
    made = signature(tmp_path, "maker")

    check_signature(made, {fingerprint})

    assert signed_content(made) == SAID


def test_a_signature_of_anybody_else_does_not(tmp_path: Path) -> None:
    fingerprint = signer(tmp_path, "maker")
    signer(tmp_path, "stranger")

    with pytest.raises(NotVouchedFor):
        check_signature(signature(tmp_path, "stranger"), {fingerprint})


def test_a_signature_over_something_else_does_not(tmp_path: Path) -> None:
    fingerprint = signer(tmp_path, "maker")
    forged = signature(tmp_path, "maker").replace(SAID, b"what was forged")

    with pytest.raises(NotVouchedFor):
        check_signature(forged, {fingerprint})


def test_a_program_is_refused_whose_signature_is_over_another_one(tmp_path: Path) -> None:
    signer(tmp_path, "maker")
    changed = tmp_path / "changed.exe"
    changed.write_bytes(program(signature(tmp_path, "maker")))

    with pytest.raises(NotVouchedFor, match="changed after it was signed"):
        check_program(changed)


def test_a_program_without_a_signature_is_refused(tmp_path: Path) -> None:
    unsigned = tmp_path / "unsigned.exe"
    unsigned.write_bytes(program(b"")[:512].replace(struct.pack("<II", 512, 8), bytes(8)))

    with pytest.raises(NotVouchedFor, match="no signature"):
        check_program(unsigned)


def test_a_module_is_taken_only_if_the_catalogue_lists_it(tmp_path: Path) -> None:
    module, other, empty = (tmp_path / name for name in ("module.py", "other.py", "empty.py"))
    module.write_bytes(b"x = 1")
    other.write_bytes(b"x = 2")
    empty.write_bytes(b"\r\n")
    catalogue = b"head" + hashlib.sha256(b"x = 1").digest() + b"tail"

    listed = [path.name for path in (module, other, empty) if is_listed(path, catalogue)]

    assert listed == ["module.py", "empty.py"]


def test_only_the_interpreter_and_its_library_are_looked_at(tmp_path: Path) -> None:
    for name in ("python.exe", "evil.dll", "Lib/os.py", "Lib/site-packages/x.py", "Scripts/pip.exe", "Lib/test/y.py"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()

    assert [path.relative_to(tmp_path).as_posix() for path in wanted(tmp_path)] == ["Lib/os.py", "python.exe"]
