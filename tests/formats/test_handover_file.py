"""The file of a handover on the disk."""

from pathlib import Path

import pytest

from app.core.imports.reading import BadFile
from app.core.orders.handover import BadHandover, Handover
from app.core.storage import NotWritten
from app.formats.orders.handover_file import read, write
from tests.unpaid import NOW, order

WHOLE = Handover(NOW, "小二", orders=(order(1),))


def test_what_is_written_is_read_and_replaces_what_was_there(tmp_path: Path) -> None:
    file = tmp_path / "handover.json"
    file.write_text("older")

    write(str(file), WHOLE)

    assert read(str(file)) == WHOLE
    assert [path.name for path in tmp_path.iterdir()] == ["handover.json"]


def test_what_cannot_be_read_or_written_is_told_as_what_it_is(tmp_path: Path) -> None:
    other = tmp_path / "other.json"
    other.write_text('{"phrases": []}')

    with pytest.raises(BadFile):
        read(str(tmp_path / "none.json"))
    with pytest.raises(BadHandover):
        read(str(other))
    with pytest.raises(NotWritten):
        write(str(tmp_path / "none" / "handover.json"), WHOLE)
