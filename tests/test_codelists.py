"""The lists that ship with the project are well formed."""

from __future__ import annotations

import csv
import re
from collections import Counter
from importlib.resources import files
from io import StringIO
from string import ascii_uppercase
from unicodedata import is_normalized

import pytest

from bitacora.spanish import country_name, plain

FOLDER = files("bitacora") / "codelists"
NAMES = sorted(file.name.removesuffix(".csv") for file in FOLDER.iterdir())
NO_DEFINITION = {"paises", "preguntas", "sinonimos"}

Row = dict[str, str]


def text(name: str) -> str:
    """The exact text of one list."""
    return (FOLDER / f"{name}.csv").read_bytes().decode("utf-8")


def rows(name: str) -> list[Row]:
    """The rows of one list, read strictly."""
    return list(csv.DictReader(StringIO(text(name), newline=""), strict=True))


def column(name: str, field: str) -> list[str]:
    """One column of one list."""
    return [row[field] for row in rows(name)]


def luminance(colour: str) -> float:
    """WCAG 2 relative luminance of «#rrggbb»."""
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """WCAG 2 contrast ratio of two colours."""
    low, high = sorted([luminance(one), luminance(other)])
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("name", NAMES)
def test_file_is_plain_utf8_with_unix_lines(name: str) -> None:
    content = text(name)
    assert not content.startswith("\ufeff")
    assert is_normalized("NFC", content)
    assert "\r" not in content
    assert content.endswith("\n")
    assert not content.endswith("\n\n")


@pytest.mark.parametrize("name", NAMES)
def test_every_row_has_every_cell_trimmed(name: str) -> None:
    header, *body = csv.reader(StringIO(text(name), newline=""), strict=True)
    assert header[:3] == ["codigo", "nombre", "definicion"]
    for row in body:
        assert len(row) == len(header), row
        assert row == [cell.strip() for cell in row]


@pytest.mark.parametrize("name", NAMES)
def test_codes_are_unique_ascii_without_spaces(name: str) -> None:
    codes = column(name, "codigo")
    assert len(set(codes)) == len(codes)
    assert all(re.fullmatch(r"[A-Za-z0-9]+(?:[_.-][A-Za-z0-9]+)*", code) for code in codes)


@pytest.mark.parametrize("name", NAMES)
def test_names_are_given_once(name: str) -> None:
    names = [plain(row["nombre"]) for row in rows(name)]
    assert all(names)
    assert [each for each, times in Counter(names).items() if times > 1] == []


@pytest.mark.parametrize("name", NAMES)
def test_definitions_are_whole_sentences(name: str) -> None:
    if name in NO_DEFINITION:
        assert set(column(name, "definicion")) == {""}
        return
    for definition in column(name, "definicion"):
        assert definition[0].isupper(), definition
        assert definition.endswith("."), definition
        assert len(definition) <= 160, definition


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("ods", 17),
        ("agendas", 8),
        ("criterios", 16),
        ("preguntas", 48),
        ("criterios_cuantitativos", 64),
        ("tipos_actor", 28),
        ("aspectos_proyecto", 16),
        ("factores_sostenibilidad", 29),
        ("niveles_resultado", 3),
        ("medidas_nivel", 16),
    ],
)
def test_counts_of_the_sources(name: str, count: int) -> None:
    assert len(rows(name)) == count


def test_each_criterion_has_three_questions() -> None:
    questions = Counter(column("preguntas", "criterio"))
    assert dict(questions) == dict.fromkeys(column("criterios", "codigo"), 3)


def test_quantitative_criteria_by_group() -> None:
    groups = Counter(column("criterios_cuantitativos", "grupo"))
    assert groups == {"AE": 16, "IA": 8, "MD": 6, "GI": 10, "CD": 11, "CM": 6, "PE": 7}


def test_kinds_of_actor_by_sector() -> None:
    sectors = Counter(column("tipos_actor", "sector"))
    assert sectors == {"SSC": 6, "SPR": 4, "SIN": 3, "SAC": 5, "MED": 3, "ONV": 3, "OGL": 4}


@pytest.mark.parametrize(
    ("name", "code", "label"),
    [
        ("criterios_cuantitativos", "grupo", "grupo_nombre"),
        ("tipos_actor", "sector", "sector_nombre"),
        ("factores_sostenibilidad", "etapa", "etapa_nombre"),
    ],
)
def test_a_group_has_one_name(name: str, code: str, label: str) -> None:
    pairs = {(row[code], row[label]) for row in rows(name)}
    assert len(pairs) == len({pair[0] for pair in pairs}) == len({pair[1] for pair in pairs})


@pytest.mark.parametrize("name", [name for name in NAMES if "fuente" in rows(name)[0]])
def test_sources_name_a_title_and_a_place(name: str) -> None:
    place = r"(líneas? \d[\d, y-]* del texto extraído|etapa .+)"
    for source in column(name, "fuente"):
        assert re.fullmatch(rf"\S.+, {place}", source), source


def test_each_aspect_is_answered_by_its_own_field() -> None:
    fields = column("aspectos_proyecto", "campo")
    assert len(set(fields)) == 16


@pytest.mark.parametrize("row", rows("ods"), ids=lambda row: f"ODS {row['codigo']}")
def test_sdg_contrast_is_the_computed_one_and_passes_aa(row: Row) -> None:
    white, black = contrast(row["color"], "#FFFFFF"), contrast(row["color"], "#000000")
    assert row["contraste_blanco"] == f"{white:.2f}"
    assert row["contraste_negro"] == f"{black:.2f}"
    assert {"blanco": white, "negro": black}[row["texto_sobre_color"]] >= 4.5


def test_white_text_only_on_seven_sdg_colours() -> None:
    white = [row["codigo"] for row in rows("ods") if row["texto_sobre_color"] == "blanco"]
    assert white == ["1", "4", "8", "10", "13", "16", "17"]
    assert column("ods", "codigo") == [str(goal) for goal in range(1, 18)]


def test_months_of_each_periodicity() -> None:
    months = {row["codigo"]: row["meses"] for row in rows("periodicidades")}
    assert list(months.values()) == ["1", "2", "3", "4", "6", "12", "24", "48", ""]


def test_binding_agendas_are_said_or_declared_unknown() -> None:
    assert set(column("agendas", "vinculante")) == {"si", "no", "no_informado"}
    assert all(url.startswith("https://") for url in column("agendas", "url"))


def test_currencies_have_iso_codes_and_a_symbol_of_their_own() -> None:
    assert all(re.fullmatch("[A-Z]{3}", code) for code in column("monedas", "codigo"))
    symbols = column("monedas", "simbolo")
    assert all(symbols)
    assert len(set(symbols)) == len(symbols)
    assert set(column("monedas", "decimales")) == {"0", "2"}


def test_country_overrides_are_real_countries_with_unambiguous_aliases() -> None:
    listed = rows("paises")
    assert all(country_name(row["codigo"]) for row in listed)
    aliases = [plain(each) for row in listed for each in row["alias"].split("|") if each]
    names = [plain(row["nombre"]) for row in listed]
    assert len(set(aliases + names)) == len(aliases) + len(names)
    assert "escocia" not in aliases


def test_no_alias_is_the_name_of_another_country() -> None:
    codes = [one + two for one in ascii_uppercase for two in ascii_uppercase]
    owner = {plain(name): code for code in codes if (name := country_name(code))}
    for row in rows("paises"):
        for alias in [row["nombre"], *row["alias"].split("|")]:
            assert owner.get(plain(alias), row["codigo"]) == row["codigo"]


def test_synonyms_are_at_least_two_and_not_repeated() -> None:
    for words in column("sinonimos", "palabras"):
        split = [plain(word) for word in words.split("|")]
        assert all(split)
        assert len(set(split)) == len(split) >= 2, words
