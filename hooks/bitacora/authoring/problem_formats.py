"""Problems as other programs read them: JSON, marks of GitHub, code quality of GitLab."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from hashlib import sha256

from bitacora.canonical import Value
from bitacora.problems import Problem, Severity
from bitacora.rulebook.book import address_of, help_of

GITHUB_LEVEL = {Severity.ERROR: "error", Severity.AVISO: "warning", Severity.MEJORA: "notice"}
GITLAB_LEVEL = {Severity.ERROR: "critical", Severity.AVISO: "minor", Severity.MEJORA: "info"}


def row(problem: Problem, site: str | None = None) -> Value:
    """A problem under the stable keys that other programs read; where the site explains its rule,
    from the site's root if its address is not known."""
    return {
        "archivo": problem.place.archivo,
        "linea": problem.place.linea,
        "registro": problem.registro,
        "campo": problem.campo,
        "valor": problem.valor,
        "regla": problem.regla,
        "severidad": str(problem.severidad),
        "mensaje": problem.mensaje,
        "remedio": problem.remedio,
        "ayuda": help_of(problem.regla, site) or address_of(problem.regla),
    }


def as_json(problems: Iterable[Problem], site: str | None = None) -> str:
    """A list of objects with the stable keys other programs read."""
    return json.dumps([row(problem, site) for problem in problems], ensure_ascii=False, indent=2)


def as_github(problems: Iterable[Problem], site: str | None = None) -> str:
    """GitHub workflow commands, which mark each fault on its line of the pull request."""
    return "\n".join(_annotation(problem, site) for problem in problems)


def _annotation(problem: Problem, site: str | None) -> str:
    properties = {
        "file": problem.place.archivo,
        "line": str(problem.place.linea),
        "title": problem.regla,
    }
    written = ",".join(f"{key}={_escaped(value, ',:')}" for key, value in properties.items())
    return f"::{GITHUB_LEVEL[problem.severidad]} {written}::{_escaped(_words(problem, site))}"


def _words(problem: Problem, site: str | None) -> str:
    told = f"{problem.campo + ': ' if problem.campo else ''}{problem.mensaje} {problem.remedio}"
    address = help_of(problem.regla, site)
    return f"{told}\nPor qué importa: {address}" if address else told


def _escaped(text: str, also: str = "") -> str:
    for char in "%\r\n" + also:
        text = text.replace(char, f"%{ord(char):02X}")
    return text


def as_gitlab(problems: Iterable[Problem], site: str | None = None) -> str:
    """The code quality report of GitLab, which shows each fault in the merge request.

    The fingerprint says whether a fault is the same as before: it does not depend on the line,
    and the second of two alike has its own.
    """
    seen: Counter[str] = Counter()
    rows = []
    for problem in problems:
        told = (problem.place.archivo, problem.registro, problem.campo, problem.regla)
        key = "\n".join((*told, problem.mensaje))
        seen[key] += 1
        rows.append(
            {
                "description": _words(problem, site),
                "check_name": problem.regla,
                "fingerprint": sha256(f"{key}\n{seen[key]}".encode()).hexdigest(),
                "severity": GITLAB_LEVEL[problem.severidad],
                "location": {
                    "path": problem.place.archivo,
                    "lines": {"begin": problem.place.linea},
                },
            }
        )
    return json.dumps(rows, ensure_ascii=False, indent=2)
