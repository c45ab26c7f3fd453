"""The start before SQLAlchemy: the same as what the opened database says, or nothing."""

import subprocess
import sys
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path

import pytest

from app.core.settings import Settings
from app.core.storage import NotStored, Trouble
from db.early import Late, read_early
from db.opening import Data, open_data
from tests.db.conftest import Now
from tests.phrases import phrase


@pytest.fixture
def folder(tmp_path: Path, now: Now) -> Path:
    data = open_data(tmp_path, now)
    data.phrases.put([replace(phrase(number), group=(f"g{number % 3}",)) for number in range(50)])
    data.settings.save(Settings(agent="小二", stage=None))
    data.database.close()
    return tmp_path


def test_it_reads_what_the_opened_database_reads(folder: Path, now: Now) -> None:
    early = read_early(folder / "qindesk.db")
    data = open_data(folder, now)
    shelf, settings = data.read()
    data.database.close()

    assert early is not None
    assert set(early[0]) == set(shelf)
    assert list(early[0].in_use()) == list(shelf.in_use())
    assert early[1] == settings


def test_a_database_that_was_not_closed_is_left_to_the_real_opening(folder: Path, now: Now) -> None:
    data = open_data(folder, now)
    data.phrases.put([phrase(99)])

    assert read_early(folder / "qindesk.db") is None
    data.database.close()


@pytest.mark.parametrize("content", [None, b"", b"rubbish" * 999])
def test_whatever_is_wrong_is_left_to_the_real_opening(tmp_path: Path, content: bytes | None) -> None:
    file = tmp_path / "qindesk.db"
    if content is not None:
        file.write_bytes(content)

    assert read_early(file) is None
    assert file.exists() is (content is not None)


def test_it_imports_no_sqlalchemy(folder: Path) -> None:
    program = (
        "import sys, pathlib; from db.early import read_early;"
        f"assert read_early(pathlib.Path({str(folder / 'qindesk.db')!r}));"
        "raise SystemExit('sqlalchemy' in sys.modules)"
    )

    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_the_stores_write_as_soon_as_the_database_is_open(folder: Path, now: Now) -> None:
    opened: Future[Data] = Future()
    late = Late(opened)

    opened.set_result(open_data(folder, now))
    late.phrases.put([phrase(99)])
    late.settings.save(Settings(agent="小三"))

    assert phrase(99) in late.phrases.all()
    assert late.settings.load().agent == "小三"
    late.close()


def test_whoever_writes_hears_why_the_database_could_not_be_opened() -> None:
    opened: Future[Data] = Future()
    late = Late(opened)

    opened.set_exception(NotStored(Trouble.READ_ONLY))

    with pytest.raises(NotStored):
        late.phrases.put([phrase(1)])
    late.close()
