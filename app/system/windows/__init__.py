"""Windows 10 and 11, by their own functions: nothing of it is loaded before `computer` is called."""

from app.system.clock import SystemClock
from app.system.computer import Computer
from app.system.windows.clipboard import Clipboard
from app.system.windows.desktop import Desktop
from app.system.windows.followed import Followed
from app.system.windows.hotkeys import Hotkeys
from app.system.windows.keys import Keys
from app.system.windows.messages import MessageWindow


def computer() -> Computer:
    """The ports of a Windows desktop."""
    messages = MessageWindow()
    desktop = Desktop()
    hotkeys = Hotkeys(messages)
    keys = Keys(lambda: hotkeys.last_key)
    clipboard = Clipboard(messages, lambda: keys.pressed_at)
    followed = Followed()

    def close() -> None:
        followed.close()
        hotkeys.close()
        clipboard.close()
        desktop.close()
        messages.close()

    return Computer("windows", clipboard, desktop, keys, hotkeys, SystemClock(), close, followed)
