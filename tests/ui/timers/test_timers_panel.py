from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.core.changes import Kind
from app.core.sheet.sheet import Sheet
from app.core.storage import Trouble
from app.ui.theme import Look
from app.ui.timers.panel import TimersPanel
from app.ui.timers.ticker import Ticker
from app.ui.timers.timer_model import TimerModel
from tests.ui.timers.desk import Shop

ENTER, CTRL = Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


class Place:
    """The place with what it told, over a shop."""

    def __init__(self, qtbot: QtBot, look: Look, shop: Shop) -> None:
        self.qtbot, self.shop = qtbot, shop
        self.panel = TimersPanel(look)
        self.ticker = Ticker(shop.time.now, self.panel)
        self.heard: list[tuple[str, Any]] = []
        for name in ("activity_wanted", "paste_wanted", "copy_wanted", "changed", "waiting"):
            getattr(self.panel, name).connect(lambda what, name=name: self.heard.append((name, what)))
        qtbot.addWidget(self.panel)
        self.panel.resize(320, 520)
        self.panel.show()
        self.panel.serve(shop.desk(), self.ticker)
        QApplication.processEvents()

    def type(self, text: str) -> None:
        self.panel.box.entry.insert(text)

    def add(self, text: str) -> None:
        self.panel.box.entry.setText(text)
        self.press(ENTER, to_box=True)

    def press(
        self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier, to_box: bool = False
    ) -> None:
        self.qtbot.keyClick(self.panel.box.entry if to_box else self.panel.list, key, held)

    def go(self, **length: float) -> None:
        self.panel.tick(self.shop.go(**length).replace(microsecond=0))
        QApplication.processEvents()

    def labels(self) -> list[str]:
        return [row.countdown.label for row in self.panel.model.rows]

    def digits(self) -> list[str]:
        return [self.panel.list.painter_of_rows.seen(row).face.digits for row in self.panel.model.rows]

    def screen(self) -> QImage:
        """What stands on the screen, without painting it anew."""
        QApplication.processEvents()
        return self.panel.screen().grabWindow(self.panel.winId()).toImage()

    def picture(self, at: int) -> QImage:
        rows = self.panel.list
        return rows.viewport().grab(rows.visualRect(self.panel.model.index(at))).toImage()


@pytest.fixture
def place(qtbot: QtBot, look: Look) -> Place:
    return Place(qtbot, look, Shop())


@pytest.fixture
def bare(qtbot: QtBot, look: Look) -> Place:
    return Place(qtbot, look, Shop(sheet=Sheet()))


def test_all_countdowns_stand_there_nearest_first(place: Place) -> None:
    place.add("15m 回电")

    assert place.labels()[:3] == ["回电", "晚8点加场", "开售"]


def test_the_model_keeps_the_rules_of_models(place: Place) -> None:
    model = TimerModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)

    model.show(place.panel.model.rows)
    model.show(place.panel.model.rows[1:])
    model.show([])

    assert model.rowCount() == 0


def test_a_row_says_what_it_is_of_what_and_when(place: Place) -> None:
    row = place.panel.model.rows[0]

    assert row.about == "ends · 双11大促 · today 22:00"
    described = place.panel.model.index(0).data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert described == row.about


def test_a_row_tells_those_who_hear_it_how_near_it_is(place: Place) -> None:
    spoken = place.panel.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)

    assert spoken == "晚8点加场 ends, 1 h 12 min left"


def test_what_is_typed_is_read_back_before_enter(place: Place) -> None:
    place.type("15m 回电")

    assert place.panel.box.reading.text() == "回电 · today 21:02:16, in 15 min"
    assert place.labels()[0] == "晚8点加场"


def test_enter_sets_it_and_stands_on_it(place: Place) -> None:
    place.add("15m 回电")

    current = place.panel.list.current()
    assert current is not None
    assert current.countdown.label == "回电"
    assert place.panel.box.entry.text() == ""
    assert place.panel.notice.action == "Undo"
    assert ("changed", frozenset({Kind.TIMERS})) in place.heard


def test_undo_right_after_adding_takes_the_countdown_back(place: Place) -> None:
    place.add("15m 回电")

    place.press(Qt.Key.Key_Z, CTRL, to_box=True)

    assert "回电" not in place.labels()
    assert place.panel.notice.text == "Undone."


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("25:00 回电", "does not exist"),
        ("2-30 9:00", "day does not exist"),
        ("回电", "No time was found"),
        ("", "Type a"),
    ],
)
def test_what_cannot_be_counted_to_is_refused_in_words_and_kept(place: Place, text: str, reason: str) -> None:
    rows = place.panel.model.rowCount()

    place.add(text)

    assert reason in place.panel.box.reading.text()
    assert place.panel.box.entry.text() == text
    assert place.panel.model.rowCount() == rows


def test_what_enter_was_told_stays_while_seconds_go_by_until_something_is_typed(place: Place) -> None:
    place.add("回电")

    place.panel.box.again()
    after_a_second = place.panel.box.reading.text()
    place.type("回")

    assert "No time was found" in after_a_second
    assert "No time was found" not in place.panel.box.reading.text()


def test_a_half_typed_time_is_not_scolded(place: Place) -> None:
    place.type("1")

    assert place.panel.box.reading.text() == "Type a time and what it is for, such as 15m call back."
    assert place.panel.box.reading.property("kind") == "muted"


def test_what_cannot_be_stored_is_said_and_kept_in_the_line(place: Place) -> None:
    place.shop.store.trouble = Trouble.FULL

    place.add("15m 回电")

    assert "disk is full" in place.panel.notice.text
    assert place.panel.box.entry.text() == "15m 回电"


@pytest.mark.parametrize("key", [ENTER, Qt.Key.Key_Delete])
def test_an_own_timer_is_done_on_a_key_and_comes_back_by_undo(place: Place, key: Qt.Key) -> None:
    place.add("15m 回电")

    place.press(key)
    done = place.labels()
    place.press(Qt.Key.Key_Z, CTRL)

    assert "回电" not in done
    assert place.labels()[0] == "回电"
    current = place.panel.list.current()
    assert current is not None
    assert current.countdown.label == "回电"


@pytest.mark.parametrize(("key", "minutes"), [(Qt.Key.Key_3, 3), (Qt.Key.Key_5, 5), (Qt.Key.Key_0, 10)])
@pytest.mark.parametrize("is_in_box", [True, False])
def test_an_own_timer_is_put_off_by_alt_and_a_digit(place: Place, key: Qt.Key, minutes: int, is_in_box: bool) -> None:
    place.add("1m 回电")
    place.go(minutes=2)

    place.press(key, ALT, to_box=is_in_box)

    assert place.digits()[0] == f"00:{minutes:02}:00"


def test_one_that_is_over_stays_on_top_until_it_is_done(place: Place) -> None:
    place.add("1m 回电")

    place.go(minutes=3)
    over = place.labels()[0], place.panel.list.painter_of_rows.seen(place.panel.model.rows[0]).over
    place.press(ENTER)

    assert over == ("回电", "due 2 min ago")
    assert place.labels()[0] == "晚8点加场"
    assert [what for name, what in place.heard if name == "waiting"] == [1, 0]


def test_a_phase_that_came_to_its_end_goes_by_itself(place: Place) -> None:
    place.go(hours=1, minutes=12, seconds=44)

    assert "晚8点加场" not in place.labels()


def test_ctrl_c_copies_what_ctrl_enter_would_paste(place: Place) -> None:
    place.panel.list.choose("", 0)

    place.press(Qt.Key.Key_C, CTRL)

    assert place.heard == [("copy_wanted", "sheet:activity:d11:left")]


def test_enter_on_a_phase_opens_its_activity_and_ctrl_enter_tells_the_buyer(place: Place) -> None:
    place.panel.list.choose("", 0)

    place.press(ENTER)
    place.press(ENTER, CTRL)

    assert place.heard == [("activity_wanted", "d11"), ("paste_wanted", "sheet:activity:d11:left")]


def test_only_what_can_be_done_with_a_row_is_offered(place: Place) -> None:
    place.panel.list.choose("", 0)
    of_phase = [(button.text(), button.key) for button in place.panel.deeds.stops if button.isVisible()]
    place.add("15m 回电")
    of_own = [(button.text(), button.key) for button in place.panel.deeds.stops if button.isVisible()]

    assert of_phase == [("Open activity", "⏎"), ("Paste time left", "")]
    assert of_own == [("Done", "⏎"), ("+3 min", "3"), ("+5 min", "5"), ("+10 min", "0")]


def test_in_a_narrow_window_the_last_deeds_are_left_to_their_keys(place: Place) -> None:
    place.add("15m 回电")

    place.panel.resize(200, 500)
    QApplication.processEvents()

    shown = [button for button in place.panel.deeds.stops if button.isVisible()]
    assert [button.text() for button in shown][:2] == ["Done", "+3 min"]
    assert place.panel.width() == 200
    assert all(button.width() >= button.sizeHint().width() for button in shown)


@pytest.mark.parametrize("row", [0, 1])
def test_a_second_repaints_the_digits_as_a_whole_repaint_would(place: Place, row: int) -> None:
    place.panel.list.choose("", row)
    before = place.screen()

    place.go(seconds=1)
    ticked = place.screen()
    place.panel.list.viewport().update()
    QApplication.processEvents()

    assert ticked != before
    assert ticked == place.screen()


def test_the_last_hour_changes_the_whole_row(place: Place) -> None:
    place.go(minutes=12, seconds=43)
    before = place.picture(0)

    place.go(seconds=1)

    assert place.digits()[0] == "01:00:00"
    assert place.picture(0) != before


def test_letters_typed_in_the_list_go_on_in_the_line(place: Place) -> None:
    place.add("1m 回电")

    place.press(Qt.Key.Key_3)

    assert place.panel.box.entry.text() == "3"
    assert place.digits()[0] == "00:01:00"


def test_the_keyboard_goes_down_into_the_list_and_up_again(place: Place, qtbot: QtBot) -> None:
    place.panel.box.entry.setFocus()

    place.press(Qt.Key.Key_Down, to_box=True)
    down = QApplication.focusWidget()
    place.press(Qt.Key.Key_Up)

    assert down is place.panel.list
    assert QApplication.focusWidget() is place.panel.box.entry


def test_escape_clears_the_line_and_then_leaves(place: Place, qtbot: QtBot) -> None:
    place.type("15m")

    place.press(Qt.Key.Key_Escape, to_box=True)
    assert place.panel.box.entry.text() == ""

    with qtbot.waitSignal(place.panel.left):
        place.press(Qt.Key.Key_Escape, to_box=True)


def test_an_empty_place_shows_how_to_begin_and_costs_no_beat(bare: Place, qtbot: QtBot) -> None:
    assert "Nothing is counted down" in bare.panel.blank.sentence
    qtbot.waitUntil(lambda: not bare.ticker.is_running)

    bare.panel.blank.stops[0].click()

    assert bare.panel.box.entry.text() == "15m call back"
    assert bare.panel.box.reading.text().startswith("call back")


def test_the_reading_goes_with_the_time(bare: Place) -> None:
    bare.type("15m call back")

    bare.go(seconds=60)

    assert "today 21:03:16" in bare.panel.box.reading.text()


def test_a_clock_that_is_set_is_followed_at_the_next_second(place: Place) -> None:
    place.shop.clock.jump(timedelta(hours=-2))

    place.go(seconds=1)

    assert place.digits()[0] == "03:12:43"
