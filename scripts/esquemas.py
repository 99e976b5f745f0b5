"""Write the JSON Schemas, the editor's settings, the list of fields in data/README.md."""

from __future__ import annotations

import entorno  # noqa: F401

# isort: split

from pathlib import Path

import click

from bitacora.authoring.editor import editor_files
from bitacora.authoring.field_tables import refreshed
from bitacora.authoring.schemas import project_lists, schema_files
from bitacora.authoring.starting.launcher import SOURCE

ROOT = Path(__file__).resolve().parent.parent
SCHEMAS = ROOT / "hooks" / "bitacora" / "schemas"
DATA = ("data", "examples/*/data")
README = ROOT / "data" / "README.md"


def wanted() -> dict[Path, str]:
    """Every file this script answers for, with the text it should have."""
    lists = project_lists()
    files = {SCHEMAS / name: text for name, text in schema_files(lists)}
    here = SCHEMAS.relative_to(ROOT).as_posix()
    files |= {ROOT / name: text for name, text in editor_files(here, DATA, SOURCE).items()}
    return {**files, README: refreshed(README.read_text(encoding="utf-8"), lists)}


def stale(files: dict[Path, str]) -> list[Path]:
    """The files that are missing, differ from what they should be, or should not be there."""
    differ = [
        path
        for path, text in files.items()
        if not path.is_file() or path.read_bytes() != text.encode("utf-8")
    ]
    return sorted(differ + [path for path in SCHEMAS.glob("*.json") if path not in files])


@click.command(help="Escribe los esquemas de los datos y la lista de campos de data/README.md.")
@click.option("--revisar", is_flag=True, help="Solo dice si están al día; no escribe nada.")
def main(revisar: bool) -> None:
    """Refresh what is stale; with ``--revisar`` only tell, and exit 1 if anything is."""
    files = wanted()
    old = stale(files)
    for path in old:
        name = path.relative_to(ROOT).as_posix()
        if revisar:
            click.echo(f"{name}: no está al día; corra python scripts/esquemas.py")
        elif path in files:
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(files[path].encode("utf-8"))
            click.echo(f"{name}: escrito")
        else:
            path.unlink()
            click.echo(f"{name}: borrado, porque ya no existe esa clase de ficha")
    if not old:
        click.echo("Todo está al día.")
    click.get_current_context().exit(int(revisar and bool(old)))


if __name__ == "__main__":
    main()
