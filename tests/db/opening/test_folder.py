from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.core.orders.order import FollowUp, Outcome
from app.core.packs.sources import Delivery, Original
from app.core.phrases.phrase import Image
from app.core.settings import Settings
from app.core.storage import NotStored, Trouble
from db import health
from db.backups import BackupFolder
from db.opening.folder import open_data
from tests.db.conftest import Now
from tests.entries import activity, fact, product
from tests.phrases import phrase
from tests.unpaid import order

PNG = b"\x89PNG\r\n\x1a\n"


def test_a_data_folder_opens_in_one_go(tmp_path: Path, now: Now) -> None:
    first = open_data(tmp_path / "data", now)
    first.phrases.put([phrase(1)])
    first.settings.save(Settings(agent="小二"))
    first.database.close()

    data = open_data(tmp_path / "data", now)

    read = data.read()
    assert list(read.shelf) == [phrase(1)]
    assert read.settings == Settings(agent="小二")
    assert data.backups.make_daily()
    data.database.close()


def test_a_folder_that_is_a_file_is_told(tmp_path: Path, now: Now) -> None:
    (tmp_path / "data").write_text("in the way")

    with pytest.raises(NotStored):
        open_data(tmp_path / "data", now)

    assert (tmp_path / "data").read_text() == "in the way"


def test_pictures_stay_that_a_pack_or_a_backup_still_names(tmp_path: Path, now: Now) -> None:
    data = open_data(tmp_path, now)
    used, unused, of_backup, of_pack = (data.images.put(PNG + letter) for letter in (b"1", b"2", b"3", b"4"))
    data.phrases.put([replace(phrase(1), images=(Image(of_backup),))])
    data.backups.make("hand")
    data.phrases.remove(["p1"])
    theirs = replace(phrase(2), id="shop/a", source="shop", images=(Image(of_pack),))
    data.packs.deliver(Delivery(originals=(Original(theirs),)))

    count = data.collect_pictures({used}, before=datetime(2100, 1, 1, tzinfo=UTC))

    assert count == 1
    assert [data.images.read(name) for name in (used, of_backup, of_pack)] == [PNG + b"1", PNG + b"3", PNG + b"4"]
    with pytest.raises(NotStored):
        data.images.read(unused)
    data.database.close()


@pytest.fixture
def damaged(tmp_path: Path, now: Now) -> tuple[Path, str]:
    """A data folder with a damaged database and a backup of it from before."""
    data = open_data(tmp_path, now)
    data.phrases.put([phrase(number) for number in range(2000)])
    name = data.backups.make("hand")
    data.database.close()
    good = data.database.file.read_bytes()
    data.database.file.write_bytes(good[: 4096 * 80] + b"\xff" * (4096 * 31) + good[4096 * 111 :])
    return tmp_path, name


def test_a_backup_takes_the_place_of_a_damaged_database_which_is_kept_aside(
    damaged: tuple[Path, str], now: Now
) -> None:
    folder, name = damaged
    broken = (folder / "qindesk.db").read_bytes()
    data = open_data(folder, now)
    with pytest.raises(NotStored) as caught:
        data.read()
    data.database.close()

    aside = BackupFolder(folder / "qindesk.db", folder / "backups", now).replace_damaged(name)

    again = open_data(folder, now)
    assert caught.value.trouble is Trouble.DAMAGED
    assert len(again.phrases.all()) == 2000
    assert (folder / "backups" / aside / "qindesk.db").read_bytes() == broken
    again.database.close()


def test_a_damaged_backup_does_not_take_the_place_of_anything(damaged: tuple[Path, str], now: Now) -> None:
    folder, name = damaged
    broken = (folder / "qindesk.db").read_bytes()
    (folder / "backups" / name).write_bytes(broken)

    with pytest.raises(NotStored):
        BackupFolder(folder / "qindesk.db", folder / "backups", now).replace_damaged(name)

    assert (folder / "qindesk.db").read_bytes() == broken
    assert not list(folder.glob("*.restored*"))


def test_the_doctor_counts_what_is_not_in_the_bin_while_the_program_runs(tmp_path: Path, now: Now) -> None:
    data = open_data(tmp_path, now)
    data.phrases.put([phrase(1), replace(phrase(2), deleted_at=now())])

    assert health.count_phrases(data.database.file) == 1
    data.database.close()


def test_the_doctor_counts_the_cheat_sheet_and_what_of_it_cannot_be_read(tmp_path: Path, now: Now) -> None:
    data = open_data(tmp_path, now)
    data.sheets.put([activity(), product(1), product(2), product(3, deleted_at=now()), fact()])
    with data.database.writing() as connection:
        connection.exec_driver_sql("UPDATE products SET document = '{' WHERE id = 'p2'")

    counts = health.count_sheet(data.database.file)

    assert counts == {"activities": 1, "products": 1, "facts": 1, "unreadable": 1}
    data.database.close()


def test_the_doctor_counts_the_orders_and_says_nothing_of_their_buyers(tmp_path: Path, now: Now) -> None:
    data = open_data(tmp_path, now)
    data.orders.put([order(1), order(2), order(3, outcome=Outcome.PAID, outcome_at=now()), order(4)])
    data.orders.put_follow_ups(
        [FollowUp("f1", "小熊猫", "回电", now()), FollowUp("f2", "小熊猫", "回电", now(), done_at=now())]
    )
    with data.database.writing() as connection:
        connection.exec_driver_sql("UPDATE orders SET outcome = 'lost at sea' WHERE id = 'o2'")

    counts = health.count_orders(data.database.file)

    assert counts == {"open": 2, "ended": 1, "follow_ups": 1, "unreadable": 1}
    data.database.close()


def test_the_doctor_counts_no_orders_in_a_file_of_before_there_were_any(tmp_path: Path, now: Now) -> None:
    data = open_data(tmp_path, now)
    with data.database.writing() as connection:
        connection.exec_driver_sql("DROP TABLE orders")

    counts = health.count_orders(data.database.file)

    assert set(counts.values()) == {0}
    data.database.close()


def test_the_doctor_sees_a_missing_and_a_damaged_database(tmp_path: Path) -> None:
    damaged = tmp_path / "damaged.db"
    damaged.write_bytes(b"rubbish" * 999)

    troubles = []
    for file in (tmp_path / "none.db", damaged):
        with pytest.raises(NotStored) as caught:
            health.count_phrases(file)
        troubles.append(caught.value.trouble)

    assert troubles == [Trouble.GONE, Trouble.DAMAGED]
    assert [path.name for path in tmp_path.iterdir()] == ["damaged.db"]


def test_the_doctor_tries_the_folder_and_leaves_nothing(tmp_path: Path) -> None:
    health.try_folder(tmp_path)

    with pytest.raises(NotStored):
        health.try_folder(tmp_path / "none")
    assert health.free_bytes(tmp_path) > 0
    assert list(tmp_path.iterdir()) == []
