"""Put a comparison as the one note of a GitLab merge request, or bring that note up to date."""

from __future__ import annotations

import entorno  # noqa: F401

# isort: split

import json
import os
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from bitacora.authoring.comparing.markdown import MARK

TOKEN = "BITACORA_TOKEN"
MISSING = (
    "No hay clave para comentar, así que la comparación queda solo como archivo del trabajo. Para "
    f"que comente, cree una clave de acceso del proyecto (api) y guárdela en la variable {TOKEN}."
)
SECONDS = 30
PAGE = 100


@dataclass(frozen=True, slots=True)
class Notes:
    """The notes of a merge request, by their address, with the key to write them."""

    address: str
    key: str

    def all(self) -> Iterator[Mapping[str, Any]]:
        """Every note, page by page."""
        page = 1
        while found := self.ask("GET", f"?per_page={PAGE}&page={page}"):
            yield from found
            page += 1

    def ask(self, verb: str, below: str, text: str | None = None) -> Any:
        """What GitLab answers."""
        request = urllib.request.Request(f"{self.address}{below}", method=verb)
        request.add_header("PRIVATE-TOKEN", self.key)
        request.add_header("Content-Type", "application/json")
        body = json.dumps({"body": text}).encode() if text is not None else None
        with urllib.request.urlopen(request, body, timeout=SECONDS) as answer:
            return json.load(answer)


def notes_of(environ: Mapping[str, str]) -> Notes | None:
    """Those of the merge request that the job works for; None without a key."""
    key = environ.get(TOKEN)
    names = ("CI_API_V4_URL", "CI_PROJECT_ID", "CI_MERGE_REQUEST_IID")
    missing = [name for name in names if not environ.get(name)]
    if missing:
        raise click.ClickException(
            f"Esto corre en GitLab, en el trabajo de una propuesta (falta {missing[0]})."
        )
    if not key:
        return None
    api, project, request = (environ[name] for name in names)
    return Notes(f"{api}/projects/{project}/merge_requests/{request}/notes", key)


@click.command(help="Pone la comparación como nota de la propuesta en GitLab, o la pone al día.")
@click.argument("archivo")
def main(archivo: str) -> None:
    """Write the note; exit 1 with one sentence where it cannot be done."""
    path = Path(archivo)
    if not path.is_file():
        raise click.ClickException(f"No existe el archivo «{archivo}».")
    text = path.read_text(encoding="utf-8")
    if not text.startswith(MARK):
        raise click.ClickException(f"«{archivo}» no lo escribió comparar.py --formato markdown.")
    notes = notes_of(os.environ)
    if notes is None:
        click.echo(MISSING)
        return
    try:
        mine = next((it for it in notes.all() if str(it["body"]).startswith(MARK)), None)
        if mine is None:
            notes.ask("POST", "", text)
        else:
            notes.ask("PUT", f"/{mine['id']}", text)
    except (urllib.error.URLError, TimeoutError, ValueError) as error:
        raise click.ClickException(f"GitLab no recibió la nota: {error}.") from None
    click.echo("Nota puesta." if mine is None else "Nota al día.")


if __name__ == "__main__":
    main()
