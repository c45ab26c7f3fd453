import struct

import pytest

from tools.pe_closure import AMD64, IMPORTS, NoProgram, problems, read


def program(*imports: str, delayed: tuple[str, ...] = (), machine: int = AMD64, stub: bytes = b"") -> bytes:
    """A PE file with nothing in it but its imports: one section at 0x1000 that begins at 0x400 of the file."""
    names, table = b"", {}
    for name in (*imports, *delayed):
        table[name] = 0x1200 + len(names)
        names += name.encode() + b"\0"
    normal = b"".join(struct.pack("<IIIII", 0, 0, 0, table[name], 0) for name in imports) + bytes(20)
    late = b"".join(struct.pack("<8I", 1, table[name], 0, 0, 0, 0, 0, 0) for name in delayed) + bytes(32)
    directories = [(0, 0)] * 16
    directories[IMPORTS] = (0x1000, len(normal))
    directories[13] = (0x1100, len(late))
    optional = struct.pack("<H", 0x20B).ljust(112, b"\0") + b"".join(struct.pack("<II", *each) for each in directories)
    section = struct.pack("<8sIIII", b".rdata", 0x1000, 0x1000, 0x1000, 0x400).ljust(40, b"\0")
    coff = struct.pack("<4sHHIIIHH", b"PE\0\0", machine, 1, 0, 0, 0, len(optional), 0)
    head = (b"MZ" + stub.ljust(0x3A, b"\0"))[:0x3C] + struct.pack("<I", 0x80) + stub.ljust(64, b"\0")[:64]
    body = (head + coff + optional + section).ljust(0x400, b"\0")
    return body + normal.ljust(0x100, b"\0") + late.ljust(0x100, b"\0") + names.ljust(0xE00, b"\0")


@pytest.fixture
def bundle(tmp_path):
    """A program with a library beside Python's."""
    (tmp_path / "_internal" / "PySide6").mkdir(parents=True)
    (tmp_path / "qindesk.exe").write_bytes(program("KERNEL32.dll", "USER32.dll"))
    (tmp_path / "_internal" / "python311.dll").write_bytes(
        program("VCRUNTIME140.dll", "api-ms-win-crt-heap-l1-1-0.dll")
    )
    (tmp_path / "_internal" / "VCRUNTIME140.dll").write_bytes(program("kernel32.dll"))
    (tmp_path / "_internal" / "PySide6" / "Qt6Core.dll").write_bytes(program("VCRUNTIME140.dll", "ole32.dll"))
    return tmp_path


def test_imports_are_read_also_those_that_are_loaded_late():
    found = read(program("A.dll", "b.DLL", delayed=("late.dll",)))

    assert found.imports == {"a.dll", "b.dll", "late.dll"}
    assert not found.is_of_wine


def test_a_whole_bundle_has_no_problem(bundle):
    assert problems(bundle) == []


def test_a_library_that_is_missing_is_named_with_who_wants_it(bundle):
    (bundle / "_internal" / "_new.pyd").write_bytes(program("libnew.dll"))

    assert problems(bundle) == ["_internal/_new.pyd imports libnew.dll, which it cannot find."]


def test_a_library_that_lies_where_nobody_looks_is_missing(bundle):
    (bundle / "_internal" / "VCRUNTIME140.dll").rename(bundle / "_internal" / "PySide6" / "VCRUNTIME140.dll")

    assert problems(bundle) == ["_internal/python311.dll imports vcruntime140.dll, which it cannot find."]


def test_a_package_finds_what_lies_in_its_own_folder_of_libraries(bundle):
    (bundle / "_internal" / "numpy" / "_core").mkdir(parents=True)
    (bundle / "_internal" / "numpy.libs").mkdir()
    (bundle / "_internal" / "numpy" / "_core" / "x.pyd").write_bytes(program("blas-1.dll"))
    (bundle / "_internal" / "numpy.libs" / "blas-1.dll").write_bytes(program())

    assert problems(bundle) == []


def test_what_belongs_to_wine_is_noticed(bundle):
    (bundle / "_internal" / "ole32.dll").write_bytes(program(stub=b"Wine builtin DLL"))

    assert problems(bundle) == ["_internal/ole32.dll is Wine's own."]


def test_what_is_for_another_machine_is_noticed(bundle):
    (bundle / "_internal" / "old.dll").write_bytes(program(machine=0x14C))

    assert problems(bundle) == ["_internal/old.dll is not for 64 bits."]


def test_an_empty_folder_is_no_bundle(tmp_path):
    assert problems(tmp_path) == [f"There is no program in {tmp_path}."]


@pytest.mark.parametrize("content", [b"", b"MZ", b"\x7fELF" + bytes(100), program("a.dll")[:0x420]])
def test_what_is_no_program_is_said_to_be_none(content):
    with pytest.raises(NoProgram):
        read(content)
