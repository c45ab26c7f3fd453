from datetime import timedelta

import pytest

from app.core.clockwork.countdowns import Awaited, Countdown, Notice
from app.core.clockwork.notices import Sound
from app.core.settings import Settings
from app.ui.palette import Tone
from app.ui.timers import notices_said
from app.ui.timers.notices_said import Announcer
from tests.ui.hearing import Window
from tests.ui.timers.desk import EVENING

STEPS = (60, 10, 1)
MINUTE = timedelta(minutes=1)


class Sounds:
    """Remembers what it played."""

    def __init__(self) -> None:
        self.played: list[Sound] = []

    def play(self, name: Sound) -> None:
        self.played.append(name)


def name_of(_activity_id: str) -> str:
    return "双11"


def notice(awaited: Awaited = Awaited.PHASE_END, minutes: int = 0, label: str = "开售") -> Notice:
    """One that is told now, so many minutes before its moment."""
    before = minutes * MINUTE
    activity_id = "" if awaited is Awaited.OWN else "d11"
    countdown = Countdown(label, label, awaited, EVENING + before, activity_id)
    return Notice(f"{label}/{minutes}", countdown, EVENING, before)


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        (notice(minutes=10), "双11 开售 ends in 10 min"),
        (notice(Awaited.PHASE_START, 60), "双11 开售 starts in 1 h"),
        (notice(Awaited.OWN, 1, "回电"), "回电: 1 min to go"),
        (notice(), "双11 开售 has ended"),
        (notice(Awaited.PHASE_START), "双11 开售 has started"),
        (notice(Awaited.OWN, label="回电"), "回电: time is up"),
    ],
)
def test_a_notice_is_one_sentence(told: Notice, sentence: str) -> None:
    later = EVENING + timedelta(milliseconds=40)

    assert notices_said.said([told], later, STEPS, name_of).text == sentence


def test_a_step_told_late_says_what_is_left_now() -> None:
    assert notices_said.sentence(notice(minutes=10), EVENING + 3 * MINUTE, name_of) == "双11 开售 ends in 7 min"


def test_a_step_told_after_the_end_says_that_it_is_over() -> None:
    assert notices_said.sentence(notice(minutes=1), EVENING + 3 * MINUTE, name_of) == "双11 开售 ended 2 min ago"


@pytest.mark.parametrize(
    ("told", "sound", "tone"),
    [
        (notice(minutes=60), Sound.STEP, Tone.INFO),
        (notice(minutes=10), Sound.STEP, Tone.INFO),
        (notice(minutes=1), Sound.LAST, Tone.SOON),
        (notice(), Sound.OVER, Tone.SOON),
        (notice(Awaited.PHASE_START), Sound.OVER, Tone.INFO),
        (notice(Awaited.OWN), Sound.OVER, Tone.SOON),
    ],
)
def test_the_nearer_the_graver(told: Notice, sound: Sound, tone: Tone) -> None:
    spoken = notices_said.said([told], EVENING, STEPS, name_of)

    assert (spoken.sound, spoken.tone) == (sound, tone)


def test_what_comes_at_once_is_one_sentence_and_one_sound() -> None:
    own = [notice(Awaited.OWN, label=label) for label in ("回电", "改地址", "查快递", "交班")]

    spoken = notices_said.said(own, EVENING, STEPS, name_of)

    assert spoken.text == "4 came at once: 回电, 改地址, 查快递…"
    assert spoken.sound is Sound.OVER


def test_what_began_and_what_ended_at_once_are_told_apart() -> None:
    came = [notice(Awaited.PHASE_START), notice(Awaited.PHASE_END, label="预热")]

    assert notices_said.said(came, EVENING, STEPS, name_of).text == "2 came at once: 开售 starts, 预热 ends"


def test_an_end_is_told_before_the_steps_that_come_with_it() -> None:
    spoken = notices_said.said([notice(minutes=10), notice(Awaited.OWN, label="回电")], EVENING, STEPS, name_of)

    assert spoken.text == "回电: time is up · 1 more"


def test_the_announcer_offers_the_place_and_plays_once() -> None:
    window, sounds, opened = Window(), Sounds(), []
    announcer = Announcer(window, sounds, Settings, name_of, lambda: opened.append(True), lambda: EVENING)

    announcer.announce([notice(minutes=1), notice(minutes=60, label="预热")], EVENING)

    ((text, tone, action, act),) = window.shown
    assert (text, tone, action) == ("双11 开售 ends in 1 min · 1 more", Tone.SOON, "Show")
    assert act is not None
    act()
    assert opened == [True]
    assert sounds.played == [Sound.LAST]


def test_without_sounds_it_is_only_said() -> None:
    window, sounds = Window(), Sounds()
    announcer = Announcer(window, sounds, lambda: Settings(has_sounds=False), name_of, lambda: None, lambda: EVENING)

    announcer.announce([notice()], EVENING)

    assert len(window.shown) == 1
    assert sounds.played == []


def test_nothing_is_said_of_nothing() -> None:
    window, sounds = Window(), Sounds()

    Announcer(window, sounds, Settings, name_of, lambda: None, lambda: EVENING).announce([], EVENING)

    assert window.shown == []
    assert sounds.played == []
