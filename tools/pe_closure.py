"""Checks that a Windows bundle is whole: every library that one of its programs imports is in it or is Windows' own.

The rule: nothing of Wine's is in it, and all of it is for 64 bits.
Usage: pe_closure.py FOLDER; exit code 1 and a line each for what is wrong.
"""

import struct
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

PROGRAMS = {".exe", ".dll", ".pyd"}
WINE = (b"Wine builtin DLL", b"Wine placeholder DLL")
AMD64 = 0x8664
IMPORTS, DELAYED = 1, 13
SYSTEM = Path(__file__).parent / "windows_libraries.txt"
PREFIXES = ("api-ms-win-", "ext-ms-win-")
QT = ("PySide6", "shiboken6")
"""These two tell Windows of each other's folders."""
OPTIONAL = {("msvcp140", "concrt140.dll")}
"""Loaded only when it is asked for, by parts of the C++ runtime that need no program of today."""


class NoProgram(Exception):
    """A file is no program or library of Windows."""


@dataclass(frozen=True, slots=True)
class Program:
    """What is read of a program or library: the machine that it is for, and the libraries that it imports."""

    machine: int
    imports: frozenset[str]
    is_of_wine: bool


def read(content: bytes) -> Program:
    """Read a PE file (https://learn.microsoft.com/windows/win32/debug/pe-format). Raises `NoProgram`."""
    try:
        return _read(content)
    except (struct.error, ValueError, IndexError):
        raise NoProgram from None


def _read(content: bytes) -> Program:
    head = struct.unpack_from("<I", content, 0x3C)[0]
    if content[:2] != b"MZ" or content[head : head + 4] != b"PE\0\0":
        raise NoProgram
    machine, count = struct.unpack_from("<HH", content, head + 4)
    optional = head + 24
    is_wide = struct.unpack_from("<H", content, optional)[0] == 0x20B
    length = struct.unpack_from("<H", content, head + 20)[0]
    sections = [struct.unpack_from("<8xIIII", content, optional + length + 40 * number) for number in range(count)]
    directories = optional + (112 if is_wide else 96)
    names = set()
    for number, step, at in ((IMPORTS, 20, 12), (DELAYED, 32, 4)):
        address = struct.unpack_from("<I", content, directories + 8 * number)[0]
        names |= set(_names(content, sections, address, step, at)) if address else set()
    return Program(machine, frozenset(names), any(mark in content[:512] for mark in WINE))


def _names(content: bytes, sections: list[tuple[int, ...]], address: int, step: int, name_at: int) -> Iterator[str]:
    place = _place(sections, address)
    while (name := struct.unpack_from("<I", content, place + name_at)[0]) != 0:
        start = _place(sections, name)
        yield content[start : content.index(b"\0", start)].decode("ascii").lower()
        place += step


def _place(sections: list[tuple[int, ...]], address: int) -> int:
    """Where an address of the loaded program lies in the file."""
    for size, start, raw_size, raw in sections:
        if start <= address < start + max(size, raw_size):
            return address - start + raw
    raise ValueError(address)


@cache
def of_windows() -> frozenset[str]:
    """The libraries that every Windows 10 brings, in small letters; `api-ms-win-…` come on top."""
    lines = SYSTEM.read_text("ascii").split("\n")
    return frozenset(line if "." in line else f"{line}.dll" for line in lines if line and not line.startswith("#"))


def problems(folder: Path) -> list[str]:
    """What is wrong with a bundle, a sentence each."""
    files = sorted(path for path in folder.rglob("*") if path.suffix.lower() in PROGRAMS)
    places: dict[str, list[Path]] = {}
    for path in files:
        places.setdefault(path.name.lower(), []).append(path.parent)
    found = [] if files else [f"There is no program in {folder}."]
    for path in files:
        name = path.relative_to(folder).as_posix()
        try:
            program = read(path.read_bytes())
        except NoProgram:
            found.append(f"{name} is no program of Windows.")
            continue
        found += [f"{name} is Wine's own."] if program.is_of_wine else []
        found += [f"{name} is not for 64 bits."] if program.machine != AMD64 else []
        missing = (wanted for wanted in sorted(program.imports) if not _is_there(path, wanted, places, folder))
        found += [f"{name} imports {wanted}, which it cannot find." for wanted in missing]
    return found


def _is_there(path: Path, wanted: str, places: dict[str, list[Path]], folder: Path) -> bool:
    """Whether a program finds a library: beside itself, where all programs look, or in a folder of its package."""
    if wanted.startswith(PREFIXES) or wanted in of_windows():
        return True
    if any(path.name.startswith(of) and wanted == name for of, name in OPTIONAL):
        return True
    inside = path.relative_to(folder).parts
    package = inside[1] if len(inside) > 2 else ""
    looked_in = {path.parent, folder / "_internal", folder / "_internal" / f"{package}.libs"}
    if package in QT:
        looked_in |= {folder / "_internal" / name for name in QT}
    return any(place in looked_in for place in places.get(wanted, ()))


def main() -> int:
    folder = Path(sys.argv[1])
    found = problems(folder)
    count = sum(path.suffix.lower() in PROGRAMS for path in folder.rglob("*"))
    print("\n".join(found) if found else f"{count} programs and libraries: all that they import is there.")
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main())
