"""Builds a CPython for Windows out of two unpacked source archives, from nothing but what its makers signed.

Usage: windows_python.py EMBEDDED FULL TO. Every program and library must carry a valid Authenticode signature of the
Python Software Foundation or (the C runtime) of Microsoft; every module of the standard library must be listed in the
catalogue `python.cat`, which is signed by the same foundation. What nobody vouches for is left out.

The rule: the signers are pinned by the fingerprints of their certificates, so no list of authorities is trusted; the
signature itself is checked by `openssl`.
"""

import hashlib
import shutil
import ssl
import struct
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

FOUNDATION = {"6045e624888e299179d5ae0ceda57c9874ff6ccf889fa14b2d50f751bfb9e2f8"}
MICROSOFT = {  # "Microsoft Windows Software Compatibility Publisher" of 2023, one for each library of the C runtime
    "d6f5ce3fd242f6d1e022c3702439d4ec5264e1ea950ac8df3ba02401fe8d3c21",
    "9d67a7049c2be4d06acaacdcf40eb0f418e253a722eaa17e9ba789d1d32a17be",
}
PROGRAMS = {".exe", ".dll", ".pyd"}
RUNTIME = {
    "LICENSE.txt",
    "python.exe",
    "pythonw.exe",
    "python3.dll",
    "python311.dll",
    "vcruntime140.dll",
    "vcruntime140_1.dll",
}
LEFT_OUT = {"site-packages", "__pycache__", "Scripts", "Tools", "tcl", "tests", "test", "idlelib", "turtledemo"}
XML = "8e7bc2b8a9974751e0bf0be8e8fd3c116fb0ed2ff2e372f693a7e3659a46f8dc"
"""Of `xml/__init__.py`, which the catalogue of 3.11.9 does not list: the same text as on other systems."""


class NotVouchedFor(Exception):
    """Something is not what its makers signed."""


def main() -> int:
    embedded, full, to = map(Path, sys.argv[1:4])
    catalogue = (embedded / "python.cat").read_bytes()
    check_signature(catalogue, FOUNDATION)
    programs = modules = 0
    left_out: list[str] = []
    for path in wanted(full):
        name = path.relative_to(full)
        if path.suffix.lower() in PROGRAMS:
            check_program(path)
            programs += 1
        elif path.name != "LICENSE.txt" and not is_listed(path, catalogue):
            left_out.append(name.as_posix())
            continue
        else:
            modules += 1
        (to / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(path, to / name)
    (to / "Lib" / "site-packages").mkdir(parents=True, exist_ok=True)
    print(f"CPython for Windows: {programs} signed programs and libraries, {modules} modules of the signed catalogue;")
    print(f"left out, for nobody vouches for them: {', '.join(left_out) or 'nothing'}")
    return 0 if programs > 30 and modules > 600 else 1


def wanted(full: Path) -> Iterator[Path]:
    """The files of the interpreter and its standard library."""
    for path in sorted(full.rglob("*")):
        parts = path.relative_to(full).parts
        is_runtime = len(parts) > 1 or path.name in RUNTIME
        if path.is_file() and is_runtime and not LEFT_OUT & set(parts) and parts[0] not in ("include", "libs"):
            yield path


def is_listed(path: Path, catalogue: bytes) -> bool:
    """Whether a module is in the catalogue, by its SHA-256; an empty one says nothing and needs no signature."""
    content = path.read_bytes()
    digest = hashlib.sha256(content)
    return not content.strip() or digest.digest() in catalogue or digest.hexdigest() == XML


def check_program(path: Path) -> None:
    """Raise `NotVouchedFor` unless a program is signed by one of the two, and unchanged since."""
    content = path.read_bytes()
    digest, signature = program_digest(content)
    if not signed_content(signature).endswith(digest):
        raise NotVouchedFor(f"{path} was changed after it was signed")
    check_signature(signature, FOUNDATION | MICROSOFT)


def program_digest(content: bytes) -> tuple[bytes, bytes]:
    """The SHA-256 that Authenticode signs (without checksum, table entry and signature), and the signature."""
    head = struct.unpack_from("<I", content, 60)[0] + 24
    is_64 = struct.unpack_from("<H", content, head)[0] == 0x20B
    checksum, entry = head + 64, head + (112 if is_64 else 96) + 32
    start, size = struct.unpack_from("<II", content, entry)
    if not size or start + size != len(content):
        raise NotVouchedFor("no signature, or something behind it")
    digest = hashlib.sha256(content[:checksum] + content[checksum + 4 : entry] + content[entry + 8 : start])
    length = struct.unpack_from("<I", content, start)[0]
    return digest.digest(), content[start + 8 : start + length]


def signed_content(signature: bytes) -> bytes:
    """What PKCS #7 signed data (RFC 2315) signs: the content without its own outermost head, as it is hashed."""
    wrapped = children(children(_signed_data(signature))[2])[1]
    return body(children(wrapped)[0])


def check_signature(signature: bytes, signers: set[str]) -> None:
    """Raise `NotVouchedFor` unless one of the signers made it."""
    certificates = children(children(_signed_data(signature))[3])
    known = [it for it in certificates if hashlib.sha256(it).hexdigest() in signers]
    with tempfile.TemporaryDirectory() as folder:
        files = {"signature": signature, "content": signed_content(signature)}
        files["signers"] = "".join(map(ssl.DER_cert_to_PEM_cert, known)).encode()
        for name, content in files.items():
            Path(folder, name).write_bytes(content)
        # Only the pinned certificates count as signers (-nointern), so there is no chain to check (-noverify).
        command = [
            "openssl",
            "smime",
            "-verify",
            "-inform",
            "DER",
            "-in",
            "signature",
            "-content",
            "content",
            "-binary",
        ]
        command += ["-binary", "-nointern", "-noverify", "-certfile", "signers", "-out", "told"]
        if not known or subprocess.run(command, cwd=folder, capture_output=True, check=False).returncode:
            raise NotVouchedFor("neither the Python Software Foundation nor Microsoft signed it")


def _signed_data(signature: bytes) -> bytes:
    return children(children(signature)[1])[0]


def children(element: bytes) -> list[bytes]:
    """The elements that stand one after the other in a DER element, each with its head."""
    content, found = body(element), []
    while content:
        start, length = measured(content)
        found.append(content[: start + length])
        content = content[start + length :]
    return found


def body(element: bytes) -> bytes:
    """A DER element without its head."""
    start, length = measured(element)
    return element[start : start + length]


def measured(element: bytes) -> tuple[int, int]:
    """Length of the head and of the body of a DER element."""
    short = element[1]
    if short < 0x80:
        return 2, short
    count = short & 0x7F
    return 2 + count, int.from_bytes(element[2 : 2 + count], "big")


if __name__ == "__main__":
    raise SystemExit(main())
