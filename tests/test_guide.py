"""The guide of the office: its orders exist, its examples are what the program answers today."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from datetime import date
from html import unescape
from pathlib import Path

import click
import pytest

from bitacora.artefacts import Artefact
from bitacora.authoring.starting.launcher import SOURCE
from bitacora.edition import load_edition
from bitacora.pages.guide import PARTS
from bitacora.pages.guide import pages as guide_pages
from bitacora.pages.writing import Writer, said_of
from bitacora.records.kinds import BY_NAME
from script_files import SCRIPTS, script
from site_builds import ROOT, build
from tiny_world import AS_OF, WORLD, changed_world

TEMPLATES = ROOT / "content" / "templates"
PICTURES = TEMPLATES / "theme" / "assets" / "guia"
README = SCRIPTS / "plantillas" / "sitio" / "README.md"
ORDER = re.compile(r"\./bitacora ([^\n`<|]+)")
IN_CODE = re.compile(r"<code>(.*?)</code>|<figcaption>(.*?)</figcaption>|`([^`]+)`", re.S)
PICTURE = re.compile(
    r"!\[([^\]]*)\]\(\.\./assets/guia/([\w-]+\.webp)\)\{: width=(\d+) height=(\d+) "
)
WITHOUT_SCRIPT = {"ver", "construir"}
LIGHT, LIGHT_EACH = 300_000, 60_000


def guide(data: Path = WORLD) -> list[Artefact]:
    """The pages of the guide of a data folder."""
    return list(guide_pages(load_edition(data, "data", AS_OF), Writer([TEMPLATES])))


def orders() -> Iterator[tuple[str, str]]:
    """Every order that the guide, the README or the short command's own help shows."""
    for page in guide():
        for found in IN_CODE.finditer(str(page.content)):
            text = unescape(next(filter(None, found.groups())))
            yield from ((page.path, order) for order in ORDER.findall(text))
    for path in (README, ROOT / SOURCE):
        text = path.read_text(encoding="utf-8").replace("  $0 ", "  ./bitacora ")
        text = re.sub(r"\s{3,}\S.*$", "", text, flags=re.M) if path.name == "bitacora" else text
        yield from ((path.name, order) for order in ORDER.findall(text))


SHOWN = sorted(set(orders()))


def test_the_guide_shows_orders() -> None:
    assert len(SHOWN) > 25


@pytest.mark.parametrize(("place", "order"), SHOWN)
def test_every_order_shown_exists_with_its_flags(place: str, order: str) -> None:
    name, *words = shlex.split(order.rstrip(".:,;)"))
    if name in WITHOUT_SCRIPT:
        assert words == [], place
        return
    assert (SCRIPTS / f"{name}.py").is_file(), place
    main = script(name).main
    assert isinstance(main, click.Command)
    flags = {flag for param in main.params for flag in (*param.opts, *param.secondary_opts)}
    wanted = {word for word in words if word.startswith("--")} - {"--help"}
    assert wanted <= flags, place
    if name == "nuevo":
        assert words[0] == "sitio" or words[0] in BY_NAME, place


def test_the_guide_is_kept_from_search_unless_wanted(tmp_path: Path) -> None:
    assert all(said_of(page).get("sin_buscadores") for page in guide())
    change = {"archivo": "entidad.yml", "busca": "tipo: ", "pone": "guia_en_menu: sí\ntipo: "}
    wanted = guide(changed_world(tmp_path, [change]))
    assert len(wanted) == len(PARTS)
    assert not any(said_of(page).get("sin_buscadores") for page in wanted)
    # Without a kind no page is searched (see PageHead).
    assert not any(said_of(page).get("tipo") for page in wanted)


def test_the_guide_tells_whether_the_forms_are_on(tmp_path: Path) -> None:
    def forms(pages: list[Artefact]) -> str:
        return next(str(page.content) for page in pages if "formularios" in page.path)

    assert "En este sitio están apagados" in forms(guide())
    change = {"archivo": "entidad.yml", "busca": "tipo: ", "pone": "editor: sí\ntipo: "}
    assert "En este sitio están encendidos" in forms(guide(changed_world(tmp_path, [change])))


def test_every_picture_has_words_and_its_place_and_is_light() -> None:
    shown = [found for page in guide() for found in PICTURE.findall(str(page.content))]
    assert {name for _, name, *_ in shown} == {path.name for path in PICTURES.iterdir()}
    assert all(len(words) > 40 for words, *_ in shown)
    for _, name, *sizes in shown:
        assert [int(size) for size in sizes] == size_of(PICTURES / name), name
    weights = [path.stat().st_size for path in PICTURES.iterdir()]
    assert max(weights) < LIGHT_EACH
    assert sum(weights) < LIGHT


def size_of(picture: Path) -> list[int]:
    """The width and the height that a WebP says of itself, each less one, in three bytes."""
    raw = picture.read_bytes()
    assert raw[8:16] == b"WEBPVP8X", picture
    return [1 + int.from_bytes(raw[start : start + 3], "little") for start in (24, 27)]


def test_a_site_with_the_guide_in_its_menu(tmp_path: Path) -> None:
    site = tmp_path / "sitio"
    script("nuevo_sitio").make_site(site, {}, False, date(2026, 11, 21))
    target = tmp_path / "listo"
    entity = site / "data" / "entidad.yml"
    for answer in ("no", "sí"):
        text = re.sub(r"guia_en_menu: .*\n", "", entity.read_text(encoding="utf-8"))
        entity.write_text(f"{text}guia_en_menu: {answer}\n", encoding="utf-8")
        built = build(target, site / "mkdocs.yml", settings={"BITACORA_FECHA": "2026-11-21"})
        assert built.returncode == 0, built.stderr
        front = (target / "index.html").read_text(encoding="utf-8")
        assert ('<a href="guia/">Guía</a>' in front) is (answer == "sí")
        page = (target / "guia" / "index.html").read_text(encoding="utf-8")
        assert ('content="noindex"' in page) is (answer == "no")
        assert "data-pagefind-body" not in page
        assert (">Guía de la oficina</a>" in front) is True
        first = (target / "guia" / "primer-dia" / "index.html").read_text(encoding="utf-8")
        for picture in re.findall(r'<img[^>]*src="([^"]+)"', first):
            assert (target / "guia" / "primer-dia" / picture).resolve().is_file()


def test_the_readme_of_a_new_site_works_to_the_letter_and_the_examples_are_fresh(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    """Each order of the README is run, each file it shows is written, each workbook filled in."""
    captures = script("capturas")
    folder = tmp_path_factory.mktemp("oficina")
    found = dict(captures.walk(folder, None))
    assert captures.changed(found) == [], "corra make capturas"
    site = folder / "valle-claro"
    assert (site / "data" / "cierres" / "2026-T4.json").is_file()
    # What its last lines ask for is done: the twinning was withdrawn, and nothing is wrong.
    assert not (site / "data" / "hermanamientos" / "ciudad-socia.yml").exists()
    done = load_edition(site / "data", "data", date(2027, 5, 2))
    (report,) = (one for one in done.reports if one.latest and one.act)
    assert (report.quarter.text, report.act.version if report.act else 0) == ("2026-T4", 2)
    values = [line.valor for line in report.content.renglones]
    assert [str(value) for value in values] == ["58"]
