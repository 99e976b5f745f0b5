"""Open the editor of the data in the browser, or put it into the built site."""

from __future__ import annotations

import entorno  # noqa: F401

# isort: split

import os
import shutil
import sys
from datetime import date
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import click

from armado import prepare, write_editor
from bitacora.authoring.forms.config import Desk, editor_config
from bitacora.authoring.forms.page import editor_page
from bitacora.authoring.forms.repository import EXAMPLE, Repository, repository_at
from bitacora.edition import load_edition, shipped_lists
from bitacora.problems import DataError
from bitacora.reading.code_lists import CodeLists, read_code_lists
from bitacora.reading.records import read_records
from bitacora.records.institution import Entidad
from bitacora.register import Register, make_register
from bitacora.sources import read_folder
from lectura import data_folder, moment_of

FOLDER = "editar"
NO_REPOSITORY = (
    "Para publicar el editor, «repositorio» de entidad.yml debe ser la dirección de los datos en "
    f"GitHub o en GitLab, por ejemplo {EXAMPLE}. Escríbala, o quite «editor: sí»."
)


def published(data: Path, as_of: date, folder: Path) -> str:
    """Put the editor beside the pages of a built site, where the entity wants it there; what
    people should read. Drafts stay out of it, as of the rest of the site."""
    try:
        edition = load_edition(data, data.as_posix(), as_of)
    except DataError as error:
        raise click.ClickException(f"{error} Corra scripts/revisar.py.") from None
    if not edition.entity.editor:
        if folder.exists():
            shutil.rmtree(folder)
        return ""
    repository = repository_at(edition.entity.repositorio)
    if repository is None:
        raise click.ClickException(NO_REPOSITORY)
    prepare()
    title = f"Editar los datos · {edition.entity.nombre_corto}"
    place = f"{repository.folder}/data".lstrip("/")
    desk = Desk(title, repository, place, True, edition.entity.direccion_sitio)
    config = editor_config(desk, edition.lists, edition.register)
    write_editor(folder, editor_page(title, (repository.api,)), config)
    return f"El editor quedó en {folder.as_posix()}/."


def read(data: Path) -> tuple[CodeLists, Register]:
    """The code lists and the records of a data folder, as far as they can be read."""
    sources = read_folder(data, data.as_posix())
    lists, _ = read_code_lists(shipped_lists(), sources)
    return lists, make_register(read_records(sources, lists).located)


def local_desk(data: Path, register: Register) -> Desk:
    """The editor on this computer: on the folder that git keeps and holds the data."""
    entity = next(iter(register.all(Entidad)), None)
    folder = data.resolve()
    root = next((one for one in folder.parents if (one / ".git").exists()), None)
    if root is None:
        raise click.ClickException(
            f"La carpeta «{data}» no está dentro de una copia de trabajo de git (una carpeta que "
            "tiene otra llamada .git), y el editor solo abre esas. Clone el repositorio de la "
            "entidad y corra esto dentro de él; o prepare esta carpeta con: git init"
        )
    known = repository_at(entity.repositorio if entity else None)
    # The name is what the editor asks people to look for.
    repository = known or Repository("github", "github.com", f"oficina/{root.name}")
    title = f"Editar los datos · {entity.nombre_corto}" if entity else "Editar los datos"
    place = folder.relative_to(root).as_posix()
    return Desk(title, repository, place, False, entity.direccion_sitio if entity else None)


class Desktop(SimpleHTTPRequestHandler):
    """Serves the editor, with the forms made anew from the data each time it is opened."""

    def __init__(self, *args: object, data: Path, folder: str) -> None:
        self.data = data
        super().__init__(*args, directory=folder)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Send a file of the editor."""
        if self.path.partition("?")[0] == f"/{FOLDER}/config.json":
            self._send_config()
        else:
            super().do_GET()

    def _send_config(self) -> None:
        lists, register = read(self.data)
        desk = local_desk(self.data, register)
        content = editor_config(desk, lists, register).encode("utf-8")
        self.send_response(200)
        self.send_header("Content-Type", "application/json; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def end_headers(self) -> None:
        """Nothing is kept by the browser: the data change while it is open."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing of each file."""


class Doorkeeper(ThreadingHTTPServer):
    """A server that says nothing of a browser that leaves before it is answered."""

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Tell what went wrong, but for that."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


def serve(data: Path, port: int, opens: bool) -> None:
    """Open the editor on this computer until it is closed with Ctrl+C."""
    desk = local_desk(data, read(data)[1])
    prepare()
    with TemporaryDirectory() as folder:
        write_editor(Path(folder) / FOLDER, editor_page(desk.title, (desk.repository.api,)), "{}")
        handler = partial(Desktop, data=data, folder=folder)
        try:
            server = Doorkeeper(("127.0.0.1", port), handler)
        except OSError:
            raise click.ClickException(
                f"El puerto {port} está ocupado. Cierre el otro programa, o pruebe --puerto "
                f"{port + 1}."
            ) from None
        address = f"http://localhost:{server.server_port}/{FOLDER}/"
        click.echo(f"Editor abierto en {address}")
        click.echo("Ábralo con Chrome o Edge, escoja «Trabajar con la copia de este equipo» y")
        click.echo(f"señale esta carpeta: {data.resolve().as_posix().removesuffix(desk.data)}")
        click.echo("Lo que guarde queda en los archivos de datos. Para terminar: Ctrl+C.")
        if opens:
            click.launch(address)
        with server:
            try:
                server.serve_forever()
            except KeyboardInterrupt:
                click.echo("Editor cerrado. Antes de publicar, corra scripts/revisar.py.")


@click.command(help="Abre en el navegador el editor de los datos.")
@click.option("--datos", default="data", show_default=True, help="Carpeta de datos.")
@click.option("--puerto", default=8001, show_default=True, help="Puerto donde se abre.")
@click.option("--sin-abrir", is_flag=True, help="No abre el navegador; solo dice la dirección.")
@click.option("--sitio", default=None, help="Sitio ya construido donde se pone, si es público.")
@click.option("--fecha", default=None, help="Fecha de la edición, AAAA-MM-DD.")
def main(datos: str, puerto: int, sin_abrir: bool, sitio: str | None, fecha: str | None) -> None:
    """Serve the editor here, or write it into a site whose entity publishes it."""
    data, as_of = data_folder(datos), moment_of(fecha).date()
    if sitio is None:
        serve(Path(os.path.relpath(data)), puerto, not sin_abrir)
        return
    if not Path(sitio).is_dir():
        raise click.ClickException(f"No existe la carpeta «{sitio}»; construya antes el sitio.")
    said = published(data, as_of, Path(sitio) / FOLDER)
    if said:
        click.echo(said)


if __name__ == "__main__":
    main()
