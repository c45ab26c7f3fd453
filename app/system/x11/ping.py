"""Whether another program has read everything that was sent to its window.

The rule: the server keeps the order; a ping that is answered was read after all that was sent before it.
"""

import time
from collections.abc import Callable
from typing import Any

from Xlib import X
from Xlib.protocol import event as events

from app.system.x11 import windows
from app.system.x11.connection import Awaited, Connection, Job

_EARS = X.PropertyChangeMask | X.SubstructureNotifyMask | X.StructureNotifyMask
"""Where the answer to a ping is heard; the standard names the second mask, Qt sends it for the third."""
_ANSWER_WITHIN = 2.0
_READ_WITHIN = 0.2
"""For programs that answer no ping: what an ordinary terminal needs, and much more."""


def has_read(
    connection: Connection, target: int, within: float = _ANSWER_WITHIN, otherwise: float = _READ_WITHIN
) -> Job[None]:
    """Wait until a window's program has read all events (EWMH, _NET_WM_PING), a while where it answers no ping."""
    if not windows.understands(connection, target, "_NET_WM_PING"):
        yield from rest(otherwise)
        return
    ping, now = connection.atom("_NET_WM_PING"), connection.server_time()
    window = connection.display.create_resource_object("window", target)
    connection.root.change_attributes(event_mask=_EARS)
    window.send_event(
        events.ClientMessage(
            window=window, client_type=connection.atom("WM_PROTOCOLS"), data=(32, [ping, now, target, 0, 0])
        )
    )
    yield Awaited(_answer_to(ping, now, target), time.monotonic() + within)
    connection.root.change_attributes(event_mask=X.PropertyChangeMask)


def rest(seconds: float) -> Job[None]:
    """Let a while pass."""
    yield Awaited(_never, time.monotonic() + seconds)


def _answer_to(ping: int, sent_at: int, target: int) -> Callable[[Any], bool]:
    def is_it(event: Any) -> bool:
        if event.type != X.ClientMessage or event.data[0] != 32:
            return False
        return list(event.data[1][:3]) == [ping, sent_at, target]

    return is_it


def _never(event: Any) -> bool:
    return False
