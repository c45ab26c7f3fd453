"""Linux with an X server, by python-xlib and XTEST."""

from app.system.computer import Computer


class NoDisplay(OSError):
    """There is no X server that lets us in, or it lacks XTEST."""


def computer() -> Computer:
    """The ports of an X11 desktop. Raises `NoDisplay`."""
    raise NoDisplay("not built yet")
