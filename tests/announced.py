"""Versions, keys and shares for the tests of updates."""

from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256

from app.core.storage import NotStored, Trouble
from app.core.updates.update import Build, Memory, Policy
from app.core.versions import Version, read_version
from app.formats.packs.minisign import SecretKey, made
from app.services.announcing import Announcing
from tests.fakes import FakeClock, FakeShare

SETUP = "qindesk-0.2.0-setup.exe"
CONTENT = b"MZ the installer of 0.2.0"
WHY = {"zh_CN": "修复了粘贴", "en": "Pasting works again"}


@cache
def _key(_name: str) -> SecretKey:
    return made()


def key(name: str = "vendor") -> SecretKey:
    """A key, the same for the same name."""
    return _key(name)


def v(text: str) -> Version:
    return read_version(text)


def policy(location: str = "\\\\server\\qindesk", signer: SecretKey | None = None) -> Policy:
    return Policy(location=location, key=(signer or key()).public)


def announce(share: FakeShare, version: str, content: bytes = CONTENT, signer: SecretKey | None = None) -> None:
    """Somebody puts a version on a share, whatever was there before."""
    for name in ("latest.json", "latest.json.minisig"):
        share.files.pop(name, None)
    files = {f"qindesk-{version}-setup.exe": content}
    Announcing(share, signer or key(), FakeClock()).announce(v(version), files, WHY)


@dataclass
class FakeUpdateFolder:
    """A folder in memory; what is started is noted."""

    memory: Memory = field(default_factory=Memory)
    files: dict[str, bytes] = field(default_factory=dict)
    started: list[tuple[str, ...]] = field(default_factory=list)
    trouble: Trouble | None = None
    is_startable: bool = True

    def load(self) -> Memory:
        return self.memory

    def save(self, memory: Memory) -> None:
        self._meet()
        self.memory = memory

    def keep(self, name: str, content: bytes) -> None:
        self._meet()
        self.files = {name: content}

    def holds(self, build: Build) -> bool:
        content = self.files.get(build.name)
        return content is not None and sha256(content).hexdigest() == build.sha256

    def clear(self) -> None:
        self.files = {}

    def can_start(self) -> bool:
        return self.is_startable

    def start(self, build: Build, *arguments: str) -> bool:
        self.started.append((build.name, *arguments))
        return True

    def _meet(self) -> None:
        if self.trouble is not None:
            raise NotStored(self.trouble)
