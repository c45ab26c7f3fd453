"""What a source handed over, judged, read and planned: ready to be taken over, or why not.

The rule: trust is asked before anything looks into the bytes; whatever they hold, the answer is a value.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from app.core.imports.reading import Watch
from app.core.packs import published_folder
from app.core.packs.findings import PackReading, Severity
from app.core.packs.index import BadIndex, Entry
from app.core.packs.plan import Present
from app.core.packs.published_folder import Brought
from app.core.packs.refusals import Refusal, Refused
from app.core.packs.signatures import PublicKey
from app.core.packs.sources import PackSource
from app.core.packs.trust import Refusal as Distrust
from app.core.packs.trust import Standing, Verdict, outlived
from app.core.shares.places import INDEX
from app.core.shares.polls import Delivery
from app.core.storage import NotStored
from app.core.values import dataclass
from app.services.packs.packs import Packs
from app.services.packs.things import Applied, Ready


@dataclass(frozen=True, slots=True)
class Judged:
    """What came of a delivery. `outcome` is None where it is what was taken over already, and `Applied` once it is.

    `key` is the one that signs it, whether anybody confirmed it or not; `offers` are the packs where there are several.
    """

    delivery: Delivery
    outcome: Ready | Applied | Refused | NotStored | None
    key: PublicKey | None = None
    offers: tuple[Entry, ...] = ()


class ReadPack(Protocol):
    """Reads the bytes of a pack, as `app.formats.packs.packs.read_pack` does. Raises `Cancelled` and nothing else."""

    def __call__(
        self, source: bytes, zone: ZoneInfo, now: datetime, *, name: str, pack_id: str, watch: Watch
    ) -> PackReading:
        """What stands in them."""
        ...


@dataclass(frozen=True, slots=True)
class Bench:
    """What a delivery is judged with. `present` is what is there now, `is_due` whether a content is another one."""

    read: ReadPack
    packs: Packs
    present: Present
    is_due: Callable[[str, str], bool]
    zone: ZoneInfo
    now: datetime


def judged(delivery: Delivery, bench: Bench, watch: Watch) -> Judged:
    """Judge, read and plan; meant for a helper thread. Raises `Cancelled` and nothing else of ours."""
    source = bench.present.source
    found = _brought(delivery, source, bench.now)
    key, verdict = _key(delivery, source, found, bench.now), found.verdict
    if verdict.standing is Standing.REFUSED:
        refused = Refused(source.id, Refusal.NOT_TRUSTED, verdict=verdict)
        return Judged(delivery, refused, key, _offers(delivery, verdict))
    if not bench.is_due(source.id, verdict.sha256):
        return Judged(delivery, None, key)
    name = found.entry.file if found.entry else delivery.name
    reading = bench.read(found.content, bench.zone, bench.now, name=name, pack_id=source.pack_id, watch=watch)
    if reading.pack is None:
        errors = tuple(one for one in reading.problems if one.severity is Severity.ERROR)
        return Judged(delivery, Refused(source.id, Refusal.BROKEN, findings=errors), key)
    verdict = outlived(verdict, reading.pack.head.expires_at, bench.now)
    if verdict.standing is Standing.REFUSED:
        return Judged(delivery, Refused(source.id, Refusal.NOT_TRUSTED, verdict=verdict), key)
    try:
        return Judged(delivery, bench.packs.plan(bench.present, reading.pack, verdict), key)
    except NotStored as not_stored:
        return Judged(delivery, not_stored, key)


def _brought(delivery: Delivery, source: PackSource, now: datetime) -> Brought:
    if delivery.name == INDEX:
        return published_folder.brought(delivery.files, source, now)
    if source.public_key:  # a plain file is signed by nobody
        return Brought(Verdict(Standing.REFUSED, Distrust.UNSIGNED, sha256=delivery.sha256))
    return Brought(Verdict(Standing.RESTRICTED, sha256=delivery.sha256), content=delivery.content)


def _key(delivery: Delivery, source: PackSource, found: Brought, now: datetime) -> PublicKey | None:
    """The key that signs what lies there; where it is another one than the confirmed, that other one."""
    if found.verdict.refusal is not Distrust.WRONG_KEY:
        return found.verdict.key
    stranger = replace(source, public_key="", is_confirmed=False, number=0, sha256="")
    return published_folder.brought(delivery.files, stranger, now).verdict.key


def _offers(delivery: Delivery, verdict: Verdict) -> tuple[Entry, ...]:
    if verdict.refusal is not Distrust.SEVERAL:
        return ()
    try:
        return published_folder.on_offer(delivery.content)
    except BadIndex:
        return ()
