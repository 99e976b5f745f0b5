"""A strategy whose years no source tells: nothing is due, nothing is late, the pages say so."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bitacora.edition import Edition, load_edition
from bitacora.publication import artefacts
from bitacora.records.indicators import Indicador
from bitacora.records.record import Registro
from bitacora.records.strategy import Estrategia
from bitacora.register import make_register
from bitacora.tallies.belonging import current_strategy
from bitacora.tallies.due import due_periods, term_of
from bitacora.tallies.reporting import report_quarters
from bitacora.tallies.terms import TermState, moment_in, term_state
from site_builds import ROOT
from tiny_world import AS_OF, SHOWN, changed_world

BOTH = {
    "archivo": "estrategia/mundo.yml",
    "busca": "vigencia_inicio: 2026\nvigencia_fin: 2029\n",
    "pone": "vigencia_inicio: no_informado\nvigencia_fin: no_informado\n",
}
END = {
    "archivo": "estrategia/mundo.yml",
    "busca": "vigencia_fin: 2029",
    "pone": "vigencia_fin: no_informado",
}


def edition_with(folder: Path, change: dict[str, str]) -> Edition:
    return load_edition(changed_world(folder, [change]), SHOWN, AS_OF)


@pytest.mark.parametrize("change", [BOTH, END], ids=["both", "end"])
def test_nothing_is_due_in_a_term_of_unknown_years(tmp_path: Path, change: dict[str, str]) -> None:
    edition = edition_with(tmp_path, change)
    (strategy,) = edition.register.all(Estrategia)
    assert term_of(strategy) is None
    assert moment_in(strategy, AS_OF) is None
    assert term_state(strategy, AS_OF) is TermState.NO_INFORMADA
    assert current_strategy(edition.register, AS_OF) == strategy
    for indicator in edition.register.all(Indicador):
        assert due_periods(indicator, strategy, edition.lists) == ()
    # Rows of progress still make the reports of their quarters.
    assert report_quarters(edition.register, AS_OF)


def test_the_year_that_is_known_still_tells(tmp_path: Path) -> None:
    (strategy,) = edition_with(tmp_path, END).register.all(Estrategia)
    assert strategy.first_year == 2026
    assert term_state(strategy, date(2025, 12, 31)) is TermState.POR_EMPEZAR


def test_a_strategy_without_years_gives_way_to_one_that_has_begun(tmp_path: Path) -> None:
    located = edition_with(tmp_path, BOTH).register.located
    (place,) = (item for item in located if isinstance(item.record, Estrategia))
    unknown = place.record
    known = unknown.model_copy(
        update={"id": "a-known", "vigencia_inicio": 2020, "vigencia_fin": 2023}
    )
    late = known.model_copy(update={"id": "b-late", "vigencia_inicio": 2030, "vigencia_fin": 2033})

    def current_of(*strategies: Registro) -> Registro | None:
        return current_strategy(
            make_register(replace(place, record=one) for one in strategies), AS_OF
        )

    assert current_of(unknown, known) == known
    assert current_of(unknown, late) == unknown


@pytest.mark.parametrize(
    ("change", "chip", "years"),
    [(BOTH, "Vigencia no informada", ""), (END, "Fin no informado", "desde 2026")],
    ids=["both", "end"],
)
def test_pages_say_what_is_not_known(
    tmp_path: Path, change: dict[str, str], chip: str, years: str
) -> None:
    edition = edition_with(tmp_path, change)
    found = artefacts(edition, (ROOT / "content" / "templates",))
    pages = {page.path: str(page.content) for page in found if page.is_page}
    for path in ("index.md", "estrategia/index.md", "estrategia/mundo.md"):
        assert chip in pages[path].replace("\u00a0", " "), path
        assert years in pages[path]
    road = pages["informes/vigencia.md"]
    assert "No se sabe en qué año empieza o termina la estrategia" in road
    assert "None" not in road
    assert "no_informado" not in road
