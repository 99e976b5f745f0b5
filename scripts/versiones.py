"""What git kept: the files of a folder as they were, which ones differ since."""

from __future__ import annotations

import os
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import click

PLAIN = ("100644", "100755")
"""The modes of plain files; links and other repositories inside this one are left alone."""
MAIN = ("origin/HEAD", "origin/main", "origin/master", "main", "master")
"""Where the published data usually are, the likeliest first."""
TOLD_BY_GIT = frozenset({"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"})
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
FETCH = "Corra «git fetch --unshallow» y repita."
MANY = 5


@dataclass(frozen=True, slots=True)
class Repository:
    """A repository by its top folder; ``prefix`` leads from there to a folder of it."""

    top: Path
    prefix: PurePosixPath


@dataclass(frozen=True, slots=True)
class Base:
    """What is compared with: its name as it was asked for, its commit, the day of it."""

    name: str
    commit: str
    day: str


def repository_of(folder: Path) -> Repository:
    """The repository that holds a folder; a clear refusal where there is none."""
    done = _run(folder, "rev-parse", "--show-toplevel", "--show-prefix")
    if b"safe.directory" in done.stderr:
        raise click.ClickException(
            f"git no abre «{folder}» porque la carpeta es de otro usuario del equipo. Si confía en "
            f"ella, corra: git config --global --add safe.directory {folder.resolve().parent}"
        )
    if done.returncode:
        raise click.ClickException(
            f"«{folder}» no está en un repositorio de git, así que no hay con qué comparar. Corra "
            "el programa en la carpeta que bajó con git clone."
        )
    top, prefix = done.stdout.decode().split("\n")[:2]
    return Repository(Path(top), PurePosixPath(prefix or "."))


def base_of(repository: Repository, asked: str | None) -> Base:
    """The commit where the working tree parted from what is asked for (without it, from what is
    published), so that what others published since then is not taken for a change of this one."""
    if _git(repository.top, "rev-parse", "--verify", "--quiet", "HEAD^{commit}") is None:
        raise click.ClickException(
            "En este repositorio todavía no se ha guardado nada (no hay ningún commit), así que no "
            "hay con qué comparar."
        )
    name = asked or _published(repository)
    commit = _commit(repository, name) or _commit_of_day(repository, name)
    if commit is None:
        raise click.ClickException(_unknown(repository, name))
    parted = _git(repository.top, "merge-base", commit, "HEAD")
    if parted is None and _is_shallow(repository):
        raise click.ClickException(
            f"Esta copia del repositorio trae solo los últimos cambios y no llega hasta «{name}». "
            f"{FETCH}"
        )
    found = parted.decode().strip() if parted else commit
    day = _git(repository.top, "show", "--no-patch", "--format=%cs", found) or b""
    return Base(name, found, day.decode().strip())


def _published(repository: Repository) -> str:
    """What is most likely published; without any main branch, what was kept last."""
    found = next((it for it in MAIN if _commit(repository, it)), "HEAD")
    # «origin/HEAD» is told by the branch it stands for.
    told = _git(repository.top, "rev-parse", "--abbrev-ref", found) if found != "HEAD" else None
    return told.decode().strip() if told else found


def _commit(repository: Repository, name: str) -> str | None:
    found = _git(
        repository.top, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}"
    )
    return found.decode().strip() if found else None


def _commit_of_day(repository: Repository, name: str) -> str | None:
    """What was there at the end of a day, where a day is asked for; Bogotá's, as the edition's."""
    if not DAY.fullmatch(name):
        return None
    until = f"--before={name}T23:59:59-05:00"
    found = _git(repository.top, "rev-list", "--max-count=1", "--first-parent", until, "HEAD")
    return found.decode().strip() or None if found else None


def _unknown(repository: Repository, name: str) -> str:
    if _is_shallow(repository):
        return (
            f"Esta copia del repositorio trae solo los últimos cambios y no conoce «{name}». "
            f"{FETCH}"
        )
    if DAY.fullmatch(name):
        return f"El {name} todavía no había nada guardado aquí. Escriba un día posterior."
    listed = _git(repository.top, "branch", "--all", "--format=%(refname:short)") or b""
    known = [it for it in listed.decode().split("\n") if it and "HEAD" not in it][:MANY]
    near = f" Conoce, por ejemplo: {', '.join(known)}." if known else ""
    return f"El repositorio no conoce «{name}». Revise cómo se llama la rama o el cambio.{near}"


def _is_shallow(repository: Repository) -> bool:
    return (_git(repository.top, "rev-parse", "--is-shallow-repository") or b"").strip() == b"true"


def files_at(repository: Repository, commit: str) -> dict[str, bytes]:
    """The plain files of the folder as they were, by their path in it; none if it was not there."""
    below = "" if repository.prefix == PurePosixPath(".") else f"{repository.prefix}/"
    listed = _git(repository.top, "ls-tree", "-r", "-z", "--full-tree", commit, "--", below or ".")
    names: dict[str, str] = {}
    for row in (listed or b"").split(b"\0"):
        head, tab, path = row.decode("utf-8", errors="surrogateescape").partition("\t")
        if tab and head.split()[0] in PLAIN and path.startswith(below):
            names[path.removeprefix(below)] = head.split()[2]
    safe = {path: name for path, name in names.items() if _is_safe(path)}
    return dict(zip(safe, _blobs(repository, list(safe.values())), strict=True))


def _is_safe(path: str) -> bool:
    """Whether a path stays in the folder it is written to: git keeps no other, a hand may."""
    return not PurePosixPath(path).is_absolute() and ".." not in PurePosixPath(path).parts


def _blobs(repository: Repository, names: list[str]) -> list[bytes]:
    asked = "".join(f"{name}\n" for name in names).encode()
    told = _git(repository.top, "cat-file", "--batch", given=asked) or b""
    blobs: list[bytes] = []
    at = 0
    for _ in names:
        end = told.index(b"\n", at)
        size = int(told[at:end].split()[2])
        blobs.append(told[end + 1 : end + 1 + size])
        at = end + size + 2
    return blobs


def changed_since(repository: Repository, commit: str) -> tuple[str, ...]:
    """The files of the folder that git knows and that differ from a commit, by their path in it."""
    return _paths(repository, "diff", "--name-only", "-z", "--no-renames", commit)


def unknown_to_git(repository: Repository) -> tuple[str, ...]:
    """The files of the folder that nobody has added yet, by their path in it."""
    return _paths(repository, "ls-files", "--others", "--exclude-standard", "-z")


def _paths(repository: Repository, *words: str) -> tuple[str, ...]:
    where = str(repository.prefix)
    below = "" if where == "." else f"{where}/"
    found = _git(repository.top, *words, "--", *([f":(top){where}"] if below else []))
    names = (name.decode("utf-8", errors="replace") for name in (found or b"").split(b"\0"))
    return tuple(sorted(name.removeprefix(below) for name in names if name))


def _git(folder: Path, *words: str, given: bytes | None = None) -> bytes | None:
    """What git answers; None where it refuses."""
    done = _run(folder, *words, given=given)
    return done.stdout if done.returncode == 0 else None


def _run(
    folder: Path, *words: str, given: bytes | None = None
) -> subprocess.CompletedProcess[bytes]:
    # What git tells the programs it calls itself would lead to another place than ``folder``.
    environ = {name: value for name, value in os.environ.items() if name not in TOLD_BY_GIT}
    try:
        return subprocess.run(
            ["git", "-C", str(folder), *words],
            input=given,
            capture_output=True,
            check=False,
            env={**environ, "LC_ALL": "C"},
        )
    except FileNotFoundError:
        raise click.ClickException("Falta el programa git; instálelo y repita.") from None
