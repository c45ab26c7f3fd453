"""Attached pictures: the port `Images`, a folder of files that are named by their content.

The rule: a picture is known by its name (sha256 and suffix), never by a path, and what is read is what was put.
"""

import hashlib
import re
from collections.abc import Collection
from datetime import datetime
from pathlib import Path

from app.core.phrases.phrase import MAX_IMAGE_BYTES, BadPhrase
from app.core.storage import NotStored, Trouble
from db import files
from db.troubles import told

_NAME = re.compile(r"[0-9a-f]{64}\.(png|jpg|gif)")
_BEGINNINGS = (
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpg"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
)


class ImageFolder:
    """The pictures of a data folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, content: bytes) -> str:
        """Keep a picture and give its name; one that is there already is kept once.

        Raises `BadPhrase` (`images`: `too_large` with the limit in bytes, `not_a_picture`) or `NotStored`.
        """
        if len(content) > MAX_IMAGE_BYTES:
            raise BadPhrase("images", "too_large", MAX_IMAGE_BYTES)
        name = f"{hashlib.sha256(content).hexdigest()}.{_suffix(content)}"
        with told():
            files.make_folder(self._folder)
            file = self._folder / name
            if file.exists() and file.read_bytes() == content:
                file.touch()  # a picture put again is young again, so that `collect` leaves it alone
            else:
                files.write(file, content)
        return name

    def read(self, file: str) -> bytes:
        """The picture of a name. Raises `NotStored`: gone, or damaged where it is not what was put."""
        if not _NAME.fullmatch(file):
            raise NotStored(Trouble.GONE, "name")
        with told():
            content = (self._folder / file).read_bytes()
        if hashlib.sha256(content).hexdigest() != file.partition(".")[0]:
            raise NotStored(Trouble.DAMAGED, file)
        return content

    def idle(self, used: Collection[str], before: datetime) -> frozenset[str]:
        """The files that are not among the used ones and were put before a moment. Raises `NotStored`.

        The moment spares those that an open editor has put and not yet saved.
        """
        with told():
            return frozenset(
                file.name
                for file in self._folder.glob("*")
                if (_NAME.fullmatch(file.name) or file.name.endswith(files.PART))
                and file.name not in used
                and file.stat().st_mtime < before.timestamp()
            )

    def remove(self, names: Collection[str]) -> int:
        """Delete files that `idle` gave; how many. Raises `NotStored`."""
        with told():
            for name in names:
                (self._folder / name).unlink(missing_ok=True)
        return len(names)


def _suffix(content: bytes) -> str:
    for beginning, suffix in _BEGINNINGS:
        if content.startswith(beginning):
            return suffix
    raise BadPhrase("images", "not_a_picture")
