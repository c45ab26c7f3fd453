"""A store that speaks as Alibaba Cloud OSS does, as far as packs need it: there is no OSS server to install.

What it checks of a signature is its form; the signatures themselves are compared in `test_signing.py`.
"""

import hashlib
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler
from typing import ClassVar
from urllib.parse import parse_qs, quote, unquote, urlsplit

from tests.system.shares.servers import address, serving

_SIGNED = re.compile(r"OSS4-HMAC-SHA256 Credential=key/\d{8}/cn-hangzhou/oss/aliyun_v4_request,Signature=[0-9a-f]{64}")


class Oss(BaseHTTPRequestHandler):
    """Objects of the one bucket `shop`, in memory."""

    protocol_version = "HTTP/1.1"
    objects: ClassVar[dict[str, bytes]] = {}
    lock: ClassVar[threading.Lock] = threading.Lock()

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        if "list-type" in parts.query:
            self._list({name: values[0] for name, values in parse_qs(parts.query).items()})
            return
        content = self.objects.get(self._key())
        if content is None:
            self._say(404, b"<Error><Code>NoSuchKey</Code></Error>")
            return
        etag = f'"{hashlib.md5(content).hexdigest().upper()}"'
        is_known = self.headers.get("If-None-Match") == etag
        self._say(304 if is_known else 200, b"" if is_known else content, {"ETag": etag})

    do_HEAD = do_GET  # noqa: N815

    def do_PUT(self) -> None:
        content = self.rfile.read(int(self.headers["Content-Length"] or 0))
        with self.lock:
            if self.headers.get("x-oss-forbid-overwrite") == "true" and self._key() in self.objects:
                self._say(409, b"<Error><Code>FileAlreadyExists</Code></Error>")
                return
            self.objects[self._key()] = content
        self._say(200)

    def do_DELETE(self) -> None:
        self.objects.pop(self._key(), None)
        self._say(204)

    def log_message(self, *args: object) -> None:
        """Tests say nothing."""

    def _key(self) -> str:
        return unquote(urlsplit(self.path).path).removeprefix("/shop/")

    def _list(self, asked: dict[str, str]) -> None:
        """Pages of two, so that more than one is needed."""
        prefix, after = asked.get("prefix", ""), asked.get("continuation-token", "")
        inside = sorted(key for key in self.objects if key.startswith(prefix) and "/" not in key[len(prefix) :])
        page = [key for key in inside if key > after][:2]
        more = f"<NextContinuationToken>{page[-1]}</NextContinuationToken>" if page and page[-1] != inside[-1] else ""
        keys = "".join(f"<Contents><Key>{quote(key)}</Key></Contents>" for key in page)
        listing = f"<ListBucketResult><EncodingType>url</EncodingType>{keys}{more}</ListBucketResult>"
        self._say(200, listing.encode())

    def _say(self, status: int, content: bytes = b"", headers: dict[str, str] | None = None) -> None:
        if not _SIGNED.fullmatch(self.headers.get("Authorization", "")) or "x-oss-date" not in self.headers:
            status, content = 403, b"<Error><Code>SignatureDoesNotMatch</Code></Error>"
        self.send_response(status)
        for name, value in {"Content-Length": str(len(content)), **(headers or {})}.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)


@contextmanager
def oss() -> Iterator[str]:
    Oss.objects.clear()
    with serving(Oss) as server:
        yield f"oss://shop/packs?endpoint={address(server)}&style=path&region=cn-hangzhou"
