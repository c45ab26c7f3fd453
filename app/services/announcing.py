"""Announcing a version: its files put on a share, then the signed announcement that names them.

The rule: a file on a share never changes its content, and the announcement comes last, so that whoever reads it finds
what it names; a version that is older than the announced one is not announced.
"""

from collections.abc import Mapping, Sequence
from hashlib import sha256

from app.core.shares.share import Fault, ShareTrouble
from app.core.updates.update import (
    ENDINGS,
    LATEST,
    SIGNATURE,
    Announcement,
    Build,
    NotOffered,
    Refusal,
    System,
    comment_of,
    is_build_name,
    written,
)
from app.core.versions import Version
from app.ports import Clock
from app.ports.shares import Share
from app.services.packs.publishing import Signer
from app.services.updates import announcement_on


class BadBuild(Exception):
    """A file cannot be announced; the reason is said in a sentence."""


class Announcing:
    """Whoever gives the program to others. The key must be the one that they pinned."""

    def __init__(self, share: Share, signer: Signer, clock: Clock) -> None:
        self._share = share
        self._signer = signer
        self._clock = clock

    def announce(self, version: Version, files: Mapping[str, bytes], reasons: Mapping[str, str]) -> Announcement:
        """Put these files there and announce them. Raises `BadBuild`, `NotOffered` and `ShareTrouble`.

        A version that is announced already may be announced again, with other reasons or a further file.
        """
        builds = [_build(name, content) for name, content in files.items()]
        _check_systems(builds)
        self._check_newer(version)
        for name, content in files.items():
            self._put(name, content)
        announced = Announcement(version, self._clock.now(), dict(reasons), tuple(builds))
        content = written(announced)
        self._share.replace(SIGNATURE, self._signer.sign(content, comment_of(version)))
        self._share.replace(LATEST, content)
        return announced

    def _check_newer(self, version: Version) -> None:
        """Of what another key signed nothing is known, and nothing is replaced."""
        try:
            before = announcement_on(self._share, self._signer.public, Version((0, 0, 0)))
        except ShareTrouble as trouble:
            if trouble.reason is Fault.NOT_THERE:
                return
            raise
        if version < before.version:
            raise NotOffered(Refusal.OLDER, version, before.version)

    def _put(self, name: str, content: bytes) -> None:
        if not self._share.create(name, content) and self._share.read(name) != content:
            raise BadBuild(f"Another file called {name} lies there already. Give the new one a name of its own.")


def _build(name: str, content: bytes) -> Build:
    system = next((system for system, ending in ENDINGS.items() if name.endswith(ending)), None)
    if system is None or not is_build_name(system, name):
        known = " or ".join(ENDINGS.values())
        raise BadBuild(f"{name} cannot be announced: its name is to be of plain letters and to end in {known}.")
    return Build(system, name, len(content), sha256(content).hexdigest())


def _check_systems(builds: Sequence[Build]) -> None:
    for system in System:
        if sum(build.system is system for build in builds) > 1:
            raise BadBuild(f"There are several files for {system.value}.")
    if not builds:
        raise BadBuild("There is no file to announce.")
