from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.core.sheet.activities import Activity
from app.ui.sheet_panel.lanes import Lane, lanes
from app.ui.sheet_panel.timeline import Timeline
from app.ui.sheet_panel.timeline_model import Fold, TimelineModel
from app.ui.theme import Look
from app.ui.timers.faces import Step, how_near
from tests.sheets import SALE_DAY, SHANGHAI, group_buy, moment, sale, warm_up_sale

SECOND = timedelta(seconds=1)


class Painted(QObject):
    """Which rectangles of a widget were painted."""

    def __init__(self) -> None:
        super().__init__()
        self.spots: list[QRect] = []

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.spots.append(event.rect())
        return False


@pytest.fixture
def model(qtbot: QtBot) -> TimelineModel:
    model = TimelineModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    return model


@pytest.fixture
def timeline(look: Look, qtbot: QtBot) -> Timeline:
    view = Timeline(look)
    qtbot.addWidget(view)
    view.lanes.zone = SHANGHAI
    view.resize(280, 320)
    show(view, SALE_DAY)
    view.show()
    qtbot.waitExposed(view)
    return view


def show(view: Timeline, now: datetime, chosen: str = "", stand_on: str = "d11") -> None:
    view.show_lanes(lanes([sale(), group_buy(), warm_up_sale()], now), now, chosen, stand_on)


def ids(model: TimelineModel) -> list[str]:
    return [row.activity.id if isinstance(row, Lane) else f"fold {row.count}" for row in model.rows]


def heard(view: Timeline) -> list[str]:
    said: list[str] = []
    view.shown.connect(lambda activity_id: said.append(f"shown {activity_id}"))
    view.chosen.connect(lambda activity_id: said.append(f"chosen {activity_id}"))
    view.went_down.connect(lambda: said.append("down"))
    view.left.connect(lambda: said.append("left"))
    return said


def test_ended_ones_lie_behind_a_fold(model: TimelineModel) -> None:
    model.show(lanes([sale(), group_buy(), warm_up_sale()], SALE_DAY), SALE_DAY, "")

    closed = ids(model)
    model.toggle()

    assert closed == ["d11", "jhs", "fold 1"]
    assert ids(model) == ["d11", "jhs", "fold 1", "d10"]


def test_without_ended_ones_there_is_no_fold(model: TimelineModel) -> None:
    model.show(lanes([sale()], SALE_DAY), SALE_DAY, "")

    assert ids(model) == ["d11"]


def test_it_is_old_when_another_phase_is_on_or_the_clock_went_back(model: TimelineModel) -> None:
    model.show(lanes([sale()], SALE_DAY), SALE_DAY, "")

    seen = [model.is_old(at) for at in (SALE_DAY, SALE_DAY + SECOND, moment(SALE_DAY, hour=24), SALE_DAY - SECOND)]

    assert seen == [False, False, True, True]


@pytest.mark.parametrize(
    ("left", "step"),
    [(timedelta(hours=2), Step.CALM), (timedelta(minutes=60), Step.SOON), (timedelta(seconds=60), Step.LATE)],
)
def test_the_end_grows_urgent_by_the_steps_of_the_settings(model: TimelineModel, left: timedelta, step: Step) -> None:
    now = moment(SALE_DAY, hour=24) - left
    model.show(lanes([sale()], now), now, "")

    (row,) = model.rows

    assert isinstance(row, Lane)
    assert model.step(row) is step


def test_what_only_comes_is_never_urgent(model: TimelineModel) -> None:
    now = moment(SALE_DAY, 3, 10) - SECOND
    model.show(lanes([group_buy()], now), now, "")

    (row,) = model.rows

    assert isinstance(row, Lane)
    assert model.step(row) is Step.CALM


def test_urgency_is_said_in_words(model: TimelineModel) -> None:
    now = moment(SALE_DAY, hour=24) - timedelta(seconds=30)
    model.show(lanes([sale()], now), now, "")

    (row,) = model.rows

    assert isinstance(row, Lane)
    assert model.face(row) == ("00:00:30", f"left · {how_near(Step.LATE)}")


def test_a_screen_reader_hears_phase_time_and_choice(model: TimelineModel) -> None:
    model.show(lanes([sale()], SALE_DAY), SALE_DAY, "d11")

    assert model.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == "双11大促, 开售, 10 h left, chosen"


def test_far_away_times_do_not_tick(model: TimelineModel) -> None:
    model.show(lanes([group_buy()], SALE_DAY), SALE_DAY + SECOND, "")
    (row,) = model.rows
    assert isinstance(row, Lane)

    before = model.face(row)
    model.now += SECOND

    assert model.face(row) == before


def test_a_second_repaints_the_time_only(timeline: Timeline, qtbot: QtBot, qapp: QApplication) -> None:
    show(timeline, SALE_DAY + SECOND)
    qapp.processEvents()
    painted = Painted()
    timeline.viewport().installEventFilter(painted)

    timeline.tick(SALE_DAY + 2 * SECOND)
    qtbot.waitUntil(lambda: bool(painted.spots))

    row = timeline.visualRect(timeline.lanes.index(0))
    assert all(row.contains(spot) and spot.height() < row.height() for spot in painted.spots)


def test_a_second_in_which_nothing_changes_paints_nothing(timeline: Timeline, qapp: QApplication) -> None:
    far = moment(SALE_DAY, -1) - timedelta(days=30, seconds=-5)
    show(timeline, far)
    timeline.repaint()
    qapp.processEvents()
    painted = Painted()
    timeline.viewport().installEventFilter(painted)

    timeline.tick(far + SECOND)
    qapp.processEvents()

    assert painted.spots == []


def test_arrows_look_and_enter_chooses(timeline: Timeline, qtbot: QtBot) -> None:
    said = heard(timeline)

    qtbot.keyClick(timeline, Qt.Key.Key_Down)
    qtbot.keyClick(timeline, Qt.Key.Key_Return)

    assert said == ["shown jhs", "chosen jhs"]


def test_a_second_enter_takes_the_choice_back(timeline: Timeline, qtbot: QtBot) -> None:
    show(timeline, SALE_DAY, chosen="d11")
    said = heard(timeline)

    qtbot.keyClick(timeline, Qt.Key.Key_Space)

    assert said == ["chosen "]


def test_a_click_chooses_and_only_the_mark_takes_it_back(timeline: Timeline, qtbot: QtBot) -> None:
    show(timeline, SALE_DAY, chosen="d11")
    said = heard(timeline)
    rect = timeline.visualRect(timeline.lanes.index(0))

    qtbot.mouseClick(timeline.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    on_name = list(said)
    qtbot.mouseClick(timeline.viewport(), Qt.MouseButton.LeftButton, pos=rect.topLeft() + QPoint(16, 14))

    assert on_name == []
    assert said == ["chosen "]


def test_the_fold_opens_by_keyboard_and_closes_again(timeline: Timeline, qtbot: QtBot) -> None:
    show(timeline, SALE_DAY, stand_on="jhs")
    qtbot.keyClick(timeline, Qt.Key.Key_Down)

    qtbot.keyClick(timeline, Qt.Key.Key_Right)
    opened = ids(timeline.lanes)
    qtbot.keyClick(timeline, Qt.Key.Key_Left)

    assert opened[-1] == "d10"
    assert isinstance(timeline.lanes.rows[-1], Fold)


def test_below_the_last_row_the_facts_go_on(timeline: Timeline, qtbot: QtBot) -> None:
    said = heard(timeline)

    for _ in range(3):
        qtbot.keyClick(timeline, Qt.Key.Key_Down)
    qtbot.keyClick(timeline, Qt.Key.Key_Escape)

    assert said == ["shown jhs", "down", "left"]


def test_reading_again_stays_where_it_stood_and_tells_nothing(timeline: Timeline) -> None:
    said = heard(timeline)

    show(timeline, SALE_DAY + SECOND, stand_on="jhs")

    assert (timeline.activity_id(), said) == ("jhs", [])


def test_every_lane_can_be_hit(timeline: Timeline) -> None:
    heights = [timeline.sizeHintForRow(at) for at in range(timeline.lanes.rowCount())]

    assert min(heights) >= 28


def test_running_lanes_are_painted_with_their_bar(timeline: Timeline, look: Look) -> None:
    picture = timeline.grab().toImage()
    colours = {picture.pixelColor(x, y).name() for x in range(280) for y in range(90)}

    assert {look.colour("accent_text").name(), look.colour("text").name()} <= colours


def test_names_with_markup_are_shown_as_text_in_tooltips(timeline: Timeline) -> None:
    odd = replace(sale(), name="<b>双11</b>")
    timeline.show_lanes(lanes([odd, Activity("x", "未定")], SALE_DAY), SALE_DAY, "", "d11")
    row = timeline.lanes.rows[0]
    assert isinstance(row, Lane)

    told = timeline.told(row, is_mark=False)

    assert "&lt;b&gt;" in told
    assert "前两小时半价" in told
