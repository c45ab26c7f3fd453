"""One request to a web server, through the proxy of this computer where it has one.

The rule: it ends in time, reads no more than it was allowed to, and whatever goes wrong is a `ShareTrouble` that names
the host and nothing that lets somebody in.

The standard library is enough: it takes the system's certificates and proxies on every system, and tells a bad
certificate from a dead host. Nothing here is cached, no cookie is kept.
"""

import base64
import http.client
import socket
import ssl
import time
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import field, replace
from urllib.parse import unquote, urljoin, urlsplit
from urllib.request import getproxies, proxy_bypass

from app.core.shares.share import READ_LIMIT, Fault, Secret, ShareTrouble
from app.core.values import dataclass

CHUNK = 256 * 1024
MAX_REDIRECTS = 5
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_FAULTS: Mapping[int, Fault] = {
    401: Fault.SIGN_IN,
    403: Fault.DENIED,
    404: Fault.NOT_THERE,
    405: Fault.READ_ONLY,
    407: Fault.PROXY,
    410: Fault.NOT_THERE,
    413: Fault.TOO_BIG,
    423: Fault.IN_USE,
    501: Fault.READ_ONLY,
    507: Fault.FULL,
}


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked for, and how many bytes of an answer are read."""

    verb: str
    url: str
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    limit: int = READ_LIMIT


@dataclass(frozen=True, slots=True)
class Reply:
    """What a server answered; the names of `headers` are in small letters."""

    status: int
    headers: Mapping[str, str]
    content: bytes = b""


@dataclass(frozen=True, slots=True)
class Web:
    """Sends requests. `proxies` tells the proxies of this computer, `context` makes what checks certificates."""

    deadline: float
    secret: Secret | None = None
    proxies: Callable[[], Mapping[str, str]] = getproxies
    context: Callable[[], ssl.SSLContext] = ssl.create_default_context
    sessions: "dict[str, ssl.SSLSession]" = field(default_factory=dict, repr=False)
    """What lets the next handshake with a host be short: a whole one costs more bytes than all else of a look."""

    def send(self, request: Request, fine: tuple[int, ...] = (200,)) -> Reply:
        """The answer, if its status is one of the fine ones; `ShareTrouble` for every other."""
        home = urlsplit(request.url).netloc
        for _ in range(MAX_REDIRECTS):
            reply = self._once(request, is_home=urlsplit(request.url).netloc == home)
            if reply.status not in _REDIRECTS or "location" not in reply.headers:
                break
            request = _led_on(request, reply.headers["location"])
        if reply.status not in fine:
            raise trouble_of(reply, request.url)
        return reply

    def _once(self, request: Request, *, is_home: bool) -> Reply:
        ends = time.monotonic() + self.deadline * (6 if request.verb in ("GET", "PUT") else 1)
        place = place_of(request.url)
        proxy = self._proxy_for(request.url)
        try:
            connection, target, extra = self._connection(request.url, proxy)
            with closing(connection):
                headers = {**request.headers, **extra, **(self._credentials() if is_home else {})}
                connection.request(request.verb, target, request.body or None, headers)
                with closing(connection.getresponse()) as response:
                    reply = _read(response, request, ends)
                if isinstance(connection, _Secure):
                    connection.keep_session()
                return reply
        except ShareTrouble:
            raise
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise _named(error, place, is_proxied=bool(proxy)) from None

    def _credentials(self) -> dict[str, str]:
        if self.secret is None or not self.secret.user:
            return {}
        return {"Authorization": _basic(self.secret.user, self.secret.password)}

    def _connection(self, url: str, proxy: str) -> tuple[http.client.HTTPConnection, str, dict[str, str]]:
        """A connection that opens at its first use, what to ask it for, and what its proxy wants to be told."""
        parts = urlsplit(url)
        path = parts.path or "/"
        target = f"{path}?{parts.query}" if parts.query else path
        via = urlsplit(proxy if "://" in proxy else f"http://{proxy}") if proxy else None
        seen = _proxy_credentials(via.username, via.password) if via else {}
        host, port = (via.hostname or "", via.port) if via else (parts.hostname or "", parts.port)
        if parts.scheme == "https":
            secure = _Secure(host, port, self.deadline, self.context(), self.sessions)
            if via:
                secure.set_tunnel(parts.hostname or "", parts.port, seen)
            return secure, target, {}
        return http.client.HTTPConnection(host, port, timeout=self.deadline), url if via else target, seen

    def _proxy_for(self, url: str) -> str:
        parts = urlsplit(url)
        if not parts.hostname or proxy_bypass(parts.hostname):
            return ""
        return self.proxies().get(parts.scheme, "")


class _Secure(http.client.HTTPSConnection):
    """A connection that goes on with the session of the one before it, where the server agrees."""

    sock: ssl.SSLSocket

    def __init__(
        self,
        host: str,
        port: int | None,
        deadline: float,
        context: ssl.SSLContext,
        sessions: "dict[str, ssl.SSLSession]",
    ) -> None:
        super().__init__(host, port, timeout=deadline, context=context)
        self._checking = context
        self._sessions = sessions

    def connect(self) -> None:
        """Open it, through the proxy where there is one, and check who answers."""
        http.client.HTTPConnection.connect(self)
        host, port = self._meant()
        kept = self._sessions.get(f"{host}:{port}")
        self.sock = self._checking.wrap_socket(self.sock, server_hostname=host, session=kept)

    def keep_session(self) -> None:
        """Remember the session; servers send it with or after their first answer."""
        session = getattr(self.sock, "session", None)
        if session is not None:
            self._sessions["{}:{}".format(*self._meant())] = session

    def _meant(self) -> tuple[str, int]:
        """Whom we speak with in the end, behind a proxy too."""
        host = getattr(self, "_tunnel_host", None)
        return (str(host), int(getattr(self, "_tunnel_port", None) or 443)) if host else (self.host, self.port)


def place_of(url: str) -> str:
    """What an address may be called: without user, password and query."""
    parts = urlsplit(url)
    host = parts.netloc.rpartition("@")[2]
    return f"{parts.scheme}://{host}{unquote(parts.path)}"


def trouble_of(reply: Reply, url: str) -> ShareTrouble:
    """What a status that is not fine means."""
    reason = _FAULTS.get(reply.status, Fault.SERVER)
    return ShareTrouble(reason, place_of(url), f"HTTP {reply.status}")


def _led_on(request: Request, location: str) -> Request:
    url = urljoin(request.url, location)
    is_downgrade = request.url.startswith("https:") and not url.startswith("https:")
    is_elsewhere = urlsplit(url).netloc != urlsplit(request.url).netloc
    is_signed_for_another = is_elsewhere and "Authorization" in request.headers
    is_web = url.startswith(("http:", "https:")) and request.verb in ("GET", "HEAD", "PROPFIND")
    if is_downgrade or is_signed_for_another or not is_web:
        raise ShareTrouble(Fault.SERVER, place_of(request.url), "redirect")
    return replace(request, url=url)


def _read(response: http.client.HTTPResponse, request: Request, ends: float) -> Reply:
    headers = {name.lower(): value for name, value in response.getheaders()}
    if response.status not in (200, 206, 207):
        return Reply(response.status, headers, response.read(CHUNK))
    declared = headers.get("content-length", "")
    if request.verb != "HEAD" and declared.isdigit() and int(declared) > request.limit:
        raise ShareTrouble(Fault.TOO_BIG, place_of(request.url))
    content = bytearray()
    while chunk := response.read(CHUNK):
        content += chunk
        if len(content) > request.limit:
            raise ShareTrouble(Fault.TOO_BIG, place_of(request.url))
        if time.monotonic() > ends:
            raise ShareTrouble(Fault.NO_ANSWER, place_of(request.url))
    if request.verb != "HEAD" and declared.isdigit() and len(content) < int(declared):
        raise ShareTrouble(Fault.UNSTEADY, place_of(request.url))
    return Reply(response.status, headers, bytes(content))


def _named(error: Exception, place: str, *, is_proxied: bool) -> ShareTrouble:
    match error:
        case ssl.SSLCertVerificationError():
            return ShareTrouble(Fault.CERTIFICATE, place, error.verify_message)
        case ssl.SSLError():
            return ShareTrouble(Fault.SERVER, place, "TLS")
        case TimeoutError():
            return ShareTrouble(Fault.NO_ANSWER, place)
        case http.client.IncompleteRead():
            return ShareTrouble(Fault.UNSTEADY, place)
        case http.client.HTTPException() | ValueError():
            return ShareTrouble(Fault.SERVER, place, type(error).__name__)
        case _ if is_proxied and not isinstance(error, ConnectionResetError):
            return ShareTrouble(Fault.PROXY, place)
        case socket.gaierror():
            return ShareTrouble(Fault.UNKNOWN_HOST, place)
        case _:
            return ShareTrouble(Fault.UNREACHABLE, place)


def _proxy_credentials(user: str | None, password: str | None) -> dict[str, str]:
    return {"Proxy-Authorization": _basic(unquote(user), unquote(password or ""))} if user else {}


def _basic(user: str, password: str) -> str:
    return "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode()
