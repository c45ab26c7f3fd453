"""What the files of a published folder are called, and the line that is signed with each publication.

The rule: a name says which pack and which number it belongs to, so that a listing alone tells the whole history; a
name that does not have one of these forms is nobody's and is never followed.

    shop-0007-0123456789ab.json          a publication: the pack, as it is for good
    shop-0007-0123456789ab.json.minisig  its signature
    shop-0007.json                       who has the number 7: made exclusively, so of two leads one gets it
    <key>.pub                            the public key of who signs
    index.json                           where the newest publication of each pack is
    read/shop/<agent>.json               what an agent has confirmed
"""

import hashlib
import re
from datetime import UTC, datetime

from app.core.clockwork.moments import in_utc
from app.core.packs.pack import PACK_ID, is_pack_id
from app.core.shares.share import is_ignored, is_share_name
from app.core.values import dataclass

INDEX = "index.json"
MAX_NUMBER = 999_999_999
_ID = PACK_ID.pattern
_HASH = 12
_PACK = re.compile(rf"(?P<id>{_ID})-(?P<number>[0-9]{{4,9}})-(?P<hash>[0-9a-f]{{{_HASH}}})\.json")
_NUMBER = re.compile(rf"(?P<id>{_ID})-(?P<number>[0-9]{{4,9}})\.json")
_STAMP = re.compile(
    rf"pack:(?P<id>{_ID}) number:(?P<number>[1-9][0-9]{{0,8}}) sha256:(?P<sha256>[0-9a-f]{{64}}) "
    r"published:(?P<at>\S{1,40})"
)
_ODD = re.compile(r"[^\w-]+")


@dataclass(frozen=True, slots=True)
class PackFile:
    """What the name of a publication tells."""

    pack_id: str
    number: int
    start_of_hash: str


@dataclass(frozen=True, slots=True)
class Stamp:
    """The line that is signed with a publication: which one it is."""

    pack_id: str
    number: int
    sha256: str
    published_at: datetime


def sha256(content: bytes) -> str:
    """The hash that a publication is known by."""
    return hashlib.sha256(content).hexdigest()


def can_be_published(pack_id: str) -> bool:
    """Whether the files of a pack of this id can lie on every share."""
    folder = confirmations_folder(pack_id)
    return is_pack_id(pack_id) and is_share_name(folder) and not is_ignored(folder)


def pack_file(pack_id: str, number: int, content_sha256: str) -> str:
    """The name of a publication."""
    return f"{pack_id}-{number:04d}-{content_sha256[:_HASH]}.json"


def number_file(pack_id: str, number: int) -> str:
    """The name of the file that only one publication of this number can make."""
    return f"{pack_id}-{number:04d}.json"


def signature_file(name: str) -> str:
    """The name of the signature beside a file."""
    return f"{name}.minisig"


def key_file(key_name: str) -> str:
    """The name of the public key of this id."""
    return f"{key_name}.pub"


def read_pack_file(name: str) -> PackFile | None:
    """What the name of a publication tells; None for any other name."""
    match = _PACK.fullmatch(name)
    if match is None or f"{int(match['number']):04d}" != match["number"]:
        return None
    return PackFile(match["id"], int(match["number"]), match["hash"])


def read_number_file(name: str) -> tuple[str, int] | None:
    """Which number of which pack is taken by this file; None for any other name."""
    match = _NUMBER.fullmatch(name)
    if match is None or number_file(match["id"], int(match["number"])) != name:
        return None
    return match["id"], int(match["number"])


def written_stamp(stamp: Stamp) -> str:
    """The line to sign."""
    at = stamp.published_at.astimezone(UTC).isoformat(timespec="seconds")
    return f"pack:{stamp.pack_id} number:{stamp.number} sha256:{stamp.sha256} published:{at}"


def read_stamp(line: str) -> Stamp | None:
    """Which publication a signed line is about; None where it is about something else."""
    match = _STAMP.fullmatch(line)
    if match is None:
        return None
    try:
        at = datetime.fromisoformat(match["at"])
        return Stamp(match["id"], int(match["number"]), match["sha256"], in_utc(at)) if at.tzinfo else None
    except ValueError:
        return None


def confirmations_folder(pack_id: str) -> str:
    """Where agents write down what they have read."""
    return f"read/{pack_id}"


def confirmation_file(pack_id: str, agent: str) -> str:
    """The file of one agent: named after the agent as far as every file system allows it, and never another's."""
    known_by = sha256(agent.encode("utf-8", "surrogatepass"))[:8]
    name = f"{_ODD.sub('_', agent)[:40]}-{known_by}.json"
    can_be_named = is_share_name(name) and not is_ignored(name)
    return f"{confirmations_folder(pack_id)}/{name if can_be_named else f'{known_by}.json'}"
