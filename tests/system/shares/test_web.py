"""Web servers: conditions save bytes, and proxies, certificates and passwords are named without being told."""

import ssl
from collections.abc import Iterator
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any, ClassVar

import pytest

from app.core.shares.share import Fault, Look, Secret, ShareTrouble
from app.system.shares import web_files
from app.system.shares.opening import open_share
from app.system.shares.web_requests import Request, Web
from tests.system.shares import servers


class Asked(BaseHTTPRequestHandler):
    """Answers as the test tells it, and remembers what it was asked."""

    protocol_version = "HTTP/1.1"
    asked: ClassVar[list[tuple[str, str, dict[str, str]]]] = []
    answer: ClassVar[tuple[int, dict[str, str], bytes]] = (200, {}, b"")
    date: ClassVar[str] = ""

    def _answer(self) -> None:
        self.asked.append((self.command, self.path, {k.lower(): v for k, v in self.headers.items()}))
        status, headers, content = self.answer
        if headers.get("ETag") and self.headers.get("If-None-Match") == headers["ETag"]:
            status, content = 304, b""
        self.send_response(status)
        for name, value in {"Content-Length": str(len(content)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    def date_time_string(self, timestamp: float | None = None) -> str:
        return self.date or super().date_time_string(timestamp)

    do_GET = do_HEAD = do_OPTIONS = do_PROPFIND = do_PUT = do_CONNECT = _answer  # noqa: N815

    def log_message(self, *args: object) -> None:
        """Tests say nothing."""


@pytest.fixture
def server() -> Iterator[str]:
    Asked.asked.clear()
    Asked.date = ""
    with servers.serving(Asked) as one:
        yield servers.address(one)


def refused(ask: Any, *names: Any) -> ShareTrouble:
    with pytest.raises(ShareTrouble) as caught:
        ask(*names)
    return caught.value


def test_a_static_web_server_is_read_and_asked_by_the_time_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "双11.json").write_bytes(b"{}")
    with servers.static(tmp_path) as url:
        share = open_share(f"{url}/")
        first = share.read_new("双11.json", None)
        assert first is not None

        again = share.read_new("双11.json", first.look)

        assert (first.content, first.look.size, again) == (b"{}", 2, None)
        assert first.look.modified_at is not None
        assert share.look("双11.json") == first.look
        assert refused(share.read, "missing.json").reason is Fault.NOT_THERE
        assert refused(share.names).reason is Fault.NOT_LISTED
        assert refused(share.create, "a.json", b"").reason is Fault.READ_ONLY
        assert refused(share.replace, "a.json", b"").reason is Fault.READ_ONLY


@pytest.mark.parametrize(("written", "is_recent"), [("20:00:01", True), ("19:59:59", False)])
def test_a_file_that_was_only_just_written_is_not_believed_to_be_the_same_by_its_time(
    server: str, written: str, is_recent: bool
) -> None:
    Asked.answer = (200, {"Last-Modified": f"Wed, 11 Nov 2026 {written} GMT"}, b"content")
    Asked.date = "Wed, 11 Nov 2026 20:00:02 GMT"

    fresh = open_share(server).read_new("index.json", None)

    assert fresh is not None
    assert fresh.look.is_recent is is_recent


class ChineseDay(datetime):
    """A moment on a computer that speaks Chinese: Qt has the system's names of days and months be used."""

    def strftime(self, _form: str) -> str:
        return "周三, 11 11月 2026"


def test_the_time_of_a_file_is_asked_for_in_english_whatever_the_computer_speaks(server: str) -> None:
    Asked.answer = (304, {}, b"")
    known = Look(3, ChineseDay(2026, 11, 11, 6, tzinfo=UTC))

    open_share(server).read_new("pack.json", known)

    assert Asked.asked[-1][2]["if-modified-since"] == "Wed, 11 Nov 2026 06:00:00 GMT"


def test_an_etag_is_sent_back_and_304_costs_no_content(server: str) -> None:
    Asked.answer = (200, {"ETag": '"7"'}, b"content")
    share = open_share(server)
    first = share.read_new("index.json", None)

    again = share.read_new("index.json", first and first.look)

    assert first is not None
    assert (first.look, again) == (Look(7, None, '"7"'), None)
    assert Asked.asked[-1][2]["if-none-match"] == '"7"'


def test_the_query_of_a_signed_link_is_sent_and_never_told(server: str) -> None:
    Asked.answer = (403, {}, b"")
    share = open_share(f"{server}/a/pack.json?Expires=1&Signature=s3cret")

    trouble = refused(share.read, "pack.json")

    assert Asked.asked[-1][1] == "/a/pack.json?Expires=1&Signature=s3cret"
    assert "s3cret" not in f"{trouble} {trouble!r} {share.place}"


def test_the_password_is_sent_to_the_share_alone_and_never_told(server: str) -> None:
    Asked.answer = (302, {"Location": server.replace("127.0.0.1", "localhost") + "/elsewhere"}, b"")
    share = open_share(server, Secret("mei", "s3cret"))

    trouble = refused(share.read, "index.json")

    told = [headers.get("authorization") for _, _, headers in Asked.asked]
    assert told[0] == "Basic bWVpOnMzY3JldA=="
    assert len(told) == 5
    assert set(told[1:]) == {None}
    assert "s3cret" not in f"{trouble} {trouble!r} {share.place} {share!r}"


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        (401, Fault.SIGN_IN),
        (403, Fault.DENIED),
        (404, Fault.NOT_THERE),
        (407, Fault.PROXY),
        (410, Fault.NOT_THERE),
        (429, Fault.SERVER),
        (500, Fault.SERVER),
        (503, Fault.SERVER),
    ],
)
def test_what_a_status_means_is_said(server: str, status: int, reason: Fault) -> None:
    Asked.answer = (status, {}, b"<html>")

    trouble = refused(open_share(server).read, "index.json")

    assert (trouble.reason, trouble.detail) == (reason, f"HTTP {status}")


@pytest.mark.parametrize(
    ("headers", "content", "reason"),
    [
        ({"Content-Length": "1000000000"}, b"", Fault.TOO_BIG),
        ({"Content-Length": "9"}, b"cut", Fault.UNSTEADY),
        ({"Transfer-Encoding": "chunked", "Content-Length": ""}, b"zz\r\n", Fault.UNSTEADY),
        ({"Location": "ftp://host/x"}, b"", None),
    ],
)
def test_a_lying_or_broken_answer_is_refused(
    server: str, headers: dict[str, str], content: bytes, reason: Fault | None
) -> None:
    Asked.answer = (200, {"Connection": "close", **headers}, content)
    share = open_share(server)

    if reason is None:
        assert share.read("index.json") == b""
    else:
        assert refused(share.read, "index.json").reason is reason


def test_nobody_there_and_no_such_host_are_told_apart() -> None:
    assert refused(open_share("http://127.0.0.1:1/").read, "a").reason is Fault.UNREACHABLE
    assert refused(open_share("http://nobody.invalid/").read, "a").reason in (Fault.UNKNOWN_HOST, Fault.PROXY)


def test_what_speaks_no_http_is_said_to_be_an_error_of_the_server() -> None:
    from tests.system.shares.test_dead_shares import silent_server

    with silent_server(b"220 smtp ready\r\n\r\n") as url:
        assert refused(open_share(url).read, "a").reason is Fault.SERVER


def test_a_proxy_is_used_and_told_its_own_password_only(server: str) -> None:
    Asked.answer = (200, {}, b"by proxy")
    proxy = server.replace("http://", "http://user:pw@")
    web = Web(30, Secret("mei", "s3cret"), proxies=lambda: {"http": proxy})

    reply = web.send(Request("GET", "http://shop.invalid/index.json"))

    verb, target, headers = Asked.asked[-1]
    assert (reply.content, verb, target) == (b"by proxy", "GET", "http://shop.invalid/index.json")
    assert headers["proxy-authorization"] == "Basic dXNlcjpwdw=="


def test_a_proxy_that_refuses_a_secure_address_is_named_and_told_no_password_of_the_share(server: str) -> None:
    Asked.answer = (407, {}, b"")
    web = Web(30, Secret("mei", "s3cret"), proxies=lambda: {"https": server})

    trouble = refused(web.send, Request("GET", "https://shop.invalid/index.json"))

    assert (trouble.reason, trouble.place) == (Fault.PROXY, "https://shop.invalid/index.json")
    assert [(verb, headers.get("authorization")) for verb, _, headers in Asked.asked] == [("CONNECT", None)]


def test_a_proxy_that_is_not_there_is_named() -> None:
    web = Web(30, proxies=lambda: {"http": "127.0.0.1:1", "https": "http://127.0.0.1:1"})

    for scheme in ("http", "https"):
        assert refused(web.send, Request("GET", f"{scheme}://shop.invalid/a")).reason is Fault.PROXY


@pytest.mark.parametrize(("days", "is_trusted", "reason"), [(9, True, None), (9, False, "cert"), (-9, True, "expired")])
def test_a_certificate_that_cannot_be_trusted_is_named_and_nothing_is_asked(
    tmp_path: Path, days: int, is_trusted: bool, reason: str | None
) -> None:
    pem = servers.certificate(tmp_path, days)
    context = ssl.create_default_context(cafile=str(pem) if is_trusted else None)
    Asked.asked.clear()
    Asked.answer = (200, {}, b"secure")
    with servers.secure(Asked, pem) as home:
        url = f"{home}/index.json"
        web = Web(30, Secret("mei", "s3cret"), proxies=dict, context=lambda: context)

        if reason is None:
            assert web.send(Request("GET", url)).content == b"secure"
            return
        trouble = refused(web.send, Request("GET", url))

    assert (trouble.reason, Asked.asked) == (Fault.CERTIFICATE, [])
    assert reason in trouble.detail


def test_the_next_handshake_with_a_host_is_a_short_one(tmp_path: Path) -> None:
    class Reused(Asked):
        reused: ClassVar[list[bool]] = []

        def do_GET(self) -> None:
            self.reused.append(self.connection.session_reused)  # type: ignore[attr-defined]
            self._answer()

    pem = servers.certificate(tmp_path, 9)
    context = ssl.create_default_context(cafile=str(pem))
    Asked.answer = (200, {}, b"secure")
    web = Web(30, proxies=dict, context=lambda: context)

    with servers.secure(Reused, pem) as url:
        for _ in range(3):
            web.send(Request("GET", f"{url}/index.json"))

    assert Reused.reused == [False, True, True]
    assert "Session" not in repr(web)


def test_a_secure_address_is_never_led_on_to_an_open_one(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from app.system.shares import web_requests

    leads = web_requests.Reply(302, {"location": f"{server}/index.json"})
    monkeypatch.setattr(Web, "_once", lambda self, request, is_home: leads)

    assert refused(Web(30).send, Request("GET", "https://shop.example.com/a")).reason is Fault.SERVER


def test_a_request_that_was_signed_for_one_host_is_never_led_on_to_another(server: str) -> None:
    Asked.answer = (302, {"Location": server.replace("127.0.0.1", "localhost") + "/elsewhere"}, b"")
    signed = Request(
        "GET", f"{server}/a", {"Authorization": "AWS4-HMAC-SHA256 Signature=1", "x-amz-security-token": "t"}
    )

    assert refused(Web(30).send, signed).reason is Fault.SERVER
    assert len(Asked.asked) == 1


def test_a_webdav_server_without_the_right_password_says_so(tmp_path: Path) -> None:
    with servers.webdav(tmp_path) as url:
        share = open_share(url, Secret(servers.USER, "wrong"))

        for ask in (lambda: share.read("a"), lambda: share.create("a", b""), share.names):
            assert refused(ask).reason is Fault.SIGN_IN
    assert list(tmp_path.iterdir()) == []


def test_a_listing_with_entities_is_refused(server: str) -> None:
    Asked.answer = (207, {}, b'<!DOCTYPE a [<!ENTITY b "c">]><multistatus xmlns="DAV:">&b;</multistatus>')

    assert refused(open_share(server).names).reason is Fault.SERVER


def test_a_listing_names_only_what_is_in_the_folder(server: str) -> None:
    hrefs = ["/", "/a.json", "/%E5%8F%8C.json", "/sub/b.json", "/..%2Fetc", "/~$a.xlsx"]
    nodes = "".join(f"<response><href>{href}</href></response>" for href in hrefs)
    folder = "<response><href>/sub/</href><propstat><prop><resourcetype><collection/></resourcetype></prop></propstat>"
    Asked.answer = (207, {}, f'<multistatus xmlns="DAV:">{nodes}{folder}</response></multistatus>'.encode())

    assert open_share(server).names() == ["a.json", "双.json"]


def test_a_listing_of_webdav_that_has_no_end_is_called_too_long(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web_files, "LISTING_LIMIT", 100)
    Asked.answer = (207, {}, b"<multistatus/>" + b" " * 200)

    assert refused(open_share(server).names).reason is Fault.CROWDED
