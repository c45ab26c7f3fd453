"""Why a pack that was read and verified is still not taken over from a source.

The rule: it is refused whole, and the one that was taken before stays.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from enum import Enum

from app.core.packs.findings import Finding
from app.core.packs.overlays import says_the_same
from app.core.packs.pack import Pack
from app.core.packs.rules import errors
from app.core.packs.sources import Original, PackSource
from app.core.packs.trust import Verdict, said
from app.core.values import dataclass


class Refusal(Enum):
    """Why a pack that was read was not taken over; the one before it stays."""

    NOT_TRUSTED = "not_trusted"
    """The verdict says why."""

    NO_SOURCE = "no_source"
    """The source is not there any more."""
    OTHER_PACK = "other_pack"
    """The source brought another pack before; the name is that pack's id."""
    OLDER = "older"
    """A later publication was taken already; the name is its number."""
    OUTRANKED = "outranked"
    """A source of higher priority brings this pack; the name is that source's."""
    BROKEN = "broken"
    """Something in it breaks a rule; the findings say what and where."""


SENTENCES: Mapping[Refusal, str] = {
    Refusal.NO_SOURCE: "This source of packs is not there any more.",
    Refusal.OTHER_PACK: "The source brings another pack now; so far it was “{names}”. The one that you have stays.",
    Refusal.OLDER: "The pack is older than publication {names}, which you have already.",
    Refusal.OUTRANKED: "“{names}” brings this pack too and goes first.",
    Refusal.BROKEN: "The pack has mistakes and was not taken over; the one that you have stays.",
}
"""Each in English words; why a pack is not trusted is said by `trust.said`."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A pack that was not taken over; nothing has changed."""

    source_id: str
    refusal: Refusal
    names: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    verdict: Verdict | None = None

    @property
    def sentence(self) -> str:
        """It in English words, with the first thing that is wrong where something is."""
        if self.verdict is not None:
            return said(self.verdict)
        first = f" {self.findings[0].sentence}" if self.findings else ""
        return SENTENCES[self.refusal].replace("{names}", ", ".join(self.names)) + first


def refusal(
    pack: Pack, source: PackSource, others: Iterable[PackSource], originals: Mapping[str, Original]
) -> Refused | None:
    """Why a pack must not be taken over from a source. What it said before in the same words was right then."""
    if source.pack_id and source.pack_id != pack.head.id:
        return Refused(source.id, Refusal.OTHER_PACK, (source.pack_id,))
    rivals = [one for one in others if one.pack_id == pack.head.id and one.taken_at is not None]
    highest = max((one.number for one in (source, *rivals)), default=0)
    if pack.head.number < highest:
        return Refused(source.id, Refusal.OLDER, (str(highest),))
    mine = (source.position, source.id)
    for rival in rivals:
        is_away = bool(rival.trouble) and pack.head.number > rival.number
        if (rival.position, rival.id) < mine and not rival.is_paused and not is_away:
            return Refused(source.id, Refusal.OUTRANKED, (rival.name or rival.url,))
    findings = errors(_without_known(pack, originals))
    return Refused(source.id, Refusal.BROKEN, (), findings) if findings else None


def _without_known(pack: Pack, originals: Mapping[str, Original]) -> Pack:
    """The pack without the phrases that it had before; whole where one of them is in it twice, or nothing is left."""
    items = pack.items()
    if len(items) != len(pack.phrases) + len(pack.entries) + len(pack.kinds):
        return pack
    fresh = tuple(
        phrase
        for phrase in pack.phrases
        if (former := originals.get(phrase.id)) is None or not says_the_same(phrase, former.item)
    )
    known = items.keys() - {phrase.id for phrase in fresh}
    known -= {one.id for one in (*pack.entries, *pack.kinds)}
    rest = replace(pack, phrases=fresh, must_read=pack.must_read - known)
    return rest if rest.items() else replace(pack, phrases=pack.phrases[:1], must_read=rest.must_read)
