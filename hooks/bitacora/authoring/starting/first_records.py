"""The first data files of a site, from the answers of its office."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bitacora.authoring.ordering import canonical_csv, canonical_yaml
from bitacora.authoring.starting.answers import OFFICE, Answers
from bitacora.authoring.starting.questions import UNKNOWN
from bitacora.canonical import Value
from bitacora.records.kinds import BY_NAME

SAID_BY_THE_OFFICE = "Lo informó la oficina al crear este sitio"
NOBODY_SAID = "Nadie lo ha informado todavía"


def first_records(answers: Answers, today: date, schemas: str) -> Iterator[tuple[str, str]]:
    """The path of each file inside the data folder, with its text. ``schemas`` leads from the
    folder of the site to that of the schemas."""
    yield "entidad.yml", _yaml("entidad", _entity(answers, today), f"../{schemas}")
    yield "dependencias.csv", canonical_csv(BY_NAME["dependencia"], _units(answers, today))
    strategy = _yaml("estrategia", _strategy(answers, today), f"../../{schemas}")
    yield f"estrategia/{answers.strategy_id}.yml", strategy
    for number, name in enumerate(answers.axis_names, start=1):
        axis = _yaml("eje", _axis(answers, number, name, today), f"../../{schemas}")
        yield f"ejes/eje-{number}.yml", axis


def _yaml(kind: str, values: dict[str, Value], schemas: str) -> str:
    found = {key: value for key, value in values.items() if value not in ("", None)}
    return canonical_yaml(BY_NAME[kind], found, schema=f"{schemas}/{kind}.json")


def _entity(answers: Answers, today: date) -> dict[str, Value]:
    return {
        "nombre": answers.of("nombre"),
        "nombre_corto": answers.of("nombre-corto"),
        "tipo": answers.of("tipo"),
        "divipola": answers.of("codigo"),
        # Until it is known whose site this is, every page says that it tells of nobody.
        "demostracion": None if answers.is_known else "sí",
        "dependencia_internacional": OFFICE,
        "plan_desarrollo": answers.of("plan"),
        "sede_electronica": answers.of("sede"),
        "direccion_sitio": answers.of("sitio"),
        "repositorio": answers.of("repositorio"),
        "color_principal": answers.of("color"),
        "contacto": {"correo": answers.of("correo")},
        "licencia_datos": answers.of("licencia"),
        "fuente": [SAID_BY_THE_OFFICE if answers.is_known else NOBODY_SAID],
        "actualizado": today.isoformat(),
    }


def _units(answers: Answers, today: date) -> Iterator[dict[str, Value]]:
    mail = answers.of("correo")
    named = [(OFFICE, answers.of("oficina")), *zip(answers.unit_ids, answers.units, strict=True)]
    for identity, name in named:
        yield {
            "id": identity,
            "nombre": name,
            "correo": mail if identity == OFFICE and mail != UNKNOWN else "",
            "padre": "",
            "fuente": SAID_BY_THE_OFFICE if answers.is_known else NOBODY_SAID,
            "actualizado": today.isoformat(),
        }


def _strategy(answers: Answers, today: date) -> dict[str, Value]:
    return {
        "nombre": answers.of("estrategia"),
        "tipo": "estrategia",
        "vigencia_inicio": answers.of("inicio"),
        "vigencia_fin": answers.of("fin"),
        "objetivo_general": UNKNOWN,
        "fuente": [answers.of("fuente")],
        "responsable": OFFICE,
        "actualizado": today.isoformat(),
    }


def _axis(answers: Answers, number: int, name: str, today: date) -> dict[str, Value]:
    return {
        "estrategia": answers.strategy_id,
        "numero": str(number),
        "nombre": name,
        "descripcion": UNKNOWN,
        "fuente": [answers.of("fuente")],
        "responsable": OFFICE,
        "actualizado": today.isoformat(),
    }
