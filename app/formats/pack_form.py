"""A pack as the JSON that is published.

The rule: only a pack without any error in it comes back.
"""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from app.core.packs import Pack
from app.formats.packs import Form, read_pack, write_pack


@dataclass(frozen=True, slots=True)
class PublishedForm:
    """Writes and reads what lies in a published folder; `now` is for what is told of moments while it is read."""

    zone: ZoneInfo
    now: datetime

    def written(self, pack: Pack) -> bytes:
        """A pack as JSON; the same pack always gives the same bytes."""
        return write_pack(pack, Form.JSON, self.zone)

    def read(self, content: bytes) -> Pack | None:
        """The pack in such bytes; None where there is none, or part of it is wrong."""
        return read_pack(content, self.zone, self.now, name="pack.json").pack
