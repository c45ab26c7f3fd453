"""Phrases as a pack of our own, for another PC with this program.

The rule: a phrase has the same id in every export of the same agent, so that a later one brings it up to date there.
"""

import hashlib
import re
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import msgspec

from app.core.imports.exports import Manner
from app.core.imports.reading import UNWATCHED, Found, Holding, Spot, Watch
from app.core.phrases.phrase import Output, Phrase
from app.core.sheet.lifetimes import Lifetime
from app.core.sheet.sheet import Sheet
from app.formats.packs.imported import VERSION

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
_NO_ID = re.compile(r"[^A-Za-z0-9._-]+")
_STEP = 512


def carried(phrases: Sequence[Phrase], manner: Manner) -> list[tuple[Found, ...]]:
    """What our reader makes of each phrase."""
    return [(_found(phrase, manner),) if phrase.body.strip() else () for phrase in phrases]


def content(phrases: Sequence[Phrase], manner: Manner, watch: Watch = UNWATCHED) -> bytes:
    """The bytes of the file, a phrase a line. Raises `Cancelled`."""
    kept = [phrase for phrase in phrases if phrase.body.strip()]
    rows: list[bytes] = []
    for number, phrase in enumerate(kept):
        if not number % _STEP:
            watch.step(number, len(kept))
        rows.append(msgspec.json.encode(_row(phrase, manner.sheet)))
    head = msgspec.json.encode({"pack": VERSION, "id": manner.pack_id, "name": manner.pack_name})
    return head[:-1] + b',"phrases":[\n' + b",\n".join(rows) + b"\n]}\n"


def own_id(phrase_id: str) -> str:
    """The id of a phrase inside the pack: its own, or one that is made of it where a pack cannot have it."""
    if _ID.fullmatch(phrase_id):
        return phrase_id
    mark = hashlib.sha256(phrase_id.encode()).hexdigest()[:12]
    return f"{_NO_ID.sub('-', phrase_id).strip('-._')[:48]}-{mark}".lstrip("-")


def _row(phrase: Phrase, sheet: Sheet) -> dict[str, Any]:
    row: dict[str, Any] = {"id": own_id(phrase.id), "title": phrase.title, "body": phrase.body}
    for name in ("group", "codes", "keywords", "questions"):
        row[name] = getattr(phrase, name)
    row |= {"stage": phrase.stage, "role": phrase.role, "pinned": phrase.is_pinned}
    if phrase.output is not Output.PASTE:
        row["output"] = phrase.output
    holding = _holding(phrase.lifetime, sheet)
    if holding:
        row["valid"] = {
            "from": _moment(holding.from_at),
            "until": _moment(holding.until_at),
            "activity": holding.activity,
            "phase": holding.phase,
            "activity_id": holding.activity_id,
            "phase_id": holding.phase_id,
        }
    return {name: value for name, value in row.items() if value}


def _found(phrase: Phrase, manner: Manner) -> Found:
    return Found(
        body=phrase.body,
        spot=Spot(),
        title=phrase.title,
        group=phrase.group,
        codes=phrase.codes,
        keywords=phrase.keywords,
        questions=phrase.questions,
        stage=phrase.stage,
        role=phrase.role,
        id=f"{manner.pack_id}/{own_id(phrase.id)}",
        source=manner.pack_id,
        is_pinned=phrase.is_pinned,
        output=phrase.output,
        holding=_holding(phrase.lifetime, manner.sheet),
    )


def _holding(lifetime: Lifetime | None, sheet: Sheet) -> Holding | None:
    """The activity and phase by name, for another shop, and by id for this one."""
    if lifetime is None:
        return None
    activity = sheet.activities.get(lifetime.activity_id)
    phases = activity.phases if activity else ()
    return Holding(
        lifetime.from_at,
        lifetime.until_at,
        activity.name if activity else "",
        next((phase.name for phase in phases if phase.id == lifetime.phase_id), ""),
        lifetime.activity_id,
        lifetime.phase_id,
    )


def _moment(at: datetime | None) -> str | None:
    return at.isoformat() if at else None
