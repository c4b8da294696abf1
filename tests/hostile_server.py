"""A web server on loopback that answers exactly what a test wants, byte by byte, and counts who came."""

import contextlib
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Self

Answer = bytes | Callable[[], Iterator[bytes]]


def page(body: bytes = b"<p>Good news.</p>", *headers: str, status: str = "200 OK") -> bytes:
    """A whole answer; its length is told unless ``headers`` say something about it."""
    lines = [f"HTTP/1.1 {status}", *headers]
    if not any(line.lower().startswith(("content-length", "transfer-encoding")) for line in headers):
        lines.append(f"Content-Length: {len(body)}")
    return "\r\n".join([*lines, "", ""]).encode("utf-8") + body


def redirect(location: str, status: str = "302 Found") -> bytes:
    return page(b"", f"Location: {location}", status=status)


@dataclass
class Server:
    """Gives the first answer to the first connection and so on; the last one to all that follow."""

    answers: list[Answer]
    tls: ssl.SSLContext | None = None
    requests: list[str] = field(default_factory=list)
    connections: int = 0
    closing: threading.Event = field(default_factory=threading.Event)

    def __enter__(self) -> Self:
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.port = self.socket.getsockname()[1]
        self.thread = threading.Thread(target=self._serve)
        self.thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.closing.set()
        with socket.create_connection(
            ("127.0.0.1", self.port)
        ):  # wakes accept(), as closing does not everywhere
            self.thread.join()
        self.socket.close()

    def dripping(self, piece: bytes, start: bytes = b"") -> Callable[[], Iterator[bytes]]:
        """``start``, then a piece every 20 milliseconds, without end."""

        def pieces() -> Iterator[bytes]:
            yield start
            while not self.closing.wait(0.02):
                yield piece

        return pieces

    def _serve(self) -> None:
        threads = []
        while True:
            connection, _ = self.socket.accept()
            if self.closing.is_set():
                connection.close()
                break
            answer = self.answers[min(self.connections, len(self.answers) - 1)]
            self.connections += 1
            threads.append(threading.Thread(target=self._talk, args=(connection, answer)))
            threads[-1].start()
        for thread in threads:
            thread.join()

    def _talk(self, connection: socket.socket, answer: Answer) -> None:
        connection.settimeout(10)
        with (
            contextlib.suppress(OSError),
            contextlib.ExitStack() as stack,
        ):  # the other side may go at any time
            stack.enter_context(connection)
            if self.tls:
                connection = stack.enter_context(self.tls.wrap_socket(connection, server_side=True))
            self.requests.append(_request(connection))
            for piece in [answer] if isinstance(answer, bytes) else answer():
                connection.sendall(piece)


def _request(connection: socket.socket) -> str:
    """The head of a request, or the beginning of a greeting in TLS, which starts with the byte 0x16."""
    head = b""
    while b"\r\n\r\n" not in head and head[:1] != b"\x16" and (piece := connection.recv(4096)):
        head += piece
    return head.decode("latin-1")
