"""Reads what another program has selected or copied, in every format that matters.

The rule: the owner may be slow, huge or dead; under a size and a time cap whatever came until then is the answer.
"""

import time
from typing import Any

from Xlib import X

from app.core.desktop import Clip
from app.system.x11 import formats
from app.system.x11.connection import Connection
from app.system.x11.jobs import Awaited, Job

LARGEST = 16 * 1024 * 1024
LONGEST = 0.25
_PIECE_WORDS = 1 << 16
_PROPERTIES = 8


class _TooMuch(Exception):
    """A format is larger than the cap."""


class _TooSlow(Exception):
    """The time is over."""


class Snapshot:
    """One reading of one selection."""

    def __init__(self, connection: Connection, selection: str, longest: float = LONGEST) -> None:
        self._connection = connection
        self._selection = connection.atom(selection)
        self._until = time.monotonic() + longest
        self._time = connection.server_time()
        self._asked = 0

    def read(self) -> Job[Clip]:
        """The formats that came in time; nothing where the owner marked it secret."""
        found: dict[str, bytes] = {}
        is_whole = True
        try:
            offered = yield from self._offered()
            if formats.SECRET_HINT in offered and (yield from self._is_secret()):
                return Clip({}, is_whole=False)
            for name, target in formats.wanted(offered).items():
                try:
                    content = yield from self._content(target)
                except _TooMuch:
                    is_whole = False
                    continue
                if content is not None:
                    found[name] = formats.as_kept(target, content)
        except _TooSlow:
            is_whole = False
        return Clip(found, is_whole)

    def _offered(self) -> Job[list[str]]:
        if self._connection.display.get_selection_owner(self._selection) == X.NONE:
            return []
        content = yield from self._content("TARGETS")
        atoms = memoryview(content or b"")
        return [self._connection.name(atom) for atom in atoms[: len(atoms) // 4 * 4].cast("I")]

    def _is_secret(self) -> Job[bool]:
        content = yield from self._content(formats.SECRET_HINT)
        return content is None or content.strip(b"\0 \n") == formats.SECRET

    def _content(self, target: str) -> Job[bytes | None]:
        """The bytes of one target; None where the owner refused. Raises `_TooMuch` and `_TooSlow`."""
        wanted = self._connection.atom(target)
        place = self._connection.atom(f"_QINDESK_{self._asked % _PROPERTIES}")
        self._asked += 1
        window = self._connection.window
        window.delete_property(place)
        window.convert_selection(self._selection, wanted, place, self._time)
        answer = yield from self._await(
            lambda event: (
                event.type == X.SelectionNotify
                and event.target == wanted
                and event.selection == self._selection
                and event.property in (place, X.NONE)
            )
        )
        if answer.property == X.NONE:
            return None
        kind, content = self._take(place, 0)
        if kind != self._connection.atom("INCR"):
            return content
        return (yield from self._in_pieces(place))

    def _in_pieces(self, place: int) -> Job[bytes]:
        """ICCCM 2.7.2: the owner writes a piece whenever we have deleted the last one, an empty one at the end."""
        whole = bytearray()
        while True:
            yield from self._await(
                lambda event: (
                    event.type == X.PropertyNotify
                    and event.window.id == self._connection.window.id
                    and event.atom == place
                    and event.state == X.PropertyNewValue
                )
            )
            _, piece = self._take(place, len(whole))
            if not piece:
                return bytes(whole)
            whole += piece

    def _take(self, place: int, so_far: int) -> tuple[int, bytes]:
        """Type and bytes of a property, which is deleted. Raises `_TooMuch`."""
        window = self._connection.window
        size = window.get_property(place, X.AnyPropertyType, 0, 0)
        if size is None:
            return X.NONE, b""
        whole = bytearray()
        if so_far + size.bytes_after <= LARGEST:
            for offset in range(0, (size.bytes_after + 3) // 4, _PIECE_WORDS):
                whole += _raw(window.get_property(place, X.AnyPropertyType, offset, _PIECE_WORDS))
        window.delete_property(place)
        self._connection.display.flush()
        if so_far + size.bytes_after > LARGEST:
            raise _TooMuch
        return size.property_type, bytes(whole)

    def _await(self, is_it: Any) -> Job[Any]:
        event = yield Awaited(is_it, self._until)
        if event is None:
            raise _TooSlow
        return event


def _raw(found: Any) -> bytes:
    """The bytes of a property: python-xlib gives an array where the format is 16 or 32."""
    if found is None:
        return b""
    value = found.value
    return bytes(value) if found.format == 8 else value.tobytes()
