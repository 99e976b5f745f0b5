"""The records that name a record, grouped by kind with the part they play."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from bitacora.pages.escape import inline
from bitacora.pages.presenter import Presenter
from bitacora.records.actions import Accion
from bitacora.records.kinds import KINDS, Kind
from bitacora.records.record import Registro
from bitacora.register import Reference, in_reading_order
from bitacora.spanish import count_of

PARTS = {
    ("accion", "socios"): "socio estratégico",
    ("accion", "presupuesto"): "aporta recursos",
    ("accion", "responsables"): "ejecuta",
    ("hermanamiento", "partes"): "firma",
    ("buena-practica", "actores"): "participa",
    ("recurso", "aportante"): "aporta",
    ("recurso", "accion"): "",
    ("recurso", "hermanamiento"): "",
    ("recurso", "red"): "",
    ("recurso", "evento"): "",
    ("recurso", "oportunidad"): "",
    ("evento", "actores"): "participa",
    ("evento", "acciones"): "",
    ("evento", "hermanamiento"): "",
    ("evento", "red"): "",
    ("oportunidad", "actor"): "la ofrece",
    ("oportunidad", "accion"): "",
    ("oportunidad", "red"): "",
    ("eje", "dependencia_lider"): "lidera",
    ("indicador", "responsable_reporte"): "reporta",
    ("avance", "verificado_por"): "verifica",
    ("dependencia", "padre"): "hace parte de ella",
    ("entidad", "dependencia_internacional"): "oficina internacional",
}
"""What a field makes of whom it names; a field that is not here goes by its own name."""
SHOWN_IN = {
    "avance": ("Indicadores", "indicadores/index.md"),
    "resultado": ("Ejes", "ejes/index.md"),
    "cifra": ("Cifras", "cifras/index.md"),
    "informe": ("Informes", "informes/index.md"),
    "conteo": ("Calidad de los datos", "calidad/index.md"),
    "retiro": ("Mapa del sitio", "mapa/index.md"),
    "direccion": ("Mapa del sitio", "mapa/index.md"),
}
"""Where to see the records that have no page of their own."""
SILENT = frozenset({"fuente", "evidencia", "evidencias", "responsable"})
"""Fields whose part needs no word beside the title."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A record that names another, with the parts it gives it."""

    origin: Registro
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mentions:
    """The records of one kind that name a record."""

    kind: Kind
    found: tuple[Mention, ...]


def mentions(
    presenter: Presenter, record: Registro, fields: Sequence[str] | None = None
) -> tuple[Mentions, ...]:
    """Who names a record (in those fields, or in any), kind by kind in their usual order."""
    register = presenter.edition.register
    incoming = [
        reference
        for reference in register.incoming.get((record.kind, record.id), ())
        if fields is None or reference.field in fields
    ]
    return tuple(
        Mentions(kind, tuple(_of_kind(presenter, incoming, kind)))
        for kind in KINDS
        if any(reference.origin.kind == kind.name for reference in incoming)
    )


def _of_kind(presenter: Presenter, incoming: Iterable[Reference], kind: Kind) -> Iterator[Mention]:
    mine: dict[str, list[Reference]] = {}
    for reference in incoming:
        if reference.origin.kind == kind.name:
            mine.setdefault(reference.origin.id, []).append(reference)
    for origin in in_reading_order(found[0].origin for found in mine.values()):
        parts = (_part(presenter, item) for item in mine[origin.id])
        yield Mention(origin, tuple(dict.fromkeys(part for part in parts if part)))


def _part(presenter: Presenter, reference: Reference) -> str:
    origin = reference.origin
    if reference.field in SILENT:
        return ""
    if isinstance(origin, Accion) and reference.field == "actores":
        role = origin.actores[int(reference.path[1])].rol
        return presenter.edition.lists.name("roles_actor", role).lower()
    return PARTS.get((origin.kind, reference.field), reference.field.replace("_", " "))


def grouped(
    presenter: Presenter, found: Iterable[Mentions], *, parts: bool = True
) -> list[dict[str, Any]]:
    """The mentions as templates show them: title, count, lines with links.

    ``parts`` says whether each line tells the part played. Records without pages of their own are
    one line, which leads to where they are shown.
    """
    return [
        {
            "titulo": group.kind.plural.capitalize(),
            "total": len(group.found),
            "lineas": list(_lines(presenter, group, parts)),
        }
        for group in found
    ]


def _lines(presenter: Presenter, group: Mentions, parts: bool) -> Iterator[str]:
    if not group.kind.has_pages:
        counted = count_of(len(group.found), group.kind.singular, group.kind.plural)
        text, path = SHOWN_IN.get(group.kind.name, ("Datos abiertos", "datos/index.md"))
        yield f"{inline(counted)}: {presenter.to(text, path)}"
        return
    for mention in group.found:
        played = f" ({inline(', '.join(mention.parts))})" if parts and mention.parts else ""
        yield f"{presenter.link(mention.origin)}{played}"
