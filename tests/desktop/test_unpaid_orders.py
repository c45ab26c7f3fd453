"""An unpaid order through the real program: from its reminder to the words in the chat in two keys."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from app.core.orders.incoming.drafts import OrderDraft
from app.core.orders.kinds import GROUP_BUY
from app.core.orders.order import Deed
from app.core.phrases.phrase import Phrase
from app.core.settings import Language
from app.front.desk import open_desk
from app.system.clock import SystemClock
from app.system.paths import Paths
from tests.desktop.program import Program, fill, running
from tests.desktop.targets import Chromium
from tests.system.x11.world import Hands, PeerProgram, until

pytestmark = [pytest.mark.desktop, pytest.mark.timeout(300)]

MINUTE = timedelta(minutes=1)
URGE = Phrase(
    "urge", "催付", "亲，您拍的{{order.item}}{{order.amount}}还没付款，{{order.left}}就关闭了哦", codes=("cf",)
)


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> Paths:
    """Two orders of a group-buy whose first reminder is due."""
    places = fill(tmp_path_factory.mktemp("data"), (URGE,))
    desk = open_desk(places, SystemClock())
    rules = replace(desk.preferences.current.urge_rules, quiet=())  # the test runs at any hour
    desk.preferences.change(language=Language.CHINESE, agent="小二", urge_rules=rules, shifts=())
    now = desk.shop_time.now()
    for buyer, item, amount, minutes in (("小熊猫", "保温杯", 128, 8), ("阿良", "雨伞", 59, 7)):
        placed_at = now - minutes * MINUTE
        draft = OrderDraft(buyer, GROUP_BUY, placed_at, placed_at + 30 * MINUTE, amount=Decimal(amount), items=(item,))
        desk.office.orders.add(draft)
    desk.close()
    return places


@pytest.fixture(scope="module")
def program(display_name: str, places: Paths) -> Iterator[Program]:
    hands = Hands(display_name)
    with running(display_name, hands, places) as started:
        yield started
    hands.close()


def test_from_the_reminder_to_the_urge_in_the_chat_in_two_keys_and_on_to_the_next_order(
    program: Program, places: Paths, chat: Chromium, other: PeerProgram, hands: Hands
) -> None:
    until(lambda: "Said 2 reminders" in program.log(), why="the reminder")

    first = urge(chat, hands)
    until(lambda: urged(places) == [first], why="it is written down, and the next order offered")
    second = urge(chat, hands)

    assert first.startswith("亲，您拍的保温杯128元还没付款，还有2")
    assert second.startswith("亲，您拍的雨伞59元还没付款，还有2")
    assert other.ask("text") == ""
    until(lambda: urged(places) == [first, second], why="both are written down")


def urge(chat: Chromium, hands: Hands) -> str:
    """Two keys over the chat; what came."""
    chat.clear()
    hands.tap("Ctrl+Alt+Space")
    until(lambda: not hands.has_focus(chat.window), why="QinDesk has the keyboard")
    hands.tap("Alt+Enter")
    until(chat.text, why="the words of the urge")
    until(lambda: hands.has_focus(chat.window), why="the chat has the keyboard again")
    return chat.text()


def urged(places: Paths) -> list[str]:
    """The words of the urges as the history keeps them."""
    desk = open_desk(places, SystemClock())
    try:
        events = desk.stores.orders.events(desk.shop_time.now() - 60 * MINUTE)
        return [event.text for event in sorted(events, key=lambda event: event.at) if event.deed is Deed.URGED]
    finally:
        desk.close()
