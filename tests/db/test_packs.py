"""Packs in a real database: whole or not at all, whatever happens."""

import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.core.orders.kinds import DEFAULTS, OrderKind
from app.core.orders.order import Order
from app.core.packs.overlays import PHRASE_FIELDS
from app.core.packs.pack import Difference, Fate, Item, Noun, Pack
from app.core.packs.sources import Delivery, News, Original, PackSource
from app.core.phrases.phrase import PERSONAL, Image, Phrase
from app.core.sheet.lifetimes import Lifetime
from app.core.sheet.products import Product
from app.core.storage import NotStored, Trouble
from db.engine import Database, open_database
from db.orders import Orders
from db.packs import Packs
from db.pictures import named_in
from db.sheets import Sheets
from db.stores import Phrases
from tests.entries import ENTRIES
from tests.killing import KILLED
from tests.phrases import MOMENTS, PHRASES
from tests.subscribed import NOW, SHOP, Pc, pack, phrase, verdict

Opened = Callable[[Path], Database]
MINUTE = timedelta(minutes=1)
COUNT = 40


def pc(database: Database) -> Pc:
    return Pc(Phrases(database), Sheets(database), Orders(database), Packs(database))


def publication(number: int) -> Pack:
    """A pack in which everything says its number, with one phrase that only this one has."""
    texts = [phrase(f"p{each}", f"亲，{number}") for each in range(COUNT)]
    things: tuple[Item, ...] = (
        *texts,
        phrase(f"only{number}"),
        Product("shop/mug", "杯", size=f"{number} cm"),
        replace(DEFAULTS[0], id="shop/group_buy", closes_after=number * MINUTE),
    )
    return pack(*things, number=number, must_read=("p0",))


def numbers(database: Database) -> set[int]:
    """Every number that the database speaks of: one, if it is whole."""
    agent = pc(database)
    kinds = {kind.id: kind for kind in agent.orders.kinds()}
    closes_after = kinds["group_buy"].closes_after
    assert closes_after is not None
    originals = agent.store.originals(SHOP)
    now = {one.item.body for key, one in originals.items() if isinstance(one.item, Phrase) and key.startswith("shop/p")}
    in_use = {one.title.removeprefix("only") for one in agent.library.phrases() if one.title.startswith("only")}
    kept = {key.removeprefix("shop/only") for key, one in originals.items() if "only" in key and not one.withdrawn_at}
    size = agent.entry("mug").size  # type: ignore[union-attr]
    return {
        *(int(agent.phrase(f"p{each}").body.removeprefix("亲，")) for each in range(COUNT)),
        *(int(body.removeprefix("亲，")) for body in now),
        *map(int, in_use),
        *map(int, kept),
        int(size.removesuffix(" cm")),
        closes_after // MINUTE,
        agent.source().number,
        max(one.number for one in agent.news.all()),
    }


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    given_phrase=PHRASES,
    entry=ENTRIES,
    former=st.none() | PHRASES,
    withdrawn_at=st.none() | MOMENTS,
    is_must_read=st.booleans(),
    lifetime=st.none() | st.builds(Lifetime, from_at=st.none() | MOMENTS, activity_id=st.sampled_from(["", "shop/a"])),
)
def test_every_original_comes_back_as_it_was_put(
    opened: Opened,
    tmp_path_factory: pytest.TempPathFactory,
    given_phrase: Phrase,
    entry: Item,
    former: Phrase | None,
    withdrawn_at: object,
    is_must_read: bool,
    lifetime: Lifetime | None,
) -> None:
    database = opened(tmp_path_factory.mktemp("db") / "qindesk.db")
    item = replace(of_pack(given_phrase, "shop/a"), lifetime=lifetime)
    was = of_pack(former, "shop/a") if former else None
    kind = OrderKind("shop/k", "预定", ("定",), None, DEFAULTS[0].steps, 3)
    originals = (
        Original(item, was, withdrawn_at, is_must_read),  # type: ignore[arg-type]
        Original(replace(entry, id="shop/b")),  # type: ignore[type-var]
        Original(kind, kind),
    )

    Packs(database).deliver(Delivery(originals=originals))

    store = Packs(database)
    assert store.originals(SHOP) == {one.item.id: one for one in originals}
    assert store.some(["shop/a", "other/a"]) == {"shop/a": originals[0]}
    assert store.moved().keys() == {one.item.id for one in originals if one.former}
    assert store.kind_ids() == {"shop/k"}
    assert store.originals("sho") == {}
    database.close()


def of_pack(given_phrase: Phrase, phrase_id: str) -> Phrase:
    """A phrase with nothing but what a pack says."""
    values = {name: getattr(given_phrase, name) for name in PHRASE_FIELDS}
    return Phrase(id=phrase_id, source=SHOP, is_pinned=given_phrase.is_pinned, **values)


def test_sources_and_news_come_back_as_they_were_put(opened: Opened, file: Path) -> None:
    store = Packs(opened(file))
    first = PackSource("s1", "/a", position=9, taken_at=NOW)
    second = PackSource("s2", "https://packs.example/shop", "话术", 3, "RWQ", True, trouble="gone", looked_at=NOW)
    seen = News("n1", "s1", "话术", 1, Difference("", Noun.PHRASE, "话术", Fate.ADDED), NOW, NOW, 9)
    waits = News("n2", "s1", "话术", 2, Difference("shop/a", Noun.FACT, "a", Fate.ADDED, (), True), NOW - MINUTE)

    store.put_sources([first, second])
    store.deliver(Delivery(news=(seen, waits)))
    store.confirm(["n2", "never was"], NOW)
    store.deliver(Delivery(sources=(replace(first, number=7),), sources_gone=("s2",), news_gone=("n1",)))

    assert store.sources() == (replace(first, number=7),)
    assert store.news() == store.latest_news() == [replace(waits, confirmed_at=NOW)]


def test_what_cannot_be_read_is_left_as_it_is_and_stops_nothing(opened: Opened, file: Path) -> None:
    database = opened(file)
    agent = pc(database)
    agent.subscribe()
    agent.take(publication(1))
    with database.writing() as connection:
        connection.exec_driver_sql("UPDATE pack_items SET document = '{broken' WHERE id = 'shop/p1'")
        connection.exec_driver_sql("UPDATE pack_items SET noun = 'song' WHERE id = 'shop/mug'")
        connection.exec_driver_sql("INSERT INTO pack_sources VALUES ('s9', 1, '{\"id\":9}')")
        connection.exec_driver_sql("INSERT INTO pack_news VALUES ('n9', 's9', 1, NULL, 1, '{}')")

    agent = pc(database)
    agent.take(publication(2))

    assert [source.id for source in agent.sources.all()] == ["new1"]
    assert "n9" not in {one.id for one in agent.news.all()}
    assert agent.phrase("p2").body == "亲，2"
    with database.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM pack_news WHERE id = 'n9'").scalar() == 1


def test_pictures_of_originals_are_named_for_whoever_clears_away(opened: Opened, file: Path) -> None:
    database = opened(file)
    first, second, third = (f"{letter * 64}.png" for letter in "abc")
    shown = phrase("a", "亲，图", images=(Image(first),))
    mug = Product("shop/mug", "杯", picture=Image(second))

    Packs(database).deliver(
        Delivery(originals=(Original(shown, replace(shown, images=(Image(third),))), Original(mug)))
    )

    assert named_in(database.file) == {first, second, third}


def test_a_kind_that_an_order_has_is_not_deleted(opened: Opened, file: Path) -> None:
    database = opened(file)
    store, orders = Packs(database), Orders(database)
    kinds = [OrderKind("shop/a", "甲"), OrderKind("shop/b", "乙")]
    store.deliver(Delivery(kinds=tuple(kinds)))
    orders.put([Order("o1", "买家", "shop/a", NOW, NOW + MINUTE)])

    store.deliver(Delivery(kinds_gone=("shop/a", "shop/b")))

    assert tuple(orders.kinds()) == (kinds[0],)


def test_an_agents_whole_story_is_the_same_over_a_real_database(opened: Opened, file: Path) -> None:
    agent = pc(opened(file))
    agent.library.add([replace(phrase("own"), id="own", source=PERSONAL)])
    agent.subscribe()
    agent.take(publication(1))
    agent.edit("p1", body="亲，我的")
    agent.library.pin(["shop/p2"])
    agent.edit_entry("mug", material="304")

    agent.take(publication(2))

    assert agent.in_step()
    assert agent.phrase("p1").body == "亲，我的"
    assert [hint.item_id for hint in agent.overlays.all_moved()] == ["shop/p1"]
    assert agent.phrase("p2").is_pinned
    assert (agent.entry("mug").size, agent.entry("mug").material) == ("2 cm", "304")  # type: ignore[union-attr]
    assert "own" in agent.titles()
    agent.overlays.reset(["shop/p1"])
    assert agent.phrase("p1").body == "亲，2"
    assert agent.in_step()


def test_a_plan_is_made_on_another_thread_while_the_main_one_writes(opened: Opened, file: Path) -> None:
    agent = pc(opened(file))
    agent.subscribe()
    agent.take(publication(1))
    present = agent.packs.present(agent.source())
    second = publication(2)
    planned: list[object] = []
    with agent.store._database.writing() as connection:  # type: ignore[attr-defined]
        connection.exec_driver_sql("UPDATE settings SET value = value")
        thread = threading.Thread(target=lambda: planned.append(agent.packs.plan(present, second, verdict(second))))
        thread.start()
        thread.join()
    agent.packs.commit(planned[0])  # type: ignore[arg-type]

    assert numbers(agent.store._database) == {2}  # type: ignore[attr-defined]


def test_a_full_disk_leaves_the_last_good_pack(opened: Opened, file: Path) -> None:
    database = opened(file)
    agent = pc(database)
    agent.subscribe()
    agent.take(publication(1))
    with database.reading() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")

    long = replace(publication(2), phrases=tuple(phrase(f"p{each}", "亲" * 5000) for each in range(COUNT)))
    with pytest.raises(NotStored) as caught:
        agent.take(long)

    assert caught.value.trouble is Trouble.FULL
    assert agent.in_step()
    assert numbers(database) == {1}


# Killed.

KILLED_WHILE_TAKING = """
    import os, sys
    from pathlib import Path
    import db.packs, db.statements
    from db.engine import open_database
    from tests.db.test_packs import pc, publication
    from tests.killing import KILL
    agent = pc(open_database(Path(sys.argv[1])))
    count = int(sys.argv[2])
    done = 0
    put = db.statements.put
    def counted(connection, statement, rows):
        global done
        put(connection, statement, rows)
        done += bool(rows)
        if done == count:
            os.kill(os.getpid(), KILL)
    db.packs.put = db.statements.put = counted
    agent.take(publication(2))
    print("stored", flush=True)
    os.kill(os.getpid(), KILL)
"""

UPDATING = """
    import sys
    from pathlib import Path
    from db.engine import open_database
    from tests.db.test_packs import pc, publication
    agent = pc(open_database(Path(sys.argv[1])))
    number = agent.source().number
    while True:
        number += 1
        agent.take(publication(number))
        print(number, flush=True)
"""


def program(code: str, *arguments: object) -> list[str]:
    lines = "\n".join(line[4:] for line in code.strip("\n").split("\n"))
    return [sys.executable, "-c", lines, *map(str, arguments)]


@pytest.mark.parametrize("count", range(1, 10))
def test_a_kill_between_any_two_statements_leaves_the_old_pack_or_the_new_one(file: Path, count: int) -> None:
    database = open_database(file)
    agent = pc(database)
    agent.subscribe()
    agent.take(publication(1))
    database.close()

    done = subprocess.run(program(KILLED_WHILE_TAKING, file, count), capture_output=True, text=True, check=False)

    assert done.returncode == KILLED, done.stderr
    database = open_database(file)
    assert numbers(database) == ({2} if "stored" in done.stdout else {1})
    database.close()


def test_a_program_that_is_killed_again_and_again_while_packs_come_in_is_always_whole(file: Path) -> None:
    database = open_database(file)
    agent = pc(database)
    agent.subscribe()
    agent.take(publication(1))
    database.close()
    reached = 1

    for round_ in range(4):
        child = subprocess.Popen(program(UPDATING, file), stdout=subprocess.PIPE, text=True)
        assert child.stdout is not None
        for _ in range(round_ + 2):
            reached = int(child.stdout.readline())
        child.kill()
        child.wait()
        child.stdout.close()
        database = open_database(file)
        (number,) = numbers(database)
        database.close()
        assert number >= reached
