"""A table as it lies in a file: named rows of text, before any meaning of its columns."""

from app.core.values import dataclass

Line = tuple[int, list[str]]
"""A record: the line it begins in, counted from 1, and its cells."""
Span = tuple[int, int, int]
"""A cell that reaches over several rows: its first and last line, and its column from 0."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet without its blank rows; a text file is one sheet without a name.

    `is_text` tells a file whose delimiters may have been forgotten in a text.
    """

    name: str
    rows: list[Line]
    is_hidden: bool = False
    spans: tuple[Span, ...] = ()
    is_text: bool = False
