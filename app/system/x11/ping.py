"""Whether another program has read everything that was sent to its window.

The rule: the server keeps the order; a ping that is answered was read after all that was sent before it.
"""

import time
from typing import Any

from Xlib import X
from Xlib.protocol import event as events

from app.system.x11 import windows
from app.system.x11.connection import Connection
from app.system.x11.jobs import Awaited, Job

_EARS = X.PropertyChangeMask | X.SubstructureNotifyMask | X.StructureNotifyMask
"""Where the answer to a ping is heard; the standard names the second mask, Qt sends it for the third."""
_ANSWER_WITHIN = 2.0
_READ_WITHIN = 0.2
"""For programs that answer no ping: what an ordinary terminal needs, and much more."""


def has_read(connection: Connection, target: int) -> Job[None]:
    """Wait until a window's program has read all events (EWMH, _NET_WM_PING), a while where it answers no ping."""
    if not windows.understands(connection, target, "_NET_WM_PING"):
        yield from rest(_READ_WITHIN)
        return
    connection.root.change_attributes(event_mask=_EARS)
    ping = send_ping(connection, target)
    yield Awaited(lambda event: _is_answer(event, ping), time.monotonic() + _ANSWER_WITHIN)
    connection.root.change_attributes(event_mask=X.PropertyChangeMask)


def send_ping(connection: Connection, target: int) -> list[int]:
    """Ask a window for a sign of life; what its answer holds."""
    ping = [connection.atom("_NET_WM_PING"), connection.server_time(), target]
    window = connection.display.create_resource_object("window", target)
    protocols = connection.atom("WM_PROTOCOLS")
    window.send_event(events.ClientMessage(window=window, client_type=protocols, data=(32, [*ping, 0, 0])))
    return ping


def rest(seconds: float) -> Job[None]:
    """Let a while pass."""
    yield Awaited(_never, time.monotonic() + seconds)


def _is_answer(event: Any, ping: list[int]) -> bool:
    return event.type == X.ClientMessage and event.data[0] == 32 and list(event.data[1][:3]) == ping


def _never(event: Any) -> bool:
    return False
