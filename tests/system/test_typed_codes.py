"""Typed codes and hooked chords, with a hook that hears what it is told."""

import sys
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from app.core.desktop import Window
from app.core.hotkeys import Chord
from app.system.computer import Computer
from app.system.hooked_hotkeys import HookedHotkeys
from app.system.hooks import hooks, why_not
from app.system.typed_codes import TypedCodes
from app.system.windows.key_hook import KeyHook, Stroke
from tests.fakes import FakeDesktop, FakeFollowed, FakeHotkeys, FakePending

CHAT = Window(7, "chat")
CHORD = Chord.parse("Ctrl+Alt+K")


@dataclass
class FakeHook(KeyHook):
    listeners: dict[str, Callable[[Stroke], None]] = field(default_factory=dict)
    renewals: int = 0

    def listen(self, name: str, heard: Callable[[Stroke], None]) -> None:
        self.listeners[name] = heard

    def leave(self, name: str) -> None:
        self.listeners.pop(name, None)

    def renew(self) -> None:
        self.renewals += 1

    def stroke(self, key: str, modifiers: frozenset[str] = frozenset(), is_down: bool = True) -> None:
        for heard in list(self.listeners.values()):
            heard(Stroke(key, is_down, modifiers, CHAT.handle))

    def type(self, *keys: str) -> None:
        for key in keys:
            self.stroke(key)
            self.stroke(key, is_down=False)


@dataclass
class Scene:
    hook: FakeHook = field(default_factory=FakeHook)
    desktop: FakeDesktop = field(default_factory=lambda: FakeDesktop(CHAT, [CHAT]))
    done: list[object] = field(default_factory=list)
    is_composing: bool = False
    is_erased: bool = True

    def codes(self) -> TypedCodes:
        def erase(count: int, window: Window) -> FakePending:
            self.done.append(count)
            return FakePending(self.is_erased)

        return TypedCodes(
            self.hook, self.desktop, erase, lambda *typed: self.done.append(typed), lambda window: self.is_composing
        )


@pytest.fixture
def scene() -> Scene:
    scene = Scene()
    scene.codes().turn({"cf": "urge"})
    return scene


def test_a_code_is_erased_with_its_ending_key_and_handed_on(scene: Scene) -> None:
    scene.hook.type("c", "f", "space")

    assert scene.done == [3, ("urge", CHAT)]


def test_nothing_is_erased_before_the_ending_key_is_released(scene: Scene) -> None:
    scene.hook.type("c", "f")
    scene.hook.stroke("space")
    before = list(scene.done)

    scene.hook.stroke("space", is_down=False)

    assert before == []
    assert scene.done == [3, ("urge", CHAT)]


def test_who_types_on_before_the_ending_key_is_up_is_left_alone(scene: Scene) -> None:
    scene.hook.type("c", "f")
    scene.hook.stroke("space")

    scene.hook.type("x")
    scene.hook.stroke("space", is_down=False)

    assert scene.done == []


def test_while_the_input_method_composes_letters_are_no_code(scene: Scene) -> None:
    scene.is_composing = True

    scene.hook.type("c", "f", "space")

    assert scene.done == []


@pytest.mark.parametrize("front", [None, Window(8, "other"), Window(7, "chat", is_elevated=True)])
def test_a_window_that_is_not_the_one_typed_in_or_not_to_be_reached_is_left_alone(
    scene: Scene, front: Window | None
) -> None:
    scene.desktop.front = front

    scene.hook.type("c", "f", "space")

    assert scene.done == []


def test_nothing_is_pasted_where_the_code_could_not_be_erased(scene: Scene) -> None:
    scene.is_erased = False

    scene.hook.type("c", "f", "space")

    assert scene.done == [3]


def test_turned_off_nothing_is_listened_to(scene: Scene) -> None:
    codes = scene.codes()
    codes.turn({"cf": "urge"})

    codes.turn(None)

    assert scene.hook.listeners == {}


@pytest.mark.skipif(sys.platform == "win32", reason="there it works")
def test_elsewhere_than_on_windows_it_is_said_why_not() -> None:
    computer = Computer("fake", *[None] * 5, lambda: None, FakeFollowed())  # type: ignore[list-item]

    assert why_not() == "root"
    assert hooks(computer, lambda phrase, window: None, lambda: True) is None


def test_a_chord_that_can_be_had_is_not_hooked() -> None:
    hook = FakeHook()
    hotkeys = HookedHotkeys(FakeHotkeys(), hook, lambda: True)

    assert hotkeys.bind("search", CHORD)

    assert hook.listeners == {}


def test_a_taken_chord_cannot_be_had_unless_the_agent_wants_the_hook() -> None:
    hotkeys = HookedHotkeys(FakeHotkeys(others={CHORD}), FakeHook(), lambda: False)

    assert not hotkeys.bind("search", CHORD)


def test_a_taken_chord_is_heard_by_the_hook_until_it_is_let_go() -> None:
    hook = FakeHook()
    hotkeys = HookedHotkeys(FakeHotkeys(others={CHORD}), hook, lambda: True)
    pressed: list[str] = []
    hotkeys.listen(pressed.append, lambda: None)
    assert hotkeys.bind("search", CHORD)

    hook.stroke("k", frozenset({"ctrl"}))
    hook.stroke("k", frozenset({"ctrl", "alt"}))
    hook.stroke("k", frozenset({"ctrl", "alt"}), is_down=False)
    hotkeys.unbind("search")

    assert pressed == ["search"]
    assert hook.listeners == {}


def test_a_chord_of_our_own_is_not_had_twice_by_way_of_the_hook() -> None:
    hotkeys = HookedHotkeys(FakeHotkeys(), FakeHook(), lambda: True)
    hotkeys.bind("search", CHORD)

    assert not hotkeys.bind("again", CHORD)


def test_a_chord_that_became_free_is_registered_and_leaves_the_hook() -> None:
    hook, registered = FakeHook(), FakeHotkeys(others={CHORD})
    hotkeys = HookedHotkeys(registered, hook, lambda: True)
    hotkeys.bind("search", CHORD)
    registered.others.clear()

    assert hotkeys.bind("search", CHORD)

    assert registered.bound == {"search": CHORD}
    assert hook.listeners == {}


def test_what_may_have_been_lost_is_hooked_again_and_told() -> None:
    hook, registered = FakeHook(), FakeHotkeys()
    hotkeys = HookedHotkeys(registered, hook, lambda: True)
    lost: list[int] = []
    hotkeys.listen(lambda name: None, lambda: lost.append(hook.renewals))

    registered.lost()

    assert lost == [1]
