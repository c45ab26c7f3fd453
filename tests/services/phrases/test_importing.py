"""An import from the file to the store: nothing before `apply`, all or nothing in it, and back again."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

import pytest

from app.core.changes import Kind
from app.core.imports.plan import Choices
from app.core.imports.reading import UNWATCHED, BadFile, Cancelled, Columns, Found, Reading, Reason, Spot, Watch
from app.core.phrases.phrase import Phrase
from app.core.storage import NotStored, Trouble
from app.formats.phrases.reading import read
from app.services.phrases.importing import Import
from tests.fakes import FakeBackups, FakeClock, FakePhrases


class Disk:
    """Files by path, already read."""

    def __init__(self, **files: Reading | BadFile) -> None:
        self.files = files
        self.asked: list[tuple[Columns | None, str]] = []

    def __call__(
        self, path: str, watch: Watch = UNWATCHED, columns: Columns | None = None, format_name: str = ""
    ) -> Sequence[Reading | BadFile]:
        watch.step(0, 1)
        self.asked.append((columns, format_name))
        return [self.files[path]]


def found(line: int, body: str, *codes: str) -> Found:
    return Found(body, Spot("a", line=line), codes=codes)


def reading(*rows: Found) -> Reading:
    return Reading("qianniu", "a", rows)


@pytest.fixture
def phrases() -> FakePhrases:
    old = Phrase("p", "发货", "明天发", codes=("fh",), use_count=3)
    return FakePhrases({"p": old})


@pytest.fixture
def backups() -> FakeBackups:
    return FakeBackups()


def importing(disk, phrases: FakePhrases, backups: FakeBackups) -> Import:
    numbers = count()
    return Import(disk, phrases, backups, FakeClock(), lambda: f"n{next(numbers)}")


def test_a_dry_run_touches_nothing(phrases: FakePhrases, backups: FakeBackups) -> None:
    before = dict(phrases.rows)

    plan = importing(Disk(a=reading(found(2, "今天发", "fh"))), phrases, backups).dry_run(["a"])

    assert plan.counts.changed == 1
    assert phrases.rows == before
    assert backups.made == []


def test_applying_makes_a_backup_stores_everything_and_tells_what_changed(
    phrases: FakePhrases, backups: FakeBackups
) -> None:
    service = importing(Disk(a=reading(found(2, "今天发", "fh"), found(3, "您好", "hi"))), phrases, backups)

    report = service.apply(service.dry_run(["a"]))

    assert backups.made == ["import"]
    assert (report.backup, report.changed) == ("import.db", frozenset({Kind.PHRASES}))
    assert {phrase.body for phrase in phrases.rows.values()} == {"今天发", "您好"}
    assert phrases.rows["p"].use_count == 3
    assert report.to_plain()["is_applied"]


def test_importing_the_same_file_again_neither_writes_nor_backs_up(phrases: FakePhrases, backups: FakeBackups) -> None:
    service = importing(Disk(a=reading(found(2, "今天发", "fh"), found(3, "您好", "hi"))), phrases, backups)
    service.apply(service.dry_run(["a"]))
    stored = dict(phrases.rows)

    report = service.apply(service.dry_run(["a"]))

    assert report.counts.same == 2
    assert not report.changed
    assert phrases.rows == stored
    assert backups.made == ["import"]


def test_without_a_backup_nothing_is_imported(phrases: FakePhrases, backups: FakeBackups) -> None:
    service = importing(Disk(a=reading(found(2, "您好"))), phrases, backups)
    plan = service.dry_run(["a"])
    before = dict(phrases.rows)
    backups.trouble = Trouble.FULL

    with pytest.raises(NotStored):
        service.apply(plan)

    assert phrases.rows == before


def test_a_store_that_cannot_be_written_says_so(phrases: FakePhrases, backups: FakeBackups) -> None:
    service = importing(Disk(a=reading(found(2, "您好"))), phrases, backups)
    plan = service.dry_run(["a"])
    phrases.trouble = Trouble.READ_ONLY

    with pytest.raises(NotStored):
        service.apply(plan)


def test_a_bad_file_is_told_beside_the_good_ones(phrases: FakePhrases, backups: FakeBackups) -> None:
    bad = BadFile(Spot("b", line=3), Reason.BROKEN, ("x",))

    plan = importing(Disk(a=reading(found(2, "您好")), b=bad), phrases, backups).dry_run(["a", "b"])

    assert plan.bad == (bad,)
    assert plan.counts.new == 1


def test_a_use_counted_since_the_plan_is_not_lost(phrases: FakePhrases, backups: FakeBackups) -> None:
    service = importing(Disk(a=reading(found(2, "今天发", "fh"))), phrases, backups)
    plan = service.dry_run(["a"])
    phrases.record_use("p", datetime(2026, 11, 11, tzinfo=UTC))

    service.apply(plan)

    assert (phrases.rows["p"].body, phrases.rows["p"].use_count) == ("今天发", 4)


def test_an_import_is_taken_back_whole_and_what_it_added_lies_in_the_bin(
    phrases: FakePhrases, backups: FakeBackups
) -> None:
    before = phrases.rows["p"]
    service = importing(Disk(a=reading(found(2, "今天发", "fh"), found(3, "您好", "hi"))), phrases, backups)
    report = service.apply(service.dry_run(["a"]))

    changed = service.undo(report)

    assert changed == frozenset({Kind.PHRASES})
    assert [phrase for phrase in phrases.rows.values() if phrase.deleted_at is None] == [before]
    assert not service.undo(service.apply(service.plan(service.read([]))))


def test_the_chosen_columns_and_format_and_the_watch_reach_the_reader(
    phrases: FakePhrases, backups: FakeBackups
) -> None:
    disk = Disk(a=reading())
    columns = {"A\tB": {"A": "body"}}
    service = importing(disk, phrases, backups)

    service.read(["a"], columns=columns, format_name="table")

    assert disk.asked == [(columns, "table")]
    with pytest.raises(Cancelled):
        service.read(["a"], Watch(is_cancelled=lambda: True))


def test_groups_are_suggested_from_those_that_are_not_in_the_bin(phrases: FakePhrases, backups: FakeBackups) -> None:
    gone = replace(phrases.rows["p"], id="q", group=("旧", "尺码"), deleted_at=datetime(2026, 11, 1, tzinfo=UTC))
    phrases.put([gone, replace(gone, id="r", group=("售前", "尺码"), deleted_at=None)])
    service = importing(Disk(a=reading(replace(found(2, "您好"), group=("尺码",)))), phrases, backups)

    assert service.suggest_groups(service.read(["a"])) == {("尺码",): ("售前", "尺码")}


def test_a_plan_can_be_made_from_phrases_taken_earlier(phrases: FakePhrases, backups: FakeBackups) -> None:
    service = importing(Disk(a=reading(found(2, "今天发", "fh"))), phrases, backups)
    stored = service.stored()
    phrases.rows.clear()

    assert service.plan(service.read(["a"]), Choices(), stored).counts.changed == 1


def test_a_real_file_comes_in_with_every_letter(tmp_path: Path, phrases: FakePhrases, backups: FakeBackups) -> None:
    path = tmp_path / "千牛.csv"
    path.write_bytes('快捷短语编码,快捷短语,快捷短语分组\r\nhy,"亲/:^_^\r\n您好/:""",售前\r\n'.encode("gb18030"))
    service = importing(read, phrases, backups)

    service.apply(service.dry_run([str(path)]))

    (phrase,) = (phrase for phrase in phrases.rows.values() if phrase.id != "p")
    assert (phrase.body, phrase.codes, phrase.group) == ('亲/:^_^\n您好/:"', ("hy",), ("售前",))
