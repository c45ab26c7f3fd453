"""A window of another program, watched while it moves, is minimised, goes and comes again; and pointed at."""

import contextlib
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from Xlib import X, Xutil
from Xlib.ext import xtest
from Xlib.protocol import event as events

from app.core.desktop import Sight
from app.ports import Followed
from app.system.computer import Computer
from tests.system.x11.world import Hands, OwnWindow, PeerProgram, peer, until

pytestmark = pytest.mark.desktop
PROGRAM = "peer.py"


class Heard:
    """What was told of the followed window."""

    def __init__(self) -> None:
        self.sights: list[Sight | None] = []

    def __call__(self, sight: Sight | None) -> None:
        self.sights.append(sight)

    @property
    def last(self) -> Sight | None:
        return self.sights[-1] if self.sights else None

    def until(self, is_it: Callable[[Sight | None], bool]) -> Sight | None:
        until(lambda: self.sights and is_it(self.last), why="what was told last")
        return self.last


class Chat:
    """The peer as a chat, moved by its window manager."""

    def __init__(self, program: PeerProgram, hands: Hands) -> None:
        self.handle = program.handle
        self.hands = hands
        self.window: Any = hands.server.create_resource_object("window", program.handle)

    def put(self, left: int, top: int, width: int, height: int) -> None:
        self.window.configure(x=left, y=top, width=width, height=height)
        self.hands.server.sync()

    def send(self, name: str, *numbers: int) -> None:
        data = (32, [*numbers, 0, 0, 0, 0][:5])
        message = events.ClientMessage(window=self.window, client_type=self.hands.server.intern_atom(name), data=data)
        self.hands.root.send_event(message, event_mask=X.SubstructureRedirectMask | X.SubstructureNotifyMask)
        self.hands.server.sync()

    def minimise(self) -> None:
        self.send("WM_CHANGE_STATE", Xutil.IconicState)


@pytest.fixture(scope="module")
def started(display_name: str) -> Iterator[PeerProgram]:
    with peer(display_name, "chat", 300) as program:
        yield program


@pytest.fixture
def program(started: PeerProgram, computer: Computer, hands: Hands) -> PeerProgram:
    """The chat, where it was at first."""
    started.ask("renew")
    chat = Chat(started, hands)
    chat.window.set_wm_name("chat")
    chat.put(300, 80, 380, 240)
    hands.bring(started.handle)
    until(lambda: [sight for sight in computer.followed.all() if (sight.left, sight.width) == (299, 382)], why="put")
    return started


@pytest.fixture
def chat(program: PeerProgram, hands: Hands) -> Chat:
    return Chat(program, hands)


@pytest.fixture
def followed(computer: Computer) -> Followed:
    return computer.followed


@pytest.fixture
def heard(followed: Followed, chat: Chat) -> Heard:
    heard = Heard()
    followed.follow(PROGRAM, "", heard)
    heard.until(lambda sight: sight is not None and sight.is_shown)
    return heard


def test_the_windows_of_others_are_listed_with_program_and_place(
    followed: Followed, chat: Chat, display_name: str
) -> None:
    with contextlib.closing(OwnWindow(display_name)) as own:
        own.show()
        until(lambda: own.handle in chat.hands.windows())

        found = {sight.window.handle: sight for sight in followed.all()}

    assert followed.can_see()
    assert own.handle not in found
    seen = found[chat.handle]
    assert (seen.window.program, seen.is_shown) == (PROGRAM, True)
    assert seen.title
    assert seen.width >= 380
    assert seen.height > 240, "the title bar counts"


def test_it_is_told_at_once_how_it_stands(heard: Heard, chat: Chat) -> None:
    assert heard.last is not None
    assert heard.last.window.handle == chat.handle


def test_a_move_is_told(heard: Heard, chat: Chat) -> None:
    before = heard.last
    assert before is not None

    chat.put(500, 200, 380, 240)

    after = heard.until(lambda sight: sight is not None and (sight.left, sight.top) != (before.left, before.top))
    assert after is not None
    assert (after.width, after.height) == (before.width, before.height)


def test_another_size_is_told(heard: Heard, chat: Chat) -> None:
    before = heard.last
    assert before is not None

    chat.put(300, 80, 600, 400)

    heard.until(lambda sight: sight is not None and sight.width - before.width == 220)


def test_a_burst_of_moves_is_told_in_fewer_words(heard: Heard, chat: Chat) -> None:
    told = len(heard.sights)

    for step in range(100):
        chat.put(300 + step, 80, 380, 240)
    end = heard.until(lambda sight: sight is not None and sight.left >= 398)

    assert end is not None
    assert len(heard.sights) - told < 60


def test_minimising_and_coming_back_are_told(heard: Heard, chat: Chat) -> None:
    chat.minimise()
    heard.until(lambda sight: sight is not None and not sight.is_shown)

    chat.hands.focus(chat.handle)

    heard.until(lambda sight: sight is not None and sight.is_shown)


def test_on_another_desktop_it_is_not_shown(heard: Heard, chat: Chat) -> None:
    chat.send("_NET_WM_DESKTOP", 1, 2)
    heard.until(lambda sight: sight is not None and not sight.is_shown)

    chat.send("_NET_WM_DESKTOP", 0, 2)

    heard.until(lambda sight: sight is not None and sight.is_shown)


def test_a_program_that_ends_and_starts_again_is_found_again(
    followed: Followed, program: PeerProgram, display_name: str, hands: Hands
) -> None:
    heard = Heard()
    others = [hands.server.create_resource_object("window", sight.window.handle) for sight in followed.all()]
    for window in others:
        window.unmap()
    hands.server.sync()
    until(lambda: not followed.all())
    try:
        with peer(display_name, "chat", 300) as first:
            followed.follow(PROGRAM, "", heard)
            heard.until(lambda sight: sight is not None and sight.window.handle == first.handle)
        heard.until(lambda sight: sight is None)

        with peer(display_name, "chat", 500) as second:
            heard.until(lambda sight: sight is not None and sight.window.handle == second.handle)
    finally:
        for window in others:
            window.map()
        hands.server.sync()


def test_of_several_windows_it_is_the_one_of_its_kind_and_else_the_largest(
    followed: Followed, chat: Chat, display_name: str
) -> None:
    heard = Heard()
    with peer(display_name, "other", 700) as other:
        chat.put(300, 80, 600, 500)
        until(lambda: any(sight.width > 590 for sight in followed.all()))

        followed.follow(PROGRAM, "nobody has it", heard)

        heard.until(lambda sight: sight is not None and sight.window.handle == chat.handle)
        assert other.handle in {sight.window.handle for sight in followed.all()}


def test_after_leaving_nothing_is_told(followed: Followed, heard: Heard, chat: Chat) -> None:
    followed.leave()
    told = len(heard.sights)

    chat.put(500, 200, 380, 240)
    until(lambda: any(sight.left >= 490 for sight in followed.all()))

    assert len(heard.sights) == told


def test_a_new_title_is_not_told(heard: Heard, chat: Chat, program: PeerProgram) -> None:
    told = len(heard.sights)

    chat.window.set_wm_name("another buyer")
    chat.window.change_text_property(
        chat.hands.server.intern_atom("_NET_WM_NAME"), chat.hands.server.intern_atom("UTF8_STRING"), "another buyer"
    )
    chat.hands.server.sync()
    chat.put(301, 80, 380, 240)
    heard.until(lambda sight: sight is not None and sight.title == "another buyer")

    assert len(heard.sights) == told + 1


def point(hands: Hands, x: int, y: int, button: int = 1) -> None:
    xtest.fake_input(hands.server, X.MotionNotify, x=x, y=y)
    for kind in (X.ButtonPress, X.ButtonRelease):
        xtest.fake_input(hands.server, kind, button)
    hands.server.sync()


def grabbed(hands: Hands) -> bool:
    """Whether somebody holds the pointer: then nobody else gets it."""
    how = (X.GrabModeAsync, X.GrabModeAsync)
    status = hands.root.grab_pointer(False, X.ButtonPressMask, *how, X.NONE, X.NONE, X.CurrentTime)
    if status == X.GrabSuccess:
        hands.server.ungrab_pointer(X.CurrentTime)
        hands.server.sync()
    return bool(status != X.GrabSuccess)


@pytest.mark.parametrize("height", [0.5, 0.02])
def test_the_window_that_is_clicked_is_meant_also_by_its_title_bar(
    followed: Followed, chat: Chat, hands: Hands, height: float
) -> None:
    hands.bring(chat.handle)
    place = next(sight for sight in followed.all() if sight.window.handle == chat.handle)
    heard = Heard()
    assert followed.point(heard)
    until(lambda: grabbed(hands), why="the cross")

    point(hands, place.left + place.width // 2, place.top + round(place.height * height))

    heard.until(lambda sight: sight is not None and sight.window.handle == chat.handle)
    assert not grabbed(hands)


def test_escape_means_no_window(followed: Followed, chat: Chat, hands: Hands) -> None:
    heard = Heard()
    assert followed.point(heard)
    until(lambda: grabbed(hands))

    hands.tap("Escape")

    assert heard.until(lambda sight: sight is None) is None
    assert not grabbed(hands)


def test_another_button_and_a_click_beside_all_windows_mean_none(followed: Followed, chat: Chat, hands: Hands) -> None:
    for button, place in ((3, (400, 200)), (1, (1270, 790))):
        heard = Heard()
        assert followed.point(heard)
        until(lambda: grabbed(hands))
        point(hands, *place, button)
        heard.until(lambda sight: sight is None)

    assert not grabbed(hands)


def test_pointing_can_be_stopped_and_is_done_once_at_a_time(followed: Followed, chat: Chat, hands: Hands) -> None:
    heard = Heard()
    assert followed.point(heard)
    until(lambda: grabbed(hands))

    assert not followed.point(Heard())
    followed.stop_pointing()

    heard.until(lambda sight: sight is None)
    assert not grabbed(hands)
