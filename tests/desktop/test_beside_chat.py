"""The whole program beside a real chat window: it goes where the chat goes, never over the box that is written in."""

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QRect
from Xlib import X, Xutil
from Xlib.protocol import event as events

from app.core.phrases.phrase import Phrase
from app.core.window_choices import ChatWindow, Mode
from app.front.desk import open_desk
from app.system.clock import SystemClock
from tests.desktop.program import Program, fill, running
from tests.system.x11.world import Hands, PeerProgram, peer, until

pytestmark = [pytest.mark.desktop, pytest.mark.timeout(180)]
PHRASES = (Phrase("p", "催付", "亲,别忘了付款哦", codes=("cf",)),)


class Windows:
    """Where windows stand on the screen, as their window manager has put them."""

    def __init__(self, hands: Hands) -> None:
        self.hands = hands

    def place(self, handle: int) -> QRect:
        window = self.hands.server.create_resource_object("window", handle)
        size, corner = window.get_geometry(), self.hands.root.translate_coords(window, 0, 0)
        extents = window.get_full_property(self.hands.server.intern_atom("_NET_FRAME_EXTENTS"), X.AnyPropertyType)
        left, right, top, bottom = list(extents.value) if extents is not None else (0, 0, 0, 0)
        return QRect(corner.x - left, corner.y - top, size.width + left + right, size.height + top + bottom)

    def is_visible(self, handle: int) -> bool:
        window = self.hands.server.create_resource_object("window", handle)
        return bool(window.get_attributes().map_state == X.IsViewable)

    def put(self, handle: int, left: int, top: int, width: int, height: int) -> None:
        window = self.hands.server.create_resource_object("window", handle)
        window.configure(x=left, y=top, width=width, height=height)
        self.hands.server.sync()

    def minimise(self, handle: int) -> None:
        server = self.hands.server
        window = server.create_resource_object("window", handle)
        data = (32, [Xutil.IconicState, 0, 0, 0, 0])
        message = events.ClientMessage(window=window, client_type=server.intern_atom("WM_CHANGE_STATE"), data=data)
        self.hands.root.send_event(message, event_mask=X.SubstructureRedirectMask | X.SubstructureNotifyMask)
        server.sync()


@pytest.fixture
def windows(hands: Hands) -> Windows:
    return Windows(hands)


Start = Callable[..., Program]


@pytest.fixture
def start(display_name: str, hands: Hands, tmp_path: Path) -> Iterator[Start]:
    """Start the program with settings of one's own."""
    with contextlib.ExitStack() as stack:

        def begin(**fields: Any) -> Program:
            places = fill(tmp_path, PHRASES)
            desk = open_desk(places, SystemClock())
            desk.preferences.change(**fields)
            desk.close()
            program = stack.enter_context(running(display_name, hands, places))
            until(lambda: "furnished" in (places.data / "told.txt").read_text(), 60, "all of it")
            return program

        yield begin


@pytest.fixture
def chat(display_name: str) -> Iterator[PeerProgram]:
    with peer(display_name, "chat", 100) as program:
        yield program


def at_side(windows: Windows, ours: int, chat: int) -> bool:
    place, other = windows.place(ours), windows.place(chat)
    return 0 <= place.left() - other.right() <= 8 and abs(place.top() - other.top()) <= 2


def test_it_stands_beside_the_chat_and_goes_where_the_chat_goes(
    start: Start, chat: PeerProgram, windows: Windows
) -> None:
    windows.put(chat.handle, 100, 60, 500, 500)
    ours = start(chat=ChatWindow("peer.py")).window
    until(lambda: at_side(windows, ours, chat.handle), why="beside it")

    windows.put(chat.handle, 300, 120, 560, 520)

    until(lambda: windows.place(chat.handle).left() >= 295)
    until(lambda: at_side(windows, ours, chat.handle), why="beside it again")
    assert not windows.place(ours).intersects(windows.place(chat.handle))


def test_where_there_is_no_room_it_stands_inside_and_the_lowest_third_stays_free(
    start: Start, chat: PeerProgram, windows: Windows
) -> None:
    windows.put(chat.handle, 100, 60, 500, 500)
    ours = start(chat=ChatWindow("peer.py")).window
    until(lambda: at_side(windows, ours, chat.handle))

    windows.put(chat.handle, 0, 0, 1280, 760)

    def is_clear() -> bool:
        place, other = windows.place(ours), windows.place(chat.handle)
        return place.intersects(other) and place.bottom() < other.top() + other.height() * 2 // 3

    until(lambda: windows.place(chat.handle).width() > 1200)
    until(is_clear, why="above the lowest third")


def test_it_hides_with_the_chat_and_comes_back_with_it(
    start: Start, chat: PeerProgram, windows: Windows, hands: Hands
) -> None:
    windows.put(chat.handle, 100, 60, 500, 500)
    ours = start(chat=ChatWindow("peer.py")).window
    until(lambda: at_side(windows, ours, chat.handle))

    windows.minimise(chat.handle)
    until(lambda: not windows.is_visible(ours), why="hidden with it")
    hands.focus(chat.handle)

    until(lambda: windows.is_visible(ours), why="back with it")
    until(lambda: at_side(windows, ours, chat.handle))
    assert hands.has_focus(chat.handle)


def test_a_chat_that_ends_and_starts_again_is_stood_beside_again(
    start: Start, display_name: str, windows: Windows
) -> None:
    with peer(display_name, "chat", 100) as first:
        windows.put(first.handle, 100, 60, 500, 500)
        ours = start(chat=ChatWindow("peer.py")).window
        until(lambda: at_side(windows, ours, first.handle))
    until(lambda: windows.place(ours).right() == 1279, why="its own place at the edge of the screen")
    assert windows.is_visible(ours)

    with peer(display_name, "chat", 100) as second:
        until(lambda: at_side(windows, ours, second.handle), why="beside the new one")


def test_a_popup_comes_in_the_middle_with_the_keyboard_and_the_hotkey_sends_it_away(
    start: Start, chat: PeerProgram, windows: Windows, hands: Hands
) -> None:
    hands.bring(chat.handle)
    ours = start(mode=Mode.POPUP).window
    hands.bring(chat.handle)
    hands.tap("Ctrl+Alt+Space")
    until(lambda: hands.has_focus(ours), why="the keyboard in the popup")
    place = windows.place(ours)
    assert abs(place.center().x() - 640) < 5

    for _ in range(3):  # a second press within 10 ms counts as the first one, held
        hands.tap("Ctrl+Alt+Space")
        with contextlib.suppress(AssertionError):
            until(lambda: not windows.is_visible(ours), 3)
            break

    until(lambda: not windows.is_visible(ours), why="away")
    until(lambda: hands.has_focus(chat.handle), why="the keyboard back in the chat")


def test_a_popup_goes_after_the_paste(start: Start, chat: PeerProgram, windows: Windows, hands: Hands) -> None:
    ours = start(mode=Mode.POPUP).window
    hands.bring(chat.handle)
    hands.tap("Ctrl+Alt+Space")
    until(lambda: hands.has_focus(ours))

    hands.write("cf")
    hands.tap("enter")

    until(lambda: chat.ask("text") == PHRASES[0].body, why="the phrase in the chat")
    until(lambda: not windows.is_visible(ours), why="away")


def test_a_compact_window_opens_its_list_while_one_types_and_folds_up_after_the_paste(
    start: Start, chat: PeerProgram, windows: Windows, hands: Hands
) -> None:
    ours = start(mode=Mode.COMPACT).window
    until(lambda: windows.place(ours).height() < 100, why="folded up")
    hands.bring(chat.handle)
    hands.tap("Ctrl+Alt+Space")
    until(lambda: hands.has_focus(ours))

    hands.write("cf")
    until(lambda: windows.place(ours).height() > 120, why="opened")
    hands.tap("enter")

    until(lambda: chat.ask("text") == PHRASES[0].body)
    until(lambda: windows.place(ours).height() < 100, why="folded up again")
