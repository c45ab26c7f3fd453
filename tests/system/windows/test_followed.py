"""A window of another program, watched while it moves, is minimised, goes and comes again, on Windows (or Wine's)."""

import ctypes
import sys
from collections.abc import Callable, Iterator

import pytest

from app.core.desktop import Sight
from app.system.windows import pointing
from app.system.windows.followed import Followed
from app.system.windows.win32 import BOOL, HWND, LONG, UINT, Function, ShowWindow
from tests.system.windows.conftest import another_program
from tests.system.windows.room import IS_WINE, Hand, until

pytestmark = pytest.mark.skipif(sys.platform != "win32", reason="needs Windows, or a Windows Python under Wine")
SetWindowPos = Function("user32", "SetWindowPos", BOOL, HWND, HWND, *[LONG] * 4, UINT)
_NO_ORDER, _NO_ACTIVATION = 0x4, 0x10
_MINIMISE, _RESTORE = 6, 9
_MINIMISE_BEGINS, _MINIMISE_ENDS, _DESTROYED, _PLACE_CHANGED = 0x16, 0x17, 0x8001, 0x800B


class Heard:
    """What was told of the followed window."""

    def __init__(self) -> None:
        self.sights: list[Sight | None] = []

    def __call__(self, sight: Sight | None) -> None:
        self.sights.append(sight)

    def comes_to(self, is_it: Callable[[Sight | None], bool]) -> bool:
        return until(lambda: bool(self.sights) and is_it(self.sights[-1]))


@pytest.fixture
def watch(qapp: object) -> Iterator[Followed]:
    watch = Followed()
    yield watch
    watch.close()


def put(hand: Hand, left: int, top: int, width: int, height: int) -> None:
    assert SetWindowPos(int(hand.front()), None, left, top, width, height, _NO_ORDER | _NO_ACTIVATION)


def told_by_windows(watch: Followed, event: int) -> None:
    """Wine 8 tells nobody of the windows of other programs: there the call that Windows makes is made here."""
    if IS_WINE and watch._window is not None:
        watch._heard(0, event, watch._window.handle, 0, 0, 0)


def program(watch: Followed, hand: Hand) -> str:
    handle = int(hand.front())
    return next(sight.window.program for sight in watch.all() if sight.window.handle == handle)


def test_the_windows_of_others_are_listed_with_program_and_place(watch: Followed, hand: Hand) -> None:
    put(hand, 50, 60, 400, 300)

    found = next(sight for sight in watch.all() if sight.window.handle == int(hand.front()))

    assert watch.can_see()
    assert found.window.program
    assert found.kind
    assert (found.left, found.top, found.is_shown) == (50, 60, True)
    assert found.holds(60, 70)


def test_a_move_and_another_size_are_told(watch: Followed, hand: Hand) -> None:
    put(hand, 50, 60, 400, 300)
    heard = Heard()
    watch.follow(program(watch, hand), "", heard)
    assert heard.sights[-1] is not None

    put(hand, 150, 80, 500, 320)
    told_by_windows(watch, _PLACE_CHANGED)

    assert heard.comes_to(lambda sight: sight is not None and (sight.left, sight.width) == (150, 500))


def test_minimising_and_coming_back_are_told(watch: Followed, hand: Hand) -> None:
    handle = int(hand.front())
    heard = Heard()
    watch.follow(program(watch, hand), "", heard)

    ShowWindow(handle, _MINIMISE)
    told_by_windows(watch, _MINIMISE_BEGINS)
    assert heard.comes_to(lambda sight: sight is not None and not sight.is_shown)
    ShowWindow(handle, _RESTORE)
    told_by_windows(watch, _MINIMISE_ENDS)

    assert heard.comes_to(lambda sight: sight is not None and sight.is_shown)


def test_a_program_that_ends_is_told(watch: Followed, qapp: object) -> None:
    heard = Heard()
    with another_program() as hand:
        watch.follow(program(watch, hand), "", heard)
        assert heard.sights[-1] is not None
    told_by_windows(watch, _DESTROYED)

    assert heard.comes_to(lambda sight: sight is None)


def test_a_program_that_starts_again_is_found_again(watch: Followed, qapp: object) -> None:
    heard = Heard()
    with another_program() as first:
        name = program(watch, first)
    watch.follow(name, "", heard)

    with another_program() as second:
        handle = int(second.front())
        if IS_WINE:  # as Windows says that a window came to the front
            assert until(lambda: any(sight.window.handle == handle for sight in watch.all()))
            watch._heard(0, 0x3, handle, 0, 0, 0)
        assert heard.comes_to(lambda sight: sight is not None and sight.window.handle == handle)


def test_after_leaving_nothing_is_told(watch: Followed, hand: Hand) -> None:
    heard = Heard()
    watch.follow(program(watch, hand), "", heard)
    watch.leave()
    told = len(heard.sights)

    put(hand, 200, 90, 450, 330)
    watch._heard(0, _PLACE_CHANGED, int(hand.front()), 0, 0, 0)

    assert not until(lambda: len(heard.sights) > told, 300)


def test_pointing_is_done_once_at_a_time_and_can_be_stopped(watch: Followed) -> None:
    heard = Heard()
    assert watch.point(heard)
    assert not watch.point(Heard())

    watch.stop_pointing()

    assert heard.sights == [None]
    assert watch.point(heard), "it can be begun again"


def _mouse(what: int, x: int, y: int) -> tuple[int, int, int]:
    """A hook's arguments for a mouse event; the structure is kept alive by the caller's list."""
    event = pointing.MSLLHOOKSTRUCT(pt=pointing.POINT(x, y))
    _KEPT.append(event)
    return 0, what, ctypes.addressof(event)


_KEPT: list[object] = []


def test_a_click_names_the_window_under_it_and_is_kept_from_it(watch: Followed, hand: Hand) -> None:
    put(hand, 50, 60, 400, 300)
    handle = int(hand.front())
    heard = Heard()
    assert watch.point(heard)

    swallowed = [watch._pointing._look(*_mouse(what, 200, 200)) for what in (0x201, 0x202)]

    assert swallowed == [1, 1]
    assert heard.comes_to(lambda sight: sight is not None and sight.window.handle == handle)


def test_the_other_button_means_none(watch: Followed) -> None:
    heard = Heard()
    assert watch.point(heard)

    for what in (0x204, 0x205):
        watch._pointing._look(*_mouse(what, 200, 200))

    assert until(lambda: heard.sights == [None])
