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

    def collect(self, used: Collection[str], before: datetime) -> int:
        """Delete the pictures that nothing uses and that were put before a moment; how many. Raises `NotStored`.

        Call it after the bin was emptied, with what the library still needs. The moment spares those that an open
        editor has put and not yet saved.
        """
        count = 0
        with told():
            for file in self._folder.glob("*"):
                is_ours = _NAME.fullmatch(file.name) or file.name.endswith(files.PART)
                if is_ours and file.name not in used and file.stat().st_mtime < before.timestamp():
                    file.unlink()
                    count += 1
        return count


def _suffix(content: bytes) -> str:
    for beginning, suffix in _BEGINNINGS:
        if content.startswith(beginning):
            return suffix
    raise BadPhrase("images", "not_a_picture")
