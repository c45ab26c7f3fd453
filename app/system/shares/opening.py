"""Opens a share by its address, and sees to it that every call of one ends.

The rule: nothing of a share runs on the thread that calls it. A call that has not ended by its deadline is left behind
in a thread that holds up nobody, not even the end of the program, and is `Fault.NO_ANSWER`.

What remote places need (the extra `remote`) is imported when the first of them is opened.
"""

import sys
import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Generic, TypeVar
from urllib.parse import quote, unquote, urlsplit

from app.core.shares.places import Address, Kind, address_of
from app.core.shares.share import READ_LIMIT, Fault, Fresh, Look, Secret, ShareTrouble
from app.ports.shares import Share
from app.system.shares.plain_share import PlainShare

DEADLINE = 10.0
"""Seconds that a share may take to answer."""
CONTENT_TIMES = 6
"""Reading and writing whole files may take so many times as long."""
MAX_LEFT_BEHIND = 3
"""So many calls of one share may hang; while they do, it is not called again."""

T = TypeVar("T")


def open_share(address: Address | str, secret: Secret | None = None, deadline: float = DEADLINE) -> Share:
    """The share that holds an address (of a file: its folder). Touches neither disk nor network.

    `secret` goes before what stands in a typed address. `ShareTrouble` for an address that is none, or whose part of
    QinDesk is not installed.
    """
    if isinstance(address, str):
        address, own = address_of(address)
        secret = replace(secret, query=secret.query or own.query) if secret and own else secret or own
    address = as_this_system_reads(address, sys.platform)
    if address.kind is Kind.FILES:
        return BoundedShare(PlainShare(Path(address.root)), address.root, deadline)
    text = address.text.partition("?")[0]
    place = unquote(text.rpartition("/")[0] if address.file else text)
    return BoundedShare(_remote(address, place, secret, deadline), place, deadline)


def as_this_system_reads(address: Address, platform: str) -> Address:
    """`\\\\server\\share` is a path on Windows alone and `smb://server/share` elsewhere; each reads the other's."""
    if platform == "win32" and address.kind is Kind.SMB and urlsplit(address.root).port is None:
        path = unquote(address.root).removeprefix("smb:").replace("/", "\\")
        return replace(address, kind=Kind.FILES, root=path)
    if platform != "win32" and address.kind is Kind.FILES and address.root.startswith("\\\\"):
        url = "smb:" + quote(address.root.replace("\\", "/"), safe="/-._~")
        return replace(address, kind=Kind.SMB, root=url)
    return address


def _remote(address: Address, place: str, secret: Secret | None, deadline: float) -> Share:
    import ssl

    try:
        if address.kind is Kind.SMB:
            return _smb(address, place, secret, deadline)
        from app.system.shares.bucket_files import BucketFiles
        from app.system.shares.remote_share import RemoteShare
        from app.system.shares.web_files import WebFiles
        from app.system.shares.web_requests import Web
    except ImportError as error:
        raise ShareTrouble(Fault.NO_PARTS, address.text, error.name or "") from None
    web = Web(deadline, secret, context=cache(ssl.create_default_context))
    if address.kind is Kind.WEB:
        return RemoteShare(WebFiles(web), address.root, place)
    bucket = BucketFiles(web, address.kind, address.home, address.bucket, address.region, _now)
    return RemoteShare(bucket, address.root, place)


def _smb(address: Address, place: str, secret: Secret | None, deadline: float) -> Share:
    from app.system.shares.remote_share import RemoteShare
    from app.system.shares.smb_files import SmbFiles

    files = SmbFiles(address.root, secret, deadline, place)
    return RemoteShare(files, unquote(urlsplit(address.root).path), place, is_quoted=False)


def _now() -> datetime:
    return datetime.now(UTC)  # noqa: TID251 - a signature speaks of the moment of its request


class BoundedShare:
    """Another share, each call of which ends by a deadline."""

    def __init__(self, share: Share, place: str, deadline: float) -> None:
        self._share = share
        self._place = place
        self._deadline = deadline
        self._left_behind = threading.BoundedSemaphore(MAX_LEFT_BEHIND)

    @property
    def place(self) -> str:
        """What people call it."""
        return self._place

    def names(self, folder: str = "") -> Sequence[str]:
        """The files of a folder."""
        return self._in_time(lambda: self._share.names(folder))

    def look(self, name: str) -> Look:
        """What is known of a file."""
        return self._in_time(lambda: self._share.look(name))

    def read(self, name: str, limit: int = READ_LIMIT) -> bytes:
        """The whole file."""
        return self._in_time(lambda: self._share.read(name, limit), CONTENT_TIMES)

    def read_new(self, name: str, known: Look | None, limit: int = READ_LIMIT) -> Fresh | None:
        """The whole file unless it is still the known one."""
        return self._in_time(lambda: self._share.read_new(name, known, limit), CONTENT_TIMES)

    def create(self, name: str, content: bytes) -> bool:
        """Write a file that is not there yet."""
        return self._in_time(lambda: self._share.create(name, content), CONTENT_TIMES)

    def replace(self, name: str, content: bytes) -> None:
        """Write a file whole."""
        self._in_time(lambda: self._share.replace(name, content), CONTENT_TIMES)

    def remove(self, name: str) -> None:
        """Delete a file."""
        self._in_time(lambda: self._share.remove(name))

    def _in_time(self, call: Callable[[], T], times: int = 1) -> T:
        if not self._left_behind.acquire(blocking=False):
            raise ShareTrouble(Fault.NO_ANSWER, self._place)
        work = _Work(call, self._left_behind.release)
        threading.Thread(target=work.do, name="share", daemon=True).start()
        if not work.is_over.wait(self._deadline * times):
            raise ShareTrouble(Fault.NO_ANSWER, self._place)
        if work.trouble is not None:
            raise work.trouble
        return work.outcome[0]


class _Work(Generic[T]):
    """One call in a thread of its own."""

    def __init__(self, call: Callable[[], T], release: Callable[[], object]) -> None:
        self.is_over = threading.Event()
        self.outcome: list[T] = []
        self.trouble: Exception | None = None
        self._call = call
        self._release = release

    def do(self) -> None:
        """Beside the thread that waits."""
        try:
            self.outcome.append(self._call())
        except Exception as error:
            self.trouble = error
        finally:
            self._release()
            self.is_over.set()
