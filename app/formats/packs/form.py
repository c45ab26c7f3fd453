"""A pack as the JSON that is published.

The rule: only a pack without any error in it comes back, and the same pack always gives the same bytes. The other forms
of a pack, which only a lead's side needs, are not imported with this one.
"""

from app.core.imports.reading import BadFile
from app.core.packs.pack import Pack
from app.formats.packs.json import tree, written
from app.formats.packs.tree import grown
from app.formats.source import of_bytes


class PublishedForm:
    """Writes and reads what lies in a published folder."""

    def written(self, pack: Pack) -> bytes:
        """A pack as JSON."""
        return written(pack)

    def read(self, content: bytes) -> Pack | None:
        """The pack in such bytes; None where there is none, or part of it is wrong."""
        try:
            return grown(tree(of_bytes("pack.json", content))).pack
        except (BadFile, RecursionError, MemoryError):
            return None
