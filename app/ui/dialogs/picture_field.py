"""One picture, or none: added from a file, the clipboard or by dropping it.

The rule: it is stored when it is added and named by the store; a second one takes the place of the first.
"""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.phrases.phrase import Image
from app.ui.dialogs.pictures import Pictures
from app.ui.sheet_dialogs.entry_inputs import State
from app.ui.theme import Look


class PictureField(QWidget):
    """The picture of a product. `refused` emits why one could not be added."""

    edited = Signal()
    refused = Signal(str)

    def __init__(self, look: Look, put: Callable[[bytes], str], read: Callable[[str], bytes]) -> None:
        super().__init__()
        self.pictures = Pictures(look, put, read, has_place=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.pictures)
        self.setFocusProxy(self.pictures)
        self.pictures.changed.connect(self._keep_one)
        self.pictures.refused.connect(self.refused)

    def put(self, value: Image | None) -> None:
        """Show a picture."""
        self.pictures.set_images([value] if value else [])

    def read(self) -> Image | None:
        """The picture."""
        return self.pictures.images[-1] if self.pictures.images else None

    def state(self) -> State:
        """The picture."""
        return self.read()

    def restore(self, state: State) -> None:
        """Show it again."""
        self.put(state)

    def is_blank(self) -> bool:
        """Whether there is none."""
        return not self.pictures.images

    def _keep_one(self) -> None:
        if len(self.pictures.images) > 1:
            self.put(self.pictures.images[-1])
        self.edited.emit()
