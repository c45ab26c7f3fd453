"""What a published folder brought: which files of it are asked for, and what is to be thought of them.

The rule: the index chooses the files and is believed in nothing else; what they are worth is `trust.verified`'s to say.
"""

from collections.abc import Mapping
from datetime import datetime

from app.core.packs.index import BadIndex, Entry, read_index
from app.core.packs.names import INDEX, key_file, sha256, signature_file
from app.core.packs.signatures import BadKey, PublicKey, read_public_key
from app.core.packs.sources import PackSource
from app.core.packs.trust import Refusal, Standing, Verdict, verified
from app.core.shares.share import Fault, ShareTrouble
from app.core.values import dataclass


@dataclass(frozen=True, slots=True)
class Brought:
    """A publication as it arrived: what the index tells of it, its bytes, and how far it may be used.

    There is no content where the verdict refuses it; the last good publication stays.
    """

    verdict: Verdict
    entry: Entry | None = None
    content: bytes = b""


def wanted(index: bytes, pack_id: str = "") -> tuple[str, ...]:
    """The files to fetch for a source: the newest publication of its pack, the signature, the key.

    Without an id the only pack of the folder is meant. Nothing where there is no such pack, or the index is of a newer
    program. Raises `ShareTrouble` for a broken index, which is looked at again: it may be just being written.
    """
    try:
        entry = _chosen(read_index(index), pack_id)
    except BadIndex as bad:
        if bad.is_newer:
            return ()
        raise ShareTrouble(Fault.UNSTEADY, INDEX) from None
    if not isinstance(entry, Entry):
        return ()
    key = (key_file(entry.key_name),) if entry.key_name.isalnum() else ()
    return entry.file, signature_file(entry.file), *key


def on_offer(index: bytes) -> tuple[Entry, ...]:
    """All packs of a folder, for one to be chosen. Raises `BadIndex`."""
    return tuple(sorted(read_index(index).values(), key=lambda entry: (entry.name, entry.pack_id)))


def brought(files: Mapping[str, bytes], source: PackSource, now: datetime) -> Brought:
    """Judge what a look at a published folder fetched: the index and the files that `wanted` named."""
    try:
        entry = _chosen(read_index(files.get(INDEX, b"")), source.pack_id)
    except BadIndex as bad:
        return _refused(Refusal.NEWER_INDEX if bad.is_newer else Refusal.BAD_INDEX)
    if isinstance(entry, Verdict):
        return Brought(entry)
    content = files.get(entry.file)
    if content is None:
        return _refused(Refusal.NOT_IN_FOLDER, pinned=entry.file)
    pinned = pinned_key(source)
    if pinned is None and source.is_confirmed and source.public_key:  # what is kept of it is damaged: it may be any key
        return Brought(Verdict(Standing.REFUSED, Refusal.WRONG_KEY, found=entry.key_name, pinned="?"), entry)
    verdict = verified(
        content,
        files.get(signature_file(entry.file)),
        pinned,
        entry.pack_id,
        source.number,
        now,
        offered=_offered(files, entry),
        highest_sha256=source.sha256,
    )
    if verdict.standing is Standing.REFUSED:
        return Brought(verdict, entry)
    if sha256(content) != entry.sha256:
        return Brought(Verdict(Standing.REFUSED, Refusal.TAMPERED, verdict.key, sha256=verdict.sha256), entry)
    return Brought(verdict, entry, content)


def pinned_key(source: PackSource) -> PublicKey | None:
    """The key that was confirmed for a source; None where none was, or what is kept of it is no key."""
    return _key(source.public_key) if source.is_confirmed and source.public_key else None


def _offered(files: Mapping[str, bytes], entry: Entry) -> PublicKey | None:
    """The key that lies in the folder, if it is the one that its name says."""
    key = _key(files.get(key_file(entry.key_name), b"").decode("utf-8", "replace"))
    return key if key and key.name == entry.key_name else None


def _key(text: str) -> PublicKey | None:
    try:
        return read_public_key(text)
    except BadKey:
        return None


def _chosen(index: Mapping[str, Entry], pack_id: str) -> Entry | Verdict:
    """The pack that is meant, or why there is none."""
    if pack_id:
        return index.get(pack_id) or Verdict(Standing.REFUSED, Refusal.NOT_IN_FOLDER, pinned=pack_id)
    if len(index) == 1:
        return next(iter(index.values()))
    refusal = Refusal.SEVERAL if index else Refusal.BAD_INDEX
    return Verdict(Standing.REFUSED, refusal, found=", ".join(sorted(index)))


def _refused(refusal: Refusal, pinned: str = "") -> Brought:
    return Brought(Verdict(Standing.REFUSED, refusal, pinned=pinned))
