"""Tell what waits to be done: what is due, what is late, of whom, with the next step."""

from __future__ import annotations

import entorno  # noqa: F401

# isort: split

import shlex
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta

import click

from bitacora.pending.all import pending_of
from bitacora.pending.desk import Desk
from bitacora.pending.telling import as_json, as_markdown, as_text
from bitacora.pending.things import Pending
from bitacora.quarters import Period
from bitacora.reports.calendar_entries import calendar_of
from lectura import unit_named, world_of

DATA = "data"
FORMATS: dict[str, Callable[[Sequence[Pending], Desk], str]] = {
    "texto": as_text,
    "markdown": as_markdown,
    "json": as_json,
}


def wanted(thing: Pending, desk: Desk, unit: str, days: int | None) -> bool:
    """Whether a thing is asked for: of one unit, late or due within some days; what has no date
    is asked for when no days are named."""
    if unit and thing.unit != unit:
        return False
    if days is None:
        return True
    return thing.until is not None and thing.until <= desk.as_of + timedelta(days=days)


def on_folder(thing: Pending, data: str) -> Pending:
    """The same thing, its command told for a data folder that is not the usual one."""
    if data == DATA or not thing.is_command:
        return thing
    return replace(thing, remedy=f"{thing.remedy} --datos {shlex.quote(data)}")


@click.command(help="Dice qué está pendiente, de quién es, hasta cuándo y qué se hace.")
@click.option("--datos", default=DATA, show_default=True, help="Carpeta de datos.")
@click.option("--fecha", default=None, help="Fecha de hoy, AAAA-MM-DD.")
@click.option("--dependencia", default="", help="Solo lo de esta dependencia: id, sigla o nombre.")
@click.option(
    "--dias",
    type=click.IntRange(0, 3650),
    default=None,
    help="Solo lo vencido y lo que vence en tantos días; 0 deja solo lo vencido y lo de hoy.",
)
@click.option(
    "--formato",
    type=click.Choice(list(FORMATS)),
    default="texto",
    show_default=True,
    help="Cómo se muestra.",
)
def main(datos: str, fecha: str | None, dependencia: str, dias: int | None, formato: str) -> None:
    """Print what waits; nothing is changed."""
    world = world_of(datos, fecha)
    unit = unit_named(dependencia, world.register)
    desk = Desk(world, calendar_of(world.register), frozenset(map(Period.parse, world.acts)))
    found = [thing for thing in pending_of(desk) if wanted(thing, desk, unit, dias)]
    click.echo(FORMATS[formato]([on_folder(thing, datos) for thing in found], desk))


if __name__ == "__main__":
    main()
