"""What is new in the versions of the program, read from a short text of ours that goes with it.

The rule: only what came after the version that was seen last is told, and nothing of a version that is not installed.
"""

import re
from collections.abc import Sequence

from app.core.values import dataclass
from app.core.versions import BadVersion, Version, read_version

_HEAD = re.compile(r"#+ (.+)")
_LINE = re.compile(r"- \*\*(.+?)\*\*\s*(.*)")
_OLDEST = Version((0, 0, 0))


@dataclass(frozen=True, slots=True)
class Novelty:
    """One thing that is new: its name, and a sentence of what it is good for."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Release:
    """A version with what it brought."""

    version: Version
    news: tuple[Novelty, ...]


def read_releases(text: str) -> tuple[Release, ...]:
    """The versions in a text, the newest first: `# 1.2.0` and below it lines `- **Name** sentence`.

    A line that goes on is joined to the one before. Raises `BadVersion`.
    """
    found: list[tuple[Version, list[Novelty]]] = []
    for line in text.splitlines():
        head, thing = _HEAD.fullmatch(line.strip()), _LINE.fullmatch(line.strip())
        if head:
            found.append((read_version(head[1].strip()), []))
        elif thing and found:
            found[-1][1].append(Novelty(thing[1], thing[2]))
        elif line.strip() and found and found[-1][1]:
            last = found[-1][1].pop()
            found[-1][1].append(Novelty(last.name, f"{last.text} {line.strip()}".strip()))
    releases = (Release(version, tuple(news)) for version, news in found)
    return tuple(sorted(releases, key=lambda release: release.version.parts, reverse=True))


def unseen(releases: Sequence[Release], seen: str, installed: str) -> tuple[Release, ...]:
    """Those to tell. `seen` is the version that was told last; empty where none ever was: then only the installed one.

    After a step back to an older version there is nothing to tell.
    """
    here = read_version(installed)
    last = _known(seen)
    if last is None:
        return tuple(release for release in releases if release.version == here)
    return tuple(release for release in releases if last.parts < release.version.parts <= here.parts)


def _known(text: str) -> Version | None:
    try:
        return read_version(text) if text else None
    except BadVersion:
        return _OLDEST
