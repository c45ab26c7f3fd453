"""Versions of the program: three numbers, compared by number and not by letter."""

import re
from dataclasses import dataclass

_VERSION = re.compile(r"(0|[1-9][0-9]{0,4})\.(0|[1-9][0-9]{0,4})\.(0|[1-9][0-9]{0,4})")


class BadVersion(ValueError):
    """A text is no version."""


@dataclass(frozen=True, slots=True, order=True)
class Version:
    """Three numbers; a larger one is newer."""

    parts: tuple[int, int, int]

    def __str__(self) -> str:
        """As people write it."""
        return ".".join(map(str, self.parts))


def read_version(text: str) -> Version:
    """A version as people write it, such as 1.4.2. Raises `BadVersion`."""
    found = _VERSION.fullmatch(text)
    if found is None:
        raise BadVersion(text)
    return Version((int(found[1]), int(found[2]), int(found[3])))
