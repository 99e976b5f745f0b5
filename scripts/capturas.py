"""Make the examples of the guide: what the orders answer, how the pages look."""

from __future__ import annotations

import entorno  # noqa: F401

# isort: split

import hashlib
import json
import re
import tempfile
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import click

from escritorio import forms_shown, photograph_forms
from fotos import page_at, photograph, preview, words_of
from guardado import written
from hojas import sheet_page
from nuevo_sitio import ROOT, Flags, make_site
from recorrido import Walker, settings_for, steps_of

OUTPUTS = ROOT / "content" / "templates" / "pages" / "guia"
PICTURES = ROOT / "content" / "templates" / "theme" / "assets" / "guia"
DIGESTS = OUTPUTS / "fotos.json"
"""What each picture showed when it was taken."""
ENDING = ".webp"
FOUNDED = date(2026, 11, 21)
ADDRESS = "https://github.com/alcaldia/valle-claro"
OFFICE: Flags = {
    "nombre": "Alcaldía de Valle Claro",
    "nombre-corto": "Valle Claro",
    "oficina": "Oficina de Cooperación",
    "correo": "internacional@valle-claro.example",
    "repositorio": ADDRESS,
    "estrategia": "Valle Claro en el mundo",
    "inicio": "2026",
    "fin": "2029",
    "fuente": "Acuerdo 12 de 2026",
    "eje": ("Aprender", "Vender", "Compartir"),
    "dependencia": ("Secretaría de Planeación",),
}
"""An invented office, which says so: its site is a demonstration."""
LATER = {
    "Cada trimestre": "2027-01-20",
    "Corregir una cifra publicada": "2027-02-05",
    "Retirar una ficha": "2027-05-02",
}
"""The day on which each section of the README is followed, where it is not the first."""
SHOWN = {
    "./bitacora comparar": ("comparar", "comparar-trimestre"),
    "./bitacora pendientes": ("pendientes",),
    "./bitacora plantilla avances 2026-T4": ("plantilla",),
    "./bitacora importar avances-2026-T4.xlsx --simular": ("importar",),
    "./bitacora cerrar 2026-T4": ("cerrar", "cerrar-otra-vez"),
}
"""The file of what each order answers, the first time, then the second."""
COMMIT = re.compile(r"cambio [0-9a-f]{8}")
SAME = "cambio 3f9a1c27"
"""Every walk makes commits of its own."""
TWINNING = "data/hermanamientos/ciudad-socia.yml"
FAULTS = (
    ("tipo_contraparte: ciudad", "tipo_contraparte: ciudades"),
    ("firmado: 2024-05-20", "firmado: 20 de mayo"),
)
ERROR = re.compile(r".*: error: .*|[1-9]\d* error.*")
PAGES = {"ficha-publicada": "hermanamientos/ciudad-socia/", "calidad-de-los-datos": "calidad/"}
FAULTY = "vista-previa-con-error"
KIND, RECORD = "hermanamientos", "ciudad-socia"
FORMS = {
    "formularios-lista": f"collections/{KIND}",
    "formularios-ficha": f"collections/{KIND}/entries/{RECORD}",
}
"""The places of the editor of which there are pictures."""
TEMPLATE, BOOK, SHEET = "./bitacora plantilla avances 2026-T4", "avances-2026-T4.xlsx", "libro"


def walk(folder: Path, pictures: Path | None) -> Iterator[tuple[str, str]]:
    """Follow the README of a new site to its end: the name of each example with its text, of each
    picture with the digest of what it shows. The pictures are made in a folder, if there is one."""
    site = folder / "valle-claro"
    make_site(site, OFFICE, False, FOUNDED)
    walker = Walker(site, settings_for(folder, f"{ADDRESS}.git"), FOUNDED.isoformat(), LATER)
    for step in steps_of((site / "README.md").read_text(encoding="utf-8")):
        walker.take(step)
        if step.target == TWINNING:
            yield from _faulty(walker, site / TWINNING, step.section, pictures)
            yield from _seen(walker, PAGES, pictures)
            yield from _forms(walker, pictures)
        if step.text == TEMPLATE:
            yield from _sheet(site / BOOK, pictures)
    for order, names in SHOWN.items():
        told = [COMMIT.sub(SAME, text) for asked, text in walker.outputs if asked == order]
        yield from zip((f"{name}.txt" for name in names), told, strict=False)
    yield "revisar-cierre.txt", _broken_closing(walker)


def _faulty(
    walker: Walker, path: Path, section: str, pictures: Path | None
) -> Iterator[tuple[str, str]]:
    """What the review and the preview say of two slips, which are mended again."""
    right = path.read_text(encoding="utf-8")
    wrong = right
    for old, new in FAULTS:
        wrong = wrong.replace(old, new)
    path.write_text(wrong, encoding="utf-8")
    told = walker.run("./bitacora revisar", section).stdout
    lines = [line for line in told.splitlines() if ERROR.fullmatch(line)]
    yield "revisar-con-fallas.txt", "\n".join(lines) + "\n"
    yield from _seen(walker, {FAULTY: ""}, pictures)
    path.write_text(right, encoding="utf-8")


def _seen(
    walker: Walker, pages: Mapping[str, str], pictures: Path | None
) -> Iterator[tuple[str, str]]:
    settings = {**walker.settings, "BITACORA_FECHA": walker.today}
    with preview(walker.site, settings) as start:
        for name, page in pages.items():
            yield picture_of(name), digest(words_of(page_at(f"{start}{page}")))
            if pictures is not None:
                photograph(f"{start}{page}", pictures / picture_of(name))


def _forms(walker: Walker, pictures: Path | None) -> Iterator[tuple[str, str]]:
    """The editor on the site: the list of a kind, the form of one of its records."""
    shown = digest(forms_shown(walker.site, KIND, RECORD))
    yield from ((picture_of(name), shown) for name in FORMS)
    if pictures is not None:
        taken = {pictures / picture_of(name): place for name, place in FORMS.items()}
        photograph_forms(walker.site, walker.settings, taken)


def _sheet(book: Path, pictures: Path | None) -> Iterator[tuple[str, str]]:
    """The workbook as it goes to the units."""
    drawn = sheet_page(book)
    yield picture_of(SHEET), digest(drawn)
    if pictures is not None:
        with tempfile.TemporaryDirectory() as folder:
            page = Path(folder, "hoja.html")
            page.write_text(drawn, encoding="utf-8")
            photograph(page.as_uri(), pictures / picture_of(SHEET))


def picture_of(name: str) -> str:
    """The file of a picture."""
    return f"{name}{ENDING}"


def digest(text: str) -> str:
    """What tells a text from another."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def _broken_closing(walker: Walker) -> str:
    """What the review says of a closed figure that changes, with what there is to paste."""
    told = next(
        text
        for order, text in walker.outputs
        if order == "./bitacora revisar" and "\ncorrecciones:" in text
    )
    lines = told.splitlines()
    places = [at for at, line in enumerate(lines) if line.startswith("data/")]
    start = next(at for at in places if "/avances/" in lines[at])
    end = next(at for at in [*places, len(lines)] if at > start)
    return "\n".join(lines[start:end]) + "\n"


def known() -> dict[str, str]:
    """The examples and the digests as they were written down; a picture that is not there has
    none."""
    digests: dict[str, str] = json.loads(DIGESTS.read_text("utf-8")) if DIGESTS.is_file() else {}
    pictures = {name: one for name, one in digests.items() if (PICTURES / name).is_file()}
    texts = {path.name: path.read_text(encoding="utf-8") for path in OUTPUTS.glob("*.txt")}
    return {**texts, **pictures}


def changed(found: Mapping[str, str]) -> list[str]:
    """The names of what is not as it was written down."""
    before = known()
    return sorted(name for name in before.keys() | found if before.get(name) != found.get(name))


def keep(found: Mapping[str, str]) -> None:
    """Write down what was found; what is no longer made goes."""
    for path in (*OUTPUTS.glob("*.txt"), *PICTURES.iterdir()):
        if path.name not in found:
            path.unlink()
    for name, text in found.items():
        if name.endswith(".txt"):
            written(OUTPUTS / name, text)
    digests = {name: one for name, one in sorted(found.items()) if name.endswith(ENDING)}
    written(DIGESTS, json.dumps(digests, indent=2) + "\n")


@click.command(help="Hace los ejemplos de la guía: lo que responden las órdenes y sus fotos.")
@click.option("--revisar", is_flag=True, help="Solo dice si están al día; no escribe nada.")
def main(revisar: bool) -> None:
    """Make the examples anew; with ``--revisar`` only tell, and exit 1 if any changed."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=ROOT.parent) as folder:
        found = dict(walk(Path(folder), None if revisar else PICTURES))
    old = changed(found)
    for name in old:
        click.echo(f"{name}: {'no está al día; corra make capturas' if revisar else 'cambió'}")
    if not old:
        click.echo("Todo está al día.")
    if not revisar:
        keep(found)
    click.get_current_context().exit(int(revisar and bool(old)))


if __name__ == "__main__":
    main()
