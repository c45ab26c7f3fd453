"""Chords that another program holds, heard by the opt-in keyboard hook: the other program hears them too.

The rule: a chord is asked for properly first, and asked for again whenever it may have become free.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from app.core.hotkeys import Chord

if TYPE_CHECKING:
    from app.ports import Hotkeys
    from app.system.windows.key_hook import KeyHook, Stroke

_NAME = "hotkeys"


class HookedHotkeys:
    """The port `Hotkeys` around another one: while `is_on` says so, a taken chord is heard by the hook instead."""

    def __init__(self, registered: "Hotkeys", hook: "KeyHook", is_on: Callable[[], bool]) -> None:
        self._registered = registered
        self._hook = hook
        self._is_on = is_on
        self._chords: dict[str, Chord] = {}
        self._hooked: set[str] = set()
        self._pressed: Callable[[str], None] = lambda name: None

    def bind(self, name: str, chord: Chord) -> bool:
        """Register a chord or, where another program holds it and the agent wants that, listen for it."""
        if any(held == chord for other, held in self._chords.items() if other != name):
            return False
        if self._registered.bind(name, chord):
            self._unhook(name)
        elif self._is_on():
            self._registered.unbind(name)
            self._hooked.add(name)
            self._hook.listen(_NAME, self._heard)
        else:
            return False
        self._chords[name] = chord
        return True

    def unbind(self, name: str) -> None:
        """Let a chord go."""
        self._chords.pop(name, None)
        self._unhook(name)
        self._registered.unbind(name)

    def listen(self, pressed: Callable[[str], None], lost: Callable[[], None]) -> None:
        """Who is called at a press, and who when chords may have been lost; then the hook is set anew too."""
        self._pressed = pressed

        def renew() -> None:
            self._hook.renew()
            lost()

        self._registered.listen(pressed, renew)

    def _unhook(self, name: str) -> None:
        self._hooked.discard(name)
        if not self._hooked:
            self._hook.leave(_NAME)

    def _heard(self, stroke: "Stroke") -> None:
        chord = Chord(stroke.key, stroke.modifiers)
        for name in sorted(self._hooked):
            if stroke.is_down and self._chords[name] == chord:
                self._pressed(name)
