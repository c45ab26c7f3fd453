"""A lead with nothing but Excel: from the blank workbook to three PCs that show the change, and back again."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from app.core.packs.lead_choices import Manner, Origin
from app.core.packs.published_folder import brought
from app.core.packs.trust import Standing
from app.formats.packs.form import PublishedForm
from app.formats.packs.packs import read_pack
from app.front.desk import STARTER_PACKS, Desk, open_desk
from app.front.packs.publishing_door import PackPublishingDoors
from app.system.paths import paths
from app.ui.pack_dialogs.pages import Step
from app.ui.pack_dialogs.publish_window import PublishWindow
from app.ui.theme import Look
from tests.fakes import FakeClock
from tests.journeys.shop import NOON, Shop

PASSWORD = "open sesame"


@pytest.fixture
def shop(
    qapp: QApplication, look: Look, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Shop]:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: True)
    made = Shop(qapp, look, qtbot, tmp_path / "data", FakeClock(NOON))
    made.desk.preferences.change(agent="小夏", shop="小店")
    PackPublishingDoors(made.hall)
    yield made
    window = made.openings.get("publish")
    if isinstance(window, PublishWindow):
        settled(window, qtbot)
        window.reject()
    made.close()


@pytest.fixture
def share(tmp_path: Path) -> Path:
    folder = tmp_path / "share"
    folder.mkdir()
    return folder


@pytest.fixture
def agents(tmp_path: Path) -> Iterator[list[Desk]]:
    """Three other PCs, each on a data folder of its own."""
    desks = []
    for name in ("小美", "阿强", "小李"):
        places = paths(tmp_path / name)
        places.make()
        desks.append(open_desk(places, FakeClock(NOON)))
    yield desks
    for desk in desks:
        desk.close()


def settled(window: PublishWindow, qtbot: QtBot) -> None:
    def is_quiet() -> bool:
        workers = (window.press, window.sitting, window.past.reader, window.past.comparer, window.source.key.worker)
        return not any(each.is_working for each in workers)

    qtbot.waitUntil(is_quiet)


def opened(shop: Shop, qtbot: QtBot) -> PublishWindow:
    """The window, by the deed of the menu."""
    shop.window.inside._deeds["publish"]()
    window = shop.openings.get("publish")
    assert isinstance(window, PublishWindow)
    settled(window, qtbot)
    return window


def write(book: Path, *rows: tuple[str, str, str]) -> None:
    """Type codes, titles and texts under the examples, as in Excel, and save."""
    file = openpyxl.load_workbook(book)
    page = file["话术"]
    heads = {str(cell.value).rstrip("*"): cell.column for line in page.iter_rows(max_row=3) for cell in line}
    old = [at for at in range(1, page.max_row + 1) if page.cell(at, heads["标题"]).value in {row[1] for row in rows}]
    for at in reversed(old):
        page.delete_rows(at)
    for number, (code, title, body) in enumerate(rows, start=page.max_row + 1):
        for head, text in (("快捷编码", code), ("标题", title), ("内容", body)):
            page.cell(number, heads[head], text)
    file.save(book)


def make_key(window: PublishWindow, qtbot: QtBot) -> None:
    window.source.key.first.setText(PASSWORD)
    window.source.key.again.setText(PASSWORD)
    window.source.key.make()
    settled(window, qtbot)


def saw_again(window: PublishWindow, qtbot: QtBot, count: int) -> None:
    """Excel has saved: the file is read and compared by itself."""

    def is_seen() -> bool:
        window.sitting.file_watch.look()
        examined = window.sitting.examined
        return bool(examined and examined.reading.draft and len(examined.reading.draft.phrases) == count)

    qtbot.waitUntil(is_seen, timeout=10_000)
    settled(window, qtbot)


def take(desk: Desk, share: Path) -> None:
    """One look of an agent's program at the folder: judged, confirmed once, taken over."""
    sources = desk.subscriptions.sources
    source = next(iter(sources.all()), None) or sources.add(str(share))
    files = {path.name: path.read_bytes() for path in share.iterdir() if path.is_file()}
    found = brought(files, source, NOON)
    assert found.verdict.standing is not Standing.REFUSED
    assert found.verdict.key is not None
    assert found.content is not None
    if not source.is_confirmed:
        sources.confirm(source.id, found.verdict.key.text)
        found = brought(files, sources.get(source.id) or source, NOON)
    pack = PublishedForm().read(found.content or b"")
    assert pack is not None
    desk.subscriptions.packs.take(source.id, pack, found.verdict)


def bodies(desk: Desk, typed: str) -> list[str]:
    return [hit.phrase.body for hit in desk.find.results(typed)]


def test_from_a_blank_workbook_to_three_pcs_and_back_again(
    shop: Shop, qtbot: QtBot, tmp_path: Path, share: Path, agents: list[Desk], monkeypatch: pytest.MonkeyPatch
) -> None:
    book = tmp_path / "双11话术.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(book), ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(share))
    window = opened(shop, qtbot)

    window.source.what.chinese_button.click()  # 1. a blank workbook, filled in
    settled(window, qtbot)
    assert window.sitting.examined is not None
    assert window.sitting.examined.pack is None  # there is nothing in it yet
    write(book, ("quan", "优惠券", "亲，今天满128减10"), ("fh", "发货", "亲，付款后 7 天内发出"))
    saw_again(window, qtbot, 2)
    window.source.place.folder_button.click()  # 2. where it goes, and the key
    make_key(window, qtbot)
    window.show_step(Step.CHANGES)  # 3. published
    window.changes.note.setPlainText("第一版")
    QTest.keyClick(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settled(window, qtbot)
    for desk in agents:
        take(desk, share)
    assert [bodies(desk, "quan") for desk in agents] == [["亲，今天满128减10"]] * 3

    write(
        book, ("quan", "优惠券", "亲，今天满128减20"), ("fh", "发货", "亲，付款后 7 天内发出"), ("hy", "欢迎", "在呢")
    )
    saw_again(window, qtbot, 3)
    assert window.changes.told.text() == "1 new · 1 changed"
    window.changes.note.setPlainText("券改了")
    window.publish()
    settled(window, qtbot)
    for desk in agents:
        take(desk, share)
    assert [bodies(desk, "quan") for desk in agents] == [["亲，今天满128减20"]] * 3

    window.show_step(Step.HISTORY)  # 4. it was wrong: back
    settled(window, qtbot)
    page = window.past.history
    page.table.setCurrentIndex(page.model.index(1, 0))
    page.note.setText("券写错了")
    page.back_button.click()
    settled(window, qtbot)
    for desk in agents:
        take(desk, share)
    assert [bodies(desk, "quan") for desk in agents] == [["亲，今天满128减10"]] * 3
    assert (share / "index.json").exists()


def test_the_next_day_the_window_opens_on_what_changed(
    shop: Shop, qtbot: QtBot, tmp_path: Path, share: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = tmp_path / "话术.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(book), ""))
    window = opened(shop, qtbot)
    window.source.what.chinese_button.click()
    write(book, ("quan", "优惠券", "亲，今天满128减10"))
    saw_again(window, qtbot, 1)
    window.source.place.choose_folder(str(share))
    make_key(window, qtbot)
    window.publish()
    settled(window, qtbot)
    window.reject()
    qtbot.waitUntil(lambda: shop.openings.get("publish") is None)

    write(book, ("quan", "优惠券", "亲，今天满128减20"))
    again = opened(shop, qtbot)

    assert again.pages.step is Step.CHANGES
    assert again.changes.told.text() == "1 changed"
    assert again.changes.password_field.isVisible()
    assert again.go_button.text() == "Publish number 2"


def test_phrases_that_were_written_in_the_program_go_out_as_a_pack(
    shop: Shop, qtbot: QtBot, share: Path, agents: list[Desk]
) -> None:
    desk = shop.desk
    shop.doors.changed.emit(desk.importing.apply(desk.importing.dry_run([str(STARTER_PACKS["zh_CN"])])).changed)
    window = opened(shop, qtbot)
    window.source.place.choose_folder(str(share))
    make_key(window, qtbot)
    part = window.source.what

    part.origin.pick(Origin.OWN)
    part.origin.chosen.emit()
    part.own.pack_id.setText("shop.own")
    part.own.pack_id.editingFinished.emit()
    part.own.all_button.click()
    settled(window, qtbot)
    window.publish()
    settled(window, qtbot)
    take(agents[0], share)

    assert window.changes.done.title.text() == "Publication 1 is out"
    assert len(agents[0].library.phrases()) == len(desk.library.phrases())
    assert {phrase.source for phrase in agents[0].library.phrases()} == {"shop.own"}


def test_a_plain_file_is_what_the_team_reads(shop: Shop, qtbot: QtBot, tmp_path: Path, share: Path) -> None:
    book, target = tmp_path / "话术.xlsx", share / "共享话术.xlsx"
    window = opened(shop, qtbot)
    window.source.what.template_wanted.emit(str(book), True)
    write(book, ("quan", "优惠券", "亲，今天满128减10"))
    saw_again(window, qtbot, 1)
    place = window.source.place

    place.manner.pick(Manner.PLAIN)
    place.manner.chosen.emit()
    place.file.setText(str(target))
    place.file.editingFinished.emit()
    settled(window, qtbot)
    window.show_step(Step.CHANGES)
    window.go_on()
    settled(window, qtbot)

    reading = read_pack(str(target), shop.desk.shop_time.zone(), NOON)
    assert reading.pack is not None
    assert [phrase.body for phrase in reading.pack.phrases] == ["亲，今天满128减10"]
    assert reading.pack.head.publisher == "小夏"


def test_a_share_that_vanishes_leaves_everything_as_it_was(
    shop: Shop, qtbot: QtBot, tmp_path: Path, share: Path
) -> None:
    book = tmp_path / "话术.xlsx"
    window = opened(shop, qtbot)
    window.source.what.template_wanted.emit(str(book), True)
    write(book, ("quan", "优惠券", "亲，今天满128减10"))
    saw_again(window, qtbot, 1)
    window.source.place.choose_folder(str(share))
    make_key(window, qtbot)
    shutil.rmtree(share)

    window.publish()
    settled(window, qtbot)

    assert "does not exist" in window.status.text()
    share.mkdir()
    window.show_step(Step.CHANGES)
    window.go_on()
    settled(window, qtbot)
    assert window.changes.done.title.text() == "Publication 1 is out"
