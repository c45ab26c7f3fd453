"""Typed codes on this computer: heard by the opt-in keyboard hook, erased, and handed on to be pasted.

The rule: the key that ends a code is never held back, so nothing is erased before that key has been released: it would
overtake the letter it writes.
"""

from collections.abc import Callable, Mapping

from app.core.desktop import Window
from app.core.typed_codes import Run, TypedCode, matched
from app.ports import Desktop, Pending
from app.system.windows.key_hook import KeyHook, Stroke, is_composing

_NAME = "typed codes"


class TypedCodes:
    """Watches for codes while on. `typed` gets the phrase and the window, once the code stands there no more."""

    def __init__(
        self,
        hook: KeyHook,
        desktop: Desktop,
        erase: Callable[[int, Window], Pending[bool]],
        typed: Callable[[str, Window], None],
        composes: Callable[[int], bool] = is_composing,
    ) -> None:
        self._hook = hook
        self._desktop = desktop
        self._erase = erase
        self._typed = typed
        self._composes = composes
        self._codes: Mapping[str, str] = {}
        self._run = Run()
        self._found: TypedCode | None = None
        self._found_key = ""

    def turn(self, codes: Mapping[str, str] | None) -> None:
        """Watch for these codes (code → phrase id), or for none."""
        self._codes = codes or {}
        self._run, self._found = Run(), None
        if codes:
            self._hook.listen(_NAME, self._heard)
        else:
            self._hook.leave(_NAME)

    def _heard(self, stroke: Stroke) -> None:
        if stroke.is_down:
            self._pressed(stroke)
        elif self._found and stroke.key == self._found_key:
            found, self._found = self._found, None
            self._replace(found)

    def _pressed(self, stroke: Stroke) -> None:
        found = matched(self._run, stroke.key, stroke.modifiers, self._codes)
        self._run = self._run.after(stroke.key, stroke.modifiers, stroke.window)
        if found and found.window == stroke.window:
            self._found, self._found_key = found, stroke.key
        else:
            self._found = None  # more was typed before the key was released: not the code alone stands there now

    def _replace(self, found: TypedCode) -> None:
        target = self._desktop.target()
        if target is None or target.handle != found.window or target.is_elevated or self._composes(found.window):
            return
        if self._erase(found.to_erase, target).value():
            self._typed(found.phrase_id, target)
