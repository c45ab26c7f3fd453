"""The program ends, in all the ways it can: what is being written is kept, and an update may be installed."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.front.house import House
from app.front.update_room import UpdateRoom
from app.system.draft_file import DraftFile
from app.system.instance import QUIT, Instance
from app.system.paths import Paths, paths
from app.ui.dialogs.editor import Editor
from app.ui.dialogs.form import Form
from app.ui.order_dialogs.order_form import OrderForm
from app.ui.sheet_dialogs.fact_form import FactForm
from app.ui.words import translate
from tests.ui.order_dialogs.stall import PANDA

OpenHouse = Callable[[], House]
SAID = ("What you were writing when QinDesk ended is kept.", "上次退出时没写完的内容还在。")


@pytest.fixture
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Paths:
    monkeypatch.delenv("DISPLAY", raising=False)
    places = paths(tmp_path)
    places.make()
    return places


@pytest.fixture
def open_house(qapp: QApplication, qtbot: QtBot, places: Paths) -> Iterator[OpenHouse]:
    """One run after the other on the same data."""
    runs: list[House] = []

    def end() -> None:
        while runs:
            runs[-1].close()
            for form in forms(Form):
                form.deleteLater()
            runs.pop().window.deleteLater()

    def start() -> House:
        end()
        instance = Instance(places.data)
        assert instance.is_first()
        told = places.data / "told"
        told.unlink(missing_ok=True)
        house = House(qapp, places, instance, is_hidden=False, tell=told)
        runs.append(house)
        qtbot.waitUntil(lambda: told.exists() and "furnished" in told.read_text(), timeout=20_000)
        for form in forms(Form):
            form.close()  # the first start
        return house

    yield start
    end()


def forms(kind: type) -> list:
    """The open windows of a kind."""
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, kind) and each.isVisible()]


def the(kind: type):
    found = forms(kind)
    assert len(found) == 1
    return found[0]


def test_quitting_in_the_middle_of_a_phrase_loses_nothing(open_house: OpenHouse) -> None:
    house = open_house()
    house.window.new_wanted.emit("")
    the(Editor).fields.body.setPlainText("亲,今天下单,明天发货哦")

    house = open_house()

    assert house.window.inside.notice.text in SAID
    house.window.inside.notice.do()
    assert the(Editor).fields.body.toPlainText() == "亲,今天下单,明天发货哦"


def test_a_power_cut_in_the_middle_of_an_answer_loses_nothing(
    open_house: OpenHouse, places: Paths, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.front.unfinished.STOW_MS", 10)
    house = open_house()
    house.window.entry_new_wanted.emit("fact")
    the(FactForm).fields.cells["question"].content.setText("包邮吗")
    qtbot.waitUntil(places.drafts.exists)
    as_it_was = shutil.copy(places.drafts, tmp_path / "as it was")
    the(FactForm).fields.cells["question"].content.clear()
    open_house()
    assert not places.drafts.exists()
    shutil.copy(as_it_was, places.drafts)

    house = open_house()

    house.window.inside.notice.do()
    assert the(FactForm).fields.cells["question"].content.text() == "包邮吗"


def test_what_was_saved_is_no_draft_any_more(open_house: OpenHouse, places: Paths) -> None:
    house = open_house()
    house.window.new_wanted.emit("")
    editor = the(Editor)
    editor.fields.body.setPlainText("亲,今天下单,明天发货哦")
    house._rooms._unfinished.stow()
    assert DraftFile(places.drafts).read()

    editor.save()

    house = open_house()
    assert not places.drafts.exists()
    assert house.window.inside.notice.text == ""
    assert [phrase.body for phrase in house.desk.library.phrases()] == ["亲,今天下单,明天发货哦"]


def test_a_form_that_is_open_while_buyers_are_forgotten_goes_with_what_is_written_in_it(
    open_house: OpenHouse, places: Paths, qtbot: QtBot
) -> None:
    house = open_house()
    qtbot.waitUntil(lambda: house.desk.has_office, timeout=20_000)
    house.desk.office.orders.add_all([PANDA], [])
    house.window.order_edit_wanted.emit(PANDA.id)
    the(OrderForm).fields.cells["buyer"].content.setText("小熊猫与朋友")
    house.desk.stores.orders.forget_all()
    house.desk.office.load()

    house._rooms.doors.settings.forgotten.emit()
    house.close()

    assert not forms(OrderForm)
    assert DraftFile(places.drafts).read() == {}


def test_what_is_written_of_an_order_is_kept_one_key_away(open_house: OpenHouse, qtbot: QtBot) -> None:
    house = open_house()
    qtbot.waitUntil(lambda: house.desk.has_office, timeout=20_000)
    house.desk.office.orders.add_all([PANDA], [])
    house.window.order_edit_wanted.emit(PANDA.id)
    the(OrderForm).fields.cells["buyer"].content.setText("小熊猫与朋友")

    the(OrderForm).reject()

    assert house.window.inside.notice.text == translate("doors", "Not saved; what you wrote is kept.")
    house.window.inside.notice.do()
    assert the(OrderForm).fields.cells["buyer"].content.text() == "小熊猫与朋友"


def test_what_was_written_of_an_order_that_is_no_more_goes_with_its_buyer(
    open_house: OpenHouse, places: Paths, qtbot: QtBot
) -> None:
    DraftFile(places.drafts).keep({"orders": {"gone": {"buyer": "小熊猫"}, "order_kinds": ()}})

    house = open_house()
    qtbot.waitUntil(lambda: [key for _, key in house._rooms._unfinished.kept()] == ["order_kinds"], timeout=20_000)
    house.close()

    assert not forms(OrderForm)
    assert DraftFile(places.drafts).read() == {"orders": {"order_kinds": ()}}


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> list[UpdateRoom]:
    """Whose installer would have been started."""
    asked: list[UpdateRoom] = []

    def install(room: UpdateRoom) -> None:
        asked.append(room)

    monkeypatch.setattr(UpdateRoom, "install", install)
    return asked


def test_an_update_is_installed_when_the_user_quits(open_house: OpenHouse, installed: list[UpdateRoom]) -> None:
    house = open_house()

    house.close()

    assert installed == [house._rooms._updates]


def test_an_installer_that_sends_the_program_away_meets_no_other(
    open_house: OpenHouse, installed: list[UpdateRoom]
) -> None:
    house = open_house()

    house._instance.asked.emit(QUIT)
    house.close()

    assert installed == []


def test_the_end_of_a_session_keeps_what_is_written_and_starts_no_installer(
    open_house: OpenHouse, installed: list[UpdateRoom], places: Paths
) -> None:
    house = open_house()
    house.window.new_wanted.emit("")
    the(Editor).fields.body.setPlainText("亲,今天下单,明天发货哦")

    house._end_session()  # Qt alone can make what its signal carries

    assert [*DraftFile(places.drafts).read()["phrases"]] == [""]
    house.close()
    assert installed == []
