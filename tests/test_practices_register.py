"""The register of practices: what changed with each one, offers, answers before scores."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from bitacora.edition import Edition, load_edition
from bitacora.pages import practices
from bitacora.pages.writing import Writer
from bitacora.records.practices import BuenaPractica
from bitacora.records.unknown import NO_INFORMADO, NoInformado
from bitacora.tallies.practice_results import change_of, is_measured
from site_builds import ROOT
from tiny_world import AS_OF, SHOWN, WORLD, Change, changed_world

OWN = "buenas-practicas/relato-de-puerto.yml"
PAGE, INDEX = "buenas-practicas/relato-de-puerto.md", "buenas-practicas/index.md"
UNKNOWN: NoInformado = NO_INFORMADO


@cache
def tiny_edition() -> Edition:
    return load_edition(WORLD, SHOWN, AS_OF)


def pages(edition: Edition) -> dict[str, str]:
    """The pages of the practices by their path."""
    writer = Writer([ROOT / "content" / "templates"])
    return {page.path: str(page.content) for page in practices.pages(edition, writer)}


@cache
def tiny() -> dict[str, str]:
    return pages(tiny_edition())


def changed(folder: Path, *changes: tuple[str, str]) -> dict[str, str]:
    made: Sequence[Change] = [
        {"archivo": OWN, "busca": before, "pone": after} for before, after in changes
    ]
    return pages(load_edition(changed_world(folder, made), SHOWN, AS_OF))


def row_of(page: str, start: str) -> str:
    """The row of a table that begins so."""
    [row] = [line for line in page.splitlines() if line.startswith(f"| {start}")]
    return row


@pytest.mark.parametrize(
    ("before", "after", "change"),
    [
        (Decimal(48), Decimal(9), Decimal(-39)),
        (Decimal(0), Decimal(0), Decimal(0)),
        (Decimal("18"), Decimal("30.7"), Decimal("12.7")),
        (UNKNOWN, Decimal(9), None),
        (Decimal(48), UNKNOWN, None),
        (UNKNOWN, UNKNOWN, None),
    ],
)
def test_a_change_needs_both_values(
    before: Decimal | NoInformado, after: Decimal | NoInformado, change: Decimal | None
) -> None:
    [practice] = [it for it in tiny_edition().register.all(BuenaPractica) if it.mediciones]
    [measured] = practice.mediciones
    told = measured.model_copy(update={"antes": before, "despues": after})
    assert change_of(told) == change
    assert is_measured(practice.model_copy(update={"mediciones": (told,)})) is (change is not None)


def test_a_result_shows_before_after_and_the_change() -> None:
    row = row_of(tiny()[PAGE], "Ciudades que usan el relato")
    for shown in ("ciudades", "| 0 <br>", "feb\N{NO-BREAK SPACE}2024", "| 3 <br>", "&#43;3"):
        assert shown in row


def test_what_is_not_known_is_said_and_no_change_is_invented(tmp_path: Path) -> None:
    page = changed(tmp_path, ("    antes: 0\n", "    antes: no_informado\n"))[PAGE]
    row = row_of(page, "Ciudades que usan el relato")
    assert "No informado" in row
    assert "No se puede calcular" in row


def test_money_is_shown_in_its_own_currency(tmp_path: Path) -> None:
    page = changed(
        tmp_path,
        ("    unidad: ciudades", "    unidad: USD"),
        ("    despues: 3\n", "    despues: 1500\n"),
    )[PAGE]
    row = row_of(page, "Ciudades que usan el relato")
    plain = row.replace("\N{NO-BREAK SPACE}", " ")
    assert "| US&#36; 0 <br>" in plain
    assert "| &#43;US&#36; 1.500 {:" in plain


def test_percentages_change_in_points(tmp_path: Path) -> None:
    page = changed(tmp_path, ("    unidad: ciudades", "    unidad: '%'"))[PAGE]
    assert "puntos" in row_of(page, "Ciudades que usan el relato")


def test_the_answers_come_before_the_coverage_and_the_score() -> None:
    page = tiny()[PAGE]
    places = [page.index(f"### {title}") for title in ("Respuestas", "Cobertura", "Puntaje")]
    assert places == sorted(places)
    assert "12 de 16 criterios" in page
    assert "Sin evaluar" in page


def test_below_twelve_criteria_there_is_no_score(tmp_path: Path) -> None:
    page = changed(
        tmp_path,
        (
            "  - pregunta: CAP-1\n    respuesta: si\n    evidencia: documento:relato\n",
            "",
        ),
    )
    assert "**92" not in page[PAGE]
    assert "hacen falta al menos 12 criterios" in page[PAGE]
    assert "Puntaje" not in row_of(page[INDEX], "[Relato de puerto]")


def test_own_practices_stand_apart_from_referents() -> None:
    index = tiny()[INDEX]
    own, others = index.split("## De otros gobiernos", 1)
    listed = others.split("\n## ")[0]
    assert "Relato de puerto" in own
    assert "Mercado flotante" not in own
    assert "Mercado flotante" in listed
    assert "Relato de puerto" not in listed


def test_silence_about_an_offer_is_no_refusal(tmp_path: Path) -> None:
    index = changed(tmp_path, ("disponible_para_transferir: sí\n", ""))[INDEX]
    silent = index.split("### No se sabe si se ofrecen\n\nSon 1 de 1 ", 1)[1]
    assert "Relato de puerto" in silent.split("## De otros gobiernos")[0]
    assert "### No se ofrecen\n\nNinguna." in index


def test_an_offer_says_whom_to_write_to() -> None:
    assert "**Esta práctica se ofrece a otros gobiernos.** Escriba a" in tiny()[PAGE]


def test_a_referent_without_results_is_not_scolded() -> None:
    page = tiny()["buenas-practicas/mercado-flotante.md"]
    assert "No trae resultados medidos" not in page
    assert "Quién la ha recibido" not in page
