"""Who looks at a change before it is published: the file CODEOWNERS of a site, unit by unit."""

from __future__ import annotations

from collections.abc import Sequence

from bitacora.records.kinds import BY_NAME

HEAD = """\
# Quién debe mirar cada cambio antes de que se publique.
#
# Cada renglón dice una carpeta y, después, el usuario de quien responde por ella. Todavía no se
# sabe qué usuario tiene cada quien, así que ningún renglón vale: cambie «@usuario» por el de verdad
# y quite el «#» con que empieza. Cuando dos renglones sirven para un archivo, vale el último.
"""
OF_THE_OFFICE = """\
# {name}: todo lo que no sea de otra dependencia.
# * @usuario
"""
OF_THE_STRATEGY = "# {name}: lo que no cambia sin que lo mire quien dirige la oficina."
GUARDED = ("estrategia", "eje", "objetivo", "indicador", "informe")
ACTS = "/data/cierres/"
MACHINERY = """\
# Lo que hace andar el sitio: quien lleva los sistemas.
# /mkdocs.yml @usuario
# /bitacora @usuario
# /.github/ @usuario
"""
OF_A_UNIT = """\
# {name}: sus fichas, cuando las tenga. Escriba una línea por cada una.
# /data/acciones/NOMBRE.yml @usuario
# /data/indicadores/NOMBRE.yml @usuario
"""


def owners(office: str, units: Sequence[str]) -> str:
    """The text of CODEOWNERS for an office and the other units, all of it waiting for the names of
    people's accounts, which nobody has told."""
    parts = [HEAD, OF_THE_OFFICE.format(name=office), _guarded(office), MACHINERY]
    parts += [OF_A_UNIT.format(name=unit) for unit in units]
    return "\n".join(parts)


def _guarded(office: str) -> str:
    places = ["/data/entidad.yml", *(f"/data/{BY_NAME[name].folder}/" for name in GUARDED)]
    rows = [f"# {place} @usuario" for place in [*places, ACTS]]
    return "\n".join([OF_THE_STRATEGY.format(name=office), *rows, ""])
