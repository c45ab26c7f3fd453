"""This computer: its clipboard, desktop, keys and clock; `x11` and `windows` hold the same file names.

The rule: which system it is, is decided here and nowhere else, and what the others need is imported only there.
"""

import logging
import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # it knows all that is asked of a computer, which is more than the first paint needs
    from app.system.computer import Computer

_log = logging.getLogger(__name__)


def pick() -> "Computer":
    """The ports of this computer; a plain one that only copies where no keys can be sent. Needs a QGuiApplication."""
    if sys.platform == "win32":
        from app.system import windows  # noqa: PLC0415 - ctypes of another system

        return windows.computer()
    if os.environ.get("DISPLAY"):
        from app.system import x11  # noqa: PLC0415 - python-xlib, where there is an X server

        try:
            return x11.computer()
        except x11.NoDisplay as none:
            _log.warning("No X server to talk to: %s", none)
    from app.system import plain  # noqa: PLC0415 - only where nothing else works

    return plain.computer()
