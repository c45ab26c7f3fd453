"""`python -m tests.bench.shares`: what a client costs a share and itself: bytes on the wire, time and memory a look.

The rule: bytes are counted between client and server, TLS records included, TCP/IP headers not; servers are real ones
on the loopback, each started for its row.
"""

import getpass
import importlib.util
import socket
import ssl
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from app.core.shares.places import Kind, address_of
from app.core.shares.polls import Watched
from app.core.shares.share import Secret
from app.ports.shares import Share
from app.system.clock import SystemClock
from app.system.shares.opening import open_share
from app.system.shares.passing import Memory, passed
from app.system.shares.plain_share import PlainShare
from app.system.shares.remote_share import RemoteShare
from app.system.shares.web_files import WebFiles
from app.system.shares.web_requests import Web
from tests.system.shares import servers
from tests.system.shares.oss_server import oss

LOOKS = 50
PACK = b'{"title":"\xe5\x8f\x91\xe8\xb4\xa7","body":"\xe4\xba\xb2"},' * 6_000
"""About 200 kB, as a pack of a thousand phrases is."""
INDEX = b'{"index":1,"packs":{"shop":{"number":7,"file":"shop-0007-0a1b2c3d4e5f.json","sha256":"' + b"0" * 64
INDEX += b'","size":200000,"published_at":"2026-11-10T08:00:00Z","publisher":"x","note":"y","must_read":3}}}'
FILES = {"shop-0007-0a1b2c3d4e5f.json": PACK, "shop-0007-0a1b2c3d4e5f.json.minisig": b"s" * 330, "index.json": INDEX}
LATER = {name.replace("0007", "0008"): content for name, content in FILES.items()}


@dataclass
class Wire:
    """A relay before a server that counts what goes through it."""

    up: int = 0
    down: int = 0
    port: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def taken(self) -> tuple[int, int]:
        """Bytes from and to the client since it was last asked."""
        with self.lock:
            counted = (self.up, self.down)
            self.up = self.down = 0
        return counted


@contextmanager
def wire(to: int) -> Iterator[Wire]:
    """Put a relay before a port of this computer."""
    listener = socket.create_server(("127.0.0.1", 0))
    counts = Wire(port=listener.getsockname()[1])

    def accept() -> None:
        with suppress(OSError):
            while True:
                client, _ = listener.accept()
                server = socket.create_connection(("127.0.0.1", to))
                for source, sink, is_up in ((client, server, True), (server, client, False)):
                    threading.Thread(target=pump, args=(source, sink, is_up), daemon=True).start()

    def pump(source: socket.socket, sink: socket.socket, is_up: bool) -> None:
        with suppress(OSError):
            while chunk := source.recv(65_536):
                with counts.lock:
                    if is_up:
                        counts.up += len(chunk)
                    else:
                        counts.down += len(chunk)
                sink.sendall(chunk)
        with suppress(OSError):
            sink.shutdown(socket.SHUT_WR)

    threading.Thread(target=accept, daemon=True).start()
    try:
        yield counts
    finally:
        listener.close()


def main(_arguments: Sequence[str]) -> None:
    """Print a row a kind of share."""
    print(f"published folder: index {len(INDEX)} bytes, pack {len(PACK):,} bytes; medians of {LOOKS} unchanged looks")
    print(f"{'share':<22}{'up B':>8}{'down B':>8}{'ms':>8}{'cpu ms':>8}   first look / one that finds a new pack")
    for name, row in ROWS.items():
        with ExitStack() as stack, tempfile.TemporaryDirectory() as room:
            try:
                row(stack, Path(room), name)
            except Exception as error:
                print(f"{name:<22} not measured here: {error}")
    report_parts()


def folder(stack: ExitStack, room: Path, name: str) -> None:
    """A folder of this computer: nothing goes over a wire."""
    measure(name, PlainShare(room), PlainShare(room), None, Kind.FILES)


def web(stack: ExitStack, room: Path, name: str) -> None:
    """A static web server without TLS."""
    url = stack.enter_context(servers.static(room))
    counts = stack.enter_context(wire(int(url.rpartition(":")[2])))
    measure(name, PlainShare(room), open_share(f"http://127.0.0.1:{counts.port}"), counts, Kind.WEB)


def secure(stack: ExitStack, room: Path, name: str, *, is_resumed: bool) -> None:
    """The same with TLS; the certificate is a small one, a public one adds about 3 kB to a whole handshake."""
    pem = servers.certificate(room, 9)
    url = stack.enter_context(servers.secure(partial(servers.StaticFiles, directory=str(room)), pem))
    counts = stack.enter_context(wire(int(url.rpartition(":")[2])))
    context = ssl.create_default_context(cafile=str(pem))
    sessions = {} if is_resumed else _Forgetful()
    files = WebFiles(Web(30, proxies=dict, context=lambda: context, sessions=sessions))
    address = f"https://127.0.0.1:{counts.port}"
    measure(name, PlainShare(room), RemoteShare(files, address, address), counts, Kind.WEB)


class _Forgetful(dict[str, ssl.SSLSession]):
    def __setitem__(self, key: str, value: ssl.SSLSession) -> None:
        """Keep nothing."""


def webdav(stack: ExitStack, room: Path, name: str) -> None:
    """WsgiDAV with a password."""
    url = stack.enter_context(servers.webdav(room))
    counts = stack.enter_context(wire(int(url.rpartition(":")[2])))
    secret = Secret(servers.USER, servers.PASSWORD)
    measure(name, PlainShare(room), open_share(f"webdav://127.0.0.1:{counts.port}", secret), counts, Kind.WEB)


def bucket(stack: ExitStack, room: Path, name: str) -> None:
    """moto's S3, signed."""
    url = stack.enter_context(servers.bucket())
    counts = stack.enter_context(wire(int(url.rpartition(":")[2])))
    secret = Secret("key", "secret")
    share = open_share(f"s3://shop/packs?endpoint=http://127.0.0.1:{counts.port}", secret)
    measure(name, open_share(f"s3://shop/packs?endpoint={url}", secret), share, counts, Kind.S3)


def oss_bucket(stack: ExitStack, room: Path, name: str) -> None:
    """What speaks as OSS does, signed."""
    place = stack.enter_context(oss())
    port = place.partition("127.0.0.1:")[2].partition("&")[0]
    counts = stack.enter_context(wire(int(port)))
    secret = Secret("key", "secret")
    share = open_share(place.replace(port, str(counts.port)), secret)
    measure(name, open_share(place, secret), share, counts, Kind.OSS)


def smb(stack: ExitStack, room: Path, name: str) -> None:
    """Samba by smbprotocol, one connection for all looks."""
    program = servers.smbd()
    if program is None:
        print(f"{name:<22} no smbd here")
        return
    (room / "share").mkdir()
    (room / "samba").mkdir()
    url = stack.enter_context(servers.samba(program, room / "share", room / "samba"))
    port = url.partition("127.0.0.1:")[2].partition("/")[0]
    counts = stack.enter_context(wire(int(port)))
    share = open_share(url.replace(port, str(counts.port)), Secret(getpass.getuser(), "password"))
    measure(name, PlainShare(room / "share"), share, counts, Kind.SMB)


ROWS = {
    "folder": folder,
    "http": web,
    "https, whole": partial(secure, is_resumed=False),
    "https, resumed": partial(secure, is_resumed=True),
    "WebDAV": webdav,
    "S3": bucket,
    "OSS": oss_bucket,
    "SMB (smbprotocol)": smb,
}


def measure(name: str, lead: Share, agent: Share, counts: Wire | None, kind: Kind) -> None:
    """Publish, look, look again many times, publish anew, look."""
    put(lead, FILES)
    places = {Kind.FILES: "/x", Kind.SMB: "smb://x/y"}
    watched = Watched("x", address_of(places.get(kind, "http://x"))[0], wanted=wanted)
    memory, first, _, _ = look(agent, watched, Memory(), counts)
    rows = []
    for _ in range(LOOKS):
        memory, *row = look(agent, watched, memory, counts)
        rows.append(row)
    rows.sort(key=lambda row: row[1])
    (up, down), took, cpu = rows[len(rows) // 2]
    put(lead, {name: content.replace(b"0007", b"0008") for name, content in LATER.items()})
    _, news, _, _ = look(agent, watched, memory, counts)
    told = f"{first[0] + first[1]:,} / {news[0] + news[1]:,} B" if counts else "-"
    print(f"{name:<22}{up:>8,}{down:>8,}{took * 1000:>8.2f}{cpu * 1000:>8.2f}   {told}")


def put(lead: Share, files: dict[str, bytes]) -> None:
    """Write the files, the index last."""
    for name, content in sorted(files.items(), key=lambda one: one[0] == "index.json"):
        lead.replace(name, content)


def wanted(index: bytes) -> list[str]:
    """The pack that an index names, and its signature."""
    name = index.partition(b'"file":"')[2].partition(b'"')[0].decode()
    return [name, f"{name}.minisig"]


def look(
    share: Share, watched: Watched, memory: Memory, counts: Wire | None
) -> tuple[Memory, tuple[int, int], float, float]:
    """One look: what is known after it, bytes up and down, seconds, seconds of the processor (servers' too)."""
    wall, cpu = time.perf_counter(), time.process_time()
    memory = passed(share, watched, memory, SystemClock().now()).memory
    took, used = time.perf_counter() - wall, time.process_time() - cpu
    threading.Event().wait(0.02)  # the relay counts what the client has already read
    return memory, counts.taken() if counts else (0, 0), took, used


def report_parts() -> None:
    """What the part for remote places costs a program that uses it."""
    alone = "import app.system.shares.reader"
    remote = f"{alone}; from app.system.shares.opening import open_share; open_share('https://x/')"
    for name, code in {"reader": alone, "reader + remote places": remote}.items():
        told = subprocess.run(
            [sys.executable, "-c", f"{PROBE}; {code}; print(told())"], capture_output=True, text=True, check=True
        )
        print(f"{name:<22} {told.stdout.strip()}")
    spec = importlib.util.find_spec("fsspec")
    where = Path(spec.origin).parent if spec and spec.origin else None
    size = sum(path.stat().st_size for path in where.rglob("*.py")) if where else 0
    print(f"{'fsspec on disk':<22} {size / 1e6:.1f} MB")


PROBE = (
    "import time, PySide6.QtCore; from pathlib import Path; "
    "pss = lambda: int(Path('/proc/self/smaps_rollup').read_text().partition('Pss:')[2].split()[0]) / 1024; "
    "k = pss(); b = time.perf_counter(); "
    "told = lambda: f'{(time.perf_counter() - b) * 1000:.0f} ms to import, {pss() - k:.1f} MB'"
)


if __name__ == "__main__":
    main(sys.argv[1:])
