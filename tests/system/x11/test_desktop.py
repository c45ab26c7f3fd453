"""The windows of others under X11, while ours come and go."""

import contextlib
from collections.abc import Iterator

import pytest

from app.system.computer import Computer
from tests.system.x11.world import OwnWindow, X11World, until

pytestmark = pytest.mark.desktop


@pytest.fixture
def own_window(display_name: str) -> Iterator[OwnWindow]:
    with contextlib.closing(OwnWindow(display_name)) as window:
        yield window


def test_while_our_window_is_in_front_the_target_is_the_one_before_it(world: X11World, own_window: OwnWindow) -> None:
    own_window.show()
    until(lambda: world.hands.has_focus(own_window.handle))

    target = world.desktop.target()

    assert target == world.target
    assert not world.desktop.is_front(world.target)


def test_the_target_is_the_window_that_came_to_the_front_last(world: X11World, own_window: OwnWindow) -> None:
    world.bring(world.other)
    own_window.show()
    until(lambda: world.hands.has_focus(own_window.handle))

    assert world.desktop.target() == world.other


def test_a_target_that_was_closed_meanwhile_is_none(world: X11World, own_window: OwnWindow) -> None:
    world.bring(world.other)
    own_window.show()
    until(lambda: world.hands.has_focus(own_window.handle))

    world.close_other()
    until(lambda: not world.desktop.is_there(world.other))

    assert world.desktop.target() is None


def test_a_dialog_of_ours_that_is_said_to_be_active_after_its_end_hides_no_target(
    world: X11World, own_window: OwnWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    own_window.show()
    until(lambda: world.hands.has_focus(own_window.handle))
    own_window.window.destroy()
    own_window.server.sync()
    monkeypatch.setattr("app.system.x11.windows.front", lambda _connection: own_window.handle)

    assert world.desktop.target() == world.target


def test_our_own_window_comes_to_the_front_when_it_is_asked_for(world: X11World, own_window: OwnWindow) -> None:
    own_window.show()
    world.bring(world.target)

    world.desktop.focus(type(world.target)(own_window.handle))

    until(lambda: world.hands.has_focus(own_window.handle))


def test_keys_can_be_sent(computer: Computer) -> None:
    assert computer.desktop.can_paste()


def test_under_wayland_keys_can_be_sent_only_while_an_x_window_is_in_front(
    world: X11World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_SESSION_TYPE", "wayland")
    could_paste = world.desktop.can_paste()

    for program in (world.program, world.other_program):
        program.ask("hide")
    until(lambda: world.desktop.target() is None)

    assert could_paste
    assert not world.desktop.can_paste()


def test_after_closing_nothing_is_answered_and_nothing_breaks(display_name: str, world: X11World) -> None:
    from app.system import x11

    computer = x11.computer(display_name)
    computer.close()

    assert computer.desktop.target() is None
    assert not computer.keys.are_up()
    assert computer.clipboard.keep().is_done()
