"""Real servers on the loopback, each started by the test that wants it and gone with it."""

import getpass
import logging
import os
import shutil
import socket
import ssl
import subprocess
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from functools import partial
from http.server import BaseHTTPRequestHandler, SimpleHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path

from app.system.clock import SystemClock

USER, PASSWORD = "小美", "p@ss:词/1"


class NotStarted(Exception):
    """A server that is installed does not run here."""


@contextmanager
def serving(handler: Callable[..., BaseHTTPRequestHandler]) -> Iterator[ThreadingHTTPServer]:
    """A web server of the standard library."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join(10)


def address(server: ThreadingHTTPServer) -> str:
    return f"http://127.0.0.1:{server.server_address[1]}"


def certificate(folder: Path, days: int) -> Path:
    """A certificate for 127.0.0.1 that its own maker signed, with its key."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "shop")])
    now = SystemClock().now()
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=30))
        .not_valid_after(now + timedelta(days=days))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    plain = serialization.NoEncryption()
    path = folder / f"{days}.pem"
    path.write_bytes(
        made.public_bytes(pem) + key.private_bytes(pem, serialization.PrivateFormat.TraditionalOpenSSL, plain)
    )
    return path


@contextmanager
def secure(handler: Callable[..., BaseHTTPRequestHandler], pem: Path) -> Iterator[str]:
    """The same behind TLS, with a certificate and its key."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem)
    with serving(handler) as server:
        server.socket = context.wrap_socket(server.socket, server_side=True)
        server.handle_error = lambda *args: None  # type: ignore[method-assign]
        yield address(server).replace("http:", "https:")


class StaticFiles(SimpleHTTPRequestHandler):
    """A plain web server: files of a folder with their time, no listing, no ETag."""

    protocol_version = "HTTP/1.1"

    def list_directory(self, path: object) -> None:
        self.send_error(403)

    def log_message(self, *args: object) -> None:
        """Tests say nothing."""


@contextmanager
def static(folder: Path) -> Iterator[str]:
    with serving(partial(StaticFiles, directory=str(folder))) as server:
        yield address(server)


@contextmanager
def webdav(folder: Path) -> Iterator[str]:
    """WsgiDAV behind cheroot; it lets in nobody without the password."""
    from cheroot import wsgi
    from wsgidav.wsgidav_app import WsgiDAVApp

    app = WsgiDAVApp(
        {
            "provider_mapping": {"/": str(folder)},
            "simple_dc": {"user_mapping": {"*": {USER: {"password": PASSWORD}}}},
            "http_authenticator": {"accept_basic": True, "accept_digest": False, "default_to_digest": False},
            "dir_browser": {"enable": False},
            "logging": {"enable": False},
            "verbose": 0,
        }
    )
    logging.getLogger("wsgidav").setLevel(logging.CRITICAL)
    server = wsgi.Server(("127.0.0.1", 0), app, numthreads=4)
    server.prepare()
    thread = threading.Thread(target=server.serve, daemon=True)
    thread.start()
    try:
        yield f"webdav://127.0.0.1:{server.bind_addr[1]}"
    finally:
        server.stop()
        thread.join(10)


@contextmanager
def bucket() -> Iterator[str]:
    """An S3-compatible store with one bucket."""
    import boto3
    from moto.server import ThreadedMotoServer

    logging.getLogger("werkzeug").setLevel(logging.CRITICAL)
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    client = boto3.client(
        "s3",
        endpoint_url=f"http://{host}:{port}",
        region_name="us-east-1",
        aws_access_key_id="key",
        aws_secret_access_key="secret",
    )
    try:
        urllib.request.urlopen(urllib.request.Request(f"http://{host}:{port}/moto-api/reset", method="POST")).close()
        client.create_bucket(Bucket="shop")
        yield f"http://{host}:{port}"
    finally:
        client.close()
        server.stop()


def smbd() -> str | None:
    """The Samba server of this system, if it has one."""
    return shutil.which("smbd") or shutil.which("smbd", path="/usr/sbin:/usr/local/sbin")


@contextmanager
def samba(program: str, folder: Path, room: Path) -> Iterator[str]:
    """Samba run as this user with a configuration of its own. It lets this user in, with the word `password`."""
    port = _free_port()
    places = ("lock", "state", "cache", "private", "pid", "ncalrpc")
    for place in places:
        (room / place).mkdir()
    settings = [
        f"{place} {'dir' if place in ('ncalrpc', 'private') else 'directory'} = {room / place}" for place in places
    ]
    settings += [f"smb ports = {port}", "interfaces = 127.0.0.1"]
    settings += ["bind interfaces only = yes", f"passdb backend = smbpasswd:{room / 'users'}"]
    settings += [
        "server role = standalone server",
        "load printers = no",
        "disable spoolss = yes",
        "server signing = no",
    ]
    shared = ["[shop]", f"path = {folder}", "read only = no", f"force user = {getpass.getuser()}"]
    user = f"{getpass.getuser()}:{os.getuid()}:{'X' * 32}:8846F7EAEE8FB117AD06BDD830B7586C:[U          ]:LCT-00000001:"
    (room / "users").write_text(f"{user}\n")
    conf = room / "smb.conf"
    conf.write_text("\n".join(["[global]", *settings, *shared]))
    process = subprocess.Popen(
        [program, "--foreground", "--no-process-group", f"--configfile={conf}", f"--log-basename={room}"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,  # it takes its whole process group with it
    )
    try:
        _until_open(port, process)
        yield f"smb://127.0.0.1:{port}/shop"
    finally:
        process.terminate()
        process.wait(20)


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def _until_open(port: int, process: "subprocess.Popen[bytes]") -> None:
    ends = time.monotonic() + 20
    while time.monotonic() < ends and process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            threading.Event().wait(0.05)
        else:
            return
    raise NotStarted("smbd does not run as this user")
