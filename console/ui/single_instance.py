"""One console per data folder: a second start hands over what it was asked and ends."""

from hashlib import sha256
from pathlib import Path

from PySide6.QtCore import QByteArray, QDeadlineTimer, QLockFile, QObject, QThread, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_PATIENCE_MS = 5_000
"""How long the second start waits for the first, which may just be starting."""
_PAUSE_MS = 50
_THANKS = b"ok\n"
_LONGEST_REQUEST = 200  # bytes: a number and a line end


class SingleInstance(QObject):
    """Holds a data folder for one console and hears of later starts with the same folder."""

    rang = Signal(str)
    """A later start was asked to show a call from this number."""
    summoned = Signal()
    """The console was started again: the operator looks for its window."""

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        folder.mkdir(parents=True, exist_ok=True)
        self._name = f"contact-console-{sha256(str(folder.resolve()).encode()).hexdigest()[:16]}"
        self._lock = QLockFile(str(folder / "console.lock"))
        self._lock.setStaleLockTime(0)  # a crashed console is told by its process, never by the age of the file
        self._sockets: list[QLocalSocket] = []
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_new_connection)

    def claim(self) -> bool:
        """Take the folder for this process; False when another console has it."""
        if not self._lock.tryLock(0):
            return False
        QLocalServer.removeServer(self._name)  # what a crash left
        return self._server.listen(self._name)

    def hand_over(self, number: str) -> bool:
        """Pass a ringing number, or just a summons when it is empty, to the console that has the folder.

        Blocks for seconds at most; False when that console does not answer.
        """
        deadline = QDeadlineTimer(_PATIENCE_MS)
        while not deadline.hasExpired():
            socket = QLocalSocket()
            socket.connectToServer(self._name)
            if socket.waitForConnected(deadline.remainingTime()):
                socket.write(QByteArray(f"{_one_line(number)}\n".encode()))
                socket.waitForDisconnected(deadline.remainingTime())  # the other side hangs up once it has read
                return socket.readAll().data() == _THANKS
            QThread.msleep(_PAUSE_MS)
        return False

    def release(self) -> None:
        """Give the folder back."""
        self._server.close()
        self._lock.unlock()

    def _on_new_connection(self) -> None:
        while self._server.hasPendingConnections():
            socket = self._server.nextPendingConnection()
            self._sockets.append(socket)
            socket.readyRead.connect(self._on_ready_read)
            socket.disconnected.connect(self._on_disconnected)
        self._on_ready_read()

    def _on_ready_read(self) -> None:
        for socket in tuple(self._sockets):
            if socket.canReadLine():
                number = bytes(socket.readLine().data()).decode(errors="replace").strip()
                socket.write(QByteArray(_THANKS))
                socket.flush()
                socket.disconnectFromServer()
                if number:
                    self.rang.emit(number)
                else:
                    self.summoned.emit()
            elif socket.bytesAvailable() > _LONGEST_REQUEST:
                socket.abort()

    def _on_disconnected(self) -> None:
        gone = [each for each in self._sockets if each.state() is QLocalSocket.LocalSocketState.UnconnectedState]
        for socket in gone:
            self._sockets.remove(socket)
            socket.deleteLater()


def _one_line(number: str) -> str:
    return " ".join(number.split())[: _LONGEST_REQUEST // 4]
