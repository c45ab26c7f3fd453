"""Whether a pack that came from a source may be used.

The rule: once the key of a source was confirmed, only what that key signed for this very publication is trusted, never
an older one than the newest that was seen, and every doubt is a refusal with its reason. Before that everything of the
source is restricted, and what contradicts itself is refused all the same.
"""

import codecs
from collections.abc import Mapping
from dataclasses import replace
from datetime import MAXYEAR, datetime
from enum import Enum

import msgspec

from app.core.clockwork.moments import BadMoment, in_utc
from app.core.packs.names import Stamp, read_stamp, sha256
from app.core.packs.signatures import BadSignature, PublicKey, Signature, is_signed, read_signature
from app.core.values import dataclass


class Standing(Enum):
    """How far a pack may be used."""

    TRUSTED = "trusted"
    RESTRICTED = "restricted"
    REFUSED = "refused"


class Refusal(Enum):
    """Why a pack is refused; `SENTENCES` says it in words."""

    UNSIGNED = "unsigned"
    BAD_SIGNATURE = "bad_signature"
    WRONG_KEY = "wrong_key"
    TAMPERED = "tampered"
    NO_PUBLICATION = "no_publication"
    CONTRADICTS = "contradicts"
    OTHER_PACK = "other_pack"
    OLDER = "older"
    TWIN = "twin"
    EXPIRED = "expired"
    NO_PACK = "no_pack"
    BAD_INDEX = "bad_index"
    NEWER_INDEX = "newer_index"
    NOT_IN_FOLDER = "not_in_folder"
    SEVERAL = "several"


SENTENCES: Mapping[Refusal, str] = {
    Refusal.UNSIGNED: "The pack is not signed, and this source has signed its packs so far.",
    Refusal.BAD_SIGNATURE: "The signature of the pack is damaged or in a form that is not known.",
    Refusal.WRONG_KEY: "The pack is signed with another key ({found}) than the one you confirmed ({pinned}). Ask the "
    "publisher whether the key was changed.",
    Refusal.TAMPERED: "The pack was changed after it was signed, or is damaged.",
    Refusal.NO_PUBLICATION: "What is signed does not say which publication of which pack this is.",
    Refusal.CONTRADICTS: "The pack says {found} of itself, and its signature says {pinned}.",
    Refusal.OTHER_PACK: "This is the pack “{found}”; the one that you get from here is “{pinned}”.",
    Refusal.OLDER: "This is publication {found}, and {pinned} was here already. An older one is not taken over.",
    Refusal.TWIN: "This is another pack than the one that was here with the same number ({found}).",
    Refusal.EXPIRED: "The pack holds until {found} only. Ask the publisher for a newer one.",
    Refusal.NO_PACK: "The file is no pack.",
    Refusal.BAD_INDEX: "The list of packs in the folder is damaged. The next publication writes it again.",
    Refusal.NEWER_INDEX: "The folder is kept by a newer QinDesk. Please update this one.",
    Refusal.NOT_IN_FOLDER: "The folder does not hold the pack “{pinned}”.",
    Refusal.SEVERAL: "The folder holds several packs ({found}). Please choose one.",
}


@dataclass(frozen=True, slots=True)
class Head:
    """What a pack says of itself, as far as trust is about it."""

    pack_id: str
    number: int = 0
    expires_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came out. `key` is the one that the signature was checked with, `found` and `pinned` fill the sentence.

    A restricted pack with a key has a good signature of that key, which nobody has confirmed yet; without one nothing
    is known of where it comes from.
    """

    standing: Standing
    refusal: Refusal | None = None
    key: PublicKey | None = None
    head: Head | None = None
    sha256: str = ""
    found: str = ""
    pinned: str = ""

    @property
    def fingerprint(self) -> str:
        """What people compare before they confirm the key; empty where there is none."""
        return self.key.fingerprint if self.key else ""


class _Refused(Exception):
    """A reason to refuse, on its way out."""

    def __init__(self, refusal: Refusal, found: object = "", pinned: object = "") -> None:
        super().__init__(refusal.value)
        self.refusal = refusal
        self.found = str(found)
        self.pinned = str(pinned)


class _PlainHead(msgspec.Struct, frozen=True):
    pack: int
    id: str
    number: int = 0
    expires_at: datetime | None = None


def verified(
    content: bytes,
    signature: bytes | None,
    pinned: PublicKey | None,
    pack_id: str | None,
    highest_number: int,
    now: datetime,
    *,
    offered: PublicKey | None = None,
    highest_sha256: str = "",
) -> Verdict:
    """Judge a pack as it was read, before anything else looks into it.

    `pinned` is the key that was confirmed for the source, `offered` the one that lies beside the pack; `pack_id` is
    what the source is known to publish (None: anything), `highest_number` the newest that was ever taken from it (0:
    none) and `highest_sha256` its hash.
    """
    key = pinned or offered
    try:
        stamp = _stamp(content, signature, key, is_pinned=pinned is not None)
        head = _head(content)
        _check_stamp(stamp, head, content)
        _check_head(head, pack_id, highest_number, now)
        if head.number and head.number == highest_number and highest_sha256 not in ("", sha256(content)):
            raise _Refused(Refusal.TWIN, head.number)
    except _Refused as refused:
        return Verdict(Standing.REFUSED, refused.refusal, key, None, sha256(content), refused.found, refused.pinned)
    standing = Standing.TRUSTED if pinned and stamp else Standing.RESTRICTED
    return Verdict(standing, None, key if stamp else None, head, sha256(content))


def outlived(verdict: Verdict, expires_at: datetime | None, now: datetime) -> Verdict:
    """The verdict on a pack that was read: one that has expired is refused, though nobody signed when it does."""
    if expires_at is None or expires_at > now:
        return verdict
    return replace(verdict, standing=Standing.REFUSED, refusal=Refusal.EXPIRED, found=_day(expires_at, now))


def said(verdict: Verdict) -> str:
    """Why a pack is refused, in English words; empty where it is not."""
    if verdict.refusal is None:
        return ""
    sentence = SENTENCES[verdict.refusal]
    return sentence.replace("{found}", verdict.found).replace("{pinned}", verdict.pinned)


def _stamp(content: bytes, raw: bytes | None, key: PublicKey | None, *, is_pinned: bool) -> Stamp | None:
    """What was signed; None where there is nothing to check with, which only a source without a key gets away with."""
    if raw is None:
        if is_pinned:
            raise _Refused(Refusal.UNSIGNED)
        return None
    signature = _signature(raw)
    if key is None:
        return None
    if signature.key_id != key.id:
        raise _Refused(Refusal.WRONG_KEY, signature.key_name, key.name)
    if not is_signed(content, signature, key):
        raise _Refused(Refusal.TAMPERED)
    stamp = read_stamp(signature.comment)
    if stamp is None:
        raise _Refused(Refusal.NO_PUBLICATION)
    return stamp


def _signature(raw: bytes) -> Signature:
    try:
        return read_signature(raw)
    except BadSignature:
        raise _Refused(Refusal.BAD_SIGNATURE) from None


def _head(content: bytes) -> Head:
    try:
        head = msgspec.json.decode(content.removeprefix(codecs.BOM_UTF8), type=_PlainHead)
        at = head.expires_at
        is_for_ever = at is not None and at.year == MAXYEAR
        return Head(head.id, head.number, in_utc(at) if at and not is_for_ever else None)
    except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError, BadMoment):
        raise _Refused(Refusal.NO_PACK) from None


def _check_stamp(stamp: Stamp | None, head: Head, content: bytes) -> None:
    if stamp is None:
        return
    if stamp.sha256 != sha256(content):
        raise _Refused(Refusal.TAMPERED)
    if (stamp.pack_id, stamp.number) != (head.pack_id, head.number):
        raise _Refused(Refusal.CONTRADICTS, f"{head.pack_id} {head.number}", f"{stamp.pack_id} {stamp.number}")


def _check_head(head: Head, pack_id: str | None, highest_number: int, now: datetime) -> None:
    if pack_id is not None and head.pack_id != pack_id:
        raise _Refused(Refusal.OTHER_PACK, head.pack_id, pack_id)
    if head.number < highest_number:
        raise _Refused(Refusal.OLDER, head.number, highest_number)
    if head.expires_at is not None and head.expires_at <= now:
        raise _Refused(Refusal.EXPIRED, _day(head.expires_at, now))


def _day(at: datetime, now: datetime) -> str:
    return f"{at.astimezone(now.tzinfo):%Y-%m-%d %H:%M}"
