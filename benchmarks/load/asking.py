"""Asking the app for pages as its server does: through the WSGI door, with a person's cookie."""

import io
import time
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from claims.models import User

TOKEN = "t" * 32  # of the form's safety check, in cookie and header alike
application: Any = None


class Visitor:
    """One browser of one person, or of nobody."""

    def __init__(self, user: User | None = None) -> None:
        self.cookie = cookie_of(user)

    def get(self, address: str) -> bytes:
        """The page; anything but 200 is an error."""
        status, body = self.ask(address)
        if status != 200:
            raise RuntimeError(f"{address} answered {status}")
        return body

    def post(self, address: str, data: dict[str, str]) -> tuple[int, bytes]:
        """Status and page after a form was sent."""
        return self.ask(address, urlencode(data).encode())

    def ask(self, address: str, form: bytes | None = None) -> tuple[int, bytes]:
        """One request with its answer, closed as a server closes it."""
        found: list[str] = []
        door = application or _open()
        answer = door(_environ(address, self.cookie, form), lambda status, headers: found.append(status))
        try:
            return int(found[0][:3]), b"".join(answer)
        finally:
            answer.close()

    def seconds(self, address: str) -> float:
        """How long one page takes."""
        start = time.perf_counter()
        self.get(address)
        return time.perf_counter() - start

    def queries(self, address: str) -> int:
        """How many queries one page takes."""
        with CaptureQueriesContext(connection) as queries:
            self.get(address)
        return len([each for each in queries.captured_queries if is_query(each["sql"])])


def is_query(sql: str) -> bool:
    """Not the frame of a transaction."""
    return not sql.startswith(("BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE"))


def cookie_of(user: User | None) -> str:
    """The cookies of a browser in which this person has logged in."""
    if user is None:
        return ""
    client = Client()
    client.force_login(user)
    return f"{settings.SESSION_COOKIE_NAME}={client.cookies[settings.SESSION_COOKIE_NAME].value}; csrftoken={TOKEN}"


def _open() -> Any:
    global application
    settings.ROOT_URLCONF = "benchmarks.load.bare"
    application = get_wsgi_application()
    return application


def _environ(address: str, cookie: str, form: bytes | None) -> dict[str, Any]:
    path, _, query = address.partition("?")
    body = form or b""
    return {
        "REQUEST_METHOD": "GET" if form is None else "POST",
        "SCRIPT_NAME": "",
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "SERVER_NAME": "127.0.0.1",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "127.0.0.1",
        "HTTP_HOST": "127.0.0.1",
        "HTTP_COOKIE": cookie,
        "HTTP_X_CSRFTOKEN": TOKEN,
        "CONTENT_TYPE": "application/x-www-form-urlencoded",
        "CONTENT_LENGTH": str(len(body)),
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(body),
        "wsgi.errors": io.StringIO(),
        "wsgi.multithread": False,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
    }
