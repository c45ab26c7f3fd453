import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import NullPool, create_engine

from app.core.clockwork.countdowns import Heartbeat
from app.core.orders.kinds import OrderKind, Step
from app.core.orders.order import Deed, Event, Flag, FollowUp, Manner, Order, Outcome
from app.core.packs.pack import Difference, Fate, FieldChange, Noun
from app.core.packs.sources import News, Original, PackSource
from app.core.phrases.phrase import Phrase, Stage
from app.core.settings import Settings
from app.core.sheet.activities import Coupon
from app.core.sheet.entries import Fact
from app.core.sheet.lifetimes import Lifetime
from app.core.sheet.products import Product
from app.core.storage import NotStored, Trouble
from db import checks
from db.backups import BackupFolder
from db.countdowns import Countdowns
from db.engine import Database, open_database
from db.migrations import HEAD, REVISIONS
from db.migrations.upgrade import upgrade
from db.orders import Orders
from db.packs import Packs
from db.sheets import Sheets
from db.stores import Phrases, SettingsRows
from db.tables import metadata

Opened = Callable[[Path], Database]

ROWS = {
    "0001": (
        """
        INSERT INTO phrases VALUES ('p1', '催付', '亲，还有 30 分钟', '["售前"]', 'payment', NULL, '["cf"]', '[]', '[]',
        1, '', 'paste', 0, '[]', 'personal', 1024, 7, NULL, NULL, 0)
        """,
        "INSERT INTO settings VALUES ('agent', '\"小二\"')",
    ),
    "0002": (
        """
        INSERT INTO phrases VALUES ('p1', '催付', '亲，还有 30 分钟', '["售前"]', 'payment', NULL, '["cf"]', '[]', '[]',
        1, '', 'paste', 0, '[]', 'personal', 1024, 7, NULL, NULL, 0,
        '{"from_at":null,"until_at":"2026-11-11T18:00:00Z","activity_id":"a1","phase_id":""}')
        """,
        "INSERT INTO settings VALUES ('agent', '\"小二\"')",
        """
        INSERT INTO activities VALUES ('a1', 1024, 'personal', NULL, '{"id":"a1","name":"双11","phases":[{"id":"s",
        "name":"开售","kind":"sale","starts_at":"2026-11-10T12:00:00Z","ends_at":"2026-11-11T16:00:00Z","rate":"0.5"}],
        "coupons":[{"threshold":"128","off":"10"}],"position":1024}')
        """,
        'INSERT INTO products VALUES (\'p1\', 0, \'personal\', NULL, \'{"id":"p1","name":"保温杯","price":"9.90"}\')',
        'INSERT INTO facts VALUES (\'f1\', 0, \'personal\', 7, \'{"id":"f1","question":"发票","answer":"有"}\')',
        "INSERT INTO sheet_changes VALUES ('c1', 'a1', '双11', 'limit.count', '2', '3', 1, 'personal', NULL)",
        "INSERT INTO answer_uses VALUES ('sheet:fact:f1', 3, 1000000)",
        "INSERT INTO timers VALUES ('t1', '回电', 2000000, 1000000, 1, 0)",
        "INSERT INTO told VALUES ('t1@2', 1000000)",
        "INSERT INTO heartbeat VALUES (1, 1000000, 12.5, 'boot', 0)",
    ),
    "0003": (
        """
        INSERT INTO phrases VALUES ('p1', '催付', '亲，还有 30 分钟', '["售前"]', 'payment', NULL, '["cf"]', '[]', '[]',
        1, '', 'paste', 0, '[]', 'personal', 1024, 7, NULL, NULL, 0, NULL)
        """,
        "INSERT INTO settings VALUES ('agent', '\"小二\"')",
        """
        INSERT INTO orders VALUES ('o1', '小熊猫', 'group_buy', 1000000, 1801000000, '1234567890123456789', '128.00',
        '["保温杯"]', '要红色', 1, '小二', 'silent', 'card_limit', 'a1', 'closed', 1801000000, 'by_time', 900000000, 1,
        '["address"]', 'export', 2000000, 3600000000)
        """,
        """
        INSERT INTO orders VALUES ('o2', '小猫', 'ordinary', 1000000, 2000000, '', NULL, '[]', '', NULL, '', NULL, '',
        '', NULL, NULL, '', NULL, 0, '[]', '', NULL, 0)
        """,
        "INSERT INTO order_events VALUES ('e1', 'o1', 'urged', 2000000, '小二', 'first', 'p1', '亲，还有 30 分钟')",
        """
        INSERT INTO order_kinds VALUES ('group_buy', 1, '{"id":"group_buy","name":"聚划算","words":["聚"],
        "closes_after":"PT30M","steps":[{"id":"first","name":"提醒","after":"PT6M","before":null,"code":"cf"}],
        "position":1}')
        """,
        "INSERT INTO follow_ups VALUES ('f1', '小熊猫', '查快递', 5000000, 'o1', 'p1', '小二', 1000000, NULL)",
    ),
    "0004": (
        """
        INSERT INTO phrases VALUES ('p1', '催付', '亲，还有 30 分钟', '["售前"]', 'payment', NULL, '["cf"]', '[]', '[]',
        1, '', 'paste', 0, '[]', 'personal', 1024, 7, NULL, NULL, 0, NULL)
        """,
        "INSERT INTO settings VALUES ('agent', '\"小二\"')",
        """
        INSERT INTO pack_sources VALUES ('s1', 1024, '{"id":"s1","url":"/share/shop","name":"话术","position":1024,
        "public_key":"RWQ","is_confirmed":true,"pack_id":"shop","number":7,"version":"11.11","sha256":"ab12",
        "taken_at":"2026-11-11T06:00:00Z"}')
        """,
        """
        INSERT INTO pack_items VALUES ('shop/cf', 'shop', 'phrase',
        '{"title":"催付","body":"亲，还有 30 分钟","group":["售前"],"stage":"payment","codes":["cf"],"is_pinned":true}',
        '{"title":"催付","body":"亲，还有 20 分钟"}', NULL, 1)
        """,
        """
        INSERT INTO pack_items VALUES ('shop/cup', 'shop', 'product', '{"id":"shop/cup","name":"杯","price":"9.90",
        "source":"shop"}', NULL, 1000000, 0)
        """,
        """
        INSERT INTO pack_news VALUES ('n1', 's1', 2000000, NULL, 1, '{"id":"n1","source_id":"s1","pack_name":"话术",
        "number":7,"difference":{"item_id":"shop/cf","noun":"phrase","name":"催付","fate":"changed","changes":[{"field":
        "body","old":"亲，还有 20 分钟","new":"亲，还有 30 分钟"}],"is_must_read":true},
        "told_at":"1970-01-01T00:00:02Z"}')
        """,
    ),
}
"""What a file of each revision may hold. A new revision adds its own; the older ones stay as they were written."""


def at_revision(file: Path, revision: str) -> Path:
    """A file as the program of that revision left it, with data in it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(file)) as connection:
        connection.execute(f"PRAGMA application_id = {checks.APPLICATION_ID}")
    engine = create_engine(f"sqlite:///{file}", poolclass=NullPool)
    with engine.begin() as connection:
        upgrade(connection, revision)
        for statement in ROWS[revision]:
            connection.exec_driver_sql(statement)
    return file


def schema(file: Path) -> list[tuple[str, ...]]:
    with closing(sqlite3.connect(file)) as connection:
        tables = [
            row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY 1")
        ]
        return [
            (table, *map(str, row))
            for table in tables
            for row in (*connection.execute(f"PRAGMA table_xinfo({table})"), *_indexes(connection, table))
        ]


def _indexes(connection: sqlite3.Connection, table: str) -> list[tuple[str, ...]]:
    statement = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql NOT NULL ORDER BY 1"
    return connection.execute(statement, (table,)).fetchall()


def test_the_program_knows_exactly_the_revisions_that_there_are() -> None:
    config = Config()
    config.set_main_option("script_location", "db:migrations")
    scripts = ScriptDirectory.from_config(config)

    assert [script.revision for script in scripts.walk_revisions()][::-1] == list(REVISIONS)
    assert list(ROWS) == list(REVISIONS)


def test_all_migrations_from_empty_give_the_schema_of_a_new_file(opened: Opened, tmp_path: Path) -> None:
    opened(tmp_path / "new.db").close()
    migrated = at_revision(tmp_path / "migrated.db", REVISIONS[0])
    engine = create_engine(f"sqlite:///{migrated}", poolclass=NullPool)
    with engine.begin() as connection:
        upgrade(connection)
        differences = compare_metadata(MigrationContext.configure(connection), metadata)

    assert differences == []
    assert schema(migrated) == schema(tmp_path / "new.db")


@pytest.mark.parametrize("revision", REVISIONS)
def test_data_of_every_revision_survives_the_way_to_the_newest(opened: Opened, file: Path, revision: str) -> None:
    at_revision(file, revision)

    database = opened(file)

    phrases = Phrases(database).all()
    assert [(one.id, one.title, one.group, one.codes, one.use_count) for one in phrases] == [
        ("p1", "催付", ("售前",), ("cf",), 7)
    ]
    assert SettingsRows(database).load() == Settings(agent="小二")
    with database.reading() as connection:
        assert connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar() == HEAD


@pytest.fixture
def older(file: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file of a revision before the first, for a program to which one migration leads from there."""
    at_revision(file, HEAD)
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '0000'")
        connection.commit()
    monkeypatch.setattr("db.engine.REVISIONS", ("0000", *REVISIONS))
    return file


def test_an_older_file_is_backed_up_before_it_is_migrated(
    older: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, now: Callable[[], object]
) -> None:
    backups = BackupFolder(older, tmp_path / "backups", now)  # type: ignore[arg-type]
    revisions: list[str] = []

    def migrate(connection: object) -> None:
        with closing(sqlite3.connect(tmp_path / "backups" / backups.all()[0].name)) as copy:
            revisions.append(copy.execute("SELECT version_num FROM alembic_version").fetchone()[0])
        connection.exec_driver_sql(f"UPDATE alembic_version SET version_num = '{HEAD}'")  # type: ignore[attr-defined]

    monkeypatch.setattr("db.migrations.upgrade.upgrade", migrate)

    open_database(older, before_migrating=lambda: backups.make("migration")).close()

    assert revisions == ["0000"]
    assert [backup.why for backup in backups.all()] == ["migration"]


def test_without_a_backup_nothing_is_migrated(older: Path) -> None:
    content = older.read_bytes()

    def fail() -> None:
        raise NotStored(Trouble.FULL)

    with pytest.raises(NotStored):
        open_database(older, before_migrating=fail)

    with closing(sqlite3.connect(older)) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == ("0000",)
    assert len(older.read_bytes()) == len(content)


def test_a_migration_that_fails_half_way_leaves_the_file_as_it_was(
    older: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(connection: object) -> None:
        connection.exec_driver_sql("ALTER TABLE phrases ADD COLUMN colour TEXT")  # type: ignore[attr-defined]
        connection.exec_driver_sql("DELETE FROM phrases")  # type: ignore[attr-defined]
        raise KeyError("a mistake of ours")

    before = schema(older)
    monkeypatch.setattr("db.migrations.upgrade.upgrade", fail)

    with pytest.raises(NotStored) as caught:
        open_database(older)

    assert caught.value.trouble is Trouble.DAMAGED
    assert schema(older) == before
    with closing(sqlite3.connect(older)) as connection:
        assert connection.execute("SELECT count(*) FROM phrases").fetchone() == (1,)


def test_a_phrase_of_a_file_is_a_whole_phrase(opened: Opened, file: Path) -> None:
    at_revision(file, HEAD)

    (phrase,) = Phrases(opened(file)).all()

    assert isinstance(phrase, Phrase)
    assert phrase.is_pinned


def test_an_entry_of_a_file_is_a_whole_entry(opened: Opened, file: Path) -> None:
    at_revision(file, "0002")
    database = opened(file)

    sheet = Sheets(database).all()

    assert sheet.activities["a1"].sale_at == datetime(2026, 11, 10, 12, 0, tzinfo=UTC)
    assert sheet.activities["a1"].coupons == (Coupon(Decimal(128), Decimal(10)),)
    assert sheet.products["p1"].price == Decimal("9.90")
    assert sheet.facts["f1"] == Fact("f1", "发票", "有")
    assert [change.field for change in Sheets(database).changes()] == ["limit.count"]
    assert Sheets(database).uses()["sheet:fact:f1"][0] == 3
    assert [timer.label for timer in Countdowns(database).timers()] == ["回电"]
    assert list(Countdowns(database).told()) == ["t1@2"]
    assert Countdowns(database).heartbeat() == Heartbeat(datetime(1970, 1, 1, 0, 0, 1, tzinfo=UTC), 12.5, "boot")


def test_a_lifetime_of_a_phrase_is_read(opened: Opened, file: Path) -> None:
    at_revision(file, "0002")

    (phrase,) = Phrases(opened(file)).all()

    assert phrase.lifetime == Lifetime(None, datetime(2026, 11, 11, 18, 0, tzinfo=UTC), "a1")


def at_second(second: int) -> datetime:
    return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=second)


def test_an_order_of_a_file_is_a_whole_order(opened: Opened, file: Path) -> None:
    at_revision(file, "0003")
    store = Orders(opened(file))

    by_hand, imported = sorted(store.all(), key=lambda order: order.id, reverse=True)

    assert by_hand == Order("o2", "小猫", "ordinary", at_second(1), at_second(2))
    assert imported == Order(
        "o1",
        "小熊猫",
        "group_buy",
        at_second(1),
        at_second(1801),
        "1234567890123456789",
        Decimal("128.00"),
        ("保温杯",),
        "要红色",
        Flag.RED,
        "小二",
        Manner.SILENT,
        "card_limit",
        "a1",
        Outcome.CLOSED,
        at_second(1801),
        "by_time",
        at_second(900),
        True,
        ("address",),
        "export",
        at_second(2),
        timedelta(hours=1),
    )
    step = Step("first", "提醒", after=timedelta(minutes=6), code="cf")
    assert store.kinds() == (OrderKind("group_buy", "聚划算", ("聚",), timedelta(minutes=30), (step,), 1),)
    assert store.events() == [Event("e1", "o1", Deed.URGED, at_second(2), "小二", "first", "p1", "亲，还有 30 分钟")]
    assert store.follow_ups() == [FollowUp("f1", "小熊猫", "查快递", at_second(5), "o1", "p1", "小二", at_second(1))]


def test_a_pack_of_a_file_is_a_whole_pack(opened: Opened, file: Path) -> None:
    at_revision(file, "0004")
    store = Packs(opened(file))

    now = Phrase(
        *("shop/cf", "催付", "亲，还有 30 分钟", ("售前",), Stage.PAYMENT), codes=("cf",), is_pinned=True, source="shop"
    )
    former = Phrase("shop/cf", "催付", "亲，还有 20 分钟", source="shop")
    cup = Product("shop/cup", "杯", price=Decimal("9.90"), source="shop")
    taken_at = datetime(2026, 11, 11, 6, 0, tzinfo=UTC)
    change = FieldChange("body", former.body, now.body)
    assert store.sources() == (
        PackSource(
            *("s1", "/share/shop", "话术", 1024, "RWQ", True),
            pack_id="shop",
            number=7,
            version="11.11",
            sha256="ab12",
            taken_at=taken_at,
        ),
    )
    assert store.originals("shop") == {
        "shop/cf": Original(now, former, is_must_read=True),
        "shop/cup": Original(cup, withdrawn_at=at_second(1)),
    }
    assert list(store.moved()) == ["shop/cf"]
    difference = Difference("shop/cf", Noun.PHRASE, "催付", Fate.CHANGED, (change,), is_must_read=True)
    assert store.latest_news() == store.news() == [News("n1", "s1", "话术", 7, difference, at_second(2))]
