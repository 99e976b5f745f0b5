"""Rules of names and codes: one for each thing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bitacora.checks.rule import Finding, World, rule
from bitacora.problems import Severity
from bitacora.records.actions import Accion
from bitacora.records.indicators import Indicador
from bitacora.records.kinds import BY_MODEL
from bitacora.records.record import Registro
from bitacora.records.relations import Hermanamiento
from bitacora.spanish import plain

NAMES = ("nombre", "titulo", "contraparte")
TITLE_OF_GOVERNMENT = re.compile(
    r"^(?:la |el )?(?:ciudad|municipalidad|municipio|alcaldia|ayuntamiento|gobierno|prefectura)"
    r"(?: mayor| municipal| metropolitana| distrital| local| provincial)? (?:de |del )(?:la |el )?"
)


def bare(name: str) -> str:
    """A name with accents, case, punctuation, and the words for its government set aside."""
    return TITLE_OF_GOVERNMENT.sub("", " ".join(re.findall(r"\w+", plain(name))))


@rule("nombre-parecido", Severity.AVISO)
def like_names(world: World) -> Iterator[Finding]:
    """No two records of a kind have the same bare name, nor one the alias of the other."""
    first: dict[tuple[str, str], Registro] = {}
    for item in world.register.located:
        record = item.record
        if record.title_field not in NAMES or not BY_MODEL[type(record)].has_pages:
            continue
        for path, name in _names(record):
            other = first.setdefault((_family(record), bare(name)), record)
            if other.id != record.id:
                yield Finding(
                    record,
                    path,
                    f"Se llama casi igual que «{other.title}» (ficha «{other.id}»).",
                    "Si son lo mismo, deje una sola ficha y ponga el otro nombre en «alias»; "
                    "si no, distinga los nombres.",
                )
                break


def _family(record: Registro) -> str:
    # A city may have a twinning and, besides, an agreement: they are two instruments.
    instrument = record.tipo_instrumento if isinstance(record, Hermanamiento) else ""
    return f"{record.kind} {instrument}"


def _names(record: Registro) -> Iterator[tuple[tuple[str | int, ...], str]]:
    yield (record.title_field,), record.title
    for index, alias in enumerate(getattr(record, "alias", ())):
        yield ("alias", index), alias


@rule("codigo-repetido", Severity.AVISO)
def repeated_codes(world: World) -> Iterator[Finding]:
    """No two actions, or two indicators, have the same code."""
    first: dict[tuple[str, str], Registro] = {}
    coded: list[Accion | Indicador] = [
        *world.register.all(Accion),
        *world.register.all(Indicador),
    ]
    for record in coded:
        other = first.setdefault((record.kind, plain(record.codigo)), record)
        if other is not record:
            yield Finding(
                record,
                ("codigo",),
                f"El código «{record.codigo}» ya lo tiene «{other.title}».",
                "Dé a cada una un código distinto.",
            )


RULES = (like_names, repeated_codes)
