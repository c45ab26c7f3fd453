"""What a system gives to the front door: one adapter a port, and a way to let go of them."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from app.core.values import dataclass

if TYPE_CHECKING:
    from app.ports import Clipboard, Clock, Desktop, Followed, Hotkeys, Keys


@dataclass(frozen=True, slots=True)
class Computer:
    """The ports of this computer. `close` lets hotkeys, clipboard and threads go; nothing may be asked afterwards."""

    name: str
    clipboard: "Clipboard"
    desktop: "Desktop"
    keys: "Keys"
    hotkeys: "Hotkeys"
    clock: "Clock"
    close: Callable[[], None]
    followed: "Followed"
