"""A bucket of an object store as a file system of fsspec: everything S3-compatible, and Alibaba Cloud OSS.

The rule: an object is whole or not there; the store itself settles which of two that create one is first.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any
from urllib.parse import quote, unquote, unquote_plus, urlsplit

from app.core.shares.places import Kind
from app.core.shares.share import MAX_NAMES, Fault, ShareTrouble
from app.system.shares.web_files import ANY, LISTING_LIMIT, WebFiles, tree_of
from app.system.shares.web_requests import Reply, Request, Web, place_of, trouble_of
from app.system.signing import ALIBABA, AMAZON, Unsigned, signed

_WRONG_KEY = (b"InvalidAccessKeyId", b"SignatureDoesNotMatch", b"InvalidToken", b"ExpiredToken", b"SecurityToken")
_WRONG_TIME = (b"RequestTimeTooSkewed",)
_EXISTS = (409, 412)


class BucketFiles(WebFiles):
    """Objects of a bucket. `home` is the web address of the bucket itself, `now` the moment that is signed."""

    protocol = ("s3", "oss")

    def __init__(self, web: Web, kind: Kind, home: str, bucket: str, region: str, now: Callable[[], datetime]) -> None:
        super().__init__(replace(web, secret=None))
        self._secret = web.secret
        self._scheme = ALIBABA if kind is Kind.OSS else AMAZON
        self._home = home
        self._bucket = bucket
        self._region = region
        self._now = now

    def pipe_file(self, path: str, value: bytes, mode: str = "overwrite", **_: Any) -> None:
        """Write an object; stores replace them whole."""
        if mode == "create":
            self.create(path, value)
            return
        self._send(Request("PUT", path, {"Content-Type": "application/octet-stream"}, value))

    def create(self, path: str, value: bytes) -> bool:
        """Write an object that is not there yet; False where it is."""
        own = {"x-oss-forbid-overwrite": "true"} if self._scheme is ALIBABA else {"If-None-Match": "*"}
        if self._is_there(path):  # some stores pass over a condition that they do not know
            return False
        headers = {"Content-Type": "application/octet-stream"}
        reply = self._send(Request("PUT", path, headers | own, value), ANY)
        if reply.status == 501:
            reply = self._send(Request("PUT", path, headers, value), ANY)
        if reply.status in _EXISTS:
            return False
        if reply.status != 200:
            raise self._trouble(reply, path)
        return True

    def rm_file(self, path: str) -> None:
        """Delete an object; one that is gone is no error."""
        self._send(Request("DELETE", path), (200, 204, 404))

    def _send(self, request: Request, fine: tuple[int, ...] = (200,)) -> Reply:
        headers = {"Accept-Encoding": "identity", "User-Agent": "QinDesk", **request.headers}
        if self._secret is not None and self._secret.user:
            path = unquote(urlsplit(request.url).path)
            resource = f"/{self._bucket}{path}" if self._scheme is ALIBABA and self._is_hosted() else path
            ask = Unsigned(request.verb, request.url, resource, headers, request.body)
            headers = signed(ask, self._scheme, self._secret, self._region, self._now())
        reply = self._web.send(replace(request, headers=headers), ANY)
        if reply.status not in fine:
            raise self._trouble(reply, request.url)
        return reply

    def _is_hosted(self) -> bool:
        return urlsplit(self._home).netloc.startswith(f"{self._bucket}.")

    def _is_there(self, path: str) -> bool:
        return self._send(Request("HEAD", path), (200, 403, 404)).status == 200

    def _trouble(self, reply: Reply, url: str) -> ShareTrouble:
        if reply.status in (400, 401, 403) and any(word in reply.content for word in _WRONG_KEY):
            return ShareTrouble(Fault.SIGN_IN, place_of(url), f"HTTP {reply.status}")
        if reply.status == 403 and any(word in reply.content for word in _WRONG_TIME):
            return ShareTrouble(Fault.CLOCK, place_of(url))
        if reply.status == 403 and (self._secret is None or not self._secret.user):
            return ShareTrouble(Fault.SIGN_IN, place_of(url), "HTTP 403")
        return trouble_of(reply, url)

    def _listed(self, path: str) -> list[dict[str, Any]]:
        folder = path.rstrip("/") + "/"
        prefix = unquote(folder.removeprefix(self._home).lstrip("/"))
        found: list[dict[str, Any]] = []
        marker = ""
        while len(found) <= MAX_NAMES:
            url = f"{self._home}/?{_listing_query(prefix, marker)}"
            reply = self._send(Request("GET", url, limit=LISTING_LIMIT))
            names, marker = _page(reply.content, url)
            found += [{"name": folder + quote(name[len(prefix) :]), "size": None, "type": "file"} for name in names]
            if not marker:
                return found
        raise ShareTrouble(Fault.CROWDED, place_of(path))


def _listing_query(prefix: str, marker: str) -> str:
    pairs = {"delimiter": "/", "encoding-type": "url", "list-type": "2", "prefix": prefix}
    pairs |= {"continuation-token": marker} if marker else {}
    return "&".join(f"{name}={quote(value, safe='')}" for name, value in sorted(pairs.items()))


def _page(content: bytes, url: str) -> tuple[list[str], str]:
    """Keys of files, and where the next page begins."""
    tree = tree_of(content, url)
    space = tree.tag.partition("}")[0] + "}" if tree.tag.startswith("{") else ""
    is_encoded = tree.findtext(f"{space}EncodingType") == "url"
    plain = unquote_plus if is_encoded else str
    keys = (plain(node.findtext(f"{space}Key", "")) for node in tree.iterfind(f"{space}Contents"))
    return [key for key in keys if not key.endswith("/")], tree.findtext(f"{space}NextContinuationToken", "")
