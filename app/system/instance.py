"""One program a data folder: the second start hands its wish to the first and ends.

The rule: the lock decides who is first, the socket only carries a word; both belong to this user alone.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCryptographicHash, QLockFile, QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

SHOW = "show"
QUIT = "quit"
_ANSWER_WITHIN_MS = 2000
_LONGEST_WISH = 16


class Instance(QObject):
    """This start of the program. `asked` tells the first one what a later start wants: `SHOW` or `QUIT`."""

    asked = Signal(str)

    def __init__(self, data: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = "qindesk-" + _digest(str(data))[:24]
        self._lock = QLockFile(str(data / "instance.lock"))
        self._lock.setStaleLockTime(0)
        self._server: QLocalServer | None = None
        self._guests: list[QLocalSocket] = []

    def is_first(self) -> bool:
        """Whether no other one runs. A lock left by a killed one does not count."""
        return self._lock.tryLock(0)

    def listen(self) -> None:
        """Hear what later starts wish; for the first one alone, after its window is painted."""
        from PySide6.QtNetwork import QLocalServer  # noqa: PLC0415 - the first paint does not wait for it

        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._welcome)
        QLocalServer.removeServer(self._name)
        self._server.listen(self._name)

    def tell_first(self, wish: str) -> bool:
        """Hand a wish to the first one; False where it did not answer within two seconds."""
        from PySide6.QtNetwork import QLocalSocket  # noqa: PLC0415

        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(_ANSWER_WITHIN_MS):
            return False
        socket.write(f"{wish}\n".encode())
        return socket.waitForReadyRead(_ANSWER_WITHIN_MS) and socket.readAll().startsWith(b"ok")

    def close(self) -> None:
        """Make room for the next start."""
        if self._server:
            self._server.close()
        self._lock.unlock()

    def _welcome(self) -> None:
        while self._server and (socket := self._server.nextPendingConnection()) is not None:
            socket.readyRead.connect(self._answer)
            self._guests.append(socket)
        self._answer()

    def _answer(self) -> None:
        for socket in [socket for socket in self._guests if socket.canReadLine()]:
            self._guests.remove(socket)
            wish = bytes(socket.readLine(_LONGEST_WISH).data()).decode("ascii", "replace").strip()
            if wish in (SHOW, QUIT):
                socket.write(b"ok\n")
                socket.flush()
                self.asked.emit(wish)
            socket.disconnectFromServer()
        self._guests = [socket for socket in self._guests if socket.isValid()]


def _digest(text: str) -> str:
    """SHA-256 by Qt: importing Python's loads OpenSSL, for which the first paint need not wait."""
    made = QCryptographicHash.hash(text.encode(), QCryptographicHash.Algorithm.Sha256)
    return bytes(made.toHex().data()).decode("ascii")
