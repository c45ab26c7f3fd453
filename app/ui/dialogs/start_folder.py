"""Where a question for a file begins.

The rule: never in the folder that the program happens to run in, because nobody looks for a file there.
"""

from pathlib import PurePath

from PySide6.QtCore import QStandardPaths


def in_documents(name: str = "") -> str:
    """The folder of the user's documents, or a file of that name in it."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return str(PurePath(folder, name)) if folder else name
