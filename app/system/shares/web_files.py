"""A web server as a file system of fsspec: any http(s) address to read from, WebDAV where it is offered to write to.

The rule: a path is a whole address without credentials; every fault is a `ShareTrouble`.
"""

import secrets
import threading
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime, parsedate_to_datetime
from typing import Any
from urllib.parse import quote, unquote, urljoin, urlsplit

from fsspec.spec import AbstractFileSystem

from app.core.shares.share import READ_LIMIT, Fault, Fresh, Look, ShareTrouble
from app.system.shares.web_requests import Reply, Request, Web, place_of, trouble_of

LISTING_LIMIT = 24 * 1024 * 1024
"""Bytes of one listing; a server tells 300 to 600 of a file."""
LISTING_ATTEMPTS = 3
_PROPS = (
    b'<?xml version="1.0" encoding="utf-8"?><propfind xmlns="DAV:"><prop>'
    b"<resourcetype/><getcontentlength/><getlastmodified/><getetag/></prop></propfind>"
)
_LOCK = (
    b'<?xml version="1.0" encoding="utf-8"?><lockinfo xmlns="DAV:"><lockscope><exclusive/></lockscope>'
    b"<locktype><write/></locktype></lockinfo>"
)
LOCK_SECONDS = 10
"""How long a lock outlives whoever took it and is gone, or a server that took it and broke off."""
LOCK_PAUSE = 0.05
LOCK_ATTEMPTS = round(1.5 * LOCK_SECONDS / LOCK_PAUSE)
"""One waits longer than any forgotten lock lasts."""
_NO_PARENT = (404, 409)
RECENT = timedelta(seconds=2)
"""A server tells whole seconds, so for so long a file may change without another time."""


class WebFiles(AbstractFileSystem):  # type: ignore[misc]
    """Files of a web server. `fetch` and `create` are what fsspec has no words for."""

    protocol = ("http", "https")
    cachable = False  # an instance knows a password and goes with its share

    def __init__(self, web: Web) -> None:
        super().__init__()
        self._web = web
        self._is_dav: bool | None = None

    @classmethod
    def _strip_protocol(cls, path: str) -> str:
        """Addresses stay whole."""
        return path

    def fetch(self, path: str, known: Look | None = None, limit: int = READ_LIMIT) -> Fresh | None:
        """A file with its look; None where the server says it is still the known one."""
        asked = _conditions(known)
        reply = self._send(Request("GET", path, asked, limit=limit), (200, 304) if asked else (200,))
        look = look_of(reply, len(reply.content))
        if reply.status == 304 or (known is not None and known.etag and look.etag == known.etag):
            return None
        return Fresh(reply.content, look)

    def cat_file(self, path: str, start: int | None = None, end: int | None = None, **_: Any) -> bytes:
        """The content, or a part of it."""
        fresh = self.fetch(path)
        return fresh.content[start:end] if fresh else b""

    def info(self, path: str, **_: Any) -> dict[str, Any]:
        """What the server tells of a file without sending it."""
        reply = self._send(Request("HEAD", path))
        length = reply.headers.get("content-length", "")
        look = look_of(reply, int(length) if length.isdigit() else None)
        return {"name": path, "size": look.size, "type": "file", "mtime": look.modified_at, "ETag": look.etag}

    def ls(self, path: str, detail: bool = True, **_: Any) -> list[Any]:
        """The files and folders of a folder; only a WebDAV server tells them."""
        entries = self._listed(path)
        return entries if detail else [entry["name"] for entry in entries]

    def pipe_file(self, path: str, value: bytes, mode: str = "overwrite", **_: Any) -> None:
        """Write a file. Servers put a file in place of another whole; moving one over another is often two steps."""
        if mode == "create":
            self.create(path, value)
            return
        self._need_dav(path)
        self._put(path, value)

    def create(self, path: str, value: bytes) -> bool:
        """Write a file that is not there yet; False where it is.

        It is written beside its place and moved there under a lock, because servers look and move in two steps.
        """
        self._need_dav(path)
        folder, _, name = path.rpartition("/")
        beside = f"{folder}/{name}.{secrets.token_hex(4)}.tmp"
        self._put(beside, value)
        try:
            with self._locked(f"{path}.lock.tmp"):
                is_moved = self._send(Request("HEAD", path), (200, 404)).status == 404 and self._moved(beside, path)
        except BaseException:
            self._send(Request("DELETE", beside), ANY)
            raise
        if not is_moved:
            self._send(Request("DELETE", beside), ANY)
        return is_moved

    def rm_file(self, path: str) -> None:
        """Delete a file; one that is gone is no error."""
        self._need_dav(path)
        self._send(Request("DELETE", path), (200, 202, 204, 404, 410))

    def _send(self, request: Request, fine: tuple[int, ...] = (200,)) -> Reply:
        secret = self._web.secret
        query = secret.query if secret else ""
        url = f"{request.url}?{query}" if query and "?" not in request.url else request.url
        headers = {"Accept-Encoding": "identity", "User-Agent": "QinDesk", **request.headers}
        return self._web.send(replace(request, url=url, headers=headers), fine)

    def _need_dav(self, path: str) -> None:
        if self._is_dav is None:
            self._is_dav = self._offers_dav(path)
        if not self._is_dav:
            raise ShareTrouble(Fault.READ_ONLY, place_of(path))

    def _offers_dav(self, path: str) -> bool:
        """Whether a folder above a file, the nearest that there is, is one of WebDAV."""
        parts = urlsplit(path)
        folder = parts.path
        while folder:
            folder = folder.rpartition("/")[0]
            reply = self._send(Request("OPTIONS", f"{parts.scheme}://{parts.netloc}{folder}/"), ANY)
            if reply.status == 401:
                raise ShareTrouble(Fault.SIGN_IN, place_of(path))
            if "dav" in reply.headers:
                return True
        return False

    def _listed(self, path: str) -> list[dict[str, Any]]:
        folder = path.rstrip("/") + "/"
        asked = Request("PROPFIND", folder, {"Depth": "1", "Content-Type": "application/xml"}, _PROPS, LISTING_LIMIT)
        for _ in range(LISTING_ATTEMPTS):
            reply = self._listing(asked)
            if reply.status < 500:
                break  # some servers stumble over a file that goes away while they list
        if reply.status == 207:
            return _entries(reply.content, folder)
        if reply.status in (404, 410):
            raise FileNotFoundError(path)
        if reply.status in (200, 400, 403, 405, 501):
            raise ShareTrouble(Fault.NOT_LISTED, place_of(path))
        raise trouble_of(reply, path)

    def _listing(self, asked: Request) -> Reply:
        try:
            return self._send(asked, ANY)
        except ShareTrouble as trouble:
            if trouble.reason is Fault.TOO_BIG:
                raise ShareTrouble(Fault.CROWDED, place_of(asked.url)) from None
            raise

    def _moved(self, beside: str, path: str) -> bool:
        asked = Request("MOVE", beside, {"Destination": path, "Overwrite": "F"})
        return self._send(asked, (201, 204, 412)).status != 412

    @contextmanager
    def _locked(self, path: str) -> Iterator[None]:
        """Alone among those who create the same file, where the server has locks; they end by themselves."""
        asked = Request("LOCK", path, {"Timeout": f"Second-{LOCK_SECONDS}", "Content-Type": "application/xml"}, _LOCK)
        for _ in range(LOCK_ATTEMPTS):
            reply = self._send(asked, ANY)
            if reply.status != 423:
                break
            threading.Event().wait(LOCK_PAUSE)
        else:
            raise ShareTrouble(Fault.IN_USE, place_of(path))
        try:
            yield
        finally:
            if token := reply.headers.get("lock-token"):
                self._send(Request("DELETE", path, {"If": f"({token})"}), ANY)

    def _put(self, path: str, value: bytes) -> None:
        request = Request("PUT", path, {"Content-Type": "application/octet-stream"}, value)
        reply = self._send(request, ANY)
        if reply.status in _NO_PARENT:
            self._make_folders(path.rpartition("/")[0])
            reply = self._send(request, ANY)
        if reply.status not in (200, 201, 204):
            raise trouble_of(reply, path)

    def _make_folders(self, path: str) -> None:
        """Make a folder, and those above it that are missing; 405 tells that it is there."""
        made = self._send(Request("MKCOL", f"{path}/"), ANY)
        if made.status in _NO_PARENT and urlsplit(path).path.count("/") > 1:
            self._make_folders(path.rpartition("/")[0])
            self._send(Request("MKCOL", f"{path}/"), ANY)


ANY = tuple(range(200, 600))


def look_of(reply: Reply, size: int | None) -> Look:
    """The look that an answer's headers give."""
    at, now = _time(reply, "last-modified"), _time(reply, "date")
    is_recent = at is not None and now is not None and now - at < RECENT
    return Look(size, at, reply.headers.get("etag", ""), is_recent)


def _time(reply: Reply, name: str) -> datetime | None:
    try:
        return parsedate_to_datetime(reply.headers.get(name, "")).astimezone(UTC)
    except (ValueError, OverflowError):  # no moment, or one that another zone has no day for
        return None


def _conditions(known: Look | None) -> dict[str, str]:
    if known is None:
        return {}
    if known.etag:
        return {"If-None-Match": known.etag}
    if known.modified_at:
        return {"If-Modified-Since": format_datetime(known.modified_at.astimezone(UTC), usegmt=True)}
    return {}


def tree_of(content: bytes, url: str) -> ET.Element:
    """The XML of an answer; entities are refused, because a few of them can fill the memory."""
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise ShareTrouble(Fault.SERVER, place_of(url), "XML")
    try:
        return ET.fromstring(content)  # noqa: S314 - no entities: looked at above
    except ET.ParseError:
        raise ShareTrouble(Fault.SERVER, place_of(url), "XML") from None


def _entries(content: bytes, folder: str) -> list[dict[str, Any]]:
    """The files and folders that a PROPFIND tells of, the folder itself left out."""
    tree = tree_of(content, folder)
    found: list[dict[str, Any]] = []
    home = unquote(urlsplit(folder).path).rstrip("/")
    for node in tree.iterfind("{DAV:}response"):
        url = urljoin(folder, node.findtext("{DAV:}href", "").strip())
        path = unquote(urlsplit(url).path).rstrip("/")
        if path.rpartition("/")[0] == home and path != home:
            is_folder = node.find(".//{DAV:}collection") is not None
            kind = "directory" if is_folder else "file"
            found.append({"name": f"{folder}{quote(path.rpartition('/')[2])}", "size": None, "type": kind})
    return found
