"""Real programs that publish into one real folder at once, and are killed while they do."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from app.core.packs.trust import Standing, verified
from app.formats.packs import minisign
from app.services.packs.publications import Publications, State
from app.services.packs.publishing import Publishing
from app.system.shares.opening import open_share
from tests.fakes import FakeClock
from tests.published import FORM, NOW, ZONE, key

ROOT = Path(__file__).parents[2]
LEAD = """
import sys
from pathlib import Path
from app.core.packs.publishing import Outrun
from app.formats.packs import minisign
from app.services.packs.publishing import Publishing
from app.system.shares.opening import open_share
from tests.fakes import FakeClock
from tests.published import FORM, NOW, ZONE, pack, phrase

folder, key, name, times = sys.argv[1:]
share = open_share(folder)
lead = Publishing(share, FORM, FakeClock(NOW), ZONE, minisign.read_secret(Path(key), None))
expected = 0
for time in range(int(times)):
    mine = pack(*(phrase(f"p{at}", f"{name} {time} " + "亲" * 500) for at in range(40)))
    done = lead.publish(mine, f"{name} {time}", None, expected)
    while isinstance(done, Outrun):
        done = lead.publish(mine, f"{name} {time}", None, done.base.expected_number)
    expected = done.entry.number
    print(expected, flush=True)
"""


@pytest.fixture
def key_file(tmp_path: Path) -> Path:
    minisign.save(key(), tmp_path / "lead.key", None)
    return tmp_path / "lead.key"


@contextmanager
def _lead(folder: Path, key_file: Path, name: str, times: int) -> Iterator["subprocess.Popen[str]"]:
    arguments = [sys.executable, "-c", LEAD, str(folder), str(key_file), name, str(times)]
    with subprocess.Popen(arguments, cwd=ROOT, stdout=subprocess.PIPE, text=True) as lead:
        try:
            yield lead
        finally:
            lead.kill()


def _assert_readable(folder: Path) -> int:
    """The folder shows one whole publication, as it was signed; its number."""
    publications = Publications(open_share(str(folder)))
    entry = publications.newest()["shop"]
    fetched = publications.fetched(entry)
    verdict = verified(fetched.content, fetched.signature, key().public, "shop", 0, NOW)
    assert verdict.standing is Standing.TRUSTED
    pack = FORM.read(fetched.content)
    assert pack is not None
    assert len({each.body for each in pack.phrases}) == 1
    return entry.number


def test_three_programs_that_publish_at_once_each_get_numbers_of_their_own(tmp_path: Path, key_file: Path) -> None:
    folder, times = tmp_path / "folder", 6
    folder.mkdir()

    with (
        _lead(folder, key_file, "a", times) as one,
        _lead(folder, key_file, "b", times) as two,
        _lead(folder, key_file, "c", times) as three,
    ):
        printed = [lead.communicate()[0].split() for lead in (one, two, three)]

    numbers = [int(number) for numbers in printed for number in numbers]
    assert sorted(numbers) == list(range(1, 3 * times + 1))
    assert _assert_readable(folder) == 3 * times
    history = Publications(open_share(str(folder))).history("shop")
    assert [each.number for each in history if each.state in (State.CURRENT, State.PAST)] == sorted(numbers)[::-1]
    assert not Publications(open_share(str(folder))).is_index_behind()


def test_a_program_killed_while_it_publishes_leaves_a_folder_that_can_be_read_and_published_into(
    tmp_path: Path, key_file: Path
) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    seen = 0

    for kill in range(6):
        with _lead(folder, key_file, f"kill {kill}", 10_000) as lead:
            assert lead.stdout is not None
            for _ in range(1 + kill):
                said = int(lead.stdout.readline())
            lead.kill()
            lead.wait()

        number = _assert_readable(folder)
        assert number >= said > seen
        seen = number
    share = open_share(str(folder))
    publishing = Publishing(share, FORM, FakeClock(NOW), ZONE, key())
    publishing.mend()
    assert not publishing.publications.is_index_behind()
