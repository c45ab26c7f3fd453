"""A program that we paste into and copy from: a Qt window of its own, told what to do line by line.

It answers every line (JSON) with one line. What it does with keys and clipboard is Qt's work, not ours.
"""

import base64
import json
import sys
import threading
import time

from PySide6.QtCore import QByteArray, QMimeData, QObject, Qt, Signal, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QPlainTextEdit


class Lines(QObject):
    """Reads lines in a thread, so that the window goes on."""

    came = Signal(str)
    ended = Signal()

    def begin(self) -> None:
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        for line in sys.stdin:
            self.came.emit(line)
        self.ended.emit()


class Editor(QPlainTextEdit):
    """The window. `slow_by` is how long it takes from the paste key to reading the clipboard, in seconds.

    A curious one also reads it at once, as Chromium does.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setWindowTitle(name)
        self.keys: list[str] = []
        self.slow_by = 0.0
        self.is_curious = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.keys.append(QKeySequence(event.keyCombination()).toString())
        if event.matches(QKeySequence.StandardKey.Paste):
            if self.is_curious:
                QGuiApplication.clipboard().text()
            time.sleep(self.slow_by)  # noqa: TID251 - this is what being slow is
        super().keyPressEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return True

    def insertFromMimeData(self, source: QMimeData) -> None:
        if source.hasText():
            self.insertPlainText(source.text())
        else:
            self.insertPlainText("".join(f"<{name} {source.data(name).size()}>" for name in source.formats()))


class Peer:
    """One method a verb."""

    def __init__(self, editor: Editor) -> None:
        self.editor = editor
        self.name = editor.windowTitle()
        self.complaints: list[str] = []
        qInstallMessageHandler(lambda kind, context, text: self.complaints.append(text))

    def window(self) -> int:
        return int(self.editor.winId())

    def text(self) -> str:
        return self.editor.toPlainText()

    def keys(self) -> list[str]:
        return self.editor.keys

    def renew(self) -> None:
        self.editor.clear()
        self.editor.keys.clear()
        self.be_slow(0.0)
        self.editor.show()

    def be_slow(self, seconds: float, is_curious: bool = False) -> None:
        self.editor.slow_by, self.editor.is_curious = seconds, is_curious

    def sleep(self, seconds: float) -> None:
        time.sleep(seconds)  # noqa: TID251 - this is what hanging is

    def is_active(self) -> bool:
        return self.editor.isActiveWindow() and self.editor.hasFocus()

    def copy(self, formats: dict[str, str]) -> None:
        """As after Ctrl+C, whose moment the server wants to be younger than the last owner's (ICCCM 2.1)."""
        while True:
            self.complaints.clear()
            self.editor.setWindowTitle(f"{self.name} {time.monotonic_ns()}")
            QApplication.processEvents()
            content = QMimeData()
            for name, value in formats.items():
                content.setData(name, QByteArray(base64.b64decode(value)))
            QGuiApplication.clipboard().setMimeData(content)
            if not any("selection owner" in complaint for complaint in self.complaints):
                return

    def formats(self) -> list[str]:
        return QGuiApplication.clipboard().mimeData().formats()

    def read(self, name: str) -> str:
        content = QGuiApplication.clipboard().mimeData().data(name)
        return base64.b64encode(bytes(content.data())).decode()

    def hide(self) -> None:
        self.editor.hide()


def main() -> None:
    app = QApplication(sys.argv)
    app.setQuitOnLastWindowClosed(False)
    editor = Editor(sys.argv[1])
    editor.setGeometry(int(sys.argv[2]), 80, 380, 240)
    editor.show()
    peer, lines = Peer(editor), Lines()

    def obey(line: str) -> None:
        verb, *arguments = json.loads(line)
        print(json.dumps(getattr(peer, verb)(*arguments)), flush=True)

    lines.came.connect(obey, Qt.ConnectionType.QueuedConnection)
    lines.ended.connect(app.quit, Qt.ConnectionType.QueuedConnection)
    lines.begin()
    app.exec()


if __name__ == "__main__":
    main()
