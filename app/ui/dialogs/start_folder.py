"""Where a question for a file begins.

The rule: never in the folder that the program happens to run in, because nobody looks for a file there.
"""

from pathlib import Path, PurePath

from PySide6.QtCore import QStandardPaths

_Place = QStandardPaths.StandardLocation


def in_documents(name: str = "") -> str:
    """The folder of the user's documents, or a file of that name in it."""
    return _in(_Place.DocumentsLocation, name)


def in_downloads() -> str:
    """Where a browser or the platform's client puts what it exports."""
    return _in(_Place.DownloadLocation)


def in_pictures() -> str:
    """The folder of the user's pictures."""
    return _in(_Place.PicturesLocation)


def _in(place: QStandardPaths.StandardLocation, name: str = "") -> str:
    folder = QStandardPaths.writableLocation(place)
    if not Path(folder).is_dir():  # a question would begin with its name as that of a file
        folder = QStandardPaths.writableLocation(_Place.HomeLocation)
    return str(PurePath(folder, name)) if folder else name
