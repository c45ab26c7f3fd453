"""The field of a phrase's text: plain text only, and what nobody edited is given back byte for byte.

The rule: the text is read from the document's raw text, because `toPlainText` turns no-break spaces and U+2028 into
other letters; and a text that looks as it was loaded is the loaded one, line ends included.
"""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, Qt, Signal
from PySide6.QtGui import QImage, QImageWriter, QKeyEvent
from PySide6.QtWidgets import QCompleter, QPlainTextEdit, QWidget

from app.core.phrases.phrase import MAX_IMAGE_BYTES

_PARAGRAPH = "\u2029"
_TO_COMPLETER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape})
_PICTURES = frozenset({".png", ".jpg", ".jpeg", ".gif"})


def picture_files(mime: QMimeData) -> tuple[Path, ...]:
    """The picture files among dropped or copied ones."""
    paths = (Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile())
    return tuple(path for path in paths if path.suffix.lower() in _PICTURES)


def as_png(image: QImage) -> bytes:
    """A picture from the clipboard as PNG bytes."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(content.data())


def pictures_of(mime: QMimeData) -> tuple[Path | bytes, ...]:
    """The picture files, or else the one picture, that were copied or dropped."""
    return picture_files(mime) or ((as_png(QImage(mime.imageData())),) if mime.hasImage() else ())


def read_picture(path: Path) -> bytes:
    """A picture file, one byte more than allowed at most, so that its size can be refused without reading it all."""
    with path.open("rb") as file:
        return file.read(MAX_IMAGE_BYTES + 1)


class BodyEdit(QPlainTextEdit):
    """A plain text field that hands pictures on: `pictures` emits a tuple of files or of PNG bytes."""

    pictures = Signal(tuple)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._loaded = ""
        self._shown = ""
        self.completer: QCompleter | None = None
        self.setTabChangesFocus(True)

    def set_body(self, body: str) -> None:
        """Show a text and remember it as it is."""
        self.setPlainText(body)
        self._loaded = body
        self._shown = self.document().toRawText()

    def body(self) -> str:
        """The text: as loaded where nothing was changed, else with LF at line ends and every other letter kept."""
        raw = self.document().toRawText()
        return self._loaded if raw == self._shown else raw.replace(_PARAGRAPH, "\n")

    def replace_body(self, body: str) -> None:
        """Put another text in as an edit that Ctrl+Z takes back."""
        cursor = self.textCursor()
        cursor.select(cursor.SelectionType.Document)
        cursor.insertText(body)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the keys of an open list to the list: it asks the field first and takes what the field does not."""
        if self.completer and self.completer.popup().isVisible() and event.key() in _TO_COMPLETER:
            event.ignore()
            return
        super().keyPressEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Text and pictures."""
        return source.hasText() or source.hasImage() or bool(picture_files(source))

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Put text in; hand pictures on. Text goes first: office programs copy a picture of the text along."""
        if source.hasText() and not picture_files(source):
            self.textCursor().insertText(source.text())
            self.ensureCursorVisible()
        else:
            self.pictures.emit(pictures_of(source))

    def createMimeDataFromSelection(self) -> QMimeData:
        """What Ctrl+C takes: the same letters as the body holds."""
        mime = QMimeData()
        mime.setText(self.textCursor().selectedText().replace(_PARAGRAPH, "\n"))
        return mime
