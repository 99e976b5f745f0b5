"""Search as people type it in Spanish."""

from __future__ import annotations

import pytest

from browser.visitor import Visitor

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("educacion", "educación"),
        ("practicas", "práctica"),
        ("hermanamiento", "hermanamientos"),
        ("HERMANAMIENTO", "hermanamiento"),
        ("ninez", "niñez"),
    ],
)
def test_accents_plurals_and_capitals_do_not_matter(
    visitor: Visitor, typed: str, written: str
) -> None:
    assert visitor.count(typed) == visitor.count(written) > 0


def test_the_best_answer_comes_first(visitor: Visitor) -> None:
    first = visitor.search("ciudades educadoras")[0]
    assert "Ciudades Educadoras" in first


def test_results_can_be_narrowed_to_a_kind(visitor: Visitor) -> None:
    visitor.search("educacion")
    kinds = visitor.page.locator("#kinds a")
    kinds.nth(1).click()
    visitor.page.wait_for_function("document.querySelectorAll('#hits li').length > 0")
    chosen = visitor.page.locator("#kinds a[aria-current]").inner_text().rsplit(" ", 1)[0]
    shown = visitor.page.locator("#hits .card__meta").all_inner_texts()
    assert shown
    assert all(line.startswith(chosen) for line in shown)


def test_nothing_found_is_said(visitor: Visitor) -> None:
    assert visitor.search("xyzxyzxyz") == []
    assert "No hay resultados" in visitor.page.inner_text("#told")


def test_what_is_typed_stays_text(visitor: Visitor) -> None:
    visitor.search("<img src=x onerror=alert(1)>")
    assert "<img src=x" in visitor.page.inner_text("#told")
    assert not visitor.failed
