"""How a source of packs stands at this moment: fresh, silent since when, refused and why, and what is known of its key.

The rule: what is stored of a source and how it was reached last are put together here and nowhere else.
"""

from collections.abc import Iterable
from dataclasses import field
from datetime import datetime
from enum import Enum

from app.core.packs.index import Entry
from app.core.packs.refusals import Refusal, Refused
from app.core.packs.signatures import PublicKey
from app.core.packs.sources import PackSource
from app.core.shares.places import Kind
from app.core.shares.polls import Reach
from app.core.shares.share import ShareTrouble
from app.core.values import dataclass


class Mood(Enum):
    """What is to be said of a source first."""

    FRESH = "fresh"
    WAITING = "waiting"
    PAUSED = "paused"
    OFFLINE = "offline"
    REFUSED = "refused"


class Form(Enum):
    """What a source is."""

    FILE = "file"
    FOLDER = "folder"
    WEB = "web"
    BUCKET = "bucket"


@dataclass(frozen=True, slots=True)
class SourceState:
    """A source and what this run of the program knows of it.

    `key` is the one that signs what lies there now, if anything is signed; `offers` are the packs to choose from where
    the folder holds several; `form` is None where its address cannot be read.
    """

    source: PackSource
    reach: Reach = field(default_factory=Reach)
    refused: Refused | None = None
    key: PublicKey | None = None
    offers: tuple[Entry, ...] = ()
    form: Form | None = None
    is_plain: bool = False
    has_secret: bool = False

    @property
    def answered_at(self) -> datetime | None:
        """When it last answered: what is shown of it is as old as this."""
        return self.reach.last_read_at or self.source.looked_at

    @property
    def trouble(self) -> ShareTrouble | None:
        """Why it does not answer now."""
        return self.reach.trouble

    @property
    def is_restricted(self) -> bool:
        """Whether something of it is held back until somebody says yes to who publishes there."""
        return not self.source.is_confirmed and (self.source.taken_at is not None or self.key is not None)

    @property
    def mood(self) -> Mood:
        """What is to be said of it first."""
        if self.source.is_paused:
            return Mood.PAUSED
        if self.refused and self.refused.refusal is not Refusal.OUTRANKED:
            return Mood.REFUSED
        if self.trouble or self.form is None:
            return Mood.OFFLINE
        return Mood.FRESH if self.answered_at else Mood.WAITING


@dataclass(frozen=True, slots=True)
class Summary:
    """All sources in one: the one that is worst off, and how many must-reads wait."""

    worst: SourceState | None = None
    must_reads: int = 0
    count: int = 0

    @property
    def mood(self) -> Mood:
        """What is to be said first."""
        return self.worst.mood if self.worst else Mood.WAITING


_GRAVITY = (Mood.PAUSED, Mood.FRESH, Mood.WAITING, Mood.OFFLINE, Mood.REFUSED)


def summary(states: Iterable[SourceState], must_reads: int) -> Summary:
    """What the whole of the sources comes to; of several in one mood the first in priority speaks."""
    ranked = list(states)
    worst = max(ranked, key=lambda state: _GRAVITY.index(state.mood), default=None)
    return Summary(worst, must_reads, len(ranked))


def form_of(kind: Kind, file: str) -> Form:
    """What an address leads to."""
    if kind in (Kind.S3, Kind.OSS):
        return Form.BUCKET
    if kind is Kind.WEB:
        return Form.WEB
    return Form.FILE if file else Form.FOLDER
