"""A built site on loopback as a host serves it that reads ``_headers`` and ``404.html``."""

from __future__ import annotations

import functools
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from fnmatch import fnmatchcase
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

Rules = tuple[tuple[str, str, str], ...]
"""The pattern of addresses, a header, its value."""


def rules_of(site: Path) -> Rules:
    """Every header that the site asks for, in the order of its file."""
    found: list[tuple[str, str, str]] = []
    pattern = ""
    for line in (site / "_headers").read_text(encoding="utf-8").splitlines():
        if line.startswith("  "):
            name, _, value = line.strip().partition(": ")
            found.append((pattern, name, value))
        elif line and not line.startswith("#"):
            pattern = line
    return tuple(found)


class Guarded(SimpleHTTPRequestHandler):
    """A file server that adds the headers of every rule an address meets."""

    def __init__(self, *given: object, rules: Rules, lost: bytes, **named: object) -> None:
        self._rules, self._lost = rules, lost
        super().__init__(*given, **named)  # type: ignore[arg-type]

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def end_headers(self) -> None:
        """Put the rules' headers last."""
        for pattern, name, value in self._rules:
            if fnmatchcase(self.path.split("?")[0], pattern):
                self.send_header(name, value)
        super().end_headers()

    def send_head(self) -> BytesIO | BinaryIO | None:
        """The file asked for; the page for what is missing where there is none."""
        path = Path(self.translate_path(self.path))
        if path.is_file() or (path / "index.html").is_file():
            return super().send_head()
        self.send_response(HTTPStatus.NOT_FOUND)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(self._lost)))
        self.end_headers()
        return BytesIO(self._lost)


@contextmanager
def guarded(site: Path, root: Path) -> Iterator[str]:
    """The address of the server's ``root``, a folder that holds the site or is it."""
    lost = (site / "404.html").read_bytes()
    handler = functools.partial(Guarded, directory=root, rules=rules_of(site), lost=lost)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
