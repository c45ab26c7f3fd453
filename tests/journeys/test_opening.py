"""The start, from the empty folder to the list, also when the data is damaged."""

import threading
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from app.core.storage import NotStored, Trouble
from app.front import desk as desks
from app.front.desk import STARTER_PACKS, open_desk
from app.front.house import House
from app.front.loading import Loading
from app.front.patience import Patience
from app.system.clock import SystemClock
from app.system.instance import Instance
from app.system.paths import Paths, paths
from app.ui.words import translate


@pytest.fixture
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Paths:
    monkeypatch.delenv("DISPLAY", raising=False)
    places = paths(tmp_path)
    places.make()
    return places


def fill(places: Paths) -> int:
    desk = open_desk(places, SystemClock())
    report = desk.importing.apply(desk.importing.dry_run([str(STARTER_PACKS["zh_CN"])]))
    desk.stores.backups.make("test")
    desk.close()
    return report.counts.new


def open_house(qapp: QApplication, places: Paths, tell: Path | None = None) -> House:
    instance = Instance(places.data)
    assert instance.is_first()
    return House(qapp, places, instance, is_hidden=False, tell=tell)


def ways_out(house: House) -> list[QPushButton]:
    """What is offered where the list would be."""
    blank = house.window.inside.panel.blank
    return [button for button in blank.findChildren(QPushButton) if button.isVisibleTo(house.window)]


def test_an_empty_folder_offers_the_starter_pack_and_fills_with_one_click(
    qtbot: QtBot, qapp: QApplication, places: Paths
) -> None:
    house = open_house(qapp, places)
    try:
        qtbot.waitUntil(lambda: house.desk is not None, timeout=20_000)
        assert house.desk is not None

        house.window.starter_wanted.emit()  # at once: what is wanted of a door that is not built yet is kept
        qtbot.waitUntil(lambda: house.desk is not None and bool(house.desk.library.phrases()), timeout=20_000)

        assert len(house.desk.library.phrases()) > 150
        assert house.window.inside.panel.model.rowCount() > 0
    finally:
        house.close()


def test_what_counts_down_does_not_make_the_window_wait_for_the_database(
    qtbot: QtBot, qapp: QApplication, places: Paths, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(places)
    desk = open_desk(places, SystemClock())
    desk.countdowns.add("15m")
    desk.close()
    told, found = tmp_path / "told", []
    opens = desks.open_data_now

    def note(*arguments: object) -> object:
        found.append(told.read_text())
        return opens(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(desks, "open_data_now", note)
    house = open_house(qapp, places, told)
    try:
        qtbot.waitUntil(lambda: bool(found), timeout=20_000)

        assert "usable" in found[0]
        qtbot.waitUntil(lambda: house.desk is not None and house.desk.stores.countdowns.heartbeat() is not None)
    finally:
        house.close()


def test_a_damaged_database_is_told_and_a_backup_takes_its_place_with_one_click(
    qtbot: QtBot, qapp: QApplication, places: Paths
) -> None:
    count = fill(places)
    damaged = bytearray(places.database.read_bytes())
    damaged[100:5000] = b"\xff" * 4900
    places.database.write_bytes(damaged)
    house = open_house(qapp, places)
    try:
        qtbot.waitUntil(lambda: len(ways_out(house)) == 2, timeout=20_000)
        assert house.desk is None

        ways_out(house)[0].click()

        qtbot.waitUntil(lambda: house.desk is not None, timeout=20_000)
        assert house.desk is not None
        assert len(house.desk.library.phrases()) == count
        assert list(places.backups.glob("damaged-*"))
    finally:
        house.close()


def test_a_program_that_quits_while_it_opens_is_told_no_step_any_more(
    qtbot: QtBot, qapp: QApplication, places: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    is_opening, may_go = threading.Event(), threading.Event()
    opening, threads = desks.open_early, list[threading.Thread]()

    def slow(*arguments: object) -> object:
        threads.append(threading.current_thread())
        is_opening.set()
        may_go.wait(30)
        return opening(*arguments)  # type: ignore[arg-type]

    fill(places)
    monkeypatch.setattr(desks, "open_early", slow)
    house = open_house(qapp, places)
    qtbot.waitUntil(is_opening.is_set, timeout=20_000)

    house.close()
    may_go.set()
    qtbot.waitUntil(lambda: not threads[0].is_alive(), timeout=20_000)
    qapp.sendPostedEvents()

    assert house.desk is None


def test_what_was_told_before_the_end_and_not_heard_is_not_done_after_it(
    qtbot: QtBot, qapp: QApplication, places: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(places)
    monkeypatch.setattr(Loading, "_furnish", lambda _self: None)
    house = open_house(qapp, places)
    qtbot.waitUntil(lambda: house.desk is not None, timeout=20_000)
    assert house._loading is not None
    telling = threading.Thread(target=house._loading.furnished.emit)
    telling.start()
    telling.join()

    house.close()
    qapp.sendPostedEvents()

    assert house._rooms is None


def test_what_is_deleted_before_the_database_is_open_is_stored_and_meanwhile_the_window_says_why_it_waits(
    qtbot: QtBot, qapp: QApplication, places: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    count, may_open = fill(places), threading.Event()
    opens, said = desks.open_data_now, list[str]()
    monkeypatch.setattr(
        desks,
        "open_data_now",
        lambda *arguments: (may_open.wait(30), opens(*arguments))[1],  # type: ignore[arg-type]
    )
    explain = Patience.explain

    def told(self: Patience) -> None:
        explain(self)
        said.append(house.window.inside.notice.text)
        may_open.set()

    monkeypatch.setattr(Patience, "explain", told)
    house = open_house(qapp, places)
    try:
        qtbot.waitUntil(lambda: house.desk is not None and house.desk.find.is_ready, timeout=20_000)
        assert house.desk is not None
        gone = house.window.inside.panel.list.current()
        waits = translate("house", "Your data is still being opened. What you did is stored in a moment.")

        house.window.inside.panel.delete()

        assert said == [waits]
        assert gone not in [phrase.id for phrase in house.desk.library.phrases()]
        qtbot.waitUntil(lambda: house.window.inside.notice.text != waits, timeout=20_000)
    finally:
        house.close()

    after = open_desk(places, SystemClock())
    kept = [phrase.id for phrase in after.library.phrases()]
    after.close()
    assert len(kept) == count - 1
    assert gone not in kept


def test_where_something_breaks_before_the_database_is_open_whoever_wants_to_store_hears_it_and_never_waits(
    qtbot: QtBot, qapp: QApplication, places: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(places)

    def full(_self: Loading, _desk: object) -> None:
        raise NotStored(Trouble.FULL)

    monkeypatch.setattr(Loading, "_staff", full)
    failed: list[object] = []
    house = open_house(qapp, places)
    try:
        qtbot.waitUntil(lambda: house._loading is not None, timeout=20_000)
        assert house._loading is not None
        house._loading.failed.connect(failed.append)
        qtbot.waitUntil(lambda: bool(failed), timeout=20_000)
        assert house.desk is not None

        with pytest.raises(NotStored) as lack:
            house.desk.library.delete([house.desk.library.phrases()[0].id])
    finally:
        house.close()

    assert lack.value.trouble is Trouble.FULL
