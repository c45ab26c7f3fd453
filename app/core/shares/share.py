"""A share: the folder, web server or bucket where a team's packs lie, as values that every room may know.

The rule: nothing here holds a user name, a password or a key; what is told of a share can be logged and shown.
"""

import re
from collections.abc import Mapping
from dataclasses import field
from datetime import datetime
from enum import Enum

from app.core.values import dataclass

READ_LIMIT = 64 * 1024 * 1024
"""Bytes: what is larger than this is no pack and is not read to its end."""
MAX_NAMES = 100_000
"""Files of one folder: a listing that is longer is refused whole, because a part of it would hide the newest."""
_PART = re.compile(r'[^/\\:*?"<>|\x00-\x1f]{1,200}')
_NOT_OURS = re.compile(
    r"^(?:~\$|~|\.)|冲突|sync-conflict|conflicted? copy|\.(?:tmp|temp|bak|crdownload|part|partial|download|swp)$",
    re.IGNORECASE,
)


class Fault(Enum):
    """Why a share did not do what was asked; `SENTENCES` says it in words."""

    NOT_THERE = "not_there"
    NO_ANSWER = "no_answer"
    UNREACHABLE = "unreachable"
    UNKNOWN_HOST = "unknown_host"
    PROXY = "proxy"
    CERTIFICATE = "certificate"
    CLOCK = "clock"
    SIGN_IN = "sign_in"
    DENIED = "denied"
    READ_ONLY = "read_only"
    IN_USE = "in_use"
    UNSTEADY = "unsteady"
    FULL = "full"
    TOO_BIG = "too_big"
    NOT_LISTED = "not_listed"
    CROWDED = "crowded"
    BAD_PLACE = "bad_place"
    BAD_NAME = "bad_name"
    NO_PARTS = "no_parts"
    SERVER = "server"


SENTENCES: Mapping[Fault, str] = {
    Fault.NOT_THERE: "{place} does not exist.",
    Fault.NO_ANSWER: "{place} does not answer. Is the computer or the network drive that holds it switched on?",
    Fault.UNREACHABLE: "{place} cannot be reached. Is this computer online?",
    Fault.UNKNOWN_HOST: "Nobody knows the address of {place}. Is it written correctly, and is this computer online?",
    Fault.PROXY: "The proxy of your network does not let {place} through. Please ask whoever looks after the network.",
    Fault.CERTIFICATE: "The certificate of {place} is not trusted; nothing was read. Is this computer's clock right?",
    Fault.CLOCK: "{place} refuses a computer whose clock is wrong. Please set the clock of this computer.",
    Fault.SIGN_IN: "{place} asks for a user name and password, or does not accept the ones given.",
    Fault.DENIED: "{place} does not let you do this. Please ask whoever shares it.",
    Fault.READ_ONLY: "{place} can only be read.",
    Fault.IN_USE: "{place} is open in another program. Please close it there and try again.",
    Fault.UNSTEADY: "{place} is still being written. It is looked at again in a moment.",
    Fault.FULL: "There is no space left on {place}.",
    Fault.TOO_BIG: "{place} is larger than {limit} MB and was not read.",
    Fault.NOT_LISTED: "{place} does not tell which files it holds.",
    Fault.CROWDED: "{place} holds too many files to list them all. Please take away what does not belong to packs, or "
    "use a folder of its own for them.",
    Fault.BAD_PLACE: "{place} is no folder, network path or address that can be read.",
    Fault.BAD_NAME: "{place} is no name that a file of a share can have.",
    Fault.NO_PARTS: "Addresses such as {place} need the part of QinDesk for remote places, which is not installed.",
    Fault.SERVER: "{place} answered with an error ({detail}). It is tried again later.",
}


class ShareTrouble(Exception):
    """A share did not do what was asked. `place` and `detail` never hold credentials; `detail` is for people."""

    def __init__(self, reason: Fault, place: str = "", detail: str = "") -> None:
        super().__init__(": ".join(part for part in (reason.value, place, detail) if part))
        self.reason = reason
        self.place = place
        self.detail = detail


def sentence(trouble: ShareTrouble, template: str = "") -> str:
    """What happened, in words; `template` is the sentence of its reason in another language."""
    said = template or SENTENCES[trouble.reason]
    values = {"{place}": trouble.place, "{detail}": trouble.detail, "{limit}": str(READ_LIMIT // 1024**2)}
    return re.sub(r"\{(?:place|detail|limit)\}", lambda found: values[found[0]], said)


@dataclass(frozen=True, slots=True)
class Look:
    """What a share tells of a file without handing it over: None and "" where it does not tell.

    Equal looks make it likely, not sure, that the file is the same: only its hash is sure. `is_recent` tells one that
    was taken so shortly after the file was written that another content may come to have the same time.
    """

    size: int | None = None
    modified_at: datetime | None = None
    etag: str = ""
    is_recent: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class Fresh:
    """A file as it was read, and the look to ask with the next time."""

    content: bytes
    look: Look


@dataclass(frozen=True, slots=True)
class Secret:
    """What a share asks for before it lets somebody in: user name and password, or key id and key of a bucket.

    `query` is what stands behind the `?` of a signed link. `session` is the token that goes with a key for a while.
    """

    user: str = ""
    password: str = ""
    query: str = ""
    session: str = ""

    def __repr__(self) -> str:
        """No password, no key and no user name, wherever it is printed."""
        return "Secret(…)"

    __str__ = __repr__


def is_share_name(name: str) -> bool:
    """Whether a name can stand for a file inside a share: parts with `/` between them that lead nowhere else."""
    parts = name.split("/")
    return len(parts) <= 8 and all(
        _PART.fullmatch(part) and part not in (".", "..") and part == part.strip() and not part.endswith(".")
        for part in parts
    )


def is_ignored(name: str) -> bool:
    """Whether a file is another program's own: locks of Excel, half-written files, conflict copies of sync programs."""
    return any(_NOT_OURS.search(part) for part in name.split("/"))
