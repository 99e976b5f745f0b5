"""Nothing lost, nothing counted twice: what every report must keep."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal

from bitacora.records.indicators import Indicador
from bitacora.records.networks import Red
from bitacora.records.relations import Hermanamiento
from bitacora.records.resources import Recurso
from bitacora.reports.content import Aporte, Contenido, SumaAportes
from bitacora.reports.sections.resources import sum_key_of
from bitacora.reports.view import View
from bitacora.tallies.budget import contribution_key
from bitacora.tallies.reporting import covers


def conserve(view: View, content: Contenido) -> None:
    """Raise ValueError, naming the counts, unless each indicator that the quarter covers is told
    in one line, each relation once, each contribution once and in one sum."""
    register = view.register
    indicators = [one for one in register.all(Indicador) if covers(register, one, view.quarter)]
    told = [line.indicador for line in content.renglones]
    _same("indicators", [one.id for one in indicators], told)
    for model in (Hermanamiento, Red):
        kept = [one.id for one in content.vinculos if one.tipo == model.kind]
        _same(model.kind, [record.id for record in register.all(model)], kept)
    dated = [one.id for one in register.all(Recurso) if view.holds_whole(one.fecha)]
    _same("contributions", dated, [one.id for one in content.aportes])
    conserve_sums(content.aportes, content.sumas)


def conserve_sums(given: Iterable[Aporte], sums: Iterable[SumaAportes]) -> None:
    """Raise ValueError unless each contribution is in exactly one sum, of its own currency and
    class, and each sum is what its rows make."""
    amounts = {f"recurso:{one.id}": one for one in given}
    done = tuple(sums)
    _same("contributions in sums", amounts, [row for one in done for row in one.filas])
    for one in done:
        rows = [amounts[row] for row in one.filas]
        whole = sum((row.monto for row in rows), Decimal(0))
        mixed = any(contribution_key(row, by_source=True) != sum_key_of(one) for row in rows)
        if whole != one.total or mixed:
            raise ValueError(f"sum of {len(rows)} contributions in {one.moneda} does not add up")


def _same(what: str, expected: Iterable[str], found: Iterable[str]) -> None:
    wanted, got = Counter(iter(expected)), Counter(iter(found))
    if wanted != got:
        lost, added = sorted((wanted - got).elements()), sorted((got - wanted).elements())
        raise ValueError(
            f"{what}: {wanted.total()} expected, {got.total()} told; "
            f"lost {lost}, not expected {added}"
        )
