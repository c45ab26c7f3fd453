"""What is said of promises and handovers: one sentence, one key, and no whole name in the tray."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from app.core.clockwork.notices import Sound
from app.core.orders.duties.duties import CLOSING, Due, HandoverDue, Left, PromiseDue
from app.core.orders.duties.shifts import Shift, Turn
from app.core.orders.order import FollowUp
from app.core.settings import Settings
from app.ui.orders import duty_notices
from app.ui.orders.duty_notices import DutyAnnouncer
from app.ui.palette import Tone
from app.ui.saying import Haste
from tests.fakes import FakeSounds
from tests.ui.hearing import Window
from tests.ui.orders.conftest import Place
from tests.ui.orders.office import AFTERNOON, MINUTE

SHANGHAI = ZoneInfo("Asia/Shanghai")
HOUR = 60 * MINUTE
DAY_SHIFT = Shift("白班", time(9, 0), time(14, 35))
ENDS_AT = AFTERNOON + 15 * MINUTE
MUCH = Left(orders=3, follow_ups=2)


def promise(number: int = 1, ago: timedelta = timedelta(), buyer: str = "小熊猫", text: str = "查快递") -> PromiseDue:
    at = AFTERNOON - ago
    return PromiseDue(f"promise:f{number}", at, FollowUp(f"f{number}", buyer, text, at))


def handover(left: Left = MUCH, ends_at: datetime = ENDS_AT, name: str = "白班") -> HandoverDue:
    shift = Shift(name, DAY_SHIFT.from_at, DAY_SHIFT.until_at)
    return HandoverDue("handover:x", ends_at - 15 * MINUTE, Turn(shift, ends_at - 6 * HOUR, ends_at), left)


def text(*due: Due, is_masked: bool = False) -> str:
    return duty_notices.said(due, AFTERNOON, SHANGHAI, is_masked=is_masked).text


class Loud:
    """An announcer with what it told and what was opened."""

    def __init__(self, settings: Settings | None = None, is_visible: bool = True) -> None:
        self.window, self.sounds, self.opened = Window(is_visible), FakeSounds(), list[str]()
        self.done: list[Due] = []
        self.announcer = DutyAnnouncer(
            self.window,
            self.sounds,
            lambda: settings or Settings(),
            lambda: SHANGHAI,
            lambda: self.opened.append("promises"),
            lambda: self.opened.append("handover"),
            lambda due: due not in self.done,
            lambda: AFTERNOON + MINUTE,
        )

    def tell(self, *due: Due) -> str:
        """The sentence; its action is done at once."""
        self.announcer.announce(due, AFTERNOON)
        ((said, _, _, act),) = self.window.shown
        assert act is not None
        act()
        return said


def test_a_promise_is_said_with_its_buyer_and_its_time_and_leads_to_the_promises() -> None:
    loud = Loud()

    assert loud.tell(promise()) == "Promise due: 小熊猫 · 查快递 (by 14:20)"

    assert loud.opened == ["promises"]
    assert loud.window.shown[0][1:3] == (Tone.SOON, "Promises (Alt+Enter)")
    assert loud.window.heard[0].haste < Haste.MONEY
    assert loud.sounds.played == [Sound.OVER]


def test_a_handover_is_said_with_what_is_left_and_leads_to_handing_over() -> None:
    loud = Loud()

    assert loud.tell(handover()) == "Day shift ends in 15 min, to hand over: 3 unpaid orders, 2 promises"

    assert loud.opened == ["handover"]
    assert loud.window.shown[0][1:3] == (Tone.SOON, "Hand over (Alt+Enter)")
    assert loud.sounds.played == [Sound.STEP]


def test_both_are_one_sentence_and_the_buyer_who_waits_comes_first() -> None:
    loud = Loud()

    said = loud.tell(handover(Left(1)), promise())

    assert said == "Promise due: 小熊猫 · 查快递 (by 14:20) · Day shift ends in 15 min, to hand over: 1 unpaid order"
    assert loud.opened == ["promises"]
    assert len(loud.sounds.played) == 1


@pytest.mark.parametrize(
    ("due", "said"),
    [
        ([promise(ago=3 * HOUR)], "Promise missed 3 h ago: 小熊猫 · 查快递 (by 11:20)"),
        ([promise(1, text="")], "Promise due: 小熊猫 (by 14:20)"),
        ([promise(1, buyer="")], "Promise due: a buyer · 查快递 (by 14:20)"),
        ([promise(1), promise(2, MINUTE, "阿良")], "2 promises due, first by 14:19: 阿良, 小熊猫"),
        (
            [promise(1), promise(2, HOUR, "阿良")],
            "2 promises due, 1 missed, first 1 h ago: 阿良, 小熊猫",
        ),
        (
            [promise(number, number * HOUR, f"买家{number}") for number in range(1, 6)],
            "5 promises missed, first 5 h ago: 买家5, 买家4, 买家3…",
        ),
    ],
)
def test_those_that_came_at_once_are_counted_and_what_was_missed_is_said_to_be(due: list[Due], said: str) -> None:
    assert text(*due) == said


@pytest.mark.parametrize(
    ("due", "said"),
    [
        (handover(Left(1, 1, 1)), "Day shift ends in 15 min, to hand over: 1 unpaid order, 1 promise, 1 change"),
        (handover(Left(0, 0, 2)), "Day shift ends in 15 min, to hand over: 2 changes"),
        (handover(Left(1200)), "Day shift ends in 15 min, to hand over: 1,200 unpaid orders"),
        (
            handover(ends_at=AFTERNOON + 7.5 * MINUTE),
            "Day shift ends in 8 min, to hand over: 3 unpaid orders, 2 promises",
        ),
        (
            handover(ends_at=AFTERNOON - 10 * MINUTE),
            "Day shift ended 10 min ago: hand over 3 unpaid orders, 2 promises",
        ),
        (handover(Left(1), name=""), "The shift ends in 15 min, to hand over: 1 unpaid order"),
    ],
)
def test_a_handover_says_how_much_and_whether_the_shift_is_over(due: Due, said: str) -> None:
    assert text(due) == said


def test_what_was_missed_is_graver() -> None:
    missed = duty_notices.said([promise(ago=HOUR)], AFTERNOON, SHANGHAI)
    over = duty_notices.said([handover(ends_at=AFTERNOON)], AFTERNOON, SHANGHAI)

    assert missed.tone is Tone.LATE
    assert over.sound is Sound.LAST


def test_a_hidden_window_tells_the_tray_no_whole_name_and_no_promise() -> None:
    said = Loud(is_visible=False).tell(promise(1), promise(2, text="寄到 13800000000"))
    one = text(promise(text="寄到 13800000000"), is_masked=True)

    assert "小*猫" in said
    assert "小*猫" in one
    assert not any(whole in words for words in (said, one) for whole in ("小熊猫", "138"))


def test_a_thousand_at_once_are_one_notice() -> None:
    loud = Loud()

    assert loud.tell(*(promise(number) for number in range(1000))).startswith("1,000 promises due")


def test_nothing_is_said_of_nothing_and_nothing_is_heard_where_that_is_not_wanted() -> None:
    loud = Loud(Settings(has_sounds=False))

    loud.announcer.announce([], AFTERNOON)
    assert loud.window.shown == []

    loud.tell(promise())
    assert loud.sounds.played == []


def test_the_place_shows_its_promises_without_taking_the_keyboard(place: Place) -> None:
    place.panel.show_promises()

    assert place.panel.page is place.panel.promises
    assert place.told("keyboard_wanted") == []


def test_a_promise_is_answered_with_the_phrase_that_keeps_promises(place: Place) -> None:
    place.office.phrases[CLOSING] = "p9"
    place.panel.show_promises()

    place.panel.answer()

    (pasted,) = (what for name, what in place.heard if name == "paste_wanted")
    assert pasted == "p9"


def test_without_such_a_phrase_its_buyer_is_copied(place: Place) -> None:
    place.panel.show_promises()

    place.panel.answer()

    assert place.told("copy_name_wanted") != [] or place.told("copy_text_wanted") != []


def test_a_promise_that_is_due_is_told_with_those_that_were_not_kept_yet() -> None:
    loud = Loud()
    kept, open_still = promise(1, text="改色"), promise(2, buyer="阿良")
    loud.announcer.announce([kept, open_still], AFTERNOON)
    loud.done.append(kept)

    loud.announcer.announce([promise(3, buyer="木木")], AFTERNOON)

    assert loud.window.shown[-1][0].startswith("2 promises due")
    assert "小熊猫" not in loud.window.shown[-1][0]


def test_the_notice_of_a_promise_goes_when_it_was_kept() -> None:
    loud = Loud()
    loud.announcer.announce([promise()], AFTERNOON)
    (saying,) = loud.window.heard
    is_standing = saying.renewed() is not None

    loud.done.append(promise())

    assert is_standing
    assert saying.renewed() is None
