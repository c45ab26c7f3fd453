"""A new version as the installed program meets it: on a share, on a web server, offered, fetched, installed on quit."""

import json
import shutil
import ssl
import subprocess
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from app import VERSION
from app.core.packs.signatures import PublicKey
from app.core.versions import read_version
from app.formats.packs.minisign import made
from app.services.announcing import Announcing
from app.system.clock import SystemClock
from app.system.shares.opening import open_share
from tests.installer.conftest import NEWER, Packer
from tests.installer.windows import UNINSTALL, Windows, windows_path

REASON = "修复了粘贴"
TO_NEW_VERSIONS = ("F10", "Up", "Up", "Up", "Return")
"""In the menu, from its end: quit, hide, new versions."""
QUIT_NOW = ("shift+Tab", "Return")
"""In the window of new versions; `--quit` is what an installer calls, and starts none."""
QUIT_BY_MENU = ("F10", "Up", "Return")


class Quiet(SimpleHTTPRequestHandler):
    """Serves a folder and says nothing of it."""

    def log_message(self, *_: object) -> None:
        """Nobody reads it."""


@contextmanager
def web_server(folder: Path, certificate: Path | None = None) -> Iterator[str]:
    """A folder on a web server; its address. With a certificate nobody is let in who does not trust that."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    if certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"{'https' if certificate else 'http'}://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture
def share(tmp_path: Path) -> Path:
    """An empty folder for everybody."""
    (tmp_path / "share").mkdir()
    return tmp_path / "share"


@pytest.fixture
def key(share: Path, pack: Packer) -> PublicKey:
    """A newer version is announced on the share; the key to believe it with."""
    secret = made()
    files = {pack(NEWER).name: pack(NEWER).read_bytes()}
    Announcing(open_share(str(share)), secret, SystemClock()).announce(read_version(NEWER), files, {"zh_CN": REASON})
    return secret.public


@pytest.fixture
def installed(windows: Windows, setup: Path) -> Windows:
    assert windows.run(setup, "/S") == 0
    return windows


def follow(windows: Windows, place: str, key: PublicKey) -> None:
    """Whoever looks after this computer says where new versions come from."""
    said = {"updates": {"from": place, "key": key.text}}
    (windows.folder / "policy.json").write_text(json.dumps(said), "utf-8")


def checked(windows: Windows) -> dict[str, Any]:
    """What the installed program sees."""
    told: dict[str, Any] = json.loads(windows.ask(windows.program, "update", "check", "--json"))
    return told


@pytest.mark.parametrize("opened", [None, web_server], ids=["share", "web"])
def test_a_version_is_found_and_believed_by_the_installed_program(
    installed: Windows, share: Path, key: PublicKey, opened: Callable[[Path], Any] | None
) -> None:
    with ExitStack() as stack:
        follow(installed, stack.enter_context(opened(share)) if opened else windows_path(share), key)

        told = checked(installed)

    assert told["trouble"] is None
    assert told["offer"]["version"] == NEWER
    assert told["offer"]["reasons"] == {"zh_CN": REASON}


@pytest.mark.skipif(shutil.which("openssl") is None, reason="nothing makes a certificate here")
def test_a_web_server_with_a_certificate_that_nobody_knows_is_not_believed(
    installed: Windows, share: Path, key: PublicKey, tmp_path: Path
) -> None:
    certificate = tmp_path / "server.pem"
    words = ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", certificate]
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", *words, "-out", "-"]
    public = subprocess.run(command, check=True, capture_output=True).stdout
    certificate.write_bytes(certificate.read_bytes() + public)
    with web_server(share, certificate) as address:
        follow(installed, address, key)

        told = checked(installed)

    assert told["offer"] is None
    assert "certificate" in told["trouble"]


@pytest.mark.parametrize(
    ("quitting", "is_back"),
    [(QUIT_NOW, True), (QUIT_BY_MENU, False)],
    ids=["now", "at the end of the day"],
)
def test_a_version_is_offered_fetched_agreed_to_and_installed_on_quit(
    stocked: Windows, share: Path, key: PublicKey, pack: Packer, quitting: Sequence[str], *, is_back: bool
) -> None:
    follow(stocked, windows_path(share), key)
    stocked.start(stocked.program)
    stocked.call()

    stocked.keys(*TO_NEW_VERSIONS)
    stocked.focus(stocked.window("New versions|新版本"))
    stocked.picture("update-1-asked")
    stocked.keys("space")
    fetched = stocked.data / "updates" / pack(NEWER).name
    assert stocked.until(fetched.exists, 60)
    stocked.until(lambda: False, 2)
    stocked.picture("update-2-offered")
    assert stocked.value(UNINSTALL, "DisplayVersion") == VERSION
    stocked.keys("Return")
    stocked.until(lambda: False, 1)
    stocked.picture("update-3-agreed")
    if not is_back:
        stocked.keys("Escape")
        stocked.focus(stocked.window("^亲台$"))
    stocked.keys(*quitting)

    assert stocked.until(lambda: stocked.value(UNINSTALL, "DisplayVersion") == NEWER, 90)
    stocked.until(lambda: False, 3)  # time to start once more, whether it should or not
    assert stocked.until(lambda: stocked.is_running() is is_back)  # whoever could not wait gets the program back
