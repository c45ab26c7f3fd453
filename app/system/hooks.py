"""What the opt-in keyboard hook serves on this computer: typed codes, and chords that others hold.

The rule: without it everything else works; where there is none, `why_not` says in a word why.
"""

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from app.core.desktop import Window
from app.core.values import dataclass
from app.system.computer import Computer

if TYPE_CHECKING:
    from app.system.hooked_hotkeys import HookedHotkeys
    from app.system.typed_codes import TypedCodes


def why_not() -> str:
    """Empty where typed codes and hooked chords can work; else the reason in a word.

    `root`: elsewhere than on Windows every key could only be read as root, which a desktop program must not be.
    """
    return "" if sys.platform == "win32" else "root"


@dataclass(frozen=True, slots=True)
class Hooks:
    """`hotkeys` stands in for those of the computer. `close` takes the hook off, before the computer is closed."""

    hotkeys: "HookedHotkeys"
    codes: "TypedCodes"
    close: Callable[[], None]


def hooks(computer: Computer, typed: Callable[[str, Window], None], has_fallback: Callable[[], bool]) -> Hooks | None:
    """The hook of a computer, not yet set; None where it has none.

    `typed` gets the id of the phrase whose code was typed, and the window, where the code has just been erased;
    `has_fallback` says whether taken chords are to be heard. Typed codes begin with `codes.turn`.
    """
    if why_not():
        return None
    from app.system.hooked_hotkeys import HookedHotkeys  # noqa: PLC0415 - ctypes of Windows
    from app.system.typed_codes import TypedCodes  # noqa: PLC0415
    from app.system.windows.key_hook import KeyHook  # noqa: PLC0415
    from app.system.windows.keys import Keys  # noqa: PLC0415

    if not isinstance(computer.keys, Keys):
        return None
    hook = KeyHook()
    codes = TypedCodes(hook, computer.desktop, computer.keys.erase, typed)
    return Hooks(HookedHotkeys(computer.hotkeys, hook, has_fallback), codes, hook.close)
