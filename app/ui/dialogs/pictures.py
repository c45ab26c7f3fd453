"""The images of a phrase: thumbnails with their place before or after the text, added from files or the clipboard.

The rule: a picture is stored when it is added and named by the store; the phrase itself only holds the name.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QPixmap
from PySide6.QtWidgets import QComboBox, QFileDialog, QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from app.core.phrases.phrase import MAX_IMAGE_BYTES, BadPhrase, Image, Place
from app.core.storage import NotStored
from app.ui import sentences
from app.ui.dialogs import terms
from app.ui.dialogs.body_edit import picture_files, pictures_of, read_picture
from app.ui.dialogs.form import button, label, row
from app.ui.dialogs.spoken import Spoken
from app.ui.dialogs.start_folder import in_pictures
from app.ui.theme import GRID, INSIDE, Look, kind

_SIDE = 64


class Pictures(QWidget):
    """A list of images. `refused` emits why one could not be added, an empty text when that is over."""

    changed = Signal()
    refused = Signal(str)

    def __init__(
        self,
        look: Look,
        put: Callable[[bytes], str],
        read: Callable[[str], bytes],
        *,
        has_place: bool = True,
    ) -> None:
        super().__init__()
        self._look, self._put, self._read, self._has_place = look, put, read, has_place
        self._images: list[Image] = []
        self.file_button, self.paste_button = button(), button()
        look.dress(self.file_button, "image")
        look.dress(self.paste_button, "paste")
        self.file_button.clicked.connect(self._choose)
        self.paste_button.clicked.connect(self.paste)
        self._lay_out()
        self.setAcceptDrops(True)
        self.setFocusProxy(self.file_button)
        self._spoken = Spoken(self)
        self._spoken.say(
            self.file_button.setText, lambda: self.tr("Add images…") if self._has_place else self.tr("Choose an image…")
        )
        self._spoken.say(self.paste_button.setText, lambda: self.tr("Paste image"))
        self._spoken.again(self._draw)

    @property
    def images(self) -> tuple[Image, ...]:
        """The images as they stand."""
        return tuple(self._images)

    def set_images(self, images: Sequence[Image]) -> None:
        """Show images."""
        self._images = list(images)
        self._draw()

    def add(self, pictures: Sequence[Path | bytes]) -> None:
        """Store pictures and show them; one that cannot be taken is told, the others are added."""
        reasons = [reason for picture in pictures if (reason := self._add(picture))]
        self._draw()
        self.refused.emit("\n".join(reasons))
        self.changed.emit()

    def paste(self) -> None:
        """Add what was copied: picture files or a picture."""
        found = pictures_of(QGuiApplication.clipboard().mimeData())
        if found:
            self.add(found)
        else:
            self.refused.emit(self.tr("No image has been copied."))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take dropped picture files."""
        if picture_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Add dropped picture files."""
        mime: QMimeData = event.mimeData()
        self.add(picture_files(mime))

    def _lay_out(self) -> None:
        self._rows = QVBoxLayout()
        self._rows.setSpacing(GRID)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(INSIDE)
        column.addLayout(self._rows)
        column.addLayout(row(self.file_button, self.paste_button))

    def _add(self, picture: Path | bytes) -> str:
        name = picture.name if isinstance(picture, Path) else ""
        try:
            content = read_picture(picture) if isinstance(picture, Path) else picture
            if len(content) > MAX_IMAGE_BYTES:
                raise BadPhrase("images", "too_large", MAX_IMAGE_BYTES)
            self._images.append(Image(self._put(content)))
        except BadPhrase as bad:
            return f"{name}: {terms.rule(bad)}".lstrip(": ")
        except NotStored as lack:
            return sentences.of_trouble(lack.trouble)
        except OSError:
            return self.tr("{file} cannot be read.").replace("{file}", name)
        return ""

    def _choose(self) -> None:
        pattern = self.tr("Images") + " (*.png *.jpg *.jpeg *.gif)"
        files, _chosen = QFileDialog.getOpenFileNames(self, self.tr("Add images"), in_pictures(), pattern)
        if files:
            self.add([Path(file) for file in files])

    def _remove(self, at: int) -> None:
        del self._images[at]
        self._draw()
        self.changed.emit()

    def _place(self, at: int, place: Place) -> None:
        self._images[at] = Image(self._images[at].file, place)
        self.changed.emit()

    def _draw(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            widget.hide()
            widget.deleteLater()
        for at, image in enumerate(self._images):
            self._rows.addWidget(self._row(at, image))

    def _row(self, at: int, image: Image) -> QFrame:
        frame = QFrame()
        frame.setProperty(*kind("card"))
        line = QHBoxLayout(frame)
        line.setContentsMargins(INSIDE, INSIDE, INSIDE, INSIDE)
        line.setSpacing(INSIDE)
        picture = label(wraps=True)
        picture.setFixedSize(_SIDE, _SIDE)
        picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._show_thumbnail(picture, image)
        place = QComboBox()
        for value in Place:
            place.addItem(terms.place(value), value)
        place.setCurrentIndex(list(Place).index(image.place))
        place.activated.connect(lambda number: self._place(at, list(Place)[number]))
        away = QToolButton()
        away.setToolTip(self.tr("Remove the image"))
        self._look.dress(away, "close")
        away.clicked.connect(lambda: self._remove(at))
        line.addWidget(picture)
        line.addWidget(place)
        place.setVisible(self._has_place)
        line.addStretch(1)
        line.addWidget(away)
        return frame

    def _show_thumbnail(self, target: QLabel, image: Image) -> None:
        drawn = QPixmap()
        try:
            drawn.loadFromData(self._read(image.file))
        except NotStored as lack:
            target.setToolTip(sentences.of_trouble(lack.trouble))
        if drawn.isNull():
            target.setText(self.tr("Missing"))
            return
        ratio = self.devicePixelRatioF()
        drawn = drawn.scaled(
            round(_SIDE * ratio),
            round(_SIDE * ratio),
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        drawn.setDevicePixelRatio(ratio)
        target.setPixmap(drawn)
