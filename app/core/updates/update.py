"""A newer version of the program: what an announcement of one says, and whether it may be believed.

The rule: nothing is offered that the pinned key did not sign as an announcement of this program, and never a version
that is older than the newest that was seen. Whoever has no key is offered nothing.

An announcement (`latest.json`, with `latest.json.minisig` beside it) names a file for each system by its hash, so that
the signature of the announcement vouches for the file.
"""

import re
from collections.abc import Mapping
from dataclasses import field
from datetime import UTC, datetime
from enum import Enum

import msgspec

from app.core.packs.signatures import BadSignature, PublicKey, is_signed, read_signature
from app.core.shares.share import READ_LIMIT, is_share_name
from app.core.values import dataclass
from app.core.versions import Version, read_version

PRODUCT = "qindesk"
LATEST = "latest.json"
SIGNATURE = "latest.json.minisig"
FORM = 1
MAX_BYTES = 64 * 1024
MAX_REASON = 400
STAMP = "qindesk update "
"""What the signed comment begins with: a key that signs packs too cannot be made to announce an update."""
_HASH = re.compile(r"[0-9a-f]{64}")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


class System(Enum):
    """What a file is for."""

    WINDOWS = "windows"
    LINUX = "linux"


ENDINGS = {System.WINDOWS: ".exe", System.LINUX: ".tar.gz"}


class Refusal(Enum):
    """Why an announcement is not believed; `SENTENCES` says it in words."""

    UNSIGNED = "unsigned"
    BAD_SIGNATURE = "bad_signature"
    WRONG_KEY = "wrong_key"
    TAMPERED = "tampered"
    NO_ANNOUNCEMENT = "no_announcement"
    NEWER_FORM = "newer_form"
    OLDER = "older"
    DAMAGED_FILE = "damaged_file"


SENTENCES: Mapping[Refusal, str] = {
    Refusal.UNSIGNED: "The announcement of new versions is not signed, so nothing of it is believed.",
    Refusal.BAD_SIGNATURE: "The signature of the announcement is damaged or in a form that is not known.",
    Refusal.WRONG_KEY: "The announcement is signed with another key ({found}) than yours ({pinned}).",
    Refusal.TAMPERED: "The announcement was changed after it was signed, or is damaged.",
    Refusal.NO_ANNOUNCEMENT: "The file latest.json announces no version of QinDesk.",
    Refusal.NEWER_FORM: "The announcement is written for a newer QinDesk than this one. Please install that by hand.",
    Refusal.OLDER: "Version {found} is announced, and {pinned} was seen already. An older one is never installed.",
    Refusal.DAMAGED_FILE: "The downloaded file {found} is not the one that was announced, and was deleted.",
}


class NotOffered(Exception):
    """An announcement is not believed. `found` and `pinned` fill the sentence."""

    def __init__(self, refusal: Refusal, found: object = "", pinned: object = "") -> None:
        super().__init__(refusal.value)
        self.refusal = refusal
        self.found = str(found)
        self.pinned = str(pinned)

    def sentence(self) -> str:
        """The reason in English words."""
        return SENTENCES[self.refusal].replace("{found}", self.found).replace("{pinned}", self.pinned)


@dataclass(frozen=True, slots=True)
class Build:
    """The file of a version for one system. `name` is that in the folder of the announcement, `size` in bytes."""

    system: System
    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Announcement:
    """All that is announced of a version. `reasons` tell why it is there, by language (`zh_CN`, `en`)."""

    version: Version
    published_at: datetime
    reasons: Mapping[str, str]
    builds: tuple[Build, ...]


@dataclass(frozen=True, slots=True)
class Offer:
    """A version that this computer could have."""

    version: Version
    published_at: datetime
    build: Build
    reasons: Mapping[str, str] = field(default_factory=dict)

    def reason(self, language: str) -> str:
        """Why it is there, in this language or another that it is told in; empty where nobody told."""
        return self.reasons.get(language) or next(iter(self.reasons.values()), "")


@dataclass(frozen=True, slots=True)
class Policy:
    """What the people who look after this computer decided. Without a location or a key nothing is ever offered.

    `is_allowed` False: whatever the user wants, nobody looks for new versions. `fault` tells what of it is not
    understood; nothing is offered then either.
    """

    is_allowed: bool = True
    location: str = ""
    key: PublicKey | None = None
    fault: str = ""

    @property
    def can_look(self) -> bool:
        """Whether there is a place to look at, and a key to believe it with."""
        return self.is_allowed and not self.fault and bool(self.location) and self.key is not None


@dataclass(frozen=True, slots=True)
class Memory:
    """What is kept between two starts. Versions are texts, empty where there is none.

    `highest` was seen, `skipped` is not wanted, `agreed` may be installed when the program quits, `tried` was given to
    its installer. `ready` lies on this computer, verified.
    """

    is_on: bool = True
    highest: str = ""
    skipped: str = ""
    agreed: str = ""
    tried: str = ""
    ready: Offer | None = None
    looked_at: datetime | None = None


class Stage(Enum):
    """How far it has come."""

    OFF = "off"
    CURRENT = "current"
    READY = "ready"
    AGREED = "agreed"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Standing:
    """What the user is told. `offer` is what lies ready; `trouble` why the last look brought nothing."""

    stage: Stage
    installed: Version
    offer: Offer | None = None
    looked_at: datetime | None = None
    trouble: Exception | None = None
    is_managed: bool = False
    is_on: bool = True


class _PlainBuild(msgspec.Struct, frozen=True):
    system: str
    name: str
    size: int
    sha256: str


class _PlainAnnouncement(msgspec.Struct, frozen=True):
    update: int
    product: str
    version: str
    published_at: datetime
    files: list[_PlainBuild]
    reasons: dict[str, str] = {}


class _Form(msgspec.Struct, frozen=True):
    update: int
    product: str


def believed(content: bytes, signature: bytes | None, key: PublicKey, highest: Version) -> Announcement:
    """An announcement as it was read, if everything speaks for it. Raises `NotOffered`.

    `highest` is the newest version that was ever seen, the installed one included.
    """
    if signature is None:
        raise NotOffered(Refusal.UNSIGNED)
    _check(content, signature, key)
    announced = _announcement(content)
    if announced.version < highest:
        raise NotOffered(Refusal.OLDER, announced.version, highest)
    return announced


def offered(announced: Announcement, system: System, installed: Version) -> Offer | None:
    """What of it is for this computer; None where nothing is newer than what is installed."""
    build = next((build for build in announced.builds if build.system is system), None)
    if build is None or announced.version <= installed:
        return None
    return Offer(announced.version, announced.published_at, build, announced.reasons)


def comment_of(version: Version) -> str:
    """The comment that is signed with an announcement."""
    return f"{STAMP}{version}"


def written(announced: Announcement) -> bytes:
    """The file of an announcement."""
    plain = _PlainAnnouncement(
        FORM,
        PRODUCT,
        str(announced.version),
        announced.published_at,
        [_PlainBuild(build.system.value, build.name, build.size, build.sha256) for build in announced.builds],
        dict(announced.reasons),
    )
    return msgspec.json.format(msgspec.json.encode(plain), indent=2) + b"\n"


def _check(content: bytes, raw: bytes, key: PublicKey) -> None:
    try:
        signature = read_signature(raw)
    except BadSignature:
        raise NotOffered(Refusal.BAD_SIGNATURE) from None
    if signature.key_id != key.id:
        raise NotOffered(Refusal.WRONG_KEY, signature.key_name, key.name)
    if not is_signed(content, signature, key):
        raise NotOffered(Refusal.TAMPERED)
    if not signature.comment.startswith(STAMP):
        raise NotOffered(Refusal.NO_ANNOUNCEMENT)


def _announcement(content: bytes) -> Announcement:
    try:
        form = msgspec.json.decode(content, type=_Form)
        if form.product == PRODUCT and form.update > FORM:
            raise NotOffered(Refusal.NEWER_FORM)
        plain = msgspec.json.decode(content, type=_PlainAnnouncement)
        version = read_version(plain.version)
        builds = tuple(build for each in plain.files if (build := _build(each)) is not None)
    except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError, ValueError):
        raise NotOffered(Refusal.NO_ANNOUNCEMENT) from None
    if plain.product != PRODUCT or plain.update != FORM:
        raise NotOffered(Refusal.NO_ANNOUNCEMENT)
    at = plain.published_at
    reasons = {language: _CONTROL.sub("", text)[:MAX_REASON] for language, text in plain.reasons.items()}
    return Announcement(version, at if at.tzinfo else at.replace(tzinfo=UTC), reasons, builds)


def _build(plain: _PlainBuild) -> Build | None:
    """None for a system that is not known. Raises `ValueError` for a file that cannot be."""
    if plain.system not in {system.value for system in System}:
        return None
    build = Build(System(plain.system), plain.name, plain.size, plain.sha256)
    if not is_build_name(build.system, build.name) or not _HASH.fullmatch(build.sha256):
        raise ValueError(plain.name)
    if not 0 < build.size <= READ_LIMIT:
        raise ValueError(plain.size)
    return build


def is_build_name(system: System, name: str) -> bool:
    """Whether a file of this name can be one of a version: of the very folder, and nothing that a shell would read."""
    return (
        is_share_name(name)
        and re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}", name) is not None
        and name.endswith(ENDINGS[system])
    )
