"""Keys under X11: on keyboards where v is elsewhere or nowhere, and letters that no keyboard has."""

from collections.abc import Iterator

import pytest
from Xlib import XK

from app.core.desktop import Clip, PasteKey
from app.system.x11.keyboard import Keyboard
from app.system.x11.typist import batches
from tests.system.contract import REPLY, came, offered
from tests.system.x11.world import X11World, set_layout, until

pytestmark = pytest.mark.desktop
KEYS = (PasteKey.CTRL_V, PasteKey.SHIFT_INSERT)


@pytest.fixture
def other_layout(display_name: str) -> Iterator[str]:
    yield display_name
    set_layout(display_name)


def pasted(world: X11World, key: PasteKey = PasteKey.CTRL_V) -> str:
    offer = offered(world, Clip.of_text(REPLY))
    assert came(world, world.keys.press(key, world.target))
    until(offer.is_taken)
    return world.written()


@pytest.mark.parametrize(
    "layout", [("ru,us",), ("us", "-variant", "dvorak"), ("ru",), ("fr",), ("us", "-option", "caps:none")]
)
def test_the_paste_key_works_on_any_layout(world: X11World, other_layout: str, layout: tuple[str, ...]) -> None:
    set_layout(other_layout, *layout)

    assert pasted(world) == REPLY


def test_the_paste_key_works_while_the_second_layout_is_in_use(world: X11World, other_layout: str) -> None:
    set_layout(other_layout, "us,ru", "-option", "grp:caps_toggle")
    world.hands.key(XK.XK_Caps_Lock, is_down=True)
    world.hands.key(XK.XK_Caps_Lock, is_down=False)

    text = pasted(world)

    world.hands.key(XK.XK_Caps_Lock, is_down=True)
    world.hands.key(XK.XK_Caps_Lock, is_down=False)
    assert text == REPLY


def test_shift_insert_pastes_too(world: X11World) -> None:
    assert pasted(world, PasteKey.SHIFT_INSERT) == REPLY


def test_no_key_goes_out_while_a_modifier_is_held(world: X11World) -> None:
    offered(world, Clip.of_text(REPLY))

    with world.holding("alt"):
        is_pressed = came(world, world.keys.press(PasteKey.CTRL_V, world.target))

    assert not is_pressed
    assert world.written() == ""


def test_every_key_is_up_after_a_paste(world: X11World) -> None:
    pasted(world)

    assert not world.hands.is_any_down()


def test_more_different_characters_than_the_keyboard_has_free_keys_are_typed(world: X11World) -> None:
    text = "".join(chr(0x4E00 + 7 * number) for number in range(150)) + "\nABC abc €é \U0001f600"

    is_typed = came(world, world.keys.type_text(text, world.target))
    until(lambda: len(world.written()) >= len(text))

    assert is_typed
    assert world.written() == text


def test_a_slow_program_gets_what_was_typed_too(world: X11World) -> None:
    text = "".join(chr(0x4E00 + 11 * number) for number in range(90))
    world.program.tell("sleep", 0.4)

    typing = world.keys.type_text(text, world.target)
    world.program.answer()
    until(lambda: len(world.written()) >= len(text))

    assert came(world, typing)
    assert world.written() == text


def test_letters_are_as_they_were_given_while_caps_lock_is_on(world: X11World) -> None:
    world.hands.key(XK.XK_Caps_Lock, is_down=True)
    world.hands.key(XK.XK_Caps_Lock, is_down=False)

    came(world, world.keys.type_text("Hello 1", world.target))
    until(lambda: len(world.written()) >= 7)

    world.hands.key(XK.XK_Caps_Lock, is_down=True)
    world.hands.key(XK.XK_Caps_Lock, is_down=False)
    assert world.written() == "Hello 1"


def test_keys_on_loan_are_taken_back(world: X11World) -> None:
    before = [Keyboard(world.hands.server).row(code) for code in range(8, 256)]

    came(world, world.keys.type_text("发货", world.target))

    assert [Keyboard(world.hands.server).row(code) for code in range(8, 256)] == before


def test_enter_is_pressed_only_in_the_target(world: X11World) -> None:
    assert came(world, world.keys.enter(world.target))
    until(lambda: "Return" in world.program.ask("keys"))
    world.bring(world.other)

    assert not came(world, world.keys.enter(world.target))
    assert world.other_program.ask("keys") == []


def test_a_text_is_typed_line_by_line_and_every_line_break_is_one() -> None:
    assert list(batches("a\r\nb\rc\n\nd")) == ["a\n", "b\n", "c\n", "\n", "d"]
