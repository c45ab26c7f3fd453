"""The cheat-sheet through the real program: real keys over a real chat, answers that are true at this moment."""

import contextlib
from collections.abc import Callable, Iterator
from datetime import timedelta
from decimal import Decimal

import pytest

from app.core.phrases.phrase import Phrase
from app.core.settings import Language
from app.core.sheet.activities import Activity, ExpressFee, Phase, PhaseKind, Shipping
from app.core.sheet.lifetimes import Lifetime
from app.front.desk import open_desk
from app.system.clock import SystemClock
from tests.desktop.program import Program, fill, running
from tests.desktop.targets import Chromium
from tests.system.x11.world import Hands, PeerProgram, until

pytestmark = [pytest.mark.desktop, pytest.mark.timeout(300)]

HOUR = timedelta(hours=1)
HALF = Phrase("half", "半价提醒", "亲，现在半价哦", codes=("bjtx",), lifetime=Lifetime(None, None, "sale", "half"))
EXPRESS = "亲，寄到新疆西藏发顺丰需要补 26元，包邮不含这部分，补好后告诉我们一声就帮您备注 /:plane"


def sale() -> Activity:
    """One whose half price was over an hour ago."""
    now = SystemClock().now().replace(microsecond=0)
    phases = (
        Phase("sale", "开售", PhaseKind.SALE, now - 3 * HOUR, now + 5 * HOUR),
        Phase("half", "前两小时半价", PhaseKind.EXTRA, now - 3 * HOUR, now - HOUR, Decimal("0.5")),
    )
    return Activity(
        "sale", "大促", phases=phases, shipping=Shipping(fees=(ExpressFee("顺丰", "新疆西藏", Decimal(26)),))
    )


@pytest.fixture(scope="module")
def program(display_name: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    places = fill(tmp_path_factory.mktemp("data"), (HALF,))
    desk = open_desk(places, SystemClock())
    desk.preferences.change(language=Language.CHINESE)
    desk.sheet.save(sale())
    desk.close()
    hands = Hands(display_name)
    with running(display_name, hands, places) as started:
        yield started
    hands.close()


def search(hands: Hands, typed: str) -> None:
    hands.tap("Ctrl+Alt+Space")
    hands.write(typed)
    hands.tap("enter")


def test_one_search_and_one_enter_and_the_fee_is_in_the_chat(
    program: Program, chat: Chromium, other: PeerProgram, hands: Hands
) -> None:
    search(hands, "sfxj")

    until(chat.text, why="the answer")
    assert chat.text() == EXPRESS
    until(lambda: hands.has_focus(chat.window), why="the chat has the keyboard again")
    assert other.ask("text") == ""


def test_what_is_over_is_refused_and_what_holds_is_one_key_away(
    program: Program, chat: Chromium, other: PeerProgram, hands: Hands
) -> None:
    search(hands, "bjtx")  # it is over, so Enter shows it first
    until(lambda: done(hands, lambda: "Not pasted: over" in program.log()), 30, "the refusal")
    refused = chat.text()

    hands.tap("Alt+Enter")
    until(chat.text, why="what holds instead")

    assert refused == ""
    assert chat.text().startswith("亲，大促的开售是 ")
    assert "半价" not in chat.text()
    assert other.ask("text") == ""


def done(hands: Hands, is_done: Callable[[], object]) -> bool:
    """Press Enter, again as long as the paste before it still goes on."""
    hands.tap("enter")
    with contextlib.suppress(AssertionError):
        until(is_done, 1)
    return bool(is_done())
