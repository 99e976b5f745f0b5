"""Close a report: write down its figures, the rows that made them, their digests."""

from __future__ import annotations

import entorno  # noqa: F401

# isort: split

import os
from collections import Counter
from pathlib import Path

import click

from bitacora.authoring.closing_steps import Outcome, closing_of, made_final
from bitacora.edition import Review, review
from bitacora.quarters import Period, read_period
from bitacora.reports.closings.closing import Closing, report_of
from bitacora.spanish import count_of
from guardado import written
from lectura import data_folder, moment_of

FOLDER = "cierres"


def read(path: Path) -> str | None:
    """The text of a file byte for byte, or None where there is none."""
    return path.read_bytes().decode("utf-8") if path.is_file() else None


def told(closing: Closing, act: Path, remade: bool, found: Review) -> str:
    """What was written down, in a few lines."""
    version, content = closing.version, closing.content
    lights = Counter(line.luz_vigente for line in content.renglones)
    names = [
        f"  {total:>4}  {found.lists.name('luces', light)}"
        for light in found.lists.lists["luces"]
        if (total := lights.get(light, 0))
    ]
    rows = sum(len(rows) for rows in version["entradas"].values())
    return "\n".join(
        [
            f"Informe del {content.period.spoken}, versión {version['version']}.",
            f"Cerrado con lo que se sabía el {version['cerrado']}.",
            f"{count_of(len(content.renglones), 'indicador', 'indicadores')}:",
            *names,
            f"{count_of(rows, 'fila', 'filas')} de datos detrás de las cifras.",
            f"Huella: {version['huella']}",
            f"Escrito: {act.as_posix()} ({len(closing.text.encode('utf-8')) // 1024} KB)",
            *(["Reemplaza un cierre que todavía no se había publicado."] if remade else []),
        ]
    )


def finish(found: Review, quarter: Period, folder: Path) -> str:
    """Make the report final in its file where that is one plain line; what is left to do."""
    report = report_of(found.register, quarter)
    assert report is not None
    path = folder / found.register.where(report).path
    steps = ["Ahora guarde el acta en el repositorio (commit) junto con los datos."]
    if report.estado != "definitivo":
        new = made_final(read(path) or "")
        if new is None:
            steps.insert(0, f"Escriba «estado: definitivo» en {path.as_posix()}.")
        else:
            written(path, new)
            steps.insert(0, f"Quedó «estado: definitivo» en {path.as_posix()}.")
    return "\n".join(steps)


@click.command(help="Cierra el informe de un trimestre: cerrar.py 2026-T3.")
@click.argument("trimestre", required=False)
@click.option("--datos", default="data", show_default=True, help="Carpeta de datos.")
@click.option("--fecha", default=None, help="Fecha del cierre, si no es hoy: AAAA-MM-DD.")
def main(trimestre: str | None, datos: str, fecha: str | None) -> None:
    """Write the act of a report, or say why not; exit 1 when it cannot be closed."""
    if not trimestre:
        raise click.ClickException("Falta el trimestre: cerrar.py 2026-T3.")
    folder, as_of, today = data_folder(datos), moment_of(fecha).date(), moment_of(None).date()
    try:
        quarter, _ = read_period(trimestre)
    except ValueError as error:
        raise click.ClickException(str(error)) from None
    # Data written since are no error on the day of an older closing.
    found = review(folder, Path(os.path.relpath(folder)).as_posix(), max(today, as_of))
    act = folder / FOLDER / f"{quarter}.json"
    outcome: Outcome = closing_of(found, quarter, as_of, read(act))
    if outcome.reasons:
        click.echo("\n\n".join(outcome.reasons), err=True)
        raise click.ClickException(f"El informe {quarter} no se puede cerrar así.")
    if outcome.closing is None:
        latest = found.acts[quarter.text].latest
        click.echo(
            f"El informe {quarter} ya está cerrado (versión {latest.version}, {latest.cerrado}) y "
            "nada ha cambiado. No se escribió nada."
        )
        return
    written(act, outcome.closing.text)
    click.echo(told(outcome.closing, act, outcome.remade, found))
    click.echo(finish(found, quarter, folder))


if __name__ == "__main__":
    main()
