"""The shape of a pack's file (`resources/pack.schema.json`), which JSON and YAML share.

The rule: a field that was once written is read for ever; one that is not known here is kept and written again.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated

import msgspec

from app.core.orders.kinds import OrderKind
from app.core.packs.pack import Noun
from app.core.phrases.phrase import Output, Place, Role, Stage
from app.core.sheet.activities import Activity
from app.core.sheet.entries import Fact
from app.core.sheet.products import Product

VERSION = 1
"""The version of the file format that is written in the field `pack`; a newer one is refused in words."""

Id = Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$")]
Moment = Annotated[datetime, msgspec.Meta(tz=True)]


class Valid(msgspec.Struct, frozen=True, rename={"from_at": "from", "until_at": "until"}):
    """How long a phrase holds; an activity and a phase are told by name, by id too where they come with the pack."""

    from_at: Moment | None = None
    until_at: Moment | None = None
    activity: str = ""
    phase: str = ""
    activity_id: str = ""
    phase_id: str = ""


class Picture(msgspec.Struct, frozen=True):
    """A picture of a phrase by the name that it has among the pack's images."""

    file: str
    place: Place = Place.AFTER


class Row(msgspec.Struct, frozen=True):
    """A phrase as it stands in a pack."""

    id: Id
    body: str
    title: str = ""
    group: tuple[str, ...] = ()
    stage: Stage | None = None
    role: Role | None = None
    codes: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    pinned: bool = False
    output: Output = Output.PASTE
    images: tuple[Picture, ...] = ()
    valid: Valid | None = None


class Head(msgspec.Struct, frozen=True):
    """What a file says of the pack itself."""

    pack: int
    id: Id
    name: str = ""
    number: Annotated[int, msgspec.Meta(ge=0, le=2**53)] = 0
    version: str = ""
    publisher: str = ""
    note: str = ""
    language: str = ""
    published_at: Moment | None = None
    expires_at: Moment | None = None
    must_read: tuple[str, ...] = ()


LISTS: Mapping[str, tuple[Noun, type]] = {
    "kinds": (Noun.KIND, OrderKind),
    "activities": (Noun.ACTIVITY, Activity),
    "products": (Noun.PRODUCT, Product),
    "facts": (Noun.FACT, Fact),
    "phrases": (Noun.PHRASE, Row),
}
"""The lists of a file and what stands in them, in the order in which they are written."""
NOT_READ = frozenset({"source", "position", "deleted_at"})
"""Fields of our values that a file does not have: the pack is the source, and the order that of the list."""
FIELDS: tuple[str, ...] = (*(field.encode_name for field in msgspec.structs.fields(Head)), *LISTS, "images")
"""The fields of the whole file."""
