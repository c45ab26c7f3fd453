"""The hook as the front door gets it, on a real Windows desktop (or Wine's)."""

import sys
from collections.abc import Iterator

import pytest

from app.core.desktop import Window
from app.core.hotkeys import Chord
from app.system import windows
from app.system.computer import Computer
from app.system.hooks import hooks
from tests.system.windows.room import Hand, until

pytestmark = pytest.mark.skipif(sys.platform != "win32", reason="needs Windows, or a Windows Python under Wine")


@pytest.fixture
def computer(qapp: object) -> Iterator[Computer]:
    computer = windows.computer()
    yield computer
    computer.close()


def test_codes_and_taken_chords_are_heard_while_the_agent_wants_them(computer: Computer, hand: Hand) -> None:
    window = hand.window
    hand.take_chord(3, "k")
    typed: list[tuple[str, Window]] = []
    pressed: list[str] = []
    served = hooks(computer, lambda *found: typed.append(found), lambda: True)
    assert served is not None
    served.hotkeys.listen(pressed.append, lambda: None)
    served.codes.turn({"cf": "urge"})
    assert served.hotkeys.bind("search", Chord.parse("Ctrl+Alt+K"))

    def heard() -> bool:
        hand.press("ctrl+alt+k")
        return bool(pressed)

    assert until(heard)
    hand.press("c", "f", "space")
    assert until(lambda: typed)
    until(lambda: False, 200)  # each press that was needed has been heard
    served.close()
    count = len(pressed)
    hand.press("ctrl+alt+k")

    assert typed == [("urge", window)]
    assert not until(lambda: len(pressed) > count, 200)
    assert until(lambda: hand.written == "")
