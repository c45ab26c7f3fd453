from dataclasses import replace
from datetime import timedelta

import pytest

from app.core.clockwork.countdowns import Awaited, Countdown
from app.ui.timers import faces
from app.ui.timers.faces import Step
from tests.sheets import SHANGHAI
from tests.ui.timers.desk import EVENING

STEPS = (60, 10, 1)
END = Countdown("d11/sale/end", "开售", Awaited.PHASE_END, EVENING, "d11", "sale")


@pytest.mark.parametrize(
    ("left", "step"),
    [
        (timedelta(hours=1, seconds=1), Step.CALM),
        (timedelta(hours=1), Step.SOON),
        (timedelta(minutes=1, seconds=1), Step.SOON),
        (timedelta(minutes=1), Step.LATE),
        (timedelta(seconds=1), Step.LATE),
        (timedelta(), Step.OVER),
        (timedelta(seconds=-1), Step.OVER),
    ],
)
def test_the_first_step_is_soon_and_the_last_one_late(left: timedelta, step: Step) -> None:
    assert faces.step(left, STEPS) is step


def test_without_steps_only_the_last_minute_stands_out() -> None:
    assert faces.step(timedelta(minutes=2), ()) is Step.CALM
    assert faces.step(timedelta(seconds=59), ()) is Step.LATE


def test_every_step_has_a_tone_and_where_it_matters_a_word() -> None:
    shown = [
        faces.face(END, EVENING - left, STEPS) for left in (timedelta(hours=2), timedelta(minutes=5), timedelta(0))
    ]

    assert len({face.tone for face in shown}) == len(shown)
    assert [bool(faces.how_near(face.step)) for face in shown] == [False, True, True]


def test_the_time_left_is_a_clock_to_the_second() -> None:
    face = faces.face(END, EVENING - timedelta(hours=3, minutes=12, seconds=44), STEPS)

    assert face.digits == "03:12:44"


def test_the_activity_is_named_where_its_phase_does_not_say_it() -> None:
    assert faces.names(END, "双11大促") == ("双11大促 开售 ends", "开售 ends")
    assert faces.names(replace(END, label="双11大促"), "双11") == ("双11大促 ends",)


def test_an_own_timer_without_a_word_has_a_name() -> None:
    assert faces.name(Countdown("t1", "", Awaited.OWN, EVENING)) == "Countdown"


@pytest.mark.parametrize(
    ("gone", "said"),
    [(timedelta(seconds=40), "just now"), (timedelta(minutes=2, seconds=59), "ended 2 min ago")],
)
def test_what_is_over_says_how_long_in_whole_minutes(gone: timedelta, said: str) -> None:
    assert faces.over(END, EVENING + gone) == said


def test_the_end_of_a_day_is_said_as_24_00() -> None:
    shop_midnight = EVENING.replace(hour=16, minute=0, second=0)

    assert faces.due(replace(END, due_at=shop_midnight), EVENING, SHANGHAI) == "today 24:00"
