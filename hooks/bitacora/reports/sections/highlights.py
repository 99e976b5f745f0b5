"""The five numbers of a report's heading."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from bitacora.records.resources import Recurso
from bitacora.reports.content import Aporte, Destacado, Renglon, Vinculo
from bitacora.reports.sections.relations import ACTIVE
from bitacora.reports.view import View
from bitacora.tallies.instruments import InstrumentState
from bitacora.tallies.lights import MEASURED, Light
from bitacora.tallies.reporting import NOT_DUE

_GOOD = frozenset({Light.EN_META.value, Light.CUMPLIDO.value})
_MEASURED = frozenset(light.value for light in MEASURED)
_NOT_DUE = frozenset(standing.value for standing in NOT_DUE)


def highlights(
    view: View,
    lines: Sequence[Renglon],
    given: Sequence[Aporte],
    kept: Sequence[Vinculo],
) -> tuple[Destacado, ...]:
    """The five numbers, each with that of the report before: ``en_meta`` with ``atrasados`` out of
    the indicators that have a measured light, ``con_dato`` out of those that had to report,
    ``aportes`` of the quarter, ``vinculos_activos`` out of those not ended.

    A number out of nothing is None, not zero; so is that of contributions where the office keeps
    no register of them, that of relations where nothing is known of any of them.
    """
    lit = [line for line in lines if line.luz_vigente in _MEASURED]
    due = [line for line in lines if line.situacion not in _NOT_DUE]
    alive = [one for one in kept if one.estado != InstrumentState.TERMINADO.value]
    good = [line for line in lit if line.luz_vigente in _GOOD]
    late = [line for line in lit if line.luz_vigente == Light.ATRASADO.value]
    valued = [line for line in due if line.valor is not None]
    active = [one for one in alive if ACTIVE in one.novedades]
    followed = any(one.estado != InstrumentState.NO_INFORMADO.value for one in alive)
    kept_up = [f"{one.tipo}:{one.id}" for one in active]
    keeps = bool(view.register.all(Recurso))
    return (
        _number(view, "en_meta", _indicators(good), len(lit)),
        _number(view, "atrasados", _indicators(late), len(lit)),
        _number(view, "con_dato", _indicators(valued), len(due)),
        _number(view, "aportes", [f"recurso:{one.id}" for one in given], None, known=keeps),
        _number(view, "vinculos_activos", kept_up, len(alive), known=followed or bool(kept_up)),
    )


def _indicators(lines: Iterable[Renglon]) -> list[str]:
    return [f"indicador:{line.indicador}" for line in lines]


def _number(
    view: View, key: str, rows: Sequence[str], whole: int | None, *, known: bool = True
) -> Destacado:
    earlier = view.previous.destacados if view.previous else ()
    before = next((item for item in earlier if item.clave == key), None)
    told = known and whole != 0
    return Destacado(
        clave=key,
        valor=Decimal(len(rows)) if told else None,
        de=Decimal(whole) if whole is not None else None,
        anterior=before.valor if before else None,
        anterior_de=before.de if before else None,
        filas=tuple(rows),
    )
