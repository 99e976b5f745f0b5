"""What spares Markdown work changes nothing of what it says."""

from __future__ import annotations

from pathlib import Path

import pytest
from markdown import Markdown
from mkdocs.config import load_config

from bitacora.unmarked import UnmarkedExtension

ROOT = Path(__file__).resolve().parent.parent
SHIPPED = ["attr_list", "def_list", "fenced_code", "md_in_html", "tables", "toc"]
LINES = (
    "Sin signos",
    "Con `código` y con ``un ` dentro``",
    "Un *énfasis*, un **acento**, un _subrayado_, ***los dos***",
    "Escapes: 1\\. \\* \\_ \\[nada](a.md) \\\\",
    "[Enlace](a.md), [con **acento**](b.md 'título'), [con &#91;número&#93;](c.md)",
    "[Por su nombre][uno], [uno], ![imagen](d.png), ![por su nombre][uno]",
    "[sin cerrar(a.md) y [otra] cosa",
    "Corre a <https://ejemplo.org> o a <nadie@ejemplo.org>",
    "Una <span class='chip'>ficha</span> y un <!-- comentario -->",
    "Entidades: &#40; &#x28; &amp; &nbsp; & &sola &#12",
    "Fin de línea  \ncon dos espacios",
    "[Enlace](a.md){ .chip } y *énfasis*{ #aqui }",
)
BLOCKS = (
    "{}",
    "# {}",
    "## {} {{ #titulo }}",
    "- {}\n- otra",
    "| Uno | Dos |\n|---|---|\n| {} | final |",
    "<div markdown>\n{}\n</div>",
    "<p>{}</p>",
    "Término\n:   {}",
)
NAMED = "\n\n[uno]: https://ejemplo.org 'Uno'\n"


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize("block", BLOCKS)
def test_every_pattern_of_markdown_gives_the_same(line: str, block: str) -> None:
    source = block.format(line) + NAMED
    plain, spared = (
        Markdown(extensions=SHIPPED),
        Markdown(extensions=[*SHIPPED, UnmarkedExtension()]),
    )
    assert spared.convert(source) == plain.convert(source)
    assert spared.toc_tokens == plain.toc_tokens  # type: ignore[attr-defined]


def test_the_site_asks_for_it() -> None:
    config = load_config(str(ROOT / "mkdocs.yml"))
    assert "bitacora.unmarked" in config.markdown_extensions
