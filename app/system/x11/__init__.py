"""Linux with an X server, by python-xlib and XTEST."""

from Xlib.error import ConnectionClosedError, DisplayError, XauthError

from app.core.hotkeys import SEARCH
from app.system.clock import SystemClock
from app.system.computer import Computer
from app.system.homeward import Homeward
from app.system.x11.clipboard import X11Clipboard
from app.system.x11.connection import XTEST, Connection
from app.system.x11.desktop import X11Desktop
from app.system.x11.followed import X11Followed
from app.system.x11.hotkeys import X11Hotkeys
from app.system.x11.keys import X11Keys


class NoDisplay(OSError):
    """There is no X server that lets us in, or it lacks XTEST."""


def computer(name: str | None = None) -> Computer:
    """The ports of an X11 desktop. Raises `NoDisplay`."""
    try:
        connection = Connection(name)
    except (DisplayError, XauthError, ConnectionClosedError, OSError, OverflowError) as error:
        raise NoDisplay(type(error).__name__) from error
    if not connection.display.has_extension(XTEST[0]):
        raise NoDisplay("XTEST is missing")
    home = Homeward()
    clipboard = X11Clipboard(connection)
    desktop = X11Desktop(connection)
    hotkeys = X11Hotkeys(connection, home.call, opening=(SEARCH,))
    keys = X11Keys(connection, lambda: hotkeys.last_code, clipboard.pressed)
    followed = X11Followed(connection, home.call)
    connection.open()
    connection.ask(desktop.begin, None)

    def close() -> None:
        clipboard.close()
        connection.close()
        home.deleteLater()

    return Computer("x11", clipboard, desktop, keys, hotkeys, SystemClock(), close, followed)
