"""Rules of the indicators that adopt a quantitative criterion."""

from __future__ import annotations

from collections.abc import Iterator

from bitacora.checks.known import known
from bitacora.checks.rule import Finding, World, rule
from bitacora.checks.units import is_money, is_percent
from bitacora.problems import Severity
from bitacora.records.codes import CodigoAgrupado
from bitacora.records.indicators import Indicador
from bitacora.tallies.adoption import CODELIST

COUNTED = "número"


@rule("indicador-criterio-unidad", Severity.MEJORA)
def unit_of_another_kind(world: World) -> Iterator[Finding]:
    """An indicator that adopts a criterion measures the kind of thing the criterion measures."""
    criteria = world.lists.lists.get(CODELIST, {})
    for item in world.register.all(Indicador):
        code = criteria.get(item.criterio_cuantitativo or "")
        unit = known(item.unidad)
        if isinstance(code, CodigoAgrupado) and unit and not _agrees(code, unit):
            yield Finding(
                item,
                ("unidad",),
                f"La unidad es «{unit}» y el criterio {code.codigo} se mide en "
                f"{code.unidad_sugerida}.",
                "Si el indicador mide otra cosa, quite «criterio_cuantitativo»; si es lo mismo, "
                "mídalo como pide el criterio.",
            )


def _agrees(code: CodigoAgrupado, unit: str) -> bool:
    """Whether a unit is of the kind suggested. Only money, percentages, counts are told apart:
    people and visitors are the same kind of thing."""
    suggested = code.unidad_sugerida or ""
    money, share = is_money(unit), is_percent(unit)
    if "moneda" in suggested or "%" in suggested:
        return ("moneda" in suggested and money) or ("%" in suggested and share)
    return not (code.tipo_medida == COUNTED and (money or share))


RULES = (unit_of_another_kind,)
