"""Where the data of a site live on the web, as its address says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

GITHUB = re.compile(r"/(?P<repo>[^/]+/[^/]+?)(?:\.git)?(?:/(?:blob|tree|edit|raw)/(?P<rest>.+))?")
GITLAB = re.compile(r"/(?P<repo>.+?)(?:\.git)?(?:/-/(?:blob|tree|edit|raw)/(?P<rest>.+))?")
EXAMPLE = "https://github.com/alcaldia/bitacora/blob/main"


@dataclass(frozen=True, slots=True)
class Repository:
    """A repository of data: the service that keeps it, its name there, the branch that is
    published (None where the address does not say), the folder where the site stands in it."""

    service: str
    host: str
    name: str
    branch: str | None = None
    folder: str = ""

    @property
    def api(self) -> str:
        """The address with which the editor reads and saves."""
        if self.service == "github":
            return "https://api.github.com"
        return f"https://{self.host}/api/v4"


def repository_at(address: str | None) -> Repository | None:
    """The repository of an address of GitHub or GitLab; None where it is of neither."""
    parts = urlsplit(address or "")
    host = parts.netloc.lower()
    path = unquote(parts.path).rstrip("/")
    if host in {"github.com", "www.github.com"}:
        return _named("github", "github.com", GITHUB.fullmatch(path))
    if "gitlab" in host or "/-/" in path:
        return _named("gitlab", host, GITLAB.fullmatch(path))
    return None


def _named(service: str, host: str, found: re.Match[str] | None) -> Repository | None:
    if found is None or "/" not in found["repo"]:
        return None
    branch, _, folder = (found["rest"] or "").partition("/")
    return Repository(service, host, found["repo"], branch or None, folder)
