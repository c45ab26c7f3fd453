"""The first rows before all others: the same as the whole list begins with, or none."""

import random
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from app.core.hotkeys import HOTKEYS
from app.core.phrases.phrase import Image, Output, Phrase, Stage
from app.core.search.hits import Hit, Scope
from app.core.search.unindexed import Unindexed
from app.core.settings import Settings
from app.core.sheet.lifetimes import Lifetime
from db.first_page import ROWS, read_first_page
from db.opening.early import read_early
from db.opening.folder import open_data
from tests.db.conftest import Now
from tests.phrases import phrase
from tests.unpaid import NOW


def keep(folder: Path, now: Now, phrases: Sequence[Phrase], settings: Settings | None = None) -> Path:
    data = open_data(folder, now)
    data.phrases.put(phrases)
    data.settings.save(settings or Settings())
    data.database.close()
    return folder / "qindesk.db"


def listed(file: Path, scope: Scope = Scope()) -> list[Hit]:  # noqa: B008 - a value
    """What the whole list begins with."""
    early = read_early(file)
    assert early is not None
    return Unindexed(early.shelf.in_use(), lambda: NOW).find("", scope, ROWS)


def many(count: int, seed: int, used: float) -> list[Phrase]:
    """Phrases of every kind: pinned, with a hotkey, used at many moments or alike, in the bin, with pictures."""
    dice = random.Random(seed)
    made = []
    for number in range(count):
        uses = dice.choice((1, 2, 2, 7, 300)) if dice.random() < used else 0
        made.append(
            replace(
                phrase(number),
                title="题" * dice.randint(1, 9) + "\U0001f600" * dice.randint(0, 2),
                stage=dice.choice((None, *Stage)),
                position=dice.randint(1, 9),
                codes=("a", "b")[: dice.randint(0, 2)],
                keywords=("词",)[: dice.randint(0, 1)],
                output=dice.choice(tuple(Output)),
                images=(Image("p.png"),)[: dice.randint(0, 1)],
                is_pinned=dice.random() < 0.05,
                hotkey="Ctrl+Alt+F7" if dice.random() < 0.1 else "",
                pin_position=dice.randint(0, 3),
                use_count=uses,
                last_used_at=NOW + timedelta(hours=dice.choice((-9000, -40, -40, -1, 500))) if uses else None,
                deleted_at=NOW if dice.random() < 0.1 else None,
            )
        )
    return made


@pytest.mark.parametrize(("seed", "used"), [(1, 0.0), (2, 0.02), (3, 0.6), (4, 1.0)])
@pytest.mark.parametrize("stage", [None, Stage.PAYMENT])
def test_its_rows_are_those_that_the_whole_list_begins_with(
    tmp_path: Path, now: Now, seed: int, used: float, stage: Stage | None
) -> None:
    file = keep(tmp_path, now, many(400, seed, used), Settings(stage=stage))

    page = read_first_page(file, NOW)

    assert page is not None
    assert page.stage is stage
    assert [(hit.phrase, hit.tier) for hit in page.rows] == [
        (hit.phrase, hit.tier) for hit in listed(file, Scope(stage))
    ]
    assert len(page.rows) > 20


def test_it_ends_before_a_row_that_may_be_over(tmp_path: Path, now: Now) -> None:
    rows = [replace(phrase(number), is_pinned=True, pin_position=number) for number in range(9)]
    rows[4] = replace(rows[4], lifetime=Lifetime(until_at=NOW + timedelta(days=1)))
    file = keep(tmp_path, now, rows)

    page = read_first_page(file, NOW)

    assert page is not None
    assert [hit.phrase for hit in page.rows] == rows[:4]


def test_it_knows_the_chords_of_the_settings_and_of_phrases_outside_the_bin(tmp_path: Path, now: Now) -> None:
    rows = [
        replace(phrase(1), id="own", hotkey="Ctrl+Alt+F7", stage=Stage.PAYMENT),
        replace(phrase(2), id="gone", hotkey="Ctrl+Alt+F8", deleted_at=NOW),
    ]
    chords = {**HOTKEYS, "search": "Ctrl+Alt+K"}
    file = keep(tmp_path, now, rows, Settings(hotkeys=chords, has_hook_fallback=True, stage=Stage.WELCOME))

    page = read_first_page(file, NOW)

    assert page is not None
    assert page.hotkeys == {**chords, "phrase.own": "Ctrl+Alt+F7"}
    assert page.has_hook_fallback


def test_without_settings_it_has_the_usual_chords(tmp_path: Path, now: Now) -> None:
    page = read_first_page(keep(tmp_path, now, ()), NOW)

    assert page is not None
    assert (page.rows, page.stage, page.hotkeys, page.has_hook_fallback) == ((), None, HOTKEYS, False)


@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE phrases SET codes = '[1]'",
        'UPDATE phrases SET images = \'[["a.png", "beside"]]\'',
        "UPDATE phrases SET keywords = 'no list'",
        "UPDATE alembic_version SET version_num = '9999'",
        "DROP TABLE settings",
    ],
)
def test_what_cannot_be_read_is_left_to_who_opens_the_database(tmp_path: Path, now: Now, harm: str) -> None:
    file = keep(tmp_path, now, [phrase(1)])
    with closing(sqlite3.connect(file)) as connection:
        connection.execute(harm)
        connection.commit()
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    assert read_first_page(file, NOW) is None


def test_no_file_is_no_page(tmp_path: Path) -> None:
    assert read_first_page(tmp_path / "qindesk.db", NOW) is None


def test_a_database_that_was_not_closed_is_no_page(tmp_path: Path, now: Now) -> None:
    file = keep(tmp_path, now, [phrase(1)])
    file.with_name("qindesk.db-wal").write_bytes(b"x")

    assert read_first_page(file, NOW) is None
